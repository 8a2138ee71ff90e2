//! `Promises`: kept or broken when they came due; told of where the promise was made.

use super::{Observer, Of, RuleKind, Story, Terms};
use crate::rubric::assessment::{Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::error::RubricError;
use crate::rubric::moment::Moment;
use crate::rubric::reading::ActNames;
use crate::rubric::scoring::Scoring;
use crate::scenario::model::Arg;
use crate::session::event::{Event, EventKind, EventSet};
use crate::vocabulary::PromiseIx;
use enumset::enum_set;

/// What was promised was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromisesRule;

pub(super) fn read(_: &ActNames) -> Result<Terms<PromisesRule>, RubricError> {
    Ok(Terms::without_acts(PromisesRule))
}

impl RuleKind for PromisesRule {
    fn is_tested(&self, _: &Criterion, story: &Story) -> Option<bool> {
        Some(story.promised)
    }
}

#[derive(Clone, Debug, Default)]
pub(in crate::rubric) struct PromisesState {
    /// Where each promise was made last.
    made: Vec<(PromiseIx, Moment)>,
}

impl Observer<Of<PromisesRule>> for PromisesState {
    const HEARS: EventSet = enum_set!(EventKind::PromiseMade | EventKind::PromiseKept | EventKind::PromiseBroken);

    fn begin(_: &Of<PromisesRule>) -> Self {
        Self::default()
    }

    fn event(&mut self, plan: &Of<PromisesRule>, event: &Event, on: &mut Scoring) {
        match *event {
            Event::PromiseMade { promise, .. } => self.make(promise, on),
            Event::PromiseKept { promise } => self.due(plan, promise, (Verdict::Hit, Reason::PromiseKept), on),
            Event::PromiseBroken { promise } => self.due(plan, promise, (Verdict::Miss, Reason::PromiseBroken), on),
            _ => {}
        }
    }
}

impl PromisesState {
    fn make(&mut self, promise: PromiseIx, on: &Scoring) {
        let mut moment = on.situation.moment().clone();
        // In a composed answer one part of it makes the promise.
        let makes = |entry: &u8| {
            let acts = on.plan.option(moment.node, *entry).into_iter().flat_map(|option| &option.acts);
            acts.into_iter().any(|act| act.arg == Arg::Promise(promise))
        };
        moment.chosen = moment.chosen.or_else(|| moment.written.iter().find(makes));
        match self.made.iter_mut().find(|(known, _)| *known == promise) {
            Some((_, made)) => *made = moment,
            None => self.made.push((promise, moment)),
        }
    }

    fn due(&self, plan: &Of<PromisesRule>, promise: PromiseIx, found: (Verdict, Reason), on: &mut Scoring) {
        let made = self.made.iter().find(|(known, _)| *known == promise);
        let moment = made.map_or_else(|| on.situation.here.clone(), |(_, moment)| moment.clone());
        for (criterion, _) in plan {
            on.record(*criterion, found.0, found.1, &moment, None);
        }
    }
}
