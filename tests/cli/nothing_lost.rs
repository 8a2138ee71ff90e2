//! What people have stays theirs: no result over its source, no half-made file, no log without a place.

use super::commands::Desk;
use crate::util::{calmdesk, jsons};
use std::io::{Read, Write};
use std::process::Stdio;
use std::time::{Duration, SystemTime};

#[test]
fn a_result_never_goes_over_what_it_is_made_from() {
    let desk = Desk::new();
    let log = desk.played();
    for name in ["a.json", "a.pdf", "a.html"] {
        std::fs::copy(&log, desk.path(name)).unwrap();
    }
    desk.file(
        "class.csv",
        "session,turn,speaker,text,acts,cues\na,1,visitor,x,,Feeling(x)\na,1,trainee,x,MirrorWords(x),\n",
    );
    #[cfg(unix)]
    std::os::unix::fs::symlink("class.csv", desk.path("link.csv")).unwrap();
    #[cfg(unix)]
    std::fs::hard_link(desk.path("class.csv"), desk.path("hard.csv")).unwrap();
    let whole = |name: &str| std::fs::read(desk.path(name)).unwrap();
    for words in [
        &["report", "a.json", "-o", "a.json"][..],
        &["report", "a.json", "-o", "./a.json"],
        &["report", "a.html", "-o", "one-door/../a.html"],
        &["score", "class.csv", "-o", "class.csv"],
        #[cfg(unix)]
        &["score", "class.csv", "-o", "link.csv"],
        #[cfg(unix)]
        &["score", "link.csv", "-o", "class.csv"],
        #[cfg(unix)]
        &["score", "class.csv", "-o", "hard.csv"],
    ] {
        let (source, sheet) = (whole(words[1]), whole("class.csv"));
        let said = desk.run(words);
        assert!(said.code == 2 && said.err.contains("不能写到"), "{words:?} {said:?}");
        assert_eq!((whole(words[1]), whole("class.csv")), (source, sheet), "{words:?}");
    }
    // The name that is taken where none is given, too.
    let named = if cfg!(feature = "pdf") { "a.pdf" } else { "a.html" };
    assert_eq!(desk.run(&["report", named]).code, 2);
    assert_eq!(whole(named), whole("a.log"));
}

#[cfg(unix)]
#[test]
fn files_that_are_replaced_keep_their_links_and_mode_and_read_only_ones_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::new();
    let real = desk.path("real.ron");
    let scenario = desk.path("one-door/scenario.ron");
    let untidy = std::fs::read_to_string(&scenario).unwrap().replace("    ", "  ");
    std::fs::write(&real, &untidy).unwrap();
    std::fs::set_permissions(&real, PermissionsExt::from_mode(0o640)).unwrap();
    std::fs::remove_file(&scenario).unwrap();
    symlink("../real.ron", &scenario).unwrap();
    let said = desk.run(&["fmt", "one-door"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(scenario.symlink_metadata().unwrap().is_symlink());
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&real), 0o640);
    assert_ne!(std::fs::read_to_string(&real).unwrap(), untidy);
    // Read-only.
    std::fs::write(&real, &untidy).unwrap();
    std::fs::set_permissions(&real, PermissionsExt::from_mode(0o444)).unwrap();
    let said = desk.run(&["fmt", "one-door"]);
    assert!(said.code == 1 && said.err.contains("scenario.ron"), "{said:?}");
    assert_eq!(std::fs::read_to_string(&real).unwrap(), untidy);
}

#[cfg(unix)]
#[test]
fn what_may_hold_a_name_is_its_owners_to_read() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let log = desk.played();
    desk.run(&["report", "a.log", "-o", "a.json"]);
    let bytes = std::fs::read(&log).unwrap();
    std::fs::write(&log, &bytes[..bytes.len() - 5]).unwrap();
    desk.run(&["play", "--resume", "a.log", "--answers", "/dev/null"]);
    desk.file(
        "s.csv",
        "session,turn,speaker,text,acts,cues\na,1,visitor,x,,Feeling(x)\na,1,trainee,x,MirrorWords(x),\n",
    );
    assert_eq!(desk.run(&["score", "s.csv", "-o", "scores.csv"]).code, 0);
    for name in ["a.log", "a.log.damaged", "a.json", "scores.csv"] {
        let mode = desk.path(name).metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_picture_and_a_device_is_no_file_to_replace() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["graph", "one-door/", "-o", "a.svg"]).code, 0);
    let before = std::fs::read(desk.path("a.svg")).unwrap();
    // As full as it gets without a disk of one's own: no file may grow.
    let limited = format!(
        "ulimit -f 1; trap '' XFSZ; exec {} graph one-door/ --coverage -o a.svg",
        env!("CARGO_BIN_EXE_calmdesk")
    );
    let said = std::process::Command::new("sh").args(["-c", &limited]).current_dir(&desk.dir).output().unwrap();
    assert!(!said.status.success(), "{said:?}");
    assert_eq!(std::fs::read(desk.path("a.svg")).unwrap(), before);
    let left =
        std::fs::read_dir(&desk.dir).unwrap().flatten().filter(|e| e.file_name().to_string_lossy().ends_with(".tmp"));
    assert_eq!(left.count(), 0);
    std::os::unix::fs::symlink("/dev/full", desk.path("full.svg")).unwrap();
    let said = desk.run(&["graph", "one-door/", "-o", "full.svg"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(!std::path::Path::new("/dev/full").metadata().unwrap().is_file());
}

#[test]
fn what_killed_writers_left_is_swept_and_stands_in_nobodys_way() {
    let desk = Desk::new();
    desk.played();
    desk.file(".a.json.4194305-0.tmp", "half a report");
    desk.file(".a.json.keep.tmp", "somebody's own");
    let begun = desk.path(".leak.4194305.tmp");
    std::fs::create_dir(&begun).unwrap();
    std::fs::write(begun.join("scenario.ron"), "half").unwrap();
    let long_ago = SystemTime::now() - Duration::from_secs(7200);
    std::fs::File::open(&begun).unwrap().set_modified(long_ago).unwrap();
    assert_eq!(desk.run(&["report", "a.log", "-o", "a.json"]).code, 0);
    assert_eq!(desk.run(&["new", "leak"]).code, 0);
    let left: Vec<String> = std::fs::read_dir(&desk.dir)
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".tmp"))
        .collect();
    assert_eq!(left, [".a.json.keep.tmp"]);
    assert_eq!(desk.run(&["new", "leak"]).code, 1, "what is there stays");
}

#[test]
fn an_interrupted_template_can_be_made_whole() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["score", "--template", "-o", "t"]).code, 0);
    std::fs::remove_file(desk.path("t/coding-sheet-example.csv")).unwrap();
    assert_eq!(desk.run(&["score", "--template", "-o", "t"]).code, 0);
    std::fs::write(desk.path("t/coding-sheet.csv"), "my own").unwrap();
    let said = desk.run(&["score", "--template", "-o", "t"]);
    assert!(said.code == 1 && said.err.contains("coding-sheet.csv"), "{said:?}");
    assert_eq!(std::fs::read(desk.path("t/coding-sheet.csv")).unwrap(), b"my own");
}

#[cfg(unix)]
#[test]
fn a_log_whose_folder_is_removed_while_playing_is_saved_elsewhere_and_says_where() {
    for rename in [false, true] {
        let desk = Desk::new();
        std::fs::create_dir(desk.path("stick")).unwrap();
        let mut child = desk
            .command(&["play", "one-door/", "--seed", "7", "--log", "stick/a.log", "--answers", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let lines = |want: usize| {
            for _ in 0..500 {
                if std::fs::read_to_string(desk.path("stick/a.log")).is_ok_and(|text| text.lines().count() >= want) {
                    return;
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            panic!("no {want} lines");
        };
        lines(2);
        stdin.write_all(b"mirror\n").unwrap();
        lines(3);
        if rename {
            std::fs::rename(desk.path("stick"), desk.path("moved")).unwrap();
        } else {
            std::fs::remove_dir_all(desk.path("stick")).unwrap();
        }
        stdin.write_all(b"ask\n").unwrap();
        drop(stdin);
        let mut out = String::new();
        child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
        assert!(child.wait().unwrap().success(), "{out}");
        let elsewhere = desk.path("data/sessions/a.log");
        let flat = out.replace(['\n', ' '], "");
        assert!(out.contains("不见了") && flat.contains(&elsewhere.display().to_string()), "{out}");
        let verified = calmdesk(["replay", "--verify"]).arg(&elsewhere).run();
        assert_eq!(verified.code, 0, "{verified:?}");
        assert_eq!(jsons(&elsewhere).len(), 5);
    }
}

#[test]
fn twenty_four_sessions_that_begin_in_one_second_are_twenty_four_logs() {
    let desk = Desk::new();
    desk.file("answers", "mirror\nask\n");
    let children: Vec<_> = (0..24)
        .map(|_| {
            let mut one = desk.command(&["play", "one-door/", "--answers", "answers"]);
            one.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for child in children {
        let done = child.wait_with_output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    assert_eq!(std::fs::read_dir(desk.path("data/sessions")).unwrap().count(), 24);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_scenarios_never_gets_into_a_log() {
    let desk = Desk::new();
    let outside = tempfile::TempDir::new().unwrap();
    std::fs::write(outside.path().join("secret.ftl"), "secret = 42\n").unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.ftl"), desk.path("one-door/en.ftl")).unwrap();
    let said = desk.run(&["play", "./one-door/", "--log", "a.log", "--answers", "/dev/null"]);
    assert!(said.code == 1 && said.err.contains("en.ftl"), "{said:?}");
    assert!(!desk.path("a.log").exists());
    // A scenario's whole folder may well be a link.
    std::fs::remove_file(desk.path("one-door/en.ftl")).unwrap();
    std::fs::rename(desk.path("one-door"), outside.path().join("one-door")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("one-door"), desk.path("one-door")).unwrap();
    assert_eq!(desk.run(&["check", "one-door"]).code, 0);
}
