//! One visitor's inner state and how time, visits and outbursts change it.

use super::persona::Persona;
use super::published::{MOOD_INFLUENCE, PAD, STILL_FELT, decayed, intensity, resting_mood, retriggered};
use crate::vocabulary::acts::MAX_ACTS;
use crate::vocabulary::{FEELINGS, Feeling, NEEDS, Need, Snapshot};

/// Seconds in which a mood goes half the way back to its resting point (FAtiMA: 60 ticks of a second).
const MOOD_HALF_LIFE: f64 = 60.0;
/// Seconds in which unreleased pressure halves by itself: slower than a visit lasts, so it has to be released.
const PRESSURE_HALF_LIFE: f64 = 1800.0;
/// FAtiMA tinges potentials on a scale where one event weighs 3–8 of 10. A visit has many small acts
/// instead, so the mood's share is scaled down to keep a breath of bad mood from turning a nod into anger.
const TINGE: f64 = 0.25;
/// A pressure outburst lets this much out.
const OUTBURST_RELEASE: f64 = 0.54;
/// Seconds that an outburst lasts, about six turns: shouting that is kept up is the same outburst, not a new one.
const OUTBURST_SECONDS: f64 = 120.0;
/// What is added while it lasts goes out with it, up to this share.
const SHOUTED_OUT: f64 = 0.5;
/// How much longer anger lasts in somebody who is wholly denied what angers: in 13,540 real service talks a customer whom
/// nobody answered stayed negative in .83 to .85 of cases.
const UNMET_LASTS: f64 = 0.6;
/// Share of hidden anger that goes into pressure instead of into the face.
const HELD_BACK: f64 = 0.35;

/// What stays in mind between visits and has not been appraised again yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Answers that did not agree with each other, all of them true or not.
    pub contradictions: u8,
    /// Careless sentences of the receiver's colleagues.
    pub careless: u8,
    /// Times this receiver told what was confided.
    pub leaks: u8,
    /// Promises beyond what the receiver could give, with no date that the calendar would settle.
    pub empty_words: u8,
    /// "It should be all right": hopes with nothing behind them.
    pub vague_hopes: u8,
    /// Apologies, which take part of the weight off the rest.
    pub amends: u8,
}

/// A visitor's inner state.
#[derive(Clone, Copy, Debug)]
pub struct Mind {
    /// Who they are; it does not change in play.
    pub persona: Persona,
    rest: [f64; 3],
    /// Belief that each need is being met, −1..1.
    pub needs: [f64; NEEDS],
    /// 0..1.
    pub feelings: [f64; FEELINGS],
    /// Pleasure, arousal, dominance, −1..1.
    pub mood: [f64; 3],
    /// Trust in the receiver, −1..1.
    pub trust: f64,
    /// 0..1.
    pub pressure: f64,
    /// Times the visitor was put off, told of or met with.
    pub deflections: u8,
    /// How often they have lost their temper.
    pub outbursts: u8,
    /// Times the receiver cut them off.
    pub cut_off: u8,
    /// Seconds until an outburst that came is over; 0 outside of one.
    shouting: f64,
    /// The receiver has taken up the visitor's pace in this visit.
    pub pace_matched: bool,
    /// The receiver has spoken with them in this visit.
    pub spoken_to: bool,
    /// What they said has been taken up, and nothing painful was stepped over since.
    pub heard: bool,
    /// What they remember of acts.
    pub memory: Memory,
    /// How often each act was met in this visit, for wearing out.
    met: [u8; MAX_ACTS],
}

impl Mind {
    /// Somebody as they arrive.
    pub fn new(persona: Persona) -> Self {
        let rest = resting_mood(&persona.traits);
        let mut mind = Self {
            persona,
            rest,
            needs: [0.0; NEEDS],
            feelings: persona.arrives_with,
            mood: rest,
            trust: persona.trust,
            pressure: persona.arrives_under_pressure,
            deflections: 0,
            outbursts: 0,
            cut_off: 0,
            shouting: 0.0,
            pace_matched: false,
            spoken_to: false,
            heard: false,
            memory: Memory::default(),
            met: [0; MAX_ACTS],
        };
        for feeling in Feeling::ALL {
            mind.colour_mood(feeling, persona.arrives_with[feeling as usize]);
        }
        mind
    }

    /// How strong a feeling is, 0..1.
    pub fn feeling(&self, feeling: Feeling) -> f64 {
        self.feelings[feeling as usize]
    }

    /// What can be seen and heard of a feeling: a mask hides anger.
    pub fn shown(&self, feeling: Feeling) -> f64 {
        match feeling {
            Feeling::Anger => self.feeling(feeling) * (1.0 - self.mask()),
            _ => self.feeling(feeling),
        }
    }

    /// Share of the anger that is hidden now, 0..1.
    pub fn mask(&self) -> f64 {
        self.persona.mask(self.feeling(Feeling::Anger), self.pressure)
    }

    /// How stirred up they are, 0..1: the sharpest of anger, fear and distress, lifted by an aroused mood.
    pub fn heat(&self) -> f64 {
        let sharpest = self
            .feeling(Feeling::Anger)
            .max(self.feeling(Feeling::Fear) * 0.9)
            .max(self.feeling(Feeling::Distress) * 0.8);
        (sharpest + 0.25 * self.mood[1].max(0.0)).clamp(0.0, 1.0)
    }

    /// Share of information that gets through, 1..0: nothing is taken in at full heat (handbook E01, W14).
    pub fn intake(&self) -> f64 {
        // Smooth step from heat 0.3 (clear) to 0.75 (shut).
        let x = ((self.heat() - 0.3) / 0.45).clamp(0.0, 1.0);
        1.0 - x * x * (3.0 - 2.0 * x)
    }

    /// Causes a feeling with this potential (0..1): tinged by mood, over the threshold, re-triggered if still felt.
    pub fn feel(&mut self, feeling: Feeling, potential: f64) {
        if potential <= 0.0 {
            return;
        }
        let at = feeling as usize;
        let sign = if feeling.is_pleasant() { 1.0 } else { -1.0 };
        let new = intensity(potential, self.persona.thresholds[at], sign * MOOD_INFLUENCE * TINGE * self.mood[0]);
        if new <= 0.0 {
            return;
        }
        let before = self.feelings[at];
        let felt = if before > STILL_FELT { retriggered(before, new) } else { new };
        if feeling == Feeling::Anger {
            self.press(HELD_BACK * self.mask() * (felt - before).max(0.0));
        }
        self.feelings[at] = felt;
        self.colour_mood(feeling, new);
    }

    /// Goes a share (0..1) of the way to what others feel.
    pub fn drawn_to(&mut self, feeling: Feeling, target: f64, share: f64) {
        let value = &mut self.feelings[feeling as usize];
        let change = share * (target - *value);
        *value = (*value + change).clamp(0.0, 1.0);
        self.colour_mood(feeling, change.max(0.0));
    }

    /// Takes a share (0..1) of a feeling away.
    pub fn ease(&mut self, feeling: Feeling, share: f64) {
        let value = &mut self.feelings[feeling as usize];
        *value *= 1.0 - share.clamp(0.0, 1.0);
    }

    fn colour_mood(&mut self, feeling: Feeling, intensity: f64) {
        for (mood, colour) in self.mood.iter_mut().zip(PAD[feeling as usize]) {
            *mood = (*mood + MOOD_INFLUENCE * intensity * colour).clamp(-1.0, 1.0);
        }
    }

    /// Adds to the pressure, which stays within 0..1.
    pub fn press(&mut self, change: f64) {
        let change = if change > 0.0 && self.is_shouting() { change * (1.0 - SHOUTED_OUT) } else { change };
        self.pressure = (self.pressure + change).clamp(0.0, 1.0);
    }

    /// Adds to the trust, which stays within −1..1.
    pub fn trust_by(&mut self, change: f64) {
        self.trust = (self.trust + change).clamp(-1.0, 1.0);
    }

    /// How far they believe that they are not heard, not respected, not treated fairly, 0..1, by what it matters to them.
    fn denied(&self) -> f64 {
        let of = |need: Need| (self.persona.needs[need as usize], self.needs[need as usize]);
        let angers = [Need::Voice, Need::Respect, Need::Fairness].map(of);
        let weight: f64 = angers.iter().map(|(weight, _)| weight).sum();
        if weight <= 0.0 {
            return 0.0;
        }
        (-angers.iter().map(|(weight, belief)| weight * belief).sum::<f64>() / weight).max(0.0)
    }

    /// Counts one more meeting of an act and tells how often it was met before in this visit.
    pub fn meet(&mut self, act: usize) -> u8 {
        match self.met.get_mut(act) {
            Some(count) => {
                let before = *count;
                *count = count.saturating_add(1);
                before
            }
            None => 0,
        }
    }

    /// Time passes within a visit: feelings fade, the mood goes back to its rest.
    pub fn tick(&mut self, seconds: f64) {
        if seconds <= 0.0 {
            return;
        }
        let mut half_lives = self.persona.half_lives;
        half_lives[Feeling::Anger as usize] *= 1.0 + UNMET_LASTS * self.denied();
        for (value, half_life) in self.feelings.iter_mut().zip(half_lives) {
            *value = decayed(*value, seconds, half_life);
        }
        for (mood, rest) in self.mood.iter_mut().zip(self.rest) {
            *mood = rest + decayed(*mood - rest, seconds, MOOD_HALF_LIFE);
        }
        self.pressure = decayed(self.pressure, seconds, PRESSURE_HALF_LIFE);
        self.shouting = (self.shouting - seconds).max(0.0);
    }

    /// A visit begins: nothing has been said in it.
    pub fn sits_down(&mut self) {
        (self.spoken_to, self.heard) = (false, false);
    }

    /// Days until the next visit: feelings are slept on, beliefs pale, and waiting without a word is not neutral
    /// (handbook F06).
    pub fn sleep_on(&mut self, days: u16, heard_from: bool) {
        let days = f64::from(days);
        let pale = decayed(1.0, days, 6.0);
        for feeling in &mut self.feelings {
            *feeling *= 0.35 * pale;
        }
        for need in &mut self.needs {
            *need *= 0.4 + 0.6 * pale;
        }
        self.mood = self.rest;
        self.pressure = decayed(self.pressure, days, 7.0);
        // An old grudge comes back as anger, by what is left of trust.
        self.feel(Feeling::Anger, 0.25 * (-self.trust).max(0.0));
        if !heard_from && days >= 2.0 {
            let silence = (days - 1.0).min(20.0) / 20.0;
            self.needs[Need::Clarity as usize] = (self.needs[Need::Clarity as usize] - 0.5 * silence).max(-1.0);
            self.press(0.35 * silence * self.persona.needs[Need::Clarity as usize]);
            self.trust_by(-0.12 * silence);
            self.feel(Feeling::Disappointment, 0.6 * silence);
        }
        self.shouting = 0.0;
        self.pace_matched = false;
        self.met = [0; MAX_ACTS];
    }

    /// An outburst has come and is not over yet.
    pub fn is_shouting(&self) -> bool {
        self.shouting > 0.0
    }

    /// True if the pressure has gone over the breaking point; the outburst then releases part of it. While one lasts,
    /// no other begins.
    pub fn breaks_out(&mut self) -> bool {
        if self.pressure < self.persona.breaking_point || self.is_shouting() {
            return false;
        }
        self.shouting = OUTBURST_SECONDS;
        self.outbursts = self.outbursts.saturating_add(1);
        // What was hidden comes out with the rest.
        let anger = 0.85 + 0.1 * self.persona.masking;
        self.feelings[Feeling::Anger as usize] = self.feeling(Feeling::Anger).max(anger);
        self.colour_mood(Feeling::Anger, 0.6);
        self.press(-OUTBURST_RELEASE);
        true
    }

    /// The state in thousandths, as events carry it.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            feelings: self.feelings.map(milli),
            mood: self.mood.map(milli),
            trust: milli(self.trust),
            pressure: milli(self.pressure),
            needs: self.needs.map(milli),
        }
    }
}

/// Thousandths of a value within −1..1, rounded as `f64::round` does, which costs a call: a snapshot takes nineteen.
fn milli(value: f64) -> i16 {
    let thousandths = value * 1000.0;
    let whole = thousandths as i16;
    let rest = thousandths - f64::from(whole);
    whole + i16::from(rest >= 0.5) - i16::from(rest <= -0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    }

    #[test]
    fn a_feeling_starts_colours_the_mood_and_rises_again_as_worked_out_by_hand() {
        // Nobody's traits, so the mood rests at 0; threshold 0.06, no mask.
        let mut mind = Mind::new(Persona { masking: 0.0, ..Persona::default() });
        mind.feel(Feeling::Anger, 0.5);
        // Potential 5, mood 0: intensity 5 − 0.6 = 4.4 of 10.
        near(mind.feeling(Feeling::Anger), 0.44);
        // Mood + 0.3·0.44·PAD: P −0.51, A 0.59, D 0.25.
        near(mind.mood[0], -0.067_32);
        near(mind.mood[1], 0.077_88);
        near(mind.mood[2], 0.033);
        // Again: potential 5 + 0.3·0.25·0.6732 = 5.05049, intensity 4.45049;
        // ln(e^4.4 + e^4.45049) = 4.45049 + ln(1 + e^−0.05049) = 4.45049 + 0.6682208
        mind.feel(Feeling::Anger, 0.5);
        assert!((mind.feeling(Feeling::Anger) - 0.511_871_080_2).abs() < 1e-8, "{}", mind.feeling(Feeling::Anger));
    }

    #[test]
    fn thousandths_are_rounded_halves_away_from_nothing() {
        for value in (-200_000..=200_000).map(|step| f64::from(step) / 200_000.0) {
            for near in [value, value.next_up(), value.next_down()] {
                assert_eq!(milli(near), (near * 1000.0).round() as i16, "{near}");
            }
        }
    }

    #[test]
    fn an_outburst_lasts_two_minutes_whatever_the_step() {
        let persona = Persona { arrives_under_pressure: 1.0, breaking_point: 0.3, ..Persona::default() };
        let mut mind = Mind::new(persona);
        assert!(mind.breaks_out());
        // 1 − 0.54
        near(mind.pressure, 0.46);
        (0..119).for_each(|_| mind.tick(1.0));
        assert!(mind.pressure > 0.3 && mind.is_shouting() && !mind.breaks_out());
        mind.tick(1.0);
        assert!(!mind.is_shouting() && mind.breaks_out());
    }
}
