//! The class in a browser: trainees join and play, the instructor sees who is where, the wall shows the way in.
//!
//! The engine runs here; a page shows what it is told ([`seat`]) and says what was done. What a page is told it has until
//! the next move; what was done it keeps until it is acknowledged, and it is acknowledged once it is in the store. Servers
//! hold nothing that another could not go on from: a seat's session is rebuilt from the store.

mod after;
mod guard;
mod instruct;
mod join;
mod pages;
mod play;
pub mod seat;
mod serve;
mod site;
mod wall;

pub use serve::{ServeError, Serving, qr_text, router, serve};
pub use site::Site;

/// What the store calls an instructor who comes in by the one-time link.
pub const BY_LINK: &str = "instructor";
