//! How a seat moves: from expression and time to the pose of one instant.

use super::seat::Seat;
use crate::figure::{BodyGesture, Pose, lerp, noise, sane};
use crate::vocabulary::Expression;

/// `from` moved towards `to` by the share `t`.
pub fn ease(from: &Expression, to: &Expression, t: f32) -> Expression {
    let go = |a: f32, b: f32| lerp(a, b, t);
    Expression {
        units: std::array::from_fn(|i| go(from.units[i], to.units[i])),
        gaze: go(from.gaze, to.gaze),
        lean: go(from.lean, to.lean),
        slump: go(from.slump, to.slump),
        fists: go(from.fists, to.fists),
        tremble: go(from.tremble, to.tremble),
        tears: go(from.tears, to.tears),
        breath_rate: go(from.breath_rate, to.breath_rate),
        pace: go(from.pace, to.pace),
        loudness: go(from.loudness, to.loudness),
        pauses: go(from.pauses, to.pauses),
    }
}

/// The largest difference between two expressions in anything that is drawn.
pub fn distance(a: &Expression, b: &Expression) -> f32 {
    let shown = |e: &Expression| [e.gaze, e.lean, e.slump, e.fists, e.tremble, e.tears];
    let units = a.units.iter().zip(&b.units).map(|(a, b)| (a - b).abs());
    let rest = shown(a).into_iter().zip(shown(b)).map(|(a, b)| (a - b).abs());
    units.chain(rest).fold(0.0, f32::max)
}

/// What drives the pose besides the expression.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    /// Seconds of `Time<Real>`.
    pub now: f64,
    /// Breaths taken so far; kept apart from the time so that a change of rate does not jump.
    pub breaths: f32,
    pub reduced_motion: bool,
}

/// The gesture under way and how far it is, 0..1.
pub fn gesture(seat: &Seat, now: f64) -> Option<(BodyGesture, f32)> {
    let (gesture, since) = seat.gesture?;
    let part = ((now - since) / f64::from(gesture.seconds())) as f32;
    (0.0..1.0).contains(&part).then_some((gesture, part))
}

/// In each stretch of this many seconds the eyes close once, at an irregular moment.
const BLINK_EVERY: f64 = 4.0;
const BLINK_SECONDS: f32 = 0.24;

/// Seconds since the blink of the current stretch began; negative before it.
fn since_blink(seed: u32, t: f64) -> f32 {
    let stretch = (t / BLINK_EVERY).floor();
    let at = f64::from(noise(seed, stretch as i64 as u32)) * (BLINK_EVERY - 0.5) + 0.1;
    (t - stretch * BLINK_EVERY - at) as f32
}

/// Lids closed at this instant.
fn blink(seed: u32, t: f64) -> f32 {
    let half = BLINK_SECONDS / 2.0;
    (1.0 - ((since_blink(seed, t) - half) / half).abs()).max(0.0)
}

/// Everybody's own time, so that not all do the same at once.
fn own_time(seed: u32, now: f64) -> f64 {
    now + f64::from(noise(seed, 7)) * 50.0
}

/// Seconds until the eyes begin to close; zero while they do.
pub fn until_blink(seed: u32, now: f64) -> f32 {
    let since = since_blink(seed, own_time(seed, now));
    match since {
        s if s < 0.0 => -s,
        s if s < BLINK_SECONDS => 0.0,
        _ => f32::INFINITY,
    }
}

/// How far speech opens the mouth, and how round.
fn speech(seat: &Seat, e: &Expression, t: f64) -> (f32, f32) {
    let pace = if e.pace > 0.05 { e.pace } else { 1.0 };
    let loud = if e.loudness > 0.01 { e.loudness } else { 0.5 };
    let syllable = t * 4.3 * f64::from(pace);
    let n = syllable.floor() as i64 as u32;
    let phrase = noise(seat.seed ^ 0x51, n / 5);
    if phrase < e.pauses * 0.7 {
        return (0.0, 0.0);
    }
    let arch = ((syllable.fract() as f32) * std::f32::consts::PI).sin();
    let size = 0.35 + 0.65 * noise(seat.seed ^ 0xa7, n);
    (arch * size * (0.35 + 0.65 * loud), noise(seat.seed ^ 0x33, n) * 2.0 - 1.0)
}

/// The pose of `seat` showing `shown`, its expression on the way from the last to the next.
pub fn pose(seat: &Seat, shown: &Expression, clock: Clock) -> Pose {
    let e = sane(shown);
    let still = clock.reduced_motion;
    let now = clock.now;
    let mut p = Pose::of(&e, seat.seed);
    if !still {
        let slow = own_time(seat.seed, now);
        let wave = |period: f64, of: f64| ((slow / period + of).fract() * std::f64::consts::TAU).sin() as f32;
        p.breath = (clock.breaths * std::f32::consts::TAU).sin();
        p.blink = blink(seat.seed, slow);
        p.head[0] += 0.018 * wave(7.3, 0.0);
        p.yaw += 0.022 * wave(9.1, 0.3);
        p.roll += 0.010 * wave(6.1, 0.7);
        p.gaze[0] += 0.06 * wave(5.3, 0.1);
        let shiver = e.tremble * 0.022;
        p.head[0] += shiver * wave(0.137, 0.0);
        p.head[1] += shiver * 0.6 * wave(0.111, 0.5);
        if seat.speaking {
            (p.talk, p.round) = speech(seat, &e, slow);
            p.pitch += 0.03 * p.talk * e.loudness;
            p.head[1] -= 0.02 * p.talk;
        }
    } else if seat.speaking {
        p.talk = 0.45;
    }
    match gesture(seat, now) {
        Some((gesture, part)) => p.moved(gesture, if still { 0.45 } else { part }, seat.seed),
        None => p,
    }
}
