//! Law packs, due dates, papers, the way of a matter: the procedure engine as forms, answers and the report use it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod days;
mod deadline;
mod docs;
mod ladder;
mod law;
mod law_lookup;
mod matters;
mod paper_check;
#[path = "../util/mod.rs"]
mod util;
