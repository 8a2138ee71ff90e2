//! Who played a session, and what a report says of how: steps back, pauses, resumes.

use super::log::{LogEntry, LogFile};
use super::record::Recorded;
use crate::rubric::Doubts;
use crate::session::{Mode, Settings};
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
    /// Whoever set this exam grants that nobody measures time; `by`: who, or the assignment in which it stands.
    UntimedGranted {
        /// Their name, or the title of the assignment.
        by: String,
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
    /// Who granted that time was not measured, where somebody did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub untimed_granted_by: Option<String>,
}

impl HowPlayed {
    /// What the log tells of it.
    pub fn of(log: &LogFile) -> Self {
        let mut how = Self { by: log.head.played_by.iter().cloned().collect(), ..Self::default() };
        for entry in &log.entries {
            match entry {
                LogEntry::Mark { mark: Mark::Paused { .. } } => how.pauses += 1,
                LogEntry::Mark { mark: Mark::UntimedGranted { by } } => how.untimed_granted_by = Some(by.clone()),
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

    /// What an exam with these settings cannot be passed for: nobody grants themselves to sit it without a clock, and
    /// what a file or a machine answers is nobody's reception. Of practice nothing.
    pub fn doubts(&self, settings: &Settings) -> Doubts {
        let exam = settings.mode == Mode::Exam;
        Doubts {
            untimed: exam && !settings.timed && self.untimed_granted_by.is_none(),
            not_by_hand: exam && self.by.iter().any(|by| matches!(by, PlayedBy::Answers | PlayedBy::Policy(_))),
        }
    }

    /// Whether the log is of a time when it said who played.
    pub const fn says_who(&self) -> bool {
        !self.by.is_empty()
    }
}
