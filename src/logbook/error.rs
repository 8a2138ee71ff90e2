//! What can go wrong with a log, as sentences that say what, where and what to do.

use super::record::{NameKind, RecordError};
use crate::args;
use crate::locale::Texts;
use crate::session::engine::MoveError;
use crate::vocabulary::Locale;
use std::io;
use std::path::{Path, PathBuf};

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
    #[error("{} has format {format}, known is {known}", path.display())]
    Newer { path: PathBuf, format: u32, known: u32, app: String },
    #[error("{} holds more than {limit} bytes", path.display())]
    TooBig { path: PathBuf, limit: u64 },
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damaged {
    /// Its checksum does not fit.
    Checksum,
    /// The checksum fits but the line makes no sense.
    Meaning,
    /// Lines are missing or doubled.
    Order,
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
            | Self::Io { path, .. }
            | Self::Newer { path, .. }
            | Self::TooBig { path, .. }
            | Self::Damaged { path, .. }
            | Self::Scenario { path, .. }
            | Self::Unresolved { path, .. }
            | Self::Diverged { path, .. } => path,
        }
    }

    /// What a person reads: what happened, where, and what to do.
    pub fn text(&self, locale: Locale) -> String {
        let path = self.path().display().to_string();
        match self {
            Self::Io { task, source, .. } => {
                let what = locale.text_with(task.text_id(), &args!("path" => path));
                format!("{what}{}", locale.text(io_text_id(source)))
            }
            Self::Exists(_) => locale.text_with("log-exists", &args!("path" => path)).into_owned(),
            Self::Busy(_) => locale.text_with("log-busy", &args!("path" => path)).into_owned(),
            Self::Empty(_) => locale.text_with("log-empty", &args!("path" => path)).into_owned(),
            Self::Foreign(_) => locale.text_with("log-foreign", &args!("path" => path)).into_owned(),
            Self::TornHead(_) => locale.text_with("log-torn-head", &args!("path" => path)).into_owned(),
            Self::Newer { format, known, app, .. } => locale
                .text_with(
                    "log-newer",
                    &args!("path" => path, "format" => *format, "known" => *known, "app" => app.as_str()),
                )
                .into_owned(),
            Self::TooBig { limit, .. } => locale
                .text_with("log-too-big", &args!("path" => path, "megabytes" => *limit / (1024 * 1024)))
                .into_owned(),
            Self::Damaged { line, why, .. } => {
                let id = match why {
                    Damaged::Checksum => "log-damaged-checksum",
                    Damaged::Meaning => "log-damaged-meaning",
                    Damaged::Order => "log-damaged-order",
                };
                locale.text_with(id, &args!("path" => path, "line" => *line)).into_owned()
            }
            Self::Scenario { why, .. } => {
                locale.text_with("log-scenario", &args!("path" => path, "why" => why.as_str())).into_owned()
            }
            Self::Unresolved { line, source, .. } => {
                let kind = locale.text(source.kind.text_id());
                locale
                    .text_with(
                        "log-unresolved",
                        &args!("path" => path, "line" => *line, "kind" => kind, "id" => source.id.as_str()),
                    )
                    .into_owned()
            }
            Self::Diverged { line, app, .. } => locale
                .text_with(
                    "log-diverged",
                    &args!("path" => path, "line" => *line, "app" => app.as_str(), "here" => crate::logbook::log::APP_VERSION),
                )
                .into_owned(),
        }
    }
}

impl Task {
    const fn text_id(self) -> &'static str {
        match self {
            Self::Create => "log-cannot-create",
            Self::Open => "log-cannot-open",
            Self::Read => "log-cannot-read",
            Self::Write => "log-cannot-write",
            Self::Keep => "log-cannot-keep",
            Self::Delete => "log-cannot-delete",
            Self::List => "log-cannot-list",
        }
    }
}

/// The reason and the way out, for the failures an office PC meets.
pub fn io_text_id(error: &io::Error) -> &'static str {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => "io-not-found",
        Kind::PermissionDenied => "io-permission",
        Kind::ReadOnlyFilesystem => "io-read-only",
        Kind::StorageFull | Kind::QuotaExceeded | Kind::WriteZero => "io-full",
        Kind::FileTooLarge => "io-too-large",
        Kind::IsADirectory => "io-is-folder",
        Kind::NotADirectory => "io-not-folder",
        Kind::AlreadyExists => "io-exists",
        _ => "io-other",
    }
}

impl NameKind {
    pub const ALL: [Self; 11] = [
        Self::Visit,
        Self::Node,
        Self::Option,
        Self::Visitor,
        Self::Fact,
        Self::Word,
        Self::Promise,
        Self::Var,
        Self::Act,
        Self::Article,
        Self::Paper,
    ];
    const fn text_id(self) -> &'static str {
        match self {
            Self::Visit => "name-visit",
            Self::Node => "name-node",
            Self::Option => "name-option",
            Self::Visitor => "name-visitor",
            Self::Fact => "name-fact",
            Self::Word => "name-word",
            Self::Promise => "name-promise",
            Self::Var => "name-var",
            Self::Act => "name-act",
            Self::Article => "name-article",
            Self::Paper => "name-paper",
        }
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
    pub fn text(&self, locale: Locale) -> String {
        match self {
            Self::Move(error) => move_text(error, locale),
            Self::Write(error) => error.text(locale),
        }
    }
}

/// What a person reads about a move that does not fit.
pub fn move_text(error: &MoveError, locale: Locale) -> String {
    match error {
        MoveError::Ended => locale.text("move-ended").into_owned(),
        MoveError::NotOnOffer { option, .. } => {
            locale.text_with("move-not-on-offer", &args!("option" => option.as_str())).into_owned()
        }
        MoveError::NoPaper => locale.text("move-no-paper").into_owned(),
        MoveError::PaperFirst { .. } => locale.text("move-paper-first").into_owned(),
        MoveError::FieldEmpty { field } => {
            locale.text_with("move-field-empty", &args!("field" => field.as_str())).into_owned()
        }
        MoveError::NotAnEntry { field, entry } => {
            let args = args!("field" => field.as_str(), "entry" => entry.as_str());
            locale.text_with("move-not-an-entry", &args).into_owned()
        }
        MoveError::NotAGesture(act) => {
            locale.text_with("move-not-a-gesture", &args!("act" => act.as_str())).into_owned()
        }
        MoveError::FactNotTold(fact) => {
            locale.text_with("move-fact-not-told", &args!("fact" => fact.as_str())).into_owned()
        }
        MoveError::NoStepBackInExam => locale.text("move-no-step-back-in-exam").into_owned(),
        MoveError::NoSuchTurn(turn) => locale.text_with("move-no-such-turn", &args!("turn" => *turn)).into_owned(),
    }
}
