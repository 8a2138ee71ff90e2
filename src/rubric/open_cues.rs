//! Cues that wait for an answer.

use super::assessment::CriterionIx;
use super::moment::Moment;
use crate::vocabulary::{Cue, CueKind, CueSet, VisitorIx};
use smallvec::SmallVec;

/// A cue that was given and may still be answered.
#[derive(Clone, Debug)]
pub(super) struct OpenCue {
    /// Counted over the session: two cues may be alike.
    pub number: u32,
    pub cue: Cue,
    pub who: Option<VisitorIx>,
    /// Choices made since.
    pub turns: u32,
    /// Criteria that wait for an answer, in their order.
    pub waiting: SmallVec<[WaitingCriterion; 4]>,
    /// A sign of danger that nobody has answered.
    pub danger: bool,
    /// Whether something that sees to danger was on offer.
    pub danger_answerable: bool,
    /// The first choice at which something could have been done about it.
    pub chance: Option<Moment>,
}

/// A criterion that waits for an answer to a cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct WaitingCriterion {
    pub criterion: CriterionIx,
    /// Choices within which it must be answered.
    pub window: u8,
    /// Whether an answer was on offer.
    pub offered: bool,
}

impl OpenCue {
    pub(super) fn kind(&self) -> CueKind {
        CueKind::of(self.cue)
    }
}

/// The cues that wait for an answer, oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct OpenCues {
    list: Vec<OpenCue>,
    /// Cues that have been opened so far.
    opened: u32,
}

impl OpenCues {
    pub(super) fn open(&mut self, cue: Cue, who: Option<VisitorIx>, danger: bool, waiting: &[WaitingCriterion]) {
        self.opened = self.opened.wrapping_add(1);
        self.list.push(OpenCue {
            number: self.opened,
            cue,
            who,
            turns: 0,
            waiting: SmallVec::from_slice(waiting),
            danger,
            danger_answerable: false,
            chance: None,
        });
    }

    /// Forgets those with which nobody can do anything any more.
    pub(super) fn drop_settled(&mut self) {
        self.list.retain(|open| open.danger || !open.waiting.is_empty());
    }

    /// A choice has been made: all are one turn older.
    pub(super) fn grow_older(&mut self) {
        self.list.iter_mut().for_each(|open| open.turns = open.turns.saturating_add(1));
    }

    /// One answer settles all that the same person has given this criterion to answer, of whatever kind.
    pub(super) fn settle(&mut self, criterion: CriterionIx, who: Option<VisitorIx>) {
        for open in self.list.iter_mut().filter(|open| open.who == who) {
            if let Some(place) = open.waiting.iter().position(|waiting| waiting.criterion == criterion) {
                open.waiting.remove(place);
            }
        }
    }

    /// Whether a cue of such a kind waits.
    pub(super) fn is_any_of(&self, kinds: CueSet) -> bool {
        !kinds.is_empty() && self.list.iter().any(|open| kinds.contains(open.kind()))
    }

    pub(super) fn clear(&mut self) {
        self.list.clear();
    }
}

impl std::ops::Deref for OpenCues {
    type Target = [OpenCue];
    fn deref(&self) -> &[OpenCue] {
        &self.list
    }
}

impl std::ops::DerefMut for OpenCues {
    fn deref_mut(&mut self) -> &mut [OpenCue] {
        &mut self.list
    }
}
