//! A scenario as a picture: every node is there once, boxes and labels do not lie on each other, other programs can
//! read it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;
use tempfile::TempDir;

fn graph(words: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_calmdesk"))
        .args([&["graph", "noise-upstairs"], words].concat())
        .env("CALMDESK_DATA", std::env::temp_dir().join("calmdesk-no-such-folder"))
        .env("LANG", "zh_CN.UTF-8")
        .output()
        .unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

fn ids() -> Vec<String> {
    let entry = calmdesk::scenario::library::find("noise-upstairs").unwrap();
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
    assert!(covered.contains("×2000"), "all runs come by the first node");
    assert_ne!(covered, file("p.svg", &["--lang", "en"]));
    assert_eq!(graph(&["-o", "x.docx"]).0, 2);
    assert_eq!(graph(&["-o", "x.docx", "--lang", "en"]).0, 2);
    assert_eq!(graph(&["-o", "/no/such/folder/x.svg"]).0, 1);
}
