//! `calmdesk class instructor`: who comes to the desk by name and password.

use super::super::command::HelpTexts;
use super::super::terminal;
use super::super::{Done, Failure};
use super::{Desk, code_arg, sub};
use crate::args;
use crate::locale::Texts;
use crate::vocabulary::too_long;
use clap::{ArgMatches, Command, value_parser};
use std::io::{BufRead, Read as _, Write};
use std::process::ExitCode;

/// Most characters of a password: as many as the page takes.
const LONGEST: usize = 200;
/// Bytes that are read of what is typed.
const MOST_BYTES: u64 = 4096;

pub(super) fn command(texts: &HelpTexts) -> Command {
    sub(texts, "instructor", "calmdesk class instructor CODE NAME")
        .arg(code_arg(texts))
        .arg(texts.positional("NAME", "class-arg-instructor").required(true).value_parser(value_parser!(String)))
}

/// The password is read from the standard input, so that it stands in no list of commands; an empty line takes it away.
pub(super) async fn run(desk: &Desk, given: &ArgMatches) -> Done {
    let class = desk.class(given).await?;
    let name = given.get_one::<String>("NAME").cloned().unwrap_or_default();
    writeln!(terminal::out(), "{}", desk.locale.text_with("class-type-password", &args!("name" => name.as_str())))?;
    let mut typed = String::new();
    std::io::stdin().lock().take(MOST_BYTES).read_line(&mut typed)?;
    let password = typed.trim_end_matches(['\r', '\n']);
    if let Some(number) = too_long(password, LONGEST) {
        let text = desk.locale.text_with("class-password-long", &args!("number" => number, "max" => LONGEST));
        return Err(Failure::Usage(text.into_owned()));
    }
    let kept = Some(password).filter(|password| !password.is_empty());
    desk.told(desk.store.set_instructor(class.id, &name, kept).await)?;
    let id = if kept.is_some() { "class-password-set" } else { "class-password-none" };
    writeln!(terminal::out(), "{}", desk.locale.text_with(id, &args!("name" => name)))?;
    Ok(ExitCode::SUCCESS)
}
