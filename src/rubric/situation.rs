//! What all rules may look at: the choice at hand, the turn under way, what was said and waits for an answer.

use super::moment::{Duties, Moment};
use super::open_cues::{OpenCue, OpenCues};
use super::said_words::SaidWords;
use super::turn::OpenTurn;
use super::variety::Variety;
use crate::vocabulary::{CueSet, VisitorIx};

/// What the rules share of a session.
#[derive(Clone, Debug)]
pub(super) struct Situation {
    /// The choice at hand.
    pub here: Moment,
    pub turn: Option<OpenTurn>,
    /// Who spoke last.
    pub speaker: Option<VisitorIx>,
    pub words: SaidWords,
    pub open: OpenCues,
    /// Kinds of cues that have been charged for being left, since they last came up: nothing is charged twice.
    pub charged: CueSet,
    /// Something has been done that must not be let stand, and nobody has said a word to it.
    pub must_speak: bool,
    /// What was done so far, of a live talk alone.
    pub variety: Variety,
}

impl Situation {
    pub(super) fn new() -> Self {
        Self {
            here: Moment::before_all(),
            turn: None,
            speaker: None,
            words: SaidWords::default(),
            open: OpenCues::default(),
            charged: CueSet::empty(),
            must_speak: false,
            variety: Variety::default(),
        }
    }

    /// What must not be left undone now.
    pub(super) fn duties(&self) -> Duties {
        Duties { danger: self.open.iter().any(|open| open.danger), speak_up: self.must_speak }
    }

    /// The turn under way, or else the choice at hand.
    pub(super) fn moment(&self) -> &Moment {
        self.turn.as_ref().map_or(&self.here, |turn| &turn.moment)
    }

    /// Where leaving a cue is told of: where only gestures were made, at the choice at hand.
    pub(super) fn chance_of(&self, open: &OpenCue) -> Moment {
        open.chance.as_ref().unwrap_or(&self.here).clone()
    }

    /// The visit is over, and with it what waited for an answer.
    pub(super) fn leave_visit(&mut self) {
        self.open.clear();
        self.charged.clear();
        self.speaker = None;
    }
}
