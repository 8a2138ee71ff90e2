//! Due dates of the law, what was promised, and how the two compare.

use super::calendar::{BeyondCalendar, Calendar, Count, Period, Unit};
use super::law::{ArticleIx, LawLibrary};
use super::limit::Limit;
use crate::vocabulary::Message;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Works out due dates from law packs and a calendar.
#[derive(Clone, Copy, Debug)]
pub struct Reckoner<'a> {
    /// The packs that set the limits.
    pub law: &'a LawLibrary,
    /// Which days are worked.
    pub calendar: &'a Calendar,
}

/// The day by which the law wants something done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The limit that it is the last day of.
    pub limit: Limit,
    /// The article that sets it.
    pub article: ArticleIx,
    /// The count: from, period, due day, days gone over.
    pub count: Count,
    /// Days of a hearing that were not counted.
    pub hearing_days: u16,
    /// Set where no reliable text of the article has been seen.
    pub unverified: bool,
}

/// Why there is no due date.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum DeadlineError {
    /// No pack that was in force sets it.
    #[error("no law pack in force on {on} sets the limit {limit:?}")]
    NoLaw {
        /// The limit that was asked for.
        limit: Limit,
        /// The day whose law was asked for.
        on: Date,
    },
    /// The last day lies past the year 9999.
    #[error(transparent)]
    Beyond(#[from] BeyondCalendar),
}

/// When something is said to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PromisedTime {
    /// On or by this day.
    On(Date),
    /// Within this many days of the day the limit runs from.
    Within(Period),
    /// No time at all: 尽快, 按规定时间.
    Vague,
}

/// How a promise stands to the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum PromiseVerdict {
    /// The very time of the law.
    AsTheLaw,
    /// The office binds itself to less time than it has: allowed, and then to be kept.
    Earlier {
        /// Fewer than the law gives, at least 1.
        days: u32,
    },
    /// The office allows itself more than the law does.
    Later {
        /// More than the law gives, at least 1.
        days: u32,
    },
    /// The visitor is told a shorter time than the law gives.
    CutsShort {
        /// Fewer than the law gives, at least 1.
        days: u32,
    },
    /// The visitor is told a longer time than the law gives, and may lose the right by trusting it.
    Misleads {
        /// More than the law gives, at least 1.
        days: u32,
    },
    /// The right number of days in the wrong unit.
    WrongUnit {
        /// The unit in which the law counts.
        right: Unit,
    },
    /// A day before the time begins to run.
    BeforeItBegins,
    /// No time was named.
    Vague,
}

impl PromiseVerdict {
    /// Whether it may be said so.
    pub const fn is_right(self) -> bool {
        matches!(self, Self::AsTheLaw | Self::Earlier { .. })
    }
}

/// Whether something was done in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Timeliness {
    /// With this many days to spare.
    InTime {
        /// Days left; 0 on the due day itself.
        spare: u32,
    },
    /// Late by the count itself, in time only if a last day off moves to the next working day, which is *unverified*.
    OnlyIfMoved,
    /// Late by this many days, counted from the due day.
    Late {
        /// Days past the due day, at least 1.
        days: u32,
    },
}

impl Timeliness {
    /// Of what was due on one day, perhaps moved to another, and done on a third.
    pub fn of(due: Date, moved_to: Option<Date>, done: Date) -> Self {
        let off = between(due, done);
        match (off, moved_to) {
            (..=0, _) => Self::InTime { spare: off.unsigned_abs() },
            (_, Some(moved)) if done <= moved => Self::OnlyIfMoved,
            _ => Self::Late { days: off.unsigned_abs() },
        }
    }
}

impl Reckoner<'static> {
    /// With the law packs and the calendar that ship with the program.
    pub fn shipped() -> Self {
        Self { law: LawLibrary::shipped(), calendar: Calendar::shipped() }
    }
}

impl Reckoner<'_> {
    /// The due date of a limit that runs from this day (which is not counted).
    ///
    /// # Errors
    ///
    /// [`DeadlineError`]: no pack in force sets this limit, or it leaves the calendar.
    pub fn deadline(&self, limit: Limit, from: Date) -> Result<Deadline, DeadlineError> {
        self.deadline_with_hearing(limit, from, 0)
    }

    /// The same where a hearing took this many days; they count for nothing where the law does not set them apart.
    ///
    /// # Errors
    ///
    /// As [`Self::deadline`].
    pub fn deadline_with_hearing(&self, limit: Limit, from: Date, days: u16) -> Result<Deadline, DeadlineError> {
        let rule = self.law.limit_on(limit, from).ok_or(DeadlineError::NoLaw { limit, on: from })?;
        let hearing_days = if rule.hearing_apart { days } else { 0 };
        let stretched = Period { days: rule.period.days.saturating_add(hearing_days), ..rule.period };
        let count = Count { period: rule.period, ..self.calendar.count(from, stretched)? };
        let unverified = self.law[rule.article].unverified;
        Ok(Deadline { limit, article: rule.article, count, hearing_days, unverified })
    }

    /// How a promise stands to a deadline.
    pub fn judge(&self, deadline: &Deadline, promise: &PromisedTime) -> PromiseVerdict {
        let from = deadline.count.from;
        let said = match promise {
            PromisedTime::Vague => return PromiseVerdict::Vague,
            PromisedTime::On(day) => *day,
            PromisedTime::Within(period) if *period == deadline.count.period => return PromiseVerdict::AsTheLaw,
            PromisedTime::Within(period) if period.days == deadline.count.period.days => {
                return PromiseVerdict::WrongUnit { right: deadline.count.period.unit };
            }
            PromisedTime::Within(period) => match self.calendar.count(from, *period) {
                Ok(count) => count.due,
                Err(BeyondCalendar { .. }) => Date::MAX,
            },
        };
        if said < from {
            return PromiseVerdict::BeforeItBegins;
        }
        let off = between(deadline.count.due, said);
        let days = off.unsigned_abs();
        match (off.signum(), deadline.limit.is_the_visitors()) {
            (0, _) => PromiseVerdict::AsTheLaw,
            (-1, false) => PromiseVerdict::Earlier { days },
            (-1, true) => PromiseVerdict::CutsShort { days },
            (_, false) => PromiseVerdict::Later { days },
            (_, true) => PromiseVerdict::Misleads { days },
        }
    }
}

impl Deadline {
    /// The last day.
    pub const fn due(&self) -> Date {
        self.count.due
    }

    /// Whether what was done on this day was done in time.
    pub fn timeliness(&self, done: Date) -> Timeliness {
        Timeliness::of(self.count.due, self.count.moved_to, done)
    }

    /// What is to be known about the count beside the day, in whole sentences: for which matters it is, hearing days, a last day off, years
    /// whose holidays are not on file.
    pub fn notes(&self) -> Vec<Message> {
        let mut notes = Vec::new();
        if matches!(self.limit, Limit::Decision | Limit::ExtendedDecision) {
            notes.push(Message::new("deadline-note-only-opinion"));
        }
        if self.unverified {
            notes.push(Message::new("deadline-note-unverified"));
        }
        if self.hearing_days > 0 {
            notes.push(Message::new("deadline-note-hearing").with("days", self.hearing_days));
        }
        if let Some(moved) = self.count.moved_to {
            let note = Message::new("deadline-note-day-off").with("due", self.count.due.to_string());
            notes.push(note.with("moved", moved.to_string()));
        }
        for year in &self.count.not_on_file {
            notes.push(Message::new("deadline-note-no-holidays").with("year", year.to_string()));
        }
        notes
    }
}

/// Days from the first to the second; negative where the second is earlier.
fn between(first: Date, second: Date) -> i32 {
    (second - first).get_days()
}
