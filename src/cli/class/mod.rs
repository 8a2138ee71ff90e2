//! `calmdesk class`: a class's store, and its server.

mod agreement;
mod collect;
mod delete;
mod export;
mod graph;
mod instructor;
mod list;
mod make;
mod results;
mod roster;
mod serve;

use super::command::{HelpTexts, lossy};
use super::{Done, Failure};
use crate::args;
use crate::classroom::{AssignmentId, Class, ClassCode, ClassError, Database, Moment, Person, Store};
use crate::locale::Texts;
use crate::logbook::store::Store as DataFolder;
use crate::vocabulary::Locale;
use clap::{ArgMatches, Command, value_parser};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// What can be typed.
pub(super) fn command(texts: &HelpTexts) -> Command {
    let subcommands = [
        make::new(texts),
        list::command(texts),
        roster::command(texts),
        make::assign(texts),
        make::set(texts),
        instructor::command(texts),
        collect::command(texts),
        results::command(texts),
        agreement::command(texts),
        export::command(texts),
        graph::command(texts),
        delete::command(texts),
    ];
    texts
        .command(
            "class",
            "calmdesk class new|list|roster|assign|set|instructor|collect|results|agreement|graph|export|delete|serve …",
        )
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(subcommands.map(|command| texts.closed(stored(texts, command))))
        .subcommand(texts.closed(stored(texts, serve::command(texts))))
}

/// Where the store is: every command takes it.
fn stored(texts: &HelpTexts, command: Command) -> Command {
    command
        .arg(texts.option("db", "URL", "class-arg-db").value_parser(value_parser!(String)))
        .arg(texts.option("data", "FOLDER", "class-arg-data").conflicts_with("db"))
}

/// A command of the class: its text is `class-about-<name>`.
fn sub(texts: &HelpTexts, name: &'static str, usage: &str) -> Command {
    texts.command("class", usage).name(name).about(texts.text(&format!("class-about-{name}")))
}

/// Runs one of them.
pub(super) fn run(given: &ArgMatches, locale: Locale) -> Done {
    let Some((name, given)) = given.subcommand() else {
        // `subcommand_required`: there is no other way here.
        return Ok(ExitCode::SUCCESS);
    };
    if name == "serve" {
        return serve::run(given, locale);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let desk = runtime.block_on(Desk::open(given, locale))?;
    let done = runtime.block_on(async {
        match name {
            "new" => make::run_new(&desk, given).await,
            "list" => list::run(&desk).await,
            "roster" => roster::run(&desk, given).await,
            "assign" => make::run_assign(&desk, given).await,
            "set" => make::run_set(&desk, given).await,
            "instructor" => instructor::run(&desk, given).await,
            "collect" => collect::run(&desk, given).await,
            "results" => results::run(&desk, given).await,
            "agreement" => agreement::run(&desk, given).await,
            "export" => export::run(&desk, given).await,
            "graph" => graph::run(&desk, given).await,
            "delete" => delete::run(&desk, given).await,
            _ => Ok(ExitCode::SUCCESS),
        }
    });
    runtime.block_on(desk.store.close());
    done
}

/// An opened store, and in which language is spoken.
struct Desk {
    store: Store,
    locale: Locale,
    now: Moment,
}

impl Desk {
    async fn open(given: &ArgMatches, locale: Locale) -> Result<Self, Failure> {
        let failed = |error: ClassError| Failure::Problem(locale.say(&error.message()));
        let database = match given.get_one::<String>("db") {
            Some(url) => Database::at_url(url),
            None => {
                let folder = match given.get_one::<OsString>("data") {
                    Some(folder) => PathBuf::from(folder),
                    None => DataFolder::of_user()
                        .map_err(|_| Failure::Problem(locale.text("play-no-data-folder").into_owned()))?
                        .root()
                        .to_owned(),
                };
                Database::in_folder(&folder)
            }
        };
        let store = Store::open(&database.map_err(failed)?).await.map_err(failed)?;
        Ok(Self { store, locale, now: Moment::now() })
    }

    /// An error as it is told.
    fn told<T>(&self, result: Result<T, ClassError>) -> Result<T, Failure> {
        result.map_err(|error| Failure::Problem(self.locale.say(&error.message())))
    }

    /// The class whose code was given.
    async fn class(&self, given: &ArgMatches) -> Result<Class, Failure> {
        let typed = given.get_one::<String>("CODE").cloned().unwrap_or_default();
        let code: ClassCode = self.told(typed.parse().map_err(|_| ClassError::WrongCode(typed)))?;
        self.told(self.store.class_by_code(&code).await)
    }

    /// Somebody of a class, by pseudonym, number or a name that is one person's.
    async fn person(&self, class: &Class, who: &str) -> Result<Person, Failure> {
        let people = self.told(self.store.people(class.id).await)?;
        let exact = people.iter().find(|one| one.pseudonym == who || one.number.as_deref() == Some(who));
        let mut named = people.iter().filter(|one| one.name.as_deref() == Some(who));
        let named = named.next().filter(|_| named.next().is_none());
        exact.or(named).cloned().ok_or_else(|| {
            Failure::Problem(self.locale.text_with("class-no-person", &args!("who" => who)).into_owned())
        })
    }
}

fn code_arg(texts: &HelpTexts) -> clap::Arg {
    texts.positional("CODE", "class-arg-code").required(true).value_parser(value_parser!(String))
}

fn assignment_of(given: &ArgMatches) -> Option<AssignmentId> {
    given.get_one::<i64>("assignment").copied().map(AssignmentId)
}

fn assignment_arg(texts: &HelpTexts) -> clap::Arg {
    texts.option("assignment", "N", "class-arg-assignment").value_parser(value_parser!(i64).range(1..))
}

fn path(given: &ArgMatches, name: &str) -> PathBuf {
    given.get_one::<OsString>(name).map(PathBuf::from).unwrap_or_default()
}

fn shown(path: &std::path::Path) -> String {
    lossy(path.as_os_str())
}
