//! A law that was repealed, in what the trainee says or writes as if it were in force.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::procedure::{EntryIs, Repealed};
use crate::scenario::diagnostic::Code;
use crate::scenario::model::*;
use crate::vocabulary::{Locale, Value};

/// Who says so of a law knows that it is gone.
const KNOWN_AS_GONE: [&str; 6] = ["废止", "失效", "作废", "以前的", "repealed", "no longer in force"];

pub(super) fn law_named(on: &Inspected, smells: &mut Smells) {
    let gone: Vec<&Repealed> = Repealed::shipped().iter().filter(|act| act.until < on.scenario.plays_on).collect();
    for (at, node) in (0..=u16::MAX).map(NodeIx).zip(&on.scenario.nodes) {
        for (n, option) in node.kind.options().enumerate() {
            // What is put right behind the play may be wrong.
            if !option.law_says.is_empty() || is_meant(node.kind.as_desk(), n) {
                continue;
            }
            let Some(text) = option.text.author() else { continue };
            let texts =
                std::iter::once(text.original.as_str()).chain(text.translated.iter().flatten().map(String::as_str));
            let named = |text: &str| gone.iter().find_map(|act| Some((*act, act.named_in(text)?)));
            let known = |text: &str| KNOWN_AS_GONE.iter().any(|word| text.contains(word));
            let Some((act, name)) = texts.filter(|text| may_name(text) && !known(text)).find_map(named) else {
                continue;
            };
            let span = on.option_span(at, n);
            let smell = smells.smell(Code::LawRepealed, span, SmellPlace::option(at, n));
            smell.about = Some(act.name.clone());
            let now = Value::written(|locale: Locale| act.now.get(locale).to_owned());
            smell.diagnostic.args.extend([
                ("name", name.into()),
                ("until", Value::Text(act.until.to_string())),
                ("now", now),
            ]);
        }
    }
}

/// Almost no text names any act.
fn may_name(text: &str) -> bool {
    ["法", "条例", "办法", "Law", "Regulation", "Civil"].iter().any(|word| text.contains(word))
}

/// An entry that is known to be wrong.
fn is_meant(task: Option<&DeskTask>, entry: usize) -> bool {
    let entry = task.and_then(|task| task.form.entry(u8::try_from(entry).ok()?));
    entry.is_some_and(|entry| {
        matches!(
            entry.is,
            EntryIs::NoArticle | EntryIs::Vague | EntryIs::Unfit(_) | EntryIs::Lapsed(_) | EntryIs::Invented
        )
    })
}
