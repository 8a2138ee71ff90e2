//! `calmdesk report`: the printable report of a log.

use super::terminal;
use super::{Done, Failure};
use crate::args;
use crate::locale::Texts;
use crate::logbook::running::refuse_running;
use crate::logbook::{LogError, open};
use crate::report::{self, Page};
use crate::vocabulary::Locale;
use clap::ArgMatches;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let log = given.get_one::<OsString>("LOG").map(PathBuf::from).unwrap_or_default();
    let told = |error: LogError| Failure::Problem(locale.say(&error.message()));
    let opened = open(&log).map_err(told)?;
    if opened.is_open_exam() {
        refuse_running(&log).map_err(told)?;
    }
    // Beside the log unless told otherwise.
    let output = match given.get_one::<OsString>("output") {
        Some(path) => PathBuf::from(path),
        None => log.with_extension(if cfg!(feature = "pdf") { "pdf" } else { "html" }),
    };
    super::not_over(&[&log], &output, locale)?;
    let rubric = super::rubric::chosen(given, locale)?;
    let page = report::page_of_log(&opened, &rubric, locale);
    let bytes = written(&page, &output, locale)?;
    report::save(&output, &bytes).map_err(|error| Failure::Problem(locale.say(&error.message())))?;
    let shown = output.display().to_string();
    writeln!(terminal::out(), "{}", locale.text_with("report-saved", &args!("path" => shown)))?;
    if let Some(provenance) = page.provenance.filter(|one| one.standing == "differs") {
        writeln!(terminal::err(), "{}", provenance.words)?;
    }
    if let Some(damage) = opened.damage {
        let text = locale.text_with("replay-torn", &args!("line" => damage.line, "bytes" => damage.bytes));
        writeln!(terminal::err(), "{text}")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// In the form that the file's name asks for.
fn written(page: &Page, output: &Path, locale: Locale) -> Result<Vec<u8>, Failure> {
    let extension = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("json") => Ok(report::json(page).into_bytes()),
        Some("html" | "htm") => Ok(report::html(page).into_bytes()),
        Some("pdf") => report::pdf(page).map_err(|error| Failure::Problem(locale.say(&error.message()))),
        _ => {
            let shown = output.display().to_string();
            Err(Failure::Usage(locale.text_with("report-unknown-form", &args!("path" => shown)).into_owned()))
        }
    }
}
