//! `calmdesk class results`.

use super::super::command::HelpTexts;
use super::super::terminal;
use super::super::{Done, Failure, results::points};
use super::{Desk, assignment_arg, assignment_of, code_arg, sub};
use crate::args;
use crate::classroom::results::{ClassResults, Names, ResultRow, WrongTurn, results};
use crate::classroom::{ClassError, Weight, export};
use crate::locale::Texts;
use crate::rubric::assessment::Milli;
use crate::scenario::Scenario;
use crate::vocabulary::Locale;
use clap::{ArgMatches, Command};
use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

/// Wrong turns that are told in the terminal; the exports have all.
const TOLD: usize = 10;

pub(super) fn command(texts: &HelpTexts) -> Command {
    sub(texts, "results", "calmdesk class results CODE [--assignment N] [--names] [--format human|json]")
        .arg(code_arg(texts))
        .arg(assignment_arg(texts))
        .arg(texts.flag("names", "class-arg-names"))
        .arg(texts.option("format", "human|json", "class-arg-format").value_parser(["human", "json"]))
}

/// The results that were asked for.
pub(super) async fn gathered(desk: &Desk, given: &ArgMatches) -> Result<ClassResults, Failure> {
    let class = desk.class(given).await?;
    let names = if given.get_flag("names") { Names::Real } else { Names::Pseudonyms };
    desk.told(results(&desk.store, class.id, assignment_of(given), names).await)
}

pub(super) async fn run(desk: &Desk, given: &ArgMatches) -> Done {
    let found = gathered(desk, given).await?;
    if given.get_one::<String>("format").is_some_and(|format| format == "json") {
        let mut out = terminal::json();
        out.write_all(&desk.told(export::json(&found))?)?;
        writeln!(out)?;
        return Ok(ExitCode::SUCCESS);
    }
    let locale = desk.locale;
    let mut out = terminal::out();
    if found.rows.is_empty() {
        writeln!(out, "{}", locale.text("class-no-results"))?;
    }
    for row in &found.rows {
        writeln!(out, "{}", terminal::one_line(&line(desk, row)))?;
    }
    if !found.missing.is_empty() && !found.rows.is_empty() {
        let names: Vec<&str> = found.missing.iter().map(|who| who.label()).collect();
        let names = super::super::joined("cli-list", &names, locale);
        writeln!(out, "{}", terminal::one_line(&locale.text_with("class-missing", &args!("names" => names))))?;
    }
    if found.progress.len() > 1 {
        for step in &found.progress {
            let mean = points(Some(Milli(step.mean)), locale);
            let args = args!("number" => step.number, "attempts" => step.attempts, "mean" => mean);
            writeln!(out, "{}", locale.text_with("class-progress", &args))?;
        }
    }
    if !found.wrong_turns.is_empty() {
        writeln!(out, "\n{}", locale.text("class-wrong-turns"))?;
        let mut scenarios = BTreeMap::new();
        for turn in found.wrong_turns.iter().take(TOLD) {
            writeln!(out, "{}", terminal::one_line(&wrong(desk, turn, &mut scenarios).await?))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// How an attempt stands, in words.
pub(super) fn standing(row: &ResultRow, locale: Locale) -> String {
    let id = match row.standing.as_deref() {
        Some("passed") => "standing-passed",
        Some("not-passed") => "standing-not-passed",
        Some("unfinished") => "standing-unfinished",
        Some(_) => "no-score",
        None => "class-result-running",
    };
    locale.text(id).into_owned()
}

fn line(desk: &Desk, row: &ResultRow) -> String {
    let locale = desk.locale;
    let standing = standing(row, locale);
    let doubt = row.weight.is_some_and(|weight| weight >= Weight::Doubt);
    let mark = if doubt { locale.text("class-result-doubt").into_owned() } else { String::new() };
    let args = args!(
        "who" => row.who.label(), "scenario" => row.scenario.as_str(), "number" => row.number,
        "total" => points(row.total.map(Milli), locale), "standing" => standing, "mark" => mark
    );
    locale.text_with("class-result-line", &args).into_owned()
}

/// A wrong turn in the scenario's own words.
async fn wrong(
    desk: &Desk,
    turn: &WrongTurn,
    scenarios: &mut BTreeMap<String, Option<Arc<Scenario>>>,
) -> Result<String, Failure> {
    let locale = desk.locale;
    if !scenarios.contains_key(&turn.hash) {
        let loaded = match desk.store.scenario(&turn.hash).await {
            Ok((scenario, _)) => Some(scenario),
            // A log that nobody assigned brought its own.
            Err(ClassError::NoSuch(_)) => None,
            Err(error) => return desk.told(Err(error)),
        };
        scenarios.insert(turn.hash.clone(), loaded);
    }
    let scenario = scenarios.get(&turn.hash).and_then(Option::as_ref);
    let (heard, said) = turn.words(scenario.map(Arc::as_ref), locale);
    let args =
        args!("people" => turn.people, "of" => turn.of, "heard" => heard.clone().unwrap_or_default(), "said" => said);
    let id = if heard.is_some() { "class-wrong-line" } else { "class-wrong-line-silent" };
    Ok(locale.text_with(id, &args).into_owned())
}
