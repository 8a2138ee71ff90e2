//! Loading and checking scenarios, from one node to thousands, beside what `ron` alone takes.

mod common;

use calmdesk::authoring::format::format;
use calmdesk::authoring::library;
use calmdesk::lint::check;
use calmdesk::scenario::source::{ScenarioSource, dialect};
use calmdesk::scenario::{SourceBundle, load};
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

/// What rests on the tree of signs: the layout, and reading on where `ron` gives up. It takes a time that grows with the
/// text and no faster, so the bytes a second stay what they are from one node to thousands.
fn signs(c: &mut Criterion) {
    for nodes in SIZES {
        let text = String::from_utf8_lossy(&bundle(nodes).files[0].1).into_owned();
        // A comma of a Chinese keyboard near the end.
        let comma = text.rfind("\", ").map_or(0, |at| at + 1);
        let broken = SourceBundle::of_text("generated", format!("{}，{}", &text[..comma], &text[comma + 1..]));
        let mut group = c.benchmark_group("signs");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("format", nodes), &text, |b, text| b.iter(|| format(text.as_bytes())));
        group.bench_with_input(BenchmarkId::new("load, broken", nodes), &broken, |b, broken| b.iter(|| load(broken)));
    }
}

fn shipped(c: &mut Criterion) {
    let mut group = c.benchmark_group("scenario, shipped");
    for entry in library::shipped() {
        group.bench_function(BenchmarkId::new("load", entry.id()), |b| b.iter(|| load(&entry.bundle)));
        group.bench_function(BenchmarkId::new("check", entry.id()), |b| b.iter(|| check(&entry.bundle)));
    }
}

criterion_group! { name = benches; config = common::criterion(); targets = generated, signs, shipped }
criterion_main!(benches);
