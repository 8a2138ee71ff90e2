//! Translations: `<locale>.ftl` beside the scenario.

use super::bundle::{SourceBundle, without_bom};
use super::diagnostic::{Code, Diagnostic, Hint, suggest};
use super::model::*;
use super::texts::{TextRole, each_text};
use super::translation_file::Notes;
use super::translation_limits::{DEEPEST, MOST_PLACEABLES, overfull, too_deep};
use crate::vocabulary::alike::says;
use crate::vocabulary::{LONGEST_TEXT, Locale, too_long};
use fluent::{FluentBundle, FluentResource};
use fluent_syntax::ast::Entry;
use fluent_syntax::parser::{ErrorKind, ParserError};
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
        if let Some(place) = too_deep(text) {
            let problem = Diagnostic::new(Code::BadTranslation, file, place).with("max", DEEPEST);
            out.push(problem.hint(Some(Hint::Text("hint-ftl-deep"))));
            continue;
        }
        Translation::read(file, text, locale, out).apply(scenario);
    }
}

/// What was likely meant where Fluent gives up; `None` where only the rule can be told.
fn hint(text: &str, error: &ParserError) -> Option<Hint> {
    let at = text.floor_char_boundary(error.pos.start);
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let rest = text[at..].trim_start_matches(' ');
    // The entry with what is indented below its first line.
    let entry =
        || std::iter::once(line).chain(text[at..].lines().skip(1).take_while(|line| line.starts_with([' ', '\t'])));
    Some(Hint::Text(match error.kind {
        _ if entry().any(|line| line.starts_with('\t')) => "hint-ftl-tab",
        ErrorKind::ExpectedToken('=') | ErrorKind::ExpectedCharRange { .. } if line.contains('＝') => {
            "hint-ftl-wide-equals"
        }
        ErrorKind::ExpectedToken('=') if rest.starts_with([':', '：']) => "hint-ftl-colon",
        ErrorKind::ExpectedToken('=') | ErrorKind::ExpectedCharRange { .. } if !line.contains('=') => "hint-ftl-indent",
        ErrorKind::ExpectedToken('=') => "hint-ftl-name",
        ErrorKind::ExpectedMessageField { .. } if entry().any(|line| line.contains(['{', '}'])) => "hint-ftl-brace",
        ErrorKind::ExpectedToken('}')
        | ErrorKind::UnbalancedClosingBrace
        | ErrorKind::ExpectedInlineExpression
        | ErrorKind::ExpectedLiteral => "hint-ftl-brace",
        _ => return None,
    }))
}

struct Translation<'o> {
    file: String,
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
    /// Message (`a` or `a.b`) → where it stands.
    places: IndexMap<String, Range<usize>>,
    /// What the comments say about a message's source.
    notes: IndexMap<String, Notes>,
    used: BTreeSet<String>,
    /// Messages that hold more than can be put together.
    overfull: BTreeSet<String>,
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
                    let hint = hint(text, &error);
                    let problem = Diagnostic::new(Code::BadTranslation, file, place);
                    out.push(problem.with("cause", error.kind.to_string()).hint(hint));
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
        let overfull = overfull(resource.entries());
        let language = match locale {
            Locale::ZhCn => unic_langid::langid!("zh-CN"),
            Locale::En => unic_langid::langid!("en"),
        };
        let mut bundle = FluentBundle::new(vec![language]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let notes = Notes::scan(text);
        Self { file: file.to_owned(), locale, bundle, places, notes, used: BTreeSet::new(), overfull, out }
    }

    fn find(&mut self, id: &str) -> Option<String> {
        let (name, attribute) = match id.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (id, None),
        };
        let place = self.places.get(id)?.clone();
        self.used.insert(id.to_owned());
        if self.overfull.contains(id) {
            let problem = Diagnostic::new(Code::BadTranslation, &self.file, place).with("max", MOST_PLACEABLES);
            self.out.push(problem.hint(Some(Hint::Text("hint-ftl-many"))));
            return None;
        }
        let message = self.bundle.get_message(name)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, None, &mut errors).into_owned();
        if let Some(error) = errors.first() {
            let problem = Diagnostic::new(Code::BadTranslation, &self.file, place);
            self.out.push(problem.with("cause", error.to_string()).hint(Some(Hint::Text("hint-ftl-brace"))));
        }
        if let Some(number) = too_long(&text, LONGEST_TEXT) {
            let problem = Diagnostic::new(Code::TextTooLong, &self.file, self.places.get(id)?.clone());
            self.out.push(problem.with("number", number).with("max", LONGEST_TEXT));
            return None;
        }
        // `{ "" }` stands where a translation is still to be written.
        (!text.trim().is_empty()).then_some(text)
    }

    fn apply(mut self, scenario: &mut Scenario) {
        let mut missing = Vec::new();
        let mut stale = Vec::new();
        let mut misquoted: Vec<(String, String)> = Vec::new();
        // What was last translated of a node: its feeling words come after its lines.
        let mut line = String::new();
        let here = self.locale as usize;
        each_text(scenario, &mut |id, text, role| match role {
            TextRole::VisitTitle { whole } if text.original == whole.original && !self.places.contains_key(id) => {
                *text = whole.clone();
            }
            TextRole::Feeling => match self.find(id) {
                Some(word) => {
                    if !line.is_empty() && !says(&line, &word) {
                        misquoted.push((id.to_owned(), word.clone()));
                    }
                    text.translated[here].get_or_insert(word);
                }
                None => missing.push(id.to_owned()),
            },
            _ if text.original.trim().is_empty() => {}
            _ => match self.find(id) {
                Some(translated) => {
                    if self.notes.get(id).is_some_and(|notes| notes.is_stale(&text.original)) {
                        stale.push(id.to_owned());
                    }
                    if !id.contains('.') {
                        line.clear();
                    }
                    line.push_str(&translated);
                    line.push('\n');
                    text.translated[here] = Some(translated);
                }
                None => {
                    missing.push(id.to_owned());
                    if !id.contains('.') {
                        line.clear();
                    }
                }
            },
        });
        for (id, word) in misquoted {
            let place = self.places.get(&id).cloned().unwrap_or(0..0);
            self.out.push(Diagnostic::new(Code::TranslatedWord, &self.file, place).with("word", word));
        }
        self.report(missing, stale);
    }

    fn report(self, missing: Vec<String>, stale: Vec<String>) {
        let broken = self.out.iter().any(|problem| problem.file == self.file && problem.code == Code::BadTranslation);
        for (id, place) in self.places.iter().filter(|(id, _)| !self.used.contains(*id)) {
            let hint = suggest(id, &missing).filter(|hint| matches!(hint, Hint::DidYouMean(_)));
            let problem = Diagnostic::new(Code::UnknownMessage, &self.file, place.clone());
            self.out.push(problem.with("name", id.as_str()).hint(hint));
        }
        // In a file that could not be read whole, what is missing may only be unreadable.
        let missing = if broken { Vec::new() } else { missing };
        for (code, mut names) in [(Code::NotTranslated, missing), (Code::StaleTranslation, stale)] {
            let number = names.len();
            if number == 0 {
                continue;
            }
            let place = self.places.get(&names[0]).cloned().unwrap_or(0..0);
            if names.len() > 5 {
                names.truncate(5);
                names.push("…".to_owned());
            }
            let problem = Diagnostic::new(code, &self.file, if code == Code::NotTranslated { 0..0 } else { place });
            self.out.push(problem.with("number", number).with("names", names.join(" ")));
        }
    }
}
