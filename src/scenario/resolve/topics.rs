//! `Topics`: a choice whose options open subjects, and the `return`s that lead back to it.

use super::super::diagnostic::Code;
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
    ) -> NodeKind {
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
        NodeKind::Choice(Choice { to: None, shuffled: false, options, hub: Some(hub) })
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
        let hubs: Vec<usize> =
            (0..scenario.nodes.len()).filter(|at| hub_of(&scenario.nodes[*at].kind).is_some()).collect();
        if hubs.is_empty() {
            return;
        }
        // By node: the hub whose subject it belongs to.
        let mut owner: Vec<Option<usize>> = vec![None; scenario.nodes.len()];
        let mut torn: Vec<(usize, usize, usize)> = Vec::new();
        for at in hubs {
            for node in subject_of(scenario, at) {
                match owner[node] {
                    Some(other) if other != at => {
                        if returns(&scenario.nodes[node].kind) {
                            torn.push((node, other, at));
                        }
                    }
                    _ => owner[node] = Some(at),
                }
            }
        }
        let elsewhere = outside(scenario);
        for (node, one, other) in torn {
            let (one, other) = (scenario.nodes[one].id.clone(), scenario.nodes[other].id.clone());
            self.ambiguous(&scenario.nodes[node], one, Some(other));
            turn(&mut scenario.nodes[node].kind, NOWHERE);
        }
        for node in 0..scenario.nodes.len() {
            let Some(hub) = owner[node] else { continue };
            if elsewhere[node] {
                if returns(&scenario.nodes[node].kind) {
                    let hub = scenario.nodes[hub].id.clone();
                    self.ambiguous(&scenario.nodes[node], hub, None);
                    turn(&mut scenario.nodes[node].kind, NOWHERE);
                }
                continue;
            }
            turn(&mut scenario.nodes[node].kind, NodeIx(hub as u16));
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

fn hub_of(kind: &NodeKind) -> Option<(&Choice, &Hub)> {
    match kind {
        NodeKind::Choice(choice) => Some((choice, choice.hub.as_ref()?)),
        _ => None,
    }
}

fn returns(kind: &NodeKind) -> bool {
    let mut found = false;
    each_target(&mut kind.clone(), &mut |target| found |= *target == Target::Return);
    found
}

/// What would return goes there.
fn turn(kind: &mut NodeKind, to: NodeIx) {
    each_target(kind, &mut |target| {
        if *target == Target::Return {
            *target = Target::Node(to);
        }
    });
}

/// Where a node leads.
fn each_target(kind: &mut NodeKind, see: &mut dyn FnMut(&mut Target)) {
    match kind {
        NodeKind::Line(line) => see(&mut line.then),
        NodeKind::Choice(choice) => {
            choice.options.iter_mut().for_each(|option| see(&mut option.then));
            choice.hub.iter_mut().for_each(|hub| see(&mut hub.then));
        }
        NodeKind::Desk(task) => {
            see(&mut task.clean);
            see(&mut task.faulty);
        }
        NodeKind::Branch(branch) => {
            branch.ways.iter_mut().for_each(|(_, to)| see(to));
            see(&mut branch.otherwise);
        }
        NodeKind::TimePasses(_) | NodeKind::End(_) => {}
    }
}

/// Where the talk goes from a node without opening a subject: from a hub, only what ends it.
fn onward(kind: &NodeKind) -> Vec<usize> {
    let mut targets = Vec::new();
    let mut see = |target: &Target| {
        if let Target::Node(node) = target {
            targets.push(node.at());
        }
    };
    match hub_of(kind) {
        Some((choice, hub)) => {
            see(&hub.then);
            hub.leave.and_then(|leave| choice.options.get(usize::from(leave))).into_iter().for_each(|o| see(&o.then));
        }
        None => each_target(&mut kind.clone(), &mut |target| see(target)),
    }
    targets
}

/// The nodes that belong to the subjects of the hub at `at`, those of a hub within them not.
fn subject_of(scenario: &Scenario, at: usize) -> Vec<usize> {
    let Some((choice, hub)) = hub_of(&scenario.nodes[at].kind) else { return Vec::new() };
    let starts = choice.options.iter().enumerate().filter(|(n, _)| hub.leave != Some(*n as u8));
    let starts = starts.filter_map(|(_, option)| match option.then {
        Target::Node(node) => Some(node.at()),
        Target::Return => None,
    });
    reach(scenario, starts.collect(), Some(at))
}

/// Nodes that a visit comes by outside of all subjects, or to which a hook leads.
fn outside(scenario: &Scenario) -> Vec<bool> {
    let hooks = scenario.hooks;
    let hooks = [hooks.on_outburst, hooks.on_silence, hooks.on_interrupt, hooks.on_risk];
    let roots = scenario.visits.iter().map(|visit| visit.start).chain(hooks.into_iter().flatten());
    let mut found = vec![false; scenario.nodes.len()];
    for node in reach(scenario, roots.map(NodeIx::at).collect(), None) {
        found[node] = true;
    }
    found
}

fn reach(scenario: &Scenario, mut open: Vec<usize>, but: Option<usize>) -> Vec<usize> {
    let mut seen = vec![false; scenario.nodes.len()];
    let mut found = Vec::new();
    while let Some(node) = open.pop() {
        if Some(node) == but || node >= seen.len() || std::mem::replace(&mut seen[node], true) {
            continue;
        }
        found.push(node);
        open.extend(onward(&scenario.nodes[node].kind));
    }
    found
}
