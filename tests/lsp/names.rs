//! Names are found, listed and renamed everywhere at once.

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
    let there = editor.ask("textDocument/definition", editor.at("leak/scenario.ron", place(TEXT, "then: \"done", 8)));
    assert_eq!(there["range"]["start"], place(TEXT, "\"done\": End", 1));
    let there = editor.ask("textDocument/definition", editor.at("leak/en.ftl", place(ENGLISH, ".mirror =", 2)));
    assert_eq!(there["range"]["start"], place(TEXT, "\"mirror\"", 1));
    let there =
        editor.ask("textDocument/definition", editor.at("leak/scenario.ron", place(TEXT, "MirrorWords(\"寒心", 15)));
    assert_eq!(there["range"]["start"], place(TEXT, "Feeling(\"寒心", 9));
    for (declaration, number) in [(true, 4), (false, 3)] {
        let mut params = editor.at("leak/scenario.ron", place(TEXT, "\"done\": End", 2));
        params["context"] = json!({ "includeDeclaration": declaration });
        let all = editor.ask("textDocument/references", params);
        assert_eq!(all.as_array().unwrap().len(), number, "{all}");
    }
    let marked =
        editor.ask("textDocument/documentHighlight", editor.at("leak/scenario.ron", place(TEXT, "\"done\": End", 2)));
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
    assert!(symbols.as_array().unwrap().iter().any(|one| one["name"] == "first" && one["containerName"] == "nodes"));
}
