//! The workshop by what a screen reader finds on it, and by its keys.

use super::super::tests::harness;
use super::{Tab, WorkshopRequest, WorkshopState, panel};
use crate::app::workshop::{Health, Workshop};
use crate::authoring::library::shipped;
use crate::lint::check;
use crate::rehearsal::arrivals::arrivals;
use crate::rubric::Rubric;
use crate::scenario::SourceBundle;
use crate::vocabulary::Locale;
use crate::vocabulary::NodeIx;
use bevy_egui::egui::Key;
use egui_kittest::kittest::Queryable;
use std::cell::RefCell;
use std::rc::Rc;

fn health(id: &str, source: &str, shipped: bool) -> Health {
    let bundle = SourceBundle { id: id.into(), files: vec![("scenario.ron".into(), source.as_bytes().to_vec())] };
    let loaded = check(&bundle);
    let title = loaded.scenario.as_ref().map_or(id, |scenario| scenario.title.get(Locale::ZhCn)).to_owned();
    Health { id: id.into(), title, shipped, sources: vec![("scenario.ron".into(), source.into())], loaded }
}

const SMALL: &str = r#"Scenario(
    title: "楼下的灯",
    plays_on: "2026-03-09",
    visitors: { "li": (name: "李秀兰", age: 61) },
    nodes: {
        "hello": Line(who: "li", say: "灯坏了半年，我摔过一跤，疼得睡不着。", then: "ask"),
        "ask": Choice([
            (id: "listen", say: "摔得重不重？您坐下慢慢说。", acts: [OpenQuestion, OfferSeat], then: "good"),
            (id: "put_off", say: "这个归物业，您去问问他们吧。", acts: [Deflect], then: "bad"),
        ]),
        "good": End(outcome: Resolved, title: "说上话了"),
        "bad": End(outcome: Lost, title: "走了"),
    },
)"#;

/// A workshop with the small scenario at hand, as it is after the first check.
fn workshop(source: &str) -> Workshop {
    let mut workshop = Workshop::default();
    workshop.health = vec![health("lamp", source, false), health("other", SMALL, true)];
    workshop.chosen = Some("lamp".into());
    workshop.grow(Locale::ZhCn);
    workshop
}

#[test]
fn each_scenario_is_listed_with_its_health_and_can_be_opened() {
    let broken = SMALL.replace("then: \"ask\"", "then: \"asks\"");
    let workshop = workshop(&broken);
    let (mut harness, heard) =
        harness(move |ui, theme| panel(ui, theme, &workshop, &mut WorkshopState::default(), Some("/tmp/情景")));
    harness.get_by_label("lamp · 1 处错");
    // What is wrong, the line it is in, what to do, and the place.
    harness.get_by_label("没有叫“asks”的节点");
    harness.get_by_label_contains("scenario.ron:6:");
    let other = harness.query_all_by_label_contains("楼下的灯 · ").next().expect("the sound one is listed");
    other.click();
    harness.run_steps(2);
    assert_eq!(*heard.borrow(), [WorkshopRequest::Open("other".into())]);
}

#[test]
fn a_node_of_the_tree_shows_what_it_says_and_does_and_where_it_leads() {
    let workshop = workshop(SMALL);
    let state = Rc::new(RefCell::new(WorkshopState::default()));
    let kept = Rc::clone(&state);
    let (mut harness, _) = harness(move |ui, theme| panel(ui, theme, &workshop, &mut kept.borrow_mut(), None));
    harness.get_by_label_contains("ask ").click();
    harness.run_steps(3);
    assert_eq!(state.borrow().node.as_deref(), Some("ask"));
    assert_eq!(state.borrow().tab, Tab::Node);
    harness.get_by_label("listen · 摔得重不重？您坐下慢慢说。");
    harness.get_by_label_contains("OpenQuestion");
    harness.get_by_label("→ bad").click();
    harness.run_steps(3);
    assert_eq!(state.borrow().node.as_deref(), Some("bad"));
}

#[test]
fn the_arrow_keys_walk_along_the_ways() {
    let workshop = workshop(SMALL);
    let state = Rc::new(RefCell::new(WorkshopState::default()));
    let kept = Rc::clone(&state);
    let (mut harness, _) = harness(move |ui, theme| panel(ui, theme, &workshop, &mut kept.borrow_mut(), None));
    for (key, at) in
        [(Key::ArrowDown, "hello"), (Key::ArrowDown, "ask"), (Key::ArrowDown, "good"), (Key::ArrowUp, "ask")]
    {
        harness.key_press(key);
        harness.run_steps(2);
        assert_eq!(state.borrow().node.as_deref(), Some(at), "after {key:?}");
    }
}

#[test]
fn searching_finds_words_of_lines_and_options() {
    let workshop = workshop(SMALL);
    let state = WorkshopState { search: "物业".into(), ..WorkshopState::default() };
    let state = Rc::new(RefCell::new(state));
    let kept = Rc::clone(&state);
    let (mut harness, _) = harness(move |ui, theme| panel(ui, theme, &workshop, &mut kept.borrow_mut(), None));
    harness.get_by_label("1 处");
    harness.get_by_label("下一处").click();
    harness.run_steps(2);
    assert_eq!(state.borrow().node.as_deref(), Some("ask"));
}

#[test]
fn a_test_play_begins_in_the_state_that_was_chosen() {
    let mut workshop = workshop(SMALL);
    let scenario = workshop.at_hand().and_then(Health::scenario).expect("it loads").clone();
    let node = NodeIx(2);
    let ways = arrivals(&scenario, Rubric::shipped(), node, 5);
    let wanted = ways[0].1.clone();
    workshop.arrivals = Some((scenario.hash.clone(), node, ways));
    let mut state = WorkshopState { tab: Tab::Node, node: Some("good".into()), ..WorkshopState::default() };
    let (mut harness, heard) = harness(move |ui, theme| panel(ui, theme, &workshop, &mut state, None));
    harness.get_by_label_contains("一般情况").click();
    harness.run_steps(2);
    assert_eq!(*heard.borrow(), [WorkshopRequest::Play(Some(wanted))]);
}

#[test]
fn the_keys_play_rehearse_and_lead_back() {
    let workshop = workshop(SMALL);
    let (mut harness, heard) =
        harness(move |ui, theme| panel(ui, theme, &workshop, &mut WorkshopState::default(), None));
    for key in [Key::F5, Key::F6, Key::Escape] {
        harness.key_press(key);
        harness.run_steps(2);
    }
    assert_eq!(*heard.borrow(), [WorkshopRequest::Play(None), WorkshopRequest::Rehearse, WorkshopRequest::Back]);
}

#[test]
fn a_large_tree_is_laid_out_whole_and_every_node_in_view_has_a_name() {
    let entry = shipped().iter().find(|entry| entry.id() == "noise-upstairs").expect("it ships");
    let source = std::str::from_utf8(entry.bundle.file("scenario.ron").expect("a source")).expect("UTF-8");
    let workshop = workshop(source);
    let tree = workshop.tree.as_ref().expect("a tree");
    assert_eq!(tree.graph.boxes.len(), tree.scenario.nodes.len());
    let start = tree.graph.boxes[tree.graph.start].id.clone();
    let (harness, _) = harness(move |ui, theme| panel(ui, theme, &workshop, &mut WorkshopState::default(), None));
    assert!(harness.query_all_by_label_contains(&format!("{start} ")).next().is_some(), "{start} is not in view");
}
