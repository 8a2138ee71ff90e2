//! Machines that play a scenario: policies, and whole runs by them.

pub mod policy;
pub mod run;

pub use policy::{Player, Policy, UnknownPolicy};
pub use run::{Run, play};
