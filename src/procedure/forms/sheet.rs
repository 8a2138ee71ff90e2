//! What is written on a paper: its fields and what stands in them.

use crate::procedure::deadline::Promise;
use crate::procedure::matter::{Class, Route, Urgency};
use crate::vocabulary::Message;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)*) => {
        /// A field of a paper.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum PaperField { $($(#[$doc])* $name,)* }

        impl PaperField {
            pub const ALL: [Self; [$($id),*].len()] = [$(Self::$name),*];

            /// As in text ids: `id-number`.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }
        }
    };
}

fields! {
    /// Who the visitor is.
    Person = "person",
    /// The number of the ID card: shown masked.
    IdNumber = "id-number",
    /// Address, telephone.
    Contact = "contact",
    /// How many people came.
    People = "people",
    /// What the visitor wants, as meant.
    Claim = "claim",
    /// What happened; on an opinion: what was found.
    Facts = "facts",
    /// Why the result follows from the facts.
    Reasons = "reasons",
    /// When the matter was received.
    ReceivedOn = "received-on",
    Class = "class",
    Urgency = "urgency",
    /// Which of the six kinds of Article 31.
    Route = "route",
    /// Which body handles it.
    Body = "body",
    /// How it will be handled.
    Procedure = "procedure",
    /// By when.
    Deadline = "deadline",
    /// The article it rests on.
    Basis = "basis",
    /// Supported, explained, not supported.
    Result = "result",
    /// What the visitor may do who disagrees, and within what time.
    Remedy = "remedy",
    /// Why it takes longer.
    Reason = "reason",
    /// Who approved.
    Approval = "approval",
    /// Date beside the seal.
    SealDate = "seal-date",
    Signatures = "signatures",
    /// Both sides of a dispute.
    Parties = "parties",
    /// What it is about.
    Dispute = "dispute",
    /// That both take part of their own will.
    Consent = "consent",
    /// Who does what.
    Terms = "terms",
    /// What happens if it is not kept.
    Breach = "breach",
    /// Papers handed over.
    Attachments = "attachments",
    /// Who follows it up.
    FollowUp = "follow-up",
    /// When it was held.
    HeldOn = "held-on",
    Place = "place",
    Present = "present",
    /// Seen, heard and measured.
    Observed = "observed",
    /// What is not clear yet.
    Unclear = "unclear",
    Channel = "channel",
    Progress = "progress",
    Satisfaction = "satisfaction",
    NextStep = "next-step",
    /// The real hardship.
    Hardship = "hardship",
    /// The help linked in, and who is in charge of it.
    Help = "help",
    /// How contact is kept.
    ContactPlan = "contact-plan",
    /// Anything else that the author prints on a sheet.
    Other = "other",
    // What a desk has no business to collect unless the paper asks for it.
    Health = "health",
    Religion = "religion",
    Family = "family",
    Employer = "employer",
    Income = "income",
    BankAccount = "bank-account",
    Fingerprint = "fingerprint",
    SocialAccounts = "social-accounts",
    /// Who stood behind the visit, who else complains.
    Backers = "backers",
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
        truth: Truth,
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
    Time(Promise),
    /// What a decision rests on; several are judged one by one.
    Basis(Vec<Basis>),
    /// What one who disagrees may do, and within what time.
    Remedy {
        remedy: Remedy,
        within: Promise,
    },
    /// How many have signed.
    Signed(u8),
}

impl PaperEntry {
    /// Words that are as they should be.
    pub fn words(text: impl Into<String>) -> Self {
        Self::Words { text: text.into(), truth: Truth::Right }
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
pub enum Truth {
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    pub const ALL: [Self; 6] =
        [Self::Review, Self::ReReview, Self::Reconsideration, Self::Litigation, Self::Arbitration, Self::Final];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::ReReview => "re-review",
            Self::Reconsideration => "reconsideration",
            Self::Litigation => "litigation",
            Self::Arbitration => "arbitration",
            Self::Final => "final",
        }
    }

    pub fn label(self) -> Message {
        Message::new(format!("remedy-{}", self.id()))
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
