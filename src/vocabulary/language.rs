//! The languages of texts and interface.

use super::all;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// A language of the interface. `ZhCn` is the first language.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
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
pub enum Locale {
    /// Chinese as written on the mainland.
    #[default]
    #[serde(rename = "zh-CN")]
    #[strum(serialize = "zh-CN")]
    ZhCn,
    /// English.
    #[serde(rename = "en")]
    #[strum(serialize = "en")]
    En,
}

/// A language tag that Calmdesk has no texts for.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
#[error("unknown language `{0}`: known are zh-CN and en")]
pub struct UnknownLocale(pub String);

impl std::str::FromStr for Locale {
    type Err = UnknownLocale;
    fn from_str(tag: &str) -> Result<Self, UnknownLocale> {
        match tag.split(['-', '_', '.']).next().map(str::to_ascii_lowercase).as_deref() {
            Some("zh") => Ok(Self::ZhCn),
            Some("en") => Ok(Self::En),
            _ => Err(UnknownLocale(tag.to_owned())),
        }
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

impl Locale {
    /// In the order of every array by language.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its tag, as in the name of a translation file.
    pub fn tag(self) -> &'static str {
        self.into()
    }
}
