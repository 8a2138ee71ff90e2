//! Whether somebody is sitting at a session: whoever plays it holds its log locked.

use super::error::{LogError, Task};
use super::recording::Opened;
use crate::session::{Event, Mode, effective};
use crate::vocabulary::open_file;
use std::fs::TryLockError;
use std::path::Path;

impl Opened {
    /// Whether an ending was reached and stands.
    pub fn ended(&self) -> bool {
        effective(&self.events).iter().any(|event| matches!(event, Event::Ended { .. }))
    }

    /// An exam that can still be gone on with: nobody is told yet what was good and what would have been better.
    pub fn is_open_exam(&self) -> bool {
        self.head.settings.mode == Mode::Exam && !self.ended()
    }
}

/// # Errors
///
/// [`LogError::Running`] where another program is writing the log, or this one in another window.
pub fn refuse_running(path: &Path) -> Result<(), LogError> {
    let file = open_file(path).map_err(|error| LogError::io(path, Task::Open, error))?;
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => Err(LogError::Running(path.to_owned())),
        // Where there are no locks nobody can be seen sitting at it.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
    }
}
