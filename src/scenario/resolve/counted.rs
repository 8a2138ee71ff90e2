//! Circles in which nobody chooses and that a counter ends all the same.

use super::super::flow::{circles, reach, turned};
use super::super::model::*;
use std::collections::BTreeSet;

/// Most nodes that may be played one after the other without the trainee: what takes longer is no visit any more.
const MOST_STEPS: u64 = 1000;

/// Whether the circle through `node` comes to an end: each round moves a counter the same way, and once the counter has
/// come to its bound, a branch in the round leads out.
pub(super) fn ends(scenario: &Scenario, ways: &[Vec<NodeIx>], stops: &[bool], node: NodeIx) -> bool {
    if scenario.vars.is_empty() {
        return false;
    }
    let goes_on = |at: usize| stops.get(at) == Some(&false);
    let alone: Vec<Vec<NodeIx>> = (ways.iter().enumerate())
        .map(|(at, ways)| ways.iter().copied().filter(|to| goes_on(at) && goes_on(to.at())).collect())
        .collect();
    // What leads there and is led to from there: all circles that hang together.
    let (after, before) = (reach(&alone, [node]), reach(&turned(&alone), [node]));
    let round: Vec<bool> = after.iter().zip(before).map(|(after, before)| *after && before).collect();
    let inside = || (0..=u16::MAX).map(NodeIx).zip(&scenario.nodes).filter(|(at, _)| round[at.at()]);
    let everywhere = |needed: NodeIx| {
        let stops: Vec<bool> = (0..ways.len()).map(|at| !round[at] || at == needed.at()).collect();
        circles(ways, &stops).is_empty()
    };
    let moved = inside().flat_map(|(_, node)| node.kind.as_line().map_or(&[][..], |line| &line.effects));
    let moved: BTreeSet<VarIx> = moved
        .map(|effect| match effect {
            Effect::Set(var, _) | Effect::Add(var, _) => *var,
        })
        .collect();
    moved.into_iter().any(|var| {
        let Some((counts, bound, rounds)) = bound(scenario, var, inside()) else { return false };
        let leads_out = inside().any(|(at, node)| {
            let out = node.kind.as_branch().is_some_and(|branch| leaves(branch, &round, var, bound));
            out && everywhere(at)
        });
        leads_out && everywhere(counts) && rounds.saturating_mul(inside().count() as u64) <= MOST_STEPS
    })
}

/// Where in the round a counter is moved, the value it comes to there, and after how many rounds at most.
fn bound<'s>(
    scenario: &Scenario,
    var: VarIx,
    round: impl Iterator<Item = (NodeIx, &'s Node)>,
) -> Option<(NodeIx, i32, u64)> {
    let bounds = scenario.vars.get(var.at())?;
    let whole = u64::from(bounds.max.abs_diff(bounds.min));
    let mut found: Option<(NodeIx, i32, u64)> = None;
    for (at, node) in round {
        let effects = node.kind.as_line().map_or(&[][..], |line| &line.effects);
        for effect in effects {
            let (to, rounds) = match *effect {
                Effect::Set(of, value) if of == var => (value.clamp(bounds.min, bounds.max), 1),
                Effect::Add(of, by) if of == var && by != 0 => {
                    (if by > 0 { bounds.max } else { bounds.min }, whole / u64::from(by.unsigned_abs()) + 1)
                }
                Effect::Add(of, _) if of == var => return None,
                _ => continue,
            };
            match found {
                Some((_, known, _)) if known != to => return None,
                Some((place, _, known)) => found = Some((place, to, known.max(rounds))),
                None => found = Some((at, to, rounds)),
            }
        }
    }
    found
}

/// Whether a branch surely leads out of the round once the counter has this value.
fn leaves(branch: &Branch, round: &[bool], var: VarIx, value: i32) -> bool {
    let stays = |to: Target| matches!(to, Target::Node(node) if round.get(node.at()) == Some(&true));
    for (when, to) in &branch.ways {
        match (holds(when, var, value), stays(*to)) {
            (Some(false), _) | (None, false) => {}
            (Some(true), stays) => return !stays,
            (None, true) => return false,
        }
    }
    !stays(branch.otherwise)
}

/// Whether a condition holds, knowing this counter alone.
fn holds(when: &When, var: VarIx, value: i32) -> Option<bool> {
    match when {
        When::VarAtLeast(of, bound) if *of == var => Some(value >= *bound),
        When::VarIs(of, wanted) if *of == var => Some(value == *wanted),
        When::Not(part) => holds(part, var, value).map(|holds| !holds),
        When::All(parts) => {
            let each: Vec<Option<bool>> = parts.iter().map(|part| holds(part, var, value)).collect();
            if each.contains(&Some(false)) { Some(false) } else { each.iter().all(Option::is_some).then_some(true) }
        }
        When::Any(parts) => {
            let each: Vec<Option<bool>> = parts.iter().map(|part| holds(part, var, value)).collect();
            if each.contains(&Some(true)) { Some(true) } else { each.iter().all(Option::is_some).then_some(false) }
        }
        _ => None,
    }
}
