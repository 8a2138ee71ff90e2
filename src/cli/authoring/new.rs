//! `calmdesk new`: a folder with a scenario that works, to change into one's own.

use super::super::command::{HelpTexts, lossy};
use super::super::terminal;
use super::super::{Done, Failure, refused};
use crate::args;
use crate::authoring::starter::{Template, create};
use crate::locale::Texts;
use crate::scenario::bundle::is_id;
use crate::vocabulary::Locale;
use clap::{ArgMatches, Command};
use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

pub fn command(texts: &HelpTexts) -> Command {
    texts
        .command("new", "calmdesk new ID [--template one|mediation|collective | --example] [--into FOLDER]")
        .arg(texts.positional("ID", "cli-arg-new-id").required(true))
        .arg(
            texts
                .option("template", "one|mediation|collective", "cli-arg-template")
                .value_parser(Template::NAMED.map(|(name, _)| name)),
        )
        .arg(texts.flag("example", "cli-arg-example").conflicts_with("template"))
        .arg(texts.option("into", "FOLDER", "cli-arg-into"))
}

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let id = given.get_one::<OsString>("ID").map(|id| lossy(id)).unwrap_or_default();
    if !is_id(&id) {
        return Err(Failure::Usage(locale.text_with("new-bad-id", &args!("id" => id)).into_owned()));
    }
    let template = match given.get_one::<String>("template").and_then(|name| Template::named(name)) {
        _ if given.get_flag("example") => Template::Example,
        Some(template) => template,
        None => Template::default(),
    };
    let into = given.get_one::<OsString>("into").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let folder = create(&into, &id, &template.files(locale)).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            let path = into.join(&id).display().to_string();
            Failure::Problem(locale.text_with("new-exists", &args!("path" => path)).into_owned())
        }
        _ => refused("new-cannot-write", &into.join(&id), &error, locale),
    })?;
    let path = folder.display().to_string();
    writeln!(terminal::out(), "{}", locale.text_with("new-made", &args!("path" => path)))?;
    Ok(ExitCode::SUCCESS)
}
