//! Listening in words: what was counted and what it means.

use crate::args;
use crate::locale::Texts;
use crate::rubric::Listening;
use crate::vocabulary::Locale;
use serde::Serialize;

/// Reflections for each question, in tenths: fair and good in MITI 4.2, an instrument for counselling.
const FAIR_REFLECTIONS: u32 = 10;
const GOOD_REFLECTIONS: u32 = 20;
/// Share of reflections that reach the meaning rather than repeat what was said, in per cent: fair and good in MITI 4.2.
const FAIR_COMPLEX: u32 = 40;
const GOOD_COMPLEX: u32 = 50;

/// A number and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// What was counted.
    pub name: String,
    /// How much it was, with its unit.
    pub value: String,
    /// What that tells.
    pub meaning: String,
}

/// The numbers in words; what could not be measured is left out.
pub fn measures(found: &Listening, locale: Locale) -> Vec<Measure> {
    let percent = |part: u64, whole: u64| (part * 100 / whole.max(1)) as u32;
    let pair = |part: u32, whole: u32| format!("{part} / {whole}");
    let ratio = |left: u32, right: u32| format!("{left} : {right}");
    let mut list = Vec::new();
    let mut add = |id: &str, how: &str, value: String| {
        let text = |id: String| locale.text(&id).into_owned();
        list.push(Measure { name: text(format!("measure-{id}")), meaning: text(format!("measure-{id}.{how}")), value });
    };
    if found.timed && found.speech_ms > 0 {
        let share = percent(found.speech_ms.saturating_sub(found.unsaid_ms), found.speech_ms);
        let args = args!("percent" => share, "n" => found.interruptions);
        let value = locale.text_with("measure-heard.value", &args).into_owned();
        add("heard", if found.interruptions == 0 { "good" } else { "fair" }, value);
    }
    if found.cues > 0 {
        let share = percent(found.answered.into(), found.cues.into());
        add("cues", level(share, 60, 85), pair(found.answered, found.cues));
    }
    if found.facts_told > 0 {
        let share = percent(found.facts_noted.into(), found.facts_told.into());
        add("facts", level(share, 50, 100), pair(found.facts_noted, found.facts_told));
    }
    if found.written > 0 {
        let share = percent(found.written_rightly.into(), found.written.into());
        add("written", level(share, 60, 100), pair(found.written_rightly, found.written));
    }
    if found.mirrored + found.never_said > 0 {
        let how = if found.never_said == 0 { "good" } else { "low" };
        add("mirror", how, pair(found.mirrored, found.mirrored + found.never_said));
    }
    if found.in_own_words + found.wrongly > 0 {
        let how = if found.wrongly == 0 { "good" } else { "low" };
        add("paraphrase", how, pair(found.in_own_words, found.in_own_words + found.wrongly));
    }
    let questions = found.open_questions + found.closed_questions;
    if questions > 0 {
        let share = percent(found.open_questions.into(), questions.into());
        add("questions", level(share, 40, 60), ratio(found.open_questions, found.closed_questions));
    }
    let reflections = found.simple + found.complex;
    if questions + reflections > 0 {
        let tenths = (reflections * 10).checked_div(questions).unwrap_or(u32::MAX);
        add("reflections", level(tenths, FAIR_REFLECTIONS, GOOD_REFLECTIONS), ratio(reflections, questions));
    }
    if reflections > 0 {
        let share = percent(found.complex.into(), reflections.into());
        add("complex", level(share, FAIR_COMPLEX, GOOD_COMPLEX), format!("{share}%"));
    }
    list
}

const fn level(value: u32, fair: u32, good: u32) -> &'static str {
    if value >= good {
        "good"
    } else if value >= fair {
        "fair"
    } else {
        "low"
    }
}
