//! No file ends the program otherwise than by a message, and none keeps it waiting.

use super::commands::Desk;
use std::path::Path;
use std::time::{Duration, Instant};

/// Runs to the end, at most so long; the code and what was said.
fn within(desk: &Desk, seconds: u64, words: &[&str]) -> (i32, String) {
    let mut child = desk
        .command(words)
        .stdin(std::process::Stdio::null())
        .stdout(std::fs::File::create(desk.path("said-out")).unwrap())
        .stderr(std::fs::File::create(desk.path("said-err")).unwrap())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_secs(seconds) {
            child.kill().unwrap();
            panic!("{words:?} did not end");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    let said = ["said-out", "said-err"].map(|name| std::fs::read_to_string(desk.path(name)).unwrap()).concat();
    let done = child.wait().unwrap();
    (done.code().unwrap_or_else(|| panic!("{words:?} was ended by a signal: {said}")), said)
}

#[test]
fn a_translation_nested_without_end_is_refused_by_its_line_wherever_it_lies() {
    let desk = Desk::new();
    let text = format!("title = A door\nnote = {}\n", "{".repeat(200_000));
    std::fs::write(desk.path("one-door/en.ftl"), &text).unwrap();
    let (code, said) = within(&desk, 30, &["check", "one-door"]);
    assert!(code == 1 && said.contains("en.ftl:2") && said.contains("24"), "{said}");
    let (code, said) = within(&desk, 30, &["translate", "one-door", "--to", "en"]);
    assert!(code == 1 && said.contains("en.ftl"), "{said}");
    // Among the user's scenarios it keeps nothing else from being played.
    let own = desk.path("data/scenarios/one-door");
    std::fs::create_dir_all(&own).unwrap();
    for name in ["scenario.ron", "en.ftl"] {
        std::fs::copy(desk.path("one-door").join(name), own.join(name)).unwrap();
    }
    let (code, said) = within(&desk, 60, &["play", "noise-upstairs", "--policy", "first", "--log", "a.log"]);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn a_text_of_more_brackets_than_fluent_counts_is_refused() {
    let desk = Desk::new();
    let chain: String = (0..300).map(|n| format!("t{n} = {{ t{} }}\n", n + 1)).collect();
    for text in [
        format!("title = {}\n", "{ \"a\" }".repeat(150)),
        format!("title = {{ \"a\" -> \n   *[a] {} \n}}\n", "{ \"b\" }".repeat(150)),
        format!("title = {{ -t }}\n-t = {{ 1 -> \n   *[a] {} \n}}\n", "{ { 2 -> \n *[b] x\n } }".repeat(120)),
        format!("title = {{ t0 }}\n{chain}t300 = x\n"),
        "title = { title }\n".to_owned(),
    ] {
        std::fs::write(desk.path("one-door/en.ftl"), &text).unwrap();
        let (code, said) = within(&desk, 30, &["check", "one-door"]);
        assert!(code == 1 && said.contains("CD0090"), "{text:.60} {said:.400}");
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_told_from_files_and_never_waited_for() {
    let desk = Desk::new();
    let pipe = desk.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    std::fs::create_dir(desk.path("piped")).unwrap();
    for place in ["piped/scenario.ron", "pipe.csv", "pipe.zip", "pipe.twee", "pipe.ron"] {
        std::os::unix::fs::symlink(&pipe, desk.path(place)).unwrap();
    }
    std::os::unix::fs::symlink("/dev/zero", desk.path("zero.csv")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", desk.path("zero.twee")).unwrap();
    desk.file("s.csv", "session,turn,speaker,text,acts,cues\n");
    for words in [
        &["check", "piped"][..],
        &["check", "pipe.zip"],
        &["replay", "pipe"],
        &["replay", "/dev/zero"],
        &["report", "pipe"],
        &["play", "--resume", "pipe"],
        &["play", "--resume", "/dev/zero"],
        &["play", "one-door/", "--log", "b.log", "--answers", "pipe"],
        &["play", "one-door/", "--log", "c.log", "--answers", "/dev/zero"],
        &["score", "pipe.csv"],
        &["score", "zero.csv"],
        &["score", "s.csv", "--rubric", "pipe"],
        &["score", "s.csv", "--rubric", "/dev/zero"],
        &["import", "pipe.twee", "--id", "x"],
        &["import", "zero.twee", "--id", "x"],
        &["fmt", "pipe.ron"],
        &["fmt", "/dev/zero"],
    ] {
        let (code, said) = within(&desk, 20, words);
        assert!((1..=2).contains(&code) && !said.trim().is_empty(), "{words:?} {code} {said}");
    }
    assert_eq!(within(&desk, 20, &["play", "one-door/", "--log", "d.log", "--answers", "/dev/null"]).0, 0);
}

#[test]
fn a_line_without_end_is_not_read_to_its_end() {
    let desk = Desk::new();
    let endless = "1".repeat(300_000);
    desk.file("answers", &endless);
    let (code, said) = within(&desk, 20, &["play", "one-door/", "--log", "a.log", "--answers", "answers"]);
    assert!(code == 1 && said.contains("16384"), "{said:.300}");
    let mut typed = desk.command(&["play", "one-door/", "--log", "b.log"]);
    typed.stdin(std::fs::File::open(Path::new(if cfg!(unix) { "/dev/zero" } else { "NUL" })).unwrap());
    let done = typed.output().unwrap();
    assert!(done.status.success(), "{done:?}");
    assert!(desk.path("b.log").exists());
}

#[test]
fn what_is_too_large_is_refused_with_its_limit() {
    let desk = Desk::new();
    let file = |name: &str, length: u64| std::fs::File::create(desk.path(name)).unwrap().set_len(length).unwrap();
    file("big.calmlog", 65 << 20);
    file("big.csv", 65 << 20);
    file("big.ron", 5 << 20);
    file("big.twee", 9 << 20);
    desk.file("s.csv", "session,turn,speaker,text,acts,cues\n");
    for (words, limit) in [
        (&["report", "big.calmlog"][..], "64 MB"),
        (&["score", "big.csv"], "64 MB"),
        (&["score", "s.csv", "--rubric", "big.ron"], "1 MB"),
        (&["fmt", "big.ron"], "4 MB"),
        (&["import", "big.twee", "--id", "x"], "4 MB"),
    ] {
        let (code, said) = within(&desk, 20, words);
        assert!(code == 1 && said.contains(limit), "{words:?} {said}");
    }
}

#[test]
fn a_log_unpacks_to_no_more_than_a_folder_may_hold() {
    use base64::Engine as _;
    let desk = Desk::new();
    desk.played();
    let lines = crate::util::jsons(&desk.path("a.log"));
    let mut head: serde_json::Value = serde_json::from_str(&lines[0]).unwrap();
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![b'('; 40 << 20], 6);
    head["files"]["scenario.ron"] = base64::engine::general_purpose::STANDARD.encode(bomb).into();
    desk.file("bomb.log", crate::util::resealed(&[head.to_string()]));
    let (code, said) = within(&desk, 20, &["replay", "bomb.log"]);
    assert!(code == 1 && said.contains("bomb.log"), "{said}");
}

#[test]
fn slips_are_told_by_what_they_are_and_where() {
    let desk = Desk::new();
    let path = desk.path("one-door/scenario.ron");
    let plain = std::fs::read_to_string(&path).unwrap();
    // The label that people see, for the name that a scenario uses.
    std::fs::write(&path, plain.replace("OfferSeat", "请坐")).unwrap();
    let said = within(&desk, 30, &["check", "one-door"]).1;
    assert!(said.contains("CD0042") && said.contains("OfferSeat"), "{said}");
    std::fs::write(&path, plain.replace("2026-03-09", "2026/3/9")).unwrap();
    let said = within(&desk, 30, &["check", "one-door"]).1;
    assert!(said.contains("1 个错误") && said.contains("2026-03-09"), "{said}");
    std::fs::rename(&path, desk.path("one-door/Scenario.ron")).unwrap();
    let said = within(&desk, 30, &["check", "one-door"]).1;
    assert!(said.contains("小写") && !said.contains(".txt"), "{said}");
    // A rubric's slip has its line.
    let standard = include_str!("../../assets/rubrics/standard.ron");
    desk.file("s.csv", "session,turn,speaker,text,acts,cues\na,1,visitor,x,,Feeling(x)\n");
    let at = standard.find("id: \"mirror\"").unwrap();
    let line = standard[..at].matches('\n').count() + 1;
    let wrong = standard[at..].replacen("weight: 3", "weight: 7000", 1);
    let wrong = format!("{}{wrong}", &standard[..at]);
    desk.file("r.ron", wrong);
    let said = within(&desk, 30, &["score", "s.csv", "--rubric", "r.ron"]).1;
    assert!(said.contains(&format!("r.ron:{line}")), "{said}");
    desk.file("bytes.ron", b"(id: \"a\",\n  \"\xff\")");
    let said = within(&desk, 30, &["score", "s.csv", "--rubric", "bytes.ron"]).1;
    assert!(said.contains("第 2 行第 4 列"), "{said}");
    // Options that may come twice, and those that may not.
    let (code, said) =
        within(&desk, 60, &["rehearse", "noise-upstairs", "--runs", "2", "--policy", "expert", "--policy", "bully"]);
    assert!(code <= 1 && !said.contains("--policy"), "{said}");
    #[cfg(target_os = "linux")]
    {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        std::fs::rename(desk.path("one-door/Scenario.ron"), &path).unwrap();
        let done = desk.command(&["check", "one-door"]).stdout(full).output().unwrap();
        assert!(done.status.code() == Some(1) && !done.stderr.is_empty(), "{done:?}");
    }
}

#[test]
fn a_log_of_a_million_beginnings_is_refused_in_bounds() {
    let desk = Desk::new();
    let log = desk.played();
    let mut text = std::fs::read_to_string(&log).unwrap();
    let torn = text.len() - 5;
    text.truncate(torn);
    text.push_str(&"00000000 {\"".repeat(1_000_000));
    desk.file("many.log", text);
    let (code, said) = within(&desk, 60, &["replay", "many.log"]);
    assert!(code == 1 && said.contains("many.log"), "{said:.300}");
}
