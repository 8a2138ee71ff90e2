//! Writing down: evidence, failures, and which option would have been better.

use super::assessment::{CriterionIx, CriticalFailure, Evidence, Milli, Reason, Verdict};
use super::judge::Judge;
use super::plan::Plan;
use super::rules::Rule;
use super::state::{Better, Finding, Log, MAX_WORDS, Place};
use crate::scenario::model::{Act, Arg};
use crate::vocabulary::{ActIx, Critical};
use crate::vocabulary::{VisitorIx, WordIx};

/// What a critical failure costs when options are compared.
const CRITICAL_COST: i64 = 1_000_000;

impl Judge<'_> {
    #[inline]
    pub(super) fn record(
        &mut self,
        bit: usize,
        verdict: Verdict,
        reason: Reason,
        place: &Place,
        to: Option<VisitorIx>,
    ) {
        let better = if verdict == Verdict::Hit { Better::Known(None) } else { Better::OnOffer };
        self.note(bit, verdict, reason, place, better, to);
    }

    /// Counts an observation and writes it down.
    #[inline]
    pub(super) fn note(
        &mut self,
        bit: usize,
        verdict: Verdict,
        reason: Reason,
        place: &Place,
        better: Better,
        to: Option<VisitorIx>,
    ) {
        self.count(bit, verdict);
        if !self.log.silent {
            self.log.write_down(Finding { bit: bit as u8, verdict, reason, place: *place, better, to });
        }
    }

    /// One more opportunity, and what was made of it.
    #[inline]
    pub(super) fn count(&mut self, bit: usize, verdict: Verdict) {
        let points = verdict.points().0;
        let tally = &mut self.state.tallies[bit];
        tally.opportunities = tally.opportunities.saturating_add(1);
        tally.earned = tally.earned.saturating_add(points as u32);
    }

    /// Weighted hits minus misses so far, for comparing options.
    pub(super) fn gain(&self) -> i64 {
        let counted = self.plan.criteria.iter().zip(&self.state.tallies).map(|(criterion, tally)| {
            i64::from(criterion.weight) * (2 * i64::from(tally.earned) - 1000 * i64::from(tally.opportunities))
        });
        counted.sum::<i64>() - CRITICAL_COST * i64::from(self.state.failures)
    }

    pub(super) fn fail(&mut self, kind: Critical, place: &Place, act: Option<ActIx>) {
        let better = if self.log.silent { None } else { self.better(None, place) };
        self.fail_for(kind, place, act, better);
    }

    /// The same where it is known what would have been better.
    pub(super) fn fail_for(&mut self, kind: Critical, place: &Place, act: Option<ActIx>, better: Option<u8>) {
        let cap = self.plan.caps.get(&kind).copied().unwrap_or(Milli(1000));
        self.state.cap = self.state.cap.min(cap);
        self.state.failures = self.state.failures.saturating_add(1);
        if !self.log.silent {
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

    fn better(&self, for_criterion: Option<(usize, Verdict)>, place: &Place) -> Option<u8> {
        better(self.plan, for_criterion, place, |word| self.state.has_said(word))
    }

    /// The act that should have been done: one of the better option's, or else the first on offer that counts.
    pub(super) fn best_first(&self, bit: usize, place: &Place) -> Option<ActIx> {
        let set = self.plan.criteria[bit].hit;
        let plan = self.plan;
        if self.log.silent {
            // Nobody will read which.
            return set.iter().next();
        }
        let better = self.better(Some((bit, Verdict::Miss)), place);
        let any = matches!(plan.criteria[bit].rule, Rule::Once { .. });
        let better = better.and_then(|o| plan.option(place.node, o));
        (better.into_iter().chain(plan.on_offer(place).map(|(_, option)| option)))
            .filter(|o| any || o.offences == 0)
            .flat_map(|o| o.acts.iter().map(|a| a.kind))
            .find(|a| set.contains(*a))
            .or_else(|| set.iter().find(|a| plan.act(*a).mirrors))
            .or_else(|| set.iter().next())
    }
}

impl Log {
    /// Apart from the counting, which machines do very often without it.
    #[inline(never)]
    fn write_down(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Everything that was written down, in that order, with what would have been better.
    pub(super) fn evidence(&self, plan: &Plan) -> impl Iterator<Item = Evidence> {
        (self.findings.iter().enumerate()).map(|(at, finding)| {
            let place = &finding.place;
            // A word that was said only later could not be given back yet. More words than are remembered count as said.
            let said = |word: WordIx| {
                word.at() >= MAX_WORDS || self.words.iter().any(|(known, before)| *known == word && *before <= at)
            };
            Evidence {
                turn: place.turn,
                at_ms: place.at_ms,
                criterion: CriterionIx(u16::from(finding.bit)),
                verdict: finding.verdict,
                reason: finding.reason,
                node: place.node,
                chosen: place.chosen.or_else(|| entry_that(plan, finding.reason, place)),
                better: match finding.better {
                    Better::Known(better) => better,
                    Better::OnOffer => better(plan, Some((usize::from(finding.bit), finding.verdict)), place, said),
                },
                to: finding.to,
            }
        })
    }
}

/// The best option on offer there: it serves the criterion better than what was chosen and, among those,
/// the rubric as a whole best. A word can only be given back that has been said.
fn better(
    plan: &Plan,
    for_criterion: Option<(usize, Verdict)>,
    place: &Place,
    said: impl Fn(WordIx) -> bool,
) -> Option<u8> {
    let never_said = |act: &Act| matches!(act.arg, Arg::Word(word) if plan.act(act.kind).mirrors && !said(word));
    (plan.on_offer(place))
        .filter(|(o, _)| Some(*o) != place.chosen && !place.written.contains(*o))
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

/// The entry of a paper that did what is judged.
fn entry_that(plan: &Plan, reason: Reason, place: &Place) -> Option<u8> {
    let (Reason::Did(act)
    | Reason::Answered(_, act)
    | Reason::NotTakenIn(act)
    | Reason::NeverSaid(act)
    | Reason::OutOfOrder { did: act, .. }
    | Reason::InOrder { did: act, .. }) = reason
    else {
        return None;
    };
    let does =
        |entry: &u8| plan.option(place.node, *entry).is_some_and(|option| option.acts.iter().any(|a| a.kind == act));
    place.written.iter().find(does)
}
