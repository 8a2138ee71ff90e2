//! How the trainee saw the session, said before the scores were shown.

use crate::rubric::assessment::Dimension;
use serde::{Deserialize, Serialize};

/// 1 (very poor) to 5 (very good).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

/// Not one of the five levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a level from 1 to 5")]
pub struct NoLevel(u8);

impl TryFrom<u8> for Level {
    type Error = NoLevel;
    fn try_from(level: u8) -> Result<Self, NoLevel> {
        if (1..=5).contains(&level) { Ok(Self(level)) } else { Err(NoLevel(level)) }
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

/// One level for each dimension; `None` where the trainee did not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfRating {
    /// For [`Dimension::Listening`].
    #[serde(default)]
    pub listening: Option<Level>,
    /// For [`Dimension::Empathy`].
    #[serde(default)]
    pub empathy: Option<Level>,
    /// For [`Dimension::Procedure`].
    #[serde(default)]
    pub procedure: Option<Level>,
}

impl SelfRating {
    /// From levels by `Dimension as usize`; `None` where nothing was rated or something is no level.
    pub fn of(levels: [Option<u8>; 3]) -> Option<Self> {
        let level = |dimension: Dimension| levels[dimension as usize].map(Level::try_from).transpose().ok();
        let rated = Self {
            listening: level(Dimension::Listening)?,
            empathy: level(Dimension::Empathy)?,
            procedure: level(Dimension::Procedure)?,
        };
        (rated != Self::default()).then_some(rated)
    }

    /// The level for this dimension, 1–5.
    pub fn get(self, dimension: Dimension) -> Option<u8> {
        let level = match dimension {
            Dimension::Listening => self.listening,
            Dimension::Empathy => self.empathy,
            Dimension::Procedure => self.procedure,
        };
        level.map(u8::from)
    }

    /// By `Dimension as usize`.
    pub fn levels(self) -> [Option<u8>; 3] {
        Dimension::ALL.map(|dimension| self.get(dimension))
    }
}
