//! `calmdesk rehearse`: machines play a scenario, and say what is wrong with it.

use super::command::lossy;
use super::terminal;
use super::{Done, Failure, play, rehearse_text};
use crate::locale::Texts;
use crate::rehearsal::explore::{QUICK, THOROUGH};
use crate::rehearsal::{Policy, Rehearsal, Request, rehearse};
use crate::rubric::Rubric;
use crate::scenario::Scenario;
use crate::vocabulary::Locale;
use clap::ArgMatches;
use indicatif::{ProgressBar, ProgressStyle};
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// Most runs of one policy that can be asked for.
pub const MOST_RUNS: u64 = 10_000_000;
const RUNS: u64 = 1000;
/// Wanted pass rate in percent.
const PASS_RATE: u64 = 80;

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let scenario = scenario(given, locale)?;
    let request = request(given, locale)?;
    let rubric = super::rubric::chosen(given, locale)?;
    let found = watched(&scenario, &rubric, &request, locale);
    let mut out = terminal::out();
    if given.get_one::<String>("format").is_some_and(|format| format == "json") {
        let mut out = terminal::json();
        serde_json::to_writer_pretty(&mut out, &found).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        rehearse_text::show(&mut out, &scenario, &found, locale)?;
    }
    Ok(if found.broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The scenario that a command is about, by id or path, if it is sound.
pub fn scenario(given: &ArgMatches, locale: Locale) -> Result<Arc<Scenario>, Failure> {
    let name = given.get_one::<OsString>("SCENARIO").map(|name| lossy(name)).unwrap_or_default();
    let entry = play::find(&play::library(), &name, locale)?;
    play::sound(&entry, locale)
}

fn request(given: &ArgMatches, locale: Locale) -> Result<Request, Failure> {
    let exhaustive = given.get_flag("exhaustive");
    let runs = given.get_one::<u64>("runs").copied();
    let everybody = || Policy::ALL;
    let named: Vec<&str> = given.get_many::<String>("policy").into_iter().flatten().map(String::as_str).collect();
    let mut policies = Vec::new();
    match &named[..] {
        // Only the walk was asked for.
        [] if exhaustive && runs.is_none() => {}
        [] => policies.extend(everybody()),
        names => {
            for name in names {
                match *name {
                    "all" => policies.extend(everybody()),
                    name => policies.push(play::policy(name, locale)?),
                }
            }
        }
    }
    // Named twice, a policy is still one.
    let policies: Vec<Policy> =
        (0..policies.len()).filter(|at| !policies[..*at].contains(&policies[*at])).map(|at| policies[at]).collect();
    let threads = given.get_one::<u64>("threads").map(|threads| *threads as usize);
    Ok(Request {
        policies,
        runs: runs.unwrap_or(RUNS),
        seed: given.get_one("seed").copied().unwrap_or(1),
        threads: threads.or_else(|| std::thread::available_parallelism().map(usize::from).ok()).unwrap_or(1),
        budget: if exhaustive { THOROUGH } else { QUICK },
        pass_rate: given.get_one("pass-rate").copied().unwrap_or(PASS_RATE) * 10,
    })
}

/// Rehearses with a progress bar, where somebody sits before a terminal.
fn watched(scenario: &Arc<Scenario>, rubric: &Rubric, request: &Request, locale: Locale) -> Rehearsal {
    let done = AtomicU64::new(0);
    let total = request.runs.saturating_mul(request.policies.len() as u64);
    if !io::stderr().is_terminal() || total == 0 {
        return rehearse(scenario, rubric, request, &done);
    }
    let bar = ProgressBar::new(total);
    let template = format!("{} {{bar:40}} {{human_pos}}/{{human_len}}  {{eta}}", locale.text("rehearse-progress"));
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style);
    }
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                bar.set_position(done.load(Ordering::Relaxed));
                std::thread::sleep(Duration::from_millis(80));
            }
            bar.finish_and_clear();
        });
        let found = rehearse(scenario, rubric, request, &done);
        over.store(true, Ordering::Relaxed);
        found
    })
}
