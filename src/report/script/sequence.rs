//! Which steps belong to which visit, and the numbers that options refer to.

use crate::scenario::Scenario;
use crate::scenario::model::{NodeKind, Target};
use crate::vocabulary::NodeIx;

/// The nodes of each visit in the order of the file; the last list holds what no visit leads to: what breaks in.
pub fn visits(scenario: &Scenario) -> Vec<Vec<NodeIx>> {
    let mut of: Vec<Option<usize>> = vec![None; scenario.nodes.len()];
    for (visit, meeting) in scenario.visits.iter().enumerate() {
        let mut open = vec![meeting.start];
        while let Some(node) = open.pop() {
            let Some(place) = of.get_mut(node.at()).filter(|place| place.is_none()) else { continue };
            *place = Some(visit);
            open.extend(ways_on(&scenario.nodes[node.at()].kind));
        }
    }
    let mut parts = vec![Vec::new(); scenario.visits.len() + 1];
    for (at, visit) in of.iter().enumerate() {
        let part = visit.unwrap_or(scenario.visits.len());
        parts[part].extend(u16::try_from(at).map(NodeIx));
    }
    parts
}

/// Where a node leads within its visit.
fn ways_on(kind: &NodeKind) -> Vec<NodeIx> {
    let targets: Vec<Target> = match kind {
        NodeKind::Line(line) => vec![line.then],
        NodeKind::Choice(choice) => choice.targets().copied().collect(),
        NodeKind::Desk(task) => vec![task.clean, task.faulty],
        NodeKind::Branch(branch) => branch.ways.iter().map(|(_, to)| *to).chain([branch.otherwise]).collect(),
        NodeKind::TimePasses(_) | NodeKind::End(_) => Vec::new(),
    };
    let node = |target| match target {
        Target::Node(node) => Some(node),
        Target::Return => None,
    };
    targets.into_iter().filter_map(node).collect()
}

/// The number of each node on paper, by `NodeIx`.
pub fn numbers(parts: &[Vec<NodeIx>], nodes: usize) -> Vec<usize> {
    let mut numbers = vec![0; nodes];
    for (at, node) in parts.iter().flatten().enumerate() {
        numbers[node.at()] = at + 1;
    }
    numbers
}
