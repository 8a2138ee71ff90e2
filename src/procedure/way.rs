//! The way of a matter as messages, the same on the desk, in the terminal and on paper.

use super::course::{Refusal, actors};
use super::deadline::Timeliness;
use super::progress::{Due, Objection, Progress, Rules};
use super::stages::{Actor, StageRow, Step};
use crate::vocabulary::{Message, Value};
use jiff::civil::Date;
use serde::Serialize;

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum StepFate {
    /// Taken; what is to be said of its limit, where it has one.
    Taken(Option<Timeliness>),
    /// It was not taken, and this stood against it.
    Refused(Objection),
    /// Its limit ran out so many days ago.
    Overdue {
        /// Days past its last day, at least 1.
        late: u16,
    },
}

impl StepFate {
    /// In a few words.
    pub fn message(self) -> Message {
        let (id, days) = match self {
            Self::Taken(None) => ("step-in-order", 0),
            Self::Taken(Some(Timeliness::InTime { .. })) => ("step-in-time", 0),
            Self::Taken(Some(Timeliness::OnlyIfMoved)) => ("step-only-if-moved", 0),
            Self::Taken(Some(Timeliness::Late { days })) => ("step-late", days),
            Self::Refused(why) => (why.text_id(), 0),
            Self::Overdue { late } => ("step-overdue", u32::from(late)),
        };
        Message::new(id).with("days", days)
    }
}

/// A limit that runs.
#[derive(Clone, Copy, Debug)]
pub struct Running<'r> {
    /// The step that is to be taken in this time.
    pub row: &'r StageRow,
    /// Its last day.
    pub due: Due,
}

impl Running<'_> {
    /// What is due, by whom, until when, and how many days are left on this day.
    pub fn message(&self, today: Date) -> Message {
        let left = (self.due.day - today).get_days();
        // A right that was not used in time is gone; whoever owed something owes it still.
        let id = match (left < 0, self.row.bars) {
            (true, true) => "limit-lapsed",
            (true, false) => "limit-over",
            (false, _) => "limit-running",
        };
        Message::new(id)
            .with("step", self.row.step.label())
            .with("by", actors(&self.row.by))
            .with("day", Value::Day(self.due.day))
            .with("left", left)
            .with("over", -left)
            .with("year", self.due.day.year().to_string())
    }
}

impl Progress {
    /// The limits that run, the nearest first.
    pub fn limits<'r>(&self, rules: Rules<'r>) -> Vec<Running<'r>> {
        let mut limits: Vec<Running> = self.running(rules).map(|(row, due)| Running { row, due }).collect();
        limits.sort_by_key(|running| (running.due.day, running.row.step));
        limits
    }

    /// Why a step cannot be taken, in full.
    pub fn refusal(&self, step: Step, by: Actor, on: Date, rules: Rules<'_>) -> Option<Refusal> {
        let (why, row) = self.weigh(step, by, on, rules).err()?;
        Some(Refusal::of(self, step, why, row, rules))
    }
}
