//! What a rubric can give in a scenario: how options compare dimension by dimension, and which points nobody can earn.

use super::assessment::{CriterionIx, Dimension};
use super::criteria::Criterion;
use super::marks::Marks;
use super::plan::Plan;
use super::sets::CriterionSet;
use crate::vocabulary::NodeIx;

impl Plan {
    /// What an option is worth in each dimension, by `Dimension as usize`: weighted, for comparing options only.
    pub fn worth_by_dimension(&self, node: NodeIx, option: u8) -> [i64; 3] {
        let Some(option) = self.option(node, option) else { return [0; 3] };
        Dimension::ALL.map(|dimension| self.worth(&option.marks, |criterion| criterion.dimension == Some(dimension)))
    }

    /// What marks are worth by these criteria: weighted, for comparing options only.
    pub(super) fn worth(&self, marks: &Marks, counts: impl Fn(&Criterion) -> bool) -> i64 {
        let weight = |criterion: CriterionIx| {
            let criterion = &self.criteria[criterion.at()];
            if counts(criterion) { i64::from(criterion.weight) } else { 0 }
        };
        let hits = marks.hits.iter().filter(|hit| !marks.misses.contains(*hit));
        2 * hits.map(weight).sum::<i64>() + marks.partials.iter().map(weight).sum::<i64>()
            - 3 * self.offences(marks).map(weight).sum::<i64>()
    }

    /// Criteria on which points can be lost but never earned, if only the options in `taken` are ever taken.
    pub fn only_lost(&self, taken: impl IntoIterator<Item = (NodeIx, u8)>) -> Vec<CriterionIx> {
        let (mut earned, mut lost) = (self.by_gesture.clone(), CriterionSet::default());
        for (node, option) in taken {
            if let Some(option) = self.option(node, option) {
                earned.union_with(&option.marks.hits);
                lost.union_with(&option.marks.misses);
            }
        }
        let counts = |criterion: &Criterion| {
            criterion.dimension.is_some() && criterion.rule.charges_deeds() && !criterion.hit.is_empty()
        };
        lost.iter().filter(|one| !earned.contains(*one) && counts(&self.criteria[one.at()])).collect()
    }
}
