//! What a log needs from the other rooms: its scenario, the catalogues, the scores.

use super::error::LogError;
use super::log::{Files, LogHead};
use super::record::Names;
use crate::procedure::PaperCatalogue;
use crate::rubric::{Assessment, Rubric, assess as assess_with};
use crate::scenario::model::Scenario;
use crate::scenario::{SourceBundle, load};
use crate::session::event::Event;
use crate::session::moves::Settings;
use crate::vocabulary::ActCatalogue;
use std::path::Path;
use std::sync::Arc;

/// Raised when the visitor model gives other feelings for the same moves, be it in the last digit.
pub const MODEL_VERSION: &str = "6";

/// Raised when the same paper is judged otherwise. A log is replayed with the judging it was recorded with:
/// `1`, every field by itself; `2`, the paper as a whole is held against its kind as well; `3`, a mediated agreement
/// needs the mediator's hand, and which article asks for a paper depends on whose desk it is; a log of `2` is
/// judged by these, too.
pub const PAPERS_VERSION: &str = "3";

/// Versions that stand in a log's head.
pub struct Versions {
    /// Of the catalogue of acts.
    pub acts: String,
    /// Id and version of the rubric.
    pub rubric: String,
    /// Of the visitor model: [`MODEL_VERSION`].
    pub model: String,
    /// Of what papers are judged by: [`PAPERS_VERSION`].
    pub papers: String,
}

/// The versions of this program.
pub fn versions() -> Versions {
    let rubric = Rubric::shipped();
    Versions {
        acts: ActCatalogue::shipped().version.clone(),
        rubric: format!("{}/{}", rubric.id, rubric.version),
        model: MODEL_VERSION.to_owned(),
        papers: PAPERS_VERSION.to_owned(),
    }
}

impl<'a> Names<'a> {
    /// Looks up in the catalogues that ship with the program.
    pub fn shipped(scenario: &'a Scenario) -> Self {
        Self { scenario, acts: ActCatalogue::shipped(), law: scenario.library(), papers: PaperCatalogue::shipped() }
    }
}

impl From<&SourceBundle> for Files {
    fn from(bundle: &SourceBundle) -> Self {
        Self(bundle.files.iter().cloned().collect())
    }
}

/// The scenario that a log carries.
///
/// # Errors
///
/// [`LogError::Scenario`], where what the log carries no longer loads.
pub fn scenario_of(head: &LogHead, path: &Path) -> Result<Arc<Scenario>, LogError> {
    let files = head.files.0.iter().map(|(name, bytes)| (name.clone(), bytes.clone()));
    let bundle = SourceBundle { id: head.scenario.id.clone(), files: files.collect() };
    let loaded = load(&bundle);
    loaded.scenario.ok_or_else(|| {
        let first = loaded.diagnostics.iter().find(|problem| problem.is_error());
        let why =
            first.map_or_else(String::new, |problem| format!("{} {}:{}", problem.code, problem.file, problem.line));
        LogError::Scenario { path: path.to_owned(), why }
    })
}

/// What the rubric that ships finds in these events.
pub fn assess(scenario: &Scenario, settings: &Settings, events: &[Event]) -> Assessment {
    assess_with(Rubric::shipped(), scenario, settings.timed, events)
}
