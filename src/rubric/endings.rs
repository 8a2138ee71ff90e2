//! What comes to an end: a cue's time, a visit, a promise; and what was left undone by then.

use super::assessment::{Reason, Verdict};
use super::judge::{Judge, RISK_WINDOW};
use super::rules::MAX_WINDOW;
use super::state::{OpenCue, Place, Timing};
use crate::bits::bits;
use crate::scenario::model::Arg;
use crate::vocabulary::Critical;
use crate::vocabulary::CueKind;
use crate::vocabulary::PromiseIx;

impl Judge<'_> {
    /// A choice has been made: what was said is one turn older.
    pub(super) fn age(&mut self) {
        let plan = self.plan;
        for slot in 0..self.state.open.len() {
            let open = &mut self.state.open[slot];
            open.turns = open.turns.saturating_add(1);
            let over = plan.due[usize::from(open.turns).min(MAX_WINDOW)];
            let ignored = open.danger && open.turns >= RISK_WINDOW;
            if open.pending & over != 0 {
                self.expire(slot, over);
            }
            if ignored {
                self.ignored(slot);
                self.state.open[slot].danger = false;
            }
        }
        self.age_unrest();
    }

    /// Time is over for a cue. One omission is charged once: of several cues that the same answer would have met,
    /// of one kind or of several, of one person or of several who spoke at once, one is.
    pub(super) fn expire(&mut self, slot: usize, over: u64) {
        let open = &mut self.state.open[slot];
        let lapsed = open.pending & over;
        if lapsed == 0 {
            return;
        }
        open.pending &= !over;
        let OpenCue { cue, who, offered, half, half_by, .. } = *open;
        let place = self.place_of(slot);
        let charged = self.state.charged(place.turn);
        for bit in bits(lapsed & offered & !charged) {
            match half_by.filter(|_| half >> bit & 1 == 1) {
                Some((act, turn, at_ms)) => {
                    let place = Place { turn, at_ms, chosen: None, ..place };
                    self.record(bit, Verdict::Partial, Reason::Answered(cue, act), &place, who);
                }
                None => {
                    self.record(bit, Verdict::Miss, Reason::Unanswered(cue), &place, who);
                    // What is only shown and not added charges nothing.
                    if self.plan.criteria[bit].dimension.is_some() {
                        self.unrest_charged(CueKind::of(cue));
                    }
                }
            }
            self.state.charge(place.turn, bit);
        }
    }

    fn ignored(&mut self, slot: usize) {
        let open = &self.state.open[slot];
        if open.danger_answerable {
            let kind = CueKind::of(open.cue);
            self.fail(Critical::IgnoredRisk, &self.place_of(slot), None);
            self.unrest_charged(kind);
        }
    }

    /// Where an omission is told of: where only gestures were made, at the choice at hand.
    fn place_of(&self, slot: usize) -> Place {
        let place = &self.state.open[slot].place;
        if place.turn == 0 { self.state.here } else { *place }
    }

    /// A visit is over: what was left open has no more time.
    pub(super) fn leave_visit(&mut self, session_ends: bool) {
        for slot in 0..self.state.open.len() {
            self.expire(slot, u64::MAX);
            if self.state.open[slot].danger {
                self.ignored(slot);
            }
        }
        self.state.open.clear();
        self.leave_unrest();
        self.leave_representatives();
        let plan = self.plan;
        let over = if session_ends { plan.once_rules } else { plan.once_per_visit };
        for bit in bits(over & self.state.once_offered & !self.state.once_done) {
            let criterion = &plan.criteria[bit];
            let place = self.state.once_place[criterion.slot];
            let half = (place.chosen.and_then(|option| plan.option(place.node, option)).into_iter())
                .flat_map(|option| option.acts.iter().map(|a| a.kind))
                .chain(plan.acts_of(place.node, place.written).map(|act| act.kind).filter(|_| place.is_filled()))
                .find(|act| self.state.once_half >> bit & 1 == 1 && criterion.hit.contains(*act));
            if let Some(act) = half {
                self.record(bit, Verdict::Partial, Reason::NotTakenIn(act), &place, None);
            } else if let Some(act) = self.best_first(bit, &place) {
                self.record(bit, Verdict::Miss, Reason::NeverDid(act), &place, None);
            }
        }
        self.state.once_offered &= !over;
        self.state.once_half &= !over;
        self.state.once_done &= !plan.once_per_visit;
        self.state.armed = 0;
        self.state.first_done = 0;
        self.state.first_offered = 0;
        self.state.timing = Timing::default();
        self.state.speaker = None;
    }

    /// An observer says that this was called for; it is a miss if it is not done by the end.
    pub(super) fn called_for(&mut self, bit: usize) {
        let plan = self.plan;
        if plan.once_rules >> bit & 1 == 1 && self.state.once_done >> bit & 1 == 0 {
            let place = self.state.here;
            self.state.once_offered |= 1 << bit;
            if self.state.once_half >> bit & 1 == 0 {
                self.state.once_place[plan.criteria[bit].slot] = place;
            }
        }
    }

    pub(super) fn promised(&mut self, promise: PromiseIx) {
        let mut place = self.state.turn.map_or(self.state.here, |turn| turn.place);
        // In a composed answer one part of it makes the promise.
        let makes = |entry: &u8| {
            let acts = self.plan.option(place.node, *entry).into_iter().flat_map(|option| &option.acts);
            acts.into_iter().any(|act| act.arg == Arg::Promise(promise))
        };
        place.chosen = place.chosen.or_else(|| place.written.iter().find(makes));
        let slots = &mut self.state.promises;
        let known = slots.iter().position(|slot| slot.is_some_and(|(p, _)| p == promise));
        if let Some(at) = known.or_else(|| slots.iter().position(Option::is_none)) {
            slots[at] = Some((promise, place));
        }
    }

    pub(super) fn promise_due(&mut self, promise: PromiseIx, kept: bool) {
        let known = self.state.promises.iter().flatten().find(|(p, _)| *p == promise);
        let place = known.map_or(self.state.here, |(_, place)| *place);
        let (verdict, reason) =
            if kept { (Verdict::Hit, Reason::PromiseKept) } else { (Verdict::Miss, Reason::PromiseBroken) };
        for bit in bits(self.plan.promise_rules) {
            self.record(bit, verdict, reason, &place, None);
        }
    }
}
