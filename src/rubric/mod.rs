//! What good reception is: acts, criteria, evidence, score.
//!
//! How a score comes about is explained in `docs/rubric.md`.

pub mod acts;
pub mod assessment;
mod assessor;
pub mod explain;
pub mod guess;
mod judge;
mod plan;
mod reach;
pub mod rules;
pub mod sets;
mod state;
mod writing;

pub use acts::{ActCatalogue, ActIx, ActKind};
pub use assessment::Assessment;
pub use assessor::{Assessor, assess};
pub use explain::{Explanation, explain, explain_critical};
pub use plan::Plan;
pub use rules::{Criterion, Rubric, RubricError};
