//! The program as a person meets it: help, play, replay, bad input, exit codes.

use crate::util::{Said, calmdesk, jsons, resealed};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

const SCENARIO: &str = r#"Scenario(
    title: "一扇门",
    plays_on: "2026-03-09",
    briefing: "五楼的张桂芳要来。",
    visitors: { "zhang": (name: "张桂芳", role: "五楼住户", age: 67) },
    facts: { "hours": "每晚十一点到一点" },
    nodes: {
        "arrive": Line(
            who: "zhang",
            say: "天天半夜拖桌子——拖到一点……没一个管的，我是真寒心。",
            cues: [Feeling("寒心"), Fact("hours"), Deflected(3)],
            then: "first",
        ),
        "first": Choice([
            (id: "mirror", say: "您说“寒心”，我听到了。您坐。", acts: [MirrorWords("寒心"), OfferSeat], then: "more"),
            (id: "threaten", say: "再闹就拘留你。", acts: [Threaten], then: "more"),
        ]),
        "more": Line(who: "zhang", say: "他不开门。", then: "second"),
        "second": Choice([
            (id: "ask", say: "他怎么说的？", acts: [OpenQuestion], then: "done"),
            (id: "deflect", say: "这个归物业管。", acts: [Deflect], then: "done"),
        ]),
        "done": End(outcome: Partial, title: "先登记了", say: "她走了。"),
    },
)"#;

pub struct Desk {
    pub dir: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let dir = TempDir::new().unwrap();
        let folder = dir.path().join("one-door");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("scenario.ron"), SCENARIO).unwrap();
        Self { dir }
    }
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }
    pub fn command(&self, words: &[&str]) -> Command {
        calmdesk(words).inside(&self.dir).data(self.path("data")).0
    }
    pub fn run(&self, words: &[&str]) -> Said {
        self.command(words).output().unwrap().into()
    }
    /// Plays to the end and gives the log's path.
    pub fn played(&self) -> PathBuf {
        self.file("answers", "mirror\nask\n");
        let said = self.run(&["play", "one-door/", "--seed", "7", "--log", "a.log", "--answers", "answers"]);
        assert_eq!(said.code, 0, "{said:?}");
        self.path("a.log")
    }
}

#[test]
fn help_speaks_the_users_language() {
    let desk = Desk::new();
    for command in ["", "play", "replay", "report", "check"] {
        let words: Vec<&str> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
        let zh = desk.run(&words);
        assert_eq!(zh.code, 0);
        assert!(zh.out.contains("用法：calmdesk") && zh.out.contains("选项"), "{}", zh.out);
        assert!(!zh.out.contains("Usage") && !zh.out.contains("Options"), "{}", zh.out);
        let en = desk.run(&[&words[..], &["--lang", "en"]].concat());
        assert!(en.out.contains("Usage: calmdesk") && en.out.contains("Options"), "{}", en.out);
        let han = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
        assert!(!en.out.contains(han), "{}", en.out);
    }
    assert!(desk.run(&["--version"]).out.contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn mistakes_on_the_command_line_are_sentences_with_exit_code_2() {
    let desk = Desk::new();
    for (words, what) in [
        (&["plya"][..], "play"),
        (&["play", "--sed", "1"], "--seed"),
        (&["play", "x", "--seed", "viel"], "viel"),
        (&["play", "x", "--seed"], "--seed"),
        (&["replay"], "LOG"),
        (&["play", "x", "--policy", "nobody"], "expert"),
        (&["play", "x", "--answers", "a", "--policy", "first"], "--policy"),
        (&["replay", "a.log", "--feelings", "--format", "xml"], "xml"),
        (&["play"], "noise-upstairs"),
    ] {
        let said = desk.run(words);
        assert_eq!(said.code, 2, "{words:?} {said:?}");
        assert!(said.err.contains(what), "{words:?} {said:?}");
        assert!(said.err.contains('。') && !said.err.contains("error:"), "{words:?} {said:?}");
    }
}

#[test]
fn an_unknown_language_is_refused_with_the_known_ones() {
    let desk = Desk::new();
    for words in [&["--lang", "tlh", "play"][..], &["play", "x", "--lang=tlh"]] {
        let said = desk.run(words);
        assert_eq!(said.code, 2);
        assert!(said.err.contains("tlh") && said.err.contains("zh-CN") && said.err.contains("en"), "{said:?}");
    }
}

#[test]
fn a_session_is_played_from_answers_and_its_log_holds() {
    let desk = Desk::new();
    let answers = desk.file("answers", "\u{feff}# 先听\ngesture Nod\nnote hours\nwait 1500\nmirror\n\nask\n");
    let said = desk.run(&[
        "play",
        "one-door/",
        "--seed",
        "7",
        "--log",
        "a.log",
        "--name",
        "李雷",
        "--class",
        "一班",
        "--answers",
        answers.to_str().unwrap(),
    ]);
    assert_eq!(said.code, 0, "{said:?}");
    for text in [
        "一扇门",
        "3月9日 09:00",
        "张桂芳",
        "拖到一点……没一个管的",
        "你点了点头",
        "每晚十一点到一点",
        "先登记了",
        "倾听",
        "a.log",
    ] {
        assert!(said.out.contains(text), "{text}: {}", said.out);
    }
    let verified = desk.run(&["replay", "a.log", "--verify"]);
    assert_eq!(verified.code, 0, "{verified:?}");
    assert!(verified.out.contains("4 步"), "{verified:?}");

    let again = desk.run(&["replay", "a.log"]);
    assert!(again.out.contains("李雷") && again.out.contains("先登记了"), "{again:?}");
    let csv = desk.run(&["replay", "a.log", "--feelings", "--format", "csv"]).out;
    assert!(csv.starts_with("turn,visitor,anger,"), "{csv}");
    let columns: Vec<usize> = csv.lines().map(|line| line.split(',').count()).collect();
    assert!(columns.len() > 3 && columns.iter().all(|count| *count == columns[0]), "{csv}");
    let json = desk.run(&["replay", "a.log", "--feelings", "--format", "json"]).out;
    assert!(json.lines().all(|line| line.starts_with("{\"turn\":")), "{json}");
    assert!(desk.run(&["replay", "a.log", "--feelings"]).out.contains("信任"));
}

#[test]
fn the_same_seed_and_moves_give_the_same_log_but_for_the_clock() {
    let desk = Desk::new();
    desk.file("answers", "mirror\nask\n");
    for log in ["a.log", "b.log"] {
        let said = desk.run(&["play", "one-door/", "--seed", "3", "--log", log, "--answers", "answers"]);
        assert_eq!(said.code, 0);
    }
    assert_eq!(jsons(&desk.path("a.log"))[1..], jsons(&desk.path("b.log"))[1..]);
}

#[test]
fn critical_failures_stand_before_the_scores() {
    let desk = Desk::new();
    desk.file("answers", "threaten\ndeflect\n");
    let said = desk.run(&["play", "one-door/", "--log", "a.log", "--answers", "answers"]);
    let (critical, scores) = (said.out.find("红线").unwrap(), said.out.find("倾听").unwrap());
    assert!(critical < scores && said.out.contains("第 1 轮"), "{}", said.out);
}

#[test]
fn leaving_early_keeps_the_log_and_resume_goes_on() {
    let desk = Desk::new();
    desk.file("one", "mirror\n");
    desk.file("two", "ask\n");
    let said = desk.run(&["play", "one-door/", "--log", "a.log", "--answers", "one"]);
    assert_eq!(said.code, 0);
    assert!(said.out.contains("calmdesk play --resume"), "{}", said.out);
    // The scenario may be gone by then: the log carries it.
    std::fs::remove_dir_all(desk.path("one-door")).unwrap();
    let said = desk.run(&["play", "--resume", "a.log", "--answers", "two"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("先登记了") && said.out.contains("他不开门"), "{}", said.out);
    assert_eq!(desk.run(&["replay", "a.log", "--verify"]).code, 0);
}

#[test]
fn every_policy_plays_the_shipped_scenario_to_a_log_that_holds() {
    let desk = Desk::new();
    for policy in ["expert", "random", "first", "longest", "bully"] {
        let log = format!("{policy}.log");
        let said = desk.run(&["play", "noise-upstairs", "--policy", policy, "--seed", "1", "--log", &log]);
        assert_eq!(said.code, 0, "{said:?}");
        assert!(said.out.contains("结局") && said.out.contains("总分"), "{}", said.out);
        assert_eq!(desk.run(&["replay", &log, "--verify"]).code, 0, "{policy}");
    }
    let english = desk.run(&["replay", "expert.log", "--lang", "en"]);
    assert!(english.out.contains("Ending:") && english.out.contains("You:"), "{}", english.out);
}

#[test]
fn lines_fit_eighty_columns_and_no_mark_stands_alone() {
    use unicode_width::UnicodeWidthStr;
    let desk = Desk::new();
    let said = desk.run(&["play", "noise-upstairs", "--policy", "expert", "--seed", "2", "--log", "a.log"]);
    for line in said.out.lines().filter(|line| !line.contains("a.log")) {
        assert!(line.width_cjk() <= 80, "{line}");
        let first = line.trim_start().chars().next().unwrap_or('x');
        assert!(!"，。！？：；、）》”’」…".contains(first), "{line}");
    }
}

#[test]
fn a_changed_number_is_found_with_its_line() {
    let desk = Desk::new();
    let log = desk.played();
    // A forger fits the checksum too.
    let mut lines = jsons(&log);
    let json = lines[2].replacen("\"trust\":", "\"trust\":1", 1);
    assert_ne!(json, lines[2]);
    lines[2] = json;
    std::fs::write(&log, resealed(&lines)).unwrap();
    let said = desk.run(&["replay", "a.log", "--verify"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("第 3 行") && said.err.contains("trust"), "{said:?}");
    assert_eq!(desk.run(&["play", "--resume", "a.log", "--answers", "answers"]).code, 1);
}

#[test]
fn a_flipped_byte_is_found_with_its_line() {
    let desk = Desk::new();
    let log = desk.played();
    let whole = std::fs::read(&log).unwrap();
    let mut flipped = whole.clone();
    let start = whole.iter().position(|byte| *byte == b'\n').unwrap();
    flipped[start + 40] ^= 4;
    std::fs::write(&log, &flipped).unwrap();
    for words in [&["replay", "a.log", "--verify"][..], &["replay", "a.log"], &["play", "--resume", "a.log"]] {
        let said = desk.run(words);
        assert_eq!(said.code, 1, "{said:?}");
        assert!(said.err.contains("第 2 行"), "{said:?}");
    }
    assert_eq!(std::fs::read(&log).unwrap(), flipped, "a log that is not understood is left alone");
}

#[test]
fn a_torn_log_is_reported_resumed_and_kept_as_it_was() {
    let desk = Desk::new();
    let log = desk.played();
    let whole = std::fs::read(&log).unwrap();
    std::fs::write(&log, &whole[..whole.len() - 5]).unwrap();
    let said = desk.run(&["replay", "a.log", "--verify"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("--resume"), "{said:?}");
    let said = desk.run(&["play", "--resume", "a.log", "--answers", "/dev/null"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("a.log.damaged"), "{said:?}");
    assert_eq!(std::fs::read(desk.path("a.log.damaged")).unwrap(), whole[..whole.len() - 5]);
    assert_eq!(std::fs::read(&log).unwrap(), whole, "the scores can be worked out again");
}

#[test]
fn bad_files_and_places_are_named_with_exit_code_1() {
    let desk = Desk::new();
    desk.played();
    desk.file("empty.log", "");
    desk.file("foreign.log", "PNG\n");
    desk.file("bad", "mirror\n跳过去\n");
    desk.file("gbk", [0xc4, 0xe3, 0xba, 0xc3]);
    let broken = desk.path("broken");
    std::fs::create_dir(&broken).unwrap();
    std::fs::write(broken.join("scenario.ron"), "Scenario(title: “一扇门”)").unwrap();
    for (words, what) in [
        (&["play", "no-such"][..], "no-such"),
        (&["play", "./nowhere/"], "nowhere"),
        (&["play", "broken/"], "scenario.ron:1"),
        (&["play", "one-door/", "--log", "a.log"], "a.log 已经有了"),
        (&["play", "one-door/", "--log", "no/where.log"], "no/where.log"),
        (&["play", "one-door/", "--log", "b.log", "--answers", "missing"], "missing"),
        (&["play", "one-door/", "--log", "c.log", "--answers", "bad"], "第 2 行"),
        (&["play", "one-door/", "--log", "d.log", "--answers", "gbk"], "UTF-8"),
        (&["play", "--resume", "missing.log"], "missing.log"),
        (&["replay", "missing.log"], "没有这个文件"),
        (&["replay", "empty.log"], "是空的"),
        (&["replay", "foreign.log"], "不是接访实训的日志"),
        (&["replay", "one-door"], "one-door"),
        (&["report", "foreign.log"], "不是接访实训的日志"),
    ] {
        let said = desk.run(words);
        assert_eq!(said.code, 1, "{words:?} {said:?}");
        assert!(said.err.contains(what), "{words:?} {said:?}");
    }
    assert_eq!(desk.run(&["report", "a.log", "-o", "a.doc"]).code, 2);
}

#[test]
fn a_report_is_written_as_html_and_json() {
    let desk = Desk::new();
    desk.played();
    for form in ["html", "json"] {
        let said = desk.run(&["report", "a.log", "-o", &format!("a.{form}")]);
        assert_eq!(said.code, 0, "{said:?}");
        let text = std::fs::read_to_string(desk.path(&format!("a.{form}"))).unwrap();
        assert!(text.contains("一扇门") && text.contains("张桂芳"), "{form}");
    }
}

#[cfg(unix)]
#[test]
fn a_read_only_data_folder_is_named_and_nothing_is_left_behind() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let data = desk.path("data");
    std::fs::create_dir(&data).unwrap();
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(data.join("probe"), "").is_ok() {
        // The super-user writes anywhere: a file in place of the folder stops them too.
        std::fs::remove_dir_all(&data).unwrap();
        std::fs::write(&data, "").unwrap();
    }
    let said = desk.run(&["play", "one-door/", "--answers", "/dev/null"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("data"), "{said:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named_and_the_log_before_it_stays_whole() {
    let desk = Desk::new();
    let said = desk.run(&["play", "one-door/", "--log", "/dev/full", "--answers", "/dev/null"]);
    assert_eq!(said.code, 1);
    // A limit on the size of files stands in for a small disk; the signal it sends is ignored.
    let program = env!("CARGO_BIN_EXE_calmdesk");
    let script =
        format!("trap '' XFSZ; ulimit -f 8; exec '{program}' play noise-upstairs --policy expert --seed 1 --log a.log");
    let mut limited = Command::new("bash");
    limited.args(["-c", &script]).current_dir(desk.dir.path()).env("LANG", "zh_CN.UTF-8");
    limited.env_remove("LC_ALL").stdin(Stdio::null());
    let said = Said::from(limited.output().unwrap());
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("a.log"), "{said:?}");
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    let desk = Desk::new();
    let mut child = desk
        .command(&["play", "noise-upstairs", "--policy", "expert", "--seed", "1", "--log", "a.log"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_second_writer_is_refused_by_the_name_of_the_log() {
    let desk = Desk::new();
    let mut first = desk
        .command(&["play", "one-door/", "--log", "a.log", "--answers", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = first.stdin.take().unwrap();
    let mut reader = std::io::BufReader::new(first.stdout.take().unwrap());
    let mut line = String::new();
    while !line.contains("寒心") {
        line.clear();
        assert!(std::io::BufRead::read_line(&mut reader, &mut line).unwrap() > 0);
    }
    let said = desk.run(&["play", "--resume", "a.log", "--answers", "/dev/null"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("a.log") && said.err.contains("正在被"), "{said:?}");
    stdin.write_all(b"mirror\nask\n").unwrap();
    drop(stdin);
    std::io::copy(&mut reader, &mut std::io::sink()).unwrap();
    assert!(first.wait().unwrap().success());
    assert_eq!(desk.run(&["replay", "a.log", "--verify"]).code, 0);
}

#[test]
fn check_writes_workflow_commands_that_no_text_can_break_out_of() {
    let dir = TempDir::new().unwrap();
    let folder = dir.path().join("a,b:c");
    std::fs::create_dir_all(folder.join("odd-one")).unwrap();
    let text = SCENARIO
        .replace("then: \"first\"", "then: \"frist\"")
        .replace("Threaten", "100%\\nbad")
        .replace("title: \"一扇门\"", "titel: \"一扇门\"");
    std::fs::write(folder.join("odd-one/scenario.ron"), text).unwrap();
    let Said { code, out: said, .. } =
        calmdesk(["check", "--lang", "zh-CN", "--format", "github"]).arg(folder.join("odd-one")).run();
    assert_eq!(code, 1);
    let commands: Vec<&str> = said.lines().filter(|line| line.starts_with("::")).collect();
    assert!(commands.len() >= 3, "{said}");
    for command in &commands {
        let (head, text) = command[2..].split_once("::").unwrap();
        let (level, properties) = head.split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&level), "{command}");
        let properties: Vec<(&str, &str)> = properties.split(',').map(|one| one.split_once('=').unwrap()).collect();
        let get = |name: &str| properties.iter().find(|(known, _)| *known == name).map(|(_, value)| *value).unwrap();
        assert!(get("file").ends_with("a%2Cb%3Ac/odd-one/scenario.ron"), "{command}");
        assert!(get("line").parse::<u32>().unwrap() >= 1 && get("col").parse::<u32>().unwrap() >= 1);
        assert!(get("title").starts_with("CD"));
        assert!(text.contains("%0A"), "message and advice on one line: {command}");
    }
    let nowhere = commands.iter().find(|command| command.contains("title=CD0045")).unwrap();
    assert!(nowhere.contains("是不是想写“first”？"), "{nowhere}");
    assert!(nowhere.contains(",line=12,") && nowhere.contains(",endColumn="), "{nowhere}");
}

#[test]
fn who_plays_by_hand_is_asked_before_the_scores_and_the_report_has_the_answer() {
    let desk = Desk::new();
    let mut child = desk
        .command(&["play", "one-door/", "--log", "a.log"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Two choices; then a full-width four, nothing, and no level before a level.
    child.stdin.take().unwrap().write_all("1\n1\n４\n\n8\n2\n".as_bytes()).unwrap();
    let said = Said::from(child.wait_with_output().unwrap());
    assert_eq!(said.code, 0, "{said:?}");
    let at = |words: &str| said.out.find(words).unwrap_or_else(|| panic!("{words}: {said:?}"));
    assert!(at("先说说您自己的感觉") < at("请打 1 到 5") && at("请打 1 到 5") < at("总分"), "{said:?}");
    assert_eq!(desk.run(&["report", "a.log", "-o", "a.json"]).code, 0);
    let page: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(desk.path("a.json")).unwrap()).unwrap();
    let own: Vec<_> = page["result"]["dimensions"].as_array().unwrap().iter().map(|one| &one["own"]).collect();
    assert_eq!((own[0].as_u64(), own[1].as_u64(), own[2].as_u64()), (Some(4), None, Some(2)));
    assert_eq!(desk.run(&["replay", "a.log", "--verify"]).code, 0);
}

/// What a program reads of the report of a log.
fn reported(desk: &Desk, log: &str) -> serde_json::Value {
    let said = desk.run(&["report", log, "-o", "page.json"]);
    assert_eq!(said.code, 0, "{said:?}");
    serde_json::from_slice(&std::fs::read(desk.path("page.json")).unwrap()).unwrap()
}

#[test]
fn an_unfinished_session_says_so_first_and_is_never_passed() {
    let desk = Desk::new();
    desk.file("one", "wait 20000\nmirror\n");
    desk.run(&["play", "one-door/", "--exam", "--log", "a.log", "--answers", "one"]);
    let page = reported(&desk, "a.log");
    assert_eq!(page["result"]["standing"], "unfinished");
    assert_eq!(page["result"]["passed"], serde_json::Value::Null);
    assert_eq!(page["result"]["ending"], serde_json::Value::Null);
    assert_eq!(desk.run(&["--lang", "en", "report", "a.log", "-o", "page.html"]).code, 0);
    let html = std::fs::read_to_string(desk.path("page.html")).unwrap();
    let unfinished = html.find("class=\"unfinished\"").unwrap();
    assert!(unfinished < html.find("class=\"scores\"").unwrap() && !html.contains(">passed<"));
}

#[test]
fn who_played_steps_back_and_resumes_stand_in_the_log_and_on_the_report() {
    let desk = Desk::new();
    desk.file("some", "threaten\nback 1\nmirror\n");
    desk.run(&["play", "one-door", "--log", "a.log", "--answers", "some"]);
    desk.run(&["play", "--resume", "a.log", "--policy", "expert"]);
    let page = reported(&desk, "a.log");
    let how = &page["how_played"];
    assert_eq!(how["by"], serde_json::json!(["answers", {"policy": "expert"}]));
    assert_eq!((how["steps_back"].to_string(), how["resumes"].as_u64()), ("[1]".to_owned(), Some(1)));
    assert_eq!(desk.run(&["--lang", "en", "report", "a.log", "-o", "page.html"]).code, 0);
    let html = std::fs::read_to_string(desk.path("page.html")).unwrap();
    for told in ["a file of answers, a machine (expert)", "1, to before turn 1", "Left and resumed"] {
        assert!(html.contains(told), "{told}");
    }
    assert_eq!(desk.run(&["replay", "a.log", "--verify"]).code, 0);
}

#[test]
fn nobody_grants_themselves_an_exam_without_a_clock() {
    let desk = Desk::new();
    desk.file("all", "mirror\nask\n");
    for (lang, words) in [("zh-CN", "布置考核的人"), ("en", "whoever sets it")] {
        let said = desk.run(&[
            "--lang",
            lang,
            "play",
            "one-door/",
            "--exam",
            "--untimed",
            "--log",
            "a.log",
            "--answers",
            "all",
        ]);
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.err.contains(words), "{said:?}");
        assert!(!desk.path("a.log").exists(), "nothing is begun");
    }
    assert_eq!(desk.run(&["play", "one-door/", "--untimed", "--answers", "all"]).code, 2, "only an exam asks for it");
}

/// What a person does who answers rightly, and lets everybody finish.
const WELL: &str = "wait 60000\nmirror\nwait 60000\nask\n";

/// Plays an exam by typing; the log lies in `a.log`.
fn typed_exam(desk: &Desk) {
    let mut child = desk.command(&["play", "one-door/", "--exam", "--seed", "1", "--log", "a.log"]);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Nobody waits here, so that what is said is cut off.
    child.stdin.take().unwrap().write_all("1\n1\n\n\n\n".as_bytes()).unwrap();
    child.wait_with_output().unwrap();
}

#[test]
fn what_a_file_answers_and_waits_is_no_exam_that_is_passed() {
    let desk = Desk::new();
    desk.file("well", WELL);
    let practice = ["play", "one-door/", "--timed", "--seed", "1", "--log", "p.log", "--answers", "well"];
    let said = desk.run(&[&["--lang", "en"][..], &practice].concat());
    assert_eq!(said.code, 0, "{said:?}");
    let page = reported(&desk, "p.log");
    assert_eq!(page["result"]["standing"], "passed", "as practice it would do: {}", page["result"]);

    let exam = ["play", "one-door/", "--exam", "--seed", "1", "--log", "e.log", "--answers", "well"];
    let said = desk.run(&[&["--lang", "en"][..], &exam].concat());
    assert!(said.out.contains("not passed") && said.out.contains("not answered by a person"), "{said:?}");
    let page = reported(&desk, "e.log");
    assert_eq!((&page["result"]["standing"], &page["result"]["passed"]), (&"not-passed".into(), &false.into()));
    assert_eq!(page["result"]["doubts"], serde_json::json!(["not-by-hand"]));
    let said = desk.run(&["--lang", "en", "replay", "e.log"]);
    assert!(said.out.contains("not answered by a person"), "{said:?}");
}

/// A log in which somebody has switched off the clock by hand, or of a time when everybody could.
#[test]
fn an_untimed_exam_without_a_grant_is_printed_as_self_granted_and_not_passed() {
    let desk = Desk::new();
    typed_exam(&desk);
    let text = std::fs::read_to_string(desk.path("a.log")).unwrap();
    assert!(text.contains("\"timed\":true"), "{text}");
    let page = reported(&desk, "a.log");
    assert_eq!(page["result"]["doubts"], serde_json::Value::Null);

    let folder = desk.path("u.log");
    untimed_exam(&folder, None);
    let page = reported(&desk, "u.log");
    assert_eq!((&page["result"]["standing"], &page["result"]["passed"]), (&"not-passed".into(), &false.into()));
    assert_eq!(page["result"]["doubts"], serde_json::json!(["self-granted-untimed"]));
    let said = desk.run(&["--lang", "en", "report", "u.log", "-o", "page.html"]);
    assert_eq!(said.code, 0, "{said:?}");
    let html = std::fs::read_to_string(desk.path("page.html")).unwrap();
    assert!(html.contains("(untimed, self-granted: does not count)") && !html.contains(">passed<"));

    untimed_exam(&desk.path("g.log"), Some("李老师，三班第二次考核"));
    let page = reported(&desk, "g.log");
    assert_eq!((&page["result"]["standing"], &page["result"]["doubts"]), (&"passed".into(), &serde_json::Value::Null));
    desk.run(&["--lang", "en", "report", "g.log", "-o", "page.html"]);
    let html = std::fs::read_to_string(desk.path("page.html")).unwrap();
    assert!(html.contains("(untimed, granted by 李老师，三班第二次考核)"), "the grant stands on the report");
}

/// An exam played by hand without a clock, to its end; `by`: who granted that.
fn untimed_exam(path: &std::path::Path, by: Option<&str>) {
    use calmdesk::logbook::how_played::{Mark, PlayedBy};
    use calmdesk::logbook::log::Files;
    use calmdesk::logbook::recording::{Recording, Start};
    use calmdesk::session::{Mode, Move, Settings};
    let bundle = calmdesk::scenario::SourceBundle::of_text("one-door", SCENARIO.to_owned());
    let scenario = calmdesk::scenario::load(&bundle).scenario.unwrap();
    let start = Start {
        scenario,
        files: Files(bundle.files.iter().cloned().collect()),
        settings: Settings { seed: 1, mode: Mode::Exam, timed: false },
        started: "2026-03-09T09:12:00+08:00".to_owned(),
        trainee: None,
        class: None,
        played_by: Some(PlayedBy::Hand),
    };
    let mut recording = Recording::start(path, start).unwrap();
    if let Some(by) = by {
        recording.mark(Mark::UntimedGranted { by: by.to_owned() }).unwrap();
    }
    for option in ["mirror", "ask"] {
        recording.apply(&Move::Choose { option: option.to_owned(), wait_ms: 1_000 }).unwrap();
    }
    assert!(recording.ended());
}
