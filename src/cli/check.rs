//! `calmdesk check`: loads scenarios and says everything that is wrong with them.

use super::terminal::{self, Terminal};
use super::{Done, Failure};
use crate::lint::{check as check_all, render};
use crate::locale::Texts;
use crate::scenario::bundle::{SCENARIO_FILE, place_of};
use crate::scenario::diagnostic::Severity;
use crate::scenario::packed::is_packed;
use crate::scenario::{BundleError, Diagnostic, SourceBundle};
use crate::vocabulary::Locale;
use serde::Serialize;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Who reads the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: drawn with the lines concerned.
    #[default]
    Human,
    /// For programs: one object a problem.
    Json,
    /// Workflow commands, which a forge shows at the line.
    Github,
}

/// What was found in one scenario.
struct Checked {
    path: PathBuf,
    result: Result<(SourceBundle, Vec<Diagnostic>), BundleError>,
}

/// Checks every path; a folder that holds scenarios is checked scenario by scenario.
///
/// # Errors
///
/// [`Failure::Output`], where what was found cannot be written.
pub fn run(paths: &[PathBuf], locale: Locale, format: Format) -> Done {
    let checked: Vec<Checked> = paths.iter().flat_map(|path| scenarios_in(path)).map(check).collect();
    let written = match format {
        Format::Human => human(&checked, locale, std::io::stdout().is_terminal(), &mut terminal::out()),
        Format::Json => json(&checked, locale, &mut terminal::json()),
        Format::Github => github(&checked, locale, &mut terminal::out()),
    };
    match written {
        Ok(()) => {}
        // A reader that went away (`| head`) is no mistake of the scenario's.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
        Err(error) => return Err(Failure::Output(error)),
    }
    Ok(if checked.is_empty() || checked.iter().any(|one| one.errors() > 0) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

impl Checked {
    fn errors(&self) -> usize {
        self.result.as_ref().map_or(1, |(_, problems)| problems.iter().filter(|problem| problem.is_error()).count())
    }
    fn warnings(&self) -> usize {
        self.result.as_ref().map_or(0, |(_, problems)| problems.iter().filter(|problem| problem.is_warning()).count())
    }
}

/// The folder or archive itself, or the scenarios one level below it.
pub(super) fn scenarios_in(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() || path.join(SCENARIO_FILE).exists() {
        return vec![path.to_owned()];
    }
    let mut below: Vec<PathBuf> = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join(SCENARIO_FILE).exists() || (path.is_file() && is_packed(path)))
        .collect();
    below.sort();
    if below.is_empty() { vec![path.to_owned()] } else { below }
}

fn check(path: PathBuf) -> Checked {
    let result = SourceBundle::read(&path).map(|bundle| {
        let problems = check_all(&bundle).diagnostics;
        (bundle, problems)
    });
    Checked { path, result }
}

fn human(checked: &[Checked], locale: Locale, colour: bool, out: &mut Terminal<impl Write>) -> std::io::Result<()> {
    for one in checked {
        match &one.result {
            Err(error) => writeln!(out, "{}: {}\n", locale.text("severity-error"), locale.say(&error.message()))?,
            Ok((bundle, problems)) => {
                for problem in problems {
                    let path = place_of(&one.path, &problem.file).display().to_string();
                    let source = bundle.shown(&problem.file);
                    let drawn = render(problem, &path, &source, locale, colour);
                    if colour {
                        out.painted(&drawn)?
                    } else {
                        write!(out, "{drawn}")?
                    }
                    writeln!(out, "\n")?;
                }
            }
        }
    }
    summary(checked, locale, out)
}

fn summary(checked: &[Checked], locale: Locale, out: &mut impl Write) -> std::io::Result<()> {
    let (errors, warnings) = totals(checked);
    let id = if errors > 0 {
        "check-errors"
    } else if warnings > 0 {
        "check-warnings"
    } else {
        "check-clean"
    };
    let args = crate::args!("scenarios" => checked.len(), "errors" => errors, "warnings" => warnings);
    writeln!(out, "{}", locale.text_with(id, &args))
}

/// One command a diagnostic; `%`, line ends and, in properties, `:` and `,` are written as the forge asks.
fn github(checked: &[Checked], locale: Locale, out: &mut impl Write) -> std::io::Result<()> {
    for one in checked {
        match &one.result {
            Err(error) => {
                let file = escaped_property(&one.path.display().to_string());
                writeln!(out, "::error file={file}::{}", escaped(&locale.say(&error.message())))?;
            }
            Ok((bundle, problems)) => {
                for problem in problems {
                    let level = match problem.severity {
                        Severity::Error => "error",
                        Severity::Warning => "warning",
                        Severity::Note => "notice",
                    };
                    let file = place_of(&one.path, &problem.file).display().to_string();
                    let text = bundle.shown(&problem.file);
                    let marked = text.get(problem.span.clone()).unwrap_or_default();
                    // A mark over several lines is shown where it begins.
                    let end = match marked.contains('\n') {
                        true => String::new(),
                        false => format!(",endColumn={}", problem.column + marked.chars().count().max(1)),
                    };
                    let mut said = locale.say(&problem.message());
                    if let Some(hint) = locale.say_if_known(&problem.advice()) {
                        said = format!("{said}\n{hint}");
                    }
                    writeln!(
                        out,
                        "::{level} file={},line={},col={}{end},title={}::{}",
                        escaped_property(&file),
                        problem.line,
                        problem.column,
                        problem.code,
                        escaped(&said),
                    )?;
                }
            }
        }
    }
    summary(checked, locale, out)
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

fn totals(checked: &[Checked]) -> (usize, usize) {
    (checked.iter().map(Checked::errors).sum(), checked.iter().map(Checked::warnings).sum())
}

#[derive(Serialize)]
struct Report<'a> {
    errors: usize,
    warnings: usize,
    scenarios: Vec<One<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    path: String,
    /// Why it could not be read at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    unreadable: Option<String>,
    diagnostics: Vec<WordedDiagnostic<'a>>,
}

/// A diagnostic with its words.
#[derive(Serialize)]
struct WordedDiagnostic<'a> {
    #[serde(flatten)]
    data: &'a Diagnostic,
    message: String,
    help: Option<String>,
}

fn json(checked: &[Checked], locale: Locale, out: &mut impl Write) -> std::io::Result<()> {
    let (errors, warnings) = totals(checked);
    let scenarios = checked
        .iter()
        .map(|one| One {
            path: one.path.display().to_string(),
            unreadable: one.result.as_ref().err().map(|error| locale.say(&error.message())),
            diagnostics: (one.result.iter().flat_map(|(_, problems)| problems))
                .map(|data| WordedDiagnostic {
                    data,
                    message: locale.say(&data.message()),
                    help: locale.say_if_known(&data.advice()),
                })
                .collect(),
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &Report { errors, warnings, scenarios })?;
    writeln!(out)
}
