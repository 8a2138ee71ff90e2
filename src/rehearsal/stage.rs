//! A stage on which a policy plays a scenario very often, and many stages side by side.

use super::policy::{Player, Policy};
use super::run::MAX_STEPS;
use super::tally::{Scores, Tally};
use crate::rubric::assessment::Milli;
use crate::rubric::{Assessor, Plan, Rubric};
use crate::scenario::model::Scenario;
use crate::session::engine::NOTABLE_PAUSE_MS;
use crate::session::{Event, Mode, Session, Settings, Step};
use crate::visitor::Mind;
use crate::vocabulary::ActCatalogue;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Bytes of runs that are played side by side. The more there are, the more of them do the same at a time, and the better
/// a processor guesses; what no longer fits into its second cache costs more than that brings.
const HELD: usize = 3 << 19;

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
        let room = Stage::room(self);
        let mut run = first;
        while run < runs {
            let mine = (0..room as u64).map(|nth| run + nth * step).take_while(|run| *run < runs);
            let played = stage.play(mine.map(|run| seed_of(seed, run)), &mut tally) as u64;
            done.fetch_add(played, Ordering::Relaxed);
            run += played * step;
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

/// A run under way.
struct Play {
    session: Session,
    player: Player,
    assessor: Assessor,
    /// What it does next.
    step: Step,
}

/// Whose turn it is in a round. They are sorted by what they are about to do: runs that do the same are played one after
/// the other, and the processor guesses the way of the next by that of the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Turn(u64);

impl Turn {
    fn new(at: usize, session: &Session, step: Step) -> Self {
        let node = session.awaiting().node().map_or(0, |node| node.0);
        let option = match step {
            Step::Choose { option, .. } => option,
            Step::Gesture { .. } | Step::Fill { .. } | Step::Note { .. } => u8::MAX,
        };
        let left = session.speech_ends_ms().saturating_sub(session.clock_ms());
        let wait = u64::from(step.wait_ms());
        let timing = u64::from(wait >= left) + u64::from(wait >= left + NOTABLE_PAUSE_MS);
        Self(u64::from(node) << 48 | u64::from(option) << 40 | timing << 32 | at as u64 & Self::AT)
    }

    const AT: u64 = u32::MAX as u64;

    const fn at(self) -> usize {
        (self.0 & Self::AT) as usize
    }
}

/// One thread's place to play, with one policy, many runs side by side; its memory is used again.
struct Stage<'a> {
    script: &'a Script,
    policy: Policy,
    plays: Vec<Play>,
    /// The turns of this round and of the next: one of each run that is not over.
    turns: Vec<Turn>,
    next: Vec<Turn>,
    events: Vec<Event>,
    /// Where the events of each turn end.
    ends: Vec<usize>,
}

impl<'a> Stage<'a> {
    fn new(script: &'a Script, policy: Policy) -> Self {
        let (turns, next) = (Vec::new(), Vec::new());
        Self { script, policy, plays: Vec::new(), turns, next, events: Vec::new(), ends: Vec::new() }
    }

    /// How many runs fit side by side into [`HELD`].
    fn room(script: &Script) -> usize {
        let minds = script.scenario.visitors.len() * size_of::<Mind>();
        (HELD / (size_of::<Play>() + minds)).max(1)
    }

    /// Plays a run for each seed, all of them turn by turn; tells how many.
    fn play(&mut self, seeds: impl Iterator<Item = u64>, tally: &mut Tally) -> usize {
        let mut count = 0;
        self.next.clear();
        for seed in seeds {
            self.start(count, seed);
            self.decide(count, tally);
            count += 1;
        }
        self.turns = std::mem::take(&mut self.next);
        for _ in 0..MAX_STEPS {
            if self.turns.is_empty() {
                break;
            }
            self.take(tally);
        }
        for Play { session, assessor, .. } in &mut self.plays[..count] {
            let (dimensions, uncapped, total) = assessor.settled_scores();
            tally.finish(session, &Scores { dimensions, total, uncapped }, self.script.pass);
        }
        count
    }

    fn start(&mut self, at: usize, seed: u64) {
        if self.plays.len() <= at {
            let settings = Settings { seed, mode: Mode::Exam, timed: true };
            self.plays.push(Play {
                session: Session::begin(Arc::clone(&self.script.scenario), settings, &mut Vec::new()).quietly(),
                player: Player::new(self.policy, seed),
                assessor: Assessor::of(Arc::clone(&self.script.plan), true).scores_only(),
                step: Step::Choose { option: 0, wait_ms: 0 },
            });
        }
        let Play { session, player, assessor, .. } = &mut self.plays[at];
        self.events.clear();
        session.restart(seed, &mut self.events);
        player.restart(seed);
        assessor.restart();
        self.events.iter().for_each(|event| assessor.observe(event));
    }

    /// Asks the player what they do next; who is at the end does nothing more.
    fn decide(&mut self, at: usize, tally: &mut Tally) {
        let Play { session, player, assessor, step } = &mut self.plays[at];
        if let Some(next) = player.decide(session, assessor) {
            *step = next;
            tally.turn(session.awaiting(), next);
            self.next.push(Turn::new(at, session, next));
        }
    }

    /// Lets every run take its turn, then every judge look at it: the code of the play and that of the judge are more
    /// than a processor keeps at hand, so that going from one to the other at every turn would cost a tenth. What comes
    /// next is decided while the session is at hand, or after the judge by those who look at the score.
    fn take(&mut self, tally: &mut Tally) {
        let mut turns = std::mem::take(&mut self.turns);
        turns.sort_unstable();
        self.events.clear();
        self.ends.clear();
        let attentive = self.policy.is_attentive();
        for turn in &turns {
            let Play { session, step, .. } = &mut self.plays[turn.at()];
            session.take_in(&self.script.scenario, *step, &mut self.events);
            self.ends.push(self.events.len());
            if !attentive {
                self.decide(turn.at(), tally);
            }
        }
        let mut from = 0;
        for (nth, turn) in turns.iter().enumerate() {
            let end = self.ends[nth];
            let assessor = &mut self.plays[turn.at()].assessor;
            self.events[from..end].iter().for_each(|event| assessor.observe(event));
            from = end;
            if attentive {
                self.decide(turn.at(), tally);
            }
        }
        turns.clear();
        self.turns = std::mem::replace(&mut self.next, turns);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::play;

    const SEEDS: [u64; 4] = [3, 900, 3, 77];

    fn scripts() -> impl Iterator<Item = Script> {
        let shipped = crate::authoring::library::shipped().iter();
        shipped.map(|entry| Script::new(Arc::clone(entry.scenario().unwrap()), Rubric::shipped()))
    }

    #[test]
    fn runs_side_by_side_are_the_runs_one_by_one() {
        for (script, policy) in scripts().flat_map(|script| Policy::ALL.map(|policy| (script.clone(), policy))) {
            let mut together = Tally::new(&script.scenario);
            Stage::new(&script, policy).play((0..30).map(|run| seed_of(1, run)), &mut together);
            let mut apart = Tally::new(&script.scenario);
            for run in 0..30 {
                Stage::new(&script, policy).play([seed_of(1, run)].into_iter(), &mut apart);
            }
            assert_eq!(together, apart, "{policy:?}");
        }
    }

    /// The judge of a rehearsal writes nothing down and so looks for no reasons; the scores must be those of one who does.
    #[test]
    fn memory_used_again_changes_no_run() {
        for (script, policy) in scripts().flat_map(|script| Policy::ALL.map(|policy| (script.clone(), policy))) {
            let scenario = &script.scenario;
            let mut stage = Stage::new(&script, policy);
            for seed in SEEDS {
                let mut tally = Tally::new(scenario);
                stage.play([seed].into_iter(), &mut tally);
                let settings = Settings { seed, mode: Mode::Exam, timed: true };
                let fresh = play(scenario, &settings, policy, Rubric::shipped()).assessment;
                let means = tally.dimensions.each_ref().map(|part| part.mean().map(|mean| Milli(i64::from(mean))));
                assert_eq!(means, fresh.dimensions, "{policy:?} {seed}");
                assert_eq!(tally.total.mean().map(|mean| Milli(i64::from(mean))), fresh.total, "{policy:?} {seed}");
            }
        }
    }
}
