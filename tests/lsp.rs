//! What an author's editor sees: the real `calmdesk lsp`, spoken to over its standard input and output.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tempfile::TempDir;

/// Far more than anything takes; a server that hangs fails here instead of hanging the tests.
const PATIENCE: Duration = Duration::from_secs(60);

struct Editor {
    child: Child,
    input: Option<ChildStdin>,
    heard: Receiver<Value>,
    /// Notifications not asked for yet.
    notes: VecDeque<Value>,
    next: i64,
    dir: TempDir,
}

fn message(reader: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line.trim().is_empty() {
            break;
        }
        if let Some(number) = line.strip_prefix("Content-Length: ") {
            length = number.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

impl Editor {
    /// The server alone, before anything is said.
    fn start(words: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_calmdesk"))
            .arg("lsp")
            .args(words)
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", "en_US.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take(), child.stdout.take().unwrap());
        let (say, heard) = channel();
        std::thread::spawn(move || {
            let mut reader = BufReader::new(output);
            while let Some(message) = message(&mut reader) {
                if say.send(message).is_err() {
                    break;
                }
            }
        });
        Self { child, input, heard, notes: VecDeque::new(), next: 0, dir: TempDir::new().unwrap() }
    }

    /// A server that knows this editor.
    fn open(words: &[&str], capabilities: Value) -> Self {
        let mut editor = Self::start(words);
        editor.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
        editor.tell("initialized", json!({}));
        editor
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
    fn uri(&self, name: &str) -> String {
        format!("file://{}", self.path(name).display())
    }
    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn send(&mut self, value: &Value) {
        let body = serde_json::to_string(value).unwrap();
        let input = self.input.as_mut().unwrap();
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        input.flush().unwrap();
    }
    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }
    fn request(&mut self, method: &str, params: Value) -> i64 {
        self.next += 1;
        let id = self.next;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }
    /// The whole answer.
    fn answer(&mut self, method: &str, params: Value) -> Value {
        let id = self.request(method, params);
        loop {
            let message = self.heard.recv_timeout(PATIENCE).expect("an answer");
            if message.get("id") == Some(&json!(id)) {
                return message;
            }
            self.notes.push_back(message);
        }
    }
    /// What comes of a request that must go well.
    fn ask(&mut self, method: &str, params: Value) -> Value {
        let answer = self.answer(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }
    fn refused(&mut self, method: &str, params: Value) -> String {
        let answer = self.answer(method, params);
        answer["error"]["message"].as_str().unwrap_or_else(|| panic!("{method}: {answer}")).to_owned()
    }

    fn show(&mut self, name: &str, text: &str) {
        let document = json!({ "uri": self.uri(name), "languageId": "calmdesk", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }
    fn change(&mut self, name: &str, version: i32, changes: Value) {
        let document = json!({ "uri": self.uri(name), "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }
    /// The problems shown next for a file.
    fn problems(&mut self, name: &str) -> Vec<Value> {
        let uri = self.uri(name);
        let about = |message: &Value| {
            message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == json!(uri)
        };
        if let Some(at) = self.notes.iter().position(about) {
            let note = self.notes.remove(at).unwrap();
            return note["params"]["diagnostics"].as_array().unwrap().clone();
        }
        loop {
            let message = self.heard.recv_timeout(PATIENCE).expect("problems");
            if about(&message) {
                return message["params"]["diagnostics"].as_array().unwrap().clone();
            }
            self.notes.push_back(message);
        }
    }
    fn at(&self, name: &str, position: Value) -> Value {
        json!({ "textDocument": { "uri": self.uri(name) }, "position": position })
    }
    fn labels(&mut self, name: &str, position: Value) -> Vec<String> {
        let list = self.ask("textDocument/completion", self.at(name, position));
        let items = list["items"].as_array().cloned().unwrap_or_default();
        items.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
    }

    fn leave(mut self) -> Option<i32> {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        self.child.wait().unwrap().code()
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A place in a text as UTF-16 counts it.
fn place(text: &str, wanted: &str, into: usize) -> Value {
    let at = text.find(wanted).unwrap_or_else(|| panic!("{wanted}")) + into;
    let at = text.floor_char_boundary(at);
    let before = &text[..at];
    let line = before.matches('\n').count();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    json!({ "line": line, "character": before[start..].encode_utf16().count() })
}

/// The text with the edits of one file, which come in any order.
fn edited(text: &str, edits: &Value) -> String {
    let offset = |position: &Value| {
        let (line, character) = (position["line"].as_u64().unwrap(), position["character"].as_u64().unwrap());
        let start = text.split_inclusive('\n').take(line as usize).map(str::len).sum::<usize>();
        let mut left = character as usize;
        let mut at = start;
        for c in text[start..].chars() {
            if left == 0 {
                break;
            }
            left -= c.len_utf16();
            at += c.len_utf8();
        }
        at
    };
    let mut changes: Vec<(usize, usize, &str)> = (edits.as_array().unwrap().iter())
        .map(|edit| {
            let range = &edit["range"];
            (offset(&range["start"]), offset(&range["end"]), edit["newText"].as_str().unwrap())
        })
        .collect();
    changes.sort();
    let mut text = text.to_owned();
    for (start, end, new) in changes.into_iter().rev() {
        text.replace_range(start..end, new);
    }
    text
}

const TEXT: &str = r#"Scenario(
    title: "漏水 💧",
    plays_on: "2026-03-09",
    law: ["noise2022"],
    visitors: { "zhang": (name: "张桂芳", role: "五楼住户", persona: "first-visit/unfair") },
    facts: { "leak": "天花板漏水" },
    promises: { "callback": (text: "三天内回电话", due_days: 3) },
    nodes: {
        "arrive": Line(who: "zhang", say: "💧半年了，我真寒心。", cues: [Feeling("寒心"), Fact("leak")]),
        "first": Choice([
            (id: "mirror", say: "您说寒心，我听到了。", acts: [MirrorWords("寒心")], then: "done"),
            (id: "cite", say: "按规定来。", acts: [CitePolicy("noise2022/70")], then: "done"),
        ]),
        "done": End(outcome: Partial, title: "先到这儿", say: "她走了。"),
    },
)
"#;

const ENGLISH: &str = "title = Leak\n# source.mirror: 您说寒心，我听到了。\nnode-first =\n    .mirror = You said so cold.\n    .cite = By the rules.\nfact-leak = The ceiling leaks\nnode-done = So far\n    .text = She left.\n";

fn codes(problems: &[Value]) -> Vec<&str> {
    problems.iter().map(|problem| problem["code"].as_str().unwrap()).collect()
}

mod problems {
    use super::*;

    #[test]
    fn an_unsaved_text_is_checked_as_check_would_and_each_place_is_exact() {
        let mut editor = Editor::open(&["--lang", "zh-CN"], json!({}));
        editor.write("leak/scenario.ron", TEXT);
        let broken = TEXT.replace("Fact(\"leak\")", "Fact(\"leek\")");
        editor.show("leak/scenario.ron", &broken);
        let found = editor.problems("leak/scenario.ron");
        let wrong = found.iter().find(|problem| problem["code"] == "CD0044").unwrap_or_else(|| panic!("{found:?}"));
        let range = json!({ "start": place(&broken, "\"leek\"", 0), "end": place(&broken, "\"leek\"", 6) });
        assert_eq!(wrong["range"], range, "💧 counts two");
        assert_eq!((wrong["severity"].as_i64(), wrong["source"].as_str()), (Some(1), Some("calmdesk")));
        // The same words as `calmdesk check`.
        editor.write("leak/scenario.ron", &broken);
        let path = editor.path("leak").display().to_string();
        let checked = Command::new(env!("CARGO_BIN_EXE_calmdesk"))
            .args(["check", &path, "--format", "json", "--lang", "zh-CN"])
            .output()
            .unwrap();
        let checked: Value = serde_json::from_slice(&checked.stdout).unwrap();
        let said = checked["scenarios"][0]["diagnostics"].as_array().unwrap();
        assert_eq!(codes(&found), codes(said));
        for (shown, said) in found.iter().zip(said) {
            let message = shown["message"].as_str().unwrap();
            assert!(message.starts_with(said["message"].as_str().unwrap()), "{message}");
            assert!(said["help"].as_str().is_none_or(|help| message.ends_with(help)), "{message}");
        }
        // Mended in place, it is gone.
        let start = place(&broken, "leek", 0);
        let end = place(&broken, "leek", 4);
        editor.change("leak/scenario.ron", 2, json!([{ "range": { "start": start, "end": end }, "text": "leak" }]));
        assert!(!codes(&editor.problems("leak/scenario.ron")).contains(&"CD0044"));
        assert_eq!(editor.leave(), Some(0));
    }

    #[test]
    fn a_translation_is_checked_against_the_unsaved_scenario_and_cleared_when_all_is_closed() {
        let mut editor = Editor::open(&["--lang", "en"], json!({}));
        editor.write("leak/scenario.ron", TEXT);
        editor.write("leak/en.ftl", ENGLISH);
        editor.show("leak/en.ftl", &format!("{ENGLISH}fact-gone = nothing\n"));
        assert!(codes(&editor.problems("leak/en.ftl")).contains(&"CD0091"));
        // The scenario on the screen gets that fact, though nothing is saved.
        let facts = "facts: { \"gone\": \"没了\", \"leak\"";
        editor.show("leak/scenario.ron", &TEXT.replace("facts: { \"leak\"", facts));
        assert!(!codes(&editor.problems("leak/en.ftl")).contains(&"CD0091"));
        while !codes(&editor.problems("leak/scenario.ron")).contains(&"CD0106") {}
        for name in ["leak/en.ftl", "leak/scenario.ron"] {
            let uri = editor.uri(name);
            editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
        }
        while !editor.problems("leak/scenario.ron").is_empty() {}
        assert_eq!(editor.leave(), Some(0));
    }

    #[test]
    fn the_editor_s_language_counts_unless_another_is_asked_for() {
        let said = |words: &[&str]| {
            let mut editor = Editor::start(words);
            editor.ask("initialize", json!({ "processId": null, "locale": "zh-cn", "capabilities": {} }));
            editor.tell("initialized", json!({}));
            editor.show("leak/scenario.ron", "Scenario(");
            let found = editor.problems("leak/scenario.ron");
            let open = found.iter().find(|problem| problem["code"] == "CD0021").unwrap();
            open["message"].as_str().unwrap().to_owned()
        };
        assert!(said(&[]).contains("括号"), "{}", said(&[]));
        assert!(said(&["--lang", "en"]).contains("bracket"), "{}", said(&["--lang", "en"]));
    }

    #[test]
    fn bytes_are_counted_where_they_are_agreed_on() {
        let mut editor = Editor::start(&["--lang", "en"]);
        let general = json!({ "general": { "positionEncodings": ["utf-8", "utf-16"] } });
        let welcome = editor.ask("initialize", json!({ "processId": null, "capabilities": general }));
        assert_eq!(welcome["capabilities"]["positionEncoding"], "utf-8");
        editor.tell("initialized", json!({}));
        let text = TEXT.replace("Fact(\"leak\")", "Fact(\"leek\")");
        editor.show("leak/scenario.ron", &text);
        let found = editor.problems("leak/scenario.ron");
        let wrong = found.iter().find(|problem| problem["code"] == "CD0044").unwrap();
        let line = text.lines().find(|line| line.contains("leek")).unwrap();
        assert_eq!(wrong["range"]["start"]["character"].as_u64(), line.find("\"leek\"").map(|at| at as u64));
    }

    #[test]
    fn a_file_that_an_editor_shows_well_but_is_stored_in_gbk_is_told_of() {
        let mut editor = Editor::open(&["--lang", "en"], json!({}));
        let (bytes, ..) = encoding_rs::GBK.encode(TEXT);
        editor.write("leak/scenario.ron", bytes);
        editor.show("leak/scenario.ron", TEXT);
        assert!(codes(&editor.problems("leak/scenario.ron")).contains(&"CD0002"));
    }

    #[test]
    fn translations_of_something_else_are_left_alone() {
        let mut editor = Editor::open(&[], json!({}));
        editor.write("web/app.ftl", "x = y\n");
        editor.show("web/app.ftl", "x = {\n");
        editor.show("leak/scenario.ron", "Scenario(");
        editor.problems("leak/scenario.ron");
        assert!(editor.notes.iter().all(|note| !note.to_string().contains("app.ftl")), "{:?}", editor.notes);
        assert_eq!(
            editor.ask("textDocument/hover", editor.at("web/app.ftl", json!({ "line": 0, "character": 0 }))),
            Value::Null
        );
    }
}

mod completion {
    use super::*;

    /// What is offered where `from` becomes `to`, at its `|` or behind it.
    fn offered(from: &str, to: &str) -> Vec<String> {
        let mut editor = Editor::open(&["--lang", "zh-CN"], json!({}));
        assert!(TEXT.contains(from), "{from}");
        let into = to.find('|').unwrap_or(to.len());
        let to = to.replace('|', "");
        let text = TEXT.replacen(from, &to, 1);
        editor.show("leak/scenario.ron", &text);
        editor.labels("leak/scenario.ron", place(&text, &to, into))
    }

    fn has(offered: &[String], wanted: &[&str], unwanted: &[&str]) {
        for name in wanted {
            assert!(offered.iter().any(|label| label == name), "{name} is not among {offered:?}");
        }
        for name in unwanted {
            assert!(!offered.iter().any(|label| label == name), "{name} is among {offered:?}");
        }
    }

    #[test]
    fn ids_are_offered_where_they_belong() {
        has(&offered("then: \"done\"", "then: \"d"), &["arrive", "first", "done", "return"], &["zhang", "leak"]);
        has(&offered("who: \"zhang\"", "who: \""), &["zhang"], &["arrive"]);
        has(&offered("Fact(\"leak\")", "Fact(\""), &["leak"], &["callback"]);
        has(&offered("MirrorWords(\"寒心\")", "Promise(\""), &["callback"], &["leak"]);
        has(&offered("MirrorWords(\"寒心\")", "MirrorWords(\""), &["寒心"], &["leak"]);
        has(&offered("id: \"cite\"", "when: Chose(\"first\", \""), &["mirror", "2"], &["first"]);
        has(&offered("id: \"cite\"", "feel: { \"|"), &["zhang"], &["arrive"]);
        has(&offered("id: \"cite\"", "feel: { \"zhang\": { Tr|"), &["Trust", "Anger"], &["zhang"]);
        has(&offered("id: \"cite\"", "score: { \"|"), &["mirror", "room"], &["zhang"]);
        has(&offered("id: \"cite\"", "score: { \"mirror\": "), &["Hit", "Miss"], &["mirror"]);
        let topics = "\"talk\": Topics(topics: { \"leak\": (say: \"…\", start: \"|\") }), \"done\": End(";
        has(&offered("\"done\": End(", topics), &["arrive", "talk"], &["leak"]);
        let back = "\"talk\": Topics(topics: { \"since\": (start: \"done\") }, leave: (when: Chose(\"talk\", \"|\"))), \"done\": End(";
        has(&offered("\"done\": End(", back), &["since", "leave"], &["mirror"]);
    }

    #[test]
    fn the_engine_s_own_names_are_offered() {
        has(&offered("acts: [MirrorWords(\"寒心\")]", "acts: [Mir"), &["MirrorWords", "OpenQuestion"], &["Feeling"]);
        has(&offered("cues: [Feeling(\"寒心\"), Fact(\"leak\")]", "cues: ["), &["Feeling", "Vent"], &["MirrorWords"]);
        has(&offered("first-visit/unfair", "first-visit/un"), &["unfair", "agitated"], &[]);
        has(&offered("MirrorWords(\"寒心\")", "IssuePaper(\""), &["path-notice"], &[]);
        has(&offered("outcome: Partial", "outcome: "), &["Resolved", "Lost"], &["Loud"]);
        has(&offered("id: \"cite\"", "when: At"), &["AtLeast", "All"], &["MirrorWords"]);
    }

    #[test]
    fn articles_are_those_of_the_day_with_the_scenario_s_own_first() {
        let articles = offered("noise2022/70", "noise2022/7");
        has(&articles, &["noise2022/70", "xf2022/23"], &[]);
        assert!(articles.iter().any(|one| one.starts_with("psapl2025/")));
        assert!(!articles.iter().any(|one| one.starts_with("psapl2012/")), "not in force in 2026");
        let old = TEXT.replace("2026-03-09", "2023-03-09").replace("noise2022/70", "");
        let mut editor = Editor::open(&[], json!({}));
        editor.show("leak/scenario.ron", &old);
        let list =
            editor.ask("textDocument/completion", editor.at("leak/scenario.ron", place(&old, "CitePolicy(\"", 12)));
        let mut items = list["items"].as_array().unwrap().clone();
        items.sort_by_key(|item| item["sortText"].as_str().unwrap().to_owned());
        assert!(items[0]["label"].as_str().unwrap().starts_with("noise2022/"));
        assert!(items.iter().any(|item| item["label"].as_str().unwrap().starts_with("psapl2012/")));
    }

    #[test]
    fn fields_are_offered_once_and_explained_by_the_guide() {
        let fields = offered("(id: \"cite\", ", "(id: \"cite\", w| ");
        has(&fields, &["when", "to", "gesture"], &["id", "say", "then"]);
        let mut editor = Editor::open(&["--lang", "zh-CN"], json!({}));
        let text = TEXT.replace("(id: \"cite\", ", "(id: \"cite\", wh ");
        editor.show("leak/scenario.ron", &text);
        let list = editor.ask("textDocument/completion", editor.at("leak/scenario.ron", place(&text, ", wh", 4)));
        let when = list["items"].as_array().unwrap().iter().find(|item| item["label"] == "when").unwrap().clone();
        assert_eq!(when["detail"], "什么情况下才有这个选项");
        assert_eq!(edited(&text, &json!([when["textEdit"]])), text.replace(", wh", ", when: "));
    }

    #[test]
    fn a_chosen_persona_or_article_replaces_only_its_part() {
        let mut editor = Editor::open(&[], json!({}));
        let text = TEXT.replace("first-visit/unfair", "first-visit/un/plain");
        editor.show("leak/scenario.ron", &text);
        let list = editor.ask("textDocument/completion", editor.at("leak/scenario.ron", place(&text, "/un/", 3)));
        let one = list["items"].as_array().unwrap().iter().find(|item| item["label"] == "unfair").unwrap().clone();
        assert_eq!(edited(&text, &json!([one["textEdit"]])), text.replace("/un/", "/unfair/"));
    }

    #[test]
    fn snippets_come_only_to_those_who_know_them() {
        for (can, wanted) in [(true, "MirrorWords(\"$1\")"), (false, "MirrorWords(\"\")")] {
            let item = json!({ "completionItem": { "snippetSupport": can } });
            let mut editor = Editor::open(&[], json!({ "textDocument": { "completion": item } }));
            let text = TEXT.replace("acts: [MirrorWords(\"寒心\")]", "acts: []");
            editor.show("leak/scenario.ron", &text);
            let list =
                editor.ask("textDocument/completion", editor.at("leak/scenario.ron", place(&text, "acts: [", 7)));
            let one =
                list["items"].as_array().unwrap().iter().find(|item| item["label"] == "MirrorWords").unwrap().clone();
            assert_eq!(one["textEdit"]["newText"], wanted);
        }
    }

    #[test]
    fn a_translation_is_offered_what_it_lacks() {
        let mut editor = Editor::open(&[], json!({}));
        editor.write("leak/scenario.ron", TEXT);
        editor.show("leak/en.ftl", &format!("{ENGLISH}\nno"));
        let line = ENGLISH.matches('\n').count() + 1;
        let labels = editor.labels("leak/en.ftl", json!({ "line": line, "character": 2 }));
        has(&labels, &["node-arrive", "visitor-zhang"], &["node-first", "fact-leak"]);
    }
}

mod hover {
    use super::*;

    fn shown(editor: &mut Editor, text: &str, wanted: &str) -> String {
        let hover = editor.ask("textDocument/hover", editor.at("leak/scenario.ron", place(text, wanted, 1)));
        hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }

    #[test]
    fn names_are_explained_in_the_reader_s_language() {
        let mut editor = Editor::open(&["--lang", "zh-CN"], json!({}));
        editor.show("leak/scenario.ron", TEXT);
        for (at, wanted) in [
            ("MirrorWords", &["复述原词", "L07", "怎么做更好"][..]),
            ("noise2022/70", &["噪声污染防治法", "第七十条", "2022-06-05"]),
            ("unfair", &["公道", "Y02"]),
            ("\"first\": Choice", &["Choice", "您说寒心"]),
            ("then: \"done\"", &["接着走哪儿"]),
            ("who: \"zhang\"", &["谁说"]),
            ("Feeling(", &["一字不差"]),
        ] {
            let said = shown(&mut editor, TEXT, at);
            for words in wanted {
                assert!(said.contains(words), "{at}: {said}");
            }
        }
        let at = editor.at("leak/scenario.ron", place(TEXT, "\"zhang\", say", 2));
        let said = editor.ask("textDocument/hover", at)["contents"]["value"].as_str().unwrap().to_owned();
        assert!(said.contains("张桂芳") && said.contains("五楼住户"), "{said}");
    }

    #[test]
    fn an_article_of_another_day_says_so() {
        let text = TEXT.replace("2026-03-09", "2020-03-09");
        let mut editor = Editor::open(&["--lang", "en"], json!({}));
        editor.show("leak/scenario.ron", &text);
        assert!(shown(&mut editor, &text, "noise2022/70").contains("2020-03-09"));
    }

    #[test]
    fn the_original_stands_over_a_translation() {
        let mut editor = Editor::open(&[], json!({}));
        editor.write("leak/scenario.ron", TEXT);
        editor.show("leak/en.ftl", ENGLISH);
        let hover = editor.ask("textDocument/hover", editor.at("leak/en.ftl", place(ENGLISH, ".cite", 3)));
        assert!(hover["contents"]["value"].as_str().unwrap().contains("按规定来"), "{hover}");
    }
}

mod names {
    use super::*;

    fn renamed(editor: &mut Editor, name: &str, position: Value, new: &str) -> (String, String) {
        let mut params = editor.at(name, position);
        params["newName"] = json!(new);
        let edit = editor.ask("textDocument/rename", params);
        let of = |name: &str, text: &str| {
            let edits = &edit["changes"][editor.uri(name)];
            if edits.is_null() { text.to_owned() } else { edited(text, edits) }
        };
        (of("leak/scenario.ron", TEXT), of("leak/en.ftl", ENGLISH))
    }

    fn ready(capabilities: Value) -> Editor {
        let mut editor = Editor::open(&["--lang", "en"], capabilities);
        editor.write("leak/scenario.ron", TEXT);
        editor.write("leak/en.ftl", ENGLISH);
        editor.show("leak/scenario.ron", TEXT);
        editor
    }

    #[test]
    fn from_a_mention_one_comes_to_the_declaration_and_to_all_others() {
        let mut editor = ready(json!({}));
        let there =
            editor.ask("textDocument/definition", editor.at("leak/scenario.ron", place(TEXT, "then: \"done", 8)));
        assert_eq!(there["range"]["start"], place(TEXT, "\"done\": End", 1));
        let there = editor.ask("textDocument/definition", editor.at("leak/en.ftl", place(ENGLISH, ".mirror =", 2)));
        assert_eq!(there["range"]["start"], place(TEXT, "\"mirror\"", 1));
        let there = editor
            .ask("textDocument/definition", editor.at("leak/scenario.ron", place(TEXT, "MirrorWords(\"寒心", 15)));
        assert_eq!(there["range"]["start"], place(TEXT, "Feeling(\"寒心", 9));
        for (declaration, number) in [(true, 4), (false, 3)] {
            let mut params = editor.at("leak/scenario.ron", place(TEXT, "\"done\": End", 2));
            params["context"] = json!({ "includeDeclaration": declaration });
            let all = editor.ask("textDocument/references", params);
            assert_eq!(all.as_array().unwrap().len(), number, "{all}");
        }
        let marked = editor
            .ask("textDocument/documentHighlight", editor.at("leak/scenario.ron", place(TEXT, "\"done\": End", 2)));
        assert_eq!(marked.as_array().unwrap().len(), 3);
    }

    #[test]
    fn a_renamed_id_is_another_in_every_file_and_the_scenario_stays_the_same() {
        let mut editor = ready(json!({}));
        let before = checked(TEXT, ENGLISH);
        for (at, into, new) in [
            ("\"done\": End", 2, "so-far"),
            ("\"first\": Choice", 2, "first_words"),
            ("Fact(\"leak\")", 7, "dripping"),
            ("\"callback\": (", 3, "ring_back"),
            ("\"mirror\", say", 3, "2nd"),
            ("who: \"zhang\"", 7, "zhang_guifang"),
        ] {
            let (scenario, english) = renamed(&mut editor, "leak/scenario.ron", place(TEXT, at, into), new);
            assert!(scenario.contains(&format!("\"{new}\"")) && scenario != TEXT, "{new}: {scenario}");
            assert_eq!(checked(&scenario, &english), before, "{new}: {english}");
        }
        let (_, english) = renamed(&mut editor, "leak/en.ftl", place(ENGLISH, ".mirror =", 2), "2nd");
        assert!(english.contains(".option-2nd =") && english.contains("# source.option-2nd:"), "{english}");
    }

    #[test]
    fn what_an_option_says_of_its_own_reason_goes_along() {
        let set = "(id: \"mirror\", feel: { \"zhang\": { Trust: 0.1 } }, why: \"她在意\", ";
        let scenario = TEXT.replace("(id: \"mirror\", ", set);
        let english = ENGLISH.replace("    .cite", "    .mirror-why = She minds\n    .cite");
        let mut editor = Editor::open(&[], json!({}));
        editor.write("leak/scenario.ron", &scenario);
        editor.write("leak/en.ftl", &english);
        editor.show("leak/scenario.ron", &scenario);
        let before = checked(&scenario, &english);
        let mut params = editor.at("leak/scenario.ron", place(&scenario, "\"mirror\"", 2));
        params["newName"] = json!("echo");
        let edit = editor.ask("textDocument/rename", params);
        let scenario = edited(&scenario, &edit["changes"][editor.uri("leak/scenario.ron")]);
        let english = edited(&english, &edit["changes"][editor.uri("leak/en.ftl")]);
        assert!(english.contains(".echo-why = She minds"), "{english}");
        assert_eq!(checked(&scenario, &english), before);
    }

    /// The codes that `check` finds, in order.
    fn checked(scenario: &str, english: &str) -> Vec<String> {
        let bundle = calmdesk::scenario::SourceBundle {
            id: "leak".to_owned(),
            files: vec![("en.ftl".to_owned(), english.into()), ("scenario.ron".to_owned(), scenario.into())],
        };
        let problems = calmdesk::lint::check(&bundle).diagnostics;
        let mut codes: Vec<String> = problems.iter().map(|problem| problem.code.to_string()).collect();
        codes.sort();
        codes
    }

    #[test]
    fn what_cannot_be_renamed_says_why() {
        let mut editor = ready(json!({}));
        let mut refused = |at: Value, new: &str| {
            let mut params = editor.at("leak/scenario.ron", at);
            params["newName"] = json!(new);
            editor.refused("textDocument/rename", params)
        };
        let done = place(TEXT, "\"done\": End", 2);
        assert!(refused(done.clone(), "Done").contains("lower-case"));
        assert!(refused(done.clone(), "return").contains("return"));
        assert!(refused(done, "arrive").contains("exists"));
        assert!(refused(place(TEXT, "MirrorWords(\"寒心", 15), "x").contains("letter"));
        assert!(refused(place(TEXT, "title", 0), "x").contains("no id"));
        let at = editor.at("leak/scenario.ron", place(TEXT, "\"done\": End", 2));
        assert_eq!(editor.ask("textDocument/prepareRename", at)["placeholder"], "done");
    }

    #[test]
    fn versions_are_told_where_the_editor_asks_for_them() {
        let mut editor = ready(json!({ "workspace": { "workspaceEdit": { "documentChanges": true } } }));
        let mut params = editor.at("leak/scenario.ron", place(TEXT, "\"done\": End", 2));
        params["newName"] = json!("over");
        let edit = editor.ask("textDocument/rename", params);
        let files = edit["documentChanges"].as_array().unwrap();
        assert_eq!(files.len(), 2);
        assert!(files.iter().any(|file| file["textDocument"]["version"] == 1));
        assert!(files.iter().any(|file| file["textDocument"]["version"].is_null()), "not open");
    }

    #[test]
    fn the_outline_shows_the_nodes_with_their_first_words() {
        let nested = json!({ "textDocument": { "documentSymbol": { "hierarchicalDocumentSymbolSupport": true } } });
        let mut editor = ready(nested);
        let uri = editor.uri("leak/scenario.ron");
        let symbols = editor.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } }));
        let nodes = symbols.as_array().unwrap().iter().find(|one| one["name"] == "nodes").unwrap();
        let names: Vec<&str> =
            nodes["children"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["arrive", "first", "done"]);
        assert!(nodes["children"][0]["detail"].as_str().unwrap().contains("半年了"));
        let mut flat = ready(json!({}));
        let uri = flat.uri("leak/scenario.ron");
        let symbols = flat.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } }));
        assert!(
            symbols.as_array().unwrap().iter().any(|one| one["name"] == "first" && one["containerName"] == "nodes")
        );
    }
}

mod mending {
    use super::*;

    fn literal() -> Value {
        let kinds = json!({ "codeActionKind": { "valueSet": ["quickfix"] } });
        json!({ "textDocument": { "codeAction": { "codeActionLiteralSupport": kinds } } })
    }

    /// The titles of what can be done at a place, with the text that comes of each.
    fn mends(text: &str, at: &str) -> Vec<(String, String)> {
        let mut editor = Editor::open(&["--lang", "en"], literal());
        editor.show("leak/scenario.ron", text);
        let here = place(text, at, 1);
        let uri = editor.uri("leak/scenario.ron");
        let params = json!({
            "textDocument": { "uri": uri }, "range": { "start": here, "end": here }, "context": { "diagnostics": [] },
        });
        let actions = editor.ask("textDocument/codeAction", params);
        (actions.as_array().unwrap().iter())
            .map(|action| {
                assert!(!action["diagnostics"].as_array().unwrap().is_empty(), "{action}");
                let edits = &action["edit"]["changes"][&uri];
                (action["title"].as_str().unwrap().to_owned(), edited(text, edits))
            })
            .collect()
    }

    fn after(text: &str) -> Vec<String> {
        let problems = calmdesk::lint::check(&calmdesk::scenario::SourceBundle::of_text("leak", text)).diagnostics;
        problems.iter().map(|problem| problem.code.to_string()).collect()
    }

    #[test]
    fn a_misspelt_name_becomes_the_one_that_was_meant() {
        for (right, wrong, at) in [
            ("Fact(\"leak\")", "Fact(\"leek\")", "leek"),
            ("MirrorWords(", "MirorWords(", "Miror"),
            ("then: \"done\"", "then: \"don\"", "\"don\""),
            ("noise2022/70", "noise2020/70", "noise2020/"),
            ("first-visit/unfair", "first-visit/unfare", "unfare"),
            ("outcome:", "outcom:", "outcom:"),
            ("Partial", "Partiall", "Partiall"),
        ] {
            let text = TEXT.replacen(right, wrong, 1);
            let meant = mends(&text, at);
            assert!(meant.iter().any(|(_, text)| text == TEXT), "{wrong}: {meant:?}");
        }
    }

    #[test]
    fn the_signs_of_a_chinese_keyboard_are_replaced_one_by_one_or_all_at_once() {
        let text = TEXT.replace("outcome: Partial,", "outcome： Partial，");
        let offered = mends(&text, "outcome：");
        assert!(offered.is_empty(), "nothing is wrong with the word itself: {offered:?}");
        let offered = mends(&text, "： Partial");
        assert!(offered.iter().any(|(title, text)| title.contains('2') && text == TEXT), "{offered:?}");
    }

    #[test]
    fn a_warning_can_be_allowed_where_it_stands_with_a_reason_to_be_filled_in() {
        // The fact is told in no line; and one line is said too long for a breath.
        let fact = TEXT.replace(", Fact(\"leak\")", "");
        for (text, at, code) in [(fact.as_str(), "\"leak\": \"天", "CD0106"), (TEXT, "\"callback\": (", "CD0107")] {
            if !after(text).contains(&code.to_owned()) {
                continue;
            }
            let offered = mends(text, at);
            let (_, allowed) =
                offered.iter().find(|(title, _)| title.contains(code)).unwrap_or_else(|| panic!("{offered:?}"));
            let codes = after(allowed);
            assert!(!codes.contains(&code.to_owned()) && codes.contains(&"CD0117".to_owned()), "{codes:?}\n{allowed}");
            let reasoned = allowed.replace("\": \"\"", "\": \"以后再说\"");
            assert!(!after(&reasoned).contains(&"CD0117".to_owned()), "{reasoned}");
        }
    }

    #[test]
    fn an_option_and_a_node_allow_for_themselves() {
        let long = "您".repeat(61);
        let text = TEXT.replace("say: \"按规定来。\"", &format!("say: \"{long}\""));
        let offered = mends(&text, &long);
        let (_, allowed) =
            offered.iter().find(|(title, _)| title.contains("CD0109")).unwrap_or_else(|| panic!("{offered:?}"));
        assert!(!after(allowed).contains(&"CD0109".to_owned()), "{allowed}");
        let line = allowed.lines().find(|line| line.contains(&long)).unwrap();
        assert!(line.contains("allow: { \"CD0109\": \"\" }"), "{line}");
        // A second one joins the first.
        let twice = mends(allowed, &long);
        for (_, text) in twice.iter().filter(|(title, _)| title.contains("llow")) {
            assert_eq!(text.matches("allow:").count(), 1, "{text}");
        }
        let speech = "水".repeat(200);
        let text = TEXT.replace("💧半年了，", &speech);
        let offered = mends(&text, &speech);
        let (_, allowed) =
            offered.iter().find(|(title, _)| title.contains("CD0110")).unwrap_or_else(|| panic!("{offered:?}"));
        assert!(!after(allowed).contains(&"CD0110".to_owned()), "{allowed}");
    }
}

mod shared {
    use super::*;

    const MAIN: &str = "Scenario(\n    title: \"t\",\n    plays_on: \"2026-03-09\",\n    include: [\"shared/opening.ron\"],\n    visitors: { \"wang\": (name: \"w\", persona: \"wary\") },\n    nodes: {\n        \"first\": Line(who: \"wang\", say: \"…\", then: \"asks\"),\n    },\n)\n";
    const SHARED: &str = "Shared(\n    personas: { \"wary\": (base: \"guarded\") },\n    nodes: {\n        \"asks\": Line(who: \"wang\", say: \"您说。\", then: \"end\"),\n        \"end\": End(outcome: Partial, title: \"e\", say: \"e\"),\n    },\n)\n";

    fn both(editor: &Editor) {
        editor.write("all/leak/scenario.ron", MAIN);
        editor.write("all/shared/opening.ron", SHARED);
    }

    #[test]
    fn a_file_that_is_taken_in_is_checked_where_it_lies_with_the_scenario_around_it() {
        let mut editor = Editor::open(&["--lang", "en"], json!({}));
        both(&editor);
        // Only the shared file is open; what it says is asked of the scenario that takes it in.
        editor.show("all/shared/opening.ron", &SHARED.replace("who: \"wang\"", "who: \"wong\""));
        let found = editor.problems("all/shared/opening.ron");
        assert!(codes(&found).contains(&"CD0046"), "{found:?}");
        let offered = editor.labels("all/shared/opening.ron", place(&SHARED.replace("wang", "wong"), "who: \"wong", 8));
        assert!(offered.contains(&"wang".to_owned()), "{offered:?}");
        editor.change("all/shared/opening.ron", 2, json!([{ "text": SHARED }]));
        while codes(&editor.problems("all/shared/opening.ron")).contains(&"CD0046") {}
    }

    #[test]
    fn names_lead_across_the_files_and_are_renamed_in_all_of_them() {
        let mut editor = Editor::open(&[], json!({}));
        both(&editor);
        editor.show("all/leak/scenario.ron", MAIN);
        let there =
            editor.ask("textDocument/definition", editor.at("all/leak/scenario.ron", place(MAIN, "\"asks\"", 2)));
        assert_eq!(there["uri"], json!(editor.uri("all/shared/opening.ron")));
        assert_eq!(there["range"]["start"], place(SHARED, "\"asks\"", 1));
        for (at, new) in [("\"asks\"", "question"), ("\"wary\"", "careful"), ("\"wang\": (", "wang-li")] {
            let mut params = editor.at("all/leak/scenario.ron", place(MAIN, at, 2));
            params["newName"] = json!(new);
            let edit = editor.ask("textDocument/rename", params);
            let main = edited(MAIN, &edit["changes"][editor.uri("all/leak/scenario.ron")]);
            let shared = edited(SHARED, &edit["changes"][editor.uri("all/shared/opening.ron")]);
            let files = vec![
                ("scenario.ron".to_owned(), main.clone().into()),
                ("shared/opening.ron".to_owned(), shared.clone().into()),
            ];
            let loaded = calmdesk::scenario::load(&calmdesk::scenario::SourceBundle { id: "leak".to_owned(), files });
            assert_eq!(loaded.errors(), 0, "{:?}\n{main}\n{shared}", loaded.diagnostics);
            assert!(main.contains(new) && shared.contains(new));
        }
        let hover = editor.ask("textDocument/hover", editor.at("all/leak/scenario.ron", place(MAIN, "\"asks\"", 2)));
        assert!(hover["contents"]["value"].as_str().unwrap().contains("您说"), "{hover}");
    }

    #[test]
    fn what_is_asked_for_but_not_saved_yet_is_taken_in_too() {
        let mut editor = Editor::open(&[], json!({}));
        both(&editor);
        editor.write("all/leak/scenario.ron", MAIN.replace("    include: [\"shared/opening.ron\"],\n", ""));
        editor.show("all/leak/scenario.ron", MAIN);
        let found = editor.problems("all/leak/scenario.ron");
        assert!(found.iter().all(|one| one["severity"] != 1), "{found:?}");
        // A file outside of the scenarios is never read, whatever is typed.
        editor.write("secret.ron", SHARED);
        editor.change(
            "all/leak/scenario.ron",
            2,
            json!([{ "text": MAIN.replace("shared/opening.ron", "../../secret.ron") }]),
        );
        while editor.problems("all/leak/scenario.ron").iter().all(|one| one["severity"] != 1) {}
    }
}

mod papers {
    use super::*;

    const FORM: &str = "Scenario(\n    title: \"t\",\n    plays_on: \"2026-03-09\",\n    visitors: { \"wang\": (name: \"w\") },\n    facts: { \"leak\": \"漏\" },\n    nodes: {\n        \"says\": Line(who: \"wang\", say: \"漏了。\", cues: [Fact(\"leak\")]),\n        \"register\": Form(paper: \"registration-form\", fields: {\n            \"what\": (label: \"事由\", entries: [(id: \"told\", write: \"漏水\", is: Fact(\"leak\")), (id: \"more\", write: \"全漏\")]),\n        }, then: \"fork\"),\n        \"fork\": Branch(ways: [(when: Wrote(\"register\", \"what\", \"told\"), then: \"end\")], otherwise: \"end\"),\n        \"end\": End(outcome: Partial, title: \"e\", say: \"e\"),\n    },\n)\n";
    const ENGLISH: &str = "title = t\nvisitor-wang = w\nfact-leak = leak\nnode-says = It leaks.\nnode-register =\n    .what = Cause\n    .what-told = A leak\n    .what-more = All of it\nnode-end = e\n    .text = e\n";

    #[test]
    fn fields_and_entries_are_offered_found_and_renamed_with_their_translation() {
        let mut editor = Editor::open(&[], json!({}));
        editor.write("leak/scenario.ron", FORM);
        editor.write("leak/en.ftl", ENGLISH);
        editor.show("leak/scenario.ron", FORM);
        let found = editor.problems("leak/scenario.ron");
        assert!(found.iter().all(|one| one["severity"] != 1), "{found:?}");
        let name = "leak/scenario.ron";
        assert_eq!(editor.labels(name, place(FORM, "Wrote(\"register\", \"what", 21)), ["what"]);
        assert_eq!(editor.labels(name, place(FORM, "\"what\", \"told\")", 9)), ["told", "more"]);
        assert!(editor.labels(name, place(FORM, "is: Fact", 6)).contains(&"Invented".to_owned()));
        for (at, new) in [("\"what\": (", "cause"), ("\"told\", write", "said")] {
            let mut params = editor.at(name, place(FORM, at, 2));
            params["newName"] = json!(new);
            let edit = editor.ask("textDocument/rename", params);
            let ron = edited(FORM, &edit["changes"][editor.uri(name)]);
            let english = edited(ENGLISH, &edit["changes"][editor.uri("leak/en.ftl")]);
            let files =
                vec![("en.ftl".to_owned(), english.clone().into()), ("scenario.ron".to_owned(), ron.clone().into())];
            let loaded = calmdesk::scenario::load(&calmdesk::scenario::SourceBundle { id: "leak".to_owned(), files });
            assert!(loaded.diagnostics.is_empty(), "{:?}\n{ron}\n{english}", loaded.diagnostics);
            assert!(ron.matches(new).count() == 2 && english.contains(new), "{ron}");
        }
    }
}

mod vsix {
    use super::*;

    #[test]
    fn the_extension_is_saved_whole_and_the_same_each_time() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("calmdesk.vsix");
        for _ in 0..2 {
            let output = Command::new(env!("CARGO_BIN_EXE_calmdesk"))
                .args(["lsp", "--lang", "zh-CN", "--vsix"])
                .arg(&path)
                .output()
                .unwrap();
            assert!(output.status.success());
            assert!(String::from_utf8_lossy(&output.stdout).contains("从 VSIX 安装"));
            assert_eq!(std::fs::read(&path).unwrap(), calmdesk::lsp::vsix::bytes());
        }
        let files = unpacked(&std::fs::read(&path).unwrap());
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        for wanted in
            ["[Content_Types].xml", "extension.vsixmanifest", "extension/package.json", "extension/extension.js"]
        {
            assert!(names.contains(&wanted), "{wanted}: {names:?}");
        }
        let package: Value =
            serde_json::from_slice(&files.iter().find(|(name, _)| name.ends_with("package.json")).unwrap().1).unwrap();
        let main = package["main"].as_str().unwrap().trim_start_matches("./");
        assert!(names.contains(&format!("extension/{main}").as_str()));
        // Whatever a text stands for is said in both languages.
        for name in ["package.nls.json", "package.nls.zh-cn.json"] {
            let text = &files.iter().find(|(known, _)| known.ends_with(name)).unwrap().1;
            let texts: Value = serde_json::from_slice(text).unwrap();
            for asked in package.to_string().split("\"%").skip(1).filter_map(|rest| rest.split('%').next()) {
                assert!(texts[asked].is_string(), "{name}: {asked}");
            }
        }
    }

    /// The files of an archive that packs nothing, by its directory.
    fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
        let number = |at: usize, width: usize| {
            bytes[at..at + width].iter().rev().fold(0usize, |sum, b| sum << 8 | usize::from(*b))
        };
        let end = bytes.len() - 22;
        assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
        let mut at = number(end + 16, 4);
        let mut files = Vec::new();
        for _ in 0..number(end + 10, 2) {
            assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
            let (crc, size, name, start) =
                (number(at + 16, 4), number(at + 24, 4), number(at + 28, 2), number(at + 42, 4));
            let text = String::from_utf8(bytes[at + 46..at + 46 + name].to_vec()).unwrap();
            assert_eq!(&bytes[start..start + 4], b"PK\x03\x04");
            assert_eq!(&bytes[start + 30..start + 30 + name], text.as_bytes());
            let body = bytes[start + 30 + name..start + 30 + name + size].to_vec();
            assert_eq!(crc32fast::hash(&body) as usize, crc, "{text}");
            files.push((text, body));
            at += 46 + name;
        }
        files
    }
}

mod layout {
    use super::*;

    #[test]
    fn formatting_is_fmt_and_changes_only_what_differs() {
        let mut editor = Editor::open(&[], json!({}));
        let tidy = String::from_utf8(calmdesk::authoring::format::format(TEXT.as_bytes()).unwrap()).unwrap();
        let messy = tidy.replace("            (id: \"cite\"", "  (id: \"cite\"");
        assert_ne!(messy, tidy);
        editor.show("leak/scenario.ron", &messy);
        let uri = editor.uri("leak/scenario.ron");
        let params = json!({ "textDocument": { "uri": uri }, "options": { "tabSize": 4, "insertSpaces": true } });
        let edits = editor.ask("textDocument/formatting", params.clone());
        assert_eq!(edited(&messy, &edits), tidy);
        let range = &edits[0]["range"];
        assert_eq!(
            range["end"]["line"].as_u64(),
            range["start"]["line"].as_u64().map(|line| line + 1),
            "one line only"
        );
        editor.change("leak/scenario.ron", 2, json!([{ "text": tidy }]));
        assert_eq!(editor.ask("textDocument/formatting", params.clone()), json!([]));
        editor.change("leak/scenario.ron", 3, json!([{ "text": "Scenario(" }]));
        assert_eq!(editor.ask("textDocument/formatting", params), Value::Null, "a broken file is left alone");
    }
}

mod protocol {
    use super::*;

    #[test]
    fn exit_codes_tell_a_goodbye_from_a_breakdown() {
        assert_eq!(Editor::open(&[], json!({})).leave(), Some(0));
        let mut rude = Editor::open(&[], json!({}));
        rude.tell("exit", Value::Null);
        assert_eq!(rude.child.wait().unwrap().code(), Some(1));
        let mut gone = Editor::open(&[], json!({}));
        drop(gone.input.take());
        assert_eq!(gone.child.wait().unwrap().code(), Some(1));
        let mut early = Editor::start(&[]);
        early.tell("exit", Value::Null);
        assert_eq!(early.child.wait().unwrap().code(), Some(1));
    }

    #[test]
    fn what_comes_too_early_too_late_or_is_unknown_is_refused_by_its_code() {
        let mut editor = Editor::start(&[]);
        let code = |answer: Value| answer["error"]["code"].as_i64();
        assert_eq!(code(editor.answer("textDocument/hover", json!({}))), Some(-32002));
        editor.ask("initialize", json!({ "processId": null, "capabilities": {} }));
        editor.tell("initialized", json!({}));
        assert_eq!(code(editor.answer("initialize", json!({ "capabilities": {} }))), Some(-32600));
        assert_eq!(code(editor.answer("calmdesk/nonsense", json!({}))), Some(-32601));
        assert_eq!(code(editor.answer("textDocument/hover", json!({ "position": 3 }))), Some(-32602));
        editor.tell("$/nonsense", json!({}));
        editor.tell("textDocument/didChange", json!({ "nonsense": true }));
        editor.ask("shutdown", Value::Null);
        assert_eq!(code(editor.answer("textDocument/hover", json!({}))), Some(-32600));
        editor.tell("exit", Value::Null);
        assert_eq!(editor.child.wait().unwrap().code(), Some(0));
    }

    #[test]
    fn each_request_is_answered_once_even_if_it_is_taken_back() {
        let mut editor = Editor::open(&[], json!({}));
        editor.show("leak/scenario.ron", TEXT);
        let params = editor.at("leak/scenario.ron", place(TEXT, "MirrorWords", 2));
        let ids: Vec<i64> = (0..40).map(|_| editor.request("textDocument/hover", params.clone())).collect();
        for id in &ids {
            editor.tell("$/cancelRequest", json!({ "id": id }));
        }
        editor.ask("textDocument/hover", params);
        let answers: Vec<Value> = editor.notes.iter().filter(|note| note.get("id").is_some()).cloned().collect();
        for id in ids {
            let of_id: Vec<&Value> = answers.iter().filter(|answer| answer["id"] == json!(id)).collect();
            assert_eq!(of_id.len(), 1, "{id}");
            let whole = of_id[0]["result"]["contents"].is_object();
            assert!(whole || of_id[0]["error"]["code"] == -32800, "{}", of_id[0]);
        }
        assert_eq!(editor.leave(), Some(0));
    }

    #[test]
    fn other_programs_changes_are_asked_for_and_seen() {
        let watching = json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } });
        let mut editor = Editor::open(&["--lang", "en"], watching);
        editor.write("leak/scenario.ron", TEXT);
        editor.write("leak/en.ftl", ENGLISH);
        editor.show("leak/scenario.ron", TEXT);
        while !codes(&editor.problems("leak/en.ftl")).contains(&"CD0092") {}
        let asked = editor.notes.iter().any(|note| note["method"] == "client/registerCapability");
        assert!(asked, "{:?}", editor.notes);
        editor.write("leak/en.ftl", "what is this\n");
        let changed = json!({ "changes": [{ "uri": editor.uri("leak/en.ftl"), "type": 2 }] });
        editor.tell("workspace/didChangeWatchedFiles", changed);
        assert!(codes(&editor.problems("leak/en.ftl")).contains(&"CD0090"));
    }
}

mod hardiness {
    use super::*;

    fn whole() -> String {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/noise-upstairs/scenario.ron");
        std::fs::read_to_string(path).unwrap()
    }

    /// Asks for everything at a place; the server must answer each time.
    fn ask_all(editor: &mut Editor, name: &str, position: &Value) {
        let mut params = editor.at(name, position.clone());
        params["newName"] = json!("other");
        params["context"] = json!({ "includeDeclaration": true, "diagnostics": [], "triggerKind": 1 });
        params["range"] = json!({ "start": position, "end": position });
        params["options"] = json!({ "tabSize": 4, "insertSpaces": true });
        for method in [
            "completion",
            "hover",
            "definition",
            "references",
            "documentHighlight",
            "documentSymbol",
            "prepareRename",
            "rename",
            "formatting",
            "codeAction",
        ] {
            let answer = editor.answer(&format!("textDocument/{method}"), params.clone());
            let refused = answer["error"]["code"].as_i64();
            assert!(refused.is_none_or(|code| code == -32803), "{method}: {answer}");
        }
    }

    fn edits() -> impl Strategy<Value = Vec<(u32, u32, u32, u32, String)>> {
        let text = prop_oneof![
            "[\"()\\[\\]{}:,，：“”/\\\\*rb#.!\n\r]{0,4}",
            "[a-z寒😀\u{feff}\u{202e}]{0,3}",
            Just("allow: { \"CD0106 ".to_owned()),
            Just("nodes: { \"x\": Choice([(".to_owned()),
        ];
        prop::collection::vec((0u32..420, 0u32..90, 0u32..3, 0u32..90, text), 1..6)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_that_is_typed_anywhere_brings_the_server_down(edits in edits(), at in (0u32..430, 0u32..120)) {
            let mut editor = Editor::open(&[], json!({}));
            editor.write("leak/scenario.ron", whole());
            editor.show("leak/scenario.ron", &whole());
            editor.show("leak/en.ftl", ENGLISH);
            for (version, (line, from, lines, to, text)) in edits.into_iter().enumerate() {
                let range = json!({
                    "start": { "line": line, "character": from }, "end": { "line": line + lines, "character": to },
                });
                editor.change("leak/scenario.ron", version as i32 + 2, json!([{ "range": range, "text": text }]));
                ask_all(&mut editor, "leak/scenario.ron", &json!({ "line": line, "character": from }));
            }
            ask_all(&mut editor, "leak/scenario.ron", &json!({ "line": at.0, "character": at.1 }));
            ask_all(&mut editor, "leak/en.ftl", &json!({ "line": at.0 % 9, "character": at.1 % 30 }));
            editor.problems("leak/scenario.ron");
            prop_assert_eq!(editor.leave(), Some(0));
        }
    }

    #[test]
    fn each_beginning_of_a_scenario_can_be_asked_about_at_its_end() {
        let mut editor = Editor::open(&[], json!({}));
        let text = TEXT;
        editor.show("leak/scenario.ron", text);
        for (version, (at, _)) in text.char_indices().enumerate() {
            let cut = &text[..at];
            editor.change("leak/scenario.ron", version as i32 + 2, json!([{ "text": cut }]));
            let line = cut.matches('\n').count();
            let start = cut.rfind('\n').map_or(0, |at| at + 1);
            let position = json!({ "line": line, "character": cut[start..].encode_utf16().count() });
            for method in ["completion", "hover"] {
                editor.ask(&format!("textDocument/{method}"), editor.at("leak/scenario.ron", position.clone()));
            }
        }
        assert_eq!(editor.leave(), Some(0));
    }

    #[test]
    fn strange_files_are_no_harm() {
        let mut editor = Editor::open(&["--lang", "en"], json!({}));
        let deep = format!("Scenario(nodes: {}", "(".repeat(20_000));
        let texts =
            ["", "\u{feff}", "\u{feff}Scenario(", "\r\r\r", "\"", "(((", "😀", "Scenario(nodes: {:", deep.as_str()];
        for (at, text) in texts.iter().enumerate() {
            let name = format!("odd{at}/scenario.ron");
            editor.show(&name, text);
            ask_all(&mut editor, &name, &json!({ "line": 0, "character": 3 }));
            assert!(!editor.problems(&name).is_empty(), "{text:.20}");
        }
        editor.show("large/scenario.ron", &"x".repeat(5 << 20));
        assert!(editor.problems("large/scenario.ron")[0]["message"].as_str().unwrap().contains('4'));
        assert_eq!(editor.leave(), Some(0));
    }
}
