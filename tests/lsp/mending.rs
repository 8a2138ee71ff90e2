//! Offered mendings do what they say.

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
