//! What comes out of a session: events. All that is shown, scored, stored or printed is derived from them.

use crate::procedure::{Actor, ArticleIx, Fault, FormAnswer, Objection, PaperIx, Ruling, Step, Timeliness};
use crate::scenario::model::{Act, MAX_OPTIONS};
use crate::vocabulary::ActIx;
use crate::vocabulary::Snapshot;
pub use crate::vocabulary::{ActEffect, Pause};
use crate::vocabulary::{ClaimIx, FactIx, NodeIx, PromiseIx, StaffIx, VarIx, VisitIx, VisitorIx};
use enumset::{EnumSet, EnumSetType};
use rand::Rng;
use rand::seq::SliceRandom;
use strum::EnumDiscriminants;

/// One consequence. Plain data: a turn allocates nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumDiscriminants)]
#[strum_discriminants(name(EventKind), derive(EnumSetType), enumset(no_super_impls), doc = "What kind of event it is.")]
pub enum Event {
    /// A visit begins; `day` counts from the date on which the scenario plays.
    VisitBegan {
        visit: VisitIx,
        day: u16,
    },
    /// A line (or narration) starts at this instant of the session clock and takes so long to say.
    Said {
        node: NodeIx,
        variant: u8,
        at_ms: u64,
        speech_ms: u32,
    },
    /// Options on offer, in the order they are shown.
    Offered {
        node: NodeIx,
        at_ms: u64,
        options: Offer,
    },
    /// A form or an answer to compose lies on the desk.
    Laid {
        node: NodeIx,
        at_ms: u64,
    },
    /// The trainee spoke or acted while a visitor was speaking; this share (thousandths) stayed unsaid.
    Interrupted {
        who: VisitorIx,
        unsaid: u16,
    },
    /// The trainee skipped this share (thousandths) of what visitors say: neither heard nor cut off.
    Skipped {
        who: VisitorIx,
        unheard: u16,
    },
    /// The trainee let this much time pass after the visitor had finished.
    Paused {
        ms: u32,
        kind: Pause,
    },
    /// A turn: an option was chosen …
    Chose {
        turn: u32,
        at_ms: u64,
        node: NodeIx,
        option: u8,
    },
    /// … or a gesture made.
    Gestured {
        turn: u32,
        at_ms: u64,
        node: NodeIx,
        act: ActIx,
    },
    /// … or a paper or a composed answer handed in.
    Filled {
        turn: u32,
        at_ms: u64,
        node: NodeIx,
        written: FormAnswer,
    },
    /// What one field of it came to: what stands there, what would have been right then, what is wrong with it and
    /// the article that wants it otherwise.
    Wrote {
        node: NodeIx,
        entry: u8,
        right: u8,
        fault: Option<Fault>,
        basis: Option<ArticleIx>,
    },
    /// What the turn decides on a claim (`None`: a paper that had to decide it passes over it), what facts and law call
    /// for by then, and what is wrong with it. After the fields of a paper, after the acts of an option.
    Decided {
        node: NodeIx,
        claim: ClaimIx,
        ruling: Option<Ruling>,
        right: Ruling,
        fault: Option<Fault>,
    },
    /// One act of the turn, as the visitor met it.
    Acted {
        act: Act,
        to: Option<VisitorIx>,
        effect: ActEffect,
    },
    /// One act of the turn that was said to one of our own people: visitors have heard it.
    ActedToStaff {
        act: Act,
        to: StaffIx,
    },
    /// What one of our own people does by the line that was just said, as those who hear it meet it.
    StaffActed {
        who: StaffIx,
        act: Act,
    },
    /// What this visitor feels now.
    Felt {
        who: VisitorIx,
        state: Snapshot,
    },
    /// Pressure went over the breaking point.
    Outburst {
        who: VisitorIx,
    },
    /// A fact was told for the first time.
    FactTold {
        fact: FactIx,
    },
    /// A fact went into the notebook.
    FactNoted {
        fact: FactIx,
        at_ms: u64,
    },
    PaperIssued {
        paper: PaperIx,
    },
    PromiseMade {
        promise: PromiseIx,
        due_day: u16,
    },
    PromiseKept {
        promise: PromiseIx,
    },
    PromiseBroken {
        promise: PromiseIx,
    },
    TimePassed {
        node: NodeIx,
        days: u16,
    },
    VarSet {
        var: VarIx,
        value: i32,
    },
    /// The matter takes a step, at a choice or a paper of the trainee's or while time passes; `time`: what is to be said
    /// of its limit, where it has one.
    StepTaken {
        node: NodeIx,
        step: Step,
        by: Actor,
        /// Counted from the date on which the scenario plays.
        day: u16,
        time: Option<Timeliness>,
    },
    /// The trainee would take a step that cannot be taken. Nothing changes.
    StepRefused {
        node: NodeIx,
        step: Step,
        by: Actor,
        why: Objection,
    },
    /// Days have passed, and with them the limit of a step that is the trainee's office's to take.
    StepOverdue {
        step: Step,
        /// Days since its last day.
        late: u16,
    },
    /// A hook of the scenario took over, to return later.
    HookTaken {
        node: NodeIx,
    },
    /// The trainee stepped back to before this turn; what came after it no longer counts.
    SteppedBack {
        turn: u32,
    },
    Ended {
        node: NodeIx,
    },
}

impl Event {
    /// When it happened by the session clock, in milliseconds, where it bears a time.
    pub const fn at_ms(&self) -> Option<u64> {
        match *self {
            Self::Said { at_ms, .. }
            | Self::Offered { at_ms, .. }
            | Self::Laid { at_ms, .. }
            | Self::Chose { at_ms, .. }
            | Self::Gestured { at_ms, .. }
            | Self::Filled { at_ms, .. }
            | Self::FactNoted { at_ms, .. } => Some(at_ms),
            _ => None,
        }
    }
}

/// A set of kinds of events.
pub type EventSet = EnumSet<EventKind>;

/// The options on offer, by their position in the choice, in the order shown. A choice has at most [`MAX_OPTIONS`]: the
/// loader reports more, and so does a log that tells of more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    shown: [u8; MAX_OPTIONS],
    len: u8,
}

impl Offer {
    pub const fn nothing() -> Self {
        Self { shown: [0; MAX_OPTIONS], len: 0 }
    }
    /// These options, one bit each, in the written order.
    pub fn of(mask: u8) -> Self {
        let mut offer = Self::nothing();
        (0..u8::BITS as u8).filter(|option| mask >> option & 1 == 1).for_each(|option| offer.push(option));
        offer
    }
    /// The same options in another order.
    pub fn shuffled(mut self, rng: &mut impl Rng) -> Self {
        self.shown[..usize::from(self.len)].shuffle(rng);
        self
    }
    pub fn push(&mut self, option: u8) {
        debug_assert!(usize::from(self.len) < MAX_OPTIONS, "a choice has no more");
        if let Some(slot) = self.shown.get_mut(usize::from(self.len)) {
            *slot = option;
            self.len += 1;
        }
    }
    pub fn as_slice(&self) -> &[u8] {
        &self.shown[..usize::from(self.len)]
    }
}
