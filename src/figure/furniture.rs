//! What stands and hangs in the rooms and lies on the table.

use super::colour::{Paint, Rgba, hex};
use super::drawing::{Drawing, Transform};
use super::hour::{Daylight, Hour};
use super::path::{Point, blob, curve, poly, rect, rounded, taper};
use libm::sincosf;

/// A slanted patch of daylight on the wall.
pub fn daylight(c: &mut Drawing, x: f32, y: f32, w: f32, h: f32, light: Daylight) {
    if light != Daylight::Day {
        return;
    }
    let light = hex(0xfff3cf).a(0.34);
    for k in 0..2 {
        let o = x + k as f32 * (w * 0.54);
        c.fill(
            poly(&[
                [o, y],
                [o + w * 0.46, y + h * 0.10],
                [o + w * 0.46 + h * 0.25, y + h * 1.1],
                [o + h * 0.25, y + h],
            ]),
            light,
        );
    }
}

pub fn window(c: &mut Drawing, x: f32, y: f32, w: f32, h: f32, light: Daylight, curtain: Option<Rgba>) {
    let frame = hex(0xfaf4ea);
    c.soft([x + w / 2.0, y + h / 2.0], [w * 0.95, h * 0.85], hex(0xfff4d8).a(0.55));
    c.fill(rect(x - 0.16, y - 0.16, x + w + 0.16, y + h + 0.16), frame.dark(0.06));
    let (high, low) = match light {
        Daylight::Day => (0xb9d9e6, 0xf7ecd2),
        Daylight::Dusk => (0x7d8fb0, 0xf0b98a),
        Daylight::Night => (0x1d2740, 0x38415e),
    };
    c.fill(rect(x, y, x + w, y + h), Paint::Linear([x, y], hex(high), [x, y + h], hex(low)));
    c.clipped(&[[x, y], [x + w, y], [x + w, y + h], [x, y + h]], |c| {
        let cloud = hex(0xffffff).a(if light == Daylight::Night { 0.06 } else { 0.8 });
        c.ellipse([x + w * 0.30, y + h * 0.28], [0.42, 0.16], cloud);
        c.ellipse([x + w * 0.42, y + h * 0.25], [0.34, 0.20], cloud);
        let dark = match light {
            Daylight::Day => 0.0,
            Daylight::Dusk => 0.30,
            Daylight::Night => 0.72,
        };
        for (o, top, tone) in
            [(0.04, 0.52, 0xd2cfc6), (0.30, 0.62, 0xc6c8c6), (0.52, 0.46, 0xd9cdbb), (0.80, 0.58, 0xcbc9c0)]
        {
            let (bx, by) = (x + w * o, y + h * top);
            c.fill(rect(bx, by, bx + w * 0.22, y + h), hex(tone).dark(dark));
            for r in 0..4 {
                for q in 0..3 {
                    let (wx, wy) = (bx + 0.10 + 0.17 * q as f32, by + 0.16 + 0.30 * r as f32);
                    // At night some windows are lit.
                    let lit = light != Daylight::Day && (r + 2 * q) % 3 == 0;
                    let pane = if lit { hex(0xffd98a) } else { hex(0xaebcc2).dark(dark).a(0.8) };
                    c.fill(rect(wx, wy, wx + 0.09, wy + 0.14), pane);
                }
            }
        }
        for (o, r) in [(0.02, 0.40), (0.20, 0.34), (0.42, 0.38), (0.66, 0.42), (0.92, 0.44)] {
            c.ellipse([x + w * o, y + h + 0.06], [r, r * 1.15], hex(0x8fae86).dark(dark));
            c.ellipse([x + w * o - 0.08, y + h - 0.06], [r * 0.6, r * 0.7], hex(0xa9c499).dark(dark));
        }
    });
    c.fill(rect(x + w / 2.0 - 0.06, y, x + w / 2.0 + 0.06, y + h), frame);
    c.fill(rect(x, y + h * 0.36, x + w, y + h * 0.36 + 0.09), frame);
    c.fill(rect(x - 0.30, y + h + 0.14, x + w + 0.30, y + h + 0.32), frame);
    c.fill(rect(x - 0.30, y + h + 0.32, x + w + 0.30, y + h + 0.40), hex(0x7a5a48).a(0.22));
    if let Some(cloth) = curtain {
        for (cx, side) in [(x - 0.15, 1.0), (x + w + 0.15, -1.0)] {
            let folds = [
                [cx - side * 0.25, y - 0.35],
                [cx + side * 0.62, y - 0.35],
                [cx + side * 0.50, y + h * 0.5],
                [cx + side * 0.34, y + h + 0.55],
                [cx - side * 0.30, y + h + 0.55],
                [cx - side * 0.28, y + h * 0.5],
            ];
            c.fill(poly(&folds), Paint::Linear([cx - 0.4, y], cloth.light(0.2), [cx + 0.6, y], cloth.dark(0.06)));
            for k in 0..3 {
                let o = side * (-0.08 + 0.20 * k as f32);
                c.line(
                    curve(&[[cx + o, y - 0.3], [cx + o * 0.95, y + h * 0.5], [cx + o * 0.72, y + h + 0.5]]),
                    0.04,
                    cloth.dark(0.18).a(0.5),
                );
            }
        }
        c.fill(rounded(x - 0.75, y - 0.50, x + w + 0.75, y - 0.34, 0.08), hex(0x8a6a52));
    }
}

pub fn clock(c: &mut Drawing, x: f32, y: f32, r: f32, hour: Hour) {
    c.ellipse([x + 0.06, y + 0.09], [r, r], hex(0x6b4a3a).a(0.22));
    c.ellipse([x, y], [r, r], hex(0x8a6a52));
    c.ellipse([x, y], [r * 0.87, r * 0.87], hex(0xfdf8ee));
    for k in 0..12 {
        let (s, o) = sincosf(k as f32 * std::f32::consts::TAU / 12.0);
        c.line(
            curve(&[
                [x + s * r * 0.70, y - o * r * 0.70],
                [x + s * r * 0.74, y - o * r * 0.74],
                [x + s * r * 0.79, y - o * r * 0.79],
            ]),
            0.035,
            hex(0x6b5a50),
        );
    }
    for (angle, (length, width)) in hour.hands().into_iter().zip([(0.50, 0.06), (0.66, 0.045)]) {
        let (s, o) = sincosf(angle);
        let at = |share: f32| [x + s * r * length * share, y - o * r * length * share];
        c.line(curve(&[[x, y], at(0.5), at(1.0)]), width, hex(0x4a3a34));
    }
    c.ellipse([x, y], [0.045, 0.045], hex(0xc0604a));
}

pub fn board(c: &mut Drawing, x: f32, y: f32, w: f32, h: f32) {
    c.fill(rounded(x + 0.07, y + 0.12, x + w + 0.07, y + h + 0.12, 0.08), hex(0x6b4a3a).a(0.20));
    c.fill(rounded(x, y, x + w, y + h, 0.08), hex(0x9a7657));
    c.fill(
        rect(x + 0.12, y + 0.12, x + w - 0.12, y + h - 0.12),
        Paint::Linear([x, y], hex(0xe3c6a0), [x + w, y + h], hex(0xd3b28a)),
    );
    let sheets: [(f32, f32, f32, f32, u32, u32); 5] = [
        (0.08, 0.14, 0.24, 0.50, 0xfdfaf2, 0xc0604a),
        (0.37, 0.12, 0.26, 0.34, 0xf3ead6, 0x5f8790),
        (0.68, 0.16, 0.24, 0.46, 0xfdfaf2, 0xd9a441),
        (0.37, 0.54, 0.26, 0.34, 0xe6efe9, 0xc0604a),
        (0.70, 0.68, 0.20, 0.22, 0xf8dfcf, 0x5f8790),
    ];
    for (sx, sy, sw, sh, paper, pin) in sheets {
        let (px, py, pw, ph) = (x + w * sx, y + h * sy, w * sw, h * sh);
        c.fill(rect(px + 0.04, py + 0.05, px + pw + 0.04, py + ph + 0.05), hex(0x6b4a3a).a(0.18));
        c.fill(rect(px, py, px + pw, py + ph), hex(paper));
        c.fill(rect(px + pw * 0.18, py + ph * 0.13, px + pw * 0.82, py + ph * 0.13 + 0.08), hex(pin).a(0.75));
        let lines = ((ph / 0.17) as usize).saturating_sub(2).min(7);
        for k in 0..lines {
            let ly = py + ph * 0.13 + 0.22 + 0.15 * k as f32;
            let end = if k + 1 == lines { 0.55 } else { 0.88 };
            c.fill(rect(px + pw * 0.12, ly, px + pw * end, ly + 0.035), hex(0xa59a8c).a(0.65));
        }
        c.ellipse([px + pw / 2.0, py + 0.03], [0.06, 0.06], hex(pin));
    }
}

pub fn plant(c: &mut Drawing, x: f32, y: f32, size: f32) {
    c.within(Transform { origin: [x, y], scale: size, turn: 0.0 }, |c| {
        c.soft([0.1, 0.05], [0.9, 0.2], hex(0x4a2c1c).a(0.3));
        let leaves: [(f32, f32, u32); 9] = [
            (-1.15, 1.5, 0x5f8a6a),
            (1.1, 1.45, 0x567f63),
            (-0.75, 2.0, 0x6b9a74),
            (0.75, 2.1, 0x618e6b),
            (-0.35, 2.4, 0x77a680),
            (0.38, 2.35, 0x6b9a74),
            (0.0, 2.6, 0x82b08a),
            (-1.35, 0.95, 0x567f63),
            (1.3, 0.9, 0x4f765c),
        ];
        for (lx, ly, tone) in leaves {
            let tip = [lx, -0.75 - ly];
            let mid = [lx * 0.42, -0.75 - ly * 0.66];
            c.fill(taper(&[[lx * 0.06, -0.7], mid, tip], &[0.10, 0.46, 0.02]), hex(tone));
            c.line(curve(&[[lx * 0.06, -0.7], mid, [lx * 0.9, -0.75 - ly * 0.92]]), 0.03, hex(tone).light(0.35).a(0.6));
        }
        c.fill(
            poly(&[[-0.50, -0.80], [0.50, -0.80], [0.38, 0.08], [-0.38, 0.08]]),
            Paint::Linear([-0.5, 0.0], hex(0xe0a184), [0.5, 0.0], hex(0xb87358)),
        );
        c.fill(rounded(-0.56, -0.92, 0.56, -0.72, 0.05), hex(0xd8927a));
    });
}

pub fn dispenser(c: &mut Drawing, x: f32, floor: f32) {
    c.soft([x + 0.1, floor], [0.8, 0.14], hex(0x4a2c1c).a(0.3));
    c.fill(
        rounded(x - 0.52, floor - 2.75, x + 0.52, floor + 0.02, 0.10),
        Paint::Linear([x - 0.5, 0.0], hex(0xfaf7f1), [x + 0.5, 0.0], hex(0xd6d2ca)),
    );
    c.fill(rounded(x - 0.40, floor - 2.48, x + 0.40, floor - 1.55, 0.06), hex(0xc7c9c8));
    c.fill(rounded(x - 0.34, floor - 1.66, x + 0.34, floor - 1.56, 0.03), hex(0x8e9291));
    for (o, tone) in [(-0.2, 0xc0604a), (0.2, 0x5f8fb0)] {
        c.fill(rounded(x + o - 0.07, floor - 2.40, x + o + 0.07, floor - 2.15, 0.03), hex(tone));
    }
    c.fill(rounded(x - 0.44, floor - 4.35, x + 0.44, floor - 2.85, 0.22), hex(0x9fcbe0).a(0.85));
    c.fill(rounded(x - 0.44, floor - 3.80, x + 0.44, floor - 2.85, 0.16), hex(0x7fb4d0).a(0.65));
    c.line(
        curve(&[[x - 0.30, floor - 4.1], [x - 0.31, floor - 3.6], [x - 0.30, floor - 3.05]]),
        0.09,
        hex(0xffffff).a(0.6),
    );
    c.fill(rounded(x - 0.24, floor - 2.92, x + 0.24, floor - 2.70, 0.05), hex(0xe6e3dc));
}

pub fn picture(c: &mut Drawing, x: f32, y: f32, w: f32, h: f32) {
    c.fill(rect(x + 0.06, y + 0.1, x + w + 0.06, y + h + 0.1), hex(0x6b4a3a).a(0.22));
    c.fill(rect(x, y, x + w, y + h), hex(0x8a6a52));
    let (a, b, p, q) = (x + 0.12, y + 0.12, x + w - 0.12, y + h - 0.12);
    c.fill(rect(a, b, p, q), Paint::Linear([a, b], hex(0xf5e6cf), [a, q], hex(0xe9cfae)));
    c.clipped(&[[a, b], [p, b], [p, q], [a, q]], |c| {
        c.ellipse([a + (p - a) * 0.70, b + (q - b) * 0.30], [0.24, 0.24], hex(0xe08a62));
        c.fill(
            blob(&[
                [a - 0.3, q + 0.3],
                [a + (p - a) * 0.25, b + (q - b) * 0.42],
                [a + (p - a) * 0.55, b + (q - b) * 0.75],
                [a + (p - a) * 0.6, q + 0.3],
            ]),
            hex(0x7f9c92),
        );
        c.fill(
            blob(&[
                [a + (p - a) * 0.3, q + 0.3],
                [a + (p - a) * 0.68, b + (q - b) * 0.56],
                [p + 0.3, q - 0.2],
                [p + 0.3, q + 0.3],
            ]),
            hex(0xa5b8a6),
        );
    });
}

pub fn chair(c: &mut Drawing, origin: Point, size: f32, cloth: Rgba) {
    c.within(Transform { origin, scale: size, turn: 0.0 }, |c| {
        c.fill(
            rounded(-0.85, -2.0, 0.85, 0.4, 0.42),
            Paint::Linear([-0.8, -1.0], cloth.light(0.12), [0.8, 0.0], cloth.dark(0.16)),
        );
        c.fill(rounded(-0.66, -1.82, 0.66, 0.3, 0.34), cloth.light(0.06));
        c.line(curve(&[[-0.55, -1.62], [0.0, -1.74], [0.55, -1.62]]), 0.05, cloth.light(0.4).a(0.6));
    });
}

pub fn lamp(c: &mut Drawing, x: f32, floor: f32) {
    c.soft([x, floor - 4.4], [3.4, 3.2], hex(0xffdf9e).a(0.62));
    c.line(curve(&[[x, floor], [x, floor - 2.0], [x, floor - 4.0]]), 0.09, hex(0x6b5145));
    c.ellipse([x, floor], [0.48, 0.10], hex(0x6b5145));
    c.fill(
        poly(&[[x - 0.48, floor - 5.0], [x + 0.48, floor - 5.0], [x + 0.86, floor - 3.85], [x - 0.86, floor - 3.85]]),
        Paint::Linear([x, floor - 5.0], hex(0xf3c985), [x, floor - 3.85], hex(0xfff0cc)),
    );
    c.ellipse([x, floor - 3.86], [0.84, 0.08], hex(0xfffae8));
}

pub fn tissues(c: &mut Drawing, x: f32, y: f32) {
    c.soft([x, y + 0.32], [1.05, 0.22], hex(0x3a2018).a(0.38));
    c.fill(
        poly(&[[x - 0.80, y - 0.22], [x + 0.68, y - 0.22], [x + 0.80, y + 0.30], [x - 0.72, y + 0.30]]),
        Paint::Linear([x - 0.8, y], hex(0x86aab0), [x + 0.8, y], hex(0x648a92)),
    );
    c.fill(
        poly(&[[x - 0.80, y - 0.22], [x - 0.62, y - 0.52], [x + 0.60, y - 0.52], [x + 0.68, y - 0.22]]),
        hex(0xa9c6c8),
    );
    c.ellipse([x - 0.04, y - 0.38], [0.36, 0.075], hex(0x4f6f76));
    c.fill(
        blob(&[
            [x - 0.32, y - 0.36],
            [x - 0.46, y - 0.80],
            [x - 0.20, y - 0.92],
            [x - 0.04, y - 1.12],
            [x + 0.14, y - 0.88],
            [x + 0.40, y - 0.84],
            [x + 0.26, y - 0.36],
            [x, y - 0.33],
        ]),
        hex(0xfdfbf6),
    );
    c.line(curve(&[[x - 0.20, y - 0.80], [x - 0.12, y - 0.55], [x - 0.14, y - 0.40]]), 0.035, hex(0xd3d6d4));
    c.line(curve(&[[x + 0.16, y - 0.82], [x + 0.06, y - 0.60], [x + 0.10, y - 0.40]]), 0.035, hex(0xd3d6d4));
    c.line(curve(&[[x - 0.60, y + 0.06], [x, y + 0.09], [x + 0.62, y + 0.05]]), 0.05, hex(0xdfeceb).a(0.6));
}

pub fn cup(c: &mut Drawing, x: f32, y: f32, tone: Rgba) {
    c.soft([x + 0.1, y + 0.06], [0.72, 0.18], hex(0x3a2018).a(0.40));
    c.line(
        curve(&[[x + 0.34, y - 0.60], [x + 0.64, y - 0.55], [x + 0.60, y - 0.22], [x + 0.30, y - 0.14]]),
        0.10,
        tone.dark(0.10),
    );
    c.fill(
        blob(&[
            [x - 0.40, y - 0.74],
            [x, y - 0.70],
            [x + 0.40, y - 0.74],
            [x + 0.38, y - 0.20],
            [x + 0.24, y + 0.06],
            [x - 0.24, y + 0.06],
            [x - 0.38, y - 0.20],
        ]),
        Paint::Linear([x - 0.4, y], tone.light(0.3), [x + 0.4, y], tone.dark(0.14)),
    );
    c.ellipse([x, y - 0.74], [0.40, 0.10], tone.light(0.3));
    c.ellipse([x, y - 0.73], [0.33, 0.075], hex(0xa8764a));
    c.line(curve(&[[x - 0.36, y - 0.38], [x, y - 0.33], [x + 0.36, y - 0.38]]), 0.05, hex(0xc0604a).a(0.7));
}

pub fn papers(c: &mut Drawing, x: f32, y: f32) {
    let sheet = |c: &mut Drawing, turn: f32, tone: Rgba, written: bool| {
        c.within(Transform { origin: [x, y], scale: 1.0, turn }, |c| {
            let shape: [Point; 4] = [[-1.0, -0.62], [0.86, -0.62], [1.12, 0.62], [-1.22, 0.62]];
            c.fill(poly(&shape.map(|p| [p[0] + 0.06, p[1] + 0.07])), hex(0x3a2018).a(0.22));
            c.fill(poly(&shape), tone);
            if written {
                c.fill(rect(-0.42, -0.50, 0.34, -0.41), hex(0xc0604a).a(0.7));
                for k in 0..6 {
                    let ly = -0.27 + 0.14 * k as f32;
                    c.fill(
                        rect(
                            -0.94 - 0.02 * k as f32,
                            ly,
                            if k == 5 { 0.1 } else { 0.80 + 0.03 * k as f32 },
                            ly + 0.030,
                        ),
                        hex(0x9a9086).a(0.65),
                    );
                }
            }
        });
    };
    sheet(c, 0.06, hex(0xece4d6), false);
    sheet(c, -0.05, hex(0xfdfaf3), true);
}

pub fn pen(c: &mut Drawing, x: f32, y: f32) {
    c.line(curve(&[[x - 0.02, y + 0.30], [x + 0.22, y - 0.06], [x + 0.46, y - 0.40]]), 0.12, hex(0x3a2018).a(0.25));
    c.line(curve(&[[x, y + 0.22], [x + 0.20, y - 0.08], [x + 0.42, y - 0.44]]), 0.10, hex(0x35506b));
    c.line(curve(&[[x + 0.30, y - 0.24], [x + 0.36, y - 0.33], [x + 0.42, y - 0.44]]), 0.10, hex(0xd9b56a));
}
