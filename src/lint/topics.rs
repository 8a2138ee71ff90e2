//! Subjects of `Topics` that run on into the next because nothing says where they end.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::scenario::diagnostic::Code;
use crate::scenario::flow::{onward, reach, ways};
use crate::scenario::model::*;
use crate::scenario::source::NodeSource;

pub(super) fn topics(on: &Inspected, smells: &mut Smells) {
    let mut onward = ways(on.scenario, onward);
    for (hub, node) in (0..=u16::MAX).map(NodeIx).zip(&on.scenario.nodes) {
        let exits = node.kind.exits();
        let starts: Vec<(u8, NodeIx)> = (exits.iter())
            .filter_map(|exit| match (exit.why, exit.to) {
                (Why::Topic(topic), Lead::Node(start)) => Some((topic, start)),
                _ => None,
            })
            .collect();
        if starts.is_empty() {
            continue;
        }
        // What lies behind the hub belongs to no subject.
        let behind = std::mem::take(&mut onward[hub.at()]);
        for (topic, start) in &starts {
            let others = || starts.iter().filter(|(_, other)| other != start);
            // A subject ends where another begins.
            let cut: Vec<(NodeIx, Vec<NodeIx>)> =
                others().map(|(_, other)| (*other, std::mem::take(&mut onward[other.at()]))).collect();
            let subject = reach(&onward, [*start]);
            for (other, ways) in cut {
                onward[other.at()] = ways;
            }
            for (next, other) in others() {
                let from =
                    on.flow.before[other.at()].iter().filter(|from| subject[from.at()] && runs_on(on, **from, *other));
                for from in from.filter(|from| **from != hub) {
                    let name = |topic: u8| node.kind.option_name(topic).unwrap_or_default();
                    let span = on.key(*from);
                    let smell = smells.smell(Code::TopicRunsOn, span, SmellPlace::node(*from));
                    let here = on.scenario.nodes[from.at()].id.clone();
                    let args = [("node", here.into()), ("name", name(*topic).into()), ("next", name(*next).into())];
                    smell.diagnostic.args.extend(args);
                }
            }
        }
        onward[hub.at()] = behind;
    }
}

/// Whether a node leads there only because it stands before it in the file.
fn runs_on(on: &Inspected, from: NodeIx, to: NodeIx) -> bool {
    if from.0.checked_add(1) != Some(to.0) {
        return false;
    }
    match on.source.nodes.0.get(from.at()).map(|(_, node)| node) {
        Some(NodeSource::Line { then, .. }) => then.is_none(),
        Some(NodeSource::Choice(options) | NodeSource::OrderedChoice(options)) => {
            options.iter().any(|option| option.then.is_none())
        }
        Some(NodeSource::Form(task) | NodeSource::Compose(task)) => task.clean.is_none() || task.faulty.is_none(),
        _ => false,
    }
}
