//! The printed report: what is on it, that other people's texts stay texts, and that it is the same every time.

use calmdesk::authoring::library;
use calmdesk::feedback::debrief::Debrief;
use calmdesk::locale::Texts;
use calmdesk::logbook::self_rating::SelfRating;
use calmdesk::procedure::{LawLibrary, PaperCatalogue};
use calmdesk::rehearsal::{Policy, play};
use calmdesk::report;
use calmdesk::report::{Input, Page, Versions};
use calmdesk::rubric::assessment::Verdict;
use calmdesk::rubric::{Rubric, assess};
use calmdesk::scenario::model::{NodeKind, Scenario, Text};
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Event, Move, Session, Settings, effective};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::Locale;
use std::path::PathBuf;
#[cfg(feature = "pdf")]
use std::process::Command;
use std::sync::Arc;

/// Texts that do harm where a text is taken for code, markup or layout.
const HOSTILE: &[&str] = &[
    "#panic(\"x\")",
    "#read(\"/etc/passwd\")",
    "#image(\"/etc/passwd\")",
    "*b* _i_ $x$",
    "= head",
    "- list\n+ list",
    "@ref <label>",
    "\\ back `tick` ```raw```",
    "<script>alert(1)</script>",
    "</script>\"><img src=x onerror=alert(1)>",
    "a' onmouseover='alert(1)",
    "left\u{202E}right\u{2066}",
    "😀👨‍👩‍👧 𠮷野家 ﷽",
    "tab\there\nand there",
    "&amp;&lt;",
    "{ $who } { -term }",
];

fn noise() -> Arc<Scenario> {
    let entry = library::shipped().iter().find(|entry| entry.id() == "noise-upstairs").unwrap();
    entry.scenario().unwrap().clone()
}

struct Played {
    scenario: Arc<Scenario>,
    settings: Settings,
    events: Vec<Event>,
}

fn played(policy: Policy, seed: u64) -> Played {
    let (scenario, settings) = (noise(), Settings { seed, ..Settings::default() });
    let events = play(&scenario, &settings, policy, Rubric::shipped()).events;
    Played { scenario, settings, events }
}

fn of_text(source: &str) -> Arc<Scenario> {
    let loaded = load(&SourceBundle::of_text("play", source));
    assert_eq!(loaded.errors(), 0, "{:?}", loaded.diagnostics);
    loaded.scenario.unwrap()
}

fn input(played: &Played) -> Input<'_> {
    Input {
        scenario: &played.scenario,
        rubric: Rubric::shipped(),
        acts: ActCatalogue::shipped(),
        law: LawLibrary::shipped(),
        papers: PaperCatalogue::shipped(),
        settings: &played.settings,
        trainee: Some("欧阳翀"),
        class: Some("第三期二班"),
        started: "2026-03-09 09:12",
        attempt: None,
        self_rating: None,
        how: None,
        versions: Versions { app: "0.1.0", acts: "1", rubric: "1", model: "1" },
        events: &played.events,
    }
}

/// Kept where a person can look at them.
fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    report::save(&path, bytes).unwrap();
    path
}

#[cfg(feature = "pdf")]
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let (_, count) = text.split_once("/Type/Pages/Count ").unwrap();
    let digits: String = count.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

fn texts(page: &Page) -> String {
    report::json(page)
}

#[test]
fn the_page_holds_names_talk_scores_and_articles() {
    let played = played(Policy::Expert, 1);
    for locale in Locale::ALL {
        let page = report::page(&input(&played), locale);
        keep(&format!("expert-{locale}.json"), texts(&page).as_bytes());
        keep(&format!("expert-{locale}.html"), report::html(&page).as_bytes());
        assert!(texts(&page).contains("欧阳翀"));
        assert_eq!(page.result.dimensions.len(), 3);
        assert!(page.result.dimensions.iter().all(|one| one.milli.is_some()), "{:?}", page.result.dimensions);
        assert!(!page.transcript.is_empty() && !page.evidence.is_empty() && !page.questions.is_empty());
        assert!((3..=5).contains(&page.turning_points.len()), "{}", page.turning_points.len());
    }
}

#[test]
fn a_self_rating_stands_beside_the_score_and_is_filled_in() {
    let played = played(Policy::Careful, 3);
    let rated = |locale| {
        let self_rating = SelfRating::of([Some(4), None, Some(2)]);
        report::page(&Input { self_rating, ..input(&played) }, locale)
    };
    let page = rated(Locale::ZhCn);
    let told: Vec<_> =
        page.result.dimensions.iter().map(|one| (one.own_words.as_deref(), one.circles.as_str())).collect();
    let expected =
        [(Some("自评 4（不错）"), "① ② ③ ❹ ⑤"), (None, "① ② ③ ④ ⑤"), (Some("自评 2（差一点）"), "① ❷ ③ ④ ⑤")];
    assert_eq!(told, expected);
    assert!(report::html(&page).contains("自评 4（不错）"));
    assert!(report::html(&rated(Locale::En)).contains("self-rating 4 ("));
}

#[test]
fn no_caption_is_missing_in_either_language() {
    for (policy, seed) in [(Policy::Expert, 1), (Policy::Bully, 1), (Policy::Random, 3), (Policy::Interrupter, 2)] {
        let played = played(policy, seed);
        for locale in Locale::ALL {
            let json = texts(&report::page(&input(&played), locale));
            // A message that does not exist is shown by its id.
            for id in ["report-", "thought-", "criterion-", "verdict-", "act-", "explain-"] {
                let hit = json.match_indices(&format!("\"{id}")).next();
                assert!(hit.is_none(), "{policy:?} {locale}: {}", &json[hit.unwrap().0..][..60]);
            }
        }
    }
}

/// Paper and page ask for captions by name; a name without a text would be a gap on one and an error on the other.
#[test]
fn every_caption_that_is_set_is_there() {
    let (paper, page) = (include_str!("../../assets/report/report.typ"), include_str!("../../src/report/html.rs"));
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect::<String>();
    let of_paper = paper.match_indices("l.").filter(|(at, _)| !paper[..*at].ends_with(|c: char| c.is_alphanumeric()));
    let mut asked: std::collections::BTreeSet<String> = of_paper.map(|(at, _)| name(&paper[at + 2..])).collect();
    for call in ["label(\"", "heading(\""] {
        asked.extend(page.match_indices(call).map(|(at, _)| name(&page[at + call.len()..])));
    }
    asked.retain(|one| !["at", ""].contains(&one.as_str()));
    assert!(asked.len() > 40, "{asked:?}");
    for locale in Locale::ALL {
        let labels = report::page(&input(&tiny(&[])), locale).labels;
        let missing: Vec<_> =
            asked.iter().filter(|one| labels.get(one.as_str()).is_none_or(String::is_empty)).collect();
        assert!(missing.is_empty(), "{locale}: {missing:?}");
    }
}

#[test]
fn every_number_can_be_recomputed_from_the_events() {
    for seed in 1..=12 {
        let played = played(Policy::Random, seed);
        let page = report::page(&input(&played), Locale::ZhCn);
        let rubric = Rubric::shipped();
        let found = assess(rubric, &played.scenario, true, &played.events);
        // From the evidence alone: opportunities and points of each criterion.
        let mut shares = Vec::new();
        for (ix, criterion) in rubric.iter() {
            let of_it: Vec<_> = found.evidence.iter().filter(|one| one.criterion == ix).collect();
            let points: i64 = of_it.iter().map(|one| one.points().0).sum();
            if let (Some(dimension), false) = (criterion.dimension, of_it.is_empty()) {
                shares.push((dimension, i64::from(criterion.weight), points / of_it.len() as i64));
            }
        }
        let mut totals = Vec::new();
        for (at, dimension) in calmdesk::rubric::assessment::Dimension::ALL.into_iter().enumerate() {
            let of_it = || shares.iter().filter(|(of, ..)| *of == dimension);
            let weights: i64 = of_it().map(|(_, weight, _)| weight).sum();
            let points: i64 = of_it().map(|(_, weight, share)| weight * share).sum();
            let shown = &page.result.dimensions[at];
            let most = found.heard.filter(|_| at == 0).map_or(1000, |most| most.0);
            // A miss in a criterion that caps leaves no more.
            let missed = found.evidence.iter().filter(|one| one.verdict == Verdict::Miss);
            let caps = missed.map(|one| &rubric[one.criterion]).filter(|one| one.dimension == Some(dimension));
            let most = caps.filter_map(|one| one.cap).map(|cap| cap.0).fold(most, i64::min);
            let paper = (weights > 0).then(|| i64::min(points / weights, most));
            assert_eq!(shown.milli, paper, "seed {seed}: {}", shown.name);
            totals.extend(shown.milli);
        }
        let uncapped = totals.iter().sum::<i64>() / totals.len() as i64;
        let total = page.result.total_milli.unwrap();
        match page.critical.is_empty() {
            true => assert_eq!(total, uncapped, "seed {seed}"),
            false => assert!(total <= uncapped, "seed {seed}"),
        }
        let rows: usize = page.evidence.iter().map(|row| row.observations.len()).sum();
        assert_eq!(rows, found.evidence.len(), "every point has its line");
    }
}

#[test]
fn critical_failures_are_told_and_no_failure_is_told_too() {
    let bad = played(Policy::Bully, 1);
    let page = report::page(&input(&bad), Locale::ZhCn);
    assert!(!page.critical.is_empty());
    assert_eq!(page.result.passed, Some(false));
    let html = report::html(&page);
    assert!(html.find("class=\"critical\"").unwrap() < html.find("class=\"scores\"").unwrap());
    keep("bully.html", html.as_bytes());
    #[cfg(feature = "pdf")]
    keep("bully.pdf", &report::pdf(&page).unwrap());
}

/// One line, one choice: nothing of most criteria ever comes up.
const TINY: &str = r#"
Scenario(
    title: "小",
    plays_on: "2026-03-09",
    visitors: { "li": (name: "李") },
    nodes: {
        "arrive": Line(who: "li", say: "我来问个事。", then: "first"),
        "first": Choice([
            (id: "a", say: "您说。", acts: [Nod], then: "end"),
            (id: "b", say: "请讲。", acts: [Nod], then: "end"),
        ]),
        "end": End(outcome: Partial, title: "完", say: "完。"),
    },
)
"#;

fn tiny(moves: &[Move]) -> Played {
    let (scenario, settings) = (of_text(TINY), Settings { timed: false, ..Settings::default() });
    let mut events = Vec::new();
    let mut session = Session::begin(scenario.clone(), settings.clone(), &mut events);
    for one in moves {
        session.apply(one, &mut events).unwrap();
    }
    Played { scenario, settings, events }
}

#[test]
fn what_was_not_called_for_has_no_score_and_never_a_nought() {
    let played = tiny(&[Move::Choose { option: "a".into(), wait_ms: 0 }]);
    for (locale, none) in [(Locale::ZhCn, "未涉及"), (Locale::En, "no score")] {
        let page = report::page(&input(&played), locale);
        let mut without = 0;
        for one in page.result.dimensions.iter().filter(|one| one.milli.is_none()) {
            assert_eq!((one.score.as_str(), &one.points), (none, &None));
            without += 1;
        }
        assert!(without > 0, "this scenario leaves a dimension out");
        assert!(page.criteria.iter().filter(|one| one.opportunities == 0).all(|one| one.score == none));
    }
}

#[test]
fn a_session_without_a_turn_still_has_a_report() {
    let played = tiny(&[]);
    let page = report::page(&input(&played), Locale::ZhCn);
    assert_eq!(page.result.total, "未涉及");
    assert!(page.curves.is_empty() && page.turning_points.is_empty() && page.result.ending.is_none());
    assert!(report::html(&page).contains("未涉及"));
    #[cfg(feature = "pdf")]
    assert!(pages(&report::pdf(&page).unwrap()) >= 1);
    let nothing = Played { events: Vec::new(), ..played };
    let page = report::page(&input(&nothing), Locale::En);
    assert!(page.transcript.is_empty());
    #[cfg(feature = "pdf")]
    keep("empty.pdf", &report::pdf(&page).unwrap());
}

#[test]
fn three_hundred_turns_fit() {
    let source = TINY.replace("then: \"end\"),\n            (id: \"b\"", "then: \"arrive\"),\n            (id: \"b\"");
    let (scenario, settings) = (of_text(&source), Settings::default());
    let mut events = Vec::new();
    let mut session = Session::begin(scenario.clone(), settings.clone(), &mut events);
    for _ in 0..300 {
        session.apply(&Move::Choose { option: "a".into(), wait_ms: 5_000 }, &mut events).unwrap();
    }
    let played = Played { scenario, settings, events };
    let debrief = Debrief::of(&played.scenario, Rubric::shipped(), ActCatalogue::shipped(), true, &played.events);
    assert_eq!(debrief.turns.len(), 300);
    let page = report::page(&input(&played), Locale::ZhCn);
    assert!(report::html(&page).len() > 10_000);
    #[cfg(feature = "pdf")]
    keep("long.pdf", &report::pdf(&page).unwrap());
}

#[test]
fn an_undone_turn_leaves_no_trace() {
    let scenario =
        of_text(&TINY.replace("then: \"end\"),\n            (id: \"b\"", "then: \"arrive\"),\n            (id: \"b\""));
    let settings = Settings { timed: false, ..Settings::default() };
    let mut events = Vec::new();
    let mut session = Session::begin(scenario.clone(), settings.clone(), &mut events);
    let choose = |option: &str| Move::Choose { option: option.into(), wait_ms: 0 };
    for one in [choose("a"), choose("a"), Move::StepBack { before_turn: 2 }, choose("b")] {
        session.apply(&one, &mut events).unwrap();
    }
    let debrief = Debrief::of(&scenario, Rubric::shipped(), ActCatalogue::shipped(), false, &events);
    assert_eq!(debrief.turns.iter().map(|turn| turn.number).collect::<Vec<_>>(), [1, 2]);
    assert!(debrief.ending.is_some());
    assert_eq!(effective(&events).iter().filter(|event| matches!(event, Event::Chose { .. })).count(), 2);
}

/// A scenario whose every text is hostile, played to its end. The loader would refuse it; the report does not rely on that.
fn hostile() -> Played {
    let played = tiny(&[Move::Choose { option: "a".into(), wait_ms: 0 }]);
    let text = HOSTILE.join(" ");
    let mut scenario = Scenario::clone(&played.scenario);
    scenario.title = Text::new(text.clone());
    scenario.id = text.clone();
    scenario.visitors[0].name = Text::new(text.clone());
    scenario.visits[0].title = Text::new(text.clone());
    for node in &mut scenario.nodes {
        match &mut node.kind {
            NodeKind::Line(line) => line.variants[0].say = Text::new(format!("{text} {}", "x".repeat(100_000))),
            NodeKind::Choice(choice) => choice.options[0].text = Text::new(text.clone()).into(),
            NodeKind::End(end) => (end.title, end.text) = (Text::new(text.clone()), Text::new(text.clone())),
            _ => {}
        }
    }
    Played { scenario: Arc::new(scenario), ..played }
}

#[test]
fn hostile_texts_are_shown_as_texts() {
    let played = hostile();
    let long = "名".repeat(100_000);
    for name in HOSTILE.iter().copied().chain([long.as_str(), "", "\u{202E}"]) {
        let page = report::page(&Input { trainee: Some(name), class: Some(name), ..input(&played) }, Locale::ZhCn);
        let html = report::html(&page);
        assert!(!html.contains("<script") && !html.contains("<img"), "{name:.40}");
        for tag in html.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            assert!(!tag.contains(" on"), "an attribute that acts: <{tag}>");
        }
        assert!(!html.contains('\u{202E}') && !html.contains('\u{2066}'));
        assert!(html.len() < 200_000, "{}", html.len());
    }
    // The words themselves are there, escaped.
    let page = report::page(&Input { trainee: Some(HOSTILE[8]), ..input(&played) }, Locale::ZhCn);
    assert!(report::html(&page).contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[cfg(feature = "pdf")]
#[test]
fn hostile_texts_do_not_reach_the_typesetter_as_markup() {
    let played = hostile();
    let long = "w".repeat(100_000);
    let names = HOSTILE.join(" ");
    for name in [names.as_str(), long.as_str()] {
        let page = report::page(&Input { trainee: Some(name), class: Some(name), ..input(&played) }, Locale::ZhCn);
        let pdf = report::pdf(&page).unwrap();
        let path = keep("hostile.pdf", &pdf);
        assert!(pages(&pdf) <= 8, "{} pages", pages(&pdf));
        if let Some(text) = text_of(&path) {
            let flat: String = text.split_whitespace().collect();
            assert!(flat.contains("#panic(\"x\")") && flat.contains("<script>") && flat.contains("*b*"), "{text}");
            assert!(!text.contains("root:"), "a file was read");
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn the_same_session_gives_the_same_file_byte_for_byte() {
    let first = played(Policy::Random, 7);
    let again = played(Policy::Random, 7);
    let pdf = |played: &Played| report::pdf(&report::page(&input(played), Locale::ZhCn)).unwrap();
    let one = pdf(&first);
    assert_eq!(one, pdf(&again));
    assert_ne!(one, pdf(&played(Policy::Random, 8)));
}

/// The text of a PDF by poppler's `pdftotext`; `None`, and a note, where it is not installed.
#[cfg(feature = "pdf")]
fn text_of(path: &std::path::Path) -> Option<String> {
    match Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(path).arg("-").output() {
        Ok(output) => Some(String::from_utf8(output.stdout).unwrap()),
        Err(error) => {
            println!("skipped: pdftotext is not installed ({error})");
            None
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_normal_session_prints_on_two_to_six_pages_and_reads_back() {
    let played = played(Policy::Expert, 1);
    for locale in Locale::ALL {
        let page = report::page(&input(&played), locale);
        let pdf = report::pdf(&page).unwrap();
        let path = keep(&format!("expert-{locale}.pdf"), &pdf);
        assert!((2..=6).contains(&pages(&pdf)), "{locale}: {} pages", pages(&pdf));
        let Some(text) = text_of(&path) else { return };
        let flat: String = text.split_whitespace().collect();
        assert!(flat.contains("欧阳翀") && flat.contains(&page.result.total), "{text}");
        for one in &page.result.dimensions {
            assert!(flat.contains(&one.score));
        }
        let article = if locale == Locale::ZhCn { "条" } else { "Art." };
        assert!(flat.contains(article), "an article is named");
    }
}

#[test]
fn a_report_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.html");
    report::save(&path, b"one").unwrap();
    report::save(&path, b"two").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"two");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    let error = report::save(&folder.path().join("none").join("a.html"), b"x").unwrap_err();
    assert!(Locale::ZhCn.say(&error.message()).contains("报告没有存成"));
    assert!(report::save(folder.path(), b"x").is_err(), "a folder is not a file");
}
