//! The body: where its joints are, the torso and the neck.

use super::clothes;
use super::colour::Paint;
use super::drawing::Drawing;
use super::numbers::lerp;
use super::path::{Point, blob, curve, poly, trace};
use super::person::Person;
use super::pose::Pose;
use super::reach;

/// Where the table's far edge is, in half heads below the middle of the head.
pub const TABLE: f32 = 3.42;

/// How much higher the head of who stands, in half heads.
pub const STANDING: f32 = 1.5;

/// The joints of one person at one instant, in half heads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Joints {
    /// Middle of the head.
    pub head: Point,
    /// Where the neck meets the chest.
    pub neck: Point,
    /// Left and right, as seen.
    pub shoulders: [Point; 2],
    pub elbows: [Point; 2],
    pub hands: [Point; 2],
    /// How much nearer than the table's edge: everything upwards of the waist grows by it.
    pub near: f32,
}

pub fn joints(who: &Person, pose: &Pose) -> Joints {
    let lift = -STANDING * pose.stand;
    let lean = pose.lean;
    let near = 1.0 + if lean > 0.0 { 0.10 } else { 0.07 } * lean;
    let slump = pose.slump;
    let dx = 0.26 * pose.turn;
    let width = who.shoulder * near * (1.0 - 0.10 * slump) * (1.0 - 0.14 * pose.turn.abs());
    let shoulder_y = 1.92 + 0.26 * slump - 0.045 * pose.breath - 0.10 * lean.min(0.0) + 0.18 * lean.max(0.0)
        - 0.10 * pose.fists
        - 0.06 * pose.crossed
        + lift;
    let head =
        [pose.head[0] + dx * 1.25, pose.head[1] + 0.22 * slump + 0.24 * lean.max(0.0) - 0.022 * pose.breath + lift];
    let neck = [dx, 1.42 + 0.20 * slump - 0.03 * pose.breath + 0.15 * lean.max(0.0) + lift];
    let shoulders = [[dx - width, shoulder_y], [dx + width, shoulder_y]];
    let spread = lerp(who.shoulder * 0.86, who.shoulder + 0.26 + 0.14 * pose.fists - 0.10 * slump, who.room);
    let elbow_y = TABLE + 0.02;
    let apart = 0.46 + (0.20 + 0.30 * who.room) * pose.fists - 0.06 * slump;
    let hand_y = TABLE + 0.62;
    let mut j = Joints { head, neck, shoulders, elbows: [[0.0; 2]; 2], hands: [[0.0; 2]; 2], near };
    for (i, side) in [-1.0, 1.0].into_iter().enumerate() {
        // Seated, the arms lie on the table; standing, they hang.
        let go = |a: Point, b: Point| [lerp(a[0], b[0], pose.stand), lerp(a[1], b[1], pose.stand)];
        j.elbows[i] = go([side * spread + dx * 0.6, elbow_y], [j.shoulders[i][0] + side * 0.20, shoulder_y + 1.60]);
        j.hands[i] = go([side * apart, hand_y], [j.shoulders[i][0] + side * 0.02, shoulder_y + 3.05]);
    }
    reach::reach(pose, &mut j);
    j
}

/// Neck and clothes down to where the table hides them.
pub fn torso(drawing: &mut Drawing, who: &Person, pose: &Pose, j: &Joints) {
    let [l, r] = j.shoulders;
    let [nx, ny] = j.neck;
    let nw = who.neck * j.near;
    let bottom = TABLE + 0.9;
    let hip = who.shoulder * 0.86;
    let chest = 0.02 * pose.breath;
    let top = who.top;
    let mut half_left = vec![
        [nx - nw * 0.98, ny - 0.12],
        [nx - nw - 0.34, ny + 0.20],
        [l[0] + 0.30, l[1] - 0.18],
        [l[0] + 0.02, l[1] + 0.06],
        [l[0] - 0.07 - chest, l[1] + 0.50],
        [l[0] + 0.10, lerp(l[1], bottom, 0.5)],
        [nx - hip, bottom],
    ];
    let right = vec![
        [nx + hip, bottom],
        [r[0] - 0.10, lerp(r[1], bottom, 0.5)],
        [r[0] + 0.07 + chest, r[1] + 0.50],
        [r[0] - 0.02, r[1] + 0.06],
        [r[0] - 0.30, r[1] - 0.18],
        [nx + nw + 0.34, ny + 0.20],
        [nx + nw * 0.98, ny - 0.12],
    ];
    half_left.extend(right);
    let shape = trace(&half_left, true, 8);
    if who.outlined {
        let mut ring = shape.clone();
        ring.extend(shape.first().copied());
        drawing.line(curve(&ring), 0.07, top.dark(0.75));
    }
    drawing.fill(poly(&shape), cloth(who, j));
    drawing.clipped(&shape, |drawing| {
        // Shadow under the arms and below the chest.
        drawing.soft([r[0] - 0.25, r[1] + 1.45], [0.60, 1.10], top.dark(0.45).a(0.55));
        drawing.soft([l[0] + 0.20, l[1] + 1.50], [0.42, 1.00], top.dark(0.45).a(0.35));
        drawing.soft([nx + 0.2, TABLE + 0.15], [1.9, 0.95], top.dark(0.45).a(0.40));
    });
    drawing.clipped(&shape, |drawing| clothes::front(drawing, who, j, bottom));
    neck(drawing, who, pose, j);
    clothes::collar(drawing, who, j);
}

/// The cloth in the light that falls from the window on the left; body and sleeves share it.
pub fn cloth(who: &Person, j: &Joints) -> Paint {
    let [nx, ny] = j.neck;
    Paint::Linear([nx - 1.9, ny + 0.1], who.top.light(0.14), [nx + 2.0, ny + 2.4], who.top.dark(0.22))
}

fn neck(drawing: &mut Drawing, who: &Person, pose: &Pose, j: &Joints) {
    let [nx, ny] = j.neck;
    let [hx, hy] = j.head;
    let nw = who.neck * j.near;
    let red = pose.anger() * 0.18;
    let (skin, shade) = (who.skin.mix(who.flush, red), who.shade.mix(who.flush, red));
    let shape = [
        [hx - nw * 1.0, hy + 0.55],
        [nx - nw * 0.98, ny - 0.16],
        [nx - nw - 0.12, ny + 0.12],
        [nx, ny + 0.58],
        [nx + nw + 0.12, ny + 0.12],
        [nx + nw * 0.98, ny - 0.16],
        [hx + nw * 1.0, hy + 0.55],
    ];
    let shape = trace(&shape, true, 8);
    drawing.fill(poly(&shape), skin.mix(shade, 0.20));
    drawing.clipped(&shape, |drawing| {
        // The head's shadow.
        drawing.fill(
            blob(&[
                [hx - 0.75, hy + 0.3],
                [hx - 0.42, hy + 1.06],
                [hx + 0.02, hy + 1.30],
                [hx + 0.50, hy + 1.12],
                [hx + 0.8, hy + 0.3],
            ]),
            shade.mix(skin, 0.18).dark(0.04),
        );
        if !who.plain {
            let line = shade.dark(0.25).a(0.25 + 0.45 * who.old);
            for side in [-1.0, 1.0] {
                drawing.line(
                    curve(&[
                        [nx + side * nw * 0.62, ny - 0.16],
                        [nx + side * nw * 0.40, ny + 0.08],
                        [nx + side * 0.09, ny + 0.24],
                    ]),
                    0.024,
                    line,
                );
            }
        }
    });
}
