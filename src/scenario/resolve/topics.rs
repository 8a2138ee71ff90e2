//! `Topics`: a choice whose options open subjects, and the `return`s that lead back to it.

use super::super::diagnostic::Code;
use super::super::flow::{node_of, onward, reach, returns, ways};
use super::super::model::*;
use super::super::options::{LEAVE, Written};
use super::super::source::{Entries, OptionSource, Str, TopicSource};
use super::super::tree::Step::{self, Field};
use super::nodes::NOWHERE;
use super::resolver::Resolver;

/// Fewer would be no choice; more have no key.
const FEWEST: usize = 2;

impl<'s, 'a> Resolver<'s, 'a> {
    pub(super) fn topics(
        &mut self,
        topics: &'s Entries<Str<'a>, TopicSource<'a>>,
        leave: Option<&'s OptionSource<'a>>,
        then: Option<&'s Str<'a>>,
        next: Option<Target>,
        path: &[Step; 2],
    ) -> Choice {
        let number = topics.0.len() + usize::from(leave.is_some());
        if !(FEWEST..=MAX_OPTIONS).contains(&number) && !self.is_blanked_below(path) {
            let span = self.here.clone();
            let problem = self.problem(Code::NumberOfTopics, span).with("number", number).with("max", MAX_OPTIONS);
            self.out.push(problem);
        }
        if leave.is_none() && !topics.0.is_empty() && topics.0.iter().all(|(_, topic)| topic.optional) {
            let span = self.here.clone();
            self.report(Code::AllOptional, span);
        }
        let then = self.target(then, next, "then", path);
        let mut hub = Hub { then, leave: None, obligatory: 0, again: 0 };
        let mut options: Vec<Opt> = Vec::with_capacity(number);
        for (n, (id, topic)) in topics.0.iter().enumerate().take(4 * MAX_OPTIONS) {
            let place = [path[0], path[1], Field("topics"), Field(id.as_str())];
            let mut option = self.option(&Written::topic(id, topic), String::new(), &place);
            option.then = match &topic.start {
                Some(_) => self.target(topic.start.as_ref(), None, "start", &place),
                None => {
                    self.missing("start", &place);
                    Target::Node(NOWHERE)
                }
            };
            let bit = 1u8.checked_shl(n as u32).unwrap_or(0);
            hub.obligatory |= if topic.optional { 0 } else { bit };
            hub.again |= if topic.again { bit } else { 0 };
            self.add_topic(&mut options, option, id);
        }
        if let Some(leave) = leave {
            let place = [path[0], path[1], Field("leave")];
            let mut option = self.option(&Written::option(leave), LEAVE.to_owned(), &place);
            option.then = match &leave.then {
                Some(_) => self.target(leave.then.as_ref(), None, "then", &place),
                None => then,
            };
            hub.leave = u8::try_from(options.len()).ok();
            if options.iter().any(|topic| topic.id == option.id) {
                let span = self.place(&place);
                self.report(Code::IdTwice, span).args.push(("name", option.id.as_str().into()));
            }
            options.push(option);
        }
        Choice { to: None, shuffled: false, options, hub: Some(hub) }
    }

    fn add_topic(&mut self, options: &mut Vec<Opt>, option: Opt, id: &Str) {
        if options.iter().any(|earlier| earlier.id == option.id) {
            let span = self.span(id);
            self.report(Code::IdTwice, span).args.push(("name", option.id.as_str().into()));
        }
        options.push(option);
    }

    /// A `return` inside a subject leads back to its hub; from here on it is a way like any other.
    pub(super) fn lead_back(&mut self, scenario: &mut Scenario) {
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
            self.ambiguous(&scenario.nodes[node], one, Some(other));
            turn(&mut scenario.nodes[node].kind, NOWHERE);
        }
        for node in 0..scenario.nodes.len() {
            let Some(hub) = owner[node] else { continue };
            if elsewhere[node] {
                if returns(&scenario.nodes[node].kind) {
                    let hub = scenario.nodes[hub.at()].id.clone();
                    self.ambiguous(&scenario.nodes[node], hub, None);
                    turn(&mut scenario.nodes[node].kind, NOWHERE);
                }
                continue;
            }
            turn(&mut scenario.nodes[node].kind, hub);
        }
    }

    fn ambiguous(&mut self, node: &Node, one: String, other: Option<String>) {
        // Where something was left out or leads nowhere, the way that seems to pass the topics by may be none.
        let astray = self.unreadable.anything || self.has(Code::UnknownNode);
        if astray && other.is_none() {
            return;
        }
        let span = node.span.start..(node.span.start + node.id.len() + 2).min(node.span.end);
        self.report(Code::ReturnAmbiguous, span).args.extend([
            ("name", node.id.as_str().into()),
            ("one", one.into()),
            ("both", if other.is_some() { "yes" } else { "no" }.into()),
            ("other", other.unwrap_or_default().into()),
        ]);
    }
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
