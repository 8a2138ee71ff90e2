//! How many choices hinge on what the visitor just said: a sentence of the same kind is right elsewhere and wrong there.

use super::clean_in_play::CleanInPlay;
use crate::rubric::{Plan, Rubric};
use crate::scenario::model::{Opt, Scenario};
use crate::vocabulary::{ActCatalogue, ActIx, NodeIx};
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The share of choices that ought to hinge on the visitor's words: one in so many.
pub const WANTED: usize = 3;

/// Of the choices in which some options are clean in play and others are not, those that hinge on what was just said.
///
/// A choice hinges on it where an option on offer is not clean there although nothing but the moment speaks against it:
/// its acts offend against nothing, so that after other words it would do (an answer while somebody is in tears,
/// sympathy for somebody who asks for the day), or an option of the same acts is clean in another choice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Hinges {
    /// Choices in which some options are clean and others are not.
    pub choices: usize,
    /// Ids of those that hinge on what was just said, in the order of the file …
    pub hinging: Vec<String>,
    /// … and of those in which the kind of sentence alone tells what to take.
    pub told_by_kind: Vec<String>,
}

/// What an option does, whatever it is about.
fn kind_of(option: &Opt) -> Vec<ActIx> {
    let mut acts: Vec<ActIx> = option.acts.iter().map(|act| act.kind).collect();
    acts.sort_unstable();
    acts.dedup();
    acts
}

/// A choice as it was met in play: where, its id, its options and whether each is clean there.
type Met<'s> = (NodeIx, &'s str, Vec<(&'s Opt, bool)>);

impl Hinges {
    /// Plays a scenario and looks at every choice that it comes by. The same scenario and seed give the same.
    pub fn measured(scenario: &Arc<Scenario>, rubric: &Rubric, seed: u64) -> Self {
        let plan = Arc::new(Plan::new(rubric, scenario, ActCatalogue::shipped()));
        Self::of(scenario, &plan, &CleanInPlay::of(scenario, &plan, seed))
    }

    /// Looks at every choice of a scenario as it was met in play.
    pub(super) fn of(scenario: &Scenario, plan: &Plan, in_play: &CleanInPlay) -> Self {
        let choices: Vec<Met<'_>> = (0..=u16::MAX)
            .zip(&scenario.nodes)
            .filter_map(|(at, node)| {
                let (at, options) = (NodeIx(at), &node.kind.as_choice()?.options);
                let seen: Vec<(&Opt, bool)> =
                    (0..=u8::MAX).zip(options).map(|(n, option)| (option, in_play.is_clean(at, n))).collect();
                let told = seen.iter().any(|(_, clean)| *clean) && seen.iter().any(|(_, clean)| !clean);
                told.then_some((at, node.id.as_str(), seen))
            })
            .collect();
        let clean_kinds: BTreeSet<Vec<ActIx>> = (choices.iter().flat_map(|(.., seen)| seen))
            .filter(|(option, clean)| *clean && !option.acts.is_empty())
            .map(|(option, _)| kind_of(option))
            .collect();
        let hinges = |(at, _, seen): &Met<'_>| {
            (0..=u8::MAX)
                .zip(seen)
                .any(|(n, (option, clean))| !clean && (plan.is_clean(*at, n) || clean_kinds.contains(&kind_of(option))))
        };
        let (hinging, told_by_kind): (Vec<_>, Vec<_>) = choices.iter().partition(|choice| hinges(choice));
        let ids = |those: Vec<&Met<'_>>| those.iter().map(|(_, id, _)| (*id).to_owned()).collect();
        Self { choices: choices.len(), hinging: ids(hinging), told_by_kind: ids(told_by_kind) }
    }

    /// Whether enough of them hinge on what was just said.
    pub const fn are_enough(&self) -> bool {
        self.hinging.len() * WANTED >= self.choices
    }
}
