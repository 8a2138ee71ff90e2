//! Who a visitor is: needs, traits, thresholds, and how they talk.

use super::state::{FEELINGS, NEEDS};
use serde::Deserialize;

/// The five traits, −1..1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Trait {
    Openness,
    Conscientiousness,
    Extraversion,
    Agreeableness,
    /// Emotional stability, the opposite of neuroticism.
    Stability,
}

/// A visitor's lasting dispositions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Persona {
    /// How much each need matters, 0..1, by `Need as usize`.
    pub needs: [f64; NEEDS],
    /// −1..1, by `Trait as usize`.
    pub traits: [f64; 5],
    /// A feeling starts only above this, 0..1, by `Feeling as usize`.
    pub thresholds: [f64; FEELINGS],
    /// Seconds in which a feeling halves, by `Feeling as usize`.
    pub half_lives: [f64; FEELINGS],
    /// Pressure at which an outburst comes, 0..1.
    pub breaking_point: f64,
    /// How strongly feelings show, 0..1.
    pub expressiveness: f64,
    /// How much of the anger is hidden until it breaks, 0..1.
    pub masking: f64,
    /// How much others' feelings move them, 0..1.
    pub openness: f64,
    /// Characters (of Chinese) a second.
    pub speech_rate: f64,
    /// Trust in the receiver at the start, −1..1.
    pub trust: f64,
    /// Anger, distress, fear … they come in with, by `Feeling as usize`, 0..1.
    pub arrives_with: [f64; FEELINGS],
    /// Pressure they come in with, 0..1.
    pub arrives_under_pressure: f64,
}
