//! `calmdesk fmt`: the canonical layout of `scenario.ron` and of the files it takes in; translations stay as they are.

use super::super::check::scenarios_in;
use super::super::command::HelpTexts;
use super::super::terminal;
use super::super::{Done, Failure, paths, refused};
use super::save;
use crate::args;
use crate::authoring::format::format;
use crate::locale::Texts;
use crate::scenario::bundle::{MAX_FILE_BYTES, SCENARIO_FILE, place_of};
use crate::scenario::{SourceBundle, load};
use crate::vocabulary::{Locale, read_file};
use clap::{ArgMatches, Command};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub fn command(texts: &HelpTexts) -> Command {
    texts
        .command("fmt", "calmdesk fmt PATH… [--check]")
        .arg(texts.positional("PATH", "cli-arg-fmt-path").required(true).num_args(1..))
        .arg(texts.flag("check", "cli-arg-fmt-check"))
}

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let mut work = Work { check: given.get_flag("check"), locale, seen: BTreeSet::new(), untidy: false };
    let mut complaints = Vec::new();
    let given = paths(given, "PATH");
    // Of a folder of scenarios, those that are packed are nobody's to change.
    let all = given.iter().flat_map(|path| {
        let mut below = scenarios_in(path);
        below.retain(|one| one == path || one.is_dir());
        below
    });
    for path in all {
        match work.whole(&path) {
            Ok(more) => complaints.extend(more),
            Err(Failure::Problem(problem)) => complaints.push(problem),
            Err(other) => return Err(other),
        }
    }
    if !complaints.is_empty() {
        return Err(Failure::Problem(complaints.join("\n\n")));
    }
    Ok(if work.check && work.untidy { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

struct Work {
    check: bool,
    locale: Locale,
    /// Files that several scenarios take in are laid out once.
    seen: BTreeSet<PathBuf>,
    untidy: bool,
}

impl Work {
    /// A scenario with all that it takes in, or one file alone; what cannot be laid out is told at the end.
    fn whole(&mut self, path: &Path) -> Result<Vec<String>, Failure> {
        if path.is_file() && is_shared(path) {
            let bytes = read_file(path, MAX_FILE_BYTES)
                .map_err(|error| refused("fmt-cannot-read", path, &error, self.locale))?;
            let sound = self.one(path, &bytes)?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            return Ok(if sound { Vec::new() } else { vec![self.unsound_alone(path, &name, bytes)] });
        }
        let bundle =
            SourceBundle::read_dir(path).map_err(|error| Failure::Problem(self.locale.say(&error.message())))?;
        let mut complaints = Vec::new();
        for (name, bytes) in bundle.files.iter().filter(|(name, _)| name.ends_with(".ron")) {
            let file = place_of(path, name);
            if !self.one(&file, bytes)? {
                let problems: Vec<_> =
                    load(&bundle).diagnostics.into_iter().filter(|problem| problem.file == *name).collect();
                complaints.push(self.unsound(&file, &super::complaints(&bundle, path, &problems, self.locale)));
            }
        }
        Ok(complaints)
    }

    /// Lays out one file; whether that could be done.
    fn one(&mut self, file: &Path, before: &[u8]) -> Result<bool, Failure> {
        if !self.seen.insert(file.canonicalize().unwrap_or_else(|_| file.to_owned())) {
            return Ok(true);
        }
        let Ok(after) = format(before) else { return Ok(false) };
        let id = match (after == before, self.check) {
            (true, _) => "fmt-same",
            (false, true) => "fmt-untidy",
            (false, false) => {
                save(file, &after, self.locale)?;
                "fmt-done"
            }
        };
        self.untidy |= after != before;
        writeln!(terminal::out(), "{}", self.locale.text_with(id, &args!("path" => file.display().to_string())))?;
        Ok(true)
    }

    fn unsound(&self, file: &Path, problems: &str) -> String {
        let lead = self.locale.text_with("fmt-not-sound", &args!("path" => file.display().to_string()));
        format!("{lead}\n\n{problems}").trim_end().to_owned()
    }

    /// What is wrong with a file that no scenario was named for: read as if one took it in.
    fn unsound_alone(&self, file: &Path, name: &str, bytes: Vec<u8>) -> String {
        let main = format!("Scenario(include: [\"{name}\"], title: \"-\", plays_on: \"2026-03-09\")");
        let mut bundle = SourceBundle::of_text("alone", main);
        bundle.files.push((name.to_owned(), bytes));
        let problems: Vec<_> = load(&bundle).diagnostics.into_iter().filter(|problem| problem.file == *name).collect();
        let folder = file.parent().unwrap_or(file);
        self.unsound(file, &super::complaints(&bundle, folder, &problems, self.locale))
    }
}

/// A `.ron` that is no scenario of its own.
fn is_shared(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "ron") && path.file_name().is_some_and(|name| name != SCENARIO_FILE)
}
