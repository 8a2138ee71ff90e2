//! The commands for people who write scenarios.

mod fmt;
mod import;
pub mod lsp;
mod new;
mod script;
mod translate;

use super::command::HelpTexts;
use super::{Done, Failure};
use crate::args;
use crate::locale::Texts;
use crate::logbook::SaveError;
use crate::logbook::error::io_text_id;
use crate::scenario::bundle::{SCENARIO_FILE, place_of};
use crate::scenario::{Diagnostic, SourceBundle, diagnostic};
use crate::vocabulary::Locale;
use clap::{ArgMatches, Command};
use std::io::{self, IsTerminal};
use std::path::Path;

/// What each adds to the command line, in the order of an author's work.
pub fn commands(texts: &HelpTexts) -> [Command; 6] {
    [
        new::command(texts),
        fmt::command(texts),
        translate::command(texts),
        script::command(texts),
        import::command(texts),
        lsp::command(texts),
    ]
}

pub fn knows(name: &str) -> bool {
    matches!(name, "new" | "fmt" | "translate" | "script" | "import")
}

pub fn run(name: &str, given: &ArgMatches, locale: Locale) -> Done {
    match name {
        "translate" => translate::run(given, locale),
        "script" => script::run(given, locale),
        "import" => import::run(given, locale),
        "fmt" => fmt::run(given, locale),
        _ => new::run(given, locale),
    }
}

/// What the system refused, with the path in front.
fn refused(id: &str, path: &Path, error: &io::Error, locale: Locale) -> Failure {
    let reason = locale.text(io_text_id(error));
    let args = args!("path" => path.display().to_string(), "reason" => reason);
    Failure::Problem(locale.text_with(id, &args).into_owned())
}

/// Replaces a file as a whole.
fn save(path: &Path, bytes: &[u8], locale: Locale) -> Result<(), Failure> {
    crate::logbook::save(path, bytes)
        .map_err(|SaveError { path, source }| refused("authoring-cannot-write", &path, &source, locale))
}

/// What is wrong with a scenario, as `check` shows it.
fn complaints(bundle: &SourceBundle, given: &Path, problems: &[Diagnostic], locale: Locale) -> String {
    let colour = io::stderr().is_terminal();
    let shown = problems.iter().filter(|problem| problem.is_error()).map(|problem| {
        let path = place_of(given, &problem.file).display().to_string();
        diagnostic::render(problem, &path, &bundle.shown(&problem.file), locale, colour)
    });
    shown.collect::<Vec<_>>().join("\n\n")
}

/// The folder in which a scenario lies, given itself or its file.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if path.file_name().is_some_and(|name| name == SCENARIO_FILE) && path.is_file() => parent,
        _ => path,
    }
}
