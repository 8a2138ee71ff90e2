//! The screens by what a screen reader finds on them, and by their keys.

use super::visit::{ChoiceView, FormView, OnPaper, TableRequest, choices};
use super::{briefing, debrief, menu};
use crate::app::desk::{self, Desk, Tab};
use crate::app::playing::Playing;
use crate::app::preferences::Preferences;
use crate::app::theme::{Theme, fonts};
use crate::authoring::library;
use crate::logbook::log;
use crate::logbook::recording::{Recording, Start};
use crate::procedure::LawLibrary;
use crate::report::page::Mark;
use crate::session::{Mode, Settings};
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;
use bevy_egui::egui::{self, Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// What the panel asked for so far.
pub(super) type Heard<T> = Rc<RefCell<Vec<T>>>;

pub(super) fn harness<T: 'static>(
    mut panel: impl FnMut(&mut egui::Ui, &Theme) -> Option<T> + 'static,
) -> (Harness<'static>, Heard<T>) {
    let heard: Heard<T> = Rc::default();
    let hears = heard.clone();
    let theme = Theme::default();
    let mut ready = false;
    let mut harness = Harness::builder().with_size(vec2(1280.0, 720.0)).build_ui(move |ui| {
        // Fonts count from the pass after the one that sets them.
        if !std::mem::replace(&mut ready, true) {
            fonts::install(ui.ctx());
            theme.apply(ui.ctx());
            return;
        }
        if let Some(asked) = panel(ui, &theme) {
            hears.borrow_mut().push(asked);
        }
    });
    harness.run_steps(3);
    (harness, heard)
}

fn item(id: &str, title: &str, problems: &[&str]) -> menu::Item {
    menu::Item {
        id: id.into(),
        title: title.into(),
        family: "噪声扰民".into(),
        difficulty: 2,
        minutes: 25,
        blurb: "七号楼的老人。".into(),
        last: None,
        problems: problems.iter().map(|&problem| problem.into()).collect(),
    }
}

#[test]
fn a_broken_scenario_is_listed_with_its_errors_and_the_sound_one_can_be_started() {
    let items =
        vec![item("bad", "bad", &["CD0012 · scenario.ron:3:9 · 没有这个节点"]), item("noise", "深夜的挪动声", &[])];
    let mut preferences = Preferences::default();
    let (mut harness, heard) = harness(move |ui, theme| menu::panel(ui, theme, &items, None, None, &mut preferences));
    harness.get_by_label("CD0012 · scenario.ron:3:9 · 没有这个节点");
    harness.get_by_label("开始 (Enter)").click();
    harness.run_steps(2);
    assert_eq!(*heard.borrow(), [menu::MenuRequest::Open("noise".into())]);
}

#[test]
fn enter_does_not_start_a_scenario_that_cannot_be_played() {
    let items = vec![item("bad", "bad", &["CD0001"])];
    let mut preferences = Preferences { scenario: Some("bad".into()), ..Preferences::default() };
    let (mut harness, heard) = harness(move |ui, theme| menu::panel(ui, theme, &items, None, None, &mut preferences));
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert!(heard.borrow().is_empty());
}

#[test]
fn letters_typed_into_a_field_are_not_commands() {
    let items = vec![item("noise", "深夜的挪动声", &[])];
    let mut preferences = Preferences::default();
    let (mut harness, heard) = harness(move |ui, theme| menu::panel(ui, theme, &items, None, None, &mut preferences));
    harness.get_by_label("姓名（可不填）").focus();
    harness.get_all_by_role(egui::accesskit::Role::TextInput).next().expect("a field for the name").focus();
    harness.run_steps(2);
    harness.key_press(Key::M);
    harness.run_steps(2);
    assert!(heard.borrow().is_empty(), "M opens the sessions only while nobody is typing");
}

fn table() -> ChoiceView {
    ChoiceView {
        options: ["您坐，慢慢说。", "您别激动。", "这归物业管。"].map(String::from).to_vec(),
        gestures: ActCatalogue::shipped().gestures().map(|(act, name)| (act, name.to_owned())).collect(),
        may_act: true,
        practice: true,
        ..ChoiceView::default()
    }
}

#[test]
fn every_option_and_gesture_has_a_label_with_its_key() {
    let view = table();
    let (mut harness, heard) = harness(move |ui, theme| choices(ui, theme, &view));
    harness.get_by_label("您坐，慢慢说。 (1)");
    harness.get_by_label("这归物业管。 (3)");
    harness.get_by_label("greet (Q)");
    harness.get_by_label("您别激动。 (2)").click();
    harness.run_steps(2);
    assert_eq!(*heard.borrow(), [TableRequest::Option(1)]);
}

#[test]
fn a_paper_says_what_stands_in_it_and_is_handed_in_only_when_it_is_full() {
    let paper = |words: Option<&str>| ChoiceView {
        form: Some(FormView {
            title: "来访登记表".into(),
            printed: Some("已印好：收到日期：三月九日".into()),
            fields: vec![("时间".into(), Some("每晚十一点".into())), ("诉求".into(), words.map(String::from))],
            field: 1,
            entries: vec![(3, "晚上能睡安稳".into(), words.is_some()), (4, "／（空着，划掉）".into(), false)],
            open: usize::from(words.is_none()),
            hand_in: "交上去".into(),
            ..FormView::default()
        }),
        ..ChoiceView { options: Vec::new(), ..table() }
    };
    let open = paper(None);
    let (mut harness, heard) = harness(move |ui, theme| choices(ui, theme, &open));
    harness.get_by_label("时间，已填：每晚十一点");
    harness.get_by_label("诉求，还没填");
    harness.get_by_label("已印好：收到日期：三月九日");
    harness.get_by_label("交上去 (Enter)").click();
    harness.run_steps(2);
    assert!(heard.borrow().is_empty());
    harness.get_by_label("晚上能睡安稳 (1)").click();
    harness.run_steps(2);
    assert_eq!(*heard.borrow(), [TableRequest::OnPaper(OnPaper::Entry(3))]);

    let full = paper(Some("晚上能睡安稳"));
    let (mut harness, heard) = self::harness(move |ui, theme| choices(ui, theme, &full));
    harness.get_by_label("交上去 (Enter)").click();
    harness.run_steps(2);
    assert_eq!(*heard.borrow(), [TableRequest::OnPaper(OnPaper::HandIn)]);
}

#[test]
fn tab_and_enter_choose_without_a_mouse() {
    let view = ChoiceView { practice: false, ..table() };
    let (mut harness, heard) = harness(move |ui, theme| choices(ui, theme, &view));
    harness.key_press(Key::Tab);
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_eq!(*heard.borrow(), [TableRequest::Option(0)]);
}

#[test]
fn an_exam_offers_neither_hint_nor_step_back() {
    let view = ChoiceView { practice: false, ..table() };
    let (harness, _) = harness(move |ui, theme| choices(ui, theme, &view));
    assert!(harness.query_by_label("提示 (H)").is_none());
    assert!(harness.query_by_label("退一步 (Ctrl Z)").is_none());
}

#[test]
fn what_could_not_be_saved_is_said_and_can_be_tried_again() {
    let view = ChoiceView { trouble: Some("磁盘满了。".into()), unsaved: true, ..table() };
    let (mut harness, heard) = harness(move |ui, theme| choices(ui, theme, &view));
    harness.get_by_label("磁盘满了。");
    harness.get_by_label("再存一次").click();
    harness.run_steps(2);
    assert_eq!(*heard.borrow(), [TableRequest::SaveAgain]);
}

#[test]
fn the_briefing_leads_in_and_back_by_key() {
    let entry = &crate::authoring::library::shipped()[0];
    let scenario = entry.scenario().expect("a shipped scenario").clone();
    let (mut harness, heard) = harness(move |ui, theme| briefing::panel(ui, theme, &scenario, Mode::Practice, None));
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    assert_eq!(*heard.borrow(), [briefing::BriefingRequest::Begin, briefing::BriefingRequest::Back]);
}

fn told() -> debrief::Told {
    use crate::report::page::{Dimension, Outcome, Page, Sheet, SheetRow};
    let score = |name: &str, score: &str, milli| Dimension {
        name: name.into(),
        score: score.into(),
        milli,
        points: None,
        own: None,
        own_words: None,
        circles: String::new(),
    };
    let page = Page {
        lang: "zh-CN",
        title: "报告".into(),
        subject: "深夜的挪动声".into(),
        labels: Default::default(),
        header: vec![],
        how_played: None,
        provenance: None,
        versions: vec![],
        critical: vec![],
        result: Outcome {
            doubts: Vec::new(),
            dimensions: vec![
                score("倾听", "86.0", Some(860)),
                score("共情", "未涉及", None),
                score("程序", "40.0", Some(400)),
            ],
            total: "63.0".into(),
            total_milli: Some(630),
            standing: "not-passed",
            passed: Some(false),
            verdict: Some("未达标".into()),
            reasons: vec!["程序 40（要 60）".into()],
            unfinished: None,
            notes: vec![],
            ending: None,
            tallies: vec![],
        },
        curves: vec![],
        turning_points: vec![],
        listening: vec![],
        criteria: vec![],
        evidence: vec![],
        claims: vec![],
        sheets: vec![Sheet {
            title: "来访登记表".into(),
            turn: 4,
            when: "3月9日".into(),
            basis: Some("《信访工作条例》第二十二条".into()),
            others: None,
            faults: 1,
            rows: vec![
                SheetRow { label: "收到日期".into(), text: "三月九日".into(), ..SheetRow::default() },
                SheetRow {
                    label: "身份证号".into(),
                    text: "329999195807124021".into(),
                    mark: Some(Mark::Miss),
                    fault: Some("身份证号写全了".into()),
                    should: Some("329999********4021".into()),
                    source: Some("《民法典》第一千零三十九条".into()),
                },
            ],
        }],
        composure: vec![],
        transcript: vec![],
        facts: vec![],
        timeline: vec![],
        articles: vec![],
        plus: vec![],
        delta: vec![],
        questions: vec![],
        footer: String::new(),
    };
    let turn = debrief::TurnRow {
        number: 1,
        heard: vec![(Some("张桂芳".into()), "我是真寒心。".into())],
        chosen: "您别激动。".into(),
        observations: vec![(Mark::Miss, "接住情绪".into(), "否定了情绪。".into(), "E06".into())],
        thought: Some(("张桂芳".into(), "搁你身上，你能不激动？".into())),
        better: Some("您说“寒心”，我听到了。".into()),
        ..Default::default()
    };
    debrief::Told { page, about: "深夜的挪动声 · 练习".into(), turns: vec![turn] }
}

#[test]
fn the_scores_stay_hidden_until_one_has_looked_at_oneself() {
    let (told, mut state) = (told(), debrief::DebriefState::default());
    let (mut harness, heard) = harness(move |ui, theme| debrief::panel(ui, theme, &told, &mut state));
    assert!(harness.query_by_label("86.0").is_none());
    harness.get_by_label("不打分，直接看结果 (Enter)").click();
    harness.run_steps(2);
    assert_eq!(*heard.borrow(), [debrief::DebriefRequest::Reveal]);
}

#[test]
fn a_turn_shows_words_verdict_reason_thought_and_a_better_line_and_can_be_tried_again() {
    let (told, mut state) = (told(), debrief::DebriefState { revealed: true, ..Default::default() });
    let (mut harness, heard) = harness(move |ui, theme| debrief::panel(ui, theme, &told, &mut state));
    // Folded, a turn shows the worst of it; the rest comes on request.
    harness.get_by_label("接住情绪 · 否定了情绪。");
    assert!(harness.query_by_label("张桂芳心里：搁你身上，你能不激动？").is_none());
    harness.get_by_label("展开第 1 轮").click();
    harness.run_steps(3);
    for label in [
        "未涉及",
        "张桂芳：我是真寒心。",
        "您：您别激动。",
        "接住情绪 · 否定了情绪。",
        "张桂芳心里：搁你身上，你能不激动？",
        "换成这句更好：您说“寒心”，我听到了。",
        "来访登记表",
        "收到日期：三月九日",
        "身份证号：329999195807124021",
        "该写：329999********4021",
        "身份证号写全了 · 《民法典》第一千零三十九条",
    ] {
        harness.get_by_label(label);
    }
    harness.get_by_label("从这里再试").click();
    harness.run_steps(2);
    assert_eq!(*heard.borrow(), [debrief::DebriefRequest::Again(1)]);
}

#[test]
fn the_calendar_shows_where_the_matter_stands_and_what_is_owed_by_when() {
    let folder = tempfile::tempdir().unwrap();
    let entry = library::shipped().iter().find(|entry| entry.id() == "noise-upstairs").expect("the shipped scenario");
    let start = Start {
        scenario: entry.scenario().expect("it loads").clone(),
        files: log::Files(entry.bundle.files.iter().cloned().collect()),
        settings: Settings { seed: 7, mode: Mode::Practice, timed: false },
        started: "2026-03-09T09:12:00+08:00".into(),
        trainee: None,
        class: None,
        played_by: None,
    };
    let recording = Recording::start(&folder.path().join("a.calmlog"), start).expect("a log");
    let playing = Playing::begin(recording, Locale::ZhCn, Duration::ZERO);
    let mut desk = Desk { tab: Tab::Calendar, ..Desk::default() };
    let (harness, _) = harness::<()>(move |ui, theme| {
        desk::panel(ui, theme, &mut desk, &playing, LawLibrary::shipped(), Duration::ZERO);
        None
    });
    harness.get_by_label("这件事");
    harness.get_by_label("现在：刚收到");
    harness.get_by_label("受理并书面告知：最迟3月24日，还有 15 天（有权处理的机关）");
}
