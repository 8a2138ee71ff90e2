//! Lines in the skin.

use super::colour::Rgba;
use super::drawing::Drawing;
use super::features::turned;
use super::path::{Point, poly, taper_outline};
use super::person::Person;
use super::pose::Pose;
use crate::vocabulary::ActionUnit as Au;

/// Lines that age and feeling draw into the skin.
pub fn draw(drawing: &mut Drawing, who: &Person, pose: &Pose, shade: Rgba) {
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
