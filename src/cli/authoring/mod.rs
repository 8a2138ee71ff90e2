//! The commands for people who write scenarios.

mod fmt;
mod import;
pub mod lsp;
mod new;
mod script;
mod translate;

use super::command::HelpTexts;
use super::{Done, Failure, refused};
use crate::lint::render;
use crate::logbook::{Readers, SaveError};
use crate::scenario::bundle::{SCENARIO_FILE, place_of};
use crate::scenario::{Diagnostic, SourceBundle};
use crate::vocabulary::Locale;
use clap::{ArgMatches, Command};
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

/// Replaces a file as a whole.
fn save(path: &Path, bytes: &[u8], locale: Locale) -> Result<(), Failure> {
    crate::logbook::save(path, bytes, Readers::Usual)
        .map_err(|SaveError { path, source }| refused("authoring-cannot-write", &path, &source, locale))
}

/// What is wrong with a scenario, as `check` shows it.
fn complaints(bundle: &SourceBundle, given: &Path, problems: &[Diagnostic], locale: Locale) -> String {
    let shown = problems.iter().filter(|problem| problem.is_error()).map(|problem| {
        let path = place_of(given, &problem.file).display().to_string();
        render(problem, &path, &bundle.shown(&problem.file), locale, false)
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
