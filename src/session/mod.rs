//! One play-through: moves in, events out. Pure: no disk, no clock, no texts.
//!
//! A [`Session`] holds a `Play`, which brings together what each keep their own state and rule: where the play stands
//! (`cursor`), who has the floor and when (`turn_taking`, `floor`), the people and their feelings (`people`), what they
//! have told (`told`), what the trainee did (`trail`), the case with its days, papers and promises (`case`, `promises`),
//! the author's counters (`variables`). Conditions (`conditions`) read all of them.
//!
//! ```
//! use calmdesk::authoring::library;
//! use calmdesk::session::{Awaiting, Move, Session, Settings};
//! use std::sync::Arc;
//!
//! let scenario = library::find("noise-upstairs").unwrap().scenario().unwrap().clone();
//! let mut events = Vec::new();
//! let mut session = Session::begin(Arc::clone(&scenario), Settings::default(), &mut events);
//! let Awaiting::Choice { node, offer } = session.awaiting() else { panic!("somebody came in") };
//! let option = scenario.option(node, offer.as_slice()[0]).unwrap();
//! session.apply(&Move::Choose { option: option.id.clone(), wait_ms: 9000 }, &mut events).unwrap();
//! assert_eq!(session.turn(), 1);
//! ```

mod act_effects;
mod at_hand;
mod case;
mod case_told;
mod conditions;
mod cursor;
mod decisions;
mod engine;
pub mod event;
mod floor;
pub mod hand_in;
mod move_error;
pub mod moves;
mod people;
mod play;
mod projection;
mod promises;
mod step_back;
mod told;
mod trail;
mod turn_taking;
mod variables;

pub use case_told::CaseTold;
pub use cursor::Awaiting;
pub use engine::Session;
pub use event::{Event, Offer};
pub use move_error::MoveError;
pub use moves::{Mode, Move, ResolvedMove, Settings};
pub use projection::{ClaimDecided, FactFate, Fate, PaperIssued, Projection, PromiseFate, StepTold};
pub use step_back::{StepBackMark, effective, still_counting};
pub use turn_taking::OVERLAP;
