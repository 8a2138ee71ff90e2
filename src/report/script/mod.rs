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
    /// Language tag of the page.
    pub lang: &'static str,
    /// What kind of paper this is.
    pub kind: String,
    /// The scenario's title.
    pub title: String,
    /// Date, length, difficulty, one a line.
    pub about: Vec<String>,
    /// How a role-play with it goes.
    pub how_to: String,
    /// What one can learn by it.
    pub objectives: Vec<String>,
    /// What the trainee is told, one paragraph each.
    pub briefing: Vec<String>,
    /// What the trainee may read.
    pub case_file: Vec<Paper>,
    /// What is right on the claims, and what is so where earlier answers disagree.
    pub key: Vec<Paper>,
    /// One for each visitor.
    pub roles: Vec<Role>,
    /// One for each of our own people.
    pub staff: Vec<StaffSheet>,
    /// Visits, then what may break in.
    pub parts: Vec<Part>,
    /// Versions, at the foot.
    pub footer: String,
    /// Headings of the page, by the names that its template uses.
    pub labels: BTreeMap<&'static str, String>,
}

/// Something to read.
#[derive(Clone, Debug, Serialize)]
pub struct Paper {
    /// As it is headed.
    pub title: String,
    /// What it says.
    pub text: String,
}

/// A person to be acted.
#[derive(Clone, Debug, Serialize)]
pub struct Role {
    /// As they are called.
    pub name: String,
    /// Age, and who they are in a few words.
    pub about: String,
    /// How they take things, for whoever acts them.
    pub notes: Vec<String>,
}

/// What one of our own people says and does, for whoever plays them.
#[derive(Clone, Debug, Serialize)]
pub struct StaffSheet {
    /// As they are called.
    pub name: String,
    /// Age, and who they are in a few words.
    pub about: String,
    /// How to play somebody of the house.
    pub how_to: String,
    /// The steps in which they speak.
    pub steps: Vec<Step>,
}

/// One visit, or what may break in.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// As the visit is headed.
    pub title: String,
    /// Place, day, who is there.
    pub about: String,
    /// In the order in which they are numbered.
    pub steps: Vec<Step>,
}

/// One node.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Step {
    /// From 1 through the whole script; options refer to it.
    pub number: usize,
    /// Id of the node.
    pub id: String,
    /// What kind of node it is, as a class of styles.
    pub kind: &'static str,
    /// Who speaks, or what kind of step it is.
    pub head: String,
    /// How it is said.
    pub manner: Option<String>,
    /// What is said there, one for each condition.
    pub says: Vec<Say>,
    /// What can be chosen or written there.
    pub options: Vec<Choice>,
    /// Where it goes on; `None` where the next step follows.
    pub next: Option<String>,
}

/// A text and what it calls for; with a condition where it replaces another.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Say {
    /// In words; absent: always.
    pub when: Option<String>,
    /// The words.
    pub text: String,
    /// What in them calls for an act.
    pub cues: Vec<String>,
    /// What one of our own people does by it.
    pub does: Vec<String>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// A, B, C …
    pub mark: String,
    /// What is said or done.
    pub text: String,
    /// Whether it is said: gestures and desk actions stand without quotation marks.
    pub spoken: bool,
    /// In words; absent: always.
    pub when: Option<String>,
    /// What it does, by the names of the acts.
    pub acts: String,
    /// How this visitor takes it.
    pub effect: String,
    /// `good`, `bad` or empty.
    pub tone: &'static str,
    /// Where it leads.
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
