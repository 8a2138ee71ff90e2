//! What was found, written down turn by turn; made into evidence when a report asks.

use super::assessment::{CriterionIx, CriticalFailure, Evidence, Reason, Verdict};
use super::better::{Wanted, best_option};
use super::moment::Moment;
use super::plan::Plan;
use super::said_words::SaidWords;
use crate::vocabulary::VisitorIx;

/// What is written down, where anything is.
#[derive(Clone, Debug, Default)]
pub(super) struct Findings {
    /// True for machines that play very often and look at the scores alone.
    pub silent: bool,
    pub list: Vec<Finding>,
    pub critical: Vec<CriticalFailure>,
}

/// One observation as it is written down in a turn. What only a report asks for is worked out when it asks.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub criterion: CriterionIx,
    pub verdict: Verdict,
    pub reason: Reason,
    pub moment: Moment,
    pub better: Better,
    pub to: Option<VisitorIx>,
    /// How many feeling words had been said by then.
    pub words: usize,
}

/// What would have been better.
#[derive(Clone, Copy, Debug)]
pub(super) enum Better {
    /// It is known what, or that nothing was.
    Known(Option<u8>),
    /// The best of what was on offer there for this criterion.
    OnOffer,
}

impl Findings {
    pub(super) fn silent() -> Self {
        Self { silent: true, ..Self::default() }
    }

    pub(super) fn clear(&mut self) {
        self.list.clear();
        self.critical.clear();
    }

    /// Everything that was written down, in that order, with what would have been better.
    pub(super) fn evidence(&self, plan: &Plan, words: &SaidWords) -> impl Iterator<Item = Evidence> {
        self.list.iter().map(|finding| {
            let moment = &finding.moment;
            let wanted = Wanted::Criterion(finding.criterion, finding.verdict);
            // A word that was said only later could not be given back yet.
            let said = |word| words.was_among(finding.words, word);
            Evidence {
                turn: moment.turn,
                at_ms: moment.at_ms,
                criterion: finding.criterion,
                verdict: finding.verdict,
                reason: finding.reason,
                node: moment.node,
                chosen: moment.chosen.or_else(|| entry_that(plan, finding.reason, moment)),
                better: match finding.better {
                    Better::Known(better) => better,
                    Better::OnOffer => best_option(plan, wanted, moment, said),
                },
                to: finding.to,
            }
        })
    }
}

/// The entry of a paper that did what is judged.
fn entry_that(plan: &Plan, reason: Reason, moment: &Moment) -> Option<u8> {
    let (Reason::Did(act)
    | Reason::Answered(_, act)
    | Reason::NotTakenIn(act)
    | Reason::NeverSaid(act)
    | Reason::OutOfOrder { did: act, .. }
    | Reason::InOrder { did: act, .. }) = reason
    else {
        return None;
    };
    let does = |entry: &u8| plan.option(moment.node, *entry).is_some_and(|option| option.does(act));
    moment.written.iter().find(does)
}
