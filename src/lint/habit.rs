//! Ways to pick an option without understanding a word of it.

use super::looks::{Feature, OptionLooks};
use crate::vocabulary::all;
use serde::Serialize;
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// Something a guesser can go by without reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, EnumCount, VariantArray, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Habit {
    /// The most characters.
    Longest,
    /// The fewest characters.
    Shortest,
    /// Counts only where the order is fixed.
    First,
    /// The most sentences.
    Wordiest,
    /// The most words of courtesy.
    Politest,
    /// The fewest commas, particles, marks and flourishes.
    Plainest,
    /// A gesture before words, then the words that make least noise: no marks, few sentences.
    Quietest,
}

impl Habit {
    /// In the order of the declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// As in files and in text ids: `longest`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// How much an option has of what this habit goes by.
    pub fn of(self, looks: &OptionLooks) -> i32 {
        let count = |feature: Feature| looks.get(feature);
        let sum = |features: &[Feature]| features.iter().map(|feature| count(*feature)).sum::<i32>();
        match self {
            Self::Longest => count(Feature::Length),
            Self::Shortest => -count(Feature::Length),
            Self::First => -count(Feature::Position),
            Self::Wordiest => count(Feature::Sentences),
            Self::Politest => count(Feature::Courtesy),
            Self::Plainest => -sum(&[
                Feature::Commas,
                Feature::Particles,
                Feature::Courtesy,
                Feature::Questions,
                Feature::Exclamations,
                Feature::Quotes,
                Feature::Dashes,
            ]),
            Self::Quietest => {
                // No text has so many marks.
                const WORDS: i32 = 10_000;
                let words = if count(Feature::Gesture) > 0 { 0 } else { WORDS };
                -words - 3 * count(Feature::Exclamations) - sum(&[Feature::Questions, Feature::Sentences])
            }
        }
    }

    /// The one option that has most of it; `None` where two have, so that nothing stands out.
    pub fn picks(self, options: &[OptionLooks], shuffled: bool) -> Option<usize> {
        if shuffled && self == Self::First {
            return None;
        }
        let most = options.iter().map(|looks| self.of(looks)).max()?;
        let mut those = (0..options.len()).filter(|at| self.of(&options[*at]) == most);
        let first = those.next()?;
        those.next().is_none().then_some(first)
    }
}
