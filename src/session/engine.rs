//! A session: one play-through from outside. Pure: the same scenario, settings and moves give the same events.

use super::at_hand::AtHand;
use super::cursor::Awaiting;
use super::event::Event;
use super::move_error::MoveError;
use super::moves::{Mode, Move, ResolvedMove, Settings};
use super::play::{Play, Script};
use super::step_back::before_turn;
use crate::procedure::{FormAnswer, Progress};
use crate::scenario::model::Scenario;
use crate::visitor::Mind;
use crate::vocabulary::{ActCatalogue, FactIx, NodeIx, Snapshot, VisitIx, VisitorIx};
use jiff::civil::Date;
use std::sync::Arc;

/// One play-through.
#[derive(Clone)]
pub struct Session {
    scenario: Arc<Scenario>,
    acts: &'static ActCatalogue,
    settings: Settings,
    /// Papers are held against their kind, as since the second version of their judging.
    papers_whole: bool,
    play: Play,
    /// What the trainee has done, for a step back, which an exam has none of.
    done: Vec<ResolvedMove>,
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
        let script = Script { scenario: &scenario, acts, timed: settings.timed, papers_whole: true };
        let play = Play::begin(script, settings.seed, events);
        Self { scenario, acts, settings, papers_whole: true, play, done: Vec::new() }
    }

    /// Takes one move and appends its consequences to `events`.
    ///
    /// # Errors
    ///
    /// [`MoveError`] where it does not fit; then nothing has happened.
    pub fn apply(&mut self, input: &Move, events: &mut Vec<Event>) -> Result<(), MoveError> {
        if let Move::StepBack { before_turn } = input {
            return self.step_back(*before_turn, events);
        }
        let step = self.at_hand().step_of(input)?;
        if matches!(step, ResolvedMove::Skip { .. }) && self.settings.mode == Mode::Exam {
            return Err(MoveError::NoSkipInExam);
        }
        self.take(step, events);
        Ok(())
    }

    /// Takes a step that fits: an option on offer, a gesture of the row, a fact that has been told.
    /// A step that does not fit is ignored.
    pub fn take(&mut self, step: ResolvedMove, events: &mut Vec<Event>) {
        let Self { scenario, acts, settings, papers_whole, play, done } = self;
        let script = Script { scenario, acts, timed: settings.timed, papers_whole: *papers_whole };
        if play.take(script, step, events) && settings.mode != Mode::Exam {
            done.push(step);
        }
    }

    fn step_back(&mut self, to: u32, events: &mut Vec<Event>) -> Result<(), MoveError> {
        if self.settings.mode == Mode::Exam {
            return Err(MoveError::NoStepBackInExam);
        }
        if to == 0 || to > self.turn() {
            return Err(MoveError::NoSuchTurn(to));
        }
        let mut unheard = Vec::new();
        let mut again = Self::begin_with(self.acts, Arc::clone(&self.scenario), self.settings.clone(), &mut unheard);
        again.papers_whole = self.papers_whole;
        let kept = before_turn(&self.done, ResolvedMove::is_turn, to);
        self.done[..kept].iter().for_each(|step| again.take(*step, &mut unheard));
        *self = again;
        events.push(Event::SteppedBack { turn: to });
        Ok(())
    }

    /// Judges papers as this version of their judging did, see [`crate::logbook::catalogues::PAPERS_VERSION`].
    pub(crate) fn judge_papers_as(&mut self, version: &str) {
        self.papers_whole = version != "1";
    }

    fn script(&self) -> Script<'_> {
        let (timed, papers_whole) = (self.settings.timed, self.papers_whole);
        Script { scenario: &self.scenario, acts: self.acts, timed, papers_whole }
    }

    fn at_hand(&self) -> AtHand<'_> {
        AtHand { scenario: &self.scenario, acts: self.acts, awaiting: self.awaiting(), told: self.play.told() }
    }

    /// The move that says this step by its names; `None` where it does not fit.
    pub fn name(&self, step: ResolvedMove) -> Option<Move> {
        self.at_hand().move_of(step)
    }

    /// What the trainee can do now.
    pub fn awaiting(&self) -> Awaiting {
        self.play.cursor().awaiting()
    }
    /// What is played.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }
    /// As the session was begun.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
    /// Milliseconds since the session began, from the moves' waits.
    pub fn clock_ms(&self) -> u64 {
        self.play.talk().clock_ms()
    }
    /// When the last line will have been said, on the session clock.
    pub fn speech_ends_ms(&self) -> u64 {
        self.play.talk().floor().ends_ms()
    }
    /// Turns taken so far.
    pub fn turn(&self) -> u32 {
        self.play.turn()
    }
    /// Outbursts so far; a crowd's is one.
    pub fn outbursts(&self) -> u32 {
        self.play.people().outbursts()
    }
    /// The visit at hand.
    pub fn visit(&self) -> VisitIx {
        self.play.cursor().visit()
    }
    /// Days since day 0.
    pub fn day(&self) -> u16 {
        self.play.case().day()
    }
    /// The date of the visit at hand.
    pub fn today(&self) -> Date {
        self.scenario.date(self.day())
    }
    /// Where the matter stands; `None` where the scenario says nothing of it.
    pub fn progress(&self) -> Option<Progress> {
        self.play.case().matter().copied()
    }
    /// The form at hand as it should be filled now; `None` where none is.
    pub fn rightly(&self, node: NodeIx) -> Option<FormAnswer> {
        let told = |fact: FactIx| self.told(fact);
        Some(self.scenario.task(node)?.form.rightly(self.play.known(self.script(), &told)))
    }
    /// Facts in the notebook, in the order of noting.
    pub fn notebook(&self) -> &[FactIx] {
        self.play.told().notebook()
    }
    /// Whether the play has come by this node.
    pub fn visited(&self, node: NodeIx) -> bool {
        self.play.trail().has_come_by(node)
    }
    /// Whether this option has been chosen before.
    pub fn has_chosen(&self, node: NodeIx, option: u8) -> bool {
        self.play.trail().has_chosen(node, option)
    }
    /// Whether the fact has been told so far, steps back taken into account.
    pub fn told(&self, fact: FactIx) -> bool {
        self.play.told().has_told(fact)
    }
    /// What this visitor feels now.
    pub fn feelings(&self, who: VisitorIx) -> Snapshot {
        self.play.people().feelings(who)
    }
    /// A visitor's mind, for look-ahead.
    pub fn mind(&self, who: VisitorIx) -> Option<&Mind> {
        self.play.people().mind(who)
    }
}
