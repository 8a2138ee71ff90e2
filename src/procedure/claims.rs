//! Claims: what is asked for, how far facts and law support it, and whether what was decided agrees with that.

use super::forms::{Fault, Remedy};
use super::limit::Limit;
use crate::vocabulary::{ClaimIx, FactIx, Message, kebab};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// How far a claim is supported by facts and law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, VariantArray)]
pub enum Holds {
    /// All of it.
    Yes,
    /// A part; the author says which.
    Partly,
    /// None of it.
    No,
    /// Neither is settled yet: somebody else has to find out or to recognise it first.
    Open,
}

/// What is decided on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, VariantArray)]
pub enum Ruling {
    /// All that was asked for.
    Grant,
    /// The part of it that holds.
    Part,
    /// None of it.
    Refuse,
    /// Not decided yet: it is still being verified.
    Open,
    /// Closed for good: nothing more is accepted, whatever comes.
    Close,
    /// Words from which nobody can tell what is decided.
    Vague,
}

impl Ruling {
    /// As an author writes it: `Grant`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What it is called: `ruling-grant`.
    pub fn label(self) -> Message {
        Message::new(format!("ruling-{}", kebab(self.name())))
    }

    /// Whether it takes something away from the one who asks, so that they need a way to contest it.
    pub const fn refuses(self) -> bool {
        matches!(self, Self::Refuse | Self::Part)
    }
}

impl Holds {
    /// As an author writes it: `Partly`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What it is called: `holds-partly`.
    pub fn label(self) -> Message {
        Message::new(format!("holds-{}", kebab(self.name())))
    }

    /// What has to be decided where every fact that counts is known.
    pub const fn ruling(self) -> Ruling {
        match self {
            Self::Yes => Ruling::Grant,
            Self::Partly => Ruling::Part,
            Self::No => Ruling::Refuse,
            Self::Open => Ruling::Open,
        }
    }
}

/// A decision on one claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decision {
    /// Which claim of the scenario.
    pub claim: ClaimIx,
    /// What is decided on it.
    pub ruling: Ruling,
}

/// Whatever can decide claims: an option, an entry of a form.
pub trait Decides {
    /// Each claim at most once.
    fn decides(&self) -> &[Decision];
}

/// What a decision on a claim is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimTerms {
    /// How far it is supported, as the author has it.
    pub holds: Holds,
    /// The facts that prove it, or that it is unfounded; while one of them has not been told, the claim is open.
    pub facts: Vec<FactIx>,
    /// What one may do against a refusal, where that is not what the paper's own kind says.
    pub remedy: Option<Remedy>,
}

/// What a decision came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecisionFound {
    /// What facts and law call for now.
    pub right: Ruling,
    /// What is wrong with it; `None`: it agrees with facts and law.
    pub fault: Option<Fault>,
}

impl ClaimTerms {
    /// Holds a ruling (`None`: the paper passes over the claim) against facts and law; `told`: facts told so far.
    pub fn judge(&self, ruling: Option<Ruling>, told: &dyn Fn(FactIx) -> bool) -> DecisionFound {
        let proven = self.facts.iter().all(|fact| told(*fact));
        let right = if proven { self.holds.ruling() } else { Ruling::Open };
        DecisionFound { right, fault: self.fault(ruling, proven) }
    }

    /// The same where every fact that counts is known.
    pub fn judge_proven(&self, ruling: Ruling) -> Option<Fault> {
        self.fault(Some(ruling), true)
    }

    fn fault(&self, ruling: Option<Ruling>, proven: bool) -> Option<Fault> {
        let unproven = || (!proven).then_some(Fault::Unproven);
        match (ruling, self.holds) {
            (None, _) => Some(Fault::ClaimLeftOut),
            (Some(Ruling::Vague), _) => Some(Fault::DecidesNothing),
            (Some(Ruling::Close), _) => Some(Fault::SealedOpen),
            (Some(Ruling::Open), Holds::Open) => None,
            (Some(Ruling::Open), _) => proven.then_some(Fault::PutOff),
            (Some(Ruling::Refuse), Holds::Open) => Some(Fault::SealedOpen),
            (Some(Ruling::Grant), Holds::Yes)
            | (Some(Ruling::Part), Holds::Partly)
            | (Some(Ruling::Refuse), Holds::No) => unproven(),
            (Some(Ruling::Refuse), Holds::Yes | Holds::Partly) => Some(Fault::RefusedSupported),
            (Some(Ruling::Grant), Holds::Partly) => Some(Fault::GrantedTooMuch),
            (Some(Ruling::Grant | Ruling::Part), Holds::No | Holds::Open) => Some(Fault::GrantedUnsupported),
            (Some(Ruling::Part), Holds::Yes) => Some(Fault::GrantedTooLittle),
        }
    }
}

/// What a paper says of a claim, by all that was written on it: words that contradict each other decide nothing.
pub fn ruling_of(claim: ClaimIx, written: impl Iterator<Item = Decision>) -> Option<Ruling> {
    let mut rulings = written.filter(|decision| decision.claim == claim).map(|decision| decision.ruling);
    let first = rulings.next()?;
    Some(if rulings.all(|other| other == first) { first } else { Ruling::Vague })
}

impl Remedy {
    /// The limit of the law within which one may take it; `None`: the packs hold none for it.
    pub const fn limit(self) -> Option<Limit> {
        match self {
            Self::Review => Some(Limit::AskReview),
            Self::ReReview => Some(Limit::AskReReview),
            Self::Reconsideration => Some(Limit::AskReconsideration),
            Self::Litigation | Self::Arbitration | Self::Final => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(holds: Holds) -> ClaimTerms {
        ClaimTerms { holds, facts: vec![FactIx(0)], remedy: None }
    }

    #[test]
    fn only_what_facts_and_law_support_is_right() {
        for holds in Holds::VARIANTS {
            for ruling in Ruling::VARIANTS {
                let found = terms(*holds).judge(Some(*ruling), &|_| true);
                assert_eq!(found.fault.is_none(), *ruling == holds.ruling(), "{holds:?} {ruling:?} {found:?}");
                assert!(found.fault.is_none_or(|fault| fault.is_of_decision() && !fault.is_slight()), "{found:?}");
            }
        }
    }

    #[test]
    fn what_is_not_proven_yet_is_left_open() {
        for holds in Holds::VARIANTS {
            for ruling in Ruling::VARIANTS {
                let found = terms(*holds).judge(Some(*ruling), &|_| false);
                assert_eq!(found.right, Ruling::Open);
                let fault = found.fault;
                match ruling {
                    Ruling::Open => assert_eq!(fault, None),
                    // Right by luck is half right; what is wrong is as wrong as ever.
                    _ if *ruling == holds.ruling() => assert_eq!(fault, Some(Fault::Unproven)),
                    _ => assert!(fault.is_some_and(|fault| !fault.is_slight()), "{holds:?} {ruling:?}"),
                }
            }
        }
    }

    #[test]
    fn a_paper_that_contradicts_itself_decides_nothing() {
        let decided = |rulings: &[Ruling]| {
            let all = rulings.iter().map(|ruling| Decision { claim: ClaimIx(1), ruling: *ruling });
            ruling_of(ClaimIx(1), all.collect::<Vec<_>>().into_iter())
        };
        assert_eq!(decided(&[]), None);
        assert_eq!(decided(&[Ruling::Grant, Ruling::Grant]), Some(Ruling::Grant));
        assert_eq!(decided(&[Ruling::Grant, Ruling::Refuse]), Some(Ruling::Vague));
    }
}
