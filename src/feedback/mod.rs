//! Words for a score: explanations, better options, turning points, questions for the talk afterwards.
//!
//! ```
//! use calmdesk::authoring::library;
//! use calmdesk::feedback::Debrief;
//! use calmdesk::rehearsal::{Policy, play};
//! use calmdesk::rubric::Rubric;
//! use calmdesk::session::Settings;
//! use calmdesk::vocabulary::ActCatalogue;
//!
//! let scenario = library::find("noise-upstairs").unwrap().scenario().unwrap().clone();
//! let events = play(&scenario, &Settings::default(), Policy::Careful, Rubric::shipped()).events;
//! let debrief = Debrief::of(&scenario, Rubric::shipped(), ActCatalogue::shipped(), true, &events);
//! assert!(debrief.turn(1).is_some());
//! ```

pub mod answers;
pub mod criterion_texts;
pub mod debrief;
mod debrief_builder;
pub mod decision_words;
pub mod explain;
pub mod form_words;
pub mod how_played_texts;
pub mod law_says;
pub mod listening_texts;
pub mod look_texts;
mod phrasing;
mod phrasing_steps;
pub mod questions;
pub mod seen_texts;
pub mod standing_texts;
pub mod thought;
pub mod to_change;
pub mod turning;

pub use debrief::Debrief;
pub use explain::{Explained, Explanation, explain, explain_all, explain_critical};
