//! `calmdesk class export`: results, or all that is known of one person.

use super::super::command::HelpTexts;
use super::super::terminal;
use super::super::{Done, Failure, refused};
use super::results::{gathered, standing};
use super::{Desk, assignment_arg, code_arg, path, shown, sub};
use crate::args;
use crate::classroom::export::{self, CsvForm, CsvSeparator};
use crate::classroom::results::{Names, ResultRow, results};
use crate::locale::Texts;
use crate::logbook::{Readers, SaveError, save, save_folder};
use clap::{ArgMatches, Command, value_parser};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn command(texts: &HelpTexts) -> Command {
    let tables = ["attempts", "criteria", "items"];
    sub(texts, "export", "calmdesk class export CODE -o FILE.csv|FILE.xlsx|FILE.json [--names] …\n        calmdesk class export CODE --person WHO -o FOLDER")
        .arg(code_arg(texts))
        .arg(texts.option("output", "FILE", "class-arg-output").short('o').required(true))
        .arg(assignment_arg(texts))
        .arg(texts.flag("names", "class-arg-names"))
        .arg(texts.option("table", "attempts|criteria|items", "class-arg-table").value_parser(tables))
        .arg(
            texts
                .option("separator", "comma|semicolon|tab", "class-arg-separator")
                .value_parser(["comma", "semicolon", "tab"]),
        )
        .arg(texts.flag("no-bom", "class-arg-no-bom"))
        .arg(texts.flag("moodle", "class-arg-moodle").conflicts_with_all(["table", "separator", "no-bom"]))
        .arg(
            (texts.option("person", "WHO", "class-arg-person").value_parser(value_parser!(String)))
                .conflicts_with_all(["moodle", "table", "assignment"]),
        )
}

pub(super) async fn run(desk: &Desk, given: &ArgMatches) -> Done {
    let output = path(given, "output");
    if let Some(who) = given.get_one::<String>("person") {
        return portable(desk, given, who, &output).await;
    }
    let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let text = |name: &str| given.get_one::<String>(name).map(String::as_str);
    let bytes = match ending.as_deref() {
        _ if given.get_flag("moodle") => moodle(desk, given).await?,
        Some("xlsx") => desk.told(export::xlsx(&gathered(desk, given).await?))?,
        Some("json") => desk.told(export::json(&gathered(desk, given).await?))?,
        Some("csv") => {
            let found = gathered(desk, given).await?;
            let sheet = match text("table") {
                Some("criteria") => export::heat(&found),
                Some("items") => export::items(&found),
                _ => export::attempts(&found),
            };
            let separator = match text("separator") {
                Some("semicolon") => CsvSeparator::Semicolon,
                Some("tab") => CsvSeparator::Tab,
                _ => CsvSeparator::Comma,
            };
            desk.told(export::csv(&sheet, CsvForm { bom: !given.get_flag("no-bom"), separator }))?
        }
        _ => {
            let args = args!("path" => shown(&output));
            return Err(Failure::Usage(desk.locale.text_with("class-unknown-form", &args).into_owned()));
        }
    };
    written(desk, &output, &bytes)?;
    writeln!(terminal::out(), "{}", desk.locale.text_with("class-exported", &args!("path" => shown(&output))))?;
    Ok(ExitCode::SUCCESS)
}

fn written(desk: &Desk, output: &Path, bytes: &[u8]) -> Result<(), Failure> {
    // It may hold names.
    save(output, bytes, Readers::Owner)
        .map_err(|SaveError { path, source }| refused("graph-unsaved", &path, &source, desk.locale))
}

async fn moodle(desk: &Desk, given: &ArgMatches) -> Result<Vec<u8>, Failure> {
    let class = desk.class(given).await?;
    // An import goes by numbers; that it was asked for is asking for them.
    let found = results(&desk.store, class.id, super::assignment_of(given), Names::Real).await;
    let feedback = |rows: &[&ResultRow]| {
        let said = rows.iter().map(|row| format!("{} {}: {}", row.scenario, row.number, standing(row, desk.locale)));
        said.collect::<Vec<_>>().join("; ")
    };
    let made = desk.told(export::moodle(&desk.told(found)?, feedback))?;
    if !made.without_number.is_empty() {
        let names = super::super::joined("cli-list", &made.without_number, desk.locale);
        writeln!(terminal::err(), "{}", desk.locale.text_with("class-moodle-left-out", &args!("names" => names)))?;
    }
    Ok(made.csv)
}

/// A folder with a log a file, and everything else in `person.json`.
async fn portable(desk: &Desk, given: &ArgMatches, who: &str, output: &Path) -> Done {
    let class = desk.class(given).await?;
    let person = desk.person(&class, who).await?;
    let all = desk.told(desk.store.portable(person.id).await)?;
    let json = serde_json::to_vec_pretty(&all).map_err(std::io::Error::from)?;
    let mut files = vec![("person.json".to_owned(), json)];
    for one in &all.attempts {
        let name = format!("{}-{}.{}", one.attempt.started.0, one.attempt.id, crate::logbook::store::EXTENSION);
        files.push((name, one.log.clone().into_bytes()));
    }
    let (into, name) = (output.parent().unwrap_or(Path::new(".")), output.file_name().unwrap_or_default());
    let into = if into.as_os_str().is_empty() { Path::new(".") } else { into };
    let made = save_folder(into, &name.to_string_lossy(), &files);
    made.map_err(|error| refused("graph-unsaved", output, &error, desk.locale))?;
    let args = args!("attempts" => all.attempts.len(), "path" => shown(output));
    writeln!(terminal::out(), "{}", desk.locale.text_with("class-portable", &args))?;
    Ok(ExitCode::SUCCESS)
}
