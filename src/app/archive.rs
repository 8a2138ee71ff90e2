//! Begins sessions with a log of their own, and again from any turn of an old one.

use crate::authoring::library::Entry;
use crate::logbook::error::{ApplyError, LogError};
use crate::logbook::log::Files;
use crate::logbook::recording::{Opened, Recording, Start};
use crate::logbook::store::Store;
use crate::scenario::model::Scenario;
use crate::session::{Mode, Move, Settings};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// A seed from the clock: two sessions in a row differ, and each says its seed in its log.
pub fn seed() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    since.as_nanos() as u64
}

/// Begins a session of a scenario of the library.
pub fn begin(
    store: &Store,
    entry: &Entry,
    scenario: &Arc<Scenario>,
    settings: Settings,
    trainee: &str,
    class: &str,
) -> Result<Recording, LogError> {
    let files = Files(entry.bundle.files.iter().cloned().collect());
    start(store, scenario, files, settings, Some(trainee.to_owned()), Some(class.to_owned()))
}

/// A new practice session that is where an old one was before its turn `number`.
pub fn again(store: &Store, old: &Opened, number: u32) -> Result<Recording, LogError> {
    let settings = Settings { mode: Mode::Practice, ..old.head.settings.clone() };
    let head = &old.head;
    let mut recording =
        start(store, &old.scenario, head.files.clone(), settings, head.trainee.clone(), head.class.clone())?;
    for input in moves_before(&old.moves, number) {
        match recording.apply(&input) {
            Ok(_) => {}
            Err(ApplyError::Write(error)) => return Err(error),
            // Rules that changed since may close the old way; the trainee goes on from where it still led.
            Err(ApplyError::Move(_)) => break,
        }
    }
    Ok(recording)
}

/// The moves that still count and came before the turn with this number.
pub fn moves_before(moves: &[Move], number: u32) -> Vec<Move> {
    counted_before(moves, |input| input, number)
}

/// As [`moves_before`], of whatever holds a move.
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

/// Where a session is kept; test-plays are not among the trainee's sessions.
pub fn store(store: &Store, trial: bool) -> Store {
    if trial { Store::at(store.root().join("trials")) } else { store.clone() }
}

/// Begins a test-play: a session with a log of its own that is not among the trainee's.
pub fn trial(store: &Store, files: Files, scenario: &Arc<Scenario>, settings: Settings) -> Result<Recording, LogError> {
    let trials = self::store(store, true);
    // Yesterday's attempts are of no use; one that is still open stays.
    if let Ok(old) = std::fs::read_dir(trials.sessions()) {
        old.flatten().for_each(|file| drop(std::fs::remove_file(file.path())));
    }
    start(&trials, scenario, files, settings, None, None)
}

fn start(
    store: &Store,
    scenario: &Arc<Scenario>,
    files: Files,
    settings: Settings,
    trainee: Option<String>,
    class: Option<String>,
) -> Result<Recording, LogError> {
    let now = jiff::ZonedDateTime::now();
    let stamp = now.strftime("%Y-%m-%dT%H-%M-%S").to_string();
    let path = store.new_path(&stamp, &scenario.id)?;
    Recording::start(
        &path,
        Start {
            scenario: scenario.clone(),
            files,
            settings,
            started: now.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            trainee,
            class,
        },
    )
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
        assert_eq!(moves_before(&moves, 1), [note("a")]);
        assert_eq!(moves_before(&moves, 3), [note("a"), choose("one"), nod.clone()]);
        assert_eq!(moves_before(&moves, 4), [note("a"), choose("one"), nod, choose("right"), note("b")]);
    }
}
