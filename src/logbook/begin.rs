//! Begins a session with its log: seed, path, time and head are the same in the window and in the terminal.

use super::error::{ApplyError, LogError};
use super::how_played::{Mark, PlayedBy};
use super::log::Files;
use super::recording::{Opened, Recording, Resumed, Start};
use super::store::Store;
use super::writer::create;
use crate::scenario::model::Scenario;
use crate::session::moves::{Mode, Settings, counted_before};
use std::path::Path;
use std::sync::Arc;

/// Where the log of a new session goes.
#[derive(Clone, Copy, Debug)]
pub enum LogPlace<'p> {
    /// A new file among the sessions of this data folder.
    Among(&'p Store),
    /// This file, which must not be there yet.
    At(&'p Path),
}

/// A session that is to begin now.
pub struct NewSession {
    /// What is played.
    pub scenario: Arc<Scenario>,
    /// The files it was loaded from.
    pub files: Files,
    /// Practice or exam.
    pub mode: Mode,
    /// False: no time pressure.
    pub timed: bool,
    /// `None`: of the moment.
    pub seed: Option<u64>,
    /// As they call themselves; `None`: nobody is named.
    pub trainee: Option<String>,
    /// The class they belong to; `None`: none.
    pub class: Option<String>,
    /// Who makes the moves.
    pub played_by: PlayedBy,
}

/// Begins it: from here on every move is on the disk before its consequences are shown.
///
/// # Errors
///
/// [`LogError`] where the log is there already or cannot be written.
pub fn begin(place: LogPlace<'_>, new: NewSession) -> Result<Recording, LogError> {
    let now = now();
    let (path, file) = match place {
        LogPlace::At(path) => (path.to_owned(), create(path)?),
        LogPlace::Among(store) => store.new_log(&now.strftime("%Y-%m-%dT%H-%M-%S").to_string(), &new.scenario.id)?,
    };
    let seed = new.seed.unwrap_or_else(|| seed_of(now.timestamp()));
    let start = Start {
        scenario: new.scenario,
        files: new.files,
        settings: Settings { seed, mode: new.mode, timed: new.timed },
        started: stamp(&now),
        trainee: new.trainee,
        class: new.class,
        played_by: Some(new.played_by),
    };
    Recording::start_in(&path, file, start)
}

/// Goes on with a session that was left, and says so in its log.
///
/// # Errors
///
/// As [`Recording::resume`].
pub fn go_on(path: &Path, by: PlayedBy) -> Result<(Recording, Resumed), LogError> {
    let (mut recording, how) = Recording::resume(path)?;
    recording.mark(Mark::Resumed { at: stamp(&now()), by })?;
    Ok((recording, how))
}

/// The clock is stopped, and the log says so.
///
/// # Errors
///
/// [`LogError`] where it cannot be written; the session goes on all the same.
pub fn pause(recording: &mut Recording) -> Result<(), LogError> {
    recording.mark(Mark::Paused { at: stamp(&now()) })
}

/// The time by the system's clock, however wrong it is: beyond the years that a date can have it stands still.
fn now() -> jiff::ZonedDateTime {
    by_clock(std::time::SystemTime::now())
}

fn by_clock(clock: std::time::SystemTime) -> jiff::ZonedDateTime {
    let beyond = if clock < std::time::UNIX_EPOCH { jiff::Timestamp::MIN } else { jiff::Timestamp::MAX };
    jiff::Timestamp::try_from(clock).unwrap_or(beyond).to_zoned_datetime(jiff::tz::TimeZone::system())
}

fn stamp(now: &jiff::ZonedDateTime) -> String {
    now.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// A new practice session that is where an old one was before its turn `turn`.
///
/// # Errors
///
/// As [`begin`].
pub fn again(place: LogPlace<'_>, old: &Opened, turn: u32) -> Result<Recording, LogError> {
    let head = &old.head;
    let new = NewSession {
        scenario: Arc::clone(&old.scenario),
        files: head.files.clone(),
        mode: Mode::Practice,
        timed: head.settings.timed,
        seed: Some(head.settings.seed),
        trainee: head.trainee.clone(),
        class: head.class.clone(),
        played_by: PlayedBy::Hand,
    };
    let mut recording = begin(place, new)?;
    for input in counted_before(&old.moves, |input| input, turn) {
        match recording.apply(&input) {
            Ok(_) => {}
            Err(ApplyError::Write(error)) => return Err(error),
            // Rules that changed since may close the old way; the trainee goes on from where it still led.
            Err(ApplyError::Move(_)) => break,
        }
    }
    Ok(recording)
}

/// Two sessions in a row differ, and each says its seed in its log. Below 2^53: every reader of the log keeps it whole.
fn seed_of(now: jiff::Timestamp) -> u64 {
    let (seconds, nanos) = (now.as_second().unsigned_abs(), now.subsec_nanosecond().unsigned_abs());
    seconds ^ u64::from(nanos) << 20
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_of_any_year_gives_a_time() {
        use std::time::{Duration, UNIX_EPOCH};
        for seconds in [0, 1 << 20, 253_402_300_800, 1 << 40, 1 << 50, i64::MAX as u64 >> 1] {
            for clock in [
                UNIX_EPOCH.checked_add(Duration::from_secs(seconds)),
                UNIX_EPOCH.checked_sub(Duration::from_secs(seconds)),
            ] {
                let now = clock.map(by_clock);
                assert!(
                    now.is_none_or(|now| !stamp(&now).is_empty() && seed_of(now.timestamp()) < 1 << 53),
                    "{seconds}"
                );
            }
        }
    }

    #[test]
    fn seeds_differ_from_moment_to_moment_and_fit_any_reader() {
        let moments = [(1_900_000_000, 0), (1_900_000_000, 1), (1_900_000_001, 0), (4_000_000_000, 999_999_999)];
        let seeds = moments.map(|(seconds, nanos)| jiff::Timestamp::new(seconds, nanos).map_or(0, seed_of));
        for (at, seed) in seeds.iter().enumerate() {
            assert!(*seed > 0 && *seed < 1 << 53, "{seed}");
            assert!(!seeds[..at].contains(seed), "{seeds:?}");
        }
    }
}
