//! The rooms in which visitors are received, seen from the receiver's chair.

use super::colour::{Paint, Rgba, hex};
use super::drawing::{Drawing, Transform};
use super::furniture::{
    board, chair, clock, cup, daylight, dispenser, lamp, papers, pen, picture, plant, tissues, window,
};
use super::hour::{Daylight, Hour};
use super::path::{blob, curve, poly, rect, rounded, taper};
use crate::vocabulary::Place;
use libm::sinf;

/// A room is drawn ten units high; where its table's far edge is.
pub const TABLE_Y: f32 = 7.75;
/// Where floor and wall meet.
pub const FLOOR_Y: f32 = 6.9;
const DOOR_WIDTH: f32 = 2.3;

/// The room behind the visitors; `width` in tenths of its height.
pub fn back(c: &mut Drawing, place: Place, hour: Hour, width: f32) {
    match place {
        Place::ReceptionRoom => reception(c, hour, width),
        Place::QuietRoom => quiet(c, hour.daylight(), width),
        Place::Home => home(c, hour.daylight(), width),
        Place::MeetingRoom => meeting(c, hour, width),
        Place::Hall => hall(c, width),
    }
    // In the evening the lamps are on, and warmer than the day.
    let evening = match hour.daylight() {
        Daylight::Day => 0.0,
        Daylight::Dusk => 0.07,
        Daylight::Night => 0.15,
    };
    if evening > 0.0 {
        c.fill(rect(0.0, 0.0, width, 10.0), hex(0x3d2c3e).a(evening));
        c.soft([width * 0.5, 1.0], [width * 0.42, 4.5], hex(0xffd9a0).a(evening));
    }
    // Light falls off towards the corners.
    let shade = hex(0x5a3a30);
    c.fill(rect(0.0, 0.0, width, 2.2), Paint::Linear([0.0, 0.0], shade.a(0.16), [0.0, 2.2], shade.a(0.0)));
    c.fill(
        rect(width * 0.72, 0.0, width, 10.0),
        Paint::Linear([width, 0.0], shade.a(0.16), [width * 0.72, 0.0], shade.a(0.0)),
    );
}

/// Where somebody who leaves this room goes: across, in tenths of the room's height. Rooms whose door is not seen are left
/// to the side.
pub fn way_out(place: Place, width: f32) -> f32 {
    match place {
        Place::ReceptionRoom => width * 0.335 + DOOR_WIDTH / 2.0,
        Place::Home => width * 0.17,
        Place::QuietRoom | Place::MeetingRoom => -1.2,
        Place::Hall => width * 0.06,
    }
}

/// The table between the visitors and the receiver.
pub fn table(c: &mut Drawing, place: Place, light: Daylight, width: f32) {
    let wood = table_colour(place);
    let t = TABLE_Y;
    c.fill(
        rect(0.0, t - 0.35, width, t),
        Paint::Linear([0.0, t], hex(0x3a2018).a(0.28), [0.0, t - 0.35], hex(0x3a2018).a(0.0)),
    );
    c.fill(rect(0.0, t, width, 10.0), Paint::Linear([0.0, t], wood.light(0.16), [0.0, 10.0], wood.dark(0.14)));
    // A pool of window light, grain, the far edge's rim.
    if light == Daylight::Day {
        let pool = [[0.0, t + 0.1], [width * 0.46, t + 0.1], [width * 0.30, 10.0], [0.0, 10.0]];
        c.fill(poly(&pool), hex(0xfff1d4).a(0.13));
    }
    for k in 0..7 {
        let y = t + 0.32 + 0.27 * k as f32;
        let o = sinf(k as f32 * 1.7);
        c.fill(
            taper(
                &[[width * (0.10 + 0.06 * o), y], [width * 0.40, y + 0.05 * o], [width * (0.85 + 0.08 * o), y + 0.02]],
                &[0.0, 0.035, 0.0],
            ),
            wood.dark(0.30).a(0.28),
        );
    }
    c.fill(rect(0.0, t - 0.02, width, t + 0.075), wood.light(0.45));
    c.fill(rect(0.0, t + 0.075, width, t + 0.12), wood.dark(0.22).a(0.5));
}

/// What stands on the receiver's side of the table; `jolt` lifts it when the table is struck.
pub fn props(c: &mut Drawing, place: Place, width: f32, jolt: f32) {
    let y = 9.15;
    // What stands lightly jumps highest.
    let jumping = |c: &mut Drawing, x: f32, y: f32, tone: Rgba| {
        c.within(Transform { origin: [x, y - jolt], scale: 1.0, turn: 0.45 * jolt }, |c| cup(c, 0.0, 0.0, tone));
        if jolt > 0.12 {
            for k in 0..3 {
                let o = k as f32 - 1.0;
                c.ellipse([x + 0.5 * o * jolt, y - 1.0 - 1.6 * jolt + 0.2 * o * o], [0.05, 0.07], hex(0xa8764a));
            }
        }
    };
    if place == Place::Home {
        // Where people live there is tea on the table, and no office.
        jumping(c, width * 0.655, y + 0.30, hex(0x7f9fb0));
        jumping(c, width * 0.80, y + 0.36, hex(0xc9b08a));
        return;
    }
    tissues(c, width * 0.905, y + 0.05 - 0.5 * jolt);
    if place == Place::Hall {
        papers(c, width * 0.10, y + 0.25);
    } else {
        papers(c, width * 0.16, y + 0.30);
        // In a narrow picture it would stand before the hands.
        if width > 11.0 {
            jumping(c, width * 0.655, y + 0.30, hex(0xf6f1e7));
        }
    }
    if place == Place::QuietRoom {
        return;
    }
    pen(c, width * 0.16 + 1.35, y + 0.38);
}

/// The back of the chair a visitor sits on, whose seat is hidden by the table; one unit is half a head.
pub fn seat_back(c: &mut Drawing, place: Place, table: f32) {
    let cloth = match place {
        Place::ReceptionRoom => hex(0x6f8a8c),
        Place::Home => hex(0x9c6b48),
        Place::MeetingRoom => hex(0x5d6b78),
        // On the sofa they sit without chairs, in the hall on benches.
        Place::QuietRoom | Place::Hall => return,
    };
    chair(c, [0.0, table], 1.36, cloth);
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

fn walls(c: &mut Drawing, width: f32, wall: Rgba, floor: Rgba) {
    c.fill(rect(0.0, 0.0, width, FLOOR_Y), Paint::Linear([0.0, 1.0], wall.light(0.35), [width, 3.0], wall.dark(0.05)));
    c.fill(rect(0.0, FLOOR_Y, width, 10.0), Paint::Linear([0.0, FLOOR_Y], floor, [0.0, 9.0], floor.dark(0.15)));
    c.fill(rect(0.0, FLOOR_Y - 0.28, width, FLOOR_Y), wall.dark(0.13));
    c.fill(rect(0.0, FLOOR_Y - 0.28, width, FLOOR_Y - 0.23), wall.light(0.5));
}

fn reception(c: &mut Drawing, hour: Hour, w: f32) {
    walls(c, w, hex(0xeaddc9), hex(0xcfb59a));
    // Wainscot.
    c.fill(rect(0.0, 4.9, w, FLOOR_Y - 0.28), hex(0xd9c4ab).a(0.75));
    c.fill(rect(0.0, 4.82, w, 4.94), hex(0xf6ecdd));
    window(c, w * 0.045, 0.9, 3.3, 3.3, hour.daylight(), None);
    daylight(c, w * 0.30, 1.0, 2.6, 3.2, hour.daylight());
    board(c, w * 0.70, 1.0, 3.9, 2.7);
    door(c, w * 0.335, hour.daylight());
    clock(c, w * 0.60, 1.15, 0.58, hour);
    dispenser(c, w - 1.0, FLOOR_Y + 0.35);
    plant(c, w * 0.06 + 0.5, FLOOR_Y + 0.5, 0.92);
}

fn quiet(c: &mut Drawing, light: Daylight, w: f32) {
    walls(c, w, hex(0xcfd6c6), hex(0xb99f86));
    window(c, w * 0.06, 0.9, 2.7, 3.5, light, Some(hex(0xe9d9bd)));
    daylight(c, w * 0.30, 1.4, 2.2, 3.0, light);
    picture(c, w * 0.615, 0.95, 2.1, 1.55);
    // The sofa.
    let (x0, x1, top) = (w * 0.20, w * 0.80, 4.35);
    let cloth = hex(0xbb8577);
    c.soft([w * 0.5, 7.6], [w * 0.36, 0.5], hex(0x4a2c1c).a(0.35));
    c.fill(rounded(x0, top, x1, 8.2, 0.75), Paint::Linear([x0, top], cloth.light(0.20), [x1, 8.0], cloth.dark(0.14)));
    let third = (x1 - x0 - 1.0) / 3.0;
    for k in 0..3 {
        let a = x0 + 0.5 + third * k as f32;
        c.fill(rounded(a + 0.06, top + 0.28, a + third - 0.06, 8.0, 0.40), cloth.light(0.10 - 0.05 * k as f32));
        c.line(
            curve(&[[a + 0.4, top + 0.40], [a + third * 0.5, top + 0.34], [a + third - 0.4, top + 0.40]]),
            0.05,
            cloth.light(0.45).a(0.6),
        );
    }
    for (a, b) in [(x0 - 0.42, x0 + 0.62), (x1 - 0.62, x1 + 0.42)] {
        c.fill(rounded(a, top + 1.25, b, 8.4, 0.45), cloth.dark(0.08));
        c.line(
            curve(&[[a + 0.25, top + 1.33], [(a + b) / 2.0, top + 1.28], [b - 0.25, top + 1.33]]),
            0.05,
            cloth.light(0.4).a(0.6),
        );
    }
    c.within(Transform { origin: [x1 - 1.05, top + 1.35], scale: 1.0, turn: 0.25 }, |c| {
        c.fill(rounded(-0.70, -0.70, 0.70, 0.70, 0.22), hex(0xe7c58b));
        c.line(curve(&[[-0.5, -0.5], [0.0, -0.08], [0.5, 0.5]]), 0.04, hex(0xc99f62));
        c.line(curve(&[[0.5, -0.5], [0.0, -0.08], [-0.5, 0.5]]), 0.04, hex(0xc99f62));
    });
    lamp(c, w * 0.905, FLOOR_Y + 0.4);
    plant(c, w * 0.055 + 0.4, FLOOR_Y + 0.6, 0.80);
}

fn home(c: &mut Drawing, light: Daylight, w: f32) {
    walls(c, w, hex(0xf0e2cb), hex(0xb98f6b));
    window(c, w * 0.40, 0.75, 3.2, 2.9, light, Some(hex(0xd8a08a)));
    // A sideboard with a television, photographs and a flask.
    let (x, y) = (w * 0.73, 4.85);
    c.fill(
        rounded(x, y, x + 4.4, FLOOR_Y + 0.35, 0.06),
        Paint::Linear([x, y], hex(0xa8774f), [x + 4.0, y], hex(0x84593a)),
    );
    for k in 0..3 {
        let a = x + 0.12 + 1.42 * k as f32;
        c.line(rounded(a, y + 0.28, a + 1.28, FLOOR_Y + 0.1, 0.05), 0.05, hex(0x6b452c).a(0.7));
        c.ellipse([a + 0.64, y + 0.55], [0.07, 0.07], hex(0xe3c08a));
    }
    c.fill(rounded(x + 0.75, y - 1.72, x + 3.35, y - 0.16, 0.07), hex(0x33343a));
    c.fill(
        rect(x + 0.86, y - 1.61, x + 3.24, y - 0.28),
        Paint::Linear([x, y - 1.6], hex(0x58636d), [x + 3.0, y], hex(0x3c434c)),
    );
    c.fill(rect(x + 1.7, y - 0.17, x + 2.4, y), hex(0x33343a));
    picture(c, w * 0.76, 0.95, 1.5, 1.15);
    // The calendar.
    let (cx, cy) = (w * 0.335, 1.2);
    c.fill(rect(cx, cy, cx + 1.0, cy + 1.5), hex(0xfdf8ee));
    c.fill(rect(cx, cy, cx + 1.0, cy + 0.45), hex(0xc9584a));
    for r in 0..4 {
        for q in 0..5 {
            c.fill(
                rect(
                    cx + 0.12 + 0.16 * q as f32,
                    cy + 0.60 + 0.21 * r as f32,
                    cx + 0.21 + 0.16 * q as f32,
                    cy + 0.70 + 0.21 * r as f32,
                ),
                hex(0xa59a8c).a(0.7),
            );
        }
    }
    // The doorway we came in by.
    let frame = hex(0x8d6446);
    c.fill(rect(0.0, 0.0, w * 0.085, 10.0), Paint::Linear([0.0, 0.0], hex(0xd3c0a8), [w * 0.085, 0.0], hex(0xe4d3bb)));
    c.fill(
        rect(w * 0.085, 0.0, w * 0.085 + 0.62, 10.0),
        Paint::Linear([w * 0.085, 0.0], frame.dark(0.25), [w * 0.085 + 0.62, 0.0], frame.light(0.12)),
    );
    c.fill(rect(w * 0.085 + 0.50, 0.0, w * 0.085 + 0.56, 10.0), frame.dark(0.35));
    c.fill(
        poly(&[[w * 0.085 + 0.62, 0.0], [w * 0.25, 0.0], [w * 0.25, 8.6], [w * 0.085 + 0.62, 10.0]]),
        Paint::Linear([w * 0.085 + 0.6, 0.0], hex(0xa97c57), [w * 0.25, 0.0], hex(0xc0936b)),
    );
    for (a, b) in [(1.0, 4.1), (4.6, 8.0)] {
        let (l, r) = (w * 0.085 + 1.05, w * 0.25 - 0.40);
        c.line(rounded(l, a, r, b, 0.05), 0.07, hex(0x8d6446).a(0.75));
    }
    c.ellipse([w * 0.25 - 0.22, 4.95], [0.12, 0.12], hex(0xd9b56a));
    plant(c, w * 0.655, FLOOR_Y + 0.35, 0.72);
}

fn meeting(c: &mut Drawing, hour: Hour, w: f32) {
    walls(c, w, hex(0xe3e0d6), hex(0xa9a094));
    // Blinds along the left.
    let (x, y, ww, h) = (w * 0.03, 0.8, w * 0.22, 3.9);
    c.fill(rect(x - 0.14, y - 0.14, x + ww + 0.14, y + h + 0.14), hex(0xfaf6ee));
    c.fill(rect(x, y, x + ww, y + h), Paint::Linear([x, y], hex(0xc7e0e8), [x, y + h], hex(0xf7eed8)));
    for k in 0..13 {
        let by = y + 0.30 * k as f32;
        c.fill(
            rect(x, by, x + ww, by + 0.17),
            Paint::Linear([x, by], hex(0xfffdf6).a(0.95), [x, by + 0.17], hex(0xd9d3c5).a(0.95)),
        );
    }
    daylight(c, w * 0.27, 1.2, 2.4, 3.1, hour.daylight());
    // The whiteboard with a sketch of steps.
    let (bx, by, bw, bh) = (w * 0.36, 0.75, w * 0.28, 2.7);
    c.fill(rounded(bx + 0.07, by + 0.12, bx + bw + 0.07, by + bh + 0.12, 0.06), hex(0x6b4a3a).a(0.20));
    c.fill(rounded(bx, by, bx + bw, by + bh, 0.06), hex(0xb8b6b0));
    c.fill(
        rect(bx + 0.10, by + 0.10, bx + bw - 0.10, by + bh - 0.10),
        Paint::Linear([bx, by], hex(0xffffff), [bx + bw, by + bh], hex(0xeeece6)),
    );
    for k in 0..3 {
        let sx = bx + bw * (0.10 + 0.30 * k as f32);
        c.line(
            rounded(sx, by + 0.55, sx + bw * 0.18, by + 1.15, 0.10),
            0.045,
            [hex(0x5f8790), hex(0xc0604a), hex(0x6f9a78)][k],
        );
        if k < 2 {
            c.line(
                curve(&[[sx + bw * 0.20, by + 0.85], [sx + bw * 0.24, by + 0.83], [sx + bw * 0.28, by + 0.85]]),
                0.04,
                hex(0x6b6660),
            );
        }
    }
    for k in 0..3 {
        let ly = by + 1.50 + 0.28 * k as f32;
        c.line(
            curve(&[[bx + bw * 0.12, ly], [bx + bw * 0.4, ly + 0.03], [bx + bw * (0.80 - 0.12 * k as f32), ly - 0.01]]),
            0.04,
            hex(0x8a97a2).a(0.8),
        );
    }
    clock(c, w * 0.70, 1.2, 0.50, hour);
    plant(c, w * 0.95 - 0.2, FLOOR_Y + 0.45, 0.95);
    picture(c, w * 0.775, 0.9, 1.9, 1.4);
    for k in 0..5 {
        chair(c, [w * (0.10 + 0.20 * k as f32), TABLE_Y], 1.1, hex(0x6d7a86));
    }
}

fn hall(c: &mut Drawing, w: f32) {
    walls(c, w, hex(0xe6e2d8), hex(0xc4bcae));
    // Floor tiles, drawn to a vanishing point.
    for k in 0..9 {
        let x = w * (k as f32 / 8.0);
        c.line(
            curve(&[
                [w * 0.5 + (x - w * 0.5) * 0.85, FLOOR_Y],
                [w * 0.5 + (x - w * 0.5) * 1.1, 8.0],
                [w * 0.5 + (x - w * 0.5) * 1.6, 10.0],
            ]),
            0.04,
            hex(0xa79e90).a(0.6),
        );
    }
    // Service windows under a band of signs.
    c.fill(rect(0.0, 1.05, w, 1.75), Paint::Linear([0.0, 1.05], hex(0x5f7f86), [w, 1.05], hex(0x4a666d)));
    let n = 5;
    for k in 0..n {
        let pitch = w / n as f32;
        let x = pitch * k as f32 + pitch * 0.14;
        let x1 = x + pitch * 0.72;
        c.ellipse([x + pitch * 0.12, 1.40], [0.20, 0.20], hex(0xf3d9a0));
        c.fill(rounded(x + pitch * 0.24, 1.31, x1 - pitch * 0.10, 1.49, 0.05), hex(0xeef2ee).a(0.85));
        c.fill(rect(x, 2.05, x1, 4.35), Paint::Linear([x, 2.05], hex(0xfff3d9), [x1, 4.35], hex(0xdfe6e2)));
        c.fill(rect(x, 2.05, x1, 2.17), hex(0xb8aea0));
        c.ellipse([x + pitch * 0.36, 3.45], [0.26, 0.30], hex(0xc3bcb2));
        c.fill(
            blob(&[
                [x + pitch * 0.36 - 0.62, 4.4],
                [x + pitch * 0.36 - 0.42, 3.86],
                [x + pitch * 0.36, 3.74],
                [x + pitch * 0.36 + 0.42, 3.86],
                [x + pitch * 0.36 + 0.62, 4.4],
            ]),
            hex(0xaeb6b8),
        );
        c.fill(poly(&[[x + 0.2, 2.2], [x + 0.7, 2.2], [x + 0.3, 4.3], [x - 0.0, 4.3]]), hex(0xffffff).a(0.22));
    }
    c.fill(rect(0.0, 4.35, w, 4.62), hex(0xcdb795));
    c.fill(rect(0.0, 4.62, w, FLOOR_Y), Paint::Linear([0.0, 4.6], hex(0xb39a7b), [0.0, FLOOR_Y], hex(0xa08769)));
    for side in [0.02, 0.98] {
        let x = w * side;
        c.fill(
            rect(x - 0.42, 0.0, x + 0.42, FLOOR_Y + 0.5),
            Paint::Linear([x - 0.4, 0.0], hex(0xf7f1e6), [x + 0.4, 0.0], hex(0xcfc6b8)),
        );
    }
}

/// The way in and out: open a hand's breadth, light from the corridor behind it.
fn door(c: &mut Drawing, x: f32, light: Daylight) {
    let (w, top) = (DOOR_WIDTH, 0.75);
    let frame = hex(0x9b7a58);
    c.fill(rect(x - 0.22, top - 0.22, x + w + 0.22, FLOOR_Y + 0.06), frame);
    let corridor = if light == Daylight::Night { hex(0x6b6256) } else { hex(0xf3ead8) };
    c.fill(rect(x, top, x + w, FLOOR_Y + 0.06), corridor);
    c.fill(rect(x, FLOOR_Y - 0.35, x + w, FLOOR_Y + 0.06), corridor.dark(0.22));
    // The leaf, ajar: its free edge nearer to us.
    let leaf = hex(0xb58d62);
    c.fill(
        poly(&[[x + 0.42, top], [x + w, top], [x + w, FLOOR_Y + 0.06], [x + 0.42, FLOOR_Y + 0.34]]),
        Paint::Linear([x + 0.4, top], leaf.light(0.16), [x + w, top], leaf.dark(0.14)),
    );
    for (a, b) in [(1.25, 3.4), (3.85, 6.2)] {
        c.line(rounded(x + 0.85, a, x + w - 0.32, b, 0.05), 0.06, leaf.dark(0.28).a(0.7));
    }
    c.ellipse([x + 0.66, 3.95], [0.11, 0.11], hex(0xe0c07a));
}
