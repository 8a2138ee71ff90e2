//! What visitors have told, and what of it stands in the notebook.

use crate::vocabulary::{FactIx, PositionSet, VisitorIx, WordIx};
use rustc_hash::FxHashSet;

/// Facts that have been told or noted, and feeling words that have been said.
#[derive(Clone, Debug, Default)]
pub(super) struct ToldSoFar {
    facts: PositionSet<FactIx>,
    /// In the order of noting, each once.
    noted: Vec<FactIx>,
    words: FxHashSet<(VisitorIx, WordIx)>,
}

impl ToldSoFar {
    /// A fact is told; true the first time.
    pub fn tell(&mut self, fact: FactIx) -> bool {
        let is_new = !self.has_told(fact);
        self.facts.insert(fact);
        is_new
    }

    pub fn has_told(&self, fact: FactIx) -> bool {
        self.facts.contains(fact)
    }

    /// A fact goes into the notebook; true the first time.
    pub fn note(&mut self, fact: FactIx) -> bool {
        let is_new = !self.noted.contains(&fact);
        if is_new {
            self.noted.push(fact);
        }
        is_new
    }

    /// In the order of noting.
    pub fn notebook(&self) -> &[FactIx] {
        &self.noted
    }

    pub fn say(&mut self, who: VisitorIx, word: WordIx) {
        self.words.insert((who, word));
    }

    pub fn has_said(&self, who: VisitorIx, word: WordIx) -> bool {
        self.words.contains(&(who, word))
    }
}
