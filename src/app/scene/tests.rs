//! What the meshes promise: every picture is whole, and people move as they should.

use super::Seat;
use super::motion::{self, Body, Clock};
use super::show::Show;
use super::tessellate::Triangles;
use crate::figure::picture::{self, Area};
use crate::figure::{BodyGesture, Hour, Person, Pose, Served};
use crate::vocabulary::{ACTION_UNITS, ActionUnit, Expression};
use crate::vocabulary::{Build, Carries, Hair, HairColour, Look, Place, Top};
use proptest::prelude::*;

const AREA: Area = [12.0, 30.0, 852.0, 530.0];
const PLACES: [Place; 5] = [Place::ReceptionRoom, Place::QuietRoom, Place::Home, Place::MeetingRoom, Place::Hall];

fn person() -> Person {
    Person::new(Look::default(), 40, 9)
}

fn assert_whole(triangles: &Triangles, area: Area) {
    assert!(!triangles.positions.is_empty());
    assert_eq!(triangles.positions.len(), triangles.colours.len());
    assert_eq!(triangles.indices.len() % 3, 0);
    assert!(triangles.indices.iter().all(|&i| (i as usize) < triangles.positions.len()));
    for (p, c) in triangles.positions.iter().zip(&triangles.colours) {
        assert!(p.iter().chain(c).all(|v| v.is_finite()), "{p:?} {c:?}");
        assert!(
            p[0] >= area[0] - 0.5 && p[0] <= area[2] + 0.5 && p[1] >= area[1] - 0.5 && p[1] <= area[3] + 0.5,
            "{p:?}"
        );
        assert!(c.iter().all(|v| (0.0..=1.0).contains(v)), "{c:?}");
    }
}

#[test]
fn every_room_fills_its_area() {
    for place in PLACES {
        for area in [AREA, [0.0, 0.0, 320.0, 900.0], [0.0, 0.0, 2400.0, 500.0]] {
            let mut triangles = Triangles::default();
            triangles.draw(&picture::room(place, Hour::default(), area, true));
            assert_whole(&triangles, area);
        }
    }
}

#[test]
fn an_area_without_size_draws_nothing() {
    let mut triangles = Triangles::default();
    triangles.draw(&picture::room(Place::Hall, Hour::default(), [5.0, 5.0, 5.0, 5.0], false));
    triangles.draw(&picture::people(
        Place::Hall,
        Hour::default(),
        [9.0, 9.0, 5.0, 5.0],
        &[(person(), Pose::default())],
    ));
    assert!(triangles.positions.is_empty());
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
        motion::pose(&seat, &seat.expression, Body::default(), Clock { now: f64::from(k) * 0.05, ..Clock::default() })
            .talk
    };
    let heard: Vec<f32> = (0..60).map(|k| talk(true, k)).collect();
    assert!(heard.iter().any(|&t| t > 0.3) && heard.iter().any(|&t| t < 0.1));
    assert!((0..60).all(|k| talk(false, k) == 0.0));
}

#[test]
fn who_is_told_to_stand_stands_up_and_who_goes_is_gone_in_seconds() {
    let mut show = Show::default();
    let mut seat = Seat::default();
    let run = |show: &mut Show, seat: &Seat, from: f64, seconds: f64| {
        let mut last = Pose::default();
        let mut now = from;
        while now < from + seconds {
            let (people, wait) = show.advance(std::slice::from_ref(seat), now, false, false);
            last = people[0].1;
            now += f64::from(wait.unwrap());
        }
        last
    };
    assert_eq!(run(&mut show, &seat, 0.0, 1.0).stand, 0.0);
    seat.stands = true;
    assert!(run(&mut show, &seat, 1.0, 1.5).stand > 0.98);
    seat.stands = false;
    assert!(run(&mut show, &seat, 3.0, 3.0).stand < 0.02);
    seat.goes = true;
    let on_the_way = run(&mut show, &seat, 6.0, 1.6);
    assert!((0.1..0.9).contains(&on_the_way.gone), "{on_the_way:?}");
    assert_eq!(run(&mut show, &seat, 7.6, 3.0).gone, 1.0);
}

#[test]
fn heads_turn_to_who_speaks_and_the_light_is_on_them() {
    let mut seats: Vec<Seat> = (0..3).map(|k| Seat { seed: 5 + k, ..Seat::default() }).collect();
    seats[2].speaking = true;
    let mut show = Show::default();
    show.places(vec![0.0, 100.0, 200.0]);
    let mut people = Vec::new();
    for k in 0..60 {
        people = show.advance(&seats, f64::from(k) / 20.0, false, false).0;
    }
    let yaw = |at: usize| people[at].1.yaw;
    assert!(yaw(0) > 0.2 && yaw(1) > 0.1, "{} {}", yaw(0), yaw(1));
    assert!(people[2].1.lit > 0.9 && people[0].1.lit < -0.9);
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

/// Whether they stand, go, lean back, are in an uproar; what was put before them.
fn lasting() -> impl Strategy<Value = Seat> {
    proptest::array::uniform6(any::<bool>()).prop_map(|[stands, goes, leans_back, stirred, water, tissues]| Seat {
        stands,
        goes,
        leans_back,
        stirred,
        served: Served { water, tissues },
        ..Seat::default()
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
        look in looks(), age in any::<u8>(), rest in lasting(), seed in any::<u32>(), expression in expressions(),
        speaking in any::<bool>(), gesture in 0usize..11, part in 0.0f64..1.0, now in 0.0f64..1e6,
        count in 1usize..5, contrast in any::<bool>(), still in any::<bool>(), place in 0usize..5,
    ) {
        let gesture = BodyGesture::ALL.get(gesture).map(|&g| (g, now - part * f64::from(g.seconds())));
        let seat = Seat { look, age, expression, speaking, seed, gesture, ..rest };
        let seats = vec![seat; count];
        let (people, _) = Show::default().advance(&seats, now, still, contrast);
        let mut triangles = Triangles::default();
        triangles.draw(&picture::people(PLACES[place], Hour::default(), AREA, &people));
        assert_whole(&triangles, AREA);
        for (spot, (who, pose)) in picture::spots(count, AREA).iter().zip(&people) {
            let mouth = picture::mouth(*spot, who, pose);
            prop_assert!(mouth[0] > AREA[0] && mouth[0] < AREA[2] && mouth[1] > AREA[1] && mouth[1] < AREA[3]);
        }
        prop_assert_eq!(ACTION_UNITS, people[0].1.units.len());
    }
}
