//! Neck, shoulders, clothes, arms and hands, and what is carried in them.

use super::motion::{Pose, swell};
use super::paths::{Canvas, P, Paint, Rgba, blob, curve, hex, lerp, poly, rounded, taper, trace};
use super::person::Person;
use super::stage::BodyGesture;
use crate::scenario::model::{Carries, Top};

/// Where the table's far edge is, in half heads below the middle of the head.
pub const TABLE: f32 = 3.72;

/// The joints of one person at one instant, in half heads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Joints {
    /// Middle of the head.
    pub head: P,
    /// Where the neck meets the chest.
    pub neck: P,
    /// Left and right, as seen.
    pub shoulders: [P; 2],
    pub elbows: [P; 2],
    pub hands: [P; 2],
    /// How much nearer than the table's edge: everything upwards of the waist grows by it.
    pub near: f32,
}

pub fn joints(who: &Person, pose: &Pose) -> Joints {
    let lift = -1.75 * pose.rise;
    let lean = pose.lean;
    let near = 1.0 + 0.055 * lean;
    let slump = pose.slump;
    let dx = 0.26 * pose.turn;
    let width = who.shoulder * near * (1.0 - 0.10 * slump) * (1.0 - 0.14 * pose.turn.abs());
    let shoulder_y = 1.92 + 0.26 * slump - 0.045 * pose.breath - 0.10 * lean.min(0.0) + 0.10 * lean.max(0.0)
        - 0.10 * pose.fists + lift;
    let head = [pose.head[0] + dx * 1.25, pose.head[1] + 0.22 * slump + 0.13 * lean.max(0.0) - 0.022 * pose.breath + lift];
    let neck = [dx, 1.42 + 0.20 * slump - 0.03 * pose.breath + 0.08 * lean.max(0.0) + lift];
    let shoulders = [[dx - width, shoulder_y], [dx + width, shoulder_y]];
    let spread = who.shoulder + 0.34 + 0.16 * pose.fists - 0.12 * slump;
    let elbow_y = TABLE + 0.02 + lift * 0.75;
    let elbows = [[-spread + dx * 0.6, elbow_y], [spread + dx * 0.6, elbow_y]];
    let apart = 0.46 + 0.50 * pose.fists - 0.10 * slump;
    let hand_y = TABLE + 0.62 + lift * 0.55;
    let mut j = Joints { head, neck, shoulders, elbows, hands: [[-apart, hand_y], [apart, hand_y]], near };
    raise(pose, &mut j);
    j
}

/// Moves the right arm where the gesture wants it.
fn raise(pose: &Pose, j: &mut Joints) {
    let go = |a: P, b: P, t: f32| [lerp(a[0], b[0], t), lerp(a[1], b[1], t)];
    match pose.gesture {
        Some((BodyGesture::PoundTable, part)) => {
            // Up, down hard, twice.
            let beat = (part * 2.0).fract();
            let height = if beat < 0.55 { swell(beat, 0.45, 1.0) } else { 1.0 - ((beat - 0.55) / 0.10).min(1.0) };
            let aside = swell(part, 0.12, 0.9);
            j.hands[1] = go(j.hands[1], [j.shoulders[1][0] - 0.25, TABLE + 0.55], aside);
            j.hands[1][1] -= 1.85 * height;
            j.elbows[1] = go(j.elbows[1], [j.shoulders[1][0] + 0.75, TABLE - 0.65], height * 0.9);
        }
        Some((BodyGesture::WipeTears, part)) => {
            let k = swell(part, 0.2, 0.8);
            let rub = (part * 40.0).sin() * 0.035 * k;
            j.hands[1] = go(j.hands[1], [j.head[0] + 0.36 + rub, j.head[1] + 0.30], k);
            j.elbows[1] = go(j.elbows[1], [j.shoulders[1][0] + 0.15, TABLE - 0.15], k);
        }
        Some((BodyGesture::Point, part)) => {
            let k = swell(part, 0.2, 0.8);
            let jab = (part * 25.0).sin() * 0.05 * k;
            j.hands[1] = go(j.hands[1], [j.shoulders[1][0] - 0.70, 2.75 + jab], k);
            j.elbows[1] = go(j.elbows[1], [j.shoulders[1][0] + 0.45, TABLE - 0.45], k);
        }
        _ => {}
    }
}

/// Neck and clothes down to where the table hides them.
pub fn torso(canvas: &mut Canvas, who: &Person, pose: &Pose, j: &Joints) {
    let [l, r] = j.shoulders;
    let [nx, ny] = j.neck;
    let nw = who.neck * j.near;
    let bottom = TABLE + 1.2;
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
        canvas.line(&curve(&ring), 0.07, top.dark(0.75));
    }
    canvas.fill(&poly(&shape), Paint::Linear([nx - 1.6, ny], top.light(0.10), [nx + 1.8, bottom], top.dark(0.16)));
    canvas.clipped(&shape, |canvas| {
        canvas.fill(&blob(&[[r[0] - 0.55, r[1] - 0.3], [r[0] - 0.40, r[1] + 0.6], [r[0] - 0.75, bottom], [r[0] + 0.9, bottom], [r[0] + 0.8, r[1] - 0.4]]), top.dark(0.30).a(0.45));
    });
    clothes(canvas, who, j, bottom);
    neck(canvas, who, pose, j);
    collar(canvas, who, j);
}

fn neck(canvas: &mut Canvas, who: &Person, pose: &Pose, j: &Joints) {
    let [nx, ny] = j.neck;
    let [hx, hy] = j.head;
    let nw = who.neck * j.near;
    let red = pose.anger() * 0.18;
    let (skin, shade) = (who.skin.mix(who.flush, red), who.shade.mix(who.flush, red));
    let shape = [[hx - nw * 1.0, hy + 0.55], [nx - nw * 0.98, ny - 0.16], [nx - nw - 0.12, ny + 0.12], [nx, ny + 0.58], [nx + nw + 0.12, ny + 0.12], [nx + nw * 0.98, ny - 0.16], [hx + nw * 1.0, hy + 0.55]];
    let shape = trace(&shape, true, 8);
    canvas.fill(&poly(&shape), skin.mix(shade, 0.25));
    canvas.clipped(&shape, |canvas| {
        // The head's shadow.
        canvas.fill(&blob(&[[hx - 0.75, hy + 0.3], [hx - 0.42, hy + 1.06], [hx + 0.02, hy + 1.30], [hx + 0.50, hy + 1.12], [hx + 0.8, hy + 0.3]]), shade.dark(0.10));
        if !who.plain {
            let line = shade.dark(0.25).a(0.25 + 0.45 * who.old);
            for side in [-1.0, 1.0] {
                canvas.line(&curve(&[[nx + side * nw * 0.62, ny - 0.16], [nx + side * nw * 0.40, ny + 0.08], [nx + side * 0.09, ny + 0.24]]), 0.024, line);
            }
        }
    });
}

fn clothes(canvas: &mut Canvas, who: &Person, j: &Joints, bottom: f32) {
    let [nx, ny] = j.neck;
    let top = who.top;
    let seam = top.dark(0.38);
    let open = |canvas: &mut Canvas, half: f32, depth: f32, colour: Rgba| {
        canvas.fill(&poly(&trace(&[[nx - half, ny - 0.05], [nx - half * 0.62, ny + depth * 0.45], [nx - 0.02, ny + depth], [nx + 0.02, ny + depth], [nx + half * 0.62, ny + depth * 0.45], [nx + half, ny - 0.05]], true, 6)), colour);
    };
    match who.look.top {
        Top::Jacket => {
            open(canvas, 0.56, 1.55, who.under);
            canvas.line(&curve(&[[nx, ny + 0.45], [nx + 0.005, ny + 1.0], [nx, ny + 1.5]]), 0.025, who.under.dark(0.25));
            for side in [-1.0f32, 1.0] {
                let lapel = [[nx + side * 0.50, ny - 0.10], [nx + side * 0.74, ny + 0.34], [nx + side * 0.70, ny + 0.60], [nx + side * 0.84, ny + 0.66], [nx + side * 0.03, ny + 1.60], [nx + side * 0.22, ny + 0.85], [nx + side * 0.42, ny + 0.30]];
                canvas.fill(&poly(&lapel), if side < 0.0 { top.light(0.14) } else { top.dark(0.06) });
                if !who.plain {
                    let mut edge = lapel[1..5].to_vec();
                    edge.truncate(4);
                    canvas.line(&poly_open(&edge), 0.022, seam.a(0.7));
                }
            }
            canvas.line(&curve(&[[nx + 0.03, ny + 1.58], [nx + 0.05, ny + 2.0], [nx + 0.04, bottom]]), 0.03, seam);
            canvas.ellipse([nx - 0.09, ny + 1.80], [0.05, 0.05], seam);
        }
        Top::Cardigan => {
            open(canvas, 0.52, 1.25, who.under);
            for side in [-1.0f32, 1.0] {
                canvas.line(&curve(&[[nx + side * 0.54, ny - 0.06], [nx + side * 0.36, ny + 0.58], [nx + side * 0.06, ny + 1.28], [nx + side * 0.05, bottom]]), 0.125, top.light(if side < 0.0 { 0.22 } else { 0.10 }));
            }
            if !who.plain {
                for k in 0..3 {
                    canvas.ellipse([nx + 0.06, ny + 1.38 + 0.36 * k as f32], [0.055, 0.055], hex(0xf1e3c8).dark(0.08));
                    canvas.ellipse([nx + 0.05, ny + 1.37 + 0.36 * k as f32], [0.02, 0.02], seam);
                }
                // Knitted ribs.
                for k in 0..7 {
                    let x = 0.42 + 0.17 * k as f32;
                    for side in [-1.0f32, 1.0] {
                        canvas.line(&curve(&[[nx + side * x, ny + 0.75 + 0.05 * k as f32], [nx + side * (x + 0.02), ny + 1.5], [nx + side * (x - 0.02), bottom]]), 0.016, seam.a(0.22));
                    }
                }
            }
        }
        Top::Shirt => {
            open(canvas, 0.36, 0.62, who.skin.mix(who.shade, 0.35));
            canvas.line(&curve(&[[nx + 0.01, ny + 0.58], [nx + 0.02, ny + 1.4], [nx + 0.01, bottom]]), 0.15, top.light(0.22));
            for k in 0..4 {
                canvas.ellipse([nx + 0.015, ny + 0.86 + 0.42 * k as f32], [0.034, 0.034], seam.a(0.8));
            }
            if !who.plain {
                let [px, py] = [nx + 0.52, ny + 1.12];
                canvas.line(&poly_open(&[[px, py], [px, py + 0.48], [px + 0.25, py + 0.60], [px + 0.5, py + 0.48], [px + 0.5, py], [px, py]]), 0.024, seam.a(0.5));
            }
        }
        Top::Padded => {
            for k in 0..5 {
                let y = ny + 0.72 + 0.52 * k as f32;
                canvas.line(&curve(&[[nx - who.shoulder * 0.95, y + 0.04], [nx - 0.7, y + 0.12], [nx - 0.05, y + 0.02], [nx + 0.7, y + 0.12], [nx + who.shoulder * 0.95, y + 0.04]]), 0.036, seam.a(0.75));
                if !who.plain {
                    canvas.line(&curve(&[[nx - who.shoulder * 0.85, y + 0.12], [nx - 0.75, y + 0.19], [nx - 0.2, y + 0.12]]), 0.045, top.light(0.20).a(0.55));
                }
            }
            canvas.line(&curve(&[[nx, ny + 0.35], [nx + 0.01, ny + 1.4], [nx, bottom]]), 0.05, top.dark(0.5));
            canvas.line(&curve(&[[nx - 0.012, ny + 0.35], [nx, ny + 1.4], [nx - 0.012, bottom]]), 0.014, hex(0xcfc6b8));
        }
        Top::Workwear => {
            open(canvas, 0.44, 0.80, who.under);
            canvas.line(&curve(&[[nx, ny + 0.72], [nx + 0.01, ny + 1.5], [nx, bottom]]), 0.035, seam);
            for side in [-1.0f32, 1.0] {
                let x = nx + side * 0.78;
                canvas.fill(&rounded(x - 0.29, ny + 1.02, x + 0.29, ny + 1.55, 0.05), top.light(0.07));
                canvas.line(&rounded(x - 0.29, ny + 1.02, x + 0.29, ny + 1.55, 0.05), 0.022, seam.a(0.75));
                canvas.fill(&rounded(x - 0.31, ny + 0.98, x + 0.31, ny + 1.16, 0.04), top.dark(0.10));
                canvas.ellipse([x, ny + 1.09], [0.033, 0.033], hex(0xd8cdb8));
            }
            // A reflecting strip across the chest.
            canvas.line(&curve(&[[nx - who.shoulder * 0.92, ny + 1.78], [nx, ny + 1.86], [nx + who.shoulder * 0.92, ny + 1.78]]), 0.15, hex(0xe3d7a0));
            canvas.line(&curve(&[[nx - who.shoulder * 0.92, ny + 1.78], [nx, ny + 1.86], [nx + who.shoulder * 0.92, ny + 1.78]]), 0.05, hex(0xf6f3e4));
        }
    }
}

fn collar(canvas: &mut Canvas, who: &Person, j: &Joints) {
    let [nx, ny] = j.neck;
    let nw = who.neck * j.near;
    let top = who.top;
    let (cloth, long) = match who.look.top {
        Top::Shirt => (top.light(0.14), 0.62),
        Top::Jacket => (who.under.light(0.12), 0.52),
        Top::Workwear => (top.light(0.12), 0.60),
        Top::Cardigan => (who.under, 0.30),
        Top::Padded => (top, 0.0),
    };
    match who.look.top {
        Top::Padded => {
            canvas.fill(&blob(&[[nx - nw - 0.22, ny - 0.30], [nx - nw - 0.26, ny + 0.12], [nx - 0.10, ny + 0.52], [nx + 0.10, ny + 0.52], [nx + nw + 0.26, ny + 0.12], [nx + nw + 0.22, ny - 0.30], [nx + nw * 0.5, ny + 0.05], [nx, ny + 0.20], [nx - nw * 0.5, ny + 0.05]]), cloth.light(0.10));
            canvas.line(&curve(&[[nx, ny + 0.20], [nx, ny + 0.34], [nx, ny + 0.55]]), 0.05, top.dark(0.5));
        }
        Top::Cardigan => {
            canvas.line(&curve(&[[nx - nw - 0.09, ny - 0.08], [nx - nw * 0.6, ny + 0.26], [nx, ny + 0.40], [nx + nw * 0.6, ny + 0.26], [nx + nw + 0.09, ny - 0.08]]), 0.12, cloth.dark(0.07));
        }
        Top::Shirt | Top::Jacket | Top::Workwear => {
            for side in [-1.0f32, 1.0] {
                let flap = [[nx + side * (nw + 0.03), ny - 0.26], [nx + side * (nw + 0.20), ny + 0.06], [nx + side * (nw * 0.62 + 0.10), ny + long], [nx + side * 0.03, ny + 0.36], [nx + side * (nw * 0.72), ny + 0.10]];
                canvas.fill(&poly(&flap), if side < 0.0 { cloth } else { cloth.dark(0.10) });
                if !who.plain {
                    canvas.line(&poly_open(&flap[1..4]), 0.020, cloth.dark(0.35).a(0.6));
                }
            }
        }
    }
}

fn poly_open(points: &[P]) -> lyon_tessellation::path::Path {
    use lyon_tessellation::math::point;
    let mut path = lyon_tessellation::path::Path::builder();
    for (i, p) in points.iter().enumerate() {
        if i == 0 {
            path.begin(point(p[0], p[1]));
        } else {
            path.line_to(point(p[0], p[1]));
        }
    }
    if !points.is_empty() {
        path.end(false);
    }
    path.build()
}

/// Arms and hands on the table, with what they hold.
pub fn arms(canvas: &mut Canvas, who: &Person, pose: &Pose, j: &Joints) {
    let pointing = matches!(pose.gesture, Some((BodyGesture::Point, _)));
    let wiping = matches!(pose.gesture, Some((BodyGesture::WipeTears, _)));
    if pose.rise < 0.3 {
        for hand in j.hands {
            let down = (hand[1] - TABLE - 0.2).clamp(0.0, 1.0);
            canvas.soft([hand[0] + 0.06, hand[1] + 0.20], [0.75, 0.26], hex(0x4a2c1c).a(0.32 * down));
        }
    }
    for i in [0, 1] {
        arm(canvas, who, j, i);
    }
    carried(canvas, who, j);
    for i in [0, 1] {
        let side = if i == 0 { -1.0 } else { 1.0 };
        let fist = if i == 1 && (pointing || wiping) { 1.0 } else { pose.fists };
        hand(canvas, who, j.hands[i], side, fist, i == 1 && pointing);
        if i == 1 && wiping {
            let [x, y] = j.hands[1];
            canvas.fill(&blob(&[[x - 0.30, y - 0.26], [x - 0.05, y - 0.38], [x + 0.16, y - 0.26], [x + 0.10, y - 0.02], [x - 0.16, y + 0.02]]), hex(0xfdfbf6));
            canvas.line(&curve(&[[x - 0.22, y - 0.20], [x - 0.05, y - 0.16], [x + 0.05, y - 0.24]]), 0.02, hex(0xcfd4d6));
        }
    }
    if let Some((BodyGesture::PoundTable, part)) = pose.gesture {
        let beat = (part * 2.0).fract();
        if (0.62..0.85).contains(&beat) {
            let [x, y] = j.hands[1];
            let fade = 1.0 - (beat - 0.62) / 0.23;
            for k in 0..5 {
                let (s, c) = (-0.3 - 0.62 * k as f32).sin_cos();
                canvas.line(&curve(&[[x + c * 0.55, y + s * 0.42], [x + c * 0.68, y + s * 0.52], [x + c * 0.82, y + s * 0.64]]), 0.05, hex(0xfff3d6).a(0.9 * fade));
            }
        }
    }
}

fn arm(canvas: &mut Canvas, who: &Person, j: &Joints, i: usize) {
    let side = if i == 0 { -1.0 } else { 1.0 };
    let (shoulder, elbow, hand) = (j.shoulders[i], j.elbows[i], j.hands[i]);
    let thick = 0.30 + 0.16 * who.shoulder;
    let puff = if who.look.top == Top::Padded { 1.18 } else { 1.0 };
    let cloth = if i == 0 { who.top.light(0.06) } else { who.top.dark(0.12) };
    let start = [shoulder[0] - side * 0.20, shoulder[1] + 0.28];
    let wrist = [lerp(elbow[0], hand[0], 0.80), lerp(elbow[1], hand[1], 0.80) - 0.02];
    let short = who.look.top == Top::Shirt && super::paths::noise(who.seed, 31) < 0.4;
    let path = [start, [lerp(shoulder[0], elbow[0], 0.55) + side * 0.04, lerp(shoulder[1], elbow[1], 0.52)], elbow, [lerp(elbow[0], wrist[0], 0.55), lerp(elbow[1], wrist[1], 0.55) + 0.02], wrist];
    let widths = [thick * 1.12 * puff, thick * 1.04 * puff, thick * 0.98 * puff, thick * 0.84 * puff, thick * 0.60 * puff];
    let line = cloth.dark(if who.outlined { 0.75 } else { 0.34 });
    let edge: Vec<f32> = widths.iter().map(|w| w + if who.outlined { 0.10 } else { 0.05 }).collect();
    canvas.fill(&taper(&path, &edge), line.a(if who.outlined { 1.0 } else { 0.55 }));
    if short {
        let skin = if i == 0 { who.skin } else { who.skin.mix(who.shade, 0.4) };
        canvas.fill(&taper(&path, &widths.map(|w| w * 0.80)), skin);
        canvas.ellipse(elbow, [thick * 0.38, thick * 0.36], skin);
        let sleeve = [path[0], path[1], [lerp(path[1][0], elbow[0], 0.45), lerp(path[1][1], elbow[1], 0.45)]];
        canvas.fill(&taper(&sleeve, &[widths[0], widths[1] * 1.04, widths[1] * 1.06]), cloth);
        return;
    }
    canvas.fill(&taper(&path, &widths), cloth);
    canvas.ellipse(elbow, [thick * 0.50 * puff, thick * 0.47 * puff], cloth);
    if who.plain {
        return;
    }
    // Folds at the elbow, light along the upper side, a cuff.
    for k in 0..3 {
        let o = 0.13 * k as f32;
        canvas.line(&curve(&[[elbow[0] - side * (0.12 + o), elbow[1] - 0.24 - o * 0.3], [elbow[0] - side * (0.06 + o), elbow[1] - 0.10], [elbow[0] - side * (0.16 + o), elbow[1] + 0.04]]), 0.024, line.a(0.42));
    }
    canvas.fill(&taper(&[[path[1][0] - side * 0.02 - 0.10, path[1][1] - 0.40], [path[1][0] - 0.12, path[1][1]], [elbow[0] - 0.10, elbow[1] - 0.25]], &[0.0, 0.09, 0.0]), cloth.light(0.30).a(0.55));
    let cuff = if who.look.top == Top::Jacket { who.under.light(0.1) } else { cloth.dark(0.20) };
    let back = [lerp(elbow[0], wrist[0], 0.93), lerp(elbow[1], wrist[1], 0.93)];
    canvas.fill(&taper(&[back, [lerp(back[0], hand[0], 0.22), lerp(back[1], hand[1], 0.22)], [lerp(back[0], hand[0], 0.40), lerp(back[1], hand[1], 0.40)]], &[thick * 0.66 * puff, thick * 0.64 * puff, thick * 0.60 * puff]), cuff);
}

/// A hand, from the resting palm to the fist; fingers towards the middle and the receiver.
fn hand(canvas: &mut Canvas, who: &Person, [x, y]: P, side: f32, fist: f32, pointing: bool) {
    let skin = if side < 0.0 { who.skin } else { who.skin.mix(who.shade, 0.22) };
    let line = who.shade.dark(if who.outlined { 0.75 } else { 0.40 });
    let big = 0.92 + 0.10 * (who.shoulder - 1.6);
    let p = |dx: f32, dy: f32| [x - side * dx * big, y + dy * big];
    let long = lerp(1.0, 0.42, fist);
    let palm = [p(-0.28, -0.12), p(-0.02, -0.22), p(0.20, -0.14), p(0.26, 0.06), p(0.12, 0.21), p(-0.14, 0.20), p(-0.30, 0.08)];
    let back: Vec<P> = palm.to_vec();
    let round = |canvas: &mut Canvas, points: &[P], w0: f32, w1: f32, colour: Rgba| {
        let mid = (w0 + w1) / 2.0;
        let widths: Vec<f32> = match points.len() {
            3 => vec![w0, mid, w1],
            n => vec![w0; n],
        };
        canvas.fill(&taper(points, &widths), colour);
        if let Some(&end) = points.last() {
            canvas.ellipse(end, [w1 / 2.0, w1 / 2.0], colour);
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
        round(canvas, &pts, (0.150 + 0.03 * fist) * big + 0.035, (0.125 + 0.06 * fist) * big + 0.035, line.a(0.75));
        round(canvas, &pts, (0.150 + 0.03 * fist) * big, (0.125 + 0.06 * fist) * big, skin);
        if !who.plain && fist < 0.5 {
            canvas.ellipse([tip[0] - side * 0.02, tip[1] + 0.005], [0.035, 0.028], who.skin.mix(hex(0xf6c9b8), 0.6).light(0.25));
        }
    }
    canvas.fill(&blob(&back), skin);
    if fist > 0.4 && !who.plain {
        for k in 0..4 {
            let q = p(0.12, -0.10 + 0.10 * k as f32);
            canvas.ellipse(q, [0.055 * big, 0.040 * big], skin.light(0.30).a(0.8 * fist));
        }
    }
    // The thumb lies over the fist, or along the palm.
    let thumb = [p(-0.08, -0.16), p(0.10, lerp(-0.27, -0.16, fist)), p(lerp(0.30, 0.26, fist), lerp(-0.24, 0.02, fist))];
    round(canvas, &thumb, 0.16 * big + 0.03, 0.12 * big + 0.03, line.a(0.7));
    round(canvas, &thumb, 0.16 * big, 0.12 * big, skin);
    if who.old > 0.4 && !who.plain && fist < 0.5 {
        for k in 0..3 {
            canvas.line(&curve(&[p(-0.16, -0.06 + 0.09 * k as f32), p(-0.04, -0.08 + 0.09 * k as f32), p(0.06, -0.05 + 0.09 * k as f32)]), 0.016, line.a(0.4));
        }
    }
    if pointing {
        let finger = [p(0.10, -0.10), p(0.30, 0.10), p(0.44, 0.36)];
        round(canvas, &finger, 0.20 * big + 0.04, 0.24 * big + 0.04, line.a(0.8));
        round(canvas, &finger, 0.20 * big, 0.24 * big, skin);
        canvas.ellipse([finger[2][0] - side * 0.01, finger[2][1] + 0.03], [0.085, 0.075], skin.light(0.35).a(0.8));
    }
}

/// What they carry: in the hands, or on the table before them.
fn carried(canvas: &mut Canvas, who: &Person, j: &Joints) {
    let [lx, ly] = j.hands[0];
    match who.look.carries {
        Carries::Nothing => {}
        Carries::Folder => {
            canvas.within(super::paths::Place2 { origin: [lx - 0.05, ly - 0.22], scale: 1.0, turn: -0.10 }, |c| {
                c.fill(&rounded(-0.52, -0.80, 0.66, 0.34, 0.05), hex(0x4a2c1c).a(0.25));
                c.fill(&rounded(-0.40, -0.86, 0.60, 0.26, 0.03), hex(0xfbf7ee));
                c.fill(&rounded(-0.56, -0.82, 0.58, 0.30, 0.05), hex(0xcc9b58));
                c.fill(&rounded(-0.56, -0.82, -0.42, 0.30, 0.05), hex(0xb07f41));
                c.fill(&rounded(-0.22, -0.60, 0.40, -0.34, 0.03), hex(0xfbf7ee));
                for k in 0..2 {
                    let y = -0.53 + 0.10 * k as f32;
                    c.line(&curve(&[[-0.14, y], [0.1, y], [0.30 - 0.1 * k as f32, y]]), 0.03, hex(0x9a8a78));
                }
            });
        }
        Carries::ClothBag => {
            let (x, y) = (j.elbows[0][0] + 0.55, TABLE + 0.42);
            canvas.soft([x + 0.1, y + 0.42], [0.75, 0.16], hex(0x4a2c1c).a(0.35));
            canvas.line(&curve(&[[x - 0.28, y - 0.35], [x - 0.20, y - 0.85], [x + 0.12, y - 0.88], [x + 0.24, y - 0.35]]), 0.07, hex(0x9c5a4e));
            canvas.fill(&blob(&[[x - 0.48, y - 0.40], [x - 0.1, y - 0.34], [x + 0.46, y - 0.40], [x + 0.54, y + 0.30], [x + 0.2, y + 0.42], [x - 0.3, y + 0.42], [x - 0.56, y + 0.28]]), hex(0xd9a58c));
            for k in 0..4 {
                let o = -0.34 + 0.22 * k as f32;
                canvas.line(&curve(&[[x + o, y - 0.34], [x + o - 0.02, y], [x + o, y + 0.38]]), 0.035, hex(0xb9705f).a(0.7));
            }
        }
        Carries::Phone => {
            canvas.within(super::paths::Place2 { origin: [lx + 0.16, ly - 0.20], scale: 1.0, turn: -0.35 }, |c| {
                c.fill(&rounded(-0.20, -0.44, 0.20, 0.34, 0.07), hex(0x2c2e36));
                c.fill(&rounded(-0.16, -0.40, 0.16, 0.30, 0.05), Paint::Linear([-0.1, -0.4], hex(0x9fc7dd), [0.1, 0.3], hex(0x5f87a8)));
            });
        }
        Carries::Cane => {
            let x = j.elbows[1][0] + 0.10;
            canvas.line(&curve(&[[x + 0.02, TABLE + 0.9], [x - 0.04, TABLE - 0.6], [x - 0.08, TABLE - 1.25]]), 0.14, hex(0x7a4f30));
            canvas.line(&curve(&[[x - 0.08, TABLE - 1.2], [x - 0.10, TABLE - 1.52], [x - 0.36, TABLE - 1.62], [x - 0.54, TABLE - 1.38]]), 0.16, hex(0x7a4f30));
            canvas.line(&curve(&[[x - 0.05, TABLE + 0.7], [x - 0.09, TABLE - 0.5], [x - 0.12, TABLE - 1.2]]), 0.035, hex(0xb98758));
        }
        Carries::Thermos => {
            let (x, y) = (j.elbows[0][0] + 0.42, TABLE + 0.55);
            canvas.soft([x + 0.1, y + 0.05], [0.45, 0.12], hex(0x4a2c1c).a(0.35));
            canvas.fill(&rounded(x - 0.21, y - 0.95, x + 0.21, y + 0.06, 0.09), Paint::Linear([x - 0.2, y], hex(0x8fb3a4), [x + 0.2, y], hex(0x53776b)));
            canvas.fill(&rounded(x - 0.17, y - 1.17, x + 0.17, y - 0.92, 0.06), hex(0xd9d4c8));
            canvas.fill(&rounded(x - 0.21, y - 0.97, x + 0.21, y - 0.90, 0.02), hex(0xb9b2a4));
            canvas.line(&curve(&[[x - 0.12, y - 0.80], [x - 0.12, y - 0.45], [x - 0.12, y - 0.12]]), 0.045, hex(0xffffff).a(0.5));
        }
    }
}
