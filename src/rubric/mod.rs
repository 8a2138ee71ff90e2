//! What good reception is: acts, criteria, evidence, score.
//!
//! How a score comes about is explained in `docs/rubric.md`.

pub mod acts;
pub mod assessment;
mod assessor;
mod endings;
pub mod explain;
pub mod guess;
mod judge;
mod ladder;
pub mod listening;
mod offer;
mod plan;
mod reach;
mod representatives;
pub mod rules;
pub mod sets;
pub mod sheet;
mod state;
mod steps;
mod teller;
mod teller_steps;
mod writing;

pub use acts::{ActCatalogue, ActIx, ActKind};
pub use assessment::Assessment;
pub use assessor::{Assessor, assess};
pub use explain::{Explained, Explanation, explain, explain_all, explain_critical};
pub use listening::{Listening, Measure};
pub use plan::Plan;
pub use rules::{Criterion, Rubric, RubricError};
