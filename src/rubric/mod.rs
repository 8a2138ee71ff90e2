//! What good reception is: acts, criteria, evidence, score.

pub mod acts;
pub mod assessment;

pub use acts::{ActCatalogue, ActIx, ActKind};
