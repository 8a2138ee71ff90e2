//! What can go wrong with a report.

use crate::logbook::SaveError;
use crate::vocabulary::Message;

#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("the report could not be typeset: {0}")]
    Typeset(String),
    #[error(transparent)]
    Write(#[from] SaveError),
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
