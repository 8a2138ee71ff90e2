//! What the visitor model costs: one appraisal, one visitor's turn, a room of thirty, and how it grows.
//!
//! ```text
//! cargo bench --no-default-features --bench visitor
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "a bench that fails should stop")]

use calmdesk::visitor::appraisal::{ActContext, appraise};
use calmdesk::visitor::{Mind, Persona, Room};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Snapshot;
use calmdesk::vocabulary::VisitorIx;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

/// Seconds between two turns of a talk.
const TURN: f64 = 12.0;
const CROWDS: [usize; 7] = [1, 3, 10, 30, 100, 300, 1000];

/// People of every kind, as they come in.
fn people(number: usize) -> Vec<Mind> {
    const KINDS: [&str; 6] = [
        "in-group/follows-crowd",
        "agitated/crowd-bold",
        "first-visit/unfair",
        "vulnerable/fearful",
        "repeat-visitor/guarded",
        "reasonable/calculating",
    ];
    let kinds = KINDS.map(|kind| Persona::preset(kind).expect("a preset"));
    (0..number).map(|at| Mind::new(kinds[at % kinds.len()].varied(7, at as u64))).collect()
}

fn seats(number: usize) -> Vec<VisitorIx> {
    (0..number as u16).map(VisitorIx).collect()
}

/// Every act of the catalogue met by each of six people, in a moment of pain and in a plain one.
fn appraisal(criterion: &mut Criterion) {
    let acts = ActCatalogue::shipped();
    let fresh = people(6);
    let mut group = criterion.benchmark_group("visitor");
    group.throughput(Throughput::Elements((acts.len() * fresh.len()) as u64));
    group.bench_function("appraisals, the whole catalogue by six people", |bencher| {
        bencher.iter(|| {
            let mut minds = fresh.clone();
            for (ix, act) in acts.iter() {
                for (at, mind) in minds.iter_mut().enumerate() {
                    let moment = ActContext { addressed: at != 3, pain_open: at % 2 == 0, ..ActContext::default() };
                    black_box(appraise(mind, black_box(act), ix.at(), moment));
                }
            }
            minds
        });
    });
    group.finish();
}

/// Somebody has spoken, the trainee answers with two acts: time, contagion, appraisal, outburst, and what is shown.
fn turn(room: &mut Room, minds: &mut [Mind], shown: &mut Vec<Snapshot>, nth: usize) {
    let acts = ActCatalogue::shipped();
    let speaker = nth % minds.len();
    minds.iter_mut().for_each(|mind| mind.tick(TURN));
    room.spread(minds, Some(VisitorIx(speaker as u16)), TURN);
    shown.clear();
    for act in [nth * 7 % acts.len(), nth * 11 % acts.len()] {
        let (ix, kind) = acts.iter().nth(act).expect("an act");
        for (at, mind) in minds.iter_mut().enumerate() {
            appraise(mind, kind, ix.at(), ActContext { addressed: at == speaker, ..ActContext::default() });
        }
    }
    for mind in minds {
        black_box(mind.breaks_out());
        shown.push(mind.snapshot());
    }
}

/// Rooms of 1 to 1,000: the cost of a turn grows with the number of channels, about five for each person.
fn turns(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("visitor turn");
    for number in CROWDS {
        let seats = seats(number);
        group.throughput(Throughput::Elements(number as u64));
        group.bench_with_input(BenchmarkId::new("people", number), &number, |bencher, _| {
            let fresh = people(number);
            let mut minds = fresh.clone();
            let mut room = Room::new(&seats);
            let mut shown = Vec::with_capacity(number);
            let mut nth = 0;
            bencher.iter(|| {
                // Forty turns are a long visit; then others come in.
                if nth % 40 == 0 {
                    minds.copy_from_slice(&fresh);
                }
                nth += 1;
                turn(&mut room, &mut minds, &mut shown, nth);
            });
        });
    }
    group.finish();
}

/// The parts of a turn, for thirty people.
fn parts(criterion: &mut Criterion) {
    const NUMBER: usize = 30;
    let fresh = people(NUMBER);
    let seats = seats(NUMBER);
    let mut group = criterion.benchmark_group("visitor parts, thirty people");
    group.throughput(Throughput::Elements(NUMBER as u64));
    group.bench_function("time", |bencher| {
        let mut minds = fresh.clone();
        bencher.iter(|| {
            minds.copy_from_slice(&fresh);
            minds.iter_mut().for_each(|mind| mind.tick(black_box(TURN)));
        });
    });
    group.bench_function("contagion", |bencher| {
        let mut minds = fresh.clone();
        let mut room = Room::new(&seats);
        bencher.iter(|| {
            minds.copy_from_slice(&fresh);
            room.spread(&mut minds, Some(seats[5]), black_box(TURN));
        });
    });
    group.bench_function("what shows", |bencher| {
        bencher.iter(|| fresh.iter().map(|mind| black_box(mind.snapshot()).tension()).max());
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    targets = appraisal, turns, parts
}
criterion_main!(benches);
