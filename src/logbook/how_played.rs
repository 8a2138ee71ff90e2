//! Who played a session, and what a report says of how: steps back, pauses, resumes.

use super::log::{LogEntry, LogFile};
use super::record::Recorded;
use serde::{Deserialize, Serialize};

/// Who makes the moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlayedBy {
    Hand,
    /// A file of answers.
    Answers,
    /// A machine, by the name of its policy.
    Policy(String),
}

/// Something of the sitting that is no move. Stands in the log at the place where it happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// The session was left and is gone on with; `at`: wall-clock time, as in the head.
    Resumed { at: String, by: PlayedBy },
    /// The clock was stopped.
    Paused { at: String },
}

/// How a session was played, by its log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HowPlayed {
    /// Each once, in their order; empty where the log is too old to say.
    pub by: Vec<PlayedBy>,
    /// The turns before which the trainee stepped back, in the order of the steps.
    pub steps_back: Vec<u32>,
    pub pauses: u32,
    pub resumes: u32,
}

impl HowPlayed {
    pub fn of(log: &LogFile) -> Self {
        let mut how = Self { by: log.head.played_by.iter().cloned().collect(), ..Self::default() };
        for entry in &log.entries {
            match entry {
                LogEntry::Mark { mark: Mark::Paused { .. } } => how.pauses += 1,
                LogEntry::Mark { mark: Mark::Resumed { by, .. } } => {
                    how.resumes += 1;
                    if !how.by.contains(by) {
                        how.by.push(by.clone());
                    }
                }
                LogEntry::Move { events, .. } => how.steps_back.extend(events.iter().filter_map(|event| match event {
                    Recorded::SteppedBack { turn } => Some(*turn),
                    _ => None,
                })),
                _ => {}
            }
        }
        how
    }

    /// Whether the log is of a time when it said who played; an exam was untimed only by permission from then on.
    pub const fn says_who(&self) -> bool {
        !self.by.is_empty()
    }
}
