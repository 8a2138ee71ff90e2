//! One whole session played by a policy.

use super::policy::{Player, Policy};
use crate::rubric::{Assessment, Assessor, Rubric};
use crate::scenario::model::Scenario;
use crate::session::{Awaiting, Event, ResolvedMove, Session, Settings};
use crate::vocabulary::ActCatalogue;
use std::sync::Arc;

/// Steps after which a run is given up: no visit is that long, so the scenario runs in a circle.
pub const MAX_STEPS: usize = 5_000;

/// What a policy played.
#[derive(Clone, Debug)]
pub struct Run {
    /// All that happened.
    pub events: Vec<Event>,
    /// What the rubric found in it.
    pub assessment: Assessment,
    /// False if the run was given up before an end.
    pub ended: bool,
}

/// Plays a scenario to its end by a policy. The same arguments give the same run.
pub fn play(scenario: &Arc<Scenario>, settings: &Settings, policy: Policy, rubric: &Rubric) -> Run {
    let mut events = Vec::new();
    let mut assessor = Assessor::new(rubric, scenario, ActCatalogue::shipped(), settings.timed);
    let session = play_out(scenario, settings, policy, &mut assessor, &mut events, |_, _| {});
    Run { events, assessment: assessor.assessment(), ended: session.awaiting().node().is_none() }
}

/// Lets a policy play a session to its end, and a judge look on. `turn` is told what there was to choose from and what
/// was done.
pub(super) fn play_out(
    scenario: &Arc<Scenario>,
    settings: &Settings,
    policy: Policy,
    assessor: &mut Assessor,
    events: &mut Vec<Event>,
    mut turn: impl FnMut(Awaiting, ResolvedMove),
) -> Session {
    let mut session = Session::begin(Arc::clone(scenario), settings.clone(), events);
    let mut player = Player::new(policy, settings.seed);
    events.iter().for_each(|event| assessor.observe(event));
    for _ in 0..MAX_STEPS {
        let Some(step) = player.decide(&session, assessor) else { break };
        turn(session.awaiting(), step);
        let before = events.len();
        session.take(step, events);
        events[before..].iter().for_each(|event| assessor.observe(event));
    }
    session
}
