//! A class in its store, in SQLite and in PostgreSQL: the same tests against both.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod arrivals;
mod attempts;
mod commands;
mod databases;
#[cfg(unix)]
mod kill;
mod measure;
mod numbers;
mod people;
mod played;
mod results;
mod rosters;
#[path = "../util/mod.rs"]
mod util;
