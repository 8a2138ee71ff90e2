//! The trail of a play-through: where it has come by, what the trainee chose, wrote and did there.

use crate::procedure::FormAnswer;
use crate::vocabulary::{ActIx, NodeIx, PositionSet};
use rustc_hash::FxHashSet;

/// Nodes, options and acts so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Trail {
    nodes: PositionSet<NodeIx>,
    /// Options of choices, entries of papers and composed answers.
    chosen: FxHashSet<(NodeIx, u8)>,
    /// Papers and answers that were last handed in without a fault.
    faultless: PositionSet<NodeIx>,
    acts: PositionSet<ActIx>,
}

impl Trail {
    pub fn come_by(&mut self, node: NodeIx) {
        self.nodes.insert(node);
    }

    pub fn has_come_by(&self, node: NodeIx) -> bool {
        self.nodes.contains(node)
    }

    pub fn choose(&mut self, node: NodeIx, option: u8) {
        self.chosen.insert((node, option));
    }

    /// Whether an option was chosen there, or an entry written.
    pub fn has_chosen(&self, node: NodeIx, option: u8) -> bool {
        self.chosen.contains(&(node, option))
    }

    /// A paper or a composed answer is handed in.
    pub fn hand_in(&mut self, node: NodeIx, written: FormAnswer, faultless: bool) {
        self.chosen.extend(written.iter().map(|entry| (node, entry)));
        if faultless {
            self.faultless.insert(node);
        } else {
            self.faultless.remove(node);
        }
    }

    pub fn is_faultless(&self, node: NodeIx) -> bool {
        self.faultless.contains(node)
    }

    pub fn act(&mut self, act: ActIx) {
        self.acts.insert(act);
    }

    pub fn has_done(&self, act: ActIx) -> bool {
        self.acts.contains(act)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixty_fifth_entry_of_a_paper_is_not_taken_for_the_first() {
        let (mut trail, node) = (Trail::default(), NodeIx(3));
        trail.choose(node, 64);
        assert!(trail.has_chosen(node, 64) && !trail.has_chosen(node, 0));
    }
}
