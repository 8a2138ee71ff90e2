//! The whole example of the page of hard cases: a claim partly right, decided and refused as it is taught there.

use crate::played::{Played, play_but};
use calmdesk::lint::check;
use calmdesk::procedure::Fault;
use calmdesk::rubric::assessment::{Dimension, Reason, Verdict};
use calmdesk::scenario::SourceBundle;
use calmdesk::scenario::model::Scenario;
use std::path::Path;
use std::sync::Arc;

fn example() -> Arc<Scenario> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/hard-case");
    let checked = check(&SourceBundle::read(&folder).unwrap());
    assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
    checked.scenario.unwrap()
}

fn procedure(played: &Played) -> u32 {
    played.result.dimensions[Dimension::Procedure as usize].unwrap().0 as u32
}

#[test]
fn decided_claim_by_claim_and_sent_to_the_right_door_it_is_right() {
    let played = play_but(&example(), &[]);
    assert_eq!(played.end, "end_counted");
    assert!(procedure(&played) > 900, "{}", procedure(&played));
}

#[test]
fn one_wrong_decision_or_door_fails_procedure() {
    let example = example();
    for slip in
        [("opinion.result", "none"), ("opinion.result", "soft"), ("opinion.remedy", "same"), ("opinion.remedy", "last")]
    {
        let played = play_but(&example, &[slip]);
        assert!(procedure(&played) <= 500, "{slip:?}: {}", procedure(&played));
    }
    let same = play_but(&example, &[("opinion.remedy", "same")]);
    let body = |reason: &Reason| matches!(reason, Reason::LedAstray(found) if found.fault == Fault::WrongBody);
    assert!(same.result.evidence.iter().any(|one| body(&one.reason) && one.verdict == Verdict::Miss));
}
