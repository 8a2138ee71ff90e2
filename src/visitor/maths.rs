//! The few curves that the model takes most often: quick, and the same to the last bit on every machine, for they are
//! made of additions and multiplications only.

/// What is rounded to a whole number is added to and taken from this: 1.5 · 2⁵².
const WHOLE: f64 = 6_755_399_441_055_744.0;
/// Coefficients of 2^f on −½..½: ln(2)^n / n!. The first left out is below 10⁻¹¹.
const EXP2: [f64; 10] = {
    let mut terms = [1.0; 10];
    let mut n = 1;
    while n < 10 {
        terms[n] = terms[n - 1] * std::f64::consts::LN_2 / n as f64;
        n += 1;
    }
    terms
};

/// 2^x for x ≤ 0, to within 10⁻¹¹ of its value; 0 is what is left below 2⁻¹⁰⁰⁰.
#[inline]
pub const fn exp2(x: f64) -> f64 {
    // Below, the exponent would leave its eleven bits.
    let x = if x > -1000.0 { x } else { -1000.0 };
    let shifted = x + WHOLE;
    let rest = x - (shifted - WHOLE);
    let square = rest * rest;
    // Even and odd terms apart, so that a processor can work on both at once.
    let (mut even, mut odd) = (EXP2[8], EXP2[9]);
    let mut n = 8;
    while n > 0 {
        n -= 2;
        even = even * square + EXP2[n];
        odd = odd * square + EXP2[n + 1];
    }
    (even + odd * rest) * f64::from_bits(shifted.to_bits().wrapping_add(1023) << 52)
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
    let (mut evens, mut odds, mut squares) = ([EXP2[8]; N], [EXP2[9]; N], [0.0; N]);
    for at in 0..N {
        squares[at] = x[at] * x[at];
    }
    for [even, odd] in EXP2[..8].as_chunks().0.iter().rev() {
        for at in 0..N {
            evens[at] = evens[at] * squares[at] + even;
            odds[at] = odds[at] * squares[at] + odd;
        }
    }
    for at in 0..N {
        evens[at] = (evens[at] + odds[at] * x[at]) * f64::from_bits(shifted[at].to_bits().wrapping_add(1023) << 52);
    }
    evens
}

/// FAtiMA's formula is one of intensities from 0 to this.
const FATIMA: usize = 10;
/// Steps of the table between the intensities 0 and 1.
const STEPS: usize = 8 * FATIMA;

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
static SOFT: [[f64; 4]; STEPS + 1] = {
    let width = FATIMA as f64 / STEPS as f64;
    let mut table = [[0.0; 4]; STEPS + 1];
    let mut at = 0;
    while at <= STEPS {
        let (from, falls) = soft(at as f64 * width);
        let (to, fell) = soft((at + 1) as f64 * width);
        let (falls, fell) = (falls * width, fell * width);
        let ten = FATIMA as f64;
        let cubic = [from, falls, 3.0 * (to - from) - 2.0 * falls - fell, 2.0 * (from - to) + falls + fell];
        table[at] = [cubic[0] / ten, cubic[1] / ten, cubic[2] / ten, cubic[3] / ten];
        at += 1;
    }
    table
};

/// ln(1 + e^−10d) / 10 for d ≥ 0, to within 10⁻⁸: what FAtiMA adds to the stronger of two intensities that lie d apart.
#[inline]
pub fn soft_step(d: f64) -> f64 {
    let steps = d * STEPS as f64;
    // The step below: half a step less, rounded.
    let shifted = (steps - 0.5) + WHOLE;
    match SOFT.get(shifted.to_bits() as u16 as usize) {
        Some([a, b, c, d]) if steps <= STEPS as f64 => {
            let t = steps - (shifted - WHOLE);
            (a + t * b) + t * t * (c + t * d)
        }
        // So far out it is its own exponential.
        _ => exp2(-d * (FATIMA as f64 * std::f64::consts::LOG2_E)) / FATIMA as f64,
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
            prop_assert!((exp2(x) - wanted).abs() <= 1e-11 * wanted);
            prop_assert_eq!(exp2_all([x, 0.0, x / 3.0]), [exp2(x), 1.0, exp2(x / 3.0)]);
        }

        #[test]
        fn the_soft_step_is_that_of_libm(d in 0.0f64..=1.2) {
            prop_assert!((soft_step(d) - libm::log1p(libm::exp(-10.0 * d)) / 10.0).abs() < 1e-8);
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
        assert!((soft_step(0.0) - std::f64::consts::LN_2 / 10.0).abs() < 1e-15);
        assert!(soft_step(1.0) > soft_step(1.01) && soft_step(0.999) > soft_step(1.0));
    }
}
