//! A demonstration: a policy or a log plays, slowly enough to be talked about, and says what it does.

use super::Playing;
use crate::locale::{Locale, Texts};
use crate::logbook::begin::{LogPlace, NewSession, begin};
use crate::logbook::error::LogError;
use crate::logbook::how_played::PlayedBy;
use crate::logbook::log::Files;
use crate::logbook::recording::Opened;
use crate::logbook::store::Store;
use crate::rehearsal::{Player, Policy};
use crate::rubric::{Assessor, Rubric};
use crate::scenario::model::Scenario;
use crate::session::moves::counted_before;
use crate::session::{Mode, Move, effective};
use crate::vocabulary::{ActCatalogue, ActIx};
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

/// How long what comes next is shown before it is done.
const READ: Duration = Duration::from_millis(4500);
/// A note needs no reading.
const NOTE: Duration = Duration::from_millis(600);
/// The same dice for every class.
const SEED: u64 = 11;

/// Who plays.
enum Source {
    Policy(Box<Player>),
    Log(VecDeque<Move>),
}

/// A demonstration under way.
pub struct Demo {
    source: Source,
    held: bool,
    /// What comes next, and since when it is shown.
    next: Option<(Move, Duration)>,
}

impl Demo {
    pub fn by(policy: Policy) -> Self {
        Self { source: Source::Policy(Box::new(Player::new(policy, SEED))), held: false, next: None }
    }

    pub fn of(opened: &Opened) -> Self {
        let moves = counted_before(&opened.moves, |input| input, u32::MAX);
        let moves = moves.into_iter().filter(|input| !matches!(input, Move::Skip { .. }));
        Self { source: Source::Log(moves.collect()), held: false, next: None }
    }

    /// It stands still until somebody goes on.
    pub const fn held(&self) -> bool {
        self.held
    }

    /// What comes next.
    pub fn next(&self) -> Option<&Move> {
        self.next.as_ref().map(|(input, _)| input)
    }

    fn decide(&mut self, playing: &Playing) -> Option<Move> {
        match &mut self.source {
            Source::Log(moves) => moves.pop_front(),
            Source::Policy(player) => {
                let session = playing.recording.session();
                let mut assessor = Assessor::new(
                    Rubric::shipped(),
                    playing.scenario(),
                    ActCatalogue::shipped(),
                    session.settings().timed,
                );
                for event in effective(playing.recording.events()) {
                    assessor.observe(&event);
                }
                session.name(player.decide(session, &assessor)?)
            }
        }
    }
}

/// Begins a session in which `policy` shows how it is done.
///
/// # Errors
///
/// [`LogError`], where the log cannot be begun.
pub fn begin_demo(
    store: &Store,
    scenario: &Arc<Scenario>,
    files: Files,
    policy: Policy,
    (locale, now): (Locale, Duration),
) -> Result<Playing, LogError> {
    let by = PlayedBy::Policy(policy.name().to_owned());
    start(store, scenario, files, (SEED, true), by, Demo::by(policy), (locale, now))
}

/// Begins a session that goes the way of an earlier one.
///
/// # Errors
///
/// As [`begin_demo`].
pub fn replay_demo(store: &Store, opened: &Opened, when: (Locale, Duration)) -> Result<Playing, LogError> {
    let settings = &opened.head.settings;
    let (files, how) = (opened.head.files.clone(), (settings.seed, settings.timed));
    start(store, &opened.scenario, files, how, PlayedBy::Answers, Demo::of(opened), when)
}

fn start(
    store: &Store,
    scenario: &Arc<Scenario>,
    files: Files,
    (seed, timed): (u64, bool),
    played_by: PlayedBy,
    demo: Demo,
    (locale, now): (Locale, Duration),
) -> Result<Playing, LogError> {
    let (scenario, mode) = (Arc::clone(scenario), Mode::Practice);
    let new = NewSession { scenario, files, mode, timed, seed: Some(seed), trainee: None, class: None, played_by };
    let mut playing = Playing::begin(begin(LogPlace::Among(store), new)?, locale, now);
    playing.demo = Some(demo);
    Ok(playing)
}

impl Playing {
    pub fn demo(&self) -> Option<&Demo> {
        self.demo.as_ref()
    }

    pub(super) fn hold_demo(&mut self, now: Duration) {
        if let Some(demo) = &mut self.demo {
            demo.held = !demo.held;
            if let Some((_, since)) = &mut demo.next {
                *since = now;
            }
        }
    }

    /// What is shown is done at once.
    pub(super) fn hurry_demo(&mut self, now: Duration) {
        let Some(mut demo) = self.demo.take() else { return };
        if let Some((input, _)) = demo.next.take() {
            self.make(&timed(input, self.clock.wait_ms(now)), now);
        }
        self.demo = Some(demo);
    }

    /// Shows what comes next, and does it when it has been read.
    pub(super) fn go_on_with_demo(&mut self, now: Duration) {
        if self.card().is_some() || !self.may_act() || self.speaking(now) {
            return;
        }
        let Some(mut demo) = self.demo.take() else { return };
        match &demo.next {
            None => demo.next = demo.decide(self).map(|input| (input, now)),
            Some((input, since)) if !demo.held && now.saturating_sub(*since) >= pause_for(input) => {
                let input = timed(input.clone(), self.clock.wait_ms(now));
                demo.next = None;
                self.make(&input, now);
            }
            Some(_) => {}
        }
        self.demo = Some(demo);
    }

    /// Until the demonstration goes on by itself.
    pub(super) fn demo_due(&self, now: Duration) -> Option<Duration> {
        let demo = self.demo.as_ref().filter(|demo| !demo.held)?;
        if self.card().is_some() || self.speaking(now) {
            return None;
        }
        let (input, since) = demo.next.as_ref()?;
        Some((*since + pause_for(input)).saturating_sub(now) + Duration::from_millis(5))
    }

    /// The place, among the options shown, of what the demonstration chooses next.
    pub fn demo_place(&self) -> Option<usize> {
        let Move::Choose { option, .. } = self.demo.as_ref()?.next()? else { return None };
        self.options().iter().position(|shown| shown.id == *option)
    }

    /// The acts of what comes next.
    pub fn demo_acts(&self) -> Vec<ActIx> {
        match self.demo.as_ref().and_then(Demo::next) {
            Some(Move::Choose { option, .. }) => {
                let chosen = self.options().into_iter().find(|shown| shown.id == *option);
                chosen.map_or_else(Vec::new, |option| option.acts.iter().map(|act| act.kind).collect())
            }
            Some(Move::Gesture { act, .. }) => ActCatalogue::shipped().find(act).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// What is done next, and why, in words.
    pub fn demo_comment(&self) -> Option<String> {
        let locale = self.locale;
        let name = |act: &ActIx| locale.text(&format!("act-{}", ActCatalogue::shipped()[*act].name)).into_owned();
        let acts = self.demo_acts();
        let first = acts.first()?;
        let why = locale.find(&format!("act-{}.why", ActCatalogue::shipped()[*first].name), None);
        let names: Vec<String> = acts.iter().map(name).collect();
        Some(format!("{}。{}", names.join(&locale.text("report-face-and")), why.unwrap_or_default()))
    }
}

fn pause_for(input: &Move) -> Duration {
    if matches!(input, Move::Note { .. }) { NOTE } else { READ }
}

/// The same move after this time.
fn timed(mut input: Move, now_ms: u32) -> Move {
    match &mut input {
        Move::Choose { wait_ms, .. }
        | Move::Gesture { wait_ms, .. }
        | Move::Fill { wait_ms, .. }
        | Move::Note { wait_ms, .. }
        | Move::Skip { wait_ms, .. } => *wait_ms = now_ms,
        Move::StepBack { .. } => {}
    }
    input
}
