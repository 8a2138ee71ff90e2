//! What the shapes promise: a face shows what its action units say, a body its posture, and everybody has a seat.

use super::drawing::Shape;
use super::features::{self, Features};
use super::picture::{self, Area};
use super::{BodyGesture, Hour, Person, Pose, body, one_of_many, seed};
use crate::vocabulary::{ActionUnit, Look, Place, Top};

const AREA: Area = [12.0, 30.0, 852.0, 530.0];

fn person() -> Person {
    Person::new(Look::default(), 40, 9)
}

fn posed(units: &[(ActionUnit, f32)]) -> Pose {
    let mut pose = Pose::default();
    for &(unit, value) in units {
        pose.units[unit as usize] = value;
    }
    pose
}

fn shown(units: &[(ActionUnit, f32)]) -> Features {
    features::features(&person(), &posed(units))
}

fn corner_height(f: &Features) -> f32 {
    f.mouth.corners()[1][1]
}

#[test]
fn a_neutral_face_is_symmetric() {
    let f = shown(&[]);
    let near = |a: [f32; 2], b: [f32; 2]| (a[0] + b[0]).abs() < 1e-5 && (a[1] - b[1]).abs() < 1e-5;
    for i in 0..4 {
        assert!(near(f.brows[0][i], f.brows[1][i]));
    }
    for (l, r) in f.eyes[0].upper.iter().zip(&f.eyes[1].upper) {
        assert!(near(*l, *r));
    }
    let [l, r] = f.mouth.corners();
    assert!(near(l, r));
    for (l, r) in f.mouth.lower.iter().zip(f.mouth.lower.iter().rev()) {
        assert!(near(*l, *r));
    }
    assert!(near(f.eyes[0].iris, f.eyes[1].iris));
}

#[test]
fn the_lip_corner_puller_raises_the_corners_and_the_depressor_lowers_them() {
    let rest = corner_height(&shown(&[]));
    assert!(corner_height(&shown(&[(ActionUnit::LipCornerPuller, 1.0)])) < rest - 0.05);
    assert!(corner_height(&shown(&[(ActionUnit::LipCornerDepressor, 1.0)])) > rest + 0.05);
}

#[test]
fn the_brow_lowerer_lowers_and_draws_together_while_the_raisers_raise() {
    let rest = shown(&[]).brows[1];
    let low = shown(&[(ActionUnit::BrowLowerer, 1.0)]).brows[1];
    assert!(low[0][1] > rest[0][1] + 0.05 && low[0][0] < rest[0][0]);
    assert!(low[0][1] > low[2][1], "the inner end is the lowest: a scowl");
    let inner = shown(&[(ActionUnit::InnerBrowRaiser, 1.0)]).brows[1];
    assert!(inner[0][1] < rest[0][1] - 0.05);
    assert!(inner[0][1] < inner[3][1], "the inner end is the highest: grief");
    let outer = shown(&[(ActionUnit::OuterBrowRaiser, 1.0)]).brows[1];
    assert!(outer[2][1] < rest[2][1] - 0.05);
}

#[test]
fn grief_keeps_the_inner_brows_up_although_they_are_drawn_together() {
    let grief = shown(&[(ActionUnit::InnerBrowRaiser, 0.9), (ActionUnit::BrowLowerer, 0.6)]).brows[1];
    assert!(grief[0][1] < shown(&[]).brows[1][0][1]);
}

#[test]
fn lids_open_narrow_and_close() {
    let gap = |units: &[(ActionUnit, f32)]| shown(units).eyes[0].gap;
    let rest = gap(&[]);
    assert!(gap(&[(ActionUnit::UpperLidRaiser, 1.0)]) > rest * 1.25);
    assert!(gap(&[(ActionUnit::LidTightener, 1.0)]) < rest * 0.8);
    assert!(gap(&[(ActionUnit::CheekRaiser, 1.0)]) < rest * 0.8);
    let shut = Pose { blink: 1.0, ..Pose::default() };
    assert!(features::features(&person(), &shut).eyes[0].gap < 0.03);
}

#[test]
fn the_mouth_opens_with_the_jaw_and_with_speech_and_widens_with_fear() {
    let rest = shown(&[]);
    assert!(rest.mouth.open < 0.01);
    assert!(shown(&[(ActionUnit::JawDrop, 1.0)]).mouth.open > 0.2);
    let talking = Pose { talk: 1.0, ..Pose::default() };
    assert!(features::features(&person(), &talking).mouth.open > 0.1);
    let width = |f: &Features| f.mouth.corners()[1][0];
    assert!(width(&shown(&[(ActionUnit::LipStretcher, 1.0)])) > width(&rest) + 0.04);
    assert!(width(&shown(&[(ActionUnit::LipTightener, 1.0)])) < width(&rest));
}

#[test]
fn anger_flushes_and_sadness_does_not() {
    let anger = posed(&[(ActionUnit::BrowLowerer, 0.9), (ActionUnit::LipTightener, 0.8)]).anger();
    let sad = posed(&[(ActionUnit::InnerBrowRaiser, 0.9), (ActionUnit::BrowLowerer, 0.5)]).anger();
    assert!(anger > 0.5 && sad < 0.1);
}

#[test]
fn slumping_and_leaning_move_the_body() {
    let who = person();
    let rest = body::joints(&who, &Pose::default());
    let slumped = body::joints(&who, &Pose { slump: 1.0, ..Pose::default() });
    assert!(slumped.head[1] > rest.head[1] && slumped.shoulders[1][1] > rest.shoulders[1][1]);
    assert!(slumped.shoulders[1][0] < rest.shoulders[1][0]);
    let near = body::joints(&who, &Pose { lean: 1.0, ..Pose::default() });
    assert!(near.near > rest.near);
    let risen = body::joints(&who, &Pose { stand: 1.0, ..Pose::default() });
    assert!(risen.head[1] < rest.head[1] - 0.8);
    assert!(risen.hands.iter().all(|hand| hand[1] < body::TABLE + 0.2), "the hands have left the table");
}

#[test]
fn no_heads_overlap_and_all_fit_from_one_to_thirty_seats() {
    for area in [AREA, [0.0, 0.0, 1280.0, 720.0], [0.0, 0.0, 640.0, 480.0], [100.0, 50.0, 500.0, 750.0]] {
        for n in 1..=30 {
            let spots = picture::spots(n, area);
            assert_eq!(spots.len(), n);
            for (i, a) in spots.iter().enumerate() {
                assert!(a.unit > 6.0, "{n} seats: too small");
                assert!(a.at[0] - 0.8 * a.unit >= area[0] && a.at[0] + 0.8 * a.unit <= area[2], "{n}: {a:?}");
                assert!(a.at[1] - 1.35 * a.unit >= area[1] && a.at[1] + a.unit <= area[3], "{n}: {a:?}");
                for b in &spots[i + 1..] {
                    let unit = a.unit.max(b.unit);
                    let (dx, dy) = ((a.at[0] - b.at[0]) / (1.6 * unit), (a.at[1] - b.at[1]) / (2.0 * unit));
                    assert!(dx.hypot(dy) > 0.97, "{n} seats: {a:?} and {b:?}");
                }
            }
        }
    }
}

#[test]
fn a_movement_starts_and_ends_at_rest() {
    let who = person();
    let rest = body::joints(&who, &Pose::default());
    for gesture in BodyGesture::ALL {
        let most = |part: f32| {
            let hands = body::joints(&who, &Pose::default().moved(gesture, part, who.seed)).hands;
            hands.iter().zip(rest.hands).map(|(a, b)| (a[0] - b[0]).hypot(a[1] - b[1])).fold(0.0, f32::max)
        };
        for part in [0.0, 0.0004, 0.9997] {
            assert!(most(part) < 0.03, "{gesture:?} at {part}");
        }
    }
}

#[test]
fn arms_go_where_the_posture_wants_them() {
    let who = person();
    let rest = body::joints(&who, &Pose::default());
    let crossed = body::joints(&who, &Pose { crossed: 1.0, ..Pose::default() });
    assert!(crossed.hands[0][0] > 0.3 && crossed.hands[1][0] < -0.3, "each hand lies on the other arm: {crossed:?}");
    let open = body::joints(&who, &Pose { open: [1.0, 1.0], ..Pose::default() });
    assert!(open.hands[0][0] < rest.hands[0][0] - 0.3 && open.hands[1][1] < rest.hands[1][1] - 0.3);
    let raised = body::joints(&who, &Pose { raised: 1.0, ..Pose::default() });
    assert!(raised.hands[1][1] < raised.head[1] + 0.2);
    let covered = body::joints(&who, &Pose::default().moved(BodyGesture::CoverFace, 0.5, who.seed));
    for hand in covered.hands {
        assert!((hand[0] - covered.head[0]).hypot(hand[1] - covered.head[1]) < 0.6, "{covered:?}");
    }
    let drinking = body::joints(&who, &Pose::default().moved(BodyGesture::Drink, 0.5, who.seed));
    assert!(drinking.hands[1][1] < drinking.shoulders[1][1]);
}

#[test]
fn in_an_outburst_they_stand_and_what_is_on_the_table_jumps() {
    let who = person();
    let calm = picture::people(Place::ReceptionRoom, Hour::default(), AREA, &[(who, Pose::default())]);
    let [mut highest, mut stood] = [0.0f32, 0.0f32];
    let mut jumped = false;
    for k in 0..100 {
        let part = k as f32 / 100.0;
        let pose = Pose::default().moved(BodyGesture::Burst, part, who.seed);
        stood = stood.max(pose.stand);
        let j = body::joints(&who, &pose);
        highest = highest.max(j.shoulders[1][1] - j.hands[1][1]);
        let calm_table = picture::people(Place::ReceptionRoom, Hour::default(), AREA, &[(who, pose)]);
        jumped |= calm_table.shapes.last().zip(calm.shapes.last()).is_some_and(|(now, still)| last(now) != last(still));
    }
    assert!(stood > 0.99 && highest > 0.3 && jumped, "{stood} {highest} {jumped}");
}

/// What is drawn last within a shape: the things on the receiver's side of the table.
fn last(shape: &Shape) -> Option<&Shape> {
    match shape {
        Shape::Clipped { drawing, .. } => drawing.shapes.last(),
        _ => None,
    }
}

#[test]
fn who_goes_gets_smaller_and_is_gone_at_the_door() {
    let who = person();
    for place in [Place::ReceptionRoom, Place::QuietRoom, Place::Home, Place::MeetingRoom, Place::Hall] {
        let shown =
            |gone: f32| picture::people(place, Hour::default(), AREA, &[(who, Pose { gone, ..Pose::default() })]);
        let nobody = format!("{:?}", shown(1.0)).len();
        assert!(format!("{:?}", shown(0.6)).len() > nobody + 2_000, "{place:?}: they are seen on the way");
        assert!(format!("{:?}", shown(0.0)).len() > nobody + 2_000);
    }
}

#[test]
fn no_two_of_a_crowd_are_alike() {
    let described = Look { top: Top::Workwear, ..Look::default() };
    let crowd: Vec<Person> = (0..60)
        .map(|k| {
            let (look, age) = one_of_many(described, 42, k);
            Person::new(look, age, seed(&format!("workers-{k}")))
        })
        .collect();
    for (i, a) in crowd.iter().enumerate() {
        for b in &crowd[i + 1..] {
            let kind = |p: &Person| (p.look.hair, p.look.hair_colour, p.look.build);
            // One sees it from across the room: another head of hair, another colour of it, or another build.
            assert_ne!(kind(a), kind(b));
            let face = |p: &Person| [p.apart, p.brow, p.cheek, p.jaw, p.chin, 0.1 * p.nose, 0.1 * p.mouth, 0.1 * p.eye];
            let far = face(a).iter().zip(face(b)).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(far > 0.008, "the same face twice: {far}");
        }
        assert_eq!(a.look.top, described.top, "they wear what the author gave them");
    }
}
