//! Where the play can go: what is never reached, what never ends, what is said too late, what never comes due.

use super::{Nose, Place};
use crate::scenario::diagnostic::Code;
use crate::scenario::model::*;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::acts::Mechanic;
use std::collections::BTreeMap;

/// The graph of a scenario: hooks may break in after every choice.
pub(super) struct Flow {
    pub next: Vec<Vec<u16>>,
    pub before: Vec<Vec<u16>>,
    pub reached: Vec<bool>,
    /// Reached through a hook; what is said there may have been said anywhere.
    hooked: Vec<bool>,
}

impl Flow {
    pub fn new(scenario: &Scenario) -> Self {
        let next: Vec<Vec<u16>> = scenario.nodes.iter().map(|node| successors(scenario, &node.kind)).collect();
        let mut before = vec![Vec::new(); next.len()];
        for (from, all) in next.iter().enumerate() {
            all.iter().for_each(|to| before[usize::from(*to)].push(from as u16));
        }
        let hooks = scenario.hooks;
        let roots: Vec<u16> = [hooks.on_outburst, hooks.on_silence, hooks.on_interrupt, hooks.on_risk]
            .into_iter()
            .flatten()
            .map(|node| node.0)
            .collect();
        let start = scenario.visits.first().map(|visit| visit.start.0);
        let reached = reach(&next, start.into_iter().chain(roots.iter().copied()));
        let hooked = reach(&next, roots.into_iter());
        Self { next, before, reached, hooked }
    }
}

pub(super) fn reach(next: &[Vec<u16>], roots: impl Iterator<Item = u16>) -> Vec<bool> {
    let mut seen = vec![false; next.len()];
    let mut open: Vec<u16> = roots.collect();
    while let Some(node) = open.pop() {
        if !std::mem::replace(&mut seen[usize::from(node)], true) {
            open.extend(&next[usize::from(node)]);
        }
    }
    seen
}

fn successors(scenario: &Scenario, kind: &NodeKind) -> Vec<u16> {
    let node = |target: &Target| match target {
        Target::Node(node) => Some(node.0),
        Target::Return => None,
    };
    match kind {
        NodeKind::Line(line) => node(&line.then).into_iter().collect(),
        NodeKind::Choice(choice) => choice.targets().filter_map(node).collect(),
        NodeKind::Desk(task) => [&task.clean, &task.faulty].into_iter().filter_map(node).collect(),
        NodeKind::TimePasses(passes) => vec![scenario.visits[passes.visit.at()].start.0],
        NodeKind::Branch(branch) => {
            branch.ways.iter().map(|(_, to)| to).chain([&branch.otherwise]).filter_map(node).collect()
        }
        NodeKind::End(_) => Vec::new(),
    }
}

fn returns(kind: &NodeKind) -> bool {
    match kind {
        NodeKind::Line(line) => line.then == Target::Return,
        NodeKind::Choice(choice) => choice.targets().any(|target| *target == Target::Return),
        NodeKind::Branch(branch) => {
            branch.otherwise == Target::Return || branch.ways.iter().any(|(_, to)| *to == Target::Return)
        }
        NodeKind::Desk(task) => task.clean == Target::Return || task.faulty == Target::Return,
        _ => false,
    }
}

impl Nose<'_, '_, '_> {
    pub(super) fn flow(&mut self) {
        self.unreachable();
        self.dead_ends();
        self.mirrored_too_early();
        self.never_due();
    }

    fn unreachable(&mut self) {
        for at in (0..self.scenario.nodes.len()).filter(|at| !self.flow.reached[*at]).collect::<Vec<_>>() {
            let node = NodeIx(at as u16);
            let span = self.key(node);
            let name = self.scenario.nodes[at].id.clone();
            self.smell(Code::Unreachable, span, Place::node(node)).diagnostic.args.push(("name", name.into()));
        }
    }

    /// Places from which no end is left; where they begin is enough.
    fn dead_ends(&mut self) {
        let nodes = &self.scenario.nodes;
        let ends =
            (0..nodes.len()).filter(|at| matches!(nodes[*at].kind, NodeKind::End(_)) || returns(&nodes[*at].kind));
        let alive = reach(&self.flow.before, ends.map(|at| at as u16));
        let dead = |at: usize| self.flow.reached[at] && !alive[at];
        let mut first: Vec<NodeIx> = Vec::new();
        let start = self.scenario.visits.first().map(|visit| visit.start.at());
        for at in (0..nodes.len()).filter(|at| dead(*at)) {
            if start == Some(at) || self.flow.before[at].iter().any(|from| !dead(usize::from(*from))) {
                first.push(NodeIx(at as u16));
            }
        }
        for node in first {
            let subject = self.flow.before[node.at()].iter().find_map(|from| {
                let NodeKind::Choice(choice @ Choice { hub: Some(_), .. }) = &nodes[usize::from(*from)].kind else {
                    return None;
                };
                Some((NodeIx(*from), choice.options.iter().position(|o| o.then == Target::Node(node))?))
            });
            match subject {
                Some((hub, topic)) => self.never_left(hub, topic),
                None => {
                    let span = self.key(node);
                    let name = self.scenario.nodes[node.at()].id.clone();
                    self.smell(Code::DeadEnd, span, Place::node(node)).diagnostic.args.push(("name", name.into()));
                }
            }
        }
    }

    /// A subject from which the talk neither comes back nor ends.
    fn never_left(&mut self, hub: NodeIx, topic: usize) {
        let span = self.option_span(hub, topic);
        let node = &self.scenario.nodes[hub.at()];
        let NodeKind::Choice(choice) = &node.kind else { return };
        let (hub_name, name) = (node.id.clone(), choice.options[topic].id.clone());
        let smell = self.smell(Code::TopicNeverLeft, span, Place::option(hub, topic));
        smell.diagnostic.args.extend([("name", name.into()), ("node", hub_name.into())]);
    }

    /// A word that nobody can have said when the option that takes it up is there.
    fn mirrored_too_early(&mut self) {
        let nodes = &self.scenario.nodes;
        // Words that options take up, and the choices where they do.
        let mut taken: BTreeMap<WordIx, Vec<(NodeIx, usize)>> = BTreeMap::new();
        for (at, node) in nodes.iter().enumerate() {
            let NodeKind::Choice(choice) = &node.kind else { continue };
            for (n, option) in choice.options.iter().enumerate() {
                for act in &option.acts {
                    if let Arg::Word(word) = act.arg {
                        taken.entry(word).or_default().push((NodeIx(at as u16), n));
                    }
                }
            }
        }
        let mut said: BTreeMap<WordIx, Vec<u16>> = BTreeMap::new();
        for (at, node) in nodes.iter().enumerate() {
            let NodeKind::Line(line) = &node.kind else { continue };
            for cue in line.variants.iter().flat_map(|variant| &variant.cues) {
                if let Cue::Feeling(word) = cue {
                    said.entry(*word).or_default().push(at as u16);
                }
            }
        }
        let mut early = Vec::new();
        for (word, places) in taken {
            let lines = said.get(&word).map_or(&[][..], Vec::as_slice);
            if lines.iter().any(|line| self.flow.hooked[usize::from(*line)]) {
                continue;
            }
            // Most words are said on the line before.
            let near = |choice: NodeIx| self.flow.before[choice.at()].iter().any(|from| lines.contains(from));
            if places.iter().all(|(choice, _)| near(*choice)) {
                continue;
            }
            let after = reach(&self.flow.next, lines.iter().copied());
            early.extend(places.into_iter().filter(|(choice, _)| !after[choice.at()]).map(|(at, n)| (word, at, n)));
        }
        for (word, at, n) in early {
            let span = self.option_span(at, n);
            let text = self.scenario.words[word.at()].text.original.clone();
            let smell = self.smell(Code::MirroredTooEarly, span, Place::option(at, n));
            smell.diagnostic.args.push(("word", text.into()));
        }
    }

    /// A promise after which, wherever it is made, too few days pass for anybody to see whether it was kept.
    fn never_due(&mut self) {
        let acts = ActCatalogue::shipped();
        // By promise: whether it was made at all, and whether it comes due at least once.
        let mut fate = vec![(false, false); self.scenario.promises.len()];
        for node in &self.scenario.nodes {
            for option in node.kind.options() {
                for act in &option.acts {
                    let Arg::Promise(promise) = act.arg else { continue };
                    let (_, due) = fate[promise.at()];
                    if due || acts[act.kind].mechanic == Some(Mechanic::KeepPromise) {
                        continue;
                    }
                    let due = match option.then {
                        Target::Node(then) => self.comes_due(promise, then),
                        Target::Return => true,
                    };
                    fate[promise.at()] = (true, due);
                }
            }
        }
        let source = self.source;
        for (at, (id, _)) in source.promises.0.iter().enumerate().filter(|(at, _)| fate[*at] == (true, false)) {
            let span = self.span(id, self.title());
            let promise = &self.scenario.promises[at];
            let (name, days) = (promise.id.clone(), usize::from(promise.due_days));
            let smell = self.smell(Code::PromiseNeverDue, span, Place::WHOLE);
            smell.about = Some(name.clone());
            smell.diagnostic.args.extend([("name", name.into()), ("days", days.into())]);
        }
    }

    fn comes_due(&self, promise: PromiseIx, from: NodeIx) -> bool {
        let acts = ActCatalogue::shipped();
        let after = reach(&self.flow.next, std::iter::once(from.0));
        let mut days = 0u32;
        for (node, _) in self.scenario.nodes.iter().zip(&after).filter(|(_, after)| **after) {
            match &node.kind {
                NodeKind::TimePasses(passes) => {
                    days += u32::from(passes.days);
                    if passes.keeps.iter().any(|(kept, _)| *kept == promise) {
                        return true;
                    }
                }
                kind @ (NodeKind::Choice(_) | NodeKind::Desk(_)) => {
                    let keeps = |act: &Act| {
                        act.arg == Arg::Promise(promise) && acts[act.kind].mechanic == Some(Mechanic::KeepPromise)
                    };
                    if kind.options().flat_map(|option| &option.acts).any(keeps) {
                        return true;
                    }
                }
                _ => {}
            }
        }
        days > u32::from(self.scenario.promises[promise.at()].due_days)
    }
}
