//! `calmdesk translate`: makes and updates the translation file of a scenario.

use super::super::command::HelpTexts;
use super::super::terminal;
use super::super::{Done, Failure};
use super::{complaints, folder_of, save};
use crate::args;
use crate::locale::{Texts, shortened};
use crate::scenario::bundle::without_bom;
use crate::scenario::translation_file::{Update, Waiting, update};
use crate::scenario::{SourceBundle, load};
use crate::vocabulary::Locale;
use clap::{ArgMatches, Command};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// So many are listed; the file itself shows them all.
const LISTED: usize = 20;

pub fn command(texts: &HelpTexts) -> Command {
    texts
        .command("translate", "calmdesk translate PATH [--to en|zh-CN]")
        .arg(texts.positional("PATH", "cli-arg-translate-path").required(true))
        .arg(texts.option("to", "en|zh-CN", "cli-arg-translate-to").value_parser(Locale::ALL.map(Locale::tag)))
}

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let path = given.get_one::<OsString>("PATH").map(PathBuf::from).unwrap_or_default();
    let bundle = SourceBundle::read_dir(&path).map_err(|error| Failure::Problem(locale.say(&error.message())))?;
    // Old translations may be in any state; only the source must be sound.
    let own = SourceBundle {
        id: bundle.id.clone(),
        files: bundle.files.iter().filter(|(name, _)| name.ends_with(".ron")).cloned().collect(),
    };
    let loaded = load(&own);
    let Some(scenario) = loaded.scenario else {
        return Err(Failure::Problem(complaints(&own, &path, &loaded.diagnostics, locale)));
    };
    let to = match given.get_one::<String>("to").and_then(|tag| tag.parse().ok()) {
        Some(to) => to,
        None => Locale::ALL.into_iter().find(|other| *other != scenario.locale).unwrap_or(Locale::En),
    };
    if to == scenario.locale {
        return Err(Failure::Usage(locale.text_with("translate-same", &args!("tag" => to.tag())).into_owned()));
    }
    let name = format!("{}.ftl", to.tag());
    let file = folder_of(&path).join(&name);
    let shown = file.display().to_string();
    let unreadable = || {
        let lead = locale.text_with("translate-broken", &args!("path" => shown.as_str()));
        let problems = complaints(&bundle, &path, &load(&bundle).diagnostics, locale);
        Failure::Problem(format!("{lead}\n\n{problems}").trim_end().to_owned())
    };
    let before = match bundle.file(&name) {
        Some(bytes) => Some(std::str::from_utf8(without_bom(bytes)).map_err(|_| unreadable())?),
        None => None,
    };
    let update = update(&scenario, before, &locale.text("translate-header")).map_err(|_| unreadable())?;
    let changed = before != Some(update.text.as_str());
    if changed {
        save(&file, update.text.as_bytes(), locale)?;
    }
    report(&update, &shown, changed, before.is_none(), locale)?;
    Ok(ExitCode::SUCCESS)
}

fn report(update: &Update, path: &str, changed: bool, new: bool, locale: Locale) -> io::Result<()> {
    let mut out = terminal::out();
    let lead = match (new, changed) {
        (true, _) => "translate-made",
        (_, true) => "translate-updated",
        _ => "translate-unchanged",
    };
    let done = update.texts - update.missing.len();
    writeln!(out, "{}", locale.text_with(lead, &args!("path" => path, "texts" => update.texts, "done" => done)))?;
    list(&mut out, "translate-missing", &update.missing, locale)?;
    list(&mut out, "translate-stale", &update.stale, locale)?;
    if !update.unused.is_empty() {
        let args = args!("count" => update.unused.len(), "names" => update.unused.join(" "));
        writeln!(out, "\n{}", locale.text_with("translate-unused", &args))?;
    }
    Ok(())
}

fn list(out: &mut impl Write, lead: &str, waiting: &[Waiting], locale: Locale) -> io::Result<()> {
    if waiting.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", locale.text_with(lead, &args!("count" => waiting.len())))?;
    for one in waiting.iter().take(LISTED) {
        let short = |text: &str| shortened(&text.replace('\n', " "), 64);
        match &one.before {
            Some(before) => writeln!(out, "  {}  {} → {}", one.id, short(before), short(&one.original))?,
            None => writeln!(out, "  {}  {}", one.id, short(&one.original))?,
        }
    }
    if waiting.len() > LISTED {
        writeln!(out, "  {}", locale.text_with("translate-more", &args!("count" => waiting.len() - LISTED)))?;
    }
    Ok(())
}
