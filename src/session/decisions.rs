//! What a turn decides on claims: held against facts and law as they are known by then.

use super::event::Event;
use crate::procedure::{Decision, FormAnswer, Ruling, ruling_of};
use crate::scenario::model::{DeskTask, Scenario};
use crate::vocabulary::{ClaimIx, FactIx, NodeIx};

/// Tells what an option decides.
pub(super) fn of_option(
    scenario: &Scenario,
    node: NodeIx,
    decides: &[Decision],
    told: &dyn Fn(FactIx) -> bool,
    events: &mut Vec<Event>,
) {
    for decision in decides {
        tell(scenario, node, decision.claim, Some(decision.ruling), told, events);
    }
}

/// Tells what a paper decides on each claim that can be decided rightly on it, or is decided all the same.
pub(super) fn of_paper(
    scenario: &Scenario,
    node: NodeIx,
    task: &DeskTask,
    written: FormAnswer,
    told: &dyn Fn(FactIx) -> bool,
    events: &mut Vec<Event>,
) {
    if scenario.claims.is_empty() {
        return;
    }
    for claim in scenario.decidable(node) {
        let entries = written.iter().filter_map(|entry| task.form.entry(entry));
        let ruling = ruling_of(claim, entries.flat_map(|entry| entry.opt.decides.iter().copied()));
        // Where only mistakes are on offer, saying nothing is none.
        let terms = scenario.claim(claim).map(|claim| &claim.terms);
        let could = || {
            let offered =
                task.form.entries.iter().flat_map(|entry| &entry.opt.decides).filter(|one| one.claim == claim);
            let right = |one: &Decision| terms.is_some_and(|terms| terms.judge(Some(one.ruling), told).fault.is_none());
            offered.into_iter().any(right)
        };
        if ruling.is_some() || could() {
            tell(scenario, node, claim, ruling, told, events);
        }
    }
}

fn tell(
    scenario: &Scenario,
    node: NodeIx,
    claim: ClaimIx,
    ruling: Option<Ruling>,
    told: &dyn Fn(FactIx) -> bool,
    events: &mut Vec<Event>,
) {
    let Some(asked) = scenario.claim(claim) else { return };
    let found = asked.terms.judge(ruling, told);
    events.push(Event::Decided { node, claim, ruling, right: found.right, fault: found.fault });
}
