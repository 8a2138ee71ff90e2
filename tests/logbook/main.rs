//! What lies on the disk survives what happens to files and programs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

#[cfg(unix)]
mod kill;
mod log;
#[path = "../util/mod.rs"]
mod util;
