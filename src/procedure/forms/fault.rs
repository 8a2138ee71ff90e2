//! What can be wrong with a paper, and what that bears on.

use super::field_kind::FieldKind;
use crate::procedure::law::ArticleIx;
use crate::vocabulary::Message;
use enumset::EnumSetType;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, IntoStaticStr};

/// What is wrong with what stands on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Fault {
    /// True perhaps, but the visitor has not said it.
    NotTold,
    /// Nobody said it and nothing supports it.
    Invented,
    /// What was meant, in other words than theirs.
    Reworded,
    /// A judgement in place of what was said.
    Judged,
    /// Known and left out.
    LeftOut,
    /// Rightly empty, but not struck out: anybody can write into it.
    NotStruck,
    /// Nothing that may be collected.
    Extra,
    /// An ID number in full.
    Unmasked,
    /// What stands there is no ID number.
    NoIdNumber,
    /// Who it is, on a paper that others read.
    Exposed,
    /// Another of the three classes of Articles 29 to 31.
    WrongClass,
    /// Too low or too high for what has been told.
    WrongUrgency,
    /// A basis is asked for and none is given.
    NoBasis,
    /// 有关规定.
    VagueBasis,
    /// An article that does not fit.
    WrongBasis,
    /// Nothing says which body handles it.
    NoPath,
    /// A body that is not competent for this matter.
    WrongPath,
    /// Sent away in place of a path.
    SentAway,
    /// Nothing says by when.
    NoTime,
    /// 尽快.
    VagueTime,
    /// A number of days that no article gives.
    WrongTime,
    /// After the last day, by so many days.
    Late {
        /// At least 1.
        days: u16,
    },
    /// The right number of the wrong kind of days.
    WrongUnit,
    /// Time of the visitor's own, told too short: a right is taken away …
    CutShort {
        /// Days that are missing, at least 1.
        days: u16,
    },
    /// … or too long: who trusts it loses the right.
    Misleading {
        /// Days that the law does not give, at least 1.
        days: u16,
    },
    /// A field that the paper cannot do without is blank although what belongs there is known …
    Missing,
    /// … or is not known, because nobody has asked.
    NotAsked,
    /// The act without its article.
    NoArticle,
    /// An article that is not in force on the day of the paper.
    NotInForce,
    /// Another way than Article 31 has for it.
    WrongRoute,
    /// The sixty days of Article 34 in a matter that goes another way.
    AnotherRoute,
    /// Accusation material to those it accuses.
    ToTheAccused,
    /// Not what one may do against this paper.
    WrongRemedy,
    /// The right remedy, of a body that does not decide it.
    WrongBody,
    /// Another receipt than the step calls for.
    WrongReceipt,
    /// Sealed on a day before the matter came in …
    SealEarly,
    /// … on a day that has not come …
    SealAhead,
    /// … after the last day, by so many days.
    SealLate {
        /// Days past the last one, at least 1.
        days: u16,
    },
    /// Fewer signatures than the paper needs.
    TooFewSigned {
        /// How many it needs.
        needed: u8,
        /// How many stand there.
        there: u8,
    },
    /// Not as many as came.
    WrongPeople,
    /// What such a field does not take.
    WrongKind,
    /// A claim is refused that facts and law support …
    RefusedSupported,
    /// … one is granted that they do not …
    GrantedUnsupported,
    /// … one is granted whole of which only a part holds …
    GrantedTooMuch,
    /// … or in part although all of it holds.
    GrantedTooLittle,
    /// What is still open, or may still be contested, is closed for good.
    SealedOpen,
    /// Nobody can tell from it what is decided.
    DecidesNothing,
    /// Everything that counts is known, and it is put off.
    PutOff,
    /// Decided as it had to be, before what proves it was known.
    Unproven,
    /// A claim that the paper had to decide is passed over.
    ClaimLeftOut,
    /// Rightly refused, and not a word on what one can do against it.
    NoWayOut,
}

/// What was found wrong, and the article that wants it otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What is wrong.
    pub fault: Fault,
    /// The article that wants it otherwise; `None` where no article says it.
    pub basis: Option<ArticleIx>,
}

impl Fault {
    /// So many days, where it is a matter of days.
    pub const fn days(self) -> Option<u16> {
        match self {
            Self::Late { days } | Self::CutShort { days } | Self::Misleading { days } | Self::SealLate { days } => {
                Some(days)
            }
            _ => None,
        }
    }

    /// The end of its Fluent messages: `desk-fault-…`, `explain-wrote-…`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Whether it is about the sheet alone: a form says by itself what is left out of it, which depends on what has been
    /// told, and offers only what its fields take.
    pub(super) const fn is_of_sheet(self) -> bool {
        matches!(self, Self::Missing | Self::NotStruck | Self::WrongKind | Self::WrongPeople)
    }

    /// Whether a time is not that of the limit.
    pub(super) const fn is_of_limit(self) -> bool {
        matches!(
            self,
            Self::Late { .. } | Self::WrongUnit | Self::CutShort { .. } | Self::Misleading { .. } | Self::WrongTime
        )
    }

    /// What is wrong, in a few words.
    pub fn message(self) -> Message {
        let message = Message::new(format!("desk-fault-{}", self.id()));
        self.numbers().into_iter().fold(message, |message, (name, number)| message.with(name, number))
    }

    /// Its numbers, by the names that texts about it use.
    pub fn numbers(self) -> Vec<(&'static str, u16)> {
        match self {
            Self::TooFewSigned { needed, there } => vec![("needed", needed.into()), ("there", there.into())],
            _ => self.days().map(|days| ("days", days)).into_iter().collect(),
        }
    }

    /// Half right: what matters stands there, not quite as it should.
    pub const fn is_slight(self) -> bool {
        matches!(
            self,
            Self::NotStruck
                | Self::Reworded
                | Self::NotAsked
                | Self::NoArticle
                | Self::SealAhead
                | Self::Unproven
                | Self::NoWayOut
        )
    }

    /// Whether whoever follows what stands there goes the wrong way, to the wrong body, or on the wrong day. What says
    /// nothing leads nowhere, too, but misleads nobody.
    pub const fn leads_astray(self) -> bool {
        matches!(
            self,
            Self::WrongRemedy
                | Self::WrongBody
                | Self::WrongPath
                | Self::SentAway
                | Self::WrongRoute
                | Self::AnotherRoute
                | Self::ToTheAccused
                | Self::CutShort { .. }
                | Self::Misleading { .. }
                | Self::Late { .. }
                | Self::WrongUnit
        )
    }

    /// Whether it is about what is decided on a claim.
    pub const fn is_of_decision(self) -> bool {
        matches!(
            self,
            Self::RefusedSupported
                | Self::GrantedUnsupported
                | Self::GrantedTooMuch
                | Self::GrantedTooLittle
                | Self::SealedOpen
                | Self::DecidesNothing
                | Self::PutOff
                | Self::Unproven
                | Self::ClaimLeftOut
                | Self::NoWayOut
        )
    }
}

/// What a field, or what is wrong in it, bears on.
#[derive(Debug, Hash, EnumSetType, Serialize, Deserialize)]
pub enum Aspect {
    /// What the visitor said has reached the paper as they meant it.
    Facts,
    /// No more is collected or shown than needed.
    Privacy,
    /// Class and urgency.
    Class,
    /// The article it rests on.
    Basis,
    /// Which body, and what one may do there.
    Path,
    /// By when.
    Time,
    /// Nothing is missing; remedy, seal and signatures are as they should be.
    Form,
    /// What is decided is what facts and law support.
    Decision,
}

impl Aspect {
    /// What this fault in a field of this kind bears on; without a fault, what the field itself bears on.
    pub const fn of(kind: FieldKind, fault: Option<Fault>) -> Self {
        match (fault, kind) {
            (Some(fault), _) if fault.is_of_decision() => Self::Decision,
            (_, FieldKind::Decision) => Self::Decision,
            (Some(Fault::Extra | Fault::Unmasked | Fault::NoIdNumber | Fault::Exposed | Fault::ToTheAccused), _) => {
                Self::Privacy
            }
            (Some(Fault::Missing | Fault::NotAsked), _) => Self::Form,
            // What stands in words in a field without entries of its own.
            (Some(Fault::VagueTime), FieldKind::Text) => Self::Time,
            (_, FieldKind::Text) => Self::Facts,
            (_, FieldKind::IdNumber | FieldKind::Extra) => Self::Privacy,
            (_, FieldKind::Class | FieldKind::Urgency) => Self::Class,
            (_, FieldKind::Basis) => Self::Basis,
            (_, FieldKind::Path | FieldKind::Route) => Self::Path,
            (_, FieldKind::Time) => Self::Time,
            (_, FieldKind::Day | FieldKind::Remedy | FieldKind::Signatures) => Self::Form,
        }
    }
}
