//! What rules work with: what is laid out, what they share, and where they write down what they find.

use super::assessment::{CriterionIx, CriticalFailure, Milli, Reason, Verdict};
use super::better::{Wanted, best_option};
use super::criteria::Criterion;
use super::findings::{Better, Finding, Findings};
use super::moment::Moment;
use super::plan::{Plan, PlannedOption};
use super::score::Score;
use super::situation::Situation;
use crate::vocabulary::{ActIx, Critical, VisitorIx};

/// What rules work with.
pub(super) struct Scoring<'a> {
    pub plan: &'a Plan,
    pub situation: &'a mut Situation,
    pub score: &'a mut Score,
    pub findings: &'a mut Findings,
    /// Whether time is measured.
    pub timed: bool,
}

impl<'a> Scoring<'a> {
    pub(super) fn criterion(&self, criterion: CriterionIx) -> &'a Criterion {
        &self.plan.criteria[criterion.at()]
    }

    /// Counts an observation and writes it down; what would have been better is among what was on offer there.
    pub(super) fn record(
        &mut self,
        criterion: CriterionIx,
        verdict: Verdict,
        reason: Reason,
        moment: &Moment,
        to: Option<VisitorIx>,
    ) {
        let better = if verdict == Verdict::Hit { Better::Known(None) } else { Better::OnOffer };
        self.note(criterion, verdict, reason, moment, better, to);
    }

    /// The same where it is known what would have been better.
    pub(super) fn note(
        &mut self,
        criterion: CriterionIx,
        verdict: Verdict,
        reason: Reason,
        moment: &Moment,
        better: Better,
        to: Option<VisitorIx>,
    ) {
        self.score.count(criterion, verdict);
        if !self.findings.silent {
            let (moment, words) = (moment.clone(), self.situation.words.count());
            self.findings.list.push(Finding { criterion, verdict, reason, moment, better, to, words });
        }
    }

    /// A critical failure; what sees to the danger is among what was on offer there.
    pub(super) fn fail(&mut self, kind: Critical, moment: &Moment, act: Option<ActIx>) {
        let better = if self.findings.silent { None } else { self.best_option(Wanted::Safety, moment) };
        self.fail_for(kind, moment, act, better);
    }

    /// The same where it is known what would have been better.
    pub(super) fn fail_for(&mut self, kind: Critical, moment: &Moment, act: Option<ActIx>, better: Option<u8>) {
        self.score.fail(self.plan.caps.get(&kind).copied().unwrap_or(Milli(1000)));
        if !self.findings.silent {
            let Moment { turn, at_ms, node, chosen, .. } = *moment;
            self.findings.critical.push(CriticalFailure { kind, turn, at_ms, node, chosen, act, better });
        }
    }

    /// The act that should have been done there: one of the better option's, or else the first on offer that counts, of
    /// such options as may be named.
    pub(super) fn best_act(
        &self,
        criterion: CriterionIx,
        moment: &Moment,
        may_be_named: impl Fn(&PlannedOption) -> bool,
    ) -> Option<ActIx> {
        let (plan, wanted) = (self.plan, &self.criterion(criterion).hit);
        if self.findings.silent {
            // Nobody will read which.
            return wanted.iter().next();
        }
        let better = self.best_option(Wanted::Criterion(criterion, Verdict::Miss), moment);
        let better = better.and_then(|option| plan.option(moment.node, option));
        (better.into_iter().chain(plan.on_offer(moment).map(|(_, option)| option)))
            .filter(|option| may_be_named(option))
            .flat_map(|option| option.acts.iter().map(|act| act.kind))
            .find(|act| wanted.contains(*act))
            .or_else(|| wanted.iter().find(|act| plan.act(*act).mirrors))
            .or_else(|| wanted.iter().next())
    }

    fn best_option(&self, wanted: Wanted, moment: &Moment) -> Option<u8> {
        best_option(self.plan, wanted, moment, |word| self.situation.words.contains(word))
    }
}
