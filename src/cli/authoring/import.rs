//! `calmdesk import`: a Twee 3 story as the beginning of a scenario.

use super::super::command::{Texts, lossy};
use super::super::{Done, Failure};
use super::refused;
use crate::args;
use crate::locale::Locale;
use crate::scenario::bundle::{MAX_FILE_BYTES, SCENARIO_FILE};
use crate::scenario::import::{Imported, What, Words, twee};
use crate::scenario::starter::{create, is_id};
use clap::{ArgMatches, Command};
use std::ffi::OsString;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub fn command(texts: &Texts) -> Command {
    texts
        .command("import", "calmdesk import STORY.twee --id ID [--into FOLDER]")
        .arg(texts.positional("STORY", "cli-arg-import-story").required(true))
        .arg(texts.option("id", "ID", "cli-arg-new-id").required(true))
        .arg(texts.option("into", "FOLDER", "cli-arg-into"))
}

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let story = given.get_one::<OsString>("STORY").map(PathBuf::from).unwrap_or_default();
    let id = given.get_one::<OsString>("id").map(|id| lossy(id)).unwrap_or_default();
    if !is_id(&id) {
        return Err(Failure::Usage(locale.text_with("new-bad-id", &args!("id" => id)).into_owned()));
    }
    let text = read(&story).map_err(|error| refused("import-cannot-read", &story, &error, locale))?;
    let words = Words {
        language: locale.tag(),
        header: &locale.text("import-header"),
        untitled: &locale.text("import-untitled"),
        visitor: &locale.text("import-visitor"),
        todo: &locale.text("import-todo"),
        nowhere: &locale.text("import-nowhere"),
    };
    let Some(imported) = twee(&text, &words) else {
        let shown = story.display().to_string();
        return Err(Failure::Problem(locale.text_with("import-nothing", &args!("path" => shown)).into_owned()));
    };
    let into = given.get_one::<OsString>("into").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let files = [(SCENARIO_FILE.to_owned(), imported.scenario.clone().into_bytes())];
    let folder = create(&into, &id, &files).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            let path = into.join(&id).display().to_string();
            Failure::Problem(locale.text_with("new-exists", &args!("path" => path)).into_owned())
        }
        _ => refused("new-cannot-write", &into.join(&id), &error, locale),
    })?;
    report(&imported, &folder, locale)?;
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(MAX_FILE_BYTES).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn report(imported: &Imported, folder: &Path, locale: Locale) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let path = folder.display().to_string();
    let args = args!("path" => path, "passages" => imported.passages, "options" => imported.options);
    writeln!(out, "{}", locale.text_with("import-made", &args))?;
    if !imported.left_out.is_empty() {
        writeln!(out, "\n{}", locale.text_with("import-left-out", &args!("count" => imported.left_out.len())))?;
    }
    for one in &imported.left_out {
        let id = match one.what {
            What::Macro => "import-macro",
            What::Html => "import-html",
            What::Picture => "import-picture",
            What::Code => "import-code",
            What::Nowhere => "import-no-passage",
            What::OnlyLink => "import-only-link",
            What::TooManyLinks => "import-too-many",
        };
        let args = args!("line" => one.line, "text" => one.text.as_str());
        writeln!(out, "  {}", locale.text_with(id, &args))?;
    }
    Ok(())
}
