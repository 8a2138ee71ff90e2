//! What the rules demand: law packs, the calendar, due dates, the way of a matter, papers and forms.
//!
//! ```
//! use calmdesk::procedure::{Limit, Reckoner};
//! use jiff::civil::date;
//!
//! // Thirty days for a review, counted from the day after it was asked for.
//! let deadline = Reckoner::shipped().deadline(Limit::Review, date(2026, 3, 9)).expect("the calendar knows 2026");
//! assert_eq!(deadline.due(), date(2026, 4, 8));
//! ```

pub mod calendar;
mod claims;
pub mod course;
pub mod deadline;
mod forms;
pub mod identity;
pub mod ladder;
pub mod law;
pub mod limit;
pub mod matter;
mod numerals;
pub mod progress;
mod repealed;
pub mod representatives;
pub mod stages;
pub mod vague;
pub mod way;

pub use crate::vocabulary::Measure;
pub use calendar::{Calendar, Period, Unit, days_after};
pub use claims::{ClaimTerms, Decides, Decision, DecisionFound, Holds, Ruling, ruling_of};
pub use course::{Course, Refusal, RefusalReason, Taken};
pub use deadline::{Deadline, DeadlineError, PromiseVerdict, PromisedTime, Reckoner, Timeliness};
pub use forms::{
    Aspect, Basis, Circumstances, Decider, EntryIs, Fault, FieldKind, FilledPaper, Form, FormAnswer, FormEntry,
    FormField, Found, Judgement, Known, MAX_ENTRIES, MAX_FIELDS, MatterKind, PaperBasis, PaperCatalogue, PaperContext,
    PaperEntry, PaperError, PaperFault, PaperField, PaperIx, PaperKind, Printed, Remedy, Standing, TimeLimit,
    Truthfulness, check_paper, check_sheet, missing_from_sheet,
};
pub use ladder::{Conduct, Ladder, LadderError, LadderVerdict, Ladders};
pub use law::{ArticleIx, CitationError, LawError, LawLibrary};
pub use limit::Limit;
pub use matter::{Class, Route, Urgency};
pub use progress::{Due, Objection, Progress, Rules};
pub use repealed::Repealed;
pub use representatives::Collective;
pub use stages::{Actor, Stage, Step, Steps, StepsError};
pub use way::{Running, StepFate};
