//! A log played again: opened to be looked at, or held event for event against what its moves give today.

use super::catalogues as shelf;
use super::error::LogError;
use super::how_played::HowPlayed;
use super::log::{self, Damage, LogEntry, LogFile, LogHead, Scores};
use super::record::{Names, Recorded};
use super::self_rating::SelfRating;
use crate::scenario::model::Scenario;
use crate::session::{Event, Move, Projection, Session, Settings, effective};
use std::path::Path;
use std::sync::Arc;

/// A log opened to be looked at: everything that a debrief or a report needs.
#[derive(Clone)]
pub struct Opened {
    /// The log's first line.
    pub head: LogHead,
    /// Loaded from the files inside the log.
    pub scenario: Arc<Scenario>,
    /// All events; [`crate::session::effective`] leaves out what was stepped back from.
    pub events: Vec<Event>,
    /// In their order, those that a step back undid among them.
    pub moves: Vec<Move>,
    /// The scores as they were recorded, where the session has ended.
    pub scores: Option<Scores>,
    /// What the trainee said of it before seeing them.
    pub self_rating: Option<SelfRating>,
    /// Who played, with how many steps back and pauses.
    pub how: HowPlayed,
    /// What playing it again gave.
    pub verified: VerifyReport,
    /// What was dropped at the end of the log; `None`: nothing.
    pub damage: Option<Damage>,
}

/// Opens the log at `path` and plays it again: its events are taken as they were recorded, and [`Opened::verified`] says
/// whether they came out again.
///
/// # Errors
///
/// [`LogError`]: cannot be read, or holds names that its scenario does not know.
pub fn open(path: &Path) -> Result<Opened, LogError> {
    opened(log::read(path)?, path)
}

/// As [`open`], of a log that was read; `path` is only for the messages.
///
/// # Errors
///
/// [`LogError`]: it holds names that its scenario does not know.
pub fn opened(log: LogFile, path: &Path) -> Result<Opened, LogError> {
    let scenario = shelf::scenario_of(&log.head, path)?;
    let mut events = Vec::new();
    for (at, entry) in log.entries.iter().enumerate() {
        if let LogEntry::Opening { opening: recorded } | LogEntry::Move { events: recorded, .. } = entry {
            resolve_all(recorded, &scenario, path, at, &mut events)?;
        }
    }
    let moves = log.moves().cloned().collect();
    let scores = log.scores().cloned();
    let (self_rating, how) = (log.self_rating(), HowPlayed::of(&log));
    let verified = VerifyReport::of(&log, &scenario);
    Ok(Opened { head: log.head, scenario, events, moves, scores, self_rating, how, verified, damage: log.damage })
}

/// What replaying a log found.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifyReport {
    /// How many were made again.
    pub moves: u32,
    /// How many came of them.
    pub events: usize,
    /// True if the log ends with scores and they were worked out again.
    pub scored: bool,
    /// Lines at the end that cannot be read.
    pub damage: Option<Damage>,
    /// Where the replay parts from the log; `None`: nowhere.
    pub difference: Option<Difference>,
    /// True if the scenario inside the log is the one whose hash and title stand in its head.
    pub scenario_as_named: bool,
    /// False for logs of formats before 4, whose lines do not hang together.
    pub chained: bool,
    /// Recorded and present version of whatever has changed since.
    pub versions: Vec<Changed>,
}

impl VerifyReport {
    /// True if every event and number is what it should be.
    pub fn holds(&self) -> bool {
        self.damage.is_none() && self.agrees()
    }

    /// True if everything that can be read is what it should be, be the end torn off or not.
    pub fn agrees(&self) -> bool {
        self.difference.is_none() && self.scenario_as_named
    }
}

/// A version that is not the one the log was recorded with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// `app`, `acts`, `rubric`, `model` or `papers`.
    pub what: &'static str,
    /// As it stands in the log's head.
    pub recorded: String,
    /// That of this program.
    pub present: String,
}

impl Changed {
    /// What it is the version of.
    pub fn text_id(&self) -> &'static str {
        match self.what {
            "acts" => "version-acts",
            "rubric" => "version-rubric",
            "model" => "version-model",
            "papers" => "version-papers",
            _ => "version-app",
        }
    }
}

/// The first place at which a log and its replay part.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// From 1.
    pub line: usize,
    /// JSON of what the log says; `None`: nothing.
    pub recorded: Option<String>,
    /// JSON of what the replay says, or why the move does not fit.
    pub recomputed: Option<String>,
}

/// Replays the log at `path` and compares every event and every number.
///
/// # Errors
///
/// [`LogError`]: cannot be read, or its scenario no longer loads. What replays otherwise is no error but in the report.
pub fn verify(path: &Path) -> Result<VerifyReport, LogError> {
    let log = log::read(path)?;
    let scenario = shelf::scenario_of(&log.head, path)?;
    Ok(VerifyReport::of(&log, &scenario))
}

impl VerifyReport {
    /// Replays `log` on the scenario inside it.
    pub fn of(log: &LogFile, scenario: &Arc<Scenario>) -> Self {
        let head = &log.head;
        let played = replay(log, Arc::clone(scenario));
        let present = shelf::versions();
        let pairs = [
            ("app", &head.app, log::APP_VERSION),
            ("acts", &head.acts, &present.acts),
            ("rubric", &head.rubric, &present.rubric),
            ("model", &head.model, &present.model),
            ("papers", &head.papers, &present.papers),
        ];
        let versions = pairs.into_iter().filter(|(_, recorded, present)| recorded != present);
        let titles = head.scenario.title.iter();
        let named = titles.clone().count() > 0
            && titles.into_iter().all(|(locale, title)| scenario.title.get(*locale) == title.as_str());
        Self {
            moves: played.moves,
            events: played.events.len(),
            scored: log.scores().is_some(),
            damage: log.damage,
            difference: played.difference,
            scenario_as_named: named && head.scenario.hash == scenario.hash,
            chained: log.chain.is_chained(),
            versions: versions
                .map(|(what, recorded, present)| Changed {
                    what,
                    recorded: recorded.clone(),
                    present: present.to_owned(),
                })
                .collect(),
        }
    }
}

/// A session that was played again, move by move.
pub(super) struct Replayed {
    pub session: Session,
    pub events: Vec<Event>,
    /// Of the log, as far as they fitted.
    pub moves: u32,
    /// Where in the events those of the last move begin.
    pub latest: usize,
    /// Where it parts from the log; `None`: nowhere.
    pub difference: Option<Difference>,
}

/// Plays the moves of a log again, up to the first difference.
pub(super) fn replay(log: &LogFile, scenario: Arc<Scenario>) -> Replayed {
    let mut events = Vec::new();
    let mut session = Session::begin(scenario, log.head.settings.clone(), &mut events);
    // Nothing is written before the first move.
    session.judge_papers_as(&log.head.papers);
    let mut played = Replayed { session, events, moves: 0, latest: 0, difference: None };
    for (at, entry) in log.entries.iter().enumerate() {
        let line = LogFile::line(at);
        let recorded = match entry {
            LogEntry::Opening { opening } => opening,
            LogEntry::Move { n, input, events } => {
                let before = played.events.len();
                if let Err(error) = played.session.apply(input, &mut played.events) {
                    played.events.truncate(before);
                    let recorded = serde_json::to_string(input).ok();
                    played.difference = Some(Difference { line, recorded, recomputed: Some(error.to_string()) });
                    break;
                }
                played.moves = *n;
                played.latest = before;
                events
            }
            LogEntry::Assessment { assessment } => {
                let found = scores(played.session.scenario(), &log.head.settings, &played.events);
                if found != *assessment {
                    played.difference = Some(Difference {
                        line,
                        recorded: serde_json::to_string(assessment).ok(),
                        recomputed: serde_json::to_string(&found).ok(),
                    });
                    break;
                }
                continue;
            }
            LogEntry::SelfRating { .. } | LogEntry::Mark { .. } => continue,
        };
        let found = record_all(&played.events[played.latest..], played.session.scenario());
        if let Some(at) = first_difference(recorded, &found) {
            let json = |event: &Recorded| serde_json::to_string(event).ok();
            played.difference = Some(Difference {
                line,
                recorded: recorded.get(at).and_then(json),
                recomputed: found.get(at).and_then(json),
            });
            break;
        }
    }
    played
}

/// Plays the moves of a log again and keeps the events as they were recorded, whatever is felt now. The difference that
/// remains is a move that does not fit any more, or another place at which the trainee stands.
pub(super) fn follow(log: &LogFile, scenario: Arc<Scenario>, path: &Path) -> Result<Replayed, LogError> {
    let (mut events, mut unread) = (Vec::new(), Vec::new());
    let mut session = Session::begin(scenario, log.head.settings.clone(), &mut unread);
    session.judge_papers_as(&log.head.papers);
    let (mut moves, mut latest, mut difference) = (0, 0, None);
    for (at, entry) in log.entries.iter().enumerate() {
        let line = LogFile::line(at);
        let recorded = match entry {
            LogEntry::Opening { opening } => opening,
            LogEntry::Move { n, input, events: recorded } => {
                if let Err(error) = session.apply(input, &mut unread) {
                    let recorded = serde_json::to_string(input).ok();
                    difference = Some(Difference { line, recorded, recomputed: Some(error.to_string()) });
                    break;
                }
                moves = *n;
                recorded
            }
            LogEntry::Assessment { .. } | LogEntry::SelfRating { .. } | LogEntry::Mark { .. } => continue,
        };
        latest = events.len();
        resolve_all(recorded, session.scenario(), path, at, &mut events)?;
    }
    if difference.is_none() && now(session.scenario(), &events).asked != Some(session.awaiting()) {
        difference = Some(Difference {
            line: LogFile::line(log.entries.len().saturating_sub(1)),
            recorded: None,
            recomputed: None,
        });
    }
    Ok(Replayed { session, events, moves, latest, difference })
}

/// Where a session stands after these events.
fn now(scenario: &Scenario, events: &[Event]) -> Projection {
    let mut now = Projection::new(scenario);
    effective(events).iter().for_each(|event| now.take(scenario, event));
    now
}

fn first_difference(recorded: &[Recorded], found: &[Recorded]) -> Option<usize> {
    let shared = recorded.iter().zip(found).position(|(recorded, found)| recorded != found);
    shared.or((recorded.len() != found.len()).then(|| recorded.len().min(found.len())))
}

/// Appends the events of the `at`th entry.
fn resolve_all(
    recorded: &[Recorded],
    scenario: &Scenario,
    path: &Path,
    at: usize,
    events: &mut Vec<Event>,
) -> Result<(), LogError> {
    let names = Names::shipped(scenario);
    for event in recorded {
        events.push(event.resolve(&names).map_err(|source| LogError::Unresolved {
            path: path.to_owned(),
            line: LogFile::line(at),
            source,
        })?);
    }
    Ok(())
}

pub(super) fn record_all(events: &[Event], scenario: &Scenario) -> Vec<Recorded> {
    let names = Names::shipped(scenario);
    events.iter().map(|event| Recorded::of(event, &names)).collect()
}

pub(super) fn scores(scenario: &Scenario, settings: &Settings, events: &[Event]) -> Scores {
    Scores::of(&shelf::assess(scenario, settings, events))
}
