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
room ReceptionRoom 2733 6921 78f8c86c
room QuietRoom 3372 8991 8250ed48
room Home 2787 6912 cad5a736
room MeetingRoom 2370 6522 e116a14c
room Hall 1239 3225 4c931dda
alone 0 7966 22176 167f134e
alone 1 8750 24687 0c873698
alone 2 7800 22191 59ad2475
alone 3 10576 29673 cf29177e
alone 4 7911 21984 1b2aedc4
alone 5 8576 23904 10ceb6c2
alone 6 8564 23559 549eb347
moving PoundTable 7984 22320 48a2f99d
moving StandUp 9193 25596 5ef73cbf
moving TurnAway 8130 22692 024cf280
moving WipeTears 10002 28488 7c608ebb
moving Point 8168 22923 9a2d5b0e
moving Nod 8407 23463 26724196
group 3 22189 60990 6d492a1a
group 7 38942 104787 957fadfc
group 30 138174 361938 0376ac79
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
