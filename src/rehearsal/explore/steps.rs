//! One step of a walk: all that may come next from one place.

use super::Explored;
use super::memory::{Atom, Live, PromiseSoFar, WalkState};
use crate::procedure::Rules;
use crate::scenario::model::{
    Act, Arg, Choice, Effect, Hub, MAX_OPTIONS, Meanwhile, NodeKind, Opt, Scenario, Taking, Target, TimePasses, When,
};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::acts::Mechanic;
use crate::vocabulary::{Cue, VarIx};

/// Whether a condition holds, as far as a walk can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Yes,
    No,
    Either,
}

impl From<bool> for Holds {
    fn from(known: bool) -> Self {
        if known { Self::Yes } else { Self::No }
    }
}

/// Whether a hub may go on by itself, and whether it may wait for a choice: conditions that may hold or not are taken
/// both ways.
fn hub_ways(hub: Hub, open: &[Holds], chosen: u8) -> (bool, bool) {
    let bits = |wanted: &dyn Fn(Holds) -> bool| {
        (open.iter().enumerate()).filter(|(_, holds)| wanted(**holds)).fold(0u8, |bits, (at, _)| bits | 1 << at)
    };
    let surely = bits(&|holds| holds == Holds::Yes);
    let maybe = bits(&|holds| holds != Holds::No);
    let leave = hub.leave.map_or(0, |leave| 1u8 << leave);
    let pending = hub.obligatory & !chosen & !leave;
    // It goes on if what may be closed is closed; it waits if what may be open is open.
    let may_go = surely & pending == 0 && !(surely & leave != 0 && surely & !leave != 0);
    let may_stay = maybe & pending != 0 || (maybe & leave != 0 && maybe & !leave != 0);
    (may_go, may_stay)
}

pub(super) struct Explorer<'w> {
    pub scenario: &'w Scenario,
    pub live: &'w Live,
    pub found: &'w mut Explored,
    pub closed: &'w mut [bool],
    pub next: &'w mut Vec<WalkState>,
}

impl Explorer<'_> {
    /// Adds what may follow; true where the play ends.
    pub fn step(&mut self, mut state: WalkState) -> bool {
        let scenario = self.scenario;
        let node = state.node();
        state.set(self.live, Atom::Visited(node));
        match &scenario.nodes[node.at()].kind {
            NodeKind::Line(line) => {
                let mut ended = false;
                for (at, variant) in line.variants.iter().enumerate() {
                    let holds = variant.when.as_ref().map_or(Holds::Yes, |when| self.holds(&state, when));
                    if holds == Holds::No {
                        continue;
                    }
                    self.found.sides[node.at()].grow_and_insert(at);
                    let mut said = state.clone();
                    for cue in &variant.cues {
                        if let Cue::Fact(fact) = cue {
                            said.set(self.live, Atom::Told(*fact));
                        }
                    }
                    self.apply(&mut said, &line.effects);
                    ended |= self.go(said, line.then);
                    if holds == Holds::Yes {
                        break;
                    }
                }
                ended
            }
            NodeKind::Branch(branch) => {
                let mut ended = false;
                let ways = branch.ways.iter().map(|(when, to)| (Some(when), *to));
                for (at, (when, to)) in ways.chain([(None, branch.otherwise)]).enumerate() {
                    let holds = when.map_or(Holds::Yes, |when| self.holds(&state, when));
                    if holds == Holds::No {
                        continue;
                    }
                    self.found.sides[node.at()].grow_and_insert(at);
                    ended |= self.go(state.clone(), to);
                    if holds == Holds::Yes {
                        break;
                    }
                }
                ended
            }
            NodeKind::Choice(choice) => self.choose(&state, choice),
            NodeKind::Desk(task) => self.fill(&state, task),
            NodeKind::TimePasses(passes) => {
                self.pass(state, passes);
                false
            }
            NodeKind::End(_) => true,
        }
    }

    /// True if there was nowhere to return to, which ends the play.
    pub(super) fn go(&mut self, state: WalkState, target: Target) -> bool {
        match state.go(target) {
            Some(state) => {
                self.next.push(state);
                false
            }
            None => true,
        }
    }

    fn choose(&mut self, state: &WalkState, choice: &Choice) -> bool {
        let node = state.node();
        let mut ended = false;
        let options = || choice.options.iter().take(MAX_OPTIONS);
        let chosen = options()
            .enumerate()
            .fold(0u8, |bits, (at, _)| bits | u8::from(state.has(self.live, Atom::Chose(node, at as u8))) << at);
        let open: Vec<Holds> = (options().enumerate())
            .map(|(at, option)| match &option.when {
                _ if choice.left(chosen) >> at & 1 == 0 => Holds::No,
                Some(when) => self.holds(state, when),
                None => Holds::Yes,
            })
            .collect();
        if let Some(hub) = choice.hub {
            let (may_go, may_stay) = hub_ways(hub, &open, chosen);
            if may_go {
                ended |= self.go(state.clone(), hub.then);
            }
            if !may_stay {
                return ended;
            }
        } else if open.iter().all(|holds| *holds == Holds::No) {
            self.closed[node.at()] = true;
        }
        // Where all may be closed at once, all are offered.
        let fallback = choice.hub.is_none() && !open.contains(&Holds::Yes);
        for (at, option) in options().enumerate() {
            if open[at] == Holds::No && !fallback {
                continue;
            }
            self.found.options[node.at()].grow_and_insert(at);
            let mut after = state.clone();
            after.set(self.live, Atom::Chose(node, at as u8));
            self.perform(&mut after, option);
            if !state.in_hook() {
                let broken = self.scenario.hooks.nodes().filter_map(|hook| after.clone().break_in(hook, option.then));
                self.next.extend(broken);
            }
            ended |= self.go(after, option.then);
        }
        ended
    }

    fn perform(&self, state: &mut WalkState, option: &Opt) {
        self.act(state, &option.acts);
        let day = state.day;
        self.take(state, option.step, day);
        self.apply(state, &option.effects);
    }

    /// What cannot be taken changes nothing.
    pub(super) fn take(&self, state: &mut WalkState, taking: Option<Taking>, day: u16) {
        let on = self.scenario.date(day);
        if let (Some(matter), Some(Taking { step, by })) = (&mut state.matter, taking) {
            let _ = matter.take(step, by, on, Rules::shipped());
        }
    }

    pub(super) fn act(&self, state: &mut WalkState, done: &[Act]) {
        let acts = ActCatalogue::shipped();
        for Act { kind, arg } in done {
            state.set(self.live, Atom::Did(*kind));
            match arg {
                Arg::Paper(paper) => state.set(self.live, Atom::Issued(*paper)),
                Arg::Promise(promise) => {
                    let word = &mut state.promises[promise.at()];
                    let keeps = acts[*kind].mechanic == Some(Mechanic::KeepPromise);
                    *word = match (*word, keeps) {
                        (PromiseSoFar::Made(_), true) => PromiseSoFar::Kept,
                        (PromiseSoFar::NotMade, false) => {
                            PromiseSoFar::Made(self.scenario.promises[promise.at()].due_days)
                        }
                        (same, _) => same,
                    };
                }
                _ => {}
            }
        }
    }

    pub(super) fn apply(&self, state: &mut WalkState, effects: &[Effect]) {
        for effect in effects {
            let (VarIx(var), value) = match *effect {
                Effect::Set(var, value) => (var, value),
                Effect::Add(var, by) => (var, state.vars[var.at()].saturating_add(by)),
            };
            let bounds = &self.scenario.vars[usize::from(var)];
            state.vars[usize::from(var)] = value.clamp(bounds.min, bounds.max.max(bounds.min));
        }
    }

    fn pass(&mut self, mut state: WalkState, passes: &TimePasses) {
        let from = state.day;
        state.day = from.saturating_add(passes.days);
        let mut ways = vec![state];
        for (promise, when) in &passes.keeps {
            for at in 0..ways.len() {
                if !matches!(ways[at].promises[promise.at()], PromiseSoFar::Made(_)) {
                    continue;
                }
                let holds = when.as_ref().map_or(Holds::Yes, |when| self.holds(&ways[at], when));
                if holds == Holds::Either {
                    ways.push(ways[at].clone());
                }
                if holds != Holds::No {
                    ways[at].promises[promise.at()] = PromiseSoFar::Kept;
                }
            }
        }
        for Meanwhile { step, by, after, when } in &passes.steps {
            for at in 0..ways.len() {
                let holds = when.as_ref().map_or(Holds::Yes, |when| self.holds(&ways[at], when));
                if holds == Holds::Either && ways[at].matter.is_some() {
                    ways.push(ways[at].clone());
                }
                if holds != Holds::No {
                    self.take(&mut ways[at], Some(Taking { step: *step, by: *by }), from.saturating_add(*after));
                }
            }
        }
        let start = self.scenario.visits[passes.visit.at()].start;
        for mut way in ways {
            for word in &mut way.promises {
                if let PromiseSoFar::Made(left) = word {
                    *word = left.checked_sub(passes.days).map_or(PromiseSoFar::Broken, PromiseSoFar::Made);
                }
            }
            self.next.extend(way.go(Target::Node(start)));
        }
    }

    fn holds(&self, state: &WalkState, when: &When) -> Holds {
        let has = |atom| Holds::from(state.has(self.live, atom));
        match when {
            When::All(parts) => {
                let each = parts.iter().map(|part| self.holds(state, part));
                each.fold(Holds::Yes, |all, one| match (all, one) {
                    (Holds::No, _) | (_, Holds::No) => Holds::No,
                    (Holds::Either, _) | (_, Holds::Either) => Holds::Either,
                    _ => Holds::Yes,
                })
            }
            When::Any(parts) => {
                let each = parts.iter().map(|part| self.holds(state, part));
                each.fold(Holds::No, |any, one| match (any, one) {
                    (Holds::Yes, _) | (_, Holds::Yes) => Holds::Yes,
                    (Holds::Either, _) | (_, Holds::Either) => Holds::Either,
                    _ => Holds::No,
                })
            }
            When::Not(part) => match self.holds(state, part) {
                Holds::Yes => Holds::No,
                Holds::No => Holds::Yes,
                Holds::Either => Holds::Either,
            },
            When::Fact(fact) => has(Atom::Told(*fact)),
            // What has been told, the trainee notes or does not.
            When::Noted(fact) => match has(Atom::Told(*fact)) {
                Holds::No => Holds::No,
                _ => Holds::Either,
            },
            // A gesture of the row is at hand in every choice.
            When::Did(act) => match has(Atom::Did(*act)) {
                Holds::No if ActCatalogue::shipped()[*act].gesture.is_some() => Holds::Either,
                known => known,
            },
            When::FormClean(node) => has(Atom::Clean(*node)),
            When::Chose(node, option) | When::Wrote(node, option) => has(Atom::Chose(*node, *option)),
            When::Visited(node) => has(Atom::Visited(*node)),
            When::Issued(paper) => has(Atom::Issued(*paper)),
            When::VarAtLeast(var, bound) => (state.vars[var.at()] >= *bound).into(),
            When::VarIs(var, value) => (state.vars[var.at()] == *value).into(),
            When::Promised(promise) => (state.promises[promise.at()] != PromiseSoFar::NotMade).into(),
            When::Kept(promise) => (state.promises[promise.at()] == PromiseSoFar::Kept).into(),
            When::Broken(promise) => (state.promises[promise.at()] == PromiseSoFar::Broken).into(),
            When::StepTaken(step) => state.matter.is_some_and(|matter| matter.day_of(*step).is_some()).into(),
            When::DaysPassed(days) => (state.day >= *days).into(),
            When::Chance(share) if *share >= 1.0 => Holds::Yes,
            When::Chance(share) if *share <= 0.0 => Holds::No,
            When::Deflections(0) | When::Interruptions(0) | When::Outbursts(0) => Holds::Yes,
            When::AtLeast(..)
            | When::Below(..)
            | When::Deflections(_)
            | When::Interruptions(_)
            | When::Outbursts(_)
            | When::Chance(_) => Holds::Either,
        }
    }
}
