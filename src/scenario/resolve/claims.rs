//! Claims, what is decided on them, and earlier answers that do not agree.

use super::super::claims::{Claim, EarlierAnswer, EarlierAnswers, MAX_ANSWERS, MAX_CLAIMS};
use super::super::diagnostic::{Code, Hint};
use super::super::model::Text;
use super::super::source::{AnswerSource, ClaimSource, Entries, ScenarioSource, Str};
use super::super::syntax::Step::{self, Field, Item};
use super::catalogues::CitableLaw;
use super::dates::day;
use super::declarations::Declarations;
use super::diagnostics::Diagnostics;
use crate::procedure::{ClaimTerms, Decision, Holds, Ruling};
use jiff::civil::Date;

pub(super) fn claims(
    source: &ScenarioSource,
    names: &Declarations,
    law: CitableLaw,
    diagnostics: &mut Diagnostics,
) -> Vec<Claim> {
    too_many(source.claims.0.len(), MAX_CLAIMS, "claims", &[Field("claims")], diagnostics);
    let claims = source.claims.0.iter().take(MAX_CLAIMS);
    claims.map(|(id, written)| claim(id, written, names, law, diagnostics)).collect()
}

fn claim(
    id: &Str,
    written: &ClaimSource,
    names: &Declarations,
    law: CitableLaw,
    diagnostics: &mut Diagnostics,
) -> Claim {
    diagnostics.mark(id);
    let path = [Field("claims"), Field(id.as_str())];
    let at = |field| [path[0], path[1], Field(field)];
    let holds = written.holds.unwrap_or_else(|| {
        diagnostics.missing("holds", &path);
        Holds::No
    });
    let asks = diagnostics.text(written.asks.as_ref(), "asks", &at("asks"));
    let facts = written.facts.iter().enumerate().filter_map(|(n, fact)| {
        let span = diagnostics.span_or(fact, &[path[0], path[1], Field("facts"), Item(n)]);
        names.fact(fact, span, diagnostics)
    });
    let facts: Vec<_> = facts.collect();
    let articles = written.law.iter().enumerate().filter_map(|(n, cited)| {
        let span = diagnostics.span_or(cited, &[path[0], path[1], Field("law"), Item(n)]);
        law.article(cited, span, diagnostics)
    });
    let articles = articles.collect();
    // Whoever reads the score wants to know why.
    if written.facts.is_empty() && written.law.is_empty() && is_blank(written.because.as_ref()) {
        needs(Code::ClaimNeeds, "hint-claim-grounds", &path, diagnostics);
    }
    match (holds, is_blank(written.only.as_ref())) {
        (Holds::Partly, true) => needs(Code::ClaimNeeds, "hint-claim-only", &path, diagnostics),
        (Holds::Yes | Holds::No, false) => needs(Code::ClaimNeeds, "hint-claim-not-partly", &at("only"), diagnostics),
        _ => {}
    }
    let text = |text: &Option<Str>| Text::new(text.as_ref().map_or("", Str::as_str));
    Claim {
        id: id.as_str().to_owned(),
        asks,
        terms: ClaimTerms { holds, facts, remedy: written.remedy },
        only: text(&written.only),
        because: text(&written.because),
        law: articles,
        at: text(&written.at),
    }
}

/// `decides: { "seniority": Grant }` of an option or an entry.
pub(super) fn decides(
    written: &Entries<Str, Ruling>,
    path: &[Step],
    names: &Declarations,
    diagnostics: &mut Diagnostics,
) -> Vec<Decision> {
    let mut decided: Vec<Decision> = Vec::with_capacity(written.0.len());
    for (name, ruling) in &written.0 {
        let span = diagnostics.span_or(name, &[path, &[Field("decides")]].concat());
        let Some(claim) = names.claim(name, span.clone(), diagnostics) else { continue };
        if decided.iter().any(|earlier| earlier.claim == claim) {
            diagnostics.report(Code::FieldTwice, span).args.push(("name", name.as_str().into()));
            continue;
        }
        decided.push(Decision { claim, ruling: *ruling });
    }
    decided
}

pub(super) fn earlier_answers(
    source: &ScenarioSource,
    plays_on: Option<Date>,
    diagnostics: &mut Diagnostics,
) -> Vec<EarlierAnswers> {
    let all = source.earlier_answers.0.iter();
    all.map(|(id, written)| {
        diagnostics.mark(id);
        let path = [Field("earlier_answers"), Field(id.as_str())];
        let of = [path[0], path[1], Field("answers")];
        too_many(written.answers.len(), MAX_ANSWERS, "answers", &of, diagnostics);
        let mut answers: Vec<EarlierAnswer> = Vec::with_capacity(written.answers.len().min(MAX_ANSWERS));
        for (n, one) in written.answers.iter().enumerate().take(MAX_ANSWERS) {
            answers.push(answer(one, &[of[0], of[1], of[2], Item(n)], plays_on, diagnostics));
        }
        let said = |text: &Text| text.original.trim().to_owned();
        let another = answers.iter().any(|one| said(&one.said) != said(&answers[0].said));
        if (answers.len() < 2 || !another) && !diagnostics.is_blanked_below(&path) {
            needs(Code::AnswersNeed, "hint-two-answers", &path, diagnostics);
        }
        answers.sort_by_key(|answer| answer.on);
        let truth = diagnostics.text(written.truth.as_ref(), "truth", &[path[0], path[1], Field("truth")]);
        EarlierAnswers { id: id.as_str().to_owned(), answers, truth }
    })
    .collect()
}

fn answer(
    written: &AnswerSource,
    path: &[Step; 4],
    plays_on: Option<Date>,
    diagnostics: &mut Diagnostics,
) -> EarlierAnswer {
    let at = |field| [&path[..], &[Field(field)]].concat();
    let who = diagnostics.text(written.who.as_ref(), "who", &at("who"));
    let said = diagnostics.text(written.said.as_ref(), "said", &at("said"));
    let on = match &written.on {
        Some(on) => day(on, &at("on"), diagnostics),
        None => {
            diagnostics.missing("on", path);
            None
        }
    };
    if let (Some(on), Some(first)) = (on, plays_on)
        && on > first
    {
        needs(Code::AnswersNeed, "hint-answer-later", &at("on"), diagnostics);
    }
    EarlierAnswer { who, on: on.or(plays_on).unwrap_or_default(), said }
}

fn is_blank(text: Option<&Str>) -> bool {
    text.is_none_or(|text| text.as_str().trim().is_empty())
}

fn needs(code: Code, hint: &'static str, place: &[Step], diagnostics: &mut Diagnostics) {
    let span = diagnostics.place(place);
    diagnostics.report(code, span).hint = Some(Hint::Text(hint));
}

fn too_many(number: usize, max: usize, section: &'static str, place: &[Step], diagnostics: &mut Diagnostics) {
    if number > max {
        let span = diagnostics.place(place);
        let problem = diagnostics.problem(Code::TooMany, span).with("section", section);
        diagnostics.out.push(problem.with("number", number).with("max", max));
    }
}
