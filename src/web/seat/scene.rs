//! The room and the people in it as pictures, and what can be seen of them in words.

use super::beats::Beat;
use crate::args;
use crate::feedback::look_texts;
use crate::figure::picture::{Area, people, room};
use crate::figure::svg::svg;
use crate::figure::{BodyGesture, Drawing, Hour, Person, Pose, sane, seed};
use crate::locale::Texts;
use crate::scenario::model::{Outcome, Scenario};
use crate::session::{Awaiting, Event};
use crate::showing::{View, speaker};
use crate::vocabulary::{Expression, Locale, Manner, Place, Somebody, VisitorIx};
use serde::Serialize;

/// Width and height of every picture, in units of its own.
const SIZE: [f32; 2] = [640.0, 400.0];
const AREA: Area = [0.0, 0.0, SIZE[0], SIZE[1]];
/// Up to so many people the mouth moves and the eyes close: each is one picture more.
const MOVING: usize = 3;
/// Most people who are described one by one.
const DESCRIBED: usize = 5;
/// How far a movement is when it is seen at its most.
const HEIGHT_OF_MOVEMENT: f32 = 0.45;

/// The people at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scene {
    /// Sitting there.
    pub rest: String,
    /// With the mouth open, where somebody speaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub talk: Option<String>,
    /// With their eyes closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blink: Option<String>,
    /// At the height of a movement: a fist on the table, tears wiped away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub movement: Option<String>,
    /// What a sighted person would notice, in words.
    pub seen: String,
    /// How whoever speaks sounds, for a browser that reads lines out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voice: Option<Voice>,
}

/// In hundredths: of the usual pace, of the loudest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Voice {
    /// 100: as this person usually speaks.
    pub pace: u8,
    /// 50: in a room, 100: a shout.
    pub loudness: u8,
}

/// The room behind them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Room {
    /// The same key, the same picture.
    pub key: String,
    /// `None`: the page has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svg: Option<String>,
}

struct Body {
    who: Option<VisitorIx>,
    name: String,
    person: Person,
    pose: Pose,
    expression: Expression,
    seed: u32,
    speaks: bool,
}

/// The time of day during a beat.
pub fn hour(scenario: &Scenario, view: &View, clock_ms: u64) -> Hour {
    let begins = scenario.visits.get(view.now.visit.at()).map_or(Hour::default().0, |visit| visit.begins_at);
    Hour(begins.saturating_add(view.minutes(clock_ms)))
}

fn place(scenario: &Scenario, view: &View) -> Place {
    scenario.visits.get(view.now.visit.at()).map(|visit| visit.place).unwrap_or_default()
}

/// The room of a visit; without its picture where the page says that it has it.
pub fn room_of(scenario: &Scenario, view: &View, hour: Hour, had: Option<&str>) -> Room {
    let place = place(scenario, view);
    let key = format!("{}-{}", place.id(), hour.0);
    let svg = (had != Some(key.as_str())).then(|| svg(&room(place, hour, AREA, false), SIZE, 0, ""));
    Room { key, svg }
}

/// The people during a beat, and what they look like.
pub fn scene_of(scenario: &Scenario, view: &View, beat: &Beat, new: &[Event], hour: Hour, locale: Locale) -> Scene {
    let speaking = beat.speech.filter(|_| beat.card.is_none()).and_then(|speech| speaker(scenario, speech.node));
    let bodies = bodies(scenario, view, speaking, locale);
    let place = place(scenario, view);
    let picture = |change: &dyn Fn(&Body) -> Pose, id: u32| {
        let all: Vec<(Person, Pose)> = bodies.iter().map(|body| (body.person, change(body))).collect();
        let drawing: Drawing = people(place, hour, AREA, &all);
        svg(&drawing, SIZE, id, "")
    };
    let few = bodies.len() <= MOVING;
    let moves = movements(scenario, new);
    let moved = |body: &Body| moves.iter().rev().find(|(who, _)| body.who == Some(*who)).map(|(_, movement)| *movement);
    let talks = few && bodies.iter().any(|body| body.speaks);
    Scene {
        rest: picture(&|body| body.pose, 1),
        talk: talks.then(|| {
            let open = |body: &Body| if body.speaks { Pose { talk: 0.7, ..body.pose } } else { body.pose };
            picture(&open, 2)
        }),
        blink: few.then(|| picture(&|body| Pose { blink: 1.0, ..body.pose }, 3)),
        movement: bodies.iter().any(|body| moved(body).is_some()).then(|| {
            let most = |body: &Body| match moved(body) {
                Some(movement) => body.pose.moved(movement, HEIGHT_OF_MOVEMENT, body.seed),
                None => body.pose,
            };
            picture(&most, 4)
        }),
        seen: in_words(&bodies, locale),
        voice: bodies.iter().find(|body| body.speaks).map(|body| voice(&body.expression)),
    }
}

fn bodies(scenario: &Scenario, view: &View, speaking: Option<Somebody>, locale: Locale) -> Vec<Body> {
    let Some(visit) = scenario.visits.get(view.now.visit.at()) else { return Vec::new() };
    let name = |who| scenario.called(who).map_or_else(String::new, |name| name.get(locale).to_owned());
    let ends_lost =
        |node| scenario.kind(node).and_then(|kind| kind.as_end()).is_some_and(|end| end.outcome == Outcome::Lost);
    let lost = matches!(view.now.asked, Some(Awaiting::Ended { node }) if ends_lost(node));
    let visitors = visit.present.iter().filter_map(|&who| {
        let visitor = scenario.visitors.get(who.at())?;
        let state = view.now.felt(who).unwrap_or_default();
        let expression = Expression::of(&visitor.persona, &state, view.now.saying(scenario, who));
        let seed = seed(&visitor.id);
        let pose = Pose::of(&expression, seed);
        Some(Body {
            who: Some(who),
            name: name(Somebody::Visitor(who)),
            person: Person::new(visitor.look, visitor.age, seed),
            // Who has lost all hope turns away.
            pose: if lost { pose.moved(BodyGesture::TurnAway, HEIGHT_OF_MOVEMENT, seed) } else { pose },
            expression,
            seed,
            speaks: speaking == Some(Somebody::Visitor(who)),
        })
    });
    let staff = visit.staff.iter().filter_map(|&who| {
        let one = scenario.staff.get(who.at())?;
        let seed = seed(&one.id);
        Some(Body {
            who: None,
            name: name(Somebody::Staff(who)),
            person: Person::new(one.look, one.age, seed),
            pose: Pose::of(&Expression::default(), seed),
            expression: Expression::default(),
            seed,
            speaks: speaking == Some(Somebody::Staff(who)),
        })
    });
    visitors.chain(staff).collect()
}

/// A calm voice where the face tells nothing of it, as of our own people.
fn voice(expression: &Expression) -> Voice {
    let e = sane(expression);
    let percent =
        |share: f32, otherwise: u8| if share > 0.01 { (share * 100.0).clamp(1.0, 200.0) as u8 } else { otherwise };
    Voice { pace: percent(e.pace, 100), loudness: percent(e.loudness, 50) }
}

/// Who moves how with these events.
fn movements(scenario: &Scenario, new: &[Event]) -> Vec<(VisitorIx, BodyGesture)> {
    let one = |event: &Event| match *event {
        // The most expressive jump up, the others hit the table.
        Event::Outburst { who } => {
            let expressive = scenario.visitors.get(who.at()).is_some_and(|one| one.persona.expressiveness > 0.8);
            Some((who, if expressive { BodyGesture::StandUp } else { BodyGesture::PoundTable }))
        }
        Event::Interrupted { who, .. } => Some((who, BodyGesture::Point)),
        Event::Said { node, .. } => {
            let movement = match scenario.kind(node)?.speech()?.manner {
                Manner::Crying => BodyGesture::WipeTears,
                Manner::Shouting => BodyGesture::Point,
                _ => return None,
            };
            Some((speaker(scenario, node)?.visitor()?, movement))
        }
        _ => None,
    };
    new.iter().filter_map(one).collect()
}

fn in_words(bodies: &[Body], locale: Locale) -> String {
    let visitors = bodies.iter().filter(|body| body.who.is_some());
    let seen = visitors.filter(|body| bodies.len() <= DESCRIBED || body.speaks).map(|body| {
        let look = look_texts::words(&body.expression, None, locale);
        let look = if look.is_empty() { vec![locale.text("report-face-calm").into_owned()] } else { look };
        let look = look.join(&locale.text("report-face-and"));
        locale.text_with("visit-seen", &args!("name" => body.name.as_str(), "look" => look)).into_owned()
    });
    seen.collect::<Vec<_>>().join(" ")
}
