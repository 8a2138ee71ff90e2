//! Where the play can go: what is never reached, what never ends, what is said too late, what never comes due.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::scenario::diagnostic::Code;
use crate::scenario::flow::{reach, returns, successors, turned, ways};
use crate::scenario::model::*;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::acts::Mechanic;
use std::collections::BTreeMap;

/// The graph of a scenario: hooks may break in after every choice.
pub(super) struct Flow {
    pub next: Vec<Vec<NodeIx>>,
    pub before: Vec<Vec<NodeIx>>,
    pub reached: Vec<bool>,
    /// Reached through a hook; what is said there may have been said anywhere.
    hooked: Vec<bool>,
}

impl Flow {
    pub fn new(scenario: &Scenario) -> Self {
        let next = ways(scenario, successors);
        let start = scenario.visits.first().map(|visit| visit.start);
        let reached = reach(&next, start.into_iter().chain(scenario.hooks.nodes()));
        let hooked = reach(&next, scenario.hooks.nodes());
        Self { before: turned(&next), next, reached, hooked }
    }
}

pub(super) fn flow(on: &Inspected, smells: &mut Smells) {
    unreachable(on, smells);
    dead_ends(on, smells);
    mirrored_too_early(on, smells);
    never_due(on, smells);
}

fn unreachable(on: &Inspected, smells: &mut Smells) {
    for at in (0..on.scenario.nodes.len()).filter(|at| !on.flow.reached[*at]) {
        let node = NodeIx(at as u16);
        let span = on.key(node);
        let name = on.scenario.nodes[at].id.clone();
        smells.smell(Code::Unreachable, span, SmellPlace::node(node)).diagnostic.args.push(("name", name.into()));
    }
}

/// Places from which no end is left; where they begin is enough.
fn dead_ends(on: &Inspected, smells: &mut Smells) {
    let nodes = &on.scenario.nodes;
    let ends = (0..nodes.len()).filter(|at| nodes[*at].kind.exits().is_empty() || returns(&nodes[*at].kind));
    let alive = reach(&on.flow.before, ends.map(|at| NodeIx(at as u16)));
    let dead = |at: usize| on.flow.reached[at] && !alive[at];
    let mut first: Vec<NodeIx> = Vec::new();
    let start = on.scenario.visits.first().map(|visit| visit.start.at());
    for at in (0..nodes.len()).filter(|at| dead(*at)) {
        if start == Some(at) || on.flow.before[at].iter().any(|from| !dead(from.at())) {
            first.push(NodeIx(at as u16));
        }
    }
    for node in first {
        let subject = on.flow.before[node.at()].iter().find_map(|from| {
            let choice = on.scenario.choice(*from).filter(|choice| choice.hub.is_some())?;
            Some((*from, choice.options.iter().position(|o| o.then == Target::Node(node))?))
        });
        match subject {
            Some((hub, topic)) => never_left(on, smells, hub, topic),
            None => {
                let span = on.key(node);
                let name = on.scenario.nodes[node.at()].id.clone();
                smells.smell(Code::DeadEnd, span, SmellPlace::node(node)).diagnostic.args.push(("name", name.into()));
            }
        }
    }
}

/// A subject from which the talk neither comes back nor ends.
fn never_left(on: &Inspected, smells: &mut Smells, hub: NodeIx, topic: usize) {
    let span = on.option_span(hub, topic);
    let node = &on.scenario.nodes[hub.at()];
    let Some(choice) = node.kind.as_choice() else { return };
    let (hub_name, name) = (node.id.clone(), choice.options[topic].id.clone());
    let smell = smells.smell(Code::TopicNeverLeft, span, SmellPlace::option(hub, topic));
    smell.diagnostic.args.extend([("name", name.into()), ("node", hub_name.into())]);
}

/// A word that nobody can have said when the option that takes it up is there.
fn mirrored_too_early(on: &Inspected, smells: &mut Smells) {
    let nodes = &on.scenario.nodes;
    // Words that options take up, and the choices where they do.
    let mut taken: BTreeMap<WordIx, Vec<(NodeIx, usize)>> = BTreeMap::new();
    for (at, node) in nodes.iter().enumerate() {
        let Some(choice) = node.kind.as_choice() else { continue };
        for (n, option) in choice.options.iter().enumerate() {
            for act in &option.acts {
                if let Arg::Word(word) = act.arg {
                    taken.entry(word).or_default().push((NodeIx(at as u16), n));
                }
            }
        }
    }
    let mut said: BTreeMap<WordIx, Vec<NodeIx>> = BTreeMap::new();
    for (at, node) in nodes.iter().enumerate() {
        for cue in node.kind.speech().into_iter().flat_map(|speech| speech.cues()) {
            if let Cue::Feeling(word) = cue {
                said.entry(word).or_default().push(NodeIx(at as u16));
            }
        }
    }
    let mut early = Vec::new();
    for (word, places) in taken {
        let lines = said.get(&word).map_or(&[][..], Vec::as_slice);
        if lines.iter().any(|line| on.flow.hooked[line.at()]) {
            continue;
        }
        // Most words are said on the line before.
        let near = |choice: NodeIx| on.flow.before[choice.at()].iter().any(|from| lines.contains(from));
        if places.iter().all(|(choice, _)| near(*choice)) {
            continue;
        }
        let after = reach(&on.flow.next, lines.iter().copied());
        early.extend(places.into_iter().filter(|(choice, _)| !after[choice.at()]).map(|(at, n)| (word, at, n)));
    }
    for (word, at, n) in early {
        let span = on.option_span(at, n);
        let text = on.scenario.words[word.at()].text.original.clone();
        let smell = smells.smell(Code::MirroredTooEarly, span, SmellPlace::option(at, n));
        smell.diagnostic.args.push(("word", text.into()));
    }
}

/// A promise after which, wherever it is made, too few days pass for anybody to see whether it was kept.
fn never_due(on: &Inspected, smells: &mut Smells) {
    let acts = ActCatalogue::shipped();
    // By promise: whether it was made at all, and whether it comes due at least once.
    let mut fate = vec![(false, false); on.scenario.promises.len()];
    for node in &on.scenario.nodes {
        for option in node.kind.options() {
            for act in &option.acts {
                let Arg::Promise(promise) = act.arg else { continue };
                let (_, due) = fate[promise.at()];
                if due || acts[act.kind].mechanic == Some(Mechanic::KeepPromise) {
                    continue;
                }
                let due = match option.then {
                    Target::Node(then) => comes_due(on, promise, then),
                    Target::Return => true,
                };
                fate[promise.at()] = (true, due);
            }
        }
    }
    let source = on.source;
    for (at, (id, _)) in source.promises.0.iter().enumerate().filter(|(at, _)| fate[*at] == (true, false)) {
        let span = on.span(id, on.title());
        let promise = &on.scenario.promises[at];
        let (name, days) = (promise.id.clone(), usize::from(promise.due_days));
        let smell = smells.smell(Code::PromiseNeverDue, span, SmellPlace::WHOLE);
        smell.about = Some(name.clone());
        smell.diagnostic.args.extend([("name", name.into()), ("days", days.into())]);
    }
}

fn comes_due(on: &Inspected, promise: PromiseIx, from: NodeIx) -> bool {
    let acts = ActCatalogue::shipped();
    let after = reach(&on.flow.next, [from]);
    let mut days = 0u32;
    for (node, _) in on.scenario.nodes.iter().zip(&after).filter(|(_, after)| **after) {
        if let Some(passes) = node.kind.as_time_passes() {
            days += u32::from(passes.days);
            if passes.keeps.iter().any(|(kept, _)| *kept == promise) {
                return true;
            }
        }
        let keeps =
            |act: &Act| act.arg == Arg::Promise(promise) && acts[act.kind].mechanic == Some(Mechanic::KeepPromise);
        if node.kind.options().flat_map(|option| &option.acts).any(keeps) {
            return true;
        }
    }
    days > u32::from(on.scenario.promises[promise.at()].due_days)
}
