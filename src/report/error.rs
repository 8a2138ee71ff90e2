//! What can go wrong with a report.

use crate::args;
use crate::locale::Texts;
use crate::logbook::SaveError;
use crate::vocabulary::Locale;

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
    pub fn text(&self, locale: Locale) -> String {
        let text = match self {
            Self::Typeset(problem) => locale.text_with("report-error-typeset", &args!("problem" => problem.as_str())),
            Self::Write(SaveError { path, source }) => locale.text_with(
                "report-error-write",
                &args!("path" => path.display().to_string(), "problem" => source.to_string()),
            ),
            Self::NoPdf => locale.text("report-error-no-pdf"),
        };
        text.into_owned()
    }
}
