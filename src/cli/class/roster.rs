//! `calmdesk class roster`: what a roster was taken for, before anything is kept.

use super::super::command::HelpTexts;
use super::super::terminal;
use super::super::{Done, Failure, refused};
use super::{Desk, code_arg, path, sub};
use crate::args;
use crate::classroom::roster::{Preview, RosterColumn, keep, preview};
use crate::coding::MAX_BYTES;
use crate::locale::Texts;
use crate::vocabulary::read_file;
use clap::{ArgMatches, Command};
use std::io::Write;
use std::process::ExitCode;

pub(super) fn command(texts: &HelpTexts) -> Command {
    sub(texts, "roster", "calmdesk class roster CODE FILE [--keep]")
        .arg(code_arg(texts))
        .arg(texts.positional("FILE", "class-arg-file").required(true))
        .arg(texts.flag("keep", "class-arg-keep"))
}

pub(super) async fn run(desk: &Desk, given: &ArgMatches) -> Done {
    let class = desk.class(given).await?;
    let file = path(given, "FILE");
    let bytes =
        read_file(&file, MAX_BYTES as u64).map_err(|error| refused("score-cannot-read", &file, &error, desk.locale))?;
    let people = desk.told(desk.store.people(class.id).await)?;
    let read = preview(&bytes, &people).map_err(|error| {
        let lines: Vec<String> = error.messages().iter().map(|message| desk.locale.say(message)).collect();
        Failure::Problem(lines.join("\n"))
    })?;
    show(desk, &read)?;
    let mut out = terminal::out();
    if given.get_flag("keep") {
        let kept = desk.told(keep(&desk.store, class.id, &read, desk.now).await)?.len();
        writeln!(out, "{}", desk.locale.text_with("class-roster-kept", &args!("count" => kept)))?;
    } else {
        let count = read.people().len();
        writeln!(out, "{}", desk.locale.text_with("class-roster-would", &args!("count" => count)))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn show(desk: &Desk, read: &Preview) -> std::io::Result<()> {
    let locale = desk.locale;
    let mut out = terminal::out();
    let (encoding, separator) = read.how.text_ids();
    let args = args!("encoding" => locale.text(encoding), "separator" => locale.text(separator));
    writeln!(out, "{}", locale.text_with("class-roster-read", &args))?;
    match read.head_line {
        None => writeln!(out, "{}", locale.text("class-roster-no-head"))?,
        Some(_) => {
            for (head, column) in &read.columns {
                let taken = match column {
                    Some(RosterColumn::Name) => "class-column-name",
                    Some(RosterColumn::Number) => "class-column-number",
                    Some(RosterColumn::Pseudonym) => "class-column-pseudonym",
                    None => "class-column-none",
                };
                let args = args!("head" => head.as_str(), "as" => locale.text(taken));
                writeln!(out, "{}", locale.text_with("class-roster-column", &args))?;
            }
        }
    }
    for row in &read.rows {
        let person = &row.person;
        let who = [&person.name, &person.number, &person.pseudonym].into_iter().flatten();
        let who = who.cloned().collect::<Vec<_>>().join(" · ");
        let line = match &row.note {
            None => locale.text_with("class-roster-row", &args!("line" => row.line, "who" => who)),
            Some(note) => {
                let note = locale.say(&note.message());
                locale.text_with("class-roster-row-note", &args!("line" => row.line, "who" => who, "note" => note))
            }
        };
        writeln!(out, "{}", terminal::one_line(&line))?;
    }
    Ok(())
}
