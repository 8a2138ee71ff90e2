//! `calmdesk class`: the class, its store and its server.

mod serve;

use super::Done;
use super::command::HelpTexts;
use crate::vocabulary::Locale;
use clap::{ArgMatches, Command};

/// What can be typed.
pub fn command(texts: &HelpTexts) -> Command {
    texts
        .command("class", "calmdesk class serve …")
        .subcommand_required(true)
        .subcommand(texts.closed(serve::command(texts)))
}

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    match given.subcommand() {
        Some(("serve", given)) => serve::run(given, locale),
        // `subcommand_required`: there is no other way here.
        _ => Err(super::Failure::Usage(String::new())),
    }
}
