//! The visitor model: what must come out of it, and what can never happen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod arc;
mod attractors;
mod faces;
mod gestures;
mod invariants;
mod mutation;
mod phenomena;
mod phenomenon;
mod real_talks;
mod stage;
