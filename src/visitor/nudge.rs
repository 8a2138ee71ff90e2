//! What an author asks for and sets by hand: a feeling, trust or a need, read, or moved by a little within its range.

use super::mind::Mind;
use crate::vocabulary::Quantity;
use crate::vocabulary::{Feeling, Need};

/// The most that one option may move a quantity by hand; more would be another model.
pub const MOST: f64 = 0.5;

impl Mind {
    /// How much there is of a quantity: feelings and pressure 0..1, the others −1..1.
    pub fn quantity(&self, what: Quantity) -> f64 {
        let need = |need: Need| self.needs[need as usize];
        match what {
            Quantity::Anger => self.feeling(Feeling::Anger),
            Quantity::Distress => self.feeling(Feeling::Distress),
            Quantity::Fear => self.feeling(Feeling::Fear),
            Quantity::Disappointment => self.feeling(Feeling::Disappointment),
            Quantity::Hope => self.feeling(Feeling::Hope),
            Quantity::Relief => self.feeling(Feeling::Relief),
            Quantity::Gratitude => self.feeling(Feeling::Gratitude),
            Quantity::Trust => self.trust,
            Quantity::Pressure => self.pressure,
            Quantity::Pleasure => self.mood[0],
            Quantity::Arousal => self.mood[1],
            Quantity::Dominance => self.mood[2],
            Quantity::Voice => need(Need::Voice),
            Quantity::Respect => need(Need::Respect),
            Quantity::Fairness => need(Need::Fairness),
            Quantity::Clarity => need(Need::Clarity),
            Quantity::Control => need(Need::Control),
            Quantity::Safety => need(Need::Safety),
            Quantity::Remedy => need(Need::Remedy),
        }
    }

    /// Moves a quantity by at most [`MOST`] and keeps it in its range. Mood follows from feelings and is not moved.
    pub fn nudge(&mut self, what: Quantity, by: f64) {
        let by = by.clamp(-MOST, MOST);
        let add = |value: &mut f64, min: f64| *value = (*value + by).clamp(min, 1.0);
        match what {
            Quantity::Anger => add(&mut self.feelings[Feeling::Anger as usize], 0.0),
            Quantity::Distress => add(&mut self.feelings[Feeling::Distress as usize], 0.0),
            Quantity::Fear => add(&mut self.feelings[Feeling::Fear as usize], 0.0),
            Quantity::Disappointment => add(&mut self.feelings[Feeling::Disappointment as usize], 0.0),
            Quantity::Hope => add(&mut self.feelings[Feeling::Hope as usize], 0.0),
            Quantity::Relief => add(&mut self.feelings[Feeling::Relief as usize], 0.0),
            Quantity::Gratitude => add(&mut self.feelings[Feeling::Gratitude as usize], 0.0),
            Quantity::Pressure => add(&mut self.pressure, 0.0),
            Quantity::Trust => add(&mut self.trust, -1.0),
            Quantity::Voice => add(&mut self.needs[Need::Voice as usize], -1.0),
            Quantity::Respect => add(&mut self.needs[Need::Respect as usize], -1.0),
            Quantity::Fairness => add(&mut self.needs[Need::Fairness as usize], -1.0),
            Quantity::Clarity => add(&mut self.needs[Need::Clarity as usize], -1.0),
            Quantity::Control => add(&mut self.needs[Need::Control as usize], -1.0),
            Quantity::Safety => add(&mut self.needs[Need::Safety as usize], -1.0),
            Quantity::Remedy => add(&mut self.needs[Need::Remedy as usize], -1.0),
            Quantity::Pleasure | Quantity::Arousal | Quantity::Dominance => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visitor::Persona;

    #[test]
    fn a_nudge_is_bounded_twice() {
        let mut mind = Mind::new(Persona::default());
        mind.nudge(Quantity::Anger, 9.0);
        assert_eq!(mind.feeling(Feeling::Anger), MOST);
        mind.nudge(Quantity::Anger, 0.4);
        mind.nudge(Quantity::Anger, 0.4);
        assert_eq!(mind.feeling(Feeling::Anger), 1.0);
        mind.nudge(Quantity::Trust, -0.4);
        mind.nudge(Quantity::Trust, -0.5);
        mind.nudge(Quantity::Trust, -0.5);
        assert_eq!(mind.trust, -1.0);
        let mood = mind.mood;
        mind.nudge(Quantity::Arousal, 0.5);
        assert_eq!(mind.mood, mood);
    }
}
