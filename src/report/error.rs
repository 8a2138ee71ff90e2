//! What can go wrong with a report.

use crate::args;
use crate::locale::Locale;
use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("the report could not be typeset: {0}")]
    Typeset(String),
    #[error("cannot write {path}: {source}")]
    Write { path: PathBuf, source: std::io::Error },
    #[error("this build has no PDF output")]
    NoPdf,
}

impl ReportError {
    /// What happened and what to do, for the person who asked for the report.
    pub fn text(&self, locale: Locale) -> String {
        let text = match self {
            Self::Typeset(problem) => locale.text_with("report-error-typeset", &args!("problem" => problem.as_str())),
            Self::Write { path, source } => locale.text_with(
                "report-error-write",
                &args!("path" => path.display().to_string(), "problem" => source.to_string()),
            ),
            Self::NoPdf => locale.text("report-error-no-pdf"),
        };
        text.into_owned()
    }
}
