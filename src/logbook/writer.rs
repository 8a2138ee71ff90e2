//! Where a log is written: locked, whole lines, on the disk when a call returns.

use super::error::{LogError, Task};
use super::log::{LogFile, read_file};
use super::lost;
use crate::vocabulary::open_file;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Where a log goes: a file, or in tests something that fails on demand.
pub trait Sink: Send + Sync {
    /// Takes all of these bytes, behind those it has.
    ///
    /// # Errors
    ///
    /// Where not all of it could be written.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Returns once everything written has reached the disk.
    ///
    /// # Errors
    ///
    /// Where it did not reach the disk.
    fn sync(&mut self) -> io::Result<()>;
    /// Cuts back to the first `len` bytes; writing goes on there.
    ///
    /// # Errors
    ///
    /// Where it could not be cut.
    fn cut(&mut self, len: u64) -> io::Result<()>;
    /// Where what was written can no longer be found at `path`: saves all of it elsewhere, writes there from now on, and
    /// says where that is.
    ///
    /// # Errors
    ///
    /// [`LogError`], where it cannot be saved elsewhere, either.
    fn leave_lost_place(&mut self, _path: &Path) -> Result<Option<PathBuf>, LogError> {
        Ok(None)
    }
}

impl Sink for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }
    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }
    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.set_len(len)?;
        self.seek(SeekFrom::Start(len)).map(drop)
    }
    fn leave_lost_place(&mut self, path: &Path) -> Result<Option<PathBuf>, LogError> {
        if lost::is_at(self, path) {
            return Ok(None);
        }
        let (place, file) = lost::saved_elsewhere(self, path)?;
        *self = file;
        Ok(Some(place))
    }
}

/// Appends lines; what could not be written waits for the next attempt.
pub struct Writer {
    sink: Box<dyn Sink>,
    /// Bytes that are certainly on the disk.
    durable: u64,
    /// Lines that are not.
    pending: Vec<String>,
    /// Set where a failed attempt may have left part of a line behind.
    dirty: bool,
}

impl Writer {
    /// Writes behind the first `durable` bytes, which are on the disk already.
    pub fn new(sink: Box<dyn Sink>, durable: u64) -> Self {
        Self { sink, durable, pending: Vec::new(), dirty: false }
    }

    /// Lines that are not on the disk yet.
    pub fn unsaved(&self) -> usize {
        self.pending.len()
    }

    /// One more line; it waits in memory until it is written.
    pub fn push(&mut self, line: String) {
        self.pending.push(line);
    }

    /// As [`Sink::leave_lost_place`].
    ///
    /// # Errors
    ///
    /// [`LogError`], where it cannot be saved elsewhere, either.
    pub fn leave_lost_place(&mut self, path: &Path) -> Result<Option<PathBuf>, LogError> {
        self.sink.leave_lost_place(path)
    }

    /// Writes all lines that wait; when it returns `Ok` they are on the disk.
    ///
    /// # Errors
    ///
    /// Where the sink fails; what was not written waits on.
    pub fn flush(&mut self) -> io::Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        if std::mem::replace(&mut self.dirty, true) {
            self.sink.cut(self.durable)?;
        }
        let lines = self.pending.concat();
        self.sink.write(lines.as_bytes())?;
        self.sink.sync()?;
        self.dirty = false;
        self.durable += lines.len() as u64;
        self.pending.clear();
        Ok(())
    }
}

/// Creates a new log file and locks it.
///
/// # Errors
///
/// [`LogError`]: there is one already, another session has it, or it cannot be made.
pub fn create(path: &Path) -> Result<File, LogError> {
    let file = private().read(true).create_new(true).open(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => LogError::Exists(path.to_owned()),
        _ => LogError::io(path, Task::Create, error),
    })?;
    lock(&file, path)?;
    // The new name itself outlives a power cut only once its folder is on the disk (where folders can be opened).
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(file)
}

/// To write what may hold a name: on a shared computer only its owner reads it.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// What opening for more found.
pub struct Reopened {
    /// Locked, with nothing behind the last whole line.
    pub file: File,
    /// What stands in it.
    pub log: LogFile,
    /// Where the original of a damaged log was kept.
    pub kept_as: Option<PathBuf>,
}

/// Opens a log to go on with it. A torn end is cut off after the original was kept beside it.
///
/// # Errors
///
/// [`LogError`]: another session has it, it is no log, or it cannot be read or mended.
pub fn reopen(path: &Path) -> Result<Reopened, LogError> {
    let failed = |error| LogError::io(path, Task::Open, error);
    // What is no file is not opened to be written either.
    drop(open_file(path).map_err(failed)?);
    let mut file = OpenOptions::new().read(true).write(true).open(path).map_err(failed)?;
    lock(&file, path)?;
    let log = read_file(&file, path)?;
    let kept_as = match log.damage {
        None => None,
        Some(_) => Some(keep_original(&file, path)?),
    };
    file.cut(log.valid_len).and_then(|()| file.sync_data()).map_err(|error| LogError::io(path, Task::Write, error))?;
    Ok(Reopened { file, log, kept_as })
}

fn keep_original(mut file: &File, path: &Path) -> Result<PathBuf, LogError> {
    let mut attempt = 1;
    loop {
        let mut name = path.as_os_str().to_owned();
        name.push(if attempt == 1 { ".damaged".into() } else { format!(".damaged-{attempt}") });
        let kept = PathBuf::from(name);
        let failed = |error| LogError::io(&kept, Task::Keep, error);
        match private().create_new(true).open(&kept) {
            Ok(mut copy) => {
                file.seek(SeekFrom::Start(0)).map_err(failed)?;
                io::copy(&mut file, &mut copy).and_then(|_| copy.sync_all()).map_err(failed)?;
                return Ok(kept);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => attempt += 1,
            Err(error) => return Err(failed(error)),
        }
    }
}

fn lock(file: &File, path: &Path) -> Result<(), LogError> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(LogError::Busy(path.to_owned())),
        // Some network drives know no locks; a single trainee is better off without one than without a log.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(error)) => Err(LogError::io(path, Task::Open, error)),
    }
}
