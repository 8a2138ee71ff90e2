//! What goes into a session: moves. They name things by id, so that a log survives edits to texts.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// One input to a session. `wait_ms` is the time since the last thing that was presented;
/// it is the only clock a session knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Move {
    /// An option of the choice at hand, by its id.
    Choose { option: String, wait_ms: u32 },
    /// A gesture of the row, by its name in the acts catalogue (`Nod`).
    Gesture { act: String, wait_ms: u32 },
    /// The paper or the answer at hand is handed in: for each field, by its id, the id of what was written.
    Fill { entries: IndexMap<String, String>, wait_ms: u32 },
    /// A fact goes into the notebook.
    Note { fact: String, wait_ms: u32 },
    /// Practice: back to before the turn with this number; what came after it no longer counts.
    StepBack { before_turn: u32 },
}

/// How a session is played; stands in the head of its log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub seed: u64,
    pub mode: Mode,
    /// False: no time pressure; interruption, silence and hesitation then have no score.
    pub timed: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { seed: 0, mode: Mode::Practice, timed: true }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// Gauge, hints and steps back.
    #[default]
    Practice,
    /// None of them.
    Exam,
}
