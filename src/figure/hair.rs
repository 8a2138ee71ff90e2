//! Hair and caps: what lies behind the head and what lies over it.

use super::colour::hex;
use super::drawing::Drawing;
use super::numbers::noise;
use super::path::{Point, blob, curve, taper};
use super::person::Person;
use super::pose::Pose;
use crate::vocabulary::Hair;
use libm::{cosf, sinf};

/// Shifts what sits on the skull when the head turns and bows.
fn skull(pose: &Pose, depth: f32) -> impl Fn(f32, f32) -> Point + '_ {
    move |x, y| [x + pose.yaw * depth, y + pose.pitch * 0.28 * depth.signum()]
}

/// What lies behind the head and the shoulders.
pub fn behind(drawing: &mut Drawing, who: &Person, pose: &Pose) {
    let s = skull(pose, -0.10);
    let c = who.cheek;
    let dark = who.hair.dark(0.28);
    match who.look.hair {
        Hair::Bob => drawing.fill(
            blob(&[
                s(0.0, -1.18),
                s(-0.72, -0.95),
                s(-c - 0.22, -0.25),
                s(-c - 0.24, 0.45),
                s(-c - 0.10, 0.86),
                s(-0.45, 0.86),
                s(0.0, 0.70),
                s(0.45, 0.86),
                s(c + 0.10, 0.86),
                s(c + 0.24, 0.45),
                s(c + 0.22, -0.25),
                s(0.72, -0.95),
            ]),
            dark,
        ),
        Hair::Long => drawing.fill(
            blob(&[
                s(0.0, -1.18),
                s(-0.72, -0.95),
                s(-c - 0.20, -0.2),
                s(-c - 0.22, 0.7),
                s(-c - 0.22, 1.6),
                s(-0.70, 1.95),
                s(-0.2, 1.9),
                s(0.2, 1.9),
                s(0.70, 1.95),
                s(c + 0.22, 1.6),
                s(c + 0.22, 0.7),
                s(c + 0.20, -0.2),
                s(0.72, -0.95),
            ]),
            dark,
        ),
        Hair::Bun => {
            let [x, y] = s(0.10, -1.30);
            drawing.ellipse([x, y], [0.36, 0.31], who.hair.dark(0.12));
            drawing.ellipse([x - 0.06, y - 0.05], [0.26, 0.21], who.hair);
            if !who.plain {
                for k in 0..3 {
                    let o = k as f32 * 0.09;
                    drawing.line(
                        curve(&[
                            [x - 0.26 + o, y + 0.08],
                            [x - 0.12 + o, y - 0.16 + o * 0.4],
                            [x + 0.14 + o * 0.6, y - 0.14 + o],
                        ]),
                        0.022,
                        who.hair.dark(0.30).a(0.6),
                    );
                }
                drawing.line(
                    curve(&[[x - 0.20, y - 0.12], [x - 0.05, y - 0.23], [x + 0.12, y - 0.21]]),
                    0.035,
                    who.hair.light(0.35).a(0.7),
                );
            }
        }
        Hair::Curly => {
            for (k, p) in curls(c, 17).into_iter().enumerate() {
                let r = 0.25 + 0.06 * noise(who.seed, 60 + k as u32);
                drawing.ellipse(s(p[0], p[1]), [r, r], dark);
            }
        }
        Hair::Short | Hair::Balding | Hair::Cap => {}
    }
}

fn curls(c: f32, n: usize) -> Vec<Point> {
    (0..n)
        .map(|k| {
            let turn = std::f32::consts::PI * (1.20 * k as f32 / (n - 1) as f32 - 0.10);
            [-(c + 0.04) * cosf(turn), -0.28 - 0.80 * sinf(turn)]
        })
        .collect()
}

/// What lies over the forehead and the temples.
pub fn over(drawing: &mut Drawing, who: &Person, pose: &Pose) {
    let s = skull(pose, 0.20);
    let o = skull(pose, 0.04);
    let c = who.cheek;
    let hair = who.hair;
    let shine = hair.light(if who.old > 0.6 { 0.45 } else { 0.22 });
    let fine = !who.plain;
    match who.look.hair {
        Hair::Short => {
            drawing.fill(
                blob(&[
                    o(-c + 0.02, 0.02),
                    o(-c - 0.055, -0.15),
                    o(-c - 0.07, -0.55),
                    o(-0.62, -1.02),
                    o(-0.25, -1.24),
                    o(0.20, -1.27),
                    o(0.62, -1.06),
                    o(c + 0.07, -0.55),
                    o(c + 0.055, -0.15),
                    o(c - 0.02, 0.02),
                    s(c - 0.09, -0.22),
                    s(c - 0.13, -0.50),
                    s(0.40, -0.70),
                    s(0.05, -0.78),
                    s(-0.28, -0.66),
                    s(-0.50, -0.60),
                    s(-c + 0.13, -0.45),
                    s(-c + 0.09, -0.22),
                ]),
                hair,
            );
            if fine {
                drawing.fill(
                    taper(&[o(-0.52, -0.92), o(-0.25, -1.10), o(0.15, -1.13), o(0.45, -1.0)], &[0.0, 0.10, 0.11, 0.0]),
                    shine.a(0.65),
                );
                for k in 0..4 {
                    let x = -0.30 + 0.18 * k as f32;
                    drawing.line(
                        curve(&[s(x, -0.70 - 0.03 * k as f32), o(x + 0.10, -0.92), o(x + 0.26, -1.08)]),
                        0.020,
                        hair.dark(0.35).a(0.55),
                    );
                }
            }
        }
        Hair::Balding => {
            for side in [-1.0f32, 1.0] {
                drawing.fill(
                    blob(&[
                        o(side * (c - 0.02), 0.06),
                        o(side * (c + 0.07), -0.10),
                        o(side * (c + 0.085), -0.42),
                        o(side * (c - 0.06), -0.78),
                        o(side * (c - 0.14), -0.66),
                        s(side * (c - 0.09), -0.36),
                        o(side * (c - 0.08), -0.10),
                    ]),
                    hair,
                );
            }
            drawing.soft(o(-0.16, -0.84), [0.34, 0.13], hex(0xfff6e6).a(0.65));
            if fine {
                for k in 0..5 {
                    let y = -0.98 - 0.025 * k as f32;
                    let x = 0.09 * k as f32;
                    drawing.line(
                        curve(&[o(-0.52 + x, y + 0.16), o(-0.20 + x, y - 0.02), o(0.28 + x * 0.6, y + 0.07)]),
                        0.016,
                        hair.a(0.75),
                    );
                }
            }
        }
        Hair::Bob => {
            drawing.fill(
                blob(&[
                    o(-c - 0.02, 0.70),
                    o(-c - 0.19, 0.42),
                    o(-c - 0.15, -0.35),
                    o(-0.64, -1.02),
                    o(-0.05, -1.26),
                    o(0.62, -1.03),
                    o(c + 0.15, -0.35),
                    o(c + 0.19, 0.42),
                    o(c + 0.02, 0.70),
                    s(c - 0.07, 0.30),
                    s(c - 0.07, -0.15),
                    s(0.50, -0.50),
                    s(0.22, -0.74),
                    s(-0.15, -0.60),
                    s(-0.52, -0.46),
                    s(-c + 0.07, -0.12),
                    s(-c + 0.07, 0.30),
                ]),
                hair,
            );
            if fine {
                drawing.fill(
                    taper(
                        &[o(-0.66, -0.55), o(-0.45, -0.90), o(-0.05, -1.06), o(0.40, -0.94)],
                        &[0.0, 0.11, 0.12, 0.0],
                    ),
                    shine.a(0.6),
                );
                drawing.line(curve(&[s(0.22, -0.74), o(0.24, -0.98), o(0.20, -1.18)]), 0.022, hair.dark(0.4).a(0.7));
                for side in [-1.0f32, 1.0] {
                    drawing.line(
                        curve(&[o(side * (c + 0.08), -0.30), o(side * (c + 0.11), 0.15), o(side * (c + 0.03), 0.55)]),
                        0.022,
                        hair.dark(0.35).a(0.6),
                    );
                }
            }
        }
        Hair::Long => {
            for side in [-1.0f32, 1.0] {
                drawing.fill(
                    blob(&[
                        o(side * 0.02, -1.20),
                        o(side * 0.50, -1.12),
                        o(side * (c + 0.13), -0.50),
                        o(side * (c + 0.17), 0.30),
                        o(side * (c + 0.17), 1.05),
                        o(side * (c + 0.13), 1.80),
                        o(side * (c + 0.00), 2.02),
                        o(side * (c - 0.06), 1.70),
                        o(side * (c + 0.01), 0.90),
                        s(side * (c - 0.06), 0.25),
                        s(side * (c - 0.12), -0.25),
                        s(side * 0.40, -0.66),
                        s(side * 0.03, -0.92),
                    ]),
                    hair,
                );
                if fine {
                    drawing.line(
                        curve(&[
                            o(side * 0.10, -1.02),
                            o(side * 0.56, -0.80),
                            o(side * (c + 0.04), -0.10),
                            o(side * (c + 0.07), 0.9),
                        ]),
                        0.024,
                        hair.dark(0.4).a(0.6),
                    );
                }
            }
            if fine {
                drawing
                    .fill(taper(&[o(-0.68, -0.50), o(-0.50, -0.82), o(-0.16, -1.02)], &[0.0, 0.12, 0.0]), shine.a(0.6));
                drawing
                    .fill(taper(&[o(0.66, -0.55), o(0.52, -0.80), o(0.24, -1.00)], &[0.0, 0.08, 0.0]), shine.a(0.45));
            }
        }
        Hair::Bun => {
            drawing.fill(
                blob(&[
                    o(-c + 0.02, 0.06),
                    o(-c - 0.06, -0.12),
                    o(-c - 0.06, -0.52),
                    o(-0.58, -1.00),
                    o(-0.12, -1.19),
                    o(0.34, -1.15),
                    o(0.66, -0.92),
                    o(c + 0.06, -0.52),
                    o(c + 0.06, -0.12),
                    o(c - 0.02, 0.06),
                    s(c - 0.08, -0.28),
                    s(0.52, -0.62),
                    s(0.22, -0.80),
                    s(-0.12, -0.82),
                    s(-0.48, -0.66),
                    s(-c + 0.08, -0.28),
                ]),
                hair,
            );
            if fine {
                for k in 0..5 {
                    let x = -0.50 + 0.25 * k as f32;
                    drawing.line(
                        curve(&[
                            s(x, -0.72 - 0.08 * (1.0 - (x * 1.6).abs().min(1.0))),
                            o(x * 0.75 + 0.02, -0.95),
                            o(x * 0.35 + 0.06, -1.13),
                        ]),
                        0.020,
                        hair.dark(0.28).a(0.55),
                    );
                }
                drawing
                    .fill(taper(&[o(-0.60, -0.66), o(-0.42, -0.92), o(-0.08, -1.05)], &[0.0, 0.10, 0.0]), shine.a(0.7));
            }
        }
        Hair::Curly => {
            drawing.fill(
                blob(&[
                    o(-c - 0.02, 0.10),
                    o(-c - 0.16, -0.30),
                    o(-0.66, -0.98),
                    o(0.0, -1.20),
                    o(0.66, -0.98),
                    o(c + 0.16, -0.30),
                    o(c + 0.02, 0.10),
                    s(c - 0.08, -0.30),
                    s(0.46, -0.60),
                    s(0.12, -0.70),
                    s(-0.22, -0.64),
                    s(-0.52, -0.56),
                    s(-c + 0.08, -0.30),
                ]),
                hair,
            );
            for (k, p) in curls(c - 0.06, 13).into_iter().enumerate() {
                let r = 0.20 + 0.05 * noise(who.seed, 90 + k as u32);
                let [x, y] = o(p[0], p[1]);
                drawing.ellipse([x, y], [r, r], hair);
                if fine {
                    drawing.line(
                        curve(&[[x - r * 0.6, y + 0.02], [x - r * 0.2, y - r * 0.6], [x + r * 0.45, y - r * 0.35]]),
                        0.024,
                        shine.a(0.5),
                    );
                    drawing.line(
                        curve(&[[x - r * 0.3, y + r * 0.5], [x + r * 0.35, y + r * 0.45], [x + r * 0.55, y]]),
                        0.020,
                        hair.dark(0.35).a(0.55),
                    );
                }
            }
            for k in 0..5 {
                let [x, y] = s(-0.44 + 0.22 * k as f32, -0.66 + 0.05 * ((k % 2) as f32));
                drawing.ellipse([x, y], [0.155, 0.135], hair);
                if fine {
                    drawing.line(
                        curve(&[[x - 0.09, y + 0.03], [x - 0.02, y - 0.08], [x + 0.08, y - 0.04]]),
                        0.020,
                        shine.a(0.5),
                    );
                }
            }
        }
        Hair::Cap => cap(drawing, who, pose),
    }
}

fn cap(drawing: &mut Drawing, who: &Person, pose: &Pose) {
    let s = skull(pose, 0.20);
    let o = skull(pose, 0.04);
    let c = who.cheek;
    let cloth = [hex(0x47586b), hex(0x6a5a4a), hex(0x4f6152)][(noise(who.seed, 21) * 3.0) as usize % 3];
    for side in [-1.0f32, 1.0] {
        drawing.fill(
            blob(&[
                o(side * (c - 0.03), 0.06),
                o(side * (c + 0.05), -0.12),
                o(side * (c + 0.04), -0.50),
                o(side * (c - 0.10), -0.50),
                s(side * (c - 0.09), -0.20),
            ]),
            who.hair,
        );
    }
    drawing.fill(
        blob(&[
            o(-c - 0.05, -0.46),
            o(-c - 0.04, -0.78),
            o(-0.56, -1.16),
            o(0.0, -1.32),
            o(0.56, -1.16),
            o(c + 0.04, -0.78),
            o(c + 0.05, -0.50),
            s(0.40, -0.62),
            s(0.0, -0.66),
            s(-0.40, -0.62),
        ]),
        cloth,
    );
    drawing.fill(
        blob(&[o(0.30, -1.25), o(0.60, -1.10), o(c + 0.03, -0.76), o(c + 0.04, -0.48), s(0.46, -0.60), o(0.48, -0.95)]),
        cloth.dark(0.22),
    );
    drawing.fill(
        blob(&[
            s(-0.68, -0.52),
            s(-0.40, -0.66),
            s(0.0, -0.71),
            s(0.40, -0.66),
            s(0.68, -0.52),
            s(0.62, -0.42),
            s(0.30, -0.475),
            s(0.0, -0.49),
            s(-0.30, -0.475),
            s(-0.62, -0.42),
        ]),
        cloth.dark(0.38),
    );
    drawing.fill(
        taper(&[s(-0.58, -0.515), s(-0.25, -0.605), s(0.12, -0.625)], &[0.0, 0.035, 0.0]),
        cloth.light(0.25).a(0.8),
    );
    if !who.plain {
        drawing.line(curve(&[o(0.0, -1.31), o(0.01, -0.95), s(0.0, -0.64)]), 0.018, cloth.dark(0.35).a(0.7));
        drawing.fill(
            taper(&[o(-0.58, -0.80), o(-0.42, -1.04), o(-0.14, -1.18)], &[0.0, 0.09, 0.0]),
            cloth.light(0.25).a(0.7),
        );
        drawing.ellipse(o(0.0, -1.31), [0.05, 0.035], cloth.dark(0.25));
    }
}
