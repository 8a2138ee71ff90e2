//! What the rules demand: law packs, the calendar, due dates, the way of a matter, papers.

pub mod calendar;
pub mod course;
pub mod deadline;
pub mod filled;
pub mod identity;
pub mod ladder;
pub mod law;
pub mod limit;
pub mod matter;
mod numerals;
mod paper_check;
pub mod papers;
pub mod progress;
pub mod representatives;
pub mod stages;
pub mod vague;
pub mod way;

pub use calendar::{Calendar, Period, Unit};
pub use course::{Course, Refusal, Taken, Why};
pub use deadline::{Commitment, Deadline, DeadlineError, Kept, Promise, PromiseVerdict, Reckoner, Timeliness};
pub use filled::{Basis, Entry, Field, Filled, Remedy, Standing, Truth};
pub use ladder::{Conduct, Ladder, LadderError, LadderVerdict, Ladders, Measure};
pub use law::{ArticleIx, CitationError, LawError, LawLibrary};
pub use limit::Limit;
pub use matter::{Class, Route, Urgency};
pub use paper_check::{Fault, PaperContext, PaperFault, check_field, check_paper, check_sheet, missing_from_sheet};
pub use papers::{PaperCatalogue, PaperError, PaperIx, PaperKind};
pub use progress::{Due, Objection, Progress, Rules};
pub use representatives::{Collective, CollectiveVerdict};
pub use stages::{Actor, Stage, Step, Steps, StepsError};
pub use way::{Running, StepFate};
