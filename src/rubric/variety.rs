//! How varied somebody's turns are: who does the same few things in turn, whatever is said, answers nobody.

use super::sets::ActSet;
use crate::scenario::model::Act;
use rustc_hash::FxHashSet;

/// Acts as they were done together, in no order.
type Together = Box<[Act]>;

/// What somebody has done so far, and in how many ways.
#[derive(Clone, Debug, Default)]
pub(super) struct Variety {
    /// Turns, those in which nothing was done too.
    pub turns: u32,
    /// Kinds of acts that were done.
    pub acts: ActSet,
    ways: FxHashSet<Together>,
}

impl Variety {
    /// One more turn.
    pub(super) fn turn<'a>(&mut self, acts: impl Iterator<Item = &'a Act>) {
        self.turns = self.turns.saturating_add(1);
        let mut done: Vec<Act> = acts.copied().collect();
        done.iter().for_each(|act| self.acts.insert(act.kind));
        done.sort_unstable();
        done.dedup();
        if !done.is_empty() {
            self.ways.insert(done.into());
        }
    }

    /// Different turns: the same acts about the same words are the same.
    pub(super) fn ways(&self) -> u32 {
        self.ways.len() as u32
    }
}
