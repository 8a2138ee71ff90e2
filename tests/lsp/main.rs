//! What an author's editor sees: the real `calmdesk lsp`, spoken to over its standard input and output.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod completion;
mod hardiness;
mod hover;
mod layout;
mod mending;
mod names;
mod papers;
#[path = "../util/places.rs"]
mod places;
mod problems;
mod protocol;
mod schema;
mod shared;
#[path = "../util/mod.rs"]
mod util;
mod vsix;

use crate::util::calmdesk;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Stdio};
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
        let mut lsp = calmdesk(["lsp"]).args(words).in_english().0;
        let mut child = lsp.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
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
