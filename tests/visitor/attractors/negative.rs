//! What is held against people: how often a customer of 13,540 real service talks was still negative so many exchanges
//! after the first negative one (SSA data, each utterance rated), and what of our visitor counts as such an utterance.
//!
//! Written down before the model was first measured by it.

use calmdesk::visitor::Mind;
use calmdesk::vocabulary::Feeling;

/// Exchanges after the first negative one that the data tell of.
pub const AFTER: [usize; 6] = [1, 2, 3, 4, 6, 8];

/// Share of customers still negative at [`AFTER`], by how they judged the talk later.
pub const DISSATISFIED: [f64; 6] = [0.75, 0.66, 0.61, 0.61, 0.53, 0.52];
pub const NEUTRAL: [f64; 6] = [0.23, 0.14, 0.11, 0.10, 0.07, 0.08];
pub const SATISFIED: [f64; 6] = [0.11, 0.10, 0.07, 0.06, 0.12, 0.03];
/// Share of negative utterances in each fifth of the talks that were judged badly.
pub const DISSATISFIED_FIFTHS: [f64; 5] = [0.33, 0.42, 0.45, 0.48, 0.49];

/// What a line is about. A number or a date sounds the same from the angry, unless they are beside themselves; what
/// hurts is heard from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What was done to them and how it is for them.
    Stirred,
    /// What is to come of it.
    Question,
    /// When, where, how much.
    Fact,
}

impl Kind {
    /// Share of what is shown that is heard in such a line.
    pub const fn lets_hear(self) -> f64 {
        match self {
            Self::Stirred => 1.0,
            Self::Question => 0.6,
            Self::Fact => 0.35,
        }
    }
}

/// Anger heard in a line from which on a rater calls it negative: half of what one plainly bad act stirs.
pub const NEGATIVE_FROM: f64 = 0.25;

/// Whether this line is negative: anger that is not hidden, as far as this person lets feelings show and this line lets
/// it be heard.
pub fn is_negative(mind: &Mind, kind: Kind) -> bool {
    let shows = 0.4 + 0.6 * mind.persona.expressiveness;
    mind.shown(Feeling::Anger) * shows * kind.lets_hear() >= NEGATIVE_FROM
}

/// Most that the shares of `deflecting` may lie off [`DISSATISFIED`], and those of `good` over the higher of [`NEUTRAL`]
/// and [`SATISFIED`]; below the lower of these they may not lie.
pub const OFF: f64 = 0.10;
/// Most that the shares of `formula` may lie off those of neutral acts.
pub const FORMULA_OFF: f64 = 0.05;
