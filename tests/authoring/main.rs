//! What an instructor makes with the program: scenarios, translations, scripts, pictures, imports.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod commands;
mod graph;
mod import;
mod twine;
#[path = "../util/mod.rs"]
mod util;
