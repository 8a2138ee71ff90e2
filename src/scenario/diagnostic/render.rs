//! Diagnostics as a person reads them in a terminal.

use super::{Diagnostic, Hint, Severity, Value};
use crate::locale::FluentArgs;
use crate::locale::Texts;
use crate::vocabulary::Locale;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// The message in the reader's language.
pub fn message(diagnostic: &Diagnostic, locale: Locale) -> String {
    locale.text_with(&diagnostic.code.text_id(), &arguments(diagnostic, locale)).into_owned()
}

/// What to do about it, where there is something to say.
pub fn hint(diagnostic: &Diagnostic, locale: Locale) -> Option<String> {
    match &diagnostic.hint {
        Some(Hint::DidYouMean(name)) => {
            Some(locale.text_with("hint-did-you-mean", &crate::args!("name" => name.as_str())).into_owned())
        }
        Some(Hint::OneOf(names)) => {
            let separator = locale.text("hint-separator");
            Some(locale.text_with("hint-one-of", &crate::args!("names" => names.join(&separator))).into_owned())
        }
        Some(Hint::Text(id)) => Some(locale.text_with(id, &arguments(diagnostic, locale)).into_owned()),
        None => {
            let id = format!("{}.hint", diagnostic.code);
            locale.find(&id, Some(&arguments(diagnostic, locale))).map(|text| text.into_owned())
        }
    }
}

fn arguments(diagnostic: &Diagnostic, locale: Locale) -> FluentArgs<'static> {
    let mut args = FluentArgs::new();
    for (name, value) in &diagnostic.args {
        match value {
            // A criterion is known to people by its name.
            Value::Text(id) if *name == "criterion" => {
                let said = locale.find(&format!("criterion-{id}"), None);
                args.set(*name, said.map_or_else(|| id.clone(), |said| said.into_owned()));
            }
            // Stages, steps and actors are written as data and read as words.
            Value::Text(id) if matches!(*name, "stage" | "step" | "by" | "right") => {
                args.set(*name, words_of(id, locale))
            }
            Value::Text(text) => args.set(*name, text.clone()),
            Value::Number(number) => args.set(*name, *number),
        }
    }
    args
}

/// What the procedure engine calls it: each word names its own message.
fn words_of(ids: &str, locale: Locale) -> String {
    let words: Vec<_> = ids.split(' ').map(|id| locale.text(id).into_owned()).collect();
    words.join(&locale.text("actor-or"))
}

/// The whole diagnostic with its line, caret and hint. `path` stands in front of line and column.
pub fn render(diagnostic: &Diagnostic, path: &str, source: &str, locale: Locale, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(locale.text("severity-error")),
        Severity::Warning => Level::WARNING.with_name(locale.text("severity-warning")),
        Severity::Note => Level::NOTE.with_name(locale.text("severity-note")),
    };
    let code = diagnostic.code.to_string();
    let title = message(diagnostic, locale);
    let hint = hint(diagnostic, locale);
    let labels: Vec<_> = diagnostic.labels.iter().map(|label| (label.span.clone(), locale.text(label.text))).collect();
    let mut snippet = Snippet::source(source)
        .path(path)
        .line_start(1)
        .annotation(AnnotationKind::Primary.span(diagnostic.span.clone()));
    for (span, text) in &labels {
        snippet = snippet.annotation(AnnotationKind::Context.span(span.clone()).label(&**text));
    }
    let mut group = level.primary_title(title).id(code).element(snippet);
    if let Some(hint) = hint {
        group = group.element(Level::HELP.with_name(locale.text("severity-hint")).message(hint));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}
