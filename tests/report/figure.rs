//! People and rooms as shapes and as SVG: whole, safe, and the same every time.

use calmdesk::figure::drawing::Shape;
use calmdesk::figure::path::{Path, Point, Segment};
use calmdesk::figure::{Drawing, Hour, PORTRAIT_SIZE, Person, Portrait, Pose, picture, seed, svg::svg};
use calmdesk::vocabulary::{ACTION_UNITS, ActionUnit, Build, Carries, Expression, Hair, HairColour, Look, Place, Top};
use proptest::prelude::*;
use std::collections::HashSet;

const PLACES: [Place; 5] = [Place::ReceptionRoom, Place::QuietRoom, Place::Home, Place::MeetingRoom, Place::Hall];
const HAIR: [Hair; 7] = [Hair::Short, Hair::Bob, Hair::Bun, Hair::Curly, Hair::Long, Hair::Balding, Hair::Cap];
const TOPS: [Top; 5] = [Top::Jacket, Top::Cardigan, Top::Shirt, Top::Padded, Top::Workwear];
const CARRIES: [Carries; 6] =
    [Carries::Nothing, Carries::Folder, Carries::ClothBag, Carries::Phone, Carries::Cane, Carries::Thermos];

fn look(n: usize) -> Look {
    Look {
        build: [Build::Slight, Build::Average, Build::Broad][n % 3],
        hair: HAIR[n % 7],
        hair_colour: [HairColour::Black, HairColour::Brown, HairColour::Grey, HairColour::White][n % 4],
        glasses: n % 2 == 1,
        top: TOPS[n % 5],
        carries: CARRIES[n % 6],
    }
}

fn face(n: usize) -> Expression {
    Expression {
        units: std::array::from_fn(|unit| ((unit * 5 + n * 3) % ACTION_UNITS) as f32 / ACTION_UNITS as f32),
        gaze: 1.0 - n as f32 * 0.3,
        slump: n as f32 * 0.12,
        tears: if n % 3 == 2 { 0.8 } else { 0.0 },
        ..Expression::default()
    }
}

fn portrait(n: usize) -> Portrait {
    Portrait::of(look(n), 18 + 10 * n as u8, seed(&format!("visitor-{n}")), &face(n))
}

/// Everything that is a number in a drawing.
fn numbers(drawing: &Drawing) -> Vec<f32> {
    let points = |points: &[Point]| points.iter().flatten().copied().collect::<Vec<f32>>();
    let path = |path: &Path| {
        let ends = path.segments.iter().flat_map(|segment| match *segment {
            Segment::Line(end) => vec![end],
            Segment::Curve(a, b, end) => vec![a, b, end],
        });
        std::iter::once(path.start).chain(ends).flatten().collect::<Vec<f32>>()
    };
    let of = |shape: &Shape| match shape {
        Shape::Fill { path: along, .. } => path(along),
        Shape::Line { path: along, width, .. } => [path(along), vec![*width]].concat(),
        Shape::Ellipse { centre, radii, .. } | Shape::Soft { centre, radii, .. } => points(&[*centre, *radii]),
        Shape::Within { at, drawing } => {
            [vec![at.origin[0], at.origin[1], at.scale, at.turn], numbers(drawing)].concat()
        }
        Shape::Clipped { by, drawing } => [points(by), numbers(drawing)].concat(),
    };
    drawing.shapes.iter().flat_map(of).collect()
}

/// One element that is well formed, asks for nothing from outside, and whose references are all kept.
fn assert_sound(text: &str) {
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text:.300}"));
    let allowed = ["svg", "path", "ellipse", "g", "clipPath", "linearGradient", "radialGradient", "stop"];
    let mut ids = HashSet::new();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        assert!(allowed.contains(&node.tag_name().name()), "{}", node.tag_name().name());
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on") && !attribute.name().contains("href"), "{}", attribute.name());
            if attribute.name() == "id" {
                assert!(ids.insert(attribute.value().to_owned()), "{} twice", attribute.value());
            } else if attribute.name() != "aria-label" {
                assert!(!attribute.value().contains("NaN") && !attribute.value().contains("inf"), "{attribute:?}");
            }
        }
    }
    for reference in text.split("url(#").skip(1) {
        let (id, _) = reference.split_once(')').unwrap();
        assert!(ids.contains(id), "nothing is called {id}");
    }
}

#[test]
fn every_room_with_people_is_a_sound_svg() {
    let area = [0.0, 0.0, 640.0, 400.0];
    for (n, place) in PLACES.into_iter().enumerate() {
        let people: Vec<(Person, Pose)> =
            (n..n + 3).map(|n| (Person::new(look(n), 40, n as u32), Pose::of(&face(n), n as u32))).collect();
        let mut drawing = picture::room(place, Hour::default(), area, false);
        drawing.shapes.extend(picture::people(place, Hour::default(), area, &people).shapes);
        assert!(numbers(&drawing).iter().all(|number| number.is_finite()));
        assert_sound(&svg(&drawing, [640.0, 400.0], 1, "all & <sundry>"));
    }
}

#[test]
fn a_label_is_text_whatever_it_says() {
    let hostile = "\"><script>alert('1')</script>&\u{0}\u{202e}";
    let text = svg(&portrait(1).drawing(), PORTRAIT_SIZE, 1, hostile);
    assert_sound(&text);
    let document = roxmltree::Document::parse(&text).unwrap();
    let label = document.root_element().attribute("aria-label").unwrap();
    assert!(label.starts_with("\"><script>alert('1')</script>&"), "{label}");
}

#[test]
fn a_portrait_is_small_and_shows_the_feeling() {
    for n in 0..7 {
        let text = svg(&portrait(n).drawing(), PORTRAIT_SIZE, 1, "");
        assert!(text.len() < 32_000, "{n}: {} bytes", text.len());
    }
    let of = |units: &[ActionUnit]| {
        let mut expression = Expression { gaze: 1.0, ..Expression::default() };
        for &unit in units {
            expression.units[unit as usize] = 0.9;
        }
        svg(&Portrait::of(look(0), 40, 1, &expression).drawing(), PORTRAIT_SIZE, 1, "")
    };
    let (calm, angry) = (of(&[]), of(&[ActionUnit::BrowLowerer, ActionUnit::LipTightener]));
    assert_ne!(calm, angry);
    assert_eq!(angry, of(&[ActionUnit::BrowLowerer, ActionUnit::LipTightener]));
}

#[test]
fn pictures_on_one_page_do_not_share_names() {
    let named = |id| {
        let text = svg(&portrait(4).drawing(), PORTRAIT_SIZE, id, "");
        text.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect::<HashSet<_>>()
    };
    let (one, other) = (named(1), named(2));
    assert!(!one.is_empty() && one.is_disjoint(&other));
}

/// Fingerprints of the shapes, bit for bit, and of the SVG: the same on every machine. When a picture is changed on
/// purpose, the failing test prints the new lines.
const GOLDEN: &str = "\
portrait 0 4114568e 5569073a
portrait 1 68f55c17 a512b912
portrait 2 565f798e cbee8bb2
portrait 3 9250aadc 93c1f13d
portrait 4 7b0239b3 7f4be9dd
portrait 5 098ee954 88ecbe67
portrait 6 cbc183d4 0670f99d
room ReceptionRoom 730336d1 41818444
room QuietRoom 4199a02b f4ddc665
room Home 88d2776a 8346b659
room MeetingRoom d6c87b88 3dde903e
room Hall 2ac9b768 be4922d0
";

#[test]
fn the_same_parameters_give_the_same_shapes() {
    let mut lines = String::new();
    let mut add = |name: String, drawing: &Drawing, size: Point| {
        let bits: Vec<u8> = numbers(drawing).iter().flat_map(|number| number.to_bits().to_le_bytes()).collect();
        let text = svg(drawing, size, 1, &name);
        lines += &format!("{name} {:08x} {:08x}\n", crc32fast::hash(&bits), crc32fast::hash(text.as_bytes()));
    };
    for n in 0..7 {
        add(format!("portrait {n}"), &portrait(n).drawing(), PORTRAIT_SIZE);
    }
    for place in PLACES {
        add(
            format!("room {place:?}"),
            &picture::room(place, Hour::default(), [0.0, 0.0, 640.0, 400.0], false),
            [640.0, 400.0],
        );
    }
    assert_eq!(lines, GOLDEN);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Also of what no engine should send: out of range, infinite, not a number.
    #[test]
    fn any_expression_gives_a_sound_portrait(
        n in 0usize..420, age in any::<u8>(), id in any::<u32>(), units in proptest::array::uniform13(any::<f32>()),
        rest in proptest::array::uniform4(any::<f32>()),
    ) {
        let [gaze, lean, slump, tears] = rest;
        let expression = Expression { units, gaze, lean, slump, tears, ..Expression::default() };
        let drawing = Portrait::of(look(n), age, id, &expression).drawing();
        prop_assert!(numbers(&drawing).iter().all(|number| number.is_finite()));
        assert_sound(&svg(&drawing, PORTRAIT_SIZE, id, "face"));
    }
}
