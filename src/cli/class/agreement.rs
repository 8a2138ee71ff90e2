//! `calmdesk class agreement`: instructors beside the machine and each other.

use super::super::Done;
use super::super::command::HelpTexts;
use super::super::terminal;
use super::{Desk, code_arg, sub};
use crate::args;
use crate::classroom::agreement::{Pair, of_class};
use crate::locale::Texts;
use clap::{ArgMatches, Command};
use std::io::Write;
use std::process::ExitCode;

pub(super) fn command(texts: &HelpTexts) -> Command {
    sub(texts, "agreement", "calmdesk class agreement CODE [--format human|json]")
        .arg(code_arg(texts))
        .arg(texts.option("format", "human|json", "class-arg-format").value_parser(["human", "json"]))
}

pub(super) async fn run(desk: &Desk, given: &ArgMatches) -> Done {
    let class = desk.class(given).await?;
    let found = desk.told(of_class(&desk.store, class.id).await)?;
    if given.get_one::<String>("format").is_some_and(|format| format == "json") {
        let mut out = terminal::json();
        serde_json::to_writer_pretty(&mut out, &found).map_err(std::io::Error::from)?;
        writeln!(out)?;
        return Ok(ExitCode::SUCCESS);
    }
    let locale = desk.locale;
    let mut out = terminal::out();
    let args = args!("blind" => found.blind, "others" => found.not_blind);
    writeln!(out, "{}", locale.text_with("class-agreement-ratings", &args))?;
    for pair in &found.pairs {
        writeln!(out, "{}", terminal::one_line(&line(desk, pair)))?;
    }
    if let Some(icc) = found.icc {
        let args = args!("icc" => decimals(Some(icc)), "rows" => found.icc_rows);
        writeln!(out, "{}", locale.text_with("class-agreement-icc", &args))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn line(desk: &Desk, pair: &Pair) -> String {
    let machine = || desk.locale.text("class-agreement-machine").into_owned();
    let args = args!(
        "one" => pair.one.as_str(), "other" => pair.other.clone().unwrap_or_else(machine), "pairs" => pair.pairs,
        "kappa" => decimals(pair.kappa), "leniency" => decimals(pair.leniency), "half" => decimals(pair.half_width)
    );
    desk.locale.text_with("class-agreement-pair", &args).into_owned()
}

/// Two decimals; a dash where nothing can be said.
fn decimals(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"))
}
