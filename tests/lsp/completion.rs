//! What is offered while one types.

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
fn claims_are_offered_where_they_are_decided() {
    let claims =
        "claims: { \"roof\": (asks: \"…\", holds: Yes, facts: [\"leak\"]) }, earlier_answers: { \"two\": () }, facts:";
    let with = |rest: &str| format!("{claims}{rest}");
    has(&offered("facts:", &with("").replace("holds: Yes", "holds: |")), &["Yes", "Partly", "Open"], &["Grant"]);
    has(&offered("facts:", &with("").replace("[\"leak\"]", "[\"|\"]")), &["leak"], &["zhang"]);
    has(&offered("facts:", &with("").replace("holds: Yes", "remedy: |")), &["Review", "Litigation"], &["Yes"]);
    has(&offered("facts:", &with("").replace("holds: Yes", "law: [\"noise2022/|\"]")), &["noise2022/70"], &["leak"]);
    let line = "nodes: { \"extra\": Line(say: \"…\", cues: [TwoAnswers(\"|\")]), ";
    let line = format!("{}{line}", claims.trim_end_matches("facts:"));
    has(&offered("nodes: {", &line), &["two"], &["roof", "leak"]);
    has(&offered("id: \"cite\"", "decides: { \"roof\": |"), &["Grant", "Refuse", "Vague"], &["Yes"]);
    has(&offered("id: \"cite\"", "when: Decided(\"roof\", |"), &["Grant", "Refuse"], &["roof"]);
}

#[test]
fn our_own_people_are_offered_beside_the_visitors() {
    let line =
        |inside: &str| format!("staff: {{ \"director\": (name: \"马\") }}, nodes: {{ \"extra\": Line({inside}), ");
    has(&offered("nodes: {", &line("who: \"|\"")), &["director", "zhang"], &["arrive"]);
    has(&offered("nodes: {", &line("say: \"…\", cues: [Improper(|)]")), &["Threat", "Leak", "Deal"], &["zhang"]);
    has(&offered("nodes: {", &line("who: \"director\", say: \"…\", acts: [Thr|]")), &["Threaten"], &["Feeling"]);
    has(
        &offered("nodes: {", "staff: { \"director\": (na|) }, nodes: {"),
        &["name", "role", "look"],
        &["needs", "count"],
    );
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
    let list = editor.ask("textDocument/completion", editor.at("leak/scenario.ron", place(&old, "CitePolicy(\"", 12)));
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
        let list = editor.ask("textDocument/completion", editor.at("leak/scenario.ron", place(&text, "acts: [", 7)));
        let one = list["items"].as_array().unwrap().iter().find(|item| item["label"] == "MirrorWords").unwrap().clone();
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
