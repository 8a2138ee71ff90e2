//! Machines that play a scenario.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod arrivals;
mod automata;
mod looks;
mod rehearse;
mod stages;
mod still_failing;
mod table;
mod tricks;
#[path = "../util/mod.rs"]
mod util;
