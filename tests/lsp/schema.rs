//! An editor knows every field that the loader knows, and what the guide says of it.

use super::*;
use crate::places::places;
use calmdesk::scenario::schema::Variants;
use calmdesk::scenario::source::{NodeSource, WhenSource};
use calmdesk::vocabulary::{ActCatalogue, Cue};
use std::collections::BTreeSet;
use strum::VariantNames;

/// What is offered at the end of a text: label, what the list says of it, what is explained beside it.
fn at_the_end(editor: &mut Editor, text: &str) -> Vec<[String; 3]> {
    editor.show("leak/scenario.ron", text);
    let end = json!({ "line": 0, "character": text.encode_utf16().count() });
    let list = editor.ask("textDocument/completion", editor.at("leak/scenario.ron", end));
    let items = list["items"].as_array().cloned().unwrap_or_default();
    let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    items
        .iter()
        .map(|item| [said(&item["label"]), said(&item["detail"]), said(&item["documentation"]["value"])])
        .collect()
}

fn labels(offers: &[[String; 3]]) -> BTreeSet<&str> {
    offers.iter().map(|[label, ..]| label.as_str()).collect()
}

#[test]
fn every_field_is_offered_and_explained_in_both_languages() {
    for tag in ["zh-CN", "en"] {
        let mut editor = Editor::open(&["--lang", tag], json!({}));
        for (before, of) in places() {
            let offers = at_the_end(&mut editor, &before);
            let fields = of.fields.iter().map(|field| field.name).collect();
            assert_eq!(labels(&offers), fields, "{before}");
            for [label, detail, explained] in &offers {
                assert!(
                    !detail.is_empty() && explained.replace('`', "").contains(detail),
                    "{tag} {}: {label} {explained}",
                    of.heading
                );
            }
        }
    }
}

#[test]
fn every_kind_of_node_condition_cue_and_act_is_offered() {
    let mut editor = Editor::open(&["--lang", "en"], json!({}));
    let variants = |all: &'static [calmdesk::scenario::schema::VariantSchema]| {
        all.iter().map(|variant| variant.name).collect::<BTreeSet<&str>>()
    };
    let nodes = at_the_end(&mut editor, "Scenario(nodes: { \"a\": ");
    assert_eq!(labels(&nodes), variants(NodeSource::VARIANTS));
    let conditions = at_the_end(&mut editor, "Scenario(nodes: { \"a\": Choice([(when: ");
    assert_eq!(labels(&conditions), variants(WhenSource::VARIANTS));
    let cues = at_the_end(&mut editor, "Scenario(nodes: { \"a\": Line(cues: [");
    assert_eq!(labels(&cues), Cue::VARIANTS.iter().copied().collect());
    let acts = at_the_end(&mut editor, "Scenario(nodes: { \"a\": Choice([(acts: [");
    assert_eq!(labels(&acts), ActCatalogue::shipped().iter().map(|(_, act)| act.name.as_str()).collect());
    assert!(conditions.iter().chain(&cues).chain(&acts).all(|[_, detail, _]| !detail.is_empty()));
}

/// What a client writes that knows snippets: brackets follow from what stands in them.
#[test]
fn brackets_come_with_the_name_and_hold_what_belongs_in_them() {
    let snippets = json!({ "textDocument": { "completion": { "completionItem": { "snippetSupport": true } } } });
    let mut editor = Editor::open(&["--lang", "en"], snippets);
    let mut written = |text: &str, wanted: &str| {
        editor.show("leak/scenario.ron", text);
        let end = json!({ "line": 0, "character": text.encode_utf16().count() });
        let list = editor.ask("textDocument/completion", editor.at("leak/scenario.ron", end));
        let items = list["items"].as_array().cloned().unwrap_or_default();
        let item = items.iter().find(|item| item["label"] == wanted).cloned();
        item.unwrap_or_else(|| panic!("{wanted}"))["textEdit"]["newText"].as_str().unwrap().to_owned()
    };
    let when = "Scenario(nodes: { \"a\": Choice([(when: ";
    for (name, snippet) in [
        ("All", "All([$1])"),
        ("Not", "Not($1)"),
        ("Did", "Did($1)"),
        ("Chose", "Chose(\"$1\", \"$2\")"),
        ("Wrote", "Wrote(\"$1\", \"$2\", \"$3\")"),
        ("AtLeast", "AtLeast(\"$1\", $2, $3)"),
        ("VarIs", "VarIs(\"$1\", $2)"),
        ("StepTaken", "StepTaken($1)"),
        ("Decided", "Decided(\"$1\", $2)"),
        ("Chance", "Chance($1)"),
    ] {
        assert_eq!(written(when, name), snippet);
    }
    let cues = "Scenario(nodes: { \"a\": Line(cues: [";
    for (name, snippet) in [
        ("Feeling", "Feeling(\"$1\")"),
        ("Deflected", "Deflected($1)"),
        ("Conduct", "Conduct($1)"),
        ("Improper", "Improper($1)"),
        // With answers or alone.
        ("TwoAnswers", "TwoAnswers"),
        ("Vent", "Vent"),
    ] {
        assert_eq!(written(cues, name), snippet);
    }
    let acts = "Scenario(nodes: { \"a\": Choice([(acts: [";
    for (name, snippet) in
        [("MirrorWords", "MirrorWords(\"$1\")"), ("Paraphrase", "Paraphrase"), ("OfferSeat", "OfferSeat")]
    {
        assert_eq!(written(acts, name), snippet);
    }
}
