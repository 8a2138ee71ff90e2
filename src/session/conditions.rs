//! Whether a condition of the scenario holds: read from what has happened, and from chance.

use super::case::Case;
use super::people::People;
use super::told::ToldSoFar;
use super::trail::Trail;
use super::turn_taking::TurnTaking;
use super::variables::Variables;
use crate::scenario::model::When;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// What conditions read.
#[derive(Clone, Copy)]
pub(super) struct StateOfPlay<'p> {
    pub told: &'p ToldSoFar,
    pub trail: &'p Trail,
    pub case: &'p Case,
    pub variables: &'p Variables,
    pub people: &'p People,
    pub talk: &'p TurnTaking,
}

impl StateOfPlay<'_> {
    /// Whether a condition holds. `Chance` alone draws; what `All` or `Any` need not ask any more draws nothing.
    pub fn holds(&self, when: &When, chance: &mut ChaCha8Rng) -> bool {
        let promises = self.case.promises();
        match when {
            When::All(all) => all.iter().all(|when| self.holds(when, chance)),
            When::Any(any) => any.iter().any(|when| self.holds(when, chance)),
            When::Not(not) => !self.holds(not, chance),
            When::Fact(fact) => self.told.has_told(*fact),
            When::Noted(fact) => self.told.notebook().contains(fact),
            When::Did(act) => self.trail.has_done(*act),
            When::Chose(node, option) | When::Wrote(node, option) => self.trail.has_chosen(*node, *option),
            When::FormClean(node) => self.trail.is_faultless(*node),
            When::Visited(node) => self.trail.has_come_by(*node),
            When::AtLeast(who, what, bound) => self.people.quantity(*who, *what) >= *bound,
            When::Below(who, what, bound) => self.people.quantity(*who, *what) < *bound,
            When::VarAtLeast(var, bound) => self.variables.get(*var) >= *bound,
            When::VarIs(var, value) => self.variables.get(*var) == *value,
            When::Issued(paper) => self.case.has_issued(*paper),
            When::Promised(promise) => promises.is_made(*promise),
            When::Kept(promise) => promises.is_kept(*promise),
            When::Broken(promise) => promises.is_broken(*promise),
            When::Deflections(times) => self.people.minds().iter().any(|mind| mind.deflections >= *times),
            When::Interruptions(times) => self.talk.interruptions() >= *times,
            When::Outbursts(times) => {
                let each = self.people.minds().iter().map(|mind| u32::from(mind.outbursts));
                each.sum::<u32>() >= u32::from(*times)
            }
            When::DaysPassed(days) => self.case.day() >= *days,
            When::StepTaken(step) => self.case.matter().is_some_and(|matter| matter.day_of(*step).is_some()),
            When::Chance(share) => chance.random::<f64>() < *share,
        }
    }
}
