//! `Topics`: subjects in any order, once each, and the way on.

use calmdesk::authoring::format;
use calmdesk::authoring::graph::Graph;
use calmdesk::lint::check;
use calmdesk::rehearsal::explore::{QUICK, explore};
use calmdesk::rehearsal::{Policy, play};
use calmdesk::report::script;
use calmdesk::rubric::Rubric;
use calmdesk::scenario::{Scenario, SourceBundle};
use calmdesk::session::{Awaiting, Event, Mode, Move, Session, Settings};
use calmdesk::vocabulary::Locale;
use proptest::prelude::*;
use std::sync::Arc;

/// Two obligatory subjects, one that only comes up after the first, one that may come up again.
const TALK: &str = r#"Scenario(
    title: "欠薪", plays_on: "2026-03-09", visitors: { "liu": (name: "刘建国") },
    HOOKS
    nodes: {
        "arrive": Line(who: "liu", say: "四个月没发钱了。"),
        "talk": Topics(
            topics: {
                "pay": (say: "欠了几个月？", acts: [OpenQuestion], start: "pay"),
                "site": (say: "还有多少人？", acts: [OpenQuestion], start: "site"),
                "home": (say: "家里怎么过的？", acts: [OpenQuestion], start: "home", optional: true, when: Visited("pay")),
                "tea": (gesture: "（添水）", acts: [OfferWater], start: "tea", optional: true, again: true),
            },
            LEAVE
            then: "close",
        ),
        "pay": Line(who: "liu", say: "四个月。", then: "return"),
        "site": Line(who: "liu", say: "十一个。"),
        "more": OrderedChoice([
            (id: "names", say: "都叫什么？", acts: [OpenQuestion], then: "return"),
            (id: "stop", say: "不说了。", acts: [ShowImpatience], then: "gone"),
        ]),
        "home": Line(who: "liu", say: "借的。", then: "return"),
        "tea": Line(who: "liu", say: "谢谢。", then: "return"),
        "close": Line(who: "liu", say: "行。"),
        "end": End(outcome: Partial, title: "登记了"),
        "gone": End(outcome: Lost, title: "走了"),
        HOOKED
    },
)"#;

fn scenario(leave: &str, hooks: bool) -> Arc<Scenario> {
    let (hook, hooked) = if hooks {
        ("hooks: (on_interrupt: \"cut\"),", "\"cut\": Line(who: \"liu\", say: \"你让我说完。\", then: \"return\"),")
    } else {
        ("", "")
    };
    let text = TALK.replace("LEAVE", leave).replace("HOOKED", hooked).replace("HOOKS", hook);
    let loaded = check(&SourceBundle::of_text("talk", text));
    loaded.scenario.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

const LEAVE: &str = "leave: (say: \"先登记。\", acts: [Register]),";

struct Desk {
    session: Session,
    events: Vec<Event>,
}

impl Desk {
    fn new(scenario: &Arc<Scenario>) -> Self {
        let mut events = Vec::new();
        let settings = Settings { seed: 1, mode: Mode::Practice, timed: true };
        Self { session: Session::begin(Arc::clone(scenario), settings, &mut events), events }
    }
    fn choose(&mut self, option: &str, wait_ms: u32) -> &mut Self {
        let input = Move::Choose { option: option.to_owned(), wait_ms };
        self.session.apply(&input, &mut self.events).unwrap();
        self
    }
    fn offered(&self) -> Vec<String> {
        let Awaiting::Choice { node, offer } = self.session.awaiting() else { return Vec::new() };
        let calmdesk::scenario::model::NodeKind::Choice(choice) = &self.session.scenario().nodes[node.at()].kind else {
            panic!("no choice")
        };
        offer.as_slice().iter().map(|at| choice.options[usize::from(*at)].id.clone()).collect()
    }
    fn at(&self) -> String {
        let (Awaiting::Choice { node, .. } | Awaiting::Desk { node } | Awaiting::Ended { node }) =
            self.session.awaiting();
        self.session.scenario().nodes[node.at()].id.clone()
    }
}

#[test]
fn each_subject_once_in_any_order_and_then_the_talk_goes_on_by_itself() {
    let scenario = scenario("", false);
    let mut desk = Desk::new(&scenario);
    assert_eq!(desk.offered(), ["pay", "site", "tea"]);
    desk.choose("tea", 9000).choose("site", 9000).choose("names", 9000);
    assert_eq!(desk.offered(), ["pay", "tea"], "site is done, home waits for pay, tea may come again");
    desk.choose("tea", 9000);
    assert_eq!(desk.offered(), ["pay", "tea"]);
    desk.choose("pay", 9000);
    assert_eq!(desk.at(), "end", "home may be left out, and there is no leave to decide about");
}

#[test]
fn with_a_way_to_leave_the_trainee_goes_early_or_takes_up_what_may_be_left_out() {
    let scenario = scenario(LEAVE, false);
    let mut desk = Desk::new(&scenario);
    assert_eq!(desk.offered(), ["pay", "site", "tea", "leave"]);
    assert_eq!(desk.choose("leave", 9000).at(), "end");
    let mut desk = Desk::new(&scenario);
    desk.choose("pay", 9000).choose("site", 9000).choose("names", 9000);
    assert_eq!(desk.offered(), ["home", "tea", "leave"], "nothing obligatory is left: the trainee decides");
    desk.choose("home", 9000);
    assert_eq!(desk.offered(), ["tea", "leave"]);
    assert_eq!(desk.choose("leave", 9000).at(), "end");
}

#[test]
fn what_breaks_in_during_a_subject_comes_back_into_the_subject_and_it_to_the_hub() {
    let scenario = scenario(LEAVE, true);
    let mut desk = Desk::new(&scenario);
    // Cutting in on the first line takes the hook; its `return` leads on to the subject, whose `return` leads back.
    desk.choose("pay", 0);
    let hooked = desk.events.iter().filter(|event| matches!(event, Event::HookTaken { .. })).count();
    assert_eq!((hooked, desk.at().as_str()), (1, "talk"));
    assert_eq!(desk.offered(), ["site", "home", "tea", "leave"]);
    desk.choose("site", 0);
    assert_eq!(desk.at(), "more");
    desk.session.apply(&Move::StepBack { before_turn: 2 }, &mut desk.events).unwrap();
    assert_eq!(desk.offered(), ["site", "home", "tea", "leave"], "a step back opens the subject again");
}

#[test]
fn a_subject_inside_a_subject_returns_to_the_inner_hub() {
    let text = r#"Scenario(
        title: "欠薪", plays_on: "2026-03-09", visitors: { "liu": (name: "刘建国") },
        nodes: {
            "outer": Topics(topics: { "a": (say: "工钱呢？", start: "inner"), "b": (say: "人呢？", start: "b") }, then: "end"),
            "inner": Topics(topics: { "c": (say: "几个月？", start: "c"), "d": (say: "多少钱？", start: "c") }, then: "return"),
            "c": Line(who: "liu", say: "四个月。", then: "return"),
            "b": Line(who: "liu", say: "十一个。", then: "return"),
            "end": End(outcome: Partial, title: "登记了"),
        },
    )"#;
    let loaded = calmdesk::scenario::load(&SourceBundle::of_text("inner", text));
    let scenario = loaded.scenario.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    let mut desk = Desk::new(&scenario);
    assert_eq!(desk.choose("a", 0).at(), "inner");
    assert_eq!(desk.choose("d", 0).at(), "inner");
    assert_eq!(desk.choose("c", 0).at(), "outer");
    assert_eq!(desk.choose("b", 0).at(), "end");
}

#[test]
fn everything_downstream_knows_subjects() {
    let scenario = scenario(LEAVE, true);
    let walk = explore(&scenario, QUICK);
    assert!(walk.complete && walk.stuck.is_empty() && walk.closed.is_empty());
    assert!(walk.nodes.iter().all(|reached| *reached), "{:?}", walk.nodes);
    let talk = scenario.nodes.iter().position(|node| node.id == "talk").unwrap();
    assert!(walk.options[talk].ones().eq(0..5));

    let graph = Graph::new(&scenario, None, Locale::En);
    let (hub, close) = (talk, scenario.nodes.iter().position(|node| node.id == "close").unwrap());
    let on = graph.edges.iter().find(|edge| edge.from == hub && edge.to == close).unwrap();
    assert_eq!(on.labels, ["leave", "all done"]);
    let back = graph.edges.iter().filter(|edge| edge.to == hub && edge.from != hub).count();
    assert_eq!(back, 5, "arrive, pay, more, home and tea lead to the hub");

    let html = script::html(&script::handout(&scenario, Locale::En));
    assert!(html.contains("in any order") && html.contains("may be left out") && html.contains("(goes on)"), "{html}");

    for policy in Policy::ALL {
        for seed in 0..20 {
            let run = play(&scenario, &Settings { seed, mode: Mode::Exam, timed: true }, policy, Rubric::shipped());
            assert!(matches!(run.events.last(), Some(Event::Ended { .. })), "{policy:?} {seed}");
            assert!(run.events.len() < 200, "{policy:?} {seed}: nobody asks for ever");
        }
    }
}

#[test]
fn the_layout_of_subjects_is_kept() {
    let text = TALK.replace("LEAVE", LEAVE).replace("HOOKS", "").replace("HOOKED", "");
    let once = format::format(text.as_bytes()).unwrap();
    assert_eq!(format::format(&once).unwrap(), once);
    assert!(String::from_utf8(once).unwrap().contains("                \"pay\": (say: \"欠了几个月？\""));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is opened in whatever order: nothing twice that may not be, and the talk goes on exactly when it should.
    #[test]
    fn any_order_comes_to_the_end(picks in prop::collection::vec(any::<prop::sample::Index>(), 40), leave in any::<bool>()) {
        let scenario = scenario(if leave { LEAVE } else { "" }, false);
        let mut desk = Desk::new(&scenario);
        let mut opened: Vec<String> = Vec::new();
        for pick in picks {
            let offered = desk.offered();
            if offered.is_empty() {
                break;
            }
            let in_hub = desk.at() == "talk";
            if in_hub {
                let must = ["pay", "site"].iter().any(|id| !opened.iter().any(|known| known == id));
                let may = offered.iter().any(|id| id != "leave");
                prop_assert!(must || (leave && may), "the talk should have gone on: {offered:?}");
                let twice = offered.iter().any(|id| id != "tea" && opened.contains(id));
                prop_assert!(!twice, "{offered:?} after {opened:?}");
            }
            let option = pick.get(&offered).clone();
            desk.choose(&option, 3000);
            if in_hub {
                opened.push(option);
            }
        }
    }
}
