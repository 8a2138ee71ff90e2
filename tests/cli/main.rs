//! The program as a person meets it in a terminal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod claims;
mod commands;
mod edge;
mod hostile;
mod nothing_lies;
mod nothing_lost;
#[path = "../util/mod.rs"]
mod util;
