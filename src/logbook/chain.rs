//! How the lines of a log hang together: each carries its checksum, and from format 4 on the hash of the line before it.
//!
//! A checksum finds what a disk or a cable does to a line. The chain finds a line that was changed, left out or put in
//! with its checksum made anew, unless everything after it was made anew as well. Who wants to know that, too, keeps
//! the [`Link`] of the last line where nobody can change it, or seals it with a key.

use super::error::Damaged;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fmt;
use std::io;

/// The first format whose lines are chained.
const CHAINED: u32 = 4;
/// Hexadecimal digits of a link.
const DIGITS: usize = 64;

/// SHA-256 of a whole line without its line end. It vouches for every line before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link([u8; 32]);

impl Link {
    fn of(line: &[u8]) -> Self {
        Self(Sha256::digest(line).into())
    }

    /// SHA-256.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The chain up to the line last written or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain(Option<Link>);

impl Chain {
    /// After the head of a log of this format; `head`: its line, with or without the line end.
    pub fn after(head: &[u8], format: u32) -> Self {
        Self((format >= CHAINED).then(|| Link::of(head.strip_suffix(b"\n").unwrap_or(head))))
    }

    /// The link of the last line; `None` in logs of formats before 4. This is what a class may seal.
    pub const fn tip(&self) -> Option<&Link> {
        self.0.as_ref()
    }

    /// False for logs before format 4: their lines carry a checksum alone.
    pub const fn is_chained(&self) -> bool {
        self.0.is_some()
    }

    /// The next line, line end included.
    ///
    /// # Errors
    ///
    /// Where the value has no form in JSON.
    pub fn line_of(&mut self, value: &impl Serialize) -> io::Result<String> {
        let json = serde_json::to_string(value).map_err(io::Error::other)?;
        let Some(previous) = &self.0 else { return Ok(summed(&json)) };
        let line = summed(&format!("{previous} {json}"));
        self.0 = Some(Link::of(line.strip_suffix('\n').unwrap_or(&line).as_bytes()));
        Ok(line)
    }

    /// The JSON of the next line, if checksum and link fit.
    pub(super) fn read<'l>(&mut self, line: &'l [u8]) -> Result<&'l [u8], Damaged> {
        let text = unsummed(line).ok_or(Damaged::Checksum)?;
        let Some(previous) = &self.0 else { return Ok(text) };
        let (link, json) = text.split_at_checked(DIGITS).ok_or(Damaged::Chain)?;
        let json = json.strip_prefix(b" ").filter(|_| link == previous.to_string().as_bytes());
        let json = json.ok_or(Damaged::Chain)?;
        self.0 = Some(Link::of(line.strip_suffix(b"\n").unwrap_or(line)));
        Ok(json)
    }
}

/// `crc32 SPACE text`, line end included.
pub(super) fn summed(text: &str) -> String {
    format!("{:08x} {text}\n", crc32fast::hash(text.as_bytes()))
}

/// What stands after the checksum of a whole line, if it fits.
pub(super) fn unsummed(line: &[u8]) -> Option<&[u8]> {
    let line = line.strip_suffix(b"\n")?;
    let (sum, rest) = line.split_at_checked(8)?;
    let text = rest.strip_prefix(b" ")?;
    // Only the spelling that is written counts, so that any flipped bit shows.
    let lower_hex = sum.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let sum = u32::from_str_radix(std::str::from_utf8(sum).ok()?, 16).ok()?;
    (lower_hex && crc32fast::hash(text) == sum).then_some(text)
}

/// True where a whole record stands after the first byte of `bytes`, or where so many seem to begin that it takes too
/// long to say: no crash tears a log like that.
pub(super) fn holds_record(bytes: &[u8]) -> bool {
    /// Bytes that are summed up before that.
    const MOST_SUMMED: usize = 512 << 20;
    const START: &[u8] = b" {\"";
    // Where the checksum begins before the JSON: in lines without and with a link.
    const BEFORE: [usize; 2] = [8, 8 + 1 + DIGITS];
    let mut left = MOST_SUMMED;
    let mut summed_up = |line: &[u8]| {
        let spelt = line.iter().take(8).all(u8::is_ascii_hexdigit);
        left = left.saturating_sub(if spelt { line.len() } else { 0 });
        left == 0 || (spelt && unsummed(line).is_some())
    };
    bytes.split_inclusive(|&byte| byte == b'\n').enumerate().any(|(at, line)| {
        // A damaged line end joins two records: look within lines too.
        (line.windows(START.len()).enumerate())
            .filter(|(_, seen)| *seen == START)
            .flat_map(|(from, _)| BEFORE.into_iter().filter_map(move |before| from.checked_sub(before)))
            .any(|from| (at > 0 || from > 0) && summed_up(&line[from..]))
    })
}
