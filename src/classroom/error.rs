//! What can go wrong with a class: what, where and what to do.

use super::ids::NoChance;
use crate::logbook::LogError;
use crate::session::MoveError;
use crate::vocabulary::{Message, io_message};
use std::io;
use std::path::PathBuf;
use strum::IntoStaticStr;

/// Why the room could not do what was asked. Nothing was changed, unless a variant says otherwise.
#[derive(Debug, thiserror::Error)]
pub enum ClassError {
    /// There is nothing of this identity (any more).
    #[error("there is no such {0:?}")]
    NoSuch(Thing),
    /// No class has this code.
    #[error("no class has the code {0}")]
    WrongCode(String),
    /// Somebody of the class has this name, pseudonym or number already.
    #[error("{0} is taken")]
    Taken(String),
    /// No more than `limit` of it.
    #[error("no more than {limit} of {what:?}")]
    Full {
        /// What there would be too many of.
        what: Thing,
        /// How many there may be.
        limit: u64,
    },
    /// A text is empty or longer than `limit` characters.
    #[error("{what}: 1 to {limit} characters")]
    Text {
        /// Fluent message of what it is the text of.
        what: &'static str,
        /// Characters.
        limit: usize,
    },
    /// The attempt cannot be gone on with now.
    #[error("not open: {0:?}")]
    NotOpen(NotOpen),
    /// Somebody else wrote this attempt meanwhile: another server, another tab. Rebuild it from the store.
    #[error("step {expected} comes next")]
    OutOfStep {
        /// The number that is expected.
        expected: u32,
    },
    /// The move does not fit.
    #[error(transparent)]
    Move(#[from] MoveError),
    /// A log that cannot be read.
    #[error(transparent)]
    Log(#[from] LogError),
    /// A scenario of a paper cannot be loaded, or is not among those given.
    #[error("the scenario {0} cannot be loaded")]
    Scenario(String),
    /// The database did not take or give something. What was acknowledged before is safe; the same call may be made again.
    #[error("the database: {why:?}: {said}")]
    Database {
        /// What kind of failure.
        why: Trouble,
        /// In the database's words.
        said: String,
    },
    /// The system gives no random numbers.
    #[error(transparent)]
    NoChance(#[from] NoChance),
    /// A file or folder.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A ZIP archive.
    #[error(transparent)]
    Zip(#[from] crate::scenario::zip::ZipError),
    /// A workbook could not be made.
    #[error("the workbook: {0}")]
    Workbook(String),
}

/// What the store keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "class-thing-")]
pub enum Thing {
    /// A class.
    Class,
    /// A person.
    Person,
    /// A seat.
    Seat,
    /// An assignment.
    Assignment,
    /// An attempt.
    Attempt,
    /// A scenario.
    Scenario,
    /// A log among those collected.
    Log,
    /// A criterion of the rubric.
    Criterion,
}

/// Why an attempt cannot begin or go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "class-not-open-")]
pub enum NotOpen {
    /// The class is closed.
    ClassClosed,
    /// The assignment opens later.
    TooEarly,
    /// It is paused.
    Paused,
    /// It was closed, or its closing time is over.
    Closed,
    /// The minutes of this attempt are over.
    TimeOver,
    /// This attempt was handed in.
    HandedIn,
    /// The person has no attempts left.
    NoAttemptsLeft,
    /// The seat is locked.
    Locked,
}

/// Why the database failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "class-database-")]
pub enum Trouble {
    /// It cannot be reached.
    Gone,
    /// Its disk is full.
    Full,
    /// Others write to it, and it did not come to our turn.
    Busy,
    /// It is read-only, or this user may not.
    Forbidden,
    /// A newer version of the program made it.
    Newer,
    /// Its address is not understood.
    Address,
    /// Anything else.
    Other,
}

impl ClassError {
    /// As a sentence that says what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::NoSuch(thing) => {
                Message::new("class-no-such").with("what", Message::new(<&'static str>::from(*thing)))
            }
            Self::WrongCode(code) => Message::new("class-wrong-code").with("code", code),
            Self::Taken(name) => Message::new("class-taken").with("name", name),
            Self::Full { what, limit } => {
                Message::new("class-full").with("what", Message::new(<&'static str>::from(*what))).with("limit", *limit)
            }
            Self::Text { what, limit } => {
                Message::new("class-text").with("what", Message::new(*what)).with("limit", *limit)
            }
            Self::NotOpen(why) => Message::new(<&'static str>::from(*why)),
            Self::OutOfStep { expected } => Message::new("class-out-of-step").with("expected", *expected),
            Self::Move(error) => error.message(),
            Self::Log(error) => error.message(),
            Self::Scenario(id) => Message::new("class-scenario").with("id", id),
            Self::Database { why, said } => Message::new(<&'static str>::from(*why)).with("said", said),
            Self::NoChance(_) => Message::new("class-no-chance"),
            Self::Io { path, source } => {
                Message::new("class-io").with("path", path.display().to_string()).with("why", io_message(source))
            }
            Self::Zip(error) => Message::new("class-zip").with("why", error.to_string()),
            Self::Workbook(said) => Message::new("class-workbook").with("said", said),
        }
    }

    pub(super) fn io(path: &std::path::Path, source: io::Error) -> Self {
        Self::Io { path: path.to_owned(), source }
    }
}

impl From<sqlx::Error> for ClassError {
    fn from(error: sqlx::Error) -> Self {
        let said = error.to_string();
        let why = match &error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Trouble::Gone,
            sqlx::Error::Configuration(_) => Trouble::Address,
            sqlx::Error::Database(inner) => by_code(&inner.code().unwrap_or_default()),
            _ => Trouble::Other,
        };
        Self::Database { why, said }
    }
}

/// By SQLite's extended result codes and PostgreSQL's classes of SQLSTATE.
fn by_code(code: &str) -> Trouble {
    let sqlite = code.parse::<u32>().ok().filter(|_| code.len() < 5).map(|code| code & 0xFF);
    match (sqlite, code) {
        (Some(13), _) => Trouble::Full,
        (Some(5 | 6), _) => Trouble::Busy,
        (Some(3 | 8 | 23), _) => Trouble::Forbidden,
        (Some(10 | 14), _) => Trouble::Gone,
        (_, "53100" | "53200") => Trouble::Full,
        (_, "40001" | "40P01" | "55P03" | "53300") => Trouble::Busy,
        (_, "25006" | "42501" | "28000" | "28P01") => Trouble::Forbidden,
        (_, code) if code.starts_with("57P") || code.starts_with("08") => Trouble::Gone,
        (_, "3D000") => Trouble::Address,
        _ => Trouble::Other,
    }
}

impl From<sqlx::migrate::MigrateError> for ClassError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        use sqlx::migrate::MigrateError;
        match error {
            MigrateError::Execute(error) => error.into(),
            MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => {
                Self::Database { why: Trouble::Newer, said: error.to_string() }
            }
            error => Self::Database { why: Trouble::Other, said: error.to_string() },
        }
    }
}
