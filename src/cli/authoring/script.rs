//! `calmdesk script`: the whole script on paper, for live role-play.

use super::super::command::{HelpTexts, lossy};
use super::super::terminal;
use super::super::{Done, Failure, play};
use super::save;
use crate::args;
use crate::locale::Texts;
use crate::report::script::{handout, html, pdf};
use crate::vocabulary::Locale;
use clap::{ArgMatches, Command};
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

pub fn command(texts: &HelpTexts) -> Command {
    texts
        .command("script", "calmdesk script SCENARIO [-o OUT.pdf|OUT.html]")
        .arg(texts.positional("SCENARIO", "cli-arg-script-path").required(true))
        .arg(texts.option("output", "FILE", "cli-arg-script-output").short('o'))
}

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let name = given.get_one::<OsString>("SCENARIO").map(|name| lossy(name)).unwrap_or_default();
    let entry = play::find(&play::library(), &name, locale)?;
    let scenario = &play::sound(&entry, locale)?;
    let output = match given.get_one::<OsString>("output") {
        Some(path) => PathBuf::from(path),
        None => PathBuf::from(format!("{}.{}", entry.id(), if cfg!(feature = "pdf") { "pdf" } else { "html" })),
    };
    let handout = handout(scenario, locale);
    let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let shown = output.display().to_string();
    let bytes = match ending.as_deref() {
        Some("pdf") => pdf(&handout).map_err(|error| Failure::Problem(locale.say(&error.message())))?,
        Some("html" | "htm") => html(&handout).into_bytes(),
        _ => {
            let text = locale.text_with("script-unknown-form", &args!("path" => shown));
            return Err(Failure::Usage(text.into_owned()));
        }
    };
    save(&output, &bytes, locale)?;
    writeln!(terminal::out(), "{}", locale.text_with("script-saved", &args!("path" => shown)))?;
    Ok(ExitCode::SUCCESS)
}
