//! How a seat moves: from expression and time to the pose of one instant.

use super::seat::Seat;
use crate::figure::{BodyGesture, Pose, lerp, noise, sane, swell};
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
    /// How many are in the room.
    pub people: usize,
}

/// Where a body is on its way between states that last.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Body {
    /// 0 sits, 1 stands.
    pub stand: f32,
    /// 0 here, 1 out of the room.
    pub gone: f32,
    /// −1 in the shade, 1 in the light.
    pub lit: f32,
    /// To which side the head is turned because somebody speaks there, −1..1.
    pub heed: f32,
    /// How much they join in an uproar, 0..1.
    pub stirred: f32,
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

/// Every stretch of this many seconds somebody who looks at the receiver looks away once, and who looks away looks up.
const GLANCE_EVERY: f64 = 4.6;

/// How far the eyes are off their course now, 0..1.
fn glance(seed: u32, t: f64, often: f32) -> f32 {
    let stretch = (t / GLANCE_EVERY).floor();
    let n = stretch as i64 as u32;
    if noise(seed ^ 0x3d, n) > often {
        return 0.0;
    }
    let part = (t / GLANCE_EVERY - stretch) as f32;
    let from = 0.1 + 0.5 * noise(seed ^ 0x77, n);
    if part < from { 0.0 } else { swell(((part - from) / 0.28).min(1.0), 0.2, 0.8) }
}

/// How far the hands speak along: left and right. Loud words take more room.
fn talking_hands(seat: &Seat, e: &Expression, t: f64) -> [f32; 2] {
    let phrase = t / 1.7;
    let (n, part) = (phrase.floor() as i64 as u32, phrase.fract() as f32);
    let often = 0.25 + 0.5 * e.loudness - 0.4 * e.slump - 0.3 * e.tremble;
    [0x91u32, 0xe3].map(|of| {
        if noise(seat.seed ^ of, n) > often {
            return 0.0;
        }
        let beat = 0.08 * (t * 9.0).sin() as f32;
        (swell(part, 0.18, 0.80) * (0.45 + 0.5 * e.loudness + beat)).clamp(0.0, 1.0)
    })
}

/// From so many people on each holds themselves in a way of their own.
const CROWD: usize = 5;

/// The pose of `seat` showing `shown`, its expression on the way from the last to the next.
pub fn pose(seat: &Seat, shown: &Expression, body: Body, clock: Clock) -> Pose {
    let mut e = sane(shown);
    let still = clock.reduced_motion;
    let now = clock.now;
    if seat.leans_back {
        e.lean = e.lean.min(-0.6);
        e.fists = e.fists.max(0.3);
    }
    let mut p = Pose::of(&e, seat.seed);
    p.stand = body.stand;
    p.gone = body.gone;
    p.lit = body.lit;
    p.served = seat.served;
    if clock.people >= CROWD {
        p = p.of_many(seat.seed);
    }
    // Heads turn to whoever speaks.
    let heed = body.heed.abs().min(1.0);
    p.yaw = lerp(p.yaw, 0.62 * body.heed, heed);
    p.gaze[0] = lerp(p.gaze[0], 0.8 * body.heed, heed);
    let slow = own_time(seat.seed, now);
    if !still {
        let wave = |period: f64, of: f64| ((slow / period + of).fract() * std::f64::consts::TAU).sin() as f32;
        p.breath = (clock.breaths * std::f32::consts::TAU).sin();
        p.blink = blink(seat.seed, slow);
        p.head[0] += 0.018 * wave(7.3, 0.0);
        p.yaw += 0.022 * wave(9.1, 0.3);
        p.roll += 0.010 * wave(6.1, 0.7);
        p.gaze[0] += 0.06 * wave(5.3, 0.1);
        let off = glance(seat.seed, slow, 0.75 - 0.4 * e.gaze.max(0.0));
        if e.gaze > 0.0 {
            let side = if noise(seat.seed, 12) < 0.5 { -1.0 } else { 1.0 };
            p.gaze = [lerp(p.gaze[0], 0.75 * side, off), lerp(p.gaze[1], 0.35, off)];
            p.yaw += 0.10 * side * off;
        } else {
            // A look up, to see how it was taken.
            p.gaze = [lerp(p.gaze[0], 0.0, off), lerp(p.gaze[1], -0.1, off)];
            p.pitch = lerp(p.pitch, 0.3 * p.pitch, off);
        }
        let shiver = e.tremble * 0.022;
        p.head[0] += shiver * wave(0.137, 0.0);
        p.head[1] += shiver * 0.6 * wave(0.111, 0.5);
        if seat.speaking {
            (p.talk, p.round) = speech(seat, &e, slow);
            p.pitch += 0.03 * p.talk * e.loudness;
            p.head[1] -= 0.02 * p.talk;
            let free = (1.0 - p.crossed).max(0.0);
            p.open = talking_hands(seat, &e, slow).map(|open| open * free);
        }
    } else if seat.speaking {
        p.talk = 0.45;
    }
    if body.stirred > 0.0 {
        stir(&mut p, seat, body.stirred, if still { 0.0 } else { slow });
    }
    match gesture(seat, now) {
        Some((gesture, part)) => p.moved(gesture, if still { END_POSE } else { part }, seat.seed),
        None => p,
    }
}

/// With reduced motion a movement is shown once, where it says most.
const END_POSE: f32 = 0.45;

/// What an uproar does to one of a crowd: they press forward, some raise a fist, all talk at once.
fn stir(p: &mut Pose, seat: &Seat, amount: f32, t: f64) {
    let own = noise(seat.seed, 71);
    let shake = 0.12 * ((t * 7.0 + f64::from(own) * 9.0).sin() as f32);
    p.lean = lerp(p.lean, 1.0, 0.8 * amount);
    p.crossed *= 1.0 - amount;
    if own < 0.45 {
        p.raised = p.raised.max(amount * (0.85 + shake));
        p.fists = p.fists.max(amount);
    }
    let loud = ((t * 5.0 + f64::from(own) * 20.0).sin() as f32).max(0.0);
    p.talk = p.talk.max(0.8 * amount * loud);
    p.yaw += 0.10 * amount * shake;
}
