//! What an instructor writes: the RON language, loading with spans, diagnostics, translated texts.

pub(crate) mod allowed;
pub mod bundle;
pub mod diagnostic;
pub(crate) mod encoding;
pub mod entry_kinds;
pub mod flow;
pub mod include;
pub mod load;
pub mod matter;
pub mod model;
pub mod nodes;
mod opt;
pub(crate) mod options;
pub mod own_law;
pub mod packed;
pub(crate) mod repair;
mod resolve;
pub mod source;
pub mod speech;
pub mod texts;
mod translate;
pub mod translation_file;
pub(crate) mod tree;
mod unreadable;
pub mod zip;

pub use bundle::{BundleError, SourceBundle};
pub use diagnostic::Diagnostic;
pub use load::{Loaded, load};
pub use model::Scenario;
pub use nodes::desk_task;
