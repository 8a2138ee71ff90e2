//! Papers and answers: what can never be right, and numbers that may be somebody's.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::procedure::EntryIs;
use crate::procedure::identity::id_numbers;
use crate::scenario::diagnostic::Code;
use crate::scenario::flow::reach;
use crate::scenario::model::*;
use crate::scenario::source::{NodeSource, TaskSource};

pub(super) fn desk(on: &Inspected, smells: &mut Smells) {
    let told = told(on);
    let mut found = Vec::new();
    for (at, node) in on.scenario.nodes.iter().enumerate() {
        let Some(task) = node.kind.as_desk() else { continue };
        let at = NodeIx(at as u16);
        for field in &task.form.fields {
            for (_, entry) in task.form.entries_of(field) {
                if let EntryIs::Fact(fact) = entry.is
                    && !told.get(fact.at()).is_some_and(|before| before[at.at()])
                {
                    found.push((at, entry_span(on, at, &field.id, &entry.opt.id), field.id.clone(), fact));
                }
            }
        }
    }
    for (at, span, field, fact) in found {
        let name = on.scenario.facts[fact.at()].id.clone();
        let smell = smells.smell(Code::EntryNeverRight, span, SmellPlace::node(at));
        smell.about = Some(name.clone());
        smell.diagnostic.args.extend([("name", name.into()), ("field", field.into())]);
    }
    real_numbers(on, smells);
    incomplete(on, smells);
}

/// Fields that a paper cannot do without and that its sheet does not have.
fn incomplete(on: &Inspected, smells: &mut Smells) {
    for (at, node) in on.scenario.nodes.iter().enumerate() {
        let Some(task) = node.kind.as_desk() else { continue };
        let (at, missing) = (NodeIx(at as u16), task.form.missing());
        let Some(kind) = task.form.paper_kind().filter(|_| !missing.is_empty()) else { continue };
        let span = on.key(at);
        let names: Vec<String> = missing.iter().map(|field| format!("{field:?}")).collect();
        let smell = smells.smell(Code::PaperIncomplete, span, SmellPlace::node(at));
        let printed = names.iter().map(|name| format!("{name}: \"…\"")).collect::<Vec<_>>().join(", ");
        let first = names.first().cloned().unwrap_or_default();
        let args = [
            ("first", first.into()),
            ("paper", kind.id.as_str().into()),
            ("fields", names.join(" ").into()),
            ("printed", printed.into()),
        ];
        smell.diagnostic.args.extend(args);
    }
}

/// By fact: the nodes that come after a line that tells it.
fn told(on: &Inspected) -> Vec<Vec<bool>> {
    let nodes = &on.scenario.nodes;
    let mut tellers: Vec<Vec<NodeIx>> = vec![Vec::new(); on.scenario.facts.len()];
    if !nodes.iter().any(|node| node.kind.as_desk().is_some()) {
        return Vec::new();
    }
    for (at, node) in nodes.iter().enumerate() {
        for cue in node.kind.speech().into_iter().flat_map(|speech| speech.cues()) {
            if let Cue::Fact(fact) = cue {
                tellers[fact.at()].push(NodeIx(at as u16));
            }
        }
    }
    tellers.into_iter().map(|lines| reach(&on.flow.next, lines)).collect()
}

/// A number whose check figure is right may be somebody's.
fn real_numbers(on: &Inspected, smells: &mut Smells) {
    let source = on.source;
    for (at, (_, node)) in source.nodes.0.iter().enumerate() {
        let NodeSource::Form(TaskSource { fields, .. }) = node else { continue };
        for number in fields.0.iter().filter_map(|(_, field)| field.number.as_ref()) {
            let real = id_numbers(number.as_str()).iter().any(|found| found.checks && found.figures.len() == 18);
            if real {
                let at = NodeIx(at as u16);
                let span = on.span(number, on.key(at));
                smells.smell(Code::RealIdNumber, span, SmellPlace::node(at));
            }
        }
    }
}

fn entry_span(on: &Inspected, at: NodeIx, field: &str, entry: &str) -> std::ops::Range<usize> {
    let otherwise = on.key(at);
    let Some((_, NodeSource::Form(TaskSource { fields, .. }))) = on.source.nodes.0.get(at.at()) else {
        return otherwise;
    };
    let written = (fields.0.iter().find(|(id, _)| id.as_str() == field))
        .and_then(|(_, field)| {
            field.entries.iter().enumerate().find(|(n, source)| match &source.id {
                Some(id) => id.as_str() == entry,
                None => (n + 1).to_string() == entry,
            })
        })
        .and_then(|(_, source)| source.write.as_ref());
    written.map_or(otherwise.clone(), |text| on.span(text, otherwise))
}
