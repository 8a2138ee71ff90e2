//! Diagnostics as a person reads them in a terminal.

use crate::locale::Texts;
use crate::scenario::diagnostic::{Diagnostic, Severity};
use crate::scenario::syntax::made_visible;
use crate::vocabulary::Locale;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// The whole diagnostic with its line, caret and hint. `path` stands in front of line and column.
pub fn render(diagnostic: &Diagnostic, path: &str, source: &str, locale: Locale, colour: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(locale.text("severity-error")),
        Severity::Warning => Level::WARNING.with_name(locale.text("severity-warning")),
        Severity::Note => Level::NOTE.with_name(locale.text("severity-note")),
    };
    let code = diagnostic.code.to_string();
    // The renderer shows the controls of the source as signs; names within a message are ours to look after.
    let title = made_visible(&locale.say(&diagnostic.message())).into_owned();
    let hint = locale.say_if_known(&diagnostic.advice()).map(|hint| made_visible(&hint).into_owned());
    let path = made_visible(path);
    let labels: Vec<_> = diagnostic.labels.iter().map(|label| (label.span.clone(), locale.text(label.text))).collect();
    let mut snippet = Snippet::source(source)
        .path(&*path)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::diagnostic::Code;

    #[test]
    fn nothing_of_a_file_paints_beside_the_renderer() {
        let evil = "\u{1b}[38;5;0mx\u{9b}2J\u{202e}";
        let problem = Diagnostic::new(Code::UnknownAct, "scenario.ron", 0..1).with("name", evil);
        for colour in [false, true] {
            let drawn = render(&problem, evil, evil, Locale::ZhCn, colour);
            assert!(!drawn.split('\u{1b}').skip(1).any(|after| after.starts_with("[38;5;0m")), "{drawn:?}");
            assert!(!drawn.contains('\u{202e}') && (colour || !drawn.contains('\u{1b}')), "{drawn:?}");
        }
    }
}
