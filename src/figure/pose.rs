//! How one person holds themselves at one instant: the face, the head, the body, and a movement under way.

use super::numbers::{lerp, noise, swell};
use crate::vocabulary::{ACTION_UNITS, ActionUnit, Expression, all};
use libm::sinf;
use strum::{EnumCount, VariantArray};

/// Everything the drawing needs to know about one person at one instant.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pose {
    /// 0..1, by `ActionUnit as usize`.
    pub units: [f32; ACTION_UNITS],
    /// Where the pupils are: −1..1 to the right and down.
    pub gaze: [f32; 2],
    /// The head turned to the right, radians.
    pub yaw: f32,
    /// The head bowed, radians.
    pub pitch: f32,
    /// The head tilted to the right, radians.
    pub roll: f32,
    /// The head moved, in half heads.
    pub head: [f32; 2],
    /// The body turned and moved to the right.
    pub turn: f32,
    /// 0 sits, 1 stands behind the table.
    pub stand: f32,
    /// On the way out: 0 in their place, 1 out of the room.
    pub gone: f32,
    /// Arms crossed before the chest, 0..1.
    pub crossed: f32,
    /// Hands clasped, 0..1.
    pub clasped: f32,
    /// Hands open and lifted, as in talking: left and right, 0..1.
    pub open: [f32; 2],
    /// One arm raised with a fist, 0..1.
    pub raised: f32,
    /// −1 in the shade of another who speaks, 1 in the light.
    pub lit: f32,
    /// What was put before them.
    pub served: Served,
    /// Lids closed, 0..1.
    pub blink: f32,
    /// The mouth opened by speech, 0..1, and how round it is, −1..1.
    pub talk: f32,
    /// How round the mouth is, −1 drawn wide to 1 pursed.
    pub round: f32,
    /// −1 leans back, 1 leans forward.
    pub lean: f32,
    /// 0 upright, 1 slumped.
    pub slump: f32,
    /// 0 loose, 1 fists.
    pub fists: f32,
    /// 0..1: tears.
    pub tears: f32,
    /// Chest and shoulders, −1 out, 1 in.
    pub breath: f32,
    /// A movement under way and how far it is, 0..1.
    pub gesture: Option<(BodyGesture, f32)>,
}

/// What the receiver has put before somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Served {
    /// A glass of water.
    pub water: bool,
    /// Paper handkerchiefs.
    pub tissues: bool,
}

impl Pose {
    /// At rest with this expression, between two breaths. The seed says to which side they turn.
    pub fn of(expression: &Expression, seed: u32) -> Self {
        let e = sane(expression);
        let side = side(seed);
        // Away: down and aside with the head; past: a little aside; at the receiver: straight.
        let away = (-e.gaze).max(0.0);
        let past = 1.0 - e.gaze.abs();
        Self {
            units: e.units,
            lean: e.lean,
            slump: e.slump,
            fists: e.fists,
            tears: e.tears,
            // Who leans back with closed fists shuts themselves off; who is afraid holds on to their own hands.
            crossed: ((-e.lean - 0.15) * 3.0).clamp(0.0, 1.0) * (e.fists * 4.0).clamp(0.0, 1.0),
            clasped: ((e.tremble - 0.1) * 5.0).max((e.slump - 0.45) * 4.0).clamp(0.0, 1.0)
                * (1.0 - e.fists).clamp(0.0, 1.0),
            gaze: [side * (0.42 * past + 0.5 * away), 0.62 * away],
            yaw: side * (0.07 * past + 0.26 * away),
            pitch: 0.05 * past * e.slump + 0.24 * away + 0.16 * e.slump - 0.06 * e.lean.max(0.0),
            roll: side * 0.035 * e.slump,
            head: [0.0, 0.10 * e.slump + 0.08 * away],
            ..Self::default()
        }
    }

    /// The same as one of a crowd: no two hold themselves alike.
    pub fn of_many(mut self, seed: u32) -> Self {
        let own = |n: u32| noise(seed, n) * 2.0 - 1.0;
        self.turn += 0.45 * own(72);
        self.yaw += 0.20 * own(73);
        self.roll += 0.07 * own(74);
        self.lean = (self.lean + 0.35 * own(75)).clamp(-1.0, 1.0);
        self.head[0] += 0.05 * own(76);
        match (noise(seed, 77) * 5.0) as u32 {
            0 => self.crossed = 1.0,
            1 => self.clasped = 1.0,
            _ => {}
        }
        self
    }

    /// The same with a movement under way, of which `part` (0..1) is over.
    pub fn moved(mut self, gesture: BodyGesture, part: f32, seed: u32) -> Self {
        self.gesture = Some((gesture, part));
        match gesture {
            BodyGesture::Nod => {
                let bow = sinf(part * std::f32::consts::TAU * 2.0).abs() * swell(part, 0.15, 0.8);
                self.pitch += 0.24 * bow;
                self.head[1] += 0.10 * bow;
            }
            BodyGesture::StandUp => self.stand = self.stand.max(swell(part, 0.14, 0.82)),
            BodyGesture::TurnAway => {
                let (side, k) = (side(seed), swell(part, 0.25, 0.75));
                self.turn = side * k;
                self.yaw = lerp(self.yaw, side * 0.66, k);
                self.gaze = [lerp(self.gaze[0], side * 0.8, k), lerp(self.gaze[1], 0.3, k)];
            }
            BodyGesture::WipeTears => {
                let k = swell(part, 0.2, 0.8);
                self.pitch += 0.20 * k;
                self.head[1] += 0.10 * k;
                self.blink = self.blink.max(0.9 * k);
            }
            BodyGesture::PoundTable => {
                let hit = swell(part, 0.2, 0.85);
                self.lean = lerp(self.lean, 1.0, 0.6 * hit);
                self.fists = self.fists.max(hit);
                self.crossed *= 1.0 - hit;
            }
            BodyGesture::Burst => {
                // Up first, then the blows, and they stay up until it is over.
                let up = swell(part, 0.10, 0.88);
                self.stand = self.stand.max(up);
                self.lean = lerp(self.lean, 1.0, up);
                self.fists = self.fists.max(up);
                self.crossed *= 1.0 - up;
                self.clasped *= 1.0 - up;
            }
            BodyGesture::CoverFace => {
                let k = swell(part, 0.15, 0.85);
                let sob = sinf(part * 46.0) * 0.02 * k;
                self.pitch += 0.34 * k;
                self.head[1] += 0.20 * k + sob;
                self.slump = self.slump.max(0.8 * k);
                self.blink = self.blink.max(k);
                self.breath += sob * 20.0;
            }
            BodyGesture::Drink => {
                let k = swell(part, 0.30, 0.70);
                self.pitch -= 0.12 * k;
                self.blink = self.blink.max(0.6 * swell(part, 0.4, 0.6));
                self.talk *= 1.0 - k;
            }
            BodyGesture::LookBack => {
                let k = swell(part, 0.2, 0.75);
                let aside = side(seed);
                self.yaw = lerp(self.yaw, aside * 0.8, k);
                self.turn = lerp(self.turn, aside * 0.5, k);
                self.gaze = [lerp(self.gaze[0], aside, k), self.gaze[1] * (1.0 - k)];
            }
            BodyGesture::Point => self.lean = lerp(self.lean, 0.7, swell(part, 0.2, 0.8)),
        }
        self
    }

    /// How far a unit of the face is innervated, 0..1.
    pub fn unit(&self, unit: ActionUnit) -> f32 {
        self.units[unit as usize]
    }
    /// How angry the face is drawn: brows down with tight lips or a glare.
    pub fn anger(&self) -> f32 {
        let tight = self.unit(ActionUnit::LipTightener).max(self.unit(ActionUnit::UpperLidRaiser) * 0.7);
        let sad = self.unit(ActionUnit::InnerBrowRaiser);
        (self.unit(ActionUnit::BrowLowerer) * tight * (1.0 - sad)).clamp(0.0, 1.0)
    }
}

/// To which side somebody turns: −1 left, 1 right.
fn side(seed: u32) -> f32 {
    if noise(seed, 11) < 0.5 { -1.0 } else { 1.0 }
}

/// `expression` with every number finite and in its range.
pub fn sane(expression: &Expression) -> Expression {
    let fit = |v: f32, low: f32, high: f32| if v.is_finite() { v.clamp(low, high) } else { 0.0 };
    let e = expression;
    Expression {
        units: e.units.map(|u| fit(u, 0.0, 1.0)),
        gaze: fit(e.gaze, -1.0, 1.0),
        lean: fit(e.lean, -1.0, 1.0),
        slump: fit(e.slump, 0.0, 1.0),
        fists: fit(e.fists, 0.0, 1.0),
        tremble: fit(e.tremble, 0.0, 1.0),
        tears: fit(e.tears, 0.0, 1.0),
        breath_rate: fit(e.breath_rate, 0.0, 60.0),
        pace: fit(e.pace, 0.0, 3.0),
        loudness: fit(e.loudness, 0.0, 1.0),
        pauses: fit(e.pauses, 0.0, 1.0),
    }
}

/// A movement that begins, is seen, and is over by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, VariantArray)]
pub enum BodyGesture {
    /// A fist comes down on the table.
    PoundTable,
    /// They rise from the chair.
    StandUp,
    /// Head and body turn aside.
    TurnAway,
    /// A hand goes to the eyes.
    WipeTears,
    /// An arm is stretched out at somebody.
    Point,
    /// The head goes down and up.
    Nod,
    /// Up from the chair, and the fist on the table until the cup jumps.
    Burst,
    /// Both hands before the face.
    CoverFace,
    /// From the glass that was put before them.
    Drink,
    /// Over the shoulder, at the door.
    LookBack,
}

impl BodyGesture {
    /// In the order of the declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// How far the blow of this movement is, 0..1, twice in [`BodyGesture::Burst`] and [`BodyGesture::PoundTable`]; `None`:
    /// nothing is struck now.
    pub fn blow(self, part: f32) -> Option<f32> {
        let part = match self {
            Self::PoundTable => part,
            Self::Burst => (part - 0.16) / 0.44,
            _ => return None,
        };
        (0.0..1.0).contains(&part).then(|| (part * 2.0).fract())
    }

    /// How long it takes, in seconds.
    pub const fn seconds(self) -> f32 {
        match self {
            Self::PoundTable => 1.5,
            Self::StandUp => 3.2,
            Self::TurnAway => 3.0,
            Self::WipeTears => 2.6,
            Self::Point => 1.8,
            Self::Nod => 1.2,
            Self::Burst => 4.2,
            Self::CoverFace => 4.0,
            Self::Drink => 3.4,
            Self::LookBack => 1.8,
        }
    }
}
