//! The words all rooms share: acts, needs, feelings, cues, manners, looks, action units, languages, positions.

pub mod acts;
mod cues;
mod effects;
mod expression;
mod feelings;
mod language;
mod look;
mod manner;
mod place;
mod positions;
mod quantity;

pub use acts::{ActCatalogue, ActKind, Critical};
pub use cues::{CUE_KINDS, Cue, CueKind, CueSet, Risk, Unruly};
pub use effects::{ActEffect, Pause};
pub use expression::{ACTION_UNITS, ActionUnit, Expression};
pub use feelings::{FEELINGS, Feeling, NEEDS, Need, Snapshot};
pub use language::{Locale, UnknownLocale};
pub use look::{Build, Carries, Hair, HairColour, Look, Top};
pub use manner::Manner;
pub use place::Place;
pub use positions::{ActIx, FactIx, NodeIx, PromiseIx, VarIx, VisitIx, VisitorIx, WordIx};
pub use quantity::Quantity;
