//! What an instructor writes: the RON language, loading with spans, diagnostics, translation.

pub mod bundle;
mod choice;
pub mod desk_faults;
pub mod desk_paper;
pub mod desk_task;
mod desk_words;
pub mod diagnostic;
mod encoding;
pub mod format;
pub mod graph;
pub mod import;
pub mod include;
pub mod library;
mod load;
mod look;
pub mod matter;
pub mod model;
pub(crate) mod options;
pub mod packed;
mod repair;
mod resolve;
mod smells;
pub mod source;
pub mod speech;
pub mod starter;
pub mod texts;
mod translate;
pub mod translation_file;
pub(crate) mod tree;
pub mod zip;

pub use bundle::{BundleError, SourceBundle};
pub use diagnostic::Diagnostic;
pub use load::{Loaded, check, load};
pub use model::Scenario;
