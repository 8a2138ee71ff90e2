//! Our own people in a scenario: they speak and act, and have no needs, no tension, no curve.

use crate::vocabulary::{Look, Text};

/// Characters a second of somebody whose rate of speech is not written.
pub const SPEECH_RATE: f64 = 4.5;

/// One of our own people: a director, a colleague, a mediator.
#[derive(Clone, Debug)]
pub struct Staff {
    /// Shares its names with the visitors': no two are alike.
    pub id: String,
    /// As they are called.
    pub name: Text,
    /// Who they are, in a few words.
    pub role: Text,
    /// In years.
    pub age: u8,
    /// Characters a second.
    pub speech_rate: f64,
    /// How they are drawn.
    pub look: Look,
}
