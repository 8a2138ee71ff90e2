//! Counting over many runs: whole numbers only, so that the order in which threads finish changes nothing.

use serde::Serialize;
use std::collections::BTreeMap;

/// How often each value between two bounds came up; values are clamped into the bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    low: i32,
    counts: Vec<u64>,
    sum: i64,
    total: u64,
}

impl Histogram {
    /// No value yet; what lies beyond either end is counted there.
    pub fn new(low: i32, high: i32) -> Self {
        Self { low, counts: vec![0; (high - low).max(0) as usize + 1], sum: 0, total: 0 }
    }

    /// One more value.
    #[inline]
    pub fn add(&mut self, value: i32) {
        let last = self.counts.len() - 1;
        let at = (value.saturating_sub(self.low).max(0) as usize).min(last);
        self.counts[at] += 1;
        self.sum += i64::from(self.low) + at as i64;
        self.total += 1;
    }

    /// All values of the other, which has the same ends.
    pub fn merge(&mut self, other: &Self) {
        for (mine, more) in self.counts.iter_mut().zip(&other.counts) {
            *mine += more;
        }
        self.sum += other.sum;
        self.total += other.total;
    }

    /// How many values there are.
    pub const fn total(&self) -> u64 {
        self.total
    }

    /// Rounded towards minus infinity; `None` without a value.
    pub fn mean(&self) -> Option<i32> {
        (self.total > 0).then(|| self.sum.div_euclid(self.total as i64) as i32)
    }

    /// The smallest value that so many thousandths of the runs do not exceed.
    pub fn quantile(&self, thousandths: u64) -> Option<i32> {
        if self.total == 0 {
            return None;
        }
        let wanted = (self.total * thousandths).div_ceil(1000).max(1);
        let mut seen = 0;
        let at = self.counts.iter().position(|count| {
            seen += count;
            seen >= wanted
        });
        at.map(|at| self.low + at as i32)
    }

    /// How many values reach a bound.
    pub fn reaching(&self, bound: i32) -> u64 {
        let from = (bound.saturating_sub(self.low).max(0) as usize).min(self.counts.len());
        self.counts[from..].iter().sum()
    }

    /// The highest bound that at least so many thousandths of the runs reach.
    pub fn threshold(&self, thousandths: u64) -> Option<i32> {
        if self.total == 0 {
            return None;
        }
        let wanted = (self.total * thousandths).div_ceil(1000).max(1);
        let mut seen = 0;
        let at = self.counts.iter().rposition(|count| {
            seen += count;
            seen >= wanted
        });
        at.map(|at| self.low + at as i32)
    }

    /// Where most of them lie; `None` without any.
    pub fn spread(&self) -> Option<Spread> {
        Some(Spread {
            mean: self.mean()?,
            p10: self.quantile(100)?,
            p50: self.quantile(500)?,
            p90: self.quantile(900)?,
            runs: self.total,
        })
    }
}

/// Where most of a distribution lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// Rounded down.
    pub mean: i32,
    /// A tenth lies at or below it.
    pub p10: i32,
    /// Half lies at or below it.
    pub p50: i32,
    /// Nine tenths lie at or below it.
    pub p90: i32,
    /// Runs that had such a value at all.
    pub runs: u64,
}

/// The same for values without bounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(BTreeMap<u32, u64>);

impl Counts {
    /// One more value.
    pub fn add(&mut self, value: u32) {
        *self.0.entry(value).or_default() += 1;
    }

    /// All values of the other.
    pub fn merge(&mut self, other: &Self) {
        for (value, count) in &other.0 {
            *self.0.entry(*value).or_default() += count;
        }
    }

    /// Where most of them lie; `None` without any.
    pub fn spread(&self) -> Option<Spread> {
        let total: u64 = self.0.values().sum();
        let sum: u64 = self.0.iter().map(|(value, count)| u64::from(*value) * count).sum();
        let quantile = |thousandths: u64| {
            let wanted = (total * thousandths).div_ceil(1000).max(1);
            let mut seen = 0;
            self.0.iter().find(|(_, count)| {
                seen += *count;
                seen >= wanted
            })
        };
        let at = |thousandths| quantile(thousandths).map(|(value, _)| *value as i32);
        Some(Spread { mean: sum.checked_div(total)? as i32, p10: at(100)?, p50: at(500)?, p90: at(900)?, runs: total })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[i32]) -> Histogram {
        let mut histogram = Histogram::new(-100, 100);
        values.iter().for_each(|value| histogram.add(*value));
        histogram
    }

    #[test]
    fn quantiles_and_means_are_those_of_the_sorted_values() {
        let histogram = of(&[5, -7, 100, 3, 900, -900, 0, 1, 2, 4]);
        let spread = histogram.spread().unwrap();
        assert_eq!((spread.p10, spread.p50, spread.p90), (-100, 2, 100));
        assert_eq!(spread.mean, (5 - 7 + 100 + 3 + 100 - 100 + 1 + 2 + 4) / 10);
        assert_eq!(Histogram::new(0, 10).spread(), None);
    }

    #[test]
    fn a_threshold_passes_at_least_the_wanted_share_and_one_more_point_does_not() {
        let values: Vec<i32> = (0..100).map(|n| (n * 37) % 101 - 20).collect();
        let histogram = of(&values);
        for share in [1, 100, 333, 500, 800, 999, 1000] {
            let bound = histogram.threshold(share).unwrap();
            assert!(histogram.reaching(bound) * 1000 >= share * 100, "{share}");
            assert!(histogram.reaching(bound + 1) * 1000 < share * 100, "{share}");
        }
    }

    #[test]
    fn merged_counts_are_those_of_all_values_together() {
        let mut parts = of(&[1, 2, 3]);
        parts.merge(&of(&[-3, 60]));
        assert_eq!(parts, of(&[60, 1, -3, 2, 3]));
        let mut counts = Counts::default();
        [9, 1, 5].into_iter().for_each(|value| counts.add(value));
        let mut other = Counts::default();
        other.add(5);
        counts.merge(&other);
        assert_eq!(counts.spread().unwrap(), Spread { mean: 5, p10: 1, p50: 5, p90: 9, runs: 4 });
    }
}
