//! What is remembered of a session while its score is kept.

use super::acts::ActIx;
use super::assessment::{CriterionScore, CriticalFailure, Evidence, Milli};
use super::ladder::{MAX_CONDUCTS, Unrest};
use super::rules::{MAX_CRITERIA, MAX_ONCE};
use super::sets::ActSet;
use super::steps::Way;
use crate::scenario::desk_task::Written;
use crate::scenario::model::{Cue, NodeIx, PromiseIx, VisitIx, VisitorIx, WordIx};
use crate::session::event::Offer;

/// Cues that may wait for an answer at the same time; more push out the oldest.
pub(super) const MAX_OPEN: usize = 16;
/// Promises whose turn is remembered.
const MAX_PROMISES: usize = 16;
/// Feeling words whose having been said is remembered.
const MAX_WORDS: usize = 256;
/// Turns of which it is remembered what they have been charged with: a cue waits four choices at most, and gestures
/// between them are turns too.
const MAX_RECENT: usize = 16;

/// Where in the session something happened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub turn: u32,
    pub at_ms: u64,
    pub node: NodeIx,
    pub chosen: Option<u8>,
    pub offer: Offer,
    /// What was handed in, where it was a paper or an answer.
    pub written: Written,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct OpenCue {
    pub cue: Cue,
    pub who: Option<VisitorIx>,
    /// Choices made since.
    pub turns: u8,
    /// Criteria that wait for an answer, and those of them to which one was on offer.
    pub pending: u64,
    pub offered: u64,
    /// A sign of danger that nobody has answered.
    pub danger: bool,
    pub danger_answerable: bool,
    /// The first turn on which an answer was on offer.
    pub place: Place,
    /// Criteria that a gesture answered by half, and which and where: words may still answer them wholly.
    pub half: u64,
    pub half_by: Option<(ActIx, u32, u64)>,
}

/// A turn whose acts are still coming in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub place: Place,
    pub gesture: Option<ActIx>,
    pub to: Option<VisitorIx>,
    /// A mirrored word that was never said.
    pub never_said: Option<ActIx>,
    pub not_taken_in: ActSet,
}

/// How the trainee timed the turn to come.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Timing {
    pub spoken_to: bool,
    pub unsaid: Option<u16>,
    pub pain_ms: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub opportunities: u32,
    pub earned: u32,
}

impl Tally {
    pub(super) fn score(self) -> CriterionScore {
        CriterionScore { opportunities: self.opportunities, earned: Milli(i64::from(self.earned)) }
    }
}

/// All that is remembered of a session. Plain data of fixed size.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub tallies: [Tally; MAX_CRITERIA],
    pub turn: Option<Turn>,
    pub timing: Timing,
    /// The choice at hand.
    pub here: Place,
    pub speaker: Option<VisitorIx>,
    pub cap: Milli,
    /// Weighted hits minus misses, for comparing options.
    pub gain: i64,
    pub open: [Option<OpenCue>; MAX_OPEN],
    /// Slots of `open` from here on are empty.
    pub open_len: usize,
    pub said: [u64; MAX_WORDS / 64],
    /// Criteria of the kind `Order` that wait for the matter, whose first act was on offer, was done.
    pub armed: u64,
    pub first_offered: u64,
    pub first_done: u64,
    pub first_act: [ActIx; 4],
    /// Criteria of the kind `Once` that could be met, that were.
    pub once_offered: u64,
    pub once_done: u64,
    pub once_place: [Place; MAX_ONCE],
    /// Done, but when they could not take it in; `once_place` then says where.
    pub once_half: u64,
    /// By turn: the criteria of which a cue has been evidence there.
    pub recent: [(u32, u64); MAX_RECENT],
    pub promises: [Option<(PromiseIx, Place)>; MAX_PROMISES],
    /// What goes on at the desk, and has gone on in this visit.
    pub unrest: [Option<Unrest>; MAX_CONDUCTS],
    pub visit: VisitIx,
    /// They have been asked to choose who speaks; or where they could have been and were not.
    pub represented: bool,
    pub unrepresented: Option<Place>,
    /// The matter, where the scenario says anything of it.
    pub way: Way,
}

/// What is written down, where anything is.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    pub silent: bool,
    pub evidence: Vec<Evidence>,
    pub critical: Vec<CriticalFailure>,
}

impl Place {
    /// A paper or a composed answer was handed in.
    pub(super) fn is_filled(&self) -> bool {
        self.written != Written::default()
    }

    pub(super) fn nowhere() -> Self {
        Self { turn: 0, at_ms: 0, node: NodeIx(0), chosen: None, offer: Offer::default(), written: Written::default() }
    }
}

impl State {
    pub(super) fn new() -> Self {
        Self {
            tallies: [Tally::default(); MAX_CRITERIA],
            turn: None,
            timing: Timing::default(),
            here: Place::nowhere(),
            speaker: None,
            cap: Milli(1000),
            gain: 0,
            open: [None; MAX_OPEN],
            open_len: 0,
            said: [0; MAX_WORDS / 64],
            armed: 0,
            first_offered: 0,
            first_done: 0,
            first_act: [ActIx(0); 4],
            once_offered: 0,
            once_done: 0,
            once_place: [Place::nowhere(); MAX_ONCE],
            once_half: 0,
            recent: [(0, 0); MAX_RECENT],
            promises: [None; MAX_PROMISES],
            unrest: [None; MAX_CONDUCTS],
            visit: VisitIx(0),
            represented: false,
            unrepresented: None,
            way: Way::new(),
        }
    }

    pub(super) fn open_cues(&mut self) -> impl Iterator<Item = &mut OpenCue> {
        self.open[..self.open_len].iter_mut().flatten()
    }

    /// One turn is evidence for a criterion once, however many cues it answered or left unanswered.
    pub(super) fn charge(&mut self, turn: u32, bit: usize) {
        let slot = &mut self.recent[turn as usize % MAX_RECENT];
        if slot.0 != turn {
            *slot = (turn, 0);
        }
        slot.1 |= 1 << bit;
    }

    /// The criteria that a turn has been evidence for by a cue.
    pub(super) fn charged(&self, turn: u32) -> u64 {
        let (of, mask) = self.recent[turn as usize % MAX_RECENT];
        if of == turn { mask } else { 0 }
    }

    pub(super) fn has_said(&self, word: WordIx) -> bool {
        // A scenario with more words than are remembered leaves the verdict to the session's events.
        self.said.get(word.at() / 64).is_none_or(|bits| bits >> (word.at() % 64) & 1 == 1)
    }
}
