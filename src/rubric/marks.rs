//! What acts count for: the criteria that they fulfil, half fulfil or offend against.

use super::sets::CriterionSet;

/// Criteria that an act, or the acts of an option together, fulfil, half fulfil or offend against.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    pub hits: CriterionSet,
    pub partials: CriterionSet,
    pub misses: CriterionSet,
}

impl Marks {
    pub(super) fn add(&mut self, other: &Self) {
        self.hits.union_with(&other.hits);
        self.partials.union_with(&other.partials);
        self.misses.union_with(&other.misses);
    }
}
