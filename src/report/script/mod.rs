//! The whole script of a scenario on paper: a role-play hand-out for the instructor and the human actor.

mod build;
mod claims;
mod html;
mod notes;
mod sequence;
mod when;

pub use build::handout;
pub use html::html;

use super::ReportError;
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything that stands on the hand-out, in the reader's language.
#[derive(Clone, Debug, Serialize)]
pub struct Handout {
    pub lang: &'static str,
    /// What kind of paper this is.
    pub kind: String,
    pub title: String,
    pub about: Vec<String>,
    pub how_to: String,
    pub objectives: Vec<String>,
    pub briefing: Vec<String>,
    pub case_file: Vec<Paper>,
    /// What is right on the claims, and what is so where earlier answers disagree.
    pub key: Vec<Paper>,
    pub roles: Vec<Role>,
    pub staff: Vec<StaffSheet>,
    pub parts: Vec<Part>,
    pub footer: String,
    pub labels: BTreeMap<&'static str, String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Paper {
    pub title: String,
    pub text: String,
}

/// A person to be acted.
#[derive(Clone, Debug, Serialize)]
pub struct Role {
    pub name: String,
    pub about: String,
    pub notes: Vec<String>,
}

/// What one of our own people says and does, for whoever plays them.
#[derive(Clone, Debug, Serialize)]
pub struct StaffSheet {
    pub name: String,
    pub about: String,
    pub how_to: String,
    pub steps: Vec<Step>,
}

/// One visit, or what may break in.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    pub title: String,
    pub about: String,
    pub steps: Vec<Step>,
}

/// One node.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Step {
    /// From 1 through the whole script; options refer to it.
    pub number: usize,
    pub id: String,
    pub kind: &'static str,
    /// Who speaks, or what kind of step it is.
    pub head: String,
    /// How it is said.
    pub manner: Option<String>,
    pub says: Vec<Say>,
    pub options: Vec<Choice>,
    /// Where it goes on; `None` where the next step follows.
    pub next: Option<String>,
}

/// A text and what it calls for; with a condition where it replaces another.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Say {
    pub when: Option<String>,
    pub text: String,
    pub cues: Vec<String>,
    /// What one of our own people does by it.
    pub does: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// A, B, C …
    pub mark: String,
    pub text: String,
    pub spoken: bool,
    pub when: Option<String>,
    pub acts: String,
    /// How this visitor takes it.
    pub effect: String,
    /// `good`, `bad` or empty.
    pub tone: &'static str,
    pub next: String,
}

/// The hand-out as PDF. The same scenario gives the same bytes.
///
/// # Errors
///
/// [`ReportError::Typeset`], where the page cannot be set.
#[cfg(feature = "pdf")]
pub fn pdf(handout: &Handout) -> Result<Vec<u8>, ReportError> {
    let value = serde_json::to_value(handout).map_err(|error| ReportError::Typeset(error.to_string()))?;
    super::pdf::typeset(include_str!("../../../assets/report/script.typ"), value)
}

/// # Errors
///
/// Always: it needs the feature `pdf`.
#[cfg(not(feature = "pdf"))]
pub fn pdf(_: &Handout) -> Result<Vec<u8>, ReportError> {
    Err(ReportError::NoPdf)
}
