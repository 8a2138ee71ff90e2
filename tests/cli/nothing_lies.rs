//! A report says whether its numbers came out again; what was forged, swapped or is still being sat at says so.

use super::commands::Desk;
use crate::util::{Said, jsons, resealed};
use serde_json::{Value, json};
use std::path::Path;

/// The page of a log as a program reads it.
fn page(desk: &Desk, log: &str) -> Value {
    let said = desk.run(&["report", log, "-o", "page.json"]);
    assert_eq!(said.code, 0, "{said:?}");
    serde_json::from_slice(&std::fs::read(desk.path("page.json")).unwrap()).unwrap()
}

/// The log with one line changed by somebody who fits checksums and links.
fn forged(desk: &Desk, name: &str, line: usize, change: impl Fn(&mut Value)) {
    let mut lines = jsons(&desk.path("a.log"));
    let mut value: Value = serde_json::from_str(&lines[line]).unwrap();
    change(&mut value);
    lines[line] = value.to_string();
    std::fs::write(desk.path(name), resealed(&lines)).unwrap();
}

#[test]
fn a_report_says_first_that_it_was_recomputed_and_whose_scenario_it_was() {
    let desk = Desk::new();
    desk.played();
    assert_eq!(page(&desk, "a.log")["provenance"]["standing"], "recomputed");
    assert_eq!(page(&desk, "a.log")["provenance"]["scenario"], "own");
    assert!(desk.run(&["replay", "a.log"]).out.contains("已重算"));
    desk.run(&["report", "a.log", "--lang", "en", "-o", "a.html"]);
    let html = std::fs::read_to_string(desk.path("a.html")).unwrap();
    let (said, scores) = (html.find("Recomputed").unwrap(), html.find("class=\"scores\"").unwrap());
    assert!(said < scores && html.contains("Own scenario"), "{html}");
    desk.run(&["play", "noise-upstairs", "--policy", "expert", "--log", "b.log"]);
    let shipped = page(&desk, "b.log");
    assert_eq!(shipped["provenance"]["scenario"], "shipped");
    assert_eq!(shipped["provenance"]["notes"], json!([]));
}

#[test]
fn whatever_is_forged_differs_on_the_first_page() {
    let desk = Desk::new();
    desk.played();
    let last = jsons(&desk.path("a.log")).len() - 1;
    forged(&desk, "scores.log", last, |line| line["assessment"]["total"] = json!(123));
    forged(&desk, "felt.log", 2, |line| {
        let felt = line["events"].as_array_mut().unwrap().iter_mut().find_map(|event| event.get_mut("Felt")).unwrap();
        felt["state"]["trust"] = json!(999);
    });
    forged(&desk, "moved.log", 2, |line| line["move"]["Choose"]["option"] = json!("threaten"));
    forged(&desk, "mode.log", 0, |line| line["scenario"]["title"]["zh-CN"] = json!("一扇难开的门"));
    forged(&desk, "hash.log", 0, |line| line["scenario"]["hash"] = json!("0".repeat(64)));
    for log in ["scores.log", "felt.log", "moved.log", "mode.log", "hash.log"] {
        let page = page(&desk, log);
        assert_eq!(page["provenance"]["standing"], "differs", "{log}");
        let said = desk.run(&["report", log, "-o", "a.html"]);
        assert!(said.err.contains("对不上"), "{log} {said:?}");
        let html = std::fs::read_to_string(desk.path("a.html")).unwrap();
        let (told, scores) = (html.find("class=\"differs\"").unwrap(), html.find("class=\"scores\"").unwrap());
        assert!(told < scores, "{log}");
        assert_eq!(desk.run(&["replay", log, "--verify"]).code, 1, "{log}");
        assert!(desk.run(&["replay", log]).out.contains("对不上"), "{log}");
    }
}

#[test]
fn an_easier_scenario_under_the_name_of_another_is_found() {
    let desk = Desk::new();
    desk.played();
    let other =
        std::fs::read_to_string(desk.path("one-door/scenario.ron")).unwrap().replace("Deflected(3)", "Deflected(1)");
    std::fs::write(desk.path("one-door/scenario.ron"), other).unwrap();
    desk.run(&["play", "one-door/", "--seed", "7", "--log", "easy.log", "--answers", "answers"]);
    let true_head: Value = serde_json::from_str(&jsons(&desk.path("a.log"))[0]).unwrap();
    let mut lines = jsons(&desk.path("easy.log"));
    let mut head: Value = serde_json::from_str(&lines[0]).unwrap();
    head["scenario"]["hash"] = true_head["scenario"]["hash"].clone();
    lines[0] = head.to_string();
    std::fs::write(desk.path("easy.log"), resealed(&lines)).unwrap();
    let said = desk.run(&["replay", "easy.log", "--verify"]);
    assert!(said.code == 1 && said.err.contains("换过"), "{said:?}");
    assert_eq!(page(&desk, "easy.log")["provenance"]["standing"], "differs");
}

#[test]
fn a_line_changed_taken_out_or_put_in_breaks_the_chain() {
    let desk = Desk::new();
    let log = desk.played();
    let text = std::fs::read_to_string(&log).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let summed = |body: &str| format!("{:08x} {body}", crc32fast::hash(body.as_bytes()));
    let changed = summed(&lines[2][9..].replacen("wait_ms\":0", "wait_ms\":9", 1));
    assert_ne!(changed, lines[2]);
    let with = |pieces: &[&[&str]]| pieces.concat().join("\n") + "\n";
    let told = |text: String, line: usize| {
        std::fs::write(desk.path("b.log"), text).unwrap();
        for words in [&["replay", "b.log"][..], &["report", "b.log", "-o", "b.json"], &["play", "--resume", "b.log"]] {
            let said = desk.run(words);
            assert!(said.code == 1 && said.err.contains(&format!("第 {line} 行")), "{words:?} {said:?}");
        }
    };
    // The checksum of the changed line fits; the next one hangs on what stood there.
    told(with(&[&lines[..2], &[&changed], &lines[3..]]), 4);
    told(with(&[&lines[..2], &lines[3..]]), 3);
    told(with(&[&lines[..3], &lines[2..]]), 4);
    let plain = summed(&lines[2][lines[2].find('{').unwrap()..]);
    told(with(&[&lines[..2], &[&plain], &lines[3..]]), 3);
}

#[test]
fn a_log_of_an_older_format_opens_and_says_that_it_is_not_chained() {
    let desk = Desk::new();
    desk.played();
    let lines = jsons(&desk.path("a.log"));
    let head = lines[0].replacen("\"calmdesk_log\":4", "\"calmdesk_log\":3", 1);
    assert_ne!(head, lines[0]);
    let summed = |json: &String| format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes()));
    let old: String = std::iter::once(&head).chain(&lines[1..]).map(summed).collect();
    std::fs::write(desk.path("old.log"), &old).unwrap();
    let page = page(&desk, "old.log");
    assert_eq!(
        (&page["provenance"]["standing"], &page["provenance"]["chained"]),
        (&json!("recomputed"), &json!(false))
    );
    let said = desk.run(&["replay", "old.log", "--verify"]);
    assert!(said.code == 0 && said.out.contains("旧格式"), "{said:?}");
    // Gone on with, it stays as it is: half a chain would vouch for nothing.
    let unfinished: String = old.split_inclusive('\n').take(3).collect();
    std::fs::write(desk.path("half.log"), unfinished).unwrap();
    desk.file("ask", "ask\n");
    assert_eq!(desk.run(&["play", "--resume", "half.log", "--answers", "ask"]).code, 0);
    assert!(desk.run(&["replay", "half.log", "--verify"]).out.contains("旧格式"));
}

#[test]
fn no_machine_sits_an_exam() {
    let desk = Desk::new();
    desk.file("one", "wait 20000\nmirror\n");
    let refused = |said: Said| assert!(said.code == 2 && said.err.contains("--policy"), "{said:?}");
    refused(desk.run(&["play", "one-door/", "--exam", "--policy", "expert", "--log", "a.log"]));
    assert!(!desk.path("a.log").exists());
    desk.run(&["play", "one-door/", "--exam", "--log", "a.log", "--answers", "one"]);
    let before = std::fs::read(desk.path("a.log")).unwrap();
    refused(desk.run(&["play", "--resume", "a.log", "--policy", "expert"]));
    assert_eq!(std::fs::read(desk.path("a.log")).unwrap(), before);
}

#[test]
fn an_exam_that_can_be_gone_on_with_shows_no_reasons_and_no_better_answers() {
    let desk = Desk::new();
    desk.file("one", "threaten\n");
    desk.run(&["play", "one-door/", "--exam", "--log", "a.log", "--answers", "one"]);
    let open = page(&desk, "a.log");
    for part in ["critical", "criteria", "evidence", "turning_points", "delta", "plus", "composure", "listening"] {
        assert_eq!(open[part], json!([]), "{part}");
    }
    assert!(open["result"]["dimensions"].as_array().unwrap().iter().all(|one| one["milli"].is_null()));
    desk.run(&["report", "a.log", "-o", "a.html"]);
    let html = std::fs::read_to_string(desk.path("a.html")).unwrap();
    assert!(!html.contains("未出现严重过失") && html.contains("考完才说"), "nothing is said to be well either");
    let said = desk.run(&["replay", "a.log", "--feelings"]);
    assert!(said.code == 1 && said.out.is_empty(), "{said:?}");
    // The same session as practice tells all of it.
    desk.run(&["play", "one-door/", "--timed", "--log", "b.log", "--answers", "one"]);
    assert_ne!(page(&desk, "b.log")["critical"], json!([]));
    // Handed in, so does the exam.
    desk.file("two", "ask\n");
    desk.run(&["play", "--resume", "a.log", "--answers", "two"]);
    assert_ne!(page(&desk, "a.log")["critical"], json!([]));
}

#[test]
fn an_exam_that_somebody_is_sitting_cannot_be_reported() {
    let desk = Desk::new();
    let mut child = desk.command(&["play", "one-door/", "--exam", "--log", "a.log"]);
    let mut child = child.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    let begun = |path: &Path| jsons_if_any(path) > 1;
    for _ in 0..500 {
        if begun(&desk.path("a.log")) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let said = desk.run(&["report", "a.log", "-o", "a.json"]);
    drop(child.stdin.take());
    child.wait().unwrap();
    assert!(said.code == 1 && said.err.contains("正在考"), "{said:?}");
    assert!(!desk.path("a.json").exists());
    assert_eq!(desk.run(&["report", "a.log", "-o", "a.json"]).code, 0, "it was left");
}

fn jsons_if_any(path: &Path) -> usize {
    std::fs::read_to_string(path).map_or(0, |text| text.lines().count())
}

#[test]
fn line_ends_changed_by_mail_are_called_by_their_name() {
    let desk = Desk::new();
    let log = desk.played();
    let text = std::fs::read_to_string(&log).unwrap().replace('\n', "\r\n");
    std::fs::write(&log, text).unwrap();
    let said = desk.run(&["replay", "a.log", "--verify"]);
    assert!(said.code == 1 && said.err.contains("换行符"), "{said:?}");
}

#[test]
fn a_picture_of_a_class_names_the_logs_that_do_not_come_out_again() {
    let desk = Desk::new();
    desk.played();
    let last = jsons(&desk.path("a.log")).len() - 1;
    std::fs::create_dir(desk.path("class")).unwrap();
    std::fs::copy(desk.path("a.log"), desk.path("class/good.calmlog")).unwrap();
    let drawn = |desk: &Desk| desk.run(&["graph", "one-door/", "--logs", "class", "-o", "class.svg"]);
    assert_eq!(drawn(&desk).err, "");
    forged(&desk, "class/forged.calmlog", last, |line| line["assessment"]["total"] = json!(123));
    let said = drawn(&desk);
    assert!(said.code == 0 && said.err.contains("forged.calmlog") && !said.err.contains("good.calmlog"), "{said:?}");
}
