//! A crowd written once: so many people present, each of their own, shown under one name, translated once; and the
//! same day going on in another room.

use calmdesk::locale::Texts;
use calmdesk::scenario::model::Scenario;
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Event, Mode, Move, Session, Settings};
use calmdesk::vocabulary::{Locale, Look, Need, VisitorIx};
use std::collections::BTreeSet;
use std::sync::Arc;

const YARD: &str = r#"Scenario(
    title: "停水",
    plays_on: "2026-03-09",
    visitors: {
        "head": (name: "老何", expressiveness: 0.9),
        "tenants": (name: "租户", role: "一个院的", age: 40, count: 18, expressiveness: 0.4, look: (top: Workwear)),
        "clerk": (name: "小顾"),
    },
    promises: { "call": (text: "当天回话", due_days: 0) },
    visits: {
        "yard": (present: ["head", "tenants"], start: "shout", place: Hall),
        "room": (title: "里屋", present: ["head", "clerk"], start: "sit", place: MeetingRoom),
        "later": (title: "三天后", present: ["head", "tenants"], start: "back", place: Hall),
    },
    nodes: {
        "shout": Line(who: "tenants", manner: Shouting, say: "水呢！", cues: [Vent]),
        "first": Choice([
            (id: "reps", to: "head", say: "几点回话，我先说准。请您五位以内到里屋。", acts: [ElectRepresentatives, Promise("call")]),
            (id: "go", to: "head", say: "都回去等着，别在这儿围着。", acts: [OrderAround]),
        ]),
        "inside": TimePasses(days: 0, say: "里屋，门关上了。", visit: "room"),
        "sit": Line(who: "head", say: "说吧。"),
        "second": Choice([
            (id: "hear", say: "您讲，我记着。", acts: [InviteMore, TakeNotes]),
            (id: "form", say: "先把这张表填了。", acts: [OrderAround]),
        ]),
        "days": TimePasses(days: 3, say: "三天过去了。", visit: "later"),
        "back": Line(who: "tenants", say: "还是没水。"),
        "end": End(outcome: Partial, title: "先到这里", say: "人散了。"),
    },
)"#;

fn yard() -> Arc<Scenario> {
    let loaded = load(&SourceBundle::of_text("yard", YARD));
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
    loaded.scenario.expect("it has no errors")
}

#[test]
fn one_entry_seats_a_whole_crowd() {
    let scenario = yard();
    assert_eq!(scenario.visitors.len(), 20);
    assert_eq!(scenario.visits[0].present.len(), 19);
    // The one after the crowd is still found by name.
    let room: Vec<&str> =
        scenario.visits[1].present.iter().map(|who| scenario.visitors[who.at()].id.as_str()).collect();
    assert_eq!(room, ["head", "clerk"]);
    let ids: BTreeSet<&str> = scenario.visitors.iter().map(|visitor| visitor.id.as_str()).collect();
    assert_eq!(ids.len(), 20);
    let crowd = scenario.visitors.iter().filter(|visitor| visitor.like == Some(VisitorIx(1)));
    let looks: Vec<(Look, u8)> = crowd.map(|visitor| (visitor.look, visitor.age)).collect();
    assert_eq!(looks.len(), 17);
    assert!(looks.iter().all(|(look, _)| look.top == scenario.visitors[1].look.top));
    assert!(looks.windows(2).all(|two| two[0] != two[1]), "{looks:?}");
}

#[test]
fn a_crowd_goes_by_one_name_and_its_number() {
    let scenario = yard();
    let heads = scenario.heads(&scenario.visits[0].present);
    let names: Vec<String> = heads.iter().map(|(who, n)| Locale::ZhCn.say(&scenario.name_of(*who, *n))).collect();
    assert_eq!(names, ["老何", "租户（18 人）"]);
}

#[test]
fn a_crowd_is_translated_once() {
    let english = "title = No water\n\nvisitor-tenants = Tenants\n    .role = of one yard\n";
    let mut bundle = SourceBundle::of_text("yard", YARD);
    bundle.files.push(("en.ftl".to_owned(), english.as_bytes().to_vec()));
    let loaded = load(&bundle);
    let told: String = loaded.diagnostics.iter().map(|problem| format!("{problem:?}")).collect();
    assert!(!told.contains("tenants."), "{told}");
    let scenario = loaded.scenario.expect("only the translation is incomplete");
    assert!(scenario.visitors[1..19].iter().all(|visitor| visitor.name.get(Locale::En) == "Tenants"));
}

#[test]
fn each_of_the_crowd_feels_for_themselves_and_the_next_room_is_no_other_day() {
    let scenario = yard();
    let mut events = Vec::new();
    let settings = Settings { seed: 3, mode: Mode::Practice, timed: true };
    let mut session = Session::begin(Arc::clone(&scenario), settings, &mut events);
    let felt: BTreeSet<u16> =
        events.iter().filter_map(|e| if let Event::Felt { who, .. } = e { Some(who.0) } else { None }).collect();
    assert_eq!(felt.len(), 19);
    let angers: BTreeSet<i16> = (1..19).map(|at| session.feelings(VisitorIx(at)).trust).collect();
    assert!(angers.len() > 6, "{angers:?}");

    events.clear();
    session.apply(&Move::Choose { option: "reps".to_owned(), wait_ms: 4000 }, &mut events).expect("on offer");
    let before = events.iter().find_map(|e| match e {
        Event::Felt { who: VisitorIx(0), state } => Some(*state),
        _ => None,
    });
    assert_eq!(session.feelings(VisitorIx(0)), before.expect("he feels something"), "nobody slept on it");
    assert!(events.iter().any(|e| matches!(e, Event::VisitBegan { day: 0, .. })));
    assert!(!events.iter().any(|e| matches!(e, Event::PromiseBroken { .. })));

    events.clear();
    session.apply(&Move::Choose { option: "hear".to_owned(), wait_ms: 4000 }, &mut events).expect("on offer");
    assert!(events.iter().any(|e| matches!(e, Event::PromiseBroken { .. })));
}

/// Ten neighbours, these nodes and a choice of doing nothing at all.
fn ten(nodes: &str) -> Arc<Scenario> {
    let ids: Vec<String> = (0..10).map(|n| format!("\"v{n}\"")).collect();
    let visitors: String = ids.iter().map(|id| format!("{id}: (name: {id}), ")).collect();
    let text = format!(
        r#"Scenario(
            title: "十户", plays_on: "2026-03-09",
            visitors: {{ {visitors} }},
            visits: {{ "yard": (title: "院里", present: [{}], start: "n0") }},
            nodes: {{
                {nodes}
                "choice": Choice([(id: "a", say: "……", acts: [], then: "after"), (id: "b", say: "。", acts: [], then: "after")]),
                "after": Choice([(id: "a", say: "……", acts: [], then: "end"), (id: "b", say: "。", acts: [], then: "end")]),
                "end": End(outcome: Partial, title: "完"),
            }},
        )"#,
        ids.join(", ")
    );
    let loaded = load(&SourceBundle::of_text("ten", text));
    loaded.scenario.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics))
}

/// How heard each of the ten feels before and after a turn in which everything is let pass.
fn heard_before_and_after(scenario: &Arc<Scenario>) -> Vec<(f64, f64)> {
    let mut events = Vec::new();
    let settings = Settings { timed: false, ..Settings::default() };
    let mut session = Session::begin(Arc::clone(scenario), settings, &mut events);
    let voices = |session: &Session| -> Vec<f64> {
        (0..10).map(|at| session.mind(VisitorIx(at)).expect("a neighbour").needs[Need::Voice as usize]).collect()
    };
    let before = voices(&session);
    session.apply(&Move::Choose { option: "a".to_owned(), wait_ms: 0 }, &mut events).expect("on offer");
    before.into_iter().zip(voices(&session)).collect()
}

#[test]
fn each_of_ten_who_are_hurt_is_stepped_over_when_nobody_says_a_word_on_it() {
    let scenario = ten(r#""n0": Line(say: "旁边的同事插了一句。", cues: [Careless], then: "choice"),"#);
    for (who, (before, after)) in heard_before_and_after(&scenario).into_iter().enumerate() {
        assert!(after < before, "neighbour {who}: {before} {after}");
    }
}

#[test]
fn each_of_ten_who_speak_in_a_row_has_been_let_finish() {
    let lines: String = (0..10).map(|n| format!(r#""n{n}": Line(who: "v{n}", say: "我家也停了。"),"#)).collect();
    for (who, (before, after)) in heard_before_and_after(&ten(&lines)).into_iter().enumerate() {
        assert!(after > before, "neighbour {who}: {before} {after}");
    }
}
