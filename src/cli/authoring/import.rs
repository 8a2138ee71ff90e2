//! `calmdesk import`: a Twine story or a Utrecht scenario as the beginning of one of ours.

use super::super::command::{HelpTexts, lossy};
use super::super::terminal;
use super::super::{Done, Failure, refused};
use crate::args;
use crate::authoring::import::{ImportError, Imported, MAX_FILES, Reach, Words, import, is_story};
use crate::authoring::starter::create;
use crate::locale::{Texts, shortened};
use crate::scenario::bundle::is_id;
use crate::scenario::bundle::{MAX_FILE_BYTES, SCENARIO_FILE};
use crate::scenario::syntax::is_invisible;
use crate::scenario::zip::ZipError;
use crate::vocabulary::{Locale, open_file};
use clap::{ArgMatches, Command};
use std::ffi::OsString;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub fn command(texts: &HelpTexts) -> Command {
    texts
        .command("import", "calmdesk import STORY.twee|STORY.html|SCENARIO.xml|FILE.zip|FOLDER --id ID [--into FOLDER]")
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
    let files = read(&story).map_err(|error| refused("import-cannot-read", &story, &error, locale))?;
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
    let imported = import(files, &words).map_err(|error| Failure::Problem(why(&error, &story, locale)))?;
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

/// The file, or what may be a story in the folder and those below it, named by their way from it.
fn read(path: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    const DEEPEST: usize = 8;
    if !path.is_dir() {
        return Ok(vec![(String::new(), file(path, MAX_FILE_BYTES)?)]);
    }
    let (mut files, mut room) = (Vec::new(), MAX_FILE_BYTES);
    let mut open = vec![(path.to_owned(), String::new(), 0)];
    while let Some((folder, before, depth)) = open.pop() {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // Links are not followed: they may lead back, or out.
            let kind = entry.file_type()?;
            if name.starts_with('.') {
                continue;
            }
            let name = format!("{before}{name}");
            if kind.is_dir() && depth < DEEPEST {
                open.push((entry.path(), format!("{name}/"), depth + 1));
            } else if kind.is_file() && is_story(&name) && files.len() <= MAX_FILES {
                let bytes = file(&entry.path(), room)?;
                room = room.saturating_sub(bytes.len() as u64);
                files.push((name, bytes));
            }
        }
    }
    Ok(files)
}

fn file(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than allowed shows that there is more.
    open_file(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why nothing came of it, and what to do.
fn why(error: &ImportError, path: &Path, locale: Locale) -> String {
    let path = path.display().to_string();
    let id = match error {
        ImportError::Nothing => "import-nothing",
        ImportError::NothingSaid => "import-nothing-said",
        ImportError::Published => "import-published",
        ImportError::TooManyFiles => {
            return locale
                .text_with("import-too-many-files", &args!("path" => path, "limit" => MAX_FILES))
                .into_owned();
        }
        ImportError::NotUtf8 { file, line, column } => {
            let path = if file.is_empty() { path } else { format!("{path}: {}", shown(file)) };
            let args = args!("path" => path, "line" => *line, "column" => *column);
            return locale.text_with("import-not-utf8", &args).into_owned();
        }
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
    let mut out = terminal::out();
    if let Some(reach) = &imported.reach {
        reached(&mut out, reach, locale)?;
    }
    let path = folder.display().to_string();
    let args = args!("path" => path, "passages" => imported.passages, "options" => imported.options);
    writeln!(out, "{}", locale.text_with("import-made", &args))?;
    if !imported.left_out.is_empty() {
        writeln!(out, "\n{}", locale.text_with("import-left-out", &args!("count" => imported.left_out.len())))?;
    }
    let mut file = "";
    for one in &imported.left_out {
        if one.file != file {
            file = &one.file;
            writeln!(out, "  {}", shown(file))?;
        }
        let args = args!("line" => one.line, "text" => one.text.as_str());
        writeln!(out, "  {}", locale.text_with(one.what.text_id(), &args))?;
    }
    Ok(())
}

/// First of all: whether ways were lost.
fn reached(out: &mut impl Write, reach: &Reach, locale: Locale) -> io::Result<()> {
    const NAMED: usize = 12;
    if reach.lost.is_empty() {
        return writeln!(out, "{}", locale.text_with("import-reach", &args!("now" => reach.now)));
    }
    let args = args!("before" => reach.before, "now" => reach.now, "lost" => reach.lost.len());
    writeln!(out, "{}", locale.text_with("import-reach-lost", &args))?;
    for name in reach.lost.iter().take(NAMED) {
        writeln!(out, "  {}", shortened(name, 60))?;
    }
    if reach.lost.len() > NAMED {
        writeln!(out, "  …")?;
    }
    Ok(())
}

/// A name of a file, without what moves the cursor.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control() && !is_invisible(*c)).collect()
}
