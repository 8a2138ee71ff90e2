//! What the trainee can choose or write, and what it does.

use super::matter::Taking;
use super::model::{AnyText, Target, Text, When};
use crate::procedure::{ArticleIx, Decides, Decision, PaperIx};
use crate::vocabulary::ActIx;
use crate::vocabulary::{FactIx, PromiseIx, Quantity, Somebody, VarIx, VisitorIx, WordIx};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug)]
pub struct Opt {
    pub id: String,
    pub kind: OptionKind,
    /// The engine's own where an entry of a form is.
    pub text: AnyText,
    pub acts: Vec<Act>,
    pub when: Option<When>,
    /// Whom it is meant for; `None`: whoever is spoken to there.
    pub to: Option<Somebody>,
    pub effects: Vec<Effect>,
    /// The step that the matter takes with it.
    pub step: Option<Taking>,
    /// What it decides on claims, each at most once.
    pub decides: Vec<Decision>,
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
    Hit,
    Partial,
    Miss,
    /// Nothing at all: no opportunity.
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    Response,
    Gesture,
    DeskAction,
}

/// What an option does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Act {
    pub kind: ActIx,
    pub arg: Arg,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arg {
    None,
    Word(WordIx),
    Fact(FactIx),
    Article(ArticleIx),
    Paper(PaperIx),
    Promise(PromiseIx),
    /// Whose it is: a leak names the one who confided it.
    Visitor(VisitorIx),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    Set(VarIx, i32),
    Add(VarIx, i32),
}
