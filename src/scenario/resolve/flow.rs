//! Where the play goes: loops in which nobody chooses, and `return` where there is nothing to return to.

use super::super::diagnostic::Code;
use super::super::model::*;
use super::super::tree::Step::{self, Field};
use super::nodes::NOWHERE;
use super::resolver::Resolver;

impl<'s, 'a> Resolver<'s, 'a> {
    pub(super) fn check_flow(&mut self, scenario: &Scenario) {
        let next: Vec<Vec<NodeIx>> = scenario.nodes.iter().map(|node| successors(scenario, &node.kind)).collect();
        self.check_loops(scenario, &next);
        self.check_returns(scenario, &next);
    }

    /// A circle of lines and branches would talk for ever.
    fn check_loops(&mut self, scenario: &Scenario, next: &[Vec<NodeIx>]) {
        #[derive(Clone, Copy, PartialEq)]
        enum Colour {
            New,
            Open,
            Done,
        }
        // A hub waits only while there is something left to choose; then it goes on by itself.
        let waits = |node: usize| match &scenario.nodes[node].kind {
            NodeKind::Choice(choice) => choice.hub.is_none(),
            NodeKind::Desk(_) => true,
            _ => false,
        };
        let alone: Vec<Vec<NodeIx>> = (scenario.nodes.iter().zip(next))
            .map(|(node, next)| match &node.kind {
                NodeKind::Choice(Choice { hub: Some(hub), .. }) => match hub.then {
                    Target::Node(then) if then != NOWHERE => vec![then],
                    _ => Vec::new(),
                },
                _ => next.clone(),
            })
            .collect();
        let next = &alone;
        let mut colour = vec![Colour::New; scenario.nodes.len()];
        let mut trail: Vec<(usize, usize)> = Vec::new();
        for root in 0..scenario.nodes.len() {
            if colour[root] != Colour::New || waits(root) {
                continue;
            }
            colour[root] = Colour::Open;
            trail.push((root, 0));
            while let Some((node, edge)) = trail.last_mut() {
                let Some(to) = next[*node].get(*edge).map(|to| to.at()) else {
                    colour[*node] = Colour::Done;
                    trail.pop();
                    continue;
                };
                *edge += 1;
                if waits(to) {
                    continue;
                }
                match colour[to] {
                    Colour::New => {
                        colour[to] = Colour::Open;
                        trail.push((to, 0));
                    }
                    Colour::Open => {
                        let start = trail.iter().position(|(node, _)| *node == to).unwrap_or(0);
                        let mut circle: Vec<&str> =
                            trail[start..].iter().map(|(node, _)| scenario.nodes[*node].id.as_str()).collect();
                        circle.push(&scenario.nodes[to].id);
                        if circle.len() > 8 {
                            circle.splice(4..circle.len() - 3, ["…"]);
                        }
                        let circle = circle.join(" → ");
                        let span = self.key_span(&scenario.nodes[to]);
                        self.report(Code::Loop, span).args.push(("circle", circle.into()));
                    }
                    Colour::Done => {}
                }
            }
        }
    }

    fn check_returns(&mut self, scenario: &Scenario, next: &[Vec<NodeIx>]) {
        let hooks = &scenario.hooks;
        let hooked = reached(
            next,
            [hooks.on_outburst, hooks.on_silence, hooks.on_interrupt, hooks.on_risk].into_iter().flatten(),
        );
        let normal = reached(next, scenario.visits.iter().map(|visit| visit.start));
        let astray = self.has(Code::UnknownNode) || self.unreadable.anything;
        for (position, node) in scenario.nodes.iter().enumerate() {
            // Where a name leads nowhere, what it should have led to has done nothing wrong.
            if (hooked[position] || astray) && !normal[position] {
                continue;
            }
            let places: Vec<Vec<Step>> = match &node.kind {
                NodeKind::Line(line) if line.then == Target::Return => vec![vec![Field("then")]],
                NodeKind::Choice(choice) => (choice.options.iter().enumerate())
                    .filter(|(_, option)| choice.hub.is_none() && option.then == Target::Return)
                    .map(|(n, _)| vec![Step::Item(n), Field("then")])
                    .chain(choice.hub.is_some_and(|hub| hub.then == Target::Return).then(|| vec![Field("then")]))
                    .chain(choice.leaves_to(Target::Return).then(|| vec![Field("leave"), Field("then")]))
                    .collect(),
                NodeKind::Branch(branch) => (branch.ways.iter().enumerate())
                    .filter(|(_, (_, to))| *to == Target::Return)
                    .map(|(n, _)| vec![Field("ways"), Step::Item(n), Field("then")])
                    .chain((branch.otherwise == Target::Return).then(|| vec![Field("otherwise")]))
                    .collect(),
                NodeKind::Desk(task) => ([("clean", task.clean), ("faulty", task.faulty)].into_iter())
                    .filter(|(_, to)| *to == Target::Return)
                    .map(|(field, _)| vec![Field(field)])
                    .take(1)
                    .collect(),
                _ => Vec::new(),
            };
            for place in places {
                let path = [&[Field("nodes"), Field(&node.id)], place.as_slice()].concat();
                let span = self.place(&path);
                self.report(Code::ReturnOutsideHook, span).args.push(("name", node.id.as_str().into()));
            }
        }
    }

    fn key_span(&self, node: &Node) -> std::ops::Range<usize> {
        node.span.start..(node.span.start + node.id.len() + 2).min(node.span.end)
    }
}

fn reached(next: &[Vec<NodeIx>], roots: impl Iterator<Item = NodeIx>) -> Vec<bool> {
    let mut seen = vec![false; next.len()];
    let mut open: Vec<usize> = roots.map(NodeIx::at).filter(|root| *root < next.len()).collect();
    while let Some(node) = open.pop() {
        if !std::mem::replace(&mut seen[node], true) {
            open.extend(next[node].iter().map(|to| to.at()).filter(|to| *to < next.len()));
        }
    }
    seen
}

fn successors(scenario: &Scenario, kind: &NodeKind) -> Vec<NodeIx> {
    let node = |target: &Target| match target {
        Target::Node(node) if *node != NOWHERE => Some(*node),
        _ => None,
    };
    match kind {
        NodeKind::Line(line) => node(&line.then).into_iter().collect(),
        NodeKind::Choice(choice) => choice.targets().filter_map(node).collect(),
        NodeKind::Desk(task) => [&task.clean, &task.faulty].into_iter().filter_map(node).collect(),
        NodeKind::TimePasses(time) => {
            scenario.visits.get(time.visit.at()).map(|visit| visit.start).into_iter().collect()
        }
        NodeKind::Branch(branch) => {
            branch.ways.iter().map(|(_, to)| to).chain([&branch.otherwise]).filter_map(node).collect()
        }
        NodeKind::End(_) => Vec::new(),
    }
}
