//! Marks that a class has found for live talks: what its own observers' sheets and its instructors' ratings come to. Without
//! one a live talk has scores and no pass mark.

use super::assessment::{Dimension, Milli};
use super::criteria::Rubric;
use crate::vocabulary::Message;
use jiff::civil::Date;
use ron::extensions::Extensions;
use serde::{Deserialize, Serialize};

/// Fewest sessions that marks may rest on: of fewer, each is more than a tenth of what they rest on.
const LEAST_SESSIONS: u32 = 10;
/// Most letters of a class's name or of a note.
const MAX_LETTERS: usize = 200;

/// The marks of a class, and where they are from. Read from RON:
///
/// ```
/// use calmdesk::rubric::{Calibration, Rubric};
/// use calmdesk::rubric::assessment::{Dimension, Milli};
///
/// let rubric = Rubric::shipped();
/// let text = format!(
///     r#"Calibration(class: "第三期", rubric: "standard", version: "{}", sessions: 24, raters: 2,
///         made_on: "2026-03-20", marks: (listening: 550, empathy: 600))"#,
///     rubric.version
/// );
/// let found = Calibration::parse(&text, rubric).unwrap();
/// assert_eq!(found.mark(Dimension::Listening), Some(Milli(550)));
/// assert_eq!(found.mark(Dimension::Procedure), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calibration {
    /// Whose marks they are.
    pub class: String,
    /// The rubric whose scores they are marks of, by id and version.
    pub rubric: String,
    /// The version of that rubric; marks of another are no marks.
    pub version: String,
    /// Rated sessions, and how many people rated each.
    pub sessions: u32,
    /// At least 1.
    pub raters: u32,
    /// The day on which the marks were found.
    pub made_on: Date,
    /// How it was done, in a line.
    #[serde(default)]
    pub note: String,
    marks: Marks,
}

/// Thousandths, for each dimension of which something is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Marks {
    listening: Option<Milli>,
    empathy: Option<Milli>,
    procedure: Option<Milli>,
}

/// Why a calibration cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CalibrationError {
    /// No such RON.
    #[error("calibration: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    /// A figure outside its range.
    #[error("calibration: {what} is {value}, it must lie in {range}")]
    OutOfRange {
        /// Which figure.
        what: &'static str,
        /// As written.
        value: i64,
        /// What it may be, both ends included.
        range: &'static str,
    },
    /// A calibration without any mark.
    #[error("calibration: it has no marks")]
    NoMarks,
    /// Marks mean nothing under another rubric.
    #[error("calibration: made for the rubric {made_for}, asked of {used}")]
    OtherRubric {
        /// Id and version of the rubric they were found under.
        made_for: String,
        /// Id and version of the rubric in use.
        used: String,
    },
}

impl Calibration {
    /// Reads the marks of a class for scores by this rubric.
    ///
    /// # Errors
    ///
    /// [`CalibrationError`]: not readable, a value out of its range, no marks, or made for another rubric.
    pub fn parse(source: &str, rubric: &Rubric) -> Result<Self, CalibrationError> {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let found: Self = options.from_str(source)?;
        let out = |what, value: i64, range| Err(CalibrationError::OutOfRange { what, value, range });
        let letters = |text: &str| text.trim().chars().count();
        if !(1..=MAX_LETTERS).contains(&letters(&found.class)) {
            return out("class", letters(&found.class) as i64, "1..200");
        }
        if letters(&found.note) > MAX_LETTERS {
            return out("note", letters(&found.note) as i64, "0..200");
        }
        if found.sessions < LEAST_SESSIONS {
            return out("sessions", found.sessions.into(), "10..");
        }
        if found.raters == 0 {
            return out("raters", 0, "1..");
        }
        let mut marks = Dimension::ALL.into_iter().filter_map(|dimension| found.mark(dimension)).peekable();
        if marks.peek().is_none() {
            return Err(CalibrationError::NoMarks);
        }
        if let Some(wrong) = marks.find(|mark| !(1..=1000).contains(&mark.0)) {
            return out("marks", wrong.0, "1..1000");
        }
        if (&found.rubric, &found.version) != (&rubric.id, &rubric.version) {
            let made_for = format!("{}/{}", found.rubric, found.version);
            return Err(CalibrationError::OtherRubric { made_for, used: format!("{}/{}", rubric.id, rubric.version) });
        }
        Ok(found)
    }

    /// What the class asks of a dimension; `None` where it asks nothing.
    pub fn mark(&self, dimension: Dimension) -> Option<Milli> {
        match dimension {
            Dimension::Listening => self.marks.listening,
            Dimension::Empathy => self.marks.empathy,
            Dimension::Procedure => self.marks.procedure,
        }
    }
}

impl CalibrationError {
    /// What is wrong, where, and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Syntax(error) => Message::new("calibration-syntax")
                .with("line", error.span.start.line)
                .with("column", error.span.start.col)
                .with("problem", error.code.to_string()),
            Self::OutOfRange { what, value, range } => Message::new("calibration-range")
                .with("what", *what)
                .with("value", value.to_string())
                .with("range", *range),
            Self::NoMarks => Message::new("calibration-no-marks"),
            Self::OtherRubric { made_for, used } => {
                Message::new("calibration-other-rubric").with("made", made_for).with("used", used)
            }
        }
    }
}
