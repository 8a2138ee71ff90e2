//! `calmdesk graph`: a scenario as a picture.

use super::command::lossy;
use super::terminal;
use super::{Done, Failure, refused, rehearse};
use crate::args;
use crate::authoring::graph::{Crowd, Graph, Traffic, dot, mermaid, svg};
use crate::locale::Texts;
use crate::logbook::VerifyReport;
use crate::logbook::catalogues::scenario_of;
use crate::logbook::log::{self, Files, LogFile};
use crate::logbook::store::EXTENSION;
use crate::logbook::usage_counts::Answers;
use crate::logbook::{Readers, SaveError, save};
use crate::rehearsal::{Batch, Policy};
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::scenario::model::{Node, Opt};
use crate::vocabulary::Locale;
use clap::ArgMatches;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Runs of each policy for the colours.
const RUNS: u64 = 200;

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let scenario = rehearse::scenario(given, locale)?;
    let output = given.get_one::<OsString>("output").map(PathBuf::from);
    let draw = drawer(output.as_deref(), locale)?;
    let (traffic, left_out) = match given.get_one::<OsString>("logs").map(Path::new) {
        Some(folder) => class(&scenario, folder, locale)?,
        None => (given.get_flag("coverage").then(|| rehearsed(&scenario)), None),
    };
    let drawn = draw(&Graph::of(&scenario, traffic.as_ref(), locale), locale);
    if let Some(left_out) = left_out {
        writeln!(terminal::err(), "{left_out}")?;
    }
    let Some(path) = output else {
        terminal::out().write_all(drawn.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    };
    let shown = path.display().to_string();
    save(&path, drawn.as_bytes(), Readers::Usual)
        .map_err(|SaveError { path, source }| refused("graph-unsaved", &path, &source, locale))?;
    writeln!(terminal::out(), "{}", locale.text_with("graph-saved", &args!("path" => shown)))?;
    Ok(ExitCode::SUCCESS)
}

/// Draws a picture of a scenario.
pub(super) type Drawer = fn(&Graph, Locale) -> String;

/// What draws the form that the ending of the output names; without one, SVG.
pub(super) fn drawer(output: Option<&Path>, locale: Locale) -> Result<Drawer, Failure> {
    let form = output.and_then(Path::extension).map(|form| form.to_string_lossy().to_lowercase());
    match (form.as_deref(), output) {
        (Some("svg"), _) | (None, None) => Ok(svg),
        (Some("dot" | "gv"), _) => Ok(dot),
        (Some("mmd" | "mermaid"), _) => Ok(mermaid),
        (_, path) => {
            let shown = path.map(|path| path.display().to_string()).unwrap_or_default();
            Err(Failure::Usage(locale.text_with("graph-unknown-form", &args!("path" => shown)).into_owned()))
        }
    }
}

/// How often a quick rehearsal by all kinds of trainees comes by each node and takes each option.
fn rehearsed(scenario: &Arc<Scenario>) -> Traffic {
    let batch = Batch::new(Arc::clone(scenario), Rubric::shipped());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut nodes = vec![0; scenario.nodes.len()];
    let mut options: Vec<Vec<u64>> = scenario.nodes.iter().map(|node| vec![0; options_of(node).len()]).collect();
    for policy in Policy::ALL {
        let tally = batch.rehearse(policy, RUNS, 1, threads, &AtomicU64::new(0));
        nodes.iter_mut().zip(&tally.coverage.nodes).for_each(|(sum, more)| *sum += more);
        for (sums, more) in options.iter_mut().zip(&tally.coverage.taken) {
            sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        }
    }
    Traffic { crowd: Crowd::Machines, nodes: nodes.into_iter().map(Some).collect(), options }
}

fn options_of(node: &Node) -> &[Opt] {
    node.kind.as_choice().map_or(&[], |choice| &choice.options)
}

/// Whether a log, played again, gives what it says.
fn comes_out_again(log: &LogFile, path: &Path, loaded: &mut Option<(Files, Arc<Scenario>)>) -> bool {
    if loaded.as_ref().is_none_or(|(files, _)| *files != log.head.files) {
        let Ok(scenario) = scenario_of(&log.head, path) else { return false };
        *loaded = Some((log.head.files.clone(), scenario));
    }
    loaded.as_ref().is_some_and(|(_, scenario)| VerifyReport::of(log, scenario).agrees())
}

/// What the sessions in a folder did, and what of it the picture cannot show.
fn class(scenario: &Scenario, folder: &Path, locale: Locale) -> Result<(Option<Traffic>, Option<String>), Failure> {
    let shown = folder.display().to_string();
    let listing =
        std::fs::read_dir(folder).map_err(|error| refused("graph-logs-unreadable", folder, &error, locale))?;
    let mut paths: Vec<PathBuf> = listing.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == EXTENSION));
    paths.sort();
    let mut answers = Answers::default();
    let mut notes = Vec::new();
    let mut others = 0_u32;
    let mut differing = Vec::new();
    // A class has played the same files: they are loaded once.
    let mut loaded: Option<(Files, Arc<Scenario>)> = None;
    for path in paths {
        match log::read(&path) {
            Ok(log) if log.head.scenario.id == scenario.id => {
                if !comes_out_again(&log, &path, &mut loaded) {
                    differing.push(path.file_name().map(lossy).unwrap_or_default());
                }
                answers.add(&log);
            }
            Ok(_) => others += 1,
            Err(error) => notes.push(locale.say(&error.message())),
        }
    }
    if answers.sessions == 0 {
        notes.push(locale.text_with("graph-logs-none", &args!("path" => shown, "others" => others)).into_owned());
        return Err(Failure::Problem(notes.join("\n")));
    }
    if !differing.is_empty() {
        const NAMED: usize = 5;
        let count = differing.len();
        differing.truncate(NAMED);
        let names = super::joined("cli-list", &differing, locale);
        notes.push(locale.text_with("graph-logs-differ", &args!("count" => count, "names" => names)).into_owned());
    }
    if others > 0 {
        notes.push(locale.text_with("graph-logs-others", &args!("others" => others)).into_owned());
    }
    let (traffic, gone) = Traffic::of_people(scenario, &answers);
    if !gone.is_empty() {
        let names = super::joined("cli-list", &gone, locale);
        notes.push(locale.text_with("graph-logs-gone", &args!("names" => names)).into_owned());
    }
    Ok((Some(traffic), (!notes.is_empty()).then(|| notes.join("\n"))))
}
