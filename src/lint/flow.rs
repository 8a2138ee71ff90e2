//! Where the play can go: what is never reached, what never ends, what never comes due.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::scenario::diagnostic::Code;
use crate::scenario::flow::{reach, returns, successors, turned, ways};
use crate::scenario::model::*;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::acts::Mechanic;

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

    /// Whether something that breaks in may lead there: it may then come at any time.
    pub fn is_hooked(&self, node: NodeIx) -> bool {
        self.hooked[node.at()]
    }
}

pub(super) fn flow(on: &Inspected, smells: &mut Smells) {
    unreachable(on, smells);
    dead_ends(on, smells);
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
