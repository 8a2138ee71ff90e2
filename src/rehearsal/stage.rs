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
                .map(|first| {
                    // A copy of its own: counting who holds a shared one would make the threads wait for each other.
                    let own = Self { scenario: Arc::new(Scenario::clone(&self.scenario)), ..self.clone() };
                    scope.spawn(move || own.part(policy, first, threads, runs, seed, done))
                })
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
        let mut stage = Stage::new(self, policy);
        let mut since = 0;
        let mut run = first;
        while run < runs {
            stage.play(seed_of(seed, run), &mut tally);
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

/// One thread's place to play, with one policy; its memory is used again from run to run.
struct Stage<'a> {
    script: &'a Script,
    session: Session,
    player: Player,
    assessor: Assessor,
    events: Vec<Event>,
}

impl<'a> Stage<'a> {
    fn new(script: &'a Script, policy: Policy) -> Self {
        let assessor = Assessor::of(Arc::clone(&script.plan), true).scores_only();
        let settings = Settings { seed: 0, mode: Mode::Exam, timed: true };
        let mut events = Vec::with_capacity(64);
        let session = Session::begin(Arc::clone(&script.scenario), settings, &mut events).quietly();
        Self { script, session, player: Player::new(policy, 0), assessor, events }
    }

    fn play(&mut self, seed: u64, tally: &mut Tally) {
        self.events.clear();
        self.assessor.restart();
        self.player.restart(seed);
        self.session.restart(seed, &mut self.events);
        let mut ended = false;
        for _ in 0..MAX_STEPS {
            if self.player.is_attentive() {
                self.observe(tally);
            }
            let Some(step) = self.player.decide(&self.session, &self.assessor) else {
                ended = true;
                break;
            };
            self.session.take(step, &mut self.events);
        }
        self.observe(tally);
        let (dimensions, uncapped, total) = self.assessor.settled_scores();
        tally.finish(&self.session, &Scores { dimensions, total, uncapped }, self.script.pass, ended);
    }

    /// Keeps the score of what has happened since. At the end of a run if it can wait: the code of the play and that of
    /// the judge are more than a processor keeps at hand, and going from one to the other at every turn costs a tenth.
    fn observe(&mut self, tally: &mut Tally) {
        for event in &self.events {
            tally.observe(event);
            self.assessor.observe(event);
        }
        self.events.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::play;

    #[test]
    fn memory_used_again_changes_no_run() {
        let entry = crate::scenario::library::find("noise-upstairs").unwrap();
        let scenario = entry.scenario().unwrap();
        let script = Script::new(Arc::clone(scenario), Rubric::shipped());
        for policy in [Policy::Random, Policy::Careful, Policy::Bully] {
            let mut stage = Stage::new(&script, policy);
            for seed in [3, 900, 3, 77] {
                let mut tally = Tally::new(scenario);
                stage.play(seed, &mut tally);
                let settings = Settings { seed, mode: Mode::Exam, timed: true };
                let fresh = play(scenario, &settings, policy, Rubric::shipped()).assessment;
                let means = tally.dimensions.each_ref().map(|part| part.mean().map(|mean| Milli(i64::from(mean))));
                assert_eq!(means, fresh.dimensions, "{policy:?} {seed}");
                assert_eq!(tally.total.mean().map(|mean| Milli(i64::from(mean))), fresh.total, "{policy:?} {seed}");
            }
        }
    }
}
