//! What acts count for: the criteria that they fulfil, half fulfil or offend against.

use super::assessment::CriterionIx;
use super::sets::CriterionSet;

/// Criteria that an act, or the acts of an option together, fulfil, half fulfil or offend against.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    pub hits: CriterionSet,
    pub partials: CriterionSet,
    pub misses: CriterionSet,
}

impl Marks {
    /// What these acts count for together.
    pub(super) fn of<'m>(acts: impl IntoIterator<Item = &'m Self>) -> Self {
        let mut together = Self::default();
        acts.into_iter().for_each(|act| together.add(act));
        together
    }

    /// Whether they have anything to do with this criterion.
    pub(super) fn touch(&self, criterion: CriterionIx) -> bool {
        self.hits.contains(criterion) || self.partials.contains(criterion) || self.misses.contains(criterion)
    }

    fn add(&mut self, other: &Self) {
        self.hits.union_with(&other.hits);
        self.partials.union_with(&other.partials);
        self.misses.union_with(&other.misses);
    }
}
