//! Translations: `<locale>.ftl` beside the scenario.

use super::bundle::{SourceBundle, without_bom};
use super::diagnostic::{Code, Diagnostic, suggest};
use super::model::*;
use crate::locale::Locale;
use fluent_bundle::{FluentBundle, FluentResource};
use fluent_syntax::ast::Entry;
use indexmap::IndexMap;
use std::collections::BTreeSet;
use std::ops::Range;

/// Reads every translation of the bundle into the scenario's texts.
pub fn translate(scenario: &mut Scenario, bundle: &SourceBundle, out: &mut Vec<Diagnostic>) {
    for (file, bytes) in &bundle.files {
        let Some(tag) = file.strip_suffix(".ftl") else {
            continue;
        };
        let Some(locale) = Locale::ALL.into_iter().find(|locale| locale.tag() == tag && *locale != scenario.locale)
        else {
            out.push(Diagnostic::new(Code::NeedlessTranslation, file, 0..0).with("name", tag));
            continue;
        };
        let Ok(text) = std::str::from_utf8(without_bom(bytes)) else {
            let (code, _) = super::encoding::diagnose(bytes);
            out.push(Diagnostic::new(code, file, 0..0));
            continue;
        };
        Translation::read(file, text, locale, out).apply(scenario);
    }
}

struct Translation<'o> {
    file: String,
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
    /// Message (`a` or `a.b`) → where it stands.
    places: IndexMap<String, Range<usize>>,
    used: BTreeSet<String>,
    out: &'o mut Vec<Diagnostic>,
}

impl<'o> Translation<'o> {
    fn read(file: &str, text: &str, locale: Locale, out: &'o mut Vec<Diagnostic>) -> Self {
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => resource,
            Err((partial, errors)) => {
                for error in errors {
                    // Fluent counts from the beginning of the entry that it gave up on.
                    let place = error.pos.clone();
                    out.push(Diagnostic::new(Code::BadTranslation, file, place).with("cause", error.kind.to_string()));
                }
                partial
            }
        };
        let mut places = IndexMap::new();
        let base = resource.source().as_ptr() as usize;
        let span = |slice: &str| {
            let start = (slice.as_ptr() as usize).saturating_sub(base);
            start..start + slice.len()
        };
        for entry in resource.entries() {
            let Entry::Message(message) = entry else {
                continue;
            };
            if message.value.is_some() {
                let place = span(message.id.name);
                if let Some(earlier) = places.insert(message.id.name.to_owned(), place.clone()) {
                    out.push(
                        (Diagnostic::new(Code::IdTwice, file, place).with("name", message.id.name))
                            .label(earlier, "label-first-here"),
                    );
                }
            }
            for attribute in &message.attributes {
                places.insert(format!("{}.{}", message.id.name, attribute.id.name), span(attribute.id.name));
            }
        }
        let language = match locale {
            Locale::ZhCn => unic_langid::langid!("zh-CN"),
            Locale::En => unic_langid::langid!("en"),
        };
        let mut bundle = FluentBundle::new(vec![language]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { file: file.to_owned(), locale, bundle, places, used: BTreeSet::new(), out }
    }

    fn find(&mut self, id: &str) -> Option<String> {
        let (name, attribute) = match id.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (id, None),
        };
        let place = self.places.get(id)?.clone();
        self.used.insert(id.to_owned());
        let message = self.bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, None, &mut errors).into_owned();
        if let Some(error) = errors.first() {
            let problem = Diagnostic::new(Code::BadTranslation, &self.file, place);
            self.out.push(problem.with("cause", error.to_string()));
        }
        Some(text)
    }

    fn text(&mut self, id: &str, text: &mut Text, missing: &mut Vec<String>) {
        if text.original.trim().is_empty() {
            return;
        }
        match self.find(id) {
            Some(translated) => text.translated[self.locale as usize] = Some(translated),
            None => missing.push(id.to_owned()),
        }
    }

    fn apply(mut self, scenario: &mut Scenario) {
        let mut missing = Vec::new();
        let m = &mut missing;
        self.text("title", &mut scenario.title, m);
        self.text("briefing", &mut scenario.briefing, m);
        for (n, objective) in scenario.objectives.iter_mut().enumerate() {
            self.text(&format!("objective-{}", n + 1), objective, m);
        }
        for (n, paper) in scenario.case_file.iter_mut().enumerate() {
            self.text(&format!("case-{}", n + 1), &mut paper.title, m);
            self.text(&format!("case-{}.text", n + 1), &mut paper.text, m);
        }
        for visitor in &mut scenario.visitors {
            self.text(&format!("visitor-{}", visitor.id), &mut visitor.name, m);
            self.text(&format!("visitor-{}.role", visitor.id), &mut visitor.role, m);
        }
        for fact in &mut scenario.facts {
            self.text(&format!("fact-{}", fact.id), &mut fact.text, m);
        }
        for promise in &mut scenario.promises {
            self.text(&format!("promise-{}", promise.id), &mut promise.text, m);
        }
        let whole = scenario.title.clone();
        for visit in &mut scenario.visits {
            let id = format!("visit-{}", visit.id);
            if visit.title.original == whole.original && !self.places.contains_key(&id) {
                visit.title = whole.clone();
            } else {
                self.text(&id, &mut visit.title, m);
            }
        }
        for node in &mut scenario.nodes {
            self.node(&node.id, &mut node.kind, &mut scenario.words, m);
        }
        self.report(missing);
    }

    fn node(&mut self, id: &str, kind: &mut NodeKind, words: &mut [Word], missing: &mut Vec<String>) {
        let id = format!("node-{id}");
        match kind {
            NodeKind::Line(line) => {
                let last = line.variants.len().saturating_sub(1);
                let mut feelings = 0;
                for (n, variant) in line.variants.iter_mut().enumerate() {
                    let message = if n == last { id.clone() } else { format!("{id}.variant-{}", n + 1) };
                    self.text(&message, &mut variant.say, missing);
                }
                // In the order of writing: the line itself comes before its variants.
                let written = line.variants.last().into_iter().chain(line.variants.iter().take(last));
                for cue in written.flat_map(|variant| &variant.cues) {
                    let Cue::Feeling(word) = cue else { continue };
                    feelings += 1;
                    let word = &mut words[word.at()].text;
                    let message = format!("{id}.feeling-{feelings}");
                    match self.find(&message) {
                        Some(text) => {
                            word.translated[self.locale as usize].get_or_insert(text);
                        }
                        None => missing.push(message),
                    }
                }
            }
            NodeKind::Choice(choice) => {
                for option in &mut choice.options {
                    // A Fluent name begins with a letter.
                    let name = match option.id.as_bytes().first() {
                        Some(b'a'..=b'z') => option.id.clone(),
                        _ => format!("option-{}", option.id),
                    };
                    self.text(&format!("{id}.{name}"), &mut option.text, missing);
                }
            }
            NodeKind::TimePasses(time) => self.text(&id, &mut time.text, missing),
            NodeKind::End(end) => {
                self.text(&id, &mut end.title, missing);
                self.text(&format!("{id}.text"), &mut end.text, missing);
            }
            NodeKind::Branch(_) => {}
        }
    }

    fn report(self, missing: Vec<String>) {
        let broken = self.out.iter().any(|problem| problem.file == self.file && problem.code == Code::BadTranslation);
        for (id, place) in self.places.iter().filter(|(id, _)| !self.used.contains(*id)) {
            let hint = suggest(id, &missing).filter(|hint| matches!(hint, super::diagnostic::Hint::DidYouMean(_)));
            let problem = Diagnostic::new(Code::UnknownMessage, &self.file, place.clone());
            self.out.push(problem.with("name", id.as_str()).hint(hint));
        }
        // In a file that could not be read whole, what is missing may only be unreadable.
        if !missing.is_empty() && !broken {
            let number = missing.len();
            let mut names = missing;
            if names.len() > 5 {
                names.truncate(5);
                names.push("…".to_owned());
            }
            let problem = Diagnostic::new(Code::NotTranslated, &self.file, 0..0);
            self.out.push(problem.with("number", number).with("names", names.join(" ")));
        }
    }
}
