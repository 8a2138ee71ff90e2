//! Calmdesk: the whole engine, and apart from it what evidence, the log's text and the disk cost.

use crate::dialogue::Dice;
use crate::{Engine, Heard, Outcome};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::rubric::{Assessor, Plan, Rubric};
use calmdesk::scenario::bundle::SourceBundle;
use calmdesk::lint::check;
use calmdesk::scenario::model::{NodeKind, Scenario};
use calmdesk::logbook::log::Files;
use calmdesk::logbook::writer::Sink;
use calmdesk::session::{Awaiting, Event, Mode, Session, Settings, ResolvedMove};
use calmdesk::logbook::recording::{Recording, Start};
use std::path::Path;
use std::sync::Arc;

/// The pause after which the trainee answers.
const BREATH_MS: u64 = 1200;

fn scenario(text: &str) -> Outcome<Arc<Scenario>> {
    let loaded = check(&SourceBundle::of_text("peers", text));
    match loaded.scenario {
        Some(scenario) => Ok(scenario),
        None => Err(format!("the dialogue does not load: {:?}", loaded.diagnostics.first()).into()),
    }
}

const fn settings(seed: u64) -> Settings {
    Settings { seed, mode: Mode::Exam, timed: true }
}

/// Tells what the events of a move said and offered.
#[inline]
fn listen(scenario: &Scenario, events: &[Event], heard: &mut Heard) {
    for event in events {
        match *event {
            Event::Said { node, variant, .. } => {
                if let NodeKind::Line(line) = &scenario.nodes[node.at()].kind {
                    heard.hear(&line.variants[usize::from(variant)].say.original);
                }
            }
            Event::Offered { node, options, .. } => {
                if let NodeKind::Choice(choice) = &scenario.nodes[node.at()].kind {
                    for option in options.as_slice() {
                        heard.hear(&choice.options[usize::from(*option)].text.original());
                    }
                }
            }
            _ => {}
        }
    }
}

/// Takes one of the options on offer, a breath after the visitor has finished.
#[inline]
fn pick(session: &Session, dice: &mut Dice) -> Outcome<ResolvedMove> {
    let Awaiting::Choice { offer, .. } = session.awaiting() else { return Err("the session has ended".into()) };
    let shown = offer.as_slice();
    let option = shown[dice.below(shown.len() as u32) as usize];
    let left = session.speech_ends_ms().saturating_sub(session.clock_ms());
    Ok(ResolvedMove::Choose { option, wait_ms: (left + BREATH_MS) as u32 })
}

/// A session that is played and judged move by move; its events and its evidence stay in memory to its end.
struct Calm {
    session: Session,
    /// What the score goes by; `None`: nobody keeps it.
    plan: Option<Arc<Plan>>,
    assessor: Option<Assessor>,
    events: Vec<Event>,
    /// Where the events of the last move begin.
    latest: usize,
    seed: u64,
}

pub fn load(text: &str) -> Outcome<Box<dyn Engine>> {
    calm(text, true)
}

pub fn load_unjudged(text: &str) -> Outcome<Box<dyn Engine>> {
    calm(text, false)
}

fn calm(text: &str, judged: bool) -> Outcome<Box<dyn Engine>> {
    let scenario = scenario(text)?;
    let plan = judged.then(|| Arc::new(Plan::new(Rubric::shipped(), &scenario, ActCatalogue::shipped())));
    let mut events = Vec::new();
    let session = Session::begin(scenario, settings(0), &mut events);
    Ok(Box::new(Calm { session, plan, assessor: None, events, latest: 0, seed: 0 }))
}

impl Calm {
    fn shown(&mut self, heard: &mut Heard) {
        let latest = &self.events[self.latest..];
        listen(self.session.scenario(), latest, heard);
        if let Some(assessor) = &mut self.assessor {
            latest.iter().for_each(|event| assessor.observe(event));
        }
    }
}

impl Engine for Calm {
    fn begin(&mut self, heard: &mut Heard) -> Outcome<()> {
        self.assessor = self.plan.as_ref().map(|plan| Assessor::of(Arc::clone(plan), true));
        self.events.clear();
        self.latest = 0;
        self.seed += 1;
        let scenario = Arc::clone(self.session.scenario());
        self.session = Session::begin(scenario, settings(self.seed), &mut self.events);
        let _ = heard;
        Ok(())
    }

    fn turn(&mut self, dice: &mut Dice, heard: &mut Heard) -> Outcome<()> {
        self.shown(heard);
        let step = pick(&self.session, dice)?;
        self.latest = self.events.len();
        self.session.take(step, &mut self.events);
        Ok(())
    }
}

/// Swallows the log: its text is made, with checksums, but goes nowhere.
struct Nowhere;

impl Sink for Nowhere {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        std::hint::black_box(bytes);
        Ok(())
    }
    fn sync(&mut self) -> std::io::Result<()> {
        Ok(())
    }
    fn cut(&mut self, _: u64) -> std::io::Result<()> {
        Ok(())
    }
}

/// A session with its log, as trainees play it; `folder: None` keeps the log from the disk.
struct Logged {
    scenario: Arc<Scenario>,
    folder: Option<tempfile::TempDir>,
    recording: Option<Recording>,
    plan: Arc<Plan>,
    assessor: Assessor,
    seed: u64,
}

pub fn load_logged(text: &str) -> Outcome<Box<dyn Engine>> {
    logged(text, None)
}

pub fn load_durable(text: &str) -> Outcome<Box<dyn Engine>> {
    // Beside the program: where temporary files live in memory, nothing would be durable.
    let beside = std::env::current_exe()?;
    let folder = tempfile::tempdir_in(beside.parent().unwrap_or(Path::new(".")))?;
    logged(text, Some(folder))
}

fn logged(text: &str, folder: Option<tempfile::TempDir>) -> Outcome<Box<dyn Engine>> {
    let scenario = scenario(text)?;
    let plan = Arc::new(Plan::new(Rubric::shipped(), &scenario, ActCatalogue::shipped()));
    let assessor = Assessor::of(Arc::clone(&plan), true);
    Ok(Box::new(Logged { scenario, folder, recording: None, plan, assessor, seed: 0 }))
}

impl Engine for Logged {
    fn begin(&mut self, _: &mut Heard) -> Outcome<()> {
        self.seed += 1;
        self.assessor = Assessor::of(Arc::clone(&self.plan), true);
        let start = Start {
            scenario: Arc::clone(&self.scenario),
            // A real log carries the scenario's files in its first line; that is the cost of loading, not of a turn.
            files: Files::default(),
            settings: settings(self.seed),
            started: "2026-03-09T09:12:00+08:00".to_owned(),
            trainee: None,
            class: None,
            played_by: None,
        };
        let recording = match &self.folder {
            Some(folder) => Recording::start(&folder.path().join(format!("{}.log", self.seed)), start)?,
            None => Recording::start_on(Path::new("nowhere"), Box::new(Nowhere), start)?,
        };
        self.recording = Some(recording);
        Ok(())
    }

    fn turn(&mut self, dice: &mut Dice, heard: &mut Heard) -> Outcome<()> {
        let recording = self.recording.as_mut().ok_or("not begun")?;
        listen(&self.scenario, recording.latest(), heard);
        recording.latest().iter().for_each(|event| self.assessor.observe(event));
        let step = pick(recording.session(), dice)?;
        let input = recording.session().name(step).ok_or("the session has ended")?;
        recording.apply(&input)?;
        Ok(())
    }
}
