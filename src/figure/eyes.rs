//! Eyes and what is about them: lids and lashes, tears, glasses.

use super::colour::{Rgba, hex};
use super::drawing::Drawing;
use super::features::{Eye, Features, turned};
use super::path::{Point, curve, poly, ribbon, rounded, taper};
use super::person::Person;
use super::pose::Pose;
use crate::vocabulary::ActionUnit as Au;
use libm::cosf;

/// One eye; `side` is −1 for the left one as seen.
pub fn draw(drawing: &mut Drawing, who: &Person, pose: &Pose, eye: &Eye, side: f32, shade: Rgba) {
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

/// Tears that run from the middle of the lower lids.
pub fn tears(drawing: &mut Drawing, pose: &Pose, f: &Features) {
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

/// Glasses, which turn with the head.
pub fn glasses(drawing: &mut Drawing, who: &Person, pose: &Pose) {
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
