//! The one reader of files that somebody gives us: it reads files only, and only so much of them.
//!
//! A pipe that nobody writes to would be waited for without end, and a device has none.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Why a file was not read, beside what the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRead {
    /// A pipe or a device: it might never end.
    #[error("it is a pipe or a device and no file")]
    NoFile,
    /// More bytes than the reader takes.
    #[error("it is larger than {limit} bytes")]
    TooLarge {
        /// The most that is taken, in bytes.
        limit: u64,
    },
}

impl From<NotRead> for io::Error {
    fn from(why: NotRead) -> Self {
        let kind = match why {
            NotRead::NoFile => ErrorKind::InvalidInput,
            NotRead::TooLarge { .. } => ErrorKind::FileTooLarge,
        };
        Self::new(kind, why)
    }
}

impl NotRead {
    /// What is in an error of [`read_file`] that the system did not say.
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

/// Opens a file to be read; a pipe, a device or a folder is none.
///
/// # Errors
///
/// What the system says, [`ErrorKind::IsADirectory`], or [`NotRead::NoFile`].
pub fn open_file(path: &Path) -> io::Result<File> {
    // Asked before it is opened: to open a pipe is to wait for its writer.
    let kind = fs::metadata(path)?.file_type();
    if kind.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !kind.is_file() {
        return Err(NotRead::NoFile.into());
    }
    File::open(path)
}

/// The same for what is read line by line, under a limit of its own: a device of characters (`/dev/null`, a terminal)
/// will do.
///
/// # Errors
///
/// As [`open_file`].
pub fn open_lines(path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    if std::os::unix::fs::FileTypeExt::is_char_device(&fs::metadata(path)?.file_type()) {
        return File::open(path);
    }
    open_file(path)
}

/// The bytes of a file, at most `limit` of them.
///
/// # Errors
///
/// As [`open_file`], and [`NotRead::TooLarge`].
pub fn read_file(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than allowed shows that there is more, without reading it.
    open_file(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(NotRead::TooLarge { limit }.into());
    }
    Ok(bytes)
}
