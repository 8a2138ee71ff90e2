//! Killed at any instant, a session loses nothing that was shown.

use crate::util::calmdesk;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Child;
use std::sync::mpsc;
use std::time::Duration;
use tempfile::TempDir;

fn player(dir: &Path, words: &[&str]) -> Child {
    calmdesk(words).inside(dir).data(dir.join("data")).spawn()
}

/// A small generator of our own: which instants are tried is said by the seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// Feeds gestures until it is killed, and counts those whose consequence was shown.
fn play_and_kill(dir: &Path, words: &[&str], dice: &mut Dice) -> usize {
    let mut child = player(dir, words);
    let mut stdin = child.stdin.take().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let (shown, lines) = mpsc::channel();
    let (playing, started) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        for line in stdout.lines() {
            let Ok(line) = line else { break };
            let _ = playing.send(());
            if line.contains("你点了点头") {
                let _ = shown.send(());
            }
        }
    });
    let feeder = std::thread::spawn(move || {
        // Until the pipe breaks.
        while stdin.write_all(b"gesture Nod\n").and_then(|()| stdin.flush()).is_ok() {
            std::thread::sleep(Duration::from_micros(300));
        }
    });
    // Mostly while it plays, which a busy machine reaches late; now and then while it is still starting.
    if dice.below(8) > 0 {
        let _ = started.recv_timeout(Duration::from_secs(30));
    }
    std::thread::sleep(Duration::from_micros(dice.below(60_000)));
    child.kill().unwrap();
    child.wait().unwrap();
    feeder.join().unwrap();
    reader.join().unwrap();
    lines.try_iter().count()
}

#[test]
fn nothing_that_was_shown_is_lost_when_the_process_is_killed() {
    let rounds = std::env::var("CALMDESK_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(60);
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let (mut acknowledged_in_all, mut killed_in_play) = (0, 0);
    for round in 0..rounds {
        let dir = TempDir::new().unwrap();
        let fresh = ["play", "noise-upstairs", "--seed", "1", "--log", "a.log", "--answers", "-"];
        let first = play_and_kill(dir.path(), &fresh, &mut dice);
        let log = dir.path().join("a.log");
        let Ok(read) = calmdesk::logbook::log::read(&log) else {
            assert_eq!(first, 0, "round {round}");
            continue;
        };
        let kept = read.moves().count();
        assert!(kept >= first, "round {round}: {first} moves were shown, {kept} are in the log");
        // Killed again while it goes on: resuming is no safer moment than any other.
        let resumed = play_and_kill(dir.path(), &["play", "--resume", "a.log", "--answers", "-"], &mut dice);
        // Going on begins with showing the last move again: that one is not new.
        let second = resumed.saturating_sub(usize::from(kept > 0));

        let mut child = player(dir.path(), &["play", "--resume", "a.log", "--answers", "-"]);
        drop(child.stdin.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "round {round}: {}", String::from_utf8_lossy(&output.stderr));
        let report = calmdesk::logbook::recording::verify(&log).unwrap();
        assert!(report.holds(), "round {round}: {report:?}");
        let grown = report.moves as usize - kept;
        assert!(grown >= second, "round {round}: {second} more moves were shown, {grown} are in the log");
        acknowledged_in_all += first + second;
        killed_in_play += usize::from(first > 0);
    }
    // The rounds must have hit sessions that were being played, or they prove nothing.
    assert!(killed_in_play * 4 >= rounds, "{killed_in_play} of {rounds} rounds, {acknowledged_in_all} moves");
}
