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
use std::io::{BufRead, Write};
use std::process::ExitCode;
use std::sync::Arc;

/// Serves one editor over the standard input and output until it says goodbye: 0 after `shutdown` and `exit`, 1 where it
/// went without. `asked`: the language was chosen on the command line, so the editor's own does not count.
pub fn run(locale: Locale, asked: bool) -> ExitCode {
    // The input is not locked: the thread that reads it may outlive this one.
    let left_well = serve(std::io::BufReader::new(std::io::stdin()), frames::standard_output(), locale, asked);
    if left_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The same over any pair of streams; whether it ended by `shutdown` and `exit`.
pub fn serve(
    mut input: impl BufRead + Send + 'static,
    output: Box<dyn Write + Send>,
    locale: Locale,
    asked: bool,
) -> bool {
    let (connection, client) = lsp_server::Connection::memory();
    let lsp_server::Connection { sender, receiver } = client;
    let unused = lsp_server::Connection::memory();
    // Each thread holds its own end alone: where one is gone, the other sees it.
    let incoming = lsp_server::Connection { sender, receiver: unused.0.receiver };
    let outgoing = lsp_server::Connection { sender: unused.1.sender, receiver };
    let out = Arc::new(frames::Out::new(output));
    let refused = Arc::clone(&out);
    std::thread::spawn(move || frames::take_in(&mut input, &refused, &incoming, locale));
    let writer = std::thread::spawn(move || frames::send_out(&out, &outgoing));
    let left_well = server::Server::new(connection, locale, asked).serve();
    // What was said is still written; a client that hung up is no failure of ours.
    if left_well {
        let _ = writer.join();
    }
    left_well
}
