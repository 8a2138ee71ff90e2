//! What would have been better: the option on offer that serves best, the act that should have been done.

use super::assessment::{CriterionIx, Dimension, Verdict};
use super::criteria::Criterion;
use super::moment::{Duties, Moment};
use super::plan::{Plan, PlannedNode, PlannedOption};
use super::rules::{CueRule, Rule};
use crate::scenario::model::{Act, Arg};
use crate::vocabulary::{ActIx, Cue, WordIx};
use std::cmp::Reverse;

/// What an option should serve better than what was chosen.
#[derive(Clone, Copy, Debug)]
pub(super) enum Aim {
    Criterion(CriterionIx, Verdict),
    /// The same where it has to answer this cue.
    Cue(CriterionIx, Verdict, Cue),
    /// No failure, and seeing to a danger where there is one.
    Safety,
    /// Seeing to a danger.
    Danger,
}

/// Where something could have been done better; `said`: the feeling words that could be given back by then.
pub(super) struct There<'p, S> {
    pub plan: &'p Plan,
    pub moment: &'p Moment,
    pub said: S,
}

impl<S: Fn(WordIx) -> bool> There<'_, S> {
    /// The best option on offer: it serves what is wanted better than what was chosen and, among those, the rubric as a
    /// whole best. A word can only be given back that has been said.
    pub(super) fn best_option(&self, wanted: Aim) -> Option<u8> {
        let Self { plan, moment, said } = self;
        let never_said = |act: &Act| matches!(act.arg, Arg::Word(word) if plan.act(act.kind).mirrors && !said(word));
        if !self.may_be_better_there(wanted) {
            return None;
        }
        let duties = self.duties();
        (plan.on_offer(moment))
            .filter(|(at, _)| Some(*at) != moment.chosen && !moment.written.contains(*at))
            .filter(|(at, option)| option.is_clean() && self.keeps(duties, option) && self.gains(*at, option))
            .filter_map(|(at, option)| {
                let serves = match wanted {
                    Aim::Safety => i64::from(option.answers_risk),
                    Aim::Danger if option.answers_risk => 1,
                    Aim::Danger => return None,
                    Aim::Cue(criterion, _, cue) if !plan.may_answer(option, criterion, cue) => return None,
                    Aim::Criterion(criterion, verdict) | Aim::Cue(criterion, verdict, _) => {
                        let marks = &option.marks;
                        match (marks.hits.contains(criterion), marks.partials.contains(criterion), verdict) {
                            _ if marks.misses.contains(criterion) => return None,
                            (true, ..) => 2,
                            (false, true, Verdict::Miss) => 1,
                            _ => return None,
                        }
                    }
                };
                (!option.acts.iter().any(never_said)).then_some((serves, option.worth, Reverse(at)))
            })
            .max()
            .map(|(_, _, at)| at.0)
    }

    /// A paper is filled in with facts and times: none of its entries answers a feeling or listens to anybody.
    fn may_be_better_there(&self, wanted: Aim) -> bool {
        let on_desk = matches!(self.plan.nodes.get(self.moment.node.at()), Some(PlannedNode::Desk { .. }));
        !on_desk
            || match wanted {
                Aim::Criterion(criterion, _) | Aim::Cue(criterion, ..) => {
                    self.plan.criteria[criterion.at()].dimension == Some(Dimension::Procedure)
                }
                Aim::Safety | Aim::Danger => false,
            }
    }

    /// What must not be left there, as far as something on offer sees to it.
    fn duties(&self) -> Duties {
        let Self { plan, moment, .. } = self;
        let can =
            |does: &dyn Fn(&PlannedOption) -> bool| plan.on_offer(moment).any(|(_, one)| one.is_clean() && does(one));
        Duties {
            danger: moment.duties.danger && can(&|option| option.answers_risk),
            speak_up: moment.duties.speak_up && can(&|option| plan.speaks_up(option)),
        }
    }

    fn keeps(&self, duties: Duties, option: &PlannedOption) -> bool {
        (!duties.danger || option.answers_risk) && (!duties.speak_up || self.plan.speaks_up(option))
    }

    /// Whether it is better there as a whole than what was chosen: what serves one criterion and loses more by the others is
    /// none. The order is strict, so that of two options only one is ever called better than the other.
    fn gains(&self, at: u8, option: &PlannedOption) -> bool {
        let chosen = self.moment.chosen.and_then(|chosen| Some((chosen, self.plan.option(self.moment.node, chosen)?)));
        chosen.is_none_or(|(other, chosen)| self.standing(at, option) > self.standing(other, chosen))
    }

    /// How an option compares with the others at its place: by what it answers of what was just said, less what it offends
    /// against; then as the rubric as a whole thinks of it.
    fn standing(&self, at: u8, option: &PlannedOption) -> (i64, i64, Reverse<u8>) {
        let asked = |criterion: &Criterion| match criterion.rule {
            Rule::Cue(CueRule { cues, .. }) => criterion.dimension.is_some() && !cues.is_disjoint(self.moment.asked),
            _ => false,
        };
        let answers = self.plan.answers_worth(&option.marks, asked);
        (answers, option.worth, Reverse(at))
    }

    /// The act that should have been done: one of the better option's, or else the first on offer that counts, of such
    /// options as may be named.
    pub(super) fn best_act(
        &self,
        criterion: CriterionIx,
        may_be_named: impl Fn(&PlannedOption) -> bool,
    ) -> Option<ActIx> {
        let Self { plan, moment, .. } = self;
        let wanted = &plan.criteria[criterion.at()].hit;
        let better = self.best_option(Aim::Criterion(criterion, Verdict::Miss));
        let better = better.and_then(|option| plan.option(moment.node, option));
        (better.into_iter().chain(plan.on_offer(moment).map(|(_, option)| option)))
            .filter(|option| may_be_named(option))
            .flat_map(|option| option.acts.iter().map(|act| act.kind))
            .find(|act| wanted.contains(*act))
            .or_else(|| wanted.iter().find(|act| plan.act(*act).mirrors))
            .or_else(|| wanted.iter().next())
    }
}

/// The best of the clean options there that do what is wanted.
pub(super) fn best_clean(plan: &Plan, moment: &Moment, does: impl Fn(&[Act]) -> bool) -> Option<u8> {
    (plan.on_offer(moment))
        .filter(|(_, option)| option.is_clean() && does(&option.acts))
        .max_by_key(|(at, option)| (option.worth, Reverse(*at)))
        .map(|(at, _)| at)
}
