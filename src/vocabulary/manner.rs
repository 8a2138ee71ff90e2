//! How a line is said.

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// How a line is said; it bends voice and face while the line lasts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Manner {
    /// As the feelings of the moment have it.
    #[default]
    Plain,
    /// Louder than talk.
    Loud,
    /// At the top of the voice.
    Shouting,
    /// Lower than talk.
    Quiet,
    /// Faster than this person's pace.
    Fast,
    /// Slower than it.
    Slow,
    /// In tears.
    Crying,
    /// The voice shakes.
    Trembling,
    /// The opposite is meant.
    Sarcastic,
    /// With a long breath out.
    Sighing,
}

impl Manner {
    /// As in text ids: `loud`; none where there is nothing to say of it.
    pub fn id(self) -> Option<&'static str> {
        (self != Self::Plain).then(|| <&'static str>::from(self))
    }
}
