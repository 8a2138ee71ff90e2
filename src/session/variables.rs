//! The author's counters: bounded numbers that lines, options and papers set.

use super::event::Event;
use crate::scenario::model::{Effect, Var};
use crate::vocabulary::VarIx;

/// By `VarIx`.
#[derive(Clone, Debug)]
pub(super) struct Variables(Vec<i32>);

impl Variables {
    pub fn begin(vars: &[Var]) -> Self {
        Self(vars.iter().map(|var| var.start).collect())
    }

    pub fn get(&self, var: VarIx) -> i32 {
        self.0.get(var.at()).copied().unwrap_or_default()
    }

    /// Sets and adds, within the bounds; tells what has changed.
    pub fn apply(&mut self, effects: &[Effect], vars: &[Var], events: &mut Vec<Event>) {
        for effect in effects {
            let (var, value) = match *effect {
                Effect::Set(var, value) => (var, value),
                Effect::Add(var, by) => (var, self.get(var).saturating_add(by)),
            };
            let (Some(bounds), Some(slot)) = (vars.get(var.at()), self.0.get_mut(var.at())) else { continue };
            let value = value.clamp(bounds.min, bounds.max.max(bounds.min));
            if *slot != value {
                *slot = value;
                events.push(Event::VarSet { var, value });
            }
        }
    }
}
