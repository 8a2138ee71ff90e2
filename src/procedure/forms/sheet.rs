//! What is written on a paper: its fields and what stands in them.

use crate::procedure::deadline::PromisedTime;
use crate::procedure::matter::{Class, Route, Urgency};
use crate::vocabulary::{Message, all};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// A field of a paper.
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
    IntoStaticStr,
    VariantArray,
)]
#[strum(serialize_all = "kebab-case", const_into_str)]
pub enum PaperField {
    /// Who the visitor is.
    Person,
    /// The number of the ID card: shown masked.
    IdNumber,
    /// Address, telephone.
    Contact,
    /// How many people came.
    People,
    /// What the visitor wants, as meant.
    Claim,
    /// What happened; on an opinion: what was found.
    Facts,
    /// Why the result follows from the facts.
    Reasons,
    /// When the matter was received.
    ReceivedOn,
    Class,
    Urgency,
    /// Which of the six kinds of Article 31.
    Route,
    /// Which body handles it.
    Body,
    /// How it will be handled.
    Procedure,
    /// By when.
    Deadline,
    /// The article it rests on.
    Basis,
    /// Supported, explained, not supported.
    Result,
    /// What the visitor may do who disagrees, and within what time.
    Remedy,
    /// Why it takes longer.
    Reason,
    /// Who approved.
    Approval,
    /// Date beside the seal.
    SealDate,
    Signatures,
    /// Both sides of a dispute.
    Parties,
    /// What it is about.
    Dispute,
    /// That both take part of their own will.
    Consent,
    /// Who does what.
    Terms,
    /// What happens if it is not kept.
    Breach,
    /// Papers handed over.
    Attachments,
    /// Who follows it up.
    FollowUp,
    /// When it was held.
    HeldOn,
    Place,
    Present,
    /// Seen, heard and measured.
    Observed,
    /// What is not clear yet.
    Unclear,
    Channel,
    Progress,
    Satisfaction,
    NextStep,
    /// The real hardship.
    Hardship,
    /// The help linked in, and who is in charge of it.
    Help,
    /// How contact is kept.
    ContactPlan,
    /// Anything else that the author prints on a sheet.
    Other,
    // What a desk has no business to collect unless the paper asks for it.
    Health,
    Religion,
    Family,
    Employer,
    Income,
    BankAccount,
    Fingerprint,
    SocialAccounts,
    /// Who stood behind the visit, who else complains.
    Backers,
}

impl PaperField {
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// As in text ids: `id-number`.
    pub const fn id(self) -> &'static str {
        self.into_str()
    }
}

impl PaperField {
    /// Personal data that no paper needs unless it names the field.
    pub const fn is_needless(self) -> bool {
        matches!(
            self,
            Self::Health
                | Self::Religion
                | Self::Family
                | Self::Employer
                | Self::Income
                | Self::BankAccount
                | Self::Fingerprint
                | Self::SocialAccounts
                | Self::Backers
        )
    }

    pub fn label(self) -> Message {
        Message::new(format!("field-{}", self.id()))
    }
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PaperEntry {
    /// Left empty: anything can still be written in.
    Blank,
    /// Left empty and struck out.
    Struck,
    /// Words, with how they stand to what the visitor said and to what is so.
    Words {
        text: String,
        truth: Truthfulness,
    },
    /// The number of an ID card, masked or not; `已核验` for one that was only checked.
    IdNumber(String),
    /// A number of people.
    Count(u16),
    Date(Date),
    Class(Class),
    Urgency(Urgency),
    Route(Route),
    /// A body, with how it stands to the matter.
    Body {
        name: String,
        standing: Standing,
    },
    /// A time.
    Time(PromisedTime),
    /// What a decision rests on; several are judged one by one.
    Basis(Vec<Basis>),
    /// What one who disagrees may do, and within what time.
    Remedy {
        remedy: Remedy,
        within: PromisedTime,
        /// The body that it names; `None`: it is not judged.
        to: Option<Decider>,
    },
    /// How many have signed.
    Signed(u8),
}

impl PaperEntry {
    /// Words that are as they should be.
    pub fn words(text: impl Into<String>) -> Self {
        Self::Words { text: text.into(), truth: Truthfulness::Right }
    }

    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Blank | Self::Struck => true,
            Self::Words { text, .. } | Self::IdNumber(text) | Self::Body { name: text, .. } => text.trim().is_empty(),
            Self::Basis(bases) => bases.is_empty(),
            _ => false,
        }
    }
}

/// How words on a paper stand to what was said and to what is so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Truthfulness {
    /// As the visitor said it, or as it is.
    #[default]
    Right,
    /// Bent: not what the visitor meant.
    Twisted,
    /// Nobody has said it in this session.
    NotTold,
    /// Not so.
    Wrong,
}

/// How a body stands to a matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Standing {
    #[default]
    Competent,
    NotCompetent,
    /// The person or unit that the matter accuses.
    Accused,
}

/// What a decision says it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Basis {
    /// `noise2022/70`.
    Article(String),
    /// The act without its article.
    ActOnly(String),
    /// 有关规定.
    Vague(String),
}

/// What somebody may do who disagrees.
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
#[strum(serialize_all = "kebab-case", const_into_str)]
pub enum Remedy {
    /// 复查, by the next higher body.
    Review,
    /// 复核, by the body above that.
    ReReview,
    /// Administrative reconsideration.
    Reconsideration,
    Litigation,
    Arbitration,
    /// The same facts and reasons are no longer accepted; help and guidance go on.
    Final,
}

impl Remedy {
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    pub const fn id(self) -> &'static str {
        self.into_str()
    }

    pub fn label(self) -> Message {
        Message::new(format!("remedy-{}", self.id()))
    }
}

/// Which body a paper sends those to who disagree, as it stands to the office that has handled the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray, IntoStaticStr)]
#[strum(const_into_str)]
pub enum Decider {
    /// That office itself.
    SameOffice,
    /// The next higher body: it reviews.
    NextHigher,
    /// The body above that: it re-reviews.
    HigherStill,
    /// The government that the office belongs to, which reconsiders what its own departments did.
    Government,
    /// A court.
    Court,
    /// An arbitration commission.
    Commission,
    /// The petition office, which decides nothing of this kind.
    PetitionOffice,
}

impl Decider {
    /// As an author writes it: `NextHigher`.
    pub const fn name(self) -> &'static str {
        self.into_str()
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|one| one.name() == name)
    }
}

impl Remedy {
    /// Who decides it: review and re-review by Articles 35 and 36 of the Regulation on Petition Work; reconsideration by
    /// the department's own government, of what a government did by the one above it (Administrative Reconsideration
    /// Law of 2023, Art. 24). Empty: nobody.
    pub const fn deciders(self) -> &'static [Decider] {
        match self {
            Self::Review => &[Decider::NextHigher],
            Self::ReReview => &[Decider::HigherStill],
            Self::Reconsideration => &[Decider::Government, Decider::NextHigher],
            Self::Litigation => &[Decider::Court],
            Self::Arbitration => &[Decider::Commission],
            Self::Final => &[],
        }
    }
}

/// The fields on a sheet and what stands in them, in the order of the sheet. A field may stand there more than once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledPaper {
    pub entries: Vec<(PaperField, PaperEntry)>,
}

impl FilledPaper {
    pub fn new(entries: impl IntoIterator<Item = (PaperField, PaperEntry)>) -> Self {
        Self { entries: entries.into_iter().collect() }
    }

    /// What stands in the first field of this kind.
    pub fn get(&self, field: PaperField) -> Option<&PaperEntry> {
        self.entries.iter().find(|(held, _)| *held == field).map(|(_, entry)| entry)
    }
}
