//! Whole play-throughs of a shipped scenario: like an expert but for named slips, or at random; nobody is ever interrupted.
#![allow(dead_code, reason = "each test file uses its part")]

use calmdesk::rubric::{Assessment, Assessor, Plan, Rubric};
use calmdesk::scenario::model::{NodeKind, Scenario};
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Awaiting, Event, Mode, Move, Offer, ResolvedMove, Session, Settings};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Critical;
use calmdesk::vocabulary::Locale;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// A shipped scenario by its folder, loaded without any problem.
pub fn shipped(id: &str) -> Arc<Scenario> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(id);
    let loaded = load(&SourceBundle::read_dir(&folder).expect("the folder is there"));
    let problems: Vec<String> = loaded.diagnostics.iter().map(|d| format!("{d:?}")).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    loaded.scenario.expect("no problems, so a scenario")
}

/// How a play-through went.
pub struct Played {
    /// The node at which it ended.
    pub end: String,
    pub result: Assessment,
    /// Nodes at which somebody spoke, chose or handed in a paper.
    pub seen: BTreeSet<String>,
    /// The last visit that began, from 0.
    pub visit: u16,
}

impl Played {
    pub fn failed(&self, kind: Critical) -> bool {
        self.result.critical.iter().any(|c| c.kind == kind)
    }
}

/// Plays to the end. `slip` may write another entry of a field (`register.hours`, the ids of its entries) than the
/// right one.
pub fn play(
    scenario: &Arc<Scenario>,
    seed: u64,
    mut choose: impl FnMut(&Assessor, &str, Offer) -> u8,
    mut slip: impl FnMut(&str, &[&str]) -> Option<u8>,
) -> Played {
    let plan = Arc::new(Plan::new(Rubric::shipped(), scenario, ActCatalogue::shipped()));
    let mut assessor = Assessor::of(plan, true);
    let mut events: Vec<Event> = Vec::new();
    let (mut seen, mut visit) = (BTreeSet::new(), 0);
    let settings = Settings { seed, mode: Mode::Exam, timed: true };
    let mut session = Session::begin(Arc::clone(scenario), settings, &mut events);
    loop {
        for event in events.drain(..) {
            match event {
                Event::Said { node, .. } | Event::Chose { node, .. } | Event::Filled { node, .. } => {
                    seen.insert(scenario.nodes[node.at()].id.clone());
                }
                Event::VisitBegan { visit: began, .. } => visit = began.0,
                _ => {}
            }
            assessor.observe(&event);
        }
        match session.awaiting() {
            Awaiting::Ended { node } => {
                let end = scenario.nodes[node.at()].id.clone();
                return Played { end, result: assessor.assessment(), seen, visit };
            }
            Awaiting::Desk { node } => {
                let mut written = session.rightly(node).expect("a desk task");
                let task = scenario.task(node).expect("a desk task");
                for field in &task.form.fields {
                    let name = format!("{}.{}", scenario.nodes[node.at()].id, field.id);
                    let ids: Vec<&str> =
                        field.entries.clone().map(|at| task.form.entries[at as usize].opt.id.as_str()).collect();
                    if let Some(slip) = slip(&name, &ids) {
                        assert!(task.form.write(&mut written, field.entries.start + slip), "{name}");
                    }
                }
                let step = ResolvedMove::Fill { written, wait_ms: 9000 };
                session.apply(&session.name(step).expect("a task that fits"), &mut events).expect("a filled paper");
            }
            Awaiting::Choice { node, offer } => {
                let at = &scenario.nodes[node.at()];
                let NodeKind::Choice(choice) = &at.kind else { panic!("{} is no choice", at.id) };
                let option = choice.options[choose(&assessor, &at.id, offer) as usize].id.clone();
                let wait_ms = session.speech_ends_ms().saturating_sub(session.clock_ms()) as u32 + 1200;
                session.apply(&Move::Choose { option, wait_ms }, &mut events).expect("an option on offer");
            }
        }
    }
}

/// Plays like an expert except for the named slips: `(choice, option)`, `(form.field, entry)`.
pub fn play_but(scenario: &Arc<Scenario>, slips: &[(&str, &str)]) -> Played {
    let choose = |assessor: &Assessor, node: &str, offer: Offer| {
        let Some((_, wanted)) = slips.iter().find(|(at, _)| *at == node) else {
            return assessor.hint().expect("something is on offer");
        };
        let NodeKind::Choice(choice) = &scenario.nodes.iter().find(|n| n.id == node).expect("the node at hand").kind
        else {
            panic!("{node} is no choice")
        };
        let found = offer.as_slice().iter().copied().find(|o| choice.options[*o as usize].id == *wanted);
        found.unwrap_or_else(|| panic!("{node}.{wanted} is not on offer"))
    };
    let slip = |field: &str, ids: &[&str]| {
        let (_, wanted) = slips.iter().find(|(at, _)| *at == field)?;
        let found = ids.iter().position(|id| id == wanted);
        Some(found.unwrap_or_else(|| panic!("{field} has no {wanted}")) as u8)
    };
    play(scenario, 1, choose, slip)
}

/// Any option on offer, any entry of each field.
pub fn at_random(scenario: &Arc<Scenario>, seed: u64) -> Played {
    let (mut dice, mut pen) = (ChaCha8Rng::seed_from_u64(seed), ChaCha8Rng::seed_from_u64(!seed));
    play(
        scenario,
        seed,
        |_, _, offer| offer.as_slice()[dice.random_range(0..offer.as_slice().len())],
        |_, ids| Some(pen.random_range(0..ids.len()) as u8),
    )
}

/// Whatever is said or written in the scenario says something else in English.
pub fn assert_translated(scenario: &Scenario) {
    for node in &mut scenario.nodes.clone() {
        for (of, text) in node.kind.texts_mut() {
            if !text.original.is_empty() {
                assert_ne!(text.get(Locale::En), text.original, "{}{of} is not translated", node.id);
            }
        }
    }
}
