//! What a scenario says of itself: language, day, law, case file.

use super::super::diagnostic::{Code, suggest};
use super::super::model::Document;
use super::super::source::ScenarioSource;
use super::super::syntax::Step::{Field, Item};
use super::catalogues::CitableLaw;
use super::dates::day;
use super::diagnostics::Diagnostics;
use crate::vocabulary::Locale;
use jiff::civil::Date;

/// The author's language.
pub(super) fn language(source: &ScenarioSource, diagnostics: &mut Diagnostics) -> Locale {
    let Some(tag) = &source.language else { return Locale::default() };
    tag.as_str().parse().unwrap_or_else(|_| {
        let span = diagnostics.span_or(tag, &[Field("language")]);
        let hint = suggest(tag.as_str(), Locale::ALL.map(Locale::tag));
        diagnostics.out.push(diagnostics.problem(Code::UnknownLanguage, span).with("name", tag.as_str()).hint(hint));
        Locale::default()
    })
}

/// The date of day 0.
pub(super) fn plays_on(source: &ScenarioSource, diagnostics: &mut Diagnostics) -> Option<Date> {
    match &source.plays_on {
        Some(written) => day(written, &[Field("plays_on")], diagnostics),
        None => {
            diagnostics.missing("plays_on", &[]);
            None
        }
    }
}

/// The law packs that are known.
pub(super) fn law(source: &ScenarioSource, citable: CitableLaw, diagnostics: &mut Diagnostics) -> Vec<String> {
    let mut law = Vec::with_capacity(source.law.len());
    for (n, pack) in source.law.iter().enumerate() {
        let span = diagnostics.span_or(pack, &[Field("law"), Item(n)]);
        if citable.has_pack(pack, span, diagnostics) {
            law.push(pack.as_str().to_owned());
        }
    }
    law
}

pub(super) fn case_file(source: &ScenarioSource, diagnostics: &mut Diagnostics) -> Vec<Document> {
    let mut case_file = Vec::with_capacity(source.case_file.len());
    for (n, paper) in source.case_file.iter().enumerate() {
        let path = [Field("case_file"), Item(n)];
        let title = diagnostics.text(paper.title.as_ref(), "title", &path);
        let text = diagnostics.text(paper.text.as_ref(), "text", &path);
        case_file.push(Document { title, text });
    }
    case_file
}
