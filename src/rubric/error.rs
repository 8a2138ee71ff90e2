//! Why a rubric cannot be used, and what to do about it.

use crate::vocabulary::Message;

/// Why a rubric cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RubricError {
    /// No such RON.
    #[error("rubric: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    /// An act that nothing does.
    #[error("rubric: criterion `{criterion}` names the act `{act}`, which is not in the catalogue")]
    UnknownAct {
        /// Id of the criterion.
        criterion: String,
        /// As written.
        act: String,
        /// An act that is written alike.
        meant: Option<String>,
    },
    /// A switch that the rubric does not have.
    #[error("rubric: criterion `{criterion}` asks for the switch `{switch}`, which `switches` does not set")]
    UnknownSwitch {
        /// Id of the criterion.
        criterion: String,
        /// As written.
        switch: String,
    },
    /// What stands where acts should.
    #[error(
        "rubric: criterion `{criterion}`: write an act as `Act`, `Act if switch` or `Act unless switch`, not `{found}`"
    )]
    BadAct {
        /// Id of the criterion.
        criterion: String,
        /// As written.
        found: String,
    },
    /// Texts in a language that the program does not speak.
    #[error("rubric: criterion `{criterion}` has texts in `{language}`; there are `zh-CN` and `en`")]
    UnknownLanguage {
        /// Id of the criterion.
        criterion: String,
        /// As written.
        language: String,
    },
    /// One id twice.
    #[error("rubric: two criteria are called `{0}`")]
    Duplicate(String),
    /// A criterion for which nothing can ever be seen.
    #[error("rubric: criterion `{0}` can never be observed: its rule lists no acts or no cues")]
    Empty(String),
    /// A figure outside its range.
    #[error("rubric: {what} is {value}, it must lie in {range}")]
    OutOfRange {
        /// Which figure.
        what: String,
        /// As written.
        value: i64,
        /// What it may be, both ends included.
        range: &'static str,
    },
    /// More of something than a rubric can hold.
    #[error("rubric: {found} {what}, at most {most} fit")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many fit.
        most: usize,
    },
}

impl RubricError {
    /// The id that the problem is about, where it has one, and the how-manieth of that id.
    fn about(&self) -> Option<(&str, usize)> {
        match self {
            Self::UnknownAct { criterion, .. }
            | Self::UnknownSwitch { criterion, .. }
            | Self::BadAct { criterion, .. }
            | Self::UnknownLanguage { criterion, .. }
            | Self::Empty(criterion) => Some((criterion, 0)),
            Self::Duplicate(id) => Some((id, 1)),
            Self::OutOfRange { what, .. } => what.strip_suffix(".weight").map(|id| (id, 0)),
            Self::Syntax(_) | Self::TooMany { .. } => None,
        }
    }

    /// The line of `source`, from 1, at which what is wrong begins: the criterion's, or the one that cannot be read.
    pub fn line(&self, source: &str) -> Option<usize> {
        if let Self::Syntax(error) = self {
            return Some(error.span.start.line);
        }
        let (id, nth) = self.about()?;
        let quoted = format!("\"{id}\"");
        // An id is what stands behind `id:`, however it is spaced; talk has a field of its own.
        let is_id = |at: &usize| {
            source[..*at].trim_end().ends_with(':') && source[..*at].trim_end_matches([':', ' ']).ends_with("id")
        };
        let found = source.match_indices(&quoted).map(|(at, _)| at).filter(is_id).nth(nth);
        let at = found.or_else(|| source.find(&format!("{id}:")))?;
        Some(source[..at].matches('\n').count() + 1)
    }

    /// What is wrong, where, and what to do, for an instructor.
    pub fn message(&self) -> Message {
        let about = |id, criterion: &String| Message::new(id).with("criterion", criterion);
        match self {
            Self::Syntax(error) => Message::new("rubric-error-syntax")
                .with("line", error.span.start.line)
                .with("column", error.span.start.col)
                .with("problem", error.code.to_string()),
            Self::UnknownAct { criterion, act, meant: Some(meant) } => {
                about("rubric-error-act-meant", criterion).with("act", act).with("meant", meant)
            }
            Self::UnknownAct { criterion, act, meant: None } => about("rubric-error-act", criterion).with("act", act),
            Self::UnknownSwitch { criterion, switch } => about("rubric-error-switch", criterion).with("switch", switch),
            Self::BadAct { criterion, found } => about("rubric-error-bad-act", criterion).with("found", found),
            Self::UnknownLanguage { criterion, language } => {
                about("rubric-error-language", criterion).with("language", language)
            }
            Self::Duplicate(id) => about("rubric-error-duplicate", id),
            Self::Empty(id) => about("rubric-error-empty", id),
            Self::OutOfRange { what, value, range } => Message::new("rubric-error-range")
                .with("what", what)
                .with("value", value.to_string())
                .with("range", *range),
            Self::TooMany { found, most, .. } => {
                Message::new("rubric-error-too-many").with("found", *found).with("most", *most)
            }
        }
    }
}
