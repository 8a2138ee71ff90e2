//! Paper and files: one page model, then PDF, HTML or JSON.
//!
//! ```
//! use calmdesk::authoring::library;
//! use calmdesk::locale::Locale;
//! use calmdesk::procedure::{LawLibrary, PaperCatalogue};
//! use calmdesk::rehearsal::{Policy, play};
//! use calmdesk::report::{Input, Versions, html, page};
//! use calmdesk::rubric::Rubric;
//! use calmdesk::session::Settings;
//! use calmdesk::vocabulary::ActCatalogue;
//!
//! let scenario = library::find("noise-upstairs").unwrap().scenario().unwrap().clone();
//! let settings = Settings::default();
//! let events = play(&scenario, &settings, Policy::Careful, Rubric::shipped()).events;
//! let input = Input {
//!     scenario: &scenario,
//!     rubric: Rubric::shipped(),
//!     acts: ActCatalogue::shipped(),
//!     law: LawLibrary::shipped(),
//!     papers: PaperCatalogue::shipped(),
//!     settings: &settings,
//!     trainee: Some("A-017"),
//!     class: None,
//!     started: "2026-03-09T09:12:00+08:00",
//!     attempt: None,
//!     self_rating: None,
//!     how: None,
//!     versions: Versions { app: "1", acts: "1", rubric: "1", model: "1" },
//!     events: &events,
//! };
//! assert!(html(&page(&input, Locale::En)).contains("A-017"));
//! ```

mod asking;
mod build;
pub mod card;
mod chart;
mod claims;
mod error;
mod face;
mod html;
mod live;
mod of_log;
pub mod page;
#[cfg(feature = "pdf")]
mod pdf;
mod rows;
pub mod script;
mod sheets;
mod transcript;
mod words;

use crate::logbook::Readers;
pub use error::ReportError;
pub use html::html;
pub use live::{live_listening, live_page};
pub use of_log::{page_of_log, provenance};
pub use page::{Input, Page, Versions, json, page};
#[cfg(feature = "pdf")]
pub use pdf::pdf;

/// Writes a report as a whole: the old file stays until the new one is on the disk. Names stand in it: a new one is
/// its owner's to read.
///
/// # Errors
///
/// [`ReportError::Write`] where the folder cannot be written to or is full; what was there stays.
pub fn save(path: &std::path::Path, bytes: &[u8]) -> Result<(), ReportError> {
    Ok(crate::logbook::save(path, bytes, Readers::Owner)?)
}

/// Without typst compiled in there is no PDF; the caller offers HTML or JSON.
///
/// # Errors
///
/// Always: it needs the feature `pdf`.
#[cfg(not(feature = "pdf"))]
pub fn pdf(_: &Page) -> Result<Vec<u8>, ReportError> {
    Err(ReportError::NoPdf)
}
