//! `calmdesk law`, local rules that a scenario brings along, and law told wrongly that the report puts right.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

use calmdesk::lint::check;
use calmdesk::procedure::LawLibrary;
use calmdesk::scenario::SourceBundle;
use calmdesk::scenario::diagnostic::{Code, Diagnostic};
use std::path::{Path, PathBuf};

fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

const EXAMPLE: &str = "docs/examples/local-rules";

/// Exit code, what was said, what was complained of.
fn typed(words: &[&str], lang: &str) -> (i32, String, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_calmdesk"))
        .args(words)
        .args(["--lang", lang])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn json(words: &[&str]) -> serde_json::Value {
    let (code, said, complaint) = typed(&[words, &["--format", "json"]].concat(), "en");
    assert_eq!(code, 0, "{complaint}");
    serde_json::from_str(&said).unwrap()
}

#[test]
fn every_pack_is_listed_in_both_languages() {
    for (lang, title, count) in
        [("zh-CN", "《信访工作条例》", "法规包"), ("en", "Regulation on Petition Work", "law packs")]
    {
        let (code, said, _) = typed(&["law"], lang);
        assert_eq!(code, 0);
        assert!(said.contains(title) && said.contains(count), "{said}");
        for pack in &LawLibrary::shipped().packs {
            assert!(said.contains(&pack.id), "{}", pack.id);
        }
    }
}

#[test]
fn an_article_is_shown_with_its_paragraphs_and_items() {
    let (code, said, _) = typed(&["law", "xf2022/22"], "zh-CN");
    assert_eq!(code, 0);
    for part in
        ["22(1)  第二十二条第一款：", "22(1)(3)  第二十二条第一款第（三）项：", "22(2)  第二十二条第二款：", "出处"]
    {
        assert!(said.contains(part), "{part}\n{said}");
    }
    assert!(!said.contains("第二十三条"), "{said}");
    // Marked for a person, too, and not only in the data.
    let (_, said, _) = typed(&["law", "appraisal2011/22"], "en");
    assert!(said.contains("not verified"), "{said}");
}

#[test]
fn words_are_looked_for_in_both_languages() {
    for words in [["law", "代表", "五人"], ["law", "representatives", "five"]] {
        let (code, said, _) = typed(&words, "zh-CN");
        assert!(code == 0 && said.contains("第二十条第三款"), "{said}");
    }
    let (code, said, complaint) = typed(&["law", "海商法"], "zh-CN");
    assert!(code == 1 && said.is_empty() && complaint.contains("没有查到“海商法”"), "{complaint}");
}

#[test]
fn only_what_is_in_force_on_a_day() {
    let ids = |day: &str| -> Vec<String> {
        let packs = json(&["law", "psapl", "--on", day]);
        packs.as_array().unwrap().iter().map(|pack| pack["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!((ids("2025-12-31"), ids("2026-01-01")), (vec!["psapl2012".to_owned()], vec!["psapl2025".to_owned()]));
    let (code, _, complaint) = typed(&["law", "--on", "1985-01-01"], "en");
    assert!(code == 1 && complaint.contains("No law at hand"), "{complaint}");
    let (code, _, complaint) = typed(&["law", "--on", "soon"], "en");
    assert!(code == 2 && complaint.contains("2026-09-25"), "{complaint}");
}

#[test]
fn what_is_not_there_says_what_is() {
    let (code, _, complaint) = typed(&["law", "noise2020/70"], "en");
    assert!(code == 1 && complaint.contains("noise2022"), "{complaint}");
    let (code, _, complaint) = typed(&["law", "xf2022/99"], "zh-CN");
    assert!(code == 1 && complaint.contains("37(2)") && complaint.contains("37(3)"), "{complaint}");
}

#[test]
fn programs_get_article_paragraph_and_item_as_such() {
    let packs = json(&["law", "xf2022/22(1)(3)"]);
    let article = &packs[0]["articles"][0];
    assert_eq!(packs[0]["valid_from"], "2022-05-01");
    assert_eq!((&article["article"], &article["paragraph"], &article["item"]), (&22.into(), &1.into(), &3.into()));
    assert_eq!(article["cited"], "xf2022/22(1)(3)");
    assert_eq!(article["citation"], "Regulation on Petition Work, Art. 22, para. 1, item 3");
}

#[test]
fn local_rules_are_looked_up_like_the_others() {
    let (code, said, _) = typed(&["law", "estate-rules2024", "--packs", EXAMPLE], "zh-CN");
    assert!(code == 0 && said.contains("第三条第一款：晚上十点以后"), "{said}");
    let (code, ..) = typed(&["law", "estate-rules2024/3"], "zh-CN");
    assert_eq!(code, 1);
    // The folder of broken ones says what is wrong with the first.
    let (code, _, complaint) = typed(&["law", "--packs", "tests/diagnostics/own-law-broken.law"], "zh-CN");
    assert!(code == 1 && complaint.contains("bare2024.ron") && complaint.contains("一条也没有"), "{complaint}");
    let (code, _, complaint) = typed(&["law", "--packs", "nowhere"], "en");
    assert!(code == 1 && complaint.contains("nowhere"), "{complaint}");
}

#[test]
fn the_example_of_local_rules_is_clean_and_cites_them() {
    let bundle = SourceBundle::read(&file(EXAMPLE)).unwrap();
    let checked = check(&bundle);
    assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
    let scenario = checked.scenario.unwrap();
    assert!(scenario.library().pack("estate-rules2024").is_some());
    assert!(LawLibrary::shipped().pack("estate-rules2024").is_none());
    // Those that ship keep their places, so that citations mean the same everywhere.
    for (own, shipped) in scenario.library().articles.iter().zip(&LawLibrary::shipped().articles) {
        assert_eq!(own.number, shipped.number);
    }
}

#[test]
fn a_play_that_cites_local_rules_is_logged_replayed_and_reported() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).display().to_string();
    let reported = |option: &str| -> (String, serde_json::Value) {
        std::fs::write(path("answers"), format!("{option}\n")).unwrap();
        let (log, page) = (path(&format!("{option}.calmlog")), path(&format!("{option}.json")));
        let (code, _, complaint) =
            typed(&["play", EXAMPLE, "--seed", "1", "--answers", &path("answers"), "--log", &log], "zh-CN");
        assert_eq!(code, 0, "{complaint}");
        let (code, said, complaint) = typed(&["replay", &log, "--verify"], "zh-CN");
        assert_eq!(code, 0, "{said}{complaint}");
        let (code, _, complaint) = typed(&["report", &log, "-o", &page], "zh-CN");
        assert_eq!(code, 0, "{complaint}");
        let text = std::fs::read_to_string(page).unwrap();
        (text.clone(), serde_json::from_str(&text).unwrap())
    };
    let (text, _) = reported("rules");
    assert!(text.contains("《纺织新村邻里约定》第三条第一款"), "{text}");
    // What was said wrongly is put right, article by article, local rules among them.
    let (_, page) = reported("law");
    let law: Vec<(&str, &str)> = (page["evidence"].as_array().unwrap().iter())
        .flat_map(|row| row["law"].as_array().unwrap())
        .map(|one| (one["label"].as_str().unwrap(), one["text"].as_str().unwrap()))
        .collect();
    assert_eq!(law.len(), 3, "{law:?}");
    assert!(law[0].0 == "《噪声污染防治法》第八十八条第（二）项" && law[0].1.contains("晚上十点"), "{law:?}");
    assert!(law[2].0.starts_with("《纺织新村邻里约定》"), "{law:?}");
    let html = path("law.html");
    let (code, ..) = typed(&["report", &path("law.calmlog"), "-o", &html], "en");
    assert_eq!(code, 0);
    let html = std::fs::read_to_string(html).unwrap();
    assert!(html.contains("What the law says") && html.contains("Textile Estate Rules among Neighbours"), "{html}");
}

/// A folder of scenarios with a shared pack beside them.
fn shared() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let scenario = std::fs::read_to_string(file(EXAMPLE).join("scenario.ron")).unwrap();
    for (name, text) in [
        ("cites", scenario.clone()),
        ("silent", scenario.replace("estate-rules2024", "xf2022").replace("xf2022/3(1)", "xf2022/20(3)")),
    ] {
        std::fs::create_dir(dir.path().join(name)).unwrap();
        std::fs::write(dir.path().join(name).join("scenario.ron"), text).unwrap();
    }
    let pack = std::fs::read(file(EXAMPLE).join("law/estate-rules2024.ron")).unwrap();
    std::fs::create_dir(dir.path().join("law")).unwrap();
    std::fs::write(dir.path().join("law/estate-rules2024.ron"), pack).unwrap();
    dir
}

#[test]
fn packs_beside_the_scenarios_go_with_those_that_name_them() {
    let dir = shared();
    let files = |name: &str| -> Vec<String> {
        let bundle = SourceBundle::read(&dir.path().join(name)).unwrap();
        let problems = check(&bundle).diagnostics;
        assert!(problems.iter().all(|problem| !problem.is_error()), "{problems:?}");
        bundle.files.into_iter().map(|(name, _)| name).collect()
    };
    assert_eq!(files("cites"), ["law/estate-rules2024.ron", "scenario.ron"]);
    assert_eq!(files("silent"), ["scenario.ron"]);
    // The folder of the packs is no scenario that cannot be read.
    let library = calmdesk::authoring::library::Library::open(Some(dir.path()));
    assert!(library.unreadable.is_empty(), "{:?}", library.unreadable);
    // In the scenario's own folder it goes before the one beside.
    std::fs::create_dir(dir.path().join("cites/law")).unwrap();
    let own = dir.path().join("cites/law/estate-rules2024.ron");
    std::fs::write(&own, "(").unwrap();
    let problems = check(&SourceBundle::read(&dir.path().join("cites")).unwrap()).diagnostics;
    assert!(problems.iter().any(|problem| problem.code == Code::NotClosed), "{problems:?}");
    // Whoever cites a pack that is broken is not told that there is none.
    let of_scenario = |problem: &&Diagnostic| problem.file == "scenario.ron" && problem.is_error();
    assert_eq!(problems.iter().find(of_scenario), None);
    // A limit is an error with a number in it.
    std::fs::write(&own, vec![b' '; (4 << 20) + 1]).unwrap();
    let error = SourceBundle::read(&dir.path().join("cites")).unwrap_err().to_string();
    assert!(error.contains("estate-rules2024.ron") && error.contains('4'), "{error}");
}
