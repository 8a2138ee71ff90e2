//! The rubric that a command is asked to use: one of the shipped by its name, or an instructor's file.

use super::Failure;
use super::command::lossy;
use crate::args;
use crate::locale::Texts;
use crate::rubric::Rubric;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;
use crate::vocabulary::{Message, io_message, read_file};
use clap::ArgMatches;
use std::borrow::Cow;
use std::ffi::OsString;
use std::path::Path;

/// Largest rubric file that is read, in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// What `--rubric` names; the standard where it is not given.
///
/// # Errors
///
/// A [`Failure`] in the user's language: no such file, too large, or no rubric.
pub fn chosen(given: &ArgMatches, locale: Locale) -> Result<Cow<'static, Rubric>, Failure> {
    match given.get_one::<OsString>("rubric") {
        None => Ok(Cow::Borrowed(Rubric::shipped())),
        Some(name) => named(&lossy(name), locale),
    }
}

/// The rubric of this id, or in the file of this name.
///
/// # Errors
///
/// A [`Failure`] in the user's language: no such file, too large, or no rubric.
pub fn named(name: &str, locale: Locale) -> Result<Cow<'static, Rubric>, Failure> {
    if name == Rubric::shipped().id {
        return Ok(Cow::Borrowed(Rubric::shipped()));
    }
    if let Some((_, source)) = Rubric::SHIPPED.iter().find(|(id, _)| *id == name) {
        return parsed(source, name, locale);
    }
    let path = Path::new(name);
    let refused = |reason: Message| {
        let known = super::joined("cli-list", &Rubric::SHIPPED.map(|(id, _)| id), locale);
        let args = args!("path" => name, "reason" => locale.say(&reason), "known" => known);
        Failure::Problem(locale.text_with("rubric-cannot-read", &args).into_owned())
    };
    let bytes = read_file(path, MAX_BYTES).map_err(|error| refused(io_message(&error)))?;
    let source = utf8(&bytes).map_err(refused)?;
    parsed(source.trim_start_matches('\u{FEFF}'), name, locale)
}

/// Bytes as a text, or where they stop being one.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, Message> {
    std::str::from_utf8(bytes).map_err(|error| {
        let good = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        let line = good.matches('\n').count() + 1;
        let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Message::new("rubric-not-utf8").with("line", line).with("column", column)
    })
}

fn parsed(source: &str, name: &str, locale: Locale) -> Result<Cow<'static, Rubric>, Failure> {
    Rubric::parse(source, ActCatalogue::shipped()).map(Cow::Owned).map_err(|error| {
        // Line and column behind the path, as every other complaint about a file has them.
        let path = error.line(source).map_or_else(|| name.to_owned(), |line| format!("{name}:{line}"));
        let args = args!("path" => path, "problem" => locale.say(&error.message()));
        Failure::Problem(locale.text_with("rubric-broken", &args).into_owned())
    })
}
