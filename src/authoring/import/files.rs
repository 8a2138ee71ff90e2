//! The files that an import is made of: one, several, or an archive of them.

use super::twee::File;
use super::{ImportError, LeftOut, What};
use crate::scenario::bundle::MAX_FILE_BYTES;
use crate::scenario::zip;

/// Most files of one story.
pub const MAX_FILES: usize = 1000;

const TWEE: [&str; 4] = [".twee", ".tw", ".twee3", ".tw3"];
const OTHER: [&str; 3] = [".xml", ".html", ".htm"];

/// Whether a file of this name may be a story, or part of one.
pub fn is_story(name: &str) -> bool {
    ends(name, &TWEE) || ends(name, &OTHER)
}

fn ends(name: &str, endings: &[&str]) -> bool {
    let name = name.to_ascii_lowercase();
    endings.iter().any(|ending| name.ends_with(ending))
}

/// The texts to be read, in the order of their names, and what is not read.
pub(super) fn unpacked(given: Vec<(String, Vec<u8>)>) -> Result<(Vec<File>, Vec<LeftOut>), ImportError> {
    let archive = match given.as_slice() {
        [(_, bytes)] => zip::is_zip(bytes),
        _ => false,
    };
    let mut not_read = Vec::new();
    let mut files = match given.as_slice() {
        [(_, bytes)] if archive => archived(bytes, &mut not_read)?,
        _ => given,
    };
    // Names are told apart only where there are several.
    let several = files.len() > 1;
    if several {
        files.sort();
    }
    if files.len() > MAX_FILES {
        return Err(ImportError::TooManyFiles);
    }
    if files.iter().map(|(_, bytes)| bytes.len() as u64).sum::<u64>() > MAX_FILE_BYTES {
        return Err(ImportError::TooLarge);
    }
    // The parts of a Twee story are one story; of anything else there is one.
    let is_twee = |name: &str| ends(name, &TWEE);
    if several {
        let twee = files.iter().any(|(name, _)| is_twee(name));
        let first = files.iter().position(|(name, _)| ends(name, &OTHER[..1])).unwrap_or(0);
        let mut at = 0;
        files.retain(|(name, _)| {
            let taken = if twee { is_twee(name) } else { at == first };
            at += 1;
            if !taken {
                not_read.push(LeftOut::new(1, What::File, name).of(name));
            }
            taken
        });
    }
    let text = |(name, bytes): (String, Vec<u8>)| {
        let name = if several { name } else { String::new() };
        let text = String::from_utf8(bytes).map_err(|error| not_utf8(&name, error.as_bytes()))?;
        // Line ends of all systems, and what some editors put before the first line.
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
        Ok(File { name, text })
    };
    let files: Result<Vec<File>, ImportError> = files.into_iter().map(text).collect();
    Ok((files?, not_read))
}

/// Where bytes stop being UTF-8.
fn not_utf8(file: &str, bytes: &[u8]) -> ImportError {
    let good = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    let before = &bytes[..good];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    ImportError::NotUtf8 {
        file: file.to_owned(),
        line: 1 + before.iter().filter(|byte| **byte == b'\n').count(),
        column: 1 + good - line_start,
    }
}

/// The stories in an archive; other files are listed.
fn archived(bytes: &[u8], not_read: &mut Vec<LeftOut>) -> Result<Vec<(String, Vec<u8>)>, ImportError> {
    let mut files = Vec::new();
    let mut room = MAX_FILE_BYTES as usize;
    for entry in zip::directory(bytes)? {
        if entry.is_hidden() || entry.is_folder() {
            continue;
        }
        if entry.link || !is_story(&entry.name) {
            not_read.push(LeftOut::new(1, What::File, &entry.name).of(&entry.name));
            continue;
        }
        let unpacked = zip::unpack(bytes, &entry, room)?;
        room -= unpacked.len().min(room);
        files.push((entry.name, unpacked));
    }
    if files.is_empty() { Err(zip::ZipError::Empty.into()) } else { Ok(files) }
}
