//! One play-through: moves in, events out; clock, log, replay.

pub mod engine;
pub mod event;
pub mod floor;
pub mod moves;
pub mod world;

pub use engine::{Awaiting, MoveError, Session, Step, effective};
pub use event::{ActEffect, Event, Offer, Pause};
pub use moves::{Mode, Move, Settings};
