//! The session as the window and the terminal meet it: moves in, events out, nothing else.

use calmdesk::authoring::library;
use calmdesk::rehearsal::{Policy, play};
use calmdesk::rubric::Rubric;
use calmdesk::scenario::model::Scenario;
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Awaiting, Event, Mode, Move, MoveError, Session, Settings, effective};
use calmdesk::vocabulary::Pause;
use proptest::prelude::*;
use std::sync::Arc;

/// Two visits, a promise, a hook, a fact, a condition on trust.
const PLAY: &str = r#"
Scenario(
    title: "试",
    plays_on: "2026-03-09",
    visitors: { "li": (name: "李", persona: "agitated/unfair") },
    facts: { "hours": "夜里" },
    promises: { "call": (text: "回电话", due_days: 2) },
    visits: {
        "one": (title: "一", present: ["li"], start: "arrive"),
        "two": (title: "二", present: ["li"], start: "again"),
    },
    hooks: (on_outburst: "stands"),
    nodes: {
        "arrive": Line(who: "li", say: "天天夜里搬东西，我真寒心。", cues: [Feeling("寒心"), Fact("hours")], then: "first"),
        "first": Choice([
            (id: "mirror", say: "您说寒心。", acts: [MirrorWords("寒心")], then: "ask"),
            (id: "calm", say: "别激动。", acts: [NegateEmotion, Deflect], then: "first"),
            (id: "promise", say: "两天内回您。", acts: [Promise("call")], then: "ask"),
            (id: "secret", say: "……", when: AtLeast("li", Trust, 0.9), acts: [KeepSilent], then: "ask"),
        ]),
        "stands": Line(who: "li", say: "你说什么？！", then: "return"),
        "ask": Line(who: "li", say: "那你说怎么办？", cues: [Question], then: "answer"),
        "answer": OrderedChoice([
            (id: "go", say: "我去看。", acts: [VisitSite], then: "week"),
            (id: "no", say: "不归我管。", acts: [Deflect], then: "week"),
        ]),
        "week": TimePasses(days: 5, say: "五天。", visit: "two"),
        "again": Line(who: "li", say: "我又来了。", then: "last"),
        "last": Choice([
            (id: "bye", say: "好。", acts: [SeeOff], then: "end"),
            (id: "sorry", say: "对不住。", acts: [Apologise], then: "end"),
        ]),
        "end": End(outcome: Partial, title: "完", say: "完。"),
    },
)
"#;

fn scenario() -> Arc<Scenario> {
    let loaded = load(&SourceBundle::of_text("play", PLAY));
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
    loaded.scenario.unwrap()
}

fn choose(option: &str, wait_ms: u32) -> Move {
    Move::Choose { option: option.into(), wait_ms }
}

fn begin(settings: Settings) -> (Session, Vec<Event>) {
    let mut events = Vec::new();
    let session = Session::begin(scenario(), settings, &mut events);
    (session, events)
}

fn after(moves: &[Move], settings: Settings) -> (Session, Vec<Event>) {
    let (mut session, mut events) = begin(settings);
    for input in moves {
        session.apply(input, &mut events).unwrap();
    }
    (session, events)
}

#[test]
fn speaking_before_the_visitor_has_finished_is_an_interruption_and_costs_more_the_more_is_cut() {
    let anger = |wait| {
        let (session, events) = after(&[choose("mirror", wait)], Settings::default());
        let cut = events.iter().find_map(|e| match e {
            Event::Interrupted { unsaid, .. } => Some(*unsaid),
            _ => None,
        });
        (cut, session.feelings(calmdesk::vocabulary::VisitorIx(0)).feelings[0])
    };
    let (early, late, done) = (anger(100), anger(1500), anger(20_000));
    assert!(early.0 > late.0 && late.0.is_some(), "{early:?} {late:?}");
    assert_eq!(done.0, None);
    assert!(early.1 > late.1 && late.1 > done.1, "{early:?} {late:?} {done:?}");
}

#[test]
fn without_time_pressure_nobody_is_interrupted_and_no_silence_is_counted() {
    let untimed = Settings { timed: false, ..Settings::default() };
    for wait in [0, 60_000] {
        let (_, events) = after(&[choose("mirror", wait)], untimed.clone());
        assert!(!events.iter().any(|e| matches!(e, Event::Interrupted { .. } | Event::Paused { .. })));
    }
}

#[test]
fn a_long_silence_after_pain_is_told_from_one_after_a_question() {
    let (_, events) = after(&[choose("mirror", 30_000), choose("go", 9_000)], Settings::default());
    let kinds: Vec<Pause> = events
        .iter()
        .filter_map(|e| match e {
            Event::Paused { kind, .. } => Some(*kind),
            _ => None,
        })
        .collect();
    assert_eq!(kinds, [Pause::AfterPain, Pause::AfterQuestion]);
}

#[test]
fn a_promise_not_kept_in_time_comes_home_broken() {
    let (_, events) = after(&[choose("promise", 9000), choose("go", 9000)], Settings::default());
    assert!(events.iter().any(|e| matches!(e, Event::PromiseMade { due_day: 2, .. })));
    assert!(events.iter().any(|e| matches!(e, Event::PromiseBroken { .. })));
    let (_, without) = after(&[choose("mirror", 9000), choose("go", 9000)], Settings::default());
    assert!(!without.iter().any(|e| matches!(e, Event::PromiseBroken { .. })));
}

#[test]
fn an_outburst_breaks_in_and_returns_to_where_the_play_was() {
    let (_, events) = after(&vec![choose("calm", 500); 4], Settings::default());
    let hook =
        events.iter().position(|e| matches!(e, Event::HookTaken { .. })).expect("an outburst within four insults");
    assert!(events[..hook].iter().any(|e| matches!(e, Event::Outburst { .. })));
    assert!(matches!(events[hook + 1], Event::Said { .. }));
    assert!(matches!(events[hook + 2], Event::Offered { .. }), "{:?}", events[hook + 2]);
}

#[test]
fn a_danger_that_nobody_sees_to_breaks_in_and_one_that_is_seen_to_does_not() {
    let play = r#"
Scenario(
    title: "险",
    plays_on: "2026-03-09",
    visitors: { "li": (name: "李") },
    hooks: (on_risk: "bag"),
    nodes: {
        "arrive": Line(who: "li", say: "今天谁也别想走。", cues: [Risk(Weapon)], then: "answer"),
        "answer": Choice([
            (id: "form", say: "先填表。", acts: [Register], then: "end"),
            (id: "ask", say: "包里是什么？您跟我说。", acts: [AskAboutRisk], then: "end"),
        ]),
        "bag": Line(who: "li", say: "（手伸进包里）", then: "return"),
        "end": End(outcome: Partial, title: "完", say: "完。"),
    },
)
"#;
    let scenario = load(&SourceBundle::of_text("risk", play)).scenario.unwrap();
    for (option, breaks_in) in [("form", true), ("ask", false)] {
        let mut events = Vec::new();
        let mut session = Session::begin(Arc::clone(&scenario), Settings::default(), &mut events);
        session.apply(&choose(option, 9000), &mut events).unwrap();
        assert_eq!(events.iter().any(|e| matches!(e, Event::HookTaken { .. })), breaks_in, "{option}");
        assert!(matches!(events.last(), Some(Event::Ended { .. })));
    }
}

#[test]
fn a_talk_of_fifteen_hundred_lines_is_heard_to_its_end() {
    let lines: String = (0..1500).map(|n| format!("\"n{n}\": Line(who: \"li\", say: \"还有。\"),")).collect();
    let play = format!(
        r#"Scenario(title: "长", plays_on: "2026-03-09", visitors: {{ "li": (name: "李") }}, nodes: {{ {lines}
        "answer": Choice([(id: "a", say: "好。", acts: [Nod], then: "end"), (id: "b", say: "嗯。", acts: [Nod], then: "end")]),
        "end": End(outcome: Partial, title: "完") }})"#
    );
    let loaded = load(&SourceBundle::of_text("long", play));
    let scenario = loaded.scenario.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    let mut events = Vec::new();
    let session = Session::begin(scenario, Settings::default(), &mut events);
    assert!(matches!(session.awaiting(), Awaiting::Choice { .. }), "{:?}", events.last());
    assert_eq!(events.iter().filter(|event| matches!(event, Event::Said { .. })).count(), 1500);
}

#[test]
fn a_closed_option_is_neither_shown_nor_taken() {
    let (mut session, mut events) = begin(Settings::default());
    let Awaiting::Choice { offer, .. } = session.awaiting() else { panic!("a choice is open") };
    assert_eq!(offer.as_slice().len(), 3);
    let before = events.clone();
    let refused = session.apply(&choose("secret", 0), &mut events);
    assert!(matches!(refused, Err(MoveError::NotOnOffer { .. })), "{refused:?}");
    assert_eq!(events, before);
}

#[test]
fn a_step_back_leaves_no_trace_in_what_counts_and_an_exam_has_none() {
    let straight = after(&[choose("mirror", 9000), choose("go", 9000)], Settings::default());
    let detour = after(
        &[
            choose("mirror", 9000),
            Move::Note { fact: "hours".into(), wait_ms: 0 },
            choose("no", 100),
            Move::StepBack { before_turn: 2 },
            choose("go", 9000),
        ],
        Settings::default(),
    );
    let without_note = |events: &[Event]| -> Vec<Event> {
        effective(events).into_iter().filter(|e| !matches!(e, Event::FactNoted { .. })).collect()
    };
    assert_eq!(without_note(&detour.1), without_note(&straight.1));
    assert_eq!(detour.0.notebook().len(), 1, "the note was made before the turn that was undone");

    let (mut exam, mut events) = begin(Settings { mode: Mode::Exam, ..Settings::default() });
    exam.apply(&choose("mirror", 9000), &mut events).unwrap();
    let refused = exam.apply(&Move::StepBack { before_turn: 1 }, &mut events);
    assert_eq!(refused, Err(MoveError::NoStepBackInExam));
}

#[test]
fn a_fact_can_only_be_noted_once_it_has_been_told_and_only_once() {
    let (mut session, mut events) = begin(Settings::default());
    let note = |fact: &str| Move::Note { fact: fact.into(), wait_ms: 10 };
    assert!(session.apply(&note("nothing"), &mut events).is_err());
    session.apply(&note("hours"), &mut events).unwrap();
    session.apply(&note("hours"), &mut events).unwrap();
    assert_eq!(events.iter().filter(|e| matches!(e, Event::FactNoted { .. })).count(), 1);
}

#[test]
fn the_same_moves_give_the_same_events_bit_for_bit_in_every_shipped_scenario() {
    for entry in library::shipped() {
        let scenario = entry.scenario().unwrap_or_else(|| panic!("{} does not load", entry.id()));
        for policy in Policy::ALL {
            let settings = Settings { seed: 7, ..Settings::default() };
            let first = play(scenario, &settings, policy, Rubric::shipped());
            let second = play(scenario, &settings, policy, Rubric::shipped());
            assert!(first.ended, "{}: {} never ends", entry.id(), policy.name());
            assert_eq!(first.events, second.events, "{}: {}", entry.id(), policy.name());
            assert_eq!(first.assessment, second.assessment);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any clicking at any pace ends nowhere but in an open choice or an end, with every quantity in range.
    #[test]
    fn any_moves_keep_every_quantity_in_range(
        seed: u64,
        picks in prop::collection::vec((0usize..12, 0u32..40_000), 1..60),
    ) {
        let (mut session, mut events) = begin(Settings { seed, ..Settings::default() });
        for (pick, wait_ms) in picks {
            let input = match pick {
                8 => Move::Gesture { act: "Nod".into(), wait_ms },
                9 => Move::Gesture { act: "OfferTissue".into(), wait_ms },
                10 => Move::Note { fact: "hours".into(), wait_ms },
                11 => Move::StepBack { before_turn: wait_ms % 5 },
                at => choose(["mirror", "calm", "promise", "go", "no", "bye", "sorry", "secret"][at], wait_ms),
            };
            let _ = session.apply(&input, &mut events);
        }
        for event in &events {
            if let Event::Felt { state, .. } = event {
                prop_assert!(state.feelings.iter().all(|f| (0..=1000).contains(f)), "{state:?}");
                prop_assert!(state.mood.iter().all(|m| (-1000..=1000).contains(m)), "{state:?}");
                prop_assert!((-1000..=1000).contains(&state.trust) && (0..=1000).contains(&state.pressure));
                prop_assert!((0..=1000).contains(&state.tension()));
            }
        }
    }
}
