//! What the scene is told: who sits where, how they look, feel and move.

use crate::vocabulary::Expression;
use crate::vocabulary::Look;

/// One visitor on the stage, in seating order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seat {
    pub look: Look,
    pub age: u8,
    pub expression: Expression,
    /// The lips move, at the expression's pace.
    pub speaking: bool,
    /// Varies features, colours and the rhythm of blinking from person to person.
    pub seed: u32,
    /// A momentary movement and when it began, in seconds of `Time<Real>`.
    pub gesture: Option<(BodyGesture, f64)>,
}

/// A movement that begins, is seen, and is over by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyGesture {
    PoundTable,
    StandUp,
    TurnAway,
    WipeTears,
    Point,
    Nod,
}

impl BodyGesture {
    pub const ALL: [Self; 6] =
        [Self::PoundTable, Self::StandUp, Self::TurnAway, Self::WipeTears, Self::Point, Self::Nod];

    /// How long it takes, in seconds.
    pub const fn seconds(self) -> f32 {
        match self {
            Self::PoundTable => 1.5,
            Self::StandUp => 3.2,
            Self::TurnAway => 3.0,
            Self::WipeTears => 2.6,
            Self::Point => 1.8,
            Self::Nod => 1.2,
        }
    }
}
