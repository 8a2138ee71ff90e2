//! One whole session played by a policy.

use super::policy::{Player, Policy};
use crate::rubric::{Assessment, Assessor, Rubric};
use crate::scenario::model::Scenario;
use crate::session::{Event, Session, Settings};
use crate::vocabulary::ActCatalogue;
use std::sync::Arc;

/// Steps after which a run is given up: no visit is that long, so the scenario runs in a circle.
pub const MAX_STEPS: usize = 5_000;

/// What a policy played.
#[derive(Clone, Debug)]
pub struct Run {
    pub events: Vec<Event>,
    pub assessment: Assessment,
    /// False if the run was given up before an end.
    pub ended: bool,
}

/// Plays a scenario to its end by a policy. The same arguments give the same run.
pub fn play(scenario: &Arc<Scenario>, settings: &Settings, policy: Policy, rubric: &Rubric) -> Run {
    let mut events = Vec::new();
    let mut session = Session::begin(Arc::clone(scenario), settings.clone(), &mut events);
    let mut assessor = Assessor::new(rubric, scenario, ActCatalogue::shipped(), settings.timed);
    events.iter().for_each(|event| assessor.observe(event));
    let mut player = Player::new(policy, settings.seed);
    let mut ended = false;
    for _ in 0..MAX_STEPS {
        let Some(step) = player.decide(&session, &assessor) else {
            ended = true;
            break;
        };
        let before = events.len();
        session.take(step, &mut events);
        events[before..].iter().for_each(|event| assessor.observe(event));
    }
    Run { events, assessment: assessor.assessment(), ended }
}
