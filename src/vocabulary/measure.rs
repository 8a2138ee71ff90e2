//! Measures: what a desk does about conduct and emergencies.

use super::Message;
use serde::{Deserialize, Serialize};

/// What a desk does about it. Where the catalogue of acts has the act, the name is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    pub const ALL: [Self; 14] = [
        Self::Soothe,
        Self::Pause,
        Self::AskAboutRisk,
        Self::CareFor,
        Self::CallColleague,
        Self::SecureRoom,
        Self::Dissuade,
        Self::CriticiseAndEducate,
        Self::CallPolice,
        Self::CallMedical,
        Self::CallDiseaseControl,
        Self::Threaten,
        Self::Intercept,
        Self::Retaliate,
    ];

    /// Never a measure, whatever happens.
    pub const fn is_forbidden(self) -> bool {
        matches!(self, Self::Threaten | Self::Intercept | Self::Retaliate)
    }

    /// Means that only Article 26 conduct calls for.
    pub const fn is_sharp(self) -> bool {
        matches!(self, Self::Dissuade | Self::CriticiseAndEducate | Self::CallPolice)
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Soothe => "soothe",
            Self::Pause => "pause",
            Self::AskAboutRisk => "ask-about-risk",
            Self::CareFor => "care-for",
            Self::CallColleague => "call-colleague",
            Self::SecureRoom => "secure-room",
            Self::Dissuade => "dissuade",
            Self::CriticiseAndEducate => "criticise-and-educate",
            Self::CallPolice => "call-police",
            Self::CallMedical => "call-medical",
            Self::CallDiseaseControl => "call-disease-control",
            Self::Threaten => "threaten",
            Self::Intercept => "intercept",
            Self::Retaliate => "retaliate",
        }
    }

    pub fn label(self) -> Message {
        Message::new(format!("measure-{}", self.id()))
    }
}
