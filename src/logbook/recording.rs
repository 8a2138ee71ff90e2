//! A session with its log: every move is on the disk before its consequences are shown.

use super::catalogues as shelf;
use super::chain::Chain;
use super::error::{ApplyError, LogError, Task};
use super::how_played::{HowPlayed, Mark, PlayedBy};
use super::log::{self, Damage, Files, LogEntry, LogFile, LogHead, ScenarioRef, Scores};
use super::record::{Names, Recorded};
use super::self_rating::SelfRating;
use super::writer::{self, Sink, Writer};
use crate::scenario::model::Scenario;
use crate::session::{Awaiting, Event, Move, Projection, Session, Settings, effective};
use crate::vocabulary::Locale;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a session begins with.
pub struct Start {
    pub scenario: Arc<Scenario>,
    /// The files it was loaded from.
    pub files: Files,
    pub settings: Settings,
    /// Wall-clock time in the trainee's time zone, e.g. `2026-03-09T09:12:00+08:00`.
    pub started: String,
    pub trainee: Option<String>,
    pub class: Option<String>,
    /// `None`: nobody says.
    pub played_by: Option<PlayedBy>,
}

impl Start {
    fn head(&self) -> LogHead {
        let scenario = &self.scenario;
        let titles = Locale::ALL.into_iter().filter_map(|locale| {
            let title = match &scenario.title.translated[locale as usize] {
                Some(title) => title,
                None if locale == scenario.locale => &scenario.title.original,
                None => return None,
            };
            Some((locale, title.clone()))
        });
        let versions = shelf::versions();
        let named =
            |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        LogHead {
            format: log::FORMAT,
            app: log::APP_VERSION.to_owned(),
            acts: versions.acts,
            rubric: versions.rubric,
            model: versions.model,
            papers: versions.papers,
            scenario: ScenarioRef {
                id: scenario.id.clone(),
                hash: scenario.hash.clone(),
                locale: scenario.locale,
                title: titles.collect(),
            },
            settings: self.settings.clone(),
            started: self.started.clone(),
            trainee: named(&self.trainee),
            class: named(&self.class),
            played_by: self.played_by.clone(),
            files: self.files.clone(),
        }
    }
}

/// What continuing a log met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resumed {
    /// Set where the end of the log was torn off.
    pub damage: Option<Damage>,
    /// Where the log with its torn end was kept.
    pub kept_as: Option<PathBuf>,
}

/// A session that is being logged.
pub struct Recording {
    session: Session,
    head: LogHead,
    path: PathBuf,
    writer: Writer,
    chain: Chain,
    events: Vec<Event>,
    moves: u32,
    /// Where the events of the last move begin.
    latest: usize,
    self_rating: Option<SelfRating>,
    /// Set where the log was saved elsewhere and nobody has been told yet.
    moved: bool,
}

impl Recording {
    /// Begins a session and its log. `path` must not exist yet; without a log there is no session.
    ///
    /// # Errors
    ///
    /// [`LogError`]: there is a file of this name, or it cannot be written.
    pub fn start(path: &Path, start: Start) -> Result<Self, LogError> {
        Self::start_in(path, writer::create(path)?, start)
    }

    /// As [`Recording::start`], in a file of [`writer::create`].
    ///
    /// # Errors
    ///
    /// [`LogError::Io`], where it cannot be written.
    pub fn start_in(path: &Path, file: File, start: Start) -> Result<Self, LogError> {
        Self::start_on(path, Box::new(file), start).inspect_err(|_| {
            // Nothing was shown yet; an empty or half-written log would only confuse.
            let _ = std::fs::remove_file(path);
        })
    }

    /// As [`Recording::start`], into any sink.
    ///
    /// # Errors
    ///
    /// [`LogError::Io`], where the sink takes nothing.
    pub fn start_on(path: &Path, sink: Box<dyn Sink>, start: Start) -> Result<Self, LogError> {
        let head = start.head();
        let mut events = Vec::new();
        let session = Session::begin(start.scenario, start.settings, &mut events);
        let mut writer = Writer::new(sink, 0);
        let first = log::line_of(&head).map_err(|error| LogError::io(path, Task::Write, error))?;
        let chain = Chain::after(first.as_bytes(), head.format);
        writer.push(first);
        let mut recording = Self {
            session,
            head,
            path: path.to_owned(),
            writer,
            chain,
            events,
            moves: 0,
            latest: 0,
            self_rating: None,
            moved: false,
        };
        recording.push_opening()?;
        recording.retry()?;
        Ok(recording)
    }

    /// Opens the log of a session and goes on where it was.
    ///
    /// A log of another version of the visitor model may tell of other feelings than its moves give now: what it says
    /// was felt stays as it was shown then. Only where the moves lead somewhere else now is it
    /// [`LogError::Diverged`], as every difference is for a log of the present version.
    ///
    /// # Errors
    ///
    /// [`LogError`]: cannot be read or written, is being written by another session, or [`LogError::Diverged`].
    pub fn resume(path: &Path) -> Result<(Self, Resumed), LogError> {
        let reopened = writer::reopen(path)?;
        let resumed = Resumed { damage: reopened.log.damage, kept_as: reopened.kept_as };
        Ok((Self::resume_on(path, reopened.log, Box::new(reopened.file))?, resumed))
    }

    /// As [`Recording::resume`], with a log that was read and a sink that holds as much of it as could be read; `path` is only for
    /// the messages.
    ///
    /// # Errors
    ///
    /// [`LogError`]: the sink takes nothing, or [`LogError::Diverged`].
    pub fn resume_on(path: &Path, log: LogFile, sink: Box<dyn Sink>) -> Result<Self, LogError> {
        let scenario = shelf::scenario_of(&log.head, path)?;
        let mut played = replay(&log, Arc::clone(&scenario));
        if played.difference.is_some() && log.head.model != shelf::MODEL_VERSION {
            played = follow(&log, scenario, path)?;
        }
        if let Some(Difference { line, .. }) = played.difference {
            return Err(LogError::Diverged { path: path.to_owned(), line, app: log.head.app });
        }
        let assessed = log.scores().is_some();
        let self_rating = log.self_rating();
        let begun = !log.entries.is_empty();
        let mut recording = Self {
            session: played.session,
            head: log.head,
            path: path.to_owned(),
            writer: Writer::new(sink, log.valid_len),
            chain: log.chain,
            events: played.events,
            moves: played.moves,
            latest: played.latest,
            self_rating,
            moved: false,
        };
        // A crash between two lines leaves what can be worked out again.
        if !begun {
            recording.push_opening()?;
        } else if recording.ended() && !assessed {
            recording.push_scores()?;
        }
        recording.retry()?;
        Ok(recording)
    }

    /// Takes one move; its events are on the disk when this returns `Ok`.
    ///
    /// On [`ApplyError::Write`] the move counts in memory: [`Recording::latest`] has its events and
    /// [`Recording::retry`], or the next move, writes what is missing.
    ///
    /// # Errors
    ///
    /// [`ApplyError::Move`], where it does not fit and nothing changed; [`ApplyError::Write`], where it counts but is not on the disk.
    pub fn apply(&mut self, input: &Move) -> Result<&[Event], ApplyError> {
        let before = self.events.len();
        if let Err(error) = self.session.apply(input, &mut self.events) {
            self.events.truncate(before);
            return Err(error.into());
        }
        self.latest = before;
        self.moves += 1;
        self.self_rating = None;
        let events = self.record(&self.events[before..]);
        self.push(&LogEntry::Move { n: self.moves, input: input.clone(), events })?;
        if self.ended() {
            self.push_scores()?;
        }
        self.retry()?;
        Ok(&self.events[before..])
    }

    /// Writes down what the trainee says of the session that has ended; only the first word counts, said before the
    /// scores were seen.
    ///
    /// # Errors
    ///
    /// [`LogError::Io`], where it cannot be written.
    pub fn rate(&mut self, self_rating: SelfRating) -> Result<(), LogError> {
        if self.ended() && self.self_rating.is_none() {
            self.push(&LogEntry::SelfRating { self_rating })?;
            self.self_rating = Some(self_rating);
        }
        self.retry()
    }

    /// Writes down what happens to the sitting of a session that has not ended.
    ///
    /// # Errors
    ///
    /// [`LogError::Io`], where it cannot be written.
    pub fn mark(&mut self, mark: Mark) -> Result<(), LogError> {
        if !self.ended() {
            self.push(&LogEntry::Mark { mark })?;
        }
        self.retry()
    }

    /// Writes what is not on the disk yet. Where the log's place is gone, its folder removed or its stick pulled, the
    /// whole log is saved elsewhere: [`Recording::take_moved`] says where.
    ///
    /// # Errors
    ///
    /// [`LogError::Io`], where it still cannot be written.
    pub fn retry(&mut self) -> Result<(), LogError> {
        self.writer.flush().map_err(|error| self.failed(error))?;
        if let Some(path) = self.writer.leave_lost_place(&self.path)? {
            self.path = path;
            self.moved = true;
        }
        Ok(())
    }

    /// Where the log is now, if it had to be saved elsewhere since this was last asked.
    pub fn take_moved(&mut self) -> Option<&Path> {
        std::mem::take(&mut self.moved).then_some(self.path.as_path())
    }

    /// Lines that exist in memory only.
    pub fn unsaved(&self) -> usize {
        self.writer.unsaved()
    }

    pub fn session(&self) -> &Session {
        &self.session
    }

    pub fn head(&self) -> &LogHead {
        &self.head
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Moves taken so far.
    pub const fn moves(&self) -> u32 {
        self.moves
    }

    /// What the trainee said of it, once they did.
    pub const fn self_rating(&self) -> Option<SelfRating> {
        self.self_rating
    }

    /// All events since the session began, those that a step back undid included.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The events of the last move, or of the beginning.
    pub fn latest(&self) -> &[Event] {
        &self.events[self.latest..]
    }

    pub fn ended(&self) -> bool {
        matches!(self.session.awaiting(), Awaiting::Ended { .. })
    }

    fn record(&self, events: &[Event]) -> Vec<Recorded> {
        record_all(events, self.session.scenario())
    }

    fn push_opening(&mut self) -> Result<(), LogError> {
        self.push(&LogEntry::Opening { opening: self.record(&self.events) })?;
        if self.ended() {
            self.push_scores()?;
        }
        Ok(())
    }

    fn push_scores(&mut self) -> Result<(), LogError> {
        let assessment = scores(self.session.scenario(), &self.head.settings, &self.events);
        self.push(&LogEntry::Assessment { assessment })
    }

    fn push(&mut self, entry: &LogEntry) -> Result<(), LogError> {
        let line = self.chain.line_of(entry).map_err(|error| self.failed(error))?;
        self.writer.push(line);
        Ok(())
    }

    fn failed(&self, error: std::io::Error) -> LogError {
        LogError::io(&self.path, Task::Write, error)
    }
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

fn record_all(events: &[Event], scenario: &Scenario) -> Vec<Recorded> {
    let names = Names::shipped(scenario);
    events.iter().map(|event| Recorded::of(event, &names)).collect()
}

fn scores(scenario: &Scenario, settings: &Settings, events: &[Event]) -> Scores {
    Scores::of(&shelf::assess(scenario, settings, events))
}

/// A log opened to be looked at: everything that a debrief or a report needs.
#[derive(Clone)]
pub struct Opened {
    pub head: LogHead,
    pub scenario: Arc<Scenario>,
    /// All events; [`crate::session::effective`] leaves out what was stepped back from.
    pub events: Vec<Event>,
    pub moves: Vec<Move>,
    /// The scores as they were recorded, where the session has ended.
    pub scores: Option<Scores>,
    /// What the trainee said of it before seeing them.
    pub self_rating: Option<SelfRating>,
    pub how: HowPlayed,
    /// What playing it again gave.
    pub verified: VerifyReport,
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
    pub moves: u32,
    pub events: usize,
    /// True if the log ends with scores and they were worked out again.
    pub scored: bool,
    /// Lines at the end that cannot be read.
    pub damage: Option<Damage>,
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
    pub recorded: String,
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

struct Replayed {
    session: Session,
    events: Vec<Event>,
    moves: u32,
    latest: usize,
    difference: Option<Difference>,
}

/// Plays the moves of a log again, up to the first difference.
fn replay(log: &LogFile, scenario: Arc<Scenario>) -> Replayed {
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
fn follow(log: &LogFile, scenario: Arc<Scenario>, path: &Path) -> Result<Replayed, LogError> {
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
