//! A test-play of the workshop.

use crate::logbook::catch_up::Placed;
use crate::session::moves::counted_before;

/// What makes a session a test-play: it can go on in the next version of its scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// What has been done so far, and where.
    pub moves: Vec<Placed>,
    /// What became of it when the scenario was saved last.
    pub notice: Option<String>,
}

impl Trial {
    /// As it was before the turn with this number.
    pub fn before(&self, turn: u32) -> Self {
        Self { moves: counted_before(&self.moves, |placed| &placed.input, turn), notice: None }
    }
}
