//! `calmdesk report`: the printable report of a log.

use super::{Done, Failure};
use crate::args;
use crate::locale::Texts;
use crate::logbook::recording::{Opened, open};
use crate::procedure::PaperCatalogue;
use crate::report::{self, Input, Page, Versions};
use crate::rubric::Rubric;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::Locale;
use clap::ArgMatches;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let log = given.get_one::<OsString>("LOG").map(PathBuf::from).unwrap_or_default();
    let opened = open(&log).map_err(|error| Failure::Problem(locale.say(&error.message())))?;
    // Beside the log unless told otherwise.
    let output = match given.get_one::<OsString>("output") {
        Some(path) => PathBuf::from(path),
        None => log.with_extension(if cfg!(feature = "pdf") { "pdf" } else { "html" }),
    };
    let rubric = super::rubric::chosen(given, locale)?;
    let bytes = written(&page(&opened, &rubric, locale), &output, locale)?;
    report::save(&output, &bytes).map_err(|error| Failure::Problem(locale.say(&error.message())))?;
    let shown = output.display().to_string();
    writeln!(io::stdout(), "{}", locale.text_with("report-saved", &args!("path" => shown)))?;
    if let Some(damage) = opened.damage {
        let text = locale.text_with("replay-torn", &args!("line" => damage.line, "bytes" => damage.bytes));
        writeln!(io::stderr(), "{text}")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The page of a log by a rubric; the log's own is the standard.
pub fn page(opened: &Opened, rubric: &Rubric, locale: Locale) -> Page {
    let head = &opened.head;
    let own = format!("{}/{}", rubric.id, rubric.version);
    let judged_by = if rubric.id == Rubric::shipped().id { &head.rubric } else { &own };
    let input = Input {
        scenario: &opened.scenario,
        rubric,
        acts: ActCatalogue::shipped(),
        law: opened.scenario.library(),
        papers: PaperCatalogue::shipped(),
        settings: &head.settings,
        trainee: head.trainee.as_deref(),
        class: head.class.as_deref(),
        started: &head.started,
        attempt: None,
        self_rating: opened.self_rating,
        how: Some(&opened.how),
        versions: Versions { app: &head.app, acts: &head.acts, rubric: judged_by, model: &head.model },
        events: &opened.events,
    };
    report::page(&input, locale)
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
