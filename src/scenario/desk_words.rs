//! A desk task in words: its heading, and what stands in it once it is filled.

use super::desk_task::{DeskTask, Printed, TaskKind, Written};
use crate::args;
use crate::locale::Texts;
use crate::procedure::PaperCatalogue;
use crate::vocabulary::Locale;

/// Stands for a part that is still open.
const OPEN: &str = "……";

impl DeskTask {
    /// The author's heading, the paper's name, or what an answer is called.
    pub fn heading(&self, locale: Locale) -> String {
        if !self.title.original.trim().is_empty() {
            return self.title.get(locale).to_owned();
        }
        let paper = self.paper.and_then(|paper| PaperCatalogue::shipped().papers.get(paper.at()));
        match (self.kind, paper) {
            (TaskKind::Form, Some(paper)) => paper.title.get(locale).to_owned(),
            (TaskKind::Form, None) => locale.text("desk-form").into_owned(),
            (TaskKind::Compose, _) => locale.text("desk-compose").into_owned(),
        }
    }

    /// What stands on the paper beforehand, on one line; `None`: nothing.
    pub fn printed_words(&self, locale: Locale) -> Option<String> {
        let one = |printed: &Printed| {
            let args = args!("label" => locale.say(&printed.of.label()), "words" => printed.text.get(locale));
            locale.text_with("desk-told-field", &args).into_owned()
        };
        let all: Vec<String> = self.printed.iter().map(one).collect();
        let all = all.join(between(locale));
        (!all.is_empty()).then(|| locale.text_with("desk-printed", &args!("fields" => all)).into_owned())
    }

    /// The words in one field; `None` while it is open.
    pub fn words(&self, field: usize, written: Written, locale: Locale) -> Option<&str> {
        let entry = written.of(self.fields.get(field)?).next()?;
        Some(self.entry(entry)?.opt.text.get(locale))
    }

    /// The answer as a sentence; parts that are still open are dots.
    pub fn sentence(&self, written: Written, locale: Locale) -> String {
        let part = |at: usize| self.words(at, written, locale).unwrap_or(OPEN).trim();
        let args = args!("basis" => part(0), "path" => part(1), "time" => part(2));
        locale.text_with("desk-sentence", &args).into_owned()
    }

    /// What was handed in, on one line: the answer's sentence, or field by field.
    pub fn told(&self, written: Written, locale: Locale) -> String {
        if self.kind == TaskKind::Compose {
            return self.sentence(written, locale);
        }
        let fields = self.fields.iter().enumerate().map(|(at, field)| {
            let words = self.words(at, written, locale).unwrap_or(OPEN);
            locale
                .text_with("desk-told-field", &args!("label" => field.label.get(locale), "words" => words))
                .into_owned()
        });
        let fields: Vec<String> = fields.collect();
        let fields = fields.join(between(locale));
        locale.text_with("desk-told", &args!("title" => self.heading(locale), "fields" => fields)).into_owned()
    }
}

const fn between(locale: Locale) -> &'static str {
    match locale {
        Locale::ZhCn => "；",
        Locale::En => "; ",
    }
}
