//! Plays turns of a room of people and nothing else, for counting processor time, instructions and allocations.
//!
//! ```text
//! cargo build --release --no-default-features --example turns
//! target/release/examples/turns 30 20000                                      # processor time of a turn (Linux)
//! valgrind target/release/examples/turns 30 400    # "total heap usage" stays the same for any number of turns
//! valgrind --tool=callgrind target/release/examples/turns 30 400
//! ```
#![allow(clippy::expect_used, reason = "a measurement that fails should stop")]

use calmdesk::visitor::appraisal::{ActContext, appraise};
use calmdesk::visitor::{Mind, Persona, Room};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::VisitorIx;

/// Seconds between two turns of a talk.
const TURN: f64 = 12.0;
/// Turns of a long visit; then others come in.
const VISIT: usize = 40;

/// Nanoseconds this thread has run, as the kernel of Linux counts them.
fn ran() -> Option<u64> {
    std::fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}

fn main() {
    let mut given = std::env::args().skip(1).filter_map(|text| text.parse::<usize>().ok());
    let (people, turns) = (given.next().unwrap_or(30).max(1), given.next().unwrap_or(20_000));
    let acts = ActCatalogue::shipped();
    let kinds: Vec<_> = acts.iter().collect();
    let personas = ["in-group/follows-crowd", "agitated/crowd-bold", "first-visit/unfair", "vulnerable/fearful"]
        .map(|name| Persona::preset(name).expect("a preset"));
    let fresh: Vec<Mind> =
        (0..people).map(|at| Mind::new(personas[at % personas.len()].varied(7, at as u64))).collect();
    let mut minds = fresh.clone();
    let mut room = Room::new(&(0..people as u16).map(VisitorIx).collect::<Vec<_>>());
    let (mut outbursts, mut anger) = (0_u64, 0_u64);
    let before = ran();
    for turn in 0..turns {
        if turn % VISIT == 0 {
            minds.copy_from_slice(&fresh);
        }
        let speaker = turn % people;
        minds.iter_mut().for_each(|mind| mind.tick(TURN));
        room.spread(&mut minds, Some(VisitorIx(speaker as u16)), TURN);
        // An option of two acts.
        for nth in [turn * 7, turn * 11] {
            let (ix, kind) = kinds[nth % kinds.len()];
            for (at, mind) in minds.iter_mut().enumerate() {
                appraise(mind, kind, ix.at(), ActContext { addressed: at == speaker, ..ActContext::default() });
            }
        }
        for mind in &mut minds {
            outbursts += u64::from(mind.breaks_out());
            anger += u64::from(mind.snapshot().feelings[0].unsigned_abs());
        }
    }
    let mean = anger / (turns * people).max(1) as u64;
    println!("{turns} turns of {people}: {outbursts} outbursts, mean anger {mean} of 1000");
    if let (Some(before), Some(after)) = (before, ran()) {
        println!("{} ns of processor time a turn", (after - before) / turns.max(1) as u64);
    }
}
