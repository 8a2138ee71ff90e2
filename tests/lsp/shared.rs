//! Scenarios of several files.

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
    let there = editor.ask("textDocument/definition", editor.at("all/leak/scenario.ron", place(MAIN, "\"asks\"", 2)));
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
