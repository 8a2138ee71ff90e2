//! What is told of the word under the pointer.

use super::*;

fn shown(editor: &mut Editor, text: &str, wanted: &str) -> String {
    let hover = editor.ask("textDocument/hover", editor.at("leak/scenario.ron", place(text, wanted, 1)));
    hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn names_are_explained_in_the_reader_s_language() {
    let mut editor = Editor::open(&["--lang", "zh-CN"], json!({}));
    editor.show("leak/scenario.ron", TEXT);
    for (at, wanted) in [
        ("MirrorWords", &["复述原词", "L07", "怎么做更好"][..]),
        ("noise2022/70", &["噪声污染防治法", "第七十条", "2022-06-05"]),
        ("unfair", &["公道", "Y02"]),
        ("\"first\": Choice", &["Choice", "您说寒心"]),
        ("then: \"done\"", &["接着走哪儿"]),
        ("who: \"zhang\"", &["谁说"]),
        ("Feeling(", &["一字不差"]),
    ] {
        let said = shown(&mut editor, TEXT, at);
        for words in wanted {
            assert!(said.contains(words), "{at}: {said}");
        }
    }
    let at = editor.at("leak/scenario.ron", place(TEXT, "\"zhang\", say", 2));
    let said = editor.ask("textDocument/hover", at)["contents"]["value"].as_str().unwrap().to_owned();
    assert!(said.contains("张桂芳") && said.contains("五楼住户"), "{said}");
}

#[test]
fn an_article_of_another_day_says_so() {
    let text = TEXT.replace("2026-03-09", "2020-03-09");
    let mut editor = Editor::open(&["--lang", "en"], json!({}));
    editor.show("leak/scenario.ron", &text);
    assert!(shown(&mut editor, &text, "noise2022/70").contains("2020-03-09"));
}

#[test]
fn the_original_stands_over_a_translation() {
    let mut editor = Editor::open(&[], json!({}));
    editor.write("leak/scenario.ron", TEXT);
    editor.show("leak/en.ftl", ENGLISH);
    let hover = editor.ask("textDocument/hover", editor.at("leak/en.ftl", place(ENGLISH, ".cite", 3)));
    assert!(hover["contents"]["value"].as_str().unwrap().contains("按规定来"), "{hover}");
}
