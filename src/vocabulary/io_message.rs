//! Why the system did not do what was asked of a file, and the way out: the failures an office PC meets.

use super::Message;
use std::io::{Error, ErrorKind};

pub fn io_message(error: &Error) -> Message {
    Message::new(match error.kind() {
        ErrorKind::NotFound => "io-not-found",
        ErrorKind::PermissionDenied => "io-permission",
        ErrorKind::ReadOnlyFilesystem => "io-read-only",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::WriteZero => "io-full",
        ErrorKind::FileTooLarge => "io-too-large",
        ErrorKind::IsADirectory => "io-is-folder",
        ErrorKind::NotADirectory => "io-not-folder",
        ErrorKind::AlreadyExists => "io-exists",
        _ => "io-other",
    })
}
