//! The state machine of a play-through. Pure: the same scenario, settings and moves give the same events.

use super::event::{Event, Offer};
use super::moves::{Move, Settings};
use crate::scenario::model::{FactIx, NodeIx, Scenario, VisitIx, VisitorIx};
use crate::visitor::Snapshot;
use std::sync::Arc;

/// What the session waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaiting {
    /// The trainee's turn.
    Choice { node: NodeIx, offer: Offer },
    Ended { node: NodeIx },
}

/// A move that does not fit. The session is unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoveError {
    #[error("the session has ended")]
    Ended,
    #[error("no option `{option}` is on offer at `{node}`")]
    NotOnOffer { node: String, option: String },
    #[error("`{0}` is not a gesture")]
    NotAGesture(String),
    #[error("no fact `{0}` has been told")]
    FactNotTold(String),
    #[error("an exam has no steps back")]
    NoStepBackInExam,
    #[error("there is no turn {0} to go back to")]
    NoSuchTurn(u32),
}

/// One play-through.
#[derive(Clone)]
pub struct Session {
    scenario: Arc<Scenario>,
    settings: Settings,
}

impl Session {
    /// Starts a session and says what happens until the trainee's first turn.
    pub fn begin(scenario: Arc<Scenario>, settings: Settings, events: &mut Vec<Event>) -> Self {
        let _ = events;
        Self { scenario, settings }
    }
    /// Takes one move and appends its consequences to `events`.
    pub fn apply(&mut self, input: &Move, events: &mut Vec<Event>) -> Result<(), MoveError> {
        let _ = (input, events);
        Err(MoveError::Ended)
    }
    pub fn awaiting(&self) -> Awaiting {
        Awaiting::Ended { node: NodeIx(0) }
    }
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
    /// Milliseconds since the session began, from the moves' waits.
    pub fn clock_ms(&self) -> u64 {
        0
    }
    /// Turns taken so far.
    pub fn turn(&self) -> u32 {
        0
    }
    /// The visit at hand.
    pub fn visit(&self) -> VisitIx {
        VisitIx(0)
    }
    /// Days since day 0.
    pub fn day(&self) -> u16 {
        0
    }
    /// Facts in the notebook, in the order of noting.
    pub fn notebook(&self) -> &[FactIx] {
        &[]
    }
    pub fn told(&self, fact: FactIx) -> bool {
        let _ = fact;
        false
    }
    pub fn feelings(&self, who: VisitorIx) -> Snapshot {
        let _ = who;
        Snapshot::default()
    }
}

/// The events that still count: what a step back undid is left out.
pub fn effective(events: &[Event]) -> Vec<Event> {
    events.to_vec()
}
