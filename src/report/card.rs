//! The observer's card: all codes of acts and cues on one page.

use super::ReportError;
use super::html::words;
use crate::coding::markable;
use crate::feedback::criterion_texts;
use crate::locale::Texts;
use crate::rubric::Rubric;
use crate::vocabulary::CueKind;
use crate::vocabulary::Locale;
use crate::vocabulary::acts::{Group, Takes};
use crate::vocabulary::escape;
use crate::vocabulary::{ActCatalogue, ActIx};
use serde::Serialize;
use std::fmt::Write;
use strum::VariantArray;

/// All that stands on the card, in the reader's language.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Language tag of the page.
    pub lang: &'static str,
    /// As the card is headed.
    pub title: String,
    /// How to write a row, line by line.
    pub how: Vec<String>,
    /// Acts first, then cues.
    pub groups: Vec<CodeGroup>,
    /// Versions, at the foot.
    pub footer: String,
}

/// Codes of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct CodeGroup {
    /// As the group is headed.
    pub name: String,
    /// The column in which they are written.
    pub column: String,
    /// In the order of the catalogue.
    pub codes: Vec<Code>,
}

/// What an observer writes into a cell.
#[derive(Clone, Debug, Serialize)]
pub struct Code {
    /// The letters to write.
    pub code: String,
    /// What they stand for.
    pub label: String,
    /// `good`, `bad` (an offence), `grave` (caps the result).
    pub tone: &'static str,
}

/// Makes the card of a rubric.
pub fn card(rubric: &Rubric, locale: Locale) -> Card {
    let text = |id: &str| locale.text(id).into_owned();
    let acts = ActCatalogue::shipped();
    let groups = [
        (Group::Listening, "card-listening"),
        (Group::Empathy, "card-empathy"),
        (Group::Manners, "card-manners"),
        (Group::Procedure, "card-procedure"),
        (Group::Mediation, "card-mediation"),
        (Group::Safety, "card-safety"),
    ];
    let cues = CueKind::VARIANTS.iter().map(|kind| Code {
        code: bracketed(kind.name(), kind.alone().is_none()),
        label: text(&format!("cue-{}", kind.id())),
        tone: "good",
    });
    let broken = Code { code: bracketed("Broken", true), label: text("card-broken"), tone: "good" };
    let mut list = vec![CodeGroup {
        name: text("card-cues"),
        column: text("card-column-cues"),
        codes: cues.chain([broken]).collect(),
    }];
    for (group, name) in groups {
        let codes = acts.iter().filter(|(_, act)| act.group == group).map(|(ix, act)| Code {
            code: bracketed(&act.name, act.takes != Takes::Nothing),
            label: text(&format!("act-{}", act.name)),
            tone: tone(rubric, ix),
        });
        let mut codes: Vec<Code> = codes.collect();
        // What helps first, what offends after it, what caps the result last; within each as in the catalogue.
        codes.sort_by_key(|code| ["good", "bad", "grave"].iter().position(|tone| *tone == code.tone));
        list.push(CodeGroup { name: text(name), column: text("card-column-acts"), codes });
    }
    let duties = markable(rubric).map(|(_, one)| Code {
        code: format!("Due({})", one.id),
        label: criterion_texts::name(one, locale),
        tone: "good",
    });
    let duties: Vec<Code> = duties.collect();
    if !duties.is_empty() {
        list.push(CodeGroup { name: text("card-due"), column: text("card-column-cues"), codes: duties });
    }
    Card {
        lang: locale.tag(),
        title: text("card-title"),
        how: (1..=4).map(|n| text(&format!("card-how-{n}"))).collect(),
        groups: list,
        footer: format!("Calmdesk {} · {}/{}", crate::logbook::log::APP_VERSION, rubric.id, rubric.version),
    }
}

fn bracketed(code: &str, takes: bool) -> String {
    if takes { format!("{code}(…)") } else { code.to_owned() }
}

fn tone(rubric: &Rubric, act: ActIx) -> &'static str {
    if ActCatalogue::shipped()[act].critical.is_some() {
        return "grave";
    }
    let judged = || rubric.criteria.iter().filter(|one| one.rule.misses_offend());
    let offends = judged().any(|one| one.miss.contains(act));
    let serves = judged().any(|one| one.hit.contains(act) || one.partial.contains(act));
    if offends && !serves { "bad" } else { "good" }
}

/// The card as PDF. The same card gives the same bytes.
///
/// # Errors
///
/// [`ReportError::Typeset`], where the page cannot be set.
#[cfg(feature = "pdf")]
pub fn pdf(card: &Card) -> Result<Vec<u8>, ReportError> {
    let value = serde_json::to_value(card).map_err(|error| ReportError::Typeset(error.to_string()))?;
    super::pdf::typeset(include_str!("../../assets/report/card.typ"), value)
}

/// # Errors
///
/// Always: it needs the feature `pdf`.
#[cfg(not(feature = "pdf"))]
pub fn pdf(_: &Card) -> Result<Vec<u8>, ReportError> {
    Err(ReportError::NoPdf)
}

const STYLE: &str = include_str!("../../assets/report/card.css");

/// The card as one HTML page, to be printed on A4.
pub fn html(card: &Card) -> String {
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
         <title>{}</title><style>{STYLE}</style></head><body><h1>{}</h1><ol>",
        card.lang,
        escape(&card.title),
        escape(&card.title)
    );
    for line in &card.how {
        let _ = write!(out, "<li>{}</li>", words(line));
    }
    out.push_str("</ol><main>");
    for group in &card.groups {
        let _ = write!(out, "<section><h2>{} <small>{}</small></h2>", escape(&group.name), escape(&group.column));
        for code in &group.codes {
            let (code, label, tone) = (escape(&code.code), words(&code.label), code.tone);
            let _ = write!(out, "<p class=\"{tone}\"><code>{code}</code> {label}</p>");
        }
        out.push_str("</section>");
    }
    let _ = writeln!(out, "</main><footer>{}</footer></body></html>", escape(&card.footer));
    out
}
