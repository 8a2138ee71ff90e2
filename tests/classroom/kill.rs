//! A server that is killed at any instant has lost nothing that it acknowledged, and another one goes on.

use crate::databases::{Own, postgres, sqlite};
use crate::played::{NOW, exam, seat};
use calmdesk::classroom::{AttemptId, Database, LiveAttempt, Store};
use calmdesk::logbook::log::parse;
use calmdesk::logbook::recording::opened;
use calmdesk::session::Move;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

const URL: &str = "CALMDESK_TEST_URL";
const FOLDER: &str = "CALMDESK_TEST_FOLDER";
const ATTEMPT: &str = "CALMDESK_TEST_ATTEMPT";
/// Kills of each database; many more by hand: `CALMDESK_KILLS=1000`.
const KILLS: u32 = 12;

fn nod() -> Move {
    Move::Gesture { act: "Nod".into(), wait_ms: 10 }
}

/// The server that is killed: it is this test, run by the one below.
#[test]
#[ignore = "runs as a process of its own, started by another test"]
fn server() {
    let Ok(attempt) = std::env::var(ATTEMPT) else { return };
    let database = match std::env::var(URL) {
        Ok(url) => Database::at_url(&url).unwrap(),
        Err(_) => Database::in_folder(Path::new(&std::env::var(FOLDER).unwrap())).unwrap(),
    };
    let attempt: AttemptId = attempt.parse().unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = Store::open(&database).await.unwrap();
        let mut live = LiveAttempt::rebuild(&store, attempt).await.unwrap();
        loop {
            let number = live.expected();
            live.apply(&store, number, &nod(), NOW.plus(1_000)).await.unwrap();
            let mut out = std::io::stdout();
            writeln!(out, "\nacknowledged {number}").and_then(|()| out.flush()).unwrap();
        }
    });
}

fn killed(own: &Own) {
    let kills = std::env::var("CALMDESK_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (store, attempt) = runtime.block_on(async {
        let store = own.store().await;
        let (class, assignment) = exam(&store).await;
        let seat = seat(&store, class, "王敏", "1001").await;
        let attempt = LiveAttempt::begin(&store, &assignment, 0, &seat, NOW).await.unwrap().attempt().id;
        (store, attempt)
    });
    let mut most = 0;
    for round in 0..kills {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "kill::server", "--ignored", "--nocapture", "--test-threads=1"]);
        command.env(ATTEMPT, attempt.to_string()).env(FOLDER, own.folder.path()).env_remove(URL);
        if let Some(url) = &own.url {
            command.env(URL, url);
        }
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let heard = AtomicU32::new(0);
        let out = BufReader::new(child.stdout.take().unwrap());
        std::thread::scope(|scope| {
            let heard = &heard;
            let reader = scope.spawn(move || {
                for line in out.lines() {
                    let Ok(line) = line else { break };
                    if let Some(number) = line.strip_prefix("acknowledged ") {
                        heard.store(number.parse().unwrap(), Ordering::SeqCst);
                    }
                }
            });
            let begun = std::time::Instant::now();
            while heard.load(Ordering::SeqCst) == 0 && begun.elapsed() < Duration::from_secs(60) {
                std::thread::sleep(Duration::from_millis(1));
            }
            // Somewhere within a step: they take a few milliseconds.
            std::thread::sleep(Duration::from_micros(u64::from(round * 7919 % 6000)));
            child.kill().unwrap();
            child.wait().unwrap();
            reader.join().unwrap();
        });
        let acknowledged = heard.load(Ordering::SeqCst);
        assert!(acknowledged > most, "{}: the server came to move {acknowledged} after {most}", own.name);
        let kept = runtime.block_on(async { LiveAttempt::rebuild(&store, attempt).await.unwrap().moves() });
        assert!(kept >= acknowledged, "{}: move {acknowledged} was acknowledged and {kept} are kept", own.name);
        assert!(kept <= acknowledged + 1, "{}: nothing was kept that could not have been under way", own.name);
        most = kept;
    }
    let log = parse(&runtime.block_on(store.log_of(attempt)).unwrap(), Path::new("log")).unwrap();
    let verified = opened(log, Path::new("log")).unwrap().verified;
    // What was under way when its server died may have come in after we looked.
    assert!(verified.agrees() && (most..=most + 1).contains(&verified.moves), "{most}: {verified:?}");
}

#[test]
fn killed_on_sqlite() {
    killed(&sqlite());
}

#[test]
fn killed_on_postgresql() {
    if let Some(own) = postgres() {
        killed(&own);
    }
}
