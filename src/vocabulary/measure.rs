//! Measures: what a desk does about conduct and emergencies.

use super::{Message, all};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// What a desk does about it. Where the catalogue of acts has the act, the name is the same.
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
pub enum Measure {
    /// Listening, mirroring, water: whatever takes the heat out.
    Soothe,
    Pause,
    AskAboutRisk,
    CareFor,
    CallColleague,
    SecureRoom,
    Dissuade,
    CriticiseAndEducate,
    CallPolice,
    CallMedical,
    CallDiseaseControl,
    /// Using the law or the police as a threat.
    Threaten,
    /// Holding back or sending back who came lawfully.
    Intercept,
    Retaliate,
}

impl Measure {
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Never a measure, whatever happens.
    pub const fn is_forbidden(self) -> bool {
        matches!(self, Self::Threaten | Self::Intercept | Self::Retaliate)
    }

    /// Means that only Article 26 conduct calls for.
    pub const fn is_sharp(self) -> bool {
        matches!(self, Self::Dissuade | Self::CriticiseAndEducate | Self::CallPolice)
    }

    pub fn label(self) -> Message {
        Message::new(format!("measure-{}", self.into_str()))
    }
}
