//! Where the play stands: in which visit, what it waits for, and where a hook that broke in returns to.

use super::event::Offer;
use crate::scenario::model::Target;
use crate::vocabulary::{NodeIx, VisitIx};

/// What the session waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaiting {
    /// The trainee's turn.
    Choice {
        /// The choice at hand.
        node: NodeIx,
        /// Its options in the order shown.
        offer: Offer,
    },
    /// A form to fill or an answer to compose.
    Desk {
        /// The form or answer at hand.
        node: NodeIx,
    },
    /// No move is taken any more but a step back.
    Ended {
        /// The end that was reached.
        node: NodeIx,
    },
}

impl Awaiting {
    /// Where it is the trainee's turn; `None` once the session has ended.
    pub const fn node(self) -> Option<NodeIx> {
        match self {
            Self::Choice { node, .. } | Self::Desk { node } => Some(node),
            Self::Ended { .. } => None,
        }
    }

    /// Whether this option is on offer.
    pub fn offers(self, option: u8) -> bool {
        matches!(self, Self::Choice { offer, .. } if offer.as_slice().contains(&option))
    }
}

/// Where the play stands.
#[derive(Clone, Debug)]
pub(super) struct Cursor {
    visit: VisitIx,
    awaiting: Awaiting,
    /// Where a hook broke in, until it returns; no other breaks in meanwhile.
    back: Option<Target>,
}

impl Cursor {
    /// Before the first visit.
    pub const fn begin() -> Self {
        Self { visit: VisitIx(0), awaiting: Awaiting::Ended { node: NodeIx(0) }, back: None }
    }

    pub const fn visit(&self) -> VisitIx {
        self.visit
    }

    pub fn begin_visit(&mut self, visit: VisitIx) {
        self.visit = visit;
    }

    pub const fn awaiting(&self) -> Awaiting {
        self.awaiting
    }

    pub fn wait_for(&mut self, awaiting: Awaiting) {
        self.awaiting = awaiting;
    }

    /// A hook breaks in before the play goes on at `then`; false where one has already.
    pub fn break_in(&mut self, then: Target) -> bool {
        let is_free = self.back.is_none();
        if is_free {
            self.back = Some(then);
        }
        is_free
    }

    /// The node that a target means; `None` where there is nothing to return to. The loader lets `return` stand only
    /// where a hook leads.
    pub fn resolve(&mut self, target: Target) -> Option<NodeIx> {
        match target {
            Target::Node(node) => Some(node),
            Target::Return => match self.back.take()? {
                Target::Node(node) => Some(node),
                Target::Return => None,
            },
        }
    }
}
