//! `calmdesk graph`: a scenario as a picture.

use super::Done;
use crate::locale::Locale;
use clap::ArgMatches;
use std::process::ExitCode;

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    super::rehearse::scenario(given, locale)?;
    Ok(ExitCode::SUCCESS)
}
