//! What a visitor feels: persona, needs, appraisal, mood, pressure, contagion, memory, expression.
//!
//! Formulas and constants are explained in `docs/visitor-model.md`.

pub mod appraisal;
pub mod contagion;
pub mod expression;
pub mod mind;
pub mod nudge;
pub mod persona;
pub mod published;

pub use contagion::Room;
pub use mind::{Memory, Mind};
pub use persona::{Persona, Trait};
