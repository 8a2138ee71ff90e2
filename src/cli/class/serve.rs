//! `calmdesk class serve`: a class for any browser in the room.

use super::super::command::HelpTexts;
use super::super::terminal;
use super::super::{Done, Failure, play};
use crate::args;
use crate::classroom::{Bearer, Class, ClassError, ClassState, Database, Moment, Store, TokenUse};
use crate::locale::Texts;
use crate::logbook::store::Store as DataFolder;
use crate::vocabulary::Locale;
use crate::web::{ServeError, Serving, Site, qr_text, serve};
use clap::{ArgMatches, Command, value_parser};
use std::ffi::OsString;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Only this machine, unless told otherwise.
const LISTEN: &str = "127.0.0.1:7420";
/// The instructor's link is good for so many hours, once.
const LINK_HOURS: i64 = 12;
/// What an instructor who comes in by the link is called.
const INSTRUCTOR: &str = crate::web::BY_LINK;

/// What can be typed.
pub fn command(texts: &HelpTexts) -> Command {
    texts
        .command("serve", "calmdesk class serve [--listen ADDRESS:PORT] [--db URL] [--data FOLDER] [--class CODE]")
        .arg(texts.option("listen", "ADDRESS:PORT", "web-arg-listen").value_parser(value_parser!(SocketAddr)))
        .arg(texts.option("class", "CODE", "web-arg-class").value_parser(value_parser!(String)))
        .after_help(texts.text("web-after-serve"))
}

/// Serves until it is told to end.
pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let threads = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    threads.block_on(serve_class(given, locale))
}

fn failed(error: &ClassError, locale: Locale) -> Failure {
    Failure::Problem(locale.say(&error.message()))
}

async fn serve_class(given: &ArgMatches, locale: Locale) -> Done {
    let database = match given.get_one::<String>("db") {
        Some(url) => Database::at_url(url),
        None => Database::in_folder(&folder(given, locale)?),
    };
    let database = database.map_err(|error| failed(&error, locale))?;
    let store = Store::open(&database).await.map_err(|error| failed(&error, locale))?;
    let class = class(&store, given.get_one::<String>("class"), locale).await?;
    let until = Moment::now().plus(LINK_HOURS * 3_600_000);
    let link = store.issue_token(class.id, &Bearer::Instructor(INSTRUCTOR.to_owned()), TokenUse::Once, until).await;
    let link = link.map_err(|error| failed(&error, locale))?;

    let listen = given.get_one::<SocketAddr>("listen").copied().or_else(|| LISTEN.parse().ok());
    let listen = listen.ok_or_else(|| Failure::Usage(LISTEN.to_owned()))?;
    let serving = Serving::at(listen).await.map_err(|error| cannot(&error, locale))?;
    let addresses = serving.addresses();
    announce(&class, &addresses, &link, serving.at, locale)?;
    let site = Arc::new(Site::new(store, play::library(), addresses));
    serve(serving, site, ended()).await.map_err(|error| cannot(&error, locale))?;
    Ok(ExitCode::SUCCESS)
}

fn folder(given: &ArgMatches, locale: Locale) -> Result<PathBuf, Failure> {
    match given.get_one::<OsString>("data") {
        Some(folder) => Ok(PathBuf::from(folder)),
        None => match DataFolder::of_user() {
            Ok(store) => Ok(store.root().to_owned()),
            Err(_) => Err(Failure::Problem(locale.text("play-no-data-folder").into_owned())),
        },
    }
}

/// The class of a code; without one the latest that is open, or a new one.
async fn class(store: &Store, code: Option<&String>, locale: Locale) -> Result<Class, Failure> {
    let failed = |error: ClassError| failed(&error, locale);
    if let Some(code) = code {
        let code = code.parse().map_err(|_| Failure::Usage(locale.text("web-wrong-code").into_owned()))?;
        return store.class_by_code(&code).await.map_err(failed);
    }
    let classes = store.classes().await.map_err(failed)?;
    if let Some(open) = classes.into_iter().find(|class| class.state == ClassState::Open) {
        return Ok(open);
    }
    let class = store.new_class(&locale.text("web-new-class"), None, Moment::now()).await.map_err(failed)?;
    store.set_instructor(class.id, INSTRUCTOR, None).await.map_err(failed)?;
    Ok(class)
}

fn announce(class: &Class, addresses: &[String], link: &str, at: SocketAddr, locale: Locale) -> Result<(), Failure> {
    let mut out = terminal::out();
    let code = class.code.as_str();
    let address = addresses.first().map_or("", String::as_str);
    writeln!(out, "{}", locale.text_with("web-serving", &args!("class" => class.name.as_str(), "code" => code)))?;
    for address in addresses {
        writeln!(out, "  {address}")?;
    }
    if at.ip().is_loopback() {
        writeln!(out, "{}", locale.text_with("web-only-here", &args!("port" => at.port().to_string())))?;
    }
    if let Some(qr) = qr_text(&format!("{address}/?code={code}")) {
        writeln!(out, "\n{qr}")?;
    }
    writeln!(out, "{}\n  {address}/desk/link/{link}", locale.text("web-desk-link"))?;
    writeln!(out, "{}", locale.text("web-how-to-end"))?;
    out.flush()?;
    Ok(())
}

fn cannot(error: &ServeError, locale: Locale) -> Failure {
    let text = match error {
        ServeError::Listen { address, source } => locale.text_with(
            "web-cannot-listen",
            &args!("address" => address.to_string(), "reason" => locale.say(&crate::vocabulary::io_message(source))),
        ),
        ServeError::Broken(source) => {
            locale.text_with("web-broke-off", &args!("reason" => locale.say(&crate::vocabulary::io_message(source))))
        }
    };
    Failure::Problem(text.into_owned())
}

/// Ctrl-C, or whoever ends services.
async fn ended() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! { () = interrupt => {}, _ = terminate.recv() => {} }
            }
            Err(_) => interrupt.await,
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}
