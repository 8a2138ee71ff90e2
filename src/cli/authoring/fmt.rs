//! `calmdesk fmt`: the canonical layout of `scenario.ron`.

use super::super::command::Texts;
use super::super::{Done, Failure, paths};
use super::{complaints, folder_of, save};
use crate::args;
use crate::locale::Locale;
use crate::scenario::bundle::SCENARIO_FILE;
use crate::scenario::format::format;
use crate::scenario::{SourceBundle, load};
use clap::{ArgMatches, Command};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

pub fn command(texts: &Texts) -> Command {
    texts
        .command("fmt", "calmdesk fmt PATH… [--check]")
        .arg(texts.positional("PATH", "cli-arg-fmt-path").required(true).num_args(1..))
        .arg(texts.flag("check", "cli-arg-fmt-check"))
}

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let check = given.get_flag("check");
    let mut untidy = 0;
    for path in paths(given, "PATH") {
        untidy += usize::from(!one(&path, check, locale)?);
    }
    Ok(if check && untidy > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Lays out one scenario; whether it was tidy before.
fn one(path: &Path, check: bool, locale: Locale) -> Result<bool, Failure> {
    let bundle = SourceBundle::read_dir(path).map_err(|error| Failure::Problem(error.text(locale)))?;
    let file = folder_of(path).join(SCENARIO_FILE);
    let shown = args!("path" => file.display().to_string());
    let before = bundle.file(SCENARIO_FILE).unwrap_or_default();
    let Ok(after) = format(before) else {
        let lead = locale.text_with("fmt-not-sound", &shown);
        let problems = complaints(&bundle, folder_of(path), &load(&bundle).diagnostics, locale);
        return Err(Failure::Problem(format!("{lead}\n\n{problems}")));
    };
    let tidy = after == before;
    let id = match (tidy, check) {
        (true, _) => "fmt-same",
        (false, true) => "fmt-untidy",
        (false, false) => {
            save(&file, &after, locale)?;
            "fmt-done"
        }
    };
    writeln!(io::stdout(), "{}", locale.text_with(id, &shown))?;
    Ok(tidy)
}
