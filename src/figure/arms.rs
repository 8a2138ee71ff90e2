//! Arms and hands.

use super::body::{self, Joints, TABLE};
use super::colour::{Rgba, hex};
use super::drawing::{Drawing, Transform};
use super::held::{carried, glass};
use super::numbers::{lerp, noise, swell};
use super::path::{Point, blob, curve, taper};
use super::person::Person;
use super::pose::{BodyGesture, Pose};
use crate::vocabulary::Top;
use libm::sincosf;

/// Arms and hands on the table, with what they hold.
pub fn draw(drawing: &mut Drawing, who: &Person, pose: &Pose, j: &Joints) {
    let pointing = matches!(pose.gesture, Some((BodyGesture::Point, _)));
    let wiping = matches!(pose.gesture, Some((BodyGesture::WipeTears, _)));
    let covers = matches!(pose.gesture, Some((BodyGesture::CoverFace, part)) if (0.12..0.88).contains(&part));
    if pose.stand < 0.3 {
        for hand in j.hands {
            let down = (hand[1] - TABLE - 0.2).clamp(0.0, 1.0);
            drawing.soft([hand[0] + 0.06, hand[1] + 0.20], [0.75, 0.26], hex(0x4a2c1c).a(0.32 * down));
        }
    }
    let crossed = pose.crossed > 0.6;
    for i in [0, 1] {
        if i == 1 && crossed {
            hand(drawing, who, j.hands[0], -1.0, 0.3);
        }
        arm(drawing, who, j, i);
    }
    if pose.stand < 0.5 {
        carried(drawing, who, j);
    }
    for i in [0, 1] {
        let side = if i == 0 { -1.0 } else { 1.0 };
        let fist = match pose.gesture {
            Some((BodyGesture::WipeTears, _)) if i == 1 => 1.0,
            Some((BodyGesture::Drink, part)) if i == 1 => swell(part, 0.2, 0.8).max(pose.fists) * 0.8,
            Some((BodyGesture::CoverFace, _)) => 0.0,
            _ if i == 1 && pose.raised > 0.3 => 1.0,
            _ => pose.fists * (1.0 - pose.open[i]),
        };
        if crossed && !covers {
            // Tucked away under the other arm.
            if i == 1 {
                hand(drawing, who, j.hands[1], 1.0, 0.3);
            }
        } else if i == 1 && pointing {
            pointing_hand(drawing, who, j.hands[i]);
        } else {
            hand(drawing, who, j.hands[i], side, fist);
        }
        if i == 1 && wiping {
            let [x, y] = j.hands[1];
            drawing.fill(
                blob(&[
                    [x - 0.30, y - 0.26],
                    [x - 0.05, y - 0.38],
                    [x + 0.16, y - 0.26],
                    [x + 0.10, y - 0.02],
                    [x - 0.16, y + 0.02],
                ]),
                hex(0xfdfbf6),
            );
            drawing.line(
                curve(&[[x - 0.22, y - 0.20], [x - 0.05, y - 0.16], [x + 0.05, y - 0.24]]),
                0.02,
                hex(0xcfd4d6),
            );
        }
    }
    if let Some((BodyGesture::Drink, part)) = pose.gesture
        && let held = swell(part, 0.30, 0.70)
        && held > 0.25
    {
        let [x, y] = j.hands[1];
        let tilt = -0.75 * swell(part, 0.42, 0.62);
        drawing.within(Transform { origin: [x - 0.20, y - 0.05], scale: 1.0, turn: tilt }, |c| glass(c, [0.0, 0.18]));
    }
    if let Some((gesture, part)) = pose.gesture
        && let Some(beat) = gesture.blow(part)
        && (0.62..0.85).contains(&beat)
    {
        let [x, y] = j.hands[1];
        let fade = 1.0 - (beat - 0.62) / 0.23;
        for k in 0..5 {
            let (s, c) = sincosf(-0.3 - 0.62 * k as f32);
            drawing.line(
                curve(&[[x + c * 0.55, y + s * 0.42], [x + c * 0.68, y + s * 0.52], [x + c * 0.82, y + s * 0.64]]),
                0.05,
                hex(0xfff3d6).a(0.9 * fade),
            );
        }
    }
}

fn arm(drawing: &mut Drawing, who: &Person, j: &Joints, i: usize) {
    let side = if i == 0 { -1.0 } else { 1.0 };
    let (shoulder, elbow, hand) = (j.shoulders[i], j.elbows[i], j.hands[i]);
    let thick = 0.27 + 0.145 * who.shoulder;
    let puff = if who.look.top == Top::Padded { 1.18 } else { 1.0 };
    let cloth = if i == 0 { who.top.light(0.06) } else { who.top.dark(0.12) };
    let start = [shoulder[0] - side * 0.26, shoulder[1] + 0.36];
    let wrist = [lerp(elbow[0], hand[0], 0.80), lerp(elbow[1], hand[1], 0.80) - 0.02];
    let short = who.look.top == Top::Shirt && noise(who.seed, 31) < 0.4;
    let path = [
        start,
        [lerp(shoulder[0], elbow[0], 0.55) - side * 0.03, lerp(shoulder[1], elbow[1], 0.52)],
        elbow,
        [lerp(elbow[0], wrist[0], 0.55), lerp(elbow[1], wrist[1], 0.55) + 0.02],
        wrist,
    ];
    let widths =
        [thick * 1.12 * puff, thick * 1.04 * puff, thick * 0.98 * puff, thick * 0.84 * puff, thick * 0.60 * puff];
    let line = cloth.dark(if who.outlined { 0.75 } else { 0.34 });
    let mut edge = widths.map(|w| w + if who.outlined { 0.10 } else { 0.05 });
    edge[0] = widths[0] * 0.9;
    let sleeve = body::cloth(who, j);
    if !short || who.outlined {
        drawing.fill(taper(&path, &edge), line.a(if who.outlined { 1.0 } else { 0.55 }));
    }
    if short {
        let skin = if i == 0 { who.skin } else { who.skin.mix(who.shade, 0.4) };
        let rim = who.shade.dark(0.30).a(0.7);
        drawing.fill(taper(&path, &widths.map(|w| w * 0.80 + 0.04)), rim);
        drawing.fill(taper(&path, &widths.map(|w| w * 0.80)), skin);
        drawing.ellipse(elbow, [thick * 0.38, thick * 0.36], skin);
        let half = [path[0], path[1], [lerp(path[1][0], elbow[0], 0.45), lerp(path[1][1], elbow[1], 0.45)]];
        drawing.fill(taper(&half, &[widths[0], widths[1] * 1.04, widths[1] * 1.06]), sleeve);
        drawing.ellipse([start[0], start[1] + 0.02], [widths[0] * 0.5, widths[0] * 0.5], sleeve);
        return;
    }
    drawing.fill(taper(&path, &widths), sleeve);
    drawing.ellipse([start[0], start[1] + 0.02], [widths[0] * 0.5, widths[0] * 0.5], sleeve);
    drawing.ellipse(elbow, [thick * 0.50 * puff, thick * 0.47 * puff], sleeve);
    if who.plain {
        return;
    }
    // Folds at the elbow, light along the upper side, a cuff.
    for k in 0..3 {
        let o = 0.13 * k as f32;
        drawing.line(
            curve(&[
                [elbow[0] - side * (0.12 + o), elbow[1] - 0.24 - o * 0.3],
                [elbow[0] - side * (0.06 + o), elbow[1] - 0.10],
                [elbow[0] - side * (0.16 + o), elbow[1] + 0.04],
            ]),
            0.024,
            line.a(0.42),
        );
    }
    if i == 0 {
        let on = |a: Point, b: Point, t: f32| [lerp(a[0], b[0], t) - thick * 0.26, lerp(a[1], b[1], t) - 0.03];
        drawing.fill(
            taper(&[on(start, path[1], 0.35), on(path[1], elbow, 0.05), on(path[1], elbow, 0.72)], &[0.0, 0.075, 0.0]),
            cloth.light(0.30).a(0.40),
        );
    }
    let cuff = if who.look.top == Top::Jacket { who.under.light(0.1) } else { cloth.dark(0.20) };
    let back = [lerp(elbow[0], wrist[0], 0.93), lerp(elbow[1], wrist[1], 0.93)];
    drawing.fill(
        taper(
            &[
                back,
                [lerp(back[0], hand[0], 0.22), lerp(back[1], hand[1], 0.22)],
                [lerp(back[0], hand[0], 0.40), lerp(back[1], hand[1], 0.40)],
            ],
            &[thick * 0.66 * puff, thick * 0.64 * puff, thick * 0.60 * puff],
        ),
        cuff,
    );
}

/// A hand, from the resting palm to the fist; fingers towards the middle and the receiver.
fn hand(drawing: &mut Drawing, who: &Person, [x, y]: Point, side: f32, fist: f32) {
    let skin = if side < 0.0 { who.skin } else { who.skin.mix(who.shade, 0.22) };
    let line = who.shade.dark(if who.outlined { 0.75 } else { 0.40 });
    let big = 0.92 + 0.10 * (who.shoulder - 1.6);
    let p = |dx: f32, dy: f32| [x - side * dx * big, y + dy * big];
    let long = lerp(1.0, 0.42, fist);
    let palm = [
        p(-0.28, -0.12),
        p(-0.02, -0.22),
        p(0.20, -0.14),
        p(0.26, 0.06),
        p(0.12, 0.21),
        p(-0.14, 0.20),
        p(-0.30, 0.08),
    ];
    let back: Vec<Point> = palm.to_vec();
    let round = |drawing: &mut Drawing, points: &[Point], w0: f32, w1: f32, colour: Rgba| {
        let mid = (w0 + w1) / 2.0;
        let widths: Vec<f32> = match points.len() {
            3 => vec![w0, mid, w1],
            n => vec![w0; n],
        };
        drawing.fill(taper(points, &widths), colour);
        if let Some(&end) = points.last() {
            drawing.ellipse(end, [w1 / 2.0, w1 / 2.0], colour);
        }
    };
    // Four fingers, the little one nearest to the receiver.
    for k in 0..4 {
        let f = k as f32;
        let root = p(0.10 - 0.045 * f * (1.0 - fist), -0.10 + 0.095 * f);
        let reach = (0.46 - 0.03 * (f - 1.0).abs()) * long;
        let mid = p(0.10 + reach * 0.62, -0.10 + 0.100 * f + 0.03);
        let tip = p(0.08 + reach, -0.08 + 0.105 * f + 0.09 * (1.0 - fist));
        let pts = [root, mid, tip];
        round(drawing, &pts, (0.150 + 0.03 * fist) * big + 0.035, (0.125 + 0.06 * fist) * big + 0.035, line.a(0.75));
        round(drawing, &pts, (0.150 + 0.03 * fist) * big, (0.125 + 0.06 * fist) * big, skin);
        if !who.plain && fist < 0.5 {
            drawing.ellipse(
                [tip[0] - side * 0.02, tip[1] + 0.005],
                [0.035, 0.028],
                who.skin.mix(hex(0xf6c9b8), 0.6).light(0.25),
            );
        }
    }
    drawing.fill(blob(&back), skin);
    if fist > 0.4 && !who.plain {
        for k in 0..4 {
            let q = p(0.12, -0.10 + 0.10 * k as f32);
            drawing.ellipse(q, [0.055 * big, 0.040 * big], skin.light(0.30).a(0.8 * fist));
        }
    }
    // The thumb lies over the fist, or along the palm.
    let thumb =
        [p(-0.08, -0.16), p(0.10, lerp(-0.27, -0.16, fist)), p(lerp(0.30, 0.26, fist), lerp(-0.24, 0.02, fist))];
    round(drawing, &thumb, 0.16 * big + 0.03, 0.12 * big + 0.03, line.a(0.7));
    round(drawing, &thumb, 0.16 * big, 0.12 * big, skin);
    if who.old > 0.4 && !who.plain && fist < 0.5 {
        for k in 0..3 {
            drawing.line(
                curve(&[
                    p(-0.16, -0.06 + 0.09 * k as f32),
                    p(-0.04, -0.08 + 0.09 * k as f32),
                    p(0.06, -0.05 + 0.09 * k as f32),
                ]),
                0.016,
                line.a(0.4),
            );
        }
    }
}

/// The right hand pointing at the receiver: the fist behind, the finger foreshortened before it.
fn pointing_hand(drawing: &mut Drawing, who: &Person, [x, y]: Point) {
    let skin = who.skin.mix(who.shade, 0.16);
    let line = who.shade.dark(if who.outlined { 0.75 } else { 0.40 });
    let big = 1.12 + 0.12 * (who.shoulder - 1.6);
    let p = |dx: f32, dy: f32| [x + dx * big, y + dy * big];
    let back =
        [p(-0.26, -0.20), p(0.02, -0.30), p(0.30, -0.18), p(0.36, 0.06), p(0.18, 0.27), p(-0.10, 0.26), p(-0.27, 0.06)];
    drawing.line(blob(&back), 0.05, line.a(0.8));
    drawing.fill(blob(&back), skin);
    // Three curled fingers, the lowest smallest.
    for k in [2, 1, 0] {
        let f = k as f32;
        let at = p(-0.10 + 0.11 * f, 0.14 + 0.055 * f);
        let size = [(0.145 - 0.012 * f) * big, (0.105 - 0.008 * f) * big];
        drawing.ellipse(at, [size[0] + 0.022, size[1] + 0.022], line.a(0.8));
        drawing.ellipse(at, size, skin);
    }
    let finger = [p(0.06, -0.14), p(-0.16, -0.06), p(-0.40, 0.04)];
    drawing.fill(taper(&finger, &[0.20 * big, 0.235 * big, 0.255 * big]), line.a(0.8));
    drawing.ellipse(finger[2], [0.150 * big, 0.142 * big], line.a(0.8));
    drawing.fill(taper(&finger, &[0.17 * big, 0.195 * big, 0.215 * big]), skin);
    drawing.ellipse(finger[2], [0.125 * big, 0.118 * big], skin.light(0.18));
    drawing.line(curve(&[p(-0.06, -0.19), p(-0.03, -0.12), p(-0.05, -0.04)]), 0.02, line.a(0.5));
    let thumb = [p(0.20, -0.02), p(0.06, 0.02), p(-0.06, 0.06)];
    drawing.fill(taper(&thumb, &[0.20 * big, 0.19 * big, 0.16 * big]), line.a(0.7));
    drawing.fill(taper(&thumb, &[0.17 * big, 0.16 * big, 0.13 * big]), skin);
    drawing.ellipse(thumb[2], [0.068 * big, 0.068 * big], skin);
}
