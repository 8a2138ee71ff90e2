//! The marks of a class that `--calibration` names.

use super::command::lossy;
use super::{Failure, refused};
use crate::args;
use crate::locale::Texts;
use crate::rubric::{Calibration, Rubric};
use crate::vocabulary::{Locale, Message};
use clap::ArgMatches;
use std::ffi::OsString;
use std::io::Read;
use std::path::Path;

/// Largest calibration file that is read, in bytes.
const MAX_BYTES: u64 = 64 << 10;

/// What `--calibration` names, held against the rubric in use; `None` where it is not given.
pub fn chosen(given: &ArgMatches, rubric: &Rubric, locale: Locale) -> Result<Option<Calibration>, Failure> {
    let Some(name) = given.get_one::<OsString>("calibration") else { return Ok(None) };
    let path = Path::new(name);
    let broken = |problem: &Message| {
        let args = args!("path" => lossy(name), "problem" => locale.say(problem));
        Failure::Problem(locale.text_with("calibration-broken", &args).into_owned())
    };
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| refused("score-cannot-read", path, &error, locale))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(broken(&Message::new("calibration-too-large").with("kilo", MAX_BYTES >> 10)));
    }
    let text = String::from_utf8(bytes).map_err(|_| broken(&Message::new("calibration-not-utf8")))?;
    Calibration::parse(text.trim_start_matches('\u{FEFF}'), rubric).map(Some).map_err(|error| broken(&error.message()))
}
