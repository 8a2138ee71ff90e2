//! Lines too long for one breath, and signs that the font does not have.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::locale::font::missing_glyphs;
use crate::scenario::diagnostic::Code;
use crate::scenario::options::options;
use crate::scenario::source::{NodeSource, Str};
use crate::vocabulary::NodeIx;
use std::collections::BTreeSet;

/// Nobody listens longer to one speech.
pub const LONGEST_LINE_MS: u32 = 30_000;

pub(super) fn spoken(on: &Inspected, smells: &mut Smells) {
    let scenario = on.scenario;
    for (at, node) in scenario.nodes.iter().enumerate() {
        let Some(speech) = node.kind.speech().filter(|speech| speech.speaker().is_some()) else { continue };
        let node = NodeIx(at as u16);
        for (n, variant) in speech.variants.iter().enumerate().filter(|(_, v)| v.speech_ms > LONGEST_LINE_MS) {
            let key = on.key(node);
            let said = match &on.source.nodes.0[at].1 {
                // The line's own text comes after its variants.
                NodeSource::Line { say, variants, .. } => variants.get(n).map_or(say.as_ref(), |v| v.say.as_ref()),
                _ => None,
            };
            let span = said.map_or(key.clone(), |said| on.span(said, key));
            let seconds = (variant.speech_ms / 1000) as usize;
            let smell = smells.smell(Code::LineTooLong, span, SmellPlace::node(node));
            let max = (LONGEST_LINE_MS / 1000) as usize;
            smell.diagnostic.args.extend([("seconds", seconds.into()), ("max", max.into())]);
        }
    }
    // Almost no file has such a sign anywhere, comments included; what is common is not looked up.
    let common = |c: char| c.is_ascii() || ('\u{4E00}'..='\u{9FEF}').contains(&c);
    let rare: BTreeSet<char> = on.text.chars().filter(|c| !common(*c)).collect();
    if !missing_glyphs(&rare.into_iter().collect::<String>()).is_empty() {
        glyphs(on, smells);
    }
}

fn glyphs(on: &Inspected, smells: &mut Smells) {
    let source = on.source;
    let whole = SmellPlace::WHOLE;
    let mut texts: Vec<(&Str, SmellPlace)> = Vec::new();
    texts.extend([&source.title, &source.briefing, &source.author].into_iter().flatten().map(|t| (t, whole)));
    texts.extend(source.objectives.iter().map(|text| (text, whole)));
    texts.extend(source.case_file.iter().flat_map(|paper| [&paper.title, &paper.text]).flatten().map(|t| (t, whole)));
    texts.extend(source.visitors.0.iter().flat_map(|(_, v)| [&v.name, &v.role]).flatten().map(|t| (t, whole)));
    texts.extend(source.staff.0.iter().flat_map(|(_, one)| [&one.name, &one.role]).flatten().map(|t| (t, whole)));
    texts.extend(source.facts.0.iter().map(|(_, text)| (text, whole)));
    texts.extend(source.promises.0.iter().filter_map(|(_, p)| p.text.as_ref()).map(|text| (text, whole)));
    texts.extend(source.visits.0.iter().filter_map(|(_, v)| v.title.as_ref()).map(|text| (text, whole)));
    for (at, (_, node)) in source.nodes.0.iter().enumerate() {
        let at = NodeIx(at as u16);
        let place = SmellPlace::node(at);
        texts.extend(node.texts().into_iter().map(|text| (text, place)));
        for (n, option) in options(node).into_iter().enumerate() {
            texts.extend(option.text().map(|text| (text, SmellPlace::option(at, n))));
        }
    }
    for (text, place) in texts {
        let missing = missing_glyphs(text.as_str());
        let Some(first) = missing.first() else { continue };
        let key = place.node.map_or_else(|| on.title(), |at| on.key(NodeIx(at as u16)));
        let span = match (on.inside(text), text.as_str().find(*first)) {
            (Some(inside), Some(at)) => inside.start + at..inside.start + at + first.len_utf8(),
            _ => key,
        };
        let signs = missing.iter().map(|sign| format!("{sign} (U+{:04X})", *sign as u32)).collect::<Vec<_>>();
        let smell = smells.smell(Code::GlyphMissing, span, place);
        smell.diagnostic.args.push(("signs", signs.join(" ").into()));
    }
}
