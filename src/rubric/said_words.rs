//! Feeling words that visitors have said: only these can be given back.

use crate::vocabulary::WordIx;

/// Feeling words in the order in which they were first said.
#[derive(Clone, Debug, Default)]
pub(super) struct SaidWords(Vec<WordIx>);

impl SaidWords {
    pub(super) fn say(&mut self, word: WordIx) {
        if !self.contains(word) {
            self.0.push(word);
        }
    }

    pub(super) fn contains(&self, word: WordIx) -> bool {
        self.0.contains(&word)
    }

    /// How many there are by now; see [`SaidWords::was_among`].
    pub(super) const fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether it had been said when there were only so many.
    pub(super) fn was_among(&self, first: usize, word: WordIx) -> bool {
        self.0.iter().take(first).any(|said| *said == word)
    }
}
