//! Which options are clean where they stand: by the rubric's evidence, in plays that come by in different moods.

use super::policy::{Player, Policy};
use super::run::MAX_STEPS;
use crate::rubric::{Assessor, Plan};
use crate::scenario::model::{MAX_OPTIONS, Scenario};
use crate::session::{Awaiting, Session, Settings};
use crate::vocabulary::NodeIx;
use std::sync::Arc;

/// Who comes by, and how often: mostly those who do well, so that what stands late is met as it is meant.
const VISITORS: [(Policy, u64); 3] = [(Policy::Expert, 4), (Policy::Careful, 12), (Policy::Random, 8)];

/// How often an option was on offer and how often it was clean then.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    offered: u32,
    clean: u32,
}

/// What the rubric found of each option where it stands.
pub struct CleanInPlay {
    seen: Vec<[Seen; MAX_OPTIONS]>,
    plan: Arc<Plan>,
}

impl CleanInPlay {
    /// Plays, and looks at every choice that it comes by. The same scenario and seed give the same.
    pub fn of(scenario: &Arc<Scenario>, plan: &Arc<Plan>, seed: u64) -> Self {
        let mut found = Self { seen: vec![Default::default(); scenario.nodes.len()], plan: Arc::clone(plan) };
        for (policy, runs) in VISITORS {
            (0..runs).for_each(|run| found.play(scenario, policy, super::batch::seed_of(seed, run)));
        }
        found
    }

    /// Whether an option is clean there, more often than not; where nobody came by, whether its acts are.
    pub fn is_clean(&self, node: NodeIx, option: u8) -> bool {
        match self.seen.get(node.at()).and_then(|options| options.get(usize::from(option))) {
            Some(Seen { offered, clean }) if *offered > 0 => 2 * clean > *offered,
            _ => self.plan.is_clean(node, option),
        }
    }

    fn play(&mut self, scenario: &Arc<Scenario>, policy: Policy, seed: u64) {
        let mut events = Vec::new();
        let settings = Settings { seed, ..Settings::default() };
        let mut session = Session::begin(Arc::clone(scenario), settings, &mut events);
        let mut assessor = Assessor::of(Arc::clone(&self.plan), true);
        let mut player = Player::new(policy, seed);
        events.iter().for_each(|event| assessor.observe(event));
        for _ in 0..MAX_STEPS {
            if let Awaiting::Choice { node, offer } = session.awaiting() {
                for option in offer.as_slice() {
                    let seen = &mut self.seen[node.at()][usize::from(*option)];
                    seen.offered += 1;
                    seen.clean += u32::from(assessor.is_clean_now(node, *option));
                }
            }
            let Some(step) = player.decide(&session, &assessor) else { break };
            events.clear();
            session.take(step, &mut events);
            events.iter().for_each(|event| assessor.observe(event));
        }
    }
}
