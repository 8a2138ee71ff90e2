//! `Once`: at least once in the visit or session, if it was ever on offer; in a live talk, if the observer says that it was
//! called for.

use super::{Observer, Of, RuleKind, Story, Terms};
use crate::rubric::assessment::{CriterionIx, Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::error::RubricError;
use crate::rubric::findings::Grounds;
use crate::rubric::moment::Moment;
use crate::rubric::reading::{ActNames, WrittenActs};
use crate::rubric::scoring::Scoring;
use crate::rubric::sets::ActSet;
use crate::rubric::turn::CompleteTurn;
use crate::session::event::EventSet;
use crate::vocabulary::{ActIx, VisitorIx};
use enumset::enum_set;
use serde::Deserialize;

/// Something was done at least once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnceRule {
    /// Within what it must be done.
    pub per: Per,
}

/// Within what something must be done once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Per {
    /// Each visit is an occasion of its own.
    Visit,
    /// The whole session is one.
    Session,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rubric) struct OnceSource {
    acts: WrittenActs,
    per: Per,
}

pub(super) fn read(source: OnceSource, names: &ActNames) -> Result<Terms<OnceRule>, RubricError> {
    let rule = OnceRule { per: source.per };
    let none = ActSet::default();
    let terms = Terms { rule, hit: names.acts(&source.acts)?, partial: none.clone(), miss: none };
    names.observable(terms, |terms| !terms.hit.is_empty())
}

impl RuleKind for OnceRule {
    const TAKES_MARKS: bool = true;

    fn is_tested(&self, criterion: &Criterion, story: &Story) -> Option<bool> {
        Some(story.offers(&criterion.hit))
    }
}

/// What is to be done once, in the order of the criteria.
#[derive(Clone, Debug)]
pub(in crate::rubric) struct OnceState(Vec<Duty>);

#[derive(Clone, Debug)]
struct Duty {
    criterion: CriterionIx,
    rule: OnceRule,
    stands: Stands,
}

#[derive(Clone, Debug)]
enum Stands {
    /// It could not yet be done.
    Open,
    /// It was done in a live talk before anybody said that it was called for.
    DoneUnasked(Moment, ActIx, Option<VisitorIx>),
    /// It is called for by the turn that comes.
    Called,
    /// It could have been done, last here.
    Offered(Moment),
    /// It was written down wrongly, which is judged where it stands.
    DoneWrongly,
    /// It was done to deaf ears; it can still be said again when they listen.
    HalfDone(Moment, ActIx),
    Done,
}

impl Observer<Of<OnceRule>> for OnceState {
    const HEARS: EventSet = enum_set!();

    fn begin(plan: &Of<OnceRule>) -> Self {
        let duties =
            plan.iter().map(|(criterion, rule)| Duty { criterion: *criterion, rule: *rule, stands: Stands::Open });
        Self(duties.collect())
    }

    fn turn(&mut self, _: &Of<OnceRule>, turn: &CompleteTurn, on: &mut Scoring) {
        self.0.iter_mut().for_each(|duty| duty.turn(turn, on));
    }

    fn visit_left(&mut self, _: &Of<OnceRule>, session_ends: bool, on: &mut Scoring) {
        for duty in self.0.iter_mut().filter(|duty| session_ends || duty.rule.per == Per::Visit) {
            duty.end(on);
        }
    }

    fn called_for(&mut self, _: &Of<OnceRule>, criterion: CriterionIx, on: &mut Scoring) {
        for duty in self.0.iter_mut().filter(|duty| duty.criterion == criterion) {
            match std::mem::replace(&mut duty.stands, Stands::Called) {
                Stands::Open | Stands::Called => {}
                Stands::DoneUnasked(moment, act, to) => {
                    on.record(criterion, Verdict::Hit, Reason::Did(act), &moment, to);
                    duty.stands = Stands::Done;
                }
                // It is told of the turn at which it was called for first.
                before => duty.stands = before,
            }
        }
    }
}

impl Duty {
    fn turn(&mut self, turn: &CompleteTurn, on: &mut Scoring) {
        if let Stands::Done | Stands::DoneUnasked(..) = self.stands {
            return;
        }
        self.put_on_offer(turn, on);
        if turn.is_aside {
            return;
        }
        if turn.is_authors(self.criterion) {
            self.stands = Stands::Done;
            return;
        }
        let wanted = &on.criterion(self.criterion).hit;
        if turn.in_vain.iter().any(|act| wanted.contains(*act))
            && matches!(self.stands, Stands::Open | Stands::Offered(_))
        {
            self.stands = Stands::DoneWrongly;
        }
        let Some(done) = turn.did(wanted).filter(|_| turn.marks.hits.contains(self.criterion)) else { return };
        let taken_in = |act: &ActIx| wanted.contains(*act) && turn.was_taken_in(*act);
        if let Some(act) = turn.real_acts().map(|act| act.kind).find(taken_in) {
            if on.plan.free && matches!(self.stands, Stands::Open) {
                self.stands = Stands::DoneUnasked(turn.moment.clone(), act, turn.to);
                return;
            }
            on.record(self.criterion, Verdict::Hit, Reason::Did(act), turn.moment, turn.to);
            self.stands = Stands::Done;
        } else if !matches!(self.stands, Stands::HalfDone(..)) {
            self.stands = Stands::HalfDone(turn.moment.clone(), done);
        }
    }

    fn put_on_offer(&mut self, turn: &CompleteTurn, on: &Scoring) {
        if let Stands::Called = self.stands
            && !turn.is_gesture
        {
            self.stands = Stands::Offered(turn.moment.clone());
        }
        let later = match self.stands {
            Stands::Open => true,
            Stands::Offered(_) => !turn.is_gesture,
            Stands::HalfDone(..) | Stands::DoneWrongly | Stands::Done | Stands::Called | Stands::DoneUnasked(..) => {
                false
            }
        };
        // In a live talk an observer says what was called for.
        if later && !on.plan.free && turn.offers(self.criterion) {
            self.stands = Stands::Offered(turn.moment.clone());
        }
    }

    /// The visit or the session is over.
    fn end(&mut self, on: &mut Scoring) {
        match std::mem::replace(&mut self.stands, Stands::Open) {
            Stands::Open | Stands::Done | Stands::DoneUnasked(..) | Stands::DoneWrongly => {}
            Stands::Called => self.missed(&on.situation.here.clone(), on),
            Stands::Offered(moment) => self.missed(&moment, on),
            Stands::HalfDone(moment, act) => {
                on.record(self.criterion, Verdict::Partial, Reason::NotTakenIn(act), &moment, None);
            }
        }
    }

    fn missed(&self, moment: &Moment, on: &mut Scoring) {
        on.miss(self.criterion, Grounds::NeverDid, moment, None);
    }
}
