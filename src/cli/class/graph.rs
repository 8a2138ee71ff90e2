//! `calmdesk class graph`: which option was taken where, on the tree.

use super::super::command::HelpTexts;
use super::super::terminal;
use super::super::{Done, Failure, graph, refused};
use super::{Desk, assignment_arg, assignment_of, code_arg, path, shown, sub};
use crate::args;
use crate::authoring::graph::Graph;
use crate::classroom::results::traffic;
use crate::classroom::{ClassError, Thing};
use crate::locale::Texts;
use crate::logbook::{Readers, SaveError, save};
use clap::{ArgMatches, Command, value_parser};
use std::io::Write;
use std::process::ExitCode;

pub(super) fn command(texts: &HelpTexts) -> Command {
    sub(texts, "graph", "calmdesk class graph CODE --assignment N [--item N] -o FILE.svg|FILE.dot|FILE.mmd")
        .arg(code_arg(texts))
        .arg(assignment_arg(texts).required(true))
        .arg(texts.option("item", "N", "class-arg-item").value_parser(value_parser!(u64).range(1..=100)))
        .arg(texts.option("output", "FILE", "graph-arg-output").short('o').required(true))
}

pub(super) async fn run(desk: &Desk, given: &ArgMatches) -> Done {
    let class = desk.class(given).await?;
    let output = path(given, "output");
    let draw = graph::drawer(Some(&output), desk.locale)?;
    let id = assignment_of(given).unwrap_or(crate::classroom::AssignmentId(0));
    let assignment = desk.told(desk.store.assignment(id).await)?;
    if assignment.class != class.id {
        return desk.told(Err(ClassError::NoSuch(Thing::Assignment)));
    }
    let item = given.get_one::<u64>("item").copied().unwrap_or(1);
    let item = usize::try_from(item - 1).ok().and_then(|item| assignment.paper.items.get(item));
    let item = desk.told(item.ok_or(ClassError::NoSuch(Thing::Scenario)))?;
    let (scenario, _) = desk.told(desk.store.scenario(&item.hash).await)?;
    let (traffic, gone) = desk.told(traffic(&desk.store, class.id, Some(id), &scenario).await)?;
    let drawn = draw(&Graph::of(&scenario, Some(&traffic), desk.locale), desk.locale);
    if !gone.is_empty() {
        let names = super::super::joined("cli-list", &gone, desk.locale);
        writeln!(terminal::err(), "{}", desk.locale.text_with("graph-logs-gone", &args!("names" => names)))?;
    }
    save(&output, drawn.as_bytes(), Readers::Usual)
        .map_err(|SaveError { path, source }| -> Failure { refused("graph-unsaved", &path, &source, desk.locale) })?;
    writeln!(terminal::out(), "{}", desk.locale.text_with("class-exported", &args!("path" => shown(&output))))?;
    Ok(ExitCode::SUCCESS)
}
