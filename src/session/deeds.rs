//! What an option's acts do: in the matter, and to each visitor who meets them.

use super::engine::Session;
use super::event::Event;
use super::world::PromiseState;
use crate::scenario::model::{Act, Arg, Effect, Own};
use crate::visitor::appraisal::{self, Moment};
use crate::vocabulary::ActEffect;
use crate::vocabulary::ActIx;
use crate::vocabulary::Need;
use crate::vocabulary::acts::Mechanic;
use crate::vocabulary::{PromiseIx, VisitorIx};

impl Session {
    /// Does one act of an option: what it changes in the matter, then what each visitor makes of it.
    pub(super) fn perform(&mut self, act: Act, to: Option<VisitorIx>, events: &mut Vec<Event>) {
        self.perform_quietly(act, to, events);
        match act.arg {
            Arg::Paper(paper) if self.world.issues(paper) => events.push(Event::PaperIssued { paper }),
            Arg::Promise(promise) => self.promise(act.kind, promise, to, events),
            _ => {}
        }
    }

    pub(super) fn perform_quietly(&mut self, act: Act, to: Option<VisitorIx>, events: &mut Vec<Event>) {
        let kind = &self.acts[act.kind];
        self.world.does(act.kind);
        let mut shown = ActEffect::Landed;
        let present = &self.scenario.visits[self.visit.at()].present;
        // Who is in another room meets nothing of it.
        let out = |who: VisitorIx| to.is_some_and(|to| to != who && !self.room.together(to, who));
        for &who in present.iter().filter(|who| !out(**who)) {
            let addressed = match act.arg {
                // A secret hits whose it is, whoever it is told to.
                Arg::Visitor(whose) => whose == who,
                _ => to.is_none_or(|to| to == who),
            };
            let moment = Moment {
                addressed,
                pain_open: self.floor.in_pain(who),
                question_open: self.floor.question(),
                word_said: matches!(act.arg, Arg::Word(word) if self.world.has_said(who, word)),
                booked: matches!(act.arg, Arg::Promise(_)),
            };
            if let Some(mind) = self.minds.get_mut(who.at()) {
                let effect = appraisal::appraise(mind, kind, act.kind.at(), moment);
                if addressed {
                    shown = effect;
                }
            }
        }
        if let Arg::Visitor(whose) = act.arg
            && (!present.contains(&whose) || out(whose))
            && let Some(mind) = self.minds.get_mut(whose.at())
        {
            appraisal::hears_of_leak(mind);
        }
        if kind.answers_risk {
            self.floor.see_to_risk();
        }
        match kind.mechanic {
            Some(Mechanic::Representatives) => self.room.elect(&self.minds),
            Some(Mechanic::QuietRoom) => {
                if let Some(to) = to {
                    self.room.take_aside(to);
                }
            }
            Some(Mechanic::OneSpeaker) => self.room.agree_on_one_speaker(),
            _ => {}
        }
        events.push(Event::Acted { act, to, effect: shown });
        if shown != ActEffect::NeverSaid && answers_pain(kind.needs[Need::Voice as usize], kind.mechanic) {
            self.floor.soothe(to);
        }
    }

    fn promise(&mut self, act: ActIx, promise: PromiseIx, to: Option<VisitorIx>, events: &mut Vec<Event>) {
        let Some(state) = self.world.promises.get_mut(promise.at()) else {
            return;
        };
        if self.acts[act].mechanic == Some(Mechanic::KeepPromise) {
            if matches!(state, PromiseState::Made { .. }) {
                *state = PromiseState::Kept;
                events.push(Event::PromiseKept { promise });
            }
        } else if *state == PromiseState::NotMade {
            let due_day = self.world.day.saturating_add(self.scenario.promises[promise.at()].due_days);
            *state = PromiseState::Made { due_day, to };
            events.push(Event::PromiseMade { promise, due_day });
        }
    }

    pub(super) fn apply_effects(&mut self, effects: &[Effect], events: &mut Vec<Event>) {
        for effect in effects {
            let (var, value) = match *effect {
                Effect::Set(var, value) => (var, value),
                Effect::Add(var, by) => {
                    (var, self.world.vars.get(var.at()).copied().unwrap_or_default().saturating_add(by))
                }
            };
            let Some(bounds) = self.scenario.vars.get(var.at()) else {
                continue;
            };
            let value = value.clamp(bounds.min, bounds.max.max(bounds.min));
            if let Some(slot) = self.world.vars.get_mut(var.at())
                && *slot != value
            {
                *slot = value;
                events.push(Event::VarSet { var, value });
            }
        }
    }

    /// What the author set by hand, for those who are here.
    pub(super) fn follow_author(&mut self, own: &Own) {
        for (who, what, by) in &own.feel {
            let here = self.scenario.visits[self.visit.at()].present.contains(who);
            if let Some(mind) = self.minds.get_mut(who.at()).filter(|_| here) {
                mind.nudge(*what, *by);
            }
        }
    }

    /// Tells what everybody present feels now; true if somebody broke out.
    pub(super) fn show_feelings(&mut self, events: &mut Vec<Event>) -> bool {
        let mut burst = false;
        let mut crowd = None;
        let scenario = &self.scenario;
        for &who in &scenario.visits[self.visit.at()].present {
            if let Some(mind) = self.minds.get_mut(who.at()) {
                if mind.breaks_out() {
                    burst = true;
                    // A crowd, who sit together, bursts out as one.
                    let stands_for = scenario.visitors[who.at()].like.unwrap_or(who);
                    if crowd != Some(stands_for) {
                        crowd = Some(stands_for);
                        self.outbursts += 1;
                        events.push(Event::Outburst { who: stands_for });
                    }
                }
                if !self.quiet {
                    events.push(Event::Felt { who, state: mind.snapshot() });
                }
            }
        }
        burst
    }
}

/// An act answers a shown feeling if it gives it room or a name.
fn answers_pain(voice: f64, mechanic: Option<Mechanic>) -> bool {
    voice >= 0.25
        || matches!(
            mechanic,
            Some(
                Mechanic::Silence
                    | Mechanic::Rename
                    | Mechanic::Comfort
                    | Mechanic::Tissue
                    | Mechanic::Repair
                    | Mechanic::QuietRoom
            )
        )
}
