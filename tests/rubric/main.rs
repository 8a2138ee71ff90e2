//! The rubric, and the words for its evidence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod better_options;
mod decision;
mod docs;
mod explanations;
mod first_words;
mod gestures;
mod ladder;
mod let_speak;
mod memory;
mod one_judgement;
mod rules;
mod speaks_up;
mod stage;
mod suppression;
mod sweep;
#[path = "../util/mod.rs"]
mod util;
