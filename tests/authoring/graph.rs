//! A scenario as a picture: every node is there once, boxes and labels do not lie on each other, other programs can
//! read it.

use crate::util::calmdesk;
use std::collections::BTreeSet;
use std::path::PathBuf;
use tempfile::TempDir;

fn graph(words: &[&str]) -> (i32, String) {
    let said = calmdesk(["graph", "noise-upstairs"]).args(words).run();
    (said.code, said.out)
}

fn ids() -> Vec<String> {
    let entry = calmdesk::authoring::library::find("noise-upstairs").unwrap();
    entry.scenario().unwrap().nodes.iter().map(|node| node.id.clone()).collect()
}

fn file(name: &str, more: &[&str]) -> String {
    let dir = TempDir::new().unwrap();
    let path: PathBuf = dir.path().join(name);
    let (code, said) = graph(&[&["-o", path.to_str().unwrap()], more].concat());
    assert_eq!(code, 0, "{said}");
    std::fs::read_to_string(path).unwrap()
}

/// The value of an attribute.
fn number(element: &str, name: &str) -> f64 {
    let from = element.find(&format!(" {name}=\"")).unwrap() + name.len() + 3;
    element[from..].split('"').next().unwrap().parse().unwrap()
}

#[test]
fn every_node_stands_in_the_picture_once_and_no_two_boxes_overlap() {
    let (code, svg) = graph(&[]);
    assert_eq!(code, 0);
    for id in ids() {
        assert_eq!(svg.matches(&format!("font-weight=\"bold\" fill=\"#111827\">{id}<")).count(), 1, "{id}");
    }
    let body = &svg[svg.find("translate").unwrap()..];
    let boxes: Vec<[f64; 4]> = (body.lines())
        .filter(|line| line.starts_with("<rect") && line.contains("stroke-width"))
        .map(|line| ["x", "y", "width", "height"].map(|name| number(line, name)))
        .collect();
    assert!(boxes.len() > 60, "{}", boxes.len());
    for (n, a) in boxes.iter().enumerate() {
        for b in &boxes[n + 1..] {
            let apart = a[0] + a[2] <= b[0] || b[0] + b[2] <= a[0] || a[1] + a[3] <= b[1] || b[1] + b[3] <= a[1];
            assert!(apart, "{a:?} lies on {b:?}");
        }
    }
    let width = number(&svg, "width");
    assert!(boxes.iter().all(|b| b[0] >= 0.0 && b[0] + b[2] <= width), "all within the page");
}

#[test]
fn ways_bear_the_ids_of_their_options() {
    let (_, svg) = graph(&[]);
    for option in ["mirror", "calm", "rename", "law"] {
        assert!(svg.contains(&format!(">{option}<")), "{option}");
    }
    let dot = file("a.dot", &[]);
    let mermaid = file("a.mmd", &[]);
    let nodes = ids().len();
    assert_eq!(dot.lines().filter(|line| line.contains("shape=")).count(), nodes);
    assert_eq!(mermaid.lines().filter(|line| line.contains("style n")).count(), nodes);
    assert!(dot.starts_with("digraph") && dot.trim_end().ends_with('}'));
    assert!(mermaid.starts_with("flowchart"));
    // Both tell the same ways.
    let ways = |text: &str, arrow: &str| -> BTreeSet<(String, String)> {
        (text.lines().filter(|line| line.contains(arrow)))
            .map(|line| {
                let from = line.trim().split(' ').next().unwrap().to_owned();
                let to = line.split(arrow).nth(1).unwrap().rsplit("| ").next().unwrap();
                (from, to.trim().trim_end_matches(';').split(' ').next().unwrap().to_owned())
            })
            .collect()
    };
    assert_eq!(ways(&dot, "->"), ways(&mermaid, "-->"));
}

#[test]
fn coverage_counts_runs_and_a_strange_ending_is_refused_in_both_languages() {
    let covered = file("c.svg", &["--coverage", "--lang", "en"]);
    let runs = 200 * calmdesk::rehearsal::Policy::ALL.len();
    assert!(covered.contains(&format!("×{runs}")), "all runs come by the first node");
    assert_ne!(covered, file("p.svg", &["--lang", "en"]));
    assert_eq!(graph(&["-o", "x.docx"]).0, 2);
    assert_eq!(graph(&["-o", "x.docx", "--lang", "en"]).0, 2);
    assert_eq!(graph(&["-o", "/no/such/folder/x.svg"]).0, 1);
}

/// Ends a session of the shipped scenario by a kind of trainee.
fn session(folder: &std::path::Path, scenario: &str, policy: &str, seed: u32) {
    let log = folder.join(format!("{scenario}-{policy}-{seed}.calmlog"));
    let words = ["play", scenario, "--policy", policy, "--seed", &seed.to_string(), "--log", log.to_str().unwrap()];
    calmdesk(words).data(folder).run().well();
}

#[test]
fn a_class_colours_what_it_came_by_and_what_it_chose() {
    let class = TempDir::new().unwrap();
    for seed in 1..=3 {
        session(class.path(), "noise-upstairs", "expert", seed);
    }
    session(class.path(), "noise-upstairs", "bully", 1);
    session(class.path(), "collective-wages", "bully", 1);
    std::fs::write(class.path().join("torn.calmlog"), "not a log").unwrap();
    let logs = class.path().to_str().unwrap();
    let svg = file("c.svg", &["--logs", logs, "--lang", "en"]);
    assert!(svg.contains("4 in all"), "the sessions are counted");
    assert!(svg.contains(">×4<"), "all four came by the first node");
    // Nobody can take more than there are.
    let counts: Vec<u64> = svg.split('×').skip(1).filter_map(|rest| rest.split('<').next()?.parse().ok()).collect();
    assert!(counts.len() > 60 && counts.iter().all(|count| *count <= 4), "{counts:?}");
    assert!(svg.contains(" ×3<") && svg.contains(" ×1<") && svg.contains(" ×0<"), "options differ");
    assert!(svg.contains("stroke=\"#3f8f4c\"") && svg.contains("stroke-dasharray=\"4 3\""));
    let dot = file("c.dot", &["--logs", logs]);
    assert!(dot.contains("penwidth=5.2") && dot.contains("style=dashed"));
    let mermaid = file("c.mmd", &["--logs", logs]);
    assert!(mermaid.contains("linkStyle 0") || mermaid.contains("linkStyle 1"), "{mermaid}");
    // What was left out is said.
    let said = calmdesk(["graph", "noise-upstairs", "--logs", logs, "--lang", "en"]).run().err;
    assert!(said.contains("torn.calmlog") && said.contains("One log is of another scenario"), "{said}");
    // Nothing to show is no picture.
    let empty = TempDir::new().unwrap();
    assert_eq!(graph(&["--logs", empty.path().to_str().unwrap()]).0, 1);
    assert_eq!(graph(&["--logs", "/no/such/folder"]).0, 1);
    assert_eq!(graph(&["--logs", logs, "--coverage"]).0, 2);
}

/// What a step back undid was nobody's answer, and an option that is gone is named.
#[test]
fn answers_follow_steps_back_and_changes_of_the_scenario() {
    use calmdesk::logbook::usage_counts::Answers;
    let class = TempDir::new().unwrap();
    let answers = class.path().join("answers.txt");
    std::fs::write(&answers, "calm\nback\nmirror\n").unwrap();
    let log = class.path().join("a.calmlog");
    let words = ["play", "noise-upstairs", "--answers", answers.to_str().unwrap(), "--log", log.to_str().unwrap()];
    let said = calmdesk(words).data(class.path()).run().all();
    let read = calmdesk::logbook::log::read(&log).unwrap_or_else(|error| panic!("{error}: {said}"));
    let mut counted = Answers::default();
    counted.add(&read);
    let options: Vec<(&str, &str)> = counted.options().collect();
    assert_eq!(options.len(), 1, "{options:?}: {said}");
    assert_eq!(options[0].1, "mirror");
    assert_eq!(counted.took(options[0].0, "mirror"), 1);
    assert_eq!(counted.took(options[0].0, "calm"), 0);
}
