//! A session whose visitors are let say only a share of what they would: for the test and for the plot in docs/rubric.md.

use calmdesk::authoring::library;
use calmdesk::rehearsal::{Player, Policy};
use calmdesk::rubric::{Assessment, Assessor, Rubric, assess};
use calmdesk::scenario::model::Scenario;
use calmdesk::session::{Event, ResolvedMove, Session, Settings};
use calmdesk::vocabulary::ActCatalogue;
use std::sync::Arc;

pub const SHIPPED: [&str; 4] = ["noise-upstairs", "collective-wages", "demolition-report", "twelve-years"];

pub fn scenario(id: &str) -> Arc<Scenario> {
    library::find(id).unwrap().scenario().unwrap().clone()
}

/// Plays to the end; below a hundred, everybody is cut off when so many percent of what they have to say has been said.
pub fn played(scenario: &Arc<Scenario>, policy: Policy, seed: u64, percent: u32) -> Assessment {
    let (rubric, settings) = (Rubric::shipped(), Settings { seed, ..Settings::default() });
    let mut events: Vec<Event> = Vec::new();
    let mut session = Session::begin(scenario.clone(), settings, &mut events);
    let mut assessor = Assessor::new(rubric, scenario, ActCatalogue::shipped(), true);
    events.iter().for_each(|event| assessor.observe(event));
    let mut player = Player::new(policy, seed);
    for _ in 0..2_000 {
        let Some(mut step) = player.decide(&session, &assessor) else { break };
        if let ResolvedMove::Choose { wait_ms, .. } | ResolvedMove::Fill { wait_ms, .. } = &mut step {
            let left = session.speech_ends_ms().saturating_sub(session.clock_ms());
            if percent < 100 {
                *wait_ms = (*wait_ms).min((left * u64::from(percent) / 100) as u32);
            }
        }
        let before = events.len();
        session.take(step, &mut events);
        events[before..].iter().for_each(|event| assessor.observe(event));
    }
    assess(rubric, scenario, true, &events)
}

/// For each percentage: the share that was let be said and the listening score, in thousandths, each the mean of four.
pub fn sweep(scenario: &Arc<Scenario>) -> Vec<(u32, i64, i64)> {
    let of = |percent| {
        let found: Vec<Assessment> = (0..4).map(|seed| played(scenario, Policy::Expert, seed, percent)).collect();
        let mean = |of: fn(&Assessment) -> i64| found.iter().map(of).sum::<i64>() / found.len() as i64;
        let said = mean(|one| one.let_speak.expect("somebody spoke").0);
        (percent, said, mean(|one| one.dimensions[0].expect("listening is scored").0))
    };
    [0, 20, 40, 60, 80, 90, 100].map(of).to_vec()
}
