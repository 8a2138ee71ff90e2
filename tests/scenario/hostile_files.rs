//! Whatever stands in a file that the program reads, reading it ends, in what was meant or in a message: texts of
//! scenarios and translations, files taken in, logs, coding sheets, answers. Archives are in `packed.rs`.

use crate::util::calmdesk;
use calmdesk::authoring::format::format;
use calmdesk::authoring::library;
use calmdesk::coding as sheet;
use calmdesk::lint::{check, render};
use calmdesk::locale::Texts;
use calmdesk::logbook::log;
use calmdesk::logbook::recording::{Recording, Start};
use calmdesk::rubric::Rubric;
use calmdesk::scenario::translation_file::update;
use calmdesk::scenario::{Diagnostic, SourceBundle, load};
use calmdesk::session::{Mode, Move, Settings};
use calmdesk::vocabulary::Locale;
use proptest::prelude::*;
use std::path::Path;
use std::sync::OnceLock;

/// Nobody reads more problems of one file than that.
const MOST_PROBLEMS: usize = 3_000;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Words and signs that scenarios are made of, and those that people write in their stead.
const PIECES: &[&str] = &[
    "Scenario(",
    "Shared(",
    "Line(",
    "Choice([",
    "Choice(",
    "Topics(",
    "Form(",
    "Compose(",
    "Branch(",
    "End(",
    "TimePasses(",
    "title:",
    "nodes:",
    "visitors:",
    "visits:",
    "facts:",
    "promises:",
    "vars:",
    "hooks:",
    "include:",
    "personas:",
    "plays_on:",
    "\"2026-03-09\"",
    "\"zhang\":",
    "\"a\":",
    "who:",
    "say:",
    "acts:",
    "cues:",
    "then:",
    "when:",
    "count:",
    "needs:",
    "fields:",
    "\"zhang\"",
    "\"a\"",
    "\"寒心\"",
    "\"shared/a.ron\"",
    "MirrorWords(\"寒心\")",
    "Feeling(\"寒心\")",
    "Promise(\"p\")",
    "All([",
    "Not(",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "'",
    "“",
    "”",
    "‘",
    "，",
    "：",
    "（",
    "）",
    "；",
    "、",
    ";",
    "=",
    "%",
    "#",
    "//",
    "/*",
    "*/",
    "/",
    "<!--",
    "-->",
    "--",
    "r#\"",
    "\"#",
    "\\",
    "1",
    "-3",
    "0.5",
    "1e999",
    "99999999999999999999",
    "１０",
    "True",
    "true",
    "None",
    "Some(",
    "\n",
    "\n",
    " ",
    "\t",
    "\u{3000}",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "\0",
    "寒心",
    "é",
    "🙂",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..120).prop_map(|pieces| pieces.concat())
}

/// How bytes may be hurt: where, with which byte, and in which way.
type Damage = Vec<(prop::sample::Index, u8, u8)>;

fn damage(most: usize) -> impl Strategy<Value = Damage> {
    prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..5), 1..most)
}

fn hurt(bytes: &[u8], damage: &Damage) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, byte, how) in damage {
        if bytes.is_empty() {
            break;
        }
        let at = at.index(bytes.len());
        match how {
            0 => bytes[at] = *byte,
            1 => {
                let piece = PIECES[usize::from(*byte) % PIECES.len()];
                bytes.splice(at..at, piece.bytes());
            }
            2 => drop(bytes.remove(at)),
            3 => drop(bytes.drain(at..(at + usize::from(*byte)).min(bytes.len()))),
            _ => {
                // A piece twice, as a slip of the mouse makes it.
                let piece = bytes[at..(at + usize::from(*byte)).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

/// Loads, checks and shows in both languages what is wrong; a scenario is there exactly if nothing is.
fn looked_over(bundle: &SourceBundle) {
    let loaded = check(bundle);
    assert_eq!(loaded.scenario.is_none(), loaded.diagnostics.iter().any(Diagnostic::is_error));
    assert!(loaded.diagnostics.len() <= MOST_PROBLEMS, "{} problems", loaded.diagnostics.len());
    for problem in loaded.diagnostics.iter().take(40) {
        for locale in Locale::ALL {
            let drawn = render(problem, &problem.file, &bundle.shown(&problem.file), locale, false);
            assert!(!drawn.contains("{$") && !drawn.contains("hint-"), "{drawn}");
        }
    }
}

/// The guide's example of a group that comes twice: every kind of thing that is written by hand is in it.
fn example() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/authoring.md")).unwrap();
        let found = page.split("```ron\n").skip(1).find(|part| part.contains("Topics(")).unwrap();
        found.split("```").next().unwrap().to_owned()
    })
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn any_row_of_signs_is_read_to_its_end(text in soup()) {
        looked_over(&SourceBundle::of_text("soup", text.clone()));
        looked_over(&SourceBundle::of_text("soup", format!("Scenario(title: \"t\", plays_on: \"2026-03-09\", nodes: {{{text}}})")));
        if let Ok(tidy) = format(text.as_bytes()) {
            prop_assert_eq!(format(&tidy).unwrap(), tidy);
        }
    }

    #[test]
    fn files_taken_in_may_be_broken_too(shared in soup(), hurts in damage(6)) {
        let main = hurt(example().replacen("Scenario(", "Scenario(\n    include: [\"shared/a.ron\"],", 1).as_bytes(), &hurts);
        let mut bundle = SourceBundle::of_text("whole", main);
        bundle.files.push(("shared/a.ron".to_owned(), format!("Shared({shared})").into_bytes()));
        looked_over(&bundle);
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn damage_to_a_whole_scenario_is_told_and_never_shuffled(hurts in damage(10)) {
        let bytes = hurt(example().as_bytes(), &hurts);
        if let Ok(tidy) = format(&bytes) {
            prop_assert_eq!(format(&tidy).unwrap(), tidy);
        }
        looked_over(&SourceBundle::of_text("hurt", bytes));
    }

    #[test]
    fn damage_to_a_translation_is_told(hurts in damage(10)) {
        let entry = library::find("noise-upstairs").unwrap();
        let mut bundle = entry.bundle.clone();
        let ftl = bundle.files.iter_mut().find(|(name, _)| name == "en.ftl").unwrap();
        ftl.1 = hurt(&ftl.1, &hurts);
        let text = String::from_utf8_lossy(&ftl.1).into_owned();
        looked_over(&bundle);
        // What `translate` would write can be read again.
        let scenario = entry.scenario().unwrap();
        if let Ok(updated) = update(scenario, Some(&text), "") {
            prop_assert!(update(scenario, Some(&updated.text), "").is_ok());
        }
    }

    #[test]
    fn damage_to_a_log_is_found(hurts in damage(6)) {
        let bytes = hurt(a_log(), &hurts);
        let path = Path::new("hurt.calmlog");
        match log::parse(&bytes, path) {
            // What is read is what was written: each line stands for itself.
            Ok(read) => {
                let whole = log::parse(a_log(), path).unwrap();
                prop_assert!(read.entries.iter().all(|entry| whole.entries.contains(entry)));
            }
            Err(error) => prop_assert!(Locale::ALL.iter().all(|locale| !(*locale).say(&error.message()).is_empty())),
        }
    }

    #[test]
    fn damage_to_a_coding_sheet_is_told(hurts in damage(12)) {
        const SHEET: &str = "session,turn,time,speaker,text,acts,cues\na,1,0:10,visitor,都往外推，我真寒心,,Feeling(寒心) Deflected(2)\na,2,0:20,trainee,寒心，我听见了,MirrorWords(寒心) OpenQuestion,\na,3,0:40,visitor,三点钟,,Fact(三点)\na,4,0:50,trainee,三点，对吗,CheckUnderstanding,\n";
        if let Err(problems) = sheet::read(&hurt(SHEET.as_bytes(), &hurts), Rubric::shipped()) {
            prop_assert!(problems.iter().all(|problem| Locale::ALL.iter().all(|locale| !(*locale).say(&problem.message()).is_empty())));
        }
    }
}

/// A line of a file of answers: mostly a number that is on offer, now and then what somebody might type.
fn answer() -> impl Strategy<Value = String> {
    const TYPED: &[&str] = &[
        "",
        "# 先听",
        "wait 1500",
        "wait 4294967295",
        "wait -1",
        "wait",
        "gesture Nod",
        "gesture 点头",
        "gesture Threaten",
        "gesture",
        "note",
        "note hours",
        "back",
        "back 0",
        "back 1",
        "back 99999999999",
        "fill",
        "fill name=full",
        "fill name",
        "fill = =",
        "\u{feff}1",
        "０",
        "1 2",
        "0",
        "9",
        "18446744073709551616",
        "quit",
    ];
    prop_oneof![
        12 => (1..=4u8).prop_map(|shown| shown.to_string()),
        3 => proptest::sample::select(TYPED).prop_map(str::to_owned),
        1 => "[^\\r\\n]{0,12}",
    ]
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn whatever_is_answered_is_played_or_refused_by_its_line(answers in prop::collection::vec(answer(), 0..40), broken in prop::option::weighted(0.1, 0..40usize)) {
        let folder = tempfile::tempdir().unwrap();
        let mut bytes = answers.join("\n").into_bytes();
        if let Some(at) = broken.filter(|at| *at < bytes.len()) {
            bytes[at] = 0xff;
        }
        std::fs::write(folder.path().join("answers.txt"), bytes).unwrap();
        let run = |words: &[&str]| {
            calmdesk(words).in_english().inside(folder.path()).data(folder.path()).0.output().unwrap()
        };
        let played = run(&["play", "noise-upstairs", "--seed", "7", "--log", "a.log", "--answers", "answers.txt"]);
        let said = String::from_utf8(played.stderr).unwrap();
        prop_assert!(matches!(played.status.code(), Some(0..=3)), "{:?} {said}", played.status);
        prop_assert!(played.status.success() || said.contains("answers.txt"), "{said}");
        // What was taken up to then stands in a log that holds.
        let verified = run(&["replay", "a.log", "--verify"]);
        prop_assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    }
}

/// The beginning of a short session, head and first moves.
pub fn a_short_log() -> Vec<u8> {
    a_log().to_vec()
}

/// A short session as it was written.
fn a_log() -> &'static [u8] {
    static LOG: OnceLock<Vec<u8>> = OnceLock::new();
    LOG.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.calmlog");
        let entry = library::find("noise-upstairs").unwrap();
        let start = Start {
            scenario: entry.scenario().unwrap().clone(),
            files: log::Files::from(&entry.bundle),
            settings: Settings { seed: 7, mode: Mode::Practice, timed: false },
            started: "2026-03-09T09:00:00+08:00".to_owned(),
            trainee: None,
            class: None,
            played_by: None,
        };
        let mut recording = Recording::start(&path, start).unwrap();
        for _ in 0..12 {
            let awaiting = recording.session().awaiting();
            if let calmdesk::session::Awaiting::Choice { node, offer } = awaiting {
                let scenario = recording.session().scenario().clone();
                let calmdesk::scenario::model::NodeKind::Choice(choice) = &scenario.nodes[node.at()].kind else {
                    break;
                };
                let option = choice.options[usize::from(offer.as_slice()[0])].id.clone();
                recording.apply(&Move::Choose { option, wait_ms: 4_000 }).unwrap();
            }
        }
        drop(recording);
        std::fs::read(path).unwrap()
    })
}

#[test]
fn what_is_very_large_or_very_deep_is_read_in_bounds() {
    let many = |piece: &str, times: usize| piece.repeat(times);
    let texts = [
        many("“a", 200_000),
        many("/* ", 200_000),
        many("# x\n", 100_000),
        many("\u{3000}", 300_000),
        many("a = 1; ", 60_000),
        many("'a', ", 60_000),
        many("])}", 100_000),
        many("([{", 100_000),
        many("(]", 100_000),
        many("Choice(]", 60_000),
        format!("Scenario(nodes: {{{}", many("\"a\": Choice([(id: \"b\", say: \"c\", ", 20_000)),
        format!("Scenario(title: \"{}\")", many("a\"b", 200_000)),
        many("Scenario()\n", 50_000),
    ];
    for text in texts {
        let start: String = text.chars().take(20).collect();
        assert!(format(text.as_bytes()).is_err(), "{start}");
        let loaded = load(&SourceBundle::of_text("large", text));
        assert!(
            !loaded.diagnostics.is_empty() && loaded.diagnostics.len() <= MOST_PROBLEMS,
            "{start}: {}",
            loaded.diagnostics.len()
        );
    }
}
