//! `calmdesk lsp`: the language server for an author's editor.

use super::super::Done;
use super::super::command::Texts;
use crate::locale::Locale;
use clap::Command;

pub fn command(texts: &Texts) -> Command {
    texts.command("lsp", "calmdesk lsp [--lang zh-CN|en]").after_help(texts.text("cli-after-lsp"))
}

/// `asked`: the language was chosen on the command line; else the editor's own goes first.
pub fn run(locale: Locale, asked: bool) -> Done {
    Ok(crate::lsp::run(locale, asked))
}
