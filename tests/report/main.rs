//! Paper and files, the figures on them, and observers' sheets.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod coding;
mod figure;
mod live_scores;
mod report;
mod sheets_read;
#[path = "../util/mod.rs"]
mod util;
