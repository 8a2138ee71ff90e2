//! What must hold of agreement and discrimination, whatever the numbers are.

use calmdesk::classroom::statistics::{discrimination, icc_2_1, leniency, weighted_kappa};
use proptest::prelude::*;

fn pairs() -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec((1_u8..=5, 1_u8..=5), 2..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn kappa_is_between_its_bounds_and_knows_no_first_rater(pairs in pairs()) {
        let swapped: Vec<_> = pairs.iter().map(|(a, b)| (*b, *a)).collect();
        let (one, other) = (weighted_kappa(&pairs, 5), weighted_kappa(&swapped, 5));
        prop_assert_eq!(one.is_some(), other.is_some());
        if let (Some(one), Some(other)) = (one, other) {
            prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&one), "{}", one);
            prop_assert!((one - other).abs() < 1e-9);
        }
    }

    #[test]
    fn full_agreement_is_one(levels in prop::collection::vec(1_u8..=5, 2..40)) {
        let pairs: Vec<_> = levels.iter().map(|level| (*level, *level)).collect();
        match weighted_kappa(&pairs, 5) {
            Some(kappa) => prop_assert!((kappa - 1.0).abs() < 1e-9),
            None => prop_assert!(levels.iter().all(|level| *level == levels[0])),
        }
        let table: Vec<Vec<f64>> = levels.iter().map(|level| vec![f64::from(*level); 3]).collect();
        if let Some(icc) = icc_2_1(&table) {
            prop_assert!((icc - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn a_constant_shift_costs_absolute_agreement_and_is_the_leniency(levels in prop::collection::vec(1_u8..=4, 5..40)) {
        prop_assume!(levels.iter().any(|level| *level != levels[0]));
        let pairs: Vec<_> = levels.iter().map(|level| (f64::from(level + 1), f64::from(*level))).collect();
        let (mean, half) = leniency(&pairs).unwrap();
        prop_assert!((mean - 1.0).abs() < 1e-9 && half.unwrap() < 1e-9);
        let table: Vec<Vec<f64>> = pairs.iter().map(|(a, b)| vec![*a, *b]).collect();
        let icc = icc_2_1(&table).unwrap();
        prop_assert!(icc < 1.0 && icc > 0.0, "{}", icc);
    }

    #[test]
    fn discrimination_does_not_depend_on_the_order_of_the_sessions(
        mut sessions in prop::collection::vec((0_i64..20, 0.0_f64..=1.0), 20..80),
        at in 0_usize..20,
    ) {
        let one = discrimination(&sessions).unwrap();
        sessions.rotate_left(at);
        sessions.reverse();
        let other = discrimination(&sessions).unwrap();
        prop_assert!((one.index - other.index).abs() < 1e-9 && (one.half_width - other.half_width).abs() < 1e-9);
        prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&one.index));
        prop_assert_eq!(one.group, sessions.len() / 4);
    }
}
