//! What a rehearsal found fault with, and where a pass mark would lie.

use super::explore::Explored;
use super::policy::Policy;
use super::stats::Histogram;
use super::tally::Tally;
use crate::lint::giveaway::Fares;
use crate::lint::habit::Habit;
use crate::lint::surface::{SurfaceFares, ToldChoice};
use crate::rubric::{Plan, Rubric};
use crate::scenario::model::Scenario;
use crate::vocabulary::{Locale, NodeIx};
use serde::Serialize;
use strum::IntoStaticStr;

/// As people would rank them: those of an earlier row do better than those of a later one.
pub const RANKS: [&[Policy]; 6] = [
    &[Policy::Expert],
    &[Policy::Careful],
    &[Policy::Random],
    &[Policy::Pleaser, Policy::Lecturer],
    &[Policy::Stonewaller],
    &[Policy::Bully],
];

/// A gap between two rows that is clear: two points of a hundred.
pub const CLEAR: i32 = 20;
/// One run in so many may pass by luck.
const LUCK: u64 = 10;
/// What a way of guessing may gain over blind chance.
const GUESS_GAIN: i32 = 80;

/// Something that an author should look at.
#[derive(Clone, Debug, PartialEq, Serialize, IntoStaticStr)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "rehearse-finding-")]
pub enum Finding {
    /// A worse way of receiving people does better, before anything is capped.
    Order(Rank),
    /// It does worse, but hardly.
    Close(Rank),
    /// Too few choices to rank anybody by.
    TooSmall {
        choices: usize,
        wanted: usize,
    },
    /// A rank that is allowed and that nobody takes.
    NeedlessRank {
        policy: &'static str,
    },
    /// Who understands nothing passes.
    GuessPasses {
        policy: &'static str,
        passed: u64,
        runs: u64,
        /// The options by which its habit is right, as `node.option`.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        told: Vec<String>,
    },
    /// A way of guessing does much better than chance.
    GuessPays {
        policy: &'static str,
        mean: i32,
        random: i32,
        /// The options by which its habit is right, as `node.option`.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        told: Vec<String>,
    },
    /// Clean options look different from the others.
    GivesAway {
        habit: Habit,
        language: Locale,
        clean: u32,
        choices: u32,
        expected: f64,
        /// The clean options that it picks, as `node.option`.
        told: Vec<String>,
    },
    /// Who knows other scenarios tells them by their looks.
    ToldByLooks {
        language: Locale,
        clean: u32,
        choices: u32,
        expected: f64,
        told: Vec<ToldChoice>,
    },
    /// Nobody can ever come here.
    UnreachableNodes {
        nodes: Vec<String>,
    },
    UnreachableOptions {
        options: Vec<String>,
    },
    /// A condition that always goes the same way.
    IdleConditions {
        nodes: Vec<String>,
    },
    /// All options are closed at once, so the engine opens all.
    AllClosed {
        nodes: Vec<String>,
    },
    /// From here no way leads to an end.
    Stuck {
        nodes: Vec<String>,
    },
    /// Points that can be lost and never earned, so that nobody reaches the full score.
    #[strum(serialize = "maximum")]
    MaximumOutOfReach {
        criteria: Vec<String>,
    },
    /// Runs never came to an end.
    Endless {
        policy: &'static str,
        runs: u64,
    },
}

impl Finding {
    /// Ranking or reachability is broken, which stops a build.
    pub const fn is_broken(&self) -> bool {
        matches!(
            self,
            Self::Order(Rank { allowed: None, .. })
                | Self::GuessPasses { .. }
                | Self::UnreachableNodes { .. }
                | Self::UnreachableOptions { .. }
                | Self::Stuck { .. }
                | Self::MaximumOutOfReach { .. }
                | Self::Endless { .. }
        )
    }

    /// To be known, not to be mended.
    pub const fn is_note(&self) -> bool {
        matches!(
            self,
            Self::TooSmall { .. }
                | Self::Order(Rank { allowed: Some(_), .. })
                | Self::Close(Rank { allowed: Some(_), .. })
        )
    }

    /// Fluent message.
    pub fn text_id(&self) -> &'static str {
        self.into()
    }
}

/// Two kinds of trainees that do not stand as people would rank them. Means of totals before critical failures cap them,
/// in thousandths.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rank {
    pub better: &'static str,
    pub worse: &'static str,
    pub better_mean: i32,
    pub worse_mean: i32,
    /// What made the difference, most first.
    pub decided: Vec<Deciding>,
    /// Why the author wants it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<String>,
}

/// An option, or an entry, that speaks for the one who should do worse.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Deciding {
    /// `node.option`.
    pub option: String,
    /// True where the worse one gains by it, false where the better one loses by it.
    pub gains: bool,
}

/// Choices and papers from which on trainees can be ranked.
pub const ENOUGH: usize = 6;

/// The number of choices and papers, where it is too small to rank anybody by.
pub fn too_small(scenario: &Scenario) -> Option<usize> {
    let asks = scenario.nodes.iter().filter(|node| node.kind.asks()).count();
    (asks < ENOUGH).then_some(asks)
}

/// A pass mark that gives the wanted pass rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Threshold {
    /// A dimension, or `each`: a mark that all of them have to reach.
    pub of: &'static str,
    /// Thousandths; from here on a run passes.
    pub score: i32,
    /// Share of the runs that pass then, in thousandths …
    pub passing: u64,
    /// … and of those of random clicking, where it was played.
    pub random_passing: Option<u64>,
}

/// Before critical failures cap it.
fn uncapped(tally: &Tally) -> i32 {
    tally.uncapped.mean().unwrap_or_default()
}

/// What is wrong with how the policies rank; `decided` says by what.
pub fn of_ranks(
    scenario: &Scenario,
    played: &[(Policy, Tally)],
    decided: &dyn Fn(Policy, Policy) -> Vec<Deciding>,
) -> Vec<Finding> {
    let mut found = Vec::new();
    let of = |policy: Policy| played.iter().find(|(known, _)| *known == policy).map(|(_, tally)| uncapped(tally));
    let mut taken: Vec<&str> = Vec::new();
    for (at, row) in RANKS.iter().enumerate() {
        let Some(below) = RANKS.get(at + 1) else { break };
        for (better, worse) in row.iter().flat_map(|better| below.iter().map(move |worse| (*better, *worse))) {
            let (Some(better_mean), Some(worse_mean)) = (of(better), of(worse)) else { continue };
            let wrong = better_mean <= worse_mean;
            // Who means badly need only not do better than blind chance.
            if !wrong && (better_mean - worse_mean >= CLEAR || better == Policy::Random) {
                continue;
            }
            let allowed = scenario.rankings_allowed.iter().find(|allowed| allowed.policy == worse.name());
            taken.extend(allowed.map(|allowed| allowed.policy));
            let rank = Rank {
                better: better.name(),
                worse: worse.name(),
                better_mean,
                worse_mean,
                decided: decided(better, worse),
                allowed: allowed.map(|allowed| allowed.reason.clone()),
            };
            found.push(if wrong { Finding::Order(rank) } else { Finding::Close(rank) });
        }
    }
    let played = |name: &str| played.iter().any(|(policy, _)| policy.name() == name);
    let needless = scenario.rankings_allowed.iter().map(|allowed| allowed.policy);
    let needless = needless.filter(|policy| played(policy) && !taken.contains(policy));
    found.extend(needless.map(|policy| Finding::NeedlessRank { policy }));
    found
}

/// Who passes, or does well before anything is capped, without reading the visitor; `habits` and `surface` say by which
/// options.
pub fn of_guesses(played: &[(Policy, Tally)], habits: &[Fares], surface: &[SurfaceFares]) -> Vec<Finding> {
    let mut found = Vec::new();
    // Policies read the author's language, which comes first.
    let told = |policy: Policy| -> Vec<String> {
        match policy.habit() {
            Some(habit) => habits.iter().find(|fares| fares.habit == habit).map(Fares::told_ids).unwrap_or_default(),
            None if policy == Policy::Surface => {
                let told = surface.first().map_or(&[][..], |fares| &fares.told);
                told.iter().map(|choice| format!("{}.{}", choice.node, choice.option)).collect()
            }
            None => Vec::new(),
        }
    };
    let tally = |policy: Policy| played.iter().find(|(known, _)| *known == policy).map(|(_, tally)| tally);
    let random = tally(Policy::Random).map(uncapped);
    for policy in Policy::guesses() {
        let Some(played) = tally(policy) else { continue };
        let (name, mean) = (policy.name(), uncapped(played));
        if played.passed * LUCK > played.runs {
            found.push(Finding::GuessPasses {
                policy: name,
                passed: played.passed,
                runs: played.runs,
                told: told(policy),
            });
        } else if let Some(random) = random
            && mean - random > GUESS_GAIN
        {
            found.push(Finding::GuessPays { policy: name, mean, random, told: told(policy) });
        }
    }
    found
}

/// Runs that never came to an end.
pub fn of_ends(played: &[(Policy, Tally)]) -> Vec<Finding> {
    let endless = played.iter().filter(|(_, tally)| tally.endless > 0);
    endless.map(|(policy, tally)| Finding::Endless { policy: policy.name(), runs: tally.endless }).collect()
}

pub fn of_habits(fares: &[Fares], surface: &[SurfaceFares]) -> Vec<Finding> {
    let habits = fares.iter().filter(|fares| fares.gives_away()).map(|fares| Finding::GivesAway {
        habit: fares.habit,
        language: fares.language,
        clean: fares.chances.clean,
        choices: fares.chances.choices,
        expected: fares.chances.expected,
        told: fares.told_ids(),
    });
    let learnt = surface.iter().filter(|fares| fares.gives_away()).map(|fares| Finding::ToldByLooks {
        language: fares.language,
        clean: fares.chances.clean,
        choices: fares.chances.choices,
        expected: fares.chances.expected,
        told: fares.told.clone(),
    });
    habits.chain(learnt).collect()
}

/// What a walk found out of reach. A walk that was given up proves nothing.
pub fn of_walk(scenario: &Scenario, walk: &Explored) -> Vec<Finding> {
    let mut found = Vec::new();
    let id = |node: &NodeIx| scenario.nodes[node.at()].id.clone();
    if !walk.closed.is_empty() {
        found.push(Finding::AllClosed { nodes: walk.closed.iter().map(id).collect() });
    }
    if !walk.complete {
        return found;
    }
    let (mut nodes, mut options, mut idle) = (Vec::new(), Vec::new(), Vec::new());
    for (at, node) in scenario.nodes.iter().enumerate() {
        let ix = NodeIx(at as u16);
        if !walk.reaches(ix) {
            nodes.push(node.id.clone());
            continue;
        }
        let missed = (0..=u8::MAX).zip(node.kind.options()).filter(|(at, _)| !walk.takes(ix, usize::from(*at)));
        let names = missed.filter_map(|(at, _)| node.kind.option_name(at));
        options.extend(names.map(|name| format!("{}.{name}", node.id)));
        if walk.misses_sides(scenario, ix) {
            idle.push(node.id.clone());
        }
    }
    if !nodes.is_empty() {
        found.push(Finding::UnreachableNodes { nodes });
    }
    if !options.is_empty() {
        found.push(Finding::UnreachableOptions { options });
    }
    if !idle.is_empty() {
        found.push(Finding::IdleConditions { nodes: idle });
    }
    if !walk.stuck.is_empty() {
        found.push(Finding::Stuck { nodes: walk.stuck.iter().map(id).collect() });
    }
    found
}

/// Which full scores no way leads to: what would earn the points is never on offer, what loses them is.
pub fn of_points(scenario: &Scenario, walk: &Explored, plan: &Plan, rubric: &Rubric) -> Vec<Finding> {
    if !walk.complete {
        return Vec::new();
    }
    let taken = |only: bool| {
        let nodes = scenario.nodes.iter().enumerate().map(|(at, node)| (NodeIx(at as u16), node));
        nodes.flat_map(move |(at, node)| {
            let options = node.kind.options().enumerate().map(move |(n, _)| (at, n as u8));
            options.filter(move |(at, n)| !only || walk.takes(*at, usize::from(*n)))
        })
    };
    // What no option earns anywhere is for `check` to say; here somebody wrote the answer, and nobody gets to it.
    let never = plan.only_lost(taken(false));
    let criteria: Vec<String> = (plan.only_lost(taken(true)).into_iter())
        .filter(|criterion| !never.contains(criterion))
        .map(|criterion| rubric[criterion].id.clone())
        .collect();
    if criteria.is_empty() { Vec::new() } else { vec![Finding::MaximumOutOfReach { criteria }] }
}

/// The highest marks that still give the wanted pass rate (thousandths) to the people they are meant for. Who did
/// something critical fails at any mark and is left out.
pub fn thresholds(wanted: u64, meant_for: &Tally, random: Option<&Tally>) -> Vec<Threshold> {
    type ScorePart = (&'static str, fn(&Tally) -> &Histogram);
    let parts: [ScorePart; 4] = [
        ("each", |tally| &tally.lowest),
        ("listening", |tally| &tally.dimensions[0]),
        ("empathy", |tally| &tally.dimensions[1]),
        ("procedure", |tally| &tally.dimensions[2]),
    ];
    (parts.into_iter())
        .filter_map(|(of, part)| {
            let score = part(meant_for).threshold(wanted)?;
            let passing = |tally: &Tally| (part(tally).reaching(score) * 1000).checked_div(tally.runs);
            Some(Threshold { of, score, passing: passing(meant_for)?, random_passing: random.and_then(passing) })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::allowed::RANKED;

    /// Whoever can be named in `allow` is ranked, and whoever is ranked below another can be named.
    #[test]
    fn ranks_can_be_allowed_for_those_that_are_ranked() {
        let below: Vec<&str> = RANKS[1..].iter().flat_map(|row| row.iter().map(|policy| policy.name())).collect();
        assert_eq!(below, RANKED);
    }
}
