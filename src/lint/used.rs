//! What is declared and then forgotten: facts that no line tells, variables that nothing reads.

use super::{Nose, Place};
use crate::scenario::diagnostic::Code;
use crate::scenario::model::*;

impl Nose<'_, '_, '_> {
    pub(super) fn used(&mut self) {
        let mut told = vec![false; self.scenario.facts.len()];
        let mut read = vec![false; self.scenario.vars.len()];
        for node in &self.scenario.nodes {
            if let NodeKind::Line(line) = &node.kind {
                for cue in line.variants.iter().flat_map(|variant| &variant.cues) {
                    if let Cue::Fact(fact) = cue {
                        told[fact.at()] = true;
                    }
                }
            }
            if !read.is_empty() {
                conditions(&node.kind).for_each(|when| reads(when, &mut read));
            }
        }
        let source = self.source;
        for (at, (id, _)) in source.facts.0.iter().enumerate().filter(|(at, _)| !told[*at]) {
            let span = self.span(id, self.title());
            let name = self.scenario.facts[at].id.clone();
            let smell = self.smell(Code::FactNeverTold, span, Place::WHOLE);
            smell.about = Some(name.clone());
            smell.diagnostic.args.push(("name", name.into()));
        }
        for (at, (id, _)) in source.vars.0.iter().enumerate().filter(|(at, _)| !read[*at]) {
            let span = self.span(id, self.title());
            let name = self.scenario.vars[at].id.clone();
            let smell = self.smell(Code::VarNeverRead, span, Place::WHOLE);
            smell.about = Some(name.clone());
            smell.diagnostic.args.push(("name", name.into()));
        }
    }
}

fn conditions(kind: &NodeKind) -> Box<dyn Iterator<Item = &When> + '_> {
    match kind {
        NodeKind::Line(line) => Box::new(line.variants.iter().filter_map(|variant| variant.when.as_ref())),
        NodeKind::Choice(choice) => Box::new(choice.options.iter().filter_map(|option| option.when.as_ref())),
        NodeKind::Branch(branch) => Box::new(branch.ways.iter().map(|(when, _)| when)),
        NodeKind::TimePasses(time) => Box::new(time.conditions()),
        NodeKind::Desk(_) | NodeKind::End(_) => Box::new(std::iter::empty()),
    }
}

fn reads(when: &When, read: &mut [bool]) {
    match when {
        When::All(parts) | When::Any(parts) => parts.iter().for_each(|part| reads(part, read)),
        When::Not(part) => reads(part, read),
        When::VarAtLeast(var, _) | When::VarIs(var, _) => read[var.at()] = true,
        _ => {}
    }
}
