//! Machines that play: runs of each kind of trainee, more threads, and the walk of every way.

mod common;

use calmdesk::authoring::library;
use calmdesk::rehearsal::explore::THOROUGH;
use calmdesk::rehearsal::{Batch, Policy, explore};
use calmdesk::rubric::Rubric;
use common::{SHIPPED, SIZES, generated, shipped};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::sync::atomic::AtomicU64;

/// Runs of one measured rehearsal.
const RUNS: u64 = 1000;

fn runs(c: &mut Criterion) {
    let mut group = c.benchmark_group("rehearsal");
    group.throughput(Throughput::Elements(RUNS));
    for entry in library::shipped() {
        let batch = Batch::new(shipped(entry.id()), Rubric::shipped());
        for threads in [1, 2] {
            group.bench_function(BenchmarkId::new(format!("random, {threads} threads"), entry.id()), |b| {
                b.iter(|| batch.rehearse(Policy::Random, RUNS, 1, threads, &AtomicU64::new(0)));
            });
        }
    }
    let batch = Batch::new(shipped(SHIPPED), Rubric::shipped());
    for policy in [Policy::Bully, Policy::Careful, Policy::Expert] {
        group.bench_function(BenchmarkId::new(policy.name(), SHIPPED), |b| {
            b.iter(|| batch.rehearse(policy, RUNS, 1, 1, &AtomicU64::new(0)));
        });
    }
}

fn growing(c: &mut Criterion) {
    let mut group = c.benchmark_group("rehearsal of so many runs");
    let batch = Batch::new(shipped(SHIPPED), Rubric::shipped());
    for runs in [10, 100, 1000, 10_000] {
        group.throughput(Throughput::Elements(runs));
        group.bench_function(BenchmarkId::from_parameter(runs), |b| {
            b.iter(|| batch.rehearse(Policy::Random, runs, 1, 1, &AtomicU64::new(0)));
        });
    }
}

fn walk(c: &mut Criterion) {
    let mut group = c.benchmark_group("walk");
    for entry in library::shipped() {
        let scenario = shipped(entry.id());
        group.throughput(Throughput::Elements(explore(&scenario, THOROUGH).states as u64));
        group.bench_function(BenchmarkId::new("shipped", entry.id()), |b| b.iter(|| explore(&scenario, THOROUGH)));
    }
    // Three variables of eight values: more states than anybody waits for, so the budget is what grows.
    let scenario = generated(SIZES[2]);
    for budget in [1000, 10_000, 100_000] {
        group.throughput(Throughput::Elements(budget as u64));
        group.bench_function(BenchmarkId::new("generated, states", budget), |b| b.iter(|| explore(&scenario, budget)));
    }
}

criterion_group! { name = benches; config = common::criterion(); targets = runs, growing, walk }
criterion_main!(benches);
