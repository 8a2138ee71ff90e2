//! The trainee's turn: what is on offer, what each option does, and subjects to which the talk comes back.

use super::matter::Taking;
use super::model::{AnyText, MAX_OPTIONS, Target, Text, When};
use crate::procedure::{ArticleIx, PaperIx};
use crate::vocabulary::ActIx;
use crate::vocabulary::{FactIx, PromiseIx, Quantity, VarIx, VisitorIx, WordIx};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug)]
pub struct Choice {
    /// The visitor spoken to; `None`: whoever spoke last.
    pub to: Option<VisitorIx>,
    /// False when the author fixed the order.
    pub shuffled: bool,
    /// 2–8.
    pub options: Vec<Opt>,
    /// Set where the options open subjects to which the talk comes back.
    pub hub: Option<Hub>,
}

/// What turns a choice into `Topics`: each option opens a subject, and the talk comes back until all are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hub {
    /// Where the talk goes on once nothing obligatory is left.
    pub then: Target,
    /// The option that goes on early.
    pub leave: Option<u8>,
    /// One bit an option: must have been opened before the talk goes on by itself.
    pub obligatory: u8,
    /// One bit an option: may be opened more than once.
    pub again: u8,
}

impl Choice {
    /// All that may follow: what the options lead to, and where a hub goes on by itself.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.options.iter().map(|option| &option.then).chain(self.hub.iter().map(|hub| &hub.then))
    }

    /// Whether this is a hub that can be left early for there.
    pub fn leaves_to(&self, target: Target) -> bool {
        let leave = self.hub.and_then(|hub| hub.leave).and_then(|leave| self.options.get(usize::from(leave)));
        leave.is_some_and(|leave| leave.then == target)
    }

    /// The options, one bit each.
    pub fn all(&self) -> u8 {
        ((1u16 << self.options.len().min(MAX_OPTIONS)) - 1) as u8
    }

    /// The options, one bit each, that may still come up after those in `chosen` have been taken.
    pub fn left(&self, chosen: u8) -> u8 {
        self.hub.map_or(self.all(), |hub| self.all() & (hub.leaving() | hub.again | !chosen))
    }
}

impl Hub {
    /// The option that goes on early, as a bit.
    fn leaving(&self) -> u8 {
        self.leave.and_then(|leave| 1u8.checked_shl(u32::from(leave))).unwrap_or(0)
    }

    /// Whether the talk goes on by itself: nothing obligatory is open, and the trainee has nothing left to decide.
    /// `open` and `chosen`: one bit an option.
    pub fn is_over(&self, open: u8, chosen: u8) -> bool {
        let leave = self.leaving();
        let (subjects, may_leave) = (open & !leave, open & leave != 0);
        subjects & self.obligatory & !chosen == 0 && !(may_leave && subjects != 0)
    }
}

#[derive(Clone, Debug)]
pub struct Opt {
    pub id: String,
    pub kind: OptionKind,
    /// The engine's own where an entry of a form is.
    pub text: AnyText,
    pub acts: Vec<Act>,
    pub when: Option<When>,
    pub to: Option<VisitorIx>,
    pub effects: Vec<Effect>,
    /// The step that the matter takes with it.
    pub step: Option<Taking>,
    pub then: Target,
    /// What the author sets by hand here.
    pub own: Option<Box<Own>>,
}

/// An author's own word on what an option does, over the visitor model's or the rubric's.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    /// Added after the acts have been met, −0.5..0.5 each.
    pub feel: Vec<(VisitorIx, Quantity, f64)>,
    /// By the criterion's id; one that the rubric in use does not have is passed over.
    pub score: Vec<(String, Judged)>,
    /// Why, for the debrief.
    pub why: Text,
}

/// What an option counts for one criterion, whatever its acts say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Judged {
    Hit,
    Partial,
    Miss,
    /// Nothing at all: no opportunity.
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    Response,
    Gesture,
    DeskAction,
}

/// What an option does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act {
    pub kind: ActIx,
    pub arg: Arg,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg {
    None,
    Word(WordIx),
    Fact(FactIx),
    Article(ArticleIx),
    Paper(PaperIx),
    Promise(PromiseIx),
    /// Whose it is: a leak names the one who confided it.
    Visitor(VisitorIx),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    Set(VarIx, i32),
    Add(VarIx, i32),
}
