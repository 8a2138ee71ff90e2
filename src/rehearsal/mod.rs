//! Machines that play a scenario: policies, whole runs by them, what many runs come to, and a walk of every way.
//!
//! ```
//! use calmdesk::authoring::library;
//! use calmdesk::rehearsal::{Policy, play};
//! use calmdesk::rubric::Rubric;
//! use calmdesk::session::Settings;
//!
//! let scenario = library::find("noise-upstairs").unwrap().scenario().unwrap().clone();
//! let total = |policy| play(&scenario, &Settings::default(), policy, Rubric::shipped()).assessment.total;
//! assert!(total(Policy::Expert) > total(Policy::Bully));
//! ```

pub mod arrivals;
pub mod batch;
pub(crate) mod clean_in_play;
mod deciding;
pub mod explore;
mod guess;
pub mod hinges;
mod offered;
pub mod policy;
pub(crate) mod request;
pub mod run;
pub mod stats;
pub mod tally;
pub(crate) mod verdict;
pub(crate) mod words;

pub use batch::Batch;
pub use explore::{Explored, explore};
pub use policy::{Player, Policy, UnknownPolicy};
pub(crate) use request::{Rehearsal, Request, rehearse};
pub use run::{Run, play};
