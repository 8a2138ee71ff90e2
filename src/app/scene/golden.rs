//! The same vertices from the same parameters: fingerprints of the positions and triangles of some pictures.
//!
//! Colours are left out: making them linear asks the machine for a power, which may differ in its last bit; and so may the
//! round ends of lines, so that the lines below are those of one system. When a picture is changed on purpose, the failing
//! test prints the new ones.

use super::tessellate::Triangles;
use crate::figure::picture::{self, Area};
use crate::figure::{BodyGesture, Drawing, Hour, Person, Pose};
use crate::vocabulary::{ACTION_UNITS, Build, Carries, Expression, Hair, HairColour, Look, Place, Top};

const AREA: Area = [12.0, 30.0, 852.0, 530.0];

const GOLDEN: &str = "\
room ReceptionRoom 2877 7314 f4b8e05f
room QuietRoom 3372 8991 8250ed48
room Home 2787 6912 cad5a736
room MeetingRoom 2370 6522 e116a14c
room Hall 1239 3225 4c931dda
alone 0 7921 22008 ea2cedab
alone 1 8825 24789 8b9ebe0e
alone 2 7778 22167 c04b8abc
alone 3 10577 29640 07ce34fc
alone 4 7907 21993 75343d79
alone 5 8843 24801 e2c549e4
alone 6 8506 23472 aef2af2a
moving PoundTable 8076 22500 02a0dad8
moving StandUp 8777 23979 0118900e
moving TurnAway 8120 22686 71319c8c
moving WipeTears 10006 28467 de0c12bb
moving Point 8175 22944 2ec96588
moving Nod 8682 24333 c281402d
moving Burst 8642 23760 301af751
moving CoverFace 7524 21690 4fbf322d
moving Drink 9234 25881 4b888b56
moving LookBack 8189 22749 bf83fe02
group 3 22242 60996 bc4a9a4c
group 7 39340 105069 bab00ab0
group 30 146841 387387 10992952
";

fn fingerprint(drawing: &Drawing) -> String {
    let mut triangles = Triangles::default();
    triangles.draw(drawing);
    let mut bytes = Vec::new();
    for value in triangles.positions.iter().flatten() {
        bytes.extend(value.to_bits().to_le_bytes());
    }
    for index in &triangles.indices {
        bytes.extend(index.to_le_bytes());
    }
    format!("{} {} {:08x}", triangles.positions.len(), triangles.indices.len(), crc32fast::hash(&bytes))
}

/// People of all builds, ages, clothes and hair, each with another face.
fn people() -> Vec<(Person, Pose)> {
    let hair = [Hair::Short, Hair::Bob, Hair::Bun, Hair::Curly, Hair::Long, Hair::Balding, Hair::Cap];
    let builds = [Build::Slight, Build::Average, Build::Broad];
    let colours = [HairColour::Black, HairColour::Brown, HairColour::Grey, HairColour::White];
    let tops = [Top::Jacket, Top::Cardigan, Top::Shirt, Top::Padded, Top::Workwear];
    let carries =
        [Carries::Folder, Carries::ClothBag, Carries::Phone, Carries::Cane, Carries::Thermos, Carries::Nothing];
    let person = |(i, hair): (usize, Hair)| {
        let look = Look {
            build: builds[i % 3],
            hair,
            hair_colour: colours[i % 4],
            glasses: i % 2 == 1,
            top: tops[i % 5],
            carries: carries[i % 6],
        };
        let who = Person { outlined: i % 4 == 3, ..Person::new(look, 18 + 10 * i as u8, 1000 + i as u32) };
        let part = i as f32 / 8.0;
        let expression = Expression {
            units: std::array::from_fn(|unit| ((unit * 5 + i * 3) % ACTION_UNITS) as f32 / ACTION_UNITS as f32),
            gaze: 1.0 - part * 2.0,
            lean: part - 0.4,
            slump: part,
            fists: 1.0 - part,
            tears: if i % 3 == 2 { 0.8 } else { 0.0 },
            ..Expression::default()
        };
        let pose =
            Pose { breath: part - 0.5, blink: part * 0.3, talk: 0.5 - part / 2.0, ..Pose::of(&expression, who.seed) };
        (who, pose)
    };
    hair.into_iter().enumerate().map(person).collect()
}

#[test]
fn the_same_vertices_from_the_same_parameters() {
    let places = [Place::ReceptionRoom, Place::QuietRoom, Place::Home, Place::MeetingRoom, Place::Hall];
    let mut lines = String::new();
    for place in places {
        lines += &format!(
            "room {place:?} {}\n",
            fingerprint(&picture::room(place, Hour::default(), AREA, place == Place::Hall))
        );
    }
    let all = people();
    for (i, one) in all.iter().enumerate() {
        let alone = picture::people(places[i % 5], Hour::default(), AREA, std::slice::from_ref(one));
        lines += &format!("alone {i} {}\n", fingerprint(&alone));
    }
    for (i, gesture) in BodyGesture::ALL.into_iter().enumerate() {
        let (who, pose) = all[i % all.len()];
        let moving = [(who, pose.moved(gesture, 0.35, who.seed))];
        lines += &format!(
            "moving {gesture:?} {}\n",
            fingerprint(&picture::people(Place::Home, Hour::default(), AREA, &moving))
        );
    }
    for count in [3, 7, 30] {
        let group: Vec<(Person, Pose)> = all.iter().copied().cycle().take(count).collect();
        lines +=
            &format!("group {count} {}\n", fingerprint(&picture::people(Place::Hall, Hour::default(), AREA, &group)));
    }
    assert_eq!(lines, GOLDEN);
}
