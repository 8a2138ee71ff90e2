//! What the trainee can choose or write, and what it does.

use super::matter::Taking;
use super::model::{AnyText, Target, Text, When};
use crate::procedure::{ArticleIx, Decides, Decision, PaperIx};
use crate::vocabulary::ActIx;
use crate::vocabulary::{FactIx, PromiseIx, Quantity, Somebody, VarIx, VisitorIx, WordIx};
use serde::{Deserialize, Serialize};

/// Something that the trainee can choose or write.
#[derive(Clone, Debug)]
pub struct Opt {
    /// Unique within its node; logs name it.
    pub id: String,
    /// Words, a gesture, or something done at the desk.
    pub kind: OptionKind,
    /// The engine's own where an entry of a form is.
    pub text: AnyText,
    /// What it does, in this order.
    pub acts: Vec<Act>,
    /// On what it depends whether it is offered; `None`: nothing.
    pub when: Option<When>,
    /// Whom it is meant for; `None`: whoever is spoken to there.
    pub to: Option<Somebody>,
    /// What happens to counters when it is chosen.
    pub effects: Vec<Effect>,
    /// The step that the matter takes with it.
    pub step: Option<Taking>,
    /// What it decides on claims, each at most once.
    pub decides: Vec<Decision>,
    /// Where the play goes on.
    pub then: Target,
    /// The articles that put its words right, where they tell the law wrongly.
    pub law_says: Vec<ArticleIx>,
    /// What the author sets by hand here.
    pub own: Option<Box<Own>>,
}

impl Decides for Opt {
    fn decides(&self) -> &[Decision] {
        &self.decides
    }
}

/// An author's own word on what an option does, over the visitor model's or the rubric's.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    /// Added after the acts have been met, −0.5..0.5 each.
    pub feel: Vec<(VisitorIx, Quantity, f64)>,
    /// By the criterion's id; one that the rubric in use does not have is passed over.
    pub score: Vec<(String, Judged)>,
    /// Why, for the debrief.
    pub why: Text,
}

/// What an option counts for one criterion, whatever its acts say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Judged {
    /// As if it did what the criterion asks.
    Hit,
    /// As if it did half of it.
    Partial,
    /// As if it let the chance go by.
    Miss,
    /// Nothing at all: no opportunity.
    None,
}

/// What an option is: how it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// Words.
    Response,
    /// Without words.
    Gesture,
    /// Paper, telephone, referral.
    DeskAction,
}

/// What an option does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Act {
    /// What it does, by the catalogue.
    pub kind: ActIx,
    /// What stands in its brackets.
    pub arg: Arg,
}

/// What an act is done with or about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arg {
    /// Nothing stands in brackets.
    None,
    /// A feeling word.
    Word(WordIx),
    /// A fact.
    Fact(FactIx),
    /// An article.
    Article(ArticleIx),
    /// A kind of paper.
    Paper(PaperIx),
    /// A promise.
    Promise(PromiseIx),
    /// Whose it is: a leak names the one who confided it.
    Visitor(VisitorIx),
}

/// What happens to a counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It becomes this, within its bounds.
    Set(VarIx, i32),
    /// It grows by this, or falls; within its bounds.
    Add(VarIx, i32),
}
