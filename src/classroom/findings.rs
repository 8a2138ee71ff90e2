//! What is found when a log is looked at that was handed in: replay, seal and paper say whether it is what it says it is.

use super::ids::{Moment, SeatId};
use super::model::{Assignment, Grant};
use super::paper::{Seal, SealKey};
use crate::logbook::PlayedBy;
use crate::logbook::log::LogFile;
use crate::logbook::recording::Opened;
use crate::session::moves::Mode;
use crate::vocabulary::Message;
use serde::{Deserialize, Serialize};

/// The session's own clock may be ahead of the wall's by so much: clocks are read at different moments.
const CLOCK_SLACK_MS: u64 = 60_000;

/// One thing found. Each is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The log cannot be read; why, in our own words.
    Unreadable {
        /// As a message of the log.
        why: String,
    },
    /// Played again it gives something else, from this line on.
    Differs {
        /// Counted from 1.
        line: usize,
    },
    /// The scenario inside it is not the one that its head names.
    ScenarioSwapped,
    /// The seal was not made with this seat's key for this log.
    SealForged,
    /// It has no seal: it may be of anybody who had the program.
    Unsealed,
    /// Its lines are of an old format and do not hang together.
    Unchained,
    /// The end is torn off.
    Torn {
        /// What could not be read.
        bytes: u64,
    },
    /// It breaks off before an ending.
    Unfinished,
    /// Versions have changed since: `app`, `acts`, `rubric`, `model`, `papers`.
    OtherVersions {
        /// Which.
        what: Vec<String>,
    },
    /// No scenario of the paper.
    OtherScenario,
    /// Practice handed in as an exam, or the other way round.
    OtherMode,
    /// Another seed than the paper's.
    OtherSeed,
    /// Without time pressure, and nobody granted it.
    Untimed,
    /// Without time pressure, as granted.
    UntimedGranted,
    /// Scored by another rubric than the paper's.
    OtherRubric {
        /// Of the log.
        rubric: String,
    },
    /// The name in the log is not that of whoever handed it in.
    OtherName {
        /// In the log.
        name: String,
    },
    /// Nobody of the class has the name in the log: somebody was entered for it.
    Unknown {
        /// In the log.
        name: String,
    },
    /// A machine or a file of answers made moves.
    PlayedByMachine,
    /// The log does not say who played.
    PlayedByNobody,
    /// The clock was stopped.
    Paused {
        /// How often.
        times: u32,
    },
    /// It was left and gone on with.
    Resumed {
        /// How often.
        times: u32,
    },
    /// Steps back.
    SteppedBack {
        /// How often.
        times: u32,
    },
    /// The session's clock ran longer than there was time: waiting was claimed that never was.
    ClockAhead {
        /// By so many seconds.
        seconds: u64,
    },
    /// Begun before the assignment opened, or handed in after it closed.
    OutOfHours,
    /// More attempts than the paper allows.
    TooMany,
    /// Another log of the same sitting was handed in and goes on otherwise: one of them is a copy.
    Forked,
}

/// What follows from a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// It is said.
    Note,
    /// It is said first, and the instructor decides.
    Doubt,
    /// The log is not taken.
    Refused,
}

impl Finding {
    /// What follows from it.
    pub const fn weight(&self) -> Weight {
        match self {
            Self::Unreadable { .. } | Self::Differs { .. } | Self::ScenarioSwapped | Self::SealForged => {
                Weight::Refused
            }
            Self::OtherScenario
            | Self::OtherMode
            | Self::OtherSeed
            | Self::Untimed
            | Self::OtherRubric { .. }
            | Self::OtherName { .. }
            | Self::PlayedByMachine
            | Self::ClockAhead { .. }
            | Self::TooMany
            | Self::Forked
            | Self::Unchained => Weight::Doubt,
            _ => Weight::Note,
        }
    }

    /// As a sentence.
    pub fn message(&self) -> Message {
        match self {
            Self::Unreadable { why } => Message::new("class-found-unreadable").with("why", why),
            Self::Differs { line } => Message::new("class-found-differs").with("line", *line),
            Self::ScenarioSwapped => Message::new("class-found-swapped"),
            Self::SealForged => Message::new("class-found-forged"),
            Self::Unsealed => Message::new("class-found-unsealed"),
            Self::Unchained => Message::new("class-found-unchained"),
            Self::Torn { bytes } => Message::new("class-found-torn").with("bytes", *bytes),
            Self::Unfinished => Message::new("class-found-unfinished"),
            Self::OtherVersions { what } => Message::new("class-found-versions").with("what", what.join(", ")),
            Self::OtherScenario => Message::new("class-found-scenario"),
            Self::OtherMode => Message::new("class-found-mode"),
            Self::OtherSeed => Message::new("class-found-seed"),
            Self::Untimed => Message::new("class-found-untimed"),
            Self::UntimedGranted => Message::new("class-found-untimed-granted"),
            Self::OtherRubric { rubric } => Message::new("class-found-rubric").with("rubric", rubric),
            Self::OtherName { name } => Message::new("class-found-name").with("name", name),
            Self::Unknown { name } => Message::new("class-found-unknown").with("name", name),
            Self::PlayedByMachine => Message::new("class-found-machine"),
            Self::PlayedByNobody => Message::new("class-found-nobody"),
            Self::Paused { times } => Message::new("class-found-paused").with("times", *times),
            Self::Resumed { times } => Message::new("class-found-resumed").with("times", *times),
            Self::SteppedBack { times } => Message::new("class-found-back").with("times", *times),
            Self::ClockAhead { seconds } => Message::new("class-found-clock").with("seconds", *seconds),
            Self::OutOfHours => Message::new("class-found-hours"),
            Self::TooMany => Message::new("class-found-too-many"),
            Self::Forked => Message::new("class-found-forked"),
        }
    }
}

/// The heaviest of them.
pub fn heaviest(findings: &[Finding]) -> Weight {
    findings.iter().map(Finding::weight).max().unwrap_or(Weight::Note)
}

/// What a log is held against.
#[derive(Clone, Debug)]
pub struct Expected<'a> {
    /// What was assigned; `None`: practice that nobody assigned.
    pub assignment: Option<&'a Assignment>,
    /// What this person was granted in it.
    pub granted: Grant,
    /// Names that whoever hands it in may go by; empty: not known.
    pub names: &'a [&'a str],
    /// How it is known where it comes from.
    pub sealing: Sealing<'a>,
    /// When it came.
    pub now: Moment,
}

/// How it is known where a log comes from.
#[derive(Clone, Copy, Debug)]
pub enum Sealing<'a> {
    /// It was played on our own server: nothing had to be carried.
    OurOwn,
    /// It was brought.
    Brought {
        /// With this seal.
        seal: Option<&'a Seal>,
        /// The seat that the seal names, and its key; `None`: there is no such seat in the class.
        key: Option<(&'a SealKey, SeatId)>,
    },
}

/// Holds a log against what was expected.
pub fn look(log: &LogFile, opened: &Opened, expected: &Expected<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    replayed(opened, &mut found);
    if let Sealing::Brought { seal, key } = expected.sealing {
        sealed(log, seal, key, expected.assignment, &mut found);
    }
    played(opened, expected, &mut found);
    if let Some(assignment) = expected.assignment {
        assigned(opened, assignment, expected, &mut found);
    }
    if let Some(name) = &opened.head.trainee
        && !expected.names.is_empty()
        && !expected.names.contains(&name.as_str())
    {
        found.push(Finding::OtherName { name: name.clone() });
    }
    found.sort_by_key(|finding| std::cmp::Reverse(finding.weight()));
    found
}

fn replayed(opened: &Opened, found: &mut Vec<Finding>) {
    let report = &opened.verified;
    if !report.scenario_as_named {
        found.push(Finding::ScenarioSwapped);
    }
    if !report.versions.is_empty() {
        let what = report.versions.iter().map(|changed| changed.what.to_owned()).collect();
        found.push(Finding::OtherVersions { what });
    }
    match &report.difference {
        // Another version may give other feelings for the same moves: nobody forged that.
        Some(_) if report.versions.iter().any(|changed| changed.what != "app") => {}
        Some(difference) => found.push(Finding::Differs { line: difference.line }),
        None => {}
    }
    if !report.chained {
        found.push(Finding::Unchained);
    }
    if let Some(damage) = report.damage {
        found.push(Finding::Torn { bytes: damage.bytes });
    }
    if opened.scores.is_none() {
        found.push(Finding::Unfinished);
    }
}

fn sealed(
    log: &LogFile,
    seal: Option<&Seal>,
    key: Option<(&SealKey, SeatId)>,
    assignment: Option<&Assignment>,
    found: &mut Vec<Finding>,
) {
    let Some(seal) = seal else { return found.push(Finding::Unsealed) };
    let fits = match (key, log.chain.tip()) {
        (Some((key, seat)), Some(tip)) => seat == seal.seat && seal.fits(key, tip),
        _ => false,
    };
    let same_paper = assignment.map(|assignment| assignment.paper_hash.as_str()) == seal.paper.as_deref();
    if !fits || !same_paper {
        found.push(Finding::SealForged);
    }
}

fn played(opened: &Opened, expected: &Expected<'_>, found: &mut Vec<Finding>) {
    let how = &opened.how;
    if how.by.iter().any(|by| !matches!(by, PlayedBy::Hand)) {
        found.push(Finding::PlayedByMachine);
    }
    if !how.says_who() {
        found.push(Finding::PlayedByNobody);
    }
    if how.pauses > 0 {
        found.push(Finding::Paused { times: how.pauses });
    }
    if how.resumes > 0 {
        found.push(Finding::Resumed { times: how.resumes });
    }
    if !how.steps_back.is_empty() {
        found.push(Finding::SteppedBack { times: u32::try_from(how.steps_back.len()).unwrap_or(u32::MAX) });
    }
    let clock = opened.events.iter().filter_map(super::summary::at_ms).max().unwrap_or(0);
    if let Some(started) = began(&opened.head.started) {
        let wall = u64::try_from(expected.now.since(started)).unwrap_or(0);
        if clock > wall.saturating_add(CLOCK_SLACK_MS) {
            found.push(Finding::ClockAhead { seconds: (clock - wall) / 1000 });
        }
    }
}

fn assigned(opened: &Opened, assignment: &Assignment, expected: &Expected<'_>, found: &mut Vec<Finding>) {
    let (head, paper) = (&opened.head, &assignment.paper);
    if paper.item_of(head).is_none() {
        found.push(Finding::OtherScenario);
    }
    if head.settings.mode != paper.mode {
        found.push(Finding::OtherMode);
    }
    if paper.seed.is_some_and(|seed| seed != head.settings.seed) {
        found.push(Finding::OtherSeed);
    }
    if paper.timed && !head.settings.timed {
        found.push(if expected.granted.untimed { Finding::UntimedGranted } else { Finding::Untimed });
    }
    if head.rubric != paper.rubric {
        found.push(Finding::OtherRubric { rubric: head.rubric.clone() });
    }
    let early = began(&head.started).is_some_and(|began| assignment.opens.is_some_and(|opens| began < opens));
    if paper.mode == Mode::Exam && (early || assignment.closes.is_some_and(|closes| expected.now > closes)) {
        found.push(Finding::OutOfHours);
    }
}

/// When a log was begun, by its own head.
pub fn began(started: &str) -> Option<Moment> {
    started.parse::<jiff::Timestamp>().ok().map(|at| Moment(at.as_millisecond()))
}
