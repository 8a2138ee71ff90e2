//! Paper and files: one page model, then PDF, HTML or JSON.

mod asking;
mod build;
mod chart;
pub mod debrief;
pub mod page;
pub mod questions;
mod rows;
pub mod thought;
mod transcript;
pub mod turning;
mod walk;
mod words;

pub use debrief::Debrief;
pub use page::{Input, Page, Versions, json, page};
