//! By which options one kind of trainee comes out above another.

use super::batch::seed_of;
use super::policy::Policy;
use super::run::play;
use super::verdict::Deciding;
use crate::rubric::Rubric;
use crate::rubric::assessment::Verdict;
use crate::scenario::model::Scenario;
use crate::session::{Mode, Settings};
use crate::vocabulary::NodeIx;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Runs of each that are looked at.
const RUNS: u64 = 24;
/// Options that are named.
const NAMED: usize = 6;

/// By option: the weights of what it earned, less of what it lost, over all runs.
type Points = BTreeMap<(NodeIx, u8), i64>;

/// The options that speak most for the one who should do worse: what that one gains by, what the other loses by.
pub fn deciding(scenario: &Arc<Scenario>, rubric: &Rubric, seed: u64, better: Policy, worse: Policy) -> Vec<Deciding> {
    let (good, bad) = (points(scenario, rubric, seed, better), points(scenario, rubric, seed, worse));
    let gains = bad.iter().map(|(at, points)| (points - good.get(at).copied().unwrap_or_default(), *at, true));
    let losses = good.iter().map(|(at, points)| (bad.get(at).copied().unwrap_or_default() - points, *at, false));
    // An option counts where it was taken to its taker's advantage, or disadvantage.
    let gains = gains.filter(|(_, at, _)| bad[at] > 0);
    let losses = losses.filter(|(_, at, _)| good[at] < 0);
    let mut all: Vec<(i64, (NodeIx, u8), bool)> = gains.chain(losses).filter(|(by, ..)| *by > 0).collect();
    all.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let named = all.into_iter().take(NAMED).filter_map(|(_, (at, option), gains)| {
        let node = scenario.nodes.get(at.at())?;
        Some(Deciding { option: format!("{}.{}", node.id, node.kind.option_name(option)?), gains })
    });
    named.collect()
}

fn points(scenario: &Arc<Scenario>, rubric: &Rubric, seed: u64, policy: Policy) -> Points {
    let mut points = Points::new();
    for run in 0..RUNS {
        let settings = Settings { seed: seed_of(seed, run), mode: Mode::Exam, timed: true };
        for evidence in play(scenario, &settings, policy, rubric).assessment.evidence {
            let Some(option) = evidence.chosen else { continue };
            let weight = i64::from(rubric[evidence.criterion].weight);
            let by = match evidence.verdict {
                Verdict::Hit => weight,
                Verdict::Miss => -weight,
                Verdict::Partial => 0,
            };
            *points.entry((evidence.node, option)).or_default() += by;
        }
    }
    points
}
