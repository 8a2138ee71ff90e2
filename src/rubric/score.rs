//! Points: what each criterion has earned, and what critical failures leave of the total.

use super::assessment::{CriterionIx, CriterionScore, Dimension, LetSpeak, Milli, Totals};
use super::criteria::Criterion;
use super::seen::{LEAST_DIMENSIONS, Seen};

/// What a critical failure costs when options are compared.
const FAILURE_COST: i64 = 1_000_000;

/// The points so far.
#[derive(Clone, Debug)]
pub(super) struct Score {
    /// By `CriterionIx`.
    pub criteria: Vec<CriterionScore>,
    /// The highest total that is left.
    cap: Milli,
    /// Critical failures so far.
    failures: u32,
    let_speak: LetSpeak,
    /// By `Dimension as usize`: the most that is left of it.
    dimension_caps: [Option<Milli>; 3],
}

impl Score {
    pub(super) fn new(criteria: usize) -> Self {
        Self {
            criteria: vec![CriterionScore::default(); criteria],
            cap: Milli(1000),
            failures: 0,
            let_speak: LetSpeak::default(),
            dimension_caps: [None; 3],
        }
    }

    /// One more opportunity, and what was made of it.
    pub(super) fn count(&mut self, criterion: CriterionIx, points: Milli) {
        if let Some(score) = self.criteria.get_mut(criterion.at()) {
            score.opportunities = score.opportunities.saturating_add(1);
            score.earned = Milli(score.earned.0.saturating_add(points.0));
        }
    }

    /// Visitors had so much to say (milliseconds), of which this share (thousandths) stayed unsaid.
    pub(super) fn let_speak(&mut self, speech_ms: u64, unsaid: u16) {
        self.let_speak.add(speech_ms, unsaid);
    }

    pub(super) fn fail(&mut self, cap: Milli) {
        self.cap = self.cap.min(cap);
        self.failures = self.failures.saturating_add(1);
    }

    /// A miss in a criterion leaves no more of its dimension.
    pub(super) fn cap(&mut self, dimension: Dimension, most: Milli) {
        let cap = &mut self.dimension_caps[dimension as usize];
        *cap = Some(cap.map_or(most, |before| before.min(most)));
    }

    /// Weighted hits minus misses, in thousandths, for comparing options.
    pub(super) fn gain(&self, criteria: &[Criterion]) -> i64 {
        let counted = criteria.iter().zip(&self.criteria).map(|(criterion, score)| {
            i64::from(criterion.weight) * (2 * score.earned.0 - 1000 * i64::from(score.opportunities))
        });
        counted.sum::<i64>() - FAILURE_COST * i64::from(self.failures)
    }

    /// `seen`: of a live talk; where that is too little there is no score.
    pub(super) fn totals(&self, criteria: &[Criterion], seen: &[Option<Seen>; 3]) -> Totals {
        let mut dimensions = self.dimensions(criteria);
        for (score, seen) in dimensions.iter_mut().zip(seen) {
            *score = score.filter(|score| !seen.is_some_and(|seen| seen.is_too_little_for(*score)));
        }
        let scored = dimensions.iter().flatten();
        let count = scored.clone().count();
        // One dimension of a live talk is no total, but where the rubric looks at no other.
        let least = seen.iter().flatten().count().clamp(1, LEAST_DIMENSIONS);
        let uncapped = (count >= least).then(|| Milli(scored.map(|points| points.0).sum::<i64>() / count as i64));
        let total = uncapped.map(|total| total.min(self.cap));
        Totals {
            dimensions,
            uncapped,
            total,
            let_speak: self.let_speak.share(),
            heard: self.let_speak.heard(),
            dimension_caps: self.dimension_caps,
            critical: self.failures > 0,
        }
    }

    /// By `Dimension as usize`: the criteria that had an opportunity, by their weights.
    fn dimensions(&self, criteria: &[Criterion]) -> [Option<Milli>; 3] {
        Dimension::ALL.map(|dimension| {
            let (mut points, mut weights) = (0, 0);
            for (criterion, score) in criteria.iter().zip(&self.criteria) {
                if criterion.dimension == Some(dimension)
                    && let Some(share) = score.share()
                {
                    points += i64::from(criterion.weight) * share.0;
                    weights += i64::from(criterion.weight);
                }
            }
            let score = (weights > 0).then(|| Milli(points / weights))?;
            // Nobody has listened to more than was heard.
            let most = self.let_speak.heard().filter(|_| dimension == Dimension::Listening);
            let caps = [most, self.dimension_caps[dimension as usize]];
            Some(caps.into_iter().flatten().fold(score, Milli::min))
        })
    }
}
