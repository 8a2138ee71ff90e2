//! The protocol itself: order, refusals, the end.

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
