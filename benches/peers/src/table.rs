//! The one table: turns a second and seconds to load, and both as ratios.

use crate::ron_alone::Parsing;
use std::collections::BTreeMap;

#[derive(Default)]
pub struct Table {
    /// In the order of first mention.
    names: Vec<&'static str>,
    sizes: Vec<usize>,
    load: BTreeMap<(usize, &'static str), f64>,
    turns: BTreeMap<(usize, &'static str), f64>,
    parsing: Vec<(usize, Parsing)>,
}

const OURS: &str = "calmdesk";

impl Table {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn loaded(&mut self, name: &'static str, nodes: usize, seconds: f64) {
        if !self.names.contains(&name) {
            self.names.push(name);
        }
        if !self.sizes.contains(&nodes) {
            self.sizes.push(nodes);
        }
        self.load.insert((nodes, name), seconds);
    }

    pub fn played(&mut self, name: &'static str, nodes: usize, turns: f64) {
        self.turns.insert((nodes, name), turns);
    }

    pub fn ron(&mut self, nodes: usize, parsing: Parsing) {
        self.parsing.push((nodes, parsing));
    }

    pub fn print(&self) {
        println!("| engine | nodes | turns/s | calmdesk is × | load | calmdesk loads in × |");
        println!("|---|--:|--:|--:|--:|--:|");
        for name in &self.names {
            for nodes in &self.sizes {
                let (Some(turns), Some(load)) = (self.turns.get(&(*nodes, name)), self.load.get(&(*nodes, name)))
                else {
                    continue;
                };
                let ours = |table: &BTreeMap<(usize, &'static str), f64>| table.get(&(*nodes, OURS)).copied();
                let faster = ours(&self.turns).map_or(String::new(), |ours| ratio(ours / turns));
                let share = ours(&self.load).map_or(String::new(), |ours| ratio(ours / load));
                println!("| {name} | {nodes} | {} | {faster} | {} | {share} |", count(*turns), seconds(*load));
            }
        }
        if self.parsing.is_empty() {
            return;
        }
        println!();
        println!(
            "| nodes | bytes | ron, typed | ron, Value | load | load and check | load ÷ typed | check ÷ typed | check ÷ Value | warnings |"
        );
        println!("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (nodes, p) in &self.parsing {
            println!(
                "| {nodes} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
                p.bytes,
                seconds(p.typed),
                seconds(p.value),
                seconds(p.load),
                seconds(p.check),
                ratio(p.load / p.typed),
                ratio(p.check / p.typed),
                ratio(p.check / p.value),
                p.warnings,
            );
        }
    }
}

fn count(value: f64) -> String {
    match value {
        v if v >= 1e6 => format!("{:.2} M", v / 1e6),
        v if v >= 1e3 => format!("{:.1} k", v / 1e3),
        v => format!("{v:.0}"),
    }
}

fn ratio(value: f64) -> String {
    match value {
        v if v >= 100.0 => format!("{v:.0}"),
        v if v >= 10.0 => format!("{v:.1}"),
        v if v >= 0.1 => format!("{v:.2}"),
        v => format!("{v:.4}"),
    }
}

fn seconds(value: f64) -> String {
    match value {
        v if v >= 1.0 => format!("{v:.2} s"),
        v if v >= 1e-3 => format!("{:.2} ms", v * 1e3),
        v => format!("{:.1} µs", v * 1e6),
    }
}
