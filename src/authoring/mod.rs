//! What makes and shows scenarios: templates, the formatter, importers, the graph, the library on disk.
//!
//! ```
//! use calmdesk::authoring::format::format;
//!
//! let tidy = format(b"Scenario(title:\"t\",plays_on:\"2026-03-09\")").unwrap();
//! assert_eq!(format(&tidy).unwrap(), tidy);
//! ```

pub mod format;
pub mod graph;
pub mod import;
pub mod library;
pub mod starter;
