//! Fields and entries of forms.

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
