//! The command line: one file a command.
//!
//! Exit codes: 0 all is well, 1 a problem was found, 2 the command line was wrong.

mod answers;
mod authoring;
mod calibration;
pub mod check;
#[cfg(feature = "class")]
mod class;
mod command;
mod deadline;
mod drive;
mod graph;
mod law;
mod play;
mod rehearse;
mod rehearse_text;
mod replay;
mod report;
mod results;
pub mod rubric;
mod score;
mod score_data;
mod screen;
mod self_rating;
mod terminal;

use crate::args;
use crate::locale::Texts;
use crate::vocabulary::{Locale, Message, io_message};
use clap::ArgMatches;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Why a command stopped.
#[derive(Debug)]
pub enum Failure {
    /// A problem was found: exit code 1.
    Problem(String),
    /// The command line was wrong: exit code 2.
    Usage(String),
    /// The person changed their mind: exit code 0.
    Left,
    /// Nobody reads the output any more, or it cannot be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// How a command ends: its exit code, or what the user is told.
pub type Done = Result<ExitCode, Failure>;

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let locale = match command::language(&words) {
        Ok(locale) => locale,
        Err(unknown) => {
            let locale = crate::locale::of_system();
            return end(Err(Failure::Usage(unknown_language(&unknown.0, locale))), locale);
        }
    };
    end(run(words, locale), locale)
}

fn run(words: Vec<OsString>, locale: Locale) -> Done {
    let matches = match command::command(locale).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => return command::explain(&error, locale),
    };
    match matches.subcommand() {
        Some(("play", given)) => play::run(given, locale),
        Some(("replay", given)) => replay::run(given, locale),
        Some(("report", given)) => report::run(given, locale),
        Some(("check", given)) => {
            let format = match given.get_one::<String>("format").map(String::as_str) {
                Some("json") => check::Format::Json,
                Some("github") => check::Format::Github,
                _ => check::Format::Human,
            };
            check::run(&paths(given, "PATH"), locale, format)
        }
        Some(("rehearse", given)) => rehearse::run(given, locale),
        Some(("graph", given)) => graph::run(given, locale),
        Some(("score", given)) => score::run(given, locale),
        Some(("deadline", given)) => deadline::run(given, locale),
        Some(("law", given)) => law::run(given, locale),
        #[cfg(feature = "class")]
        Some(("class", given)) => class::run(given, locale),
        Some(("lsp", given)) => {
            authoring::lsp::run(given, locale, matches.contains_id("lang") || given.contains_id("lang"))
        }
        Some((name, given)) if authoring::knows(name) => authoring::run(name, given, locale),
        _ => window(locale, matches.contains_id("lang")),
    }
}

fn paths(given: &ArgMatches, name: &str) -> Vec<PathBuf> {
    given.get_many::<OsString>(name).into_iter().flatten().map(Into::into).collect()
}

/// No command: the window, and where there is none, the terminal.
#[cfg(feature = "gui")]
fn window(locale: Locale, asked_for: bool) -> Done {
    use crate::logbook::store::Store;
    // Without a home the window has nowhere to keep sessions; the terminal at least takes `--log`.
    let Ok(store) = Store::of_user() else {
        return Err(Failure::Problem(locale.text("play-no-data-folder").into_owned()));
    };
    let options = crate::app::Options {
        locale: asked_for.then_some(locale),
        data: store.root().to_owned(),
        scenarios: Some(store.scenarios()),
    };
    match crate::app::run(&options) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(why) => terminal_instead(&why.to_string(), locale),
    }
}

#[cfg(not(feature = "gui"))]
fn window(locale: Locale, _asked_for: bool) -> Done {
    terminal_instead(&locale.text("cli-built-without-window"), locale)
}

fn terminal_instead(why: &str, locale: Locale) -> Done {
    use std::io::IsTerminal;
    let mut err = terminal::err();
    writeln!(err, "{why}")?;
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        writeln!(err, "{}\n", locale.text("cli-terminal-instead"))?;
        drop(err);
        return play::interactive(locale);
    }
    writeln!(err, "{}", locale.text("cli-terminal-offer"))?;
    Ok(ExitCode::FAILURE)
}

/// What the system refused to do with a file: the text `id` takes `path` and `reason`.
fn refused(id: &'static str, path: &Path, error: &io::Error, locale: Locale) -> Failure {
    let message = Message::new(id).with("path", path.display().to_string()).with("reason", io_message(error));
    Failure::Problem(locale.say(&message))
}

/// A result never goes where one of its sources lies.
fn not_over(sources: &[&Path], output: &Path, locale: Locale) -> Result<(), Failure> {
    if sources.iter().any(|source| is_same(source, output)) {
        let args = args!("path" => output.display().to_string());
        return Err(Failure::Usage(locale.text_with("cli-over-source", &args).into_owned()));
    }
    Ok(())
}

/// Whether two paths lead to one file, by whatever names and links.
fn is_same(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    if let (Ok(one), Ok(other)) = (std::fs::metadata(one), std::fs::metadata(other)) {
        use std::os::unix::fs::MetadataExt;
        return (one.dev(), one.ino()) == (other.dev(), other.ino());
    }
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Items in a row, as `id` joins two.
fn joined(id: &str, items: &[impl AsRef<str>], locale: Locale) -> String {
    let mut items = items.iter().map(AsRef::as_ref);
    let first = items.next().unwrap_or_default().to_owned();
    items.fold(first, |rest, next| locale.text_with(id, &args!("rest" => rest, "next" => next)).into_owned())
}

fn unknown_language(tag: &str, locale: Locale) -> String {
    let known = joined("cli-list", &Locale::ALL.map(Locale::tag), locale);
    locale.text_with("cli-unknown-language", &args!("tag" => tag, "known" => known)).into_owned()
}

fn end(done: Done, locale: Locale) -> ExitCode {
    let (sentence, code) = match done {
        Ok(code) => return code,
        Err(Failure::Problem(sentence)) => (sentence, ExitCode::FAILURE),
        Err(Failure::Usage(sentence)) => (sentence, ExitCode::from(2)),
        Err(Failure::Left) => return ExitCode::SUCCESS,
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Err(Failure::Output(error)) => {
            let reason = locale.say(&io_message(&error));
            (locale.text_with("cli-cannot-print", &args!("reason" => reason)).into_owned(), ExitCode::FAILURE)
        }
    };
    // Where not even this can be said, the exit code still can.
    let _ = writeln!(terminal::err(), "{sentence}");
    code
}
