//! The texts a person sees: whole in both languages, alike in ids and variables, and in the right script.

use calmdesk::locale::Texts;
use calmdesk::locale::sources;
use calmdesk::vocabulary::ActCatalogue;
use calmdesk::vocabulary::{Locale, Message, Value as Argument};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// Values of zh-CN that rightly hold no Chinese character: figures, bare signs.
const NO_HAN_IN_CHINESE: &[&str] = &["hint-separator", "report-face-and"];

/// Values of en that rightly hold Chinese characters: what an author writes into a scenario.
const HAN_IN_ENGLISH: &[&str] = &["hint-act-is-a-name", "hint-cue-is-a-name", "hint-takes-word"];

struct Value {
    file: String,
    /// The literal text, without what arguments put in.
    text: String,
    variables: BTreeSet<String>,
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3134f}')
}

/// 、。「」《》 and the full-width forms ，：！？（）.
fn is_wide_punctuation(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// Every value of a language by `message` or `message.attribute`; what is wrong goes to `faults`.
fn values(locale: Locale, faults: &mut Vec<String>) -> BTreeMap<String, Value> {
    let mut all: BTreeMap<String, Value> = BTreeMap::new();
    for (file, source) in sources(locale) {
        let resource = fluent_syntax::parser::parse(source).unwrap_or_else(|(partial, errors)| {
            faults.extend(errors.iter().map(|error| format!("{locale}/{file}: {error}")));
            partial
        });
        for entry in &resource.body {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name.to_owned(), &message.value, &message.attributes),
                Entry::Term(term) => {
                    add(&mut all, faults, locale, &file, format!("-{}", term.id.name), &term.value);
                    continue;
                }
                Entry::Junk { content } => {
                    faults.push(format!("{locale}/{file}: not Fluent: {content}"));
                    continue;
                }
                _ => continue,
            };
            if let Some(value) = value {
                add(&mut all, faults, locale, &file, id.clone(), value);
            }
            for attribute in attributes {
                add(&mut all, faults, locale, &file, format!("{id}.{}", attribute.id.name), &attribute.value);
            }
        }
    }
    all
}

fn add(
    all: &mut BTreeMap<String, Value>,
    faults: &mut Vec<String>,
    locale: Locale,
    file: &str,
    id: String,
    pattern: &Pattern<&str>,
) {
    let mut value = Value { file: file.to_owned(), text: String::new(), variables: BTreeSet::new() };
    read(pattern, &mut value);
    if value.text.trim().is_empty() && value.variables.is_empty() {
        faults.push(format!("{locale}/{file}: {id} is empty"));
    }
    if let Some(other) = all.get(&id) {
        faults.push(format!("{locale}: {id} is defined in {} and again in {file}", other.file));
    } else {
        all.insert(id, value);
    }
}

fn read(pattern: &Pattern<&str>, value: &mut Value) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value: text } => value.text.push_str(text),
            PatternElement::Placeable { expression } => read_expression(expression, value),
        }
    }
}

fn read_expression(expression: &Expression<&str>, value: &mut Value) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, value),
        Expression::Select { selector, variants } => {
            read_inline(selector, value);
            for variant in variants {
                read(&variant.value, value);
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, value: &mut Value) {
    match inline {
        InlineExpression::VariableReference { id } => {
            value.variables.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { value: text } => value.text.push_str(text),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                read_inline(argument, value);
            }
        }
        InlineExpression::Placeable { expression } => read_expression(expression, value),
        _ => {}
    }
}

fn both() -> (BTreeMap<String, Value>, BTreeMap<String, Value>, Vec<String>) {
    let mut faults = Vec::new();
    let zh = values(Locale::ZhCn, &mut faults);
    let en = values(Locale::En, &mut faults);
    (zh, en, faults)
}

fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_file_is_fluent_with_no_message_empty_or_defined_twice() {
    let (zh, _, faults) = both();
    assert!(!zh.is_empty());
    none(faults);
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_variables() {
    let (zh, en, _) = both();
    let mut faults = Vec::new();
    for (id, value) in &zh {
        match en.get(id) {
            None => faults.push(format!("{id} ({}) is missing in en", value.file)),
            Some(other) if other.variables != value.variables => faults.push(format!(
                "{id} ({}): zh-CN takes {:?}, en takes {:?}",
                value.file, value.variables, other.variables
            )),
            Some(other) if other.file != value.file => {
                faults.push(format!("{id} is in zh-CN/{} but in en/{}", value.file, other.file));
            }
            Some(_) => {}
        }
    }
    let missing = en.iter().filter(|(id, _)| !zh.contains_key(*id));
    faults.extend(missing.map(|(id, value)| format!("{id} ({}) is missing in zh-CN", value.file)));
    none(faults);
}

#[test]
fn each_language_is_written_in_its_own_script() {
    let (zh, en, _) = both();
    let mut faults = Vec::new();
    for (id, value) in &zh {
        // Where a value is only its arguments and signs, there is nothing to write in Chinese.
        let only_arguments = !value.variables.is_empty() && !value.text.chars().any(char::is_alphabetic);
        let han = value.text.chars().any(is_han);
        // What goes where an author leaves a field out is often a name or a figure that stands so in every language.
        let as_written = id.starts_with("guide-")
            && id.ends_with(".otherwise")
            && en.get(id).is_some_and(|en| en.text == value.text);
        if !han && !only_arguments && !as_written && !NO_HAN_IN_CHINESE.contains(&id.as_str()) {
            faults.push(format!("zh-CN/{}: {id} has no Chinese: {}", value.file, value.text));
        }
    }
    for (id, value) in &en {
        if value.text.chars().any(|c| is_han(c) || is_wide_punctuation(c)) && !HAN_IN_ENGLISH.contains(&id.as_str()) {
            faults.push(format!("en/{}: {id} has Chinese: {}", value.file, value.text));
        }
    }
    none(faults);
}

#[test]
fn every_act_has_its_name_its_reason_and_something_better() {
    let (zh, en, _) = both();
    let mut faults = Vec::new();
    for (_, act) in ActCatalogue::shipped().iter() {
        for suffix in ["", ".why", ".better"] {
            let id = format!("act-{}{suffix}", act.name);
            for (locale, texts) in [(Locale::ZhCn, &zh), (Locale::En, &en)] {
                if !texts.contains_key(&id) {
                    faults.push(format!("{locale}: {id} is missing"));
                }
            }
        }
    }
    // And none is left behind by an act that has gone.
    let known = |id: &str| ActCatalogue::shipped().find(id).is_some();
    let stale = zh.keys().filter_map(|id| id.strip_prefix("act-")?.split('.').next());
    faults.extend(stale.filter(|name| !known(name)).map(|name| format!("no such act: {name}")));
    none(faults);
}

#[test]
fn act_texts_fit_their_places_on_the_screen() {
    let (zh, _, _) = both();
    let mut faults = Vec::new();
    for (id, value) in zh.iter().filter(|(id, _)| id.starts_with("act-")) {
        let most = match id.split_once('.') {
            None => 6,
            Some((_, "why")) => 40,
            Some(_) => 45,
        };
        let length = value.text.chars().count();
        if length > most {
            faults.push(format!("{id}: {length} characters, at most {most}: {}", value.text));
        }
    }
    none(faults);
}

#[test]
fn act_texts_do_not_guess_whether_the_visitor_is_a_man_or_a_woman() {
    let (zh, _, _) = both();
    let own = zh.iter().filter(|(_, value)| value.file == "acts.ftl");
    let faults = own.filter(|(_, value)| {
        let text = value.text.replace("他们", "").replace("其他", "");
        text.contains(['他', '她'])
    });
    none(faults.map(|(id, value)| format!("{id}: {}", value.text)).collect());
}

#[test]
fn every_gesture_and_every_cue_has_its_texts() {
    let (zh, en, _) = both();
    let gestures = ActCatalogue::shipped().gestures().map(|(_, key)| format!("gesture-{key}"));
    let mut ids: Vec<String> = gestures.flat_map(|id| [id.clone(), format!("{id}.done")]).collect();
    assert!(!ids.is_empty());
    for cue in [
        "feeling",
        "fact",
        "deflected",
        "risk",
        "question",
        "test",
        "interest",
        "privacy",
        "rambling",
        "papers",
        "vulnerable",
        "insult",
        "take-sides",
        "vent",
        "careless",
    ] {
        ids.extend([format!("cue-{cue}"), format!("cue-{cue}.calls-for")]);
    }
    ids.retain(|id| !(zh.contains_key(id) && en.contains_key(id)));
    assert!(ids.is_empty(), "{ids:?}");
}

/// A caption that moved and is asked for under its old name would be shown as that name.
#[test]
fn every_text_of_the_report_that_code_names_exists() {
    let mut open = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let (mut named, mut faults) = (0, Vec::new());
    while let Some(folder) = open.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let code = std::fs::read_to_string(&path).unwrap_or_default();
            for (at, _) in code.match_indices("\"report-") {
                let id = code[at + 1..].split('"').next().unwrap_or_default();
                // Names that are put together are looked at where they are used.
                if id.ends_with('-')
                    || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c))
                {
                    continue;
                }
                named += 1;
                if Locale::ZhCn.find(id, None).is_none() && Locale::ZhCn.attributes(id).is_empty() {
                    faults.push(format!("{}: {id}", path.display()));
                }
            }
        }
    }
    assert!(named > 100, "{named}");
    none(faults);
}

#[test]
fn a_text_is_found_by_the_name_the_program_asks_for() {
    assert_eq!(Locale::ZhCn.text("act-MirrorWords"), "复述原词");
    assert_eq!(Locale::ZhCn.text("gesture-tissue.done"), "你把纸巾往前推了推。");
    assert!(Locale::En.find("act-NoSuchThing", None).is_none());
}

#[test]
fn a_message_is_said_with_all_that_is_inside_it_in_one_language() {
    let actors = ["actor-petition-office", "actor-competent-body"].map(|id| Message::new(id).into()).to_vec();
    let message = Message::new("refused-instead")
        .with("step", Message::new("step-forward"))
        .with("by", Argument::List { of: actors, between: "actor-or" });
    for locale in Locale::ALL {
        let by =
            ["actor-petition-office", "actor-competent-body"].map(|id| locale.text(id)).join(&locale.text("actor-or"));
        let args = calmdesk::args!("step" => locale.text("step-forward"), "by" => by);
        assert_eq!(locale.say(&message), locale.text_with("refused-instead", &args));
    }
    let day = Message::new("limit-running")
        .with("step", Argument::written(|locale| format!("<{locale}>")))
        .with("by", "—")
        .with("day", Argument::Day(jiff::civil::date(2026, 3, 9)))
        .with("left", 2_u8)
        .with("over", -2);
    assert!(Locale::ZhCn.say(&day).contains("3月9日"), "{}", Locale::ZhCn.say(&day));
    assert!(Locale::En.say(&day).contains("9 Mar") && Locale::En.say(&day).contains("<en>"));
    assert_eq!(Locale::En.say_if_known(&Message::new("no-such-text")), None);
}

/// Texts asked for by a literal name, in every source file.
fn asked_for(folder: &std::path::Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            asked_for(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            for call in [".text(", ".text_with(", "Message::new("] {
                for (at, _) in source.match_indices(call) {
                    let after = source[at + call.len()..].trim_start();
                    let Some(name) = after.strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
                    if name.contains('-') {
                        found.push((name.to_owned(), path.display().to_string()));
                    }
                }
            }
        }
    }
}

#[test]
fn no_text_is_asked_for_that_is_not_there() {
    let mut found = Vec::new();
    asked_for(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 100, "the search finds the calls");
    for (name, path) in found {
        assert!(Locale::ZhCn.find(&name, None).is_some(), "{path} asks for {name}");
    }
}
