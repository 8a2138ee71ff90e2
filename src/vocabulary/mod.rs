//! The words all rooms share: acts, needs, feelings, cues, manners, looks, action units, languages, texts, positions,
//! messages.
//!
//! ```
//! use calmdesk::vocabulary::{ActCatalogue, Need};
//!
//! let acts = ActCatalogue::shipped();
//! let mirror = &acts[acts.find("MirrorWords").expect("it ships")];
//! // To give back somebody's own words meets the need to be heard.
//! assert!(mirror.needs[Need::Voice as usize] > 0.0);
//! ```

mod act_roles;
pub mod acts;
pub mod alike;
mod bearing;
mod closed;
mod cues;
mod effects;
mod expression;
mod feelings;
mod io_message;
mod language;
mod lengths;
mod look;
mod manner;
mod markup;
mod measure;
mod message;
mod place;
mod position_set;
mod positions;
mod quantity;
mod read_file;
mod spreadsheet;
mod text;

pub use acts::{ActCatalogue, ActKind, Critical};
pub use bearing::{Bearing, BearingSet, Fit, Misfit};
pub use closed::all;
pub use cues::{Cue, CueKind, CueSet, CueTakes, Impropriety, Risk, Unruly, kebab};
pub use effects::{ActEffect, Pause};
pub use expression::{ACTION_UNITS, ActionUnit, Expression};
pub use feelings::{FEELINGS, Feeling, NEEDS, Need, Snapshot};
pub use io_message::io_message;
pub use language::{Locale, UnknownLocale};
pub use lengths::{LONGEST_NAME, LONGEST_TEXT, LONGEST_TITLE, too_long};
pub use look::{Build, Carries, Hair, HairColour, Look, Top};
pub use manner::Manner;
pub use markup::escape;
pub use measure::Measure;
pub use message::{Message, Value};
pub use place::Place;
pub use position_set::{Position, PositionSet};
pub use positions::{
    ActIx, AnswersIx, ClaimIx, FactIx, NodeIx, PromiseIx, Somebody, StaffIx, VarIx, VisitIx, VisitorIx, WordIx,
};
pub use quantity::Quantity;
pub use read_file::{NotRead, open_file, open_lines, read_file};
pub use spreadsheet::{BOM, guarded};
pub use text::{AnyText, Text};
