//! From intents to moves in the log, in an app without a window.

use super::*;
use crate::app::idle::{Sparing, Wakes};
use crate::app::theme::Theme;
use crate::authoring::library;
use crate::logbook::log;
use crate::logbook::recording::Start;
use bevy::state::app::StatesPlugin;
use std::path::Path;

fn recording(path: &Path, mode: Mode) -> Recording {
    let entry = library::shipped().iter().find(|entry| entry.id() == "noise-upstairs").expect("the shipped scenario");
    let start = Start {
        scenario: entry.scenario().expect("it loads").clone(),
        files: log::Files(entry.bundle.files.iter().cloned().collect()),
        settings: Settings { seed: 7, mode, timed: true },
        started: "2026-03-09T09:12:00+08:00".into(),
        trainee: None,
        class: None,
        played_by: None,
    };
    Recording::start(path, start).expect("a log")
}

/// An app that shows the visit; its clock is moved by hand.
struct Desk {
    app: App,
    now: Duration,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn open(mode: Mode) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let recording = recording(&folder.path().join("a.calmlog"), mode);
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, StatesPlugin))
            .insert_state(Screen::Visit)
            .init_resource::<Wakes>()
            .init_resource::<Sparing>()
            .init_resource::<Theme>()
            .add_plugins(plugin)
            .insert_resource(Playing::begin(recording, Locale::ZhCn, Duration::ZERO));
        Self { app, now: Duration::ZERO, _folder: folder }
    }

    fn playing(&mut self) -> Mut<'_, Playing> {
        self.app.world_mut().resource_mut::<Playing>()
    }

    /// Lets time pass and does something at its end.
    fn after(&mut self, ms: u64, intent: Intent) {
        self.now += Duration::from_millis(ms);
        let now = self.now;
        self.playing().advance(now);
        self.playing().take(intent, now);
    }

    fn hear_all(&mut self) {
        // In an exam nothing is skipped: it takes its time.
        let ms = if self.playing().practice() { 1 } else { 60_000 };
        for _ in 0..20 {
            self.after(ms, Intent::HearOut);
        }
    }

    fn moves(&mut self) -> Vec<Move> {
        let path = self.playing().recording().path().to_owned();
        let log = log::read(&path).expect("the log");
        // What was skipped on the way is no matter here.
        log.moves().filter(|input| !matches!(input, Move::Skip { .. })).cloned().collect()
    }
}

#[test]
fn an_intent_sent_as_a_message_becomes_a_move_in_the_log() {
    let mut desk = Desk::open(Mode::Practice);
    desk.hear_all();
    let first = desk.playing().options()[0].id.clone();
    desk.app.world_mut().write_message(Intent::Choose(0));
    desk.app.update();
    assert!(matches!(&desk.moves()[..], [Move::Choose { option, .. }] if *option == first));
}

#[test]
fn the_time_until_the_choice_stands_in_the_move() {
    let mut desk = Desk::open(Mode::Practice);
    desk.hear_all();
    let before = desk.playing().clock.wait_ms(Duration::from_millis(20));
    desk.after(1_500, Intent::Choose(0));
    let [Move::Choose { wait_ms, .. }] = desk.moves()[..] else { panic!("{:?}", desk.moves()) };
    assert_eq!(wait_ms, before + 1_500);
}

#[test]
fn speaking_into_a_line_cuts_the_visitor_off_and_hearing_it_out_does_not() {
    for (patient, cut_off) in [(false, true), (true, false)] {
        let mut desk = Desk::open(Mode::Practice);
        desk.hear_all();
        desk.after(10, Intent::Choose(0));
        let now = desk.now;
        assert!(desk.playing().speaking(now));
        if patient {
            desk.hear_all();
        }
        desk.after(300, Intent::Choose(0));
        assert_eq!(desk.playing().cut_off(), cut_off, "patient: {patient}");
    }
}

#[test]
fn an_option_that_is_not_shown_a_fact_not_told_and_a_step_before_the_first_are_no_moves() {
    let mut desk = Desk::open(Mode::Practice);
    desk.hear_all();
    let untold = (0..).map(FactIx).find(|fact| !desk.playing().view().now.has_told(*fact)).unwrap();
    desk.after(1, Intent::Choose(7));
    desk.after(1, Intent::Note(untold));
    desk.after(1, Intent::StepBack);
    assert_eq!(desk.moves(), []);
    assert_eq!(desk.playing().trouble(), None);
}

#[test]
fn practice_steps_back_to_the_same_options_and_an_exam_does_not() {
    let mut desk = Desk::open(Mode::Practice);
    desk.hear_all();
    let options: Vec<_> = desk.playing().options().iter().map(|option| option.id.clone()).collect();
    desk.after(1, Intent::Choose(1));
    desk.hear_all();
    desk.after(1, Intent::StepBack);
    let again: Vec<_> = desk.playing().options().iter().map(|option| option.id.clone()).collect();
    assert_eq!((again, desk.playing().view().now.turn), (options, 0));
    let now = desk.now;
    assert!(!desk.playing().speaking(now));
    desk.after(300, Intent::Choose(1));
    assert!(!desk.playing().cut_off(), "the line before the turn has been heard");

    let mut exam = Desk::open(Mode::Exam);
    exam.hear_all();
    exam.after(1, Intent::Choose(1));
    exam.hear_all();
    exam.after(1, Intent::StepBack);
    assert_eq!(exam.moves().len(), 1);
    assert_eq!(exam.playing().hint(), exam.playing().hint());
}

#[test]
fn a_resumed_session_shows_the_options_it_was_left_with() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.calmlog");
    let mut playing = Playing::begin(recording(&path, Mode::Practice), Locale::ZhCn, Duration::ZERO);
    for _ in 0..20 {
        playing.take(Intent::HearOut, Duration::from_millis(1));
    }
    playing.take(Intent::Choose(0), Duration::from_millis(2));
    for _ in 0..20 {
        playing.take(Intent::HearOut, Duration::from_millis(3));
    }
    let (view, options) = (playing.view().clone(), playing.options().len());
    drop(playing);
    let (recording, _) = Recording::resume(&path).expect("resumed");
    let resumed = Playing::resume(recording, Locale::ZhCn, Duration::ZERO);
    assert!(resumed.may_act() && options > 0);
    assert!(!resumed.speaking(Duration::ZERO), "what was said before has been heard");
    assert_eq!((resumed.view(), resumed.options().len()), (&view, options));
}

#[test]
fn a_form_on_the_desk_waits_with_gestures_and_goes_into_the_log_as_a_whole() {
    let mut desk = Desk::open(Mode::Practice);
    for option in ["mirror", "wait", "sorry", "mirror", "ask", "fear", "mirror", "yours", "notice"] {
        desk.hear_all();
        let place = desk.playing().options().iter().position(|shown| shown.id == option).expect(option);
        desk.after(1, Intent::Choose(place));
    }
    desk.hear_all();
    let (laid, turn) = (desk.playing().view().laid().expect("the form"), desk.playing().view().now.turn);
    assert!(desk.playing().may_act() && desk.playing().options().is_empty());
    desk.after(1, Intent::Choose(0));
    assert_eq!(desk.playing().view().now.turn, turn, "there is nothing to choose");
    let nod = ActCatalogue::shipped().find("Nod").expect("a gesture");
    desk.after(1, Intent::Gesture(nod));
    assert_eq!(desk.playing().view().laid(), Some(laid));
    let written = desk.playing().recording().session().rightly(laid).expect("a task");
    desk.after(40_000, Intent::Fill(written));
    let next = desk.playing().view().laid().expect("the answer to compose");
    assert_eq!(desk.playing().scenario().nodes[next.at()].id, "answer_who");
    let moves = desk.moves();
    let Some(Move::Fill { entries, wait_ms }) = moves.last() else { panic!("{moves:?}") };
    assert_eq!((entries["number"].as_str(), entries["home"].as_str()), ("masked", "brief"));
    assert!(*wait_ms >= 40_000);
    // And back again, to the same empty form.
    desk.hear_all();
    desk.after(1, Intent::StepBack);
    assert_eq!(desk.playing().view().laid(), Some(laid));
}

#[test]
fn in_practice_a_line_can_be_hurried_and_that_is_no_listening() {
    let heard_in = |mode, pace| {
        let mut desk = Desk::open(mode);
        let now = desk.now;
        desk.playing().set_pace(pace, now);
        for _ in 0..2_000 {
            let now = desk.now;
            if desk.playing().view().offer().is_some() && !desk.playing().speaking(now) {
                break;
            }
            desk.after(250, Intent::GoOn);
        }
        let skipped = desk.playing().recording().events().iter().any(|event| matches!(event, Event::Skipped { .. }));
        (desk.now.as_millis() as f64, skipped)
    };
    let (usual, none) = heard_in(Mode::Practice, SpeechPace::Usual);
    let (double, skipped) = heard_in(Mode::Practice, SpeechPace::Double);
    assert!((double / usual - 0.5).abs() < 0.1, "{usual} {double}");
    assert!(!none && skipped);
    assert_eq!(heard_in(Mode::Exam, SpeechPace::Double), (usual, false), "an exam runs at life's pace");
}

#[test]
fn who_cuts_into_a_hurried_line_has_heard_what_was_shown() {
    let mut desk = Desk::open(Mode::Practice);
    desk.hear_all();
    desk.after(10, Intent::Choose(0));
    let now = desk.now;
    desk.playing().set_pace(SpeechPace::Double, now);
    let (speech, _) = desk.playing().speech(now).expect("a line");
    desk.after(u64::from(speech.speech_ms) * 2 / 5, Intent::GoOn);
    let now = desk.now;
    let (_, said) = desk.playing().speech(now).expect("a line");
    assert!((said - 0.8).abs() < 0.05, "{said}");
    desk.after(1, Intent::Choose(0));
    let unsaid = desk.playing().recording().events().iter().rev().find_map(|event| match event {
        Event::Interrupted { unsaid, .. } => Some(*unsaid),
        _ => None,
    });
    assert!(unsaid.is_none_or(|unsaid| unsaid < 260), "{unsaid:?}");
}
