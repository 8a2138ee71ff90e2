//! The mouth: the hole with tongue and teeth, the lips, the corners.

use super::colour::{Rgba, hex};
use super::drawing::Drawing;
use super::features::Mouth;
use super::numbers::cube;
use super::path::{Point, curve, poly, ribbon};
use super::person::Person;
use super::pose::Pose;
use crate::vocabulary::ActionUnit as Au;

/// The mouth as its features lie.
pub fn draw(drawing: &mut Drawing, who: &Person, pose: &Pose, mouth: &Mouth, skin: Rgba, shade: Rgba) {
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
