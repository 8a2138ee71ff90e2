//! The response ladder in a talk: what a cue calls for, and whether what was done about it came in its order.

use super::assessment::{Reason, Verdict};
use super::judge::Judge;
use super::state::{Better, Place, Turn};
use crate::bits::bits;
use crate::procedure::{Conduct, Ladder, LadderVerdict, Ladders, Measure};
use crate::scenario::model::Act;
use crate::vocabulary::CueKind;
use crate::vocabulary::VisitorIx;

/// Choices for which it is taken to go on after the line that showed it; longer only if it shows again.
const WINDOW: u8 = 2;
/// Measures that are remembered of one kind of conduct.
const MAX_TAKEN: usize = 8;
/// Kinds of conduct that are followed in one visit.
pub(super) const MAX_CONDUCTS: usize = 8;

/// Something that goes on at the desk, or has gone on in this visit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unrest {
    conduct: Conduct,
    who: Option<VisitorIx>,
    live: bool,
    /// Choices since it last showed.
    turns: u8,
    taken: [Option<Measure>; MAX_TAKEN],
    /// Something that is needed at once has been done since it last showed.
    acted: bool,
    /// Leaving it has already been charged, here or elsewhere in the rubric.
    charged: bool,
    /// The first choice at which what is needed at once could have been done.
    place: Option<Place>,
}

/// What a measure is worth.
#[derive(Clone, Copy)]
enum Worth {
    Right(Conduct),
    /// May be done at any time; no rung and no evidence.
    Beside,
    Wrong(Conduct, LadderVerdict),
    /// It has nothing to do with what goes on.
    Nothing,
}

impl Unrest {
    fn ladder(&self) -> &'static Ladder {
        Ladders::shipped().of(self.conduct)
    }

    fn taken(&self) -> ([Measure; MAX_TAKEN], usize) {
        let mut list = [Measure::Soothe; MAX_TAKEN];
        let mut len = 0;
        for measure in self.taken.into_iter().flatten() {
            list[len] = measure;
            len += 1;
        }
        (list, len)
    }

    fn take(&mut self, measure: Measure) {
        if let Some(slot) = self.taken.iter_mut().find(|slot| slot.is_none()) {
            *slot = Some(measure);
        }
        self.acted |= self.ladder().at_once.contains(&measure);
    }
}

/// What a cue shows; most show nothing that there is a ladder for.
pub(super) const fn conduct_of(kind: CueKind) -> Option<Conduct> {
    Some(match kind {
        CueKind::Vent => Conduct::Shouting,
        CueKind::Insult => Conduct::Insult,
        CueKind::Weapon => Conduct::Weapon,
        CueKind::Violence => Conduct::Violence,
        CueKind::SelfHarm => Conduct::SelfHarm,
        CueKind::Collapse => Conduct::Collapse,
        CueKind::Infection => Conduct::Infection,
        CueKind::Gathering => Conduct::Gathering,
        CueKind::Staying => Conduct::Staying,
        CueKind::Inciting => Conduct::Inciting,
        CueKind::Disorder => Conduct::Disorder,
        _ => return None,
    })
}

/// Means that only Article 26 conduct calls for.
const fn is_sharp(measure: Measure) -> bool {
    matches!(measure, Measure::Dissuade | Measure::CriticiseAndEducate | Measure::CallPolice)
}

impl Judge<'_> {
    /// A line has shown it, for the first time or again.
    pub(super) fn arises(&mut self, kind: CueKind, who: Option<VisitorIx>) {
        let (Some(conduct), true) = (conduct_of(kind), self.plan.ladder_rules != 0) else { return };
        let slots = &mut self.state.unrest;
        let known = slots.iter().position(|slot| slot.is_some_and(|one| one.conduct == conduct));
        let Some(at) = known.or_else(|| slots.iter().position(Option::is_none)) else { return };
        let (taken, place) = match slots[at] {
            // It has gone on without a break: what could have been done before is still to be told of.
            Some(one) if one.live && !one.acted && !one.charged => (one.taken, one.place),
            Some(one) => (one.taken, None),
            None => ([None; MAX_TAKEN], None),
        };
        self.state.stirred = true;
        slots[at] = Some(Unrest { conduct, who, live: true, turns: 0, taken, acted: false, charged: false, place });
    }

    pub(super) fn judge_ladder(&mut self, turn: &Turn, acts: &[Act], to: Option<VisitorIx>) {
        let plan = self.plan;
        if !self.state.stirred || !self.state.unrest.iter().flatten().any(|one| one.live) {
            return;
        }
        self.put_at_hand(&turn.place);
        let measures =
            || acts.iter().filter_map(|act| plan.act(act.kind).measure).filter(|measure| !measure.is_forbidden());
        let urgent = |judge: &Self, measure: Measure| {
            judge.state.unrest.iter().flatten().any(|one| one.live && one.ladder().at_once.contains(&measure))
        };
        let (mut right, mut wrong) = (None, None);
        // What is needed at once counts before what was said along with it.
        for first in [true, false] {
            for measure in measures() {
                if urgent(self, measure) != first {
                    continue;
                }
                match self.weigh(measure, &turn.place) {
                    Worth::Right(conduct) => {
                        right.get_or_insert((conduct, LadderVerdict::InOrder, measure));
                    }
                    Worth::Wrong(conduct, verdict) => {
                        wrong.get_or_insert((conduct, verdict, measure));
                    }
                    Worth::Beside | Worth::Nothing => {}
                }
                self.state.unrest.iter_mut().flatten().filter(|one| one.live).for_each(|one| one.take(measure));
            }
        }
        let Some((conduct, found, measure)) = wrong.or(right) else { return };
        let verdict = match (right, wrong) {
            (Some(_), Some(_)) => Verdict::Partial,
            (None, Some(_)) => Verdict::Miss,
            _ => Verdict::Hit,
        };
        let mut who = None;
        for one in self.state.unrest.iter_mut().flatten().filter(|one| one.conduct == conduct) {
            one.charged |= verdict != Verdict::Hit;
            who = one.who;
        }
        let reason = Reason::Ladder { conduct, verdict: found, measure: Some(measure) };
        self.note_ladder(verdict, reason, found, &turn.place, who.or(to));
    }

    /// Of all that goes on, what speaks for a measure decides.
    fn weigh(&self, measure: Measure, place: &Place) -> Worth {
        let mut worth = Worth::Nothing;
        for one in self.state.unrest.iter().flatten().filter(|one| one.live) {
            let (ladder, (taken, len)) = (one.ladder(), one.taken());
            let verdict = ladder.judge(&taken[..len], Some(measure));
            let told = match verdict {
                LadderVerdict::InOrder if ladder.at_once.contains(&measure) || ladder.rungs.contains(&measure) => {
                    return Worth::Right(one.conduct);
                }
                LadderVerdict::InOrder => Worth::Beside,
                LadderVerdict::Jumped { .. } => Worth::Wrong(one.conduct, verdict),
                // Nobody is blamed for what was not to be had.
                LadderVerdict::ShouldHaveActed { measure: due } if self.at_hand(due, place) => {
                    Worth::Wrong(one.conduct, verdict)
                }
                LadderVerdict::NotCalledFor if is_sharp(measure) => Worth::Wrong(one.conduct, verdict),
                _ => Worth::Nothing,
            };
            worth = match (worth, told) {
                (Worth::Beside, _) | (_, Worth::Beside) => Worth::Beside,
                (Worth::Wrong(..), _) => worth,
                (_, told) => told,
            };
        }
        worth
    }

    fn at_hand(&self, measure: Measure, place: &Place) -> bool {
        let plan = self.plan;
        plan.free
            || (plan.on_offer(place))
                .any(|(_, option)| option.acts.iter().any(|act| plan.act(act.kind).measure == Some(measure)))
    }

    /// Remembers the first choice at which an emergency could have been seen to.
    fn put_at_hand(&mut self, place: &Place) {
        for at in 0..MAX_CONDUCTS {
            let Some(one) = self.state.unrest[at].filter(|one| one.live && one.place.is_none()) else { continue };
            if one.ladder().at_once.iter().any(|measure| self.at_hand(*measure, place))
                && let Some(one) = &mut self.state.unrest[at]
            {
                one.place = Some(*place);
            }
        }
    }

    /// A choice has been made: what has not shown again is over after a while.
    pub(super) fn age_unrest(&mut self) {
        if !self.state.stirred {
            return;
        }
        for at in 0..MAX_CONDUCTS {
            if let Some(one) = self.state.unrest[at].as_mut().filter(|one| one.live) {
                one.turns += 1;
                if one.turns >= WINDOW {
                    self.calm(at);
                }
            }
        }
    }

    /// It is over. An emergency in which nothing that it needs was done is charged, unless it has been already.
    fn calm(&mut self, at: usize) {
        let Some(one) = self.state.unrest[at].filter(|one| one.live) else { return };
        if let Some(open) = &mut self.state.unrest[at] {
            open.live = false;
        }
        let (taken, len) = one.taken();
        let Some(measure) = one.ladder().due(&taken[..len]) else { return };
        if one.acted || one.charged || !one.ladder().at_once.contains(&measure) {
            return;
        }
        let Some(place) = one.place else { return };
        let verdict = LadderVerdict::ShouldHaveActed { measure };
        let reason = Reason::Ladder { conduct: one.conduct, verdict, measure: None };
        self.note_ladder(Verdict::Miss, reason, verdict, &place, one.who);
    }

    /// The visit is over.
    pub(super) fn leave_unrest(&mut self) {
        if !self.state.stirred {
            return;
        }
        self.state.stirred = false;
        (0..MAX_CONDUCTS).for_each(|at| self.calm(at));
        self.state.unrest = [None; MAX_CONDUCTS];
    }

    fn note_ladder(
        &mut self,
        verdict: Verdict,
        reason: Reason,
        found: LadderVerdict,
        place: &Place,
        who: Option<VisitorIx>,
    ) {
        let plan = self.plan;
        let better = match found {
            LadderVerdict::Jumped { first: due } | LadderVerdict::ShouldHaveActed { measure: due } => {
                let clean = plan.on_offer(place).filter(|(at, option)| {
                    plan.is_clean(place.node, *at)
                        && option.acts.iter().any(|act| plan.act(act.kind).measure == Some(due))
                });
                clean.max_by_key(|(at, option)| (option.worth, std::cmp::Reverse(*at))).map(|(at, _)| at)
            }
            _ => None,
        };
        for bit in bits(plan.ladder_rules & !plan.own(place)) {
            self.note(bit, verdict, reason, place, Better::Known(better), who);
        }
    }

    /// Leaving this has been charged elsewhere.
    pub(super) fn unrest_charged(&mut self, kind: CueKind) {
        let Some(conduct) = conduct_of(kind).filter(|_| self.state.stirred) else { return };
        for one in self.state.unrest.iter_mut().flatten().filter(|one| one.conduct == conduct) {
            one.charged = true;
        }
    }
}
