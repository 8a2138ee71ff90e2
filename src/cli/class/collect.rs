//! `calmdesk class collect`: logs from a stick.

use super::super::Done;
use super::super::command::HelpTexts;
use super::super::terminal;
use super::{Desk, code_arg, path, sub};
use crate::args;
use crate::classroom::arrival::collect;
use crate::locale::Texts;
use clap::{ArgMatches, Command};
use std::io::Write;
use std::process::ExitCode;

pub(super) fn command(texts: &HelpTexts) -> Command {
    sub(texts, "collect", "calmdesk class collect CODE FOLDER|ZIP")
        .arg(code_arg(texts))
        .arg(texts.positional("FROM", "class-arg-from").required(true))
}

/// Exit code 1 where a log was refused.
pub(super) async fn run(desk: &Desk, given: &ArgMatches) -> Done {
    let class = desk.class(given).await?;
    let collected = desk.told(collect(&desk.store, class.id, &path(given, "FROM"), desk.now).await)?;
    let mut out = terminal::out();
    let (mut taken, mut already, mut refused) = (0, 0, 0);
    for (name, arrived) in &collected.logs {
        match arrived.attempt {
            None => refused += 1,
            Some(_) if arrived.already => already += 1,
            Some(_) => taken += 1,
        }
        if !arrived.findings.is_empty() && !arrived.already {
            let found: Vec<String> = arrived.findings.iter().map(|one| desk.locale.say(&one.message())).collect();
            let args = args!("name" => name.as_str(), "found" => found.join(" "));
            writeln!(out, "{}", terminal::one_line(&desk.locale.text_with("class-collected-log", &args)))?;
        }
    }
    let args = args!("taken" => taken, "already" => already, "refused" => refused);
    writeln!(out, "{}", desk.locale.text_with("class-collected", &args))?;
    Ok(if refused > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
