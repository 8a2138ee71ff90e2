//! What good reception is: criteria, evidence, score.
//!
//! A [`Rubric`] is data: criteria, each with a rule of some kind ([`rules`]). Laid over a scenario it is a [`Plan`]; an
//! [`Assessor`] follows the events of a session and lets every rule look at them; what they find is an [`Assessment`].
//! How a score comes about is explained in `docs/rubric.md`.
//!
//! ```
//! use calmdesk::authoring::library;
//! use calmdesk::rehearsal::{Policy, play};
//! use calmdesk::rubric::{Rubric, assess};
//! use calmdesk::session::Settings;
//!
//! let scenario = library::find("noise-upstairs").unwrap().scenario().unwrap().clone();
//! let events = play(&scenario, &Settings::default(), Policy::Bully, Rubric::shipped()).events;
//! let assessment = assess(Rubric::shipped(), &scenario, true, &events);
//! assert!(!assessment.critical.is_empty());
//! assert!(assessment.evidence.iter().all(|one| one.turn > 0));
//! ```

pub mod assessment;
mod assessor;
mod better;
mod calibration;
mod criteria;
mod cue_index;
mod error;
mod findings;
pub mod listening;
mod marks;
mod moment;
mod open_cues;
mod plan;
mod reading;
pub mod rules;
mod said_words;
mod score;
mod scoring;
mod seen;
pub mod sets;
mod situation;
mod standing;
mod turn;
mod variety;
mod worth;

pub use assessment::Assessment;
pub use assessor::{Assessor, assess};
pub use calibration::{Calibration, CalibrationError};
pub use criteria::{Criterion, Rubric, Talk, Wording};
pub use error::RubricError;
pub use listening::Listening;
pub use plan::Plan;
pub use seen::{
    ENOUGH_WAYS, LEAST_ACTS, LEAST_CHANCES, LEAST_CRITERIA, LEAST_DIMENSIONS, Seen, TELLING, TURNS_A_WAY, TooLittle,
};
pub use standing::{Doubts, Shortfall, Standing};
