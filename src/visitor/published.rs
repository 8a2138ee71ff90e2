//! The published formulas; everything else in this room is ours. Intensities are 0..1, where FAtiMA counts to ten.
//!
//! Curves come from `libm`, not from the system's library: the same to the last bit on every machine.
//!
//! GAMYGDALA: Popescu, Broekens & van Someren (2014), code `broekens/gamygdala`.
//! FAtiMA: code `GAIPS/FAtiMA-Toolkit`. ASCRIBE: Bosse et al. (2009). Resting mood: Mehrabian (1996), as used in ALMA (Gebhard 2005).

use super::persona::Trait;

/// GAMYGDALA: how far an event moves the belief (−1..1) that a goal is met.
///
/// `likelihood` 0..1 says how much the event settles the matter, `congruence` −1..1 how well it agrees with the goal.
pub fn belief_change(belief: f64, likelihood: f64, congruence: f64) -> f64 {
    (belief + likelihood * congruence).clamp(-1.0, 1.0) - belief
}

/// GAMYGDALA: desirability of a belief change for a goal of this utility (0..1).
pub fn desirability(utility: f64, belief_change: f64) -> f64 {
    utility * belief_change
}

/// FAtiMA's weight of mood on emotion and of emotion on mood.
pub const MOOD_INFLUENCE: f64 = 0.3;

/// FAtiMA: intensity of an emotion with this potential and threshold. `tinge` is [`MOOD_INFLUENCE`] × mood for a pleasant
/// emotion and the opposite for an unpleasant one.
pub fn intensity(potential: f64, threshold: f64, tinge: f64) -> f64 {
    (potential - threshold + tinge).clamp(0.0, 1.0)
}

/// An emotion weaker than this is not felt any more: one that is caused again begins anew.
pub const STILL_FELT: f64 = 0.01;

/// FAtiMA's intensities go from 0 to this.
const FATIMA_SCALE: f64 = 10.0;

/// FAtiMA: intensity when an emotion that is still felt is caused again.
pub fn retriggered(old: f64, new: f64) -> f64 {
    // ln(e^a + e^b) on FAtiMA's scale, written so that nothing overflows.
    let (low, high) = if old < new { (old, new) } else { (new, old) };
    (high + libm::log1p(libm::exp(FATIMA_SCALE * (low - high))) / FATIMA_SCALE).min(1.0)
}

/// Exponential decay: what is left after `seconds` of something that halves in `half_life` seconds.
pub fn decayed(value: f64, seconds: f64, half_life: f64) -> f64 {
    // Of nothing nothing is left, whatever the curve.
    if value == 0.0 { value } else { value * libm::exp2(-seconds / half_life) }
}

/// ASCRIBE: where a feeling (0..1) is drawn by what is felt around (q*): absorption mixed with a share of amplification,
/// which is biased upwards (1) or downwards (0).
pub fn contagion_target(own: f64, around: f64, amplification: f64, upward: f64) -> f64 {
    let up = 1.0 - (1.0 - around) * (1.0 - own);
    let down = around * own;
    amplification * (upward * up + (1.0 - upward) * down) + (1.0 - amplification) * around
}

/// ASCRIBE's dq/dt = γ·(target − q) over a time in which the target stands still: the share of the way that is gone.
pub fn contagion_rate(gamma: f64, time: f64) -> f64 {
    1.0 - libm::exp(-gamma * time)
}

/// Resting mood (pleasure, arousal, dominance; −1..1) from the five traits (−1..1).
///
/// The source's factor is neuroticism reversed: stability, which several public codes get wrong.
pub fn resting_mood(traits: &[f64; 5]) -> [f64; 3] {
    let of = |which: Trait| traits[which as usize];
    let (o, c, e, a, s) = (
        of(Trait::Openness),
        of(Trait::Conscientiousness),
        of(Trait::Extraversion),
        of(Trait::Agreeableness),
        of(Trait::Stability),
    );
    [
        (0.21 * e + 0.59 * a + 0.19 * s).clamp(-1.0, 1.0),
        (0.15 * o + 0.30 * a - 0.57 * s).clamp(-1.0, 1.0),
        (0.25 * o + 0.17 * c + 0.60 * e - 0.32 * a).clamp(-1.0, 1.0),
    ]
}

/// GAMYGDALA: pleasure, arousal and dominance of each feeling, by `Feeling as usize`.
pub const PAD: [[f64; 3]; crate::vocabulary::FEELINGS] = [
    [-0.51, 0.59, 0.25],   // anger
    [-0.61, 0.28, -0.36],  // distress
    [-0.64, 0.60, -0.43],  // fear
    [-0.61, -0.15, -0.29], // disappointment
    [0.51, 0.23, 0.14],    // hope
    [0.29, -0.19, -0.28],  // relief
    [0.64, 0.16, -0.21],   // gratitude
];

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    }

    #[test]
    fn belief_moves_as_in_gamygdala() {
        near(belief_change(0.2, 0.5, 0.6), 0.3); // 0.2 + 0.5·0.6 = 0.5
        near(belief_change(0.9, 1.0, 1.0), 0.1); // capped at 1
        near(belief_change(-0.9, 1.0, -0.5), -0.1); // capped at −1
        near(desirability(0.8, -0.25), -0.2);
    }

    #[test]
    fn emotions_start_and_rise_as_in_fatima() {
        let tinge = |sign: f64, mood: f64| sign * MOOD_INFLUENCE * mood;
        near(intensity(0.4, 0.2, tinge(-1.0, -0.5)), 0.35); // 0.4 − 0.2 + 0.3·0.5
        near(intensity(0.1, 0.0, tinge(1.0, -1.0)), 0.0); // 0.1 − 0.3, floored
        near(intensity(0.1, 0.2, 0.0), 0.0);
        near(intensity(1.5, 0.2, 0.0), 1.0);
        // ln(e² + e²) = 2 + ln 2
        near(retriggered(0.2, 0.2), 0.2 + 0.1 * std::f64::consts::LN_2);
        // ln(e³ + e¹) = 3 + ln(1 + e⁻²) = 3 + 0.126928011
        near(retriggered(0.1, 0.3), 0.312_692_801_1);
        near(retriggered(1.0, 1.0), 1.0);
    }

    #[test]
    fn decay_halves_and_does_not_depend_on_the_step() {
        near(decayed(0.8, 60.0, 60.0), 0.4);
        let in_ten = (0..10).fold(0.8, |value, _| decayed(value, 1.0, 37.0));
        near(in_ten, decayed(0.8, 10.0, 37.0));
    }

    #[test]
    fn contagion_mixes_absorption_and_amplification_as_in_ascribe() {
        // own 0.2, around 0.6: up = 1 − 0.4·0.8 = 0.68, down = 0.12
        near(contagion_target(0.2, 0.6, 0.0, 1.0), 0.6); // absorption only
        near(contagion_target(0.2, 0.6, 1.0, 1.0), 0.68); // amplification upwards only
        near(contagion_target(0.2, 0.6, 1.0, 0.0), 0.12); // amplification downwards only
        near(contagion_target(0.2, 0.6, 0.5, 0.5), 0.5); // 0.5·(0.34 + 0.06) + 0.3
        near(contagion_rate(0.5, 2.0), 1.0 - libm::exp(-1.0));
        near(contagion_rate(0.0, 2.0), 0.0);
    }

    #[test]
    fn resting_mood_takes_stability_with_the_right_sign() {
        // E = 0.5, everything else 0: P = 0.105, A = 0, D = 0.3
        let mood = resting_mood(&[0.0, 0.0, 0.5, 0.0, 0.0]);
        near(mood[0], 0.105);
        near(mood[2], 0.3);
        // An unstable person (S = −1) is more aroused and less pleased: P = −0.19, A = 0.57.
        let mood = resting_mood(&[0.0, 0.0, 0.0, 0.0, -1.0]);
        near(mood[0], -0.19);
        near(mood[1], 0.57);
        // All five at once, O 0.2, C 0.4, E −0.5, A 0.6, S 0.8:
        // P = −0.105 + 0.354 + 0.152, A = 0.03 + 0.18 − 0.456, D = 0.05 + 0.068 − 0.3 − 0.192
        let mood = resting_mood(&[0.2, 0.4, -0.5, 0.6, 0.8]);
        near(mood[0], 0.401);
        near(mood[1], -0.246);
        near(mood[2], -0.374);
    }
}
