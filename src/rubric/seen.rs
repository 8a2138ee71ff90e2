//! Whether enough of a live talk was seen to score a dimension. Nobody laid out the chances there: how many there are, and
//! whether they were of more than one kind, is as it came.

use super::assessment::{CriterionScore, Dimension, Evidence, Milli};
use super::criteria::Criterion;
use super::sets::ActSet;

/// Fewest chances. Who does a thing half of the time is lucky six times in a row in one talk of 64: in a class of thirty
/// less than half a trainee would look perfect by luck. With five it would be nearly one.
pub const LEAST_CHANCES: u32 = 6;
/// Fewest criteria that had a chance: one skill is no dimension.
pub const LEAST_CRITERIA: u32 = 2;
/// Fewest different acts on which a score of half or more may rest: one habit, or one with a nod beside it, is no skill.
pub const LEAST_ACTS: u32 = 3;
/// From here on a score says that somebody can do it.
const HALF: Milli = Milli(500);

/// Of what there was too little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLittle {
    /// Fewer chances than [`LEAST_CHANCES`].
    Chances,
    /// All chances belong to one criterion.
    Criteria,
    /// What was earned rests on fewer acts than [`LEAST_ACTS`].
    Acts,
}

/// What was seen of a dimension in a live talk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Chances that could have been missed, taken or not.
    pub chances: u32,
    /// Criteria that had one.
    pub criteria: u32,
    /// Different acts that earned points.
    pub acts: u32,
}

impl Seen {
    /// By `Dimension as usize`; `None` where the rubric looks at nothing of it.
    pub(super) fn of(criteria: &[Criterion], scores: &[CriterionScore], evidence: &[Evidence]) -> [Option<Self>; 3] {
        Dimension::ALL.map(|dimension| {
            if !criteria.iter().any(|criterion| criterion.dimension == Some(dimension)) {
                return None;
            }
            let mut seen = Self::default();
            for (_, score) in criteria.iter().zip(scores).filter(|(one, _)| one.dimension == Some(dimension)) {
                seen.chances = seen.chances.saturating_add(score.opportunities);
                seen.criteria += u32::from(score.opportunities > 0);
            }
            let mut earned = ActSet::default();
            let of_it =
                |one: &&Evidence| criteria.get(one.criterion.at()).is_some_and(|c| c.dimension == Some(dimension));
            for one in evidence.iter().filter(of_it).filter(|one| one.points() > Milli(0)) {
                one.reason.earned_by().into_iter().for_each(|act| earned.insert(act));
            }
            seen.acts = earned.iter().count() as u32;
            Some(seen)
        })
    }

    /// Of what there was too little, where there is no score: what is wanting first.
    pub fn lack(self) -> TooLittle {
        if self.chances < LEAST_CHANCES {
            TooLittle::Chances
        } else if self.criteria < LEAST_CRITERIA {
            TooLittle::Criteria
        } else {
            TooLittle::Acts
        }
    }

    /// Whether it is too little for this score to be told.
    pub fn is_too_little_for(self, score: Milli) -> bool {
        self.chances < LEAST_CHANCES || self.criteria < LEAST_CRITERIA || (score >= HALF && self.acts < LEAST_ACTS)
    }
}
