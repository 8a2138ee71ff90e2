//! How a line is said.

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", const_into_str)]
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
    /// As in text ids: `loud`; none where there is nothing to say of it.
    pub fn id(self) -> Option<&'static str> {
        (self != Self::Plain).then(|| self.into_str())
    }
}
