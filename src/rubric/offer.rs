//! What was on offer: what the options together could have served, worked out once for each combination of them.

use super::judge::{Judge, fits};
use super::plan::{Plan, PlannedAct, PlannedNode, PlannedOption};
use super::state::{Place, Turn};
use crate::bits::bits;
use crate::scenario::model::{Arg, MAX_OPTIONS};
use crate::vocabulary::Cue;

/// What some options on offer together would do, criteria as bits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Together {
    /// Criteria that one of them hits …
    pub hits: u64,
    /// … as an answer to a cue, where the words and facts that acts name are left out of account: to a feeling,
    /// to a fact, to anything else.
    to_feeling: u64,
    to_fact: u64,
    to_other: u64,
    /// … without an offence.
    clean: u64,
    /// Criteria that one of them offends against.
    pub misses: u64,
    answers_risk: bool,
}

impl Together {
    pub(super) const NOTHING: Self =
        Self { hits: 0, to_feeling: 0, to_fact: 0, to_other: 0, clean: 0, misses: 0, answers_risk: false };

    fn of<'o>(options: impl Iterator<Item = &'o PlannedOption>, acts: &[PlannedAct]) -> Self {
        options.fold(Self::NOTHING, |sum, option| {
            let hits = option.marks.hits;
            // What an author judges by hand hits as a whole, unless an act is particular about the cue.
            let by = |wanted: &dyn Fn(Arg) -> bool| {
                let acts = option.acts.iter().filter(|act| wanted(act.arg)).filter_map(|act| acts.get(act.kind.at()));
                if option.particular { acts.fold(0, |mask, act| mask | act.marks.hits) & hits } else { hits }
            };
            Self {
                hits: sum.hits | hits,
                to_feeling: sum.to_feeling | by(&|arg| !matches!(arg, Arg::Word(_))),
                to_fact: sum.to_fact | by(&|arg| !matches!(arg, Arg::Fact(_))),
                to_other: sum.to_other | by(&|_| true),
                clean: sum.clean | if option.offences == 0 && !option.critical { hits } else { 0 },
                misses: sum.misses | option.marks.misses,
                answers_risk: sum.answers_risk | option.answers_risk,
            }
        })
    }

    /// For each combination of the options of a choice, by its mask; for a desk task all its entries.
    pub(super) fn all(node: &PlannedNode, acts: &[PlannedAct]) -> Box<[Self]> {
        match node {
            PlannedNode::Choice { options, .. } => {
                let combinations = 1usize << options.len().min(MAX_OPTIONS);
                let chosen = |mask: usize| options.iter().enumerate().filter(move |(at, _)| mask >> at & 1 == 1);
                (0..combinations).map(|mask| Self::of(chosen(mask).map(|(_, option)| option), acts)).collect()
            }
            PlannedNode::Desk { options, .. } => [Self::of(options.iter().take(64), acts)].into(),
            PlannedNode::Line { .. } | PlannedNode::Other => Box::default(),
        }
    }

    #[inline]
    const fn to(&self, cue: Cue) -> u64 {
        match cue {
            Cue::Feeling(_) => self.to_feeling,
            Cue::Fact(_) => self.to_fact,
            _ => self.to_other,
        }
    }
}

impl Plan {
    /// What the options on offer there would do together.
    #[inline]
    pub(super) fn together(&self, place: &Place) -> &Together {
        let all = self.together.get(place.node.at()).map_or(&[][..], |all| all);
        // A power of two, so that options beyond the choice fall away; a desk task has but one.
        all.get(usize::from(place.mask) & all.len().wrapping_sub(1)).unwrap_or(&Together::NOTHING)
    }

    /// Which of these criteria something on offer there would hit as an answer to this cue.
    #[inline]
    fn served(&self, place: &Place, offer: &Together, cue: Cue, wanted: u64) -> u64 {
        let mut served = wanted & (self.by_gesture | offer.to(cue));
        let particular = wanted & offer.hits & !served;
        if particular != 0 {
            for (_, option) in self.on_offer(place).filter(|(_, option)| option.particular) {
                for act in option.acts.iter().filter(|act| fits(act.arg, cue)) {
                    served |= self.act(act.kind).marks.hits & option.marks.hits & particular;
                }
            }
        }
        served
    }
}

impl Judge<'_> {
    /// Which open cues and duties the options on offer could have served.
    pub(super) fn put_on_offer(&mut self, turn: &Turn) {
        let plan = self.plan;
        let (place, said) = (&turn.place, turn.gesture.is_none());
        let offer = plan.together(place);
        let sees_to_risk = plan.free || offer.answers_risk;
        for open in self.state.open.iter_mut() {
            let wanted = open.pending & !open.offered;
            if wanted == 0 && !open.danger && open.place.turn != 0 {
                continue;
            }
            open.offered |= if plan.free { wanted } else { plan.served(place, offer, open.cue, wanted) };
            open.danger_answerable |= open.danger && sees_to_risk;
            // What was left undone is told of the first choice at which it could have been done.
            if open.place.turn == 0 && said && (open.offered != 0 || open.danger_answerable) {
                open.place = *place;
            }
        }
        if plan.free {
            self.state.first_offered |= plan.order_rules;
            return;
        }
        self.state.first_offered |= offer.clean & plan.order_rules;
        let once = offer.hits & plan.once_rules & !self.state.once_done;
        for bit in bits(once & !self.state.once_half) {
            if said || self.state.once_offered >> bit & 1 == 0 {
                self.state.once_place[plan.criteria[bit].slot] = *place;
            }
        }
        self.state.once_offered |= once;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authoring::library;
    use crate::rubric::Rubric;
    use crate::scenario::model::NodeKind;
    use crate::session::Offer;
    use crate::vocabulary::ActCatalogue;
    use crate::vocabulary::{FactIx, NodeIx, WordIx};

    /// Option by option and act by act, as the rule is told.
    fn told(plan: &Plan, place: &Place, cue: Cue) -> u64 {
        let by_option = plan.on_offer(place).map(|(_, option)| {
            let fitting = option.acts.iter().filter(|act| fits(act.arg, cue));
            let hits = fitting.fold(0, |mask, act| mask | plan.act(act.kind).marks.hits);
            option.marks.hits & if option.particular { hits } else { u64::MAX }
        });
        by_option.fold(plan.by_gesture, |mask, hits| mask | hits)
    }

    #[test]
    fn what_is_worked_out_beforehand_is_what_the_options_say() {
        let mut compared = 0;
        for entry in library::shipped() {
            let scenario = entry.scenario().unwrap();
            let plan = Plan::new(Rubric::shipped(), scenario, ActCatalogue::shipped());
            let words = (0..scenario.words.len()).map(|word| Cue::Feeling(WordIx(word as u16)));
            let facts = (0..scenario.facts.len()).map(|fact| Cue::Fact(FactIx(fact as u16)));
            let cues: Vec<_> = words.chain(facts).chain([Cue::Question, Cue::Papers]).collect();
            for (node, at) in scenario.nodes.iter().zip(0..) {
                let NodeKind::Choice(choice) = &node.kind else { continue };
                for mask in 1u16..1 << choice.options.len() {
                    let mut offer = Offer::nothing();
                    (0..8).filter(|option| mask >> option & 1 == 1).for_each(|option| offer.push(option));
                    let mut place = Place::nowhere();
                    place.comes_to(NodeIx(at), 0, offer);
                    let together = plan.together(&place);
                    let all = || plan.on_offer(&place).map(|(_, option)| option);
                    assert_eq!(together.hits, all().fold(0, |mask, option| mask | option.marks.hits));
                    assert_eq!(together.misses, all().fold(0, |mask, option| mask | option.marks.misses));
                    for cue in &cues {
                        assert_eq!(plan.served(&place, together, *cue, u64::MAX), told(&plan, &place, *cue));
                        compared += 1;
                    }
                }
            }
        }
        assert!(compared > 10_000, "{compared}");
    }
}
