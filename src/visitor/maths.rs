//! The few curves that the model takes most often: quick, and the same to the last bit on every machine, for they are
//! made of additions and multiplications only.

/// What is rounded to a whole number is added to and taken from this: 1.5 · 2⁵².
const WHOLE: f64 = 6_755_399_441_055_744.0;
/// Coefficients of 2^f on −½..½: ln(2)^n / n!. The first left out is below 10⁻¹⁴.
const EXP2: [f64; 12] = {
    let mut terms = [1.0; 12];
    let mut n = 1;
    while n < 12 {
        terms[n] = terms[n - 1] * std::f64::consts::LN_2 / n as f64;
        n += 1;
    }
    terms
};

/// 2^x for x ≤ 0, to within 10⁻¹³ of its value; 0 is what is left below 2⁻¹⁰⁰⁰.
#[inline]
pub const fn exp2(x: f64) -> f64 {
    // Below, the exponent would leave its eleven bits.
    let x = if x > -1000.0 { x } else { -1000.0 };
    let shifted = x + WHOLE;
    let rest = x - (shifted - WHOLE);
    let mut sum = EXP2[11];
    let mut n = 11;
    while n > 0 {
        n -= 1;
        sum = sum * rest + EXP2[n];
    }
    sum * f64::from_bits(shifted.to_bits().wrapping_add(1023) << 52)
}

/// The same for several at once; the compiler makes vector instructions of it.
#[inline]
pub fn exp2_all<const N: usize>(mut x: [f64; N]) -> [f64; N] {
    let mut shifted = [0.0; N];
    for at in 0..N {
        x[at] = if x[at] > -1000.0 { x[at] } else { -1000.0 };
        shifted[at] = x[at] + WHOLE;
        x[at] -= shifted[at] - WHOLE;
    }
    let mut sums = [EXP2[11]; N];
    for term in EXP2[..11].iter().rev() {
        for at in 0..N {
            sums[at] = sums[at] * x[at] + term;
        }
    }
    for at in 0..N {
        sums[at] *= f64::from_bits(shifted[at].to_bits().wrapping_add(1023) << 52);
    }
    sums
}

/// Steps of the table a unit, and how far it reaches: feelings lie on FAtiMA's 0..10.
const STEPS: usize = 16;
const REACH: usize = 10 * STEPS;

/// ln(1 + e^−d) and its slope, by the series of atanh; only the table below is made with it.
const fn soft(d: f64) -> (f64, f64) {
    let e = exp2(-d * std::f64::consts::LOG2_E);
    let z = e / (2.0 + e);
    let mut sum = 0.0;
    let mut n = 20;
    while n > 0 {
        n -= 1;
        sum = sum * (z * z) + 1.0 / (2 * n + 1) as f64;
    }
    (2.0 * z * sum, -e / (1.0 + e))
}

/// Between two steps a cubic with the right values and slopes at both ends.
static SOFT: [[f64; 4]; REACH + 1] = {
    let width = 1.0 / STEPS as f64;
    let mut table = [[0.0; 4]; REACH + 1];
    let mut at = 0;
    while at <= REACH {
        let (from, falls) = soft(at as f64 * width);
        let (to, fell) = soft((at + 1) as f64 * width);
        let (falls, fell) = (falls * width, fell * width);
        table[at] = [from, falls, 3.0 * (to - from) - 2.0 * falls - fell, 2.0 * (from - to) + falls + fell];
        at += 1;
    }
    table
};

/// ln(1 + e^−d) for d ≥ 0, to within 10⁻⁸.
#[inline]
pub fn soft_step(d: f64) -> f64 {
    let steps = d * STEPS as f64;
    let at = steps as usize;
    match SOFT.get(at) {
        Some([a, b, c, d]) => {
            let t = steps - at as f64;
            a + t * (b + t * (c + t * d))
        }
        // So far out it is its own exponential.
        None => exp2(-d * std::f64::consts::LOG2_E),
    }
}

/// Thousandths of values within ±30, rounded half away from zero; the compiler makes vector instructions of it.
#[inline]
pub fn milli_all<const N: usize>(values: [f64; N]) -> [i16; N] {
    let mut whole = [0; N];
    for at in 0..N {
        let scaled = values[at] * 1000.0;
        // To the nearest, of two equally near to the even one; then those that should have gone the other way.
        let shifted = scaled + WHOLE;
        let rest = scaled - (shifted - WHOLE);
        let up = u64::from((rest == 0.5) & (scaled > 0.0));
        let down = u64::from((rest == -0.5) & (scaled < 0.0));
        whole[at] = shifted.to_bits().wrapping_add(up).wrapping_sub(down);
    }
    let mut thousandths = [0; N];
    for at in 0..N {
        thousandths[at] = whole[at] as i16;
    }
    thousandths
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn milli(value: f64) -> i16 {
        let [thousandths] = milli_all([value]);
        thousandths
    }

    proptest! {
        #[test]
        fn powers_of_two_are_those_of_libm(x in -80.0f64..=0.0) {
            let wanted = libm::exp2(x);
            prop_assert!((exp2(x) - wanted).abs() <= 1e-13 * wanted);
            prop_assert_eq!(exp2_all([x, 0.0, x / 3.0]), [exp2(x), 1.0, exp2(x / 3.0)]);
        }

        #[test]
        fn the_soft_step_is_that_of_libm(d in 0.0f64..=12.0) {
            prop_assert!((soft_step(d) - libm::log1p(libm::exp(-d))).abs() < 1e-8);
        }

        #[test]
        fn thousandths_are_rounded_as_libm_rounds(value in -30.0f64..=30.0, half in -3000i32..=3000) {
            prop_assert_eq!(milli(value), libm::round(value * 1000.0) as i16);
            let half = (f64::from(half) + 0.5) / 1000.0;
            prop_assert_eq!(milli(half), libm::round(half * 1000.0) as i16);
            prop_assert_eq!(milli_all([value, half, -value]), [milli(value), milli(half), milli(-value)]);
        }
    }

    #[test]
    fn the_ends_are_exact() {
        assert_eq!((exp2(0.0), exp2(-1.0), exp2(-10.0)), (1.0, 0.5, 1.0 / 1024.0));
        assert!(exp2(-2000.0) < 1e-300 && exp2(f64::NEG_INFINITY) >= 0.0);
        assert!((soft_step(0.0) - std::f64::consts::LN_2).abs() < 1e-15);
        assert!(soft_step(10.0) > soft_step(10.1) && soft_step(9.99) > soft_step(10.0));
    }
}
