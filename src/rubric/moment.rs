//! Where in a session something happened, and what was on offer there.

use crate::procedure::FormAnswer;
use crate::session::event::Offer;
use crate::vocabulary::{CueSet, NodeIx};

/// Where in a session something happened, and what was on offer there.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    /// Counted from 1; 0 before the trainee's first turn.
    pub turn: u32,
    pub at_ms: u64,
    pub node: NodeIx,
    /// The option; `None` for a gesture, a paper, an omission.
    pub chosen: Option<u8>,
    pub offer: Offer,
    /// What was handed in, where it was a paper or an answer.
    pub written: FormAnswer,
    /// Kinds of cues in what was said since the turn before.
    pub asked: CueSet,
    /// What must not be left there, whatever else is said.
    pub duties: Duties,
}

/// What must not be left undone at a choice: an option that leaves it is no better one.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Duties {
    /// A sign of danger that nobody has seen to.
    pub danger: bool,
    /// Something was said that must not be let stand.
    pub speak_up: bool,
}

impl Moment {
    pub(super) fn before_all() -> Self {
        let (offer, written, asked) = (Offer::nothing(), FormAnswer::BLANK, CueSet::empty());
        Self { turn: 0, at_ms: 0, node: NodeIx(0), chosen: None, offer, written, asked, duties: Duties::default() }
    }

    /// The trainee's turn has come, and this is on offer.
    pub(super) fn comes_to(&mut self, node: NodeIx, at_ms: u64, offer: Offer) {
        (self.node, self.at_ms, self.offer, self.chosen) = (node, at_ms, offer, None);
    }

    /// A paper or a composed answer was handed in.
    pub(super) fn is_filled(&self) -> bool {
        !self.written.is_blank()
    }
}
