//! What the scenario does between the trainee's turns: lines, branches, days that pass, visits that begin.

use super::engine::{Awaiting, Session};
use super::event::{Event, Offer};
use super::floor::Floor;
use super::world::PromiseState;
use crate::bits::bits;
use crate::scenario::model::{NodeKind, Scenario, Target, TimePasses, Visit};
use crate::visitor::appraisal;
use crate::vocabulary::{Cue, NodeIx, PromiseIx, VisitIx, VisitorIx};

/// Nodes that may pass by without the trainee's turn; a scenario that needs more runs in a circle.
const MAX_STEPS: usize = 1000;

impl Session {
    /// Plays on until the trainee's turn or the end.
    pub(super) fn advance(&mut self, scenario: &Scenario, from: Target, events: &mut Vec<Event>) {
        let mut target = from;
        let mut last = NodeIx(0);
        for _ in 0..MAX_STEPS {
            let ix = match target {
                Target::Node(ix) => ix,
                Target::Return => match self.returns.pop() {
                    Some(back) => {
                        target = back;
                        continue;
                    }
                    // The loader lets `return` stand only where a hook leads; a stray one ends the play.
                    None => break,
                },
            };
            last = ix;
            self.world.visit(ix);
            match &scenario.nodes[ix.at()].kind {
                NodeKind::Line(line) => {
                    let said = line.variants.iter().position(|variant| match &variant.when {
                        Some(when) => self.world.holds(when, &self.minds, &mut self.rng),
                        None => true,
                    });
                    if let Some(at) = said {
                        let variant = &line.variants[at];
                        let start = self.floor.ends_ms().max(self.clock_ms);
                        events.push(Event::Said {
                            node: ix,
                            variant: at as u8,
                            at_ms: start,
                            speech_ms: variant.speech_ms,
                        });
                        self.floor.speak(line.who, start, variant.speech_ms, &variant.cues);
                        self.hear_cues(scenario, line.who, &variant.cues, events);
                    }
                    self.apply_effects(&line.effects, events);
                    target = line.then;
                }
                NodeKind::Branch(branch) => {
                    let way = branch
                        .ways
                        .iter()
                        .find(|(when, _)| self.world.holds(when, &self.minds, &mut self.rng))
                        .map(|(_, target)| *target);
                    target = way.unwrap_or(branch.otherwise);
                }
                NodeKind::Choice(choice) => {
                    // A choice has no more than eight.
                    let chosen = self.world.chosen_at(ix) as u8;
                    let mut open = choice.left(chosen);
                    for at in bits(u64::from(open)) {
                        if let Some(when) = choice.options.get(at).and_then(|option| option.when.as_ref())
                            && !self.world.holds(when, &self.minds, &mut self.rng)
                        {
                            open &= !(1 << at);
                        }
                    }
                    if let Some(hub) = choice.hub.filter(|hub| hub.is_over(open, chosen)) {
                        target = hub.then;
                        continue;
                    }
                    // Every condition closed: better all options than none.
                    let offer = Offer::of(if open == 0 { choice.all() } else { open });
                    let offer = if choice.shuffled { offer.shuffled(&mut self.rng) } else { offer };
                    events.push(Event::Offered {
                        node: ix,
                        at_ms: self.floor.ends_ms().max(self.clock_ms),
                        options: offer,
                    });
                    self.awaiting = Awaiting::Choice { node: ix, offer };
                    return;
                }
                NodeKind::Desk(_) => {
                    events.push(Event::Laid { node: ix, at_ms: self.floor.ends_ms().max(self.clock_ms) });
                    self.awaiting = Awaiting::Desk { node: ix };
                    return;
                }
                NodeKind::TimePasses(passes) => {
                    self.pass_time(scenario, ix, passes, events);
                    return;
                }
                NodeKind::End(_) => break,
            }
        }
        events.push(Event::Ended { node: last });
        self.awaiting = Awaiting::Ended { node: last };
    }

    fn hear_cues(&mut self, scenario: &Scenario, who: Option<VisitorIx>, cues: &[Cue], events: &mut Vec<Event>) {
        for cue in cues {
            match *cue {
                Cue::Fact(fact) if self.world.told.insert(fact.at()) => events.push(Event::FactTold { fact }),
                Cue::Feeling(word) => {
                    if let Some(who) = who {
                        self.world.says(who, word);
                    }
                }
                Cue::Deflected(times) => {
                    if let Some(mind) = who.and_then(|who| self.minds.get_mut(who.at())) {
                        appraisal::recalls_deflections(mind, times);
                    }
                }
                Cue::Careless => self.hear_colleague(scenario, who),
                _ => {}
            }
        }
    }

    /// A colleague's careless sentence: told of by a visitor, or said in front of everybody in the room.
    fn hear_colleague(&mut self, scenario: &Scenario, teller: Option<VisitorIx>) {
        if let Some(who) = teller {
            if let Some(mind) = self.minds.get_mut(who.at()) {
                appraisal::recalls_careless(mind);
            }
            return;
        }
        let host = self.floor.last_speaker();
        for &who in &scenario.visits[self.visit.at()].present {
            if host.is_some_and(|host| host != who && !self.room.together(host, who)) {
                continue;
            }
            if let Some(mind) = self.minds.get_mut(who.at()) {
                appraisal::hears_careless(mind);
                self.floor.hurt(who);
            }
        }
    }

    fn pass_time(&mut self, scenario: &Scenario, node: NodeIx, passes: &TimePasses, events: &mut Vec<Event>) {
        events.push(Event::TimePassed { node, days: passes.days });
        let from = self.world.day;
        self.world.day = from.saturating_add(passes.days);
        self.steps_meanwhile(node, &passes.steps, from, events);
        self.limits_run_out(scenario, events);
        let mut heard_from = false;
        for (promise, when) in &passes.keeps {
            let kept = matches!(self.world.promises.get(promise.at()), Some(PromiseState::Made { .. }))
                && match when {
                    Some(when) => self.world.holds(when, &self.minds, &mut self.rng),
                    None => true,
                };
            if kept {
                self.settle(*promise, PromiseState::Kept, events);
                heard_from = true;
            }
        }
        // The same day in another room: nobody sleeps on it.
        if passes.days > 0 {
            for mind in &mut self.minds {
                mind.sleep_on(passes.days, heard_from);
            }
        }
        for at in 0..self.world.promises.len() {
            if let PromiseState::Made { due_day, .. } = self.world.promises[at]
                && due_day < self.world.day
            {
                self.settle(PromiseIx(at as u16), PromiseState::Broken, events);
            }
        }
        self.begin_visit(scenario, passes.visit, passes.days > 0, events);
    }

    /// A promise comes to its end, and whoever it was made to remembers.
    fn settle(&mut self, promise: PromiseIx, end: PromiseState, events: &mut Vec<Event>) {
        let PromiseState::Made { to, .. } = self.world.promises[promise.at()] else {
            return;
        };
        self.world.promises[promise.at()] = end;
        let mind = match to {
            Some(to) => self.minds.get_mut(to.at()),
            None => self.minds.first_mut(),
        };
        if end == PromiseState::Kept {
            events.push(Event::PromiseKept { promise });
            mind.map(appraisal::promise_kept);
        } else {
            events.push(Event::PromiseBroken { promise });
            let within_authority = self.scenario.promises[promise.at()].within_authority;
            if let Some(mind) = mind {
                appraisal::promise_broken(mind, within_authority);
            }
        }
    }

    /// `another_day`: those present come in again with all they remember, not just from the next room.
    pub(super) fn begin_visit(
        &mut self,
        scenario: &Scenario,
        visit: VisitIx,
        another_day: bool,
        events: &mut Vec<Event>,
    ) {
        let Visit { present, start, .. } = &scenario.visits[visit.at()];
        self.visit = visit;
        self.floor = Floor::default();
        self.room.seat(present);
        events.push(Event::VisitBegan { visit, day: self.world.day });
        for &who in present {
            if let Some(mind) = self.minds.get_mut(who.at()) {
                if another_day {
                    appraisal::remembers(mind);
                }
                if !self.quiet {
                    events.push(Event::Felt { who, state: mind.snapshot() });
                }
            }
        }
        self.advance(scenario, Target::Node(*start), events);
    }
}
