//! A session with its log: every move is on the disk before its consequences are shown.

use super::catalogues as shelf;
use super::chain::Chain;
use super::error::{ApplyError, LogError, Task};
use super::how_played::{Mark, PlayedBy};
use super::log::{self, Damage, Files, LogEntry, LogFile, LogHead, ScenarioRef};
use super::record::Recorded;
pub use super::replay::{Changed, Difference, Opened, VerifyReport, open, opened, verify};
use super::replay::{follow, record_all, replay, scores};
use super::self_rating::SelfRating;
use super::writer::{self, Sink, Writer};
use crate::scenario::model::Scenario;
use crate::session::{Awaiting, Event, Move, Session, Settings};
use crate::vocabulary::Locale;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a session begins with.
pub struct Start {
    /// What is played.
    pub scenario: Arc<Scenario>,
    /// The files it was loaded from.
    pub files: Files,
    /// How it is played.
    pub settings: Settings,
    /// Wall-clock time in the trainee's time zone, e.g. `2026-03-09T09:12:00+08:00`.
    pub started: String,
    /// As they call themselves; `None`: nobody is named.
    pub trainee: Option<String>,
    /// The class they belong to; `None`: none.
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

    /// The play as it stands.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The log's first line.
    pub fn head(&self) -> &LogHead {
        &self.head
    }

    /// Where the log lies.
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

    /// Whether an end has been reached.
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
