//! Papers and answers: what is filled sloppily, copied unmasked, promised too late or cited vaguely shows up as what it
//! is, from the scenario's text to the report.

use crate::util::calmdesk;
use calmdesk::feedback::explain;
use calmdesk::lint::check;
use calmdesk::locale::Texts;
use calmdesk::procedure::{Fault, FormAnswer, FormEntry, LawLibrary, PaperCatalogue};
use calmdesk::rehearsal::explore::explore;
use calmdesk::rehearsal::{Policy, play};
use calmdesk::report::{Input, Versions, html, page};
use calmdesk::rubric::assessment::Verdict;
use calmdesk::rubric::{Rubric, assess};
use calmdesk::scenario::model::{AsNode, NodeKind, Opt};
use calmdesk::scenario::texts::each_text;
use calmdesk::scenario::{Scenario, SourceBundle, load};
use calmdesk::session::{Awaiting, Event, Mode, Move, MoveError, Session, Settings};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Critical;
use calmdesk::vocabulary::Locale;
use calmdesk::vocabulary::NodeIx;
use proptest::prelude::*;
use std::sync::Arc;

const TEXT: &str = include_str!("../desk/scenario.ron");

fn scenario_of(text: &str) -> Arc<Scenario> {
    let loaded = load(&SourceBundle::of_text("desk", text.to_owned()));
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    loaded.scenario.expect("a scenario")
}

fn scenario() -> Arc<Scenario> {
    scenario_of(TEXT)
}

const RIGHT: [(&str, &str); 7] = [
    ("claim", "hers"),
    ("hours", "told"),
    ("before", "told"),
    ("id", "masked"),
    ("pension", "struck"),
    ("class", "petition"),
    ("urgency", "ordinary"),
];
const ANSWER: [(&str, &str); 3] = [("basis", "noise"), ("path", "street"), ("time", "fifteen")];

fn fill(entries: &[(&str, &str)], slips: &[(&str, &str)]) -> Move {
    let slip = |field: &str| slips.iter().find(|(name, _)| *name == field);
    let entries = entries.iter().map(|(field, entry)| slip(field).unwrap_or(&(field, entry)).to_owned());
    Move::Fill {
        entries: entries.map(|(field, entry)| (field.to_owned(), entry.to_owned())).collect(),
        wait_ms: 40_000,
    }
}

/// Plays with these slips of the pen; `ask` first hears the whole story.
fn played(scenario: &Arc<Scenario>, ask: bool, form: &[(&str, &str)], answer: &[(&str, &str)]) -> Vec<Event> {
    let mut events = Vec::new();
    let settings = Settings { seed: 7, mode: Mode::Practice, timed: false };
    let mut session = Session::begin(Arc::clone(scenario), settings, &mut events);
    let option = if ask { "ask" } else { "form" }.to_owned();
    session.apply(&Move::Choose { option, wait_ms: 5000 }, &mut events).unwrap();
    session.apply(&fill(&RIGHT, form), &mut events).unwrap();
    session.apply(&fill(&ANSWER, answer), &mut events).unwrap();
    assert!(matches!(session.awaiting(), Awaiting::Ended { .. }));
    events
}

fn faults(scenario: &Scenario, events: &[Event]) -> Vec<(String, Fault)> {
    let found = events.iter().filter_map(|event| match event {
        Event::Wrote { node, entry, fault: Some(fault), .. } => {
            Some((scenario.task(*node)?.names(*entry)?.0.to_owned(), *fault))
        }
        _ => None,
    });
    found.collect()
}

fn end<'s>(scenario: &'s Scenario, events: &[Event]) -> &'s str {
    let end = events.iter().find_map(|event| match event {
        Event::Ended { node } => Some(*node),
        _ => None,
    });
    &scenario.nodes[end.expect("an end").at()].id
}

#[test]
fn a_careful_form_and_a_concrete_answer_have_no_fault() {
    let scenario = scenario();
    let events = played(&scenario, true, &[], &[]);
    assert_eq!(faults(&scenario, &events), []);
    assert_eq!(end(&scenario, &events), "good");
    let assessment = assess(Rubric::shipped(), &scenario, false, &events);
    let written = assessment.evidence.iter().filter(|e| Rubric::shipped()[e.criterion].id.starts_with("written-"));
    assert_eq!(written.clone().count(), 10);
    assert!(written.clone().all(|evidence| evidence.verdict == Verdict::Hit && evidence.better.is_none()));
}

#[test]
fn what_the_visitor_has_not_said_is_struck_and_what_they_said_is_not_left_out() {
    let scenario = scenario();
    // The second fact was never asked for.
    assert_eq!(faults(&scenario, &played(&scenario, false, &[], &[])), [("before".to_owned(), Fault::NotTold)]);
    assert_eq!(faults(&scenario, &played(&scenario, false, &[("before", "struck")], &[])), []);
    assert_eq!(
        faults(&scenario, &played(&scenario, false, &[("before", "blank")], &[])),
        [("before".to_owned(), Fault::NotStruck)]
    );
    assert_eq!(
        faults(&scenario, &played(&scenario, true, &[("before", "struck")], &[])),
        [("before".to_owned(), Fault::LeftOut)]
    );
}

#[test]
fn every_slip_is_called_what_it_is() {
    let scenario = scenario();
    let forms: [(&str, &str, Fault); 8] = [
        ("claim", "ours", Fault::Reworded),
        ("claim", "verdict", Fault::Judged),
        ("hours", "more", Fault::Invented),
        ("hours", "struck", Fault::LeftOut),
        ("id", "whole", Fault::Unmasked),
        ("pension", "sum", Fault::Extra),
        ("class", "accusation", Fault::WrongClass),
        ("urgency", "urgent", Fault::WrongUrgency),
    ];
    for (field, entry, fault) in forms {
        let events = played(&scenario, true, &[(field, entry)], &[]);
        assert_eq!(faults(&scenario, &events), [(field.to_owned(), fault)], "{field}: {entry}");
    }
    let answers: [(&str, &str, Fault); 6] = [
        ("basis", "vague", Fault::VagueBasis),
        ("basis", "wrong", Fault::WrongBasis),
        ("path", "away", Fault::SentAway),
        ("time", "soon", Fault::VagueTime),
        ("time", "working", Fault::WrongUnit),
        ("time", "month", Fault::Late { days: 15 }),
    ];
    for (part, entry, fault) in answers {
        let events = played(&scenario, true, &[], &[(part, entry)]);
        assert_eq!(faults(&scenario, &events), [(part.to_owned(), fault)], "{part}: {entry}");
        assert_eq!(end(&scenario, &events), "so_so");
    }
    assert_eq!(end(&scenario, &played(&scenario, true, &[("id", "whole")], &[])), "copied");
}

#[test]
fn a_slip_costs_its_own_criterion_and_says_what_would_have_been_right() {
    let scenario = scenario();
    let rubric = Rubric::shipped();
    let events =
        played(&scenario, true, &[("id", "whole"), ("hours", "more")], &[("basis", "vague"), ("time", "month")]);
    let assessment = assess(rubric, &scenario, false, &events);
    let missed: Vec<_> = (assessment.evidence.iter())
        .filter(|e| e.verdict == Verdict::Miss && rubric[e.criterion].id.starts_with("written-"))
        .collect();
    let told: Vec<_> = missed
        .iter()
        .map(|evidence| {
            explain(&scenario, rubric, ActCatalogue::shipped(), Some(LawLibrary::shipped()), evidence, Locale::ZhCn)
        })
        .collect();
    let of = |id: &str| {
        let at = missed.iter().position(|evidence| rubric[evidence.criterion].id == id).expect(id);
        &told[at]
    };
    let facts = of("written-facts");
    assert!(facts.sentence.contains("从早到晚") && facts.sentence.contains("每晚十一点到一点"), "{}", facts.sentence);
    assert_eq!(facts.better.as_deref(), Some("每晚十一点到一点"));
    let number = of("written-privacy");
    assert!(number.sentence.contains("110105194912310021"), "{}", number.sentence);
    assert_eq!(number.better.as_deref(), Some("110105********0021"));
    let basis = of("written-basis");
    assert!(basis.sentence.contains("有关规定") && basis.source.contains("七十条"), "{basis:?}");
    let time = of("written-time");
    assert!(time.sentence.contains("15 天") && time.source.contains("第二十三条"), "{time:?}");
    assert_eq!(missed.len(), 4);
    // The visitor heard the difference.
    let clear = played(&scenario, true, &[], &[]);
    let clarity = |events: &[Event]| {
        let last = events.iter().rev().find_map(|event| match event {
            Event::Felt { state, .. } => Some(state.needs[calmdesk::vocabulary::Need::Clarity as usize]),
            _ => None,
        });
        last.expect("somebody felt something")
    };
    assert!(clarity(&clear) > clarity(&events), "{} {}", clarity(&clear), clarity(&events));
}

#[test]
fn a_number_on_a_paper_that_others_read_is_a_leak() {
    let printed = TEXT.lines().find(|line| line.trim_start().starts_with("printed:")).unwrap();
    let text = TEXT.replace(printed, "").replace("\"registration-form\",", "\"path-notice\", seen_by_others: true,");
    let scenario = scenario_of(&text);
    let events = played(&scenario, true, &[("id", "whole")], &[]);
    assert_eq!(faults(&scenario, &events), [("id".to_owned(), Fault::Exposed)]);
    let assessment = assess(Rubric::shipped(), &scenario, false, &events);
    let [leak] = assessment.critical.as_slice() else { panic!("{:?}", assessment.critical) };
    assert_eq!(leak.kind, Critical::Leak);
    assert!(assessment.total < assessment.total_uncapped);
    let better = scenario.option(leak.node, leak.better.expect("what would have been right")).expect("an entry");
    assert_eq!(better.id, "masked");
    let inside = assess(Rubric::shipped(), &scenario, false, &played(&scenario, true, &[], &[]));
    assert!(inside.critical.is_empty());
}

#[test]
fn the_report_shows_the_slips_as_what_they_are() {
    let scenario = scenario();
    let (rubric, acts, law) = (Rubric::shipped(), ActCatalogue::shipped(), LawLibrary::shipped());
    let events =
        played(&scenario, true, &[("id", "whole"), ("hours", "more")], &[("basis", "vague"), ("time", "month")]);
    let settings = Settings { seed: 7, mode: Mode::Practice, timed: false };
    let input = Input {
        scenario: &scenario,
        rubric,
        acts,
        law,
        papers: PaperCatalogue::shipped(),
        settings: &settings,
        started: "2026-03-09T09:12:00+08:00",
        trainee: None,
        class: None,
        attempt: None,
        self_rating: None,
        how: None,
        versions: Versions { app: "1", acts: "1", rubric: "1", model: "1" },
        events: &events,
    };
    for (locale, words) in [
        (Locale::ZhCn, ["一位没遮", "有关规定", "晚了 15 天", "谁也没这么说过"]),
        (Locale::En, ["every digit in sight", "no act and no article", "15 days late", "nobody said so"]),
    ] {
        let page = page(&input, locale);
        let shown = html(&page);
        let json = serde_json::to_string(&page).unwrap();
        for word in words {
            assert!(shown.contains(word), "{word} is not in the report");
            assert!(json.contains(word), "{word} is not in the data");
        }
    }
}

#[test]
fn a_log_with_papers_reads_well_and_replays() {
    use calmdesk::logbook::log::Files;
    use calmdesk::logbook::recording::{Recording, Start, verify};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.log");
    let bundle = SourceBundle::of_text("desk", TEXT.to_owned());
    let start = Start {
        scenario: scenario(),
        files: Files::from(&bundle),
        settings: Settings { seed: 7, mode: Mode::Practice, timed: true },
        started: "2026-03-09T09:12:00+08:00".to_owned(),
        trainee: None,
        class: None,
        played_by: None,
    };
    let mut recording = Recording::start(&path, start).unwrap();
    recording.apply(&Move::Choose { option: "ask".to_owned(), wait_ms: 9000 }).unwrap();
    recording.apply(&fill(&RIGHT, &[("id", "whole")])).unwrap();
    // Taken back, and done right.
    recording.apply(&Move::StepBack { before_turn: 2 }).unwrap();
    recording.apply(&fill(&RIGHT, &[])).unwrap();
    drop(recording);
    let (mut recording, _) = Recording::resume(&path).unwrap();
    recording.apply(&fill(&ANSWER, &[("time", "soon")])).unwrap();
    assert!(recording.ended());
    assert!(verify(&path).unwrap().holds());
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(r#""entries":{"claim":"hers","hours":"told""#), "{text}");
    assert!(text.contains(r#""field":"time","entry":"soon","right":"fifteen","fault":"VagueTime""#), "{text}");
    let kept = calmdesk::session::effective(recording.events());
    assert_eq!(kept.iter().filter(|event| matches!(event, Event::Filled { .. })).count(), 2);
    let slips = faults(&scenario(), &kept);
    assert_eq!(slips, [("time".to_owned(), Fault::VagueTime)]);
}

#[test]
fn a_paper_that_does_not_fit_is_refused_and_changes_nothing() {
    let scenario = scenario();
    let mut events = Vec::new();
    let mut session = Session::begin(Arc::clone(&scenario), Settings::default(), &mut events);
    let refused = |session: &mut Session, input: &Move| {
        let (mut out, before) = (Vec::new(), session.awaiting());
        let error = session.apply(input, &mut out).unwrap_err();
        assert!(out.is_empty());
        assert_eq!(session.awaiting(), before);
        error
    };
    assert_eq!(refused(&mut session, &fill(&RIGHT, &[])), MoveError::NoPaper);
    session.apply(&Move::Choose { option: "form".to_owned(), wait_ms: 9000 }, &mut events).unwrap();
    let choose = Move::Choose { option: "ask".to_owned(), wait_ms: 1 };
    assert_eq!(refused(&mut session, &choose), MoveError::PaperFirst { node: "register".to_owned() });
    assert_eq!(refused(&mut session, &fill(&RIGHT[1..], &[])), MoveError::FieldEmpty { field: "claim".to_owned() });
    assert_eq!(
        refused(&mut session, &fill(&RIGHT, &[("hours", "masked")])),
        MoveError::NotAnEntry { field: "hours".to_owned(), entry: "masked".to_owned() }
    );
    // Gestures and notes wait for nobody to finish the form.
    session.apply(&Move::Gesture { act: "OfferWater".to_owned(), wait_ms: 10 }, &mut events).unwrap();
    session.apply(&Move::Note { fact: "hours".to_owned(), wait_ms: 10 }, &mut events).unwrap();
    session.apply(&fill(&RIGHT, &[]), &mut events).unwrap();
}

#[test]
fn policies_fill_as_they_talk_and_the_walk_sees_every_outcome() {
    let scenario = scenario();
    let run =
        |policy, seed| play(&scenario, &Settings { seed, mode: Mode::Exam, timed: true }, policy, Rubric::shipped());
    let expert = run(Policy::Expert, 1);
    assert!(expert.ended);
    assert_eq!(faults(&scenario, &expert.events), []);
    let total = |policy| (0..60).map(|seed| run(policy, seed).assessment.total.unwrap().0).sum::<i64>() / 60;
    let (expert, careful, random) = (total(Policy::Expert), total(Policy::Careful), total(Policy::Random));
    assert!(expert > careful + 50 && careful > random + 50, "{expert} {careful} {random}");
    let soft = run(Policy::Stonewaller, 1);
    assert!(faults(&scenario, &soft.events).contains(&("path".to_owned(), Fault::SentAway)));

    let walk = explore(&scenario, 10_000);
    assert!(walk.complete);
    assert!(walk.states < 60, "{} states for two papers", walk.states);
    for end in ["good", "copied", "so_so"] {
        let at = scenario.nodes.iter().position(|node| node.id == end).unwrap();
        assert!(walk.nodes[at], "{end}");
    }
    for (node, taken) in scenario.nodes.iter().zip(&walk.options) {
        assert!(taken.ones().eq(0..node.kind.options().count()), "{}", node.id);
    }
}

#[test]
fn the_scenario_of_this_test_is_checked_clean_but_for_its_size() {
    let loaded = check(&SourceBundle::of_text("desk", TEXT.to_owned()));
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
}

proptest! {
    #[test]
    fn any_filling_plays_to_an_end_and_scores_add_up(bits in proptest::collection::vec(any::<u8>(), 10), ask: bool) {
        let scenario = scenario();
        let mut events = Vec::new();
        let mut session = Session::begin(Arc::clone(&scenario), Settings::default(), &mut events);
        let option = if ask { "ask" } else { "form" }.to_owned();
        session.apply(&Move::Choose { option, wait_ms: 9000 }, &mut events).unwrap();
        let mut picks = bits.iter();
        while let Awaiting::Desk { node } = session.awaiting() {
            let task = scenario.task(node).unwrap();
            let mut written = FormAnswer::default();
            for field in &task.form.fields {
                prop_assert!(!task.form.fits(written));
                let pick = picks.next().unwrap() % (field.entries.end - field.entries.start);
                prop_assert!(task.form.write(&mut written, field.entries.start + pick));
            }
            prop_assert!(task.form.fits(written));
            let input = session.name(calmdesk::session::ResolvedMove::Fill { written, wait_ms: 10 }).unwrap();
            session.apply(&input, &mut events).unwrap();
        }
        let wrote = events.iter().filter(|event| matches!(event, Event::Wrote { .. })).count();
        prop_assert_eq!(wrote, 10);
        // What stands for right is right: writing it leaves no fault.
        for event in &events {
            if let Event::Wrote { entry, right, fault, .. } = event {
                prop_assert_eq!(fault.is_none(), entry == right);
            }
        }
        let assessment = assess(Rubric::shipped(), &scenario, true, &events);
        let written = assessment.evidence.iter().filter(|e| Rubric::shipped()[e.criterion].id.starts_with("written-"));
        prop_assert_eq!(written.count(), 10);
    }
}

/// An entry of a desk task, by their ids.
fn entry<'s>(scenario: &'s Scenario, task: &str, field: &str, entry: &str) -> &'s FormEntry<Opt> {
    let at = scenario.nodes.iter().position(|node| node.id == task).expect(task);
    let task = scenario.task(NodeIx(at as u16)).expect("a desk task");
    task.form.entry(task.find(field, entry).expect(entry)).expect(entry)
}

#[test]
fn what_an_author_leaves_without_words_has_the_engines_own_and_all_else_is_to_be_translated() {
    let text = TEXT.replacen("say: \"您还是找物业\", is: Elsewhere", "say: \"这个我答不上来\", is: Empty", 1);
    let scenario = scenario_of(&text);
    let blank = entry(&scenario, "register", "before", "blank");
    for locale in Locale::ALL {
        assert_eq!(locale.words(&blank.opt.text), locale.text("desk-entry-empty"));
    }
    let wordless = entry(&scenario, "answer", "path", "away");
    assert_eq!((wordless.opt.text.original(), wordless.made, blank.made), ("这个我答不上来", false, true));
    let mut waiting = Vec::new();
    each_text(&mut Scenario::clone(&scenario), &mut |id, _, _| waiting.push(id.to_owned()));
    assert!(waiting.contains(&"node-answer.path-away".to_owned()), "{waiting:?}");
    assert!(!waiting.contains(&"node-register.before-blank".to_owned()), "{waiting:?}");
}

#[test]
fn the_name_of_who_reported_it_is_for_the_office_and_for_nobody_else() {
    let text = TEXT.replace("is: Judged", "is: Source");
    let inside = scenario_of(&text);
    assert_eq!(faults(&inside, &played(&inside, true, &[("claim", "verdict")], &[])), []);
    let outside = scenario_of(&text.replace("fields: {", "seen_by_others: true, fields: {"));
    let events = played(&outside, true, &[("claim", "verdict")], &[]);
    assert_eq!(faults(&outside, &events), [("claim".to_owned(), Fault::Exposed)]);
    let assessment = assess(Rubric::shipped(), &outside, false, &events);
    assert_eq!(assessment.critical.iter().map(|failure| failure.kind).collect::<Vec<_>>(), [Critical::Leak]);
}

/// Plays this test's scenario in the terminal: what is typed or answered, and all that was printed.
fn terminal(lang: &str, more: &[&str], typed: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let scenario = folder.path().join("desk");
    std::fs::create_dir(&scenario).unwrap();
    std::fs::write(scenario.join("scenario.ron"), TEXT).unwrap();
    calmdesk(["play", "--seed", "3", "--lang", lang, "--log"])
        .arg(folder.path().join("a.log"))
        .args(more)
        .arg(&scenario)
        .typing(typed)
        .all()
}

#[test]
fn the_terminal_takes_a_form_field_by_field_and_says_what_is_open() {
    let shown = terminal("zh-CN", &[], "1\n2x\n1a 2b\nok\n３ａ　4b,5a、6c 7a\nok\nq\n");
    assert!(shown.contains("来访登记表") && shown.contains("110105********0021"), "{shown}");
    assert!(shown.contains("没看懂“2x”"), "{shown}");
    assert!(shown.contains("还有没填的：找过对方没有"), "{shown}");
    assert!(shown.contains("你交上【来访登记表】") && shown.contains("身份证号：110105********0021"), "{shown}");
    assert!(shown.contains("连起来：……，……，……。"), "{shown}");
}

#[test]
fn a_file_of_answers_fills_by_ids_and_a_wrong_one_is_explained() {
    let right =
        "ask\nfill claim=hers hours=told before=told id=masked pension=struck class=petition urgency=ordinary\n";
    let shown = terminal("en", &["--answers", "-"], &format!("{right}fill basis=noise path=street time=fifteen\n"));
    assert!(shown.contains("You hand in: Registration form"), "{shown}");
    // The line breaks where the terminal ends.
    let said: String = shown.split_whitespace().collect();
    assert!(
        said.contains("可以请基层组织来调解,由社区调解员约您和楼上坐下来谈,三月二十四号以前书面告诉您."),
        "{shown}"
    );
    let shown = terminal("en", &["--answers", "-"], &format!("{right}fill basis=noise path=street\n"));
    assert!(shown.contains("The field “time” is still empty."), "{shown}");
    let shown = terminal("en", &["--answers", "-"], "ask\nfill claim\n");
    assert!(shown.contains("must be field=entry"), "{shown}");
}

#[test]
fn an_author_says_what_the_parts_of_an_answer_are_called() {
    let text =
        TEXT.replacen("basis: [", "headings: [\"凭哪一条\", \"找哪一家\", \"哪天以前\"],\n            basis: [", 1);
    assert_ne!(text, TEXT);
    let mut scenario = (*scenario_of(&text)).clone();
    let task = scenario.nodes.iter_mut().find_map(|node| match &mut node.kind {
        NodeKind::Desk(task) if task.form.fields[0].id == "basis" => Some(task),
        _ => None,
    });
    let task = task.expect("an answer");
    let said = |at: usize| task.form.fields[at].label.original().to_owned();
    assert_eq!([0, 1, 2].map(said), ["凭哪一条", "找哪一家", "哪天以前"]);
    // They are texts to translate, under the names of the parts.
    let keys: Vec<String> = task.texts_mut().into_iter().map(|(of, _)| of).collect();
    assert!([".basis", ".path", ".time"].iter().all(|of| keys.iter().any(|key| key == of)), "{keys:?}");
}
