//! Who sits where, and the whole picture: people, table and what is on it.

use super::colour::hex;
use super::drawing::{Drawing, Transform};
use super::hour::Hour;
use super::numbers::noise;
use super::path::{Point, poly, taper};
use super::person::Person;
use super::pose::{BodyGesture, Pose};
pub use super::spots::{Spot, spots, spots_between};
use super::{arms, back, body, face, hair, held, room};
use crate::vocabulary::Place;
use libm::sinf;

/// Below this many pixels for half a head, details are left out.
const PLAIN_BELOW: f32 = 26.0;

/// The rectangle of the scene: min x, min y, max x, max y.
pub type Area = [f32; 4];

/// Where the mouth of a person in this pose is on the screen.
pub fn mouth(spot: Spot, who: &Person, pose: &Pose) -> Point {
    let pose = &placed(spot, pose);
    let j = body::joints(who, pose);
    // The elbows' room does not move the head.
    seat(spot, pose).apply(head_place(pose, &j).apply([pose.yaw * 0.4, 0.58]))
}

/// Behind the first row there is no table to rise from.
fn placed(spot: Spot, pose: &Pose) -> Pose {
    Pose { stand: if spot.row == 0 { pose.stand } else { 0.0 }, ..*pose }
}

/// How much smaller who stands is drawn: a step back from the table.
const STEP_BACK: f32 = 0.14;

fn seat(spot: Spot, pose: &Pose) -> Transform {
    let unit = spot.unit * (1.0 - STEP_BACK * pose.stand);
    Transform { origin: [spot.at[0], spot.at[1] + body::TABLE * (spot.unit - unit)], scale: unit, turn: 0.0 }
}

/// Where somebody is on the way out, as one sees them get smaller with the distance.
fn way_out(place: Place, [x0, y0, x1, y1]: Area, spot: Spot, gone: f32) -> Transform {
    let (h, width) = (y1 - y0, 10.0 * (x1 - x0) / (y1 - y0));
    let from = seat(spot, &Pose { stand: if spot.row == 0 { 1.0 } else { 0.0 }, ..Pose::default() });
    let start = [from.origin[0], from.origin[1] + (back::FEET - body::STANDING) * from.scale];
    let end = [x0 + room::way_out(place, width) * h / 10.0, y0 + (room::FLOOR_Y + 0.1) * h / 10.0];
    let far = (from.scale / (0.036 * h)).max(1.2);
    let away = 1.0 + (far - 1.0) * gone;
    let at = |i: usize| {
        let vanish = (end[i] * far - start[i]) / (far - 1.0);
        vanish + (start[i] - vanish) / away
    };
    let scale = from.scale / away;
    Transform { origin: [at(0), at(1) - back::FEET * scale], scale, turn: 0.0 }
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
    let jolt = people.iter().map(|(_, pose)| jolt(pose)).fold(0.0, f32::max);
    drawing.clipped(&corners(area), |drawing| {
        let rows = spots.iter().map(|s| s.row + 1).max().unwrap_or(0);
        for row in (0..rows).rev() {
            let here = || spots.iter().zip(people).filter(|(s, _)| s.row == row);
            for (spot, (who, pose)) in here().filter(|(_, (_, pose))| (GOING..1.0).contains(&pose.gone)) {
                let at = way_out(place, area, *spot, pose.gone);
                drawing.within(at, |c| back::draw(c, who, pose.gone * STEPS));
            }
            if row == 0 {
                drawing.within(frame, |c| room::table(c, place, hour.daylight(), width));
            }
            for (spot, (who, pose)) in here() {
                let at_home = pose.gone < GOING;
                let (who, pose) = (fitted(who, *spot, &spots), placed(*spot, pose));
                let mut one = Drawing::default();
                // Nobody is seen below the table's edge but for the arms that lie on it.
                let edge = seat(*spot, &Pose::default()).apply([0.0, body::TABLE])[1];
                let [x0, y0, x1, y1] = area;
                let bottom = if row == 0 { edge } else { y1 };
                let at = seat(*spot, &pose);
                one.clipped(&corners([x0, y0, x1, bottom]), |c| {
                    if rows == 1 {
                        c.within(seat(*spot, &Pose::default()), |c| room::seat_back(c, place, body::TABLE));
                    }
                    if at_home {
                        if pose.lit > 0.0 {
                            c.within(at, |c| c.soft([0.0, 0.5], [3.2, 3.6], hex(0xfff0c8).a(0.75 * pose.lit)));
                        }
                        c.within(at, |c| bust(c, &who, &pose, row > 0));
                    }
                });
                if at_home && (row == 0 || busy(&pose)) {
                    let joints = body::joints(&who, &pose);
                    // Standing, the hands hang behind the table unless they do something on it.
                    let behind = row > 0 || pose.stand > 0.5 && !strikes(&pose);
                    if behind {
                        one.clipped(&corners([x0, y0, x1, bottom]), |c| {
                            c.within(at, |c| arms::draw(c, &who, &pose, &joints));
                        });
                    } else {
                        one.within(at, |c| arms::draw(c, &who, &pose, &joints));
                    }
                }
                if row == 0 {
                    one.within(seat(*spot, &Pose::default()), |c| held::served(c, &who, &pose, jolt));
                }
                if pose.lit < 0.0 {
                    one.toned(hex(0x5d4d45), -0.34 * pose.lit);
                }
                if row > 0 && !who.outlined {
                    // Who is further off lies in more air.
                    one.toned(hex(0xe4dccf), 0.07 * row as f32);
                }
                drawing.shapes.append(&mut one.shapes);
            }
        }
        drawing.within(frame, |c| room::props(c, place, width, jolt));
    });
    drawing
}

/// Shares of the way out: from where somebody is seen from behind, and how many steps they take.
const GOING: f32 = 0.02;
const STEPS: f32 = 9.0;

/// How high things on the table jump just now, in tenths of the room's height.
pub fn jolt(pose: &Pose) -> f32 {
    let Some(beat) = pose.gesture.and_then(|(gesture, part)| gesture.blow(part)) else { return 0.0 };
    if !(0.64..0.94).contains(&beat) {
        return 0.0;
    }
    0.55 * sinf((beat - 0.64) / 0.30 * std::f32::consts::PI)
}

/// The arms do something besides hanging down.
fn busy(pose: &Pose) -> bool {
    pose.gesture.is_some() || pose.crossed.max(pose.raised).max(pose.open[0]).max(pose.open[1]) > 0.05
}

fn strikes(pose: &Pose) -> bool {
    matches!(pose.gesture, Some((BodyGesture::PoundTable | BodyGesture::Burst, _)))
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
    if standing && !busy(pose) {
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
