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
