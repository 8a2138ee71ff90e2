//! Why the system did not do what was asked of a file, and the way out: the failures an office PC meets.

use super::Message;
use super::read_file::NotRead;
use std::io::{Error, ErrorKind};

/// What the system says of a file, as one of the texts `io-…`; what no text tells apart becomes `io-other`.
pub fn io_message(error: &Error) -> Message {
    match NotRead::of(error) {
        Some(NotRead::NoFile) => return Message::new("io-no-file"),
        Some(NotRead::TooLarge { limit }) if limit < 1 << 20 => {
            return Message::new("io-larger-kb").with("limit", limit >> 10);
        }
        Some(NotRead::TooLarge { limit }) => return Message::new("io-larger").with("limit", limit >> 20),
        None => {}
    }
    Message::new(match error.kind() {
        ErrorKind::NotFound => "io-not-found",
        ErrorKind::PermissionDenied => "io-permission",
        ErrorKind::ReadOnlyFilesystem => "io-read-only",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::WriteZero => "io-full",
        ErrorKind::FileTooLarge => "io-too-large",
        ErrorKind::IsADirectory => "io-is-folder",
        ErrorKind::NotADirectory => "io-not-folder",
        ErrorKind::AlreadyExists => "io-exists",
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => "io-bad-name",
        _ => "io-other",
    })
}
