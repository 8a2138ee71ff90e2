//! The face as drawn: skin, eyes, brows, nose, mouth, wrinkles, tears, glasses.

use super::colour::{Rgba, hex};
use super::drawing::Drawing;
use super::features::{Eye, Features, Mouth, features, outline, turned};
use super::numbers::cube;
use super::path::{Path, Point, blob, curve, poly, rounded, taper, taper_outline, trace};
use super::person::Person;
use super::pose::Pose;
use crate::vocabulary::ActionUnit as Au;
use crate::vocabulary::Hair;
use libm::cosf;

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
        wrinkles(drawing, who, pose, shade);
        nose(drawing, who, pose, skin, shade);
    });
    if who.outlined {
        drawing.line(closed(&head), 0.03, contour);
    }
    near_ear(drawing, who, pose, skin, shade);
    for (i, eye) in f.eyes.iter().enumerate() {
        draw_eye(drawing, who, pose, eye, if i == 0 { -1.0 } else { 1.0 }, shade);
    }
    draw_mouth(drawing, who, pose, &f.mouth, skin, shade);
    if pose.tears > 0.05 {
        tears(drawing, pose, &f);
    }
    if who.look.glasses {
        glasses(drawing, who, pose);
    }
    // Over the glasses, so that they can always be read.
    for brow in &f.brows {
        let full = 1.0 - (0.24 + 0.10 * who.old) * who.soft;
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

fn draw_eye(drawing: &mut Drawing, who: &Person, pose: &Pose, eye: &Eye, side: f32, shade: Rgba) {
    let mut shape = eye.upper.clone();
    shape.extend(eye.lower.iter().rev());
    let sore = pose.tears.max(0.0);
    let ink = hex(0x33211f);
    // The hollow above and below the eye.
    let mid = eye.upper.len() / 2;
    if let (Some(&top), Some(&low)) = (eye.upper.get(mid), eye.lower.get(mid)) {
        drawing.soft([top[0], top[1] - 0.03], [0.27, 0.13], shade.a(0.40));
        drawing.soft(
            [low[0], low[1] + 0.05],
            [0.24, 0.10],
            shade.mix(hex(0xc25f55), 0.5 * sore).a(0.22 + 0.25 * who.old + 0.35 * sore),
        );
    }
    if eye.gap > 0.035 {
        drawing.fill(poly(&shape), hex(0xfbf5ec).mix(hex(0xf2c4b8), 0.55 * sore));
        drawing.clipped(&shape, |drawing| {
            let c = eye.iris;
            drawing.ellipse(c, [0.118, 0.118], hex(0x2b1a17));
            drawing.ellipse(c, [0.099, 0.099], hex(0x5b3a28));
            drawing.ellipse(c, [0.054, 0.054], hex(0x1a1012));
            // The lid's shadow on the eye.
            let cover: Vec<Point> =
                eye.upper.iter().copied().chain(eye.upper.iter().rev().map(|p| [p[0], p[1] + 0.030])).collect();
            drawing.fill(poly(&cover), hex(0x4a2f33).a(0.16));
            drawing.ellipse([c[0] - 0.036, c[1] - 0.036], [0.026, 0.026], hex(0xffffff));
            drawing.ellipse([c[0] + 0.035, c[1] + 0.040], [0.013, 0.013], hex(0xffffff).a(0.45 + 0.5 * sore));
            if sore > 0.1 {
                let line: Vec<Point> = eye.lower.iter().map(|p| [p[0], p[1] - 0.016]).collect();
                drawing.line(curve(&line), 0.030, hex(0xdff2fb).a(0.85 * sore.min(1.0)));
            }
        });
    }
    let lash = if who.soft > 0.5 { 0.046 } else { 0.040 };
    let lash = lash * if who.outlined { 1.25 } else { 1.0 };
    let n = eye.upper.len().max(2);
    let widths: Vec<f32> = (0..n).map(|i| lash * (0.45 + 0.75 * (i as f32 / (n - 1) as f32))).collect();
    drawing.fill(poly(&ribbon(&eye.upper, &widths)), ink);
    if let (Some(&end), true) = (eye.upper.last(), who.soft > 0.5 && !who.plain) {
        drawing.fill(
            taper(
                &[
                    [end[0] - side * 0.03, end[1] - 0.012],
                    [end[0] + side * 0.025, end[1] - 0.020],
                    [end[0] + side * 0.055, end[1] - 0.045],
                ],
                &[0.04, 0.028, 0.005],
            ),
            ink,
        );
    }
    drawing.line(curve(&eye.lower), 0.014, shade.dark(0.45).mix(hex(0xb5483f), 0.6 * sore).a(0.75));
    if !who.plain {
        let wide = pose.unit(Au::UpperLidRaiser);
        let fold: Vec<Point> = eye.upper.iter().map(|p| [p[0], p[1] - 0.050 + 0.018 * wide]).collect();
        drawing.line(curve(fold.get(2..n - 2).unwrap_or(&fold)), 0.016, shade.dark(0.30).a(0.75));
    }
}

/// A band of changing width along points that lie close together.
fn ribbon(line: &[Point], widths: &[f32]) -> Vec<Point> {
    let mut out: Vec<Point> = line.iter().zip(widths).map(|(p, w)| [p[0], p[1] - w * 0.75]).collect();
    out.extend(line.iter().zip(widths).rev().map(|(p, w)| [p[0], p[1] + w * 0.25]));
    out
}

fn draw_mouth(drawing: &mut Drawing, who: &Person, pose: &Pose, mouth: &Mouth, skin: Rgba, shade: Rgba) {
    let mut hole = mouth.upper.clone();
    hole.extend(mouth.lower.iter().rev());
    if mouth.open > 0.012 {
        drawing.fill(poly(&hole), hex(0x5a1f26));
        drawing.clipped(&hole, |drawing| {
            let deep = mouth.open;
            let mid = mouth.lower.get(mouth.lower.len() / 2).copied().unwrap_or_default();
            if deep > 0.09 {
                drawing.ellipse([mid[0], mid[1] + 0.02], [0.15, 0.36 * deep], hex(0xc2605f));
            }
            let n = mouth.upper.len();
            let inner = &mouth.upper[n / 6..n - n / 6];
            let teeth: Vec<Point> = inner
                .iter()
                .copied()
                .chain(inner.iter().rev().map(|p| [p[0], p[1] + (deep * 0.42).min(0.065)]))
                .collect();
            drawing.fill(poly(&teeth), hex(0xfaf3e8));
            let stretch = pose.unit(Au::LipStretcher).max(pose.anger());
            if stretch > 0.35 && deep > 0.08 {
                let m = mouth.lower.len();
                let inner = &mouth.lower[m / 5..m - m / 5];
                let teeth: Vec<Point> =
                    inner.iter().copied().chain(inner.iter().rev().map(|p| [p[0], p[1] - deep * 0.20])).collect();
                drawing.fill(poly(&teeth), hex(0xeee3d6));
            }
        });
    }
    let lip = who.lip;
    drawing.fill(poly(&mouth.lower_lip), lip.mix(skin, 0.30));
    drawing.fill(poly(&mouth.upper_lip), lip.mix(skin, 0.06));
    let ink = hex(0x5e2c2a);
    let n = mouth.upper.len().max(2);
    let taper_by = |i: usize| (1.0 - cube(((i as f32 / (n - 1) as f32) * 2.0 - 1.0).abs()) * 0.65) * 0.030;
    let widths: Vec<f32> = (0..n).map(taper_by).collect();
    let strong = if who.outlined { 1.5 } else { 1.0 };
    let widths: Vec<f32> = widths.into_iter().map(|w| w * strong).collect();
    drawing.fill(poly(&ribbon(&mouth.upper, &widths)), ink);
    let (smile, frown) = (pose.unit(Au::LipCornerPuller), pose.unit(Au::LipCornerDepressor));
    for (corner, side) in mouth.corners().into_iter().zip([-1.0, 1.0]) {
        drawing.soft(corner, [0.055, 0.05], shade.dark(0.30).a(0.35));
        let tick = 0.05 * (smile.max(frown));
        if tick > 0.012 {
            let dir = if smile > frown { -1.0 } else { 1.0 };
            drawing.line(
                curve(&[
                    [corner[0] - side * 0.01, corner[1]],
                    [corner[0] + side * tick * 0.5, corner[1] + dir * tick * 0.35],
                    [corner[0] + side * tick * 0.8, corner[1] + dir * tick],
                ]),
                0.022,
                ink.a(0.8),
            );
        }
    }
    // The hollow beneath the lower lip.
    if let (Some(&low), false) = (mouth.lower_lip.iter().max_by(|a, b| a[1].total_cmp(&b[1])), who.plain) {
        drawing.soft([low[0], low[1] + 0.055], [0.13, 0.04], shade.dark(0.12).a(0.5));
    }
}

fn nose(drawing: &mut Drawing, who: &Person, pose: &Pose, skin: Rgba, shade: Rgba) {
    let t = |p: Point| turned(pose, p);
    let up = 0.035 * pose.unit(Au::NoseWrinkler);
    let wide = 0.125 - 0.015 * who.soft + 0.02 * pose.unit(Au::NoseWrinkler) + 0.012 * pose.anger();
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

/// Lines that age and feeling draw into the skin.
fn wrinkles(drawing: &mut Drawing, who: &Person, pose: &Pose, shade: Rgba) {
    let t = |p: Point| turned(pose, p);
    let line = shade.dark(if who.outlined { 0.6 } else { 0.34 });
    let mut stroke = |points: &[Point], width: f32, strength: f32| {
        if strength > 0.06 {
            let points: Vec<Point> = points.iter().map(|&p| t(p)).collect();
            let mut widths = vec![width; points.len()];
            if let Some(w) = widths.first_mut() {
                *w = width * 0.2;
            }
            if let Some(w) = widths.last_mut() {
                *w = width * 0.2;
            }
            drawing.fill(poly(&taper_outline(&points, &widths)), line.a(strength.min(1.0)));
        }
    };
    let old = who.old;
    let (inner, outer, low) =
        (pose.unit(Au::InnerBrowRaiser), pose.unit(Au::OuterBrowRaiser), pose.unit(Au::BrowLowerer));
    let (smile, frown, cheek, nose) = (
        pose.unit(Au::LipCornerPuller),
        pose.unit(Au::LipCornerDepressor),
        pose.unit(Au::CheekRaiser),
        pose.unit(Au::NoseWrinkler),
    );
    for side in [-1.0f32, 1.0] {
        // From the wings of the nose round the mouth.
        let fold = 0.55 * (old - 0.25).max(0.0) + 0.65 * smile + 0.7 * nose + 0.35 * frown + 0.3 * cheek;
        let out = 0.035 * smile;
        stroke(
            &[
                [side * 0.165, 0.265],
                [side * (0.255 + out), 0.37],
                [side * (0.315 + out), 0.50],
                [side * (0.31 + out), 0.60],
            ],
            0.028,
            fold,
        );
        // From the corners of the mouth down.
        stroke(
            &[[side * 0.285, 0.68], [side * 0.305, 0.76], [side * 0.285, 0.84]],
            0.024,
            0.45 * (old - 0.45).max(0.0) + 0.55 * frown,
        );
        // Between the brows.
        let press = low * (1.0 - 0.3 * inner);
        stroke(&[[side * 0.062, -0.32], [side * 0.048, -0.23], [side * 0.062, -0.13]], 0.030, 1.0 * press + 0.15 * old);
        // Crow's feet.
        let feet = 0.50 * (old - 0.35).max(0.0) + 0.55 * cheek;
        for (k, y) in [(0.0, -0.05), (1.0, 0.02), (2.0, 0.085)] {
            stroke(
                &[
                    [side * 0.575, y + 0.01],
                    [side * 0.625, y + 0.02 * (k - 1.0)],
                    [side * 0.665, y + 0.045 * (k - 1.0)],
                ],
                0.018,
                feet,
            );
        }
        // Bags and the cheek pushed up under the eye.
        stroke(
            &[[side * 0.20, 0.145], [side * 0.32, 0.195], [side * 0.48, 0.155]],
            0.022,
            0.65 * (old - 0.3).max(0.0) + 0.6 * cheek + 0.35 * pose.tears,
        );
        if nose > 0.1 {
            stroke(&[[side * 0.03, -0.02], [side * 0.08, 0.01], [side * 0.12, 0.055]], 0.022, nose);
        }
    }
    // Across the forehead.
    let across = 0.50 * (old - 0.35).max(0.0) + 0.75 * inner.max(outer);
    let arch = 0.05 * inner - 0.03 * outer;
    for (k, half) in [(0.0, 0.34), (1.0, 0.40), (2.0, 0.30)] {
        let y = -0.455 - 0.085 * k;
        let strength = if k > 1.0 { across - 0.35 } else { across };
        stroke(
            &[
                [-half, y + arch * 0.8],
                [-half * 0.4, y - arch * 0.2],
                [half * 0.4, y - arch * 0.2],
                [half, y + arch * 0.8],
            ],
            0.022,
            strength,
        );
    }
    let chin = pose.unit(Au::ChinRaiser);
    if chin > 0.25 {
        for (x, y) in [(-0.07, 0.83), (0.0, 0.80), (0.07, 0.83), (-0.035, 0.88), (0.04, 0.885)] {
            stroke(&[[x - 0.016, y], [x, y + 0.010], [x + 0.016, y]], 0.018, chin * 0.6);
        }
    }
}

fn tears(drawing: &mut Drawing, pose: &Pose, f: &Features) {
    let amount = pose.tears.clamp(0.0, 1.0);
    let water = hex(0xd8f0fb);
    for (eye, side) in f.eyes.iter().zip([-1.0f32, 1.0]) {
        let Some(&start) = eye.lower.get(eye.lower.len() / 2) else { continue };
        let long = 0.16 + 0.42 * amount;
        let x = start[0] + side * 0.02;
        let y = start[1] + 0.01;
        if amount > 0.25 {
            let run = [[x, y], [x + side * 0.035, y + long * 0.5], [x + side * 0.02, y + long]];
            drawing.fill(taper(&run, &[0.022, 0.040, 0.050]), water.a(0.78));
            drawing.line(
                curve(&[
                    [x - 0.008, y + 0.03],
                    [x + side * 0.035 - 0.008, y + long * 0.5],
                    [x + side * 0.02 - 0.01, y + long * 0.9],
                ]),
                0.010,
                hex(0xffffff).a(0.9),
            );
        }
        let drop = [x + side * 0.02, y + if amount > 0.25 { long } else { 0.05 }];
        drawing.ellipse([drop[0], drop[1] + 0.02], [0.040, 0.052], water.mix(hex(0x9cc9e2), 0.35));
        drawing.ellipse([drop[0] - 0.012, drop[1] + 0.008], [0.012, 0.018], hex(0xffffff));
    }
}

fn glasses(drawing: &mut Drawing, who: &Person, pose: &Pose) {
    let t = |p: Point| turned(pose, p);
    let frame = if who.old > 0.6 { hex(0x6b4a36) } else { hex(0x2e2c33) };
    for side in [-1.0f32, 1.0] {
        let [cx, cy] = t([side * 0.36, 0.05]);
        let narrow = cosf(pose.yaw + side * 0.25).max(0.55);
        let (w, h) = (0.285 * narrow, 0.215);
        let lens = rounded(cx - w, cy - h, cx + w, cy + h, 0.13);
        drawing.fill(lens.clone(), hex(0xeaf6fa).a(0.05));
        drawing.fill(
            poly(&[
                [cx - w * 0.72, cy - h * 0.55],
                [cx - w * 0.45, cy - h * 0.75],
                [cx - w * 0.62, cy + h * 0.1],
                [cx - w * 0.80, cy + h * 0.25],
            ]),
            hex(0xffffff).a(0.16),
        );
        drawing.line(lens, 0.034, frame);
        let arm = t([side * 0.74, -0.02]);
        drawing.line(
            curve(&[[cx + side * w, cy - 0.05], [(cx + side * w + arm[0]) / 2.0, cy - 0.06], [arm[0], arm[1]]]),
            0.034,
            frame,
        );
    }
    let (l, r) = (t([-0.078, 0.0]), t([0.078, 0.0]));
    let mid = t([0.0, -0.035]);
    drawing.line(curve(&[l, mid, r]), 0.032, frame);
}
