//! The run of the show: eases expressions, counts breaths, and says when the picture changes next.

use super::motion::{self, Clock};
use super::seat::Seat;
use crate::figure::{Person, Pose, sane};
use crate::vocabulary::Expression;

/// Time constant of an expression's change: about 95 % of it is done in 0.4 s.
const EASE_SECONDS: f64 = 0.13;
/// Below this a change of expression is over.
const SETTLED: f32 = 0.004;
/// Breaths a minute of whom nothing else is said of.
const CALM_BREATH: f32 = 14.0;

#[derive(Default)]
pub struct Show {
    cast: Vec<Actor>,
    /// When the last picture was made.
    at: Option<f64>,
}

struct Actor {
    who: Person,
    shown: Expression,
    breaths: f32,
}

impl Show {
    /// The pose of everybody now, and the seconds until the picture changes by itself.
    pub fn advance(
        &mut self,
        seats: &[Seat],
        now: f64,
        reduced_motion: bool,
        high_contrast: bool,
    ) -> (Vec<(Person, Pose)>, Option<f32>) {
        let passed = self.at.map_or(0.0, |at| (now - at).clamp(0.0, 0.25));
        self.at = Some(now);
        self.cast.truncate(seats.len());
        let share = if reduced_motion { 1.0 } else { 1.0 - (-passed / EASE_SECONDS).exp() };
        let mut pace = Pace { people: seats.len(), until_blink: f32::INFINITY, ..Pace::default() };
        let mut people = Vec::with_capacity(seats.len());
        for (i, seat) in seats.iter().enumerate() {
            let target = sane(&seat.expression);
            let who = Person { outlined: high_contrast, ..Person::new(seat.look, seat.age, seat.seed) };
            match self.cast.get_mut(i) {
                Some(actor) if actor.who == who => {
                    actor.shown = motion::ease(&actor.shown, &target, share as f32);
                    if motion::distance(&actor.shown, &target) < SETTLED {
                        actor.shown = target;
                    }
                }
                // Somebody new comes as they are.
                Some(actor) => *actor = Actor { who, shown: target, breaths: 0.0 },
                None => self.cast.push(Actor { who, shown: target, breaths: 0.0 }),
            }
            let Some(actor) = self.cast.get_mut(i) else { continue };
            if !reduced_motion {
                let rate = if target.breath_rate > 0.5 { target.breath_rate } else { CALM_BREATH };
                actor.breaths = (actor.breaths + rate / 60.0 * passed as f32).fract();
            }
            pace.easing |= actor.shown != target;
            pace.trembling |= target.tremble > 0.05;
            pace.speaking |= seat.speaking;
            pace.until_blink = pace.until_blink.min(motion::until_blink(seat.seed, now));
            if motion::gesture(seat, now).is_some()
                && let Some((gesture, since)) = seat.gesture
            {
                let left = (f64::from(gesture.seconds()) - (now - since)).max(0.0) as f32;
                pace.gesture_ends = Some(pace.gesture_ends.map_or(left, |e: f32| e.min(left)));
            }
            let clock = Clock { now, breaths: actor.breaths, reduced_motion };
            people.push((who, motion::pose(seat, &actor.shown, clock)));
        }
        (people, pace.next(reduced_motion))
    }

    pub fn forget(&mut self) {
        self.cast.clear();
        self.at = None;
    }
}

/// What moves, and so how often the picture must change.
#[derive(Default)]
struct Pace {
    people: usize,
    easing: bool,
    trembling: bool,
    speaking: bool,
    gesture_ends: Option<f32>,
    until_blink: f32,
}

/// Up to so many are watched closely.
const FEW: usize = 4;
/// Pictures a second while people only breathe: a breath moves a few pixels in seconds.
const BREATHING: f32 = 4.0;

impl Pace {
    fn next(&self, reduced_motion: bool) -> Option<f32> {
        if self.people == 0 {
            return None;
        }
        if reduced_motion {
            return self.gesture_ends.map(|left| left + 0.01);
        }
        let rate: f32 = if self.easing || self.gesture_ends.is_some() {
            30.0
        } else if self.speaking {
            20.0
        } else if self.trembling {
            15.0
        } else {
            BREATHING
        };
        // A crowd costs more and is looked at less closely.
        let most = match self.people {
            0..=FEW => 30.0,
            5..=10 => 15.0,
            _ => 8.0,
        };
        let wait = 1.0 / rate.min(most);
        let blink = if self.until_blink > 0.0 { self.until_blink + 0.02 } else { 1.0 / 20.0 };
        // A blink is short and must not fall between two pictures; in a crowd nobody minds.
        Some(if self.people <= FEW { wait.min(blink) } else { wait })
    }
}
