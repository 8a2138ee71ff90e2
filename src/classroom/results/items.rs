//! Item analysis: an item is a choice, its score what the evidence of the chosen option earned there.

use super::ResultRow;
use crate::classroom::statistics::{Discrimination, LEAST_FOR_DIFFICULTY, discrimination, mean};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How a class did at one choice, each person by their first attempt.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// The scenario's id.
    pub scenario: String,
    /// The choice's id.
    pub node: String,
    /// Sessions that chose something there.
    pub sessions: usize,
    /// Mean score, 0 to 1: the higher, the easier. `None` below [`LEAST_FOR_DIFFICULTY`] scored sessions.
    pub difficulty: Option<f64>,
    /// Upper quarter less lower quarter, by total; `None` below twenty scored sessions.
    pub discrimination: Option<f64>,
    /// Half the width of its 95 % interval.
    pub half_width: Option<f64>,
    /// Who took what, the commonest first.
    pub options: Vec<OptionTaken>,
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionTaken {
    /// Its id.
    pub option: String,
    /// Sessions that took it.
    pub sessions: usize,
    /// Mean score of what it earned, in thousandths; `None`: nothing was scored.
    pub points: Option<i64>,
    /// Sessions in which it was a wrong turn.
    pub wrong: usize,
}

#[derive(Default)]
struct Gathered {
    sessions: usize,
    /// Total of the session and score of the item, 0 to 1.
    scored: Vec<(i64, f64)>,
    options: BTreeMap<String, (usize, Vec<f64>, usize)>,
}

pub(super) fn items(rows: &[ResultRow]) -> Vec<Item> {
    let mut items: BTreeMap<(String, String), Gathered> = BTreeMap::new();
    let mut met = BTreeSet::new();
    for row in rows {
        let Some(summary) = &row.machine else { continue };
        // Whoever tries again knows the scenario: only the first attempt that came in counts.
        if !met.insert((row.who.person, row.scenario.clone(), summary.hash.clone())) {
            continue;
        }
        let mut here: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for one in &summary.taken {
            let item = items.entry((row.scenario.clone(), one.node.clone())).or_default();
            let scores = here.entry(one.node.as_str()).or_default();
            scores.extend(one.points.map(|points| points as f64 / 1000.0));
            let (sessions, points, wrong) = item.options.entry(one.option.clone()).or_default();
            if taken.insert((one.node.as_str(), one.option.as_str())) {
                *sessions += 1;
                *wrong += usize::from(one.wrong);
            }
            points.extend(one.points.map(|points| points as f64));
        }
        for (node, scores) in here {
            let Some(item) = items.get_mut(&(row.scenario.clone(), node.to_owned())) else { continue };
            item.sessions += 1;
            if let (Some(total), Some(score)) = (summary.total, mean(&scores)) {
                item.scored.push((total, score));
            }
        }
    }
    items.into_iter().map(|((scenario, node), gathered)| gathered.item(scenario, node)).collect()
}

impl Gathered {
    fn item(self, scenario: String, node: String) -> Item {
        let scores: Vec<f64> = self.scored.iter().map(|(_, score)| *score).collect();
        let told: Option<Discrimination> = discrimination(&self.scored);
        let options = self.options.into_iter().map(|(option, (sessions, points, wrong))| OptionTaken {
            option,
            sessions,
            points: mean(&points).map(super::rounded),
            wrong,
        });
        let mut options: Vec<OptionTaken> = options.collect();
        options.sort_by_key(|option| std::cmp::Reverse(option.sessions));
        Item {
            scenario,
            node,
            sessions: self.sessions,
            difficulty: mean(&scores).filter(|_| scores.len() >= LEAST_FOR_DIFFICULTY),
            discrimination: told.map(|told| told.index),
            half_width: told.map(|told| told.half_width),
            options,
        }
    }
}
