//! A stage on which a policy plays a scenario very often, and many stages side by side.

use super::policy::{Player, Policy};
use super::run::MAX_STEPS;
use super::tally::{Scores, Tally};
use crate::rubric::assessment::Milli;
use crate::rubric::{ActCatalogue, Assessor, Plan, Rubric};
use crate::scenario::model::Scenario;
use crate::session::{Event, Mode, Session, Settings};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Runs between two looks at the progress counter.
const REPORT_EVERY: u64 = 256;

/// What is worked out once for all runs.
#[derive(Clone)]
pub struct Script {
    pub scenario: Arc<Scenario>,
    pub plan: Arc<Plan>,
    pub pass: Milli,
}

impl Script {
    pub fn new(scenario: Arc<Scenario>, rubric: &Rubric) -> Self {
        let plan = Arc::new(Plan::new(rubric, &scenario, ActCatalogue::shipped()));
        Self { scenario, plan, pass: rubric.pass }
    }

    /// Plays `runs` sessions by a policy on so many threads. The result depends on neither their number nor their
    /// pace: each run has a seed of its own, and sums do not care for their order.
    pub fn rehearse(&self, policy: Policy, runs: u64, seed: u64, threads: usize, done: &AtomicU64) -> Tally {
        let threads = (threads.max(1) as u64).min(runs.max(1));
        let mut parts = std::thread::scope(|scope| {
            let hands: Vec<_> = (1..threads)
                .map(|first| scope.spawn(move || self.part(policy, first, threads, runs, seed, done)))
                .collect();
            let mut parts = vec![Some(self.part(policy, 0, threads, runs, seed, done))];
            parts.extend(hands.into_iter().map(|hand| hand.join().ok()));
            parts
        });
        let mut whole = Tally::new(&self.scenario);
        for (first, part) in parts.iter_mut().enumerate() {
            // A part that fell over is played again here, where its fall is seen.
            let part = part.take().unwrap_or_else(|| self.part(policy, first as u64, threads, runs, seed, done));
            whole.merge(&part);
        }
        whole
    }

    /// Every `step`th run from `first` on.
    fn part(&self, policy: Policy, first: u64, step: u64, runs: u64, seed: u64, done: &AtomicU64) -> Tally {
        let mut tally = Tally::new(&self.scenario);
        let mut stage = Stage::new(self);
        let mut since = 0;
        let mut run = first;
        while run < runs {
            stage.play(policy, seed_of(seed, run), &mut tally);
            since += 1;
            if since == REPORT_EVERY {
                done.fetch_add(since, Ordering::Relaxed);
                since = 0;
            }
            run += step;
        }
        done.fetch_add(since, Ordering::Relaxed);
        tally
    }
}

/// The seed of a run; every policy meets the same seeds.
pub fn seed_of(seed: u64, run: u64) -> u64 {
    // SplitMix64: neighbouring runs get unlike seeds.
    let mut z = seed.wrapping_add(run.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// One thread's place to play; what can be used again is.
struct Stage<'a> {
    script: &'a Script,
    assessor: Assessor,
    events: Vec<Event>,
}

impl<'a> Stage<'a> {
    fn new(script: &'a Script) -> Self {
        let assessor = Assessor::of(Arc::clone(&script.plan), true).scores_only();
        Self { script, assessor, events: Vec::with_capacity(64) }
    }

    fn play(&mut self, policy: Policy, seed: u64, tally: &mut Tally) {
        let settings = Settings { seed, mode: Mode::Exam, timed: true };
        self.events.clear();
        self.assessor.restart();
        let mut session = Session::begin(Arc::clone(&self.script.scenario), settings, &mut self.events);
        let mut player = Player::new(policy, seed);
        let mut ended = false;
        for _ in 0..MAX_STEPS {
            tally.observe(&self.events);
            for event in self.events.drain(..) {
                self.assessor.observe(&event);
            }
            let Some(step) = player.decide(&session, &self.assessor) else {
                ended = true;
                break;
            };
            session.take(step, &mut self.events);
        }
        let found = self.assessor.assessment();
        let scores = Scores { dimensions: found.dimensions, total: found.total, uncapped: found.total_uncapped };
        tally.finish(&session, &scores, self.script.pass, ended);
    }
}
