//! Papers and forms: what a kind of paper asks for, what can be written in its fields, and what is wrong with what was.

mod by_law;
mod circumstances;
mod fault;
mod field_kind;
mod form;
mod form_answer;
mod judging;
mod matter_kind;
mod paper_check;
mod paper_kind;
mod sheet;
mod time_fault;

pub use circumstances::Circumstances;
pub use fault::{Aspect, Fault, Found};
pub use field_kind::FieldKind;
pub use form::{EntryIs, Form, FormEntry, FormField, MAX_ENTRIES, MAX_FIELDS, Printed, TimeLimit};
pub use form_answer::FormAnswer;
pub use judging::{Judgement, Known};
pub use matter_kind::MatterKind;
pub use paper_check::{PaperContext, PaperFault, check_paper, check_sheet, missing_from_sheet};
pub use paper_kind::{PaperBasis, PaperCatalogue, PaperError, PaperIx, PaperKind};
pub use sheet::{Basis, Decider, FilledPaper, PaperEntry, PaperField, Remedy, Standing, Truthfulness};
