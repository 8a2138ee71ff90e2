//! `docs/rubric.md` is held to the program: every item of the handbook has its place, every name exists, every number is real.

use crate::util::calmdesk;
use calmdesk::coding as sheet;
use calmdesk::feedback::criterion_texts;
use calmdesk::report;
use calmdesk::rubric::Rubric;
use calmdesk::rubric::assessment::{Dimension, Milli, Verdict};
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::{CueKind, Locale};
use std::collections::BTreeSet;
use strum::VariantArray;

const PAGE: &str = include_str!("../../docs/rubric.md");

/// How many items each part of the handbook has (A.1–A.9 and A.12).
const PARTS: [(&str, usize); 11] = [
    ("L", 20),
    ("E", 24),
    ("W", 20),
    ("N", 9),
    ("S", 14),
    ("P", 23),
    ("H", 31),
    ("M", 10),
    ("D", 18),
    ("F", 11),
    ("X", 11),
];

/// Rules of the rubric by name.
const RULES: [&str; 14] = [
    "Cue",
    "Acts",
    "Avoid",
    "HeardOut",
    "AnswersPain",
    "Order",
    "Once",
    "Promises",
    "Written",
    "Ladder",
    "Representatives",
    "Decision",
    "SpeaksUp",
    "FirstWords",
];

fn section(title: &str) -> &'static str {
    let at = PAGE.find(title).unwrap_or_else(|| panic!("no section {title}")) + title.len();
    let rest = &PAGE[at..];
    &rest[..rest.find("\n## ").or_else(|| rest.find("\n---\n")).unwrap_or(rest.len())]
}

fn rows() -> Vec<Vec<&'static str>> {
    let rows =
        section("## 手册每一条落在哪里").lines().filter(|line| line.starts_with("| ") && !line.starts_with("| 编号"));
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_scoreable_item_of_the_handbook_is_covered_or_says_why_not() {
    let rows = rows();
    let mut wanted = Vec::new();
    for (part, count) in PARTS {
        wanted.extend((1..=count).map(|number| format!("{part}{number:02}")));
    }
    assert_eq!(rows.iter().map(|row| row[0].to_owned()).collect::<Vec<_>>(), wanted);
    for row in &rows {
        let [id, what, how] = row[..] else { panic!("{row:?}") };
        assert!(!what.is_empty() && !how.is_empty(), "{id}");
        assert!(
            !quoted(how).is_empty() || how.contains('：') || how.contains('，') || how == "就是这个程序",
            "{id}: {how}"
        );
    }
}

#[test]
fn every_name_in_the_table_is_an_act_a_cue_a_criterion_a_switch_or_a_rule() {
    let (acts, rubric) = (ActCatalogue::shipped(), Rubric::shipped());
    let cues: BTreeSet<&str> = CueKind::VARIANTS.iter().map(|kind| kind.name()).collect();
    let mut named = BTreeSet::new();
    for row in rows() {
        for name in quoted(row[2]) {
            let known = acts.find(name).is_some()
                || rubric.find(name).is_some()
                || cues.contains(name)
                || RULES.contains(&name)
                || rubric.switches.contains_key(name);
            assert!(known, "{}: `{name}` is nothing the program knows", row[0]);
            named.insert(name);
        }
    }
    // And the other way round: what the program scores stands somewhere in the table.
    for criterion in rubric
        .criteria
        .iter()
        .map(|one| one.id.as_str())
        .filter(|id| !["privacy", "minimal", "written-privacy"].contains(id))
    {
        assert!(named.contains(criterion), "{criterion} is in no row");
    }
}

#[test]
fn every_switch_is_told_with_its_default_and_decides_something() {
    let source = Rubric::SHIPPED[0].1;
    let acts = ActCatalogue::shipped();
    for (switch, on) in &Rubric::shipped().switches {
        let row = format!("| `{switch}` | {} |", if *on { "是" } else { "否" });
        assert!(PAGE.contains(&row), "docs/rubric.md lacks {row}");
        let flipped = source.replacen(&format!("\"{switch}\": {on}"), &format!("\"{switch}\": {}", !on), 1);
        let flipped = Rubric::parse(&flipped, acts).unwrap();
        let same = (flipped.criteria.iter().zip(&Rubric::shipped().criteria))
            .all(|(a, b)| (&a.hit, &a.partial, &a.miss) == (&b.hit, &b.partial, &b.miss));
        assert!(!same, "{switch} decides nothing");
    }
}

#[test]
fn the_shipped_rubrics_load_under_their_own_names_and_differ() {
    for (id, source) in Rubric::SHIPPED {
        let rubric = Rubric::parse(source, ActCatalogue::shipped()).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(rubric.id, id);
        assert_eq!(rubric.caps.len(), 7, "{id}: suppression is no success under any rubric");
        assert!(rubric.caps.values().all(|cap| *cap < rubric.pass), "{id}");
        for locale in Locale::ALL {
            for criterion in &rubric.criteria {
                assert_ne!(
                    criterion_texts::name(criterion, locale),
                    criterion.id,
                    "{id}: {} has no name in {locale}",
                    criterion.id
                );
                assert!(criterion_texts::why(criterion, locale).is_some(), "{id}: {}", criterion.id);
            }
        }
    }
}

#[test]
fn why_my_trainee_lost_four_points_in_empathy_is_answered_by_the_report() {
    let told = section("## 我的学员共情为什么丢了四分");
    let csv = told.split("```csv\n").nth(1).unwrap().split("```").next().unwrap();
    let rubric = Rubric::shipped();
    let sheet = sheet::read(csv.as_bytes(), rubric).expect("the example of the page");
    let staged = sheet.sessions[0].staged(rubric).unwrap();
    let found = &staged.assessment;
    assert_eq!(found.dimensions[Dimension::Empathy as usize], Some(Milli(957)));
    let mut weights = 0;
    for (id, name, weight, opportunities, earned) in [
        ("feeling-met", "接住情绪", 3, 5, 4000),
        ("emotion-first", "先情后事", 3, 1, 1000),
        ("respect", "话里有尊重", 3, 1, 1000),
        ("choice", "给人选择", 2, 1, 1000),
        ("deflected", "认领被推的苦", 2, 1, 1000),
        ("welcome", "迎坐让水", 1, 1, 1000),
    ] {
        let ix = rubric.find(id).unwrap();
        let score = found.criteria[ix.at()];
        assert_eq!(
            (rubric[ix].weight, score.opportunities, score.earned),
            (weight, opportunities, Milli(earned)),
            "{id}"
        );
        assert!(told.contains(&format!("{name}（")) && told.contains(&format!("{opportunities} 次")), "{name}");
        weights += weight;
    }
    let scored = rubric
        .iter()
        .filter(|(ix, one)| one.dimension == Some(Dimension::Empathy) && found.criteria[ix.at()].opportunities > 0);
    assert_eq!(
        scored.map(|(_, one)| one.weight).sum::<u32>(),
        weights,
        "no other criterion of empathy had an opportunity"
    );
    for figure in ["95.7", "4000 ÷ 5 = 800", "13400 ÷ 14 = 957"] {
        assert!(told.contains(figure), "{figure}");
    }
    // From the report alone: the criterion, the turn, the words.
    let page = report::live_page(&sheet.sessions[0], &staged, rubric, None, "x.csv", Locale::ZhCn);
    let row = page.criteria.iter().find(|one| one.name == "接住情绪").unwrap();
    assert_eq!((row.opportunities, row.earned.as_str(), row.score.as_str()), (5, "4", "80"));
    let missed: Vec<_> = found
        .evidence
        .iter()
        .filter(|one| rubric[one.criterion].dimension == Some(Dimension::Empathy) && one.verdict != Verdict::Hit)
        .collect();
    assert_eq!(missed.len(), 1);
    assert_eq!(missed[0].turn, 3);
    let turn = page.evidence.iter().find(|one| one.turn == 3).unwrap();
    let why = &turn.observations.iter().find(|one| one.criterion == "接住情绪").unwrap().why;
    assert!(why.contains("怄气") && why.contains("是几点到几点响？"), "{why}");
}

/// The careless play of the page, through the program as people run it: the report alone gives every number of it.
#[test]
fn a_careless_play_is_answered_by_its_report_and_its_paper_shows_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let here = |path: &str| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let run = |args: &[&str]| {
        let done = calmdesk(args).args(["--lang", "zh-CN"]).inside(folder.path()).run().well();
        done.split_whitespace().collect::<String>()
    };
    let (answers, scenario) = (here("tests/desk/careless.txt"), here("scenarios/noise-upstairs"));
    let (answers, scenario) = (answers.to_str().unwrap(), scenario.to_str().unwrap());
    let shown = run(&["play", "--seed", "1", "--log", "a.calmlog", "--answers", answers, scenario]);
    run(&["report", "a.calmlog", "-o", "a.json"]);
    run(&["report", "a.calmlog", "-o", "a.html"]);
    let page: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.path().join("a.json")).unwrap()).unwrap();
    let html = std::fs::read_to_string(folder.path().join("a.html")).unwrap();

    // Empathy, worked out from what is printed and nothing else.
    let told = section("## 我的学员共情为什么丢了四分").split("### ").nth(1).unwrap();
    let criteria = page["criteria"].as_array().unwrap().iter();
    let (mut sum, mut weights) = (0, 0);
    for one in criteria.filter(|one| one["dimension"] == "共情" && one["opportunities"] != 0) {
        let (name, weight) = (one["name"].as_str().unwrap(), one["weight"].as_u64().unwrap());
        let (times, earned) = (one["opportunities"].as_u64().unwrap(), one["earned"].as_str().unwrap());
        let share = earned.parse::<u64>().expect("whole points in this play") * 1000 / times;
        (sum, weights) = (sum + weight * share, weights + weight);
        let figures = [format!("{times} 次得 {earned} 分"), format!("{weight}×{share}")];
        assert!(told.contains(name) && figures.iter().all(|figure| told.contains(figure)), "{name}: {figures:?}");
    }
    assert!(told.contains(&format!("{sum} ÷ {weights} = {}", sum / weights)), "{sum} {weights}");
    let printed = page["result"]["dimensions"][1]["score"].as_str().unwrap();
    assert_eq!(printed, format!("{}.{}", sum / weights / 10, sum / weights % 10));
    assert!(told.contains(printed) && shown.contains(&format!("共情{printed}")));
    // Where it was lost, and the better words that were on offer.
    let empathy =
        ["接住情绪", "先情后事", "话里有尊重", "给人选择", "认领被推的苦", "打消顾虑", "头几句话", "迎坐让水"];
    let mut lost = 0;
    for turn in page["evidence"].as_array().unwrap() {
        let missed = turn["observations"].as_array().unwrap().iter();
        for _ in missed.filter(|one| one["mark"] != "hit" && empathy.contains(&one["criterion"].as_str().unwrap())) {
            lost += 1;
            assert!(told.contains(&format!("第 {} 轮", turn["turn"])), "{turn}");
            assert!(told.contains(turn["better"].as_str().unwrap()), "{turn}");
        }
    }
    assert_eq!(lost, 2);

    // The form filled sloppily, the number unmasked, the wrong limit, the vague basis: each as what it is.
    let rows: Vec<&serde_json::Value> =
        page["sheets"].as_array().unwrap().iter().flat_map(|sheet| sheet["rows"].as_array().unwrap()).collect();
    for (written, fault, should, source) in [
        ("329999195807124021", "身份证号写全了", "329999********4021", "第一千零三十九条"),
        ("楼上噪声严重超标，通宵不停", "谁也没说过", "楼上拖动家具，每晚十一点到一点", "L05"),
        ("请求相关部门依法处理邻里噪声扰民问题", "改了对方的意思", "夜里静下来；原话：“让他搬走，搬不走就罚”", "L05"),
        (
            "按有关规定，这类事要一级一级地来",
            "依据含糊",
            "噪声污染防治法第七十条，邻里的响动先由居委会劝阻、调解",
            "W17",
        ),
        ("六十天以内给您答复", "比期限晚 45 天", "星期四以前给您回电话", "第二十三条"),
    ] {
        let row = rows.iter().find(|row| row["text"] == written).expect(written);
        assert_eq!((&row["fault"], &row["should"]), (&fault.into(), &should.into()), "{written}");
        assert!(row["source"].as_str().unwrap().contains(source), "{row}");
        assert!(html.contains(fault) && html.contains(&format!("<s><bdi>{written}</bdi></s>")), "{written}");
        let said: String = fault.split_whitespace().collect();
        assert!(shown.contains(written) && (shown.contains(should) || should.len() > 60), "{written}: {said}");
    }
}
