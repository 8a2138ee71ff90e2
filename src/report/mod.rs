//! Paper and files: one page model, then PDF, HTML or JSON.

mod asking;
mod build;
pub mod card;
mod chart;
pub mod debrief;
mod error;
mod html;
mod live;
pub mod page;
#[cfg(feature = "pdf")]
mod pdf;
pub mod questions;
mod rows;
mod save;
pub mod script;
mod sheets;
pub mod thought;
mod transcript;
pub mod turning;
mod walk;
mod words;

pub use debrief::Debrief;
pub use error::ReportError;
pub use html::html;
pub use live::live_page;
pub use page::{Input, Page, Versions, json, page};
#[cfg(feature = "pdf")]
pub use pdf::pdf;
pub use save::save;

/// Without typst compiled in there is no PDF; the caller offers HTML or JSON.
#[cfg(not(feature = "pdf"))]
pub fn pdf(_: &Page) -> Result<Vec<u8>, ReportError> {
    Err(ReportError::NoPdf)
}
