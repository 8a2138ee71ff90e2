//! What a rubric can give in a scenario: how options compare dimension by dimension, and which points nobody can earn.

use super::assessment::{CriterionIx, Dimension};
use super::criteria::Criterion;
use super::marks::Marks;
use super::plan::{Plan, PlannedOption};
use super::rules::{CueRule, Rule};
use super::sets::CriterionSet;
use crate::vocabulary::{Cue, CueKind, NodeIx};

impl Plan {
    /// Whether an option is clean after such cues: it offends against nothing, and of what must be answered at once it
    /// leaves nothing that another option there would have answered.
    pub fn is_clean_after(&self, node: NodeIx, option: u8, cues: &[Cue]) -> bool {
        let Some(own) = self.option(node, option) else { return false };
        let left = |cue: Cue, criterion: CriterionIx| {
            let answers = |option: &PlannedOption| self.answers(option, criterion, cue);
            !answers(own) && !own.marks.partials.contains(criterion) && self.options(node).iter().any(answers)
        };
        own.is_clean() && !cues.iter().any(|cue| self.asked_at_once(*cue).any(|criterion| left(*cue, criterion)))
    }

    /// Whether two options there count for exactly the same: for the same criteria, and as the same failure or none.
    pub fn counts_alike(&self, node: NodeIx, one: u8, other: u8) -> bool {
        let (Some(one), Some(other)) = (self.option(node, one), self.option(node, other)) else { return false };
        let marks = |option: &PlannedOption| {
            let Marks { hits, partials, misses, .. } = &option.marks;
            [hits, partials, misses].map(|set| set.iter().collect::<Vec<_>>())
        };
        (one.critical, one.answers_risk) == (other.critical, other.answers_risk) && marks(one) == marks(other)
    }

    /// Criteria that want this cue answered by the very next words.
    fn asked_at_once(&self, cue: Cue) -> impl Iterator<Item = CriterionIx> {
        let asks = move |criterion: &Criterion| match criterion.rule {
            Rule::Cue(CueRule { cues, window: 1, .. }) => {
                criterion.dimension.is_some() && cues.contains(CueKind::of(cue))
            }
            _ => false,
        };
        let those = self.criteria.iter().enumerate().filter(move |(_, criterion)| asks(criterion));
        let those = those.map(|(at, _)| CriterionIx(at as u16));
        // What a gesture of the row answers need not be answered in words.
        those.filter(|criterion| !self.by_gesture.contains(*criterion))
    }

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

    /// What marks are worth where these criteria wait for an answer: by what they answer, less what they offend against by any
    /// criterion. Weighted, for comparing options only.
    pub(super) fn answers_worth(&self, marks: &Marks, asked: impl Fn(&Criterion) -> bool) -> i64 {
        let weight = |criterion: CriterionIx| i64::from(self.criteria[criterion.at()].weight);
        let waits =
            |criterion: &CriterionIx| asked(&self.criteria[criterion.at()]) && !marks.misses.contains(*criterion);
        2 * marks.hits.iter().filter(waits).map(weight).sum::<i64>()
            + marks.partials.iter().filter(|one| waits(one) && !marks.hits.contains(*one)).map(weight).sum::<i64>()
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
