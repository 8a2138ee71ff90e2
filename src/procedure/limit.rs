//! The time limits and figures that the law sets, as the law packs give them.

use super::calendar::Period;
use super::law::ArticleIx;
use crate::vocabulary::{Message, all};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// A time limit of the law. What it runs from stands with each.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumCount,
    VariantArray,
    IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Limit {
    /// The petition office forwards or assigns: from receipt.
    Forward,
    /// The competent body's written notice of receipt and path: from receipt.
    Notice,
    /// The same for a matter that was forwarded to it: from its receipt there.
    ForwardedNotice,
    /// A body that is not competent objects: from its receipt there.
    Objection,
    /// Closing a matter under Art. 31(6): from acceptance.
    Decision,
    /// The same with an approved extension, told with its reason: from acceptance.
    #[strum(serialize = "decision+extension")]
    ExtendedDecision,
    /// The visitor asks for review: from the written answer.
    AskReview,
    /// The next higher body answers: from the request.
    Review,
    /// The visitor asks for re-review: from the answer to the review.
    AskReReview,
    /// The body above answers: from the request, hearing days not counted.
    ReReview,
    /// Labour inspection is completed: from the opening of the case.
    Inspection,
    /// The same with the extension that the article allows.
    #[strum(serialize = "inspection+extension")]
    ExtendedInspection,
    /// The arbitration commission decides on acceptance: from the application.
    ArbitrationAcceptance,
    /// The award: from acceptance.
    Award,
    /// The same with the extension that the article allows.
    #[strum(serialize = "award+extension")]
    ExtendedAward,
    /// Who disagrees with an award sues: from its receipt.
    SueAfterAward,
    /// Both sides ask the court to confirm a mediated agreement: from its taking effect.
    CourtConfirmation,
    /// Administrative reconsideration is asked for: from learning of the act.
    AskReconsideration,
    /// A second look at an appraisal is asked for: from receipt of the report.
    AskSecondAppraisal,
    /// The institution looks again: from the request.
    SecondAppraisal,
    /// The expert committee is asked: from the result of the second look.
    AskExpertAppraisal,
}

impl Limit {
    /// In the order of declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// As typed and as in text ids: `re-review`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The limit with this id, as somebody types it.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|limit| limit.id() == id)
    }

    /// Whether it is the visitor's own time: naming a shorter one takes a right away, where naming a shorter one
    /// for the office is only a stricter promise.
    pub const fn is_the_visitors(self) -> bool {
        matches!(
            self,
            Self::AskReview
                | Self::AskReReview
                | Self::SueAfterAward
                | Self::CourtConfirmation
                | Self::AskReconsideration
                | Self::AskSecondAppraisal
                | Self::AskExpertAppraisal
        )
    }

    /// What has to be done in this time, for a person.
    pub fn label(self) -> Message {
        Message::new(self.text_id())
    }

    /// The day it runs from, for a person.
    pub fn runs_from(self) -> Message {
        Message::new(format!("{}.from", self.text_id()))
    }

    fn text_id(self) -> String {
        format!("limit-{}", self.id().replace('+', "-with-"))
    }
}

/// A time limit as a law pack sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitRule {
    /// Which limit it is.
    pub limit: Limit,
    /// The article that sets it.
    pub article: ArticleIx,
    /// How long it is.
    pub period: Period,
    /// Whether the time of a hearing is not counted.
    pub hearing_apart: bool,
}

/// How several people with one matter come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectiveVisitRule {
    /// The article that sets the figures.
    pub article: ArticleIx,
    /// From how many people on a visit is collective.
    pub collective_threshold: u16,
    /// Set where that number is custom, not the text of the law.
    pub threshold_unverified: bool,
    /// The most representatives who may come.
    pub max_representatives: u16,
}
