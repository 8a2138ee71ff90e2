//! Says in words what a piece of evidence means.

use super::acts::ActCatalogue;
use super::assessment::{CriticalFailure, Evidence};
use super::rules::Rubric;
use crate::locale::Locale;
use crate::procedure::LawLibrary;
use crate::scenario::model::Scenario;

/// A piece of evidence in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Name of the criterion, or of the kind of failure.
    pub criterion: String,
    /// What was said, what it did, why it counts.
    pub sentence: String,
    /// Where it is taught or ruled.
    pub source: String,
    /// The better option's words.
    pub better: Option<String>,
}

pub fn explain(
    scenario: &Scenario,
    rubric: &Rubric,
    catalogue: &ActCatalogue,
    law: Option<&LawLibrary>,
    evidence: &Evidence,
    locale: Locale,
) -> Explanation {
    let _ = (scenario, catalogue, law, locale);
    let criterion = &rubric[evidence.criterion];
    Explanation {
        criterion: criterion.id.clone(),
        sentence: String::new(),
        source: criterion.sources.join(" "),
        better: None,
    }
}

pub fn explain_critical(
    scenario: &Scenario,
    catalogue: &ActCatalogue,
    law: Option<&LawLibrary>,
    failure: &CriticalFailure,
    locale: Locale,
) -> Explanation {
    let _ = (scenario, catalogue, law, failure, locale);
    Explanation { criterion: String::new(), sentence: String::new(), source: String::new(), better: None }
}
