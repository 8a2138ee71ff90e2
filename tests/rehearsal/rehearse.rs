//! Rehearsals as an author meets them: the same for any number of threads, every way walked, planted faults found.

use crate::util::{Said, calmdesk};
use calmdesk::rehearsal::explore::explore;
use calmdesk::scenario::model::{NodeKind, Scenario};
use calmdesk::scenario::{SourceBundle, load};
use calmdesk::session::{Awaiting, ResolvedMove, Session, Settings};
use calmdesk::vocabulary::NodeIx;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

const SHIPPED: &str = "noise-upstairs";

fn run(words: &[&str]) -> Said {
    calmdesk(words).run()
}

fn json(words: &[&str]) -> (i32, Value) {
    let said = run(&[words, &["--format", "json"]].concat());
    (said.code, serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {}{}", said.out, said.err)))
}

/// A scenario of these nodes in a folder of its own.
fn folder(dir: &TempDir, nodes: &str) -> PathBuf {
    let folder = dir.path().join("planted");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("scenario.ron"), text(nodes)).unwrap();
    folder
}

fn text(nodes: &str) -> String {
    format!(
        r#"Scenario(
    title: "一扇门",
    plays_on: "2026-03-09",
    visitors: {{ "zhang": (name: "张桂芳") }},
    facts: {{ "a": "一", "b": "二" }},
    promises: {{ "p": (text: "回电话", due_days: 2) }},
    vars: {{ "x": (min: 0, max: 2, start: 0) }},
    visits: {{ "first": (title: "第一次", start: "n0"), "again": (title: "又一次", start: "n7") }},
    nodes: {{
{nodes}
    }},
)"#
    )
}

fn scenario(nodes: &str) -> Arc<Scenario> {
    let loaded = load(&SourceBundle::of_text("made", text(nodes)));
    loaded.scenario.unwrap_or_else(|| panic!("{:#?}\n{nodes}", loaded.diagnostics))
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let of = |threads: &str| {
        let words = ["rehearse", SHIPPED, "--runs", "16", "--seed", "9", "--threads", threads, "--format", "json"];
        run(&words).out
    };
    let one = of("1");
    assert!(one.len() > 1000);
    assert_eq!(one, of("2"));
    assert_eq!(one, of("4"));
    let other = run(&["rehearse", SHIPPED, "--runs", "16", "--seed", "10", "--threads", "2", "--format", "json"]).out;
    assert_ne!(one, other, "another seed plays otherwise");
}

#[test]
fn the_shipped_scenario_ranks_people_as_people_would_and_every_way_is_walked() {
    let (_, found) = json(&["rehearse", SHIPPED, "--runs", "24"]);
    // What its texts give away by their looks is told, and kept in `automata.rs`; the ranks are as they should be.
    let findings = found["findings"].as_array().unwrap();
    let of_looks = ["guess-passes", "guess-pays", "gives-away", "told-by-looks"];
    assert!(findings.iter().all(|one| of_looks.contains(&one["kind"].as_str().unwrap())), "{findings:#?}");
    assert_eq!(found["policies"].as_array().unwrap().len(), 16);
    assert_eq!(found["policies"][0]["policy"], "expert");
    let walk = &found["walk"];
    assert_eq!(walk["complete"], true);
    for (part, whole) in [("nodes_reached", "nodes"), ("options_taken", "options"), ("sides_seen", "sides")] {
        assert_eq!(walk[part], walk[whole], "{part}");
    }
    let shares = found["thresholds"].as_array().unwrap();
    assert_eq!(shares.len(), 4, "a mark for all dimensions together and for each");
    assert!(shares.iter().all(|mark| mark["random_passing"].as_u64() < mark["passing"].as_u64()));
}

#[test]
fn every_run_ends_somewhere_and_every_hit_is_counted() {
    let (_, found) = json(&["rehearse", SHIPPED, "--policy", "random", "--runs", "200"]);
    let played = &found["policies"][0];
    let sum = |list: &Value| list.as_array().unwrap().iter().map(|end| end["runs"].as_u64().unwrap()).sum::<u64>();
    assert_eq!(sum(&played["ends"]), 200);
    let outcomes = played["outcomes"].as_object().unwrap();
    assert_eq!(outcomes.values().map(|count| count.as_u64().unwrap()).sum::<u64>(), 200);
    for hits in found["coverage"]["hits"].as_array().unwrap() {
        for option in hits["options"].as_array().into_iter().flatten() {
            assert!(option["taken"].as_u64() <= option["offered"].as_u64(), "{hits}");
        }
    }
    let never = found["coverage"]["never"].as_array().unwrap().len();
    let covered = &found["coverage"];
    let missed =
        |part: &str, whole: &str| (covered[whole].as_u64().unwrap() - covered[part].as_u64().unwrap()) as usize;
    assert!(never <= missed("nodes_reached", "nodes") + missed("options_taken", "options"));
}

/// All that can happen, found by playing every row of choices with the engine itself.
fn played_out(scenario: &Arc<Scenario>) -> (Vec<bool>, Vec<u8>) {
    let mut nodes = vec![false; scenario.nodes.len()];
    let mut options = vec![0u8; scenario.nodes.len()];
    let mut events = Vec::new();
    let settings = Settings { timed: false, ..Settings::default() };
    let mut open = vec![Session::begin(Arc::clone(scenario), settings, &mut events)];
    while let Some(session) = open.pop() {
        for (at, reached) in nodes.iter_mut().enumerate() {
            *reached |= session.visited(NodeIx(at as u16));
        }
        let Awaiting::Choice { node, offer } = session.awaiting() else { continue };
        for option in offer.as_slice() {
            options[node.at()] |= 1 << option;
            let mut ahead = session.clone();
            ahead.take(ResolvedMove::Choose { option: *option, wait_ms: 0 }, &mut events);
            events.clear();
            open.push(ahead);
        }
    }
    (nodes, options)
}

/// A scenario drawn by lot whose conditions ask only for what is certain.
fn drawn(seed: u64) -> String {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    const LAST: u32 = 13;
    let mut choices: Vec<u32> = Vec::new();
    let mut nodes = String::new();
    for at in 0..LAST {
        let to = |dice: &mut ChaCha8Rng| format!("n{}", dice.random_range(at + 1..=LAST));
        let when = |dice: &mut ChaCha8Rng, choices: &[u32]| -> String {
            let mut one = || match dice.random_range(0..9u32) {
                0 => r#"Fact("a")"#.to_owned(),
                1 => r#"Not(Fact("b"))"#.to_owned(),
                2 => format!(r#"VarAtLeast("x", {})"#, dice.random_range(0..3u32)),
                3 => format!(r#"VarIs("x", {})"#, dice.random_range(0..3u32)),
                4 => r#"Promised("p")"#.to_owned(),
                5 => r#"Kept("p")"#.to_owned(),
                6 => "DaysPassed(3)".to_owned(),
                7 => "Did(Deflect)".to_owned(),
                _ if choices.is_empty() => format!(r#"Visited("n{}")"#, dice.random_range(0..LAST)),
                _ => {
                    let node = choices[dice.random_range(0..choices.len() as u32) as usize];
                    format!(r#"Chose("n{node}", "{}")"#, dice.random_range(1..3u32))
                }
            };
            let (first, second) = (one(), one());
            match dice.random_range(0..4u32) {
                0 => format!("All([{first}, {second}])"),
                1 => format!("Any([{first}, {second}])"),
                _ => first,
            }
        };
        let kind = if at == 6 { 9 } else { dice.random_range(0..6u32) };
        nodes += &match kind {
            0 => format!(
                r#""n{at}": Line(who: "zhang", say: "甲", cues: [Fact("a")], add: {{ "x": 1 }}, then: "{}"),"#,
                to(&mut dice)
            ),
            1 => format!(
                r#""n{at}": Line(who: "zhang", say: "乙", variants: [(when: {}, say: "丙", cues: [Fact("b")])], then: "{}"),"#,
                when(&mut dice, &choices),
                to(&mut dice)
            ),
            2 => format!(
                r#""n{at}": Branch(ways: [(when: {}, then: "{}")], otherwise: "{}"),"#,
                when(&mut dice, &choices),
                to(&mut dice),
                to(&mut dice)
            ),
            9 => r#""n6": TimePasses(days: 3, visit: "again", keeps: [(promise: "p", when: VarAtLeast("x", 1))]),"#
                .to_owned(),
            _ => {
                choices.push(at);
                format!(
                    r#""n{at}": Choice([(say: "一", acts: [Deflect], add: {{ "x": 1 }}, then: "{}"), (say: "二", acts: [Promise("p")], when: {}, then: "{}"), (say: "三", when: {}, then: "{}")]),"#,
                    to(&mut dice),
                    when(&mut dice, &choices[..choices.len() - 1]),
                    to(&mut dice),
                    when(&mut dice, &choices[..choices.len() - 1]),
                    to(&mut dice)
                )
            }
        };
        nodes.push('\n');
    }
    nodes + &format!(r#""n{LAST}": End(outcome: Partial, title: "完"),"#)
}

#[test]
fn the_walk_reaches_exactly_what_playing_every_row_of_choices_reaches() {
    let mut out_of_reach = 0;
    for seed in 0..120 {
        let nodes = drawn(seed);
        let scenario = scenario(&nodes);
        let walk = explore(&scenario, 100_000);
        assert!(walk.complete, "{seed}");
        let (reached, options) = played_out(&scenario);
        assert_eq!(walk.nodes, reached, "{seed}\n{nodes}");
        let taken = walk.options.iter().map(|taken| taken.ones().fold(0, |bits, at| bits | 1 << at));
        assert_eq!(taken.collect::<Vec<_>>(), options, "{seed}\n{nodes}");
        out_of_reach += reached.iter().filter(|reached| !**reached).count();
        // Whoever can be stuck is stuck for ever; a play without circles never is.
        assert!(walk.stuck.is_empty(), "{seed}");
    }
    assert!(out_of_reach > 60, "the lot also draws what cannot be reached: {out_of_reach}");
}

#[test]
fn no_policy_finds_what_the_walk_calls_out_of_reach() {
    let entry = calmdesk::authoring::library::find(SHIPPED).unwrap();
    let scenario = entry.scenario().unwrap();
    let walk = explore(scenario, 2_000_000);
    let (_, found) = json(&["rehearse", SHIPPED, "--runs", "10"]);
    for (at, hits) in found["coverage"]["hits"].as_array().unwrap().iter().enumerate() {
        let node = NodeIx(at as u16);
        assert!(walk.reaches(node) || hits["runs"] == 0);
        if let NodeKind::Choice(choice) = &scenario.nodes[at].kind {
            for n in 0..choice.options.len() {
                assert!(walk.takes(node, n) || hits["options"][n]["taken"] == 0);
            }
        }
    }
}

const DOOR: &str = r#"
        "n0": Line(who: "zhang", say: "我是真寒心。", cues: [Feeling("寒心")]),
        "n1": Choice([
            (id: "mirror", say: "您说寒心，我听到了。", acts: [MirrorWords("寒心")], then: "n7"),
            (id: "calm", say: "您别激动。", acts: [NegateEmotion], then: "WHERE"),
        ]),
        "n7": End(outcome: Partial, title: "先到这里"),
"#;

#[test]
fn a_planted_dead_end_and_a_planted_unreachable_node_stop_the_build() {
    let dir = TempDir::new().unwrap();
    let circle = r#"
        "circle": Choice([
            (id: "a", say: "再说一遍。", acts: [Deflect], then: "circle"),
            (id: "b", say: "等通知。", acts: [Deflect], then: "circle"),
        ]),
        "island": Line(say: "没人来的地方。", then: "n7"),
    "#;
    let path = folder(&dir, &(DOOR.replace("WHERE", "circle") + circle));
    let (code, found) = json(&["rehearse", path.to_str().unwrap(), "--exhaustive"]);
    assert_eq!(code, 1);
    let names = |kind: &str| {
        let of = found["findings"].as_array().unwrap().iter().find(|finding| finding["kind"] == kind);
        of.unwrap_or_else(|| panic!("{kind}: {found:#}"))["nodes"].clone()
    };
    assert_eq!(names("stuck"), serde_json::json!(["circle"]));
    assert_eq!(names("unreachable-nodes"), serde_json::json!(["island"]));

    let sound = folder(&dir, &DOOR.replace("WHERE", "n7"));
    assert_eq!(json(&["rehearse", sound.to_str().unwrap(), "--exhaustive"]).0, 0);
}

/// A choice of the author's words: the law cited vaguely, lectured on, or (behind a door) as it stands.
fn law(door: &str) -> String {
    format!(
        r#""n0": Line(who: "zhang", say: "哪条规定说的？", cues: [Question]),
        "n1": OrderedChoice([
            (id: "vague", say: "按有关规定办。", acts: [CiteVaguely], then: "n2"),
            (id: "lecture", say: "你学学条例再来。", acts: [LectureLaw], then: "n2"),
            (id: "article", say: "条例第二十三条：十五天内答复。", acts: [CitePolicy("xf2022/23")], {door} then: "n2"),
        ]),
        "n2": OrderedChoice([
            (id: "yes", say: "您听清了吗？", acts: [CheckUnderstanding], set: {{ "x": 1 }}, then: "n7"),
            (id: "no", say: "就这样。", acts: [ShowImpatience], then: "n7"),
        ]),
        "n7": End(outcome: Partial, title: "先到这里"),"#
    )
}

#[test]
fn a_planted_maximum_that_nobody_can_reach_stops_the_build() {
    let dir = TempDir::new().unwrap();
    let criteria = |door: &str| {
        let path = folder(&dir, &law(door));
        let (code, found) = json(&["rehearse", path.to_str().unwrap(), "--policy", "expert", "--runs", "5"]);
        let of = found["findings"].as_array().unwrap().iter().find(|one| one["kind"] == "maximum-out-of-reach");
        (code, of.map(|one| one["criteria"].clone()))
    };
    // The counter is set only after the choice, so the good answer never comes up.
    assert_eq!(criteria(r#"when: VarIs("x", 1),"#), (1, Some(serde_json::json!(["basis"]))));
    assert_eq!(criteria("").1, None);
    for (lang, words) in [("zh-CN", "满分谁也拿不到"), ("en", "the full score is out of reach")] {
        let path = folder(&dir, &law(r#"when: VarIs("x", 1),"#));
        let said = run(&["--lang", lang, "rehearse", path.to_str().unwrap(), "--policy", "expert", "--runs", "5"]);
        assert!(said.out.contains(words) && said.out.contains("(basis)"), "{}", said.out);
    }
}

/// Twelve choices in a row; `clean` and `rude` are texts of the two options.
fn row(clean: &str, rude: &str) -> String {
    let mut nodes = r#""n0": Line(who: "zhang", say: "我是真寒心。", cues: [Feeling("寒心"), Vent]),"#.to_owned();
    for at in 1..=12 {
        nodes += &format!(
            r#""n{at}": Choice([
                (id: "rude", say: "{rude}", acts: [Scold], then: "n{0}"),
                (id: "clean", say: "{clean}", acts: [OpenQuestion, MirrorWords("寒心")], then: "n{0}"),
            ]),"#,
            at + 1
        );
    }
    nodes + r#""n13": End(outcome: Partial, title: "完"),"#
}

#[test]
fn a_planted_give_away_is_found_and_an_even_hand_is_not_accused() {
    let dir = TempDir::new().unwrap();
    let gives_away = |nodes: &str| {
        let path = folder(&dir, nodes);
        let (_, found) = json(&["rehearse", path.to_str().unwrap(), "--runs", "20"]);
        let of = found["findings"].as_array().unwrap().iter().find(|finding| finding["kind"] == "gives-away");
        of.map(|finding| finding["habit"].as_str().unwrap().to_owned())
    };
    assert_eq!(gives_away(&row("您说寒心，我想多听一点，从头说说好吗？", "闭嘴。")).as_deref(), Some("longest"));
    assert_eq!(gives_away(&row("寒心？", "像您这样闹的我见得多了，先把嘴闭上。")).as_deref(), Some("shortest"));
    let even = row("您说寒心，我想听听，好吗？", "闭嘴。");
    let even = even.replacen(r#"say: "闭嘴。""#, r#"say: "像您这样闹的我见得多了，先把嘴闭上再说。""#, 6);
    assert_eq!(gives_away(&even), None);
}

#[test]
fn rehearsals_speak_both_languages_and_complain_in_them() {
    for (lang, total, wrong) in [("zh-CN", "总分", "没有"), ("en", "total", "no policy")] {
        let said = run(&["rehearse", SHIPPED, "--policy", "first", "--runs", "5", "--lang", lang]);
        assert!(said.out.contains(total), "{}", said.out);
        assert!(!said.out.contains("rehearse-"), "a text is missing: {}", said.out);
        let said = run(&["rehearse", SHIPPED, "--policy", "genius", "--lang", lang]);
        assert_eq!(said.code, 2);
        assert!(said.err.to_lowercase().contains(wrong) && said.err.contains("genius"), "{}", said.err);
    }
    assert_eq!(run(&["rehearse", "no-such-scenario"]).code, 1);
    assert_eq!(run(&["rehearse", SHIPPED, "--runs", "0"]).code, 2);
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(SHIPPED).exists());
}

#[test]
fn every_side_of_a_branch_is_told_apart() {
    let ways = "(when: Chance(0.5), then: \"n7\"),".repeat(99);
    let scenario = scenario(&format!(
        "\"n0\": Branch(ways: [{ways}], otherwise: \"n7\"), \"n7\": End(outcome: Partial, title: \"e\", say: \"e\"),"
    ));
    let walk = explore(&scenario, 1_000);
    assert_eq!(walk.sides_of(&scenario), (100, 100));
    assert!(!walk.misses_sides(&scenario, NodeIx(0)));
}
