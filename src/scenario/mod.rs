//! What an instructor writes: the RON language, loading with spans, diagnostics, translated texts.
//!
//! ```
//! use calmdesk::scenario::{SourceBundle, load};
//!
//! let text = r#"Scenario(
//!     title: "The Leak", language: "en", plays_on: "2026-03-09",
//!     visitors: { "wang": (name: "Wang") },
//!     nodes: {
//!         "arrive": Line(who: "wang", say: "It drips.", then: "gone"),
//!         "end": End(outcome: Partial, title: "Registered", say: "She leaves."),
//!     },
//! )"#;
//! let loaded = load(&SourceBundle::of_text("leak", text));
//! let problem = &loaded.diagnostics[0];
//! assert_eq!((problem.line, problem.column), (5, 61));
//! assert!(loaded.scenario.is_none());
//! ```

pub(crate) mod allowed;
pub mod bundle;
pub mod claims;
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
pub mod schema;
pub mod shipped;
pub mod source;
pub mod speech;
pub mod staff;
pub(crate) mod syntax;
pub mod texts;
mod translate;
pub mod translation_file;
mod translation_limits;
mod unreadable;
pub mod zip;

pub use bundle::{BundleError, SourceBundle};
pub use diagnostic::Diagnostic;
pub use load::{Loaded, load};
pub use model::Scenario;
pub use nodes::desk_task;
