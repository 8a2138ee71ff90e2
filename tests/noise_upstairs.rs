//! 《深夜的挪动声》 as it is played: it loads clean, it ranks people as people would, and what was said comes back.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

use calmdesk::locale::Locale;
use calmdesk::rubric::assessment::Reason;
use calmdesk::rubric::{ActCatalogue, Assessment, Assessor, Plan, Rubric};
use calmdesk::scenario::model::{NodeKind, Scenario};
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Awaiting, Event, Mode, Move, Offer, Session, Settings, Step};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::path::Path;
use std::sync::Arc;

fn scenario() -> Arc<Scenario> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/noise-upstairs");
    let loaded = load(&SourceBundle::read_dir(&folder).expect("the folder is there"));
    let problems: Vec<String> = loaded.diagnostics.iter().map(|d| format!("{d:?}")).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    loaded.scenario.expect("no problems, so a scenario")
}

/// Ends at the returned node, after never interrupting anybody. `slip` may write another entry of a field
/// (`register.hours`, the ids of its entries) than the right one.
fn play(
    scenario: &Arc<Scenario>,
    seed: u64,
    mut choose: impl FnMut(&Assessor, &str, Offer) -> u8,
    mut slip: impl FnMut(&str, &[&str]) -> Option<u8>,
) -> (String, Assessment) {
    let plan = Arc::new(Plan::new(Rubric::shipped(), scenario, ActCatalogue::shipped()));
    let mut assessor = Assessor::of(plan, true);
    let mut events: Vec<Event> = Vec::new();
    let settings = Settings { seed, mode: Mode::Exam, timed: true };
    let mut session = Session::begin(Arc::clone(scenario), settings, &mut events);
    loop {
        events.drain(..).for_each(|event| assessor.observe(&event));
        match session.awaiting() {
            Awaiting::Ended { node } => {
                return (scenario.nodes[node.at()].id.clone(), assessor.assessment());
            }
            Awaiting::Desk { node } => {
                let mut written = session.rightly(node).expect("a desk task");
                let task = scenario.task(node).expect("a desk task");
                for field in &task.fields {
                    let name = format!("{}.{}", scenario.nodes[node.at()].id, field.id);
                    let ids: Vec<&str> =
                        field.entries.clone().map(|at| task.entries[at as usize].opt.id.as_str()).collect();
                    if let Some(slip) = slip(&name, &ids) {
                        written.set(field, field.entries.start + slip);
                    }
                }
                let step = Step::Fill { written, wait_ms: 9000 };
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

/// Plays like an expert except at the named choices.
fn play_but(scenario: &Arc<Scenario>, slips: &[(&str, &str)]) -> (String, Assessment) {
    let choose = |assessor: &Assessor, node: &str, offer: Offer| {
        let slip = slips.iter().find(|(at, _)| *at == node).map(|(_, option)| *option);
        let named = |wanted: &str| {
            let found = scenario.nodes.iter().find(|n| n.id == node)?;
            let NodeKind::Choice(choice) = &found.kind else {
                return None;
            };
            offer.as_slice().iter().copied().find(|o| choice.options[*o as usize].id == wanted)
        };
        match slip {
            Some(option) => named(option).unwrap_or_else(|| panic!("{node}.{option} is not on offer")),
            None => assessor.hint().expect("something is on offer"),
        }
    };
    let slip = |field: &str, ids: &[&str]| {
        let (_, wanted) = slips.iter().find(|(at, _)| *at == field)?;
        let found = ids.iter().position(|id| id == wanted);
        Some(found.unwrap_or_else(|| panic!("{field} has no {wanted}")) as u8)
    };
    play(scenario, 1, choose, slip)
}

#[test]
fn every_text_has_its_english() {
    let scenario = scenario();
    for node in &scenario.nodes {
        let texts: Vec<_> = match &node.kind {
            NodeKind::Line(line) => line.variants.iter().map(|v| &v.say).collect(),
            NodeKind::Choice(choice) => choice.options.iter().map(|o| &o.text).collect(),
            NodeKind::End(end) => vec![&end.title, &end.text],
            NodeKind::TimePasses(passes) => vec![&passes.text],
            NodeKind::Desk(task) => task.entries.iter().filter(|entry| !entry.made).map(|e| &e.opt.text).collect(),
            NodeKind::Branch(_) => Vec::new(),
        };
        for text in texts {
            assert_ne!(text.get(Locale::En), text.original, "{} is not translated", node.id);
        }
    }
}

#[test]
fn good_reception_scores_and_chance_does_not() {
    let scenario = scenario();
    let (end, expert) = play_but(&scenario, &[]);
    assert_eq!(end, "end_holds");
    for score in expert.dimensions {
        assert!(score.expect("every dimension is tested").0 >= 850, "{:?}", expert.dimensions);
    }
    let mut sums = [0; 3];
    for seed in 1..=200 {
        let (mut dice, mut pen) = (ChaCha8Rng::seed_from_u64(seed), ChaCha8Rng::seed_from_u64(!seed));
        let (_, result) = play(
            &scenario,
            seed,
            |_, _, offer| offer.as_slice()[dice.random_range(0..offer.as_slice().len())],
            |_, ids| Some(pen.random_range(0..ids.len()) as u8),
        );
        for (sum, score) in sums.iter_mut().zip(result.dimensions) {
            *sum += score.map_or(0, |s| s.0);
        }
    }
    assert!(sums.iter().all(|sum| sum / 200 <= 550), "{:?}", sums.map(|sum| sum / 200));
}

#[test]
fn a_sloppy_form_and_a_vague_answer_cost_points_and_nothing_else() {
    let scenario = scenario();
    let (_, best) = play_but(&scenario, &[]);
    // The call that was promised in the answer is known by its words when it comes due.
    let kept = best.evidence.iter().find(|evidence| evidence.reason == Reason::PromiseKept).expect("a kept promise");
    let part = kept.chosen.and_then(|part| scenario.option(kept.node, part)).expect("a part of the answer");
    assert_eq!(part.id, "thursday");
    let sloppy = [("register.number", "whole"), ("register.hours", "works"), ("register.home", "all")];
    let (end, found) = play_but(&scenario, &sloppy);
    assert_eq!(end, "end_holds");
    assert!(found.total < best.total && found.critical.is_empty());
    let (_, vague) = play_but(&scenario, &[("answer_who.basis", "vague"), ("answer_who.time", "soon")]);
    assert!(vague.total < best.total);
    // A Friday nobody can promise comes home, whoever says it where.
    let friday = [("answer_who.time", "friday"), ("answer_owed", "again")];
    assert_eq!(play_but(&scenario, &friday).0, "end_broken");
}

#[test]
fn a_secret_told_upstairs_comes_back_to_the_table() {
    let (end, result) = play_but(&scenario(), &[("his_secret", "trade"), ("after_leak", "good_will")]);
    assert_eq!(end, "end_leak");
    assert_eq!(result.critical.len(), 1);
}

#[test]
fn a_leak_that_is_owned_up_to_does_not_end_the_talk() {
    let (end, _) = play_but(&scenario(), &[("his_secret", "trade"), ("after_leak", "own_zhang")]);
    assert_ne!(end, "end_leak");
}

#[test]
fn a_friday_that_nobody_could_promise_comes_home() {
    let slips = [("behind", "friday"), ("answer_owed", "again")];
    assert_eq!(play_but(&scenario(), &slips).0, "end_broken");
}

#[test]
fn a_pressed_signature_is_torn_up_and_a_threat_empties_the_flat() {
    let scenario = scenario();
    assert_eq!(play_but(&scenario, &[("before_signing", "gone_far")]).0, "end_pressed");
    assert_eq!(play_but(&scenario, &[("before_signing", "or_else")]).0, "end_empty");
}

#[test]
fn fine_words_on_paper_do_not_hold() {
    let (end, result) = play_but(&scenario(), &[("paper", "decent")]);
    assert_eq!(end, "end_thin");
    assert!(result.critical.is_empty());
}
