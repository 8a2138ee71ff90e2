//! `Acts`: one of the acts was done. Never doing it costs nothing; the offending ones are excused while such a cue is open.

use super::{Observer, Of, RuleKind, Story, Terms};
use crate::rubric::assessment::{Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::error::RubricError;
use crate::rubric::reading::{ActNames, WrittenActs};
use crate::rubric::scoring::Scoring;
use crate::rubric::turn::CompleteTurn;
use crate::session::event::EventSet;
use crate::vocabulary::{CueKind, CueSet};
use enumset::enum_set;
use serde::Deserialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActsRule {
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

    fn is_tested(&self, criterion: &Criterion, story: &Story) -> Option<bool> {
        Some([&criterion.hit, &criterion.partial, &criterion.miss].into_iter().any(|acts| story.offers(acts)))
    }
}

#[derive(Clone, Debug)]
pub(in crate::rubric) struct ActsState;

impl Observer<Of<ActsRule>> for ActsState {
    const HEARS: EventSet = enum_set!();

    fn begin(_: &Of<ActsRule>) -> Self {
        Self
    }

    fn turn(&mut self, plan: &Of<ActsRule>, turn: &CompleteTurn, on: &mut Scoring) {
        if turn.is_paper {
            return;
        }
        for (ix, ActsRule { excused_by }) in plan {
            if !turn.marks.touch(*ix) || turn.is_authors(*ix) {
                continue;
            }
            if let Some((verdict, reason)) =
                verdict(turn, on.criterion(*ix), || on.situation.open.is_any_of(*excused_by))
            {
                on.record(*ix, verdict, reason, turn.moment, turn.to);
            }
        }
    }
}

fn verdict(turn: &CompleteTurn, criterion: &Criterion, is_excused: impl Fn() -> bool) -> Option<(Verdict, Reason)> {
    let hit = turn.did(&criterion.hit);
    let miss = turn.did(&criterion.miss).filter(|_| !is_excused());
    Some(match (hit, miss) {
        (Some(_), Some(act)) => (Verdict::Partial, Reason::Did(act)),
        (None, Some(act)) => (Verdict::Miss, Reason::Did(act)),
        (Some(act), None) if !turn.was_taken_in(act) => (Verdict::Partial, Reason::NotTakenIn(act)),
        (Some(act), None) => (Verdict::Hit, Reason::Did(act)),
        (None, None) => match (turn.did(&criterion.partial), turn.meant(&criterion.hit, &criterion.partial)) {
            (Some(act), _) => (Verdict::Partial, Reason::Did(act)),
            (None, Some(act)) => (Verdict::Miss, Reason::NeverSaid(act)),
            (None, None) => return None,
        },
    })
}
