//! The way of the matter: steps taken in time or late, steps that cannot be taken, limits that ran out meanwhile.

use super::assessment::{Reason, StepFound, StepReason, Verdict};
use super::judge::Judge;
use super::plan::Plan;
use super::state::{Better, Place};
use crate::bits::bits;
use crate::procedure::{Actor, Objection, Progress, Rules, Stage, Step, Timeliness};
use crate::scenario::model::{NodeKind, Scenario, Taking};
use crate::vocabulary::Critical;
use crate::vocabulary::NodeIx;
use jiff::civil::Date;

/// Steps of which it is remembered where they could first have been taken.
const MAX_AT_HAND: usize = 4;

/// What a scenario says of its matter, laid out for the judge.
#[derive(Debug)]
pub(super) struct PlannedSteps {
    /// Criteria of this kind.
    pub rules: u64,
    start: Option<Progress>,
    office: Actor,
    first: Date,
    /// By node: the step of each option, or of the paper as a whole; empty where none takes one.
    by_node: Box<[Box<[Option<Taking>]>]>,
}

/// The matter as the judge follows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub progress: Option<Progress>,
    today: Date,
    at_hand: [Option<(Step, Place)>; MAX_AT_HAND],
    /// The day on which a limit that ran out was charged last: of several ways out of one omission, one is.
    charged: Option<Date>,
}

impl Way {
    pub(super) const fn new() -> Self {
        Self { progress: None, today: Date::MIN, at_hand: [None; MAX_AT_HAND], charged: None }
    }
}

impl PlannedSteps {
    pub(super) fn new(rules: u64, scenario: &Scenario) -> Self {
        let start = scenario.matter.as_ref().map(|matter| matter.start).filter(|_| rules != 0);
        let steps = |kind: &NodeKind| -> Box<[Option<Taking>]> {
            let steps: Vec<Option<Taking>> = match kind {
                NodeKind::Choice(choice) => choice.options.iter().map(|option| option.step).collect(),
                NodeKind::Desk(task) => vec![task.step],
                _ => Vec::new(),
            };
            if steps.iter().any(Option::is_some) { steps.into() } else { Box::default() }
        };
        let by_node = match start {
            Some(_) => scenario.nodes.iter().map(|node| steps(&node.kind)).collect(),
            None => Box::default(),
        };
        let office = scenario.matter.as_ref().map_or(Actor::PetitionOffice, |matter| matter.office);
        Self { rules, start, office, first: scenario.plays_on, by_node }
    }

    fn at(&self, node: NodeIx) -> &[Option<Taking>] {
        self.by_node.get(node.at()).map_or(&[], |steps| steps)
    }

    fn date(&self, day: u16) -> Date {
        self.first.checked_add(jiff::Span::new().days(day)).unwrap_or(self.first)
    }
}

impl Plan {
    /// The step that an option takes.
    fn step_of(&self, node: NodeIx, option: u8) -> Option<Taking> {
        self.steps.at(node).get(usize::from(option)).copied().flatten()
    }
}

impl Judge<'_> {
    /// A visit begins on this day; with the first the matter begins.
    pub(super) fn day_begins(&mut self, day: u16) {
        let Some(start) = self.plan.steps.start else { return };
        self.state.way.progress.get_or_insert(start);
        self.state.way.today = self.plan.steps.date(day);
    }

    pub(super) fn days_pass(&mut self, days: u16) {
        if self.plan.steps.start.is_some() {
            let way = &mut self.state.way;
            way.today = way.today.checked_add(jiff::Span::new().days(days)).unwrap_or(way.today);
        }
    }

    /// A choice has been made: what of the matter could have been done there is remembered.
    pub(super) fn steps_at_hand(&mut self) {
        let steps = self.plan.steps.at(self.state.here.node);
        if steps.is_empty() {
            return;
        }
        let place = self.state.here;
        let way = &mut self.state.way;
        let Some(progress) = way.progress else { return };
        let whole = place.offer.as_slice().is_empty().then_some(0u8);
        for option in place.offer.as_slice().iter().copied().chain(whole) {
            let Some(Taking { step, by }) = steps.get(usize::from(option)).copied().flatten() else { continue };
            let known = way.at_hand.iter().flatten().any(|(other, _)| *other == step);
            if !known
                && progress.weigh(step, by, way.today, Rules::shipped()).is_ok()
                && let Some(slot) = way.at_hand.iter_mut().find(|slot| slot.is_none())
            {
                *slot = Some((step, place));
            }
        }
    }

    pub(super) fn step_taken(&mut self, node: NodeIx, step: Step, by: Actor, day: u16, time: Option<Timeliness>) {
        let Some(before) = self.state.way.progress else { return };
        let on = self.plan.steps.date(day);
        let due = match &mut self.state.way.progress {
            Some(progress) => progress.take(step, by, on, Rules::shipped()).ok().flatten().map(|due| due.day),
            None => None,
        };
        // What others do meanwhile is not the trainee's.
        if !self.plan.steps.at(node).iter().flatten().any(|taking| taking.step == step) {
            return;
        }
        let (verdict, found) = worth(time, due);
        let reason = Reason::Step(StepReason { step, by, stage: before.stage(), on, found });
        let place = self.state.here;
        self.note_step(verdict, reason, &place, None);
    }

    pub(super) fn step_refused(&mut self, step: Step, by: Actor, why: Objection) {
        let Some(progress) = self.state.way.progress else { return };
        let (place, on) = (self.state.here, self.state.way.today);
        let row = progress.weigh(step, by, on, Rules::shipped()).err().and_then(|(_, row)| row);
        let due = row.and_then(|row| progress.due(row, Rules::shipped())).map(|due| due.day);
        let found = StepFound::Refused { why, due };
        let reason = Reason::Step(StepReason { step, by, stage: progress.stage(), on, found });
        let better = self.better_step(&place, progress, Some(step));
        self.note_step(Verdict::Miss, reason, &place, better);
        // An act of the same choice may have failed for the same reason: that is told once.
        let acted = |kind: Critical| {
            let plan = self.plan;
            let chosen = place.chosen.and_then(|option| plan.option(place.node, option));
            chosen.is_some_and(|option| option.acts.iter().any(|act| plan.act(act.kind).critical == Some(kind)))
        };
        if let Some(kind) = critical(step).filter(|kind| !acted(*kind)) {
            self.fail_for(kind, &place, None, better);
        }
    }

    /// A limit has run out. It counts where the step could have been taken in time.
    pub(super) fn step_overdue(&mut self, step: Step, late: u16) {
        let way = &self.state.way;
        let (Some(progress), today) = (way.progress, way.today) else { return };
        if way.charged == Some(today) {
            return;
        }
        // Nothing can be forwarded that was never registered: then that is what was left undone.
        let wanted = |other: Step| other == step || (progress.stage() == Stage::Received && other == Step::Register);
        let Some((_, place)) = way.at_hand.iter().flatten().find(|(other, _)| wanted(*other)).copied() else { return };
        let due = today.checked_sub(jiff::Span::new().days(late)).unwrap_or(today);
        let by = self.plan.steps.office;
        let found = StepFound::RanOut { due };
        let reason = Reason::Step(StepReason { step, by, stage: progress.stage(), on: today, found });
        self.state.way.charged = Some(today);
        let better = (self.plan.steps.at(place.node).iter().zip(0u8..))
            .find(|(taking, option)| {
                taking.is_some_and(|taking| wanted(taking.step)) && place.offer.as_slice().contains(option)
            })
            .map(|(_, option)| option);
        self.note_step(Verdict::Miss, reason, &place, better);
    }

    /// What choosing this would count, before the session says so.
    pub(super) fn foresee_step(&mut self, node: NodeIx, option: u8) {
        let (Some(Taking { step, by }), Some(progress)) = (self.plan.step_of(node, option), self.state.way.progress)
        else {
            return;
        };
        let on = self.state.way.today;
        match progress.weigh(step, by, on, Rules::shipped()) {
            Ok(row) => {
                let due = progress.due(row, Rules::shipped());
                let (verdict, _) = worth(due.map(|due| due.timeliness(on)), None);
                bits(self.plan.steps.rules).for_each(|bit| self.count(bit, verdict));
            }
            Err((why, _)) => self.step_refused(step, by, why),
        }
    }

    /// A clean option there whose step can be taken, in time before late; for want of one, a clean option that at least
    /// does not take the step that is refused.
    fn better_step(&self, place: &Place, progress: Progress, refused: Option<Step>) -> Option<u8> {
        let (plan, today) = (self.plan, self.state.way.today);
        let serves = |option: u8| match plan.step_of(place.node, option) {
            Some(Taking { step, .. }) if Some(step) == refused => None,
            Some(Taking { step, by }) => match progress.weigh(step, by, today, Rules::shipped()) {
                Ok(row) if progress.due(row, Rules::shipped()).is_some_and(|due| due.is_over(today)) => Some(1),
                Ok(_) => Some(2),
                Err(_) => None,
            },
            None => Some(0),
        };
        (plan.on_offer(place))
            .filter(|(at, _)| Some(*at) != place.chosen && plan.is_clean(place.node, *at))
            .filter_map(|(at, option)| Some((serves(at)?, option.worth, std::cmp::Reverse(at))))
            .max()
            .map(|(_, _, at)| at.0)
    }

    fn note_step(&mut self, verdict: Verdict, reason: Reason, place: &Place, better: Option<u8>) {
        for bit in bits(self.plan.steps.rules & !self.plan.own(place)) {
            self.note(bit, verdict, reason, place, Better::Known(better), None);
        }
    }
}

/// What a step that was taken is worth, by its time.
const fn worth(time: Option<Timeliness>, due: Option<Date>) -> (Verdict, StepFound) {
    match (time, due) {
        (Some(Timeliness::Late { days }), Some(due)) => (Verdict::Partial, StepFound::Late { due, days }),
        (Some(Timeliness::OnlyIfMoved), Some(due)) => (Verdict::Partial, StepFound::OnlyIfMoved { due }),
        (Some(Timeliness::Late { .. } | Timeliness::OnlyIfMoved), None) => {
            (Verdict::Partial, StepFound::InTime { due: None })
        }
        (_, due) => (Verdict::Hit, StepFound::InTime { due }),
    }
}

/// A step that nobody may ever take is a failure, and which.
const fn critical(step: Step) -> Option<Critical> {
    match step {
        Step::ShowToAccused => Some(Critical::Leak),
        Step::Retaliate => Some(Critical::Retaliation),
        _ => None,
    }
}
