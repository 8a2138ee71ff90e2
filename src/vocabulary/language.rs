//! The languages of texts and interface.

use serde::{Deserialize, Serialize};

/// A language of the interface. `ZhCn` is the first language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Locale {
    #[default]
    #[serde(rename = "zh-CN")]
    ZhCn,
    #[serde(rename = "en")]
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
    pub const ALL: [Locale; 2] = [Locale::ZhCn, Locale::En];

    /// Its tag, as in the name of a translation file.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }
}
