//! What a petition matter is: its class, the way it takes, how pressing it is.

use crate::vocabulary::{Message, all};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// The three classes of a petition matter.
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
pub enum Class {
    /// 建议意见 (`xf2022/29`).
    Suggestion,
    /// 检举控告 (`xf2022/30`).
    Accusation,
    /// 申诉求决 (`xf2022/31`).
    Remedy,
}

impl Class {
    /// In the order of the articles.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// As in text ids: `accusation`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The article with the class's own path.
    pub const fn basis(self) -> &'static str {
        match self {
            Self::Suggestion => "xf2022/29",
            Self::Accusation => "xf2022/30",
            Self::Remedy => "xf2022/31",
        }
    }

    /// Its name in a person's language.
    pub fn label(self) -> Message {
        Message::new(format!("class-{}", self.id()))
    }
}

/// Where a petition for remedy goes: the six kinds of Article 31.
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
pub enum Route {
    /// The procedures of courts, procuratorates or police: (1).
    Litigation,
    /// Arbitration: (2).
    Arbitration,
    /// Appeal inside the Party: (3).
    PartyAppeal,
    /// Administrative reconsideration or another administrative procedure: (4).
    OtherProcedure,
    /// A body fulfils its statutory duty and answers: (5).
    StatutoryDuty,
    /// None of these: heard, verified, answered with a written opinion: (6).
    Opinion,
}

impl Route {
    /// In the order of the items of Article 31.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// As in text ids: `statutory-duty`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The item of Article 31, as cited.
    pub const fn basis(self) -> &'static str {
        match self {
            Self::Litigation => "xf2022/31(1)",
            Self::Arbitration => "xf2022/31(2)",
            Self::PartyAppeal => "xf2022/31(3)",
            Self::OtherProcedure => "xf2022/31(4)",
            Self::StatutoryDuty => "xf2022/31(5)",
            Self::Opinion => "xf2022/31(6)",
        }
    }

    /// Its name in a person's language.
    pub fn label(self) -> Message {
        Message::new(format!("route-{}", self.id()))
    }
}

/// How pressing a matter is (handbook P04, Article 25).
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
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
pub enum Urgency {
    /// Handled in its turn.
    #[default]
    Ordinary,
    /// Handled before others.
    Pressing,
    /// Reported and acted upon at once.
    Urgent,
}

impl Urgency {
    /// From the least pressing.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// As in text ids: `pressing`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Its name in a person's language.
    pub fn label(self) -> Message {
        Message::new(format!("urgency-{}", self.id()))
    }
}
