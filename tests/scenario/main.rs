//! Scenarios as an author meets them: loading, diagnostics, files of every kind, what the language can say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod crowd;
mod diagnostics;
mod hostile_files;
mod includes;
mod load;
mod mutator;
mod packed;
mod reload;
mod set_by_hand;
mod topics;
#[path = "../util/mod.rs"]
mod util;
