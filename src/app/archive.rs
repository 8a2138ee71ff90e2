//! The sessions on this machine: begins new logs, lists and opens old ones.

use super::library::Playable;
use crate::locale::Locale;
use crate::session::{LogError, Recording, Settings, log, recording::Start};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

const ENDING: &str = "calmlog";

fn folder(data: &Path) -> PathBuf {
    data.join("sessions")
}

/// A seed from the clock: two sessions in a row differ, and each says its seed in its log.
pub fn seed() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    since.as_nanos() as u64
}

/// Begins a session with a log of its own.
pub fn begin(
    data: &Path,
    playable: &Playable,
    settings: Settings,
    trainee: &str,
    class: &str,
) -> Result<Recording, LogError> {
    let folder = folder(data);
    std::fs::create_dir_all(&folder).map_err(|error| LogError::io(&folder, crate::session::error::Task::Create, error))?;
    let now = jiff::Zoned::now();
    let stamp = now.strftime("%Y%m%d-%H%M%S").to_string();
    let named = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let mut attempt = 1;
    loop {
        let suffix = if attempt == 1 { String::new() } else { format!("-{attempt}") };
        let path = folder.join(format!("{stamp}-{}{suffix}.{ENDING}", playable.scenario.id));
        let start = Start {
            scenario: playable.scenario.clone(),
            files: playable.files.clone(),
            settings: settings.clone(),
            started: now.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            trainee: named(trainee),
            class: named(class),
        };
        match Recording::start(&path, start) {
            Err(LogError::Exists(_)) if attempt < 100 => attempt += 1,
            result => return result,
        }
    }
}

/// A session as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub path: PathBuf,
    pub content: Result<Summary, String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub title: String,
    pub started: String,
    pub trainee: Option<String>,
    pub class: Option<String>,
    pub exam: bool,
    pub turns: u32,
    /// Thousandths by `Dimension as usize`; `None`: unfinished.
    pub scores: Option<[Option<i64>; 3]>,
    pub critical: usize,
}

/// All sessions, the newest first.
pub fn list(data: &Path, locale: Locale) -> Vec<Kept> {
    let Ok(entries) = std::fs::read_dir(folder(data)) else { return Vec::new() };
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
        .collect();
    paths.sort_unstable_by(|a, b| b.cmp(a));
    let summary = |path: &Path| {
        let read = log::read(path).map_err(|error| error.text(locale))?;
        let scores = read.scores();
        Ok(Summary {
            title: read.head.scenario.title(locale).to_owned(),
            started: read.head.started.clone(),
            trainee: read.head.trainee.clone(),
            class: read.head.class.clone(),
            exam: read.head.settings.mode == crate::session::Mode::Exam,
            turns: read.moves().filter(|one| !matches!(one, crate::session::Move::Note { .. })).count() as u32,
            scores: scores.map(|scores| scores.dimensions().map(|score| score.map(|milli| milli.0))),
            critical: scores.map_or(0, |scores| scores.critical.len()),
        })
    };
    paths.into_iter().map(|path| Kept { content: summary(&path), path }).collect()
}

pub fn delete(path: &Path, locale: Locale) -> Result<(), String> {
    std::fs::remove_file(path).map_err(|error| LogError::io(path, crate::session::error::Task::Delete, error).text(locale))
}
