//! How an act was met, and what kind of silence was left.

use super::bearing::Misfit;
use serde::{Deserialize, Serialize};

/// How an act landed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActEffect {
    /// As meant.
    Landed,
    /// A mirrored word that the visitor had not said.
    NeverSaid,
    /// They were too stirred up to take it in.
    NotTakenIn,
    /// Heard too often to do much.
    WornOut,
    /// A gesture that did not fit.
    OutOfPlace(Misfit),
    /// A gesture before a word: polite, but it calms nothing.
    TooSoon,
}

/// What kind of silence the trainee left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pause {
    /// After something painful: it costs when long.
    AfterPain,
    /// After the trainee's own question, or while the visitor gathers words.
    AfterQuestion,
    /// A breath before answering: a sign of thought.
    Breath,
    /// Long enough to seem at a loss.
    Hesitation,
}
