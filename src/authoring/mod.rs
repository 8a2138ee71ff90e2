//! What makes and shows scenarios: templates, the formatter, importers, the graph, the library on disk.

pub mod format;
pub mod graph;
pub mod import;
pub mod library;
pub mod starter;
