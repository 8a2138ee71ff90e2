//! One play-through: moves in, events out. Pure: no disk, no clock, no texts.

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
