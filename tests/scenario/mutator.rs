//! Small sound files of every kind, hurt in every way a seed says, and read: what comes of it is a message or a result.
//! Which files and which hurts is told by the number of the case alone, so that any of them can be tried again:
//! `CALMDESK_CASE=n cargo test --test scenario mutator` tries one, `CALMDESK_CASES=n` so many.

use calmdesk::authoring::format::format;
use calmdesk::authoring::import::{Words, import};
use calmdesk::cli::answers::{self, Answer};
use calmdesk::coding;
use calmdesk::lint::check;
use calmdesk::logbook::log;
use calmdesk::lsp;
use calmdesk::procedure::LawLibrary;
use calmdesk::rubric::Rubric;
use calmdesk::scenario::{SourceBundle, zip};
use calmdesk::session::{Session, Settings};
use calmdesk::vocabulary::{ActCatalogue, Locale};
use serde_json::{Value, json};
use std::io::{self, Cursor};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Optimised, as CI runs it, two hundred thousand take well under two minutes of two cores; without optimisation a
/// fiftieth of that is tried.
const CASES: u64 = if cfg!(debug_assertions) { 4_000 } else { 200_000 };
/// Nobody waits longer for one file.
const LONGEST: Duration = Duration::from_secs(5);

const SCENARIO: &str = r#"Scenario(
    title: "一扇门", plays_on: "2026-03-09", language: "zh-CN",
    visitors: { "zhang": (name: "张桂芳", age: 67, needs: { Voice: 0.9 }), "li": (name: "李", role: "邻居") },
    facts: { "hours": "每晚十一点到一点" },
    promises: { "call": (text: "三天内回话", due_days: 3) },
    vars: { "n": (start: 0, min: 0, max: 9) },
    visits: { "one": (start: "arrive", present: ["zhang", "li"]), "two": (start: "back", present: ["zhang"]) },
    nodes: {
        "arrive": Line(who: "zhang", say: "我是真寒心。", cues: [Feeling("寒心"), Fact("hours"), Deflected(3)], then: "first"),
        "first": Choice([
            (id: "mirror", say: "您说“寒心”。", acts: [MirrorWords("寒心"), OfferSeat], then: "b", set: { "n": 1 }),
            (id: "call", say: "三天内给您回话。", acts: [Promise("call")], when: Not(Fact("hours")), then: "wait"),
        ]),
        "b": Branch(ways: [(when: All([AtLeast("zhang", Trust, 0.2), Fact("hours")]), then: "wait")], otherwise: "done"),
        "wait": TimePasses(days: 3, say: "三天过去了。", visit: "two", keeps: ["call"]),
        "back": Line(who: "zhang", say: "你说三天。", then: "done"),
        "done": End(outcome: Partial, title: "先登记了", say: "她走了。"),
    },
)"#;
const FTL: &str = "title = A door\nvisitor-zhang = Zhang\n# source: x\narrive = I am { \"bitter\" }.\n    .feeling = bitter\nfirst =\n    .mirror = { $n ->\n        [one] One { -term }\n       *[other] Many\n    }\n-term = { first.mirror }\ndone = Over { NUMBER(3, a: 1) }\n";
const SHEET: &str = "session,turn,time,speaker,text,acts,cues\na,1,0:10,visitor,都往外推，我真寒心,,Feeling(寒心) Deflected(2)\na,1,0:20,trainee,\"寒心，我听见了\",MirrorWords(寒心); OpenQuestion,\n";
const TWEE: &str = ":: StoryTitle\nA door\n\n:: StoryData\n{ \"start\": \"Start\", \"format\": \"SugarCube\" }\n\n:: Start [a b] {\"position\":\"1,2\"}\n<<if $a>>Hi [[go|Next]]<<else>>(link-goto: \"x\", \"Next\")<</if>> {reveal link: 'a', text: 'b'}\n<% s.a %> <a data-passage=\"Next\">n</a> /* c */\n\n:: Next\n(if: $b)[She [[left->Start]]] ![p](data:x) &amp; ''b''\n";
const XML: &str = "<?xml version=\"1.0\"?>\n<scenario xmlns=\"http://uudsl.github.io/scenario\"><metadata><name>A</name></metadata><definitions/><sequence><interleave><dialogue id=\"d\"><starts><start idref=\"s\"/></starts><statements><computerStatement id=\"s\"><text>Hi &amp; x</text></computerStatement></statements></dialogue></interleave></sequence></scenario>";
const RUBRIC: &str = include_str!("../../assets/rubrics/standard.ron");

type Reader = fn(&[u8]);

/// Kinds of files, each with its reader.
const KINDS: [(&str, Reader); 11] = [
    ("scenario", |bytes| {
        looked_over(&SourceBundle::of_text("hurt", bytes));
        if let Ok(tidy) = format(bytes) {
            assert_eq!(format(&tidy).as_deref(), Ok(tidy.as_slice()), "laid out twice");
        }
    }),
    ("translation", |bytes| {
        let mut bundle = SourceBundle::of_text("hurt", SCENARIO);
        bundle.files.push(("en.ftl".to_owned(), bytes.to_vec()));
        looked_over(&bundle);
    }),
    ("shared", |bytes| {
        let main = SCENARIO.replacen("Scenario(", "Scenario(include: [\"a.ron\"],", 1);
        let mut bundle = SourceBundle::of_text("hurt", main);
        bundle.files.push(("a.ron".to_owned(), bytes.to_vec()));
        looked_over(&bundle);
    }),
    ("log", |bytes| drop(log::parse(bytes, Path::new("hurt.calmlog")))),
    ("sheet", |bytes| drop(coding::read(bytes, Rubric::shipped()))),
    ("twee", |bytes| imported("a.twee", bytes)),
    ("xml", |bytes| imported("a.xml", bytes)),
    ("archive", |bytes| {
        for entry in zip::directory(bytes).unwrap_or_default() {
            drop(zip::unpack(bytes, &entry, 1 << 20));
        }
        imported("a.zip", bytes);
    }),
    ("rubric", |bytes| {
        if let Ok(text) = std::str::from_utf8(bytes) {
            drop(Rubric::parse(text, ActCatalogue::shipped()));
            drop(LawLibrary::shipped().clone().take_in("a.ron", text));
        }
    }),
    ("answers", |bytes| {
        let mut bundle = SourceBundle::of_text("played", SCENARIO);
        bundle.files.push(("en.ftl".to_owned(), FTL.into()));
        let mut events = Vec::new();
        let mut session = Session::begin(check(&bundle).scenario.unwrap(), Settings::default(), &mut events);
        let mut wait_ms = 0_u32;
        for line in String::from_utf8_lossy(bytes).lines() {
            match answers::parse(line, &session, wait_ms) {
                Ok(Answer::Wait(ms)) => wait_ms = wait_ms.saturating_add(ms),
                Ok(Answer::Move(input)) => drop(session.apply(&input, &mut events)),
                Ok(Answer::Nothing) | Err(_) => {}
            }
        }
    }),
    ("frames", |bytes| {
        lsp::serve(Cursor::new(bytes.to_vec()), Box::new(io::sink()), Locale::En, true);
    }),
];

const ANSWERS: &str =
    "# the first visit\nwait 2000\nmirror\ngesture Nod\nnote hours\nback\n1\nfill name=told id=masked\ncall\nback 2\n";

/// What an editor sends: hello, a file, a question, a change, goodbye.
fn frames() -> Vec<u8> {
    let file = "file:///hurt/scenario.ron";
    let spot = json!({ "textDocument": { "uri": file }, "position": { "line": 4, "character": 9 } });
    let open = json!({ "textDocument": { "uri": file, "languageId": "ron", "version": 1, "text": SCENARIO } });
    let change = json!({ "textDocument": { "uri": file, "version": 2 }, "contentChanges": [{ "text": "x",
        "range": { "start": { "line": 1, "character": 3 }, "end": { "line": 2, "character": 0 } } }] });
    let ask = |id: u8, method: &str, params: &Value| json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params });
    let tell = |method: &str, params: &Value| json!({ "jsonrpc": "2.0", "method": method, "params": params });
    let nothing = json!(null);
    let sent = [
        ask(1, "initialize", &json!({ "capabilities": {} })),
        tell("initialized", &json!({})),
        tell("textDocument/didOpen", &open),
        ask(2, "textDocument/completion", &spot),
        ask(3, "textDocument/hover", &spot),
        tell("textDocument/didChange", &change),
        ask(4, "textDocument/definition", &spot),
        ask(5, "shutdown", &nothing),
        tell("exit", &nothing),
    ];
    let framed = sent.map(|one| one.to_string()).map(|one| format!("Content-Length: {}\r\n\r\n{one}", one.len()));
    framed.concat().into_bytes()
}

fn looked_over(bundle: &SourceBundle) {
    let found = check(bundle);
    assert_eq!(found.scenario.is_none(), found.diagnostics.iter().any(|one| one.is_error()));
}

fn imported(name: &str, bytes: &[u8]) {
    let text = |text: &str| text.to_owned();
    let words = Words {
        language: "en",
        header: "-",
        header_uudsl: "-",
        untitled: "-",
        visitor: "V",
        todo: "-",
        nowhere: "-",
        subject: &text,
        said: &text,
        go_on: "-",
        leave: "-",
        over: "-",
    };
    drop(import(vec![(name.to_owned(), bytes.to_vec())], &words));
}

fn seeds(kind: usize) -> &'static [u8] {
    static LOG: OnceLock<Vec<u8>> = OnceLock::new();
    static FRAMES: OnceLock<Vec<u8>> = OnceLock::new();
    static ZIP: OnceLock<Vec<u8>> = OnceLock::new();
    match KINDS[kind].0 {
        "scenario" => SCENARIO.as_bytes(),
        "translation" => FTL.as_bytes(),
        "shared" => b"Shared(facts: { \"more\": \"x\" }, nodes: { \"extra\": Line(say: \"y\", then: \"done\") })",
        "sheet" => SHEET.as_bytes(),
        "twee" => TWEE.as_bytes(),
        "xml" => XML.as_bytes(),
        "rubric" => &RUBRIC.as_bytes()[..RUBRIC.len().min(6_000)],
        "answers" => ANSWERS.as_bytes(),
        "frames" => FRAMES.get_or_init(frames),
        "log" => LOG.get_or_init(super::hostile_files::a_short_log),
        _ => ZIP.get_or_init(|| {
            std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/several-files.zip")).unwrap()
        }),
    }
}

/// What is put in, beside bytes: signs that mean something to some reader.
const PIECES: [&str; 40] = [
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "[[",
    "]]",
    "\"",
    "'",
    "“",
    "\\u{1b}",
    "\\",
    "//",
    "/*",
    "*/",
    "<<",
    ">>",
    "<%",
    "<!--",
    "&#0;",
    "=",
    "-> \n *[a] ",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "-1",
    "1e999",
    "18446744073709551616",
    "NaN",
    "Some(",
    "All([",
    "Not(",
    "PK\u{1}\u{2}",
    ",",
    ";",
    "寒心",
];

/// A small generator of our own: which hurts are done is said by the number of the case.
struct Dice(u64);

impl Dice {
    fn new(case: u64) -> Self {
        Self(case.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

fn hurt(case: u64) -> (usize, Vec<u8>) {
    let mut dice = Dice::new(case);
    dice.below(2);
    let kind = dice.below(KINDS.len());
    let mut bytes = seeds(kind).to_vec();
    for _ in 0..=dice.below(5) {
        let at = dice.below(bytes.len());
        let length = dice.below(40).min(bytes.len() - at);
        match dice.below(8) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << dice.below(8),
            1 if !bytes.is_empty() => bytes[at] = dice.below(256) as u8,
            2 => drop(bytes.drain(at..at + length)),
            3 => {
                let piece = bytes[at..at + length].to_vec();
                let to = dice.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            4 | 5 => drop(bytes.splice(at..at, PIECES[dice.below(PIECES.len())].bytes())),
            // Deep or long.
            6 if dice.below(4) == 0 => {
                let piece = PIECES[dice.below(PIECES.len())].repeat(1 << dice.below(13));
                bytes.splice(at..at, piece.into_bytes());
            }
            // A piece of another kind.
            7 => {
                let other = seeds(dice.below(KINDS.len()));
                let from = dice.below(other.len());
                bytes.splice(at..at, other[from..(from + length).min(other.len())].iter().copied());
            }
            _ => bytes.truncate(at),
        }
    }
    (kind, bytes)
}

/// Reads one case; what went wrong, if anything did.
fn tried(case: u64) -> Option<String> {
    let (kind, bytes) = hurt(case);
    let (name, read) = KINDS[kind];
    let begun = Instant::now();
    let done = catch_unwind(AssertUnwindSafe(|| read(&bytes)));
    match (done, begun.elapsed()) {
        (Err(_), _) => Some(format!("case {case} ({name}) panics")),
        (Ok(()), took) if took > LONGEST => Some(format!("case {case} ({name}) takes {took:?}")),
        (Ok(()), _) => None,
    }
}

#[test]
fn what_is_hurt_was_sound() {
    let mut bundle = SourceBundle::of_text("sound", SCENARIO);
    bundle.files.push(("en.ftl".to_owned(), FTL.into()));
    let errors: Vec<_> = check(&bundle).diagnostics.into_iter().filter(|one| one.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(coding::read(SHEET.as_bytes(), Rubric::shipped()).is_ok());
    let short = |kind: usize| log::parse(seeds(kind), Path::new("a.calmlog")).is_ok();
    assert!((0..KINDS.len()).filter(|kind| KINDS[*kind].0 == "log").all(short));
}

#[test]
fn two_hundred_thousand_hurt_files_are_read_to_their_end() {
    if let Some(case) = std::env::var("CALMDESK_CASE").ok().and_then(|case| case.parse().ok()) {
        let (kind, bytes) = hurt(case);
        eprintln!("{}:\n{}", KINDS[kind].0, String::from_utf8_lossy(&bytes));
        KINDS[kind].1(&bytes);
        return;
    }
    let cases = std::env::var("CALMDESK_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    let next = AtomicU64::new(0);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let hands: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let numbers = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
                    numbers.take_while(|case| *case < cases).filter_map(tried).collect::<Vec<String>>()
                })
            })
            .collect();
        hands.into_iter().flat_map(|hand| hand.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{} of {cases}: {:#?}", wrong.len(), &wrong[..wrong.len().min(20)]);
}
