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
    /// What was played, as it is inside the log.
    pub scenario: &'a Scenario,
    /// What it was judged by.
    pub rubric: &'a Rubric,
    /// For the names of acts.
    pub acts: &'a ActCatalogue,
    /// For what articles say.
    pub law: &'a LawLibrary,
    /// For the names of papers.
    pub papers: &'a PaperCatalogue,
    /// How it was played.
    pub settings: &'a Settings,
    /// As they called themselves.
    pub trainee: Option<&'a str>,
    /// The class they belong to.
    pub class: Option<&'a str>,
    /// When it was played, as it stands in the log.
    pub started: &'a str,
    /// Which attempt of how many, where that is known.
    pub attempt: Option<(u32, u32)>,
    /// What the trainee said of it before seeing the scores.
    pub self_rating: Option<SelfRating>,
    /// By its log, where there is one.
    pub how: Option<&'a HowPlayed>,
    /// For the foot of the page.
    pub versions: Versions<'a>,
    /// All of them; what was stepped back from is left out here.
    pub events: &'a [Event],
}

/// Versions of what produced the numbers.
#[derive(Clone, Copy, Debug)]
pub struct Versions<'a> {
    /// Of the program.
    pub app: &'a str,
    /// Of the catalogue of acts.
    pub acts: &'a str,
    /// Id and version of the rubric.
    pub rubric: &'a str,
    /// Of the visitor model.
    pub model: &'a str,
}

/// One report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Page {
    /// `zh-CN` or `en`.
    pub lang: &'static str,
    /// As the page is headed.
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
    /// What caps the result; printed first.
    pub critical: Vec<Critical>,
    /// Scores, and whether it is passed.
    pub result: Outcome,
    /// One for each visitor who appeared.
    pub curves: Vec<Chart>,
    /// In the order of the session.
    pub turning_points: Vec<Turning>,
    /// Listening in numbers, with what they mean.
    pub listening: Vec<Measure>,
    /// In the order of the rubric; those without an opportunity have no score.
    pub criteria: Vec<Criterion>,
    /// Turn by turn.
    pub evidence: Vec<TurnEvidence>,
    /// What was asked for, what was right and what was decided; empty where the scenario does not say.
    pub claims: Vec<ClaimRow>,
    /// Papers and answers as they were handed in.
    pub sheets: Vec<Sheet>,
    /// Observations on the trainee's own composure.
    pub composure: Vec<Observation>,
    /// All that was said and done.
    pub transcript: Vec<Passage>,
    /// Facts worth noting, in the scenario's order.
    pub facts: Vec<Fact>,
    /// Papers, promises and steps, in the order of the session.
    pub timeline: Vec<Entry>,
    /// Every article that is named above, with what it says.
    pub articles: Vec<Pair>,
    /// What went well.
    pub plus: Vec<String>,
    /// What to change.
    pub delta: Vec<String>,
    /// For the talk afterwards.
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
    /// The caption.
    pub label: String,
    /// What stands beside it.
    pub text: String,
}

/// What something is worth, as a colour or a sign shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// As it should be.
    Hit,
    /// Half so.
    Partial,
    /// Not so.
    Miss,
}

/// A failure that caps the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Critical {
    /// Its name.
    pub kind: String,
    /// From 1.
    pub turn: u32,
    /// Session clock: `3:20`, `1:03:20`.
    pub time: String,
    /// What the trainee said or did.
    pub said: String,
    /// Why it is such.
    pub why: String,
    /// Where it is taught or ruled.
    pub source: String,
    /// An option without it that was on offer there.
    pub better: Option<String>,
}

/// Scores, and whether it is passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// Listening, empathy, procedure.
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
    /// Passed or not, in words.
    pub verdict: Option<String>,
    /// What it fails by.
    pub reasons: Vec<String>,
    /// Said before everything else, where no ending was reached.
    pub unfinished: Option<String>,
    /// What stands beside the total: cap, pass mark.
    pub notes: Vec<String>,
    /// The end that was reached, and what is told of it.
    pub ending: Option<Pair>,
    /// How the session went, in numbers.
    pub tallies: Vec<Pair>,
}

/// One of the three dimensions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dimension {
    /// Its name.
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

/// One line of the rubric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Criterion {
    /// Name of its dimension.
    pub dimension: String,
    /// Its name.
    pub name: String,
    /// What reception with this score looks like; absent without a score.
    pub level: Option<String>,
    /// Where it is taught or ruled.
    pub source: String,
    /// Within its dimension.
    pub weight: u32,
    /// How often there was an occasion.
    pub opportunities: u32,
    /// Full hits, of as many as there were occasions: `4.50`.
    pub earned: String,
    /// In words where there is none.
    pub score: String,
    /// 0–1000; absent without an opportunity.
    pub milli: Option<i64>,
}

/// A visitor's feelings, drawn over the turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chart {
    /// The visitor's name.
    pub name: String,
    /// Each line: points as (x, y), both 0–1000.
    pub tension: Vec<(i32, i32)>,
    /// Feelings beside the tension, those that moved most.
    pub others: Vec<Line>,
    /// Numbered turning points on the tension line.
    pub marks: Vec<(u32, i32, i32)>,
    /// Turn numbers under the axis.
    pub ticks: Vec<(i32, u32)>,
    /// Where a visit begins, and its title.
    pub visits: Vec<(i32, String)>,
}

/// One line of a chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What it shows.
    pub name: String,
    /// As (x, y), both 0–1000.
    pub points: Vec<(i32, i32)>,
}

/// A turn at which the tension changed most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Turning {
    /// From 1: its number on the curve.
    pub number: u32,
    /// From 1.
    pub turn: u32,
    /// Whether it was for the worse.
    pub rose: bool,
    /// `32 → 61`.
    pub change: String,
    /// What the trainee said or did.
    pub said: String,
    /// What made it turn.
    pub why: String,
    /// What the visitor thought, in their voice.
    pub thought: Option<String>,
    /// How the visitor looked afterwards; drawn by the outputs that can, and no business of programs.
    #[serde(skip)]
    pub face: Option<Face>,
}

/// A visitor's face, to be drawn and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// To be drawn.
    pub portrait: Portrait,
    /// The same for who does not see it.
    pub words: String,
}

/// What was found in one turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TurnEvidence {
    /// From 1.
    pub turn: u32,
    /// Session clock: `3:20`, `1:03:20`.
    pub time: String,
    /// True where everything was done as it should be.
    pub clean: bool,
    /// What was said before it; absent where nothing was.
    pub visitor: Option<String>,
    /// What the trainee said or did.
    pub trainee: String,
    /// What each criterion makes of it.
    pub observations: Vec<Observation>,
    /// An option that would have been better.
    pub better: Option<String>,
    /// What the law says, where the trainee told it wrongly.
    pub law: Vec<Pair>,
}

/// A claim and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClaimRow {
    /// What is asked for.
    pub asks: String,
    /// The facts and articles that it stands or falls with.
    pub grounds: String,
    /// What facts and law call for, in words.
    pub should: String,
    /// What was decided last, in words; what is wrong with it beside.
    pub decided: String,
    /// What is wrong with the decision; absent: nothing.
    pub fault: Option<String>,
    /// Absent where nothing was decided.
    pub turn: Option<u32>,
    /// Whether it agrees with facts and law.
    pub mark: Mark,
}

/// A paper, or an answer that was put together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// As the paper is headed.
    pub title: String,
    /// From 1.
    pub turn: u32,
    /// The turn and the day of the visit, in words.
    pub when: String,
    /// The article that asks for this paper.
    pub basis: Option<String>,
    /// Set where others than the office read it.
    pub others: Option<String>,
    /// Fields with a fault.
    pub faults: u32,
    /// In the order of the paper.
    pub rows: Vec<SheetRow>,
}

/// One field of it. What was printed beforehand has no mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SheetRow {
    /// As the field is headed.
    pub label: String,
    /// What stands there.
    pub text: String,
    /// Absent for what was printed beforehand.
    pub mark: Option<Mark>,
    /// What is wrong, in a few words.
    pub fault: Option<String>,
    /// What should stand there.
    pub should: Option<String>,
    /// Where that is ruled; absent where nothing is wrong.
    pub source: Option<String>,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Observation {
    /// From 1.
    pub turn: u32,
    /// What it is worth.
    pub mark: Mark,
    /// The same in a word.
    pub verdict: String,
    /// Name of the criterion.
    pub criterion: String,
    /// What was seen, and why it counts.
    pub why: String,
    /// Where it is taught or ruled.
    pub source: String,
}

/// One thing after another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Passage {
    /// A visit begins.
    Visit {
        /// As it is headed.
        title: String,
        /// Date and time.
        when: String,
    },
    /// A line.
    Said {
        /// Name of the speaker.
        who: String,
        /// How it is said; absent where it is said plainly.
        manner: Option<String>,
        /// The words.
        text: String,
    },
    /// Narration.
    Told {
        /// What is told.
        text: String,
    },
    /// A turn of the trainee.
    Trainee {
        /// From 1.
        turn: u32,
        /// Session clock: `3:20`, `1:03:20`.
        time: String,
        /// How it was timed; absent where that is worth no word.
        how: Option<String>,
        /// What was said or done.
        text: String,
        /// What its evidence is worth, one for each piece.
        marks: Vec<Mark>,
        /// What it brought about.
        notes: Vec<String>,
    },
    /// Something that nobody said.
    Happened {
        /// What happened.
        text: String,
        /// Whether it is bad: an outburst, a broken promise.
        grave: bool,
    },
    /// The end.
    Ended {
        /// As it is headed.
        title: String,
        /// What is told of it.
        text: String,
    },
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

/// A fact worth noting, and whether it arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// As it stands in the notebook.
    pub text: String,
    /// When it was told, in words.
    pub told: String,
    /// When it was noted, in words.
    pub noted: String,
    /// Told and noted, told only, never told.
    pub mark: Mark,
}

/// A paper, a promise or a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The day.
    pub when: String,
    /// From 1; 0 before the first.
    pub turn: u32,
    /// What kind of thing it is.
    pub what: String,
    /// Its name.
    pub text: String,
    /// What came of it.
    pub fate: Option<String>,
    /// Whether that is as it should be.
    pub mark: Mark,
}

/// Questions of one part of the talk afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Questions {
    /// What the part is for.
    pub stage: String,
    /// In the order in which they are asked.
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
