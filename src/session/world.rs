//! What has happened so far in a session: the memory that conditions read.

use crate::procedure::{FormAnswer, PaperIx, Progress};
use crate::scenario::model::{Scenario, When};
use crate::visitor::Mind;
use crate::vocabulary::ActIx;
use crate::vocabulary::acts::MAX_ACTS;
use crate::vocabulary::{FactIx, NodeIx, PromiseIx, Quantity, VarIx, VisitorIx, WordIx};
use crate::vocabulary::{Feeling, Need};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// A set of small positions.
#[derive(Clone, Debug, Default)]
pub struct BitSet(Vec<u64>);

impl BitSet {
    pub fn with_room(len: usize) -> Self {
        Self(vec![0; len.div_ceil(64).max(1)])
    }
    pub fn clear(&mut self) {
        self.0.fill(0);
    }
    pub fn set(&mut self, at: usize, held: bool) {
        if let Some(word) = self.0.get_mut(at / 64) {
            *word = *word & !(1 << (at % 64)) | u64::from(held) << (at % 64);
        }
    }
    #[inline]
    pub fn contains(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }
    /// Adds a position; true if it was not there before. Positions beyond the room are ignored.
    #[inline]
    pub fn insert(&mut self, at: usize) -> bool {
        match self.0.get_mut(at / 64) {
            Some(word) => {
                let bit = 1 << (at % 64);
                let new = *word & bit == 0;
                *word |= bit;
                new
            }
            None => false,
        }
    }
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PromiseState {
    #[default]
    NotMade,
    Made {
        due_day: u16,
        to: Option<VisitorIx>,
    },
    Kept,
    Broken,
}

/// Facts, words, acts, papers, promises, variables and counts of one session.
#[derive(Clone, Debug)]
pub struct World {
    pub told: BitSet,
    /// In the order of noting.
    pub noted: Vec<FactIx>,
    /// Words that a visitor has said, by visitor and word.
    said: BitSet,
    words: usize,
    done: BitSet,
    visited: BitSet,
    /// Bits of the options chosen, or the entries written, at each node.
    chosen: Vec<u64>,
    /// Desk tasks that were last handed in without a fault.
    clean: BitSet,
    issued: BitSet,
    pub promises: Vec<PromiseState>,
    pub vars: Vec<i32>,
    pub interruptions: u8,
    pub day: u16,
    /// Where the matter stands, if the scenario says anything of it.
    pub matter: Option<Progress>,
    /// Steps whose limit has run out and been told of, one bit each.
    pub overdue: u32,
}

impl World {
    pub fn new(scenario: &Scenario) -> Self {
        let words = scenario.words.len();
        Self {
            told: BitSet::with_room(scenario.facts.len()),
            noted: Vec::new(),
            said: BitSet::with_room(words * scenario.visitors.len()),
            words,
            done: BitSet::with_room(MAX_ACTS),
            visited: BitSet::with_room(scenario.nodes.len()),
            chosen: vec![0; scenario.nodes.len()],
            clean: BitSet::with_room(scenario.nodes.len()),
            issued: BitSet::with_room(64),
            promises: vec![PromiseState::NotMade; scenario.promises.len()],
            vars: scenario.vars.iter().map(|var| var.start).collect(),
            interruptions: 0,
            day: 0,
            matter: scenario.matter.as_ref().map(|matter| matter.start),
            overdue: 0,
        }
    }

    /// As before the first visit.
    pub fn reset(&mut self, scenario: &Scenario) {
        let sets =
            [&mut self.told, &mut self.said, &mut self.done, &mut self.visited, &mut self.issued, &mut self.clean];
        for set in sets {
            set.clear();
        }
        self.noted.clear();
        self.chosen.fill(0);
        self.promises.fill(PromiseState::NotMade);
        self.vars.iter_mut().zip(&scenario.vars).for_each(|(value, var)| *value = var.start);
        (self.interruptions, self.day, self.overdue) = (0, 0, 0);
        self.matter = scenario.matter.as_ref().map(|matter| matter.start);
    }

    pub fn says(&mut self, who: VisitorIx, word: WordIx) {
        self.said.insert(who.at() * self.words + word.at());
    }
    pub fn has_said(&self, who: VisitorIx, word: WordIx) -> bool {
        self.said.contains(who.at() * self.words + word.at())
    }
    pub fn visit(&mut self, node: NodeIx) {
        self.visited.insert(node.at());
    }
    pub fn has_visited(&self, node: NodeIx) -> bool {
        self.visited.contains(node.at())
    }
    pub fn does(&mut self, act: ActIx) {
        self.done.insert(act.at());
    }
    pub fn chooses(&mut self, node: NodeIx, option: u8) {
        if let Some(bits) = self.chosen.get_mut(node.at()) {
            *bits |= 1 << (option % 64);
        }
    }
    /// A desk task is handed in.
    pub fn writes(&mut self, node: NodeIx, written: FormAnswer, clean: bool) {
        if let Some(bits) = self.chosen.get_mut(node.at()) {
            *bits |= written.iter().fold(0, |bits, entry| bits | 1 << (entry % 64));
        }
        self.clean.set(node.at(), clean);
    }
    /// Which options have been chosen at this node, one bit each.
    pub fn chosen_at(&self, node: NodeIx) -> u64 {
        self.chosen.get(node.at()).copied().unwrap_or_default()
    }
    /// Issues a paper; true the first time.
    pub fn issues(&mut self, paper: PaperIx) -> bool {
        self.issued.insert(paper.0 as usize)
    }

    fn promise(&self, promise: PromiseIx) -> PromiseState {
        self.promises.get(promise.at()).copied().unwrap_or_default()
    }
    fn var(&self, var: VarIx) -> i32 {
        self.vars.get(var.at()).copied().unwrap_or_default()
    }

    /// Whether a condition holds. Only `Chance` draws from the generator.
    pub fn holds(&self, when: &When, minds: &[Mind], rng: &mut ChaCha8Rng) -> bool {
        match when {
            // No short cut around a draw: every `Chance` that is reached draws once, in the order of writing.
            When::All(all) => all.iter().all(|w| self.holds(w, minds, rng)),
            When::Any(any) => any.iter().any(|w| self.holds(w, minds, rng)),
            When::Not(not) => !self.holds(not, minds, rng),
            When::Fact(fact) => self.told.contains(fact.at()),
            When::Noted(fact) => self.noted.contains(fact),
            When::Did(act) => self.done.contains(act.at()),
            When::Chose(node, option) | When::Wrote(node, option) => {
                self.chosen.get(node.at()).is_some_and(|bits| bits >> (option % 64) & 1 == 1)
            }
            When::FormClean(node) => self.clean.contains(node.at()),
            When::Visited(node) => self.visited.contains(node.at()),
            When::AtLeast(who, what, bound) => quantity(minds, *who, *what) >= *bound,
            When::Below(who, what, bound) => quantity(minds, *who, *what) < *bound,
            When::VarAtLeast(var, bound) => self.var(*var) >= *bound,
            When::VarIs(var, value) => self.var(*var) == *value,
            When::Issued(paper) => self.issued.contains(paper.0 as usize),
            When::Promised(promise) => self.promise(*promise) != PromiseState::NotMade,
            When::Kept(promise) => self.promise(*promise) == PromiseState::Kept,
            When::Broken(promise) => self.promise(*promise) == PromiseState::Broken,
            When::Deflections(times) => minds.iter().any(|mind| mind.deflections >= *times),
            When::Interruptions(times) => self.interruptions >= *times,
            When::Outbursts(times) => {
                minds.iter().map(|mind| u32::from(mind.outbursts)).sum::<u32>() >= u32::from(*times)
            }
            When::DaysPassed(days) => self.day >= *days,
            When::StepTaken(step) => self.matter.is_some_and(|matter| matter.day_of(*step).is_some()),
            When::Chance(share) => rng.random::<f64>() < *share,
        }
    }
}

fn quantity(minds: &[Mind], who: VisitorIx, what: Quantity) -> f64 {
    let Some(mind) = minds.get(who.at()) else {
        return 0.0;
    };
    let feeling = |f: Feeling| mind.feelings[f as usize];
    let need = |n: Need| mind.needs[n as usize];
    match what {
        Quantity::Anger => feeling(Feeling::Anger),
        Quantity::Distress => feeling(Feeling::Distress),
        Quantity::Fear => feeling(Feeling::Fear),
        Quantity::Disappointment => feeling(Feeling::Disappointment),
        Quantity::Hope => feeling(Feeling::Hope),
        Quantity::Relief => feeling(Feeling::Relief),
        Quantity::Gratitude => feeling(Feeling::Gratitude),
        Quantity::Trust => mind.trust,
        Quantity::Pressure => mind.pressure,
        Quantity::Pleasure => mind.mood[0],
        Quantity::Arousal => mind.mood[1],
        Quantity::Dominance => mind.mood[2],
        Quantity::Voice => need(Need::Voice),
        Quantity::Respect => need(Need::Respect),
        Quantity::Fairness => need(Need::Fairness),
        Quantity::Clarity => need(Need::Clarity),
        Quantity::Control => need(Need::Control),
        Quantity::Safety => need(Need::Safety),
        Quantity::Remedy => need(Need::Remedy),
    }
}
