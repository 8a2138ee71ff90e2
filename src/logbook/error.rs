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
    #[error("cannot {task:?} {}: {source}", path.display())]
    Io { path: PathBuf, task: Task, source: io::Error },
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    #[error("{} is being written by another session", .0.display())]
    Busy(PathBuf),
    #[error("{} is empty", .0.display())]
    Empty(PathBuf),
    #[error("{} is not a log of Calmdesk", .0.display())]
    Foreign(PathBuf),
    #[error("{} breaks off in its first line", .0.display())]
    TornHead(PathBuf),
    #[error("the line ends of {} were changed", .0.display())]
    LineEnds(PathBuf),
    #[error("{} is an exam that somebody is sitting", .0.display())]
    Running(PathBuf),
    #[error("{} has format {format}, known is {known}", path.display())]
    Newer { path: PathBuf, format: u32, known: u32, app: String },
    #[error("{} holds more than {limit} bytes", path.display())]
    TooBig { path: PathBuf, limit: u64 },
    #[error("{}, line {line}: more than {limit} moves or endings", path.display())]
    TooLong { path: PathBuf, line: usize, limit: u32 },
    #[error("{}, line {line}: {why:?}", path.display())]
    Damaged { path: PathBuf, line: usize, why: Damaged },
    #[error("{}: the scenario inside it cannot be read: {why}", path.display())]
    Scenario { path: PathBuf, why: String },
    #[error("{}, line {line}: {source}", path.display())]
    Unresolved { path: PathBuf, line: usize, source: RecordError },
    #[error("{}, line {line}: replaying it gives something else", path.display())]
    Diverged { path: PathBuf, line: usize, app: String },
}

/// What was being done to the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "log-cannot-", const_into_str)]
pub enum Task {
    Create,
    Open,
    Read,
    Write,
    /// Keep the original of a damaged log.
    Keep,
    Delete,
    List,
}

/// How a line in the middle of a log is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "log-damaged-", const_into_str)]
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
    pub fn io(path: &Path, task: Task, source: io::Error) -> Self {
        Self::Io { path: path.to_owned(), task, source }
    }

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
    const fn text_id(self) -> &'static str {
        self.into_str()
    }
}

impl Task {
    const fn text_id(self) -> &'static str {
        self.into_str()
    }
}

impl NameKind {
    const fn text_id(self) -> &'static str {
        self.into_str()
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
    pub fn message(&self) -> Message {
        match self {
            Self::Move(error) => error.message(),
            Self::Write(error) => error.message(),
        }
    }
}
