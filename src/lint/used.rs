//! What is declared and then forgotten: facts that no line tells, variables that nothing reads.

use super::{Nose, Place};
use crate::scenario::diagnostic::Code;
use crate::scenario::model::*;

impl Nose<'_, '_, '_> {
    pub(super) fn used(&mut self) {
        let mut told = vec![false; self.scenario.facts.len()];
        let mut read = vec![false; self.scenario.vars.len()];
        for node in &self.scenario.nodes {
            for cue in node.kind.speech().into_iter().flat_map(|speech| speech.cues()) {
                if let Cue::Fact(fact) = cue {
                    told[fact.at()] = true;
                }
            }
            if !read.is_empty() {
                node.kind.conditions().into_iter().for_each(|when| reads(when, &mut read));
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

fn reads(when: &When, read: &mut [bool]) {
    when.each(&mut |part| {
        if let When::VarAtLeast(var, _) | When::VarIs(var, _) = part {
            read[var.at()] = true;
        }
    });
}
