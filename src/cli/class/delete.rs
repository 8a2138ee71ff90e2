//! `calmdesk class delete`: it says what would go, and does it with `--yes`.

use super::super::command::HelpTexts;
use super::super::terminal;
use super::super::{Done, Failure};
use super::{Desk, sub};
use crate::args;
use crate::classroom::store::Removed;
use crate::locale::Texts;
use clap::{ArgMatches, Command, value_parser};
use std::io::Write;
use std::process::ExitCode;

pub(super) fn command(texts: &HelpTexts) -> Command {
    sub(texts, "delete", "calmdesk class delete CODE --person WHO | CODE --whole | --older [--yes]")
        .arg(texts.positional("CODE", "class-arg-code").value_parser(value_parser!(String)))
        .arg(
            (texts.option("person", "WHO", "class-arg-person").value_parser(value_parser!(String)))
                .requires("CODE")
                .conflicts_with_all(["older", "whole"]),
        )
        .arg(texts.flag("older", "class-arg-older").conflicts_with_all(["whole", "CODE"]))
        .arg(texts.flag("whole", "class-arg-whole").requires("CODE"))
        .arg(texts.flag("yes", "class-arg-yes"))
}

pub(super) async fn run(desk: &Desk, given: &ArgMatches) -> Done {
    let (store, locale, yes) = (&desk.store, desk.locale, given.get_flag("yes"));
    let would = |text: std::borrow::Cow<'_, str>| -> Done {
        writeln!(terminal::out(), "{text}")?;
        Ok(ExitCode::SUCCESS)
    };
    let removed: Removed = if let Some(who) = given.get_one::<String>("person") {
        let class = desk.class(given).await?;
        let person = desk.person(&class, who).await?;
        if !yes {
            let attempts = desk.told(store.portable(person.id).await)?.attempts.len();
            return would(
                locale.text_with("class-would-delete-person", &args!("who" => who.as_str(), "attempts" => attempts)),
            );
        }
        desk.told(store.delete_person(person.id).await)?
    } else if given.get_flag("whole") {
        let class = desk.class(given).await?;
        if !yes {
            let people = desk.told(store.people(class.id).await)?.len();
            let attempts: u32 = desk.told(store.overview(class.id).await)?.iter().map(|one| one.begun).sum();
            let args = args!("name" => class.name, "people" => people, "attempts" => attempts);
            return would(locale.text_with("class-would-delete-class", &args));
        }
        desk.told(store.delete_class(class.id).await)?
    } else if given.get_flag("older") {
        if !yes {
            return would(locale.text("class-would-delete-older"));
        }
        desk.told(store.purge(desk.now).await)?
    } else {
        return Err(Failure::Usage(locale.text("class-delete-what").into_owned()));
    };
    let args = args!("people" => removed.people, "attempts" => removed.attempts);
    writeln!(terminal::out(), "{}", locale.text_with("class-deleted", &args))?;
    Ok(ExitCode::SUCCESS)
}
