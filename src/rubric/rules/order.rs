//! `Order`: after such a cue a `first` act comes before the first `then` act.

use super::{LineSaid, Observer, Of, RuleKind, Story, Terms};
use crate::rubric::assessment::{CriterionIx, Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::cue_index::CueIndex;
use crate::rubric::error::RubricError;
use crate::rubric::findings::Grounds;
use crate::rubric::plan::PlannedOption;
use crate::rubric::reading::{ActNames, WrittenActs};
use crate::rubric::scoring::Scoring;
use crate::rubric::sets::ActSet;
use crate::rubric::turn::CompleteTurn;
use crate::scenario::model::Scenario;
use crate::session::event::EventSet;
use crate::vocabulary::{ActIx, CueKind, CueSet};
use enumset::enum_set;
use serde::Deserialize;
use smallvec::SmallVec;

/// One thing came before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderRule {
    /// The cues after which the order counts.
    pub cues: CueSet,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rubric) struct OrderSource {
    cues: Vec<CueKind>,
    first: WrittenActs,
    then: WrittenActs,
}

pub(super) fn read(source: OrderSource, names: &ActNames) -> Result<Terms<OrderRule>, RubricError> {
    let rule = OrderRule { cues: source.cues.into_iter().collect() };
    let (hit, miss) = (names.acts(&source.first)?, names.acts(&source.then)?);
    let terms = Terms { rule, hit, partial: ActSet::default(), miss };
    names.observable(terms, |terms| !terms.rule.cues.is_empty() && !terms.hit.is_empty())
}

impl RuleKind for OrderRule {
    /// Taking up the matter before the feeling is a question of order, not of the act.
    const MISSES_OFFEND: bool = false;

    fn is_tested(&self, criterion: &Criterion, story: &Story) -> Option<bool> {
        Some(!self.cues.is_disjoint(story.cues) && story.offers(&criterion.miss))
    }
}

/// Which criteria wait for the matter to be taken up after which cues.
#[derive(Debug)]
pub(in crate::rubric) struct OrderPlan(CueIndex<CriterionIx>);

impl OrderPlan {
    pub(super) fn of(criteria: Of<OrderRule>, _: &Scenario) -> Self {
        Self(CueIndex::of(&criteria, |rule| rule.cues, |criterion, _| criterion))
    }
}

#[derive(Clone, Debug)]
pub(in crate::rubric) struct OrderState {
    /// Criteria that wait for the matter to be taken up, in their order.
    awaiting: SmallVec<[AwaitingMatter; 1]>,
}

#[derive(Clone, Debug)]
struct AwaitingMatter {
    criterion: CriterionIx,
    /// Whether a `first` act was on offer since the cue, without an offence.
    offered: bool,
    /// The `first` act that was done since the cue.
    first: Option<ActIx>,
}

impl Observer<OrderPlan> for OrderState {
    const HEARS: EventSet = enum_set!();

    fn begin(_: &OrderPlan) -> Self {
        Self { awaiting: SmallVec::new() }
    }

    fn line(&mut self, plan: &OrderPlan, line: &LineSaid, _: &mut Scoring) {
        for criterion in line.cues.iter().flat_map(|cue| plan.0.listening(CueKind::of(*cue))) {
            let anew = AwaitingMatter { criterion: *criterion, offered: false, first: None };
            match self.awaiting.binary_search_by_key(criterion, |awaiting| awaiting.criterion) {
                Ok(known) => self.awaiting[known] = anew,
                Err(place) => self.awaiting.insert(place, anew),
            }
        }
    }

    fn turn(&mut self, _: &OrderPlan, turn: &CompleteTurn, on: &mut Scoring) {
        if !turn.is_aside {
            self.awaiting.retain(|awaiting| !awaiting.is_decided(turn, on));
        }
    }

    fn visit_left(&mut self, _: &OrderPlan, _: bool, _: &mut Scoring) {
        self.awaiting.clear();
    }
}

impl AwaitingMatter {
    /// Whether the matter was taken up, and then how it came about.
    fn is_decided(&mut self, turn: &CompleteTurn, on: &mut Scoring) -> bool {
        let criterion = on.criterion(self.criterion);
        let clean = |option: &PlannedOption| option.is_clean() && option.marks.hits.contains(self.criterion);
        self.offered = self.offered || on.plan.free || turn.on_offer.iter().any(|(_, option)| clean(option));
        if turn.is_authors(self.criterion) {
            return false;
        }
        let at = |acts: &ActSet| (turn.acts.iter()).position(|act| turn.is_real(act.kind) && acts.contains(act.kind));
        let (first, then) = (at(&criterion.hit), at(&criterion.miss));
        let Some(then) = then else {
            self.first = self.first.or(first.map(|first| turn.acts[first].kind));
            return false;
        };
        let did = turn.acts[then].kind;
        let first_of_turn = first.map(|first| turn.acts[first].kind);
        let came_first = self.first.or(first_of_turn.filter(|_| first.is_some_and(|first| first < then)));
        let (verdict, reason) = if let Some(after) = came_first {
            match turn.was_taken_in(did) {
                true => (Verdict::Hit, Reason::InOrder { did, after }),
                false => (Verdict::Partial, Reason::NotTakenIn(did)),
            }
        } else if let Some(before) = first_of_turn {
            (Verdict::Partial, Reason::OutOfOrder { did, before })
        } else if self.offered {
            on.miss(self.criterion, Grounds::Before(did), turn.moment, turn.to);
            return true;
        } else {
            return false;
        };
        on.record(self.criterion, verdict, reason, turn.moment, turn.to);
        true
    }
}
