//! The real program, as an instructor without a server uses it.

use crate::databases::postgres;
use crate::played::{Elsewhere, SCENARIO};
use crate::util::{Said, calmdesk};
use std::path::Path;
use tempfile::TempDir;

/// `calmdesk class …` with a store in this folder, or at this address.
fn class(at: &Path, url: Option<&str>, words: &[&str]) -> Said {
    let mut all = vec!["class"];
    all.extend(words);
    if let Some(url) = url {
        all.extend(["--db", url]);
    }
    calmdesk(all).inside(at).data(at.join("data")).run()
}

fn a_term(url: Option<&str>) {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let class = |words: &[&str]| class(at, url, words);
    assert!(class(&["list"]).well().contains("还没有班级"));
    let made = class(&["new", "接访一班", "--keep-days", "90"]).well();
    let code = made.split("代码 ").nth(1).unwrap()[..6].to_owned();
    std::fs::write(at.join("名册.csv"), encoding_rs::GBK.encode("姓名;学号\n王敏;1001\n李强;1002\n").0).unwrap();
    let seen = class(&["roster", &code, "名册.csv"]).well();
    assert!(seen.contains("GBK") && seen.contains("“学号” → 学号或工号") && seen.contains("能收 2 人"), "{seen}");
    assert!(class(&["roster", &code, "名册.csv", "--keep"]).well().contains("收了 2 人"));
    let assigned = class(&["assign", &code, SCENARIO, "--title", "期中", "--seed", "7"]).well();
    let id: String = assigned.split("编号 ").nth(1).unwrap().chars().take_while(char::is_ascii_digit).collect();
    let stick = at.join("stick");
    std::fs::create_dir(&stick).unwrap();
    std::fs::write(stick.join("a.calmlog"), Elsewhere::default().played(at)).unwrap();
    std::fs::write(
        stick.join("b.calmlog"),
        Elsewhere { policy: "bully", name: "李强", ..Elsewhere::default() }.played(at),
    )
    .unwrap();
    let collected = class(&["collect", &code, "stick"]).well();
    assert!(collected.contains("收了 2 份，已经有的 0 份，没收的 0 份"), "{collected}");
    assert!(class(&["collect", &code, "stick"]).well().contains("收了 0 份，已经有的 2 份"));
    std::fs::write(stick.join("c.calmlog"), "not a log").unwrap();
    assert_eq!(class(&["collect", &code, "stick"]).code, 1, "a log was refused");
    let list = class(&["list"]).well();
    assert!(list.contains("2 人") && list.contains("考核") && list.contains("交了 2 人"), "{list}");
    let shown = class(&["results", &code, "--names"]).well();
    assert!(shown.contains("王敏") && shown.contains("达标") && shown.contains("常走错的地方"), "{shown}");
    let hidden = class(&["results", &code, "--assignment", &id]).well();
    assert!(!hidden.contains("王敏") && hidden.contains("T-"), "{hidden}");
    let json = class(&["results", &code, "--format", "json"]).well();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap()["rows"].as_array().unwrap().len(), 2);
    for file in ["a.csv", "a.xlsx", "a.json"] {
        class(&["export", &code, "-o", file]).well();
        assert!(std::fs::metadata(at.join(file)).unwrap().len() > 100, "{file}");
    }
    class(&["graph", &code, "--assignment", &id, "-o", "tree.svg"]).well();
    assert!(std::fs::read_to_string(at.join("tree.svg")).unwrap().contains("<svg"));
    class(&["export", &code, "--moodle", "-o", "moodle.csv"]).well();
    assert!(std::fs::read_to_string(at.join("moodle.csv")).unwrap().starts_with("idnumber,期中,feedback"));
    class(&["export", &code, "--person", "1001", "-o", "王敏"]).well();
    let logs = std::fs::read_dir(at.join("王敏"))
        .unwrap()
        .flatten()
        .filter(|one| one.path().extension().is_some_and(|e| e == "calmlog"));
    let log = logs.map(|one| one.path()).next().unwrap();
    calmdesk(["replay", "--verify"]).arg(&log).run().well();
    assert!(class(&["set", &id, "closed"]).well().contains("改好了"));
    let would = class(&["delete", &code, "--person", "1001"]).well();
    assert!(would.contains("--yes") && class(&["results", &code, "--names"]).well().contains("王敏"), "{would}");
    assert!(class(&["delete", &code, "--person", "1001", "--yes"]).well().contains("1 份记录"));
    assert!(!class(&["results", &code, "--names"]).well().contains("王敏"));
    assert!(class(&["delete", &code, "--whole", "--yes"]).well().contains("删了 1 人"));
    assert!(class(&["list"]).well().contains("还没有班级"));
}

#[test]
fn a_term_without_a_server() {
    a_term(None);
}

#[test]
fn a_term_in_postgresql() {
    if let Some(own) = postgres() {
        a_term(own.url.as_deref());
    }
}

#[test]
fn what_is_wrong_is_said_with_what_to_do() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let says = |words: &[&str], code: i32, part: &str| {
        let said = class(at, None, words);
        assert!(said.code == code && said.all().contains(part), "{words:?}: {said:?}");
        assert!(!said.all().contains("class-"), "{said:?}");
    };
    says(&["results", "AAAAAA"], 1, "六个字母");
    says(&["results", "nonsense"], 1, "六个字母");
    says(&["delete"], 2, "--whole");
    says(&["list", "--db", "mysql://nowhere"], 1, "postgres://");
    let made = class(at, None, &["new", "一班"]).well();
    let code = &made.split("代码 ").nth(1).unwrap()[..6];
    says(&["assign", code, "no-such-scenario"], 1, "no-such-scenario");
    says(&["assign", code, SCENARIO, "--closes", "soon"], 2, "2026-12-01T09:00");
    says(&["export", code, "-o", "a.doc"], 2, ".xlsx");
    says(&["roster", code, "nobody.csv"], 1, "nobody.csv");
    says(&["collect", code, "no-folder"], 1, "no-folder");
    // A file that is no database is not overwritten.
    std::fs::create_dir(at.join("other")).unwrap();
    std::fs::write(at.join("other/class.sqlite3"), "not a database, but somebody's file of some length").unwrap();
    let said = class(at, None, &["list", "--data", "other"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(std::fs::read_to_string(at.join("other/class.sqlite3")).unwrap().starts_with("not a database"));
    let english = calmdesk(["class", "results", "AAAAAA"]).inside(at).data(at.join("data")).in_english().run();
    assert!(english.err.contains("six letters"), "{english:?}");
}

#[test]
fn an_instructor_gets_a_password_that_stands_in_no_command() {
    let folder = TempDir::new().unwrap();
    let at = folder.path();
    let made = class(at, None, &["new", "接访一班"]).well();
    let code = made.split("代码 ").nth(1).unwrap()[..6].to_owned();
    let typed =
        |typed: &str| calmdesk(["class", "instructor", &code, "钱"]).inside(at).data(at.join("data")).typing(typed);
    assert!(typed("静夜思\n").well().contains("钱的密码设好了"));
    assert!(typed("\n").well().contains("只能用一次性的链接进"));
    let long = typed(&"长".repeat(201));
    assert!(long.all().contains("最多 200") && long.all().contains("201"), "{}", long.all());
}
