//! Test-plays of the workshop: sessions with a log of their own that are not among the trainee's.

use crate::logbook::begin::{LogPlace, NewSession, begin as begin_session};
use crate::logbook::error::LogError;
use crate::logbook::how_played::PlayedBy;
use crate::logbook::log::Files;
use crate::logbook::recording::Recording;
use crate::logbook::store::Store;
use crate::scenario::model::Scenario;
use crate::session::Mode;
use std::sync::Arc;

/// Where they are kept.
pub fn store(data: &Store) -> Store {
    Store::at(data.root().join("trials"))
}

/// Begins one; those of yesterday are of no use.
///
/// # Errors
///
/// [`LogError`], where the log cannot be begun.
pub fn begin(data: &Store, files: Files, scenario: &Arc<Scenario>, seed: Option<u64>) -> Result<Recording, LogError> {
    let trials = store(data);
    // One that is still open stays.
    if let Ok(old) = std::fs::read_dir(trials.sessions()) {
        old.flatten().for_each(|file| drop(std::fs::remove_file(file.path())));
    }
    let scenario = Arc::clone(scenario);
    let (trainee, class, played_by) = (None, None, PlayedBy::Hand);
    let new = NewSession { scenario, files, mode: Mode::Practice, timed: true, seed, trainee, class, played_by };
    begin_session(LogPlace::Among(&trials), new)
}
