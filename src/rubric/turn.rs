//! A turn of the trainee: while its acts are still coming in, and when all of them are known.

use super::assessment::CriterionIx;
use super::marks::Marks;
use super::moment::Moment;
use super::plan::PlannedOption;
use super::sets::{ActSet, CriterionSet};
use crate::scenario::model::Act;
use crate::vocabulary::{ActEffect, ActIx, Misfit, VisitorIx};
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
    /// Gestures that did not fit.
    pub out_of_place: SmallVec<[(ActIx, Misfit); 1]>,
    /// Entries of the paper that are wrong, and not only slightly off.
    pub wrong: SmallVec<[u8; 4]>,
}

impl OpenTurn {
    pub(super) fn new(moment: Moment, gesture: Option<ActIx>) -> Self {
        Self {
            moment,
            gesture,
            to: None,
            never_said: None,
            not_taken_in: SmallVec::new(),
            out_of_place: SmallVec::new(),
            wrong: SmallVec::new(),
        }
    }

    /// How one of its acts was met.
    pub(super) fn acted(&mut self, act: ActIx, effect: ActEffect, to: Option<VisitorIx>) {
        self.to = self.to.or(to);
        match effect {
            ActEffect::NeverSaid => self.never_said = Some(act),
            ActEffect::NotTakenIn => self.not_taken_in.push(act),
            ActEffect::OutOfPlace(why) => self.out_of_place.push((act, why)),
            ActEffect::Landed | ActEffect::WornOut | ActEffect::TooSoon => {}
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
    /// Of a paper, the acts that its author has written and that count like spoken ones, and what they count for; of
    /// anything else, all of them.
    pub said: &'a [Act],
    pub said_marks: &'a Marks,
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
    pub out_of_place: &'a [(ActIx, Misfit)],
    /// What its wrong entries would have been if they were right; none of it is among the acts.
    pub in_vain: &'a [ActIx],
}

impl CompleteTurn<'_> {
    /// Its acts, but for one that put a word into somebody's mouth and gestures that did not fit.
    pub(super) fn real_acts(&self) -> impl Iterator<Item = &Act> {
        self.acts.iter().filter(|act| self.is_real(act.kind))
    }

    pub(super) fn is_real(&self, act: ActIx) -> bool {
        Some(act) != self.never_said && self.out_of_place.iter().all(|(gesture, _)| *gesture != act)
    }

    /// The gesture that did not fit, if it was meant to be one of these.
    pub(super) fn misplaced(&self, hit: &ActSet, partial: &ActSet) -> Option<(ActIx, Misfit)> {
        self.out_of_place.iter().copied().find(|(act, _)| hit.contains(*act) || partial.contains(*act))
    }

    /// Whether something on offer would fulfil this criterion.
    pub(super) fn offers(&self, criterion: CriterionIx) -> bool {
        self.may_fulfil(criterion) && self.on_offer.iter().any(|(_, option)| option.marks.hits.contains(criterion))
    }

    /// Whether something there would fulfil this criterion, on offer or not.
    pub(super) fn may_fulfil(&self, criterion: CriterionIx) -> bool {
        self.fulfils.is_some_and(|some| some.contains(criterion))
    }

    /// The first of its real acts that is one of these.
    pub(super) fn did(&self, acts: &ActSet) -> Option<ActIx> {
        self.real_acts().map(|act| act.kind).find(|act| acts.contains(*act))
    }

    /// The same among those that count like spoken ones.
    pub(super) fn did_say(&self, acts: &ActSet) -> Option<ActIx> {
        let real = self.said.iter().filter(|act| self.is_real(act.kind));
        real.map(|act| act.kind).find(|act| acts.contains(*act))
    }

    /// The same, with whether it was taken in; what was comes before what was not.
    pub(super) fn did_say_heard(&self, acts: &ActSet) -> Option<(ActIx, bool)> {
        let real = || self.said.iter().map(|act| act.kind).filter(|act| self.is_real(*act) && acts.contains(*act));
        let heard = real().find(|act| self.was_taken_in(*act)).map(|act| (act, true));
        heard.or_else(|| real().next().map(|act| (act, false)))
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
