//! One play-through: moves in, events out. Pure: no disk, no clock, no texts.
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

mod deeds;
pub mod engine;
pub mod event;
pub mod floor;
pub mod hand_in;
pub mod moves;
mod play;
pub mod projection;
mod resolve;
mod steps;
mod undone;
pub mod world;

pub use engine::{Awaiting, MoveError, Session, Step};
pub use event::{Event, Offer};
pub use moves::{Mode, Move, Settings};
pub use projection::{Fate, Projection, PromiseFate, StepTold};
pub use undone::effective;
