//! Paper and files: one page model, then PDF, HTML or JSON.

mod asking;
mod build;
pub mod card;
mod chart;
mod error;
mod face;
mod html;
mod live;
pub mod page;
#[cfg(feature = "pdf")]
mod pdf;
mod rows;
pub mod script;
mod sheets;
mod transcript;
mod words;

pub use error::ReportError;
pub use html::html;
pub use live::live_page;
pub use page::{Input, Page, Versions, json, page};
#[cfg(feature = "pdf")]
pub use pdf::pdf;

/// Writes a report as a whole: the old file stays until the new one is on the disk.
///
/// # Errors
///
/// [`ReportError::Write`] where the folder cannot be written to or is full.
pub fn save(path: &std::path::Path, bytes: &[u8]) -> Result<(), ReportError> {
    Ok(crate::logbook::save(path, bytes)?)
}

/// Without typst compiled in there is no PDF; the caller offers HTML or JSON.
#[cfg(not(feature = "pdf"))]
pub fn pdf(_: &Page) -> Result<Vec<u8>, ReportError> {
    Err(ReportError::NoPdf)
}
