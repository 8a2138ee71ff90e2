//! Who is where: seats at the table, and the rows of a crowd.

use super::numbers::noise;
use super::path::Point;
use super::picture::Area;
use super::{body, room};

/// Where one person is: the middle of the upright head and the length of half a head.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Middle of the upright head, in the lengths of the picture.
    pub at: Point,
    /// Length of half a head, in the same.
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
    let (above, step) = (if n > 3 { 1.72 } else { 1.95 }, 2.15);
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
        let size = unit * (1.0 - 0.075 * row as f32);
        let y = y0 + table - unit * (body::TABLE + step * row as f32);
        // Rows stand in each other's gaps.
        let shift = if rows > 1 { if row % 2 == 0 { -0.25 } else { 0.25 } } else { 0.0 };
        for k in 0..here {
            let middle = (here as f32 - 1.0) / 2.0;
            let even = if here % 2 == across % 2 { shift } else { 0.0 };
            // Of several rows the first to come sits in the middle of the front, the others to both sides of them.
            let column = if rows > 1 { from_the_middle(k, here) } else { k };
            let x = left + w / 2.0 + (column as f32 - middle + even) * apart;
            let leads = rows > 1 && row == 0 && k == 0;
            let size = if leads { size * LEADER } else { size };
            let y = if leads {
                y0 + table - size * body::TABLE
            } else if row > 0 {
                // Some are tall, some sit on the edge of a bench.
                y + unit * 0.10 * (noise(row as u32, 60 + k as u32) - 0.5)
            } else {
                y
            };
            out.push(Spot { at: [x, y], unit: size, row });
        }
    }
    out
}

/// Who speaks for a crowd sits nearer than the others by so much.
const LEADER: f32 = 1.04;

/// The columns of a row from its middle outwards: 2, 1, 3, 0, 4 of five.
fn from_the_middle(k: usize, here: usize) -> usize {
    let middle = here.saturating_sub(1) / 2;
    let off = k.div_ceil(2);
    if k % 2 == 1 {
        // An even row has one more on the right.
        if here.is_multiple_of(2) { middle + off } else { middle.saturating_sub(off) }
    } else if here.is_multiple_of(2) {
        middle.saturating_sub(off)
    } else {
        middle + off
    }
}
