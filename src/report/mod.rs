//! Paper and files: one page model, then PDF, HTML or JSON.

pub mod debrief;
pub mod questions;
pub mod thought;
pub mod turning;
mod walk;

pub use debrief::Debrief;
