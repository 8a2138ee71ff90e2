//! Measured by hand, in a release build: `cargo test --release --test classroom measure -- --ignored --nocapture`.

use crate::databases::{Own, postgres, sqlite};
use crate::played::{NOW, exam, seat};
use calmdesk::classroom::results::{Names, results};
use calmdesk::classroom::store::Whole;
use calmdesk::classroom::{LiveAttempt, NewPerson, Origin, Summary, Taken};
use std::time::{Duration, Instant};

/// Seats that append at once, and how often each.
const SEATS: u32 = 500;
const STEPS: u32 = 10;
/// A move every so often.
const EVERY: Duration = Duration::from_secs(2);
const PEOPLE: usize = 1_000;
const ATTEMPTS: usize = 50;

fn percentile(sorted: &[Duration], share: f64) -> Duration {
    sorted[((sorted.len() - 1) as f64 * share) as usize]
}

/// What a step of a few kilobytes takes until it is on the disk, for so many seats that each move every two seconds.
async fn steps(own: &Own) {
    let store = own.store().await;
    let (class, assignment) = exam(&store).await;
    let mut attempts = Vec::new();
    for at in 0..SEATS {
        let seat = seat(&store, class, "王敏", &at.to_string()).await;
        attempts.push(LiveAttempt::begin(&store, &assignment, 0, &seat, NOW).await.unwrap().attempt().id);
    }
    let lines = "x".repeat(3_000) + "\n";
    let tasks = attempts.into_iter().enumerate().map(|(at, attempt)| {
        let (store, lines) = (store.clone(), lines.clone());
        tokio::spawn(async move {
            tokio::time::sleep(EVERY * at as u32 / SEATS).await;
            let mut took = Vec::new();
            for step in 1..=STEPS {
                let begun = Instant::now();
                store.append(attempt, step, &lines, NOW).await.unwrap();
                took.push(begun.elapsed());
                tokio::time::sleep(EVERY.saturating_sub(begun.elapsed())).await;
            }
            took
        })
    });
    let mut took = Vec::new();
    for task in tasks.collect::<Vec<_>>() {
        took.extend(task.await.unwrap());
    }
    took.sort();
    let [half, most, worst] = [0.5, 0.99, 1.0].map(|share| percentile(&took, share));
    println!(
        "{}: {SEATS} seats, a step every 2 s: half within {half:?}, 99 % within {most:?}, all within {worst:?}",
        own.name
    );
}

async fn page(own: &Own) {
    let store = own.store().await;
    let (class, assignment) = exam(&store).await;
    let new: Vec<NewPerson> =
        (0..PEOPLE).map(|at| NewPerson { number: Some(at.to_string()), ..NewPerson::default() }).collect();
    let people = store.add_people(class, &new, NOW).await.unwrap();
    let taken = |at: usize| Taken {
        turn: at as u32,
        node: format!("node-{at}"),
        option: format!("option-{}", at % 4),
        heard: Some((format!("line-{at}"), 0)),
        points: Some(500),
        wrong: at % 3 == 0,
    };
    for attempt in 0..ATTEMPTS {
        for (at, person) in people.iter().enumerate() {
            let summary = Summary {
                standing: "passed".into(),
                total: Some((at % 1000) as i64),
                taken: (0..15).map(taken).collect(),
                ..Summary::default()
            };
            let log = format!("{attempt} {at}\n");
            let whole = Whole {
                class,
                assignment: Some(assignment.id),
                item: (attempt % 10) as u32,
                scenario: "noise-upstairs",
                person: person.id,
                seat: None,
                origin: Origin::Stick,
                started: NOW,
                log: &log,
                seal: None,
                summary: &summary,
                findings: &[],
            };
            store.take_whole(&whole, NOW).await.unwrap();
        }
    }
    let begun = Instant::now();
    let rows = store.overview(class).await.unwrap().len();
    println!("{}: overview of {PEOPLE} × {ATTEMPTS}: {rows} rows in {:?}", own.name, begun.elapsed());
    let begun = Instant::now();
    let found = results(&store, class, None, Names::default()).await.unwrap();
    println!("{}: results of {} attempts in {:?}", own.name, found.rows.len(), begun.elapsed());
}

#[test]
#[ignore = "measured by hand"]
fn measure() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    for own in [Some(sqlite()), postgres()].into_iter().flatten() {
        runtime.block_on(steps(&own));
    }
    for own in [Some(sqlite()), postgres()].into_iter().flatten() {
        runtime.block_on(page(&own));
    }
}
