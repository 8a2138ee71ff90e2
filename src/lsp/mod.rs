//! For people who write scenarios in an editor: a language server over standard input and output, a shell like `cli`.

#![deny(missing_docs)]

mod complete;
pub mod folder;
mod ftl;
mod guide;
mod hover;
mod index;
mod navigate;
mod outline;
mod problems;
mod queue;
mod requests;
mod server;
mod shape;
mod sources;
mod spot;
pub mod text;
pub mod vsix;

use crate::vocabulary::Locale;
use std::process::ExitCode;

/// Serves one editor until it says goodbye: 0 after `shutdown` and `exit`, 1 where it went without.
/// `asked`: the language was chosen on the command line, so the editor's own does not count.
pub fn run(locale: Locale, asked: bool) -> ExitCode {
    let (connection, threads) = lsp_server::Connection::stdio();
    let left_well = server::Server::new(connection, locale, asked).serve();
    // After `exit` nobody reads or writes any more; a client that hung up is no failure of ours.
    if left_well {
        let _ = threads.join();
        return ExitCode::SUCCESS;
    }
    ExitCode::FAILURE
}
