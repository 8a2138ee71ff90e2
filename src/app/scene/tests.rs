//! What the drawing promises: every picture is whole, and a face shows what its action units say.

use super::body;
use super::crowd::{self, Area};
use super::features::{self, Features};
use super::motion::{self, Clock, Pose};
use super::paths::Canvas;
use super::person::Person;
use super::show::Show;
use super::{BodyGesture, Seat};
use crate::vocabulary::Expression;
use crate::vocabulary::{ACTION_UNITS, ActionUnit};
use crate::vocabulary::{Build, Carries, Hair, HairColour, Look, Place, Top};
use proptest::prelude::*;

const AREA: Area = [12.0, 30.0, 852.0, 530.0];
const PLACES: [Place; 5] = [Place::ReceptionRoom, Place::QuietRoom, Place::Home, Place::MeetingRoom, Place::Hall];

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

fn assert_whole(canvas: &Canvas, area: Area) {
    assert!(!canvas.positions.is_empty());
    assert_eq!(canvas.positions.len(), canvas.colours.len());
    assert_eq!(canvas.indices.len() % 3, 0);
    assert!(canvas.indices.iter().all(|&i| (i as usize) < canvas.positions.len()));
    for (p, c) in canvas.positions.iter().zip(&canvas.colours) {
        assert!(p.iter().chain(c).all(|v| v.is_finite()), "{p:?} {c:?}");
        assert!(
            p[0] >= area[0] - 0.5 && p[0] <= area[2] + 0.5 && p[1] >= area[1] - 0.5 && p[1] <= area[3] + 0.5,
            "{p:?}"
        );
        assert!(c.iter().all(|v| (0.0..=1.0).contains(v)), "{c:?}");
    }
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
    let risen = body::joints(&who, &Pose { rise: 1.0, ..Pose::default() });
    assert!(risen.head[1] < rest.head[1] - 0.8);
}

#[test]
fn no_heads_overlap_and_all_fit_from_one_to_thirty_seats() {
    for area in [AREA, [0.0, 0.0, 1280.0, 720.0], [0.0, 0.0, 640.0, 480.0], [100.0, 50.0, 500.0, 750.0]] {
        for n in 1..=30 {
            let spots = crowd::spots(n, area);
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
fn every_room_fills_its_area() {
    for place in PLACES {
        for area in [AREA, [0.0, 0.0, 320.0, 900.0], [0.0, 0.0, 2400.0, 500.0]] {
            let mut canvas = Canvas::default();
            crowd::draw_room(&mut canvas, place, area, true);
            assert_whole(&canvas, area);
        }
    }
}

#[test]
fn an_area_without_size_draws_nothing() {
    let mut canvas = Canvas::default();
    crowd::draw_room(&mut canvas, Place::Hall, [5.0, 5.0, 5.0, 5.0], false);
    crowd::draw_people(&mut canvas, Place::Hall, [9.0, 9.0, 5.0, 5.0], &[(person(), Pose::default())]);
    assert!(canvas.positions.is_empty());
}

#[test]
fn with_reduced_motion_a_seat_is_still_and_changes_at_once() {
    let mut show = Show::default();
    let mut seat = Seat { speaking: true, ..Seat::default() };
    let (first, wait) = show.advance(std::slice::from_ref(&seat), 1.0, true, false);
    let (later, _) = show.advance(std::slice::from_ref(&seat), 7.3, true, false);
    assert_eq!(first, later);
    assert_eq!(wait, None);
    seat.expression.units[ActionUnit::BrowLowerer as usize] = 1.0;
    let (angry, _) = show.advance(&[seat], 7.3, true, false);
    assert_eq!(angry[0].1.unit(ActionUnit::BrowLowerer), 1.0);
}

#[test]
fn expressions_ease_and_arrive() {
    let mut show = Show::default();
    let mut seat = Seat::default();
    show.advance(std::slice::from_ref(&seat), 0.0, false, false);
    seat.expression.units[ActionUnit::LipCornerPuller as usize] = 1.0;
    let mut last = 0.0;
    let mut at = 0.0;
    for k in 1..=60 {
        at = f64::from(k) / 30.0;
        let (people, _) = show.advance(std::slice::from_ref(&seat), at, false, false);
        let smile = people[0].1.unit(ActionUnit::LipCornerPuller);
        assert!(smile >= last && (k > 1 || smile < 0.6));
        last = smile;
    }
    assert_eq!(last, 1.0);
    // Afterwards only breathing and blinking are left, at a low rate.
    let pictures = std::iter::successors(Some(at), |&now| {
        let (_, wait) = show.advance(std::slice::from_ref(&seat), now, false, false);
        Some(now + f64::from(wait?)).filter(|next| *next < at + 60.0)
    });
    assert!(pictures.count() < 60 * 9);
}

#[test]
fn a_gesture_begins_and_is_over() {
    for gesture in BodyGesture::ALL {
        let seat = Seat { gesture: Some((gesture, 10.0)), ..Seat::default() };
        let end = 10.0 + f64::from(gesture.seconds());
        assert!(motion::gesture(&seat, 9.99).is_none());
        assert!(motion::gesture(&seat, 10.0).is_some());
        assert!(motion::gesture(&seat, end + 0.001).is_none());
        // With reduced motion the picture changes once more, when it is over.
        let (_, wait) = Show::default().advance(std::slice::from_ref(&seat), 10.1, true, false);
        assert!(wait.is_some_and(|w| (f64::from(w) + 10.1 - end).abs() < 0.05));
        // It starts and ends where the seat rests, so that nothing jumps.
        let rest = |now: f64, gesture| {
            let seat = Seat { gesture, ..Seat::default() };
            let clock = Clock { now, ..Clock::default() };
            body::joints(&person(), &motion::pose(&seat, &seat.expression, clock))
        };
        for at in [10.0005, end - 0.0005] {
            let (with, without) = (rest(at, seat.gesture), rest(at, None));
            for (a, b) in with.hands.iter().zip(without.hands) {
                assert!((a[0] - b[0]).hypot(a[1] - b[1]) < 0.03, "{gesture:?} at {at}");
            }
        }
    }
}

#[test]
fn everybody_blinks_and_no_blink_is_missed() {
    let seat = Seat { seed: 77, ..Seat::default() };
    let mut show = Show::default();
    let (mut now, mut shut) = (0.0, 0);
    while now < 60.0 {
        let (people, wait) = show.advance(std::slice::from_ref(&seat), now, false, false);
        shut += u32::from(people[0].1.blink > 0.6);
        now += f64::from(wait.unwrap());
    }
    assert!((15..=60).contains(&shut), "{shut}");
}

#[test]
fn speech_moves_the_lips_and_silence_does_not() {
    let talk = |speaking: bool, k: u32| {
        let seat = Seat { speaking, ..Seat::default() };
        motion::pose(&seat, &seat.expression, Clock { now: f64::from(k) * 0.05, ..Clock::default() }).talk
    };
    let heard: Vec<f32> = (0..60).map(|k| talk(true, k)).collect();
    assert!(heard.iter().any(|&t| t > 0.3) && heard.iter().any(|&t| t < 0.1));
    assert!((0..60).all(|k| talk(false, k) == 0.0));
}

fn looks() -> impl Strategy<Value = Look> {
    let build = prop_oneof![Just(Build::Slight), Just(Build::Average), Just(Build::Broad)];
    let hair = proptest::sample::select(vec![
        Hair::Short,
        Hair::Bob,
        Hair::Bun,
        Hair::Curly,
        Hair::Long,
        Hair::Balding,
        Hair::Cap,
    ]);
    let colour =
        proptest::sample::select(vec![HairColour::Black, HairColour::Brown, HairColour::Grey, HairColour::White]);
    let top = proptest::sample::select(vec![Top::Jacket, Top::Cardigan, Top::Shirt, Top::Padded, Top::Workwear]);
    let carries = proptest::sample::select(vec![
        Carries::Nothing,
        Carries::Folder,
        Carries::ClothBag,
        Carries::Phone,
        Carries::Cane,
        Carries::Thermos,
    ]);
    (build, hair, colour, any::<bool>(), top, carries).prop_map(|(build, hair, hair_colour, glasses, top, carries)| {
        Look { build, hair, hair_colour, glasses, top, carries }
    })
}

/// Also what no engine should send: out of range, infinite, not a number.
fn expressions() -> impl Strategy<Value = Expression> {
    let value = || prop_oneof![8 => -0.2f32..1.2, 1 => Just(0.0f32), 1 => Just(1.0f32), 1 => any::<f32>()];
    (proptest::array::uniform13(value()), proptest::array::uniform10(value())).prop_map(|(units, v)| {
        let [gaze, lean, slump, fists, tremble, tears, breath_rate, pace, loudness, pauses] = v;
        let gaze = gaze * 2.0 - 1.0;
        Expression { units, gaze, lean, slump, fists, tremble, tears, breath_rate, pace, loudness, pauses }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn any_expression_gives_a_whole_picture(
        look in looks(), age in any::<u8>(), seed in any::<u32>(), expression in expressions(),
        speaking in any::<bool>(), gesture in 0usize..7, part in 0.0f64..1.0, now in 0.0f64..1e6,
        count in 1usize..5, contrast in any::<bool>(), still in any::<bool>(), place in 0usize..5,
    ) {
        let gesture = BodyGesture::ALL.get(gesture).map(|&g| (g, now - part * f64::from(g.seconds())));
        let seat = Seat { look, age, expression, speaking, seed, gesture };
        let seats = vec![seat; count];
        let (people, _) = Show::default().advance(&seats, now, still, contrast);
        let mut canvas = Canvas::default();
        crowd::draw_people(&mut canvas, PLACES[place], AREA, &people);
        assert_whole(&canvas, AREA);
        for (spot, (who, pose)) in crowd::spots(count, AREA).iter().zip(&people) {
            let mouth = crowd::mouth(*spot, who, pose);
            prop_assert!(mouth[0] > AREA[0] && mouth[0] < AREA[2] && mouth[1] > AREA[1] && mouth[1] < AREA[3]);
        }
        prop_assert_eq!(ACTION_UNITS, people[0].1.units.len());
    }
}
