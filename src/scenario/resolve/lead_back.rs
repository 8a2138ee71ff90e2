//! The `return`s in the subjects of `Topics`: they lead back to where the subject was opened.

use super::super::diagnostic::Code;
use super::super::flow::{node_of, onward, reach, returns, ways};
use super::super::model::*;
use super::diagnostics::Diagnostics;
use super::flow::key_span;
use super::nodes::NOWHERE;

/// A `return` inside a subject leads back to its hub; from here on it is a way like any other.
pub(super) fn lead_back(scenario: &mut Scenario, diagnostics: &mut Diagnostics) {
    let hubs: Vec<NodeIx> = (0..scenario.nodes.len()).map(|at| NodeIx(at as u16)).collect();
    let hubs: Vec<NodeIx> = hubs.into_iter().filter(|at| is_hub(&scenario.nodes[at.at()].kind)).collect();
    if hubs.is_empty() {
        return;
    }
    let mut onward = ways(scenario, onward);
    // A visit comes by it outside of all subjects, or a hook leads there.
    let roots = scenario.visits.iter().map(|visit| visit.start).chain(scenario.hooks.nodes());
    let elsewhere = reach(&onward, roots);
    // By node: the hub whose subject it belongs to.
    let mut owner: Vec<Option<NodeIx>> = vec![None; scenario.nodes.len()];
    let mut torn: Vec<(usize, NodeIx, NodeIx)> = Vec::new();
    for hub in hubs {
        // What lies behind the hub belongs to no subject of its own.
        let behind = std::mem::take(&mut onward[hub.at()]);
        let subjects = reach(&onward, subjects(scenario, hub));
        onward[hub.at()] = behind;
        for node in (0..subjects.len()).filter(|node| subjects[*node] && *node != hub.at()) {
            match owner[node] {
                Some(other) if other != hub => {
                    if returns(&scenario.nodes[node].kind) {
                        torn.push((node, other, hub));
                    }
                }
                _ => owner[node] = Some(hub),
            }
        }
    }
    for (node, one, other) in torn {
        let (one, other) = (scenario.nodes[one.at()].id.clone(), scenario.nodes[other.at()].id.clone());
        ambiguous(&scenario.nodes[node], one, Some(other), diagnostics);
        turn(&mut scenario.nodes[node].kind, NOWHERE);
    }
    for node in 0..scenario.nodes.len() {
        let Some(hub) = owner[node] else { continue };
        if elsewhere[node] {
            if returns(&scenario.nodes[node].kind) {
                let hub = scenario.nodes[hub.at()].id.clone();
                ambiguous(&scenario.nodes[node], hub, None, diagnostics);
                turn(&mut scenario.nodes[node].kind, NOWHERE);
            }
            continue;
        }
        turn(&mut scenario.nodes[node].kind, hub);
    }
}

fn ambiguous(node: &Node, one: String, other: Option<String>, diagnostics: &mut Diagnostics) {
    // Where something was left out or leads nowhere, the way that seems to pass the topics by may be none.
    let astray = diagnostics.unreadable.anything || diagnostics.has(Code::UnknownNode);
    if astray && other.is_none() {
        return;
    }
    diagnostics.report(Code::ReturnAmbiguous, key_span(node)).args.extend([
        ("name", node.id.as_str().into()),
        ("one", one.into()),
        ("both", if other.is_some() { "yes" } else { "no" }.into()),
        ("other", other.unwrap_or_default().into()),
    ]);
}

fn is_hub(kind: &NodeKind) -> bool {
    kind.as_choice().is_some_and(|choice| choice.hub.is_some())
}

/// What would return goes there.
fn turn(kind: &mut NodeKind, to: NodeIx) {
    for target in kind.targets_mut().into_iter().filter(|target| **target == Target::Return) {
        *target = Target::Node(to);
    }
}

/// Where the subjects of a hub begin.
fn subjects(scenario: &Scenario, hub: NodeIx) -> Vec<NodeIx> {
    let opened = scenario.nodes[hub.at()].kind.exits().into_iter().filter(|exit| matches!(exit.why, Why::Topic(_)));
    opened.filter_map(|exit| node_of(scenario, exit.to)).collect()
}
