//! What numbers of a class mean: agreement of raters, discrimination of items, with their uncertainty.
//!
//! Sources: weighted κ after J. Cohen, *Psychological Bulletin* 70 (1968) 213–220, with quadratic weights; ICC(2,1) after
//! P. E. Shrout and J. L. Fleiss, *Psychological Bulletin* 86 (1979) 420–428; difficulty and discrimination of items as in
//! R. L. Ebel and D. A. Frisbie, *Essentials of Educational Measurement* (upper against lower group).

/// Sessions from which on a difficulty is said.
pub const LEAST_FOR_DIFFICULTY: usize = 4;
/// Sessions from which on a discrimination is said.
pub const LEAST_FOR_DISCRIMINATION: usize = 20;
/// Normal deviate of a 95 % interval.
const Z95: f64 = 1.959_963_984_540_054;

/// Weighted κ of two raters of the same things, on levels 1 to `levels`: quadratic weights, 1 − Σwo/Σwe with w = (i − j)².
/// `None`: fewer than two things, a level beyond the scale, or no disagreement could be expected (both gave one and the
/// same level to all).
pub fn weighted_kappa(pairs: &[(u8, u8)], levels: u8) -> Option<f64> {
    let scale = 1..=levels;
    if pairs.len() < 2 || !pairs.iter().all(|(a, b)| scale.contains(a) && scale.contains(b)) {
        return None;
    }
    let n = pairs.len() as f64;
    let square = |a: u8, b: u8| (f64::from(a) - f64::from(b)).powi(2);
    let observed: f64 = pairs.iter().map(|&(a, b)| square(a, b)).sum::<f64>() / n;
    let share = |level: u8, of: fn(&(u8, u8)) -> u8| pairs.iter().filter(|pair| of(pair) == level).count() as f64 / n;
    let expected: f64 = scale
        .clone()
        .flat_map(|a| scale.clone().map(move |b| (a, b)))
        .map(|(a, b)| share(a, |pair| pair.0) * share(b, |pair| pair.1) * square(a, b))
        .sum();
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

/// ICC(2,1): how far one rater's numbers can stand for another's, absolute agreement, raters drawn from many. Rows are things,
/// columns raters: (MSR − MSE) / (MSR + (k − 1) MSE + k (MSC − MSE) / n). `None`: fewer than two rows or raters, ragged
/// rows, or everything the same.
pub fn icc_2_1(table: &[Vec<f64>]) -> Option<f64> {
    let (n, k) = (table.len(), table.first()?.len());
    if n < 2 || k < 2 || table.iter().any(|row| row.len() != k) {
        return None;
    }
    let (rows, columns) = (n as f64, k as f64);
    let grand = table.iter().flatten().sum::<f64>() / (rows * columns);
    let off = |mean: f64| (mean - grand).powi(2);
    let between_rows: f64 = columns * table.iter().map(|row| off(row.iter().sum::<f64>() / columns)).sum::<f64>();
    let column = |at: usize| table.iter().map(|row| row[at]).sum::<f64>() / rows;
    let between_columns: f64 = rows * (0..k).map(|at| off(column(at))).sum::<f64>();
    let total: f64 = table.iter().flatten().map(|value| off(*value)).sum();
    let error = (total - between_rows - between_columns).max(0.0);
    let msr = between_rows / (rows - 1.0);
    let msc = between_columns / (columns - 1.0);
    let mse = error / ((rows - 1.0) * (columns - 1.0));
    let below = msr + (columns - 1.0) * mse + columns * (msc - mse) / rows;
    (total > 0.0 && below.abs() > f64::EPSILON).then(|| (msr - mse) / below)
}

/// How much milder (above 0) or stricter one rater is than the other: the mean of the differences, with the half width of its
/// 95 % interval where there are at least two. `None` without pairs.
pub fn leniency(pairs: &[(f64, f64)]) -> Option<(f64, Option<f64>)> {
    let differences: Vec<f64> = pairs.iter().map(|(ours, theirs)| ours - theirs).collect();
    let mean = mean(&differences)?;
    Some((mean, variance(&differences).map(|spread| Z95 * (spread / differences.len() as f64).sqrt())))
}

/// How well an item tells the strong from the weak.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Discrimination {
    /// Mean of the item in the upper quarter less that in the lower: −1 to 1.
    pub index: f64,
    /// Half width of its 95 % interval, by the two groups' own spread (Welch).
    pub half_width: f64,
    /// Sessions in each quarter.
    pub group: usize,
}

/// The discrimination of an item from each session's total and its score on the item (0–1). `None` below
/// [`LEAST_FOR_DISCRIMINATION`] sessions. Sessions of equal totals that the border of a quarter would part are taken in
/// the order of their item scores from both ends, so that the index never comes from how the list was sorted: they count with
/// their common mean.
pub fn discrimination(sessions: &[(i64, f64)]) -> Option<Discrimination> {
    if sessions.len() < LEAST_FOR_DISCRIMINATION {
        return None;
    }
    let group = sessions.len() / 4;
    let mut sorted = sessions.to_vec();
    sorted.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    // Who ties with the border counts as the mean of all who tie.
    let evened = |border: i64, one: &(i64, f64)| {
        if one.0 != border {
            return one.1;
        }
        let tied: Vec<f64> = sorted.iter().filter(|other| other.0 == border).map(|other| other.1).collect();
        mean(&tied).unwrap_or(one.1)
    };
    let lower_border = sorted[group - 1].0;
    let upper_border = sorted[sorted.len() - group].0;
    let lower: Vec<f64> = sorted[..group].iter().map(|one| evened(lower_border, one)).collect();
    let upper: Vec<f64> = sorted[sorted.len() - group..].iter().map(|one| evened(upper_border, one)).collect();
    let spread = |values: &[f64]| variance(values).unwrap_or(0.0) / values.len() as f64;
    Some(Discrimination {
        index: mean(&upper)? - mean(&lower)?,
        half_width: Z95 * (spread(&upper) + spread(&lower)).sqrt(),
        group,
    })
}

/// The mean; `None` of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The sample's variance (n − 1); `None` of fewer than two.
pub fn variance(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (values.len() > 1).then(|| squares / (values.len() - 1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shrout and Fleiss (1979), table 2: six targets, four judges; table 4 gives ICC(2,1) = .29.
    #[test]
    fn the_published_example_gives_its_published_icc() {
        let table = [
            [9.0, 2.0, 5.0, 8.0],
            [6.0, 1.0, 3.0, 2.0],
            [8.0, 4.0, 6.0, 8.0],
            [7.0, 1.0, 2.0, 6.0],
            [10.0, 5.0, 6.0, 9.0],
            [6.0, 2.0, 4.0, 7.0],
        ];
        let icc = icc_2_1(&table.map(Vec::from)).unwrap();
        assert!((icc - 0.29).abs() < 0.005, "{icc}");
    }

    /// Worked by hand: 2 × 2 levels, 20 + 15 agree, 5 + 10 do not. With two levels the quadratic weights are those of the
    /// plain κ of Cohen (1960), which is 0.40 for this table, the usual worked example of textbooks.
    #[test]
    fn the_textbook_table_gives_its_kappa() {
        let cell = |count: usize, pair: (u8, u8)| std::iter::repeat_n(pair, count);
        let pairs: Vec<_> =
            cell(20, (1, 1)).chain(cell(5, (1, 2))).chain(cell(10, (2, 1))).chain(cell(15, (2, 2))).collect();
        let kappa = weighted_kappa(&pairs, 2).unwrap();
        assert!((kappa - 0.40).abs() < 1e-9, "{kappa}");
    }

    /// By hand: levels (1,1) (2,3) (3,3) (5,4): observed (0+1+0+1)/4 = 0.5; expected over the margins 62/16 = 3.875 … worked
    /// out below term by term.
    #[test]
    fn a_disagreement_of_one_level_weighs_less_than_one_of_two() {
        let near = weighted_kappa(&[(1, 1), (2, 3), (3, 3), (5, 4)], 5).unwrap();
        let far = weighted_kappa(&[(1, 1), (1, 3), (3, 3), (5, 3)], 5).unwrap();
        // Margins 1,2,3,5 against 1,3,3,4: (0+4+4+9 + 1+1+1+4 + 4+0+0+1 + 16+4+4+1) / 16 = 54/16.
        assert!((near - (1.0 - 0.5 / (54.0 / 16.0))).abs() < 1e-12, "{near}");
        assert!(far < near);
    }

    #[test]
    fn nothing_is_said_where_nothing_can_be() {
        assert_eq!(weighted_kappa(&[(3, 3), (3, 3)], 5), None);
        assert_eq!(weighted_kappa(&[(3, 3)], 5), None);
        assert_eq!(weighted_kappa(&[(3, 3), (6, 3)], 5), None);
        assert_eq!(icc_2_1(&[vec![1.0, 1.0], vec![1.0, 1.0]]), None);
        assert_eq!(icc_2_1(&[vec![1.0, 2.0], vec![1.0]]), None);
        assert_eq!(icc_2_1(&[]), None);
        assert_eq!(leniency(&[]), None);
        assert_eq!(discrimination(&[(1, 0.5); 19]), None);
    }

    #[test]
    fn an_item_that_only_the_strong_get_right_discriminates_fully() {
        let sessions: Vec<_> = (0..40).map(|at| (at, if at >= 20 { 1.0 } else { 0.0 })).collect();
        let found = discrimination(&sessions).unwrap();
        assert_eq!((found.index, found.half_width, found.group), (1.0, 0.0, 10));
        let tied: Vec<_> = (0..40).map(|at| (7, f64::from(at % 2))).collect();
        assert_eq!(discrimination(&tied).unwrap().index, 0.0, "equal totals tell nobody apart");
    }

    #[test]
    fn leniency_is_the_mean_difference_with_its_interval() {
        let (mean, half) = leniency(&[(4.0, 3.0), (5.0, 3.0), (3.0, 3.0)]).unwrap();
        // Differences 1, 2, 0: mean 1, variance 1, 1.96 × √(1/3).
        assert!((mean - 1.0).abs() < 1e-12 && (half.unwrap() - Z95 / 3.0_f64.sqrt()).abs() < 1e-12);
    }
}
