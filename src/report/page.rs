//! The page: all that is printed, in the reader's language, with every number ready. Three outputs show it.

use super::{build, rows};
use crate::feedback::debrief::Debrief;
use crate::feedback::listening_texts::{Measure, measures};
use crate::figure::Portrait;
use crate::logbook::how_played::HowPlayed;
use crate::logbook::self_rating::SelfRating;
use crate::procedure::{LawLibrary, PaperCatalogue};
use crate::rubric::{Listening, Rubric};
use crate::scenario::model::Scenario;
use crate::session::{Event, Settings};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a report is made from: the log's head and the events it replays to.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    pub scenario: &'a Scenario,
    pub rubric: &'a Rubric,
    pub acts: &'a ActCatalogue,
    pub law: &'a LawLibrary,
    pub papers: &'a PaperCatalogue,
    pub settings: &'a Settings,
    pub trainee: Option<&'a str>,
    pub class: Option<&'a str>,
    /// When it was played, as it stands in the log.
    pub started: &'a str,
    /// Which attempt of how many, where that is known.
    pub attempt: Option<(u32, u32)>,
    /// What the trainee said of it before seeing the scores.
    pub self_rating: Option<SelfRating>,
    /// By its log, where there is one.
    pub how: Option<&'a HowPlayed>,
    pub versions: Versions<'a>,
    pub events: &'a [Event],
}

/// Versions of what produced the numbers.
#[derive(Clone, Copy, Debug)]
pub struct Versions<'a> {
    pub app: &'a str,
    pub acts: &'a str,
    pub rubric: &'a str,
    pub model: &'a str,
}

/// One report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Page {
    /// `zh-CN` or `en`.
    pub lang: &'static str,
    pub title: String,
    /// Scenario.
    pub subject: String,
    /// Captions by their message ids, without `report-`.
    pub labels: BTreeMap<&'static str, String>,
    /// Who, when, what.
    pub header: Vec<Pair>,
    /// The same for programs: who played, steps back, pauses, resumes.
    pub how_played: Option<HowPlayed>,
    /// Whether its log, played again, gives the same; `None` where there is no log.
    pub provenance: Option<Provenance>,
    /// Ids and versions, small.
    pub versions: Vec<Pair>,
    pub critical: Vec<Critical>,
    pub result: Outcome,
    pub curves: Vec<Chart>,
    pub turning_points: Vec<Turning>,
    /// Listening in numbers, with what they mean.
    pub listening: Vec<Measure>,
    pub criteria: Vec<Criterion>,
    pub evidence: Vec<TurnEvidence>,
    /// What was asked for, what was right and what was decided; empty where the scenario does not say.
    pub claims: Vec<ClaimRow>,
    /// Papers and answers as they were handed in.
    pub sheets: Vec<Sheet>,
    /// Observations on the trainee's own composure.
    pub composure: Vec<Observation>,
    pub transcript: Vec<Passage>,
    pub facts: Vec<Fact>,
    pub timeline: Vec<Entry>,
    pub articles: Vec<Pair>,
    pub plus: Vec<String>,
    pub delta: Vec<String>,
    pub questions: Vec<Questions>,
    /// At the foot of every page.
    pub footer: String,
}

/// What playing a log again gave, said before everything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Provenance {
    /// `recomputed` or `differs`.
    pub standing: &'static str,
    /// The same in words.
    pub words: String,
    /// `shipped`, or `own`: written by somebody else, or changed.
    pub scenario: &'static str,
    /// Whether the lines of the log hang together.
    pub chained: bool,
    /// What else to know of where the numbers come from.
    pub notes: Vec<String>,
}

/// A caption and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pair {
    pub label: String,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    Hit,
    Partial,
    Miss,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Critical {
    pub kind: String,
    pub turn: u32,
    pub time: String,
    pub said: String,
    pub why: String,
    pub source: String,
    pub better: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    pub dimensions: Vec<Dimension>,
    /// In words where there is no score.
    pub total: String,
    /// 0–1000.
    pub total_milli: Option<i64>,
    /// `unfinished`, `unscored`, `not-passed` or `passed`; of a live talk without the marks of a class `no-mark`.
    pub standing: &'static str,
    /// Left out unless it is finished and scored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passed: Option<bool>,
    /// Why an exam cannot be passed whatever its scores: `self-granted-untimed`, `not-by-hand`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<&'static str>,
    pub verdict: Option<String>,
    /// What it fails by.
    pub reasons: Vec<String>,
    /// Said before everything else, where no ending was reached.
    pub unfinished: Option<String>,
    /// What stands beside the total: cap, pass mark.
    pub notes: Vec<String>,
    pub ending: Option<Pair>,
    /// How the session went, in numbers.
    pub tallies: Vec<Pair>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dimension {
    pub name: String,
    /// In words where there is no score.
    pub score: String,
    /// 0–1000.
    pub milli: Option<i64>,
    /// Weighted points earned and available; absent without a score.
    pub points: Option<String>,
    /// The level (1–5) that the trainee gave themselves before seeing the score.
    pub own: Option<u8>,
    /// … in words.
    pub own_words: Option<String>,
    /// The five levels to be ringed by hand, that one filled.
    pub circles: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Criterion {
    pub dimension: String,
    pub name: String,
    /// What reception with this score looks like; absent without a score.
    pub level: Option<String>,
    /// Where it is taught or ruled.
    pub source: String,
    pub weight: u32,
    pub opportunities: u32,
    pub earned: String,
    pub score: String,
    pub milli: Option<i64>,
}

/// A visitor's feelings, drawn over the turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chart {
    pub name: String,
    /// Each line: points as (x, y), both 0–1000.
    pub tension: Vec<(i32, i32)>,
    pub others: Vec<Line>,
    /// Numbered turning points on the tension line.
    pub marks: Vec<(u32, i32, i32)>,
    /// Turn numbers under the axis.
    pub ticks: Vec<(i32, u32)>,
    /// Where a visit begins, and its title.
    pub visits: Vec<(i32, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    pub name: String,
    pub points: Vec<(i32, i32)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Turning {
    pub number: u32,
    pub turn: u32,
    pub rose: bool,
    /// `32 → 61`.
    pub change: String,
    pub said: String,
    pub why: String,
    pub thought: Option<String>,
    /// How the visitor looked afterwards; drawn by the outputs that can, and no business of programs.
    #[serde(skip)]
    pub face: Option<Face>,
}

/// A visitor's face, to be drawn and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    pub portrait: Portrait,
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TurnEvidence {
    pub turn: u32,
    pub time: String,
    /// True where everything was done as it should be.
    pub clean: bool,
    pub visitor: Option<String>,
    pub trainee: String,
    pub observations: Vec<Observation>,
    pub better: Option<String>,
    /// What the law says, where the trainee told it wrongly.
    pub law: Vec<Pair>,
}

/// A claim and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimRow {
    pub asks: String,
    /// The facts and articles that it stands or falls with.
    pub grounds: String,
    /// What facts and law call for, in words.
    pub should: String,
    /// What was decided last, in words; what is wrong with it beside.
    pub decided: String,
    pub fault: Option<String>,
    /// Absent where nothing was decided.
    pub turn: Option<u32>,
    pub mark: Mark,
}

/// A paper, or an answer that was put together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    pub title: String,
    pub turn: u32,
    /// The turn and the day of the visit, in words.
    pub when: String,
    /// The article that asks for this paper.
    pub basis: Option<String>,
    /// Set where others than the office read it.
    pub others: Option<String>,
    /// Fields with a fault.
    pub faults: u32,
    pub rows: Vec<SheetRow>,
}

/// One field of it. What was printed beforehand has no mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SheetRow {
    pub label: String,
    pub text: String,
    pub mark: Option<Mark>,
    /// What is wrong, in a few words.
    pub fault: Option<String>,
    /// What should stand there.
    pub should: Option<String>,
    pub source: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Observation {
    pub turn: u32,
    pub mark: Mark,
    pub verdict: String,
    pub criterion: String,
    pub why: String,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Passage {
    Visit { title: String, when: String },
    Said { who: String, manner: Option<String>, text: String },
    Told { text: String },
    Trainee { turn: u32, time: String, how: Option<String>, text: String, marks: Vec<Mark>, notes: Vec<String> },
    Happened { text: String, grave: bool },
    Ended { title: String, text: String },
}

impl Passage {
    /// Leaves what was said and takes out how it was judged.
    pub(super) fn withhold(&mut self) {
        if let Self::Trainee { marks, notes, .. } = self {
            marks.clear();
            notes.clear();
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    pub text: String,
    pub told: String,
    pub noted: String,
    /// Told and noted, told only, never told.
    pub mark: Mark,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    pub when: String,
    pub turn: u32,
    pub what: String,
    pub text: String,
    /// What came of it.
    pub fate: Option<String>,
    pub mark: Mark,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Questions {
    pub stage: String,
    pub list: Vec<String>,
}

/// Makes the page of a session in a language.
pub fn page(input: &Input, locale: Locale) -> Page {
    let debrief = Debrief::of(input.scenario, input.rubric, input.acts, input.settings.timed, input.events);
    let ended = debrief.ending.is_some();
    told(input, &debrief, ended, locale)
}

/// Makes the page of a session that has been told; `ended`: to an ending, or as far as it is written down in a sheet.
pub(super) fn told(input: &Input, debrief: &Debrief, ended: bool, locale: Locale) -> Page {
    let with = build::Maker::new(input, debrief, locale);
    let listening = Listening::of(input.scenario, input.rubric, input.acts, input.settings.timed, input.events);
    Page {
        lang: locale.tag(),
        title: with.text("report-title"),
        subject: with.subject(),
        labels: build::labels(locale),
        header: with.header(),
        how_played: input.how.cloned(),
        provenance: None,
        versions: with.versions(),
        critical: rows::critical(&with),
        result: with.outcome(ended),
        curves: with.charts(),
        turning_points: with.turning_points(),
        listening: measures(&listening, locale),
        criteria: rows::criteria(&with),
        evidence: rows::evidence(&with),
        claims: super::claims::claims(&with),
        sheets: super::sheets::sheets(&with),
        composure: rows::composure(&with),
        transcript: super::transcript::passages(&with),
        facts: rows::facts(&with),
        timeline: rows::timeline(&with),
        articles: rows::articles(&with),
        plus: with.went_well(&debrief.plus),
        delta: with.to_change(&debrief.to_change),
        questions: super::asking::questions(&with),
        footer: with.footer(),
    }
}

/// The page as JSON, for programs.
pub fn json(page: &Page) -> String {
    // A page is strings, numbers and lists with string keys: nothing that JSON cannot say.
    serde_json::to_string_pretty(page).unwrap_or_default()
}
