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
        /// Which visit begins.
        visit: VisitIx,
        /// Days since day 0.
        day: u16,
    },
    /// A line (or narration) starts at this instant of the session clock and takes so long to say.
    Said {
        /// The line, or the end.
        node: NodeIx,
        /// Which of its variants, from 0.
        variant: u8,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
        /// How long it takes to say, milliseconds; 0 for narration that nobody speaks.
        speech_ms: u32,
    },
    /// Options on offer, in the order they are shown.
    Offered {
        /// The choice.
        node: NodeIx,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
        /// By their position in the choice.
        options: Offer,
    },
    /// A form or an answer to compose lies on the desk.
    Laid {
        /// The desk task.
        node: NodeIx,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
    },
    /// The trainee spoke or acted while a visitor was speaking; this share (thousandths) stayed unsaid.
    Interrupted {
        /// Who was cut off.
        who: VisitorIx,
        /// Thousandths of what visitors were saying, at most 1000.
        unsaid: u16,
    },
    /// The trainee skipped this share (thousandths) of what visitors say: neither heard nor cut off.
    Skipped {
        /// Who was speaking.
        who: VisitorIx,
        /// Thousandths of what visitors were saying, at most 1000.
        unheard: u16,
    },
    /// The trainee let this much time pass after the visitor had finished.
    Paused {
        /// Milliseconds.
        ms: u32,
        /// What kind of silence it was.
        kind: Pause,
    },
    /// A turn: an option was chosen …
    Chose {
        /// From 1; after a step back to before a turn, the next has that number again.
        turn: u32,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
        /// The choice.
        node: NodeIx,
        /// Its position in the choice, from 0.
        option: u8,
    },
    /// … or a gesture made.
    Gestured {
        /// From 1.
        turn: u32,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
        /// The choice at hand.
        node: NodeIx,
        /// What the gesture does.
        act: ActIx,
    },
    /// … or a paper or a composed answer handed in.
    Filled {
        /// From 1.
        turn: u32,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
        /// The desk task.
        node: NodeIx,
        /// For each field, what was written.
        written: FormAnswer,
    },
    /// What one field of it came to: what stands there, what would have been right then, what is wrong with it and
    /// the article that wants it otherwise.
    Wrote {
        /// The desk task.
        node: NodeIx,
        /// Position of what was written in the form's entries.
        entry: u8,
        /// Position of what would have been right, in the same entries.
        right: u8,
        /// What is wrong with it; `None`: nothing.
        fault: Option<Fault>,
        /// The article that wants it otherwise; `None` where no article says it.
        basis: Option<ArticleIx>,
    },
    /// What the turn decides on a claim (`None`: a paper that had to decide it passes over it), what facts and law call
    /// for by then, and what is wrong with it. After the fields of a paper, after the acts of an option.
    Decided {
        /// Where the turn was taken.
        node: NodeIx,
        /// Which claim.
        claim: ClaimIx,
        /// What was decided.
        ruling: Option<Ruling>,
        /// What facts and law call for.
        right: Ruling,
        /// What is wrong with the decision; `None`: nothing.
        fault: Option<Fault>,
    },
    /// One act of the turn, as the visitor met it.
    Acted {
        /// What was done.
        act: Act,
        /// Whom it was said to; `None`: nobody in particular.
        to: Option<VisitorIx>,
        /// Whether it landed, and if not, why.
        effect: ActEffect,
    },
    /// One act of the turn that was said to one of our own people: visitors have heard it.
    ActedToStaff {
        /// What was done.
        act: Act,
        /// Whom it was said to.
        to: StaffIx,
    },
    /// What one of our own people does by the line that was just said, as those who hear it meet it.
    StaffActed {
        /// Who does it.
        who: StaffIx,
        /// What they do.
        act: Act,
    },
    /// What this visitor feels now.
    Felt {
        /// Which visitor.
        who: VisitorIx,
        /// All of it, in thousandths.
        state: Snapshot,
    },
    /// Pressure went over the breaking point.
    Outburst {
        /// Whose.
        who: VisitorIx,
    },
    /// A fact was told for the first time.
    FactTold {
        /// Which fact.
        fact: FactIx,
    },
    /// A fact went into the notebook.
    FactNoted {
        /// Which fact.
        fact: FactIx,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
    },
    /// A paper goes to the visitor.
    PaperIssued {
        /// Its kind.
        paper: PaperIx,
    },
    /// Something is promised, with or without the power to give it.
    PromiseMade {
        /// Which promise.
        promise: PromiseIx,
        /// Days since day 0 by which it is to be kept.
        due_day: u16,
    },
    /// What was promised has come, in time.
    PromiseKept {
        /// Which promise.
        promise: PromiseIx,
    },
    /// The day has gone by and nothing has come.
    PromiseBroken {
        /// Which promise.
        promise: PromiseIx,
    },
    /// Days go by until the next visit.
    TimePassed {
        /// The node that says so.
        node: NodeIx,
        /// How many.
        days: u16,
    },
    /// A counter of the author's has another value.
    VarSet {
        /// Which counter.
        var: VarIx,
        /// Its value now, within its bounds.
        value: i32,
    },
    /// The matter takes a step, at a choice or a paper of the trainee's or while time passes; `time`: what is to be said
    /// of its limit, where it has one.
    StepTaken {
        /// Where it was taken.
        node: NodeIx,
        /// Which step.
        step: Step,
        /// Who took it.
        by: Actor,
        /// Counted from the date on which the scenario plays.
        day: u16,
        /// In time, late, or with a limit that does not show; `None`: no limit.
        time: Option<Timeliness>,
    },
    /// The trainee would take a step that cannot be taken. Nothing changes.
    StepRefused {
        /// Where it was to be taken.
        node: NodeIx,
        /// Which step.
        step: Step,
        /// Who was to take it.
        by: Actor,
        /// What stands against it.
        why: Objection,
    },
    /// Days have passed, and with them the limit of a step that is the trainee's office's to take.
    StepOverdue {
        /// Which step.
        step: Step,
        /// Days since its last day.
        late: u16,
    },
    /// A hook of the scenario took over, to return later.
    HookTaken {
        /// The first node of the hook.
        node: NodeIx,
    },
    /// The trainee stepped back to before this turn; what came after it no longer counts.
    SteppedBack {
        /// Number of the first turn that no longer counts.
        turn: u32,
    },
    /// The play is over.
    Ended {
        /// The end that was reached.
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
    /// No option at all.
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
    /// One more, at the end; a ninth is not taken.
    pub fn push(&mut self, option: u8) {
        debug_assert!(usize::from(self.len) < MAX_OPTIONS, "a choice has no more");
        if let Some(slot) = self.shown.get_mut(usize::from(self.len)) {
            *slot = option;
            self.len += 1;
        }
    }
    /// Positions in the choice, in the order shown.
    pub fn as_slice(&self) -> &[u8] {
        &self.shown[..usize::from(self.len)]
    }
}
