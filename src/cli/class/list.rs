//! `calmdesk class list`.

use super::super::Done;
use super::super::command::HelpTexts;
use super::super::terminal;
use super::{Desk, sub};
use crate::args;
use crate::locale::Texts;
use crate::session::Mode;
use clap::Command;
use std::collections::BTreeSet;
use std::io::Write;
use std::process::ExitCode;

pub(super) fn command(texts: &HelpTexts) -> Command {
    sub(texts, "list", "calmdesk class list")
}

pub(super) async fn run(desk: &Desk) -> Done {
    let classes = desk.told(desk.store.classes().await)?;
    let mut out = terminal::out();
    if classes.is_empty() {
        writeln!(out, "{}", desk.locale.text("class-none"))?;
    }
    for class in classes {
        let people = desk.told(desk.store.people(class.id).await)?.len();
        let args = args!(
            "code" => class.code.to_string(), "name" => class.name, "people" => people, "state" => <&str>::from(class.state)
        );
        writeln!(out, "{}", desk.locale.text_with("class-line", &args))?;
        let progress = desk.told(desk.store.overview(class.id).await)?;
        for assignment in desk.told(desk.store.assignments(class.id).await)? {
            let here = progress.iter().filter(|one| one.assignment == Some(assignment.id));
            let of = |wanted: fn(&crate::classroom::store::Progress) -> bool| {
                here.clone().filter(|one| wanted(one)).map(|one| one.person).collect::<BTreeSet<_>>().len()
            };
            let mode = if assignment.paper.mode == Mode::Exam { "exam" } else { "practice" };
            let args = args!(
                "id" => assignment.id.to_string(), "title" => assignment.title, "mode" => mode,
                "state" => <&str>::from(assignment.state), "handed" => of(|one| one.handed_in > 0),
                "running" => of(|one| one.begun > one.handed_in)
            );
            writeln!(out, "{}", desk.locale.text_with("class-assignment-line", &args))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
