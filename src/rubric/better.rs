//! What would have been better: the option on offer that serves best, the act that should have been done.

use super::assessment::{CriterionIx, Verdict};
use super::moment::Moment;
use super::plan::Plan;
use crate::scenario::model::{Act, Arg};
use crate::vocabulary::WordIx;
use std::cmp::Reverse;

/// What an option should serve better than what was chosen.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wanted {
    Criterion(CriterionIx, Verdict),
    /// Seeing to a danger.
    Safety,
}

/// The best option on offer there: it serves what is wanted better than what was chosen and, among those, the rubric as a
/// whole best. A word can only be given back that has been said.
pub(super) fn best_option(plan: &Plan, wanted: Wanted, moment: &Moment, said: impl Fn(WordIx) -> bool) -> Option<u8> {
    let never_said = |act: &Act| matches!(act.arg, Arg::Word(word) if plan.act(act.kind).mirrors && !said(word));
    (plan.on_offer(moment))
        .filter(|(at, _)| Some(*at) != moment.chosen && !moment.written.contains(*at))
        .filter(|(_, option)| option.is_clean())
        .filter_map(|(at, option)| {
            let serves = match wanted {
                Wanted::Safety => i64::from(option.answers_risk),
                Wanted::Criterion(criterion, verdict) => {
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

/// The best of the clean options there that do what is wanted.
pub(super) fn best_clean(plan: &Plan, moment: &Moment, does: impl Fn(&[Act]) -> bool) -> Option<u8> {
    (plan.on_offer(moment))
        .filter(|(_, option)| option.is_clean() && does(&option.acts))
        .max_by_key(|(at, option)| (option.worth, Reverse(*at)))
        .map(|(at, _)| at)
}
