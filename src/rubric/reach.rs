//! What a rubric can give in a scenario: how options compare dimension by dimension, and which points nobody can earn.

use super::assessment::{CriterionIx, Dimension};
use super::plan::Plan;
use crate::bits::bits;
use crate::vocabulary::NodeIx;

impl Plan {
    /// What an option is worth in each dimension, by `Dimension as usize`: weighted, for comparing options only.
    pub fn worth_by_dimension(&self, node: NodeIx, option: u8) -> [i64; 3] {
        let Some(option) = self.option(node, option) else { return [0; 3] };
        let marks = option.marks;
        Dimension::ALL.map(|dimension| {
            let sum = |mask: u64| -> i64 {
                bits(mask)
                    .filter(|bit| self.criteria[*bit].dimension == Some(dimension))
                    .map(|bit| i64::from(self.criteria[bit].weight))
                    .sum()
            };
            2 * sum(marks.hits & !marks.misses) + sum(marks.partials) - 3 * sum(option.offences)
        })
    }

    /// Criteria on which points can be lost but never earned, if only the options in `taken` are ever taken.
    pub fn only_lost(&self, taken: impl IntoIterator<Item = (NodeIx, u8)>) -> Vec<CriterionIx> {
        let (mut earned, mut lost) = (self.by_gesture, 0);
        for (node, option) in taken {
            if let Some(option) = self.option(node, option) {
                earned |= option.marks.hits;
                lost |= option.marks.misses;
            }
        }
        // A cue is only charged where an answer was on offer; these are charged for what was done.
        let charged = self.acts_rules | self.avoid_rules;
        bits(lost & !earned & charged)
            .filter(|bit| self.criteria[*bit].dimension.is_some() && !self.criteria[*bit].hit.is_empty())
            .map(|bit| CriterionIx(bit as u16))
            .collect()
    }
}
