//! `calmdesk score`: live role-plays, coded by an observer, scored as sessions are.

use super::command::{HelpTexts, lossy};
use super::terminal::{self, one_line};
use super::{Done, Failure, calibration, refused, results, rubric, score_data};
use crate::args;
use crate::coding;
use crate::coding::{Column, Session, Sheet, Staged};
use crate::feedback::seen_texts::{by_class, class_marks, rests_on};
use crate::locale::Texts;
use crate::logbook::{Readers, SaveError, save_all};
use crate::report::{self, Page, ReportError, card};
use crate::rubric::assessment::Dimension;
use crate::rubric::{Assessment, Calibration, LEAST_ACTS, LEAST_CHANCES, LEAST_CRITERIA, Listening, Rubric};
use crate::vocabulary::{BOM, Locale, read_file};
use clap::{ArgMatches, Command};
use std::collections::HashSet;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub fn command(texts: &HelpTexts) -> Command {
    texts
        .command("score", "calmdesk score SHEET [--rubric NAME|FILE] [--calibration FILE] [-o OUT.pdf|OUT.html|OUT.json|OUT.csv]\n        calmdesk score --template [-o FOLDER]")
        .arg(texts.positional("SHEET", "score-arg-sheet").required_unless_present("template"))
        .arg(texts.option("rubric", "NAME|FILE", "cli-arg-rubric"))
        .arg(texts.option("calibration", "FILE", "score-arg-calibration").conflicts_with("template"))
        .arg(texts.option("output", "FILE", "score-arg-output").short('o'))
        .arg(texts.flag("template", "score-arg-template").conflicts_with("SHEET"))
        .after_help(texts.text("score-after-help"))
}

/// By what all sessions are judged.
#[derive(Clone, Copy)]
pub(super) struct JudgedBy<'r> {
    pub rubric: &'r Rubric,
    /// The marks of a class; without them nothing is passed or failed.
    pub calibration: Option<&'r Calibration>,
    /// Name of the sheet's file.
    pub sheet: &'r str,
    pub locale: Locale,
}

/// A session of the sheet with what the rubric found.
pub(super) struct Scored<'s> {
    pub session: &'s Session,
    pub staged: Staged,
    /// Of all that called for an answer, how much got one: what a live talk shows best.
    pub heard: Listening,
}

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let rubric = rubric::chosen(given, locale)?;
    let output = given.get_one::<OsString>("output").map(PathBuf::from);
    if given.get_flag("template") {
        return template(&rubric, output.as_deref().unwrap_or(Path::new(".")), locale);
    }
    let calibration = calibration::chosen(given, &rubric, locale)?;
    let path = given.get_one::<OsString>("SHEET").map(PathBuf::from).unwrap_or_default();
    let name = path.file_name().map(lossy).unwrap_or_default();
    if let Some(output) = &output {
        super::not_over(&[&path], output, locale)?;
    }
    let sheet = read(&path, &rubric, locale)?;
    let scored = all(&sheet, &rubric);
    say_how(&sheet, locale)?;
    let by = JudgedBy { rubric: &rubric, calibration: calibration.as_ref(), sheet: &name, locale };
    match output {
        None => table(&scored, by)?,
        Some(output) => {
            // Of several sessions each has a file of its own.
            for one in names(&scored, &output) {
                super::not_over(&[&path], &one, locale)?;
            }
            written(&scored, by, &output)?
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path, rubric: &Rubric, locale: Locale) -> Result<Sheet, Failure> {
    let path_shown = path.display().to_string();
    let bytes = read_file(path, coding::MAX_BYTES as u64)
        .map_err(|error| refused("score-cannot-read", path, &error, locale))?;
    coding::read(&bytes, rubric).map_err(|problems| {
        let mut text =
            one_line(&locale.text_with("score-problems", &args!("path" => path_shown.as_str(), "n" => problems.len())))
                .into_owned();
        for problem in &problems {
            let _ = write!(text, "\n  {}", one_line(&locale.say(&problem.message())));
        }
        Failure::Problem(text)
    })
}

/// All sessions, on as many threads as there are cores; their order does not depend on it.
fn all<'s>(sheet: &'s Sheet, rubric: &Rubric) -> Vec<Scored<'s>> {
    spread(&sheet.sessions, |session| {
        let staged = session.staged(rubric)?;
        let heard = report::live_listening(&staged, rubric);
        Some(Scored { session, staged, heard })
    })
}

/// Does something to each, side by side.
pub(super) fn spread<'a, T: Sync, R: Send>(list: &'a [T], each: impl Fn(&'a T) -> Option<R> + Sync) -> Vec<R> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(list.len().max(1));
    let part = list.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let each = &each;
        let hands: Vec<_> = (list.chunks(part))
            .map(|part| scope.spawn(move || part.iter().filter_map(each).collect::<Vec<R>>()))
            .collect();
        hands.into_iter().flat_map(|hand| hand.join().unwrap_or_default()).collect()
    })
}

/// Names what the file was, where it was not plain, and what was left alone.
fn say_how(sheet: &Sheet, locale: Locale) -> Result<(), Failure> {
    let mut err = terminal::err();
    if !sheet.how.is_plain() {
        let (encoding, separator) = sheet.how.text_ids();
        let args = args!("encoding" => locale.text(encoding), "separator" => locale.text(separator));
        writeln!(err, "{}", locale.text_with("score-how-read", &args))?;
    }
    if !sheet.unknown_columns.is_empty() {
        let columns = super::joined("cli-list", &sheet.unknown_columns, locale);
        let text = locale.text_with("score-unknown-columns", &args!("columns" => columns));
        writeln!(err, "{}", one_line(&text))?;
    }
    if let Some(name) = &sheet.worksheet {
        let text = locale.text_with("score-worksheet", &args!("name" => name.as_str()));
        writeln!(err, "{}", one_line(&text))?;
    }
    for warning in &sheet.warnings {
        let text = locale.text_with("score-warning", &args!("what" => locale.say(&warning.message())));
        writeln!(err, "{}", one_line(&text))?;
    }
    Ok(())
}

fn table(scored: &[Scored], by: JudgedBy) -> Result<(), Failure> {
    let JudgedBy { rubric, calibration, locale, .. } = by;
    let mut out = terminal::out();
    for one in scored {
        let found = &one.staged.assessment;
        let little = || locale.text("too-little-seen").into_owned();
        let score = |dimension: Dimension| match found.too_little_seen(dimension) {
            Some(_) => little(),
            None => results::points(found.dimensions[dimension as usize], locale),
        };
        let args = args!(
            "session" => one.session.id.as_str(),
            "answered" => format!("{}/{}", one.heard.answered, one.heard.cues),
            "listening" => score(Dimension::Listening),
            "empathy" => score(Dimension::Empathy),
            "procedure" => score(Dimension::Procedure),
            "total" => found.total.map_or_else(little, |total| results::points(Some(total), locale)),
        );
        writeln!(out, "{}", one_line(&locale.text_with("score-line", &args)))?;
        for failure in &found.critical {
            let kind = locale.text(&crate::feedback::explain::critical_id(failure.kind));
            let args = args!("turn" => failure.turn, "kind" => kind);
            writeln!(out, "    {}", locale.text_with("score-line-critical", &args))?;
        }
        if let Some(line) = calibration.and_then(|marks| by_class(marks, found, locale).1.line(locale)) {
            writeln!(out, "    {line}")?;
        }
        if let Some(line) = rests_on(found, locale) {
            writeln!(out, "    {line}")?;
        }
    }
    let args = args!("n" => scored.len(), "rubric" => format!("{}/{}", rubric.id, rubric.version));
    writeln!(out, "{}", locale.text_with("score-done", &args))?;
    if scored.iter().any(|one| too_little(&one.staged.assessment).next().is_some()) {
        let args = args!("chances" => LEAST_CHANCES, "criteria" => LEAST_CRITERIA, "acts" => LEAST_ACTS);
        writeln!(out, "{}", locale.text_with("score-too-little-note", &args))?;
    }
    if let Some(marks) = calibration {
        writeln!(out, "{}", one_line(&class_marks(marks, locale)))?;
    }
    Ok(())
}

/// The dimensions without a score because too little of them was seen.
pub(super) fn too_little(found: &Assessment) -> impl Iterator<Item = Dimension> {
    Dimension::ALL.into_iter().filter(|dimension| found.too_little_seen(*dimension).is_some())
}

pub(super) fn page(one: &Scored, by: JudgedBy) -> Page {
    let JudgedBy { rubric, calibration, sheet, locale } = by;
    report::live_page(one.session, &one.staged, rubric, calibration, sheet, locale)
}

/// In the form that the file's name asks for.
fn written(scored: &[Scored], by: JudgedBy, output: &Path) -> Result<(), Failure> {
    let locale = by.locale;
    let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let problem = |error: ReportError| Failure::Problem(locale.say(&error.message()));
    match ending.as_deref() {
        Some("csv") => saved(output, score_data::csv(scored, by)?.as_bytes(), locale),
        Some("json") => saved(output, &score_data::json_text(scored, by)?, locale),
        Some(form @ ("html" | "htm" | "pdf")) => {
            let names = names(scored, output);
            let pairs: Vec<_> = scored.iter().zip(&names).collect();
            let done = spread(&pairs, |&(one, path)| {
                let page = page(one, by);
                let bytes = if form == "pdf" { report::pdf(&page) } else { Ok(report::html(&page).into_bytes()) };
                Some(bytes.and_then(|bytes| report::save(path, &bytes)))
            });
            done.into_iter().collect::<Result<(), _>>().map_err(problem)?;
            let text = match &names[..] {
                [one] => locale.text_with("report-saved", &args!("path" => one.display().to_string())),
                many => {
                    let first = many.first().map(|path| path.display().to_string()).unwrap_or_default();
                    locale.text_with("score-saved-many", &args!("n" => many.len(), "path" => first))
                }
            };
            writeln!(terminal::out(), "{text}")?;
            Ok(())
        }
        _ => {
            let args = args!("path" => output.display().to_string());
            Err(Failure::Usage(locale.text_with("score-unknown-form", &args).into_owned()))
        }
    }
}

fn saved(path: &Path, bytes: &[u8], locale: Locale) -> Result<(), Failure> {
    report::save(path, bytes).map_err(|error| Failure::Problem(locale.say(&error.message())))?;
    let args = args!("path" => path.display().to_string());
    writeln!(terminal::out(), "{}", locale.text_with("report-saved", &args))?;
    Ok(())
}

/// One file a session where there are several: each trainee takes home their own.
fn names(scored: &[Scored], output: &Path) -> Vec<PathBuf> {
    if scored.len() == 1 {
        return vec![output.to_owned()];
    }
    let stem = output.file_stem().map(lossy).unwrap_or_default();
    let ending = output.extension().map(lossy).unwrap_or_default();
    let mut taken = HashSet::new();
    let named = scored.iter().map(|one| {
        let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_') { c } else { '_' };
        let id: String = one.session.id.chars().take(40).map(plain).collect();
        let mut name = format!("{stem}-{id}.{ending}");
        let mut number = 2;
        while !taken.insert(name.to_lowercase()) {
            name = format!("{stem}-{id}-{number}.{ending}");
            number += 1;
        }
        output.with_file_name(name)
    });
    named.collect()
}

/// Writes an empty sheet, a filled one to learn from, and the card of codes. Nothing is written over.
fn template(rubric: &Rubric, folder: &Path, locale: Locale) -> Done {
    let position = usize::from(locale == Locale::ZhCn);
    let heads: Vec<&str> = Column::ALL.iter().map(|column| column.names()[position]).collect();
    let empty = format!("{BOM}{}\r\n", heads.join(","));
    let example = match locale {
        Locale::ZhCn => include_str!("../../assets/sheets/example.zh-CN.csv"),
        Locale::En => include_str!("../../assets/sheets/example.en.csv"),
    };
    let example = format!("{BOM}{}", example.replace('\n', "\r\n"));
    let made = card::card(rubric, locale);
    let codes = match card::pdf(&made) {
        Ok(bytes) => ("act-codes.pdf", bytes),
        Err(ReportError::NoPdf) => ("act-codes.html", card::html(&made).into_bytes()),
        Err(error) => return Err(Failure::Problem(locale.say(&error.message()))),
    };
    let without_pdf = codes.0.ends_with("html");
    let files = [("coding-sheet.csv", empty.into_bytes()), ("coding-sheet-example.csv", example.into_bytes()), codes];
    // Where one is missing, another that is there just as it would be written is what an interrupted attempt left.
    let all = files.iter().all(|(name, _)| folder.join(name).symlink_metadata().is_ok());
    let other = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        path.symlink_metadata().is_ok() && (all || read_file(&path, bytes.len() as u64).ok().as_deref() != Some(bytes))
    };
    if let Some((name, _)) = files.iter().find(|(name, bytes)| other(name, bytes)) {
        let args = args!("path" => folder.join(name).display().to_string());
        return Err(Failure::Problem(locale.text_with("score-template-exists", &args).into_owned()));
    }
    std::fs::create_dir_all(folder).map_err(|error| refused("score-cannot-write", folder, &error, locale))?;
    let placed: Vec<_> = files.iter().map(|(name, bytes)| (folder.join(name), bytes.as_slice())).collect();
    save_all(&placed, Readers::Usual)
        .map_err(|SaveError { path, source }| refused("score-cannot-write", &path, &source, locale))?;
    let mut out = terminal::out();
    for (name, _) in files {
        let path = folder.join(name);
        let id = match name {
            "coding-sheet.csv" => "score-template-sheet",
            "coding-sheet-example.csv" => "score-template-example",
            _ => "score-template-card",
        };
        writeln!(out, "{}", locale.text_with(id, &args!("path" => path.display().to_string())))?;
    }
    if without_pdf {
        writeln!(out, "{}", locale.text("score-template-no-pdf"))?;
    }
    Ok(ExitCode::SUCCESS)
}
