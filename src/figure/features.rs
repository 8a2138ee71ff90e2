//! Where the features of a face are: placed by action units, turned with the head.

use super::numbers::{lerp, square};
use super::path::{Point, mirrored, trace};
use super::person::Person;
use super::pose::Pose;
use crate::vocabulary::ActionUnit as Au;
use libm::sincosf;

/// Where the features of a face are; x to the right, y down, the chin at 1, the brow at −0.25.
#[derive(Clone, Debug, PartialEq)]
pub struct Features {
    /// From the inner to the outer end; left, right.
    pub brows: [[Point; 4]; 2],
    /// Inner corner, upper lid, outer corner, lower lid.
    pub eyes: [Eye; 2],
    pub mouth: Mouth,
    /// How far the jaw is down.
    pub jaw: f32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Eye {
    pub upper: Vec<Point>,
    pub lower: Vec<Point>,
    pub iris: Point,
    /// How far the lids are apart.
    pub gap: f32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Mouth {
    /// The edge of the upper and of the lower lip at the opening, from left to right.
    pub upper: Vec<Point>,
    pub lower: Vec<Point>,
    pub upper_lip: Vec<Point>,
    pub lower_lip: Vec<Point>,
    pub open: f32,
}

impl Mouth {
    pub fn corners(&self) -> [Point; 2] {
        let last = self.upper.len().saturating_sub(1);
        [self.upper.first().copied().unwrap_or_default(), self.upper.get(last).copied().unwrap_or_default()]
    }
}

const EYE: Point = [0.355, 0.03];
const MOUTH_Y: f32 = 0.60;

/// A point of the face as it lies when the head is turned and bowed.
pub fn turned(pose: &Pose, [x, y]: Point) -> Point {
    let r = 0.86;
    let (sin, cos) = sincosf(pose.yaw);
    let depth = (1.0 - square(x / r)).max(0.05).sqrt();
    let bow = (1.0 - square(y * 0.8)).max(0.1).sqrt();
    [x * cos + depth * r * sin * 0.72, y + pose.pitch * 0.55 * bow * depth.max(0.4)]
}

pub fn features(who: &Person, pose: &Pose) -> Features {
    let place = |side: f32, points: &[Point]| -> Vec<Point> {
        points.iter().map(|&[x, y]| turned(pose, [x * side, y])).collect()
    };
    let jaw = jaw(pose);
    let brows = [-1.0, 1.0].map(|side| {
        let points = place(side, &brow(who, pose));
        std::array::from_fn(|i| points.get(i).copied().unwrap_or_default())
    });
    let eyes = [-1.0, 1.0].map(|side| {
        let (upper, lower, gap) = lids(who, pose);
        let iris = [
            (EYE[0] + who.apart) * side + 0.085 * pose.gaze[0].clamp(-1.2, 1.2),
            EYE[1] - 0.012 + 0.05 * pose.gaze[1].clamp(-1.2, 1.2),
        ];
        Eye { upper: place(side, &upper), lower: place(side, &lower), iris: turned(pose, iris), gap }
    });
    Features { brows, eyes, mouth: mouth(who, pose), jaw }
}

fn jaw(pose: &Pose) -> f32 {
    0.13 * pose.unit(Au::JawDrop) + 0.05 * pose.talk
}

/// The brow of the right side, from inner to outer end.
fn brow(who: &Person, pose: &Pose) -> [Point; 4] {
    let (inner, outer, low) =
        (pose.unit(Au::InnerBrowRaiser), pose.unit(Au::OuterBrowRaiser), pose.unit(Au::BrowLowerer));
    // In grief the inner ends rise although the brows are drawn together.
    let press = low * (1.0 - 0.72 * inner);
    let lid = 0.02 * pose.unit(Au::UpperLidRaiser);
    let base = -0.005 * who.soft + who.brow;
    [
        [0.145 - 0.06 * low, -0.262 + base - 0.150 * inner + 0.195 * press - lid],
        [0.28 - 0.02 * low, -0.305 + base - 0.095 * inner - 0.045 * outer + 0.125 * press - lid],
        [0.43, -0.312 + base - 0.005 * inner - 0.12 * outer + 0.055 * press - lid],
        [0.600, -0.240 + base + 0.04 * inner * (1.0 - outer) - 0.10 * outer + 0.01 * press + 0.02 * who.old],
    ]
}

/// The lids of the right eye, from inner to outer corner, and the gap between them.
fn lids(who: &Person, pose: &Pose) -> (Vec<Point>, Vec<Point>, f32) {
    let w = (0.205 + 0.008 * who.soft) * (0.5 + 0.5 * who.eye);
    let (wide, tight, cheek) = (pose.unit(Au::UpperLidRaiser), pose.unit(Au::LidTightener), pose.unit(Au::CheekRaiser));
    let (sad, low) = (pose.unit(Au::InnerBrowRaiser), pose.unit(Au::BrowLowerer));
    let nose = pose.unit(Au::NoseWrinkler);
    let press = low * (1.0 - sad);
    let down = pose.gaze[1].max(0.0);
    let up =
        0.116 * who.eye - 0.018 * who.old + 0.072 * wide - 0.036 * tight - 0.030 * cheek - 0.022 * press - 0.032 * down;
    let low_lid = 0.078 - 0.030 * tight - 0.048 * cheek - 0.015 * nose + 0.012 * wide;
    let up = lerp(up.max(0.03), -low_lid + 0.012, pose.blink.clamp(0.0, 1.0));
    let low_lid = low_lid.max(0.008);
    let peak = w * (0.28 * press - 0.34 * sad * (1.0 - wide * 0.5));
    let eye = [EYE[0] + who.apart, EYE[1]];
    let inner = [eye[0] - w, EYE[1] + 0.030 + 0.018 * press];
    let outer = [eye[0] + w, EYE[1] - 0.008 + 0.030 * who.old + 0.030 * sad - 0.018 * press];
    let at = |x: f32, y: f32| [eye[0] + x, eye[1] + y];
    let upper = vec![
        inner,
        at(-0.58 * w + peak * 0.4, -0.60 * up + 0.012 + 0.035 * press * (1.0 - pose.blink)),
        at(peak, -up),
        at(0.62 * w + peak * 0.4, -0.66 * up + 0.004 + 0.022 * sad),
        outer,
    ];
    let arch = -0.035 * cheek;
    let lower = vec![
        inner,
        at(-0.5 * w, low_lid * 0.82 + arch * 0.5),
        at(0.05 * w, low_lid + arch * 0.3),
        at(0.6 * w, low_lid * 0.72),
        outer,
    ];
    (trace(&upper, false, 6), trace(&lower, false, 6), up + low_lid)
}

fn mouth(who: &Person, pose: &Pose) -> Mouth {
    let (smile, frown, chin) =
        (pose.unit(Au::LipCornerPuller), pose.unit(Au::LipCornerDepressor), pose.unit(Au::ChinRaiser));
    let (stretch, tight, drop) = (pose.unit(Au::LipStretcher), pose.unit(Au::LipTightener), pose.unit(Au::JawDrop));
    let nose = pose.unit(Au::NoseWrinkler);
    let drop = drop * (1.0 - 0.35 * pose.talk) + 0.0;
    let open = (0.27 * drop + 0.20 * pose.talk * (1.0 - 0.4 * tight)).min(0.36);
    let round = pose.round * pose.talk;
    let w = (0.250 + 0.080 * smile + 0.085 * stretch + 0.015 * frown
        - 0.035 * tight
        - 0.035 * chin
        - 0.05 * round.max(0.0)
        + 0.015 * (-round).max(0.0)
        - 0.03 * drop * (1.0 - stretch))
        .max(0.12)
        * who.mouth;
    let y = MOUTH_Y + 0.008 * smile - 0.03 * chin - 0.02 * nose;
    let corner = y - 0.105 * smile * (1.0 - 0.3 * frown) + 0.105 * frown + 0.025 * stretch + 0.34 * open;
    let top = y - 0.10 * open - 0.045 * chin * frown - 0.025 * frown + 0.018 * smile - 0.03 * nose;
    let bottom = top + open + 0.001;
    let square = (stretch.max(nose * 0.6).max(pose.anger() * 0.7) * 0.7).min(0.8);
    let seam = |mid: f32, side: f32| -> Vec<Point> {
        let hold = 0.62 + 0.34 * square * side;
        let half = [[w, corner], [w * 0.72, lerp(corner, mid, hold)], [w * 0.36, lerp(corner, mid, 0.94) + 0.006]];
        let mut points: Vec<Point> = half.iter().map(|p| [-p[0], p[1]]).collect();
        points.push([0.0, mid]);
        points.extend(half.iter().rev());
        points
    };
    let upper = seam(top, 0.6);
    let lower = seam(bottom, 1.0);
    let thick = (1.0 - 0.72 * tight) * (1.0 + 0.18 * who.soft - 0.25 * who.old) * (1.0 - 0.25 * smile);
    let (tu, tl) = ((0.058 * thick).max(0.008), (0.078 * thick * (1.0 - 0.3 * open)).max(0.010));
    let lift = |mid: f32| lerp(corner, mid, 0.88);
    let mut upper_lip = vec![
        [-w, corner],
        [-w * 0.5, lift(top) - tu * 0.62],
        [-0.060, top - tu],
        [0.0, top - tu * 0.78],
        [0.060, top - tu],
        [w * 0.5, lift(top) - tu * 0.62],
        [w, corner],
    ];
    upper_lip = trace(&upper_lip, false, 5);
    upper_lip.extend(trace(&upper, false, 5).into_iter().rev());
    let pout = 0.03 * chin * (1.0 - smile);
    let mut lower_lip = trace(&lower, false, 5);
    let outer = [
        [w, corner],
        [w * 0.62, lift(bottom) + tl * 0.66],
        [0.0, bottom + tl + pout],
        [-w * 0.62, lift(bottom) + tl * 0.66],
        [-w, corner],
    ];
    lower_lip.extend(trace(&outer, false, 5));
    let turn = |points: Vec<Point>| points.into_iter().map(|p| turned(pose, p)).collect::<Vec<_>>();
    Mouth {
        upper: turn(trace(&upper, false, 5)),
        lower: turn(trace(&lower, false, 5)),
        upper_lip: turn(upper_lip),
        lower_lip: turn(lower_lip),
        open,
    }
}

/// The outline of the head without hair.
pub fn outline(who: &Person, pose: &Pose) -> Vec<Point> {
    let drop = jaw(pose);
    let (c, j) = (who.cheek, who.jaw);
    let jowl = 0.02 * who.old;
    let lean = pose.yaw * 0.10;
    let half = [
        [0.0, -1.06],
        [0.42, -0.98],
        [c * 0.92, -0.62],
        [c, -0.15],
        [c * 0.985, 0.20],
        [lerp(c, j, 0.62), 0.48 + drop * 0.3],
        [j * 0.92 + jowl, 0.72 + drop * 0.6],
        [j * 0.60, 0.93 + drop + 0.7 * who.chin],
        [0.17, 1.035 + drop + who.chin],
        [0.0, 1.05 + drop + who.chin],
    ];
    mirrored(&half).into_iter().map(|[x, y]| [x + lean * (0.4 + y), y + pose.pitch * 0.10]).collect()
}
