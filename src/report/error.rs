//! What can go wrong with a report.

use crate::logbook::SaveError;
use crate::vocabulary::Message;

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The typesetter does not take the page; what it says.
    #[error("the report could not be typeset: {0}")]
    Typeset(String),
    /// The file cannot be written.
    #[error(transparent)]
    Write(#[from] SaveError),
    /// Typst was not compiled in.
    #[error("this build has no PDF output")]
    NoPdf,
}

impl ReportError {
    /// What happened and what to do, for the person who asked for the report.
    pub fn message(&self) -> Message {
        match self {
            Self::Typeset(problem) => Message::new("report-error-typeset").with("problem", problem),
            Self::Write(SaveError { path, source }) => Message::new("report-error-write")
                .with("path", path.display().to_string())
                .with("problem", source.to_string()),
            Self::NoPdf => Message::new("report-error-no-pdf"),
        }
    }
}
