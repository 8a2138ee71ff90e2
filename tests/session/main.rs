//! Moves in, events out; forms and papers in play; the shipped scenarios as they are played.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod collective_wages;
mod demolition_report;
mod forms;
mod hard_cases;
mod moves;
mod noise_upstairs;
mod papers_filled;
mod played;
mod staff;
mod steps;
mod twelve_years;
#[path = "../util/mod.rs"]
mod util;
