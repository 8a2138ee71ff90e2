//! What lies on the disk: a session's log, written before anything is shown; resuming, verifying, the store.

pub mod begin;
pub mod catalogues;
pub mod catch_up;
pub mod error;
pub mod log;
pub mod names;
pub mod record;
pub mod recording;
pub mod save;
pub mod self_rating;
pub mod store;
pub mod usage_counts;
pub mod writer;

pub use error::{ApplyError, LogError};
pub use recording::{Opened, Recording, Resumed, Start, VerifyReport, open, verify};
pub use save::{SaveError, save};
pub use self_rating::SelfRating;
