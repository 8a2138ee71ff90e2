//! The one writer of all files that people ask for: a file is there whole or as it was before, never in between.
//!
//! What is written stands in a file beside the target until it is on the disk, and takes the target's place in one step.
//! Links are followed, what is read-only stays as it is, and a file that is replaced keeps its mode. Logs are another
//! matter: they grow line by line ([`writer`](super::writer)).

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A file that could not be written; what was there before still is.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {}: {source}", path.display())]
pub struct SaveError {
    /// The file that was to be written.
    pub path: PathBuf,
    /// What the system says.
    pub source: io::Error,
}

/// Who may read a file that was not there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Whom the system lets read new files.
    Usual,
    /// Its owner alone: it may hold somebody's name.
    Owner,
}

/// Links that lead to links are followed so far.
const MOST_LINKS: usize = 16;
/// Bytes of the target's name in the name of the file beside it: file systems take names of 255 bytes.
const LONGEST_NAME: usize = 120;
/// A folder that was begun longer ago than that is nobody's any more.
const ABANDONED: Duration = Duration::from_secs(600);

/// Writes `bytes` to `path`.
///
/// # Errors
///
/// [`SaveError`] where the folder cannot be written to or is full, or the file is read-only.
pub fn save(path: &Path, bytes: &[u8], readers: Readers) -> Result<(), SaveError> {
    let failed = |source| SaveError { path: path.to_owned(), source };
    match Beside::written(path, bytes, readers).map_err(failed)? {
        Some(beside) => beside.put_in_place().map_err(failed),
        None => Ok(()),
    }
}

/// Writes several files of a folder: all are on the disk before the first takes its place.
///
/// # Errors
///
/// As [`save`].
pub fn save_all(files: &[(PathBuf, &[u8])], readers: Readers) -> Result<(), SaveError> {
    let mut beside = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        let failed = |source| SaveError { path: path.clone(), source };
        beside.extend(Beside::written(path, bytes, readers).map_err(failed)?);
    }
    for one in beside {
        let path = one.target.clone();
        one.put_in_place().map_err(|source| SaveError { path, source })?;
    }
    Ok(())
}

/// Makes the new folder `into/name` with these files: it is there with all of them or not at all.
///
/// # Errors
///
/// [`ErrorKind::AlreadyExists`] where there is such a folder; else what the system says.
pub fn save_folder(into: &Path, name: &str, files: &[(String, Vec<u8>)]) -> io::Result<PathBuf> {
    let folder = into.join(name);
    if folder.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    fs::create_dir_all(into)?;
    sweep_folders(into, name);
    let begun = into.join(format!("{}{}.tmp", before(OsStr::new(name)), std::process::id()));
    fs::create_dir(&begun)?;
    let whole = files.iter().try_for_each(|(name, bytes)| {
        let mut file = File::create_new(begun.join(name))?;
        file.write_all(bytes).and_then(|()| file.sync_all())
    });
    if let Err(error) = whole.and_then(|()| fs::rename(&begun, &folder)) {
        // Nothing half-made stays behind; why it failed matters more than whether this works.
        let _ = fs::remove_dir_all(&begun);
        return Err(error);
    }
    sync_folder(into);
    Ok(folder)
}

/// A whole file that waits beside its target. Dropped, it leaves nothing behind.
struct Beside {
    place: PathBuf,
    target: PathBuf,
    /// Locked as long as somebody writes it.
    file: Option<File>,
}

impl Beside {
    /// `None`: the target is no file that could be replaced (a device, a pipe), and was written straight on.
    fn written(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<Option<Self>> {
        let target = followed(path)?;
        let Some(name) = target.file_name() else {
            return Err(ErrorKind::IsADirectory.into());
        };
        let old = match fs::metadata(&target) {
            Ok(old) if old.is_dir() => return Err(ErrorKind::IsADirectory.into()),
            Ok(old) if !old.is_file() => {
                OpenOptions::new().write(true).open(&target)?.write_all(bytes)?;
                return Ok(None);
            }
            // The folder may let it be replaced all the same; its owner said that it should stay.
            Ok(old) if old.permissions().readonly() => return Err(ErrorKind::PermissionDenied.into()),
            Ok(old) => Some(old),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let folder = folder_of(&target);
        sweep(folder, name);
        let (place, file) = create_beside(folder, name, if old.is_some() { Readers::Owner } else { readers })?;
        let mut beside = Self { place, target: target.clone(), file: None };
        (&file).write_all(bytes)?;
        if let Some(old) = old {
            keep_owner(&file, &old);
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        beside.file = Some(file);
        Ok(Some(beside))
    }

    fn put_in_place(mut self) -> io::Result<()> {
        // Windows renames no open file.
        self.file = None;
        fs::rename(&self.place, &self.target)?;
        sync_folder(folder_of(&self.target));
        self.place = PathBuf::new();
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.place.as_os_str().is_empty() {
            self.file = None;
            let _ = fs::remove_file(&self.place);
        }
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A new name is on the disk only once its folder is (where folders can be opened).
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Where a link leads in the end, whether there is something or not.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        if !path.symlink_metadata().is_ok_and(|meta| meta.is_symlink()) {
            return Ok(path);
        }
        let to = fs::read_link(&path)?;
        path = folder_of(&path).join(to);
    }
    Err(io::Error::from(ErrorKind::InvalidInput))
}

#[cfg(unix)]
fn keep_owner(file: &File, old: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    // Only a privileged user can; the others own what they write.
    let _ = fchown(file, Some(old.uid()), Some(old.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &fs::Metadata) {}

/// What the names of files beside `name` begin with.
fn before(name: &OsStr) -> String {
    let name = name.to_string_lossy();
    format!(".{}.", &name[..name.floor_char_boundary(LONGEST_NAME)])
}

/// A new locked file that nobody else has, in the same folder, so that renaming replaces in one step.
fn create_beside(folder: &Path, name: &OsStr, readers: Readers) -> io::Result<(PathBuf, File)> {
    let mut last = io::Error::from(ErrorKind::AlreadyExists);
    for attempt in 0..100 {
        let place = folder.join(OsString::from(format!("{}{}-{attempt}.tmp", before(name), std::process::id())));
        let created = match readers {
            Readers::Owner => super::writer::private().create_new(true).open(&place),
            Readers::Usual => OpenOptions::new().write(true).create_new(true).open(&place),
        };
        match created {
            // Whoever sweeps may have it for a moment; then it is gone.
            Ok(file) => match file.try_lock() {
                Err(fs::TryLockError::WouldBlock) => {}
                Ok(()) | Err(fs::TryLockError::Error(_)) => return Ok((place, file)),
            },
            Err(error) if error.kind() == ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// Removes what killed writers of the same target left behind: nobody holds its lock any more.
fn sweep(folder: &Path, name: &OsStr) {
    for place in left_over(folder, name) {
        if place.is_file() && File::open(&place).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(place);
        }
    }
}

fn sweep_folders(into: &Path, name: &str) {
    for place in left_over(into, OsStr::new(name)) {
        let age = place.symlink_metadata().ok().filter(fs::Metadata::is_dir).and_then(|meta| meta.modified().ok());
        if age.and_then(|then| then.elapsed().ok()).is_some_and(|age| age > ABANDONED) {
            let _ = fs::remove_dir_all(place);
        }
    }
}

fn left_over(folder: &Path, name: &OsStr) -> Vec<PathBuf> {
    let before = before(name);
    let ours = |file: &str| {
        let middle = file.strip_prefix(before.as_str()).and_then(|rest| rest.strip_suffix(".tmp"));
        middle.is_some_and(|middle| !middle.is_empty() && middle.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
    };
    let listing = fs::read_dir(folder).into_iter().flatten().flatten();
    listing.filter(|entry| entry.file_name().to_str().is_some_and(ours)).map(|entry| entry.path()).collect()
}
