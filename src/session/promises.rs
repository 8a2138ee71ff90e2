//! What the trainee has promised, and what became of it.

use crate::vocabulary::{PromiseIx, VisitorIx};

/// What became of a promise. Days are counted from day 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum PromiseState {
    #[default]
    NotMade,
    Made {
        due_day: u16,
        to: Option<VisitorIx>,
    },
    Kept,
    Broken,
}

/// By `PromiseIx`.
#[derive(Clone, Debug)]
pub(super) struct Promises(Vec<PromiseState>);

impl Promises {
    pub fn none_made(of: usize) -> Self {
        Self(vec![PromiseState::NotMade; of])
    }

    fn of(&self, promise: PromiseIx) -> PromiseState {
        self.0.get(promise.at()).copied().unwrap_or_default()
    }

    pub fn is_made(&self, promise: PromiseIx) -> bool {
        self.of(promise) != PromiseState::NotMade
    }

    /// Made, and neither kept nor broken yet.
    pub fn is_open(&self, promise: PromiseIx) -> bool {
        matches!(self.of(promise), PromiseState::Made { .. })
    }

    pub fn is_kept(&self, promise: PromiseIx) -> bool {
        self.of(promise) == PromiseState::Kept
    }

    pub fn is_broken(&self, promise: PromiseIx) -> bool {
        self.of(promise) == PromiseState::Broken
    }

    /// Makes a promise; true the first time, and only then does it count.
    pub fn make(&mut self, promise: PromiseIx, due_day: u16, to: Option<VisitorIx>) -> bool {
        match self.0.get_mut(promise.at()) {
            Some(state @ PromiseState::NotMade) => {
                *state = PromiseState::Made { due_day, to };
                true
            }
            _ => false,
        }
    }

    /// Keeps an open promise, and says whom it was made to.
    pub fn keep(&mut self, promise: PromiseIx) -> Option<Option<VisitorIx>> {
        self.end(promise, PromiseState::Kept)
    }

    /// Breaks an open promise, and says whom it was made to.
    pub fn break_off(&mut self, promise: PromiseIx) -> Option<Option<VisitorIx>> {
        self.end(promise, PromiseState::Broken)
    }

    fn end(&mut self, promise: PromiseIx, end: PromiseState) -> Option<Option<VisitorIx>> {
        let state = self.0.get_mut(promise.at())?;
        let PromiseState::Made { to, .. } = *state else { return None };
        *state = end;
        Some(to)
    }

    /// Open promises whose last day lies before this one.
    pub fn overdue(&self, day: u16) -> Vec<PromiseIx> {
        let late = |state: &PromiseState| matches!(state, PromiseState::Made { due_day, .. } if *due_day < day);
        (0..).zip(&self.0).filter(|(_, state)| late(state)).map(|(at, _)| PromiseIx(at)).collect()
    }
}
