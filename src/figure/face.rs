//! The head as drawn: skin, ears, nose, brows, and where eyes, mouth and wrinkles come in.

use super::colour::{Rgba, hex};
use super::drawing::Drawing;
use super::features::{features, outline, turned};
use super::path::{Path, Point, blob, curve, taper, trace};
use super::person::Person;
use super::pose::Pose;
use super::{eyes, mouth, wrinkles};
use crate::vocabulary::{ActionUnit as Au, Hair};

/// Head, ears and face, without the hair.
pub fn draw(drawing: &mut Drawing, who: &Person, pose: &Pose) {
    let f = features(who, pose);
    let head = outline(who, pose);
    let anger = pose.anger();
    let skin = who.skin.mix(who.flush, 0.20 * anger);
    let shade = who.shade.mix(who.flush, 0.18 * anger);
    let turn = |p: Point| turned(pose, p);
    let contour = shade.dark(if who.outlined { 0.75 } else { 0.22 });
    ears(drawing, who, pose, skin, shade, |far| far >= NEAR_EAR);
    let face = blob(&head);
    drawing.fill(face, skin);
    drawing.clipped(&trace(&head, true, 8), |drawing| {
        // The side away from the window lies in a second tone.
        let edge = pose.yaw * 0.35;
        drawing.fill(
            blob(&[
                [0.50 + edge, -1.1],
                [0.60 + edge, -0.35],
                [0.54 + edge, 0.05],
                [0.60 + edge, 0.30],
                [0.42 + edge, 0.66],
                [0.12 + edge, 0.93],
                [0.2, 1.3],
                [1.2, 1.2],
                [1.2, -1.1],
            ]),
            shade.a(0.42),
        );
        drawing.fill(
            blob(&[[-0.9, -0.62], [-0.3, -0.72], [0.3, -0.70], [0.9, -0.56], [0.9, -1.3], [-0.9, -1.3]]),
            shade.a(0.32),
        );
        drawing.soft(turn([-0.42, 0.34]), [0.30, 0.20], who.flush.a(0.13 + 0.30 * anger + 0.10 * who.soft));
        drawing.soft(turn([0.42, 0.34]), [0.30, 0.20], who.flush.a(0.11 + 0.30 * anger + 0.10 * who.soft));
        if anger > 0.05 {
            drawing.soft(turn([0.0, -0.42]), [0.62, 0.30], who.flush.a(0.26 * anger));
        }
        if !who.plain {
            // A rim of light from the window.
            drawing.line(
                curve(&[
                    [-who.cheek * 0.955, -0.5],
                    [-who.cheek * 0.985, -0.1],
                    [-who.cheek * 0.955, 0.25],
                    [-who.jaw * 1.0, 0.62],
                ]),
                0.035,
                skin.light(0.55).a(0.75),
            );
        }
        if who.stubble > 0.05 {
            let shadow = hex(0x4a4a50).a(0.30 * who.stubble);
            drawing.soft(turn([0.0, 0.80]), [0.55, 0.36], shadow);
            drawing.soft(turn([0.0, 0.46]), [0.26, 0.10], shadow);
        }
        wrinkles::draw(drawing, who, pose, shade);
        nose(drawing, who, pose, skin, shade);
    });
    if who.outlined {
        drawing.line(closed(&head), 0.03, contour);
    }
    near_ear(drawing, who, pose, skin, shade);
    for (i, eye) in f.eyes.iter().enumerate() {
        eyes::draw(drawing, who, pose, eye, if i == 0 { -1.0 } else { 1.0 }, shade);
    }
    mouth::draw(drawing, who, pose, &f.mouth, skin, shade);
    if who.moustache > 0.5 {
        let half = |side: f32| [turn([0.0, 0.425]), turn([side * 0.14, 0.445]), turn([side * 0.27, 0.53])];
        for side in [-1.0, 1.0] {
            drawing.fill(taper(&half(side), &[0.085, 0.095, 0.02]), who.hair.mix(hex(0x2a2022), 0.4));
        }
    }
    if pose.tears > 0.05 {
        eyes::tears(drawing, pose, &f);
    }
    if who.look.glasses {
        eyes::glasses(drawing, who, pose);
    }
    // Over the glasses, so that they can always be read.
    for brow in &f.brows {
        let full = (1.0 - (0.24 + 0.10 * who.old) * who.soft) * who.brow_full;
        let colour = if who.old > 0.55 { who.hair.mix(hex(0x4c4644), 0.72) } else { who.hair.mix(hex(0x2a2022), 0.5) };
        drawing.fill(taper(brow, &[0.070 * full, 0.092 * full, 0.078 * full, 0.012]), colour);
    }
}

/// From this turn on the nearer ear lies before the cheek.
const NEAR_EAR: f32 = -0.3;

/// The hair behind the nearer ear of a turned head, and that ear.
fn near_ear(drawing: &mut Drawing, who: &Person, pose: &Pose, skin: Rgba, shade: Rgba) {
    if pose.yaw.abs() <= -NEAR_EAR {
        return;
    }
    if matches!(who.look.hair, Hair::Bob | Hair::Long | Hair::Curly) {
        return;
    }
    let side = -pose.yaw.signum();
    let c = who.cheek;
    let ear = c + 0.035 - (pose.yaw.abs() - 0.12) * 0.55;
    let low = if who.look.hair == Hair::Bun { 0.55 } else { 0.42 };
    let lean = pose.yaw * 0.04;
    drawing.fill(
        blob(&[
            [side * (c + 0.04) + lean, -0.62],
            [side * (c + 0.07) + lean, -0.20],
            [side * (c + 0.01) + lean, 0.25],
            [side * (c - 0.10) + lean, low],
            [side * (ear + 0.02) + lean, 0.22],
            [side * (ear - 0.04) + lean, -0.05],
            [side * (ear - 0.10) + lean, -0.55],
        ]),
        who.hair,
    );
    ears(drawing, who, pose, skin, shade, |far| far < NEAR_EAR);
}

fn closed(points: &[Point]) -> Path {
    let mut all = trace(points, true, 6);
    if let Some(&first) = all.first() {
        all.push(first);
    }
    curve(&all)
}

/// The ears whose turn towards the far side `which` lets through.
fn ears(drawing: &mut Drawing, who: &Person, pose: &Pose, skin: Rgba, shade: Rgba, which: impl Fn(f32) -> bool) {
    for side in [-1.0f32, 1.0] {
        // The ear on the side the head turns to goes out of sight, the other comes forward.
        if !which(side * pose.yaw) {
            continue;
        }
        let hidden = (side * pose.yaw * 0.30).max(0.0);
        let forward = (-side * pose.yaw - 0.12).max(0.0) * 0.55;
        let x = side * (who.cheek + 0.035 - hidden - forward) - pose.yaw * 0.06;
        let y = 0.10 - pose.pitch * 0.25;
        let big = 1.0 + 0.14 * who.old;
        if forward > 0.0 {
            drawing.ellipse([x, y], [0.105 * big + 0.02, 0.20 * big + 0.02], shade.dark(0.25).a(0.8));
        }
        drawing.ellipse([x, y], [0.105 * big, 0.20 * big], if side < 0.0 { skin } else { shade.mix(skin, 0.45) });
        if !who.plain {
            drawing.line(
                curve(&[[x + side * 0.035, y - 0.11], [x + side * 0.06, y - 0.02], [x + side * 0.01, y + 0.09]]),
                0.025,
                shade.dark(0.1).a(0.7),
            );
        }
    }
}

fn nose(drawing: &mut Drawing, who: &Person, pose: &Pose, skin: Rgba, shade: Rgba) {
    let t = |p: Point| turned(pose, p);
    let up = 0.035 * pose.unit(Au::NoseWrinkler);
    let wide = 0.125 * who.nose - 0.015 * who.soft + 0.02 * pose.unit(Au::NoseWrinkler) + 0.012 * pose.anger();
    let tip = [pose.yaw * 0.16, 0.0];
    let n = |x: f32, y: f32| {
        let [px, py] = t([x, y]);
        [px + tip[0] * ((y + 0.1) / 0.42).clamp(0.0, 1.0), py]
    };
    let side = if pose.yaw > 0.25 { -1.0 } else { 1.0 };
    drawing.fill(
        blob(&[
            n(0.055 * side, -0.13),
            n(0.075 * side, 0.08),
            n((wide + 0.005) * side, 0.25 - up),
            n(0.06 * side, 0.325 - up),
            n(0.01 * side, 0.31 - up),
            n(0.035 * side, 0.12),
        ]),
        shade.a(0.62),
    );
    let red = pose.tears * 0.45;
    drawing.soft(n(0.0, 0.25 - up), [0.15, 0.12], who.flush.a(0.12 + red));
    drawing.soft(n(-0.02, 0.20), [0.05, 0.075], skin.light(0.6).a(0.65));
    let ink = shade.dark(if who.outlined { 0.7 } else { 0.42 });
    drawing.line(
        curve(&[
            n(-wide, 0.275 - up),
            n(-wide * 0.62, 0.319 - up),
            n(-0.04, 0.319 - up),
            n(0.0, 0.335 - up),
            n(0.04, 0.319 - up),
            n(wide * 0.62, 0.319 - up),
            n(wide, 0.275 - up),
        ]),
        0.024,
        ink,
    );
    for s in [-1.0, 1.0] {
        drawing.line(
            curve(&[n(s * wide, 0.278 - up), n(s * (wide + 0.022), 0.245 - up), n(s * (wide - 0.004), 0.205 - up)]),
            0.020,
            ink.a(0.55),
        );
    }
}
