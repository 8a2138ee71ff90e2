//! What to change next time: first what caps the result, then what lost the case, then what made somebody break out, then
//! what heated them most, then what was missed most; each from another turn.

use super::debrief::Debrief;
use super::turning::Cause;
use crate::rubric::assessment::{Evidence, Reason, Verdict};
use crate::scenario::model::{Outcome, Scenario};
use crate::vocabulary::acts::Mechanic;
use crate::vocabulary::{ActCatalogue, VisitorIx};
use std::cmp::Reverse;

/// So many are named at most.
const MOST: usize = 3;

/// One thing to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToChange {
    /// Position in the assessment's failures.
    Critical(usize),
    /// It helped to lose the case: position in the assessment's evidence.
    Lost(usize),
    /// Somebody broke out: position in the debrief's turns.
    Outburst {
        /// Position in the debrief's turns.
        turn: usize,
        /// Who broke out.
        who: VisitorIx,
    },
    /// Position in the assessment's evidence.
    Missed(usize),
}

impl ToChange {
    /// The number of the turn it is about.
    pub fn turn(self, debrief: &Debrief) -> Option<u32> {
        let assessment = &debrief.assessment;
        match self {
            Self::Critical(at) => assessment.critical.get(at).map(|one| one.turn),
            Self::Outburst { turn, .. } => debrief.turns.get(turn).map(|turn| turn.number),
            Self::Lost(at) | Self::Missed(at) => assessment.evidence.get(at).map(|one| one.turn),
        }
    }
}

pub(super) fn of(scenario: &Scenario, acts: &ActCatalogue, debrief: &Debrief) -> Vec<ToChange> {
    let critical = (0..debrief.assessment.critical.len()).map(ToChange::Critical);
    let all = critical
        .chain(lost(scenario, acts, debrief))
        .chain(outbursts(debrief))
        .chain(heated(scenario, debrief))
        .chain(missed(debrief));
    let (mut picked, mut turns): (Vec<ToChange>, Vec<u32>) = (Vec::new(), Vec::new());
    for one in all {
        if picked.len() == MOST {
            break;
        }
        if let Some(turn) = one.turn(debrief).filter(|turn| debrief.turn(*turn).is_some() && !turns.contains(turn)) {
            picked.push(one);
            turns.push(turn);
        }
    }
    picked
}

fn outbursts(debrief: &Debrief) -> impl Iterator<Item = ToChange> {
    let turns = debrief.turns.iter().enumerate();
    turns.filter_map(|(turn, one)| Some(ToChange::Outburst { turn, who: *one.outbursts.first()? }))
}

/// What lost the case: claims that were decided otherwise than facts and law have it, words that were not kept; where it did
/// not end well, promises beyond what the receiver could give.
fn lost<'d>(
    scenario: &Scenario,
    acts: &'d ActCatalogue,
    debrief: &'d Debrief,
) -> impl Iterator<Item = ToChange> + use<'d> {
    let ended_badly = ended_badly(scenario, debrief);
    let over = move |reason| {
        ended_badly && matches!(reason, Reason::Did(act) if acts[act].mechanic == Some(Mechanic::OverPromise))
    };
    let all = || debrief.assessment.evidence.iter().enumerate().filter(|(_, one)| one.verdict == Verdict::Miss);
    let decided = all().filter(|(_, one)| loses(one.reason));
    decided.chain(all().filter(move |(_, one)| over(one.reason))).map(|(at, _)| ToChange::Lost(at))
}

fn ended_badly(scenario: &Scenario, debrief: &Debrief) -> bool {
    let end = debrief.ending.and_then(|end| scenario.kind(end)?.as_end());
    end.is_some_and(|end| matches!(end.outcome, Outcome::Lost | Outcome::Unresolved))
}

/// Where it did not end well: what was missed at the turns after which the visitors' feelings rose most by what the trainee
/// did.
fn heated(scenario: &Scenario, debrief: &Debrief) -> Vec<ToChange> {
    if !ended_badly(scenario, debrief) {
        return Vec::new();
    }
    let mut heated: Vec<_> = (debrief.turning_points.iter())
        .filter(|point| point.rose() && matches!(point.cause, Cause::Act(_) | Cause::Interruption))
        .collect();
    heated.sort_by_key(|point| Reverse(i32::from(point.after) - i32::from(point.before)));
    let worst = heated.into_iter().filter_map(|point| {
        let number = debrief.turns.get(point.turn)?.number;
        let missed = |(_, one): &(usize, &Evidence)| one.verdict == Verdict::Miss && one.turn == number;
        let mut there = debrief.assessment.evidence.iter().enumerate().filter(missed);
        let worst = there.clone().find(|(_, one)| one.better.is_some()).or_else(|| there.next());
        worst.map(|(at, _)| ToChange::Missed(at))
    });
    worst.collect()
}

/// What loses a case wherever it is missed.
const fn loses(reason: Reason) -> bool {
    matches!(reason, Reason::Decided(_) | Reason::LedAstray(_) | Reason::PromiseBroken)
}

/// What was missed, the commonest criterion first and of each one that has a better option, where there is any.
fn missed(debrief: &Debrief) -> Vec<ToChange> {
    let evidence = &debrief.assessment.evidence;
    let lacks_better = |at: &usize| evidence[*at].better.is_none();
    let mut groups = debrief.by_criterion(Verdict::Miss);
    groups.sort_by_key(|group| (group.iter().all(lacks_better), Reverse(group.len()), group[0]));
    for group in &mut groups {
        group.sort_by_key(|at| (lacks_better(at), *at));
    }
    // The first of each criterion, then the second of each.
    let longest = groups.iter().map(Vec::len).max().unwrap_or(0);
    let rounds = (0..longest).flat_map(|round| groups.iter().filter_map(move |group| group.get(round)));
    rounds.map(|at| ToChange::Missed(*at)).collect()
}
