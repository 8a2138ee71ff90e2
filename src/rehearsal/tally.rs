//! What many runs of one policy came to.

use super::stats::{Counts, Histogram};
use crate::rubric::Standing;
use crate::rubric::assessment::{Milli, Totals};
use crate::scenario::model::{MAX_OPTIONS, NodeKind, Outcome, Scenario};
use crate::session::{Awaiting, ResolvedMove, Session};
use crate::vocabulary::NodeIx;
use crate::vocabulary::{FEELINGS, Feeling, Snapshot};

/// Feelings, then trust and pressure.
pub const GAUGES: usize = FEELINGS + 2;

/// How often something happened at each node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Runs that came by.
    pub nodes: Vec<u64>,
    /// Times each option was offered and taken.
    pub offered: Vec<[u64; MAX_OPTIONS]>,
    /// By node: how often each option was taken.
    pub taken: Vec<[u64; MAX_OPTIONS]>,
    /// Times each entry of a desk task was written; empty at other nodes.
    pub written: Vec<Box<[u64]>>,
}

impl Coverage {
    /// Nothing has happened at any node yet.
    pub fn new(scenario: &Scenario) -> Self {
        let nodes = scenario.nodes.len();
        let entries = |at: usize| scenario.task(NodeIx(at as u16)).map_or(0, |task| task.form.entries.len());
        Self {
            nodes: vec![0; nodes],
            offered: vec![[0; MAX_OPTIONS]; nodes],
            taken: vec![[0; MAX_OPTIONS]; nodes],
            written: (0..nodes).map(|at| vec![0; entries(at)].into()).collect(),
        }
    }

    /// What happened in the runs of the other, too.
    pub fn merge(&mut self, other: &Self) {
        let both = |mine: &mut Vec<[u64; MAX_OPTIONS]>, more: &[[u64; MAX_OPTIONS]]| {
            for (mine, more) in mine.iter_mut().flatten().zip(more.iter().flatten()) {
                *mine += more;
            }
        };
        for (mine, more) in self.nodes.iter_mut().zip(&other.nodes) {
            *mine += more;
        }
        for (mine, more) in self.written.iter_mut().zip(&other.written) {
            mine.iter_mut().zip(more.iter()).for_each(|(mine, more)| *mine += more);
        }
        both(&mut self.offered, &other.offered);
        both(&mut self.taken, &other.taken);
    }
}

/// The sums over all runs of a policy. Two tallies merge to the tally of all their runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many were played.
    pub runs: u64,
    /// Runs that were given up because they never ended.
    pub endless: u64,
    /// Runs in which something happened that caps the result.
    pub critical: u64,
    /// Runs that were passed.
    pub passed: u64,
    /// Scores of each dimension, by `Dimension as usize`, 0–1000.
    pub dimensions: [Histogram; 3],
    /// The lowest dimension of each run that has no critical failure: what a pass mark has to let through.
    pub lowest: Histogram,
    /// The total of each run that has one, 0–1000.
    pub total: Histogram,
    /// Before critical failures capped it.
    pub uncapped: Histogram,
    /// By visitor.
    pub feelings: Vec<[Histogram; GAUGES]>,
    /// By node; only ends count.
    pub ends: Vec<u64>,
    /// Over all runs; a crowd's is one.
    pub outbursts: u64,
    /// Turns of each run.
    pub turns: Counts,
    /// Seconds of each run, by the session clock.
    pub seconds: Counts,
    /// Where the runs came by.
    pub coverage: Coverage,
}

impl Tally {
    /// No run yet.
    pub fn new(scenario: &Scenario) -> Self {
        let gauge = Histogram::new(-1000, 1000);
        let score = Histogram::new(0, 1000);
        let nodes = scenario.nodes.len();
        Self {
            runs: 0,
            endless: 0,
            critical: 0,
            passed: 0,
            dimensions: std::array::from_fn(|_| score.clone()),
            total: score.clone(),
            lowest: score.clone(),
            uncapped: score,
            feelings: vec![std::array::from_fn(|_| gauge.clone()); scenario.visitors.len()],
            ends: vec![0; nodes],
            outbursts: 0,
            turns: Counts::default(),
            seconds: Counts::default(),
            coverage: Coverage::new(scenario),
        }
    }

    /// What a run does next, and what it had to choose from.
    pub fn turn(&mut self, awaiting: Awaiting, step: ResolvedMove) {
        let coverage = &mut self.coverage;
        match (awaiting, step) {
            (Awaiting::Choice { node, offer }, ResolvedMove::Choose { option, .. }) => {
                for option in offer.as_slice() {
                    coverage.offered[node.at()][usize::from(*option)] += 1;
                }
                coverage.taken[node.at()][usize::from(option)] += 1;
            }
            (Awaiting::Desk { node }, ResolvedMove::Fill { written, .. }) => {
                for entry in written.iter() {
                    if let Some(times) = coverage.written[node.at()].get_mut(usize::from(entry)) {
                        *times += 1;
                    }
                }
            }
            _ => {}
        }
    }

    /// A run is over.
    pub fn finish(&mut self, session: &Session, scores: &Totals, pass: Milli) {
        self.runs += 1;
        self.critical += u64::from(scores.critical);
        let ended = matches!(session.awaiting(), Awaiting::Ended { .. });
        self.passed += u64::from(scores.standing(pass, ended) == Standing::Passed);
        let add = |histogram: &mut Histogram, score: Option<Milli>| {
            if let Some(Milli(score)) = score {
                histogram.add(score as i32);
            }
        };
        for (histogram, score) in self.dimensions.iter_mut().zip(scores.dimensions) {
            add(histogram, score);
        }
        add(&mut self.total, scores.total);
        add(&mut self.uncapped, scores.uncapped);
        if !scores.critical {
            add(&mut self.lowest, scores.dimensions.into_iter().flatten().min());
        }
        for (at, histograms) in self.feelings.iter_mut().enumerate() {
            let state = session.feelings(crate::vocabulary::VisitorIx(at as u16));
            for (histogram, value) in histograms.iter_mut().zip(gauges(&state)) {
                histogram.add(i32::from(value));
            }
        }
        match session.awaiting() {
            Awaiting::Ended { node } => self.ends[node.at()] += 1,
            Awaiting::Choice { .. } | Awaiting::Desk { .. } => self.endless += 1,
        }
        self.outbursts += u64::from(session.outbursts());
        self.turns.add(session.turn());
        self.seconds.add((session.clock_ms() / 1000).min(u64::from(u32::MAX)) as u32);
        for (at, count) in self.coverage.nodes.iter_mut().enumerate() {
            *count += u64::from(session.visited(NodeIx(at as u16)));
        }
    }

    /// The runs of the other, too.
    pub fn merge(&mut self, other: &Self) {
        self.runs += other.runs;
        self.endless += other.endless;
        self.critical += other.critical;
        self.passed += other.passed;
        self.outbursts += other.outbursts;
        self.dimensions.iter_mut().zip(&other.dimensions).for_each(|(mine, more)| mine.merge(more));
        self.total.merge(&other.total);
        self.uncapped.merge(&other.uncapped);
        self.lowest.merge(&other.lowest);
        for (mine, more) in self.feelings.iter_mut().flatten().zip(other.feelings.iter().flatten()) {
            mine.merge(more);
        }
        self.ends.iter_mut().zip(&other.ends).for_each(|(mine, more)| *mine += more);
        self.turns.merge(&other.turns);
        self.seconds.merge(&other.seconds);
        self.coverage.merge(&other.coverage);
    }

    /// How often each outcome came, in the order Resolved, Partial, Unresolved, Lost.
    pub fn outcomes(&self, scenario: &Scenario) -> [u64; 4] {
        let mut counts = [0; 4];
        for (node, count) in scenario.nodes.iter().zip(&self.ends) {
            if let NodeKind::End(end) = &node.kind {
                counts[match end.outcome {
                    Outcome::Resolved => 0,
                    Outcome::Partial => 1,
                    Outcome::Unresolved => 2,
                    Outcome::Lost => 3,
                }] += count;
            }
        }
        counts
    }
}

/// What `gauges` reads, by its name in files.
pub fn gauge_names() -> [&'static str; GAUGES] {
    let mut all = ["trust"; GAUGES];
    all[..FEELINGS].copy_from_slice(&Feeling::ALL.map(Feeling::id));
    all[FEELINGS + 1] = "pressure";
    all
}

fn gauges(state: &Snapshot) -> [i16; GAUGES] {
    let mut all = [0; GAUGES];
    all[..FEELINGS].copy_from_slice(&state.feelings);
    all[FEELINGS] = state.trust;
    all[FEELINGS + 1] = state.pressure;
    all
}
