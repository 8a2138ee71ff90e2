//! The state machine of a play-through. Pure: the same scenario, settings and moves give the same events.

use super::event::{Event, Offer};
use super::floor::Floor;
use super::moves::{Mode, Move, Settings};
use super::world::World;
use crate::procedure::FormAnswer;
use crate::scenario::model::{Act, Arg, Effect, NodeKind, Own, Scenario, Target};
use crate::visitor::appraisal;
use crate::visitor::{Mind, Room};
use crate::vocabulary::Snapshot;
use crate::vocabulary::{ActCatalogue, ActIx};
use crate::vocabulary::{FactIx, NodeIx, VisitIx, VisitorIx};
use crate::vocabulary::{Message, Pause};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::sync::Arc;

/// Hooks that may break into one another.
const MAX_HOOKS: usize = 4;
/// A share of speech left unsaid below this (thousandths) is an overlap, not an interruption.
const OVERLAP: u16 = 40;
/// Pauses shorter than this are the normal rhythm of talk.
pub(crate) const NOTABLE_PAUSE_MS: u64 = 1500;
/// Pauses longer than this look like being at a loss.
const HESITATION_MS: u64 = 12_000;
/// Without time pressure every answer comes so long after the visitor has finished.
const UNTIMED_BREATH_MS: u64 = 1500;

/// What the session waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaiting {
    /// The trainee's turn.
    Choice {
        node: NodeIx,
        offer: Offer,
    },
    /// A form to fill or an answer to compose.
    Desk {
        node: NodeIx,
    },
    Ended {
        node: NodeIx,
    },
}

impl Awaiting {
    /// Where it is the trainee's turn; `None` once the session has ended.
    pub const fn node(self) -> Option<NodeIx> {
        match self {
            Self::Choice { node, .. } | Self::Desk { node } => Some(node),
            Self::Ended { .. } => None,
        }
    }
}

/// A move that does not fit. The session is unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoveError {
    #[error("the session has ended")]
    Ended,
    #[error("no option `{option}` is on offer at `{node}`")]
    NotOnOffer { node: String, option: String },
    #[error("there is no paper to fill")]
    NoPaper,
    #[error("a paper is to be filled at `{node}`")]
    PaperFirst { node: String },
    #[error("the field `{field}` is empty")]
    FieldEmpty { field: String },
    #[error("`{entry}` is not an entry of the field `{field}`")]
    NotAnEntry { field: String, entry: String },
    #[error("`{0}` is not a gesture")]
    NotAGesture(String),
    #[error("no fact `{0}` has been told")]
    FactNotTold(String),
    #[error("an exam has no steps back")]
    NoStepBackInExam,
    #[error("there is no turn {0} to go back to")]
    NoSuchTurn(u32),
}

impl MoveError {
    pub fn message(&self) -> Message {
        match self {
            Self::Ended => Message::new("move-ended"),
            Self::NotOnOffer { option, .. } => Message::new("move-not-on-offer").with("option", option),
            Self::NoPaper => Message::new("move-no-paper"),
            Self::PaperFirst { .. } => Message::new("move-paper-first"),
            Self::FieldEmpty { field } => Message::new("move-field-empty").with("field", field),
            Self::NotAnEntry { field, entry } => {
                Message::new("move-not-an-entry").with("field", field).with("entry", entry)
            }
            Self::NotAGesture(act) => Message::new("move-not-a-gesture").with("act", act),
            Self::FactNotTold(fact) => Message::new("move-fact-not-told").with("fact", fact),
            Self::NoStepBackInExam => Message::new("move-no-step-back-in-exam"),
            Self::NoSuchTurn(turn) => Message::new("move-no-such-turn").with("turn", *turn),
        }
    }
}

/// A move with its names resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Choose { option: u8, wait_ms: u32 },
    Gesture { act: ActIx, wait_ms: u32 },
    Fill { written: FormAnswer, wait_ms: u32 },
    Note { fact: FactIx, wait_ms: u32 },
}

impl Step {
    /// How long the trainee waited before it.
    pub const fn wait_ms(self) -> u32 {
        match self {
            Self::Choose { wait_ms, .. }
            | Self::Gesture { wait_ms, .. }
            | Self::Fill { wait_ms, .. }
            | Self::Note { wait_ms, .. } => wait_ms,
        }
    }
}

/// One play-through.
#[derive(Clone)]
pub struct Session {
    pub(super) scenario: Arc<Scenario>,
    pub(super) acts: &'static ActCatalogue,
    pub(super) settings: Settings,
    pub(super) rng: ChaCha8Rng,
    pub(super) world: World,
    pub(super) minds: Vec<Mind>,
    /// Who sees and hears whom.
    pub(super) room: Room,
    pub(super) awaiting: Awaiting,
    pub(super) visit: VisitIx,
    pub(super) clock_ms: u64,
    /// Up to when feelings have been let fade.
    pub(super) felt_ms: u64,
    pub(super) turn: u32,
    pub(super) outbursts: u32,
    pub(super) floor: Floor,
    /// Where hooks broke in.
    pub(super) returns: Vec<Target>,
    pub(super) steps: Vec<Step>,
    /// Nobody reads what is felt along the way.
    pub(super) quiet: bool,
    /// Papers are held against their kind, as since the second version of their judging.
    pub(super) papers_whole: bool,
}

impl Session {
    /// Starts a session and says what happens until the trainee's first turn.
    pub fn begin(scenario: Arc<Scenario>, settings: Settings, events: &mut Vec<Event>) -> Self {
        Self::begin_with(ActCatalogue::shipped(), scenario, settings, events)
    }

    /// Starts a session under another catalogue, to see what its numbers do. The acts must be those of the shipped
    /// one, in the same order: a scenario refers to them by position.
    pub fn begin_with(
        acts: &'static ActCatalogue,
        scenario: Arc<Scenario>,
        settings: Settings,
        events: &mut Vec<Event>,
    ) -> Self {
        let mut session = Self {
            acts,
            rng: ChaCha8Rng::seed_from_u64(settings.seed),
            world: World::new(&scenario),
            minds: minds(&scenario, settings.seed).collect(),
            room: Room::default(),
            awaiting: Awaiting::Ended { node: NodeIx(0) },
            visit: VisitIx(0),
            clock_ms: 0,
            felt_ms: 0,
            turn: 0,
            outbursts: 0,
            floor: Floor::default(),
            returns: Vec::new(),
            steps: Vec::new(),
            quiet: false,
            papers_whole: true,
            scenario: Arc::clone(&scenario),
            settings,
        };
        session.begin_visit(&scenario, VisitIx(0), false, events);
        session
    }

    /// Leaves `Felt` out of the events: for machines that play very often and look at the visitors at the end.
    pub fn quietly(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// Begins again under another seed, as [`Session::begin`] would, in the memory that is already there.
    pub fn restart(&mut self, seed: u64, events: &mut Vec<Event>) {
        let scenario = Arc::clone(&self.scenario);
        self.settings.seed = seed;
        self.rng = ChaCha8Rng::seed_from_u64(seed);
        self.world.reset(&scenario);
        self.minds.clear();
        self.minds.extend(minds(&scenario, seed));
        (self.clock_ms, self.felt_ms) = (0, 0);
        (self.turn, self.outbursts) = (0, 0);
        self.returns.clear();
        self.steps.clear();
        self.begin_visit(&scenario, VisitIx(0), false, events);
    }

    /// Takes one move and appends its consequences to `events`.
    pub fn apply(&mut self, input: &Move, events: &mut Vec<Event>) -> Result<(), MoveError> {
        if let Move::StepBack { before_turn } = input {
            return self.step_back(*before_turn, events);
        }
        let step = self.resolve(input)?;
        self.take(step, events);
        Ok(())
    }

    /// Takes a step that fits: an option on offer, a gesture of the row, a fact that has been told.
    /// A step that does not fit is ignored.
    pub fn take(&mut self, step: Step, events: &mut Vec<Event>) {
        // A handle of our own, so that the scenario can be read while the session changes.
        let scenario = Arc::clone(&self.scenario);
        self.take_in(&scenario, step, events);
    }

    /// The same for who has a handle already and takes very many steps; `scenario` must be the session's own.
    pub(crate) fn take_in(&mut self, scenario: &Scenario, step: Step, events: &mut Vec<Event>) {
        debug_assert!(std::ptr::eq(scenario, &*self.scenario), "another scenario");
        let Some(node) = self.awaiting.node() else {
            return;
        };
        let offered =
            |option| matches!(self.awaiting, Awaiting::Choice { offer, .. } if offer.as_slice().contains(&option));
        match step {
            Step::Choose { option, wait_ms } if offered(option) => {
                self.remember(step);
                self.choose(scenario, node, option, wait_ms, events);
            }
            Step::Fill { written, wait_ms } if scenario.task(node).is_some_and(|task| task.form.fits(written)) => {
                self.remember(step);
                self.fill(scenario, node, written, wait_ms, events);
            }
            Step::Gesture { act, wait_ms } => {
                self.remember(step);
                self.gesture(node, act, wait_ms, events);
            }
            Step::Note { fact, wait_ms } => {
                self.remember(step);
                self.clock_ms += u64::from(wait_ms);
                if !self.world.noted.contains(&fact) {
                    self.world.noted.push(fact);
                    events.push(Event::FactNoted { fact, at_ms: self.clock_ms });
                }
            }
            Step::Choose { .. } | Step::Fill { .. } => {}
        }
    }

    /// For a step back, which an exam has none of.
    fn remember(&mut self, step: Step) {
        if self.settings.mode != Mode::Exam {
            self.steps.push(step);
        }
    }

    fn choose(&mut self, scenario: &Scenario, node: NodeIx, option: u8, wait_ms: u32, events: &mut Vec<Event>) {
        let NodeKind::Choice(choice) = &scenario.nodes[node.at()].kind else {
            return;
        };
        let Some(opt) = choice.options.get(option as usize) else {
            return;
        };
        let to = opt.to.or(choice.to).or(self.floor.last_speaker()).or_else(|| self.present().first().copied());

        let cut = self.listen(wait_ms, true, events);
        self.turn += 1;
        events.push(Event::Chose { turn: self.turn, at_ms: self.clock_ms, node, option });
        self.world.chooses(node, option);

        for act in &opt.acts {
            self.perform(*act, to, events);
        }
        self.take_step(node, opt.step, events);
        self.close_turn(scenario, (&opt.effects, opt.own.as_deref(), opt.then), cut, events);
    }

    /// What a turn leaves open, what it changes and shows, and where the play goes on.
    pub(super) fn close_turn(
        &mut self,
        scenario: &Scenario,
        (effects, own, then): (&[Effect], Option<&Own>, Target),
        cut: Cut,
        events: &mut Vec<Event>,
    ) {
        for who in self.floor.pains() {
            if let Some(mind) = self.minds.get_mut(who.at()) {
                appraisal::stepped_over(mind);
            }
        }
        if let Some(own) = own {
            self.follow_author(own);
        }
        let unseen_risk = self.floor.risk();
        self.floor.clear();
        self.apply_effects(effects, events);
        let burst = self.show_feelings(events);

        let hooks = &scenario.hooks;
        let hook = match cut {
            _ if burst => hooks.on_outburst,
            _ if unseen_risk => hooks.on_risk,
            Cut::Interrupted => hooks.on_interrupt,
            Cut::LongSilence => hooks.on_silence,
            Cut::None => None,
        };
        let target = match hook {
            Some(hook) if self.returns.len() < MAX_HOOKS && !self.world_in_hook() => {
                self.returns.push(then);
                events.push(Event::HookTaken { node: hook });
                Target::Node(hook)
            }
            _ => then,
        };
        self.advance(scenario, target, events);
    }

    fn world_in_hook(&self) -> bool {
        !self.returns.is_empty()
    }

    fn gesture(&mut self, node: NodeIx, act: ActIx, wait_ms: u32, events: &mut Vec<Event>) {
        self.clock_ms += u64::from(wait_ms);
        self.fade_to(self.clock_ms);
        self.turn += 1;
        events.push(Event::Gestured { turn: self.turn, at_ms: self.clock_ms, node, act });
        let to = self.floor.last_speaker().or_else(|| self.present().first().copied());
        self.perform_quietly(Act { kind: act, arg: Arg::None }, to, events);
        self.show_feelings(events);
    }

    /// Lets the clock run to the trainee's answer: who was cut off, who could finish, what silence there was.
    /// Who is seen writing leaves no silence.
    pub(super) fn listen(&mut self, wait_ms: u32, silence_counts: bool, events: &mut Vec<Event>) -> Cut {
        let spoken = self.floor.ends_ms().max(self.clock_ms);
        let now = if self.settings.timed { self.clock_ms + u64::from(wait_ms) } else { spoken + UNTIMED_BREATH_MS };
        let mut cut = Cut::None;
        self.clock_ms = now;
        self.fade_to(now);
        let interrupted = if self.settings.timed { self.floor.cut_at(now) } else { None };
        if let Some((who, unsaid)) = interrupted.filter(|(_, unsaid)| *unsaid >= OVERLAP) {
            events.push(Event::Interrupted { who, unsaid });
            self.world.interruptions = self.world.interruptions.saturating_add(1);
            if let Some(mind) = self.minds.get_mut(who.at()) {
                appraisal::interrupted(mind, f64::from(unsaid) / 1000.0);
            }
            if unsaid >= 300 {
                cut = Cut::Interrupted;
            }
        } else {
            for (who, stirred) in self.floor.finished() {
                if let Some(mind) = self.minds.get_mut(who.at()) {
                    appraisal::spoke_out(mind, stirred);
                }
            }
            let gap = now.saturating_sub(spoken);
            if self.settings.timed && silence_counts && gap >= NOTABLE_PAUSE_MS {
                let kind = match () {
                    () if self.floor.pains().next().is_some() => Pause::AfterPain,
                    () if gap >= HESITATION_MS => Pause::Hesitation,
                    () if self.floor.question() => Pause::AfterQuestion,
                    () => Pause::Breath,
                };
                events.push(Event::Paused { ms: u32::try_from(gap).unwrap_or(u32::MAX), kind });
                if let Some(mind) = self.floor.last_speaker().and_then(|who| self.minds.get_mut(who.at())) {
                    appraisal::paused(mind, kind, gap as f64 / 1000.0);
                }
                if kind == Pause::AfterPain && gap >= HESITATION_MS {
                    cut = Cut::LongSilence;
                }
            }
        }
        cut
    }

    pub(super) fn fade_to(&mut self, now: u64) {
        let seconds = now.saturating_sub(self.felt_ms) as f64 / 1000.0;
        self.felt_ms = now;
        for who in &self.scenario.visits[self.visit.at()].present {
            if let Some(mind) = self.minds.get_mut(who.at()) {
                mind.tick(seconds);
            }
        }
        self.room.spread(&mut self.minds, self.floor.last_speaker(), seconds);
    }

    fn step_back(&mut self, before_turn: u32, events: &mut Vec<Event>) -> Result<(), MoveError> {
        if self.settings.mode == Mode::Exam {
            return Err(MoveError::NoStepBackInExam);
        }
        if before_turn == 0 || before_turn > self.turn {
            return Err(MoveError::NoSuchTurn(before_turn));
        }
        let mut unheard = Vec::new();
        let mut again = Self::begin_with(self.acts, Arc::clone(&self.scenario), self.settings.clone(), &mut unheard);
        (again.papers_whole, again.quiet) = (self.papers_whole, self.quiet);
        for step in &self.steps {
            let is_turn = !matches!(step, Step::Note { .. });
            if is_turn && again.turn + 1 >= before_turn {
                break;
            }
            again.take(*step, &mut unheard);
        }
        *self = again;
        events.push(Event::SteppedBack { turn: before_turn });
        Ok(())
    }

    pub(super) fn options(&self, node: NodeIx) -> &[crate::scenario::model::Opt] {
        match &self.scenario.nodes[node.at()].kind {
            NodeKind::Choice(choice) => &choice.options,
            _ => &[],
        }
    }

    pub(super) fn present(&self) -> &[VisitorIx] {
        &self.scenario.visits[self.visit.at()].present
    }

    pub fn awaiting(&self) -> Awaiting {
        self.awaiting
    }
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
    /// Milliseconds since the session began, from the moves' waits.
    pub fn clock_ms(&self) -> u64 {
        self.clock_ms
    }
    /// When the last line will have been said, on the session clock.
    pub fn speech_ends_ms(&self) -> u64 {
        self.floor.ends_ms()
    }
    /// Turns taken so far.
    pub fn turn(&self) -> u32 {
        self.turn
    }
    /// Outbursts so far; a crowd's is one.
    pub fn outbursts(&self) -> u32 {
        self.outbursts
    }
    /// The visit at hand.
    pub fn visit(&self) -> VisitIx {
        self.visit
    }
    /// Days since day 0.
    pub fn day(&self) -> u16 {
        self.world.day
    }
    /// Facts in the notebook, in the order of noting.
    pub fn notebook(&self) -> &[FactIx] {
        &self.world.noted
    }
    /// Whether the play has come by this node.
    pub fn visited(&self, node: NodeIx) -> bool {
        self.world.has_visited(node)
    }
    /// Whether this option has been chosen before.
    pub fn has_chosen(&self, node: NodeIx, option: u8) -> bool {
        self.world.chosen_at(node) >> (option % 64) & 1 == 1
    }
    pub fn told(&self, fact: FactIx) -> bool {
        self.world.told.contains(fact.at())
    }
    pub fn feelings(&self, who: VisitorIx) -> Snapshot {
        self.minds.get(who.at()).map(Mind::snapshot).unwrap_or_default()
    }
    /// A visitor's mind, for look-ahead.
    pub fn mind(&self, who: VisitorIx) -> Option<&Mind> {
        self.minds.get(who.at())
    }
}

/// The visitors as they arrive, each a little different with each seed.
fn minds(scenario: &Scenario, seed: u64) -> impl Iterator<Item = Mind> + '_ {
    scenario.visitors.iter().zip(0..).map(move |(visitor, who)| Mind::new(visitor.persona.varied(seed, who)))
}

/// What the timing of an answer did.
#[derive(Clone, Copy)]
pub(super) enum Cut {
    None,
    Interrupted,
    LongSilence,
}
