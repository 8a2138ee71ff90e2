//! Whatever stands in a title, a name, a path, a log, a sheet or an archive: the terminal is sent none of its controls.

use super::commands::Desk;
use crate::util::{jsons, resealed};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Colours, a title for the window, a bell, a line erased, C1, the direction turned, nothing to see.
const EVIL: &str = "\u{1b}[31mRED\u{1b}]0;pwned\u{7}\r\u{9b}2K\u{202e}dcba\u{200b}\u{7f}";
/// The same as RON spells it.
const ESCAPED: &str = r"\u{1b}[31mRED\u{1b}]0;pwned\u{7}\r\u{9b}2K\u{202e}dcba\u{200b}\u{7f}";

fn is_raw(c: char) -> bool {
    c.is_control() && c != '\n' || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Probes made.
static PROBES: AtomicUsize = AtomicUsize::new(0);

/// Runs it in both languages; notes what was sent raw.
fn probe(desk: &Desk, words: &[&str], raw: &mut Vec<String>) {
    for language in ["zh-CN", "en"] {
        PROBES.fetch_add(1, Ordering::Relaxed);
        let done = desk.command(&[words, &["--lang", language]].concat()).output().unwrap();
        let said = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8")).concat();
        assert!(!said.contains("panicked"), "{words:?} {said}");
        if let Some(c) = said.chars().find(|c| is_raw(*c)) {
            raw.push(format!("{words:?}: {c:?} in {said:.200}"));
        }
    }
}

#[test]
fn no_control_character_of_anybodys_text_reaches_the_terminal() {
    let desk = Desk::new();
    desk.played();
    let mut raw = Vec::new();
    let scenario = |name: &str, text: String| {
        std::fs::create_dir(desk.path(name)).unwrap();
        std::fs::write(desk.path(name).join("scenario.ron"), text).unwrap();
    };
    let plain = std::fs::read_to_string(desk.path("one-door/scenario.ron")).unwrap();
    scenario("title", plain.replace("一扇门", ESCAPED));
    scenario(
        "texts",
        plain
            .replace("张桂芳", ESCAPED)
            .replace("五楼住户", ESCAPED)
            .replace("他怎么说的？", ESCAPED)
            .replace("她走了。", ESCAPED)
            .replace("先登记了", ESCAPED)
            .replace("他不开门。", ESCAPED),
    );
    scenario(
        "ids",
        plain
            .replace("\"more\"", &format!("\"{ESCAPED}\""))
            .replace("\"ask\"", &format!("\"{ESCAPED}\""))
            .replace("\"hours\"", &format!("\"{ESCAPED}\"")),
    );
    scenario(
        "acts",
        plain
            .replace("OfferSeat", &format!("CitePolicy(\"{ESCAPED}\")"))
            .replace("OpenQuestion", "Opn\u{202e}Question"),
    );
    scenario("raw", plain.replace("一扇门", EVIL));
    scenario("persona", plain.replace("role:", &format!("persona: \"{ESCAPED}\", role:")));
    scenario("include", plain.replace("title:", &format!("include: [\"{ESCAPED}.ron\"], title:")));
    scenario("ftl", plain.clone());
    std::fs::write(
        desk.path("ftl/en.ftl"),
        format!("title = Door {{\"\\u001b[31m\"}}{EVIL}\nvisitor-zhang = {EVIL}\n{EVIL} = x\nmore = {{ {EVIL} }}\n"),
    )
    .unwrap();
    for name in ["title", "texts", "ids", "acts", "raw", "persona", "include", "ftl"] {
        let path = format!("./{name}/");
        for (at, words) in [
            &["check"][..],
            &["play", "--policy", "first", "--log"],
            &["rehearse", "--runs", "3"],
            &["graph"],
            &["translate", "--to", "en"],
            &["fmt", "--check"],
            &["check", "--format", "json"],
            &["check", "--format", "github"],
            &["rehearse", "--exhaustive", "--format", "json"],
        ]
        .into_iter()
        .enumerate()
        {
            let log = format!("{name}-{at}.log");
            let mut words = words.to_vec();
            if words.last() == Some(&"--log") {
                words.push(&log);
            }
            words.push(&path);
            probe(&desk, &words, &mut raw);
        }
        let log = format!("{name}-1.log");
        if desk.path(&log).exists() {
            probe(&desk, &["replay", &log], &mut raw);
            probe(&desk, &["replay", &log, "--feelings"], &mut raw);
            probe(&desk, &["replay", &log, "--feelings", "--format", "json"], &mut raw);
            probe(&desk, &["report", &log, "-o", "x.json"], &mut raw);
        }
    }
    // On the command line, as far as the system lets them through.
    for words in [
        &["play", EVIL][..],
        &["play", &format!("./{EVIL}/")],
        &["check", EVIL],
        &["replay", EVIL],
        &["report", EVIL],
        &["report", "a.log", "-o", EVIL],
        &["score", EVIL],
        &["import", EVIL, "--id", "x"],
        &["import", "a.log", "--id", EVIL],
        &["new", EVIL],
        &["fmt", EVIL],
        &["law", EVIL],
        &["deadline", EVIL],
        &["deadline", "2026-03-09", EVIL],
        &["graph", EVIL],
        &["graph", "one-door/", "-o", EVIL],
        &["rehearse", EVIL],
        &["rehearse", "one-door/", "--policy", EVIL],
        &["play", "one-door/", "--policy", EVIL],
        &["play", "one-door/", &format!("--{EVIL}")],
        &["score", "a.log", "--rubric", EVIL],
        &[EVIL],
    ] {
        probe(&desk, words, &mut raw);
    }
    // The name of a trainee, in the log and in a forged head.
    desk.run(&["play", "one-door/", "--name", EVIL, "--class", EVIL, "--log", "named.log", "--answers", "answers"]);
    let mut lines = jsons(&desk.path("a.log"));
    let mut head: serde_json::Value = serde_json::from_str(&lines[0]).unwrap();
    for field in ["app", "rubric", "model", "acts", "papers", "started", "trainee", "class"] {
        head[field] = EVIL.into();
    }
    head["scenario"]["id"] = EVIL.into();
    lines[0] = head.to_string();
    desk.file("head.log", resealed(&lines));
    let mut lines = jsons(&desk.path("a.log"));
    lines[2] = lines[2].replace("\"mirror\"", &serde_json::to_string(EVIL).unwrap());
    desk.file("move.log", resealed(&lines));
    for log in ["named.log", "head.log", "move.log"] {
        for words in [
            &["replay", log][..],
            &["replay", log, "--verify"],
            &["report", log, "-o", "x.json"],
            &["play", "--resume", log, "--answers", "answers"],
        ] {
            probe(&desk, words, &mut raw);
        }
    }
    // Answers, sheets, rubrics, stories.
    desk.file("bad", format!("{EVIL}\n"));
    probe(&desk, &["play", "one-door/", "--log", "bad.log", "--answers", "bad"], &mut raw);
    desk.file("s.csv", format!("session,turn,speaker,text,acts,cues,{EVIL}\n{EVIL},1,visitor,{EVIL},,Feeling({EVIL})\n{EVIL},1,trainee,x,MirrorWords(x),\nb,1,trainee,x,{EVIL},\n"));
    probe(&desk, &["score", "s.csv"], &mut raw);
    desk.file("r.ron", format!("(id: \"{ESCAPED}\", {EVIL}"));
    probe(&desk, &["score", "s.csv", "--rubric", "r.ron"], &mut raw);
    desk.file("t.twee", format!(":: Start\n<<mac{EVIL}ro>>\n[[go{EVIL}->nowhere{EVIL}]]\n\n:: B{EVIL}\nhi\n"));
    probe(&desk, &["import", "t.twee", "--id", "t"], &mut raw);
    desk.file("x.xml", format!("<scenario><{EVIL}></scenario>"));
    probe(&desk, &["import", "x.xml", "--id", "x"], &mut raw);
    let probes = PROBES.load(Ordering::Relaxed);
    println!("{probes} probes");
    assert!(probes >= 200, "{probes}");
    assert!(raw.is_empty(), "{} probes: {:#?}", raw.len(), &raw[..raw.len().min(12)]);
}

#[test]
fn ids_are_plain_letters_after_their_escapes_are_read_too() {
    let desk = Desk::new();
    let plain = std::fs::read_to_string(desk.path("one-door/scenario.ron")).unwrap();
    let long = "a".repeat(300);
    for (id, line) in [(r"mo\u{1b}re", "15"), (r"mo\u{202e}re", "15"), (r"m\u{43e}re", "15"), (&long, "15")] {
        std::fs::write(desk.path("one-door/scenario.ron"), plain.replace("\"more\"", &format!("\"{id}\""))).unwrap();
        let said = desk.run(&["check", "one-door"]);
        assert!(said.code == 1 && said.out.contains("CD0040"), "{line} {id:.20}: {said:?}");
    }
}
