//! What good reception is: criteria, evidence, score.
//!
//! How a score comes about is explained in `docs/rubric.md`.

pub mod assessment;
mod assessor;
mod endings;
mod judge;
mod ladder;
pub mod listening;
mod offer;
mod plan;
mod reach;
mod representatives;
pub mod rules;
pub mod sets;
mod state;
mod steps;
mod writing;

pub use assessment::Assessment;
pub use assessor::{Assessor, assess};
pub use listening::{Listening, Measure};
pub use plan::Plan;
pub use rules::{Criterion, Rubric, RubricError};
