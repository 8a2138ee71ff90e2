//! `calmdesk import`: a Twee 3 story or a Utrecht scenario as the beginning of one of ours.

use super::super::command::{HelpTexts, lossy};
use super::super::{Done, Failure, refused};
use crate::args;
use crate::authoring::import::{ImportError, Imported, Words, import};
use crate::authoring::starter::create;
use crate::locale::Texts;
use crate::scenario::bundle::is_id;
use crate::scenario::bundle::{MAX_FILE_BYTES, SCENARIO_FILE};
use crate::scenario::zip::ZipError;
use crate::vocabulary::Locale;
use clap::{ArgMatches, Command};
use std::ffi::OsString;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub fn command(texts: &HelpTexts) -> Command {
    texts
        .command("import", "calmdesk import STORY.twee|SCENARIO.xml|FILE.zip --id ID [--into FOLDER]")
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
    let bytes = read(&story).map_err(|error| refused("import-cannot-read", &story, &error, locale))?;
    let words = Words {
        language: locale.tag(),
        header: &locale.text("import-header"),
        untitled: &locale.text("import-untitled"),
        visitor: &locale.text("import-visitor"),
        todo: &locale.text("import-todo"),
        header_uudsl: &locale.text("import-header-uudsl"),
        nowhere: &locale.text("import-nowhere"),
        subject: &|subject| locale.text_with("import-subject", &args!("subject" => subject)).into_owned(),
        said: &|said| locale.text_with("import-said", &args!("text" => said)).into_owned(),
        go_on: &locale.text("import-go-on"),
        leave: &locale.text("import-leave"),
        over: &locale.text("import-over"),
    };
    let imported = import(&bytes, &words).map_err(|error| Failure::Problem(why(&error, &story, locale)))?;
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

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than allowed shows that there is more.
    std::fs::File::open(path)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why nothing came of it, and what to do.
fn why(error: &ImportError, path: &Path, locale: Locale) -> String {
    let path = path.display().to_string();
    let id = match error {
        ImportError::Nothing => "import-nothing",
        ImportError::NothingSaid => "import-nothing-said",
        ImportError::NotUtf8 => "import-not-utf8",
        ImportError::NotUudsl => "import-not-uudsl",
        ImportError::TooLarge | ImportError::Zip(ZipError::TooLarge | ZipError::TooMany) => "import-too-large",
        ImportError::Zip(ZipError::Damaged) => "import-zip-damaged",
        ImportError::Zip(ZipError::Empty) => "import-zip-empty",
        ImportError::Zip(ZipError::Locked | ZipError::Unknown) => "import-zip-unknown",
        ImportError::Xml { line, cause } => {
            let args = args!("path" => path, "line" => *line, "cause" => cause.as_str());
            return locale.text_with("import-bad-xml", &args).into_owned();
        }
    };
    let args = args!("path" => path, "limit" => MAX_FILE_BYTES >> 20);
    locale.text_with(id, &args).into_owned()
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
        let args = args!("line" => one.line, "text" => one.text.as_str());
        writeln!(out, "  {}", locale.text_with(one.what.text_id(), &args))?;
    }
    Ok(())
}
