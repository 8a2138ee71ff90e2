//! What a visitor feels: persona, needs, appraisal, mood, pressure, expression.
//!
//! Formulas and constants are explained in `docs/visitor-model.md`.

pub mod expression;
pub mod persona;
pub mod state;

pub use expression::Expression;
pub use persona::{Persona, Trait};
pub use state::{Feeling, Need, Snapshot, FEELINGS, NEEDS};
