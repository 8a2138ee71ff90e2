//! `Steps`: the scenario has a `matter`. A step in its order and time is a hit, late but still owed half, refused or let run
//! out although it was on offer a miss.

use super::{Observer, Of, RuleKind, Terms};
use crate::procedure::{Actor, Objection, Progress, Rules, Stage, Step, Timeliness};
use crate::rubric::assessment::{Reason, Verdict};
use crate::rubric::error::RubricError;
use crate::rubric::findings::Better;
use crate::rubric::moment::Moment;
use crate::rubric::reading::ActNames;
use crate::rubric::scoring::Scoring;
use crate::scenario::model::{NodeKind, Scenario, Taking};
use crate::session::CaseTold;
use crate::session::event::{Event, EventKind, EventSet};
use crate::vocabulary::{Critical, NodeIx};
use enumset::enum_set;
use jiff::civil::Date;
use std::cmp::Reverse;

/// The steps of the matter were taken, in their order and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepsRule;

/// How a step stands to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepReason {
    /// What was done, or should have been.
    pub step: Step,
    /// Who did it, or whose it was.
    pub by: Actor,
    /// Where the matter stood before.
    pub stage: Stage,
    /// The day: of the step, or on which its limit was found to have run out.
    pub on: Date,
    /// How it stands to order and time.
    pub found: StepFound,
}

/// How a step stands to order and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepFound {
    /// In its order, and within its limit if it has one.
    InTime {
        /// Its last day; `None` where it has no limit.
        due: Option<Date>,
    },
    /// After its last day, which is a day off.
    OnlyIfMoved {
        /// The day off that was its last day.
        due: Date,
    },
    /// After its last day.
    Late {
        /// Its last day.
        due: Date,
        /// How many days after it, at least 1.
        days: u32,
    },
    /// It cannot be taken; `due`: its limit, where that is the reason.
    Refused {
        /// What stands against it.
        why: Objection,
        /// The last day that has gone by.
        due: Option<Date>,
    },
    /// It was not taken although it could have been, and its limit ran out.
    RanOut {
        /// Its last day.
        due: Date,
    },
}

pub(super) fn read(_: &ActNames) -> Result<Terms<StepsRule>, RubricError> {
    Ok(Terms::without_acts(StepsRule))
}

/// No scenario needs a matter.
impl RuleKind for StepsRule {}

/// What a scenario says of its matter.
#[derive(Debug)]
pub(in crate::rubric) struct StepsPlan {
    criteria: Of<StepsRule>,
    /// Day and matter at the beginning; `None` where there is no matter, or no criterion that asks.
    start: Option<CaseTold>,
    office: Actor,
    /// By node: the step of each option, or of the paper as a whole; empty where none takes one.
    by_node: Box<[Box<[Option<Taking>]>]>,
}

impl StepsPlan {
    pub(super) fn of(criteria: Of<StepsRule>, scenario: &Scenario) -> Self {
        let start = scenario.matter.as_ref().filter(|_| !criteria.is_empty()).map(|_| CaseTold::new(scenario));
        let steps = |kind: &NodeKind| -> Box<[Option<Taking>]> {
            let steps: Vec<Option<Taking>> = match kind.as_desk() {
                Some(task) => vec![task.step],
                None => kind.options().map(|option| option.step).collect(),
            };
            if steps.iter().any(Option::is_some) { steps.into() } else { Box::default() }
        };
        let by_node = match start {
            Some(_) => scenario.nodes.iter().map(|node| steps(&node.kind)).collect(),
            None => Box::default(),
        };
        let office = scenario.matter.as_ref().map_or(Actor::PetitionOffice, |matter| matter.office);
        Self { criteria, start, office, by_node }
    }

    fn at(&self, node: NodeIx) -> &[Option<Taking>] {
        self.by_node.get(node.at()).map_or(&[], |steps| steps)
    }

    /// The step that an option takes.
    fn step_of(&self, node: NodeIx, option: u8) -> Option<Taking> {
        self.at(node).get(usize::from(option)).copied().flatten()
    }

    fn note(&self, verdict: Verdict, reason: StepReason, moment: &Moment, better: Option<u8>, on: &mut Scoring) {
        for (criterion, _) in &self.criteria {
            if !on.plan.is_authors(moment, *criterion) {
                on.note(*criterion, verdict, Reason::Step(reason), moment, Better::Known(better), None);
            }
        }
    }
}

/// The matter as it is followed.
#[derive(Clone, Debug)]
pub(in crate::rubric) struct StepsState {
    /// `None` where there is no matter, or nobody asks.
    case: Option<CaseTold>,
    /// Where each step could first have been taken.
    at_hand: Vec<(Step, Moment)>,
    /// The day on which a limit that ran out was charged last: of several ways out of one omission, one is.
    charged: Option<Date>,
}

impl Observer<StepsPlan> for StepsState {
    const HEARS: EventSet = enum_set!(
        EventKind::VisitBegan
            | EventKind::TimePassed
            | EventKind::Chose
            | EventKind::Filled
            | EventKind::StepTaken
            | EventKind::StepRefused
            | EventKind::StepOverdue
    );

    fn begin(plan: &StepsPlan) -> Self {
        Self { case: plan.start.clone(), at_hand: Vec::new(), charged: None }
    }

    fn event(&mut self, plan: &StepsPlan, event: &Event, on: &mut Scoring) {
        let Self { case: Some(case), at_hand, charged } = self else { return };
        match *event {
            Event::Chose { .. } | Event::Filled { .. } => put_at_hand(at_hand, plan, case, &on.situation.here),
            Event::StepTaken { node, step, by, day, time } => {
                plan.taken(case, node, Taking { step, by }, case.date(day), time, on);
            }
            Event::StepRefused { step, by, why, .. } => plan.refused(case, Taking { step, by }, why, on),
            Event::StepOverdue { step, late }
                if *charged != Some(case.today()) && plan.overdue(case, at_hand, step, late, on) =>
            {
                *charged = Some(case.today());
            }
            _ => {}
        }
        case.take(event);
    }

    fn foresee(&mut self, plan: &StepsPlan, node: NodeIx, option: u8, on: &mut Scoring) {
        let (Some(case), Some(taking)) = (&self.case, plan.step_of(node, option)) else { return };
        let (Some(progress), today) = (&case.matter, case.today()) else { return };
        match progress.weigh(taking.step, taking.by, today, Rules::shipped()) {
            Ok(row) => {
                let due = progress.due(row, Rules::shipped());
                let (verdict, _) = worth(due.map(|due| due.timeliness(today)), None);
                plan.criteria.iter().for_each(|(criterion, _)| on.score.count(*criterion, verdict.points()));
            }
            Err((why, _)) => plan.refused(case, taking, why, on),
        }
    }
}

/// A choice has been made: what of the matter could have been done there is remembered.
fn put_at_hand(at_hand: &mut Vec<(Step, Moment)>, plan: &StepsPlan, case: &CaseTold, here: &Moment) {
    let steps = plan.at(here.node);
    let Some(progress) = case.matter.as_ref().filter(|_| !steps.is_empty()) else { return };
    let (whole, today) = (here.offer.as_slice().is_empty().then_some(0u8), case.today());
    for option in here.offer.as_slice().iter().copied().chain(whole) {
        let Some(Taking { step, by }) = plan.step_of(here.node, option) else { continue };
        let known = at_hand.iter().any(|(other, _)| *other == step);
        if !known && progress.weigh(step, by, today, Rules::shipped()).is_ok() {
            at_hand.push((step, here.clone()));
        }
    }
}

/// What steps come to; `case`: as it stands before them.
impl StepsPlan {
    fn taken(
        &self,
        case: &CaseTold,
        node: NodeIx,
        Taking { step, by }: Taking,
        on_day: Date,
        time: Option<Timeliness>,
        on: &mut Scoring,
    ) {
        let Some(progress) = &case.matter else { return };
        // What others do meanwhile is not the trainee's.
        if !self.at(node).iter().flatten().any(|taking| taking.step == step) {
            return;
        }
        let row = progress.weigh(step, by, on_day, Rules::shipped()).ok();
        let due = row.and_then(|row| progress.due(row, Rules::shipped())).map(|due| due.day);
        let (verdict, found) = worth(time, due);
        let here = on.situation.here.clone();
        self.note(verdict, StepReason { step, by, stage: progress.stage(), on: on_day, found }, &here, None, on);
    }

    fn refused(&self, case: &CaseTold, Taking { step, by }: Taking, why: Objection, on: &mut Scoring) {
        let (Some(progress), today) = (&case.matter, case.today()) else { return };
        let here = on.situation.here.clone();
        let row = progress.weigh(step, by, today, Rules::shipped()).err().and_then(|(_, row)| row);
        let due = row.and_then(|row| progress.due(row, Rules::shipped())).map(|due| due.day);
        let reason =
            StepReason { step, by, stage: progress.stage(), on: today, found: StepFound::Refused { why, due } };
        let better = self.better(&here, progress, today, step, on);
        self.note(Verdict::Miss, reason, &here, better, on);
        // An act of the same choice may have failed for the same reason: that is told once.
        let acted = |kind: Critical| {
            let chosen = here.chosen.and_then(|option| on.plan.option(here.node, option));
            chosen.is_some_and(|option| option.acts.iter().any(|act| on.plan.act(act.kind).critical == Some(kind)))
        };
        if let Some(kind) = critical(step).filter(|kind| !acted(*kind)) {
            on.fail_for(kind, &here, None, Better::Known(better));
        }
    }

    /// A limit has run out. It counts where the step could have been taken in time; whether it does.
    fn overdue(&self, case: &CaseTold, at_hand: &[(Step, Moment)], step: Step, late: u16, on: &mut Scoring) -> bool {
        let (Some(progress), today) = (&case.matter, case.today()) else { return false };
        // Nothing can be forwarded that was never registered: then that is what was left undone.
        let wanted = |other: Step| other == step || (progress.stage() == Stage::Received && other == Step::Register);
        let Some((_, moment)) = at_hand.iter().find(|(other, _)| wanted(*other)) else { return false };
        let due = today.checked_sub(jiff::Span::new().days(late)).unwrap_or(today);
        let found = StepFound::RanOut { due };
        let reason = StepReason { step, by: self.office, stage: progress.stage(), on: today, found };
        let better = (self.at(moment.node).iter().zip(0u8..))
            .find(|(taking, option)| {
                taking.is_some_and(|taking| wanted(taking.step)) && moment.offer.as_slice().contains(option)
            })
            .map(|(_, option)| option);
        self.note(Verdict::Miss, reason, moment, better, on);
        true
    }

    /// A clean option there whose step can be taken, in time before late; for want of one, a clean option that at least
    /// does not take the step that is refused.
    fn better(&self, moment: &Moment, progress: &Progress, today: Date, refused: Step, on: &Scoring) -> Option<u8> {
        let serves = |option: u8| match self.step_of(moment.node, option) {
            Some(Taking { step, .. }) if step == refused => None,
            Some(Taking { step, by }) => match progress.weigh(step, by, today, Rules::shipped()) {
                Ok(row) if progress.due(row, Rules::shipped()).is_some_and(|due| due.is_over(today)) => Some(1),
                Ok(_) => Some(2),
                Err(_) => None,
            },
            None => Some(0),
        };
        (on.plan.on_offer(moment))
            .filter(|(at, option)| Some(*at) != moment.chosen && option.is_clean())
            .filter_map(|(at, option)| Some((serves(at)?, option.worth, Reverse(at))))
            .max()
            .map(|(_, _, at)| at.0)
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
