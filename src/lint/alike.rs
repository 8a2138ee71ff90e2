//! Two options that are one: the same words, or the same in everything they bring about.

use super::inspected::Inspected;
use super::options::all_alike;
use super::smells::{SmellPlace, Smells};
use crate::rubric::Plan;
use crate::scenario::diagnostic::Code;
use crate::scenario::model::*;
use crate::vocabulary::Locale;

pub(super) fn alike(on: &Inspected, smells: &mut Smells, plan: &Plan) {
    for (at, node) in (0..=u16::MAX).map(NodeIx).zip(&on.scenario.nodes) {
        let Some(choice) = node.kind.as_choice() else { continue };
        for n in 1..choice.options.len() {
            // What a condition tells apart may sound the same.
            let bare = |n: usize| choice.options[n].when.is_none();
            let mut before = (0..n).filter(|other| bare(*other) && bare(n));
            if let Some((other, language)) =
                before.clone().find_map(|other| Some((other, same_words(choice, other, n, on.scenario.locale)?)))
            {
                let code = Code::SameWords;
                let own = language == on.scenario.locale;
                let args = ("language", if own { "own".into() } else { language.tag().into() });
                report(on, smells, code, (at, n, other)).push(args);
            } else if choice.hub.is_none()
                && !all_alike(choice)
                && let Some(other) = before.find(|other| same_consequences(choice, *other, n))
            {
                report(on, smells, Code::SameConsequences, (at, n, other)).push(("all", "no".into()));
            }
        }
        if choice.hub.is_none() && !all_alike(choice) && nothing_turns_on_it(choice, plan, at) {
            let span = on.key(at);
            let smell = smells.smell(Code::SameConsequences, span, SmellPlace::node(at));
            smell.diagnostic.args.extend([("name", "".into()), ("other", "".into()), ("all", "yes".into())]);
        }
    }
}

fn report<'a>(
    on: &Inspected,
    smells: &'a mut Smells,
    code: Code,
    (at, n, other): (NodeIx, usize, usize),
) -> &'a mut Vec<(&'static str, crate::vocabulary::Value)> {
    let id = |n: usize| on.scenario.choice(at).map_or_else(String::new, |choice| choice.options[n].id.clone());
    let span = on.option_span(at, n);
    let smell = smells.smell(code, span, SmellPlace::option(at, n));
    smell.diagnostic.args.extend([("name", id(n).into()), ("other", id(other).into())]);
    &mut smell.diagnostic.args
}

/// The language in which two options read the same.
fn same_words(choice: &Choice, one: usize, other: usize, author: Locale) -> Option<Locale> {
    let (one, other) = (choice.options[one].text.author()?, choice.options[other].text.author()?);
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    let same = |one: &str, other: &str| letters(one).next().is_some() && letters(one).eq(letters(other));
    let translated = |language: &Locale| {
        let texts = (&one.translated[*language as usize], &other.translated[*language as usize]);
        matches!(texts, (Some(one), Some(other)) if same(one, other))
    };
    if same(&one.original, &other.original) {
        return Some(author);
    }
    Locale::ALL.into_iter().find(translated)
}

/// Whichever is chosen, all that follows is the same.
fn same_consequences(choice: &Choice, one: usize, other: usize) -> bool {
    let (one, other) = (&choice.options[one], &choice.options[other]);
    // What says nothing of its acts is told by itself.
    !one.acts.is_empty() && same_way(one, other) && one.own == other.own && super::options::same_acts(one, other)
}

fn same_way(one: &Opt, other: &Opt) -> bool {
    one.then == other.then && one.step == other.step && one.effects == other.effects && one.to == other.to
}

/// However differently the options are called, none counts for anything, or all count for the same, and all lead on alike.
fn nothing_turns_on_it(choice: &Choice, plan: &Plan, at: NodeIx) -> bool {
    let Some((first, others)) = choice.options.split_first() else { return false };
    let plain = |option: &Opt| {
        option.own.is_none() && option.when.is_none() && option.acts.iter().all(|act| act.arg == Arg::None)
    };
    plain(first)
        && !first.acts.is_empty()
        && (1..=u8::MAX)
            .zip(others)
            .all(|(n, other)| plain(other) && same_way(first, other) && plan.counts_alike(at, 0, n))
}
