//! How many seats one server bears: `cargo test --release --test web load -- --ignored --nocapture`. Bounded, on this machine
//! alone; the clients take their share of its cores, too.

use crate::class::{Class, assign, begin};
use serde_json::json;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Seats at the same time; a move every two seconds each.
const SEATS: u32 = 500;
const EVERY: Duration = Duration::from_secs(2);
const LASTS: Duration = Duration::from_secs(20);

fn number(name: &str, otherwise: u32) -> u32 {
    std::env::var(name).ok().and_then(|given| given.parse().ok()).unwrap_or(otherwise)
}

#[test]
#[ignore = "a measurement of half a minute"]
fn many_seats_move_every_two_seconds_and_each_move_is_stored() {
    let seats = number("CALMDESK_SEATS", SEATS);
    let folder = tempfile::tempdir().unwrap();
    let class = Class::open(folder.path());
    let mut desk = class.instructor();
    assign(&mut desk, "noise-upstairs", "exam");
    let joined = Instant::now();
    let trainees: Vec<_> = (0..seats)
        .map(|at| {
            let mut seat = class.trainee(&format!("seat-{at}"));
            let path = begin(&mut seat);
            (seat, path)
        })
        .collect();
    println!("{seats} seats taken and begun in {:?}", joined.elapsed());
    let (times, bytes) = (Mutex::new(Vec::new()), Mutex::new(0_u64));
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for (at, (mut seat, path)) in trainees.into_iter().enumerate() {
            let (times, bytes) = (&times, &bytes);
            scope.spawn(move || {
                std::thread::sleep(EVERY * u32::try_from(at).unwrap() / seats);
                let mut room = String::new();
                let mut moves = 0;
                while begun.elapsed() < LASTS {
                    let round = Instant::now();
                    let told = seat.told(&format!("{path}/told?only=1&cut=1")).json();
                    let deed = match told["seat"]["asked"]["form"]["fields"].as_array() {
                        Some(fields) => json!({ "fill": fields.iter().map(|_| 0).collect::<Vec<_>>() }),
                        None => json!({ "choose": 0 }),
                    };
                    let sent = Instant::now();
                    let done = json!({ "number": told["number"], "wait_ms": 1_900, "deed": deed });
                    let answer = seat.json(&format!("{path}/move?room={room}"), &done);
                    assert_eq!(answer.status, 200, "{}", answer.body);
                    times.lock().unwrap().push(sent.elapsed());
                    *bytes.lock().unwrap() += answer.body.len() as u64;
                    let told = answer.json();
                    if let Some(beat) = told["seat"]["beats"].as_array().and_then(|beats| beats.last()) {
                        room = beat["room"]["key"].as_str().unwrap_or_default().to_owned();
                    }
                    moves += 1;
                    if told["seat"]["asked"]["ended"] != json!(null) {
                        break;
                    }
                    std::thread::sleep(EVERY.saturating_sub(round.elapsed()));
                }
                moves
            });
        }
    });
    let mut times = times.into_inner().unwrap();
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!(
        "{} moves in {:?}: half within {:?}, 90 % {:?}, 99 % {:?}, the longest {:?}; {} bytes a move",
        times.len(),
        begun.elapsed(),
        at(50),
        at(90),
        at(99),
        at(100),
        bytes.into_inner().unwrap() / times.len() as u64,
    );
}
