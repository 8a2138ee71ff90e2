//! `calmdesk class new`, `assign`, `set`.

use super::super::command::HelpTexts;
use super::super::play;
use super::super::terminal;
use super::super::{Done, Failure};
use super::{Desk, code_arg, sub};
use crate::args;
use crate::classroom::{AssignmentId, AssignmentState, Moment, NewAssignment, Paper, PaperItem};
use crate::locale::Texts;
use crate::logbook::log::Files;
use crate::session::Mode;
use crate::vocabulary::Locale;
use clap::{ArgAction, ArgMatches, Command, value_parser};
use std::io::Write;
use std::process::ExitCode;

pub(super) fn new(texts: &HelpTexts) -> Command {
    sub(texts, "new", "calmdesk class new NAME [--keep-days N]")
        .arg(texts.positional("NAME", "class-arg-name").required(true).value_parser(value_parser!(String)))
        .arg(texts.option("keep-days", "N", "class-arg-keep-days").value_parser(value_parser!(u32).range(1..=36_500)))
}

pub(super) async fn run_new(desk: &Desk, given: &ArgMatches) -> Done {
    let name = given.get_one::<String>("NAME").cloned().unwrap_or_default();
    let class = desk.told(desk.store.new_class(&name, given.get_one::<u32>("keep-days").copied(), desk.now).await)?;
    let args = args!("name" => class.name, "code" => class.code.to_string());
    writeln!(terminal::out(), "{}", desk.locale.text_with("class-made", &args))?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn assign(texts: &HelpTexts) -> Command {
    let number = || value_parser!(u32).range(1..=100_000);
    sub(texts, "assign", "calmdesk class assign CODE SCENARIO… [--practice] [--minutes N] [--attempts N] …")
        .arg(code_arg(texts))
        .arg(
            (texts.positional("SCENARIO", "class-arg-scenarios").required(true).num_args(1..))
                .value_parser(value_parser!(String)),
        )
        .arg(texts.option("title", "TITLE", "class-arg-title").value_parser(value_parser!(String)))
        .arg(texts.flag("practice", "class-arg-practice"))
        .arg(texts.option("seed", "N", "class-arg-seed").value_parser(value_parser!(u64).range(0..1 << 53)))
        .arg(texts.flag("untimed", "class-arg-untimed"))
        .arg(texts.option("minutes", "N", "class-arg-minutes").value_parser(number()))
        .arg(texts.option("attempts", "N", "class-arg-attempts").value_parser(value_parser!(u32).range(0..=100)))
        .arg(texts.option("opens", "TIME", "class-arg-opens").value_parser(value_parser!(String)))
        .arg(texts.option("closes", "TIME", "class-arg-closes").value_parser(value_parser!(String)))
}

pub(super) async fn run_assign(desk: &Desk, given: &ArgMatches) -> Done {
    let class = desk.class(given).await?;
    let library = play::library();
    let (mut items, mut files, mut titles) = (Vec::new(), Vec::new(), Vec::new());
    for name in given.get_many::<String>("SCENARIO").into_iter().flatten() {
        let entry = play::find(&library, name, desk.locale)?;
        let scenario = play::sound(&entry, desk.locale)?;
        items.push(PaperItem { scenario: scenario.id.clone(), hash: scenario.hash.clone() });
        titles.push(scenario.title.get(desk.locale).to_owned());
        files.push(Files::from(&entry.bundle));
    }
    let practice = given.get_flag("practice");
    let default = if practice { None } else { Some(1) };
    let paper = Paper {
        items,
        mode: if practice { Mode::Practice } else { Mode::Exam },
        seed: given.get_one::<u64>("seed").copied(),
        timed: !given.get_flag("untimed"),
        minutes: given.get_one::<u32>("minutes").copied(),
        attempts: given.get_one::<u32>("attempts").copied().map_or(default, |n| Some(n).filter(|n| *n > 0)),
        ..Paper::exam("", "")
    };
    let title = given.get_one::<String>("title").cloned().unwrap_or_else(|| titles.join(" · "));
    let (opens, closes) = (time(given, "opens", desk.locale)?, time(given, "closes", desk.locale)?);
    let new = NewAssignment { class: class.id, title, paper, files, opens, closes };
    let made = desk.told(desk.store.new_assignment(&new, desk.now).await)?;
    let hash: String = made.paper_hash.chars().take(12).collect();
    let args = args!("title" => made.title, "id" => made.id.to_string(), "hash" => hash);
    writeln!(terminal::out(), "{}", desk.locale.text_with("class-assigned", &args))?;
    Ok(ExitCode::SUCCESS)
}

/// A time as people type it, in the system's time zone.
fn time(given: &ArgMatches, name: &str, locale: Locale) -> Result<Option<Moment>, Failure> {
    let Some(typed) = given.get_one::<String>(name) else { return Ok(None) };
    let local = typed.trim().replacen(' ', "T", 1).parse::<jiff::civil::DateTime>().ok();
    let at = local.and_then(|local| local.to_zoned_datetime(jiff::tz::TimeZone::system()).ok());
    let at = at.map(|at| Moment(at.timestamp().as_millisecond()));
    let unread = || Failure::Usage(locale.text_with("class-bad-time", &args!("given" => typed.as_str())).into_owned());
    at.map(Some).ok_or_else(unread)
}

pub(super) fn set(texts: &HelpTexts) -> Command {
    sub(texts, "set", "calmdesk class set ASSIGNMENT open|paused|closed")
        .arg(
            (texts.positional("ASSIGNMENT", "class-arg-assignment").required(true))
                .value_parser(value_parser!(i64).range(1..)),
        )
        .arg(
            (texts.positional("STATE", "class-arg-state").required(true).action(ArgAction::Set))
                .value_parser(["open", "paused", "closed"]),
        )
}

pub(super) async fn run_set(desk: &Desk, given: &ArgMatches) -> Done {
    let id = AssignmentId(given.get_one::<i64>("ASSIGNMENT").copied().unwrap_or_default());
    let state = given.get_one::<String>("STATE").and_then(|state| state.parse().ok());
    desk.told(desk.store.set_assignment_state(id, state.unwrap_or(AssignmentState::Open)).await)?;
    writeln!(terminal::out(), "{}", desk.locale.text_with("class-set", &args!("id" => id.to_string())))?;
    Ok(ExitCode::SUCCESS)
}
