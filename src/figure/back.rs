//! Somebody who goes: seen from behind, down to the shoes.

use super::colour::hex;
use super::drawing::Drawing;
use super::features::outline;
use super::numbers::lerp;
use super::path::{blob, curve, poly, taper, trace};
use super::person::Person;
use super::pose::Pose;
use super::{body, hair};
use crate::vocabulary::Hair;
use libm::sinf;

/// From the middle of the head to the soles, in half heads.
pub const FEET: f32 = 12.6;

/// Draws them from behind with one leg before the other; `step` counts their steps.
pub fn draw(c: &mut Drawing, who: &Person, step: f32) {
    let swing = sinf(step * std::f32::consts::PI);
    let pose = Pose { yaw: 0.0, ..Pose::default() };
    let j = body::joints(who, &pose);
    let hip = body::TABLE + 1.6;
    let trousers = hex(0x3d4048).mix(who.top.dark(0.55), 0.35);
    c.soft([0.0, FEET], [1.9, 0.35], hex(0x2a1a12).a(0.35));
    for (side, ahead) in [(-1.0f32, swing), (1.0, -swing)] {
        let foot = [side * 0.52, FEET - 0.25 + 0.30 * ahead.min(0.0)];
        let knee = [side * 0.58 + 0.10 * ahead, lerp(hip, FEET, 0.52)];
        c.fill(taper(&[[side * 0.55, hip - 0.6], knee, foot], &[1.10, 0.92, 0.72]), trousers.dark(0.08 * (1.0 + side)));
        c.ellipse([foot[0], foot[1] + 0.12], [0.42, 0.20], hex(0x2b2523));
    }
    for (i, (side, ahead)) in [(-1.0f32, -swing), (1.0, swing)].into_iter().enumerate() {
        let [sx, sy] = j.shoulders[i];
        let path = [
            [sx - side * 0.24, sy + 0.30],
            [sx + side * 0.12, sy + 1.50],
            [sx + side * 0.02 + 0.12 * ahead, sy + 2.95],
        ];
        c.fill(taper(&path, &[0.64, 0.60, 0.50]), if i == 0 { who.top.light(0.04) } else { who.top.dark(0.18) });
        c.ellipse([path[2][0], path[2][1] + 0.10], [0.24, 0.28], who.skin.mix(who.shade, 0.3));
    }
    let ([l, r], [nx, ny]) = (j.shoulders, j.neck);
    let bottom = hip - 0.1;
    let coat = trace(
        &[
            [nx - 0.42, ny - 0.10],
            [l[0] + 0.25, l[1] - 0.18],
            [l[0], l[1] + 0.30],
            [l[0] + 0.16, lerp(l[1], bottom, 0.55)],
            [l[0] + 0.26, bottom],
            [r[0] - 0.26, bottom],
            [r[0] - 0.16, lerp(r[1], bottom, 0.55)],
            [r[0], r[1] + 0.30],
            [r[0] - 0.25, r[1] - 0.18],
            [nx + 0.42, ny - 0.10],
        ],
        true,
        8,
    );
    c.fill(poly(&coat), body::cloth(who, &j));
    c.line(curve(&[[nx, ny + 0.35], [nx + 0.03, ny + 1.6], [nx, bottom - 0.2]]), 0.03, who.top.dark(0.35).a(0.6));
    c.fill(
        taper(&[[nx, ny - 0.75], [nx, ny - 0.2], [nx, ny + 0.05]], &[0.74, 0.70, 0.86]),
        who.skin.mix(who.shade, 0.45),
    );
    for side in [-1.0, 1.0] {
        c.ellipse([side * who.cheek * 1.0, 0.08], [0.13, 0.22], who.skin.mix(who.shade, 0.35));
    }
    let head = blob(&outline(who, &pose));
    c.fill(head.clone(), who.skin.mix(who.shade, 0.30));
    hair::behind(c, who, &pose);
    // The back of the head: hair down to the neck, or a fringe of it.
    let nape = if who.soft > 0.5 { 0.92 } else { 0.62 };
    let top = if who.look.hair == Hair::Balding { -0.10 } else { -1.12 };
    let w = who.cheek * 1.04;
    c.fill(
        blob(&[
            [0.0, top],
            [w * 0.72, top.max(-0.86)],
            [w, -0.20],
            [w * 0.92, 0.36],
            [w * 0.55, nape],
            [0.0, nape + 0.06],
            [-w * 0.55, nape],
            [-w * 0.92, 0.36],
            [-w, -0.20],
            [-w * 0.72, top.max(-0.86)],
        ]),
        who.hair,
    );
    if who.look.hair == Hair::Cap {
        hair::over(c, who, &pose);
    }
}
