//! What the benches share: the shipped scenarios, generated ones of any size, and sessions that somebody played.

#![allow(dead_code, reason = "each bench takes what it needs")]
#![allow(clippy::unwrap_used, reason = "a bench that cannot begin should stop")]

#[path = "../dialogue/mod.rs"]
pub mod dialogue;

use calmdesk::authoring::library;
use calmdesk::logbook::log::Files;
use calmdesk::logbook::recording::Start;
use calmdesk::procedure::{LawLibrary, PaperCatalogue};
use calmdesk::rehearsal::{Policy, play};
use calmdesk::report::{Input, Page, Versions, page};
use calmdesk::rubric::{Assessor, Plan, Rubric};
use calmdesk::scenario::model::Scenario;
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Awaiting, Event, Move, ResolvedMove, Session, Settings};
use calmdesk::vocabulary::ActCatalogue;
use criterion::Criterion;
use std::sync::Arc;
use std::time::Duration;

/// As the program has it.
#[global_allocator]
static HEAP: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Nodes of the generated dialogue: about three times as many in the scenario.
pub const SIZES: [usize; 4] = [1, 20, 200, 2000];
/// The shipped scenario that single figures are about.
pub const SHIPPED: &str = "noise-upstairs";

/// Enough rounds to see a change of a few percent, short enough to run them all while a kettle boils.
pub fn criterion() -> Criterion {
    Criterion::default()
        .sample_size(15)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
}

pub fn shipped(id: &str) -> Arc<Scenario> {
    library::find(id).unwrap().scenario().unwrap().clone()
}

pub fn bundle(nodes: usize) -> SourceBundle {
    SourceBundle::of_text("generated", dialogue::ron(&dialogue::generate(nodes)))
}

pub fn generated(nodes: usize) -> Arc<Scenario> {
    load(&bundle(nodes)).scenario.unwrap()
}

pub fn assessor(scenario: &Scenario) -> Assessor {
    Assessor::of(Arc::new(Plan::new(Rubric::shipped(), scenario, ActCatalogue::shipped())), true)
}

/// An option on offer, chosen by the dice a breath after the visitor has finished; `None` at the end.
pub fn pick(session: &Session, dice: &mut dialogue::Dice) -> Option<ResolvedMove> {
    let Awaiting::Choice { offer, .. } = session.awaiting() else { return None };
    let shown = offer.as_slice();
    let option = shown[dice.below(shown.len() as u32) as usize];
    let left = session.speech_ends_ms().saturating_sub(session.clock_ms());
    Some(ResolvedMove::Choose { option, wait_ms: (left + 1200) as u32 })
}

/// The first so many moves of a session and its events.
pub fn played(scenario: &Arc<Scenario>, moves: usize) -> (Vec<Move>, Vec<Event>) {
    let (mut dice, mut events, mut taken) = (dialogue::Dice::new(3), Vec::new(), Vec::new());
    let mut session = Session::begin(Arc::clone(scenario), Settings::default(), &mut events);
    while taken.len() < moves
        && let Some(step) = pick(&session, &mut dice)
    {
        taken.push(session.name(step).unwrap());
        session.take(step, &mut events);
    }
    (taken, events)
}

pub fn start(scenario: &Arc<Scenario>, files: Files) -> Start {
    Start {
        scenario: Arc::clone(scenario),
        files,
        settings: Settings::default(),
        started: "2026-03-09T09:12:00+08:00".to_owned(),
        trainee: None,
        class: None,
        played_by: None,
    }
}

/// The report of a shipped scenario, played with this seed by somebody who means well.
pub fn report(id: &str, seed: u64) -> Page {
    let (scenario, settings) = (shipped(id), Settings { seed, ..Settings::default() });
    let events = play(&scenario, &settings, Policy::Careful, Rubric::shipped()).events;
    page_of(&scenario, &settings, &events)
}

pub fn page_of(scenario: &Scenario, settings: &Settings, events: &[Event]) -> Page {
    let input = Input {
        scenario,
        rubric: Rubric::shipped(),
        acts: ActCatalogue::shipped(),
        law: LawLibrary::shipped(),
        papers: PaperCatalogue::shipped(),
        settings,
        trainee: Some("A-017"),
        class: Some("第一班"),
        started: "2026-03-09T09:12:00+08:00",
        attempt: None,
        self_rating: None,
        how: None,
        versions: Versions { app: "bench", acts: "bench", rubric: "bench", model: "bench" },
        events,
    };
    page(&input, calmdesk::vocabulary::Locale::default())
}
