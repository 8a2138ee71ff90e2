//! What rules work with: what is laid out, what they share, and where they write down what they find.

use super::assessment::{CriterionIx, Milli, Reason, Verdict, Wrong};
use super::criteria::Criterion;
use super::findings::{Better, CriterionFinding, CriticalFinding, Findings, Grounds};
use super::moment::Moment;
use super::plan::Plan;
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
        self.write(CriterionFinding {
            criterion,
            verdict,
            why: Grounds::Seen(reason),
            moment: moment.clone(),
            better,
            to,
            words: self.situation.words.count(),
        });
    }

    /// A miss for what should have been done there.
    pub(super) fn miss(&mut self, criterion: CriterionIx, why: Grounds, moment: &Moment, to: Option<VisitorIx>) {
        let (verdict, better, words) = (Verdict::Miss, Better::OnOffer, self.situation.words.count());
        self.write(CriterionFinding { criterion, verdict, why, moment: moment.clone(), better, to, words });
    }

    fn write(&mut self, finding: CriterionFinding) {
        let points = match finding.why {
            Grounds::Seen(reason) => reason.points(finding.verdict),
            _ => finding.verdict.points(),
        };
        self.score.count(finding.criterion, points);
        let criterion = self.criterion(finding.criterion);
        if let (Verdict::Miss, Some(dimension), Some(cap)) = (finding.verdict, criterion.dimension, criterion.cap) {
            self.score.cap(dimension, cap);
        }
        self.findings.add(finding);
    }

    /// A critical failure; what sees to the danger is among what was on offer there.
    pub(super) fn fail(&mut self, kind: Critical, moment: &Moment, act: Option<ActIx>) {
        self.fail_for(kind, moment, act, Better::OnOffer);
    }

    /// The same where it is known what would have been better.
    pub(super) fn fail_for(&mut self, kind: Critical, moment: &Moment, act: Option<ActIx>, better: Better) {
        self.fails(kind, moment, act, None, better);
    }

    /// Somebody else has failed so, and it was let stand; what would have answered it served this criterion.
    pub(super) fn fail_by_silence(&mut self, kind: Critical, moment: &Moment, stood: Wrong, criterion: CriterionIx) {
        self.fails(kind, moment, None, Some(stood), Better::OnOfferFor(criterion));
    }

    fn fails(&mut self, kind: Critical, moment: &Moment, act: Option<ActIx>, stood: Option<Wrong>, better: Better) {
        self.score.fail(self.plan.caps.get(&kind).copied().unwrap_or(Milli(1000)));
        let (moment, words) = (moment.clone(), self.situation.words.count());
        self.findings.fail(CriticalFinding { kind, moment, act, stood, better, words });
    }
}
