//! A log whose place is gone while it is being written: its folder was removed or renamed, its stick pulled.

use super::error::{LogError, Task};
use super::store::Store;
use super::writer::{Sink as _, create};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Most names that are tried in one folder.
const MOST_NAMES: u32 = 100;

/// Whether `file` is still what is found at `path`.
#[cfg(unix)]
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(open), Ok(there)) => (open.dev(), open.ino()) == (there.dev(), there.ino()),
        (_, Err(error)) => error.kind() != io::ErrorKind::NotFound,
        // What cannot be asked is no reason to move.
        (Err(_), Ok(_)) => true,
    }
}

/// Whether there is still something at `path`: Windows removes no file that is being written.
#[cfg(not(unix))]
pub(super) fn is_at(_: &File, path: &Path) -> bool {
    path.try_exists().unwrap_or(true)
}

/// A whole copy of `file` at the first place that takes one: among the user's sessions, in the current folder, among
/// the temporary files.
pub(super) fn saved_elsewhere(file: &mut File, path: &Path) -> Result<(PathBuf, File), LogError> {
    let name = path.file_name().unwrap_or(OsStr::new("session.calmlog"));
    let sessions = Store::of_user().ok().map(|store| store.sessions());
    let here = std::env::current_dir().ok();
    let mut failed = None;
    for folder in sessions.into_iter().chain(here).chain([std::env::temp_dir()]) {
        match saved_in(file, &folder, name) {
            Ok(saved) => return Ok(saved),
            Err(error) => failed = Some(error),
        }
    }
    Err(failed.unwrap_or_else(|| LogError::io(path, Task::Write, io::ErrorKind::NotFound.into())))
}

fn saved_in(file: &mut File, folder: &Path, name: &OsStr) -> Result<(PathBuf, File), LogError> {
    std::fs::create_dir_all(folder).map_err(|error| LogError::io(folder, Task::Create, error))?;
    for number in 1..=MOST_NAMES {
        let path = match number {
            1 => folder.join(name),
            _ => folder.join(format!("{number}-{}", name.to_string_lossy())),
        };
        let mut copy = match create(&path) {
            Ok(copy) => copy,
            Err(LogError::Exists(_)) => continue,
            Err(error) => return Err(error),
        };
        let whole = file.seek(SeekFrom::Start(0)).and_then(|_| io::copy(file, &mut copy)).and_then(|_| copy.sync());
        return match whole {
            Ok(()) => Ok((path, copy)),
            Err(error) => {
                let _ = std::fs::remove_file(&path);
                Err(LogError::io(&path, Task::Write, error))
            }
        };
    }
    Err(LogError::Exists(folder.to_owned()))
}
