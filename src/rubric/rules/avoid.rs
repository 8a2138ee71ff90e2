//! `Avoid`: an option with one of the `acts` was on offer. Taking it is a miss, an `instead` act a hit.

use super::{Observer, Of, RuleKind, Story, Terms};
use crate::rubric::assessment::{Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::error::RubricError;
use crate::rubric::reading::{ActNames, WrittenActs};
use crate::rubric::scoring::Scoring;
use crate::rubric::sets::ActSet;
use crate::rubric::turn::CompleteTurn;
use crate::session::event::EventSet;
use enumset::enum_set;
use serde::Deserialize;

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

    fn is_tested(&self, criterion: &Criterion, story: &Story) -> Option<bool> {
        Some(story.offers(&criterion.miss))
    }
}

#[derive(Clone, Debug)]
pub(in crate::rubric) struct AvoidState;

impl Observer<Of<AvoidRule>> for AvoidState {
    const HEARS: EventSet = enum_set!();

    fn begin(_: &Of<AvoidRule>) -> Self {
        Self
    }

    fn turn(&mut self, plan: &Of<AvoidRule>, turn: &CompleteTurn, on: &mut Scoring) {
        if turn.is_paper {
            return;
        }
        for (ix, _) in plan {
            if !turn.marks.touch(*ix) || turn.is_authors(*ix) {
                continue;
            }
            let Criterion { hit: instead, miss: acts, .. } = on.criterion(*ix);
            let tempted = || on.plan.free || turn.on_offer.iter().any(|(_, option)| option.marks.misses.contains(*ix));
            if let Some(act) = turn.did(acts) {
                on.record(*ix, Verdict::Miss, Reason::Did(act), turn.moment, turn.to);
            } else if let Some(act) = turn.acts.iter().map(|act| act.kind).find(|act| instead.contains(*act))
                && tempted()
            {
                on.record(*ix, Verdict::Hit, Reason::Did(act), turn.moment, turn.to);
            }
        }
    }
}
