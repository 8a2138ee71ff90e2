//! How fast people are heard: in practice a line can be hurried, and what was hurried is not counted as listened to.

use super::Playing;
use crate::session::Move;
use crate::vocabulary::all;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use strum::{EnumCount, VariantArray};

/// How much faster than in life people speak, in practice. What is hurried is not counted as listened to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumCount, VariantArray)]
pub enum SpeechPace {
    #[default]
    Usual,
    Brisk,
    Quick,
    Double,
}

impl SpeechPace {
    /// In the order of the declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// In hundredths of the usual pace.
    pub const fn percent(self) -> u64 {
        match self {
            Self::Usual => 100,
            Self::Brisk => 125,
            Self::Quick => 150,
            Self::Double => 200,
        }
    }
}

impl Playing {
    /// From now on people speak at this pace; in an exam always at their own.
    pub fn set_pace(&mut self, pace: SpeechPace, now: Duration) {
        let pace = if self.practice() { pace } else { SpeechPace::Usual };
        if pace != self.pace {
            self.catch_up(now);
            self.pace = pace;
        }
    }

    /// The session's clock as far as the line at hand is heard: it runs faster while a line is hurried.
    pub(super) fn heard_ms(&self, now: Duration) -> u64 {
        let at = self.clock.at_ms(now);
        let Some(speech) = self.head.speech().filter(|speech| at < speech.end_ms()) else { return at };
        let since = self.clock.at_ms(now) - u64::from(self.clock.wait_ms(now));
        let begun = since.max(speech.from_ms);
        (begun + at.saturating_sub(begun) * self.pace.percent() / 100).clamp(at, speech.end_ms())
    }

    /// What was hurried through goes into the log as skipped, so that nobody takes it for listening.
    pub(super) fn catch_up(&mut self, now: Duration) {
        let ahead = self.heard_ms(now).saturating_sub(self.clock.at_ms(now));
        if ahead > 0 {
            let skip_ms = u32::try_from(ahead).unwrap_or(u32::MAX);
            self.make(&Move::Skip { wait_ms: self.clock.wait_ms(now), skip_ms }, now);
        }
    }
}
