//! The author's guide cannot drift: its examples load, its tables name exactly the fields there are, and the pages
//! that are made from the program are what the program makes today (`CALMDESK_WRITE_DOCS=1` writes them anew).

use crate::places::places;
use crate::util::calmdesk;
use calmdesk::authoring::starter::Template;
use calmdesk::lint::{check, render};
use calmdesk::locale::Texts;
use calmdesk::procedure::PaperCatalogue;
use calmdesk::scenario::diagnostic::{Code, Severity};
use calmdesk::scenario::schema::{Variants, field_text_id};
use calmdesk::scenario::source::{NodeSource, WhenSource, dialect};
use calmdesk::scenario::{Diagnostic, SourceBundle, include, load, model};
use calmdesk::vocabulary::Locale;
use calmdesk::vocabulary::acts::Takes;
use calmdesk::vocabulary::{ActCatalogue, Cue, Value};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use strum::VariantNames;

pub fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub fn read(path: &str) -> String {
    std::fs::read_to_string(file(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

const GUIDES: [&str; 2] = ["docs/authoring.md", "docs/authoring.en.md"];

/// The `ron` examples of a page.
fn examples(page: &str) -> Vec<&str> {
    page.split("```ron\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

fn explained(bundle: &SourceBundle) -> String {
    drawn(bundle, load(bundle).diagnostics)
}

fn drawn(bundle: &SourceBundle, problems: Vec<Diagnostic>) -> String {
    let drawn = problems.iter().map(|one| render(one, &one.file, &bundle.shown(&one.file), Locale::En, false));
    drawn.collect::<Vec<_>>().join("\n\n")
}

#[test]
fn every_example_of_the_guide_loads_without_a_complaint() {
    for guide in GUIDES {
        let page = read(guide);
        let examples = examples(&page);
        assert!(examples.len() >= 5, "{guide}");
        for example in examples {
            let text = if example.contains("Scenario(") {
                example.to_owned()
            } else {
                format!(
                    "Scenario(title: \"t\", plays_on: \"2026-03-09\", visitors: {{ \"wang\": (name: \"w\") }},\n\
                     staff: {{ \"director\": (name: \"d\") }},\n\
                     facts: {{ \"leak\": \"f\" }}, nodes: {{\n{example}\n\"end\": End(outcome: Partial, title: \"e\", say: \"e\"),\n}})"
                )
            };
            let bundle = SourceBundle::of_text("example", text);
            // A piece is only shown as it is written; a whole example is held to what `check` asks.
            let whole = example.contains("Scenario(");
            let complaints = if whole { drawn(&bundle, check(&bundle).diagnostics) } else { explained(&bundle) };
            assert!(complaints.is_empty(), "{guide}\n{complaints}");
        }
    }
}

#[test]
fn the_first_example_is_what_calmdesk_new_makes() {
    for (guide, locale) in GUIDES.into_iter().zip(Locale::ALL) {
        let template = String::from_utf8(Template::One.files(locale).remove(0).1).unwrap();
        assert_eq!(examples(&read(guide))[0], template, "{guide}");
    }
}

/// `calmdesk` as an instructor types it, in a folder of their own.
fn typed(folder: &Path, locale: Locale, line: &str) -> (Option<i32>, String) {
    let said = calmdesk(line.split(' ')).args(["--lang", locale.tag()]).inside(folder).run();
    (Some(said.code), said.all())
}

/// Meant, written, code, advice: the table of slips.
fn slips(page: &str) -> Vec<(String, String, String, String)> {
    let rows = page.lines().filter(|line| line.starts_with("| `") && line.contains("` → `"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let (meant, written) = cells[0].split_once("` → `").unwrap();
        let bare = |text: &str| text.trim_matches('`').to_owned();
        (bare(meant), bare(written), cells[1].to_owned(), cells[2].to_owned())
    })
    .collect()
}

/// From the guide alone: a scenario of two visits with a group, made, mistaken, mended, checked, rehearsed.
#[test]
fn whoever_follows_the_guide_ends_with_a_group_that_comes_twice() {
    for (guide, locale) in GUIDES.into_iter().zip(Locale::ALL) {
        let page = read(guide);
        let study = tempfile::tempdir().unwrap();
        let done = |line: &str| {
            let (code, said) = typed(study.path(), locale, line);
            assert_eq!(code, Some(0), "{guide}: calmdesk {line}\n{said}");
            said
        };
        // Every command of the tutorial is typed as it stands, in order; what asks for a window or PDF is left out.
        done("new leaking-roof");
        done("check leaking-roof");
        done("new stairwell --template collective");
        assert!(page.contains("\ncalmdesk new stairwell --template collective\n"), "{guide}");
        done("check stairwell");

        let written = examples(&page).into_iter().find(|example| example.contains("count: 5")).unwrap();
        let file = study.path().join("stairwell/scenario.ron");
        let slips = slips(&page);
        assert!(slips.len() >= 6, "{guide}");
        for (meant, mistaken, code, advice) in slips {
            assert!(written.contains(&meant), "{guide}: {meant}");
            std::fs::write(&file, written.replacen(&meant, &mistaken, 1)).unwrap();
            let (status, said) = typed(study.path(), locale, "check stairwell");
            assert_eq!(status, Some(1), "{guide}: {mistaken}");
            assert!(said.contains(&format!("[{code}]")) && said.contains(&advice), "{guide}: {mistaken}\n{said}");
            assert_eq!(said.matches("[CD0").count(), 1, "{guide}: one slip, one message\n{said}");
        }
        std::fs::write(&file, written).unwrap();
        let clean = done("check stairwell");
        assert!(!clean.contains("CD0"), "{clean}");

        let line = "rehearse stairwell --policy all --exhaustive";
        assert!(page.contains(&format!("\ncalmdesk {line}\n")), "{guide}");
        let said = done(&format!("{line} --runs 200 --seed 1"));
        let nothing = locale.text("rehearse-good");
        assert!(said.trim_end().ends_with(&*nothing), "{guide}\n{said}");
        done("fmt stairwell");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), written, "{guide}: laid out as fmt would");
        done("translate stairwell");

        let loaded = load(&SourceBundle::read_dir(&study.path().join("stairwell")).unwrap());
        let scenario = loaded.scenario.unwrap();
        assert_eq!((scenario.visits.len(), scenario.visitors.len()), (2, 7), "two visits, a group of seven");
    }
}

/// Heading of each table, in Chinese where it has a name of its own, and what may be written there, in the order in which
/// it is declared.
fn wanted() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
    let mut wanted: Vec<_> = (places().into_iter())
        .map(|(_, of)| (of.heading, of.heading, of.fields.iter().map(|field| field.name).collect()))
        .collect();
    wanted.push(("条件", "Conditions", WhenSource::VARIANTS.iter().map(|variant| variant.name).collect()));
    wanted.push(("线索", "Cues", Cue::VARIANTS.to_vec()));
    wanted
}

/// The page with every table of fields made anew from the texts that an editor shows, too.
fn with_tables(page: &str, locale: Locale) -> String {
    let wanted = wanted();
    let (mut made, mut heading, mut written) = (String::new(), "", false);
    for line in page.lines() {
        if line.starts_with('#') {
            (heading, written) = (line.strip_prefix("### ").unwrap_or_default(), false);
        }
        let here = wanted.iter().find(|(zh, en, _)| heading == if locale == Locale::ZhCn { *zh } else { *en });
        match here {
            Some((_, of, names)) if line.starts_with("| `") => {
                if !std::mem::replace(&mut written, true) {
                    names.iter().for_each(|name| made.push_str(&row(of, name, locale)));
                }
            }
            _ => made.push_str(&format!("{line}\n")),
        }
    }
    made
}

/// What the guide says of one field; of conditions and cues, which are never left out, in two columns.
fn row(of: &str, name: &str, locale: Locale) -> String {
    let id = field_text_id(of, name);
    let what = locale.find(&id, None).unwrap_or_else(|| panic!("{locale}: guide.ftl lacks {id}"));
    match locale.find(&format!("{id}.otherwise"), None) {
        Some(otherwise) => format!("| `{name}` | {what} | {otherwise} |\n"),
        None if ["Conditions", "Cues"].contains(&of) => format!("| `{name}` | {what} |\n"),
        None => format!("| `{name}` | {what} | |\n"),
    }
}

#[test]
fn the_tables_say_of_every_field_what_an_editor_says() {
    let wanted = wanted();
    for (guide, locale) in GUIDES.into_iter().zip(Locale::ALL) {
        let page = read(guide);
        compare(guide, &with_tables(&page, locale));
        let headings = wanted.iter().map(|(zh, en, _)| if locale == Locale::ZhCn { *zh } else { *en });
        let tables = tables(&page).into_keys().collect::<BTreeSet<_>>();
        assert_eq!(tables, headings.map(str::to_owned).collect(), "{guide}: one table for each");
    }
}

#[test]
fn no_text_of_the_guide_is_left_behind_by_a_field_that_has_gone() {
    let known = wanted();
    let known = known.iter().flat_map(|(_, of, names)| names.iter().map(move |name| field_text_id(of, name)));
    let known = known.collect::<BTreeSet<_>>();
    let texts = read("assets/locales/zh-CN/guide.ftl");
    let written = texts.lines().filter(|line| line.starts_with("guide-")).map(|line| line.split(' ').next().unwrap());
    assert_eq!(written.map(str::to_owned).collect::<BTreeSet<_>>(), known);
}

/// The names that a type knows, as its own error tells them.
fn known<'a, T: Deserialize<'a>>(text: &'a str) -> BTreeSet<String> {
    let Err(error) = dialect().from_str::<T>(text) else { panic!("{text} should not load") };
    match error.code {
        ron::Error::NoSuchStructField { expected, .. } => expected.iter().map(|name| (*name).to_owned()).collect(),
        other => panic!("{text}: {other:?}"),
    }
}

/// Where the schema isn't made by the declaration of the type itself.
#[test]
fn what_two_kinds_of_tasks_and_looks_hold_is_what_is_read() {
    let places = places();
    let read = [
        ("Form", known::<NodeSource>("Form(zzz: 1)")),
        ("Compose", known::<NodeSource>("Compose(zzz: 1)")),
        ("look", known::<model::Look>("(zzz: 1)")),
    ];
    for (heading, fields) in read {
        let of = places.iter().find(|(_, of)| of.heading == heading).expect(heading).1;
        assert_eq!(of.fields.iter().map(|field| field.name.to_owned()).collect::<BTreeSet<_>>(), fields, "{heading}");
    }
}

/// Whether a page has it as a name: in back quotes, or followed by what stands behind a name.
fn names(page: &str, name: &str) -> bool {
    page.match_indices(name).any(|(at, _)| {
        let letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
        !page[..at].ends_with(letter) && page[at + name.len()..].starts_with([':', '`', '(', ',', ';'])
    })
}

#[test]
fn the_page_of_the_language_names_every_field() {
    let page = read("docs/scenario-language.md");
    let wanted = wanted();
    let missing = wanted.iter().flat_map(|(_, heading, fields)| {
        fields.iter().filter(|field| !names(&page, field)).map(move |field| format!("{heading}: {field}"))
    });
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<String>::new());
}

/// What a struct asks for when nothing stands in its brackets, by the loader's own complaints.
fn asked_for(before: &str) -> BTreeSet<String> {
    let close = |c: char| match c {
        '(' => Some(')'),
        '[' => Some(']'),
        '{' => Some('}'),
        _ => None,
    };
    let text: String = before.chars().chain(before.chars().rev().filter_map(close)).collect();
    let loaded = load(&SourceBundle::of_text("empty", text.clone()));
    assert!(loaded.diagnostics.iter().all(|one| one.code != Code::Syntax), "{text}");
    let bracket = before.len() - 1;
    let place = before[..bracket].rfind(|c: char| !c.is_ascii_alphanumeric()).map_or(0, |at| at + 1);
    let missing = loaded.diagnostics.iter().filter(|one| one.code == Code::MissingField);
    let here = missing.filter(|one| one.span.start == place);
    let fields = here.flat_map(|one| one.args.iter().filter(|(name, _)| *name == "field"));
    fields.filter_map(|(_, value)| if let Value::Text(name) = value { Some(name.clone()) } else { None }).collect()
}

#[test]
fn what_an_empty_one_is_asked_for_is_called_required() {
    for (guide, required) in GUIDES.into_iter().zip(["必写", "required"]) {
        let page = read(guide);
        for (before, of) in places() {
            let section = page.split(&format!("\n### {}\n", of.heading)).nth(1).expect(of.heading);
            let rows = section.lines().take_while(|line| !line.starts_with("### ")).filter_map(|line| {
                let cells: Vec<&str> = line.strip_prefix("| `")?.trim_end_matches(" |").split(" | ").collect();
                (cells.last() == Some(&required)).then(|| cells[0].trim_end_matches('`').to_owned())
            });
            let rows = rows.collect::<BTreeSet<_>>();
            for field in asked_for(&before) {
                // Asked for only where nothing else says it: a field's label by the paper, an entry's words by the kind of task.
                let elsewhere = [("fields", "label"), ("entries", "write")].contains(&(of.heading, field.as_str()));
                assert!(elsewhere || rows.contains(&field), "{guide}: ### {}: `{field}` is required", of.heading);
            }
        }
    }
}

/// Heading → names in back quotes in the first column of its table.
fn tables(page: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut heading = String::new();
    for line in page.lines() {
        if let Some(name) = line.strip_prefix("### ") {
            name.clone_into(&mut heading);
        } else if let Some(row) = line.strip_prefix("| `").filter(|row| !row.contains("` → `")) {
            tables.entry(heading.clone()).or_default().insert(row.split('`').next().unwrap().to_owned());
        }
    }
    tables
}

/// Compares a page with what stands in the repository, or writes it.
pub fn compare(path: &str, page: &str) {
    if std::env::var_os("CALMDESK_WRITE_DOCS").is_some() {
        std::fs::write(file(path), page).unwrap();
        return;
    }
    let now = std::fs::read_to_string(file(path)).unwrap_or_default();
    let differs = now.lines().zip(page.lines()).position(|(a, b)| a != b);
    assert!(now == page, "{path} is out of date (line {differs:?}); run the tests with CALMDESK_WRITE_DOCS=1");
}

#[test]
fn the_catalogue_of_acts_is_up_to_date() {
    for (locale, path) in Locale::ALL.into_iter().zip(["docs/acts.md", "docs/acts.en.md"]) {
        compare(path, &acts_page(locale));
    }
}

fn acts_page(locale: Locale) -> String {
    let zh = locale == Locale::ZhCn;
    let mut page = if zh {
        "# 行为目录：选项做了什么\n\n这一页由程序生成。写在选项的 `acts` 里，可以写几个，按说话的先后排。括号里要写东西的，照“写法”那一栏。\
         名字没有好坏之分：程序按来访人当时的心情算它是对是错。\n"
            .to_owned()
    } else {
        "# Catalogue of acts: what an option does\n\nThis page is made by the program. Acts stand in `acts` of an option, \
         several in the order of speaking. Where something goes in brackets, follow the column “Write”.\n"
            .to_owned()
    };
    let mut group = None;
    for (_, act) in ActCatalogue::shipped().iter() {
        if group != Some(act.group) {
            group = Some(act.group);
            let name = format!("{:?}", act.group);
            let title = match (zh, name.as_str()) {
                (true, "Listening") => "倾听",
                (true, "Empathy") => "共情",
                (true, "Manners") => "礼节和环境",
                (true, "Procedure") => "程序",
                (true, "Mediation") => "调解",
                (true, "Safety") => "安全和底线",
                (false, "Manners") => "Manners and room",
                (false, "Safety") => "Safety and conduct",
                (_, other) => other,
            };
            let head = if zh {
                "| 写法 | 叫什么 | 为什么 | 怎么做更好，例如 |"
            } else {
                "| Write | Called | Why | Better, for example |"
            };
            write!(page, "\n## {title}\n\n{head}\n|---|---|---|---|\n").unwrap();
        }
        let name = &act.name;
        let call = match act.takes {
            Takes::Word => format!("{name}(\"寒心\")"),
            Takes::Article => format!("{name}(\"noise2022/70\")"),
            Takes::Paper => format!("{name}(\"path-notice\")"),
            Takes::Promise => format!("{name}(\"callback\")"),
            Takes::MaybeFact => format!("{name}` `{name}(\"hours\")"),
            Takes::MaybeArticle => format!("{name}` `{name}(\"noise2022/70\")"),
            Takes::MaybePromise => format!("{name}` `{name}(\"callback\")"),
            Takes::MaybeVisitor => format!("{name}` `{name}(\"zhang\")"),
            _ => name.clone(),
        };
        let text = |suffix: &str| locale.text(&format!("act-{name}{suffix}")).replace('|', "\\|");
        let line = if act.critical.is_some() { if zh { "（红线）" } else { " (red line)" } } else { "" };
        writeln!(page, "| `{call}` | {}{line} | {} | {} |", text(""), text(".why"), text(".better")).unwrap();
    }
    page
}

#[test]
fn the_page_of_diagnostics_is_up_to_date_and_leaves_no_code_out() {
    for (locale, path) in Locale::ALL.into_iter().zip(["docs/diagnostics.md", "docs/diagnostics.en.md"]) {
        let page = diagnostics_page(locale);
        for code in Code::ALL {
            assert!(page.contains(&format!("\n## {code}\n")), "{code} has no section");
        }
        compare(path, &page);
    }
}

/// Each code with the shortest fixture that causes it.
fn found() -> BTreeMap<Code, (Diagnostic, SourceBundle)> {
    let folders = ["tests/diagnostics", "tests/diagnostics/smells"];
    let mut fixtures: Vec<PathBuf> = (folders.iter())
        .flat_map(|folder| std::fs::read_dir(file(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    fixtures.sort();
    let mut bundles: Vec<SourceBundle> = Vec::new();
    for path in fixtures {
        let text = std::fs::read_to_string(&path).unwrap();
        let shown: String =
            text.lines().filter(|line| !line.starts_with("//!")).map(|line| line.to_owned() + "\n").collect();
        let mut bundle = SourceBundle::of_text(path.file_stem().unwrap().to_str().unwrap(), shown);
        for tag in ["en", "zh-CN"] {
            if let Ok(bytes) = std::fs::read(path.with_extension(format!("{tag}.ftl"))) {
                bundle.files.push((format!("{tag}.ftl"), bytes));
            }
        }
        let main = bundle.files[0].1.clone();
        let taken_in = include::gather(&main, &mut |name| std::fs::read(file("tests/diagnostics").join(name)).ok());
        bundle.files.extend(taken_in);
        for entry in std::fs::read_dir(path.with_extension("law")).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = format!("law/{}", path.file_name().unwrap().to_str().unwrap());
            bundle.files.push((name, std::fs::read(path).unwrap()));
        }
        bundle.files.sort();
        bundles.push(bundle);
    }
    let valid = read("tests/diagnostics/valid.ron");
    let bytes = |id: &str, bytes: Vec<u8>| SourceBundle::of_text(id, bytes);
    let mut torn = valid.clone().into_bytes();
    torn.insert(20, 0xFF);
    bundles.push(bytes("torn", torn));
    bundles.push(bytes("gbk", encoding_rs::GBK.encode(&valid.replace('…', "")).0.into_owned()));
    bundles.push(bytes(
        "utf16",
        [0xFF, 0xFE].into_iter().chain(valid.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
    ));
    bundles.push(bytes("nothing", Vec::new()));
    bundles.push(SourceBundle { id: "empty".to_owned(), files: Vec::new() });
    bundles.push(bytes("夜里的响动", valid.into_bytes()));
    // The fixture with the fewest other problems explains a code best.
    let loaded: Vec<(SourceBundle, Vec<Diagnostic>)> =
        bundles.into_iter().map(|bundle| (bundle.clone(), check(&bundle).diagnostics)).collect();
    let mut best: BTreeMap<Code, ((usize, bool), Diagnostic, SourceBundle)> = BTreeMap::new();
    for (bundle, problems) in loaded {
        for problem in &problems {
            let noise = (problems.len(), problem.file != "scenario.ron");
            if best.get(&problem.code).is_none_or(|(least, ..)| noise < *least) {
                best.insert(problem.code, (noise, problem.clone(), bundle.clone()));
            }
        }
    }
    best.into_iter().map(|(code, (_, problem, bundle))| (code, (problem, bundle))).collect()
}

fn diagnostics_page(locale: Locale) -> String {
    let zh = locale == Locale::ZhCn;
    let mut page = if zh {
        "# 检查时说的话，一条一条\n\n这一页由程序生成。`calmdesk check` 每条提示前面都有编号，在这里找到它：什么意思，错的写成什么样，怎么改。\n"
    } else {
        "# What check says, one by one\n\nThis page is made by the program. Each message of `calmdesk check` has a code; \
         here is what it means, what a mistake looks like, and how to mend it.\n"
    }
    .to_owned();
    for (code, (problem, bundle)) in found() {
        let severity = locale.text(match code.severity() {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Note => "severity-note",
        });
        let source = bundle.shown(&problem.file);
        let drawn = render(&problem, &problem.file, &source, locale, false);
        let drawn: Vec<&str> = drawn.lines().map(str::trim_end).collect();
        write!(page, "\n## {code}\n\n**{severity}** · {}\n\n", locale.say(&problem.message())).unwrap();
        write!(page, "```text\n{}\n```\n", drawn.join("\n")).unwrap();
    }
    page
}

#[test]
fn the_table_of_papers_names_the_fields_there_are() {
    for (guide, between) in GUIDES.into_iter().zip(["、", ", "]) {
        let page = read(guide);
        for kind in &PaperCatalogue::shipped().papers {
            let names = |fields: &[calmdesk::procedure::PaperField]| {
                fields.iter().map(|field| format!("`{field:?}`")).collect::<Vec<_>>().join(between)
            };
            let row = format!("| {} | {} |", names(&kind.required), names(&kind.optional));
            let found = page.lines().find(|line| line.starts_with(&format!("| {} |", kind.id))).expect(&kind.id);
            assert!(found.ends_with(&row), "{found}\n{row}");
        }
    }
}
