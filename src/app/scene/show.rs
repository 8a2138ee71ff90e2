//! The run of the show: eases expressions, counts breaths, and says when the picture changes next.

use super::motion::{self, Body, Clock};
use super::seat::Seat;
use crate::figure::{Person, Pose, noise, sane};
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
    /// Where everybody sits across the room, in any one measure.
    across: Vec<f32>,
    /// Nobody has done anything for a while, and every picture costs: fewer of them.
    calm: bool,
    /// How much longer to wait between pictures than on a graphics card; below 1 counts as 1.
    patience: f32,
}

struct Actor {
    who: Person,
    shown: Expression,
    breaths: f32,
    body: Body,
    /// Seconds since they were told to go.
    going: f32,
}

impl Actor {
    /// Somebody new comes as they are.
    fn new(who: Person, shown: Expression, seat: &Seat) -> Self {
        let body =
            Body { stand: f32::from(u8::from(seat.stands)), gone: f32::from(u8::from(seat.goes)), ..Body::default() };
        Self { who, shown, breaths: 0.0, body, going: 0.0 }
    }

    /// Moves the body on by so many seconds; true while it is on its way.
    fn step(&mut self, seat: &Seat, to: Body, passed: f32, at_once: bool) -> bool {
        let body = &mut self.body;
        let before = *body;
        let ease = |from: f32, to: f32, seconds: f32| {
            let next = if at_once { to } else { from + (to - from) * (1.0 - (-passed / seconds).exp()) };
            if (next - to).abs() < SETTLED { to } else { next }
        };
        // Up is quicker than down; who goes stands up first.
        let stand = f32::from(u8::from(seat.stands || seat.goes));
        body.stand = ease(body.stand, stand, if stand > body.stand { 0.16 } else { 0.34 });
        body.lit = ease(body.lit, to.lit, 0.25);
        body.heed = ease(body.heed, to.heed, 0.30);
        body.stirred = ease(body.stirred, to.stirred, 0.30);
        if !seat.goes {
            (body.gone, self.going) = (0.0, 0.0);
        } else if at_once {
            body.gone = 1.0;
        } else {
            // Not all at once through one door.
            self.going += passed;
            let begins = 0.35 + MOST_BEHIND * noise(self.who.seed, 78) * to.gone;
            body.gone = ((self.going - begins) / WAY_OUT).clamp(0.0, 1.0);
        }
        *body != before || seat.goes && body.gone < 1.0
    }
}

/// Seconds from the chair to the door.
pub const WAY_OUT: f32 = 2.4;
/// How much later the last of a crowd goes, in seconds.
const MOST_BEHIND: f32 = 2.0;

impl Show {
    /// Where everybody sits across the room, so that heads can turn to who speaks.
    pub fn places(&mut self, across: Vec<f32>) {
        self.across = across;
    }

    /// Whether people only wait, on a machine where every picture costs, and how much longer to wait between pictures there.
    pub fn spare(&mut self, calm: bool, patience: f32) {
        (self.calm, self.patience) = (calm, patience);
    }

    /// What light and heed somebody's place gives them while `speaks` does.
    fn aims(&self, seats: &[Seat], at: usize, speaks: Option<usize>) -> Body {
        let stirred = f32::from(u8::from(seats[at].stirred));
        let many = f32::from(u8::from(seats.len() > FEW));
        let aims = Body { stirred, gone: many, ..Body::default() };
        let (Some(speaks), true) = (speaks, seats.len() > 1) else { return aims };
        if speaks == at {
            return Body { lit: if seats.len() > 2 { 1.0 } else { 0.0 }, ..aims };
        }
        let lit = if seats.len() > 2 { -1.0 } else { 0.0 };
        let (Some(from), Some(to)) = (self.across.get(at), self.across.get(speaks)) else {
            return Body { lit, ..aims };
        };
        let widest = self.across.iter().fold(1.0f32, |widest, x| widest.max((x - from).abs()));
        let own = 0.55 + 0.45 * noise(seats[at].seed, 79);
        let far = (to - from) / widest;
        // Those right behind look past the shoulder.
        Body { lit, heed: own * far.signum() * (0.25 + 0.75 * far.abs()), ..aims }
    }

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
        let speaks = seats.iter().position(|seat| seat.speaking);
        self.cast.truncate(seats.len());
        let share = if reduced_motion { 1.0 } else { 1.0 - (-passed / EASE_SECONDS).exp() };
        let mut pace = Pace {
            calm: self.calm,
            patience: self.patience.max(1.0),
            people: seats.len(),
            until_blink: f32::INFINITY,
            ..Pace::default()
        };
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
                Some(actor) => *actor = Actor::new(who, target, seat),
                None => self.cast.push(Actor::new(who, target, seat)),
            }
            let aims = self.aims(seats, i, speaks);
            let Some(actor) = self.cast.get_mut(i) else { continue };
            if !reduced_motion {
                let rate = if target.breath_rate > 0.5 { target.breath_rate } else { CALM_BREATH };
                actor.breaths = (actor.breaths + rate / 60.0 * passed as f32).fract();
            }
            pace.easing |= actor.shown != target;
            pace.easing |= actor.step(seat, aims, passed as f32, reduced_motion);
            pace.trembling |= seat.stirred;
            pace.trembling |= target.tremble > 0.05;
            pace.speaking |= seat.speaking;
            pace.until_blink = pace.until_blink.min(motion::until_blink(seat.seed, now));
            if motion::gesture(seat, now).is_some()
                && let Some((gesture, since)) = seat.gesture
            {
                let left = (f64::from(gesture.seconds()) - (now - since)).max(0.0) as f32;
                pace.gesture_ends = Some(pace.gesture_ends.map_or(left, |e: f32| e.min(left)));
            }
            if let Some((_, since)) = seat.gesture.filter(|(_, since)| *since > now) {
                let left = (since - now) as f32;
                pace.gesture_begins = Some(pace.gesture_begins.map_or(left, |e: f32| e.min(left)));
            }
            let clock = Clock { now, breaths: actor.breaths, reduced_motion, people: seats.len() };
            people.push((who, motion::pose(seat, &actor.shown, actor.body, clock)));
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
    calm: bool,
    patience: f32,
    people: usize,
    easing: bool,
    trembling: bool,
    speaking: bool,
    gesture_ends: Option<f32>,
    gesture_begins: Option<f32>,
    until_blink: f32,
}

/// Up to so many are watched closely.
const FEW: usize = 4;
/// Pictures a second while people only breathe: a breath moves a few pixels in seconds.
const BREATHING: f32 = 4.0;
const CALM_BREATHING: f32 = 2.0;

impl Pace {
    fn next(&self, reduced_motion: bool) -> Option<f32> {
        if self.people == 0 {
            return None;
        }
        if reduced_motion {
            let changes = [self.gesture_ends, self.gesture_begins];
            return changes.into_iter().flatten().min_by(f32::total_cmp).map(|left| left + 0.01);
        }
        let rate: f32 = if self.easing || self.gesture_ends.is_some() {
            30.0
        } else if self.speaking {
            20.0
        } else if self.trembling {
            15.0
        } else if self.calm {
            CALM_BREATHING
        } else {
            BREATHING
        };
        // A crowd costs more and is looked at less closely.
        let most = match self.people {
            0..=FEW => 30.0,
            5..=10 => 15.0,
            _ => 8.0,
        };
        let wait = (self.patience / rate.min(most)).min(self.gesture_begins.map_or(f32::INFINITY, |left| left + 0.01));
        // Half closed, and half open again.
        let step = if self.patience > 1.0 { 0.12 } else { 0.05 };
        let blink = if self.until_blink > 0.0 { self.until_blink + 0.4 * step } else { step };
        // A blink is short and must not fall between two pictures; in a crowd nobody minds.
        Some(if self.people <= FEW { wait.min(blink) } else { wait })
    }
}
