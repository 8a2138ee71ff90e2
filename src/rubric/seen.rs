//! Whether enough of a live talk was seen to score a dimension. Nobody laid out the chances there: how many there are, and
//! whether they were of more than one kind, is as it came.

use super::assessment::{CriterionScore, Dimension, Milli};
use super::criteria::Criterion;
use super::variety::Variety;

/// Fewest chances. Who does a thing half of the time is lucky six times in a row in one talk of 64: in a class of thirty
/// less than half a trainee would look perfect by luck. With five it would be nearly one.
pub const LEAST_CHANCES: u32 = 6;
/// Fewest criteria that had a chance: one skill is no dimension.
pub const LEAST_CRITERIA: u32 = 2;
/// Fewest different acts beside which a score of [`TELLING`] or more stands: one habit, or one with a nod beside it, is no
/// skill.
pub const LEAST_ACTS: u32 = 3;
/// Of so many turns more than one must differ from all before it, until [`ENOUGH_WAYS`] do: who repeats a set of acts, or a
/// round of them, three times over has not listened in between.
pub const TURNS_A_WAY: u32 = 3;
/// So many different turns are no round that anybody goes through by heart.
pub const ENOUGH_WAYS: u32 = 8;
/// Fewest scored dimensions that make a total.
pub const LEAST_DIMENSIONS: usize = 2;
/// From here on a score says that something was done. Below, it says that it was not, and that is seen of anybody.
pub const TELLING: Milli = Milli(300);

/// Of what there was too little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLittle {
    /// Fewer chances than [`LEAST_CHANCES`].
    Chances,
    /// All chances belong to one criterion.
    Criteria,
    /// Fewer acts of this dimension were done than [`LEAST_ACTS`].
    Acts,
    /// The same turns came again and again: of [`TURNS_A_WAY`] not more than one was new.
    Ways,
}

/// What was seen of a dimension in a live talk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Chances that could have been missed, taken or not.
    pub chances: u32,
    /// Criteria that had one.
    pub criteria: u32,
    /// Different acts of the dimension that were done, whether they earned anything or not.
    pub acts: u32,
    /// The trainee's turns in the whole talk.
    pub turns: u32,
    /// How many of these differ.
    pub ways: u32,
}

impl Seen {
    /// By `Dimension as usize`; `None` where the rubric looks at nothing of it.
    pub(super) fn of(criteria: &[Criterion], scores: &[CriterionScore], done: &Variety) -> [Option<Self>; 3] {
        Dimension::ALL.map(|dimension| {
            let of_it = || criteria.iter().zip(scores).filter(move |(one, _)| one.dimension == Some(dimension));
            of_it().next()?;
            let mut seen = Self { turns: done.turns, ways: done.ways(), ..Self::default() };
            for (_, score) in of_it() {
                seen.chances = seen.chances.saturating_add(score.opportunities);
                seen.criteria += u32::from(score.opportunities > 0);
            }
            let serves = |act| of_it().any(|(one, _)| one.hit.contains(act) || one.partial.contains(act));
            seen.acts = done.acts.iter().filter(|act| serves(*act)).count() as u32;
            Some(seen)
        })
    }

    /// Of what there was too little, where there is no score: what is wanting first.
    pub fn lack(self) -> TooLittle {
        if self.chances < LEAST_CHANCES {
            TooLittle::Chances
        } else if self.criteria < LEAST_CRITERIA {
            TooLittle::Criteria
        } else if self.acts < LEAST_ACTS {
            TooLittle::Acts
        } else {
            TooLittle::Ways
        }
    }

    /// Whether it is too little for this score to be told.
    pub fn is_too_little_for(self, score: Milli) -> bool {
        self.chances < LEAST_CHANCES
            || self.criteria < LEAST_CRITERIA
            || (score >= TELLING && (self.acts < LEAST_ACTS || self.is_a_round()))
    }

    /// Whether the turns are a few that come again and again.
    const fn is_a_round(self) -> bool {
        self.ways < ENOUGH_WAYS && self.ways * TURNS_A_WAY <= self.turns
    }
}
