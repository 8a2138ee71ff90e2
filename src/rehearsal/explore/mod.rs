//! Walks every way through a scenario: each option, each hook that may break in, and both sides of each condition.
//!
//! What is told, chosen, done, promised and counted is followed exactly; what people feel and what chance brings is
//! left open both ways. So what this walk does not reach, no trainee ever sees; what it reaches may still need a
//! visitor in a particular mood. Memory that no later condition reads is forgotten, and what then is the same place
//! with the same memory is walked once.

mod desk;
mod memory;
mod steps;

use crate::scenario::model::Scenario;
use crate::vocabulary::NodeIx;
use fixedbitset::FixedBitSet;
use indexmap::IndexSet;
use memory::{Live, WalkState};
use rustc_hash::FxBuildHasher;

/// States after which a quick walk is given up.
pub const QUICK: usize = 300_000;
/// States after which a walk that was asked for is given up.
pub const THOROUGH: usize = 5_000_000;
/// Memory at which a walk is given up before that, in bytes.
const MOST_BYTES: usize = 512 << 20;
/// What a state takes beside itself: its place in the table, the ways from it and back to it.
const BESIDE_A_STATE: usize = 160;

/// What the walk came by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explored {
    /// By node: whether some way comes by it.
    pub nodes: Vec<bool>,
    /// By node, the options that were taken or the entries that were written.
    pub options: Vec<FixedBitSet>,
    /// By node, which sides came up: variants of a line or ways of a branch, `otherwise` last.
    pub sides: Vec<FixedBitSet>,
    /// Choices at which every option can be closed at once; the engine then offers them all.
    pub closed: Vec<NodeIx>,
    /// Nodes at which the play can be so stuck that no end is left.
    pub stuck: Vec<NodeIx>,
    /// Places with different memory.
    pub states: usize,
    /// False if the walk was given up.
    pub complete: bool,
}

impl Explored {
    /// Whether some way comes by this node.
    pub fn reaches(&self, node: NodeIx) -> bool {
        self.nodes.get(node.at()).copied().unwrap_or_default()
    }
    /// Whether some way takes this option of the node, or writes this entry.
    pub fn takes(&self, node: NodeIx, option: usize) -> bool {
        self.options.get(node.at()).is_some_and(|taken| taken.contains(option))
    }
    /// Whether only some of the sides of a node came up.
    pub fn misses_sides(&self, scenario: &Scenario, node: NodeIx) -> bool {
        let all = scenario.kind(node).map_or(0, |kind| kind.sides());
        let seen = self.sides.get(node.at()).map_or(0, |sides| sides.count_ones(..));
        all > 1 && seen < all
    }
    /// Sides of lines with variants and of branches: those that came up, and all.
    pub fn sides_of(&self, scenario: &Scenario) -> (usize, usize) {
        let all = scenario.nodes.iter().map(|node| node.kind.sides()).zip(&self.sides);
        all.filter(|(sides, _)| *sides > 1)
            .fold((0, 0), |(seen, whole), (sides, came)| (seen + came.count_ones(..), whole + sides))
    }
}

/// Walks until nothing new comes, or `budget` states have been seen.
pub fn explore(scenario: &Scenario, budget: usize) -> Explored {
    let live = Live::new(scenario);
    let budget = budget.min(MOST_BYTES / (live.bytes_of_a_state() + BESIDE_A_STATE));
    let size = scenario.nodes.len();
    let mut found = Explored {
        nodes: vec![false; size],
        options: vec![FixedBitSet::new(); size],
        sides: vec![FixedBitSet::new(); size],
        closed: Vec::new(),
        stuck: Vec::new(),
        states: 0,
        complete: true,
    };
    let mut closed = vec![false; size];
    let mut states: IndexSet<WalkState, FxBuildHasher> = IndexSet::default();
    // Where each state leads, one after the other.
    let mut leads: Vec<u32> = Vec::new();
    let mut begins: Vec<usize> = vec![0];
    let mut ends: Vec<u32> = Vec::new();
    let mut next = Vec::new();
    if let Some(visit) = scenario.visits.first() {
        let mut first = WalkState::new(&live, visit.start);
        first.forget(&live);
        states.insert(first);
    }
    let mut at = 0;
    while let Some(state) = states.get_index(at).cloned() {
        found.nodes[state.node().at()] = true;
        let mut walk =
            steps::Explorer { scenario, live: &live, found: &mut found, closed: &mut closed, next: &mut next };
        if walk.step(state) {
            ends.push(at as u32);
        }
        for mut state in next.drain(..) {
            state.forget(&live);
            if states.len() >= budget && !states.contains(&state) {
                found.complete = false;
                continue;
            }
            leads.push(states.insert_full(state).0 as u32);
        }
        begins.push(leads.len());
        at += 1;
    }
    found.states = states.len();
    found.closed = marked(&closed);
    if found.complete {
        found.stuck = stuck(size, &states, &leads, &begins, &ends);
    }
    found
}

/// Nodes of states from which no way leads to an end.
fn stuck(
    size: usize,
    states: &IndexSet<WalkState, FxBuildHasher>,
    leads: &[u32],
    begins: &[usize],
    ends: &[u32],
) -> Vec<NodeIx> {
    let mut back: Vec<Vec<u32>> = vec![Vec::new(); states.len()];
    for (from, span) in begins.windows(2).enumerate() {
        leads[span[0]..span[1]].iter().for_each(|to| back[*to as usize].push(from as u32));
    }
    let mut saved = vec![false; states.len()];
    let mut open = ends.to_vec();
    while let Some(state) = open.pop() {
        if !std::mem::replace(&mut saved[state as usize], true) {
            open.extend(&back[state as usize]);
        }
    }
    let mut lost = vec![false; size];
    for (state, _) in states.iter().zip(&saved).filter(|(_, saved)| !**saved) {
        lost[state.node().at()] = true;
    }
    marked(&lost)
}

fn marked(marks: &[bool]) -> Vec<NodeIx> {
    marks.iter().enumerate().filter(|(_, mark)| **mark).map(|(at, _)| NodeIx(at as u16)).collect()
}
