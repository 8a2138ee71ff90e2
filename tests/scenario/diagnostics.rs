//! What an author is told: every fixture carries the diagnostics that it must cause (`//! CD0012 7:14`),
//! no code is without a fixture, every code has its words, and no bytes at all make the loader fall.

use calmdesk::args;
use calmdesk::lint::{check, render};
use calmdesk::locale::Texts;
use calmdesk::scenario::diagnostic::{Code, Diagnostic, Severity};
use calmdesk::scenario::{Loaded, SourceBundle, include};
use calmdesk::vocabulary::Locale;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn corpus() -> Vec<PathBuf> {
    fixtures("tests/diagnostics")
}

/// Fixtures of what is not wrong, but likely not meant: found by `check`, not by `load`.
fn smells() -> Vec<PathBuf> {
    fixtures("tests/diagnostics/smells")
}

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the corpus")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    files
}

/// The fixture and what is beside it: translations (`name.en.ftl`), packs of local rules (`name.law/`).
fn bundle(path: &Path) -> SourceBundle {
    let id = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
    let mut bundle = SourceBundle::of_text(&id, std::fs::read(path).expect("the fixture"));
    for tag in ["en", "zh-CN"] {
        if let Ok(bytes) = std::fs::read(path.with_extension(format!("{tag}.ftl"))) {
            bundle.files.push((format!("{tag}.ftl"), bytes));
        }
    }
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let taken_in = include::gather(&bundle.files[0].1.clone(), &mut |name| std::fs::read(beside.join(name)).ok());
    bundle.files.extend(taken_in);
    // Local rules: `name.law/street2024.ron`.
    for entry in std::fs::read_dir(path.with_extension("law")).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let name = format!("law/{}", path.file_name().and_then(|name| name.to_str()).expect("a name"));
        bundle.files.push((name, std::fs::read(path).expect("a pack")));
    }
    bundle.files.sort();
    bundle
}

/// What loading says, and of what `check` says beyond it the errors.
fn load(bundle: &SourceBundle) -> Loaded {
    let mut loaded = calmdesk::scenario::load(bundle);
    let checked = check(bundle).diagnostics.into_iter();
    loaded.diagnostics.extend(checked.filter(|problem| problem.code == Code::UnknownCriterion));
    loaded.diagnostics.sort_by_key(|problem| (problem.file.clone(), problem.line, problem.column));
    loaded.scenario = loaded.scenario.filter(|_| !loaded.diagnostics.iter().any(Diagnostic::is_error));
    loaded
}

fn place(problem: &Diagnostic) -> String {
    let file = if problem.file == "scenario.ron" { String::new() } else { format!("{} ", problem.file) };
    format!("{} {file}{}:{}", problem.code, problem.line, problem.column)
}

fn expected(text: &str) -> Vec<String> {
    text.lines().filter_map(|line| line.strip_prefix("//! ")).map(str::to_owned).collect()
}

#[test]
fn every_fixture_causes_exactly_what_it_says() {
    let mut wrong = String::new();
    for (path, smells) in corpus().into_iter().map(|path| (path, false)).chain(smells().into_iter().map(|p| (p, true)))
    {
        let bundle = bundle(&path);
        let wanted = expected(&bundle.shown("scenario.ron"));
        let loaded = if smells { check(&bundle) } else { load(&bundle) };
        let found: Vec<String> = loaded.diagnostics.iter().map(place).collect();
        if wanted != found {
            wrong += &format!("\n== {}\nwanted {wanted:#?}\nfound:\n", path.display());
            for problem in &loaded.diagnostics {
                let source = bundle.shown(&problem.file);
                wrong += &format!(
                    "//! {}\n{}\n",
                    place(problem),
                    render(problem, &problem.file, &source, Locale::ZhCn, false)
                );
            }
        }
        let sound = !loaded.diagnostics.iter().any(Diagnostic::is_error);
        assert_eq!(loaded.scenario.is_some(), sound, "{}: playable exactly if without errors", path.display());
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Files whose very bytes are wrong.
fn of_bytes() -> Vec<(&'static str, Vec<u8>, Option<Code>)> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/valid.ron"))
        .expect("the valid fixture");
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let gbk = encoding_rs::GBK.encode(&text.replace('…', "")).0.into_owned();
    let mut torn = text.clone().into_bytes();
    torn.insert(20, 0xFF);
    vec![
        ("valid with a byte order mark", [b"\xEF\xBB\xBF", text.as_bytes()].concat(), None),
        ("gbk", gbk, Some(Code::Gbk)),
        ("utf-16", utf16, Some(Code::Utf16)),
        ("torn", torn, Some(Code::NotUtf8)),
        ("nothing", Vec::new(), Some(Code::Empty)),
    ]
}

#[test]
fn encodings_are_called_by_their_names() {
    for (name, bytes, wanted) in of_bytes() {
        let found: Vec<Code> =
            load(&SourceBundle::of_text("bytes", bytes)).diagnostics.iter().map(|p| p.code).collect();
        assert_eq!(found, wanted.into_iter().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn folders_without_a_scenario_or_with_a_bad_name_are_named() {
    let bundle = SourceBundle { id: "empty".to_owned(), files: Vec::new() };
    assert_eq!(load(&bundle).diagnostics[0].code, Code::NoScenarioFile);
    let bundle = SourceBundle::of_text("夜里的响动", of_bytes()[0].1.clone());
    assert_eq!(load(&bundle).diagnostics.iter().map(|p| p.code).collect::<Vec<_>>(), [Code::BadFolderName]);
}

#[test]
fn no_code_is_without_a_fixture() {
    let mut seen: BTreeSet<Code> = [Code::NoScenarioFile, Code::BadFolderName].into();
    seen.extend(of_bytes().into_iter().filter_map(|(_, _, code)| code));
    for path in corpus() {
        seen.extend(load(&bundle(&path)).diagnostics.iter().map(|problem| problem.code));
    }
    for path in smells() {
        seen.extend(check(&bundle(&path)).diagnostics.iter().map(|problem| problem.code));
    }
    let unseen: Vec<String> = Code::ALL.iter().filter(|code| !seen.contains(code)).map(Code::to_string).collect();
    assert!(unseen.is_empty(), "no fixture for {unseen:?}");
}

#[test]
fn every_code_has_words_in_both_languages_and_every_problem_says_what_to_do() {
    for locale in Locale::ALL {
        for code in Code::ALL {
            assert!(locale.find(&code.text_id(), Some(&args!())).is_some(), "{code} in {locale}");
        }
        for path in corpus() {
            let bundle = bundle(&path);
            for problem in &load(&bundle).diagnostics {
                let text = locale.say(&problem.message());
                let hint = locale.say_if_known(&problem.advice()).unwrap_or_default();
                assert!(!text.contains("{$") && !hint.contains("{$"), "an argument is missing: {text} {hint}");
                assert!(!hint.is_empty() && !hint.contains("hint-"), "no hint: {text}");
            }
        }
    }
}

#[test]
fn the_caret_stands_under_the_chinese_it_means() {
    let text = "Scenario(\n    title: \"夜里的响动”,\n)\n";
    let bundle = SourceBundle::of_text("caret", text);
    let loaded = load(&bundle);
    let problem = loaded.diagnostics.iter().rfind(|problem| problem.code == Code::CurlyQuote).expect("a quote");
    assert_eq!((problem.line, problem.column), (2, 18));
    let drawn = render(problem, "scenario.ron", text, Locale::ZhCn, false);
    let lines: Vec<&str> = drawn.lines().collect();
    let source = lines.iter().position(|line| line.contains("夜里")).expect("the line");
    let width = |text: &str| unicode_width::UnicodeWidthStr::width(text);
    let sign = lines[source].find('”').expect("the sign");
    let caret = lines[source + 1].find('^').expect("a caret");
    assert_eq!(width(&lines[source][..sign]), width(&lines[source + 1][..caret]), "{drawn}");
}

#[test]
fn hostile_files_end_in_a_message() {
    let megabyte = 1 << 20;
    let hostile = [
        "(".repeat(megabyte),
        "\"a\"b".repeat(megabyte / 4),
        "Scenario(title: \"a\"b\"".repeat(megabyte / 20),
        "/*".repeat(megabyte) + &"*/".repeat(megabyte - 1),
        "r#\"".repeat(megabyte / 3),
        "“a”".repeat(megabyte / 7),
        format!("Scenario(nodes: {{{}}})", "\"a\": Line(x: 1), ".repeat(20_000)),
        format!("Scenario(nodes: {{\"a\": Choice([{}])}})", "(say: \"a\"),".repeat(60_000)),
        format!(
            "Scenario(nodes: {{{}}})",
            (0..9_000).map(|n| format!("\"n{n}\": Line(say: \"a\", then: \"m{n}\"), ")).collect::<String>()
        ),
        format!("Scenario(title: \"{}\")", "\u{202e}".repeat(megabyte / 3)),
    ];
    for text in hostile {
        let start: String = text.chars().take(30).collect();
        assert!(!load(&SourceBundle::of_text("hostile", text)).diagnostics.is_empty(), "{start}");
    }
}

fn valid() -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/valid.ron")).expect("the valid fixture")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_the_loader_fall(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..4), 1..12)
    ) {
        const SIGNS: &[u8] = b"()[]{}\",:\\/*#\n'r0-.";
        let mut bytes = valid();
        for (at, byte, how) in damage {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, SIGNS[byte as usize % SIGNS.len()]),
                2 => { bytes.remove(at); }
                _ => bytes.truncate(at.max(1)),
            }
        }
        let bundle = SourceBundle::of_text("damaged", bytes);
        let loaded = load(&bundle);
        prop_assert_eq!(loaded.scenario.is_none(), loaded.diagnostics.iter().any(Diagnostic::is_error));
        for problem in &loaded.diagnostics {
            render(problem, &problem.file, &bundle.shown(&problem.file), Locale::ZhCn, false);
        }
    }
}

#[test]
fn smells_never_stop_a_scenario_and_each_has_at_least_two_fixtures_places() {
    let mut places: std::collections::BTreeMap<Code, usize> = Default::default();
    for path in smells() {
        let (loaded, checked) = (load(&bundle(&path)), check(&bundle(&path)));
        assert!(loaded.diagnostics.is_empty(), "{}: loading does not smell", path.display());
        assert!(checked.scenario.is_some() && checked.errors() == 0, "{}", path.display());
        checked.diagnostics.iter().for_each(|problem| *places.entry(problem.code).or_default() += 1);
    }
    for code in Code::ALL.iter().filter(|code| code.severity() != Severity::Error && code.number() > 100) {
        assert!(places.get(code).is_some_and(|places| *places >= 2), "{code}: {:?}", places.get(code));
    }
}

/// What a whole file is, a corpus of files shows once each in `of_bytes` and beside it.
#[test]
fn every_code_stands_at_two_places_of_the_corpus() {
    let mut places: std::collections::BTreeMap<Code, usize> = Default::default();
    for path in corpus() {
        load(&bundle(&path)).diagnostics.iter().for_each(|problem| *places.entry(problem.code).or_default() += 1);
    }
    let once: Vec<String> = (Code::ALL.iter())
        .filter(|code| code.severity() == Severity::Error && code.number() > 7)
        .filter(|code| places.get(code).is_none_or(|places| *places < 2))
        .map(|code| format!("{code}: {:?}", places.get(code)))
        .collect();
    assert!(once.is_empty(), "{once:?}");
}

#[test]
fn shipped_scenarios_smell_of_nothing() {
    for entry in calmdesk::authoring::library::shipped() {
        let checked = check(&entry.bundle);
        let found: Vec<String> = checked.diagnostics.iter().map(place).collect();
        assert!(found.is_empty(), "{}: {found:?}", entry.id());
    }
}

/// Words that an option gives away are quoted as they stand there, blanks and signs and all.
#[test]
fn what_an_option_gives_away_is_quoted_as_it_stands() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/smells/untold-letters.ron");
    let found = check(&bundle(&path)).diagnostics;
    let quoted: Vec<String> =
        found.iter().filter(|one| one.code == Code::UntoldInOption).map(|one| Locale::En.say(&one.message())).collect();
    assert_eq!(quoted.len(), 2, "{quoted:?}");
    assert!(quoted[0].contains("“son has dialysis, three times a week”"), "{quoted:?}");
    assert!(quoted[1].contains("“the lease runs out at New Year”"), "{quoted:?}");
}
