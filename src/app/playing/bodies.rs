//! What the visitors' bodies do, from the events that have been shown: movements, standing and sitting, going.

use super::view::{View, speaker, variant};
use crate::figure::{BodyGesture, Direction, Served, directions};
use crate::scenario::model::Scenario;
use crate::scenario::speech::pieces;
use crate::session::{Event, effective};
use crate::vocabulary::{ActCatalogue, ActIx, Feeling, Manner, NodeIx, Somebody, VisitorIx};
use std::time::Duration;

/// Everybody's body, by visitor.
#[derive(Clone, Debug, Default)]
pub struct Bodies {
    seen: usize,
    of: Vec<OneBody>,
    /// Until when the crowd is in uproar, in seconds of the window's clock.
    uproar_until: f64,
    /// Some of the crowd have gone.
    dispersed: bool,
    /// The talk was taken into a quieter room.
    pub aside: bool,
}

/// One visitor's body.
#[derive(Clone, Debug, Default)]
pub struct OneBody {
    /// Movements and when they begin, in seconds of the window's clock.
    movements: Vec<(BodyGesture, f64)>,
    /// When they stand up or sit down next.
    turns: Vec<(bool, f64)>,
    stands: bool,
    /// They stood up in anger, and sit down when it is over.
    in_anger: bool,
    pub leans_back: bool,
    pub served: Served,
}

/// Below this much anger, in thousandths, who jumped up sits down again.
const COOLED: i16 = 450;
/// How long an uproar of a crowd lasts, in seconds.
const UPROAR: f64 = 6.0;
/// A crowd, from so many people on.
pub const CROWD: usize = 5;

impl OneBody {
    /// The movement under way or to come next.
    pub fn movement(&self, now: f64) -> Option<(BodyGesture, f64)> {
        let running = |(gesture, since): &&(BodyGesture, f64)| now < since + f64::from(gesture.seconds());
        self.movements.iter().find(running).copied()
    }

    pub fn stands(&self, now: f64) -> bool {
        let due = self.turns.iter().rev().find(|(_, at)| *at <= now);
        due.map_or(self.stands, |(stands, _)| *stands)
    }

    /// When they stand up or sit down next.
    pub fn turns_at(&self, now: f64) -> Option<f64> {
        self.turns.iter().map(|(_, at)| *at).find(|at| *at > now)
    }

    fn turn(&mut self, stands: bool, at: f64) {
        self.turns.push((stands, at));
    }

    fn moves(&mut self, gesture: BodyGesture, at: f64) {
        let free = self.movements.last().map_or(at, |(last, since)| since + f64::from(last.seconds()));
        self.movements.push((gesture, at.max(free)));
    }

    /// What is over lasts as a state.
    fn settle(&mut self, now: f64) {
        self.stands = self.stands(now);
        self.turns.retain(|(_, at)| *at > now);
        self.movements.retain(|(gesture, since)| now < since + f64::from(gesture.seconds()));
    }
}

impl Bodies {
    /// Looks through the events that have been shown since last time.
    pub fn follow(&mut self, scenario: &Scenario, shown: &[Event], view: &View, now: Duration) {
        self.of.resize(scenario.visitors.len(), OneBody::default());
        let from = self.seen.min(shown.len());
        self.seen = shown.len();
        let now = now.as_secs_f64();
        for body in &mut self.of {
            body.settle(now);
        }
        let fresh = &shown[from..];
        if fresh.iter().any(|event| matches!(event, Event::SteppedBack { .. })) {
            *self = Self { seen: self.seen, of: vec![OneBody::default(); self.of.len()], ..Self::default() };
            for event in effective(shown) {
                self.take(scenario, &event, view, now);
            }
            self.rest(now);
            return;
        }
        // Of a session that is resumed, only the last line is played.
        let last = fresh.iter().rposition(|event| matches!(event, Event::Said { .. }));
        for (at, event) in fresh.iter().enumerate() {
            if fresh.len() > AT_ONCE && Some(at) == last {
                self.rest(now);
            }
            self.take(scenario, event, view, now);
        }
    }

    /// What has begun is over.
    fn rest(&mut self, now: f64) {
        for body in &mut self.of {
            body.settle(now + 600.0);
            body.movements.clear();
        }
        self.uproar_until = now;
    }

    fn take(&mut self, scenario: &Scenario, event: &Event, view: &View, now: f64) {
        match *event {
            Event::VisitBegan { .. } => {
                self.of.fill(OneBody::default());
                (self.uproar_until, self.dispersed, self.aside) = (0.0, false, false);
            }
            // Nobody misses it: up from the chair and the fist on the table; the most expressive stay up longest.
            Event::Outburst { who } => {
                let many = scenario.visits.get(view.now.visit.at()).is_some_and(|visit| visit.present.len() >= CROWD);
                if many {
                    self.uproar_until = now + UPROAR;
                }
                if let Some(body) = self.of.get_mut(who.at()) {
                    body.movements.clear();
                    body.moves(BodyGesture::Burst, now);
                    body.turn(true, now);
                    (body.in_anger, body.leans_back) = (true, false);
                }
            }
            Event::Interrupted { who, .. } => self.moves(who, BodyGesture::Point, now),
            Event::Said { node, variant: said, speech_ms, .. } => self.line(scenario, view, node, said, speech_ms, now),
            Event::Gestured { act, .. } => self.gestured(scenario, view, act, now),
            _ => {}
        }
    }

    fn moves(&mut self, who: VisitorIx, gesture: BodyGesture, at: f64) {
        if let Some(body) = self.of.get_mut(who.at()) {
            body.moves(gesture, at);
        }
    }

    /// A line: its manner, and what its directions say when they are reached.
    fn line(&mut self, scenario: &Scenario, view: &View, node: NodeIx, said: u8, speech_ms: u32, now: f64) {
        let Some(variant) = variant(scenario, node, said) else { return };
        let text = variant.say.get(scenario.locale);
        let who = speaker(scenario, node);
        if who.is_none() {
            self.dispersed |= directions(text).contains(&Direction::Disperse);
            return;
        }
        let Some(who) = who.and_then(Somebody::visitor) else { return };
        let cooled = view.now.felt(who).is_none_or(|felt| felt.feelings[Feeling::Anger as usize] < COOLED);
        let Some(body) = self.of.get_mut(who.at()) else { return };
        if body.in_anger && cooled && body.movement(now).is_none() {
            body.turn(false, now);
            body.in_anger = false;
        }
        let letters = |text: &str| text.chars().count() as f64;
        let spoken: f64 = pieces(text).iter().filter(|piece| !piece.direction).map(|piece| letters(piece.text)).sum();
        let mut before = 0.0;
        let mut directed = false;
        for piece in pieces(text) {
            if !piece.direction {
                before += letters(piece.text);
                continue;
            }
            let at = now + f64::from(speech_ms) / 1000.0 * before / spoken.max(1.0);
            for direction in directions(piece.text) {
                directed = true;
                match direction {
                    Direction::Stand => body.turn(true, at),
                    Direction::Sit => {
                        body.turn(false, at);
                        body.in_anger = false;
                    }
                    Direction::LeanBack => body.leans_back = true,
                    Direction::Disperse => {}
                    Direction::Movement(gesture) => {
                        body.leans_back = false;
                        body.moves(gesture, at);
                    }
                }
            }
        }
        if directed || body.movement(now).is_some() {
            return;
        }
        match scenario.kind(node).and_then(|kind| Some(kind.speech()?.manner)) {
            Some(Manner::Crying) => {
                // Now into the hands, now with a handkerchief.
                let covers = !body.served.tissues && (spoken as u32).is_multiple_of(2);
                body.moves(if covers { BodyGesture::CoverFace } else { BodyGesture::WipeTears }, now + 0.6);
            }
            Some(Manner::Shouting) => body.moves(BodyGesture::Point, now + 0.2),
            _ => {}
        }
    }

    /// What the trainee does is seen: the cup before them, the chair taken, the other room.
    fn gestured(&mut self, scenario: &Scenario, view: &View, act: ActIx, now: f64) {
        let present = scenario.visits.get(view.now.visit.at()).map_or(&[][..], |visit| &visit.present);
        // In a crowd it goes to those in front.
        let reached: Vec<VisitorIx> = present.iter().copied().take(CROWD - 1).collect();
        let raging =
            |who: VisitorIx| view.now.felt(who).is_some_and(|felt| felt.feelings[Feeling::Anger as usize] > REFUSES);
        match ActCatalogue::shipped()[act].gesture.as_deref() {
            Some("water") => {
                for who in reached {
                    let refuses = raging(who);
                    let Some(body) = self.of.get_mut(who.at()) else { continue };
                    body.served.water = true;
                    if !refuses {
                        body.moves(BodyGesture::Drink, now + 2.2 + 0.7 * f64::from(who.0 % 3));
                    }
                }
            }
            Some("tissue") => {
                for who in reached {
                    if let Some(body) = self.of.get_mut(who.at()) {
                        body.served.tissues = true;
                    }
                }
            }
            Some("seat") => {
                for who in reached.into_iter().filter(|who| !raging(*who)) {
                    if let Some(body) = self.of.get_mut(who.at()) {
                        body.turn(false, now + 0.8);
                        body.in_anger = false;
                    }
                }
            }
            Some("quiet-room") => self.aside |= present.len() < CROWD && !present.iter().any(|who| raging(*who)),
            _ => {}
        }
    }

    /// One visitor's body.
    pub fn one(&self, who: VisitorIx) -> Option<&OneBody> {
        self.of.get(who.at())
    }

    /// The crowd is in uproar now.
    pub fn uproar(&self, now: f64) -> bool {
        now < self.uproar_until
    }

    /// One of a crowd has gone although the visit goes on.
    pub fn has_gone(&self, one_more: bool, seat: usize) -> bool {
        self.dispersed && one_more && seat % 2 == 1
    }

    /// When the picture changes next although nothing happens, in seconds of the window's clock.
    pub fn next(&self, now: f64) -> Option<f64> {
        let turns = self.of.iter().filter_map(|body| body.turns_at(now));
        turns.chain((self.uproar_until > now).then_some(self.uproar_until)).min_by(f64::total_cmp)
    }
}

/// Who is angrier than this, in thousandths, takes no water and no chair.
const REFUSES: i16 = 700;
/// More events at once than this come from a session that is resumed.
const AT_ONCE: usize = 24;
