//! What good reception is: criteria, evidence, score.
//!
//! A [`Rubric`] is data: criteria, each with a rule of some kind ([`rules`]). Laid over a scenario it is a [`Plan`]; an
//! [`Assessor`] follows the events of a session and lets every rule look at them; what they find is an [`Assessment`].
//! How a score comes about is explained in `docs/rubric.md`.

pub mod assessment;
mod assessor;
mod better;
mod criteria;
mod error;
mod findings;
pub mod listening;
mod marks;
mod moment;
mod open_cues;
mod plan;
mod reading;
pub mod rules;
mod said_words;
mod score;
mod scoring;
pub mod sets;
mod situation;
mod turn;
mod worth;

pub use assessment::Assessment;
pub use assessor::{Assessor, assess};
pub use criteria::{Criterion, Rubric, Talk, Wording};
pub use error::RubricError;
pub use listening::Listening;
pub use plan::Plan;
