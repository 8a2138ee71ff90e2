//! What people carry, and what was put before them.

use super::body::{Joints, TABLE};
use super::colour::{Paint, hex};
use super::drawing::{Drawing, Transform};
use super::path::{Point, blob, curve, rounded};
use super::person::Person;
use super::pose::{BodyGesture, Pose};
use crate::vocabulary::Carries;
use libm::sincosf;

/// What was put before them, on the table beside their hands; `jolt` lifts it when the table is struck.
pub fn served(drawing: &mut Drawing, who: &Person, pose: &Pose, jolt: f32) {
    let drinking = matches!(pose.gesture, Some((BodyGesture::Drink, part)) if (0.2..0.8).contains(&part));
    if pose.served.water && !drinking {
        let x = 1.25 + 0.35 * who.room;
        drawing.within(Transform { origin: [x, TABLE + 0.78 - jolt], scale: 1.0, turn: jolt * 0.5 }, |c| {
            glass(c, [0.0; 2]);
        });
        if jolt > 0.1 {
            // Water over the rim.
            for k in 0..4 {
                let (s, c) = sincosf(-0.7 - 0.55 * k as f32);
                let far = 0.45 + 0.5 * jolt;
                drawing.ellipse([x + c * far, TABLE + 0.1 - jolt + s * far], [0.05, 0.07], hex(0xbfe0ee));
            }
        }
    }
    if pose.served.tissues {
        let (x, y) = (-1.30 - 0.35 * who.room, TABLE + 0.80 - jolt * 0.4);
        drawing.soft([x, y + 0.10], [0.55, 0.14], hex(0x4a2c1c).a(0.35));
        drawing.fill(rounded(x - 0.36, y - 0.20, x + 0.36, y + 0.12, 0.06), hex(0xdfe9ec));
        drawing.fill(
            blob(&[
                [x - 0.16, y - 0.16],
                [x - 0.22, y - 0.44],
                [x + 0.02, y - 0.56],
                [x + 0.20, y - 0.40],
                [x + 0.12, y - 0.16],
            ]),
            hex(0xfefcf8),
        );
    }
}

/// A glass of water that stands on this point.
pub fn glass(c: &mut Drawing, [x, y]: Point) {
    c.soft([x + 0.06, y + 0.02], [0.38, 0.10], hex(0x3a2018).a(0.30));
    c.fill(
        blob(&[
            [x - 0.25, y - 0.72],
            [x, y - 0.70],
            [x + 0.25, y - 0.72],
            [x + 0.22, y - 0.30],
            [x + 0.19, y],
            [x - 0.19, y],
            [x - 0.22, y - 0.30],
        ]),
        hex(0xf4fafc).a(0.88),
    );
    c.fill(rounded(x - 0.20, y - 0.50, x + 0.20, y - 0.02, 0.06), hex(0xa9d3e6).a(0.9));
    c.ellipse([x, y - 0.72], [0.25, 0.055], hex(0xffffff).a(0.95));
    c.line(curve(&[[x - 0.13, y - 0.62], [x - 0.13, y - 0.35], [x - 0.11, y - 0.10]]), 0.04, hex(0xffffff));
}

/// What they carry: in the hands, or on the table before them.
pub fn carried(drawing: &mut Drawing, who: &Person, j: &Joints) {
    let [lx, ly] = j.hands[0];
    match who.look.carries {
        Carries::Nothing => {}
        Carries::Folder => {
            drawing.within(Transform { origin: [lx - 0.05, ly - 0.22], scale: 1.0, turn: -0.10 }, |c| {
                c.fill(rounded(-0.52, -0.80, 0.66, 0.34, 0.05), hex(0x4a2c1c).a(0.25));
                c.fill(rounded(-0.40, -0.86, 0.60, 0.26, 0.03), hex(0xfbf7ee));
                c.fill(rounded(-0.56, -0.82, 0.58, 0.30, 0.05), hex(0xcc9b58));
                c.fill(rounded(-0.56, -0.82, -0.42, 0.30, 0.05), hex(0xb07f41));
                c.fill(rounded(-0.22, -0.60, 0.40, -0.34, 0.03), hex(0xfbf7ee));
                for k in 0..2 {
                    let y = -0.53 + 0.10 * k as f32;
                    c.line(curve(&[[-0.14, y], [0.1, y], [0.30 - 0.1 * k as f32, y]]), 0.03, hex(0x9a8a78));
                }
            });
        }
        Carries::ClothBag => {
            let (x, y) = (j.elbows[0][0] + 0.55, TABLE + 0.42);
            drawing.soft([x + 0.1, y + 0.42], [0.75, 0.16], hex(0x4a2c1c).a(0.35));
            drawing.line(
                curve(&[[x - 0.28, y - 0.35], [x - 0.20, y - 0.85], [x + 0.12, y - 0.88], [x + 0.24, y - 0.35]]),
                0.07,
                hex(0x9c5a4e),
            );
            drawing.fill(
                blob(&[
                    [x - 0.48, y - 0.40],
                    [x - 0.1, y - 0.34],
                    [x + 0.46, y - 0.40],
                    [x + 0.54, y + 0.30],
                    [x + 0.2, y + 0.42],
                    [x - 0.3, y + 0.42],
                    [x - 0.56, y + 0.28],
                ]),
                hex(0xd9a58c),
            );
            for k in 0..4 {
                let o = -0.34 + 0.22 * k as f32;
                drawing.line(
                    curve(&[[x + o, y - 0.34], [x + o - 0.02, y], [x + o, y + 0.38]]),
                    0.035,
                    hex(0xb9705f).a(0.7),
                );
            }
        }
        Carries::Phone => {
            drawing.within(Transform { origin: [lx + 0.16, ly - 0.20], scale: 1.0, turn: -0.35 }, |c| {
                c.fill(rounded(-0.20, -0.44, 0.20, 0.34, 0.07), hex(0x2c2e36));
                c.fill(
                    rounded(-0.16, -0.40, 0.16, 0.30, 0.05),
                    Paint::Linear([-0.1, -0.4], hex(0x9fc7dd), [0.1, 0.3], hex(0x5f87a8)),
                );
            });
        }
        Carries::Cane => {
            let x = j.elbows[1][0] + 0.10;
            drawing.line(
                curve(&[[x, TABLE + 0.02], [x - 0.04, TABLE - 0.6], [x - 0.08, TABLE - 1.25]]),
                0.14,
                hex(0x7a4f30),
            );
            drawing.line(
                curve(&[
                    [x - 0.08, TABLE - 1.2],
                    [x - 0.10, TABLE - 1.52],
                    [x - 0.36, TABLE - 1.62],
                    [x - 0.54, TABLE - 1.38],
                ]),
                0.16,
                hex(0x7a4f30),
            );
            drawing.line(
                curve(&[[x - 0.04, TABLE - 0.04], [x - 0.09, TABLE - 0.5], [x - 0.12, TABLE - 1.2]]),
                0.035,
                hex(0xb98758),
            );
        }
        Carries::Thermos => {
            let (x, y) = (j.elbows[0][0] + 0.42, TABLE + 0.55);
            drawing.soft([x + 0.1, y + 0.05], [0.45, 0.12], hex(0x4a2c1c).a(0.35));
            drawing.fill(
                rounded(x - 0.21, y - 0.95, x + 0.21, y + 0.06, 0.09),
                Paint::Linear([x - 0.2, y], hex(0x8fb3a4), [x + 0.2, y], hex(0x53776b)),
            );
            drawing.fill(rounded(x - 0.17, y - 1.17, x + 0.17, y - 0.92, 0.06), hex(0xd9d4c8));
            drawing.fill(rounded(x - 0.21, y - 0.97, x + 0.21, y - 0.90, 0.02), hex(0xb9b2a4));
            drawing.line(
                curve(&[[x - 0.12, y - 0.80], [x - 0.12, y - 0.45], [x - 0.12, y - 0.12]]),
                0.045,
                hex(0xffffff).a(0.5),
            );
        }
    }
}
