//! The watch on failures that cap the result: acts that are one, and signs of danger that nobody sees to. It belongs to no
//! criterion and looks first.

use super::Observer;
use crate::rubric::findings::Better;
use crate::rubric::scoring::Scoring;
use crate::rubric::turn::CompleteTurn;
use crate::session::event::{Event, EventKind, EventSet};
use crate::vocabulary::{Critical, CueKind, NodeIx};
use enumset::enum_set;

/// Choices within which a sign of danger must be answered.
pub const DANGER_WINDOW: u8 = 2;

#[derive(Clone, Debug)]
pub(in crate::rubric) struct DangerState;

impl Observer<()> for DangerState {
    const HEARS: EventSet = enum_set!(EventKind::Wrote);

    fn begin(_: &()) -> Self {
        Self
    }

    fn event(&mut self, _: &(), event: &Event, on: &mut Scoring) {
        if let Event::Wrote { node, entry, right, fault, .. } = *event {
            let better = fault.map(|_| right).filter(|right| *right != entry);
            wrote(node, entry, better, on);
        }
    }

    fn turn(&mut self, _: &(), turn: &CompleteTurn, on: &mut Scoring) {
        let plan = on.plan;
        if on.situation.open.iter().any(|open| open.danger || open.danger_answerable) {
            let seen_to = plan.free || turn.on_offer.iter().any(|(_, option)| option.answers_risk);
            for open in on.situation.open.iter_mut() {
                open.danger_answerable |= open.danger && seen_to;
                if open.danger_answerable && open.chance.is_none() && !turn.is_gesture {
                    open.chance = Some(turn.moment.clone());
                }
            }
        }
        if turn.option.is_some_and(|option| !option.critical && !option.answers_risk) {
            return;
        }
        // A paper fails entry by entry.
        for act in turn.acts.iter().filter(|_| !turn.is_paper) {
            if let Some(kind) = plan.act(act.kind).critical {
                on.fail(kind, turn.moment, Some(act.kind));
            }
        }
        let ignored = turn.acts.iter().any(|act| plan.act(act.kind).critical == Some(Critical::IgnoredRisk));
        if ignored {
            on.situation.charged |= CueKind::risks();
        }
        if ignored || turn.acts.iter().any(|act| plan.act(act.kind).answers_risk) {
            on.situation.open.iter_mut().for_each(|open| open.danger = false);
        }
    }

    fn choice_made(&mut self, _: &(), on: &mut Scoring) {
        give_up(on, |turns| turns >= u32::from(DANGER_WINDOW));
    }

    fn visit_left(&mut self, _: &(), _: bool, on: &mut Scoring) {
        give_up(on, |_| true);
    }
}

/// Signs of danger whose time is over: ignored, where something on offer would have seen to them.
fn give_up(on: &mut Scoring, is_over: impl Fn(u32) -> bool) {
    for slot in 0..on.situation.open.len() {
        let open = &mut on.situation.open[slot];
        if !open.danger || !is_over(open.turns) {
            continue;
        }
        open.danger = false;
        if open.danger_answerable {
            let kind = open.kind();
            let moment = on.situation.chance_of(&on.situation.open[slot]);
            on.fail(Critical::IgnoredRisk, &moment, None);
            on.situation.charged.insert(kind);
        }
    }
}

/// An entry of a paper or of a composed answer may be a failure by itself.
fn wrote(node: NodeIx, entry: u8, better: Option<u8>, on: &mut Scoring) {
    let plan = on.plan;
    let Some(turn) = &on.situation.turn else { return };
    let mut moment = turn.moment.clone();
    moment.chosen = Some(entry);
    for act in plan.option(node, entry).into_iter().flat_map(|option| &option.acts) {
        if let Some(kind) = plan.act(act.kind).critical {
            on.fail_for(kind, &moment, Some(act.kind), Better::Known(better));
        }
    }
}
