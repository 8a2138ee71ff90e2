//! How a seat moves: from expression and time to the pose of one instant.

use super::paths::{lerp, noise};
use super::stage::{BodyGesture, Seat};
use crate::vocabulary::Expression;
use crate::vocabulary::{ACTION_UNITS, ActionUnit};

/// Everything the drawing needs to know about one person at one instant.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pose {
    /// 0..1, by `ActionUnit as usize`.
    pub units: [f32; ACTION_UNITS],
    /// Where the pupils are: −1..1 to the right and down.
    pub gaze: [f32; 2],
    /// The head turned to the right, radians.
    pub yaw: f32,
    /// The head bowed, radians.
    pub pitch: f32,
    /// The head tilted to the right, radians.
    pub roll: f32,
    /// The head moved, in half heads.
    pub head: [f32; 2],
    /// The body turned and moved to the right.
    pub turn: f32,
    /// Risen from the chair, 0..1.
    pub rise: f32,
    /// Lids closed, 0..1.
    pub blink: f32,
    /// The mouth opened by speech, 0..1, and how round it is, −1..1.
    pub talk: f32,
    pub round: f32,
    pub lean: f32,
    pub slump: f32,
    pub fists: f32,
    pub tears: f32,
    /// Chest and shoulders, −1 out, 1 in.
    pub breath: f32,
    pub gesture: Option<(BodyGesture, f32)>,
}

impl Pose {
    pub fn unit(&self, unit: ActionUnit) -> f32 {
        self.units[unit as usize]
    }
    /// How angry the face is drawn: brows down with tight lips or a glare.
    pub fn anger(&self) -> f32 {
        let tight = self.unit(ActionUnit::LipTightener).max(self.unit(ActionUnit::UpperLidRaiser) * 0.7);
        let sad = self.unit(ActionUnit::InnerBrowRaiser);
        (self.unit(ActionUnit::BrowLowerer) * tight * (1.0 - sad)).clamp(0.0, 1.0)
    }
}

/// `expression` with every number finite and in its range.
pub fn sane(expression: &Expression) -> Expression {
    let fit = |v: f32, low: f32, high: f32| if v.is_finite() { v.clamp(low, high) } else { 0.0 };
    let e = expression;
    Expression {
        units: e.units.map(|u| fit(u, 0.0, 1.0)),
        gaze: fit(e.gaze, -1.0, 1.0),
        lean: fit(e.lean, -1.0, 1.0),
        slump: fit(e.slump, 0.0, 1.0),
        fists: fit(e.fists, 0.0, 1.0),
        tremble: fit(e.tremble, 0.0, 1.0),
        tears: fit(e.tears, 0.0, 1.0),
        breath_rate: fit(e.breath_rate, 0.0, 60.0),
        pace: fit(e.pace, 0.0, 3.0),
        loudness: fit(e.loudness, 0.0, 1.0),
        pauses: fit(e.pauses, 0.0, 1.0),
    }
}

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

/// Up, held, and down again, each with a soft start and end.
pub fn swell(part: f32, up: f32, down: f32) -> f32 {
    let smooth = |x: f32| {
        let x = x.clamp(0.0, 1.0);
        x * x * (3.0 - 2.0 * x)
    };
    smooth(part / up.max(1e-3)) * (1.0 - smooth((part - down) / (1.0 - down).max(1e-3)))
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
    let side = if noise(seat.seed, 11) < 0.5 { -1.0 } else { 1.0 };
    let mut p =
        Pose { units: e.units, lean: e.lean, slump: e.slump, fists: e.fists, tears: e.tears, ..Pose::default() };

    // Away: down and aside with the head; past: a little aside; at the receiver: straight.
    let away = (-e.gaze).max(0.0);
    let past = 1.0 - e.gaze.abs();
    p.gaze = [side * (0.42 * past + 0.5 * away), 0.62 * away];
    p.yaw = side * (0.07 * past + 0.26 * away);
    p.pitch = 0.05 * past * e.slump + 0.24 * away + 0.16 * e.slump - 0.06 * e.lean.max(0.0);
    p.roll = side * 0.035 * e.slump;
    p.head = [0.0, 0.10 * e.slump + 0.08 * away];

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

    p.gesture = gesture(seat, now).map(|(g, part)| (g, if still { 0.45 } else { part }));
    match p.gesture {
        Some((BodyGesture::Nod, part)) => {
            let bow = (part * std::f32::consts::TAU * 2.0).sin().abs() * swell(part, 0.15, 0.8);
            p.pitch += 0.24 * bow;
            p.head[1] += 0.10 * bow;
        }
        Some((BodyGesture::StandUp, part)) => p.rise = swell(part, 0.18, 0.78),
        Some((BodyGesture::TurnAway, part)) => {
            let k = swell(part, 0.25, 0.75);
            p.turn = side * k;
            p.yaw = lerp(p.yaw, side * 0.66, k);
            p.gaze = [lerp(p.gaze[0], side * 0.8, k), lerp(p.gaze[1], 0.3, k)];
        }
        Some((BodyGesture::WipeTears, part)) => {
            let k = swell(part, 0.2, 0.8);
            p.pitch += 0.20 * k;
            p.head[1] += 0.10 * k;
            p.blink = p.blink.max(0.9 * k);
        }
        Some((BodyGesture::PoundTable, part)) => {
            let hit = swell(part, 0.2, 0.85);
            p.lean = lerp(p.lean, 1.0, 0.6 * hit);
            p.fists = p.fists.max(hit);
        }
        Some((BodyGesture::Point, part)) => p.lean = lerp(p.lean, 0.7, swell(part, 0.2, 0.8)),
        None => {}
    }
    p
}
