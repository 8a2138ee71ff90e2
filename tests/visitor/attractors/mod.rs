//! Real service talks beside ours: one visitor, lines in the order of real talks, four ways of receiving them.

pub mod negative;
pub mod talk;

use calmdesk::visitor::{Mind, Persona};
use negative::{AFTER, Kind, is_negative};
use talk::Way;

/// What was measured of one way, over many people.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// Share still negative at [`AFTER`], of those who had spoken a first negative line so long before.
    pub after: [f64; 6],
    /// Share of negative lines in each fifth of the talk.
    pub fifths: [f64; 5],
    /// Talks with any negative line.
    pub angry: usize,
    /// Share of those with none after the first.
    pub never_again: f64,
}

/// Plays one way with all these people.
pub fn measure(way: Way, people: &[(Persona, u64)]) -> Measured {
    let (mut still, mut fifths) = ([(0usize, 0usize); 6], [(0usize, 0usize); 5]);
    let (mut angry, mut never) = (0, 0);
    for (persona, seed) in people {
        let lines: Vec<(Kind, Mind)> = talk::play(way, *persona, *seed);
        let negative: Vec<bool> = lines.iter().map(|(kind, mind)| is_negative(mind, *kind)).collect();
        for (at, is) in negative.iter().enumerate() {
            let fifth = &mut fifths[at * 5 / negative.len()];
            fifth.0 += usize::from(*is);
            fifth.1 += 1;
        }
        let Some(first) = negative.iter().position(|is| *is) else { continue };
        angry += 1;
        never += usize::from(!negative[first + 1..].contains(&true));
        for (count, after) in still.iter_mut().zip(AFTER) {
            if let Some(is) = negative.get(first + after) {
                count.0 += usize::from(*is);
                count.1 += 1;
            }
        }
    }
    let share = |(of, all): (usize, usize)| if all == 0 { 0.0 } else { of as f64 / all as f64 };
    Measured { after: still.map(share), fifths: fifths.map(share), angry, never_again: share((never, angry)) }
}

/// People and seeds: every visitor type with every psychology type and the types alone, each three times.
pub fn people() -> Vec<(Persona, u64)> {
    let names: Vec<&str> = Persona::preset_names().collect();
    let is_mind = |name: &str| MINDS.contains(&name);
    let both = names.iter().filter(|name| !is_mind(name) && **name != "plain");
    let both = both.flat_map(|one| MINDS.iter().map(move |mind| format!("{one}/{mind}")));
    let all: Vec<String> = names.iter().map(|name| (*name).to_owned()).chain(both).collect();
    let of = |name: &String| Persona::preset(name).expect("it ships");
    (0..3).flat_map(|again| all.iter().enumerate().map(move |(at, name)| (of(name), 1000 * again + at as u64))).collect()
}

/// The psychology types among the presets.
const MINDS: [&str; 8] =
    ["trusting", "unfair", "fearful", "calculating", "trying-luck", "follows-crowd", "guarded", "crowd-bold"];
