//! Feelings that pass between people in one room: ASCRIBE along who sees and hears whom.
//!
//! Bosse, Duell, Memon, Treur & van der Wal (2009). A channel runs from one seat to another; a person's pull is the
//! sum over their channels, so a turn costs time linear in the number of channels and allocates nothing.

use super::mind::Mind;
use super::published::{contagion_rate, contagion_target};
use crate::vocabulary::Feeling;
use crate::vocabulary::VisitorIx;

/// Feelings that show enough in a face and a voice to pass on, with the bias upwards (β): bad is stronger than good
/// (Baumeister et al. 2001), so anger and fear tend to swell in a group where hope and relief tend to thin out.
const PASSES: [(Feeling, f64); 5] = [
    (Feeling::Anger, 0.6),
    (Feeling::Distress, 0.5),
    (Feeling::Fear, 0.6),
    (Feeling::Hope, 0.4),
    (Feeling::Relief, 0.4),
];
/// Share of amplification against plain absorption (η).
pub const AMPLIFICATION: f64 = 0.3;
/// Seconds in which a pull of full strength does 63 % of its work: about three turns of talk.
pub const SECONDS: f64 = 60.0;
/// Strength of the channel between neighbours, between every second seat, and from whoever speaks to all who hear it.
const NEXT: f64 = 0.6;
const SECOND: f64 = 0.3;
const HEARD: f64 = 1.0;
/// What is left of talk among neighbours when one main speaker has been agreed on.
const SIDE_TALK: f64 = 0.4;

/// Has no seat.
const STANDS: u16 = u16::MAX;

/// From one seat to another, 0..1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Channel {
    /// The seat of the one who shows something.
    pub from: u16,
    /// The seat of the one who catches it.
    pub to: u16,
    /// How much passes over, 0..1.
    pub strength: f64,
}

/// What one person gives off, and what pulls at them: γ, and γ-weighted feelings of those they see and hear.
#[derive(Clone, Copy, Debug, Default)]
struct Pull {
    shows: f64,
    shown: [f64; PASSES.len()],
    open: f64,
    gamma: f64,
    feelings: [f64; PASSES.len()],
}

/// A place where people sit: who is beside whom, who has been taken to another room.
#[derive(Clone, Debug, Default)]
pub struct Room {
    seats: Vec<VisitorIx>,
    /// By visitor: the first of their seats, or [`STANDS`].
    seat_of: Vec<u16>,
    /// By seat: 0 where the visit takes place; everybody with the same number is in the same room.
    room: Vec<u16>,
    one_speaker: bool,
    pulls: Vec<Pull>,
}

impl Room {
    /// People in seating order.
    pub fn new(seats: &[VisitorIx]) -> Self {
        let mut room = Self::default();
        room.seat(seats);
        room
    }

    /// Others sit down, or the same people for another visit.
    pub fn seat(&mut self, people: &[VisitorIx]) {
        self.seats.clear();
        self.seats.extend_from_slice(people);
        self.seat_of.clear();
        for (who, seat) in people.iter().zip(0..STANDS) {
            if self.seat_of.len() <= who.at() {
                self.seat_of.resize(who.at() + 1, STANDS);
            }
            self.seat_of[who.at()] = self.seat_of[who.at()].min(seat);
        }
        self.room.clear();
        self.room.resize(people.len(), 0);
        self.pulls.clear();
        self.pulls.resize(people.len(), Pull::default());
        self.one_speaker = false;
    }

    fn seat_of(&self, who: VisitorIx) -> Option<usize> {
        self.seat_of.get(who.at()).filter(|seat| **seat != STANDS).map(|seat| usize::from(*seat))
    }

    /// Whether these two can see and hear each other; people who are not seated here never can.
    pub fn together(&self, one: VisitorIx, other: VisitorIx) -> bool {
        match (self.seat_of(one), self.seat_of(other)) {
            (Some(a), Some(b)) => self.room[a] == self.room[b],
            _ => false,
        }
    }

    /// The people in seating order.
    pub fn seats(&self) -> &[VisitorIx] {
        &self.seats
    }

    /// The crowd elects representatives, as many as the law lets speak for all (`None`: it does not say), never more
    /// than half of it: the most expressive, who would speak anyway. They sit down in another room with the receiver.
    /// Two parties of a mediation elect nobody.
    pub fn elect(&mut self, minds: &[Mind], most: Option<usize>) {
        if self.seats.len() < 3 {
            return;
        }
        let half = self.seats.len() / 2;
        let number = most.map_or(half, |most| most.min(half));
        let loud = |seat: usize| minds.get(self.seats[seat].at()).map_or(0.0, |mind| mind.persona.expressiveness);
        for _ in 0..number {
            let next = (0..self.seats.len())
                .filter(|seat| self.room[*seat] == 0)
                .max_by(|a, b| loud(*a).total_cmp(&loud(*b)).then(b.cmp(a)));
            if let Some(seat) = next {
                self.room[seat] = 1;
            }
        }
    }

    /// One person is taken to a quiet room out of a group; two parties go there together.
    pub fn take_aside(&mut self, who: VisitorIx) {
        if self.seats.len() >= 3
            && let Some(seat) = self.seat_of(who)
        {
            self.room[seat] = 2 + seat as u16;
        }
    }

    /// One person speaks for all; the others stop talking among themselves.
    pub fn agree_on_one_speaker(&mut self) {
        self.one_speaker = true;
    }

    /// Who sees and hears whom while `speaker` has the floor.
    pub fn channels(&self, speaker: Option<VisitorIx>) -> Vec<Channel> {
        let mut channels = Vec::new();
        self.each_channel(speaker, |from, to, strength| {
            channels.push(Channel { from: from as u16, to: to as u16, strength });
        });
        channels
    }

    /// Every channel: from seat, to seat, strength. Neighbours first, then whoever speaks.
    fn each_channel(&self, speaker: Option<VisitorIx>, mut meet: impl FnMut(usize, usize, f64)) {
        let talk = if self.one_speaker { SIDE_TALK } else { 1.0 };
        let last = self.seats.len();
        for to in 0..last {
            let beside = [(to.wrapping_sub(1), NEXT), (to + 1, NEXT), (to.wrapping_sub(2), SECOND), (to + 2, SECOND)];
            for (from, strength) in beside {
                if from < last && self.room[from] == self.room[to] {
                    meet(from, to, strength * talk);
                }
            }
        }
        if let Some(from) = speaker.and_then(|who| self.seat_of(who)) {
            for to in (0..last).filter(|to| *to != from && self.room[from] == self.room[*to]) {
                meet(from, to, HEARD);
            }
        }
    }

    /// Lets feelings pass for so many seconds, from everybody to everybody at once.
    pub fn spread(&mut self, minds: &mut [Mind], speaker: Option<VisitorIx>, seconds: f64) {
        if self.seats.len() < 2 || seconds <= 0.0 {
            return;
        }
        let mut pulls = std::mem::take(&mut self.pulls);
        for (seat, pull) in self.seats.iter().zip(&mut pulls) {
            *pull = minds.get(seat.at()).map(Pull::of).unwrap_or_default();
        }
        self.each_channel(speaker, |from, to, strength| {
            let Pull { shows, shown, .. } = pulls[from];
            let receiver = &mut pulls[to];
            let gamma = shows * strength * receiver.open;
            receiver.gamma += gamma;
            for (sum, felt) in receiver.feelings.iter_mut().zip(shown) {
                *sum += gamma * felt;
            }
        });
        for (seat, pull) in self.seats.iter().zip(&pulls) {
            if let Some(mind) = minds.get_mut(seat.at()) {
                yield_to(mind, pull, seconds);
            }
        }
        self.pulls = pulls;
    }
}

impl Pull {
    fn of(mind: &Mind) -> Self {
        Self {
            shows: mind.persona.expressiveness,
            shown: PASSES.map(|(feeling, _)| mind.shown(feeling)),
            open: mind.persona.openness,
            gamma: 0.0,
            feelings: [0.0; PASSES.len()],
        }
    }
}

/// One person gives way to what pulls at them.
fn yield_to(mind: &mut Mind, pull: &Pull, seconds: f64) {
    if pull.gamma <= 0.0 {
        return;
    }
    // However many people are around, nobody is moved faster than by one pull of full strength.
    let rate = contagion_rate(pull.gamma.min(1.0), seconds / SECONDS);
    for ((feeling, upward), sum) in PASSES.into_iter().zip(pull.feelings) {
        let own = mind.feeling(feeling);
        let around = (sum / pull.gamma).clamp(0.0, 1.0);
        mind.drawn_to(feeling, contagion_target(own, around, AMPLIFICATION, upward), rate);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visitor::Persona;

    fn crowd(anger: &[f64]) -> (Vec<Mind>, Vec<VisitorIx>) {
        let minds = anger
            .iter()
            .map(|value| {
                let mut persona = Persona { masking: 0.0, expressiveness: 0.5, openness: 0.8, ..Persona::default() };
                persona.arrives_with[Feeling::Anger as usize] = *value;
                Mind::new(persona)
            })
            .collect();
        (minds, (0..anger.len()).map(|at| VisitorIx(at as u16)).collect())
    }

    #[test]
    fn two_people_draw_near_as_worked_out_by_hand() {
        // Anger 0.8 and 0.2, next to each other, nobody speaking: γ = 0.5·0.6·0.8 = 0.24 for both; 60 s.
        // For the second: q* = 0.8, up = 1 − 0.2·0.8 = 0.84, down = 0.16,
        // target = 0.3·(0.6·0.84 + 0.4·0.16) + 0.7·0.8 = 0.3·0.568 + 0.56 = 0.7304,
        // rate = 1 − e^(−0.24) = 0.2133721389, q = 0.2 + 0.2133721389·0.5304 = 0.3131725825.
        // For the first: q* = 0.2, same up and down, target = 0.1704 + 0.14 = 0.3104,
        // q = 0.8 − 0.2133721389·0.4896 = 0.6955330008.
        let (mut minds, seats) = crowd(&[0.8, 0.2]);
        Room::new(&seats).spread(&mut minds, None, 60.0);
        assert!((minds[1].feeling(Feeling::Anger) - 0.313_172_582_5).abs() < 1e-9);
        assert!((minds[0].feeling(Feeling::Anger) - 0.695_533_000_8).abs() < 1e-9);
    }

    #[test]
    fn channels_grow_linearly_with_the_crowd() {
        let count = |n: usize| {
            let (_, seats) = crowd(&vec![0.0; n]);
            Room::new(&seats).channels(seats.first().copied()).len()
        };
        assert_eq!((count(2), count(30), count(1000)), (3, 4 * 30 - 6 + 29, 4 * 1000 - 6 + 999));
    }

    #[test]
    fn representatives_are_the_most_expressive_and_hear_the_crowd_no_more() {
        let (mut minds, seats) = crowd(&[0.0; 12]);
        minds[7].persona.expressiveness = 0.9;
        let mut room = Room::new(&seats);
        room.elect(&minds, Some(5));
        let elected = |room: &Room| room.room.iter().filter(|room| **room == 1).count();
        assert_eq!(elected(&room), 5);
        // A place may allow fewer; where the law says nothing, half of them may speak.
        for (most, number) in [(Some(3), 3), (Some(9), 6), (None, 6)] {
            let mut room = Room::new(&seats);
            room.elect(&minds, most);
            assert_eq!(elected(&room), number);
        }
        assert!(room.room[7] == 1 && !room.together(seats[7], seats[11]));
        assert!(room.channels(Some(seats[7])).iter().all(|c| room.room[c.from as usize] == room.room[c.to as usize]));
    }

    #[test]
    fn two_parties_of_a_mediation_stay_in_one_room() {
        let (minds, seats) = crowd(&[0.0; 2]);
        let mut room = Room::new(&seats);
        room.elect(&minds, Some(5));
        room.take_aside(seats[0]);
        assert!(room.together(seats[0], seats[1]));
    }
}
