//! The printed report: the first of a process, one more, and a class of growing size.

#![allow(clippy::unwrap_used, reason = "a bench that cannot begin should stop")]

mod common;

use calmdesk::report::pdf;
use common::{SHIPPED, report};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::time::Instant;

fn one(c: &mut Criterion) {
    let page = report(SHIPPED, 1);
    // Fonts are read and templates prepared once a process; criterion's warm-up would hide it.
    let begun = Instant::now();
    let bytes = pdf(&page).unwrap().len();
    println!("first report of the process: {:.3} s, {bytes} bytes", begun.elapsed().as_secs_f64());
    c.bench_function("pdf/the same again", |b| b.iter(|| pdf(&page).unwrap().len()));
}

/// Different trainees, so that only what two sessions have in common can be used again. A round begins as a process
/// does, but for fonts and template: otherwise a small class would find all of itself laid out in the round before.
fn class(c: &mut Criterion) {
    let mut group = c.benchmark_group("pdf/class of");
    group.sample_size(10);
    for size in [10, 100] {
        let pages: Vec<_> = (0..size).map(|seed| report(SHIPPED, seed)).collect();
        group.throughput(Throughput::Elements(size));
        group.bench_with_input(BenchmarkId::from_parameter(size), &pages, |b, pages| {
            b.iter_batched(
                || typst::comemo::evict(0),
                |()| pages.iter().map(|page| pdf(page).unwrap().len()).sum::<usize>(),
                BatchSize::PerIteration,
            );
        });
    }
    // Ten times over would take minutes.
    let pages: Vec<_> = (0..1000).map(|seed| report(SHIPPED, seed)).collect();
    typst::comemo::evict(0);
    let begun = Instant::now();
    let bytes: usize = pages.iter().map(|page| pdf(page).unwrap().len()).sum();
    let seconds = begun.elapsed().as_secs_f64();
    println!("class of 1000, once: {seconds:.1} s, {:.1} reports/s, {} kB each", 1000.0 / seconds, bytes / 1_000_000);
}

criterion_group! { name = benches; config = common::criterion(); targets = one, class }
criterion_main!(benches);
