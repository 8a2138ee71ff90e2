//! `docs/rubric.md` is held to the program: every item of the handbook has its place, every name exists, every number is real.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

use calmdesk::locale::Locale;
use calmdesk::report;
use calmdesk::rubric::assessment::{Dimension, Milli, Verdict};
use calmdesk::rubric::{ActCatalogue, Rubric, sheet};
use std::collections::BTreeSet;

const PAGE: &str = include_str!("../docs/rubric.md");

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
const RULES: [&str; 9] = ["Cue", "Acts", "Avoid", "HeardOut", "AnswersPain", "Order", "Once", "Promises", "Written"];

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
    let cues: BTreeSet<&str> = sheet::CUES.iter().map(|(code, _)| *code).collect();
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
            .all(|(a, b)| (a.hit, a.partial, a.miss) == (b.hit, b.partial, b.miss));
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
                assert_ne!(criterion.name(locale), criterion.id, "{id}: {} has no name in {locale}", criterion.id);
                assert!(criterion.why(locale).is_some(), "{id}: {}", criterion.id);
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
        ("respect", "话里有尊重", 3, 4, 4000),
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
    let page = report::live_page(&sheet.sessions[0], &staged, rubric, "x.csv", Locale::ZhCn);
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
