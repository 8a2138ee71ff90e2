//! Instructors' judgement beside the machine's and each other's.

use super::error::ClassError;
use super::ids::{AttemptId, ClassId};
use super::statistics::{icc_2_1, leniency, weighted_kappa};
use super::store::{Rating, Store};
use super::summary::Summary;
use crate::rubric::assessment::Milli;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Levels of the rubric's anchors.
pub const LEVELS: u8 = 5;
/// Pairs of levels from which on a κ is said.
pub const LEAST_PAIRS: usize = 10;

/// How two judges of the same sessions agree. The second is the machine where no name stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// An instructor.
    pub one: String,
    /// Another; `None`: the machine.
    pub other: Option<String>,
    /// Levels that both gave.
    pub pairs: usize,
    /// Quadratically weighted κ; `None` below [`LEAST_PAIRS`], or where none is defined.
    pub kappa: Option<f64>,
    /// How much milder the first is than the second, in levels; below 0: stricter.
    pub leniency: Option<f64>,
    /// Half the width of its 95 % interval.
    pub half_width: Option<f64>,
}

/// How a class's judges agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// Blind ratings that were counted; others were left out.
    pub blind: usize,
    /// Ratings given after the machine's numbers had been seen: they count for nothing here.
    pub not_blind: usize,
    /// Every instructor with the machine, then every two with each other.
    pub pairs: Vec<Pair>,
    /// ICC(2,1) of all instructors over the sessions that all of them rated on the same criteria; `None` where there are none.
    pub icc: Option<f64>,
    /// Sessions × criteria it rests on.
    pub icc_rows: usize,
    /// By criterion: κ between instructors and machine, where there are [`LEAST_PAIRS`] pairs.
    pub by_criterion: BTreeMap<String, f64>,
}

/// How the judges of a class agree, by everything that is in the store.
///
/// # Errors
///
/// [`ClassError::Database`].
pub async fn of_class(store: &Store, class: ClassId) -> Result<Agreement, ClassError> {
    let ratings = store.ratings(class).await?;
    let attempts = store.attempts(class, None).await?.into_iter();
    let machine = attempts.filter_map(|attempt| Some((attempt.id, attempt.summary?))).collect();
    Ok(agreement(&ratings, &machine))
}

/// Works it out from blind ratings alone. A machine's level is that of the criterion's share ([`Milli::level`]); a criterion without
/// an opportunity has none.
pub fn agreement(ratings: &[Rating], machine: &BTreeMap<AttemptId, Summary>) -> Agreement {
    type Thing<'a> = (AttemptId, &'a str);
    let mut by_rater: BTreeMap<&str, BTreeMap<Thing<'_>, u8>> = BTreeMap::new();
    for rating in ratings.iter().filter(|rating| rating.blind) {
        let levels = by_rater.entry(&rating.rater).or_default();
        levels.insert((rating.attempt, &rating.criterion), rating.level);
    }
    let level =
        |(attempt, criterion): &Thing<'_>| Some(Milli(*machine.get(attempt)?.criteria.get(*criterion)?).level());
    let mut pairs = Vec::new();
    let mut by_criterion: BTreeMap<&str, Vec<(u8, u8)>> = BTreeMap::new();
    for (rater, levels) in &by_rater {
        let both: Vec<(u8, u8)> = levels.iter().filter_map(|(thing, given)| Some((*given, level(thing)?))).collect();
        for (thing, given) in levels {
            by_criterion.entry(thing.1).or_default().extend(level(thing).map(|machine| (*given, machine)));
        }
        pairs.push(pair(rater, None, &both));
    }
    let raters: Vec<_> = by_rater.iter().collect();
    for (at, (one, levels)) in raters.iter().enumerate() {
        for (other, others) in &raters[at + 1..] {
            let both: Vec<(u8, u8)> =
                levels.iter().filter_map(|(thing, given)| Some((*given, *others.get(thing)?))).collect();
            pairs.push(pair(one, Some(other), &both));
        }
    }
    let things: BTreeSet<Thing<'_>> = by_rater.values().flat_map(|levels| levels.keys().copied()).collect();
    let row = |thing: &Thing<'_>| -> Option<Vec<f64>> {
        by_rater.values().map(|levels| levels.get(thing).map(|level| f64::from(*level))).collect()
    };
    let table: Vec<Vec<f64>> = things.iter().filter_map(row).collect();
    let enough = |pairs: Vec<(u8, u8)>| (pairs.len() >= LEAST_PAIRS).then(|| weighted_kappa(&pairs, LEVELS)).flatten();
    let blind = ratings.iter().filter(|rating| rating.blind).count();
    Agreement {
        blind,
        not_blind: ratings.len() - blind,
        pairs,
        icc: icc_2_1(&table),
        icc_rows: table.len(),
        by_criterion: by_criterion
            .into_iter()
            .filter_map(|(criterion, pairs)| Some((criterion.to_owned(), enough(pairs)?)))
            .collect(),
    }
}

fn pair(one: &str, other: Option<&str>, both: &[(u8, u8)]) -> Pair {
    let numbers: Vec<(f64, f64)> = both.iter().map(|(a, b)| (f64::from(*a), f64::from(*b))).collect();
    let milder = leniency(&numbers);
    Pair {
        one: one.to_owned(),
        other: other.map(str::to_owned),
        pairs: both.len(),
        kappa: weighted_kappa(both, LEVELS).filter(|_| both.len() >= LEAST_PAIRS),
        leniency: milder.map(|(mean, _)| mean),
        half_width: milder.and_then(|(_, half)| half),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classroom::ids::Moment;

    fn rating(attempt: i64, rater: &str, criterion: &str, level: u8, blind: bool) -> Rating {
        let (attempt, rater, criterion) = (AttemptId(attempt), rater.to_owned(), criterion.to_owned());
        Rating { attempt, rater, criterion, level, at: Moment(1), blind }
    }

    fn machine(share: impl Fn(i64) -> i64) -> BTreeMap<AttemptId, Summary> {
        let summary = |at| Summary { criteria: [("a".to_owned(), share(at))].into(), ..Summary::default() };
        (0..20).map(|at| (AttemptId(at), summary(at))).collect()
    }

    #[test]
    fn who_gives_the_machines_levels_agrees_fully_and_who_looked_does_not_count() {
        let share = |at: i64| (at % 5) * 200;
        let same = (0..20).map(|at| rating(at, "钱老师", "a", Milli(share(at)).level(), true));
        let looked = (0..20).map(|at| rating(at, "孙老师", "a", 5, false));
        let ratings: Vec<_> = same.chain(looked).collect();
        let found = agreement(&ratings, &machine(share));
        assert_eq!((found.blind, found.not_blind, found.pairs.len()), (20, 20, 1));
        assert_eq!((found.pairs[0].kappa, found.pairs[0].leniency), (Some(1.0), Some(0.0)));
        assert_eq!(found.by_criterion.get("a"), Some(&1.0));
    }

    #[test]
    fn two_instructors_are_held_against_each_other_and_a_milder_one_shows() {
        let share = |at: i64| (at % 4) * 200;
        let one = (0..20).map(|at| rating(at, "a", "a", Milli(share(at)).level(), true));
        let milder = (0..20).map(|at| rating(at, "b", "a", Milli(share(at)).level() + 1, true));
        let ratings: Vec<_> = one.chain(milder).collect();
        let found = agreement(&ratings, &machine(share));
        let between = found.pairs.iter().find(|pair| pair.other.is_some()).unwrap();
        assert_eq!((between.pairs, between.leniency, between.half_width), (20, Some(-1.0), Some(0.0)));
        assert!(found.icc.is_some_and(|icc| icc > 0.5 && icc < 1.0), "{:?}", found.icc);
    }

    #[test]
    fn few_pairs_give_no_kappa() {
        let ratings: Vec<_> = (0..9).map(|at| rating(at, "a", "a", 1 + (at % 5) as u8, true)).collect();
        assert_eq!(agreement(&ratings, &machine(|at| at * 50)).pairs[0].kappa, None);
    }
}
