//! What is at hand by its names: a move becomes a step, and a step the move that says it.

use super::cursor::Awaiting;
use super::move_error::MoveError;
use super::moves::{Move, ResolvedMove};
use super::told::ToldSoFar;
use crate::procedure::FormAnswer;
use crate::scenario::model::Scenario;
use crate::vocabulary::{ActCatalogue, FactIx, NodeIx};
use indexmap::IndexMap;

/// What the names of a move are held against.
#[derive(Clone, Copy)]
pub(super) struct AtHand<'s> {
    pub scenario: &'s Scenario,
    pub acts: &'s ActCatalogue,
    pub awaiting: Awaiting,
    pub told: &'s ToldSoFar,
}

impl AtHand<'_> {
    /// The step that a move means.
    pub fn step_of(&self, input: &Move) -> Result<ResolvedMove, MoveError> {
        let node = self.awaiting.node().ok_or(MoveError::Ended)?;
        match input {
            Move::Choose { option, wait_ms } => {
                Ok(ResolvedMove::Choose { option: self.option_of(node, option)?, wait_ms: *wait_ms })
            }
            Move::Fill { entries, wait_ms } => {
                Ok(ResolvedMove::Fill { written: self.written_of(node, entries)?, wait_ms: *wait_ms })
            }
            Move::Gesture { act, wait_ms } => match self.acts.find(act) {
                Some(ix) if self.acts[ix].gesture.is_some() => Ok(ResolvedMove::Gesture { act: ix, wait_ms: *wait_ms }),
                _ => Err(MoveError::NotAGesture(act.clone())),
            },
            Move::Note { fact, wait_ms } => {
                let found = self.scenario.facts.iter().position(|known| known.id == *fact);
                let told = found.map(|at| FactIx(at as u16)).filter(|fact| self.told.has_told(*fact));
                let fact = told.ok_or_else(|| MoveError::FactNotTold(fact.clone()))?;
                Ok(ResolvedMove::Note { fact, wait_ms: *wait_ms })
            }
            Move::Skip { wait_ms, skip_ms } => Ok(ResolvedMove::Skip { wait_ms: *wait_ms, skip_ms: *skip_ms }),
            Move::StepBack { before_turn } => Err(MoveError::NoSuchTurn(*before_turn)),
        }
    }

    /// The move that says a step; `None` where it does not fit.
    pub fn move_of(&self, step: ResolvedMove) -> Option<Move> {
        let node = self.awaiting.node()?;
        Some(match step {
            ResolvedMove::Fill { written, wait_ms } => Move::Fill { entries: self.entries_of(node, written)?, wait_ms },
            ResolvedMove::Choose { option, wait_ms } => {
                Move::Choose { option: self.scenario.option(node, option)?.id.clone(), wait_ms }
            }
            ResolvedMove::Gesture { act, wait_ms } => Move::Gesture { act: self.acts[act].name.clone(), wait_ms },
            ResolvedMove::Skip { wait_ms, skip_ms } => Move::Skip { wait_ms, skip_ms },
            ResolvedMove::Note { fact, wait_ms } => {
                Move::Note { fact: self.scenario.facts.get(fact.at())?.id.clone(), wait_ms }
            }
        })
    }

    /// The position of an option that is on offer.
    fn option_of(&self, node: NodeIx, option: &str) -> Result<u8, MoveError> {
        let at = &self.scenario.nodes[node.at()];
        let Awaiting::Choice { offer, .. } = self.awaiting else {
            return Err(MoveError::PaperFirst { node: at.id.clone() });
        };
        let is_meant = |shown: &u8| self.scenario.option(node, *shown).is_some_and(|known| known.id == option);
        let found = offer.as_slice().iter().copied().find(is_meant);
        found.ok_or_else(|| MoveError::NotOnOffer { node: at.id.clone(), option: option.to_owned() })
    }

    /// Entries by the ids of their fields.
    fn written_of(&self, node: NodeIx, entries: &IndexMap<String, String>) -> Result<FormAnswer, MoveError> {
        let task = self.scenario.task(node).ok_or(MoveError::NoPaper)?;
        let mut answer = FormAnswer::default();
        for (field, entry) in entries {
            let not_an_entry = || MoveError::NotAnEntry { field: field.clone(), entry: entry.clone() };
            let found = task.find(field, entry).ok_or_else(not_an_entry)?;
            if !task.form.write(&mut answer, found) {
                return Err(not_an_entry());
            }
        }
        match task.form.first_open(answer).and_then(|open| task.form.fields.get(open)) {
            Some(field) => Err(MoveError::FieldEmpty { field: field.id.clone() }),
            None => Ok(answer),
        }
    }

    /// The ids of what was written, in the order of the fields.
    fn entries_of(&self, node: NodeIx, answer: FormAnswer) -> Option<IndexMap<String, String>> {
        let task = self.scenario.task(node)?;
        let named = |entry: u8| task.names(entry).map(|(field, entry)| (field.to_owned(), entry.to_owned()));
        answer.iter().map(named).collect()
    }
}
