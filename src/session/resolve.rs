//! Moves and steps: the names of a move resolved against what is on offer, and the move that says a step.

use super::engine::{Awaiting, MoveError, Session, Step};
use super::moves::Move;
use crate::vocabulary::FactIx;

impl Session {
    /// Resolves the names of a move against what is on offer.
    pub(super) fn resolve(&self, input: &Move) -> Result<Step, MoveError> {
        let Some(node) = self.awaiting.node() else {
            return Err(MoveError::Ended);
        };
        match input {
            Move::Choose { option, wait_ms } => {
                let Awaiting::Choice { offer, .. } = self.awaiting else {
                    return Err(MoveError::PaperFirst { node: self.scenario.nodes[node.at()].id.clone() });
                };
                let found = self.options(node).iter().position(|o| o.id == *option);
                match found {
                    Some(at) if offer.as_slice().contains(&(at as u8)) => {
                        Ok(Step::Choose { option: at as u8, wait_ms: *wait_ms })
                    }
                    _ => Err(MoveError::NotOnOffer {
                        node: self.scenario.nodes[node.at()].id.clone(),
                        option: option.clone(),
                    }),
                }
            }
            Move::Fill { entries, wait_ms } => {
                Ok(Step::Fill { written: self.written_of(node, entries)?, wait_ms: *wait_ms })
            }
            Move::Gesture { act, wait_ms } => match self.acts.find(act) {
                Some(ix) if self.acts[ix].gesture.is_some() => Ok(Step::Gesture { act: ix, wait_ms: *wait_ms }),
                _ => Err(MoveError::NotAGesture(act.clone())),
            },
            Move::Note { fact, wait_ms } => {
                let found = self.scenario.facts.iter().position(|f| f.id == *fact);
                match found {
                    Some(at) if self.world.told.contains(at) => {
                        Ok(Step::Note { fact: FactIx(at as u16), wait_ms: *wait_ms })
                    }
                    _ => Err(MoveError::FactNotTold(fact.clone())),
                }
            }
            Move::StepBack { before_turn } => Err(MoveError::NoSuchTurn(*before_turn)),
        }
    }

    /// The move that says this step by its names.
    pub fn name(&self, step: Step) -> Option<Move> {
        let node = self.awaiting.node()?;
        Some(match step {
            Step::Fill { written, wait_ms } => Move::Fill { entries: self.entries_of(node, written)?, wait_ms },
            Step::Choose { option, wait_ms } => {
                Move::Choose { option: self.options(node).get(option as usize)?.id.clone(), wait_ms }
            }
            Step::Gesture { act, wait_ms } => Move::Gesture { act: self.acts[act].name.clone(), wait_ms },
            Step::Note { fact, wait_ms } => {
                Move::Note { fact: self.scenario.facts.get(fact.at())?.id.clone(), wait_ms }
            }
        })
    }
}
