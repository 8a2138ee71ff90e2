//! What a visitor feels: persona, needs, appraisal, mood, pressure, contagion, memory, expression.
//!
//! Formulas and constants are explained in `docs/visitor-model.md`.
//!
//! ```
//! use calmdesk::visitor::appraisal::{ActContext, appraise};
//! use calmdesk::visitor::{Mind, Persona};
//! use calmdesk::vocabulary::ActCatalogue;
//!
//! let persona = Persona::preset("first-visit/unfair").expect("both ship");
//! let mut mind = Mind::new(persona);
//! let before = mind.snapshot();
//! let acts = ActCatalogue::shipped();
//! let deflect = acts.find("Deflect").expect("it ships");
//! appraise(&mut mind, &acts[deflect], deflect.at(), ActContext { addressed: true, ..ActContext::default() });
//! assert!(mind.snapshot().trust < before.trust);
//! ```

#![deny(missing_docs)]

pub mod appraisal;
mod colleague;
pub mod contagion;
pub mod expression;
pub mod gestures;
pub mod mind;
pub mod nudge;
pub mod persona;
pub mod published;
pub mod sore_points;

pub use colleague::meets_colleague;
pub use contagion::Room;
pub use expression::Saying;
pub use mind::{Memory, Mind};
pub use persona::{Persona, Trait};
