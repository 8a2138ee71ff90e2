//! What can go wrong with a log: what, where and what to do.

use super::log::APP_VERSION;
use super::record::{NameKind, RecordError};
use crate::session::MoveError;
use crate::vocabulary::{Message, io_message};
use std::io;
use std::path::{Path, PathBuf};
use strum::IntoStaticStr;

/// Why a log cannot be written, read or continued.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The system says no.
    #[error("cannot {task:?} {}: {source}", path.display())]
    Io {
        /// The log.
        path: PathBuf,
        /// What was being done to it.
        task: Task,
        /// What the system says.
        source: io::Error,
    },
    /// A log of that name is there already.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// Somebody else has it open for writing.
    #[error("{} is being written by another session", .0.display())]
    Busy(PathBuf),
    /// A file of no bytes: the machine went off before the first line was on the disk.
    #[error("{} is empty", .0.display())]
    Empty(PathBuf),
    /// A file of something else.
    #[error("{} is not a log of Calmdesk", .0.display())]
    Foreign(PathBuf),
    /// The first line is not whole, so nothing can be said of the rest.
    #[error("{} breaks off in its first line", .0.display())]
    TornHead(PathBuf),
    /// A program has rewritten its line ends, so no checksum fits.
    #[error("the line ends of {} were changed", .0.display())]
    LineEnds(PathBuf),
    /// Nobody reads an exam while it is sat.
    #[error("{} is an exam that somebody is sitting", .0.display())]
    Running(PathBuf),
    /// A later program wrote it.
    #[error("{} has format {format}, known is {known}", path.display())]
    Newer {
        /// The log.
        path: PathBuf,
        /// The format it says it has.
        format: u32,
        /// The latest format that is known here.
        known: u32,
        /// Version of the program that wrote it.
        app: String,
    },
    /// More bytes than are read.
    #[error("{} holds more than {limit} bytes", path.display())]
    TooBig {
        /// The log.
        path: PathBuf,
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// More moves than a session has.
    #[error("{}, line {line}: more than {limit} moves or endings", path.display())]
    TooLong {
        /// The log.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// The most that are read.
        limit: u32,
    },
    /// A line in the middle is wrong; what follows it may not be trusted.
    #[error("{}, line {line}: {why:?}", path.display())]
    Damaged {
        /// The log.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// How it is wrong.
        why: Damaged,
    },
    /// The scenario that it carries has errors.
    #[error("{}: the scenario inside it cannot be read: {why}", path.display())]
    Scenario {
        /// The log.
        path: PathBuf,
        /// What a check says of it.
        why: String,
    },
    /// An id that its own scenario does not have.
    #[error("{}, line {line}: {source}", path.display())]
    Unresolved {
        /// The log.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// Which id.
        source: RecordError,
    },
    /// The same moves give other events: the program or the log has changed.
    #[error("{}, line {line}: replaying it gives something else", path.display())]
    Diverged {
        /// The log.
        path: PathBuf,
        /// The first line that differs, from 1.
        line: usize,
        /// Version of the program that wrote it.
        app: String,
    },
}

/// What was being done to the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "log-cannot-")]
pub enum Task {
    /// Make a new one.
    Create,
    /// Open what is there.
    Open,
    /// Read it.
    Read,
    /// Append to it.
    Write,
    /// Keep the original of a damaged log.
    Keep,
    /// Throw it away.
    Delete,
    /// List the folder.
    List,
}

/// How a line in the middle of a log is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "log-damaged-")]
pub enum Damaged {
    /// Its checksum does not fit.
    Checksum,
    /// The checksum fits but the line makes no sense.
    Meaning,
    /// Lines are missing or doubled.
    Order,
    /// It does not hang on the line before it.
    Chain,
}

impl LogError {
    /// What the system said when this was being done to this file.
    pub fn io(path: &Path, task: Task, source: io::Error) -> Self {
        Self::Io { path: path.to_owned(), task, source }
    }

    /// The log that it is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::Exists(path)
            | Self::Busy(path)
            | Self::Empty(path)
            | Self::Foreign(path)
            | Self::TornHead(path)
            | Self::LineEnds(path)
            | Self::Running(path)
            | Self::Io { path, .. }
            | Self::Newer { path, .. }
            | Self::TooBig { path, .. }
            | Self::TooLong { path, .. }
            | Self::Damaged { path, .. }
            | Self::Scenario { path, .. }
            | Self::Unresolved { path, .. }
            | Self::Diverged { path, .. } => path,
        }
    }

    /// What happened, where, and what to do.
    pub fn message(&self) -> Message {
        let message = match self {
            Self::Io { task, source, .. } => Message::new(task.text_id()).with("why", io_message(source)),
            Self::Exists(_) => Message::new("log-exists"),
            Self::Busy(_) => Message::new("log-busy"),
            Self::Empty(_) => Message::new("log-empty"),
            Self::Foreign(_) => Message::new("log-foreign"),
            Self::TornHead(_) => Message::new("log-torn-head"),
            Self::LineEnds(_) => Message::new("log-line-ends"),
            Self::Running(_) => Message::new("log-running"),
            Self::TooLong { line, limit, .. } => Message::new("log-too-long").with("line", *line).with("limit", *limit),
            Self::Newer { format, known, app, .. } => {
                Message::new("log-newer").with("format", *format).with("known", *known).with("app", app)
            }
            Self::TooBig { limit, .. } => Message::new("log-too-big").with("megabytes", *limit / (1024 * 1024)),
            Self::Damaged { line, why, .. } => Message::new(why.text_id()).with("line", *line),
            Self::Scenario { why, .. } => Message::new("log-scenario").with("why", why),
            Self::Unresolved { line, source, .. } => (Message::new("log-unresolved").with("line", *line))
                .with("kind", Message::new(source.kind.text_id()))
                .with("id", &source.id),
            Self::Diverged { line, app, .. } => {
                Message::new("log-diverged").with("line", *line).with("app", app).with("here", APP_VERSION)
            }
        };
        message.with("path", self.path().display().to_string())
    }
}

impl Damaged {
    fn text_id(self) -> &'static str {
        self.into()
    }
}

impl Task {
    fn text_id(self) -> &'static str {
        self.into()
    }
}

impl NameKind {
    fn text_id(self) -> &'static str {
        self.into()
    }
}

/// Why a move brought no (saved) consequence.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// It does not fit; nothing changed.
    #[error(transparent)]
    Move(#[from] MoveError),
    /// It counts in memory, but it is not on the disk yet: [`crate::logbook::recording::Recording::retry`] writes what is missing.
    #[error(transparent)]
    Write(#[from] LogError),
}

impl ApplyError {
    /// The text that tells the trainee so.
    pub fn message(&self) -> Message {
        match self {
            Self::Move(error) => error.message(),
            Self::Write(error) => error.message(),
        }
    }
}
