//! The house itself: its floors, its texts, and that its pages say what it does.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod act_names;
mod catalogues;
mod edge;
mod guide;
mod layers;
mod length;
#[path = "../util/places.rs"]
mod places;
mod texts;
#[path = "../util/mod.rs"]
mod util;
