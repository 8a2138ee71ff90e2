//! Why a rubric cannot be used, and what to do about it.

use crate::locale::Texts;
use crate::vocabulary::Locale;

/// Why a rubric cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RubricError {
    #[error("rubric: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    #[error("rubric: criterion `{criterion}` names the act `{act}`, which is not in the catalogue")]
    UnknownAct { criterion: String, act: String, meant: Option<String> },
    #[error("rubric: criterion `{criterion}` asks for the switch `{switch}`, which `switches` does not set")]
    UnknownSwitch { criterion: String, switch: String },
    #[error(
        "rubric: criterion `{criterion}`: write an act as `Act`, `Act if switch` or `Act unless switch`, not `{found}`"
    )]
    BadAct { criterion: String, found: String },
    #[error("rubric: criterion `{criterion}` has texts in `{language}`; there are `zh-CN` and `en`")]
    UnknownLanguage { criterion: String, language: String },
    #[error("rubric: two criteria are called `{0}`")]
    Duplicate(String),
    #[error("rubric: criterion `{0}` can never be observed: its rule lists no acts or no cues")]
    Empty(String),
    #[error("rubric: {what} is {value}, it must lie in {range}")]
    OutOfRange { what: String, value: i64, range: &'static str },
    #[error("rubric: {found} {what}, at most {most} fit")]
    TooMany { what: &'static str, found: usize, most: usize },
}

impl RubricError {
    /// What is wrong, where, and what to do, for an instructor.
    pub fn text(&self, locale: Locale) -> String {
        use crate::args;
        let text = match self {
            Self::Syntax(error) => locale.text_with(
                "rubric-error-syntax",
                &args!("line" => error.span.start.line, "column" => error.span.start.col,
                       "problem" => error.code.to_string()),
            ),
            Self::UnknownAct { criterion, act, meant: Some(meant) } => locale.text_with(
                "rubric-error-act-meant",
                &args!("criterion" => criterion.as_str(), "act" => act.as_str(), "meant" => meant.as_str()),
            ),
            Self::UnknownAct { criterion, act, meant: None } => {
                locale.text_with("rubric-error-act", &args!("criterion" => criterion.as_str(), "act" => act.as_str()))
            }
            Self::UnknownSwitch { criterion, switch } => locale.text_with(
                "rubric-error-switch",
                &args!("criterion" => criterion.as_str(), "switch" => switch.as_str()),
            ),
            Self::BadAct { criterion, found } => locale.text_with(
                "rubric-error-bad-act",
                &args!("criterion" => criterion.as_str(), "found" => found.as_str()),
            ),
            Self::UnknownLanguage { criterion, language } => locale.text_with(
                "rubric-error-language",
                &args!("criterion" => criterion.as_str(), "language" => language.as_str()),
            ),
            Self::Duplicate(id) => locale.text_with("rubric-error-duplicate", &args!("criterion" => id.as_str())),
            Self::Empty(id) => locale.text_with("rubric-error-empty", &args!("criterion" => id.as_str())),
            Self::OutOfRange { what, value, range } => locale.text_with(
                "rubric-error-range",
                &args!("what" => what.as_str(), "value" => value.to_string(), "range" => *range),
            ),
            Self::TooMany { found, most, .. } => {
                locale.text_with("rubric-error-too-many", &args!("found" => *found, "most" => *most))
            }
        };
        text.into_owned()
    }
}
