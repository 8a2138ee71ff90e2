//! Tells the scene who sits there and how they look, from what has been shown of the session.

use super::Playing;
use super::view::{speaker, variant};
use crate::app::idle::{Sparing, Wakes};
use crate::app::scene::{Seat, StageView};
use crate::app::theme::Theme;
use crate::figure::{BodyGesture, seed};
use crate::scenario::model::{Outcome, Scenario};
use crate::session::{Awaiting, Event};
use crate::vocabulary::Expression;
use crate::vocabulary::{Manner, NodeIx, Somebody, VisitorIx};
use bevy::prelude::*;
use std::time::Duration;

/// Momentary movements of the visitors.
#[derive(Clone, Debug, Default)]
pub struct Bodies {
    seen: usize,
    gestures: Vec<Option<(BodyGesture, f64)>>,
}

impl Bodies {
    /// Looks through the events that have been shown since last time.
    pub fn follow(&mut self, scenario: &Scenario, shown: &[Event], now: Duration) {
        self.gestures.resize(scenario.visitors.len(), None);
        let from = self.seen.min(shown.len());
        self.seen = shown.len();
        for event in &shown[from..] {
            let (who, gesture) = match *event {
                // The most expressive jump up, the others hit the table.
                Event::Outburst { who } => {
                    let expressive = scenario.visitors.get(who.at()).is_some_and(|v| v.persona.expressiveness > 0.8);
                    (Some(who), if expressive { BodyGesture::StandUp } else { BodyGesture::PoundTable })
                }
                Event::Interrupted { who, .. } => (Some(who), BodyGesture::Point),
                Event::Said { node, .. } => match manner(scenario, node) {
                    Some(Manner::Crying) => (visitor_at(scenario, node), BodyGesture::WipeTears),
                    Some(Manner::Shouting) => (visitor_at(scenario, node), BodyGesture::Point),
                    _ => continue,
                },
                _ => continue,
            };
            if let Some(slot) = who.and_then(|who| self.gestures.get_mut(who.at())) {
                *slot = Some((gesture, now.as_secs_f64()));
            }
        }
    }

    /// The movement that this visitor made last, and when it began; `None`: none.
    fn of(&self, who: VisitorIx) -> Option<(BodyGesture, f64)> {
        self.gestures.get(who.at()).copied().flatten()
    }
}

fn visitor_at(scenario: &Scenario, node: NodeIx) -> Option<VisitorIx> {
    speaker(scenario, node).and_then(Somebody::visitor)
}

fn manner(scenario: &Scenario, node: NodeIx) -> Option<Manner> {
    Some(scenario.kind(node)?.speech()?.manner)
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<StageView>();
}

/// On software rendering people come to rest this long after the last word.
const RESTLESS: Duration = Duration::from_secs(4);

pub(super) fn tell_the_stage(
    playing: Res<Playing>,
    theme: Res<Theme>,
    time: Res<Time<Real>>,
    sparing: Res<Sparing>,
    mut wakes: ResMut<Wakes>,
    mut stage: ResMut<StageView>,
    mut moved_at: Local<Duration>,
) {
    let (scenario, view, now) = (playing.scenario(), playing.view(), time.elapsed());
    let speech = playing.speech(now).filter(|(speech, said)| {
        *said < 1.0 && variant(scenario, speech.node, speech.variant).is_some() && playing.card().is_none()
    });
    let speaking = speech.and_then(|(speech, _)| speaker(scenario, speech.node));
    let visit = scenario.visits.get(view.now.visit.at());
    let ends_lost =
        |node| scenario.kind(node).and_then(|kind| kind.as_end()).is_some_and(|end| end.outcome == Outcome::Lost);
    let lost = matches!(view.now.asked, Some(Awaiting::Ended { node }) if ends_lost(node));
    let seats = visit.map_or(&[][..], |visit| &visit.present).iter().filter_map(|&who| {
        let visitor = scenario.visitors.get(who.at())?;
        let state = view.now.felt(who).unwrap_or_default();
        let speaks = speaking == Some(Somebody::Visitor(who));
        Some(Seat {
            look: visitor.look,
            age: visitor.age,
            expression: Expression::of(&visitor.persona, &state, view.now.saying(scenario, who)),
            speaking: speaks,
            seed: seed(&visitor.id),
            gesture: playing.stage.of(who).filter(|_| !lost),
        })
    });
    // Our own people are there with a face that shows nothing of what they feel: they have no curve.
    let staff = visit.map_or(&[][..], |visit| &visit.staff).iter().filter_map(|&who| {
        let one = scenario.staff.get(who.at())?;
        Some(Seat {
            look: one.look,
            age: one.age,
            expression: Expression::default(),
            speaking: speaking == Some(Somebody::Staff(who)),
            seed: seed(&one.id),
            gesture: None,
        })
    });
    let seats: Vec<Seat> = seats.chain(staff).collect();
    if speech.is_some() || seats != stage.seats || playing.card().is_some() {
        *moved_at = now;
    }
    // Waiting must cost next to nothing, and without a graphics card every breath costs.
    let still_for = now.saturating_sub(*moved_at);
    let resting = sparing.0 && still_for >= RESTLESS;
    if sparing.0 && !resting && !theme.reduced_motion {
        wakes.after(RESTLESS - still_for);
    }
    let next = StageView {
        shown: true,
        place: visit.map(|visit| visit.place).unwrap_or_default(),
        hour: playing.hour(now),
        seats,
        reduced_motion: theme.reduced_motion || resting,
        area: stage.area,
        sides: stage.sides,
        high_contrast: theme.high_contrast,
    };
    // Only a change wakes the scene.
    stage.set_if_neq(next);
}
