//! Machines that understand nothing: whatever they do over and over, no scenario lets them pass.

use crate::stages::all;
use calmdesk::procedure::FormAnswer;
use calmdesk::rehearsal::batch::{Batch, seed_of};
use calmdesk::rehearsal::{self, Player, Policy};
use calmdesk::rubric::{Assessor, Rubric, Standing};
use calmdesk::scenario::model::Scenario;
use calmdesk::session::{Awaiting, Event, Mode, ResolvedMove, Session, Settings};
use calmdesk::vocabulary::{ActCatalogue, ActIx, NodeIx};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// More moves than any visit has.
const MOVES: usize = 2_000;

/// Plays by a machine that is asked at each step; whether it passed, and whether it came to an ending.
pub fn play(
    scenario: &Arc<Scenario>,
    seed: u64,
    mut next: impl FnMut(&Session, &mut ChaCha8Rng) -> Option<ResolvedMove>,
) -> (bool, bool) {
    let settings = Settings { seed: seed_of(7, seed), mode: Mode::Exam, timed: true };
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let mut events = Vec::new();
    let mut session = Session::begin(Arc::clone(scenario), settings, &mut events);
    let mut assessor = Assessor::new(Rubric::shipped(), scenario, ActCatalogue::shipped(), true);
    for _ in 0..MOVES {
        events.drain(..).for_each(|event| assessor.observe(&event));
        let Some(step) = next(&session, &mut dice) else { break };
        session.take(step, &mut events);
    }
    events.drain(..).for_each(|event| assessor.observe(&event));
    let ended = matches!(session.awaiting(), Awaiting::Ended { .. });
    (assessor.totals().standing(Rubric::shipped().pass, ended) == Standing::Passed, ended)
}

/// What is on offer at a node that does this act, of a choice or of a paper's field.
fn doing(scenario: &Scenario, node: NodeIx, options: impl IntoIterator<Item = u8>, act: ActIx) -> Option<u8> {
    let does = |at: &u8| scenario.option(node, *at).is_some_and(|option| option.acts.iter().any(|one| one.kind == act));
    options.into_iter().find(does)
}

/// Does this act wherever it can, and otherwise what stands first in the file, or with dice whatever comes.
fn insists(session: &Session, act: ActIx, mut dice: Option<&mut ChaCha8Rng>) -> Option<ResolvedMove> {
    let left = session.speech_ends_ms().saturating_sub(session.clock_ms());
    let wait_ms = u32::try_from(left).unwrap_or(u32::MAX / 2).saturating_add(1200);
    let scenario = session.scenario();
    Some(match session.awaiting() {
        Awaiting::Choice { node, offer } => {
            let mut all = offer.as_slice().to_vec();
            all.sort_unstable();
            let any = all[dice.map_or(0, |dice| dice.random_range(0..all.len() as u32)) as usize];
            let option = doing(scenario, node, all.iter().copied(), act).unwrap_or(any);
            ResolvedMove::Choose { option, wait_ms }
        }
        Awaiting::Desk { node } => {
            let form = &scenario.task(node)?.form;
            let mut written = FormAnswer::default();
            for field in &form.fields {
                let number = field.entries.len() as u32;
                let any = dice.as_mut().map_or(0, |dice| dice.random_range(0..number));
                let any = field.entries.clone().nth(any as usize)?;
                form.write(&mut written, doing(scenario, node, field.entries.clone(), act).unwrap_or(any));
            }
            ResolvedMove::Fill { written, wait_ms }
        }
        Awaiting::Ended { .. } => return None,
    })
}

fn scenarios() -> impl Iterator<Item = (&'static str, Arc<Scenario>)> {
    all()
}

#[test]
fn one_act_for_ever_never_passes() {
    let acts = ActCatalogue::shipped();
    let mut passed = Vec::new();
    for (id, scenario) in scenarios() {
        for (act, known) in acts.iter() {
            for seed in 0..2 {
                let (passes, ended) = play(&scenario, seed, |session, _| insists(session, act, None));
                assert!(ended, "{id} {} {seed}: no ending", known.name);
                if passes {
                    passed.push(format!("{id} {} {seed}", known.name));
                }
            }
        }
    }
    assert!(passed.is_empty(), "{passed:?}");
}

#[test]
fn each_act_in_its_turn_never_passes() {
    let acts: Vec<ActIx> = ActCatalogue::shipped().iter().map(|(act, _)| act).collect();
    let mut passed = Vec::new();
    for (id, scenario) in scenarios() {
        for from in 0..acts.len() {
            let mut turn = from;
            let (passes, _) = play(&scenario, from as u64, |session, _| {
                turn += 1;
                insists(session, acts[turn % acts.len()], None)
            });
            if passes {
                passed.push(format!("{id} from {from}"));
            }
        }
    }
    assert!(passed.is_empty(), "{passed:?}");
}

/// With whatever comes in between, it passes no more often than luck alone may: one run in twenty.
#[test]
fn one_act_for_ever_and_luck_passes_no_more_than_luck() {
    let acts = ActCatalogue::shipped();
    for (id, scenario) in scenarios() {
        let runs = acts.iter().flat_map(|(act, _)| (0..2).map(move |seed| (act, seed)));
        let (mut passed, mut all) = (0, 0);
        for (act, seed) in runs {
            let (passes, _) = play(&scenario, seed, |session, dice| insists(session, act, Some(dice)));
            (passed, all) = (passed + u32::from(passes), all + 1);
        }
        assert!(passed * 20 <= all, "{id}: {passed} of {all}");
    }
}

#[test]
fn gestures_alone_come_to_nothing_and_a_row_of_them_before_every_answer_does_not_pass() {
    let gestures: Vec<ActIx> = ActCatalogue::shipped().gestures().map(|(act, _)| act).collect();
    for (id, scenario) in scenarios() {
        let mut turn = 0;
        let (passes, ended) = play(&scenario, 1, |session, _| {
            turn += 1;
            let gesture = ResolvedMove::Gesture { act: gestures[turn % gestures.len()], wait_ms: 200 };
            session.awaiting().node().map(|_| gesture)
        });
        assert!(!passes && !ended, "{id}: gestures alone");
        for seed in 0..20 {
            // All of them at every choice, then what stands first.
            let (mut left, mut asked) = (0, usize::MAX);
            let mut choices = 0;
            let (passes, ended) = play(&scenario, seed, |session, _| {
                if asked != choices {
                    (left, asked) = (gestures.len(), choices);
                }
                if left > 0 && matches!(session.awaiting(), Awaiting::Choice { .. }) {
                    left -= 1;
                    return Some(ResolvedMove::Gesture { act: gestures[left], wait_ms: 200 });
                }
                choices += 1;
                insists(session, gestures[0], None)
            });
            assert!(ended && !passes, "{id} {seed}: all gestures");
        }
    }
}

/// How many of so many runs a policy passes.
fn passes(scenario: &Arc<Scenario>, policy: Policy, runs: u64) -> u64 {
    let batch = Batch::new(Arc::clone(scenario), Rubric::shipped());
    batch.rehearse(policy, runs, 1, 2, &AtomicU64::new(0)).passed
}

#[test]
fn whoever_goes_by_looks_does_not_pass() {
    let mut found = Vec::new();
    for policy in Policy::guesses().filter(|policy| *policy != Policy::Random) {
        for (id, scenario) in scenarios() {
            if passes(&scenario, policy, 100) * 10 > 100 {
                found.push((id, policy));
            }
        }
    }
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn who_cuts_everybody_off_never_passes() {
    for (id, scenario) in scenarios() {
        assert_eq!(passes(&scenario, Policy::Interrupter, 100), 0, "{id}");
    }
}

/// Where the expert's own choices lead if none of them waits for a word to be over.
fn without_listening(scenario: &Arc<Scenario>) -> NodeIx {
    let settings = Settings { seed: 1, mode: Mode::Exam, timed: true };
    let heard = rehearsal::play(scenario, &settings, Policy::Expert, Rubric::shipped());
    let mut said: Vec<(NodeIx, ResolvedMove)> = (heard.events.iter())
        .filter_map(|event| match *event {
            Event::Chose { node, option, .. } => Some((node, ResolvedMove::Choose { option, wait_ms: 0 })),
            Event::Filled { node, written, .. } => Some((node, ResolvedMove::Fill { written, wait_ms: 0 })),
            _ => None,
        })
        .collect();
    let mut events = Vec::new();
    let mut session = Session::begin(Arc::clone(scenario), settings, &mut events);
    for _ in 0..MOVES {
        let (at, offer) = match session.awaiting() {
            Awaiting::Ended { node } => return node,
            Awaiting::Choice { node, offer } => (node, offer.as_slice().to_vec()),
            Awaiting::Desk { node } => (node, Vec::new()),
        };
        let fits = |one: &(NodeIx, ResolvedMove)| match one.1 {
            ResolvedMove::Choose { option, .. } => one.0 == at && offer.contains(&option),
            _ => one.0 == at,
        };
        let step = match said.iter().position(fits) {
            Some(found) => said.remove(found).1,
            // Where the expert never was, whatever stands first is taken.
            None => ResolvedMove::Choose { option: offer.into_iter().min().expect("a choice"), wait_ms: 0 },
        };
        session.take(step, &mut events);
    }
    panic!("{}: no ending", scenario.id);
}

#[test]
fn who_cuts_everybody_off_never_reaches_the_best_ending() {
    let ending = |scenario: &Arc<Scenario>, policy, seed| {
        let played =
            rehearsal::play(scenario, &Settings { seed, mode: Mode::Exam, timed: true }, policy, Rubric::shipped());
        played.events.iter().find_map(|event| match event {
            Event::Ended { node } => Some(*node),
            _ => None,
        })
    };
    for (id, scenario) in scenarios() {
        let best = ending(&scenario, Policy::Expert, 1);
        assert!(best.is_some(), "{id}");
        for seed in 0..20 {
            assert_ne!(ending(&scenario, Policy::Interrupter, seed), best, "{id} {seed}");
        }
        // The very choices of the expert, each put into the visitor's first word.
        assert_ne!(Some(without_listening(&scenario)), best, "{id}");
    }
}

/// A machine that has learnt how the other scenarios are written plays as the policy of that name does.
#[test]
fn the_surface_model_has_not_seen_the_scenario_it_plays() {
    use calmdesk::lint::surface::model_for;
    let models: Vec<_> = scenarios().map(|(_, scenario)| model_for(&scenario, scenario.locale).unwrap()).collect();
    assert!(models.windows(2).all(|pair| pair[0] != pair[1]), "each leaves out another, or none");
    let (_, scenario) = scenarios().next().unwrap();
    // A copy under another name is not learnt from either.
    let copy = Scenario { id: "copy".to_owned(), ..Scenario::clone(&scenario) };
    assert_eq!(model_for(&copy, copy.locale), model_for(&scenario, scenario.locale));
    let mut player = Player::new(Policy::Surface, 1);
    let session = Session::begin(Arc::clone(&scenario), Settings::default(), &mut Vec::new());
    let assessor = Assessor::new(Rubric::shipped(), &scenario, ActCatalogue::shipped(), true);
    assert!(player.decide(&session, &assessor).is_some());
}
