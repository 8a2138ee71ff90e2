//! Reports as data and for the browser, of sessions of growing length.

mod common;

use calmdesk::report::{html, json};
use calmdesk::session::Settings;
use common::{SHIPPED, generated, page_of, played, report};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

fn forms(c: &mut Criterion) {
    let mut group = c.benchmark_group("report");
    let page = report(SHIPPED, 1);
    group.bench_function("page from events, shipped visit", |b| b.iter(|| report(SHIPPED, 1)));
    group.bench_function("html, shipped visit", |b| b.iter(|| html(&page)));
    group.bench_function("json, shipped visit", |b| b.iter(|| json(&page)));
}

fn growing(c: &mut Criterion) {
    let mut group = c.benchmark_group("report of so many moves");
    let scenario = generated(20);
    for moves in [10, 100, 1000] {
        let (_, events) = played(&scenario, moves);
        let settings = Settings::default();
        let page = page_of(&scenario, &settings, &events);
        group.bench_function(BenchmarkId::new("page", moves), |b| b.iter(|| page_of(&scenario, &settings, &events)));
        group.bench_function(BenchmarkId::new("html", moves), |b| b.iter(|| html(&page)));
        group.bench_function(BenchmarkId::new("json", moves), |b| b.iter(|| json(&page)));
    }
}

criterion_group! { name = benches; config = common::criterion(); targets = forms, growing }
criterion_main!(benches);
