//! A visitor's inner state at one instant, and the snapshot of it that events carry.

use serde::{Deserialize, Serialize};

/// What a visitor wants from being received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Need {
    /// To be heard.
    Voice,
    Respect,
    Fairness,
    /// To know what happens next.
    Clarity,
    Control,
    /// Privacy, no retaliation.
    Safety,
    /// The substance of the matter.
    Remedy,
}
pub const NEEDS: usize = 7;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Feeling {
    Anger,
    Distress,
    Fear,
    Disappointment,
    Hope,
    Relief,
    Gratitude,
}
pub const FEELINGS: usize = 7;

impl Need {
    pub const ALL: [Need; NEEDS] =
        [Self::Voice, Self::Respect, Self::Fairness, Self::Clarity, Self::Control, Self::Safety, Self::Remedy];
}

impl Feeling {
    pub const ALL: [Feeling; FEELINGS] =
        [Self::Anger, Self::Distress, Self::Fear, Self::Disappointment, Self::Hope, Self::Relief, Self::Gratitude];
    /// Hope, relief and gratitude; the others hurt.
    pub const fn is_pleasant(self) -> bool {
        matches!(self, Self::Hope | Self::Relief | Self::Gratitude)
    }
    /// Fluent message of its name.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Anger => "feeling-anger",
            Self::Distress => "feeling-distress",
            Self::Fear => "feeling-fear",
            Self::Disappointment => "feeling-disappointment",
            Self::Hope => "feeling-hope",
            Self::Relief => "feeling-relief",
            Self::Gratitude => "feeling-gratitude",
        }
    }
}

/// A visitor's state in thousandths: what events carry, logs keep and curves are drawn from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// 0..1000, by `Feeling as usize`.
    pub feelings: [i16; FEELINGS],
    /// Pleasure, arousal, dominance, −1000..1000.
    pub mood: [i16; 3],
    /// −1000..1000.
    pub trust: i16,
    /// 0..1000.
    pub pressure: i16,
    /// Belief that each need is being met, −1000..1000, by `Need as usize`.
    pub needs: [i16; NEEDS],
}

impl Snapshot {
    /// The tension a bystander would sense, 0..1000: anger, fear, distress and pressure, the gauge of practice mode.
    pub fn tension(&self) -> i16 {
        let feeling = |f: Feeling| i32::from(self.feelings[f as usize]);
        let sharpest = feeling(Feeling::Anger).max(feeling(Feeling::Fear)).max(feeling(Feeling::Distress) * 7 / 10);
        let mixed = (sharpest * 6 + i32::from(self.pressure) * 3 + (i32::from(self.mood[1]) + 1000) / 2) / 10;
        mixed.clamp(0, 1000) as i16
    }
}
