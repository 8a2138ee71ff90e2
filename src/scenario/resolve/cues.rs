//! Cues: what in a line calls for an act.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::model::Cue;
use super::super::source::{Call, CallArg};
use super::declarations::Declarations;
use super::diagnostics::Diagnostics;
use super::feeling_words::FeelingWords;
use crate::vocabulary::alike::says;
use crate::vocabulary::{CueKind, CueTakes};
use std::ops::Range;
use std::str::FromStr;
use strum::VariantNames;

/// Most times that somebody can have been turned away.
const MOST_TIMES: i64 = 100;

/// What cues can be about.
pub(super) struct CueResolver<'r, 's> {
    pub names: &'r Declarations<'s>,
    pub words: &'r FeelingWords<'s>,
}

impl CueResolver<'_, '_> {
    /// A cue of a line that is said in these words.
    pub fn cue(&self, raw: &str, line: Option<&str>, diagnostics: &mut Diagnostics) -> Option<Cue> {
        let Some(call) = Call::parse(raw) else {
            let span = diagnostics.raw_span(raw);
            diagnostics.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-cue-is-a-name"));
            return None;
        };
        let name = call.name;
        if !Cue::VARIANTS.contains(&name) {
            let span = diagnostics.slice_span(name);
            let hint = suggest(name, Cue::VARIANTS);
            diagnostics.out.push(diagnostics.problem(Code::UnknownCue, span).with("name", name).hint(hint));
            return None;
        }
        let span = diagnostics.argument_span(&call, raw);
        match (Cue::takes(name), &call.arg) {
            (CueTakes::Word, CallArg::Text(word)) => {
                let word = word.as_str();
                if line.is_some_and(|line| word.is_empty() || !says(line, word)) {
                    diagnostics.report(Code::WordNotInLine, span).args.push(("word", word.into()));
                    diagnostics.misquoted.extend(line.map(str::to_owned));
                    return None;
                }
                self.words.get(word).map(Cue::Feeling)
            }
            (CueTakes::Fact, CallArg::Text(fact)) => self.names.fact(fact, span, diagnostics).map(Cue::Fact),
            (CueTakes::MaybeAnswers, CallArg::Text(name)) => {
                self.names.answers(name, span, diagnostics).map(|answers| Cue::TwoAnswers(Some(answers)))
            }
            (CueTakes::Times, CallArg::Number(times @ 1..=MOST_TIMES)) => Some(Cue::Deflected(*times as u8)),
            (CueTakes::Times, CallArg::Number(times)) => {
                diagnostics.out_of_range(span, *times, 1, MOST_TIMES);
                None
            }
            (CueTakes::Risk, CallArg::Name(name)) => one_of(name, span, diagnostics).map(Cue::Risk),
            (CueTakes::Conduct, CallArg::Name(name)) => one_of(name, span, diagnostics).map(Cue::Conduct),
            (CueTakes::Impropriety, CallArg::Name(name)) => one_of(name, span, diagnostics).map(Cue::Improper),
            (CueTakes::Nothing | CueTakes::MaybeAnswers, CallArg::None) => alone(name),
            (takes, arg) => {
                let code = if *arg == CallArg::None { Code::ArgumentMissing } else { Code::ArgumentWrong };
                let hint = match takes {
                    CueTakes::Word => "hint-takes-word",
                    CueTakes::Fact => "hint-takes-fact",
                    CueTakes::MaybeAnswers => "hint-takes-answers",
                    CueTakes::Times => "hint-takes-number",
                    CueTakes::Risk => "hint-takes-risk",
                    CueTakes::Conduct => "hint-takes-conduct",
                    CueTakes::Impropriety => "hint-takes-impropriety",
                    CueTakes::Nothing => "hint-act-without-brackets",
                };
                diagnostics.out.push(diagnostics.problem(code, span).with("name", name).hint(Some(Hint::Text(hint))));
                None
            }
        }
    }
}

/// The cue of this name, where nothing stands in brackets behind it.
fn alone(name: &str) -> Option<Cue> {
    name.parse::<CueKind>().ok()?.alone().filter(|cue| cue.name() == name)
}

/// A risk or a kind of conduct, by its name.
fn one_of<T: FromStr + VariantNames>(name: &str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<T> {
    let found = name.parse().ok();
    if found.is_none() {
        let hint = suggest(name, T::VARIANTS);
        diagnostics.out.push(diagnostics.problem(Code::UnknownWord, span).with("name", name).hint(hint));
    }
    found
}
