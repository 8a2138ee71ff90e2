//! Which option was taken where, to be drawn on the tree: counted as `graph --logs` counts a folder of logs.

use crate::authoring::graph::Traffic;
use crate::classroom::error::ClassError;
use crate::classroom::ids::{AssignmentId, ClassId};
use crate::classroom::model::AttemptState;
use crate::classroom::store::Store;
use crate::logbook::log::parse;
use crate::logbook::usage_counts::Answers;
use crate::scenario::Scenario;
use std::path::Path;

/// What a class did in a scenario, by the logs that were handed in, and what of it the tree cannot show: `node/option` of an
/// earlier version.
///
/// # Errors
///
/// [`ClassError::Database`], [`ClassError::Log`].
pub async fn traffic(
    store: &Store,
    class: ClassId,
    assignment: Option<AssignmentId>,
    scenario: &Scenario,
) -> Result<(Traffic, Vec<String>), ClassError> {
    let mut answers = Answers::default();
    for attempt in store.attempts(class, assignment).await? {
        if attempt.state == AttemptState::HandedIn && attempt.scenario == scenario.id {
            answers.add(&parse(&store.log_of(attempt.id).await?, Path::new("log"))?);
        }
    }
    Ok(Traffic::of_people(scenario, &answers))
}
