//! For people who write scenarios in an editor: a language server over standard input and output, a shell like `cli`.

#![deny(missing_docs)]

mod complete;
pub mod folder;
mod frames;
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
    let (connection, client) = lsp_server::Connection::memory();
    let lsp_server::Connection { sender, receiver } = client;
    let unused = lsp_server::Connection::memory();
    // Each thread holds its own end alone: where one is gone, the other sees it.
    let incoming = lsp_server::Connection { sender, receiver: unused.0.receiver };
    let outgoing = lsp_server::Connection { sender: unused.1.sender, receiver };
    std::thread::spawn(move || frames::take_in(&mut std::io::stdin().lock(), &incoming, locale));
    let writer = std::thread::spawn(move || frames::send_out(&outgoing));
    let left_well = server::Server::new(connection, locale, asked).serve();
    // What was said is still written; a client that hung up is no failure of ours.
    if left_well {
        let _ = writer.join();
        return ExitCode::SUCCESS;
    }
    ExitCode::FAILURE
}
