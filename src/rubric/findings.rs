//! What was found, written down turn by turn; made into evidence when a report asks.

use super::assessment::{CriterionIx, CriticalFailure, Evidence, Reason, Verdict, Wrong};
use super::better::{Aim, There};
use super::moment::Moment;
use super::plan::Plan;
use super::said_words::SaidWords;
use crate::vocabulary::{ActIx, Critical, VisitorIx, WordIx};

/// What is written down of a session, turn by turn.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    list: Vec<CriterionFinding>,
    failures: Vec<CriticalFinding>,
}

/// One observation as it is written down in a turn. What only a report asks for is worked out when it asks.
#[derive(Clone, Debug)]
pub(super) struct CriterionFinding {
    pub criterion: CriterionIx,
    pub verdict: Verdict,
    pub why: Grounds,
    pub moment: Moment,
    pub better: Better,
    pub to: Option<VisitorIx>,
    /// How many feeling words had been said by then.
    pub words: usize,
}

/// A critical failure as it is written down in a turn.
#[derive(Clone, Debug)]
pub(super) struct CriticalFinding {
    pub kind: Critical,
    pub moment: Moment,
    pub act: Option<ActIx>,
    pub stood: Option<Wrong>,
    pub better: Better,
    /// How many feeling words had been said by then.
    pub words: usize,
}

/// What earned the verdict.
#[derive(Clone, Copy, Debug)]
pub(super) enum Grounds {
    Seen(Reason),
    /// The act that should have been done there never was.
    NeverDid,
    /// This act came before one that should have been done first; an option that offends does not say which.
    Before(ActIx),
}

/// What would have been better.
#[derive(Clone, Copy, Debug)]
pub(super) enum Better {
    /// It is known what, or that nothing was.
    Known(Option<u8>),
    /// The best of what was on offer there: for the criterion, or for seeing to the danger.
    OnOffer,
    /// The best of what was on offer there for this criterion.
    OnOfferFor(CriterionIx),
}

impl Findings {
    pub(super) fn add(&mut self, finding: CriterionFinding) {
        self.list.push(finding);
    }

    pub(super) fn fail(&mut self, failure: CriticalFinding) {
        self.failures.push(failure);
    }

    /// Whether anything was missed by a criterion that counts, or failed.
    pub(super) fn offend(&self, counts: impl Fn(CriterionIx) -> bool) -> bool {
        let missed = |finding: &CriterionFinding| finding.verdict == Verdict::Miss && counts(finding.criterion);
        !self.failures.is_empty() || self.list.iter().any(missed)
    }

    /// Everything that was written down, in that order, with what would have been better.
    pub(super) fn evidence(&self, plan: &Plan, words: &SaidWords) -> impl Iterator<Item = Evidence> {
        self.list.iter().filter_map(|finding| {
            let moment = &finding.moment;
            // A word that was said only later could not be given back yet.
            let there = There { plan, moment, said: |word| words.was_among(finding.words, word) };
            let reason = finding.why.reason(&there, finding.criterion)?;
            Some(Evidence {
                turn: moment.turn,
                at_ms: moment.at_ms,
                criterion: finding.criterion,
                verdict: finding.verdict,
                reason,
                node: moment.node,
                chosen: moment.chosen.or_else(|| entry_that(plan, reason, moment)),
                better: match finding.better {
                    Better::Known(better) => better,
                    // The same words to somebody who cannot take them in are no better.
                    Better::OnOffer if matches!(reason, Reason::NotTakenIn(_)) => None,
                    Better::OnOffer => there.best_option(match reason {
                        Reason::Unanswered(cue) | Reason::Answered(cue, _) => {
                            Aim::Cue(finding.criterion, finding.verdict, cue)
                        }
                        _ => Aim::Criterion(finding.criterion, finding.verdict),
                    }),
                    Better::OnOfferFor(criterion) => there.best_option(Aim::Criterion(criterion, finding.verdict)),
                },
                to: finding.to,
            })
        })
    }

    /// The critical failures, in the order in which they were written down.
    pub(super) fn critical(&self, plan: &Plan, words: &SaidWords) -> impl Iterator<Item = CriticalFailure> {
        self.failures.iter().map(|failure| {
            let CriticalFinding { kind, ref moment, act, stood, better, words: by_then } = *failure;
            let there = There { plan, moment, said: |word| words.was_among(by_then, word) };
            let better = match better {
                Better::Known(better) => better,
                Better::OnOffer if kind == Critical::IgnoredRisk => there.best_option(Aim::Danger),
                Better::OnOffer => there.best_option(Aim::Safety),
                Better::OnOfferFor(criterion) => there.best_option(Aim::Criterion(criterion, Verdict::Miss)),
            };
            let Moment { turn, at_ms, node, chosen, .. } = *moment;
            CriticalFailure { kind, turn, at_ms, node, chosen, act, stood, better }
        })
    }
}

impl Grounds {
    /// What is told of it; `None` where no act would have fulfilled the criterion, as no rubric that was read has it.
    fn reason(self, there: &There<impl Fn(WordIx) -> bool>, criterion: CriterionIx) -> Option<Reason> {
        match self {
            Self::Seen(reason) => Some(reason),
            Self::NeverDid => there.best_act(criterion, |_| true).map(Reason::NeverDid),
            Self::Before(did) => {
                let before = there.best_act(criterion, |option| !option.offends).unwrap_or(did);
                Some(Reason::OutOfOrder { did, before })
            }
        }
    }
}

/// The entry of a paper that did what is judged.
fn entry_that(plan: &Plan, reason: Reason, moment: &Moment) -> Option<u8> {
    let (Reason::Did(act)
    | Reason::Answered(_, act)
    | Reason::NotTakenIn(act)
    | Reason::OutOfPlace(act, _)
    | Reason::NeverSaid(act)
    | Reason::OutOfOrder { did: act, .. }
    | Reason::InOrder { did: act, .. }) = reason
    else {
        return None;
    };
    let does = |entry: &u8| plan.option(moment.node, *entry).is_some_and(|option| option.does(act));
    moment.written.iter().find(does)
}
