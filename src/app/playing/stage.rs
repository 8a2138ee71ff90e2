//! Tells the scene who sits there and how they look, from what has been shown of the session.

use super::Playing;
use super::view::{speaker, variant};
use crate::app::idle::{Sparing, Wakes};
use crate::app::scene::{Seat, StageView};
use crate::app::theme::Theme;
use crate::figure::{one_of_many, seed};
use crate::session::Awaiting;
use crate::vocabulary::{Expression, Place, Somebody};
use bevy::prelude::*;
use std::time::Duration;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<StageView>();
}

/// On software rendering people breathe in fewer pictures this long after the last word.
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
    let seconds = now.as_secs_f64();
    // When a visit is over they go; at home it is we who leave.
    let here = visit.map(|visit| visit.place).unwrap_or_default();
    let over = here != Place::Home
        && (playing.card().is_some() || matches!(view.now.asked, Some(Awaiting::Ended { .. })) && speech.is_none());
    let mut many = 0;
    let seats = visit.map_or(&[][..], |visit| &visit.present).iter().enumerate().filter_map(|(at, &who)| {
        let visitor = scenario.visitors.get(who.at())?;
        let state = view.now.felt(who).unwrap_or_default();
        let speaks = speaking == Some(Somebody::Visitor(who));
        let body = playing.stage.one(who).cloned().unwrap_or_default();
        // The author described one of them; the others look like people of their own.
        let (look, age) = if visitor.like.is_some() {
            many += 1;
            one_of_many(visitor.look, visitor.age, many)
        } else {
            (visitor.look, visitor.age)
        };
        Some(Seat {
            look,
            age,
            expression: Expression::of(&visitor.persona, &state, view.now.saying(scenario, who)),
            speaking: speaks,
            seed: seed(&visitor.id),
            gesture: body.movement(seconds),
            stands: body.stands(seconds),
            goes: over || playing.stage.has_gone(visitor.like.is_some(), at),
            leans_back: body.leans_back,
            served: body.served,
            stirred: playing.stage.uproar(seconds),
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
            goes: over,
            ..Seat::default()
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
        place: if playing.stage.aside && here == Place::ReceptionRoom { Place::QuietRoom } else { here },
        hour: playing.hour(now),
        seats,
        reduced_motion: theme.reduced_motion,
        calm: resting,
        area: stage.area,
        sides: stage.sides,
        high_contrast: theme.high_contrast,
    };
    if let Some(at) = playing.stage.next(seconds) {
        wakes.after(Duration::from_secs_f64((at - seconds).max(0.0) + 0.01));
    }
    // Only a change wakes the scene.
    stage.set_if_neq(next);
}
