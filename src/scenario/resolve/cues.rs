//! Cues: what in a line calls for an act.

use super::super::diagnostic::{Code, Hint, suggest};
use super::super::model::{Cue, Risk, Unruly};
use super::super::source::{Call, CallArg};
use super::declarations::Declarations;
use super::diagnostics::Diagnostics;
use super::feeling_words::FeelingWords;
use std::ops::Range;

/// What stands in brackets after a cue's name.
#[derive(Clone, Copy)]
enum CueTakes {
    Nothing(Cue),
    Word,
    Fact,
    Times,
    Risk,
    Conduct,
}

const CUES: [(&str, CueTakes); 16] = [
    ("Feeling", CueTakes::Word),
    ("Fact", CueTakes::Fact),
    ("Deflected", CueTakes::Times),
    ("Risk", CueTakes::Risk),
    ("Question", CueTakes::Nothing(Cue::Question)),
    ("Test", CueTakes::Nothing(Cue::Test)),
    ("Interest", CueTakes::Nothing(Cue::Interest)),
    ("Privacy", CueTakes::Nothing(Cue::Privacy)),
    ("Rambling", CueTakes::Nothing(Cue::Rambling)),
    ("Papers", CueTakes::Nothing(Cue::Papers)),
    ("Vulnerable", CueTakes::Nothing(Cue::Vulnerable)),
    ("Insult", CueTakes::Nothing(Cue::Insult)),
    ("TakeSides", CueTakes::Nothing(Cue::TakeSides)),
    ("Vent", CueTakes::Nothing(Cue::Vent)),
    ("Careless", CueTakes::Nothing(Cue::Careless)),
    ("Conduct", CueTakes::Conduct),
];
const RISKS: [(&str, Risk); 5] = [
    ("Weapon", Risk::Weapon),
    ("SelfHarm", Risk::SelfHarm),
    ("Collapse", Risk::Collapse),
    ("Violence", Risk::Violence),
    ("Infection", Risk::Infection),
];
const UNRULY: [(&str, Unruly); 4] = [
    ("Gathering", Unruly::Gathering),
    ("Staying", Unruly::Staying),
    ("Inciting", Unruly::Inciting),
    ("Disorder", Unruly::Disorder),
];

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
        let Some((_, takes)) = CUES.iter().find(|(known, _)| *known == name) else {
            let span = diagnostics.slice_span(name);
            let hint = suggest(name, CUES.map(|(known, _)| known));
            diagnostics.out.push(diagnostics.problem(Code::UnknownCue, span).with("name", name).hint(hint));
            return None;
        };
        let span = diagnostics.argument_span(&call, raw);
        Some(match (takes, &call.arg) {
            (CueTakes::Nothing(cue), CallArg::None) => *cue,
            (CueTakes::Word, CallArg::Text(word)) => {
                let word = word.as_str();
                if line.is_some_and(|line| word.is_empty() || !line.contains(word)) {
                    diagnostics.report(Code::WordNotInLine, span).args.push(("word", word.into()));
                    diagnostics.misquoted.extend(line.map(str::to_owned));
                    return None;
                }
                Cue::Feeling(self.words.get(word)?)
            }
            (CueTakes::Fact, CallArg::Text(fact)) => Cue::Fact(self.names.fact(fact, span, diagnostics)?),
            (CueTakes::Times, CallArg::Number(times @ 1..=MOST_TIMES)) => Cue::Deflected(*times as u8),
            (CueTakes::Times, CallArg::Number(times)) => {
                diagnostics.out_of_range(span, *times, 1, MOST_TIMES);
                return None;
            }
            (CueTakes::Risk, CallArg::Name(name)) => Cue::Risk(one_of(&RISKS, name, span, diagnostics)?),
            (CueTakes::Conduct, CallArg::Name(name)) => Cue::Conduct(one_of(&UNRULY, name, span, diagnostics)?),
            (takes, arg) => {
                let code = if *arg == CallArg::None { Code::ArgumentMissing } else { Code::ArgumentWrong };
                let hint = match takes {
                    CueTakes::Word => "hint-takes-word",
                    CueTakes::Fact => "hint-takes-fact",
                    CueTakes::Times => "hint-takes-number",
                    CueTakes::Risk => "hint-takes-risk",
                    CueTakes::Conduct => "hint-takes-conduct",
                    CueTakes::Nothing(_) => "hint-act-without-brackets",
                };
                diagnostics.out.push(diagnostics.problem(code, span).with("name", name).hint(Some(Hint::Text(hint))));
                return None;
            }
        })
    }
}

fn one_of<T: Copy>(known: &[(&str, T)], name: &str, span: Range<usize>, diagnostics: &mut Diagnostics) -> Option<T> {
    let found = known.iter().find(|(known, _)| *known == name);
    if found.is_none() {
        let hint = suggest(name, known.iter().map(|(known, _)| known));
        diagnostics.out.push(diagnostics.problem(Code::UnknownWord, span).with("name", name).hint(hint));
    }
    found.map(|(_, one)| *one)
}
