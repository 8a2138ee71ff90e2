//! Cues that wait for an answer.

use super::assessment::CriterionIx;
use super::moment::Moment;
use crate::vocabulary::{ActIx, Cue, CueKind, CueSet, Misfit, VisitorIx};
use smallvec::SmallVec;

/// A cue that was given and may still be answered.
#[derive(Clone, Debug)]
pub(super) struct OpenCue {
    pub cue: Cue,
    pub who: Option<VisitorIx>,
    /// Choices made since.
    pub turns: u32,
    /// Criteria that wait for an answer, in their order.
    pub waiting: SmallVec<[WaitingCriterion; 2]>,
    /// A sign of danger that nobody has answered.
    pub danger: bool,
    /// Whether something that sees to danger was on offer.
    pub danger_answerable: bool,
    /// The first choice at which something could have been done about it.
    pub chance: Option<Moment>,
}

/// A criterion that waits for an answer to a cue.
#[derive(Clone, Debug)]
pub(super) struct WaitingCriterion {
    pub criterion: CriterionIx,
    /// Whether an answer was on offer.
    pub offered: bool,
    /// A gesture that answered by half; words may still answer wholly.
    pub half: Option<Half>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Half {
    pub act: ActIx,
    pub turn: u32,
    pub at_ms: u64,
    /// It was meant so, but did not fit: then it is no half, and says why the cue was missed.
    pub misfit: Option<Misfit>,
}

impl OpenCue {
    pub(super) fn kind(&self) -> CueKind {
        CueKind::of(self.cue)
    }
}

/// The cues that wait for an answer, oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct OpenCues(Vec<OpenCue>);

impl OpenCues {
    pub(super) fn open(&mut self, cue: OpenCue) {
        self.drop_settled();
        self.0.push(cue);
    }

    /// Forgets those with which nobody can do anything any more.
    pub(super) fn drop_settled(&mut self) {
        self.0.retain(|open| open.danger || !open.waiting.is_empty());
    }

    /// A choice has been made: all are one turn older.
    pub(super) fn grow_older(&mut self) {
        self.0.iter_mut().for_each(|open| open.turns = open.turns.saturating_add(1));
    }

    /// One answer settles all that the same person has given this criterion to answer, of whatever kind.
    pub(super) fn settle(&mut self, criterion: CriterionIx, who: Option<VisitorIx>) {
        for open in self.0.iter_mut().filter(|open| open.who == who) {
            open.waiting.retain(|waiting| waiting.criterion != criterion);
        }
    }

    /// Whether a cue of such a kind waits.
    pub(super) fn is_any_of(&self, kinds: CueSet) -> bool {
        !kinds.is_empty() && self.0.iter().any(|open| kinds.contains(open.kind()))
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

impl std::ops::Deref for OpenCues {
    type Target = [OpenCue];
    fn deref(&self) -> &[OpenCue] {
        &self.0
    }
}

impl std::ops::DerefMut for OpenCues {
    fn deref_mut(&mut self) -> &mut [OpenCue] {
        &mut self.0
    }
}
