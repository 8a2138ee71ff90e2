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
#[strum(serialize_all = "kebab-case")]
pub enum Measure {
    /// Listening, mirroring, water: whatever takes the heat out.
    Soothe,
    /// Everybody stops for a while.
    Pause,
    /// Asking outright whether they think of dying, or what they carry.
    AskAboutRisk,
    /// Staying with the person and looking after them.
    CareFor,
    /// A colleague comes, the head is told.
    CallColleague,
    /// Others leave, exits stay free, one keeps a distance.
    SecureRoom,
    /// The first step of Article 26: asked to stop, with the reason.
    Dissuade,
    /// The second: told what is wrong with it.
    CriticiseAndEducate,
    /// The third: the police are asked to come.
    CallPolice,
    /// An ambulance is called.
    CallMedical,
    /// The centre for disease control is told.
    CallDiseaseControl,
    /// Using the law or the police as a threat.
    Threaten,
    /// Holding back or sending back who came lawfully.
    Intercept,
    /// Making somebody pay for having complained.
    Retaliate,
}

impl Measure {
    /// The lawful ones first, in the order of declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Never a measure, whatever happens.
    pub const fn is_forbidden(self) -> bool {
        matches!(self, Self::Threaten | Self::Intercept | Self::Retaliate)
    }

    /// Means that only Article 26 conduct calls for.
    pub const fn is_sharp(self) -> bool {
        matches!(self, Self::Dissuade | Self::CriticiseAndEducate | Self::CallPolice)
    }

    /// Its name in a person's language.
    pub fn label(self) -> Message {
        Message::new(format!("measure-{}", <&'static str>::from(self)))
    }
}
