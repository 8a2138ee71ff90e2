//! A form in words: its heading, and what stands in it once it is filled.

use crate::args;
use crate::locale::Texts;
use crate::procedure::{FormAnswer, Printed};
use crate::scenario::desk_task::{DeskTask, TaskKind};
use crate::vocabulary::Locale;
use std::borrow::Cow;

/// Stands for a part that is still open.
const OPEN: &str = "……";

/// The author's heading, the paper's name, or what an answer is called.
pub fn heading(task: &DeskTask, locale: Locale) -> String {
    if !task.title.original.trim().is_empty() {
        return task.title.get(locale).to_owned();
    }
    match (task.kind, task.form.paper_kind()) {
        (TaskKind::Form, Some(paper)) => paper.title.get(locale).to_owned(),
        (TaskKind::Form, None) => locale.text("desk-form").into_owned(),
        (TaskKind::Compose, _) => locale.text("desk-compose").into_owned(),
    }
}

/// What stands on the paper beforehand, on one line; `None`: nothing.
pub fn printed(task: &DeskTask, locale: Locale) -> Option<String> {
    let one = |printed: &Printed| {
        let args = args!("label" => locale.say(&printed.of.label()), "words" => printed.text.get(locale));
        locale.text_with("desk-told-field", &args).into_owned()
    };
    let all: Vec<String> = task.form.printed.iter().map(one).collect();
    let all = all.join(between(locale));
    (!all.is_empty()).then(|| locale.text_with("desk-printed", &args!("fields" => all)).into_owned())
}

/// The words in one field; `None` while it is open.
pub fn words(task: &DeskTask, field: usize, answer: FormAnswer, locale: Locale) -> Option<Cow<'_, str>> {
    Some(locale.words(&task.form.entry(answer.of(field)?)?.opt.text))
}

/// The answer as a sentence; parts that are still open are dots.
pub fn sentence(task: &DeskTask, answer: FormAnswer, locale: Locale) -> String {
    let part = |at: usize| words(task, at, answer, locale).unwrap_or(OPEN.into()).trim().to_owned();
    let args = args!("basis" => part(0), "path" => part(1), "time" => part(2));
    locale.text_with("desk-sentence", &args).into_owned()
}

/// What was handed in, on one line: the answer's sentence, or field by field.
pub fn handed_in(task: &DeskTask, answer: FormAnswer, locale: Locale) -> String {
    if task.kind == TaskKind::Compose {
        return sentence(task, answer, locale);
    }
    let fields = task.form.fields.iter().enumerate().map(|(at, field)| {
        let words = words(task, at, answer, locale).unwrap_or(OPEN.into());
        locale
            .text_with("desk-told-field", &args!("label" => locale.words(&field.label), "words" => words))
            .into_owned()
    });
    let fields: Vec<String> = fields.collect();
    let fields = fields.join(between(locale));
    locale.text_with("desk-told", &args!("title" => heading(task, locale), "fields" => fields)).into_owned()
}

const fn between(locale: Locale) -> &'static str {
    match locale {
        Locale::ZhCn => "；",
        Locale::En => "; ",
    }
}
