//! What is asked for and how far facts and law support it; what other desks have answered before, where they disagree.

use crate::procedure::{ArticleIx, ClaimTerms};
use crate::vocabulary::Text;
use jiff::civil::Date;

/// Most claims of one scenario; nobody decides more in one matter.
pub const MAX_CLAIMS: usize = 20;
/// Most earlier answers to one question.
pub const MAX_ANSWERS: usize = 8;

/// One thing that is asked for.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Unique in the scenario; logs name it.
    pub id: String,
    /// In the words of the one who asks.
    pub asks: Text,
    /// How far it holds, what proves it, what one may do against a refusal.
    pub terms: ClaimTerms,
    /// How far, of a claim that holds in part; empty otherwise.
    pub only: Text,
    /// What it rests on beside facts that are told: a page of the case file, a reckoning. May be empty.
    pub because: Text,
    /// The articles that it stands or falls with.
    pub law: Vec<ArticleIx>,
    /// Where one may go against a refusal. May be empty.
    pub at: Text,
}

/// Earlier answers to one question that do not agree.
#[derive(Clone, Debug)]
pub struct EarlierAnswers {
    /// Unique in the scenario: what a cue `TwoAnswers` names.
    pub id: String,
    /// In the order of the days, at least two.
    pub answers: Vec<EarlierAnswer>,
    /// What is so.
    pub truth: Text,
}

/// What somebody answered.
#[derive(Clone, Debug)]
pub struct EarlierAnswer {
    /// The desk or person that gave it.
    pub who: Text,
    /// On which day.
    pub on: Date,
    /// In their words, or as told.
    pub said: Text,
}
