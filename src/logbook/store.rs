//! The data folder: past sessions, and where new ones go. Nothing in it leaves the machine.

use super::error::{LogError, Task};
use super::how_played::HowPlayed;
use super::log::{self, LogFile, LogHead};
use super::record::Recorded;
use super::writer;
use crate::rubric::Standing;
use crate::rubric::assessment::Milli;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Names another data folder, for tests and shared computers.
pub const DATA_ENV: &str = "CALMDESK_DATA";
/// How the file of a log is called behind the dot.
pub const EXTENSION: &str = "calmlog";
/// Most sessions of one scenario that begin in one second.
const MOST_AT_ONCE: u32 = 10_000;
/// Characters of a scenario's id in the name of a log: file systems take names of 255 bytes.
const LONGEST_NAME: usize = 80;

/// The folder of this user's sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    root: PathBuf,
}

/// The system names no home for this user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no data folder is known: set {DATA_ENV}")]
pub struct NoDataFolder;

/// A session of the list.
#[derive(Debug)]
pub struct Listed {
    /// Where its log lies.
    pub path: PathBuf,
    /// What is known of it, or why its log cannot be read.
    pub log: Result<Summary, LogError>,
}

/// A session in short.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Its log's first line.
    pub head: LogHead,
    /// Turns taken, without those that a step back undid.
    pub turns: u32,
    /// Whether an end was reached.
    pub ended: bool,
    /// Set once it has ended.
    pub scores: Option<log::Scores>,
    /// Who played, with how many steps back and pauses.
    pub how: HowPlayed,
    /// What was dropped at the end of the log; `None`: nothing.
    pub damage: Option<log::Damage>,
}

impl Summary {
    fn of(log: LogFile) -> Self {
        let mut turns = 0;
        let mut ended = false;
        for event in log.recorded() {
            match event {
                Recorded::Chose { turn, .. } | Recorded::Gestured { turn, .. } | Recorded::Filled { turn, .. } => {
                    turns = *turn;
                }
                Recorded::SteppedBack { turn } => {
                    turns = turn.saturating_sub(1);
                    ended = false;
                }
                Recorded::Ended { .. } => ended = true,
                _ => {}
            }
        }
        let (scores, how) = (log.scores().cloned(), HowPlayed::of(&log));
        Self { head: log.head, turns, ended, scores, how, damage: log.damage }
    }

    /// How it stands by this pass mark.
    pub fn standing(&self, mark: Milli) -> Standing {
        match &self.scores {
            Some(scores) => Standing::of(mark, self.ended, !scores.critical.is_empty(), scores.dimensions())
                .doubted(self.how.doubts(&self.head.settings)),
            None => Standing::Unfinished,
        }
    }
}

impl Store {
    /// `CALMDESK_DATA` if set, else the place the system has for it.
    ///
    /// # Errors
    ///
    /// [`NoDataFolder`], where the system names none.
    pub fn of_user() -> Result<Self, NoDataFolder> {
        match std::env::var_os(DATA_ENV) {
            Some(root) if !root.is_empty() => Ok(Self::at(root)),
            _ => {
                let folders = directories::ProjectDirs::from("", "", "calmdesk").ok_or(NoDataFolder)?;
                Ok(Self::at(folders.data_local_dir()))
            }
        }
    }

    /// The data folder at this place; nothing is made until something is stored.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The data folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the logs lie.
    pub fn sessions(&self) -> PathBuf {
        self.root.join("sessions")
    }

    /// The user's own scenarios.
    pub fn scenarios(&self) -> PathBuf {
        self.root.join("scenarios")
    }

    /// A new file for the log of a session; makes the folder if need be. No two sessions get the same, however many
    /// begin at once.
    ///
    /// `stamp` is the wall-clock time at which it begins, e.g. `2026-03-09T09-12-00`.
    ///
    /// # Errors
    ///
    /// [`LogError::Io`], where the folder or the file cannot be made.
    pub fn new_log(&self, stamp: &str, scenario: &str) -> Result<(PathBuf, File), LogError> {
        let folder = self.sessions();
        fs::create_dir_all(&folder).map_err(|error| LogError::io(&folder, Task::Create, error))?;
        let plain = |text: &str| -> String {
            text.chars().map(|c| if c.is_ascii_alphanumeric() || "-_".contains(c) { c } else { '-' }).collect()
        };
        let (stamp, scenario) = (plain(stamp), plain(scenario).chars().take(LONGEST_NAME).collect::<String>());
        for number in 1..=MOST_AT_ONCE {
            let path = folder.join(format!("{stamp}-{scenario}-{number}.{EXTENSION}"));
            match writer::create(&path) {
                Ok(file) => return Ok((path, file)),
                Err(LogError::Exists(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Err(LogError::Exists(folder))
    }

    /// All sessions, newest first. A log that cannot be read is listed with its reason.
    ///
    /// # Errors
    ///
    /// [`LogError::Io`], where the folder cannot be read.
    pub fn list(&self) -> Result<Vec<Listed>, LogError> {
        let folder = self.sessions();
        let failed = |error| LogError::io(&folder, Task::List, error);
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(failed(error)),
        };
        let mut listed = Vec::new();
        for entry in entries {
            let path = entry.map_err(failed)?.path();
            if path.extension() == Some(OsStr::new(EXTENSION)) {
                let log = log::read(&path).map(Summary::of);
                listed.push(Listed { path, log });
            }
        }
        // Names begin with the time: they order what cannot be read as well.
        listed.sort_by(|a, b| b.path.file_name().cmp(&a.path.file_name()));
        Ok(listed)
    }

    /// Puts a session's log away, with what was kept of its damaged forms: [`Store::bring_back`] undoes it. Returns where it
    /// lies.
    ///
    /// # Errors
    ///
    /// [`LogError::Io`], where it cannot be moved.
    pub fn put_away(&self, path: &Path) -> Result<PathBuf, LogError> {
        let folder = self.put_aside();
        fs::create_dir_all(&folder).map_err(|error| LogError::io(&folder, Task::Create, error))?;
        move_all(path, &folder, Task::Delete)
    }

    /// Brings back what [`Store::put_away`] has put away.
    ///
    /// # Errors
    ///
    /// [`LogError::Exists`], where a session of that name is there again; [`LogError::Io`], where it cannot be moved.
    pub fn bring_back(&self, away: &Path) -> Result<(), LogError> {
        let path = self.sessions().join(away.file_name().unwrap_or_default());
        if path.exists() {
            return Err(LogError::Exists(path));
        }
        move_all(away, &self.sessions(), Task::Open).map(|_| ())
    }

    /// Deletes for good what was put away before `until`; what cannot be deleted stays for another time.
    pub fn forget_before(&self, until: SystemTime) {
        let Ok(entries) = fs::read_dir(self.put_aside()) else { return };
        for entry in entries.flatten() {
            let about = entry.metadata().ok().filter(|about| about.is_file());
            if about.and_then(|about| about.modified().ok()).is_some_and(|at| at < until) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn put_aside(&self) -> PathBuf {
        self.root.join("deleted")
    }
}

/// Moves a log and what was kept of its damaged forms into a folder; returns where the log is then.
fn move_all(path: &Path, folder: &Path, task: Task) -> Result<PathBuf, LogError> {
    let name = path.file_name().unwrap_or_default();
    let to = folder.join(name);
    let moved = |from: &Path, to: &Path| {
        fs::rename(from, to).map_err(|error| LogError::io(from, task, error))?;
        // The time of the move, not of the last play.
        if let Ok(file) = File::options().append(true).open(to) {
            let _ = file.set_modified(SystemTime::now());
        }
        Ok(())
    };
    moved(path, &to)?;
    let Ok(entries) = fs::read_dir(path.parent().unwrap_or(Path::new("."))) else { return Ok(to) };
    let prefix = format!("{}.damaged", name.to_string_lossy());
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            moved(&entry.path(), &folder.join(entry.file_name()))?;
        }
    }
    Ok(to)
}
