//! What a visitor feels: persona, needs, appraisal, mood, pressure, expression.
//!
//! Formulas and constants are explained in `docs/visitor-model.md`.

pub mod appraisal;
pub mod expression;
pub mod mind;
pub mod persona;
pub mod published;
pub mod state;

pub use expression::{ActionUnit, Expression};
pub use mind::Mind;
pub use persona::{Persona, Trait};
pub use state::{FEELINGS, Feeling, NEEDS, Need, Snapshot};
