//! Problems as they are shown while one types: those of `calmdesk check`.

use super::*;
use crate::util::calmdesk;

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
    let checked = calmdesk(["check", &path, "--format", "json", "--lang", "zh-CN"]).run();
    let checked: Value = serde_json::from_str(&checked.out).unwrap();
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
