//! Who sits where, and the whole picture: people, table and what is on it.

use super::colour::hex;
use super::drawing::{Drawing, Transform};
use super::hour::Hour;
use super::numbers::noise;
use super::path::{Point, poly, taper};
use super::person::Person;
use super::pose::{BodyGesture, Pose};
use super::{arms, body, face, hair, room};
use crate::vocabulary::Place;
use libm::sinf;

/// Below this many pixels for half a head, details are left out.
const PLAIN_BELOW: f32 = 26.0;

/// The rectangle of the scene: min x, min y, max x, max y.
pub type Area = [f32; 4];

/// Where one person is: the middle of the upright head and the length of half a head.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Middle of the upright head, in the picture's lengths.
    pub at: Point,
    /// Length of half a head, in the picture's lengths.
    pub unit: f32,
    /// 0 is the row at the table.
    pub row: usize,
}

/// The places of `n` people over the whole width: [`spots_between`].
pub fn spots(n: usize, area: Area) -> Vec<Spot> {
    spots_between(n, area, [area[0], area[2]])
}

/// The places of `n` people who sit between `left` and `right` of a room as large as `area`, in seating order: the front
/// row first, from left to right.
pub fn spots_between(n: usize, [_, y0, _, y1]: Area, [left, right]: [f32; 2]) -> Vec<Spot> {
    let (w, h) = ((right - left).max(1.0), (y1 - y0).max(1.0));
    let table = h * room::TABLE_Y / 10.0;
    // Hair above the head, head to table, and a row's step up.
    let (above, step) = (if n > 3 { 1.72 } else { 1.95 }, 2.05);
    let best = (1..=5usize.min(n.max(1)))
        .map(|rows| {
            let across = n.div_ceil(rows);
            let apart = w / (across as f32 + if rows > 1 { 0.5 } else { 0.0 });
            let (need, worth) = if rows == 1 { (4.5, 1.35) } else { (2.55, 1.0) };
            let tall = above + body::TABLE + step * (rows - 1) as f32;
            let unit = (apart / need).min(table * 0.965 / tall);
            (rows, unit, unit * worth)
        })
        .max_by(|a, b| a.2.total_cmp(&b.2).then(b.0.cmp(&a.0)));
    let Some((rows, unit, _)) = best else { return Vec::new() };
    let across = n.div_ceil(rows);
    let apart =
        if rows == 1 { (w / n.max(1) as f32).min(unit * 6.2) } else { (w / (across as f32 + 0.5)).min(unit * 4.4) };
    let mut out = Vec::with_capacity(n);
    let mut waiting = n;
    for row in 0..rows {
        let here = waiting.div_ceil(rows - row);
        waiting -= here;
        let size = unit * (1.0 - 0.05 * row as f32);
        let y = y0 + table - unit * (body::TABLE + step * row as f32);
        // Rows stand in each other's gaps.
        let shift = if rows > 1 { if row % 2 == 0 { -0.25 } else { 0.25 } } else { 0.0 };
        for k in 0..here {
            let middle = (here as f32 - 1.0) / 2.0;
            let even = if here % 2 == across % 2 { shift } else { 0.0 };
            let x = left + w / 2.0 + (k as f32 - middle + even) * apart;
            out.push(Spot { at: [x, y], unit: size, row });
        }
    }
    out
}

/// Where the mouth of a person in this pose is on the screen.
pub fn mouth(spot: Spot, who: &Person, pose: &Pose) -> Point {
    let j = body::joints(who, pose);
    // The elbows' room does not move the head.
    seat(spot).apply(head_place(pose, &j).apply([pose.yaw * 0.4, 0.58]))
}

fn seat(spot: Spot) -> Transform {
    Transform { origin: spot.at, scale: spot.unit, turn: 0.0 }
}

fn head_place(pose: &Pose, j: &body::Joints) -> Transform {
    Transform { origin: j.head, scale: j.near, turn: pose.roll }
}

/// The room at an hour of the day.
pub fn room(place: Place, hour: Hour, area: Area, high_contrast: bool) -> Drawing {
    let mut drawing = Drawing::default();
    let Some((frame, width)) = frame(area) else { return drawing };
    drawing.clipped(&corners(area), |drawing| {
        drawing.within(frame, |c| {
            room::back(c, place, hour, width);
            if high_contrast {
                // The room steps back behind the people.
                let veil = hex(0xffffff).a(0.62);
                c.fill(poly(&[[0.0, 0.0], [width, 0.0], [width, 10.0], [0.0, 10.0]]), veil);
            }
        });
    });
    drawing
}

/// Everybody, the table and what stands on it: [`people_between`] over the whole width.
pub fn people(place: Place, hour: Hour, area: Area, people: &[(Person, Pose)]) -> Drawing {
    people_between(place, hour, area, [area[0], area[2]], people)
}

/// Everybody, between these two edges of the room; the table and what stands on it.
pub fn people_between(place: Place, hour: Hour, area: Area, sides: [f32; 2], people: &[(Person, Pose)]) -> Drawing {
    let mut drawing = Drawing::default();
    let Some((frame, width)) = frame(area) else { return drawing };
    let spots = spots_between(people.len(), area, sides);
    let mut jolt = 0.0f32;
    drawing.clipped(&corners(area), |drawing| {
        let rows = spots.iter().map(|s| s.row + 1).max().unwrap_or(0);
        for row in (0..rows).rev() {
            if row == 0 {
                drawing.within(frame, |c| room::table(c, place, hour.daylight(), width));
            }
            for (spot, (who, pose)) in spots.iter().zip(people).filter(|(s, _)| s.row == row) {
                let who = fitted(who, *spot, &spots);
                // Nobody is seen below the table's edge but for the arms that lie on it.
                let edge = seat(*spot).apply([0.0, body::TABLE])[1];
                let [x0, y0, x1, y1] = area;
                let bottom = if row == 0 { edge } else { y1 };
                drawing.clipped(&corners([x0, y0, x1, bottom]), |drawing| {
                    if rows == 1 {
                        drawing.within(seat(*spot), |c| room::seat_back(c, place, body::TABLE));
                    }
                    drawing.within(seat(*spot), |c| bust(c, &who, pose, row > 0));
                });
                if row == 0 {
                    let joints = body::joints(&who, pose);
                    drawing.within(seat(*spot), |c| arms::draw(c, &who, pose, &joints));
                }
            }
        }
        for (_, pose) in people {
            if let Some((BodyGesture::PoundTable, part)) = pose.gesture {
                let beat = (part * 2.0).fract();
                if (0.64..0.90).contains(&beat) {
                    jolt = jolt.max(0.10 * sinf((beat - 0.64) / 0.26 * std::f32::consts::PI));
                }
            }
        }
        drawing.within(frame, |c| room::props(c, place, width, jolt));
    });
    drawing
}

/// The person as drawn in this place: simpler where small, elbows in where it is narrow.
fn fitted(who: &Person, spot: Spot, spots: &[Spot]) -> Person {
    let rows = spots.iter().any(|s| s.row > 0);
    let neighbour = spots
        .iter()
        .filter(|s| s.row == spot.row)
        .map(|s| (s.at[0] - spot.at[0]).abs() / spot.unit.max(1e-3))
        .filter(|d| *d > 0.01)
        .fold(f32::INFINITY, f32::min);
    let room = ((neighbour - 3.2) / 1.6).clamp(0.0, 1.0);
    Person { plain: who.plain || rows || spot.unit < PLAIN_BELOW, room, ..*who }
}

/// Head and body down to below the table's edge, without the arms that lie on it.
pub(super) fn bust(c: &mut Drawing, who: &Person, pose: &Pose, standing: bool) {
    let j = body::joints(who, pose);
    let head = head_place(pose, &j);
    c.soft([j.neck[0] + 0.5, body::TABLE - 0.6], [who.shoulder + 1.2, 2.4], hex(0x4a2c24).a(0.20));
    c.within(head, |c| hair::behind(c, who, pose));
    if standing {
        hanging_arms(c, who, &j);
    }
    body::torso(c, who, pose, &j);
    c.within(head, |c| {
        face::draw(c, who, pose);
        hair::over(c, who, pose);
    });
}

/// The arms of those behind the first row hang down.
fn hanging_arms(c: &mut Drawing, who: &Person, j: &body::Joints) {
    for (i, shoulder) in j.shoulders.into_iter().enumerate() {
        let side = if i == 0 { -1.0 } else { 1.0 };
        let cloth = if i == 0 { who.top.light(0.05) } else { who.top.dark(0.18) };
        let bend = 0.06 * noise(who.seed, 40 + i as u32);
        let points = [
            [shoulder[0] - side * 0.20, shoulder[1] + 0.25],
            [shoulder[0] + side * (0.10 + bend), shoulder[1] + 1.3],
            [shoulder[0] + side * 0.05, shoulder[1] + 2.6],
        ];
        c.fill(taper(&points, &[0.62, 0.58, 0.5]), cloth);
    }
}

fn frame([x0, y0, x1, y1]: Area) -> Option<(Transform, f32)> {
    let (w, h) = (x1 - x0, y1 - y0);
    (w > 1.0 && h > 1.0).then(|| (Transform { origin: [x0, y0], scale: h / 10.0, turn: 0.0 }, 10.0 * w / h))
}

fn corners([x0, y0, x1, y1]: Area) -> [Point; 4] {
    [[x0, y0], [x1, y0], [x1, y1], [x0, y1]]
}
