//! Which steps belong to which visit, and the numbers that options refer to.

use crate::scenario::{Scenario, flow};
use crate::vocabulary::NodeIx;

/// The nodes of each visit in the order of the file; the last list holds what no visit leads to: what breaks in.
pub fn visits(scenario: &Scenario) -> Vec<Vec<NodeIx>> {
    let mut parts = vec![Vec::new(); scenario.visits.len() + 1];
    for (at, visit) in flow::visits(scenario).into_iter().enumerate() {
        let part = visit.unwrap_or(scenario.visits.len());
        parts[part].extend(u16::try_from(at).map(NodeIx));
    }
    parts
}

/// The number of each node on paper, by `NodeIx`.
pub fn numbers(parts: &[Vec<NodeIx>], nodes: usize) -> Vec<usize> {
    let mut numbers = vec![0; nodes];
    for (at, node) in parts.iter().flatten().enumerate() {
        numbers[node.at()] = at + 1;
    }
    numbers
}
