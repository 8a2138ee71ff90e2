//! The play as it goes on: what the trainee's step does, then what the scenario does until their next turn. Each part
//! of it keeps its own state and its own rule; here they are only brought together, in their order.

use super::act_effects::{Beside, Doing, staff_acts};
use super::case::Case;
use super::conditions::StateOfPlay;
use super::cursor::{Awaiting, Cursor};
use super::decisions;
use super::event::{Event, Offer};
use super::hand_in;
use super::moves::ResolvedMove;
use super::people::People;
use super::told::ToldSoFar;
use super::trail::Trail;
use super::turn_taking::{AnswerTiming, Cut, TurnTaking};
use super::variables::Variables;
use crate::procedure::{FormAnswer, Known};
use crate::scenario::model::{
    Act, Arg, Branch, Choice, DeskTask, Effect, Line, MAX_OPTIONS, NodeKind, Opt, Own, Scenario, Taking, Target,
    TimePasses, When,
};
use crate::visitor::{Saying, appraisal};
use crate::vocabulary::acts::Mechanic;
use crate::vocabulary::{ActCatalogue, ActIx, ActKind, Cue, FactIx, NodeIx, PromiseIx, Somebody, VisitIx, VisitorIx};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// What a play goes by and never changes.
#[derive(Clone, Copy)]
pub(super) struct Script<'s> {
    pub scenario: &'s Scenario,
    pub acts: &'static ActCatalogue,
    /// False: nobody measures time.
    pub timed: bool,
    /// Papers are held against their kind, as since the second version of their judging.
    pub papers_whole: bool,
}

/// All that changes in a play.
#[derive(Clone)]
pub(super) struct Play {
    cursor: Cursor,
    talk: TurnTaking,
    people: People,
    told: ToldSoFar,
    trail: Trail,
    case: Case,
    variables: Variables,
    /// Draws in the order of the play.
    chance: ChaCha8Rng,
    /// Turns taken so far.
    turn: u32,
}

/// What a turn of the trainee brings, beside its acts.
struct TurnEnd<'s> {
    cut: Cut,
    step: Option<Taking>,
    effects: &'s [Effect],
    own: Option<&'s Own>,
    then: Target,
}

impl Play {
    /// Begins the first visit and plays to the trainee's first turn.
    pub fn begin(script: Script, seed: u64, events: &mut Vec<Event>) -> Self {
        let scenario = script.scenario;
        let mut play = Self {
            cursor: Cursor::begin(),
            talk: TurnTaking::default(),
            people: People::arrive(scenario, seed),
            told: ToldSoFar::default(),
            trail: Trail::default(),
            case: Case::begin(scenario),
            variables: Variables::begin(&scenario.vars),
            chance: ChaCha8Rng::seed_from_u64(seed),
            turn: 0,
        };
        let start = play.begin_visit(scenario, VisitIx(0), false, events);
        play.advance(script, start, events);
        play
    }

    /// Takes a step; false, and nothing happens, where it does not fit.
    pub fn take(&mut self, script: Script, step: ResolvedMove, events: &mut Vec<Event>) -> bool {
        let Some(node) = self.cursor.awaiting().node() else { return false };
        match (step, &script.scenario.nodes[node.at()].kind) {
            (ResolvedMove::Choose { option, wait_ms }, NodeKind::Choice(choice))
                if self.cursor.awaiting().offers(option) =>
            {
                let Some(chosen) = choice.options.get(usize::from(option)) else { return false };
                let to = chosen.to.or(choice.to.map(Somebody::Visitor));
                self.choose(script, (node, option), chosen, to, wait_ms, events);
            }
            (ResolvedMove::Fill { written, wait_ms }, NodeKind::Desk(task)) if task.form.fits(written) => {
                self.fill(script, node, task, written, wait_ms, events);
            }
            (ResolvedMove::Gesture { act, wait_ms }, _) => self.gesture(script, node, act, wait_ms, events),
            (ResolvedMove::Note { fact, wait_ms }, _) => {
                self.talk.wait(wait_ms);
                if self.told.note(fact) {
                    events.push(Event::FactNoted { fact, at_ms: self.talk.clock_ms() });
                }
            }
            (ResolvedMove::Skip { wait_ms, skip_ms }, _) => self.talk.skip(wait_ms, skip_ms, script.timed, events),
            (ResolvedMove::Choose { .. } | ResolvedMove::Fill { .. }, _) => return false,
        }
        true
    }

    fn choose(
        &mut self,
        script: Script,
        (node, option): (NodeIx, u8),
        chosen: &Opt,
        to: Option<Somebody>,
        wait_ms: u32,
        events: &mut Vec<Event>,
    ) {
        let since = events.len();
        let to = to.or(self.addressed(None).map(Somebody::Visitor));
        let cut = self.answer(script, wait_ms, true, events);
        events.push(Event::Chose { turn: self.turn, at_ms: self.talk.clock_ms(), node, option });
        self.show_cut_off(since, events);
        self.trail.choose(node, option);
        let beside = beside(script, chosen.acts.iter());
        chosen.acts.iter().for_each(|act| self.act(script, *act, to, beside, events));
        let told = |fact: FactIx| self.told.has_told(fact);
        decisions::of_option(script.scenario, node, &chosen.decides, &told, events);
        let (step, own) = (chosen.step, chosen.own.as_deref());
        let end = TurnEnd { cut, step, effects: &chosen.effects, own, then: chosen.then };
        self.close_turn(script, node, &end, events);
    }

    fn fill(
        &mut self,
        script: Script,
        node: NodeIx,
        task: &DeskTask,
        written: FormAnswer,
        wait_ms: u32,
        events: &mut Vec<Event>,
    ) {
        let to = self.addressed(task.to).map(Somebody::Visitor);
        // Who is seen writing leaves no silence.
        let since = events.len();
        let cut = self.answer(script, wait_ms, false, events);
        events.push(Event::Filled { turn: self.turn, at_ms: self.talk.clock_ms(), node, written });
        self.show_cut_off(since, events);
        let told = |fact: FactIx| self.told.has_told(fact);
        let faultless = hand_in::judge(&task.form, node, written, self.known(script, &told), events);
        decisions::of_paper(script.scenario, node, task, written, &told, events);
        self.trail.hand_in(node, written, faultless);
        let entries = written.iter().filter_map(|entry| task.form.entry(entry));
        let acts: Vec<Act> = entries.flat_map(|entry| &entry.opt.acts).chain(&task.acts).copied().collect();
        let beside = beside(script, acts.iter());
        acts.iter().for_each(|act| self.act(script, *act, to, beside, events));
        let then = if faultless { task.clean } else { task.faulty };
        let end = TurnEnd { cut, step: task.step, effects: &task.effects, own: None, then };
        self.close_turn(script, node, &end, events);
    }

    fn gesture(&mut self, script: Script, node: NodeIx, act: ActIx, wait_ms: u32, events: &mut Vec<Event>) {
        self.talk.wait(wait_ms);
        self.people.fade_to(self.talk.clock_ms(), self.talk.floor().last_speaker());
        self.turn += 1;
        events.push(Event::Gestured { turn: self.turn, at_ms: self.talk.clock_ms(), node, act });
        let to = self.addressed(None).map(Somebody::Visitor);
        let beside = Beside::Nothing { row: self.talk.gesture() };
        self.act(script, Act { kind: act, arg: Arg::None }, to, beside, events);
        self.people.show(&script.scenario.visitors, events);
    }

    /// Who is spoken to where nobody is named: who spoke last, or else the first of those present.
    fn addressed(&self, named: Option<VisitorIx>) -> Option<VisitorIx> {
        named.or(self.talk.floor().last_speaker()).or_else(|| self.people.present().first().copied())
    }

    /// The trainee's turn comes, at its time.
    fn answer(&mut self, script: Script, wait_ms: u32, silence_counts: bool, events: &mut Vec<Event>) -> Cut {
        let answer = AnswerTiming { wait_ms, timed: script.timed, silence_counts };
        let cut = self.talk.answer(answer, &mut self.people, events);
        self.turn += 1;
        cut
    }

    /// Who has been cut off since then flares up, whatever the turn makes of it in the end.
    fn show_cut_off(&self, since: usize, events: &mut Vec<Event>) {
        let cut_off = events.iter().skip(since).find_map(|event| match event {
            Event::Interrupted { who, .. } => Some(*who),
            _ => None,
        });
        if let Some(who) = cut_off {
            self.people.show_one(who, events);
        }
    }

    fn act(&mut self, script: Script, act: Act, to: Option<Somebody>, beside: Beside, events: &mut Vec<Event>) {
        let kind = &script.acts[act.kind];
        self.trail.act(act.kind);
        let (to, aside) = (to.and_then(Somebody::visitor), to.and_then(Somebody::staff));
        let doing = Doing { act, kind, to, aside, beside };
        doing.perform(&mut self.people, self.talk.floor_mut(), &self.told, events);
        match act.arg {
            Arg::Paper(paper) if self.case.issue(paper) => events.push(Event::PaperIssued { paper }),
            Arg::Promise(promise) => self.promise(script.scenario, kind, promise, to, events),
            _ => {}
        }
    }

    fn promise(
        &mut self,
        scenario: &Scenario,
        kind: &ActKind,
        promise: PromiseIx,
        to: Option<VisitorIx>,
        events: &mut Vec<Event>,
    ) {
        if kind.mechanic == Some(Mechanic::KeepPromise) {
            if self.case.promises_mut().keep(promise).is_some() {
                events.push(Event::PromiseKept { promise });
            }
            return;
        }
        let due_day = self.case.day().saturating_add(scenario.promises[promise.at()].due_days);
        if self.case.promises_mut().make(promise, due_day, to) {
            events.push(Event::PromiseMade { promise, due_day });
        }
    }

    /// What a turn leaves open, what it changes and shows, and where the play goes on.
    fn close_turn(&mut self, script: Script, node: NodeIx, end: &TurnEnd, events: &mut Vec<Event>) {
        let scenario = script.scenario;
        if let Some(taking) = end.step {
            self.case.take(node, taking, scenario, events);
        }
        self.talk.floor().pains().iter().for_each(|who| self.people.stepped_over(*who));
        if let Some(own) = end.own {
            self.people.follow_author(own);
        }
        let unseen_risk = self.talk.floor().risk();
        self.talk.floor_mut().clear();
        self.variables.apply(end.effects, &scenario.vars, events);
        let burst = self.people.show(&scenario.visitors, events);

        let hooks = &scenario.hooks;
        let hook = match end.cut {
            _ if burst => hooks.on_outburst,
            _ if unseen_risk => hooks.on_risk,
            Cut::Interrupted => hooks.on_interrupt,
            Cut::LongSilence => hooks.on_silence,
            Cut::None => None,
        };
        let target = match hook.filter(|_| self.cursor.break_in(end.then)) {
            Some(hook) => {
                events.push(Event::HookTaken { node: hook });
                Target::Node(hook)
            }
            None => end.then,
        };
        self.advance(script, target, events);
    }

    /// Plays on until the trainee's turn or the end.
    fn advance(&mut self, script: Script, from: Target, events: &mut Vec<Event>) {
        let scenario = script.scenario;
        let mut target = from;
        let mut last = NodeIx(0);
        // The loader lets no circle through in which nobody chooses: on the way into a hook and on the way back, no node
        // comes twice.
        for _ in 0..=2 * scenario.nodes.len() {
            let Some(node) = self.cursor.resolve(target) else { break };
            last = node;
            self.trail.come_by(node);
            let at_ms = self.talk.next_ms();
            target = match &scenario.nodes[node.at()].kind {
                NodeKind::Line(line) => {
                    self.say(script, node, line, events);
                    line.then
                }
                NodeKind::Branch(branch) => self.way(branch),
                NodeKind::Choice(choice) => match self.offer(node, choice) {
                    Ok(options) => {
                        events.push(Event::Offered { node, at_ms, options });
                        return self.cursor.wait_for(Awaiting::Choice { node, offer: options });
                    }
                    Err(then) => then,
                },
                NodeKind::Desk(_) => {
                    events.push(Event::Laid { node, at_ms });
                    return self.cursor.wait_for(Awaiting::Desk { node });
                }
                NodeKind::TimePasses(passes) => self.pass_time(scenario, node, passes, events),
                NodeKind::End(_) => break,
            };
        }
        events.push(Event::Ended { node: last });
        self.cursor.wait_for(Awaiting::Ended { node: last });
    }

    fn say(&mut self, script: Script, node: NodeIx, line: &Line, events: &mut Vec<Event>) {
        let scenario = script.scenario;
        let said = line.variants.iter().position(|variant| self.holds(variant.when.as_ref()));
        if let Some((at, variant)) = said.and_then(|at| Some((at, line.variants.get(at)?))) {
            let (at_ms, speech_ms) = (self.talk.next_ms(), variant.speech_ms);
            events.push(Event::Said { node, variant: at as u8, at_ms, speech_ms });
            let visitor = line.who.and_then(Somebody::visitor);
            self.talk.floor_mut().speak(visitor, at_ms, speech_ms, (line.manner, &variant.cues));
            variant.cues.iter().for_each(|cue| self.hear(visitor, *cue, events));
            if let Some(who) = visitor {
                self.people.tells(who, Saying { manner: line.manner, cues: &variant.cues }, events);
            }
            if let Some(who) = line.who.and_then(Somebody::staff) {
                for act in &variant.acts {
                    let floor = self.talk.floor_mut();
                    staff_acts(who, *act, &script.acts[act.kind], &mut self.people, floor, events);
                }
            }
        }
        self.variables.apply(&line.effects, &scenario.vars, events);
    }

    /// What a cue tells, and to whom it recalls something.
    fn hear(&mut self, who: Option<VisitorIx>, cue: Cue, events: &mut Vec<Event>) {
        match (cue, who) {
            (Cue::Fact(fact), _) if self.told.tell(fact) => events.push(Event::FactTold { fact }),
            (Cue::Feeling(word), Some(who)) => self.told.say(who, word),
            (Cue::Deflected(times), Some(who)) => self.people.recalls_deflections(who, times),
            (Cue::Careless, Some(who)) => self.people.recalls_careless(who),
            (Cue::TwoAnswers(_), Some(who)) => self.people.recalls_two_answers(who),
            // A colleague said it, in front of everybody who was listening.
            (Cue::Careless, None) => {
                let floor = self.talk.floor_mut();
                self.people.each_who_hears(floor.last_speaker(), |who, mind| {
                    appraisal::hears_careless(mind);
                    floor.hurt(who);
                });
                let hurt: Vec<VisitorIx> = floor.pains().to_vec();
                hurt.into_iter().for_each(|who| self.people.show_one(who, events));
            }
            _ => {}
        }
    }

    fn way(&mut self, branch: &Branch) -> Target {
        let way = branch.ways.iter().find(|(when, _)| self.holds(Some(when)));
        way.map_or(branch.otherwise, |(_, target)| *target)
    }

    /// What a choice offers now; or where the talk goes on by itself, because nothing is left that must be opened.
    fn offer(&mut self, node: NodeIx, choice: &Choice) -> Result<Offer, Target> {
        let subjects = choice.hub.map_or(0, |_| MAX_OPTIONS as u8);
        let chosen = (0..subjects).filter(|option| self.trail.has_chosen(node, *option));
        let chosen = chosen.fold(0, |bits, option| bits | 1 << option);
        let mut open = choice.left(chosen);
        for (at, option) in choice.options.iter().enumerate().take(MAX_OPTIONS) {
            if open >> at & 1 == 1 && !self.holds(option.when.as_ref()) {
                open &= !(1 << at);
            }
        }
        if let Some(hub) = choice.hub.filter(|hub| hub.is_over(open, chosen)) {
            return Err(hub.then);
        }
        // Every condition closed: better all options than none.
        let offer = Offer::of(if open == 0 { choice.all() } else { open });
        Ok(if choice.shuffled { offer.shuffled(&mut self.chance) } else { offer })
    }

    /// Days go by: what others do, what runs out, what was promised; then the next visit begins.
    fn pass_time(&mut self, scenario: &Scenario, node: NodeIx, passes: &TimePasses, events: &mut Vec<Event>) -> Target {
        events.push(Event::TimePassed { node, days: passes.days });
        let from = self.case.day();
        self.case.pass(passes.days);
        for meanwhile in &passes.steps {
            if self.holds(meanwhile.when.as_ref()) {
                let taking = Taking { step: meanwhile.step, by: meanwhile.by };
                // What cannot be done then is not done, and nobody is blamed for it.
                let _ = self.case.take_on(from.saturating_add(meanwhile.after), node, taking, scenario, events);
            }
        }
        self.case.limits_run_out(scenario, events);
        let mut heard_from = false;
        for (promise, when) in &passes.keeps {
            if self.case.promises().is_open(*promise)
                && self.holds(when.as_ref())
                && let Some(to) = self.case.promises_mut().keep(*promise)
            {
                events.push(Event::PromiseKept { promise: *promise });
                self.people.promise_kept(to);
                heard_from = true;
            }
        }
        // The same day in another room: nobody sleeps on it.
        if passes.days > 0 {
            self.people.sleep_on(passes.days, heard_from);
        }
        for promise in self.case.promises().overdue(self.case.day()) {
            if let Some(to) = self.case.promises_mut().break_off(promise) {
                events.push(Event::PromiseBroken { promise });
                self.people.promise_broken(to, scenario.promises[promise.at()].within_authority);
            }
        }
        self.begin_visit(scenario, passes.visit, passes.days > 0, events)
    }

    /// Those present sit down; where their visit begins.
    fn begin_visit(
        &mut self,
        scenario: &Scenario,
        visit: VisitIx,
        another_day: bool,
        events: &mut Vec<Event>,
    ) -> Target {
        let begins = &scenario.visits[visit.at()];
        self.cursor.begin_visit(visit);
        self.talk.begin_visit();
        events.push(Event::VisitBegan { visit, day: self.case.day() });
        self.people.sit_down(&begins.present, another_day, events);
        Target::Node(begins.start)
    }

    /// Whether a condition holds, if there is any.
    fn holds(&mut self, when: Option<&When>) -> bool {
        let Some(when) = when else { return true };
        let Self { told, trail, case, variables, people, talk, chance, .. } = self;
        StateOfPlay { told, trail, case, variables, people, talk }.holds(when, chance)
    }

    /// What is known at this moment, for judging a form.
    pub fn known<'k>(&'k self, script: Script, told: &'k dyn Fn(FactIx) -> bool) -> Known<'k> {
        let today = script.scenario.date(self.case.day());
        Known { told, today, progress: self.case.matter(), whole: script.papers_whole }
    }

    pub fn cursor(&self) -> &Cursor {
        &self.cursor
    }

    pub fn talk(&self) -> &TurnTaking {
        &self.talk
    }

    pub fn people(&self) -> &People {
        &self.people
    }

    pub fn told(&self) -> &ToldSoFar {
        &self.told
    }

    pub fn trail(&self) -> &Trail {
        &self.trail
    }

    pub fn case(&self) -> &Case {
        &self.case
    }

    /// Turns taken so far.
    pub fn turn(&self) -> u32 {
        self.turn
    }
}

/// With what each of these acts comes.
fn beside<'a>(script: Script, acts: impl Iterator<Item = &'a Act> + Clone) -> Beside {
    let any = |is: fn(&ActKind) -> bool| acts.clone().any(|act| is(&script.acts[act.kind]));
    Beside::Acts { take_up: any(ActKind::takes_up), have_content: any(ActKind::has_content) }
}
