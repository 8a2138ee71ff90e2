//! Formatting as `calmdesk fmt` does it.

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
    assert_eq!(range["end"]["line"].as_u64(), range["start"]["line"].as_u64().map(|line| line + 1), "one line only");
    editor.change("leak/scenario.ron", 2, json!([{ "text": tidy }]));
    assert_eq!(editor.ask("textDocument/formatting", params.clone()), json!([]));
    editor.change("leak/scenario.ron", 3, json!([{ "text": "Scenario(" }]));
    assert_eq!(editor.ask("textDocument/formatting", params), Value::Null, "a broken file is left alone");
}
