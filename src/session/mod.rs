//! One play-through: moves in, events out; clock, log, replay.

pub mod answers;
pub mod catch_up;
mod deeds;
pub mod desk_task;
pub mod engine;
pub mod error;
pub mod event;
pub mod floor;
pub mod log;
pub mod moves;
pub mod names;
mod play;
pub mod record;
pub mod recording;
mod resolve;
pub mod self_rating;
mod shelf;
mod steps;
pub mod store;
mod undone;
pub mod world;
pub mod writer;

pub use engine::{Awaiting, MoveError, Session, Step};
pub use error::{ApplyError, LogError};
pub use event::{ActEffect, Event, Offer, Pause};
pub use moves::{Mode, Move, Settings};
pub use recording::{Opened, Recording, Resumed, Start, VerifyReport, open, verify};
pub use self_rating::SelfRating;
pub use undone::effective;
