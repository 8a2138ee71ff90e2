//! The edge of the terminal: everything that a command prints goes through [`Terminal`], and no control character of
//! anybody's text does. A title, a name, a path or a line of a log could else paint, hide, ring or retitle the window.
//!
//! `tests/house/edge.rs` holds the shells to it: nothing else in them names the standard output or error.

use crate::scenario::syntax::is_invisible;
use std::borrow::Cow;
use std::io::{self, StderrLock, StdoutLock, Write};

/// The standard output, for a person.
pub fn out() -> Terminal<StdoutLock<'static>> {
    Terminal::new(io::stdout().lock())
}

/// The standard output, for a program that reads JSON: what would be a sign for a person is an escape for it.
pub fn json() -> Terminal<StdoutLock<'static>> {
    Terminal { reader: Reader::Json, ..out() }
}

/// The standard error.
pub fn err() -> Terminal<StderrLock<'static>> {
    Terminal::new(io::stderr().lock())
}

#[derive(Clone, Copy, PartialEq)]
enum Reader {
    Person,
    Json,
}

/// A writer that lets no control character through but the end of a line.
pub struct Terminal<W> {
    out: W,
    reader: Reader,
    /// The beginning of a character whose end has not been written yet.
    torn: Vec<u8>,
}

#[derive(Clone, Copy)]
pub enum Style {
    Bold,
    Dim,
}

impl<W: Write> Terminal<W> {
    pub fn new(out: W) -> Self {
        Self { out, reader: Reader::Person, torn: Vec::new() }
    }

    /// A text bold or dim.
    pub fn styled(&mut self, style: Style, text: &str) -> io::Result<()> {
        let on = match style {
            Style::Bold => "\x1b[1m",
            Style::Dim => "\x1b[2m",
        };
        self.out.write_all(on.as_bytes())?;
        self.write_all(text.as_bytes())?;
        self.out.write_all(b"\x1b[0m")
    }

    /// What [`lint::render`](crate::lint::render) has painted: its colours go through, and nothing else does. The
    /// renderer itself leaves no escape of the texts that it draws.
    pub fn painted(&mut self, text: &str) -> io::Result<()> {
        let mut rest = text;
        while let Some(at) = rest.find('\x1b') {
            let (before, from) = rest.split_at(at);
            self.write_all(before.as_bytes())?;
            let (ours, after) = match colour(from) {
                // No colour: shown as the sign that it is.
                0 => ("\x1b", &from[1..]),
                length => from.split_at(length),
            };
            if ours.len() > 1 {
                self.out.write_all(ours.as_bytes())?
            } else {
                self.write_all(ours.as_bytes())?
            }
            rest = after;
        }
        self.write_all(rest.as_bytes())
    }
}

/// How long the colour is with which a text begins: `ESC [ 1 ; 31 m`. Nothing is hidden by a colour's number.
fn colour(text: &str) -> usize {
    const HIDDEN: &str = "8";
    let Some(inner) = text.strip_prefix("\x1b[") else { return 0 };
    let digits = inner.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
    let numbers = &inner[..inner.len() - digits.len()];
    if digits.starts_with('m') && numbers != HIDDEN { text.len() - digits.len() + 1 } else { 0 }
}

impl<W: Write> Write for Terminal<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = std::mem::take(&mut self.torn);
        all.extend_from_slice(bytes);
        let mut rest = all.as_slice();
        while !rest.is_empty() {
            let (text, after) = match std::str::from_utf8(rest) {
                Ok(text) => (text, &rest[rest.len()..]),
                Err(error) => {
                    let (good, bad) = rest.split_at(error.valid_up_to());
                    let text = std::str::from_utf8(good).unwrap_or_default();
                    match error.error_len() {
                        None => {
                            self.torn = bad.to_vec();
                            (text, &rest[rest.len()..])
                        }
                        Some(broken) => {
                            self.out.write_all(self.reader.safe(text).as_bytes())?;
                            ("\u{FFFD}", &bad[broken..])
                        }
                    }
                }
            };
            self.out.write_all(self.reader.safe(text).as_bytes())?;
            rest = after;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Reader {
    fn safe(self, text: &str) -> Cow<'_, str> {
        if !text.contains(|c| c != '\n' && is_harmful(c)) {
            return Cow::Borrowed(text);
        }
        let mut safe = String::with_capacity(text.len() + 8);
        for c in text.chars() {
            match self {
                _ if c == '\n' || !is_harmful(c) => safe.push(c),
                Self::Person => safe.push(sign(c)),
                Self::Json => {
                    let mut units = [0; 2];
                    safe.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
                }
            }
        }
        Cow::Owned(safe)
    }
}

/// A text that stands in one line, whatever is in it: a name, a title, a cell.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let ends = |c| matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}');
    if text.contains(ends) {
        Cow::Owned(text.chars().map(|c| if ends(c) { sign(c) } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// What moves the cursor, paints, rings, turns the direction or is not seen.
fn is_harmful(c: char) -> bool {
    c.is_control() || is_invisible(c) || matches!(c, '\u{2028}' | '\u{2029}' | '\u{E0000}'..='\u{E007F}')
}

/// A visible sign for it.
fn sign(c: char) -> char {
    match c {
        '\u{7F}' => '␡',
        c if u32::from(c) < 0x20 => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{FFFD}'),
        _ => '\u{FFFD}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(write: impl Fn(&mut Terminal<Vec<u8>>) -> io::Result<()>) -> String {
        let mut terminal = Terminal::new(Vec::new());
        write(&mut terminal).unwrap();
        String::from_utf8(terminal.out).unwrap()
    }

    #[test]
    fn nothing_gets_through_that_a_terminal_would_obey() {
        let all: String = (0..0xA0).chain(0x2028..0x202F).chain(0x2066..0x206A).filter_map(char::from_u32).collect();
        let shown = printed(|out| write!(out, "{all}"));
        assert!(shown.chars().all(|c| c == '\n' || !is_harmful(c)), "{shown:?}");
        assert!(shown.contains('␛') && shown.contains('a'));
    }

    #[test]
    fn styles_are_ours_alone() {
        assert_eq!(printed(|out| out.styled(Style::Bold, "a\x1b[8mb")), "\x1b[1ma␛[8mb\x1b[0m");
        assert_eq!(printed(|out| out.painted("\x1b[1;31ma\x1b[0m\x1b[8mb\x1b]0;c")), "\x1b[1;31ma\x1b[0m␛[8mb␛]0;c");
    }

    #[test]
    fn a_character_written_in_two_parts_stays_whole_and_torn_bytes_are_shown() {
        let bytes = "心".as_bytes();
        assert_eq!(printed(|out| out.write_all(&bytes[..1]).and_then(|()| out.write_all(&bytes[1..]))), "心");
        assert_eq!(printed(|out| out.write_all(b"a\xffb")), "a\u{FFFD}b");
    }

    #[test]
    fn a_program_reads_escapes() {
        let mut out = Terminal { reader: Reader::Json, ..Terminal::new(Vec::new()) };
        serde_json::to_writer(&mut out, "a\u{9b}b\u{202e}\u{E0001}").unwrap();
        let text = String::from_utf8(out.out).unwrap();
        assert!(text.is_ascii(), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), "a\u{9b}b\u{202e}\u{E0001}");
    }
}
