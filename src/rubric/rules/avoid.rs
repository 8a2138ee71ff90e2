//! `Avoid`: an option with one of the `acts` was on offer. Taking it is a miss, an `instead` act a hit; in a live talk such
//! an act is a hit only where the observer says that the moment was a test. A word put into somebody's mouth is no hit.

use super::{Observer, Of, RuleKind, Story, Terms};
use crate::rubric::assessment::{CriterionIx, Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::error::RubricError;
use crate::rubric::plan::PlannedOption;
use crate::rubric::reading::{ActNames, WrittenActs};
use crate::rubric::scoring::Scoring;
use crate::rubric::sets::ActSet;
use crate::rubric::turn::CompleteTurn;
use crate::session::event::EventSet;
use enumset::enum_set;
use serde::Deserialize;
use smallvec::SmallVec;

/// What was on offer and must not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AvoidRule;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rubric) struct AvoidSource {
    acts: WrittenActs,
    #[serde(default)]
    instead: WrittenActs,
}

pub(super) fn read(source: AvoidSource, names: &ActNames) -> Result<Terms<AvoidRule>, RubricError> {
    let (hit, miss) = (names.acts(&source.instead)?, names.acts(&source.acts)?);
    let terms = Terms { rule: AvoidRule, hit, partial: ActSet::default(), miss };
    names.observable(terms, |terms| !terms.hit.is_empty() || !terms.miss.is_empty())
}

impl RuleKind for AvoidRule {
    const CHARGES_DEEDS: bool = true;
    const TAKES_MARKS: bool = true;

    fn is_tested(&self, criterion: &Criterion, story: &Story) -> Option<bool> {
        Some(story.offers(&criterion.miss))
    }
}

/// Criteria that an observer of a live talk says are put to the test by the next turn.
#[derive(Clone, Debug)]
pub(in crate::rubric) struct AvoidState(SmallVec<[CriterionIx; 2]>);

impl Observer<Of<AvoidRule>> for AvoidState {
    const HEARS: EventSet = enum_set!();

    fn begin(_: &Of<AvoidRule>) -> Self {
        Self(SmallVec::new())
    }

    fn turn(&mut self, plan: &Of<AvoidRule>, turn: &CompleteTurn, on: &mut Scoring) {
        for (ix, _) in plan {
            if !turn.said_marks.touch(*ix) || turn.is_authors(*ix) {
                continue;
            }
            let acts = &on.criterion(*ix).miss;
            let tempts = |option: &PlannedOption| match turn.is_paper {
                true => option.said_acts().iter().any(|act| acts.contains(act.kind)),
                false => option.marks.misses.contains(*ix),
            };
            let tempted = || match on.plan.free {
                true => self.0.contains(ix),
                false => turn.on_offer.iter().any(|(_, option)| tempts(option)),
            };
            if let Some((verdict, reason)) = verdict(turn, on.criterion(*ix), tempted) {
                on.record(*ix, verdict, reason, turn.moment, turn.to);
            }
        }
        if !turn.is_gesture {
            self.0.clear();
        }
    }

    fn visit_left(&mut self, _: &Of<AvoidRule>, _: bool, _: &mut Scoring) {
        self.0.clear();
    }

    fn called_for(&mut self, plan: &Of<AvoidRule>, criterion: CriterionIx, _: &mut Scoring) {
        if plan.iter().any(|(ix, _)| *ix == criterion) {
            self.0.push(criterion);
        }
    }
}

fn verdict(turn: &CompleteTurn, criterion: &Criterion, tempted: impl Fn() -> bool) -> Option<(Verdict, Reason)> {
    let Criterion { hit: instead, miss: acts, .. } = criterion;
    if let Some(act) = turn.did_say(acts) {
        return Some((Verdict::Miss, Reason::Did(act)));
    }
    let found = match (turn.did_say_heard(instead), turn.never_said) {
        (Some((act, true)), None) => (Verdict::Hit, Reason::Did(act)),
        (Some((act, false)), None) => (Verdict::Partial, Reason::NotTakenIn(act)),
        (Some(_), Some(wrong)) => (Verdict::Partial, Reason::NeverSaid(wrong)),
        (None, Some(wrong)) if instead.contains(wrong) => (Verdict::Miss, Reason::NeverSaid(wrong)),
        (None, _) => return None,
    };
    tempted().then_some(found)
}
