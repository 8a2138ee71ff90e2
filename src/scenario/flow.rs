//! Where the play can go: the graph that the nodes make.

use super::model::{Lead, NodeIx, NodeKind, Scenario, Why};

/// The node to which a way leads; none where it goes back to where a hook broke in, or nowhere yet.
pub fn node_of(scenario: &Scenario, to: Lead) -> Option<NodeIx> {
    let node = match to {
        Lead::Node(node) => node,
        Lead::Visit(visit) => scenario.visits.get(visit.at())?.start,
        Lead::Return => return None,
    };
    (node.at() < scenario.nodes.len()).then_some(node)
}

/// The nodes that may follow a node.
pub fn successors(scenario: &Scenario, kind: &NodeKind) -> Vec<NodeIx> {
    kind.exits().into_iter().filter_map(|exit| node_of(scenario, exit.to)).collect()
}

/// The nodes that may follow a node in the same visit.
pub fn within_visit(scenario: &Scenario, kind: &NodeKind) -> Vec<NodeIx> {
    let stays = kind.exits().into_iter().filter(|exit| !matches!(exit.to, Lead::Visit(_)));
    stays.filter_map(|exit| node_of(scenario, exit.to)).collect()
}

/// The nodes that may follow a node in the same visit without a subject being opened: from a hub, only what ends it.
pub fn onward(scenario: &Scenario, kind: &NodeKind) -> Vec<NodeIx> {
    let past = |why: Why, to: Lead| !matches!(why, Why::Topic(_)) && !matches!(to, Lead::Visit(_));
    let stays = kind.exits().into_iter().filter(|exit| past(exit.why, exit.to));
    stays.filter_map(|exit| node_of(scenario, exit.to)).collect()
}

/// The nodes that may follow a node before the trainee has anything to do.
pub fn unasked(scenario: &Scenario, kind: &NodeKind) -> Vec<NodeIx> {
    let alone = kind.exits().into_iter().filter(|exit| exit.why.option().is_none());
    alone.filter_map(|exit| node_of(scenario, exit.to)).collect()
}

/// Whether a way goes back to where a hook broke in.
pub fn returns(kind: &NodeKind) -> bool {
    kind.exits().iter().any(|exit| exit.to == Lead::Return)
}

/// By node, what it leads to in one of the senses above.
pub fn ways(scenario: &Scenario, of: fn(&Scenario, &NodeKind) -> Vec<NodeIx>) -> Vec<Vec<NodeIx>> {
    scenario.nodes.iter().map(|node| of(scenario, &node.kind)).collect()
}

/// The same ways, by where they lead.
pub fn turned(ways: &[Vec<NodeIx>]) -> Vec<Vec<NodeIx>> {
    let mut before = vec![Vec::new(); ways.len()];
    for (from, all) in (0..=u16::MAX).map(NodeIx).zip(ways) {
        all.iter().for_each(|to| before[to.at()].push(from));
    }
    before
}

/// By node, whether ways lead there from `roots`, the roots themselves included.
pub fn reach(ways: &[Vec<NodeIx>], roots: impl IntoIterator<Item = NodeIx>) -> Vec<bool> {
    let mut seen = vec![false; ways.len()];
    let mut open: Vec<NodeIx> = roots.into_iter().collect();
    while let Some(node) = open.pop() {
        if seen.get(node.at()) == Some(&false) {
            seen[node.at()] = true;
            open.extend(&ways[node.at()]);
        }
    }
    seen
}

/// By node, the visit in which it is first reached; none where only a hook leads there, or nothing.
pub fn visits(scenario: &Scenario) -> Vec<Option<usize>> {
    let ways = ways(scenario, within_visit);
    let mut of = vec![None; scenario.nodes.len()];
    for (visit, meeting) in scenario.visits.iter().enumerate() {
        let mut open = vec![meeting.start];
        while let Some(node) = open.pop() {
            let Some(place) = of.get_mut(node.at()).filter(|place| place.is_none()) else { continue };
            *place = Some(visit);
            open.extend(&ways[node.at()]);
        }
    }
    of
}

/// Circles in which nothing stops the play, as the nodes they go through; `stops` by node.
pub fn circles(ways: &[Vec<NodeIx>], stops: &[bool]) -> Vec<Vec<NodeIx>> {
    #[derive(Clone, Copy, PartialEq)]
    enum WalkMark {
        New,
        Open,
        Done,
    }
    let mut circles = Vec::new();
    let mut colour = vec![WalkMark::New; ways.len()];
    let mut trail: Vec<(NodeIx, usize)> = Vec::new();
    for root in (0..ways.len()).map(|at| NodeIx(at as u16)) {
        if colour[root.at()] != WalkMark::New || stops[root.at()] {
            continue;
        }
        colour[root.at()] = WalkMark::Open;
        trail.push((root, 0));
        while let Some((node, edge)) = trail.last_mut() {
            let Some(&to) = ways[node.at()].get(*edge) else {
                colour[node.at()] = WalkMark::Done;
                trail.pop();
                continue;
            };
            *edge += 1;
            if stops[to.at()] {
                continue;
            }
            match colour[to.at()] {
                WalkMark::New => {
                    colour[to.at()] = WalkMark::Open;
                    trail.push((to, 0));
                }
                WalkMark::Open => {
                    let start = trail.iter().position(|(node, _)| *node == to).unwrap_or(0);
                    circles.push(trail[start..].iter().map(|(node, _)| *node).collect());
                }
                WalkMark::Done => {}
            }
        }
    }
    circles
}
