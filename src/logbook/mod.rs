//! What lies on the disk: a session's log, written before anything is shown; resuming, verifying, the store.
//!
//! ```
//! use calmdesk::authoring::library;
//! use calmdesk::logbook::begin::{LogPlace, NewSession, begin};
//! use calmdesk::logbook::{PlayedBy, log::Files, verify};
//! use calmdesk::session::Mode;
//!
//! let entry = library::find("noise-upstairs").unwrap();
//! let folder = tempfile::tempdir().unwrap();
//! let path = folder.path().join("a.calmlog");
//! let recording = begin(LogPlace::At(&path), NewSession {
//!     scenario: entry.scenario().unwrap().clone(),
//!     files: Files(entry.bundle.files.iter().cloned().collect()),
//!     mode: Mode::Practice,
//!     timed: true,
//!     seed: Some(7),
//!     trainee: None,
//!     class: None,
//!     played_by: PlayedBy::Hand,
//! }).unwrap();
//! drop(recording);
//! assert!(verify(&path).unwrap().holds());
//! ```

pub mod begin;
pub mod catalogues;
pub mod catch_up;
pub mod chain;
pub mod error;
pub mod how_played;
pub mod log;
mod lost;
pub mod names;
pub mod record;
pub mod recording;
mod replay;
pub mod running;
pub mod save;
pub mod self_rating;
pub mod store;
pub mod usage_counts;
pub mod writer;

pub use chain::{Chain, Link};
pub use error::{ApplyError, LogError};
pub use how_played::{HowPlayed, Mark, PlayedBy};
pub use recording::{Recording, Resumed, Start};
pub use replay::{Opened, VerifyReport, open, opened, verify};
pub use save::{Readers, SaveError, save, save_all, save_folder};
pub use self_rating::SelfRating;
