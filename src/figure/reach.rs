//! Where the arms go besides lying on the table: crossed, clasped, talking, and in a movement.

use super::body::{Joints, TABLE};
use super::numbers::{lerp, swell};
use super::path::Point;
use super::pose::{BodyGesture, Pose};
use libm::sinf;

fn go(a: Point, b: Point, t: f32) -> Point {
    [lerp(a[0], b[0], t), lerp(a[1], b[1], t)]
}

/// Moves the arms where posture and movement want them.
pub fn reach(pose: &Pose, j: &mut Joints) {
    posture(pose, j);
    if let Some((gesture, part)) = pose.gesture {
        movement(gesture, part, j);
    }
}

fn posture(pose: &Pose, j: &mut Joints) {
    for (i, side) in [-1.0f32, 1.0].into_iter().enumerate() {
        let [sx, sy] = j.shoulders[i];
        let seated = 1.0 - pose.stand;
        if pose.clasped > 0.0 {
            let low = lerp(sy + 2.15, TABLE + 0.58, seated);
            j.hands[i] = go(j.hands[i], [j.neck[0] + side * 0.14, low], pose.clasped);
        }
        if pose.crossed > 0.0 {
            // Each hand to the other arm, the right one over the left.
            let other = j.shoulders[1 - i][0];
            j.hands[i] = go(j.hands[i], [lerp(sx, other, 0.74), sy + if i == 0 { 1.16 } else { 0.98 }], pose.crossed);
            j.elbows[i] = go(j.elbows[i], [sx + side * 0.10, sy + 1.50], pose.crossed);
        }
        let open = pose.open[i];
        if open > 0.0 {
            j.hands[i] = go(j.hands[i], [sx - side * 0.40, sy + 1.52], open);
            j.elbows[i] = go(j.elbows[i], [sx + side * 0.26, sy + 1.50], open);
        }
    }
    if pose.raised > 0.0 {
        let [sx, sy] = j.shoulders[1];
        j.hands[1] = go(j.hands[1], [sx + 0.42, sy - 2.0], pose.raised);
        j.elbows[1] = go(j.elbows[1], [sx + 0.52, sy - 0.55], pose.raised);
    }
}

fn movement(gesture: BodyGesture, part: f32, j: &mut Joints) {
    let [sx, sy] = j.shoulders[1];
    match gesture {
        BodyGesture::PoundTable | BodyGesture::Burst => {
            // Up, down hard, twice.
            let (from, to) = if gesture == BodyGesture::Burst { (0.10, 0.72) } else { (0.12, 0.9) };
            let aside = swell(part, from, to);
            let height = gesture.blow(part).map_or(0.0, |beat| {
                if beat < 0.55 { swell(beat, 0.45, 1.0) } else { 1.0 - ((beat - 0.55) / 0.10).min(1.0) }
            });
            j.hands[1] = go(j.hands[1], [sx - 0.25, TABLE + 0.55], aside);
            let top = (sy - 0.45).min(TABLE - 1.2);
            j.hands[1][1] = lerp(j.hands[1][1], top, height);
            j.elbows[1] = go(j.elbows[1], [sx + 0.45, TABLE - 0.55], aside);
            j.elbows[1] = go(j.elbows[1], [sx + 0.85, sy + 0.70], height * 0.9);
            if gesture == BodyGesture::Burst {
                // The other hand holds on to the table.
                let [lx, _] = j.shoulders[0];
                j.hands[0] = go(j.hands[0], [lx + 0.10, TABLE + 0.50], swell(part, 0.12, 0.85));
                j.elbows[0] = go(j.elbows[0], [lx - 0.45, TABLE - 0.75], swell(part, 0.12, 0.85));
            }
        }
        BodyGesture::WipeTears => {
            let k = swell(part, 0.2, 0.8);
            let rub = sinf(part * 40.0) * 0.035 * k;
            j.hands[1] = go(j.hands[1], [j.head[0] + 0.36 + rub, j.head[1] + 0.30], k);
            j.elbows[1] = go(j.elbows[1], [sx + 0.15, TABLE - 0.15], k);
        }
        BodyGesture::Point => {
            let k = swell(part, 0.2, 0.8);
            let jab = sinf(part * 25.0) * 0.07 * k;
            j.hands[1] = go(j.hands[1], [sx - 0.62, sy + 0.46 + jab], k);
            j.elbows[1] = go(j.elbows[1], [sx + 0.45, sy + 1.10], k);
        }
        BodyGesture::CoverFace => {
            let k = swell(part, 0.15, 0.85);
            let shake = sinf(part * 46.0) * 0.02 * k;
            for (i, side) in [-1.0f32, 1.0].into_iter().enumerate() {
                j.hands[i] = go(j.hands[i], [j.head[0] + side * 0.34, j.head[1] + 0.22 + shake], k);
                j.elbows[i] = go(j.elbows[i], [j.shoulders[i][0] - side * 0.25, TABLE - 0.10], k);
            }
        }
        BodyGesture::Drink => {
            let k = swell(part, 0.30, 0.70);
            j.hands[1] = go(j.hands[1], [j.head[0] + 0.40, j.head[1] + 1.02], k);
            j.elbows[1] = go(j.elbows[1], [sx + 0.30, sy + 1.45], k);
        }
        BodyGesture::StandUp | BodyGesture::TurnAway | BodyGesture::Nod | BodyGesture::LookBack => {}
    }
}
