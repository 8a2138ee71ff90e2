//! `Acts`: one of the acts was done. Never doing it costs nothing; the offending ones are excused while such a cue is open.
//! In a live talk only offences count, and what the observer says was called for: done within two turns, or missed.

use super::{Observer, Of, RuleKind, Story, Terms};
use crate::rubric::assessment::{CriterionIx, Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::error::RubricError;
use crate::rubric::findings::Grounds;
use crate::rubric::moment::Moment;
use crate::rubric::reading::{ActNames, WrittenActs};
use crate::rubric::scoring::Scoring;
use crate::rubric::turn::CompleteTurn;
use crate::session::event::EventSet;
use crate::vocabulary::{CueKind, CueSet};
use enumset::enum_set;
use serde::Deserialize;
use smallvec::SmallVec;

/// One of the acts was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActsRule {
    /// While a cue of these is open, an offending act is none.
    pub excused_by: CueSet,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rubric) struct ActsSource {
    #[serde(default)]
    hit: WrittenActs,
    #[serde(default)]
    partial: WrittenActs,
    #[serde(default)]
    miss: WrittenActs,
    #[serde(default)]
    excused_by: Vec<CueKind>,
}

pub(super) fn read(source: ActsSource, names: &ActNames) -> Result<Terms<ActsRule>, RubricError> {
    let rule = ActsRule { excused_by: source.excused_by.into_iter().collect() };
    let terms = Terms {
        rule,
        hit: names.acts(&source.hit)?,
        partial: names.acts(&source.partial)?,
        miss: names.acts(&source.miss)?,
    };
    names.observable(terms, |terms| !terms.hit.is_empty() || !terms.miss.is_empty())
}

impl RuleKind for ActsRule {
    const CHARGES_DEEDS: bool = true;
    const TAKES_MARKS: bool = true;

    fn is_tested(&self, criterion: &Criterion, story: &Story) -> Option<bool> {
        Some([&criterion.hit, &criterion.partial, &criterion.miss].into_iter().any(|acts| story.offers(acts)))
    }
}

/// What an observer of a live talk says was called for, oldest first.
#[derive(Clone, Debug)]
pub(in crate::rubric) struct ActsState(SmallVec<[Called; 2]>);

#[derive(Clone, Debug)]
struct Called {
    criterion: CriterionIx,
    /// The first turn after it, at which nothing of the kind was done.
    left: Option<Moment>,
}

impl Observer<Of<ActsRule>> for ActsState {
    const HEARS: EventSet = enum_set!();

    fn begin(_: &Of<ActsRule>) -> Self {
        Self(SmallVec::new())
    }

    fn turn(&mut self, plan: &Of<ActsRule>, turn: &CompleteTurn, on: &mut Scoring) {
        for (ix, ActsRule { excused_by }) in plan {
            let touched = turn.said_marks.touch(*ix) && !turn.is_authors(*ix);
            let found = touched
                .then(|| verdict(turn, on.criterion(*ix), || on.situation.open.is_any_of(*excused_by)))
                .flatten();
            let found = if on.plan.free { self.counted(*ix, found, turn, on) } else { found };
            if let Some((verdict, reason)) = found {
                on.record(*ix, verdict, reason, turn.moment, turn.to);
            }
        }
    }

    fn visit_left(&mut self, _: &Of<ActsRule>, _: bool, on: &mut Scoring) {
        for Called { criterion, left } in std::mem::take(&mut self.0) {
            // What was called for last, and nobody had a turn after it, was not left undone.
            if let Some(moment) = left {
                on.miss(criterion, Grounds::NeverDid, &moment, None);
            }
        }
    }

    fn called_for(&mut self, plan: &Of<ActsRule>, criterion: CriterionIx, on: &mut Scoring) {
        let can_be_done = !on.criterion(criterion).hit.is_empty();
        let is_marked = self.0.iter().any(|called| called.criterion == criterion && called.left.is_none());
        if can_be_done && !is_marked && plan.iter().any(|(ix, _)| *ix == criterion) {
            self.0.push(Called { criterion, left: None });
        }
    }
}

impl ActsState {
    /// What of an observation counts in a live talk: all of it where it was called for, else the offence in it. What has been
    /// called for and was left for a second turn is missed.
    fn counted(
        &mut self,
        criterion: CriterionIx,
        found: Option<(Verdict, Reason)>,
        turn: &CompleteTurn,
        on: &mut Scoring,
    ) -> Option<(Verdict, Reason)> {
        let called = self.0.iter().position(|called| called.criterion == criterion);
        match (found, called) {
            (Some(found), Some(at)) => {
                self.0.remove(at);
                Some(found)
            }
            (Some((Verdict::Miss, reason)), None) => Some((Verdict::Miss, reason)),
            (Some((_, Reason::Did(act))), None) if on.criterion(criterion).miss.contains(act) => {
                Some((Verdict::Miss, Reason::Did(act)))
            }
            (None, Some(_)) if !turn.is_gesture => {
                let mut missed: SmallVec<[Moment; 1]> = SmallVec::new();
                self.0.retain(|called| {
                    let of_it = called.criterion == criterion;
                    let left = if of_it { called.left.replace(turn.moment.clone()) } else { None };
                    let over = left.is_some();
                    missed.extend(left);
                    !over
                });
                missed.iter().for_each(|moment| on.miss(criterion, Grounds::NeverDid, moment, None));
                None
            }
            _ => None,
        }
    }
}

fn verdict(turn: &CompleteTurn, criterion: &Criterion, is_excused: impl Fn() -> bool) -> Option<(Verdict, Reason)> {
    let hit = turn.did_say_heard(&criterion.hit);
    let miss = turn.did_say(&criterion.miss).filter(|_| !is_excused());
    let never = turn.meant(&criterion.hit, &criterion.partial);
    Some(match (hit, miss, never) {
        (Some(_), Some(act), _) => (Verdict::Partial, Reason::Did(act)),
        (None, Some(act), _) => (Verdict::Miss, Reason::Did(act)),
        (Some(_), None, Some(wrong)) => (Verdict::Partial, Reason::NeverSaid(wrong)),
        (Some((act, false)), None, None) => (Verdict::Partial, Reason::NotTakenIn(act)),
        (Some((act, true)), None, None) => (Verdict::Hit, Reason::Did(act)),
        (None, None, never) => match (turn.did_say(&criterion.partial), never) {
            (Some(act), _) => (Verdict::Partial, Reason::Did(act)),
            (None, Some(act)) => (Verdict::Miss, Reason::NeverSaid(act)),
            (None, None) => return None,
        },
    })
}
