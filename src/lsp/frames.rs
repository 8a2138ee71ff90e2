//! The protocol's frames: a head that says how long the message is, and the message. A client that sends nonsense is told
//! so; one that announces more than [`MOST_BYTES`] is not believed.

use crate::args;
use crate::locale::Texts;
use crate::vocabulary::Locale;
use lsp_server::{Connection, ErrorCode, Message};
use serde_json::json;
use std::io::{self, BufRead, Read, Write};
use std::sync::Mutex;

/// Largest message that is read.
pub const MOST_BYTES: usize = 64 << 20;
/// Longest line of a head.
const LONGEST_LINE: u64 = 4096;

/// Why nothing more can be read: where the next message begins, nobody knows.
#[derive(Debug, thiserror::Error)]
enum Broken {
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("no Content-Length")]
    Head,
    #[error("a message of {0} bytes")]
    TooLarge(u64),
}

/// Where answers are written: the server's, and those to what was no message.
pub type Out = Mutex<Box<dyn Write + Send>>;

/// The protocol's usual way out.
pub fn standard_output() -> Box<dyn Write + Send> {
    Box::new(io::stdout())
}

/// Hands what comes in to `server`, until `exit`, the end of the input, or what is no frame.
pub fn take_in(input: &mut impl BufRead, out: &Out, server: &Connection, locale: Locale) {
    loop {
        match frame(input) {
            Ok(None) => return,
            Ok(Some(bytes)) => match serde_json::from_slice::<Message>(&bytes) {
                Ok(message) => {
                    let is_exit = matches!(&message, Message::Notification(note) if note.method == "exit");
                    if server.sender.send(message).is_err() || is_exit {
                        return;
                    }
                }
                Err(error) => refuse(out, ErrorCode::ParseError, &error.to_string()),
            },
            Err(broken) => {
                let text = match &broken {
                    Broken::TooLarge(length) => {
                        let args = args!("megabytes" => length >> 20, "most" => MOST_BYTES >> 20);
                        locale.text_with("lsp-too-large", &args)
                    }
                    Broken::Io(_) | Broken::Head => locale.text("lsp-no-frame"),
                };
                refuse(out, ErrorCode::ParseError, &broken.to_string());
                // Where nobody reads it, the exit code still says so.
                let _ = writeln!(io::stderr(), "{text}");
                return;
            }
        }
    }
}

/// Sends on what the server says.
pub fn send_out(out: &Out, server: &Connection) {
    for message in &server.receiver {
        let written = out.lock().is_ok_and(|mut out| message.write(&mut *out).is_ok());
        if !written {
            return;
        }
    }
}

/// An answer to what was no request: whose it was, nobody knows.
fn refuse(out: &Out, code: ErrorCode, why: &str) {
    let answer = json!({ "jsonrpc": "2.0", "id": null, "error": { "code": code as i32, "message": why } }).to_string();
    let Ok(mut out) = out.lock() else { return };
    let _ = write!(out, "Content-Length: {}\r\n\r\n{answer}", answer.len()).and_then(|()| out.flush());
}

/// The bytes of the next message; `None` at the end of the input.
fn frame(input: &mut impl BufRead) -> Result<Option<Vec<u8>>, Broken> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = line.strip_suffix(b"\r\n").ok_or(Broken::Head)?;
        if line.is_empty() {
            break;
        }
        let line = std::str::from_utf8(line).map_err(|_| Broken::Head)?;
        let (name, value) = line.split_once(':').ok_or(Broken::Head)?;
        if name.eq_ignore_ascii_case("Content-Length") {
            length = Some(value.trim().parse::<u64>().map_err(|_| Broken::Head)?);
        }
    }
    let length = length.ok_or(Broken::Head)?;
    if length > MOST_BYTES as u64 {
        return Err(Broken::TooLarge(length));
    }
    let mut bytes = Vec::new();
    // Room is taken as the bytes come, not as they are announced.
    input.take(length).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 == length).then_some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_read_as_they_are_announced_and_no_further() {
        let mut two = &b"Content-Length: 2\r\n\r\n{}content-length:3\r\nX: y\r\n\r\n[1]"[..];
        assert_eq!(frame(&mut two).unwrap().unwrap(), b"{}");
        assert_eq!(frame(&mut two).unwrap().unwrap(), b"[1]");
        assert!(frame(&mut two).unwrap().is_none());
        for broken in ["Content-Length: x\r\n\r\n", "\r\n", "no head", "Content-Length 3\r\n\r\n", &"a".repeat(9000)] {
            assert!(matches!(frame(&mut broken.as_bytes()), Err(Broken::Head)), "{broken:.20}");
        }
        let vast = "Content-Length: 99999999999999\r\n\r\n";
        assert!(matches!(frame(&mut vast.as_bytes()), Err(Broken::TooLarge(_))));
        assert!(frame(&mut &b"Content-Length: 5\r\n\r\n{}"[..]).unwrap().is_none(), "torn");
    }
}
