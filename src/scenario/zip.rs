//! Reads ZIP archives in memory, strictly: every entry of the directory is seen, two of one name too, and
//! nothing is unpacked that was not asked for or is larger than allowed. Layout of the format: APPNOTE.TXT 6.3.

use std::borrow::Cow;

/// Most entries of an archive.
pub const MAX_ENTRIES: usize = 4096;
/// A text grows by a factor of two to thirty when unpacked; what grows by more is a bomb …
const MAX_RATIO: usize = 200;
/// … unless it is small.
const SMALL: usize = 64 << 10;

/// Why an archive is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZipError {
    /// Its directory or an entry does not hold together.
    #[error("the archive is damaged")]
    Damaged,
    /// No entry at all.
    #[error("the archive holds nothing of use")]
    Empty,
    /// What is unpacked would be larger than allowed.
    #[error("what the archive holds is too large")]
    TooLarge,
    /// More entries than are looked at.
    #[error("the archive holds more than {MAX_ENTRIES} entries")]
    TooMany,
    /// With a password.
    #[error("the archive is locked")]
    Locked,
    /// Another method than stored or deflated, or zip64.
    #[error("the archive is packed in a way that is not known here")]
    Unknown,
}

/// One entry of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZipEntry {
    /// With `/` between the parts, whatever packed it; as it is written, safe or not.
    pub name: String,
    /// A link and no file.
    pub link: bool,
    method: u16,
    flags: u16,
    crc: u32,
    packed: usize,
    size: usize,
    at: usize,
}

impl ZipEntry {
    /// Whether it is only a folder's name.
    pub fn is_folder(&self) -> bool {
        self.name.ends_with('/')
    }

    /// What a Mac or a file manager adds for itself.
    pub fn is_hidden(&self) -> bool {
        self.name.split('/').any(|part| part.starts_with('.') && !part.trim_matches('.').is_empty())
            || self.name.split('/').next().is_some_and(|first| first.eq_ignore_ascii_case("__macosx"))
    }

    /// Whether the name stays where it is unpacked: no absolute path, no drive, no way up.
    pub fn is_safe(&self) -> bool {
        const DEEPEST: usize = 8;
        const LONGEST: usize = 240;
        let name = self.name.strip_suffix('/').unwrap_or(&self.name);
        let good = |part: &str| !part.is_empty() && !part.chars().all(|c| c == '.') && !part.contains(':');
        name.len() <= LONGEST
            && name.split('/').count() <= DEEPEST
            && name.split('/').all(good)
            && !name.chars().any(char::is_control)
    }
}

/// Whether it begins as a ZIP archive does.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn number(bytes: &[u8], at: usize, width: usize) -> Result<usize, ZipError> {
    let slice = slice(bytes, at, width)?;
    Ok(slice.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
}

fn slice(bytes: &[u8], at: usize, length: usize) -> Result<&[u8], ZipError> {
    at.checked_add(length).and_then(|end| bytes.get(at..end)).ok_or(ZipError::Damaged)
}

/// UTF-8, or what Chinese Windows writes.
fn name_of(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::GB18030.decode_without_bom_handling(bytes).0,
    };
    text.replace('\\', "/")
}

/// The central directory, found from the end as the format asks.
///
/// # Errors
///
/// [`ZipError`]: no archive that can be read here, or over a limit.
pub fn directory(bytes: &[u8]) -> Result<Vec<ZipEntry>, ZipError> {
    const END: usize = 22;
    const LOCATOR: usize = 20;
    const WIDE: usize = 0xFFFF_FFFF;
    let first = bytes.len().saturating_sub(END + usize::from(u16::MAX));
    let last = bytes.len().checked_sub(END).ok_or(ZipError::Damaged)?;
    let end = (first..=last).rev().find(|at| bytes[*at..].starts_with(b"PK\x05\x06")).ok_or(ZipError::Damaged)?;
    let (count, mut at) = (number(bytes, end + 10, 2)?, number(bytes, end + 16, 4)?);
    // Archives beyond four gigabytes or 65,535 entries keep their true numbers elsewhere (zip64).
    let locator = end.checked_sub(LOCATOR).is_some_and(|at| bytes[at..].starts_with(b"PK\x06\x07"));
    if locator || count == 0xFFFF || at == WIDE {
        return Err(ZipError::Unknown);
    }
    if count > MAX_ENTRIES {
        return Err(ZipError::TooMany);
    }
    // One part of several.
    if number(bytes, end + 4, 2)? != 0 || number(bytes, end + 8, 2)? != count {
        return Err(ZipError::Damaged);
    }
    let mut entries = Vec::with_capacity(count);
    for _ in 0..count {
        if slice(bytes, at, 4)? != b"PK\x01\x02" {
            return Err(ZipError::Damaged);
        }
        let (name, extra, note) = (number(bytes, at + 28, 2)?, number(bytes, at + 30, 2)?, number(bytes, at + 32, 2)?);
        let entry = ZipEntry {
            name: name_of(slice(bytes, at + 46, name)?),
            // The upper half of the external attributes is the mode of a Unix file.
            link: number(bytes, at + 40, 2)? & 0xF000 == 0xA000,
            flags: number(bytes, at + 8, 2)? as u16,
            method: number(bytes, at + 10, 2)? as u16,
            crc: number(bytes, at + 16, 4)? as u32,
            packed: number(bytes, at + 20, 4)?,
            size: number(bytes, at + 24, 4)?,
            at: number(bytes, at + 42, 4)?,
        };
        if [entry.packed, entry.size, entry.at].contains(&WIDE) {
            return Err(ZipError::Unknown);
        }
        entries.push(entry);
        at += 46 + name + extra + note;
    }
    Ok(entries)
}

/// The bytes of one entry, at most `limit` of them.
///
/// # Errors
///
/// [`ZipError`]: damaged, locked, packed in an unknown way, or more than `limit`.
pub fn unpack(bytes: &[u8], entry: &ZipEntry, limit: usize) -> Result<Vec<u8>, ZipError> {
    const STORED: u16 = 0;
    const DEFLATED: u16 = 8;
    const LOCKED: u16 = 1;
    if entry.flags & LOCKED != 0 {
        return Err(ZipError::Locked);
    }
    if entry.size > limit.min((entry.packed.saturating_mul(MAX_RATIO)).max(SMALL)) {
        return Err(ZipError::TooLarge);
    }
    if slice(bytes, entry.at, 4)? != b"PK\x03\x04" {
        return Err(ZipError::Damaged);
    }
    let start = entry.at + 30 + number(bytes, entry.at + 26, 2)? + number(bytes, entry.at + 28, 2)?;
    let packed = slice(bytes, start, entry.packed)?;
    let unpacked = match entry.method {
        STORED => packed.to_vec(),
        // The directory may lie about the size; what is more than it says is not unpacked.
        DEFLATED => {
            miniz_oxide::inflate::decompress_to_vec_with_limit(packed, entry.size).map_err(|_| ZipError::Damaged)?
        }
        _ => return Err(ZipError::Unknown),
    };
    if unpacked.len() != entry.size || crc32fast::hash(&unpacked) != entry.crc {
        return Err(ZipError::Damaged);
    }
    Ok(unpacked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> ZipEntry {
        let name = name_of(name.as_bytes());
        ZipEntry { name, link: false, method: 0, flags: 0, crc: 0, packed: 0, size: 0, at: 0 }
    }

    #[test]
    fn names_that_lead_out_are_not_safe() {
        for good in ["scenario.ron", "夜里/scenario.ron", "a/b/", "a..b/c.ron", "a\\b.ron"] {
            assert!(named(good).is_safe(), "{good}");
        }
        let deep = "a/".repeat(9);
        let long = "a".repeat(300);
        for bad in ["", "/", "/a", "../a", "a/../b", "a\\..\\b", "\\\\host\\a", "C:/a", "a//b", "a\0b", &deep, &long] {
            assert!(!named(bad).is_safe(), "{bad}");
        }
    }

    #[test]
    fn what_a_mac_adds_is_hidden() {
        for hidden in ["__MACOSX/a/._scenario.ron", "a/.DS_Store", ".git/config"] {
            assert!(named(hidden).is_hidden(), "{hidden}");
        }
        assert!(!named("a/scenario.ron").is_hidden() && !named("../a").is_hidden());
    }
}
