//! The same dialogue through Calmdesk and the peers' engines: one command, one table of ratios.
//!
//! `cargo run --release` (in this folder); `-- --quick` for a look in half a minute.

mod bare;
mod brink;
mod calm;
#[path = "../../dialogue/mod.rs"]
mod dialogue;
mod ink;
mod rehearsals;
mod ron_alone;
mod table;
mod timing;
mod yarn;

use dialogue::{Dice, Node};
use std::error::Error;

pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// Sizes of the dialogue, in nodes.
const SIZES: [usize; 4] = [1, 20, 200, 2000];
/// Turns of one session; then the next one begins: a long morning at the desk.
const SESSION: usize = 200;
/// Turns over which every word of every engine is compared.
const COMPARED: usize = 400;

/// What was said and offered: kept word by word for comparing, only counted for timing.
#[derive(Default)]
pub struct Heard {
    pub words: Option<Vec<String>>,
    pub bytes: u64,
}

impl Heard {
    #[inline]
    pub fn hear(&mut self, text: &str) {
        self.bytes = self.bytes.rotate_left(1).wrapping_add(text.len() as u64);
        if let Some(words) = &mut self.words {
            words.push(text.to_owned());
        }
    }
}

/// One engine with the dialogue loaded.
pub trait Engine {
    /// Goes to the beginning of the dialogue, all variables 0.
    fn begin(&mut self, heard: &mut Heard) -> Outcome<()>;
    /// Tells what is said and offered, and takes one of the options on offer by the dice.
    fn turn(&mut self, dice: &mut Dice, heard: &mut Heard) -> Outcome<()>;
}

fn play(engine: &mut dyn Engine, turns: usize, dice: &mut Dice, heard: &mut Heard) -> Outcome<()> {
    for turn in 0..turns {
        if turn % SESSION == 0 {
            engine.begin(heard)?;
        }
        engine.turn(dice, heard)?;
    }
    Ok(())
}

type Load = fn(&str) -> Outcome<Box<dyn Engine>>;

struct Contestant {
    name: &'static str,
    source: fn(&[Node]) -> String,
    load: Load,
    /// Turns of one timed batch; slow engines take fewer.
    batch: usize,
    /// Larger dialogues than this are not loaded: it would take minutes.
    most_nodes: usize,
}

const CONTESTANTS: [Contestant; 8] = [
    Contestant {
        name: "typed interpreter (bound)",
        source: bare::source,
        load: bare::load,
        batch: 1_000_000,
        most_nodes: 2000,
    },
    Contestant { name: "calmdesk", source: dialogue::ron, load: calm::load, batch: 200_000, most_nodes: 2000 },
    Contestant {
        name: "calmdesk, no evidence",
        source: dialogue::ron,
        load: calm::load_unjudged,
        batch: 200_000,
        most_nodes: 2000,
    },
    Contestant {
        name: "calmdesk, log as text",
        source: dialogue::ron,
        load: calm::load_logged,
        batch: 20_000,
        most_nodes: 2000,
    },
    Contestant {
        name: "calmdesk, durable log",
        source: dialogue::ron,
        load: calm::load_durable,
        batch: 400,
        most_nodes: 2000,
    },
    Contestant { name: "brink 0.0.17", source: dialogue::ink, load: brink::load, batch: 10_000, most_nodes: 2000 },
    Contestant { name: "bladeink 2.1.0", source: dialogue::ink, load: ink::load, batch: 4_000, most_nodes: 2000 },
    Contestant { name: "yarnspinner 0.9.0", source: dialogue::yarn, load: yarn::load, batch: 400, most_nodes: 2000 },
];

fn main() -> Outcome<()> {
    let quick = std::env::args().any(|arg| arg == "--quick");
    let only = std::env::args().skip_while(|arg| arg != "--only").nth(1);
    let rounds = if quick { 2 } else { 7 };
    let mut report = table::Table::new();
    for nodes in SIZES.into_iter().filter(|nodes| !quick || *nodes <= 200) {
        let dialogue = dialogue::generate(nodes);
        let mut loaded = Vec::new();
        for contestant in CONTESTANTS.iter().filter(|c| nodes <= c.most_nodes) {
            if only.as_ref().is_some_and(|only| !contestant.name.contains(only.as_str())) {
                continue;
            }
            let text = (contestant.source)(&dialogue);
            let (engine, seconds) = timing::loading(rounds, || (contestant.load)(&text))?;
            report.loaded(contestant.name, nodes, seconds);
            loaded.push((contestant, engine));
        }
        compare(&mut loaded)?;
        // Round by round, so that a slow moment of the machine hits all alike.
        let mut best = vec![f64::INFINITY; loaded.len()];
        for round in 0..rounds {
            for ((contestant, engine), best) in loaded.iter_mut().zip(&mut best) {
                let (mut dice, mut heard) = (Dice::new(round as u64 + 1), Heard::default());
                let batch = if quick { contestant.batch / 4 } else { contestant.batch };
                let durable = contestant.name.contains("durable");
                let seconds = timing::taken(durable, || play(engine.as_mut(), batch, &mut dice, &mut heard))?;
                std::hint::black_box(heard.bytes);
                *best = best.min(seconds / batch as f64);
            }
        }
        for ((contestant, _), seconds) in loaded.iter().zip(best) {
            report.played(contestant.name, nodes, 1.0 / seconds);
        }
        if only.is_none() {
            report.ron(nodes, ron_alone::measure(&dialogue::ron(&dialogue), rounds)?);
        }
    }
    report.print();
    if only.is_none() {
        rehearsals::print(if quick { 5_000 } else { 20_000 }, rounds.min(5))?;
    }
    Ok(())
}

/// Every engine must say and offer the same words in the same order.
fn compare(loaded: &mut [(&Contestant, Box<dyn Engine>)]) -> Outcome<()> {
    let mut first: Option<Vec<String>> = None;
    for (contestant, engine) in loaded {
        let mut heard = Heard { words: Some(Vec::new()), bytes: 0 };
        play(engine.as_mut(), COMPARED, &mut Dice::new(7), &mut heard)?;
        let words = heard.words.unwrap_or_default();
        match &first {
            None => first = Some(words),
            Some(first) => {
                let odd = first.iter().zip(&words).position(|(a, b)| a != b);
                if let Some(at) = odd {
                    return Err(
                        format!("{}: word {at} is `{}`, not `{}`", contestant.name, words[at], first[at]).into()
                    );
                }
                if first.len() != words.len() {
                    return Err(format!("{}: {} texts, not {}", contestant.name, words.len(), first.len()).into());
                }
            }
        }
    }
    Ok(())
}
