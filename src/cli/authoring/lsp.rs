//! `calmdesk lsp`: the language server for an author's editor.

use super::super::Done;
use super::super::command::HelpTexts;
use super::super::terminal;
use super::save;
use crate::args;
use crate::locale::Texts;
use crate::lsp::vsix;
use crate::vocabulary::Locale;
use clap::{ArgMatches, Command};
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub fn command(texts: &HelpTexts) -> Command {
    texts
        .command("lsp", "calmdesk lsp [--lang zh-CN|en] | --vsix FILE.vsix")
        .arg(texts.option("vsix", "FILE", "cli-arg-vsix"))
        .after_help(texts.text("cli-after-lsp"))
}

/// `asked`: the language was chosen on the command line; else the editor's own goes first.
pub fn run(given: &ArgMatches, locale: Locale, asked: bool) -> Done {
    let Some(path) = given.get_one::<OsString>("vsix").map(Path::new) else {
        return Ok(crate::lsp::run(locale, asked));
    };
    save(path, &vsix::bytes(), locale)?;
    let shown = path.display().to_string();
    writeln!(terminal::out(), "{}", locale.text_with("lsp-vsix-saved", &args!("path" => shown)))?;
    Ok(ExitCode::SUCCESS)
}
