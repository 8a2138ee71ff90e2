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
#[strum(serialize_all = "kebab-case")]
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
    /// Suggestion, accusation or petition for remedy.
    Class,
    /// Ordinary, pressing or urgent.
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
    /// Who has signed.
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
    /// Where it was held.
    Place,
    /// Who was there.
    Present,
    /// Seen, heard and measured.
    Observed,
    /// What is not clear yet.
    Unclear,
    /// How the visitor was reached.
    Channel,
    /// How far the matter has come.
    Progress,
    /// What the visitor says of it.
    Satisfaction,
    /// What happens next, and by when.
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
    /// Illnesses and treatments.
    Health,
    /// What somebody believes.
    Religion,
    /// Spouse, children, parents.
    Family,
    /// Where somebody works.
    Employer,
    /// What somebody earns.
    Income,
    /// The number of an account.
    BankAccount,
    /// A print of a finger.
    Fingerprint,
    /// Names in chat programs.
    SocialAccounts,
    /// Who stood behind the visit, who else complains.
    Backers,
}

impl PaperField {
    /// In the order of declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// As in text ids: `id-number`.
    pub fn id(self) -> &'static str {
        self.into()
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

    /// Its name in a person's language.
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
        /// As they stand there.
        text: String,
        /// How they stand to what was said and to what is so.
        truth: Truthfulness,
    },
    /// The number of an ID card, masked or not; `已核验` for one that was only checked.
    IdNumber(String),
    /// A number of people.
    Count(u16),
    /// A day.
    Date(Date),
    /// A class that was ticked.
    Class(Class),
    /// A degree of urgency that was ticked.
    Urgency(Urgency),
    /// A way of Article 31 that was ticked.
    Route(Route),
    /// A body, with how it stands to the matter.
    Body {
        /// As it is called.
        name: String,
        /// How it stands to the matter.
        standing: Standing,
    },
    /// A time.
    Time(PromisedTime),
    /// What a decision rests on; several are judged one by one.
    Basis(Vec<Basis>),
    /// What one who disagrees may do, and within what time.
    Remedy {
        /// What may be done.
        remedy: Remedy,
        /// The time that is named for it.
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
    /// It handles such matters.
    #[default]
    Competent,
    /// It does not.
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
#[strum(serialize_all = "kebab-case")]
pub enum Remedy {
    /// 复查, by the next higher body.
    Review,
    /// 复核, by the body above that.
    ReReview,
    /// Administrative reconsideration.
    Reconsideration,
    /// Suing.
    Litigation,
    /// An arbitration commission decides.
    Arbitration,
    /// The same facts and reasons are no longer accepted; help and guidance go on.
    Final,
}

impl Remedy {
    /// In the order of declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// As in text ids: `re-review`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Its name in a person's language.
    pub fn label(self) -> Message {
        Message::new(format!("remedy-{}", self.id()))
    }
}

/// Which body a paper sends those to who disagree, as it stands to the office that has handled the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray, IntoStaticStr)]
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
    pub fn name(self) -> &'static str {
        self.into()
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
    /// Each field with its entry.
    pub entries: Vec<(PaperField, PaperEntry)>,
}

impl FilledPaper {
    /// A sheet with these entries, in this order.
    pub fn new(entries: impl IntoIterator<Item = (PaperField, PaperEntry)>) -> Self {
        Self { entries: entries.into_iter().collect() }
    }

    /// What stands in the first field of this kind.
    pub fn get(&self, field: PaperField) -> Option<&PaperEntry> {
        self.entries.iter().find(|(held, _)| *held == field).map(|(_, entry)| entry)
    }
}
