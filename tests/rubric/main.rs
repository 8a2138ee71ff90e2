//! The rubric, and the words for its evidence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod better_options;
mod docs;
mod explanations;
mod first_words;
mod ladder;
mod let_speak;
mod memory;
mod rules;
mod speaks_up;
mod stage;
mod suppression;
#[path = "../util/mod.rs"]
mod util;
