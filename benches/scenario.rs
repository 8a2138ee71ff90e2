//! Loading and checking scenarios, from one node to thousands, beside what `ron` alone takes.

mod common;

use calmdesk::authoring::library;
use calmdesk::lint::check;
use calmdesk::scenario::load;
use calmdesk::scenario::source::{ScenarioSource, dialect};
use common::{SIZES, bundle};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn generated(c: &mut Criterion) {
    for nodes in SIZES {
        let bundle = bundle(nodes);
        let text = String::from_utf8_lossy(&bundle.files[0].1).into_owned();
        let mut group = c.benchmark_group("scenario");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("ron alone, typed", nodes), &text, |b, text| {
            b.iter(|| black_box(dialect().from_str::<ScenarioSource>(text).is_ok()));
        });
        group.bench_with_input(BenchmarkId::new("load", nodes), &bundle, |b, bundle| b.iter(|| load(bundle)));
        group.bench_with_input(BenchmarkId::new("check", nodes), &bundle, |b, bundle| b.iter(|| check(bundle)));
    }
}

fn shipped(c: &mut Criterion) {
    let mut group = c.benchmark_group("scenario, shipped");
    for entry in library::shipped() {
        group.bench_function(BenchmarkId::new("load", entry.id()), |b| b.iter(|| load(&entry.bundle)));
        group.bench_function(BenchmarkId::new("check", entry.id()), |b| b.iter(|| check(&entry.bundle)));
    }
}

criterion_group! { name = benches; config = common::criterion(); targets = generated, shipped }
criterion_main!(benches);
