//! What the scene is told of one visitor: how they look, feel and move.

use crate::figure::{BodyGesture, Served};
use crate::vocabulary::{Expression, Look};

/// One visitor on the stage, in seating order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seat {
    /// What the author picked.
    pub look: Look,
    /// In years.
    pub age: u8,
    /// What shows of the feelings.
    pub expression: Expression,
    /// The lips move, at the expression's pace.
    pub speaking: bool,
    /// Varies features, colours and the rhythm of blinking from person to person.
    pub seed: u32,
    /// A momentary movement and when it begins, in seconds of `Time<Real>`.
    pub gesture: Option<(BodyGesture, f64)>,
    /// On their feet.
    pub stands: bool,
    /// They go, or have gone, out of the door.
    pub goes: bool,
    /// They lean back, whatever they feel.
    pub leans_back: bool,
    /// What was put before them.
    pub served: Served,
    /// The crowd around them is in uproar: fists and voices.
    pub stirred: bool,
}
