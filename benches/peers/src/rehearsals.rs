//! Machines at the desk: a hundred thousand sessions of each shipped scenario, on one core and on two.

use crate::{Outcome, timing};
use calmdesk::rehearsal::{Batch, Policy};
use calmdesk::rubric::Rubric;
use calmdesk::authoring::library;
use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Sessions that the bar is about.
const WANTED: f64 = 100_000.0;

pub fn print(runs: u64, rounds: usize) -> Outcome<()> {
    println!("\n| scenario | 100,000 rehearsals, one core | turns each | turns/s | two threads are × as fast |");
    println!("|---|--:|--:|--:|--:|");
    for entry in library::shipped() {
        let Some(scenario) = entry.scenario() else { continue };
        let batch = Batch::new(Arc::clone(scenario), Rubric::shipped());
        let (mut one, mut clock, mut both, mut turns) = (f64::INFINITY, f64::INFINITY, f64::INFINITY, 0.0);
        let rehearse = |threads| batch.rehearse(Policy::Random, runs, 1, threads, &AtomicU64::new(0));
        for _ in 0..rounds {
            one = one.min(timing::taken(false, || {
                let tally = rehearse(1);
                turns = tally.turns.spread().map_or(0.0, |turns| turns.mean as f64);
                Ok(())
            })?);
            clock = clock.min(timing::taken(true, || Ok(drop(black_box(rehearse(1)))))?);
            both = both.min(timing::taken(true, || Ok(drop(black_box(rehearse(2)))))?);
        }
        println!(
            "| {} | {:.2} s | {turns} | {:.2} M | {:.2} |",
            entry.id(),
            one * WANTED / runs as f64,
            turns * runs as f64 / one / 1e6,
            clock / both,
        );
    }
    Ok(())
}
