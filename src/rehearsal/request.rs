//! A rehearsal as a whole: what is asked for, and all that came of it, ready to be printed or read by a program.

use super::batch::Batch;
use super::clean_in_play::CleanInPlay;
use super::deciding::deciding;
use super::explore::{Explored, explore};
use super::hinges::Hinges;
use super::policy::Policy;
use super::stats::Spread;
use super::tally::{Coverage, GAUGES, Tally, gauge_names};
use super::verdict::{self, Finding, Threshold};
use crate::lint::giveaway::{Fares, fares};
use crate::lint::looks::read;
use crate::lint::surface::{SurfaceFares, surface};
use crate::rubric::Rubric;
use crate::scenario::model::{NodeKind, Outcome, Scenario};
use crate::vocabulary::NodeIx;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

#[derive(Clone, Debug)]
pub struct Request {
    /// None: only the walk.
    pub policies: Vec<Policy>,
    /// Runs of each policy.
    pub runs: u64,
    pub seed: u64,
    pub threads: usize,
    /// Most states of the walk.
    pub budget: usize,
    /// Wanted pass rate, thousandths.
    pub pass_rate: u64,
}

/// What came of a rehearsal. The number of threads is no part of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rehearsal {
    pub scenario: String,
    pub hash: String,
    pub seed: u64,
    pub runs: u64,
    /// The rubric's pass mark.
    pub pass: i64,
    /// Best first.
    pub policies: Vec<Played>,
    pub coverage: Covered,
    pub walk: Walked,
    /// By habit and language.
    pub habits: Vec<Fares>,
    /// By language: the model that has learnt from the other scenarios of the library.
    pub surface: Vec<SurfaceFares>,
    /// How many choices hinge on what the visitor just said.
    pub hinges: Hinges,
    pub thresholds: Vec<Threshold>,
    /// Whose pass rate the thresholds are about.
    pub threshold_for: Option<&'static str>,
    pub findings: Vec<Finding>,
    pub broken: bool,
}

/// How one policy fared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Played {
    pub policy: &'static str,
    pub runs: u64,
    pub passed: u64,
    pub critical: u64,
    pub endless: u64,
    pub listening: Option<Spread>,
    pub empathy: Option<Spread>,
    pub procedure: Option<Spread>,
    pub total: Option<Spread>,
    /// Before critical failures capped it.
    pub uncapped: Option<Spread>,
    pub outcomes: Outcomes,
    pub ends: Vec<Ending>,
    pub feelings: Vec<Feels>,
    pub outbursts: u64,
    pub turns: Option<Spread>,
    pub seconds: Option<Spread>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Outcomes {
    pub resolved: u64,
    pub partial: u64,
    pub unresolved: u64,
    pub lost: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ending {
    pub node: String,
    pub outcome: Outcome,
    pub runs: u64,
}

/// What a visitor felt at the end, in thousandths.
#[derive(Clone, Debug, PartialEq)]
pub struct Feels {
    pub visitor: String,
    pub gauges: [Option<Spread>; GAUGES],
}

impl Serialize for Feels {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(GAUGES + 1))?;
        map.serialize_entry("visitor", &self.visitor)?;
        for (name, spread) in gauge_names().iter().zip(&self.gauges) {
            map.serialize_entry(name, spread)?;
        }
        map.end()
    }
}

/// Hits over all policies together.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Covered {
    pub nodes_reached: usize,
    pub nodes: usize,
    pub options_taken: usize,
    pub options: usize,
    /// Entries of papers and composed answers.
    pub entries_written: usize,
    pub entries: usize,
    pub hits: Vec<NodeHits>,
    /// `node` or `node.option` that no run came to.
    pub never: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NodeHits {
    pub node: String,
    /// Runs that came by.
    pub runs: u64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OptionHits>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptionHits {
    pub option: String,
    pub offered: u64,
    pub taken: u64,
}

/// What the walk of every way covered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Walked {
    /// False if it was given up at its budget.
    pub complete: bool,
    pub states: usize,
    pub nodes_reached: usize,
    pub nodes: usize,
    pub options_taken: usize,
    pub options: usize,
    /// Entries of papers and composed answers.
    pub entries_written: usize,
    pub entries: usize,
    pub sides_seen: usize,
    pub sides: usize,
}

/// Plays and walks. `done` counts the runs, for whoever shows how far it is.
pub fn rehearse(scenario: &Arc<Scenario>, rubric: &Rubric, request: &Request, done: &AtomicU64) -> Rehearsal {
    let batch = Batch::new(Arc::clone(scenario), rubric);
    let played: Vec<(Policy, Tally)> = (request.policies.iter())
        .map(|policy| (*policy, batch.rehearse(*policy, request.runs, request.seed, request.threads, done)))
        .collect();
    let walk = explore(scenario, request.budget);
    let in_play = CleanInPlay::of(scenario, &batch.plan, request.seed);
    let read = read(scenario, &|node, option| in_play.is_clean(node, option));
    let (habits, surface) = (fares(scenario, &read), surface(scenario, &read));

    let mut findings = Vec::new();
    if let Some(choices) = verdict::too_small(scenario).filter(|_| !played.is_empty()) {
        findings.push(Finding::TooSmall { choices, wanted: verdict::ENOUGH });
    } else {
        let decided = |better, worse| deciding(scenario, rubric, request.seed, better, worse);
        findings.extend(verdict::of_ranks(scenario, &played, &decided));
        findings.extend(verdict::of_guesses(&played, &habits, &surface));
    }
    findings.extend(verdict::of_ends(&played));
    findings.extend(verdict::of_habits(&habits, &surface));
    findings.extend(verdict::of_walk(scenario, &walk));
    findings.extend(verdict::of_points(scenario, &walk, &batch.plan, rubric));
    // What breaks a build comes first, what is only to be known last.
    findings.sort_by_key(|finding| (!finding.is_broken(), finding.is_note()));

    let of = |policy| played.iter().find(|(known, _)| *known == policy).map(|(_, tally)| tally);
    let meant_for = match of(Policy::Careful) {
        Some(tally) => Some((Policy::Careful, tally)),
        None => played.first().map(|(policy, tally)| (*policy, tally)),
    };
    let random = of(Policy::Random).filter(|_| meant_for.is_some_and(|(policy, _)| policy != Policy::Random));
    let thresholds =
        meant_for.map(|(_, tally)| verdict::thresholds(request.pass_rate, tally, random)).unwrap_or_default();

    let mut coverage = Coverage::new(scenario);
    played.iter().for_each(|(_, tally)| coverage.merge(&tally.coverage));
    let mut policies: Vec<Played> = played.iter().map(|(policy, tally)| Played::of(scenario, *policy, tally)).collect();
    // Best first, as they rank; the sort is stable, so equals stay in the order asked for.
    policies.sort_by_key(|played| std::cmp::Reverse(played.uncapped.map(|uncapped| uncapped.mean)));
    Rehearsal {
        scenario: scenario.id.clone(),
        hash: scenario.hash.clone(),
        seed: request.seed,
        runs: if played.is_empty() { 0 } else { request.runs },
        pass: rubric.pass.0,
        policies,
        coverage: if played.is_empty() { Covered::default() } else { Covered::of(scenario, &coverage) },
        walk: Walked::of(scenario, &walk),
        habits,
        surface,
        hinges: Hinges::of(scenario, &batch.plan, &in_play),
        thresholds,
        threshold_for: meant_for.map(|(policy, _)| policy.name()),
        broken: findings.iter().any(Finding::is_broken),
        findings,
    }
}

impl Played {
    fn of(scenario: &Scenario, policy: Policy, tally: &Tally) -> Self {
        let [listening, empathy, procedure] = [0, 1, 2].map(|at: usize| tally.dimensions[at].spread());
        let [resolved, partial, unresolved, lost] = tally.outcomes(scenario);
        let ends = (scenario.nodes.iter().zip(&tally.ends))
            .filter_map(|(node, runs)| match &node.kind {
                NodeKind::End(end) => Some(Ending { node: node.id.clone(), outcome: end.outcome, runs: *runs }),
                _ => None,
            })
            .collect();
        let feelings = (scenario.visitors.iter().zip(&tally.feelings))
            .map(|(visitor, gauges)| Feels {
                visitor: visitor.id.clone(),
                gauges: std::array::from_fn(|at| gauges[at].spread()),
            })
            .collect();
        Self {
            policy: policy.name(),
            runs: tally.runs,
            passed: tally.passed,
            critical: tally.critical,
            endless: tally.endless,
            listening,
            empathy,
            procedure,
            total: tally.total.spread(),
            uncapped: tally.uncapped.spread(),
            outcomes: Outcomes { resolved, partial, unresolved, lost },
            ends,
            feelings,
            outbursts: tally.outbursts,
            turns: tally.turns.spread(),
            seconds: tally.seconds.spread(),
        }
    }
}

impl Covered {
    fn of(scenario: &Scenario, coverage: &Coverage) -> Self {
        let mut covered = Self { nodes: scenario.nodes.len(), ..Self::default() };
        for (at, node) in scenario.nodes.iter().enumerate() {
            let mut hits = NodeHits { node: node.id.clone(), runs: coverage.nodes[at], options: Vec::new() };
            if hits.runs > 0 {
                covered.nodes_reached += 1;
            } else {
                covered.never.push(node.id.clone());
            }
            if let NodeKind::Choice(choice) = &node.kind {
                for (n, option) in choice.options.iter().enumerate() {
                    let taken = coverage.taken[at][n];
                    covered.options += 1;
                    covered.options_taken += usize::from(taken > 0);
                    if taken == 0 && hits.runs > 0 {
                        covered.never.push(format!("{}.{}", node.id, option.id));
                    }
                    let offered = coverage.offered[at][n];
                    hits.options.push(OptionHits { option: option.id.clone(), offered, taken });
                }
            }
            if let NodeKind::Desk(task) = &node.kind {
                for (n, taken) in coverage.written[at].iter().enumerate() {
                    covered.entries += 1;
                    covered.entries_written += usize::from(*taken > 0);
                    let Some((field, entry)) = task.names(n as u8) else { continue };
                    if *taken == 0 && hits.runs > 0 {
                        covered.never.push(format!("{}.{field}.{entry}", node.id));
                    }
                    let option = format!("{field}.{entry}");
                    // Every field offers all its entries to everybody who comes by.
                    hits.options.push(OptionHits { option, offered: hits.runs, taken: *taken });
                }
            }
            covered.hits.push(hits);
        }
        covered
    }
}

impl Walked {
    fn of(scenario: &Scenario, walk: &Explored) -> Self {
        let (mut options, mut options_taken, mut entries, mut entries_written) = (0, 0, 0, 0);
        for (at, node) in scenario.nodes.iter().enumerate() {
            if let NodeKind::Choice(choice) = &node.kind {
                options += choice.options.len();
                options_taken += (0..choice.options.len()).filter(|n| walk.takes(NodeIx(at as u16), *n)).count();
            }
            if let NodeKind::Desk(task) = &node.kind {
                entries += task.form.entries.len();
                entries_written += (0..task.form.entries.len()).filter(|n| walk.takes(NodeIx(at as u16), *n)).count();
            }
        }
        let (sides_seen, sides) = walk.sides_of(scenario);
        Self {
            complete: walk.complete,
            states: walk.states,
            nodes_reached: walk.nodes.iter().filter(|reached| **reached).count(),
            nodes: scenario.nodes.len(),
            options_taken,
            options,
            entries_written,
            entries,
            sides_seen,
            sides,
        }
    }
}
