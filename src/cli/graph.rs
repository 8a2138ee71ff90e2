//! `calmdesk graph`: a scenario as a picture.

use super::{Done, Failure, rehearse};
use crate::args;
use crate::locale::Locale;
use crate::rehearsal::Policy;
use crate::rehearsal::stage::Script;
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::scenario::graph::{Graph, dot, mermaid, svg};
use clap::ArgMatches;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Runs of each policy for the colours.
const RUNS: u64 = 200;

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let scenario = rehearse::scenario(given, locale)?;
    let output = given.get_one::<OsString>("output").map(PathBuf::from);
    let form = output.as_ref().and_then(|path| path.extension()).map(|form| form.to_string_lossy().to_lowercase());
    let draw = match (form.as_deref(), &output) {
        (Some("svg"), _) | (None, None) => svg,
        (Some("dot" | "gv"), _) => dot,
        (Some("mmd" | "mermaid"), _) => mermaid,
        (_, path) => {
            let shown = path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
            return Err(Failure::Usage(locale.text_with("graph-unknown-form", &args!("path" => shown)).into_owned()));
        }
    };
    let hits = given.get_flag("coverage").then(|| hits(&scenario));
    let drawn = draw(&Graph::new(&scenario, hits.as_deref(), locale), locale);
    let Some(path) = output else {
        io::stdout().lock().write_all(drawn.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    };
    let shown = path.display().to_string();
    if let Err(error) = std::fs::write(&path, drawn) {
        let reason = locale.text(crate::session::error::io_text_id(&error));
        let text = locale.text_with("graph-unsaved", &args!("path" => shown, "reason" => reason));
        return Err(Failure::Problem(text.into_owned()));
    }
    writeln!(io::stdout(), "{}", locale.text_with("graph-saved", &args!("path" => shown)))?;
    Ok(ExitCode::SUCCESS)
}

/// How often a quick rehearsal by all kinds of trainees comes by each node.
fn hits(scenario: &Arc<Scenario>) -> Vec<u64> {
    let script = Script::new(Arc::clone(scenario), Rubric::shipped());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut hits = vec![0; scenario.nodes.len()];
    for policy in Policy::ALL {
        let tally = script.rehearse(policy, RUNS, 1, threads, &AtomicU64::new(0));
        hits.iter_mut().zip(&tally.coverage.nodes).for_each(|(sum, more)| *sum += more);
    }
    hits
}
