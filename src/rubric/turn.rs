//! A turn of the trainee: while its acts are still coming in, and when all of them are known.

use super::assessment::CriterionIx;
use super::marks::Marks;
use super::moment::Moment;
use super::plan::PlannedOption;
use super::sets::{ActSet, CriterionSet};
use crate::scenario::model::Act;
use crate::vocabulary::{ActEffect, ActIx, VisitorIx};
use smallvec::SmallVec;

/// A turn whose acts are still coming in.
#[derive(Clone, Debug)]
pub(super) struct OpenTurn {
    pub moment: Moment,
    pub gesture: Option<ActIx>,
    /// Whom its acts met.
    pub to: Option<VisitorIx>,
    /// A mirrored word that was never said.
    pub never_said: Option<ActIx>,
    /// Acts that the visitor was too stirred up to take in.
    pub not_taken_in: SmallVec<[ActIx; 4]>,
}

impl OpenTurn {
    pub(super) fn new(moment: Moment, gesture: Option<ActIx>) -> Self {
        Self { moment, gesture, to: None, never_said: None, not_taken_in: SmallVec::new() }
    }

    /// How one of its acts was met.
    pub(super) fn acted(&mut self, act: ActIx, effect: ActEffect, to: Option<VisitorIx>) {
        self.to = self.to.or(to);
        match effect {
            ActEffect::NeverSaid => self.never_said = Some(act),
            ActEffect::NotTakenIn => self.not_taken_in.push(act),
            ActEffect::Landed | ActEffect::WornOut => {}
        }
    }
}

/// A turn all of whose acts are known.
pub(super) struct CompleteTurn<'a> {
    pub moment: &'a Moment,
    /// `None` for a gesture and for what is handed in.
    pub option: Option<&'a PlannedOption>,
    pub acts: &'a [Act],
    /// What its acts count for, wherever the author does not judge by hand.
    pub marks: &'a Marks,
    pub is_gesture: bool,
    /// Said to one of our own people: it answers no visitor.
    pub is_aside: bool,
    /// A paper or a composed answer: it is judged field by field.
    pub is_paper: bool,
    /// What could have been chosen.
    pub on_offer: SmallVec<[(u8, &'a PlannedOption); 8]>,
    /// Criteria that some option there fulfils, on offer or not.
    pub fulfils: Option<&'a CriterionSet>,
    pub to: Option<VisitorIx>,
    pub never_said: Option<ActIx>,
    pub not_taken_in: &'a [ActIx],
}

impl CompleteTurn<'_> {
    /// Its acts, but for one that put a word into somebody's mouth.
    pub(super) fn real_acts(&self) -> impl Iterator<Item = &Act> {
        self.acts.iter().filter(|act| Some(act.kind) != self.never_said)
    }

    /// Whether something on offer would fulfil this criterion.
    pub(super) fn offers(&self, criterion: CriterionIx) -> bool {
        self.fulfils.is_some_and(|some| some.contains(criterion))
            && self.on_offer.iter().any(|(_, option)| option.marks.hits.contains(criterion))
    }

    /// The first of its real acts that is one of these.
    pub(super) fn did(&self, acts: &ActSet) -> Option<ActIx> {
        self.real_acts().map(|act| act.kind).find(|act| acts.contains(*act))
    }

    /// The act that put a word into somebody's mouth, if it was meant to be one of these.
    pub(super) fn meant(&self, hit: &ActSet, partial: &ActSet) -> Option<ActIx> {
        self.never_said.filter(|act| hit.contains(*act) || partial.contains(*act))
    }

    pub(super) fn was_taken_in(&self, act: ActIx) -> bool {
        !self.not_taken_in.contains(&act)
    }

    /// Whether the author judges this criterion by hand here.
    pub(super) fn is_authors(&self, criterion: CriterionIx) -> bool {
        self.option.is_some_and(|option| option.is_authors(criterion))
    }
}
