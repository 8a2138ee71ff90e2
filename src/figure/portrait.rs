//! One face for paper: head and shoulders, still, with dark outlines that a black-and-white printer keeps.

use super::body::joints;
use super::colour::hex;
use super::drawing::{Drawing, Transform};
use super::path::{Point, rect};
use super::picture::bust;
use super::{Person, Pose};
use crate::vocabulary::{ACTION_UNITS, ActionUnit, Expression, Look};

/// What a face is drawn from, in whole numbers, so that it can be compared. Shares are in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portrait {
    /// What the author picked.
    pub look: Look,
    /// Years.
    pub age: u8,
    /// Tells two people of one look apart.
    pub seed: u32,
    /// 0..1000, by `ActionUnit as usize`.
    pub units: [i16; ACTION_UNITS],
    /// −1000 looks away or down, 1000 looks at the receiver.
    pub gaze: i16,
    /// −1000 leans back, 1000 leans forward.
    pub lean: i16,
    /// 0..1000.
    pub slump: i16,
    /// 0..1000.
    pub tears: i16,
}

/// Width and height of a portrait.
pub const PORTRAIT_SIZE: Point = [120.0, 124.0];
/// Half a head in it.
const UNIT: f32 = 39.0;

impl Portrait {
    /// A face with this expression, rounded to thousandths.
    pub fn of(look: Look, age: u8, seed: u32, expression: &Expression) -> Self {
        let e = super::sane(expression);
        let thousandths = |share: f32| (share * 1000.0).round() as i16;
        Self {
            look,
            age,
            seed,
            units: e.units.map(thousandths),
            gaze: thousandths(e.gaze),
            lean: thousandths(e.lean),
            slump: thousandths(e.slump),
            tears: thousandths(e.tears),
        }
    }

    /// How far a unit of the face is innervated, in thousandths.
    pub fn unit(&self, unit: ActionUnit) -> i16 {
        self.units[unit as usize]
    }

    /// The picture, within [`PORTRAIT_SIZE`].
    pub fn drawing(&self) -> Drawing {
        let share = |thousandths: i16| f32::from(thousandths) / 1000.0;
        let expression = Expression {
            units: self.units.map(share),
            gaze: share(self.gaze),
            lean: share(self.lean),
            slump: share(self.slump),
            tears: share(self.tears),
            ..Expression::default()
        };
        let who = Person { outlined: true, plain: true, ..Person::new(self.look, self.age, self.seed) };
        let pose = Pose::of(&expression, self.seed);
        let mut drawing = Drawing::default();
        let [width, height] = PORTRAIT_SIZE;
        // Who slumps or looks down is looked after, lest the chin be cut off.
        let low = joints(&who, &pose).head[1];
        let seat = Transform { origin: [width / 2.0, 60.0 - 0.7 * low * UNIT], scale: UNIT, turn: 0.0 };
        // Of middling light, so that both black and white hair stand out on paper.
        drawing.fill(rect(0.0, 0.0, width, height), hex(0xbcc7d2));
        drawing.clipped(&[[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]], |drawing| {
            drawing.within(seat, |drawing| bust(drawing, &who, &pose, false));
        });
        drawing
    }
}
