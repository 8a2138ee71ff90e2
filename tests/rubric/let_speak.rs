//! Listening is measured by what was let be said: a sweep from cutting everybody off to hearing everybody out.

use calmdesk::authoring::library;
use calmdesk::rehearsal::{Player, Policy};
use calmdesk::rubric::{Assessment, Assessor, Rubric, Standing, assess};
use calmdesk::scenario::model::Scenario;
use calmdesk::session::{Event, Move, MoveError, ResolvedMove, Session, Settings};
use calmdesk::vocabulary::ActCatalogue;
use std::sync::Arc;

const SHIPPED: [&str; 3] = ["noise-upstairs", "collective-wages", "demolition-report"];

fn scenario(id: &str) -> Arc<Scenario> {
    library::find(id).unwrap().scenario().unwrap().clone()
}

/// Plays to the end; what the policy would wait is cut to so many percent.
fn played(scenario: &Arc<Scenario>, policy: Policy, seed: u64, percent: u32) -> Assessment {
    let (rubric, settings) = (Rubric::shipped(), Settings { seed, ..Settings::default() });
    let mut events: Vec<Event> = Vec::new();
    let mut session = Session::begin(scenario.clone(), settings, &mut events);
    let mut assessor = Assessor::new(rubric, scenario, ActCatalogue::shipped(), true);
    events.iter().for_each(|event| assessor.observe(event));
    let mut player = Player::new(policy, seed);
    for _ in 0..2_000 {
        let Some(mut step) = player.decide(&session, &assessor) else { break };
        if let ResolvedMove::Choose { wait_ms, .. } | ResolvedMove::Fill { wait_ms, .. } = &mut step {
            *wait_ms = *wait_ms * percent / 100;
        }
        let before = events.len();
        session.take(step, &mut events);
        events[before..].iter().for_each(|event| assessor.observe(event));
    }
    assess(rubric, scenario, true, &events)
}

#[test]
fn the_less_is_let_be_said_the_less_listening_scores() {
    for id in SHIPPED {
        let scenario = scenario(id);
        let mut row = Vec::new();
        for percent in [0, 20, 40, 60, 80, 100] {
            let found: Vec<Assessment> = (0..4).map(|seed| played(&scenario, Policy::Expert, seed, percent)).collect();
            let mean = |of: fn(&Assessment) -> i64| found.iter().map(of).sum::<i64>() / found.len() as i64;
            let said = mean(|one| one.let_speak.unwrap().0);
            let listening = mean(|one| one.dimensions[0].unwrap().0);
            row.push((percent, said, listening));
        }
        println!("{id}: {row:?}");
        assert!(row.windows(2).all(|pair| pair[0].1 < pair[1].1), "{id}: {row:?}");
        assert!(row.windows(2).all(|pair| pair[0].2 <= pair[1].2), "{id}: {row:?}");
        assert!(row[0].2 <= 100 && row[5].2 >= 850, "{id}: {row:?}");
    }
}

#[test]
fn who_cuts_everybody_off_has_not_listened_and_never_passes() {
    for id in SHIPPED {
        let scenario = scenario(id);
        for seed in 0..8 {
            let found = played(&scenario, Policy::Interrupter, seed, 100);
            let listening = found.dimensions[0].unwrap().0;
            println!("{id} {seed}: {listening} of {:?}", found.let_speak);
            assert!(listening <= 400, "{id} {seed}: {listening}");
            assert!(matches!(found.standing(Rubric::shipped().pass, true), Standing::NotPassed(_)), "{id} {seed}");
        }
    }
}

#[test]
fn what_is_skipped_is_no_patience_and_an_exam_has_no_skipping() {
    let scenario = scenario(SHIPPED[0]);
    let first = |skip: Option<u32>, wait_ms| {
        let mut events = Vec::new();
        let mut session = Session::begin(scenario.clone(), Settings { seed: 3, ..Settings::default() }, &mut events);
        if let Some(skip_ms) = skip {
            session.apply(&Move::Skip { wait_ms: 100, skip_ms }, &mut events).unwrap();
        }
        let assessor = Assessor::new(Rubric::shipped(), &scenario, ActCatalogue::shipped(), true);
        let Some(ResolvedMove::Choose { option, .. }) = Player::new(Policy::First, 1).decide(&session, &assessor)
        else {
            panic!("the first turn is a choice")
        };
        session.take(ResolvedMove::Choose { option, wait_ms }, &mut events);
        let found = assess(Rubric::shipped(), &scenario, true, &events);
        let heard = Rubric::shipped().find("heard-out").unwrap();
        (found.evidence.iter().filter(|one| one.criterion == heard).count(), found.let_speak, events)
    };
    let (heard, share, _) = first(None, 120_000);
    assert_eq!((heard, share.map(|share| share.0)), (1, Some(1000)));
    let (heard, share, events) = first(Some(120_000), 1_000);
    assert_eq!((heard, share), (0, None), "neither heard nor cut off");
    assert!(events.iter().any(|event| matches!(event, Event::Skipped { unheard: 900.., .. })));
    assert!(!events.iter().any(|event| matches!(event, Event::Interrupted { .. })));
    let (heard, share, events) = first(Some(500), 100);
    assert!(events.iter().any(|event| matches!(event, Event::Interrupted { .. })));
    assert_eq!((heard, share.map(|share| share.0)), (1, Some(0)), "a small skip does not excuse from cutting in");

    let exam = Settings { mode: calmdesk::session::Mode::Exam, ..Settings::default() };
    let mut session = Session::begin(scenario.clone(), exam, &mut Vec::new());
    let refused = session.apply(&Move::Skip { wait_ms: 0, skip_ms: 9_000 }, &mut Vec::new());
    assert_eq!(refused, Err(MoveError::NoSkipInExam));
}
