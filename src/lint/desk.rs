//! Papers and answers: what can never be right, and numbers that may be somebody's.

use super::{Nose, Place};
use crate::procedure::EntryIs;
use crate::procedure::identity::id_numbers;
use crate::scenario::diagnostic::Code;
use crate::scenario::flow::reach;
use crate::scenario::model::*;
use crate::scenario::source::{NodeSource, TaskSource};

impl Nose<'_, '_, '_> {
    pub(super) fn desk(&mut self) {
        let told = self.told();
        let mut found = Vec::new();
        for (at, node) in self.scenario.nodes.iter().enumerate() {
            let Some(task) = node.kind.as_desk() else { continue };
            let at = NodeIx(at as u16);
            for field in &task.form.fields {
                for (_, entry) in task.form.entries_of(field) {
                    if let EntryIs::Fact(fact) = entry.is
                        && !told.get(fact.at()).is_some_and(|before| before[at.at()])
                    {
                        found.push((at, self.entry_span(at, &field.id, &entry.opt.id), field.id.clone(), fact));
                    }
                }
            }
        }
        for (at, span, field, fact) in found {
            let name = self.scenario.facts[fact.at()].id.clone();
            let smell = self.smell(Code::EntryNeverRight, span, Place::node(at));
            smell.about = Some(name.clone());
            smell.diagnostic.args.extend([("name", name.into()), ("field", field.into())]);
        }
        self.real_numbers();
        self.incomplete();
    }

    /// Fields that a paper cannot do without and that its sheet does not have.
    fn incomplete(&mut self) {
        for (at, node) in self.scenario.nodes.iter().enumerate() {
            let Some(task) = node.kind.as_desk() else { continue };
            let (at, missing) = (NodeIx(at as u16), task.form.missing());
            let Some(kind) = task.form.paper_kind().filter(|_| !missing.is_empty()) else { continue };
            let span = self.key(at);
            let names: Vec<String> = missing.iter().map(|field| format!("{field:?}")).collect();
            let smell = self.smell(Code::PaperIncomplete, span, Place::node(at));
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
    fn told(&self) -> Vec<Vec<bool>> {
        let nodes = &self.scenario.nodes;
        let mut tellers: Vec<Vec<NodeIx>> = vec![Vec::new(); self.scenario.facts.len()];
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
        tellers.into_iter().map(|lines| reach(&self.flow.next, lines)).collect()
    }

    /// A number whose check figure is right may be somebody's.
    fn real_numbers(&mut self) {
        let source = self.source;
        for (at, (_, node)) in source.nodes.0.iter().enumerate() {
            let NodeSource::Form(TaskSource { fields, .. }) = node else { continue };
            for number in fields.0.iter().filter_map(|(_, field)| field.number.as_ref()) {
                let real = id_numbers(number.as_str()).iter().any(|found| found.checks && found.figures.len() == 18);
                if real {
                    let at = NodeIx(at as u16);
                    let span = self.span(number, self.key(at));
                    self.smell(Code::RealIdNumber, span, Place::node(at));
                }
            }
        }
    }

    fn entry_span(&self, at: NodeIx, field: &str, entry: &str) -> std::ops::Range<usize> {
        let otherwise = self.key(at);
        let Some((_, NodeSource::Form(TaskSource { fields, .. }))) = self.source.nodes.0.get(at.at()) else {
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
        written.map_or(otherwise.clone(), |text| self.span(text, otherwise))
    }
}
