//! The running session: turns what the trainee does into moves, and events into what the screen shows.

mod bodies;
pub mod clock;
pub mod demo;
mod pace;
mod stage;
mod trial;

use super::Screen;
use super::idle::Wakes;
use crate::args;
use crate::figure::Hour;
use crate::locale::Texts;
use crate::logbook::begin::pause;
use crate::logbook::catch_up::Placed;
use crate::logbook::error::{ApplyError, LogError};
use crate::logbook::recording::Recording;
use crate::logbook::self_rating::SelfRating;
use crate::procedure::FormAnswer;
use crate::rubric::{Assessor, Rubric};
use crate::scenario::desk_task::DeskTask;
use crate::scenario::model::{Opt, Scenario};
use crate::session::{Event, Mode, Move, ResolvedMove, Settings, effective};
pub use crate::showing::{phrases, playhead, view};
use crate::vocabulary::FactIx;
use crate::vocabulary::Locale;
use crate::vocabulary::{ActCatalogue, ActIx};
use bevy::prelude::*;
use clock::Clock;
pub use pace::SpeechPace;
use playhead::{Card, Playhead, Speech};
use std::sync::Arc;
use std::time::Duration;
pub use trial::Trial;
use view::View;

/// What the trainee wants; keys and clicks end here.
#[derive(Message, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// The option shown at this place, from 0.
    Choose(usize),
    Gesture(ActIx),
    /// The paper or the answer at hand, every field filled.
    Fill(FormAnswer),
    Note(FactIx),
    /// Practice: undo the last turn.
    StepBack,
    /// Hear the line to its end without interrupting.
    HearOut,
    /// Go on after a card.
    GoOn,
    /// Write again what could not be written.
    SaveAgain,
    /// Holds a demonstration, or lets it go on.
    HoldDemo,
    /// What a demonstration shows is done at once.
    HurryDemo,
}

/// The session that is being played.
#[derive(Resource)]
pub struct Playing {
    recording: Recording,
    locale: Locale,
    clock: Clock,
    head: Playhead,
    view: View,
    /// What could not be done or saved, as a sentence.
    trouble: Option<String>,
    /// The trainee cut somebody off with the last turn.
    cut_off: bool,
    stage: bodies::Bodies,
    pace: SpeechPace,
    /// It is the guided visit.
    guided: bool,
    demo: Option<demo::Demo>,
    trial: Option<Trial>,
}

impl Playing {
    /// A session that begins now.
    pub fn begin(recording: Recording, locale: Locale, now: Duration) -> Self {
        Self::with_head(recording, Playhead::default(), locale, now)
    }

    /// A session that goes on where it was.
    pub fn resume(recording: Recording, locale: Locale, now: Duration) -> Self {
        let head = Playhead::at_end(recording.events());
        Self::with_head(recording, head, locale, now)
    }

    /// Practice: skips to the end of the line at hand, which is no listening.
    fn skip_line(&mut self, now: Duration) {
        let Some(speech) = self.head.speech().filter(|_| self.practice()) else { return };
        let left = speech.end_ms().saturating_sub(self.clock.at_ms(now));
        if left > 0 {
            let skip_ms = u32::try_from(left).unwrap_or(u32::MAX);
            self.make(&Move::Skip { wait_ms: self.clock.wait_ms(now), skip_ms }, now);
        }
    }

    fn with_head(recording: Recording, head: Playhead, locale: Locale, now: Duration) -> Self {
        let view = View::blank(recording.session().scenario());
        let mut playing = Self {
            recording,
            locale,
            clock: Clock::default(),
            head,
            view,
            trouble: None,
            cut_off: false,
            stage: bodies::Bodies::default(),
            pace: SpeechPace::Usual,
            guided: false,
            demo: None,
            trial: None,
        };
        playing.clock.restart(playing.recording.session().clock_ms(), now);
        playing.refresh();
        playing.advance(now);
        playing
    }

    /// A test-play that is where `trial.moves` led.
    pub fn try_out(recording: Recording, trial: Trial, locale: Locale, now: Duration) -> Self {
        let mut playing = Self::resume(recording, locale, now);
        playing.become_trial(trial);
        playing
    }

    /// The guided visit, with somebody at one's elbow.
    pub fn guided_from(recording: Recording, locale: Locale, now: Duration) -> Self {
        Self { guided: true, ..Self::begin(recording, locale, now) }
    }

    pub const fn guided(&self) -> bool {
        self.guided
    }

    pub fn become_trial(&mut self, trial: Trial) {
        self.trial = Some(trial);
    }

    pub fn trial(&self) -> Option<&Trial> {
        self.trial.as_ref()
    }
    pub fn trial_mut(&mut self) -> Option<&mut Trial> {
        self.trial.as_mut()
    }

    pub fn scenario(&self) -> &Arc<Scenario> {
        self.recording.session().scenario()
    }
    /// Writes down what the trainee says of the session that has ended, before its scores are shown.
    ///
    /// # Errors
    ///
    /// [`LogError::Io`], where it cannot be written.
    pub fn rate(&mut self, rating: SelfRating) -> Result<(), LogError> {
        self.recording.rate(rating)
    }

    pub fn recording(&self) -> &Recording {
        &self.recording
    }
    pub fn settings(&self) -> &Settings {
        self.recording.session().settings()
    }
    pub fn practice(&self) -> bool {
        self.settings().mode == Mode::Practice
    }
    pub fn view(&self) -> &View {
        &self.view
    }
    pub fn card(&self) -> Option<&Card> {
        self.head.card()
    }
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }
    pub fn cut_off(&self) -> bool {
        self.cut_off
    }
    pub fn set_locale(&mut self, locale: Locale) {
        self.locale = locale;
    }

    /// The line at hand and the share of it that has been said.
    pub fn speech(&self, now: Duration) -> Option<(Speech, f32)> {
        let speech = self.head.speech()?;
        Some((speech, speech.said(self.heard_ms(now))))
    }

    /// The time of day in the visit.
    pub fn hour(&self, now: Duration) -> Hour {
        let visit = self.scenario().visits.get(self.view.now.visit.at());
        let begins = visit.map_or(Hour::default().0, |visit| visit.begins_at);
        Hour(begins.saturating_add(self.view.minutes(self.clock.at_ms(now))))
    }

    /// True while somebody is speaking.
    pub fn speaking(&self, now: Duration) -> bool {
        self.card().is_none() && self.speech(now).is_some_and(|(_, said)| said < 1.0)
    }

    /// While somebody speaks: how long until the next letter is out.
    pub fn next_letter(&self, now: Duration) -> Option<Duration> {
        let (speech, _) = self.speech(now).filter(|_| self.speaking(now))?;
        let text = view::variant(self.scenario(), speech.node, speech.variant)?.say.get(self.locale);
        let letters = text.chars().count().max(1) as u64;
        Some(Duration::from_millis(u64::from(speech.speech_ms) * 100 / self.pace.percent() / letters))
    }

    /// The options on offer, in the order shown.
    pub fn options(&self) -> Vec<&Opt> {
        let Some((node, offer)) = self.view.offer() else { return Vec::new() };
        let Some(choice) = self.scenario().choice(node) else { return Vec::new() };
        offer.as_slice().iter().filter_map(|&option| choice.options.get(usize::from(option))).collect()
    }

    /// The form or the answer at hand.
    pub fn task(&self) -> Option<&DeskTask> {
        self.scenario().task(self.view.laid()?)
    }

    /// The option on offer that the rubric would give most for, by its position in the choice.
    pub fn hint(&self) -> Option<u8> {
        let catalogue = ActCatalogue::shipped();
        let mut assessor = Assessor::new(Rubric::shipped(), self.scenario(), catalogue, self.settings().timed);
        for event in effective(&self.recording.events()[..self.head.shown()]) {
            assessor.observe(&event);
        }
        assessor.hint()
    }

    /// The trainee may act now: options are shown and no card lies over them.
    pub fn may_act(&self) -> bool {
        self.card().is_none()
            && (self.view.offer().is_some() || self.view.laid().is_some())
            && self.head.shown() == self.recording.events().len()
    }

    pub fn can_step_back(&self) -> bool {
        self.practice() && self.may_act() && self.view.now.turn > 0
    }

    /// Stops the clock, as while settings lie over the room; the log says so once.
    pub fn pause(&mut self, now: Duration) {
        if self.clock.stop(now)
            && let Err(error) = pause(&mut self.recording)
        {
            self.trouble = Some(self.locale.say(&error.message()));
        }
    }

    pub fn go_on(&mut self, now: Duration) {
        if self.card().is_none() {
            self.clock.go_on(now);
        }
    }

    /// Shows what is due at this instant.
    pub fn advance(&mut self, now: Duration) {
        // A hurried line is over before its time.
        let over = |speech: Speech| self.clock.at_ms(now) < speech.end_ms() && self.heard_ms(now) >= speech.end_ms();
        if self.head.speech().is_some_and(over) {
            self.catch_up(now);
        }
        if self.head.advance(self.recording.events(), self.clock.at_ms(now)) {
            self.refresh();
            let shown = &self.recording.events()[..self.head.shown()];
            self.stage.follow(self.recording.session().scenario(), shown, &self.view, now);
        }
        if self.card().is_some() {
            self.clock.stop(now);
        }
    }

    /// When something will happen by itself.
    pub fn next_change(&self, now: Duration) -> Option<Duration> {
        let at = self.head.next_ms(self.recording.events())?;
        let left = at.checked_sub(self.heard_ms(now)).filter(|left| *left > 0)?;
        let speaks = self.head.speech().is_some_and(|speech| at <= speech.end_ms());
        Some(Duration::from_millis(if speaks { left * 100 / self.pace.percent() + 1 } else { left }))
    }

    fn refresh(&mut self) {
        let shown = &self.recording.events()[..self.head.shown()];
        self.view = View::of(self.recording.session().scenario(), shown);
    }

    /// Does what the trainee wants, if it can be done now.
    pub fn take(&mut self, intent: Intent, now: Duration) {
        match intent {
            Intent::HearOut => self.skip_line(now),
            Intent::HoldDemo => self.hold_demo(now),
            Intent::HurryDemo => self.hurry_demo(now),
            Intent::GoOn => {
                if !matches!(self.card(), Some(Card::Ending { .. })) {
                    self.head.dismiss(self.recording.events());
                    self.clock.go_on(now);
                }
            }
            Intent::SaveAgain => {
                self.trouble = self.recording.retry().err().map(|error| self.locale.say(&error.message()));
                self.say_moved();
            }
            _ => {
                if self.move_of(intent, now).is_some() {
                    self.catch_up(now);
                }
                if let Some(input) = self.move_of(intent, now) {
                    self.make(&input, now);
                }
            }
        }
        self.advance(now);
    }

    /// The move that an intent is at this instant; `None` where it cannot be done.
    fn move_of(&self, intent: Intent, now: Duration) -> Option<Move> {
        let wait_ms = self.clock.wait_ms(now);
        let may_act = self.may_act();
        match intent {
            Intent::Choose(place) if may_act => {
                Some(Move::Choose { option: self.options().get(place)?.id.clone(), wait_ms })
            }
            Intent::Gesture(act) if may_act => {
                Some(Move::Gesture { act: ActCatalogue::shipped()[act].name.clone(), wait_ms })
            }
            Intent::Fill(written) if may_act => self.recording.session().name(ResolvedMove::Fill { written, wait_ms }),
            Intent::Note(fact) if may_act && self.view.now.has_told(fact) && !self.view.now.noted.contains(&fact) => {
                Some(Move::Note { fact: self.scenario().facts.get(fact.at())?.id.clone(), wait_ms })
            }
            Intent::StepBack if self.can_step_back() => Some(Move::StepBack { before_turn: self.view.now.turn }),
            _ => None,
        }
    }

    /// Says where the log is now, if its place was gone.
    fn say_moved(&mut self) {
        if let Some(path) = self.recording.take_moved() {
            let path = path.display().to_string();
            self.trouble = Some(self.locale.text_with("log-moved", &args!("path" => path)).into_owned());
        }
    }

    fn make(&mut self, input: &Move, now: Duration) {
        let before = self.recording.events().len();
        let node = self.recording.at().map(str::to_owned);
        match self.recording.apply(input) {
            Ok(_) => self.trouble = None,
            Err(error @ ApplyError::Move(_)) => {
                self.trouble = Some(self.locale.say(&error.message()));
                return;
            }
            // The move counts; what could not be saved is said, and tried again with the next one.
            Err(error @ ApplyError::Write(_)) => self.trouble = Some(self.locale.say(&error.message())),
        }
        self.say_moved();
        if let (Some(trial), Some(node)) = (&mut self.trial, node) {
            trial.notice = None;
            match input {
                Move::StepBack { before_turn } => *trial = trial.before(*before_turn),
                _ => trial.moves.push(Placed { node, input: input.clone() }),
            }
        }
        let latest = &self.recording.events()[before..];
        if !matches!(input, Move::Note { .. } | Move::Skip { .. }) {
            self.cut_off = latest.iter().any(|event| matches!(event, Event::Interrupted { .. }));
        }
        self.clock.restart(self.recording.session().clock_ms(), now);
        if matches!(input, Move::StepBack { .. }) {
            // What was said before that turn need not be heard again.
            self.head = Playhead::at_end(self.recording.events());
            self.refresh();
            self.skip_line(now);
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Intent>().add_systems(
        Update,
        (take_intents, tell_the_stage).chain().run_if(in_state(Screen::Visit)).run_if(resource_exists::<Playing>),
    );
    stage::plugin(app);
}

fn take_intents(
    mut intents: MessageReader<Intent>,
    mut playing: ResMut<Playing>,
    time: Res<Time<Real>>,
    mut wakes: ResMut<Wakes>,
) {
    let now = time.elapsed();
    for intent in intents.read() {
        playing.take(*intent, now);
    }
    playing.advance(now);
    if playing.demo().is_some() {
        playing.go_on_with_demo(now);
        playing.advance(now);
        if let Some(wait) = playing.demo_due(now) {
            wakes.after(wait);
        }
    }
    if let Some(wait) = playing.next_change(now) {
        wakes.after(wait);
    }
}

use stage::tell_the_stage;

#[cfg(test)]
mod tests;
