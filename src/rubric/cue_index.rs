//! Which criteria of a kind of rule listen for which cues: worked out once for a rubric, looked up at every line.

use super::assessment::CriterionIx;
use crate::vocabulary::{CueKind, CueSet};
use strum::VariantArray;

/// What is to be done at each kind of cue for the criteria that listen for it.
#[derive(Debug)]
pub(super) struct CueIndex<T> {
    /// By `CueKind`; in the order of the criteria.
    listening: Box<[Box<[T]>]>,
}

impl<T> CueIndex<T> {
    /// `cues`: what a rule listens for; `entry`: what is kept of it.
    pub(super) fn of<R>(
        criteria: &[(CriterionIx, R)],
        cues: impl Fn(&R) -> CueSet,
        entry: impl Fn(CriterionIx, &R) -> T,
    ) -> Self {
        let listening = |kind: &CueKind| {
            let criteria = criteria.iter().filter(|(_, rule)| cues(rule).contains(*kind));
            criteria.map(|(criterion, rule)| entry(*criterion, rule)).collect()
        };
        Self { listening: CueKind::VARIANTS.iter().map(listening).collect() }
    }

    /// For those that listen for this kind of cue.
    pub(super) fn listening(&self, kind: CueKind) -> &[T] {
        self.listening.get(kind as usize).map_or(&[], |criteria| criteria)
    }
}
