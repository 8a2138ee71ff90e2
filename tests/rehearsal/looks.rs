//! Whoever goes by looks, and how trainees rank: planted faults are found where they stand, and an even hand is not accused.

use crate::util::calmdesk;
use calmdesk::lint::surface::Clue;
use calmdesk::locale::Texts;
use calmdesk::vocabulary::Locale;
use serde_json::Value;
use std::path::PathBuf;
use tempfile::TempDir;

/// A scenario in a folder of its own, with its English where there is any.
fn folder(dir: &TempDir, head: &str, nodes: &str, english: Option<&str>) -> PathBuf {
    let folder = dir.path().join("planted");
    std::fs::create_dir_all(&folder).unwrap();
    let text = format!(
        "Scenario(title: \"一扇门\", plays_on: \"2026-03-09\", {head} visitors: {{ \"zhang\": (name: \"张桂芳\") }}, nodes: {{\n{nodes}\n}})"
    );
    std::fs::write(folder.join("scenario.ron"), text).unwrap();
    match english {
        Some(english) => std::fs::write(folder.join("en.ftl"), english).unwrap(),
        None => _ = std::fs::remove_file(folder.join("en.ftl")),
    }
    folder
}

fn rehearsed(path: &std::path::Path, runs: &str) -> (i32, Value) {
    let said = calmdesk(["rehearse", path.to_str().unwrap(), "--runs", runs, "--format", "json"]).run();
    (said.code, serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {}{}", said.out, said.err)))
}

fn of_kind<'v>(found: &'v Value, kind: &'v str) -> Vec<&'v Value> {
    found["findings"].as_array().unwrap().iter().filter(|one| one["kind"] == kind).collect()
}

/// So many choices in a row, each after a line of its own; `options` gives what stands in each.
fn row(number: usize, options: impl Fn(usize) -> String) -> String {
    let mut nodes = String::new();
    for n in 0..number {
        nodes += &format!("\"l{n}\": Line(who: \"zhang\", say: \"我真寒心。\", cues: [Feeling(\"寒心\")]),\n");
        nodes += &format!("\"c{n}\": Choice([{}]),\n", options(n));
    }
    nodes + "\"end\": End(outcome: Partial, title: \"完\")"
}

/// As many signs and sentences, good or bad.
fn even(n: usize) -> String {
    let (short, long) = ("这个我记下了", "这个我先记下了再说");
    let (good, bad) = if n.is_multiple_of(2) { (short, long) } else { (long, short) };
    format!(
        "(id: \"bad\", say: \"{bad}\", acts: [Scold]), (id: \"good\", say: \"{good}\", acts: [MirrorWords(\"寒心\")])"
    )
}

#[test]
fn a_translation_that_gives_the_bad_ones_away_is_found_in_its_language_only() {
    let dir = TempDir::new().unwrap();
    let mut english = "title = A door\nvisitor-zhang = Zhang\nnode-end = Done\n".to_owned();
    for n in 0..14 {
        english += &format!("node-l{n} = My heart has gone cold.\n    .feeling-1 = gone cold\n");
        english += &format!("node-c{n} =\n    .bad = No.\n    .good = Gone cold, I hear you, and I write it down\n");
    }
    let found = rehearsed(&folder(&dir, "", &row(14, even), Some(&english)), "20").1;
    let languages = |kind: &str| -> Vec<String> {
        of_kind(&found, kind).iter().map(|one| one["language"].as_str().unwrap().to_owned()).collect()
    };
    let habits = languages("gives-away");
    assert!(!habits.is_empty() && habits.iter().all(|language| language == "en"), "{:#}", found["findings"]);
    let longest = of_kind(&found, "gives-away").into_iter().find(|one| one["habit"] == "longest").unwrap().clone();
    assert_eq!((longest["clean"].as_u64(), longest["choices"].as_u64()), (Some(14), Some(14)));
    let told: Vec<String> = (0..14).map(|n| format!("c{n}.good")).collect();
    assert_eq!(longest["told"], serde_json::json!(told), "each option that gives it away is named");
    assert!(!languages("told-by-looks").contains(&"zh-CN".to_owned()), "{:#}", found["findings"]);
    // `check` says it as well.
    let path = dir.path().join("planted");
    let said = calmdesk(["--lang", "en", "check", path.to_str().unwrap()]).run();
    assert!(said.out.contains("in English, the longest option is too often the clean one"), "{}", said.out);
    assert!(said.out.contains("Given away: c0.good, c1.good") && said.out.contains("and 6 more"), "{}", said.out);
}

/// Who goes by the number of sentences, and by nothing else: what rewards it is named, choice by choice.
#[test]
fn a_way_of_guessing_that_pays_names_the_options_by_which_it_does() {
    let dir = TempDir::new().unwrap();
    let options = |_: usize| {
        "(id: \"rude\", say: \"这么点事犯得着天天往这儿跑吗\", acts: [Scold]), \
         (id: \"hear\", say: \"您说寒心。我听着。慢慢讲。\", acts: [MirrorWords(\"寒心\"), InviteMore])"
            .to_owned()
    };
    let found = rehearsed(&folder(&dir, "", &row(8, options), None), "100").1;
    let told = serde_json::json!((0..8).map(|n| format!("c{n}.hear")).collect::<Vec<_>>());
    let of_wordiest = ["guess-passes", "guess-pays"].into_iter().flat_map(|kind| of_kind(&found, kind));
    let of_wordiest: Vec<&Value> = of_wordiest.filter(|one| one["policy"] == "wordiest").collect();
    let [finding] = of_wordiest.as_slice() else { panic!("{:#}", found["findings"]) };
    assert_eq!(finding["told"], told);
    for (lang, words) in [("zh-CN", "让它蒙对的：c0.hear"), ("en", "What it is right by: c0.hear")] {
        let path = dir.path().join("planted");
        let said = calmdesk(["--lang", lang, "rehearse", path.to_str().unwrap(), "--runs", "100"]).run();
        assert!(said.out.contains(words), "{}", said.out);
    }
}

/// A choice hinges on what was said where a sentence that is right elsewhere is wrong; where the bad one is bad anywhere,
/// it does not.
#[test]
fn choices_that_hinge_on_the_visitors_words_are_counted() {
    let dir = TempDir::new().unwrap();
    let mut nodes = String::new();
    let asks = r#"Line(who: "zhang", say: "那归谁管？", cues: [Question])"#;
    let hurts = r#"Line(who: "zhang", say: "我真寒心。", cues: [Feeling("寒心")])"#;
    for n in 0..6 {
        // Twice the same two sentences after different words, once a scolding beside a right one.
        let (line, other) = match n % 3 {
            0 => (asks, r#"(id: "body", say: "归社区。", acts: [NameBody])"#),
            1 => (hurts, r#"(id: "body", say: "归社区。", acts: [NameBody])"#),
            _ => (hurts, r#"(id: "rude", say: "闭嘴吧。", acts: [Scold])"#),
        };
        nodes += &format!("\"l{n}\": {line},\n");
        nodes +=
            &format!("\"c{n}\": Choice([(id: \"feel\", say: \"换我也难。\", acts: [TakePerspective]), {other}]),\n");
    }
    nodes += "\"end\": End(outcome: Partial, title: \"完\")";
    let path = folder(&dir, "", &nodes, None);
    let found = rehearsed(&path, "20").1;
    let hinges = &found["hinges"];
    assert_eq!(hinges["choices"], 6, "{hinges}");
    assert_eq!(hinges["hinging"], serde_json::json!(["c0", "c1", "c3", "c4"]), "{hinges}");
    assert_eq!(hinges["told_by_kind"], serde_json::json!(["c2", "c5"]), "{hinges}");
    for (lang, words) in [("zh-CN", "6 道选择里 4 道要听清来访人刚说的那句"), ("en", "4 of 6 choices hinge on what")]
    {
        let said = calmdesk(["--lang", lang, "rehearse", path.to_str().unwrap(), "--runs", "20"]).run();
        assert!(said.out.contains(words), "{}", said.out);
    }
}

/// What is clean is what the rubric finds where a choice stands: a form filled while somebody is in pain is none, though
/// nothing about the act is wrong.
#[test]
fn what_leaves_pain_unanswered_is_not_clean_however_blameless_the_act() {
    let dir = TempDir::new().unwrap();
    let options = |_: usize| {
        "(id: \"form\", say: \"登记\", acts: [Register]), \
         (id: \"hear\", say: \"您说寒心这两个字我听见了\", acts: [MirrorWords(\"寒心\")])"
            .to_owned()
    };
    let found = rehearsed(&folder(&dir, "", &row(14, options), None), "20").1;
    let longest = found["habits"].as_array().unwrap().iter().find(|one| one["habit"] == "longest").unwrap();
    assert_eq!((longest["clean"].as_u64(), longest["choices"].as_u64()), (Some(14), Some(14)), "{longest}");
}

#[test]
fn choices_that_are_told_are_named_with_what_tells_them() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/smells/told-by-looks.ron");
    let text = std::fs::read_to_string(path).unwrap();
    let dir = TempDir::new().unwrap();
    let folder = dir.path().join("planted");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("scenario.ron"), text).unwrap();
    let found = rehearsed(&folder, "20").1;
    let finding = of_kind(&found, "told-by-looks");
    let [told] = finding.as_slice() else { panic!("{:#}", found["findings"]) };
    let named: Vec<&str> = told["told"].as_array().unwrap().iter().map(|one| one["node"].as_str().unwrap()).collect();
    assert!(named.len() >= 10 && named.iter().all(|node| node.starts_with('n')), "{told:#}");
    assert!(told["told"][0]["by"]["feature"].is_string());
    for (lang, words) in [("zh-CN", "一眼看得出的"), ("en", "Plain to see in")] {
        let said = calmdesk(["--lang", lang, "rehearse", folder.to_str().unwrap(), "--runs", "20"]).run();
        assert!(said.out.contains(words) && said.out.contains("n1"), "{}", said.out);
        assert!(!said.out.contains("clue-"), "{}", said.out);
    }
}

#[test]
fn every_clue_has_words_in_both_languages() {
    for locale in Locale::ALL {
        for clue in Clue::all() {
            assert!(locale.find(&clue.text_id(), None).is_some(), "{} in {locale}", clue.text_id());
        }
    }
}

/// Eight choices in which pleasing is right, so that who only pleases does better than blind chance.
fn pleasing() -> String {
    row(8, |n| {
        let tail = "嗯".repeat(n % 3);
        format!(
            "(id: \"right\", say: \"您做得对{tail}\", acts: [Affirm]), (id: \"rude\", say: \"闭上嘴{tail}\", acts: [Scold]), \
             (id: \"cold\", say: \"这不归我{tail}\", acts: [ShowImpatience])"
        )
    })
}

#[test]
fn a_wrong_order_names_the_options_that_decided_and_can_be_allowed_with_a_reason() {
    let dir = TempDir::new().unwrap();
    let order = |head: &str| {
        let (code, found) = rehearsed(&folder(&dir, head, &pleasing(), None), "100");
        let order = of_kind(&found, "order");
        let pleaser = order.into_iter().find(|one| one["worse"] == "pleaser").cloned();
        (code, pleaser.unwrap_or_else(|| panic!("{:#}", found["findings"])), found)
    };
    let (code, wrong, _) = order("");
    assert_eq!(code, 1);
    let decided = wrong["decided"].as_array().unwrap();
    let gains = decided.iter().filter(|one| one["gains"] == true).map(|one| one["option"].as_str().unwrap());
    assert!(gains.clone().count() > 0 && gains.clone().all(|option| option.ends_with(".right")), "{decided:?}");
    assert_eq!(wrong["allowed"], Value::Null);

    let (_, allowed, found) = order(r#"allow: { "rehearse pleaser": "这里就是要顺着他" },"#);
    assert_eq!(allowed["allowed"], "这里就是要顺着他");
    assert!(of_kind(&found, "needless-rank").is_empty());
    let path = dir.path().join("planted");
    let said = calmdesk(["rehearse", path.to_str().unwrap(), "--runs", "100"]).run();
    assert!(said.out.contains("作者说明：这里就是要顺着他"), "{}", said.out);
    // `check` has no quarrel with it.
    let said = calmdesk(["--lang", "en", "check", path.to_str().unwrap()]).run();
    assert!(!said.out.contains("CD0116") && !said.out.contains("CD0117"), "{}", said.out);

    let needless = folder(&dir, r#"allow: { "rehearse lecturer": "讲法才对" },"#, &pleasing(), None);
    let found = rehearsed(&needless, "100").1;
    assert_eq!(of_kind(&found, "needless-rank")[0]["policy"], "lecturer");
    // A name that nobody ranks is a slip of the pen, and one without a reason is told.
    for (key, reason, code) in [("rehearse nobody", "为什么", "CD0116"), ("rehearse bully", "", "CD0117")] {
        let path = folder(&dir, &format!(r#"allow: {{ "{key}": "{reason}" }},"#), &pleasing(), None);
        let said = calmdesk(["--lang", "en", "check", path.to_str().unwrap()]).run();
        assert!(said.out.contains(code), "{key}: {}", said.out);
    }
}

/// Caps are not what ranks: who now and then does something that caps the whole stands where the rest puts them.
#[test]
fn ranks_are_compared_before_caps() {
    let dir = TempDir::new().unwrap();
    // Blind chance threatens in one of three and is capped; who lectures never does, and is worse in all the rest.
    let nodes = row(8, |n| {
        let tail = "嗯".repeat(n % 3);
        format!(
            "(id: \"right\", say: \"您慢慢说{tail}\", acts: [MirrorWords(\"寒心\"), InviteMore]), \
             (id: \"law\", say: \"看看条例{tail}\", acts: [LectureLaw]), (id: \"threat\", say: \"再闹就拘{tail}\", acts: [Threaten])"
        )
    });
    let found = rehearsed(&folder(&dir, "", &nodes, None), "100").1;
    let mean = |name: &str, what: &str| {
        let played = found["policies"].as_array().unwrap().iter().find(|one| one["policy"] == name).unwrap();
        played[what]["mean"].as_i64().unwrap()
    };
    assert!(mean("random", "total") <= mean("random", "uncapped"));
    assert!(mean("random", "uncapped") > mean("lecturer", "uncapped"));
    let order = of_kind(&found, "order");
    assert!(!order.iter().any(|one| one["worse"] == "lecturer"), "{order:#?}");
}

#[test]
fn what_is_too_small_to_rank_says_so_and_is_not_blamed() {
    let dir = TempDir::new().unwrap();
    let small = folder(&dir, "", &row(5, even), None);
    let (code, found) = rehearsed(&small, "50");
    assert_eq!(code, 0);
    assert_eq!(of_kind(&found, "too-small")[0]["choices"], 5);
    assert_eq!(found["findings"].as_array().unwrap().len(), 1, "{:#}", found["findings"]);
    let said = calmdesk(["--lang", "en", "rehearse", small.to_str().unwrap(), "--runs", "50"]).run();
    assert!(said.out.contains("note: the trainee decides something in only 5 places"), "{}", said.out);
    assert!(said.out.trim_end().ends_with("Nothing found."), "{}", said.out);
    let enough = folder(&dir, "", &row(6, even), None);
    assert!(of_kind(&rehearsed(&enough, "50").1, "too-small").is_empty());
}

/// A circle of lines that a counter ends is played to its end, and no walk gets stuck in it.
#[test]
fn a_circle_that_a_counter_ends_is_played_and_walked_to_its_end() {
    let dir = TempDir::new().unwrap();
    let nodes = r#"
        "knock": Line(who: "zhang", say: "咚。", add: { "times": 1 }),
        "enough": Branch(ways: [(when: VarAtLeast("times", 3), then: "asks")], otherwise: "knock"),
        "asks": Choice([(id: "hear", say: "您慢慢说。", acts: [InviteMore]), (id: "rude", say: "别敲了。", acts: [Scold])]),
        "end": End(outcome: Partial, title: "完")"#;
    let head = r#"vars: { "times": (min: 0, max: 3, start: 0) },"#;
    let (code, found) = rehearsed(&folder(&dir, head, nodes, None), "20");
    assert_eq!((code, &found["walk"]["complete"]), (0, &Value::Bool(true)), "{:#}", found["findings"]);
    let ended: u64 =
        found["policies"][0]["ends"].as_array().unwrap().iter().map(|end| end["runs"].as_u64().unwrap()).sum();
    assert_eq!(ended, 20);
}
