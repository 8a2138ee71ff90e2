//! The same moves on a newer version of a scenario, as far as they still fit.

use super::error::{ApplyError, LogError};
use super::recording::Recording;
use crate::session::MoveError;
use crate::session::moves::Move;

/// A move and the node at which it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Id of that node.
    pub node: String,
    /// What was done there.
    pub input: Move,
}

/// How far the moves led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaughtUp {
    /// Moves that were made.
    pub taken: usize,
    /// Why the next one was not; `None`: all were.
    pub stopped: Option<Stopped>,
}

/// Why a move no longer fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The play is at another node than the one at which the move was made.
    Elsewhere {
        /// Id of the node at which the move was made.
        was: String,
        /// Id of the node at which the play is now.
        is: String,
    },
    /// The play has ended earlier.
    Ended,
    /// The node no longer offers it.
    Refused(MoveError),
}

/// Makes `moves` on a recording that has just begun; stops at the first that no longer fits.
///
/// A move counts only at the node where it was made: option `1` of another node is another option.
///
/// # Errors
///
/// [`LogError`], where a move cannot be written.
pub fn catch_up(recording: &mut Recording, moves: &[Placed]) -> Result<CaughtUp, LogError> {
    for (taken, Placed { node, input }) in moves.iter().enumerate() {
        let stop = |stopped| Ok(CaughtUp { taken, stopped: Some(stopped) });
        let Some(is) = recording.at() else { return stop(Stopped::Ended) };
        if is != node {
            return stop(Stopped::Elsewhere { was: node.clone(), is: is.to_owned() });
        }
        match recording.apply(input) {
            Ok(_) => {}
            Err(ApplyError::Move(error)) => return stop(Stopped::Refused(error)),
            Err(ApplyError::Write(error)) => return Err(error),
        }
    }
    Ok(CaughtUp { taken: moves.len(), stopped: None })
}

impl Recording {
    /// The node at which the trainee's move is awaited; `None` once the session has ended.
    pub fn at(&self) -> Option<&str> {
        let session = self.session();
        session.awaiting().node().map(|node| session.scenario().nodes[node.at()].id.as_str())
    }
}
