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
    /// Risen from the chair, 0..1.
    pub rise: f32,
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
            gaze: [side * (0.42 * past + 0.5 * away), 0.62 * away],
            yaw: side * (0.07 * past + 0.26 * away),
            pitch: 0.05 * past * e.slump + 0.24 * away + 0.16 * e.slump - 0.06 * e.lean.max(0.0),
            roll: side * 0.035 * e.slump,
            head: [0.0, 0.10 * e.slump + 0.08 * away],
            ..Self::default()
        }
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
            BodyGesture::StandUp => self.rise = swell(part, 0.18, 0.78),
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
}

impl BodyGesture {
    /// In the order of the declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// How long it takes, in seconds.
    pub const fn seconds(self) -> f32 {
        match self {
            Self::PoundTable => 1.5,
            Self::StandUp => 3.2,
            Self::TurnAway => 3.0,
            Self::WipeTears => 2.6,
            Self::Point => 1.8,
            Self::Nod => 1.2,
        }
    }
}
