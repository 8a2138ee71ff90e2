//! Machines that play a scenario: policies, whole runs by them, what many runs come to, and a walk of every way.

pub mod arrivals;
pub mod batch;
pub mod explore;
pub mod policy;
pub mod request;
pub mod run;
pub mod stats;
pub mod tally;
pub mod verdict;
pub mod words;

pub use batch::Batch;
pub use explore::{Explored, explore};
pub use policy::{Player, Policy, UnknownPolicy};
pub use request::{Rehearsal, Request, rehearse};
pub use run::{Run, play};
