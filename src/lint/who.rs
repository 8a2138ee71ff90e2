//! Who speaks and who is spoken to: somebody who is not there, an answer that goes to the wrong one.

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::rubric::rules::{CueRule, Rule, fits};
use crate::rubric::{Criterion, Rubric};
use crate::scenario::diagnostic::Code;
use crate::scenario::flow::{reach, ways, within_visit};
use crate::scenario::model::*;
use crate::vocabulary::CueKind;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn who(on: &Inspected, smells: &mut Smells) {
    speaks_unseen(on, smells);
    to_whom(on, smells);
}

/// A line of somebody who is not among those present in a visit that comes by it.
fn speaks_unseen(on: &Inspected, smells: &mut Smells) {
    let within = ways(on.scenario, within_visit);
    // By where visits begin and who speaks, the first visit in which that one is missing.
    let mut missing: BTreeMap<NodeIx, BTreeMap<VisitorIx, &Visit>> = BTreeMap::new();
    for visit in &on.scenario.visits {
        let missing = missing.entry(visit.start).or_default();
        let absent = (0..on.scenario.visitors.len()).map(|at| VisitorIx(at as u16));
        absent.filter(|who| !visit.present.contains(who)).for_each(|who| _ = missing.entry(who).or_insert(visit));
    }
    let mut told: BTreeSet<NodeIx> = BTreeSet::new();
    for (start, missing) in missing.iter().filter(|(_, missing)| !missing.is_empty()) {
        let there = reach(&within, [*start]);
        for (at, node) in (0..=u16::MAX).map(NodeIx).zip(&on.scenario.nodes).filter(|(at, _)| there[at.at()]) {
            let Some(who) = node.kind.speech().and_then(|speech| speech.who) else { continue };
            let Some(visit) = missing.get(&who).filter(|_| told.insert(at)) else { continue };
            let (visitor, span) = (&on.scenario.visitors[who.at()], on.key(at));
            let smell = smells.smell(Code::SpeaksUnseen, span, SmellPlace::node(at));
            smell.about = Some(visitor.id.clone());
            let args = [("name", visitor.name.original.as_str().into()), ("id", visitor.id.as_str().into())];
            smell.diagnostic.args.extend(args.into_iter().chain([("visit", visit.id.as_str().into())]));
        }
    }
}

/// Lines that are looked back upon from a choice.
const LINES: usize = 4;

/// An option without `to` goes to whoever spoke last, and answers what somebody else has just said.
fn to_whom(on: &Inspected, smells: &mut Smells) {
    let rubric = Rubric::shipped();
    let listening: Vec<&Criterion> =
        rubric.criteria.iter().filter(|criterion| matches!(criterion.rule, Rule::Cue(_))).collect();
    for (at, node) in (0..=u16::MAX).map(NodeIx).zip(&on.scenario.nodes) {
        let Some(choice) = node.kind.as_choice().filter(|choice| choice.to.is_none() && choice.hub.is_none()) else {
            continue;
        };
        let spoken = just_said(on, at);
        let Some((last, _)) = spoken.first().copied() else { continue };
        if spoken.iter().all(|(who, _)| *who == last) {
            continue;
        }
        for (n, option) in choice.options.iter().enumerate().filter(|(_, option)| option.to.is_none()) {
            let answers = |cue: Cue| {
                let kind = CueKind::of(cue);
                listening.iter().any(|criterion| {
                    let Rule::Cue(CueRule { cues, .. }) = criterion.rule else { return false };
                    let hits = |act: &Act| criterion.hit.contains(act.kind) && fits(act.arg, cue);
                    cues.contains(kind) && option.acts.iter().any(hits)
                })
            };
            let answered = |wanted: &dyn Fn(VisitorIx) -> bool| {
                let cues = spoken.iter().filter(|(who, _)| wanted(*who));
                cues.flat_map(|(who, cues)| cues.iter().map(move |cue| (*who, *cue))).find(|(_, cue)| answers(*cue))
            };
            let Some((other, _)) = answered(&|who| who != last) else { continue };
            if answered(&|who| who == last).is_some() {
                continue;
            }
            let span = on.option_span(at, n);
            let smell = smells.smell(Code::AddresseeUnclear, span, SmellPlace::option(at, n));
            let name = |who: VisitorIx| on.scenario.visitors[who.at()].name.original.clone();
            let id = on.scenario.visitors[other.at()].id.clone();
            smell.diagnostic.args.extend([
                ("last", name(last).into()),
                ("name", name(other).into()),
                ("id", id.into()),
            ]);
        }
    }
}

/// What was said since the trainee last had the word, the latest first; empty where it depends on the way.
fn just_said<'s>(on: &Inspected<'s, '_>, choice: NodeIx) -> Vec<(VisitorIx, &'s [Cue])> {
    let (mut spoken, mut at) = (Vec::new(), choice);
    for _ in 0..LINES {
        let [one] = on.flow.before[at.at()].as_slice() else { break };
        let kind = &on.scenario.nodes[one.at()].kind;
        if kind.asks() {
            break;
        }
        if let Some(speech) = kind.speech() {
            let own = speech.variants.last().map_or(&[][..], |variant| &variant.cues);
            spoken.extend(speech.who.map(|who| (who, own)));
        }
        at = *one;
    }
    spoken
}
