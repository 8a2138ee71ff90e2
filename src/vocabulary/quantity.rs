//! What a condition or an override can read of a visitor.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// What a condition can read of a visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantArray)]
pub enum Quantity {
    /// [`Feeling::Anger`](super::Feeling::Anger), 0..1.
    Anger,
    /// [`Feeling::Distress`](super::Feeling::Distress), 0..1.
    Distress,
    /// [`Feeling::Fear`](super::Feeling::Fear), 0..1.
    Fear,
    /// [`Feeling::Disappointment`](super::Feeling::Disappointment), 0..1.
    Disappointment,
    /// [`Feeling::Hope`](super::Feeling::Hope), 0..1.
    Hope,
    /// [`Feeling::Relief`](super::Feeling::Relief), 0..1.
    Relief,
    /// [`Feeling::Gratitude`](super::Feeling::Gratitude), 0..1.
    Gratitude,
    /// In the receiver, −1..1.
    Trust,
    /// What is dammed up, 0..1; past the threshold comes an outburst.
    Pressure,
    /// Mood: how pleasant, −1..1.
    Pleasure,
    /// Mood: how stirred up, −1..1.
    Arousal,
    /// Mood: how much in command, −1..1.
    Dominance,
    /// Belief that [`Need::Voice`](super::Need::Voice) is being met, −1..1.
    Voice,
    /// The same of [`Need::Respect`](super::Need::Respect).
    Respect,
    /// The same of [`Need::Fairness`](super::Need::Fairness).
    Fairness,
    /// The same of [`Need::Clarity`](super::Need::Clarity).
    Clarity,
    /// The same of [`Need::Control`](super::Need::Control).
    Control,
    /// The same of [`Need::Safety`](super::Need::Safety).
    Safety,
    /// The same of [`Need::Remedy`](super::Need::Remedy).
    Remedy,
}

impl Quantity {
    /// As an author writes it.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether an author can move it by hand; a mood follows from feelings and has no handle of its own.
    pub const fn is_handle(self) -> bool {
        !matches!(self, Self::Pleasure | Self::Arousal | Self::Dominance)
    }
}
