//! What a condition or an override can read of a visitor.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// What a condition can read of a visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantArray)]
#[strum(const_into_str)]
pub enum Quantity {
    Anger,
    Distress,
    Fear,
    Disappointment,
    Hope,
    Relief,
    Gratitude,
    Trust,
    Pressure,
    Pleasure,
    Arousal,
    Dominance,
    Voice,
    Respect,
    Fairness,
    Clarity,
    Control,
    Safety,
    Remedy,
}

impl Quantity {
    /// As an author writes it.
    pub const fn name(self) -> &'static str {
        self.into_str()
    }

    /// Whether an author can move it by hand; a mood follows from feelings and has no handle of its own.
    pub const fn is_handle(self) -> bool {
        !matches!(self, Self::Pleasure | Self::Arousal | Self::Dominance)
    }
}
