//! Writing down: evidence, failures, and which option would have been better.

use super::acts::{ActIx, Critical};
use super::assessment::{CriterionIx, CriticalFailure, Evidence, Milli, Reason, Verdict};
use super::judge::Judge;
use super::rules::Rule;
use super::state::Place;
use crate::scenario::model::{Act, Arg, VisitorIx};

/// What a critical failure costs when options are compared.
const CRITICAL_COST: i64 = 1_000_000;

impl Judge<'_> {
    pub(super) fn record(&mut self, bit: usize, verdict: Verdict, reason: Reason, place: Place, to: Option<VisitorIx>) {
        let criterion = &self.plan.criteria[bit];
        let points = verdict.points().0;
        let tally = &mut self.state.tallies[bit];
        tally.opportunities = tally.opportunities.saturating_add(1);
        tally.earned = tally.earned.saturating_add(points as u32);
        self.state.gain += i64::from(criterion.weight) * (2 * points - 1000);
        if !self.log.silent {
            let better = match verdict {
                Verdict::Hit => None,
                Verdict::Partial | Verdict::Miss => self.better(Some((bit, verdict)), place),
            };
            self.log.evidence.push(Evidence {
                turn: place.turn,
                at_ms: place.at_ms,
                criterion: CriterionIx(bit as u16),
                verdict,
                reason,
                node: place.node,
                chosen: place.chosen,
                better,
                to,
            });
        }
    }

    pub(super) fn fail(&mut self, kind: Critical, place: Place, act: Option<ActIx>) {
        let cap = self.plan.caps.get(&kind).copied().unwrap_or(Milli(1000));
        self.state.cap = self.state.cap.min(cap);
        self.state.gain -= CRITICAL_COST;
        if !self.log.silent {
            let better = self.better(None, place);
            self.log.critical.push(CriticalFailure {
                kind,
                turn: place.turn,
                at_ms: place.at_ms,
                node: place.node,
                chosen: place.chosen,
                act,
                better,
            });
        }
    }

    /// The best option on offer there: it serves the criterion better than what was chosen and, among those,
    /// the rubric as a whole best.
    fn better(&self, for_criterion: Option<(usize, Verdict)>, place: Place) -> Option<u8> {
        let plan = self.plan;
        let never_said =
            |act: &Act| matches!(act.arg, Arg::Word(word) if plan.act(act.kind).mirrors && !self.state.has_said(word));
        (place.offer.as_slice().iter())
            .filter(|o| Some(**o) != place.chosen)
            .filter_map(|o| Some((*o, plan.option(place.node, *o)?)))
            .filter(|(_, option)| !option.critical && option.offences == 0)
            .filter_map(|(o, option)| {
                let serves = match for_criterion {
                    None => i64::from(option.answers_risk),
                    Some((bit, verdict)) => {
                        let on = |mask: u64| mask >> bit & 1 == 1;
                        match (on(option.marks.hits), on(option.marks.partials), verdict) {
                            _ if on(option.marks.misses) => return None,
                            (true, ..) => 2,
                            (false, true, Verdict::Miss) => 1,
                            _ => return None,
                        }
                    }
                };
                (!option.acts.iter().any(never_said)).then_some((serves, option.worth, std::cmp::Reverse(o)))
            })
            .max()
            .map(|(_, _, o)| o.0)
    }

    /// The act that should have been done: one of the better option's, or else the first on offer that counts.
    pub(super) fn best_first(&self, bit: usize, place: Place) -> Option<ActIx> {
        let set = self.plan.criteria[bit].hit;
        let plan = self.plan;
        let better = self.better(Some((bit, Verdict::Miss)), place);
        let any = matches!(plan.criteria[bit].rule, Rule::Once { .. });
        (better.iter().chain(place.offer.as_slice()))
            .filter_map(|o| plan.option(place.node, *o))
            .filter(|o| any || o.offences == 0)
            .flat_map(|o| o.acts.iter().map(|a| a.kind))
            .find(|a| set.contains(*a))
            .or_else(|| set.iter().find(|a| plan.act(*a).mirrors))
            .or_else(|| set.iter().next())
    }
}
