//! What is remembered of a session while its score is kept.

use super::assessment::{CriterionScore, CriticalFailure, Milli, Reason, Verdict};
use super::ladder::{MAX_CONDUCTS, Unrest};
use super::rules::{MAX_CRITERIA, MAX_ONCE};
use super::sets::ActSet;
use super::steps::Way;
use crate::procedure::FormAnswer;
use crate::session::event::Offer;
use crate::vocabulary::ActEffect;
use crate::vocabulary::ActIx;
use crate::vocabulary::{Cue, NodeIx, PromiseIx, VisitIx, VisitorIx, WordIx};

/// Cues that may wait for an answer at the same time; more push out the oldest.
pub(super) const MAX_OPEN: usize = 16;
/// Promises whose turn is remembered.
const MAX_PROMISES: usize = 16;
/// Feeling words whose having been said is remembered.
pub(super) const MAX_WORDS: usize = 256;
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
    /// Which options were on offer, one bit each.
    pub mask: u8,
    /// What was handed in, where it was a paper or an answer.
    pub written: FormAnswer,
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

impl OpenCue {
    /// A cue that has just been given.
    pub(super) const fn new(cue: Cue, who: Option<VisitorIx>, pending: u64, danger: bool) -> Self {
        Self {
            cue,
            who,
            turns: 0,
            pending,
            offered: 0,
            danger,
            danger_answerable: false,
            place: Place::nowhere(),
            half: 0,
            half_by: None,
        }
    }
}

/// The cues that wait for an answer, oldest first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    cues: [OpenCue; MAX_OPEN],
    len: usize,
}

impl Waiting {
    const fn nothing() -> Self {
        Self { cues: [OpenCue::new(Cue::Question, None, 0, false); MAX_OPEN], len: 0 }
    }

    pub(super) const fn is_full(&self) -> bool {
        self.len == MAX_OPEN
    }

    /// One more; ignored where there is no room.
    pub(super) fn push(&mut self, cue: OpenCue) {
        if let Some(slot) = self.cues.get_mut(self.len) {
            *slot = cue;
            self.len += 1;
        }
    }

    /// Forgets those with which nobody can do anything any more.
    pub(super) fn drop_settled(&mut self) {
        let mut kept = 0;
        for at in 0..self.len {
            if self.cues[at].pending != 0 || self.cues[at].danger {
                if at != kept {
                    self.cues[kept] = self.cues[at];
                }
                kept += 1;
            }
        }
        self.len = kept;
    }

    pub(super) const fn clear(&mut self) {
        self.len = 0;
    }
}

/// By position, for who changes one cue in the middle of all else.
impl std::ops::Index<usize> for Waiting {
    type Output = OpenCue;
    #[inline]
    fn index(&self, slot: usize) -> &OpenCue {
        &self.cues[slot]
    }
}

impl std::ops::IndexMut<usize> for Waiting {
    #[inline]
    fn index_mut(&mut self, slot: usize) -> &mut OpenCue {
        &mut self.cues[slot]
    }
}

impl std::ops::Deref for Waiting {
    type Target = [OpenCue];
    #[inline]
    fn deref(&self) -> &[OpenCue] {
        &self.cues[..self.len]
    }
}

impl std::ops::DerefMut for Waiting {
    #[inline]
    fn deref_mut(&mut self) -> &mut [OpenCue] {
        &mut self.cues[..self.len]
    }
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
    /// Critical failures so far.
    pub failures: u32,
    pub open: Waiting,
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
    /// What goes on at the desk, and has gone on in this visit; whether anything has.
    pub stirred: bool,
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
    pub findings: Vec<Finding>,
    pub critical: Vec<CriticalFailure>,
    /// Feeling words as they were said for the first time, each with how many findings there were by then.
    pub words: Vec<(WordIx, usize)>,
}

/// One observation as it is written down in a turn. What only a report asks for is worked out when it asks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Finding {
    pub bit: u8,
    pub verdict: Verdict,
    pub reason: Reason,
    pub place: Place,
    pub better: Better,
    pub to: Option<VisitorIx>,
}

/// What would have been better.
#[derive(Clone, Copy, Debug)]
pub(super) enum Better {
    /// It is known what, or that nothing was.
    Known(Option<u8>),
    /// The best of what was on offer there for this criterion.
    OnOffer,
}

impl Place {
    /// The trainee's turn has come, and this is on offer.
    pub(super) fn comes_to(&mut self, node: NodeIx, at_ms: u64, offer: Offer) {
        (self.node, self.at_ms, self.offer, self.mask, self.chosen) = (node, at_ms, offer, offer.mask(), None);
    }

    /// A paper or a composed answer was handed in.
    pub(super) fn is_filled(&self) -> bool {
        !self.written.is_blank()
    }

    pub(super) const fn nowhere() -> Self {
        let (offer, written) = (Offer::nothing(), FormAnswer::BLANK);
        Self { turn: 0, at_ms: 0, node: NodeIx(0), chosen: None, offer, mask: 0, written }
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
            failures: 0,
            open: Waiting::nothing(),
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
            stirred: false,
            unrest: [None; MAX_CONDUCTS],
            visit: VisitIx(0),
            represented: false,
            unrepresented: None,
            way: Way::new(),
        }
    }

    /// How one act of the turn was met.
    #[inline]
    pub(super) fn acted(&mut self, act: ActIx, effect: ActEffect, to: Option<VisitorIx>) {
        let Some(turn) = &mut self.turn else { return };
        turn.to = turn.to.or(to);
        match effect {
            ActEffect::NeverSaid => turn.never_said = Some(act),
            ActEffect::NotTakenIn => turn.not_taken_in.insert(act),
            ActEffect::Landed | ActEffect::WornOut => {}
        }
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

    /// A feeling word is said; true the first time. More words than are remembered are never new.
    pub(super) fn says(&mut self, word: WordIx) -> bool {
        let Some(bits) = self.said.get_mut(word.at() / 64) else { return false };
        let bit = 1 << (word.at() % 64);
        let new = *bits & bit == 0;
        *bits |= bit;
        new
    }

    pub(super) fn has_said(&self, word: WordIx) -> bool {
        // A scenario with more words than are remembered leaves the verdict to the session's events.
        self.said.get(word.at() / 64).is_none_or(|bits| bits >> (word.at() % 64) & 1 == 1)
    }
}
