//! Turns, their score, the log: one session from its first move to its ten-thousandth.

#![allow(clippy::unwrap_used, reason = "a bench that cannot begin should stop")]

mod common;

use calmdesk::logbook::log;
use calmdesk::logbook::log::Files;
use calmdesk::logbook::recording::{Recording, open};
use calmdesk::logbook::writer::Sink;
use calmdesk::rubric::{Rubric, assess};
use calmdesk::session::{Session, Settings};
use common::dialogue::Dice;
use common::{SHIPPED, SIZES, assessor, bundle, generated, pick, played, start};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Turns of one session.
const SESSION: usize = 200;

/// Whole sessions: feelings, events, evidence.
fn turns(c: &mut Criterion) {
    let mut group = c.benchmark_group("turn");
    group.throughput(Throughput::Elements(SESSION as u64));
    for nodes in SIZES {
        let scenario = generated(nodes);
        for judged in [true, false] {
            let what = if judged { "with evidence" } else { "without evidence" };
            let (begun, mut events, mut seed) = (assessor(&scenario), Vec::new(), 0);
            group.bench_function(BenchmarkId::new(what, nodes), |b| {
                b.iter(|| {
                    seed += 1;
                    let mut assessor = begun.clone();
                    events.clear();
                    let settings = Settings { seed, ..Settings::default() };
                    let mut session = Session::begin(Arc::clone(&scenario), settings, &mut events);
                    let mut dice = Dice::new(seed);
                    let mut latest = 0;
                    for _ in 0..SESSION {
                        if judged {
                            events[latest..].iter().for_each(|event| assessor.observe(event));
                        }
                        latest = events.len();
                        if let Some(step) = pick(&session, &mut dice) {
                            session.take(step, &mut events);
                        }
                    }
                });
            });
        }
    }
}

/// What a report asks for: the whole score of a session of growing length.
fn assessments(c: &mut Criterion) {
    let mut group = c.benchmark_group("assessment");
    let scenario = generated(20);
    for moves in [10, 100, 1000, 10_000] {
        let (_, events) = played(&scenario, moves);
        group.throughput(Throughput::Elements(moves as u64));
        group.bench_with_input(BenchmarkId::new("moves", moves), &events, |b, events| {
            b.iter(|| assess(Rubric::shipped(), &scenario, true, events));
        });
    }
}

/// One move more, with its line in the log: as text only, and on the disk before it counts.
fn append(c: &mut Criterion) {
    let scenario = generated(20);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut group = c.benchmark_group("log append");
    for moves in [10, 100, 1000] {
        let (moves_of, _) = played(&scenario, moves);
        group.throughput(Throughput::Elements(moves as u64));
        group.bench_function(BenchmarkId::new("text", moves), |b| {
            b.iter_batched(
                || {
                    Recording::start_on(
                        Path::new("nowhere"),
                        Box::new(Kept(Arc::default())),
                        start(&scenario, Files::default()),
                    )
                    .unwrap()
                },
                |mut recording| moves_of.iter().for_each(|input| _ = recording.apply(input).unwrap()),
                BatchSize::SmallInput,
            );
        });
        let mut number = 0;
        group.bench_function(BenchmarkId::new("durable", moves), |b| {
            b.iter_batched(
                || {
                    number += 1;
                    let path = folder.path().join(format!("{moves}-{number}.log"));
                    Recording::start(&path, start(&scenario, Files::default())).unwrap()
                },
                |mut recording| moves_of.iter().for_each(|input| _ = recording.apply(input).unwrap()),
                BatchSize::PerIteration,
            );
        });
    }
}

/// Keeps the log in memory, so that making one of 10,000 moves does not wait for the disk 10,000 times.
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Sink for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(())
    }
    fn sync(&mut self) -> std::io::Result<()> {
        Ok(())
    }
    fn cut(&mut self, _: u64) -> std::io::Result<()> {
        Ok(())
    }
}

/// Reading a log, opening it (its scenario loaded, its moves replayed and compared), going on with it.
fn resume(c: &mut Criterion) {
    let bundle = bundle(20);
    let scenario = generated(20);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut group = c.benchmark_group("log of so many moves");
    for moves in [10, 100, 1000, 10_000] {
        let path = folder.path().join(format!("{moves}.log"));
        let kept = Arc::default();
        let sink = Box::new(Kept(Arc::clone(&kept)));
        let mut recording = Recording::start_on(&path, sink, start(&scenario, Files::from(&bundle))).unwrap();
        for input in played(&scenario, moves).0 {
            recording.apply(&input).unwrap();
        }
        std::fs::write(&path, kept.lock().unwrap().as_slice()).unwrap();
        group.throughput(Throughput::Elements(moves as u64));
        group.bench_function(BenchmarkId::new("read", moves), |b| b.iter(|| log::read(&path).unwrap().entries.len()));
        group.bench_function(BenchmarkId::new("open", moves), |b| b.iter(|| open(&path).unwrap().events.len()));
        group.bench_function(BenchmarkId::new("resume", moves), |b| {
            b.iter(|| Recording::resume(&path).unwrap().0.events().len());
        });
    }
}

/// A visit as it ships: the whole of it played by machine.
fn visit(c: &mut Criterion) {
    let scenario = common::shipped(SHIPPED);
    let (moves, events) = played(&scenario, 1000);
    let mut group = c.benchmark_group("shipped visit");
    group.throughput(Throughput::Elements(moves.len() as u64));
    group.bench_function(BenchmarkId::new("assessment", SHIPPED), |b| {
        b.iter(|| assess(Rubric::shipped(), &scenario, true, &events));
    });
}

criterion_group! { name = benches; config = common::criterion(); targets = turns, assessments, append, resume, visit }
criterion_main!(benches);
