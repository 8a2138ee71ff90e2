//! What goes into a session: moves. They name things by id, so that a log survives edits to texts; a step is a move
//! with its names resolved.

use super::step_back::before_turn;
use crate::procedure::FormAnswer;
use crate::vocabulary::{ActIx, FactIx};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// One input to a session. `wait_ms` is the time since the last thing that was presented;
/// it is the only clock a session knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Move {
    /// An option of the choice at hand, by its id.
    Choose {
        /// Its id within the choice.
        option: String,
        /// Milliseconds.
        wait_ms: u32,
    },
    /// A gesture of the row, by its name in the acts catalogue (`Nod`).
    Gesture {
        /// Name of the act.
        act: String,
        /// Milliseconds.
        wait_ms: u32,
    },
    /// The paper or the answer at hand is handed in: for each field, by its id, the id of what was written.
    Fill {
        /// Id of the entry, by the id of its field.
        entries: IndexMap<String, String>,
        /// Milliseconds.
        wait_ms: u32,
    },
    /// A fact goes into the notebook.
    Note {
        /// Id of the fact.
        fact: String,
        /// Milliseconds.
        wait_ms: u32,
    },
    /// Practice: after `wait_ms` so much of what is being said is skipped. It was not heard, so it is no patience.
    Skip {
        /// Milliseconds before the skip.
        wait_ms: u32,
        /// Milliseconds of the line that are skipped.
        skip_ms: u32,
    },
    /// Practice: back to before the turn with this number; what came after it no longer counts.
    StepBack {
        /// From 1.
        before_turn: u32,
    },
}

/// What still counts after all steps back and came before the turn with this number; `of` says the move of each.
pub fn counted_before<T: Clone>(moves: &[T], of: impl Fn(&T) -> &Move, number: u32) -> Vec<T> {
    let is_turn = |input: &T| of(input).is_turn();
    let mut counted: Vec<T> = Vec::new();
    for input in moves {
        match of(input) {
            Move::StepBack { before_turn: turn } => counted.truncate(before_turn(&counted, is_turn, *turn)),
            _ => counted.push(input.clone()),
        }
    }
    counted.truncate(before_turn(&counted, is_turn, number));
    counted
}

impl Move {
    /// Whether it is a turn of the trainee; a note, a skip and a step back are none.
    const fn is_turn(&self) -> bool {
        matches!(self, Self::Choose { .. } | Self::Gesture { .. } | Self::Fill { .. })
    }
}

/// A move with its names resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResolvedMove {
    /// [`Move::Choose`].
    Choose {
        /// Position in the choice.
        option: u8,
        /// Milliseconds.
        wait_ms: u32,
    },
    /// [`Move::Gesture`].
    Gesture {
        /// What the gesture does.
        act: ActIx,
        /// Milliseconds.
        wait_ms: u32,
    },
    /// [`Move::Fill`].
    Fill {
        /// What was written in each field.
        written: FormAnswer,
        /// Milliseconds.
        wait_ms: u32,
    },
    /// [`Move::Note`].
    Note {
        /// Which fact.
        fact: FactIx,
        /// Milliseconds.
        wait_ms: u32,
    },
    /// [`Move::Skip`].
    Skip {
        /// Milliseconds before the skip.
        wait_ms: u32,
        /// Milliseconds of the line that are skipped.
        skip_ms: u32,
    },
}

impl ResolvedMove {
    /// Whether it is a turn of the trainee; a note and a skip are none.
    pub const fn is_turn(&self) -> bool {
        !matches!(self, Self::Note { .. } | Self::Skip { .. })
    }
}

/// How a session is played; stands in the head of its log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Decides the order of options and every chance of the play.
    pub seed: u64,
    /// What the trainee is helped with.
    pub mode: Mode,
    /// False: no time pressure; interruption, silence and hesitation then have no score.
    pub timed: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { seed: 0, mode: Mode::Practice, timed: true }
    }
}

/// What the trainee is helped with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// Gauge, hints and steps back.
    #[default]
    Practice,
    /// None of them.
    Exam,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(option: &str) -> Move {
        Move::Choose { option: option.into(), wait_ms: 1 }
    }
    fn note(fact: &str) -> Move {
        Move::Note { fact: fact.into(), wait_ms: 1 }
    }

    #[test]
    fn trying_again_replays_what_still_counts_up_to_that_turn() {
        let nod = Move::Gesture { act: "Nod".into(), wait_ms: 1 };
        let moves = [
            note("a"),
            choose("one"),
            nod.clone(),
            choose("wrong"),
            Move::StepBack { before_turn: 3 },
            choose("right"),
            note("b"),
            choose("four"),
        ];
        let before = |turn| counted_before(&moves, |input| input, turn);
        assert_eq!(before(1), [note("a")]);
        assert_eq!(before(3), [note("a"), choose("one"), nod.clone()]);
        assert_eq!(before(4), [note("a"), choose("one"), nod, choose("right"), note("b")]);
    }
}
