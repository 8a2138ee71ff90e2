//! Follows a session's events and keeps the score.

use super::assessment::{Assessment, CriterionIx, CriterionScore, Dimension, Evidence, Milli};
use super::judge::{Judge, pain};
use super::plan::Plan;
use super::rules::Rubric;
use super::sets::ActSet;
use super::state::{Log, Place, State, Turn};
use crate::procedure::Found;
use crate::scenario::model::{Arg, Scenario};
use crate::session::effective;
use crate::session::event::{Event, Offer};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::NodeIx;
use std::sync::Arc;

/// Keeps the score of one session. Cheap to clone: what is worked out once is shared.
#[derive(Clone, Debug)]
pub struct Assessor {
    plan: Arc<Plan>,
    timed: bool,
    state: State,
    log: Log,
}

impl Assessor {
    pub fn new(rubric: &Rubric, scenario: &Scenario, catalogue: &ActCatalogue, timed: bool) -> Self {
        Self::of(Arc::new(Plan::new(rubric, scenario, catalogue)), timed)
    }

    /// For many sessions of one scenario.
    pub fn of(plan: Arc<Plan>, timed: bool) -> Self {
        Self { plan, timed, state: State::new(), log: Log::default() }
    }

    /// Keeps the scores and writes down no evidence: for machines that play very often.
    pub fn scores_only(mut self) -> Self {
        self.log = Log { silent: true, ..Log::default() };
        self
    }

    /// As before the first event.
    pub fn restart(&mut self) {
        self.state = State::new();
        self.log.findings.clear();
        self.log.critical.clear();
        self.log.words.clear();
    }

    /// Takes the next event of the session. A step back cannot be followed from here:
    /// assess the events anew with [`assess`].
    #[inline]
    pub fn observe(&mut self, event: &Event) {
        match *event {
            Event::Acted { act, effect, to } => self.state.acted(act.kind, effect, to),
            // What visitors feel and what is kept of the matter is no evidence.
            Event::Felt { .. }
            | Event::Outburst { .. }
            | Event::VarSet { .. }
            | Event::HookTaken { .. }
            | Event::SteppedBack { .. } => {}
            _ => self.follow(event),
        }
    }

    fn follow(&mut self, event: &Event) {
        let mut judge = self.judge();
        // The acts of a turn follow it one by one; what else is told of the trainee says that they are complete.
        match *event {
            Event::Wrote { node, entry, right, fault, basis } => {
                judge.wrote(node, entry, right, fault.map(|fault| Found { fault, basis }));
            }
            Event::PromiseMade { promise, .. } => judge.promised(promise),
            Event::VisitBegan { visit, day } => {
                judge.settle();
                judge.leave_visit(false);
                judge.day_begins(day);
                judge.state.visit = visit;
            }
            Event::Said { node, variant, .. } => {
                judge.settle();
                judge.said(node, variant);
            }
            Event::Offered { node, at_ms, options } => {
                judge.settle();
                judge.state.here.comes_to(node, at_ms, options);
            }
            Event::Laid { node, at_ms } => {
                judge.settle();
                judge.state.here.comes_to(node, at_ms, Offer::nothing());
            }
            Event::Filled { turn, at_ms, node, written } => {
                judge.begin_turn(turn, at_ms, node, None, None);
                if let Some(turn) = &mut judge.state.turn {
                    turn.place.written = written;
                }
                judge.steps_at_hand();
            }
            Event::Chose { turn, at_ms, node, option } => {
                judge.begin_turn(turn, at_ms, node, Some(option), None);
                judge.steps_at_hand();
            }
            Event::Gestured { turn, at_ms, node, act } => judge.begin_turn(turn, at_ms, node, None, Some(act)),
            Event::Interrupted { unsaid, .. } => {
                judge.settle();
                judge.state.timing.unsaid = Some(unsaid);
            }
            Event::Paused { ms, kind } => {
                judge.settle();
                judge.state.timing.pain_ms = pain(ms, kind);
            }
            Event::FactNoted { fact, at_ms } => {
                judge.settle();
                judge.noted(fact, at_ms);
            }
            Event::PromiseKept { promise } => {
                judge.settle();
                judge.promise_due(promise, true);
            }
            Event::PromiseBroken { promise } => {
                judge.settle();
                judge.promise_due(promise, false);
            }
            Event::TimePassed { days, .. } => {
                judge.settle();
                judge.days_pass(days);
            }
            Event::StepTaken { node, step, by, day, time } => {
                judge.settle();
                judge.step_taken(node, step, by, day, time);
            }
            Event::StepRefused { step, by, why, .. } => {
                judge.settle();
                judge.step_refused(step, by, why);
            }
            Event::StepOverdue { step, late } => {
                judge.settle();
                judge.step_overdue(step, late);
            }
            Event::Ended { .. } => {
                judge.settle();
                judge.leave_visit(true);
            }
            Event::FactTold { .. } => judge.settle(),
            // A paper goes out in the middle of a turn.
            Event::PaperIssued { .. }
            | Event::Acted { .. }
            | Event::Felt { .. }
            | Event::Outburst { .. }
            | Event::VarSet { .. }
            | Event::HookTaken { .. }
            | Event::SteppedBack { .. } => {}
        }
    }

    /// An observer of a live talk says that this was called for now: it is a miss if it is never done.
    pub fn called_for(&mut self, criterion: CriterionIx) {
        let mut judge = self.judge();
        judge.settle();
        judge.called_for(criterion.at());
    }

    /// What has been found so far.
    pub fn assessment(&self) -> Assessment {
        let mut now = self.clone();
        let (dimensions, total_uncapped, total) = now.settled_scores();
        let plan = &now.plan;
        let criteria: Vec<CriterionScore> =
            now.state.tallies.iter().take(plan.criteria.len()).map(|tally| tally.score()).collect();
        let mut evidence: Vec<Evidence> = now.log.evidence(plan).collect();
        evidence.sort_by_key(|e| e.turn);
        let (self_regulation, evidence): (Vec<Evidence>, Vec<Evidence>) =
            evidence.into_iter().partition(|e| plan.criteria[e.criterion.at()].dimension.is_none());
        let mut critical = now.log.critical;
        critical.sort_by_key(|failure| failure.turn);
        Assessment { dimensions, total_uncapped, total, criteria, evidence, critical, self_regulation }
    }

    /// The dimensions, the total before the cap and after it, of a session that is over: nothing is copied.
    pub fn settled_scores(&mut self) -> ([Option<Milli>; 3], Option<Milli>, Option<Milli>) {
        self.judge().settle();
        let (plan, state) = (&self.plan, &self.state);
        let dimensions = Dimension::ALL.map(|dimension| {
            let (mut points, mut weights) = (0, 0);
            for (criterion, tally) in plan.criteria.iter().zip(&state.tallies) {
                if criterion.dimension == Some(dimension)
                    && let Some(share) = tally.score().share()
                {
                    points += i64::from(criterion.weight) * share.0;
                    weights += i64::from(criterion.weight);
                }
            }
            (weights > 0).then(|| Milli(points / weights))
        });
        let scored = dimensions.iter().flatten();
        let count = scored.clone().count() as i64;
        let total_uncapped = (count > 0).then(|| Milli(scored.map(|m| m.0).sum::<i64>() / count));
        (dimensions, total_uncapped, total_uncapped.map(|total| total.min(state.cap)))
    }

    /// What the rubric would give (weighted hits less misses, in thousandths) for choosing this option now.
    pub fn expected(&self, node: NodeIx, option: u8) -> Milli {
        let mut state = self.state;
        let mut log = Log { silent: true, ..Log::default() };
        let mut judge = Judge { plan: &self.plan, state: &mut state, log: &mut log, timed: false };
        judge.settle();
        let before = judge.gain();
        let at = judge.state.here.at_ms;
        judge.begin_turn(judge.state.here.turn + 1, at, node, Some(option), None);
        let never_said = (self.plan.option(node, option))
            .and_then(|planned| {
                (planned.acts.iter()).find(|act| {
                    matches!(act.arg, Arg::Word(word)
                        if self.plan.act(act.kind).mirrors && !judge.state.has_said(word))
                })
            })
            .map(|act| act.kind);
        if let Some(turn) = &mut judge.state.turn {
            turn.never_said = never_said;
        }
        judge.settle();
        judge.foresee_step(node, option);
        Milli(judge.gain() - before)
    }

    /// The option on offer now that the rubric would give most for; the hint of practice mode.
    pub fn hint(&self) -> Option<u8> {
        let here = self.state.here;
        (here.offer.as_slice().iter())
            .map(|option| (self.expected(here.node, *option), std::cmp::Reverse(*option)))
            .max()
            .map(|(_, option)| option.0)
    }

    /// What a criterion has earned so far.
    pub fn score(&self, criterion: CriterionIx) -> CriterionScore {
        self.state.tallies.get(criterion.at()).map(|tally| tally.score()).unwrap_or_default()
    }

    fn judge(&mut self) -> Judge<'_> {
        Judge { plan: &self.plan, state: &mut self.state, log: &mut self.log, timed: self.timed }
    }
}

impl Judge<'_> {
    fn begin_turn(
        &mut self,
        turn: u32,
        at_ms: u64,
        node: NodeIx,
        chosen: Option<u8>,
        gesture: Option<crate::vocabulary::ActIx>,
    ) {
        self.settle();
        // Put together anew: what has just been written piece by piece cannot be read as a whole at once.
        let place = Place { turn, at_ms, node, chosen, ..self.state.here };
        self.state.here = place;
        self.state.turn = Some(Turn { place, gesture, to: None, never_said: None, not_taken_in: ActSet::default() });
    }
}

/// Assesses a whole session from its events; what a step back undid does not count.
pub fn assess(rubric: &Rubric, scenario: &Scenario, timed: bool, events: &[Event]) -> Assessment {
    let mut assessor = Assessor::new(rubric, scenario, ActCatalogue::shipped(), timed);
    effective(events).iter().for_each(|event| assessor.observe(event));
    assessor.assessment()
}
