//! The rooms in which visitors are received, seen from the receiver's chair.

use super::paths::{Canvas, P, Paint, Place2, Rgba, blob, curve, hex, poly, rounded, taper};
use crate::scenario::model::Place;

/// A room is drawn ten units high; where its table's far edge is.
pub const TABLE_Y: f32 = 7.75;
/// Where floor and wall meet.
const FLOOR_Y: f32 = 6.9;

/// The room behind the visitors; `width` in tenths of its height.
pub fn back(c: &mut Canvas, place: Place, width: f32) {
    match place {
        Place::ReceptionRoom => reception(c, width),
        Place::QuietRoom => quiet(c, width),
        Place::Home => home(c, width),
        Place::MeetingRoom => meeting(c, width),
        Place::Hall => hall(c, width),
    }
    // Light falls off towards the corners.
    let shade = hex(0x5a3a30);
    c.fill(&rect(0.0, 0.0, width, 2.2), Paint::Linear([0.0, 0.0], shade.a(0.16), [0.0, 2.2], shade.a(0.0)));
    c.fill(&rect(width * 0.72, 0.0, width, 10.0), Paint::Linear([width, 0.0], shade.a(0.16), [width * 0.72, 0.0], shade.a(0.0)));
}

/// The table between the visitors and the receiver.
pub fn table(c: &mut Canvas, place: Place, width: f32) {
    let wood = table_colour(place);
    let t = TABLE_Y;
    c.fill(&rect(0.0, t - 0.35, width, t), Paint::Linear([0.0, t], hex(0x3a2018).a(0.28), [0.0, t - 0.35], hex(0x3a2018).a(0.0)));
    c.fill(&rect(0.0, t, width, 10.0), Paint::Linear([0.0, t], wood.light(0.16), [0.0, 10.0], wood.dark(0.14)));
    // A pool of window light, grain, the far edge's rim.
    c.fill(&poly(&[[0.0, t + 0.1], [width * 0.46, t + 0.1], [width * 0.30, 10.0], [0.0, 10.0]]), hex(0xfff1d4).a(0.13));
    for k in 0..7 {
        let y = t + 0.32 + 0.27 * k as f32;
        let o = (k as f32 * 1.7).sin();
        c.fill(&taper(&[[width * (0.10 + 0.06 * o), y], [width * 0.40, y + 0.05 * o], [width * (0.85 + 0.08 * o), y + 0.02]], &[0.0, 0.035, 0.0]), wood.dark(0.30).a(0.28));
    }
    c.fill(&rect(0.0, t - 0.02, width, t + 0.075), wood.light(0.45));
    c.fill(&rect(0.0, t + 0.075, width, t + 0.12), wood.dark(0.22).a(0.5));
}

/// What stands on the receiver's side of the table; `jolt` lifts it when the table is struck.
pub fn props(c: &mut Canvas, place: Place, width: f32, jolt: f32) {
    let y = 9.15 - jolt;
    tissues(c, width * 0.885, y + 0.05);
    if place == Place::Hall {
        papers(c, width * 0.10, y + 0.25);
    } else {
        papers(c, width * 0.16, y + 0.30);
        cup(c, width * 0.775, y + 0.28, if place == Place::Home { hex(0x7f9fb0) } else { hex(0xf6f1e7) });
    }
    if matches!(place, Place::QuietRoom | Place::Home) {
        return;
    }
    pen(c, width * 0.16 + 1.35, y + 0.38);
}

fn table_colour(place: Place) -> Rgba {
    match place {
        Place::ReceptionRoom => hex(0xc48d5c),
        Place::QuietRoom => hex(0xa9744c),
        Place::Home => hex(0x9c6844),
        Place::MeetingRoom => hex(0xb99772),
        Place::Hall => hex(0xb7a48c),
    }
}

fn rect(x0: f32, y0: f32, x1: f32, y1: f32) -> lyon_tessellation::path::Path {
    poly(&[[x0, y0], [x1, y0], [x1, y1], [x0, y1]])
}

fn walls(c: &mut Canvas, width: f32, wall: Rgba, floor: Rgba) {
    c.fill(&rect(0.0, 0.0, width, FLOOR_Y), Paint::Linear([0.0, 1.0], wall.light(0.35), [width, 3.0], wall.dark(0.05)));
    c.fill(&rect(0.0, FLOOR_Y, width, 10.0), Paint::Linear([0.0, FLOOR_Y], floor, [0.0, 9.0], floor.dark(0.15)));
    c.fill(&rect(0.0, FLOOR_Y - 0.28, width, FLOOR_Y), wall.dark(0.13));
    c.fill(&rect(0.0, FLOOR_Y - 0.28, width, FLOOR_Y - 0.23), wall.light(0.5));
}

/// A slanted patch of daylight on the wall.
fn daylight(c: &mut Canvas, x: f32, y: f32, w: f32, h: f32) {
    let light = hex(0xfff3cf).a(0.34);
    for k in 0..2 {
        let o = x + k as f32 * (w * 0.54);
        c.fill(&poly(&[[o, y], [o + w * 0.46, y + h * 0.10], [o + w * 0.46 + h * 0.25, y + h * 1.1], [o + h * 0.25, y + h]]), light);
    }
}

fn window(c: &mut Canvas, x: f32, y: f32, w: f32, h: f32, curtain: Option<Rgba>) {
    let frame = hex(0xfaf4ea);
    c.soft([x + w / 2.0, y + h / 2.0], [w * 0.95, h * 0.85], hex(0xfff4d8).a(0.55));
    c.fill(&rect(x - 0.16, y - 0.16, x + w + 0.16, y + h + 0.16), frame.dark(0.06));
    c.fill(&rect(x, y, x + w, y + h), Paint::Linear([x, y], hex(0xb9d9e6), [x, y + h], hex(0xf7ecd2)));
    c.clipped(&[[x, y], [x + w, y], [x + w, y + h], [x, y + h]], |c| {
        c.ellipse([x + w * 0.30, y + h * 0.28], [0.42, 0.16], hex(0xffffff).a(0.8));
        c.ellipse([x + w * 0.42, y + h * 0.25], [0.34, 0.20], hex(0xffffff).a(0.8));
        for (o, top, tone) in [(0.04, 0.52, 0xd2cfc6), (0.30, 0.62, 0xc6c8c6), (0.52, 0.46, 0xd9cdbb), (0.80, 0.58, 0xcbc9c0)] {
            let (bx, by) = (x + w * o, y + h * top);
            c.fill(&rect(bx, by, bx + w * 0.22, y + h), hex(tone));
            for r in 0..4 {
                for q in 0..3 {
                    let (wx, wy) = (bx + 0.10 + 0.17 * q as f32, by + 0.16 + 0.30 * r as f32);
                    c.fill(&rect(wx, wy, wx + 0.09, wy + 0.14), hex(0xaebcc2).a(0.8));
                }
            }
        }
        for (o, r) in [(0.02, 0.40), (0.20, 0.34), (0.42, 0.38), (0.66, 0.42), (0.92, 0.44)] {
            c.ellipse([x + w * o, y + h + 0.06], [r, r * 1.15], hex(0x8fae86));
            c.ellipse([x + w * o - 0.08, y + h - 0.06], [r * 0.6, r * 0.7], hex(0xa9c499));
        }
    });
    c.fill(&rect(x + w / 2.0 - 0.06, y, x + w / 2.0 + 0.06, y + h), frame);
    c.fill(&rect(x, y + h * 0.36, x + w, y + h * 0.36 + 0.09), frame);
    c.fill(&rect(x - 0.30, y + h + 0.14, x + w + 0.30, y + h + 0.32), frame);
    c.fill(&rect(x - 0.30, y + h + 0.32, x + w + 0.30, y + h + 0.40), hex(0x7a5a48).a(0.22));
    if let Some(cloth) = curtain {
        for (cx, side) in [(x - 0.15, 1.0), (x + w + 0.15, -1.0)] {
            let folds = [[cx - side * 0.25, y - 0.35], [cx + side * 0.62, y - 0.35], [cx + side * 0.50, y + h * 0.5], [cx + side * 0.34, y + h + 0.55], [cx - side * 0.30, y + h + 0.55], [cx - side * 0.28, y + h * 0.5]];
            c.fill(&poly(&folds), Paint::Linear([cx - 0.4, y], cloth.light(0.2), [cx + 0.6, y], cloth.dark(0.06)));
            for k in 0..3 {
                let o = side * (-0.08 + 0.20 * k as f32);
                c.line(&curve(&[[cx + o, y - 0.3], [cx + o * 0.95, y + h * 0.5], [cx + o * 0.72, y + h + 0.5]]), 0.04, cloth.dark(0.18).a(0.5));
            }
        }
        c.fill(&rounded(x - 0.75, y - 0.50, x + w + 0.75, y - 0.34, 0.08), hex(0x8a6a52));
    }
}

fn clock(c: &mut Canvas, x: f32, y: f32, r: f32) {
    c.ellipse([x + 0.06, y + 0.09], [r, r], hex(0x6b4a3a).a(0.22));
    c.ellipse([x, y], [r, r], hex(0x8a6a52));
    c.ellipse([x, y], [r * 0.87, r * 0.87], hex(0xfdf8ee));
    for k in 0..12 {
        let (s, o) = (k as f32 * std::f32::consts::TAU / 12.0).sin_cos();
        c.line(&curve(&[[x + s * r * 0.70, y - o * r * 0.70], [x + s * r * 0.74, y - o * r * 0.74], [x + s * r * 0.79, y - o * r * 0.79]]), 0.035, hex(0x6b5a50));
    }
    c.line(&curve(&[[x, y], [x - r * 0.22, y - r * 0.20], [x - r * 0.40, y - r * 0.30]]), 0.06, hex(0x4a3a34));
    c.line(&curve(&[[x, y], [x + r * 0.1, y - r * 0.3], [x + r * 0.2, y - r * 0.62]]), 0.045, hex(0x4a3a34));
    c.ellipse([x, y], [0.045, 0.045], hex(0xc0604a));
}

fn board(c: &mut Canvas, x: f32, y: f32, w: f32, h: f32) {
    c.fill(&rounded(x + 0.07, y + 0.12, x + w + 0.07, y + h + 0.12, 0.08), hex(0x6b4a3a).a(0.20));
    c.fill(&rounded(x, y, x + w, y + h, 0.08), hex(0x9a7657));
    c.fill(&rect(x + 0.12, y + 0.12, x + w - 0.12, y + h - 0.12), Paint::Linear([x, y], hex(0xe3c6a0), [x + w, y + h], hex(0xd3b28a)));
    let sheets: [(f32, f32, f32, f32, u32, u32); 5] = [
        (0.08, 0.14, 0.24, 0.50, 0xfdfaf2, 0xc0604a),
        (0.37, 0.12, 0.26, 0.34, 0xf3ead6, 0x5f8790),
        (0.68, 0.16, 0.24, 0.46, 0xfdfaf2, 0xd9a441),
        (0.37, 0.54, 0.26, 0.34, 0xe6efe9, 0xc0604a),
        (0.70, 0.68, 0.20, 0.22, 0xf8dfcf, 0x5f8790),
    ];
    for (sx, sy, sw, sh, paper, pin) in sheets {
        let (px, py, pw, ph) = (x + w * sx, y + h * sy, w * sw, h * sh);
        c.fill(&rect(px + 0.04, py + 0.05, px + pw + 0.04, py + ph + 0.05), hex(0x6b4a3a).a(0.18));
        c.fill(&rect(px, py, px + pw, py + ph), hex(paper));
        c.fill(&rect(px + pw * 0.18, py + ph * 0.13, px + pw * 0.82, py + ph * 0.13 + 0.08), hex(pin).a(0.75));
        let lines = ((ph / 0.17) as usize).saturating_sub(2).min(7);
        for k in 0..lines {
            let ly = py + ph * 0.13 + 0.22 + 0.15 * k as f32;
            let end = if k + 1 == lines { 0.55 } else { 0.88 };
            c.fill(&rect(px + pw * 0.12, ly, px + pw * end, ly + 0.035), hex(0xa59a8c).a(0.65));
        }
        c.ellipse([px + pw / 2.0, py + 0.03], [0.06, 0.06], hex(pin));
    }
}

fn plant(c: &mut Canvas, x: f32, y: f32, size: f32) {
    c.within(Place2 { origin: [x, y], scale: size, turn: 0.0 }, |c| {
        c.soft([0.1, 0.05], [0.9, 0.2], hex(0x4a2c1c).a(0.3));
        let leaves: [(f32, f32, u32); 9] = [(-1.15, 1.5, 0x5f8a6a), (1.1, 1.45, 0x567f63), (-0.75, 2.0, 0x6b9a74), (0.75, 2.1, 0x618e6b), (-0.35, 2.4, 0x77a680), (0.38, 2.35, 0x6b9a74), (0.0, 2.6, 0x82b08a), (-1.35, 0.95, 0x567f63), (1.3, 0.9, 0x4f765c)];
        for (lx, ly, tone) in leaves {
            let tip = [lx, -0.75 - ly];
            let mid = [lx * 0.42, -0.75 - ly * 0.66];
            c.fill(&taper(&[[lx * 0.06, -0.7], mid, tip], &[0.10, 0.46, 0.02]), hex(tone));
            c.line(&curve(&[[lx * 0.06, -0.7], mid, [lx * 0.9, -0.75 - ly * 0.92]]), 0.03, hex(tone).light(0.35).a(0.6));
        }
        c.fill(&poly(&[[-0.50, -0.80], [0.50, -0.80], [0.38, 0.08], [-0.38, 0.08]]), Paint::Linear([-0.5, 0.0], hex(0xe0a184), [0.5, 0.0], hex(0xb87358)));
        c.fill(&rounded(-0.56, -0.92, 0.56, -0.72, 0.05), hex(0xd8927a));
    });
}

fn dispenser(c: &mut Canvas, x: f32, floor: f32) {
    c.soft([x + 0.1, floor], [0.8, 0.14], hex(0x4a2c1c).a(0.3));
    c.fill(&rounded(x - 0.52, floor - 2.75, x + 0.52, floor + 0.02, 0.10), Paint::Linear([x - 0.5, 0.0], hex(0xfaf7f1), [x + 0.5, 0.0], hex(0xd6d2ca)));
    c.fill(&rounded(x - 0.40, floor - 2.48, x + 0.40, floor - 1.55, 0.06), hex(0xc7c9c8));
    c.fill(&rounded(x - 0.34, floor - 1.66, x + 0.34, floor - 1.56, 0.03), hex(0x8e9291));
    for (o, tone) in [(-0.2, 0xc0604a), (0.2, 0x5f8fb0)] {
        c.fill(&rounded(x + o - 0.07, floor - 2.40, x + o + 0.07, floor - 2.15, 0.03), hex(tone));
    }
    c.fill(&rounded(x - 0.44, floor - 4.35, x + 0.44, floor - 2.85, 0.22), hex(0x9fcbe0).a(0.85));
    c.fill(&rounded(x - 0.44, floor - 3.80, x + 0.44, floor - 2.85, 0.16), hex(0x7fb4d0).a(0.65));
    c.line(&curve(&[[x - 0.30, floor - 4.1], [x - 0.31, floor - 3.6], [x - 0.30, floor - 3.05]]), 0.09, hex(0xffffff).a(0.6));
    c.fill(&rounded(x - 0.24, floor - 2.92, x + 0.24, floor - 2.70, 0.05), hex(0xe6e3dc));
}

fn picture(c: &mut Canvas, x: f32, y: f32, w: f32, h: f32) {
    c.fill(&rect(x + 0.06, y + 0.1, x + w + 0.06, y + h + 0.1), hex(0x6b4a3a).a(0.22));
    c.fill(&rect(x, y, x + w, y + h), hex(0x8a6a52));
    let (a, b, p, q) = (x + 0.12, y + 0.12, x + w - 0.12, y + h - 0.12);
    c.fill(&rect(a, b, p, q), Paint::Linear([a, b], hex(0xf5e6cf), [a, q], hex(0xe9cfae)));
    c.clipped(&[[a, b], [p, b], [p, q], [a, q]], |c| {
        c.ellipse([a + (p - a) * 0.70, b + (q - b) * 0.30], [0.24, 0.24], hex(0xe08a62));
        c.fill(&blob(&[[a - 0.3, q + 0.3], [a + (p - a) * 0.25, b + (q - b) * 0.42], [a + (p - a) * 0.55, b + (q - b) * 0.75], [a + (p - a) * 0.6, q + 0.3]]), hex(0x7f9c92));
        c.fill(&blob(&[[a + (p - a) * 0.3, q + 0.3], [a + (p - a) * 0.68, b + (q - b) * 0.56], [p + 0.3, q - 0.2], [p + 0.3, q + 0.3]]), hex(0xa5b8a6));
    });
}

fn chair(c: &mut Canvas, x: f32, size: f32, cloth: Rgba) {
    c.within(Place2 { origin: [x, TABLE_Y], scale: size, turn: 0.0 }, |c| {
        c.fill(&rounded(-0.85, -2.0, 0.85, 0.4, 0.42), Paint::Linear([-0.8, -1.0], cloth.light(0.12), [0.8, 0.0], cloth.dark(0.16)));
        c.fill(&rounded(-0.66, -1.82, 0.66, 0.3, 0.34), cloth.light(0.06));
        c.line(&curve(&[[-0.55, -1.62], [0.0, -1.74], [0.55, -1.62]]), 0.05, cloth.light(0.4).a(0.6));
    });
}

fn lamp(c: &mut Canvas, x: f32, floor: f32) {
    c.soft([x, floor - 4.4], [3.4, 3.2], hex(0xffdf9e).a(0.62));
    c.line(&curve(&[[x, floor], [x, floor - 2.0], [x, floor - 4.0]]), 0.09, hex(0x6b5145));
    c.ellipse([x, floor], [0.48, 0.10], hex(0x6b5145));
    c.fill(&poly(&[[x - 0.48, floor - 5.0], [x + 0.48, floor - 5.0], [x + 0.86, floor - 3.85], [x - 0.86, floor - 3.85]]), Paint::Linear([x, floor - 5.0], hex(0xf3c985), [x, floor - 3.85], hex(0xfff0cc)));
    c.ellipse([x, floor - 3.86], [0.84, 0.08], hex(0xfffae8));
}

fn reception(c: &mut Canvas, w: f32) {
    walls(c, w, hex(0xeaddc9), hex(0xcfb59a));
    // Wainscot.
    c.fill(&rect(0.0, 4.9, w, FLOOR_Y - 0.28), hex(0xd9c4ab).a(0.75));
    c.fill(&rect(0.0, 4.82, w, 4.94), hex(0xf6ecdd));
    window(c, w * 0.045, 0.9, 3.3, 3.3, None);
    daylight(c, w * 0.30, 1.0, 2.6, 3.2);
    board(c, w * 0.70, 1.0, 3.9, 2.7);
    clock(c, w * 0.60, 1.15, 0.58);
    dispenser(c, w - 1.0, FLOOR_Y + 0.35);
    plant(c, w * 0.06 + 0.5, FLOOR_Y + 0.5, 0.92);
    chair(c, w * 0.5, 1.75, hex(0x6f8a8c));
}

fn quiet(c: &mut Canvas, w: f32) {
    walls(c, w, hex(0xcfd6c6), hex(0xb99f86));
    window(c, w * 0.06, 0.9, 2.7, 3.5, Some(hex(0xe9d9bd)));
    daylight(c, w * 0.30, 1.4, 2.2, 3.0);
    picture(c, w * 0.615, 0.95, 2.1, 1.55);
    // The sofa.
    let (x0, x1, top) = (w * 0.20, w * 0.80, 4.35);
    let cloth = hex(0xbb8577);
    c.soft([w * 0.5, 7.6], [w * 0.36, 0.5], hex(0x4a2c1c).a(0.35));
    c.fill(&rounded(x0, top, x1, 8.2, 0.75), Paint::Linear([x0, top], cloth.light(0.20), [x1, 8.0], cloth.dark(0.14)));
    let third = (x1 - x0 - 1.0) / 3.0;
    for k in 0..3 {
        let a = x0 + 0.5 + third * k as f32;
        c.fill(&rounded(a + 0.06, top + 0.28, a + third - 0.06, 8.0, 0.40), cloth.light(0.10 - 0.05 * k as f32));
        c.line(&curve(&[[a + 0.4, top + 0.40], [a + third * 0.5, top + 0.34], [a + third - 0.4, top + 0.40]]), 0.05, cloth.light(0.45).a(0.6));
    }
    for (a, b) in [(x0 - 0.42, x0 + 0.62), (x1 - 0.62, x1 + 0.42)] {
        c.fill(&rounded(a, top + 1.25, b, 8.4, 0.45), cloth.dark(0.08));
        c.line(&curve(&[[a + 0.25, top + 1.33], [(a + b) / 2.0, top + 1.28], [b - 0.25, top + 1.33]]), 0.05, cloth.light(0.4).a(0.6));
    }
    c.within(Place2 { origin: [x1 - 1.05, top + 1.35], scale: 1.0, turn: 0.25 }, |c| {
        c.fill(&rounded(-0.70, -0.70, 0.70, 0.70, 0.22), hex(0xe7c58b));
        c.line(&curve(&[[-0.5, -0.5], [0.0, -0.08], [0.5, 0.5]]), 0.04, hex(0xc99f62));
        c.line(&curve(&[[0.5, -0.5], [0.0, -0.08], [-0.5, 0.5]]), 0.04, hex(0xc99f62));
    });
    lamp(c, w * 0.905, FLOOR_Y + 0.4);
    plant(c, w * 0.055 + 0.4, FLOOR_Y + 0.6, 0.80);
}

fn home(c: &mut Canvas, w: f32) {
    walls(c, w, hex(0xf0e2cb), hex(0xb98f6b));
    window(c, w * 0.40, 0.75, 3.2, 2.9, Some(hex(0xd8a08a)));
    // A sideboard with a television, photographs and a flask.
    let (x, y) = (w * 0.73, 4.85);
    c.fill(&rounded(x, y, x + 4.4, FLOOR_Y + 0.35, 0.06), Paint::Linear([x, y], hex(0xa8774f), [x + 4.0, y], hex(0x84593a)));
    for k in 0..3 {
        let a = x + 0.12 + 1.42 * k as f32;
        c.line(&rounded(a, y + 0.28, a + 1.28, FLOOR_Y + 0.1, 0.05), 0.05, hex(0x6b452c).a(0.7));
        c.ellipse([a + 0.64, y + 0.55], [0.07, 0.07], hex(0xe3c08a));
    }
    c.fill(&rounded(x + 0.75, y - 1.72, x + 3.35, y - 0.16, 0.07), hex(0x33343a));
    c.fill(&rect(x + 0.86, y - 1.61, x + 3.24, y - 0.28), Paint::Linear([x, y - 1.6], hex(0x58636d), [x + 3.0, y], hex(0x3c434c)));
    c.fill(&rect(x + 1.7, y - 0.17, x + 2.4, y), hex(0x33343a));
    picture(c, w * 0.76, 0.95, 1.5, 1.15);
    // The calendar.
    let (cx, cy) = (w * 0.335, 1.2);
    c.fill(&rect(cx, cy, cx + 1.0, cy + 1.5), hex(0xfdf8ee));
    c.fill(&rect(cx, cy, cx + 1.0, cy + 0.45), hex(0xc9584a));
    for r in 0..4 {
        for q in 0..5 {
            c.fill(&rect(cx + 0.12 + 0.16 * q as f32, cy + 0.60 + 0.21 * r as f32, cx + 0.21 + 0.16 * q as f32, cy + 0.70 + 0.21 * r as f32), hex(0xa59a8c).a(0.7));
        }
    }
    // The doorway we came in by.
    let frame = hex(0x8d6446);
    c.fill(&rect(0.0, 0.0, w * 0.085, 10.0), Paint::Linear([0.0, 0.0], hex(0xd3c0a8), [w * 0.085, 0.0], hex(0xe4d3bb)));
    c.fill(&rect(w * 0.085, 0.0, w * 0.085 + 0.62, 10.0), Paint::Linear([w * 0.085, 0.0], frame.dark(0.25), [w * 0.085 + 0.62, 0.0], frame.light(0.12)));
    c.fill(&rect(w * 0.085 + 0.50, 0.0, w * 0.085 + 0.56, 10.0), frame.dark(0.35));
    c.fill(&poly(&[[w * 0.085 + 0.62, 0.0], [w * 0.25, 0.0], [w * 0.25, 8.6], [w * 0.085 + 0.62, 10.0]]), Paint::Linear([w * 0.085 + 0.6, 0.0], hex(0xa97c57), [w * 0.25, 0.0], hex(0xc0936b)));
    for (a, b) in [(1.0, 4.1), (4.6, 8.0)] {
        let (l, r) = (w * 0.085 + 1.05, w * 0.25 - 0.40);
        c.line(&rounded(l, a, r, b, 0.05), 0.07, hex(0x8d6446).a(0.75));
    }
    c.ellipse([w * 0.25 - 0.22, 4.95], [0.12, 0.12], hex(0xd9b56a));
    plant(c, w * 0.655, FLOOR_Y + 0.35, 0.72);
    chair(c, w * 0.5, 1.6, hex(0x9c6b48));
}

fn meeting(c: &mut Canvas, w: f32) {
    walls(c, w, hex(0xe3e0d6), hex(0xa9a094));
    // Blinds along the left.
    let (x, y, ww, h) = (w * 0.03, 0.8, w * 0.22, 3.9);
    c.fill(&rect(x - 0.14, y - 0.14, x + ww + 0.14, y + h + 0.14), hex(0xfaf6ee));
    c.fill(&rect(x, y, x + ww, y + h), Paint::Linear([x, y], hex(0xc7e0e8), [x, y + h], hex(0xf7eed8)));
    for k in 0..13 {
        let by = y + 0.30 * k as f32;
        c.fill(&rect(x, by, x + ww, by + 0.17), Paint::Linear([x, by], hex(0xfffdf6).a(0.95), [x, by + 0.17], hex(0xd9d3c5).a(0.95)));
    }
    daylight(c, w * 0.27, 1.2, 2.4, 3.1);
    // The whiteboard with a sketch of steps.
    let (bx, by, bw, bh) = (w * 0.36, 0.75, w * 0.28, 2.7);
    c.fill(&rounded(bx + 0.07, by + 0.12, bx + bw + 0.07, by + bh + 0.12, 0.06), hex(0x6b4a3a).a(0.20));
    c.fill(&rounded(bx, by, bx + bw, by + bh, 0.06), hex(0xb8b6b0));
    c.fill(&rect(bx + 0.10, by + 0.10, bx + bw - 0.10, by + bh - 0.10), Paint::Linear([bx, by], hex(0xffffff), [bx + bw, by + bh], hex(0xeeece6)));
    for k in 0..3 {
        let sx = bx + bw * (0.10 + 0.30 * k as f32);
        c.line(&rounded(sx, by + 0.55, sx + bw * 0.18, by + 1.15, 0.10), 0.045, [hex(0x5f8790), hex(0xc0604a), hex(0x6f9a78)][k]);
        if k < 2 {
            c.line(&curve(&[[sx + bw * 0.20, by + 0.85], [sx + bw * 0.24, by + 0.83], [sx + bw * 0.28, by + 0.85]]), 0.04, hex(0x6b6660));
        }
    }
    for k in 0..3 {
        let ly = by + 1.50 + 0.28 * k as f32;
        c.line(&curve(&[[bx + bw * 0.12, ly], [bx + bw * 0.4, ly + 0.03], [bx + bw * (0.80 - 0.12 * k as f32), ly - 0.01]]), 0.04, hex(0x8a97a2).a(0.8));
    }
    clock(c, w * 0.70, 1.2, 0.50);
    plant(c, w * 0.95 - 0.2, FLOOR_Y + 0.45, 0.95);
    picture(c, w * 0.775, 0.9, 1.9, 1.4);
    for k in 0..5 {
        chair(c, w * (0.10 + 0.20 * k as f32), 1.35, hex(0x5d6b78));
    }
}

fn hall(c: &mut Canvas, w: f32) {
    walls(c, w, hex(0xe6e2d8), hex(0xc4bcae));
    // Floor tiles, drawn to a vanishing point.
    for k in 0..9 {
        let x = w * (k as f32 / 8.0);
        c.line(&curve(&[[w * 0.5 + (x - w * 0.5) * 0.85, FLOOR_Y], [w * 0.5 + (x - w * 0.5) * 1.1, 8.0], [w * 0.5 + (x - w * 0.5) * 1.6, 10.0]]), 0.04, hex(0xa79e90).a(0.6));
    }
    // Service windows under a band of signs.
    c.fill(&rect(0.0, 1.05, w, 1.75), Paint::Linear([0.0, 1.05], hex(0x5f7f86), [w, 1.05], hex(0x4a666d)));
    let n = 5;
    for k in 0..n {
        let pitch = w / n as f32;
        let x = pitch * k as f32 + pitch * 0.14;
        let x1 = x + pitch * 0.72;
        c.ellipse([x + pitch * 0.12, 1.40], [0.20, 0.20], hex(0xf3d9a0));
        c.fill(&rounded(x + pitch * 0.24, 1.31, x1 - pitch * 0.10, 1.49, 0.05), hex(0xeef2ee).a(0.85));
        c.fill(&rect(x, 2.05, x1, 4.35), Paint::Linear([x, 2.05], hex(0xfff3d9), [x1, 4.35], hex(0xdfe6e2)));
        c.fill(&rect(x, 2.05, x1, 2.17), hex(0xb8aea0));
        c.ellipse([x + pitch * 0.36, 3.45], [0.26, 0.30], hex(0xc3bcb2));
        c.fill(&blob(&[[x + pitch * 0.36 - 0.62, 4.4], [x + pitch * 0.36 - 0.42, 3.86], [x + pitch * 0.36, 3.74], [x + pitch * 0.36 + 0.42, 3.86], [x + pitch * 0.36 + 0.62, 4.4]]), hex(0xaeb6b8));
        c.fill(&poly(&[[x + 0.2, 2.2], [x + 0.7, 2.2], [x + 0.3, 4.3], [x - 0.0, 4.3]]), hex(0xffffff).a(0.22));
    }
    c.fill(&rect(0.0, 4.35, w, 4.62), hex(0xcdb795));
    c.fill(&rect(0.0, 4.62, w, FLOOR_Y), Paint::Linear([0.0, 4.6], hex(0xb39a7b), [0.0, FLOOR_Y], hex(0xa08769)));
    for side in [0.02, 0.98] {
        let x = w * side;
        c.fill(&rect(x - 0.42, 0.0, x + 0.42, FLOOR_Y + 0.5), Paint::Linear([x - 0.4, 0.0], hex(0xf7f1e6), [x + 0.4, 0.0], hex(0xcfc6b8)));
    }
}

fn tissues(c: &mut Canvas, x: f32, y: f32) {
    c.soft([x, y + 0.32], [1.05, 0.22], hex(0x3a2018).a(0.38));
    c.fill(&poly(&[[x - 0.80, y - 0.22], [x + 0.68, y - 0.22], [x + 0.80, y + 0.30], [x - 0.72, y + 0.30]]), Paint::Linear([x - 0.8, y], hex(0x86aab0), [x + 0.8, y], hex(0x648a92)));
    c.fill(&poly(&[[x - 0.80, y - 0.22], [x - 0.62, y - 0.52], [x + 0.60, y - 0.52], [x + 0.68, y - 0.22]]), hex(0xa9c6c8));
    c.ellipse([x - 0.04, y - 0.38], [0.36, 0.075], hex(0x4f6f76));
    c.fill(&blob(&[[x - 0.32, y - 0.36], [x - 0.46, y - 0.80], [x - 0.20, y - 0.92], [x - 0.04, y - 1.12], [x + 0.14, y - 0.88], [x + 0.40, y - 0.84], [x + 0.26, y - 0.36], [x, y - 0.33]]), hex(0xfdfbf6));
    c.line(&curve(&[[x - 0.20, y - 0.80], [x - 0.12, y - 0.55], [x - 0.14, y - 0.40]]), 0.035, hex(0xd3d6d4));
    c.line(&curve(&[[x + 0.16, y - 0.82], [x + 0.06, y - 0.60], [x + 0.10, y - 0.40]]), 0.035, hex(0xd3d6d4));
    c.line(&curve(&[[x - 0.60, y + 0.06], [x, y + 0.09], [x + 0.62, y + 0.05]]), 0.05, hex(0xdfeceb).a(0.6));
}

fn cup(c: &mut Canvas, x: f32, y: f32, tone: Rgba) {
    c.soft([x + 0.1, y + 0.06], [0.72, 0.18], hex(0x3a2018).a(0.40));
    c.line(&curve(&[[x + 0.34, y - 0.60], [x + 0.64, y - 0.55], [x + 0.60, y - 0.22], [x + 0.30, y - 0.14]]), 0.10, tone.dark(0.10));
    c.fill(&blob(&[[x - 0.40, y - 0.74], [x, y - 0.70], [x + 0.40, y - 0.74], [x + 0.38, y - 0.20], [x + 0.24, y + 0.06], [x - 0.24, y + 0.06], [x - 0.38, y - 0.20]]), Paint::Linear([x - 0.4, y], tone.light(0.3), [x + 0.4, y], tone.dark(0.14)));
    c.ellipse([x, y - 0.74], [0.40, 0.10], tone.light(0.3));
    c.ellipse([x, y - 0.73], [0.33, 0.075], hex(0xa8764a));
    c.line(&curve(&[[x - 0.36, y - 0.38], [x, y - 0.33], [x + 0.36, y - 0.38]]), 0.05, hex(0xc0604a).a(0.7));
}

fn papers(c: &mut Canvas, x: f32, y: f32) {
    let sheet = |c: &mut Canvas, turn: f32, tone: Rgba, written: bool| {
        c.within(Place2 { origin: [x, y], scale: 1.0, turn }, |c| {
            let shape: [P; 4] = [[-1.0, -0.62], [0.86, -0.62], [1.12, 0.62], [-1.22, 0.62]];
            c.fill(&poly(&shape.map(|p| [p[0] + 0.06, p[1] + 0.07])), hex(0x3a2018).a(0.22));
            c.fill(&poly(&shape), tone);
            if written {
                c.fill(&rect(-0.42, -0.50, 0.34, -0.41), hex(0xc0604a).a(0.7));
                for k in 0..6 {
                    let ly = -0.27 + 0.14 * k as f32;
                    c.fill(&rect(-0.94 - 0.02 * k as f32, ly, if k == 5 { 0.1 } else { 0.80 + 0.03 * k as f32 }, ly + 0.030), hex(0x9a9086).a(0.65));
                }
            }
        });
    };
    sheet(c, 0.06, hex(0xece4d6), false);
    sheet(c, -0.05, hex(0xfdfaf3), true);
}

fn pen(c: &mut Canvas, x: f32, y: f32) {
    c.line(&curve(&[[x - 0.02, y + 0.30], [x + 0.22, y - 0.06], [x + 0.46, y - 0.40]]), 0.12, hex(0x3a2018).a(0.25));
    c.line(&curve(&[[x, y + 0.22], [x + 0.20, y - 0.08], [x + 0.42, y - 0.44]]), 0.10, hex(0x35506b));
    c.line(&curve(&[[x + 0.30, y - 0.24], [x + 0.36, y - 0.33], [x + 0.42, y - 0.44]]), 0.10, hex(0xd9b56a));
}
