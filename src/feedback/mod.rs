//! Words for a score: explanations, better options, turning points, questions for the talk afterwards.

pub mod criterion_texts;
pub mod debrief;
mod debrief_builder;
pub mod explain;
pub mod form_words;
pub mod law_says;
pub mod listening_texts;
mod phrasing;
mod phrasing_steps;
pub mod questions;
pub mod thought;
pub mod turning;

pub use debrief::Debrief;
pub use explain::{Explained, Explanation, explain, explain_all, explain_critical};
