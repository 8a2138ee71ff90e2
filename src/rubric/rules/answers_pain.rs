//! `AnswersPain`: after something painful, the trainee spoke within this time. No score where time is not measured.

use super::{Observer, Of, RuleKind, Story, Terms};
use crate::rubric::assessment::{Reason, ReasonText, RuleReason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::error::RubricError;
use crate::rubric::reading::ActNames;
use crate::rubric::scoring::Scoring;
use crate::rubric::turn::CompleteTurn;
use crate::session::event::{Event, EventKind, EventSet};
use crate::vocabulary::{CueKind, Pause};
use enumset::enum_set;
use serde::Deserialize;

/// After something painful, the trainee spoke in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswersPainRule {
    /// Milliseconds after the end of the line.
    pub within_ms: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rubric) struct AnswersPainSource {
    within_ms: u32,
}

pub(super) fn read(source: AnswersPainSource, _: &ActNames) -> Result<Terms<AnswersPainRule>, RubricError> {
    Ok(Terms::without_acts(AnswersPainRule { within_ms: source.within_ms }))
}

impl RuleKind for AnswersPainRule {
    fn is_tested(&self, _: &Criterion, story: &Story) -> Option<bool> {
        Some(!story.cues.is_disjoint(CueKind::Feeling | CueKind::Vent | CueKind::Deflected))
    }
}

/// So many seconds nobody said a word after something painful.
static SILENT: ReasonText = ReasonText { id: "explain-silent", number: "seconds" };

#[derive(Clone, Debug, Default)]
pub(in crate::rubric) struct AnswersPainState {
    /// How long nobody has said a word after something painful, since the turn before.
    silent_ms: Option<u32>,
}

impl Observer<Of<AnswersPainRule>> for AnswersPainState {
    const HEARS: EventSet = enum_set!(EventKind::Paused);

    fn begin(_: &Of<AnswersPainRule>) -> Self {
        Self::default()
    }

    fn event(&mut self, _: &Of<AnswersPainRule>, event: &Event, _: &mut Scoring) {
        if let Event::Paused { ms, kind } = *event {
            self.silent_ms = (kind == Pause::AfterPain).then_some(ms);
        }
    }

    fn turn(&mut self, plan: &Of<AnswersPainRule>, turn: &CompleteTurn, on: &mut Scoring) {
        let Some(ms) = self.silent_ms.take().filter(|_| on.timed) else { return };
        for (ix, AnswersPainRule { within_ms }) in plan {
            let verdict = if ms <= *within_ms { Verdict::Hit } else { Verdict::Miss };
            let reason = RuleReason { says: &SILENT, number: (ms / 1000).max(1) };
            on.record(*ix, verdict, Reason::OfRule(reason), turn.moment, turn.to);
        }
    }

    fn visit_left(&mut self, _: &Of<AnswersPainRule>, _: bool, _: &mut Scoring) {
        *self = Self::default();
    }
}
