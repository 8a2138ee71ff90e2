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

/// What still counts after all steps back and came before the turn with this number; `of` says the move of each.
pub fn counted_before<T: Clone>(moves: &[T], of: impl Fn(&T) -> &Move, number: u32) -> Vec<T> {
    // Each with the number of turns taken when it had been made.
    let mut counted: Vec<(u32, T)> = Vec::new();
    let mut turn = 0;
    for input in moves {
        match of(input) {
            Move::StepBack { before_turn } => {
                counted.retain(|(after, _)| after < before_turn);
                turn = before_turn.saturating_sub(1);
                continue;
            }
            Move::Choose { .. } | Move::Gesture { .. } | Move::Fill { .. } => turn += 1,
            Move::Note { .. } => {}
        }
        counted.push((turn, input.clone()));
    }
    counted.into_iter().filter(|(after, _)| *after < number).map(|(_, input)| input).collect()
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
