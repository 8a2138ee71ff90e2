//! Many runs of one scenario, one after the other, on as many threads as wanted.

use super::policy::Policy;
use super::run::play_out;
use super::tally::Tally;
use crate::rubric::assessment::Milli;
use crate::rubric::{Assessor, Plan, Rubric};
use crate::scenario::model::Scenario;
use crate::session::{Mode, Settings};
use crate::vocabulary::ActCatalogue;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// What is worked out once for all runs.
#[derive(Clone)]
pub struct Batch {
    /// What is played.
    pub scenario: Arc<Scenario>,
    /// The rubric laid over it.
    pub plan: Arc<Plan>,
    /// The mark to reach in each dimension.
    pub pass: Milli,
}

impl Batch {
    /// Lays the rubric over the scenario.
    pub fn new(scenario: Arc<Scenario>, rubric: &Rubric) -> Self {
        let plan = Arc::new(Plan::new(rubric, &scenario, ActCatalogue::shipped()));
        Self { scenario, plan, pass: rubric.pass }
    }

    /// Plays `runs` sessions by a policy on so many threads; `done` counts them. The result depends on neither the
    /// number of threads nor their pace: each run has a seed of its own, and sums do not care for their order.
    pub fn rehearse(&self, policy: Policy, runs: u64, seed: u64, threads: usize, done: &AtomicU64) -> Tally {
        let threads = (threads.max(1) as u64).min(runs.max(1));
        let part = |first: u64| self.part(policy, (first..runs).step_by(threads as usize), seed, done);
        let parts: Vec<Option<Tally>> = std::thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|first| scope.spawn(move || part(first))).collect();
            let own = Some(part(0));
            std::iter::once(own).chain(others.into_iter().map(|other| other.join().ok())).collect()
        });
        let mut whole = Tally::new(&self.scenario);
        for (first, tally) in parts.into_iter().enumerate() {
            // A part that fell over is played again here, where its fall is seen.
            whole.merge(&tally.unwrap_or_else(|| part(first as u64)));
        }
        whole
    }

    /// Plays these runs.
    fn part(&self, policy: Policy, runs: impl Iterator<Item = u64>, seed: u64, done: &AtomicU64) -> Tally {
        let mut tally = Tally::new(&self.scenario);
        let mut events = Vec::new();
        for run in runs {
            let settings = Settings { seed: seed_of(seed, run), mode: Mode::Exam, timed: true };
            let mut assessor = Assessor::of(Arc::clone(&self.plan), settings.timed);
            events.clear();
            let turn = |awaiting, step| tally.turn(awaiting, step);
            let session = play_out(&self.scenario, &settings, policy, &mut assessor, &mut events, turn);
            tally.finish(&session, &assessor.totals(), self.pass);
            done.fetch_add(1, Ordering::Relaxed);
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::play;

    /// What a batch keeps of a run is what the run's own assessment says, evidence and all.
    #[test]
    fn a_batch_of_one_has_the_scores_of_its_run() {
        for entry in crate::authoring::library::shipped() {
            let batch = Batch::new(Arc::clone(entry.scenario().unwrap()), Rubric::shipped());
            for (policy, run) in Policy::ALL.into_iter().flat_map(|policy| [3, 900].map(|run| (policy, run))) {
                let tally = batch.part(policy, run..=run, 1, &AtomicU64::new(0));
                let settings = Settings { seed: seed_of(1, run), mode: Mode::Exam, timed: true };
                let alone = play(&batch.scenario, &settings, policy, Rubric::shipped()).assessment;
                let means = tally.dimensions.each_ref().map(|part| part.mean().map(|mean| Milli(i64::from(mean))));
                assert_eq!(means, alone.dimensions, "{policy:?} {run}");
                assert_eq!(tally.total.mean().map(|mean| Milli(i64::from(mean))), alone.total, "{policy:?} {run}");
            }
        }
    }
}
