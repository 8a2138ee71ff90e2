//! What is declared and then forgotten: facts that no line tells, promises that nobody can make, variables that nothing
//! reads.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::scenario::diagnostic::Code;
use crate::scenario::model::*;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::acts::Mechanic;

pub(super) fn used(on: &Inspected, smells: &mut Smells) {
    let mut told = vec![false; on.scenario.facts.len()];
    let mut read = vec![false; on.scenario.vars.len()];
    for node in &on.scenario.nodes {
        for cue in node.kind.speech().into_iter().flat_map(|speech| speech.cues()) {
            if let Cue::Fact(fact) = cue {
                told[fact.at()] = true;
            }
        }
        if !read.is_empty() {
            node.kind.conditions().into_iter().for_each(|when| reads(when, &mut read));
        }
    }
    promises_made(on, smells);
    let source = on.source;
    for (at, (id, _)) in source.facts.0.iter().enumerate().filter(|(at, _)| !told[*at]) {
        let span = on.span(id, on.title());
        let name = on.scenario.facts[at].id.clone();
        let smell = smells.smell(Code::FactNeverTold, span, SmellPlace::WHOLE);
        smell.about = Some(name.clone());
        smell.diagnostic.args.push(("name", name.into()));
    }
    for (at, (id, _)) in source.vars.0.iter().enumerate().filter(|(at, _)| !read[*at]) {
        let span = on.span(id, on.title());
        let name = on.scenario.vars[at].id.clone();
        let smell = smells.smell(Code::VarNeverRead, span, SmellPlace::WHOLE);
        smell.about = Some(name.clone());
        smell.diagnostic.args.push(("name", name.into()));
    }
}

/// A promise that nothing the trainee can say or write makes.
fn promises_made(on: &Inspected, smells: &mut Smells) {
    let acts = ActCatalogue::shipped();
    let mut made = vec![false; on.scenario.promises.len()];
    for node in &on.scenario.nodes {
        let handed_in = node.kind.as_desk().into_iter().flat_map(|task| &task.acts);
        for act in node.kind.options().flat_map(|option| &option.acts).chain(handed_in) {
            if let Arg::Promise(promise) = act.arg
                && acts[act.kind].mechanic != Some(Mechanic::KeepPromise)
            {
                made[promise.at()] = true;
            }
        }
    }
    for (at, (id, _)) in on.source.promises.0.iter().enumerate().filter(|(at, _)| !made[*at]) {
        let span = on.span(id, on.title());
        let name = on.scenario.promises[at].id.clone();
        let smell = smells.smell(Code::PromiseNeverMade, span, SmellPlace::WHOLE);
        smell.about = Some(name.clone());
        smell.diagnostic.args.push(("name", name.into()));
    }
}

fn reads(when: &When, read: &mut [bool]) {
    when.each(&mut |part| {
        if let When::VarAtLeast(var, _) | When::VarIs(var, _) = part {
            read[var.at()] = true;
        }
    });
}
