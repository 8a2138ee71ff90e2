//! Claims from check to report, as an instructor and a trainee meet them: the guide's own example, played rightly and in
//! every way of deciding wrongly that keeps the rest right.

use crate::util::calmdesk;
use serde_json::Value;
use tempfile::TempDir;

/// The example of the guide, as it stands there.
fn example() -> String {
    let page = include_str!("../../docs/authoring.md");
    let examples = page.split("```ron\n").skip(1).filter_map(|rest| rest.split("```").next());
    examples.into_iter().find(|example| example.contains("一部分有理")).expect("the example of claims").to_owned()
}

struct Class {
    dir: TempDir,
}

impl Class {
    fn new() -> Self {
        let dir = TempDir::new().unwrap();
        std::fs::create_dir(dir.path().join("partly-right")).unwrap();
        std::fs::write(dir.path().join("partly-right/scenario.ron"), example()).unwrap();
        Self { dir }
    }

    fn run(&self, words: &[&str]) -> String {
        calmdesk(words).inside(&self.dir).data(self.dir.path().join("data")).run().well()
    }

    /// Plays an exam with these answers, and gives the report.
    fn report(&self, answers: &str) -> (Value, String) {
        let log = self.dir.path().join("a.log");
        let _ = std::fs::remove_file(&log);
        std::fs::write(self.dir.path().join("answers"), answers).unwrap();
        let played = ["play", "partly-right/", "--seed", "7", "--log", "a.log", "--answers", "answers"];
        let said = self.run(&played);
        self.run(&["replay", "a.log", "--verify"]);
        self.run(&["report", "a.log", "-o", "a.json"]);
        let text = std::fs::read_to_string(self.dir.path().join("a.json")).unwrap();
        self.run(&["report", "a.log", "-o", "a.html"]);
        let page = std::fs::read_to_string(self.dir.path().join("a.html")).unwrap();
        let report: Value = serde_json::from_str(&text).unwrap();
        // The terminal says it, too, and first.
        let wrong = report["claims"].as_array().unwrap().iter().any(|claim| claim["mark"] == "miss");
        assert!(!wrong || said.contains("定得不对"), "{said}");
        (report, page)
    }
}

fn procedure(report: &Value) -> i64 {
    report["result"]["dimensions"][2]["milli"].as_i64().unwrap()
}

/// What is observed of the criterion, in words.
fn observed(report: &Value) -> Vec<String> {
    let turns = report["evidence"].as_array().unwrap().iter();
    let all = turns.flat_map(|turn| turn["observations"].as_array().unwrap());
    let of_decision = all.filter(|one| one["criterion"] == "定得对不对");
    of_decision.map(|one| format!("{} {}", one["why"].as_str().unwrap(), one["source"].as_str().unwrap())).collect()
}

#[test]
fn a_claim_partly_right_decided_rightly() {
    let class = Class::new();
    let checked: Value = serde_json::from_str(&class.run(&["check", "partly-right/", "--format", "json"])).unwrap();
    assert_eq!((checked["errors"].as_u64(), checked["warnings"].as_u64()), (Some(0), Some(0)), "{checked:#}");
    let (report, page) = class.report("wait 9000\nsettle\nfill result=split basis=here remedy=thirty\n");
    assert_eq!(report["result"]["passed"], true, "{:#}", report["result"]);
    assert_eq!(procedure(&report), 1000, "{:#}", report["criteria"]);
    assert!(report["result"]["ending"].to_string().contains("四年算上了"), "{:#}", report["result"]);
    let claims = report["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 2);
    assert!(claims.iter().all(|claim| claim["mark"] == "hit" && claim["fault"].is_null()), "{claims:#?}");
    assert_eq!((claims[0]["decided"].as_str(), claims[1]["decided"].as_str()), (Some("支持"), Some("不予支持")));
    // Which fact, which article.
    let why = observed(&report);
    assert_eq!(why.len(), 2, "{why:?}");
    assert!(why.iter().any(|one| one.contains("底册") && one.contains("第三十二条")), "{why:?}");
    assert!(why.iter().any(|one| one.contains("没有利息这一项")), "{why:?}");
    assert!(page.contains("诉求一项一项") && page.contains("补算四年工龄"));
}

#[test]
fn whoever_decides_wrongly_fails_procedure_whatever_else_is_right() {
    let class = Class::new();
    let wrong = [
        // Refuses what is proven; says nothing; closes what is open; the wrong body; nothing at all.
        ("fill result=none basis=here remedy=thirty", "该支持的驳了"),
        ("fill result=soft basis=here remedy=thirty", "看不出定了什么"),
        ("fill result=split basis=here remedy=last", ""),
        ("fill result=split basis=here remedy=elsewhere", ""),
        ("fill result=struck basis=here remedy=thirty", "该定的没定"),
    ];
    for (paper, fault) in wrong {
        let (report, page) = class.report(&format!("wait 9000\nsettle\n{paper}\n"));
        assert_eq!(report["result"]["passed"], false, "{paper}");
        assert!(procedure(&report) <= 500, "{paper}: {}", procedure(&report));
        let notes = report["result"]["notes"].to_string();
        assert!(notes.contains("定得对不对"), "{paper}: {notes}");
        assert!(report["result"]["total_milli"].as_i64().unwrap() < 850, "{paper}: {:#}", report["result"]);
        assert!(page.contains(fault), "{paper}: {fault}");
        assert!(!observed(&report).is_empty(), "{paper}");
    }
}

#[test]
fn a_third_answer_is_no_answer_to_two() {
    let class = Class::new();
    let right = "fill result=split basis=here remedy=thirty\n";
    let met = |first: &str| {
        let (report, _) = class.report(&format!("wait 9000\n{first}\n{right}"));
        let criteria = report["criteria"].as_array().unwrap();
        let one = criteria.iter().find(|one| one["name"] == "口径打架有人管").unwrap();
        let told = report["evidence"].to_string();
        (one["milli"].as_i64(), told)
    };
    let ((settled, told), (third, _)) = (met("settle"), met("mine"));
    assert_eq!((settled, third), (Some(1000), Some(0)));
    // Who answered what, when, and what is so.
    for words in ["区人社局", "2019年6月11日", "底册一直在市档案馆"] {
        assert!(told.contains(words), "{words}: {told}");
    }
}
