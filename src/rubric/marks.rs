//! What acts count for: the criteria that they fulfil, half fulfil or offend against.

use super::assessment::{CriterionIx, Verdict};
use super::sets::CriterionSet;

/// Criteria that an act, or the acts of an option together, fulfil, half fulfil or offend against.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    pub hits: CriterionSet,
    pub partials: CriterionSet,
    pub misses: CriterionSet,
    /// Any of these: most criteria have nothing to do with most turns.
    touched: CriterionSet,
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
        self.touched.contains(criterion)
    }

    /// One more criterion, that is fulfilled, half fulfilled or offended against; what was said of it before stays said.
    pub(super) fn mark(&mut self, criterion: CriterionIx, verdict: Verdict) {
        let set = match verdict {
            Verdict::Hit => &mut self.hits,
            Verdict::Partial => &mut self.partials,
            Verdict::Miss => &mut self.misses,
        };
        set.insert(criterion);
        self.touched.insert(criterion);
    }

    /// As if they had nothing to do with this criterion.
    pub(super) fn forget(&mut self, criterion: CriterionIx) {
        for set in [&mut self.hits, &mut self.partials, &mut self.misses, &mut self.touched] {
            set.remove(criterion);
        }
    }

    fn add(&mut self, other: &Self) {
        self.hits.union_with(&other.hits);
        self.partials.union_with(&other.partials);
        self.misses.union_with(&other.misses);
        self.touched.union_with(&other.touched);
    }
}
