//! What a condition or an override can read of a visitor.

use serde::{Deserialize, Serialize};

/// What a condition can read of a visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
