//! Who played a session, and what a report says of how: steps back, pauses, resumes.

use super::log::{LogEntry, LogFile};
use super::record::Recorded;
use serde::{Deserialize, Serialize};

/// Who makes the moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlayedBy {
    /// Somebody at the keyboard or the mouse.
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
    Resumed {
        /// As RFC 3339 has it: `2026-03-09T09:12:00+08:00`.
        at: String,
        /// Who goes on with it.
        by: PlayedBy,
    },
    /// The clock was stopped.
    Paused {
        /// As RFC 3339 has it.
        at: String,
    },
}

/// How a session was played, by its log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HowPlayed {
    /// Each once, in their order; empty where the log is too old to say.
    pub by: Vec<PlayedBy>,
    /// The turns before which the trainee stepped back, in the order of the steps.
    pub steps_back: Vec<u32>,
    /// How often the clock was stopped.
    pub pauses: u32,
    /// How often it was left and gone on with.
    pub resumes: u32,
}

impl HowPlayed {
    /// What the log tells of it.
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
