//! How a line is said.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Manner {
    #[default]
    Plain,
    Loud,
    Shouting,
    Quiet,
    Fast,
    Slow,
    Crying,
    Trembling,
    Sarcastic,
    Sighing,
}

impl Manner {
    /// Fluent message of how it sounds; a plain manner is not worth a word.
    pub const fn text_id(self) -> Option<&'static str> {
        Some(match self {
            Self::Plain => return None,
            Self::Loud => "look-loud",
            Self::Shouting => "look-shouting",
            Self::Quiet => "look-quiet",
            Self::Fast => "look-fast",
            Self::Slow => "look-slow",
            Self::Crying => "look-crying",
            Self::Trembling => "look-trembling",
            Self::Sarcastic => "look-sarcastic",
            Self::Sighing => "look-sighing",
        })
    }
}
