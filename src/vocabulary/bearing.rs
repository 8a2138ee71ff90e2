//! How somebody is at this moment, as far as it decides whether a gesture fits.

use enumset::{EnumSet, EnumSetType};
use serde::{Deserialize, Deserializer, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// How somebody is at this moment.
#[derive(Debug, Hash, EnumSetType, Serialize, Deserialize, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Bearing {
    /// Raging at whoever sits there.
    Shouting,
    /// In tears or close to them.
    InTears,
    /// Afraid of what will come of it.
    Frightened,
    /// Dangerous to somebody: a weapon, violence.
    Armed,
    /// Waiting for the answer to a question.
    Asking,
    /// The receiver has spoken with them in this visit.
    SpokenTo,
}

/// A set of them: somebody may weep and ask at once.
pub type BearingSet = EnumSet<Bearing>;

impl Bearing {
    /// As in text ids: `in-tears`.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// When a gesture fits; by default always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Fit {
    /// Out of place with who is any of these.
    #[serde(deserialize_with = "bearings")]
    pub not_when: BearingSet,
    /// Called for only with who is one of these; empty: by anybody.
    #[serde(deserialize_with = "bearings")]
    pub only_when: BearingSet,
}

fn bearings<'de, D: Deserializer<'de>>(from: D) -> Result<BearingSet, D::Error> {
    Ok(Vec::<Bearing>::deserialize(from)?.into_iter().collect())
}

/// Why a gesture does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Misfit {
    /// They were this.
    While(Bearing),
    /// They were not this.
    Without(Bearing),
    /// One more after too many of them: fuss.
    Fuss,
}

impl Fit {
    /// Why it does not fit with somebody who is so; `None`: it fits.
    pub fn misfit(self, bearings: BearingSet) -> Option<Misfit> {
        let clash = (self.not_when & bearings).iter().next().map(Misfit::While);
        let uncalled = || self.only_when.iter().next().filter(|_| self.only_when.is_disjoint(bearings));
        clash.or_else(|| uncalled().map(Misfit::Without))
    }
}

impl Misfit {
    /// Fluent message that says how they were, or were not.
    pub fn text_id(self) -> String {
        match self {
            Self::While(bearing) => format!("bearing-{}", bearing.id()),
            Self::Without(bearing) => format!("bearing-not-{}", bearing.id()),
            Self::Fuss => "bearing-fuss".to_owned(),
        }
    }
}
