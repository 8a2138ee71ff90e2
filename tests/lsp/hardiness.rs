//! Whatever is said to the server, it answers or ends.

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
    let texts = ["", "\u{feff}", "\u{feff}Scenario(", "\r\r\r", "\"", "(((", "😀", "Scenario(nodes: {:", deep.as_str()];
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

#[test]
fn a_client_that_sends_nonsense_is_told_so_and_an_announced_flood_is_not_waited_for() {
    let mut editor = Editor::start(&[]);
    let raw = |editor: &mut Editor, bytes: &[u8]| editor.input.as_mut().unwrap().write_all(bytes).unwrap();
    raw(&mut editor, b"Content-Length: 5\r\n\r\n{\"a\":");
    let answer = editor.heard.recv_timeout(PATIENCE).unwrap();
    assert_eq!(answer["error"]["code"], -32700, "{answer}");
    let deep = "[".repeat(100_000);
    raw(&mut editor, format!("Content-Length: {}\r\n\r\n{deep}", deep.len()).as_bytes());
    assert_eq!(editor.heard.recv_timeout(PATIENCE).unwrap()["error"]["code"], -32700);
    // It is still there.
    editor.ask("initialize", json!({ "processId": null, "capabilities": {} }));
    raw(&mut editor, b"Content-Length: 99999999999999\r\n\r\n");
    assert_eq!(editor.heard.recv_timeout(PATIENCE).unwrap()["error"]["code"], -32700);
    assert_eq!(editor.child.wait().unwrap().code(), Some(1));
    let mut editor = Editor::start(&[]);
    raw(&mut editor, b"GET / HTTP/1.1\r\n\r\n");
    assert_eq!(editor.heard.recv_timeout(PATIENCE).unwrap()["error"]["code"], -32700);
    assert_eq!(editor.child.wait().unwrap().code(), Some(1));
}
