//! What an instructor writes: the RON language, loading with spans, diagnostics, translation.

pub mod model;
