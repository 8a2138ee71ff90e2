//! The one text in a ZIP archive that is worth importing, unpacked in memory under budgets.

use std::ops::Range;

/// Entries beyond this are not looked at.
const MOST_ENTRIES: usize = 4096;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZipError {
    #[error("the archive is damaged")]
    Damaged,
    #[error("the archive holds no story or scenario")]
    Empty,
    #[error("what the archive holds is too large")]
    TooLarge,
    #[error("the archive is locked or packed in an unknown way")]
    Unknown,
}

struct Entry<'z> {
    name: &'z [u8],
    method: u16,
    flags: u16,
    crc: u32,
    packed: usize,
    size: usize,
    at: usize,
}

pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The first entry whose name ends like a scenario or a story, at most `limit` bytes of it.
pub fn story(bytes: &[u8], limit: usize) -> Result<Vec<u8>, ZipError> {
    let entries = directory(bytes)?;
    let ends = |entry: &&Entry, endings: &[&[u8]]| {
        let name = entry.name.to_ascii_lowercase();
        let hidden =
            name.starts_with(b"__macosx/") || name.rsplit(|b| *b == b'/').next().is_some_and(|n| n.starts_with(b"."));
        !hidden && endings.iter().any(|ending| name.ends_with(ending))
    };
    let xml = entries.iter().find(|entry| ends(entry, &[b".xml"]));
    let entry = xml.or_else(|| entries.iter().find(|entry| ends(entry, &[b".twee", b".tw"])));
    unpack(bytes, entry.ok_or(ZipError::Empty)?, limit)
}

fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let slice = bytes.get(at..at.checked_add(width)?)?;
    Some(slice.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
}

fn slice(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(Range { start: at, end: at.checked_add(length)? })
}

/// The central directory, found from the end as the format asks.
fn directory(bytes: &[u8]) -> Result<Vec<Entry<'_>>, ZipError> {
    const END: usize = 22;
    let first = bytes.len().saturating_sub(END + usize::from(u16::MAX));
    let last = bytes.len().checked_sub(END).ok_or(ZipError::Damaged)?;
    let end = (first..=last).rev().find(|at| bytes[*at..].starts_with(b"PK\x05\x06")).ok_or(ZipError::Damaged)?;
    let read = |at, width| number(bytes, at, width).ok_or(ZipError::Damaged);
    let (count, mut at) = (read(end + 10, 2)?, read(end + 16, 4)?);
    let mut entries = Vec::new();
    for _ in 0..count.min(MOST_ENTRIES) {
        if slice(bytes, at, 4) != Some(b"PK\x01\x02") {
            return Err(ZipError::Damaged);
        }
        let (name, extra, note) = (read(at + 28, 2)?, read(at + 30, 2)?, read(at + 32, 2)?);
        entries.push(Entry {
            name: slice(bytes, at + 46, name).ok_or(ZipError::Damaged)?,
            flags: read(at + 8, 2)? as u16,
            method: read(at + 10, 2)? as u16,
            crc: read(at + 16, 4)? as u32,
            packed: read(at + 20, 4)?,
            size: read(at + 24, 4)?,
            at: read(at + 42, 4)?,
        });
        at += 46 + name + extra + note;
    }
    Ok(entries)
}

fn unpack(bytes: &[u8], entry: &Entry, limit: usize) -> Result<Vec<u8>, ZipError> {
    const LOCKED: u16 = 1;
    if entry.flags & LOCKED != 0 {
        return Err(ZipError::Unknown);
    }
    if entry.size > limit {
        return Err(ZipError::TooLarge);
    }
    if slice(bytes, entry.at, 4) != Some(b"PK\x03\x04") {
        return Err(ZipError::Damaged);
    }
    let read = |at, width| number(bytes, at, width).ok_or(ZipError::Damaged);
    let start = entry.at + 30 + read(entry.at + 26, 2)? + read(entry.at + 28, 2)?;
    let packed = slice(bytes, start, entry.packed).ok_or(ZipError::Damaged)?;
    let text = match entry.method {
        STORED => packed.to_vec(),
        // What the directory says of the size may be a lie; the limit is not.
        DEFLATED => {
            miniz_oxide::inflate::decompress_to_vec_with_limit(packed, limit).map_err(|error| match error.status {
                miniz_oxide::inflate::TINFLStatus::HasMoreOutput => ZipError::TooLarge,
                _ => ZipError::Damaged,
            })?
        }
        _ => return Err(ZipError::Unknown),
    };
    if text.len() > limit {
        return Err(ZipError::TooLarge);
    }
    if crc32fast::hash(&text) != entry.crc {
        return Err(ZipError::Damaged);
    }
    Ok(text)
}
