//! What a walk remembers: only what some condition that can still come reads.

use crate::procedure::{PaperIx, Progress};
use crate::scenario::flow::successors;
use crate::scenario::model::{NodeKind, Scenario, Target, When};
use crate::vocabulary::ActIx;
use crate::vocabulary::{FactIx, NodeIx, PromiseIx, VarIx};
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

/// Something a condition reads that is either so or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Atom {
    Told(FactIx),
    Did(ActIx),
    /// An option was chosen, an entry written.
    Chose(NodeIx, u8),
    /// A desk task was handed in without a fault.
    Clean(NodeIx),
    Visited(NodeIx),
    Issued(PaperIx),
    // Not kept as bits; here so that liveness knows them too.
    Var(VarIx),
    Promise(PromiseIx),
    Day,
    /// How far the matter has come.
    Matter,
}

/// Which memory is still read from each node on.
pub(super) struct Live {
    pub atoms: IndexSet<Atom, FxBuildHasher>,
    words: usize,
    by_node: Vec<Vec<u64>>,
    starts: Vec<i32>,
    promises: usize,
    matter: Option<Progress>,
    /// The latest day that a condition asks for.
    last_day: u16,
}

impl Live {
    pub fn new(scenario: &Scenario) -> Self {
        let mut atoms = IndexSet::default();
        let mut last_day = 0;
        let reads: Vec<Vec<usize>> = scenario
            .nodes
            .iter()
            .enumerate()
            .map(|(here, node)| {
                let mut read = Vec::new();
                let mut look = |when: &When| {
                    atoms_of(when, &mut |atom| read.push(atoms.insert_full(atom).0));
                    if let When::DaysPassed(days) = when {
                        last_day = last_day.max(*days);
                    }
                };
                node.kind.conditions().into_iter().for_each(|when| when.each(&mut look));
                if let Some(choice) = node.kind.as_choice().filter(|choice| choice.hub.is_some()) {
                    // A hub knows which of its subjects have been opened.
                    let options = 0..choice.options.len();
                    read.extend(options.map(|at| atoms.insert_full(Atom::Chose(NodeIx(here as u16), at as u8)).0));
                }
                read
            })
            .collect();
        let words = atoms.len().div_ceil(64).max(1);
        let mut by_node = vec![vec![0u64; words]; scenario.nodes.len()];
        let mut before: Vec<Vec<u16>> = vec![Vec::new(); scenario.nodes.len()];
        for (at, node) in scenario.nodes.iter().enumerate() {
            for to in leads_to(scenario, &node.kind) {
                before[to.at()].push(at as u16);
            }
        }
        // What is read at a node is live at all that lead there.
        let mut open: Vec<u16> = Vec::new();
        for (at, read) in reads.iter().enumerate() {
            read.iter().for_each(|bit| by_node[at][bit / 64] |= 1 << (bit % 64));
            if !read.is_empty() {
                open.push(at as u16);
            }
        }
        while let Some(at) = open.pop() {
            let live = by_node[usize::from(at)].clone();
            for from in &before[usize::from(at)] {
                let mut changed = false;
                for (mine, more) in by_node[usize::from(*from)].iter_mut().zip(&live) {
                    changed |= more & !*mine != 0;
                    *mine |= more;
                }
                if changed {
                    open.push(*from);
                }
            }
        }
        Self {
            atoms,
            words,
            by_node,
            starts: scenario.vars.iter().map(|var| var.start).collect(),
            promises: scenario.promises.len(),
            matter: scenario.matter.as_ref().map(|matter| matter.start),
            last_day,
        }
    }
}

impl Live {
    /// Memory that a state takes, in bytes.
    pub fn bytes_of_a_state(&self) -> usize {
        let promises = self.promises * size_of::<PromiseSoFar>();
        size_of::<WalkState>() + self.words * size_of::<u64>() + self.starts.len() * size_of::<i32>() + promises
    }
}

/// All nodes that may follow, a hook that breaks in included.
fn leads_to(scenario: &Scenario, kind: &NodeKind) -> Vec<NodeIx> {
    let hooks = scenario.hooks.nodes().filter(|_| kind.asks());
    successors(scenario, kind).into_iter().chain(hooks).collect()
}

fn atoms_of(when: &When, add: &mut impl FnMut(Atom)) {
    match *when {
        When::Fact(fact) | When::Noted(fact) => add(Atom::Told(fact)),
        When::Did(act) => add(Atom::Did(act)),
        When::Chose(node, option) | When::Wrote(node, option) => add(Atom::Chose(node, option)),
        When::FormClean(node) => add(Atom::Clean(node)),
        When::Visited(node) => add(Atom::Visited(node)),
        When::Issued(paper) => add(Atom::Issued(paper)),
        When::VarAtLeast(var, _) | When::VarIs(var, _) => add(Atom::Var(var)),
        When::Promised(promise) | When::Kept(promise) | When::Broken(promise) => add(Atom::Promise(promise)),
        When::DaysPassed(_) => add(Atom::Day),
        When::StepTaken(_) => add(Atom::Matter),
        _ => {}
    }
}

/// What became of a promise, as far as a walk knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum PromiseSoFar {
    #[default]
    NotMade,
    /// Days that are left.
    Made(u16),
    Kept,
    Broken,
}

/// A place and all that matters of what came before.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct WalkState {
    node: u16,
    /// Where a hook will return to.
    back: Option<u16>,
    pub day: u16,
    bits: Vec<u64>,
    pub vars: Vec<i32>,
    pub promises: Vec<PromiseSoFar>,
    /// Where the matter stands, as long as a condition reads it.
    pub matter: Option<Progress>,
}

impl WalkState {
    pub fn new(live: &Live, start: NodeIx) -> Self {
        Self {
            node: start.0,
            back: None,
            day: 0,
            bits: vec![0; live.words],
            vars: live.starts.clone(),
            promises: vec![PromiseSoFar::NotMade; live.promises],
            matter: live.matter,
        }
    }
    pub fn node(&self) -> NodeIx {
        NodeIx(self.node)
    }
    pub fn in_hook(&self) -> bool {
        self.back.is_some()
    }
    pub fn has(&self, live: &Live, atom: Atom) -> bool {
        live.atoms.get_index_of(&atom).is_some_and(|bit| self.bits[bit / 64] >> (bit % 64) & 1 == 1)
    }
    pub fn set(&mut self, live: &Live, atom: Atom) {
        if let Some(bit) = live.atoms.get_index_of(&atom) {
            self.bits[bit / 64] |= 1 << (bit % 64);
        }
    }

    /// Sets or clears.
    pub fn put(&mut self, live: &Live, atom: Atom, holds: bool) {
        self.set(live, atom);
        if let Some(bit) = live.atoms.get_index_of(&atom).filter(|_| !holds) {
            self.bits[bit / 64] &= !(1 << (bit % 64));
        }
    }

    /// Goes on there; `None` where there is nothing to return to.
    pub fn go(mut self, target: Target) -> Option<Self> {
        self.node = match target {
            Target::Node(node) => node.0,
            Target::Return => self.back.take()?,
        };
        Some(self)
    }

    /// A hook breaks in before the play goes on at `target`.
    pub fn break_in(mut self, hook: NodeIx, target: Target) -> Option<Self> {
        let Target::Node(back) = target else { return None };
        (self.back, self.node) = (Some(back.0), hook.0);
        Some(self)
    }

    /// Drops what nothing will read any more.
    pub fn forget(&mut self, live: &Live) {
        let back = self.back;
        let word = |at: usize| {
            live.by_node[usize::from(self.node)][at] | back.map_or(0, |back| live.by_node[usize::from(back)][at])
        };
        let read = |atom: Atom| live.atoms.get_index_of(&atom).is_some_and(|bit| word(bit / 64) >> (bit % 64) & 1 == 1);
        for (at, bits) in self.bits.iter_mut().enumerate() {
            *bits &= word(at);
        }
        for (at, value) in self.vars.iter_mut().enumerate() {
            if !read(Atom::Var(VarIx(at as u16))) {
                *value = live.starts[at];
            }
        }
        for (at, word) in self.promises.iter_mut().enumerate() {
            if !read(Atom::Promise(PromiseIx(at as u16))) {
                *word = PromiseSoFar::NotMade;
            }
        }
        if read(Atom::Matter) {
            // Whether a step can be taken may hang on the day.
            return;
        }
        self.matter = None;
        self.day = if read(Atom::Day) { self.day.min(live.last_day) } else { 0 };
    }
}
