//! Which passages can be reached, and circles of passages that nobody could leave.

use fixedbitset::FixedBitSet;

/// Positions that can be reached from the first.
pub fn reached(ways: &[Vec<usize>]) -> FixedBitSet {
    let mut seen = FixedBitSet::with_capacity(ways.len());
    let mut open = Vec::new();
    if !ways.is_empty() {
        seen.insert(0);
        open.push(0);
    }
    while let Some(at) = open.pop() {
        for to in &ways[at] {
            if !seen.put(*to) {
                open.push(*to);
            }
        }
    }
    seen
}

/// Of passages that lead to one other each, those that close a circle: no choice is ever met in it.
pub fn circles(only: &[Option<usize>]) -> Vec<usize> {
    const NEW: usize = 0;
    let mut walk = vec![NEW; only.len()];
    let mut closing = Vec::new();
    for start in 0..only.len() {
        let mut at = start;
        while walk[at] == NEW {
            walk[at] = start + 1;
            let Some(to) = only[at] else { break };
            if walk[to] == start + 1 {
                closing.push(at);
                break;
            }
            at = to;
        }
    }
    closing
}
