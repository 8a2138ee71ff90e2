//! A visitor's inner state at one instant, and the snapshot of it that events carry.

use super::all;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// What a visitor wants from being received.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumCount,
    VariantArray,
    IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Need {
    /// To be heard.
    Voice,
    /// Not to be looked down upon.
    Respect,
    /// The same rules for everybody, and reasons for them.
    Fairness,
    /// To know what happens next.
    Clarity,
    /// A say in what is done, and a choice.
    Control,
    /// Privacy, no retaliation.
    Safety,
    /// The substance of the matter.
    Remedy,
}
/// How many needs there are.
pub const NEEDS: usize = Need::COUNT;

/// What a visitor feels, each 0..1.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumCount,
    VariantArray,
    IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Feeling {
    /// At whoever is to blame.
    Anger,
    /// Pain and helplessness.
    Distress,
    /// Of what may come.
    Fear,
    /// What was hoped for did not come.
    Disappointment,
    /// That something will come of it.
    Hope,
    /// What was feared did not come.
    Relief,
    /// To who made something good.
    Gratitude,
}
/// How many feelings there are.
pub const FEELINGS: usize = Feeling::COUNT;

impl Need {
    /// In the order of every array by need.
    pub const ALL: [Need; NEEDS] = all(Self::VARIANTS);

    /// As in text ids: `voice`.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl Feeling {
    /// In the order of every array by feeling.
    pub const ALL: [Feeling; FEELINGS] = all(Self::VARIANTS);

    /// As in text ids: `anger`.
    pub fn id(self) -> &'static str {
        self.into()
    }
    /// Hope, relief and gratitude; the others hurt.
    pub const fn is_pleasant(self) -> bool {
        matches!(self, Self::Hope | Self::Relief | Self::Gratitude)
    }
    /// Fluent message of its name.
    pub fn text_id(self) -> String {
        format!("feeling-{}", self.id())
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
