//! Calendar days and working days: public holidays and make-up working days, read from `assets/calendar/cn.ron`.

use super::law::Bilingual;
use crate::vocabulary::Message;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a period of days is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// 日: every day.
    #[default]
    Calendar,
    /// 工作日: days on which offices work.
    Working,
}

/// The date so many days after another; the last that a calendar knows where it lies beyond.
pub fn days_after(first: Date, days: u16) -> Date {
    first.saturating_add(jiff::Span::new().days(days))
}

/// A number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// 1 or more, where it is a time limit.
    pub days: u16,
    /// Which days are counted; calendar days where the data say nothing.
    #[serde(default)]
    pub unit: Unit,
}

impl Period {
    /// So many calendar days.
    pub const fn days(days: u16) -> Self {
        Self { days, unit: Unit::Calendar }
    }

    /// So many working days.
    pub const fn working_days(days: u16) -> Self {
        Self { days, unit: Unit::Working }
    }

    /// 15 日, 5 个工作日.
    pub fn label(self) -> Message {
        let id = match self.unit {
            Unit::Calendar => "period-days",
            Unit::Working => "period-working-days",
        };
        Message::new(id).with("days", self.days)
    }
}

/// What kind of day it is for an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day<'a> {
    /// An ordinary working day.
    Working,
    /// A Saturday or Sunday on which offices work because of this holiday.
    MakeUp(&'a Holiday),
    /// A Saturday or Sunday on which offices are closed.
    Weekend,
    /// A day off of this holiday.
    Holiday(&'a Holiday),
}

impl Day<'_> {
    /// Whether offices are open.
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::MakeUp(_))
    }
}

/// A run of days off, with the weekend days that are worked instead.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// As people call it: 春节.
    pub name: Bilingual,
    /// First day off.
    pub first: Date,
    /// Last day off, the same or later.
    pub last: Date,
    /// Saturdays and Sundays on which offices work.
    #[serde(default)]
    pub work: Vec<Date>,
}

/// The holidays that one notice announces.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// The year that the notice is for.
    pub year: i16,
    /// The notice, and where it was read.
    pub source: String,
    /// In the order of the notice.
    pub holidays: Vec<Holiday>,
}

/// Holidays by year.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    years: Vec<Year>,
    /// Year and holiday by day, and whether the day is worked.
    days: BTreeMap<Date, (usize, usize, bool)>,
}

/// Why a calendar cannot be used.
#[derive(Clone, Debug, thiserror::Error, PartialEq)]
pub enum CalendarError {
    /// No such RON.
    #[error("calendar: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    /// Two notices for one year.
    #[error("calendar: the year {0} stands there twice")]
    YearTwice(i16),
    /// A text that a reader would miss.
    #[error("calendar: {year}: {what} is missing in one language or altogether")]
    EmptyText {
        /// The year it stands under.
        year: i16,
        /// Which text.
        what: &'static str,
    },
    /// A run of days off the wrong way round.
    #[error("calendar: {year}: a holiday ends on {last}, before it begins on {first}")]
    EndsBeforeItBegins {
        /// The year it stands under.
        year: i16,
        /// Its first day as written.
        first: Date,
        /// Its last day as written.
        last: Date,
    },
    /// More days off than any holiday has: a slip in a month.
    #[error("calendar: {year}: a holiday from {first} to {last} is longer than a month")]
    TooLong {
        /// The year it stands under.
        year: i16,
        /// Its first day.
        first: Date,
        /// Its last day.
        last: Date,
    },
    /// Two holidays, or a holiday and a make-up day, on one day.
    #[error("calendar: {year}: {day} is named twice")]
    DayTwice {
        /// The year it stands under.
        year: i16,
        /// The day in question.
        day: Date,
    },
    /// A make-up day that would be worked anyway.
    #[error("calendar: {year}: {day} is no Saturday or Sunday, so it needs no making up")]
    NotAWeekend {
        /// The year it stands under.
        year: i16,
        /// The day in question.
        day: Date,
    },
    /// A holiday or make-up day of another year than that of its notice.
    #[error("calendar: {year}: {day} lies in another year")]
    OtherYear {
        /// The year it stands under.
        year: i16,
        /// The day in question.
        day: Date,
    },
}

/// The last day of a period, and what there is to know about the count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The day from which is counted; it is not counted itself.
    pub from: Date,
    /// How many days of which unit were counted.
    pub period: Period,
    /// The last day.
    pub due: Date,
    /// The first working day after `due`, where `due` is a day off. That a last day moves is *unverified*:
    /// the Regulation says nothing about it, so what is due is `due`.
    pub moved_to: Option<Date>,
    /// The days off that a count of working days went over, in order.
    pub skipped: Vec<Date>,
    /// Years touched by the count whose holidays are not on file: they were counted by weekends alone.
    pub not_on_file: Vec<i16>,
}

/// Days off one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaysOff<'a> {
    /// The first of them.
    pub first: Date,
    /// The last of them; the same day where it is one.
    pub last: Date,
    /// `None`: a weekend.
    pub holiday: Option<&'a Holiday>,
}

/// The count runs beyond the year 9999.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
#[error("{days} days after {from} is beyond the calendar", days = period.days)]
pub struct BeyondCalendar {
    /// Where the count began; not counted itself.
    pub from: Date,
    /// What was to be counted.
    pub period: Period,
}

impl Calendar {
    /// The calendar that ships with the program: mainland China.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Calendar> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            #[expect(clippy::expect_used, reason = "the embedded file is loaded by a test")]
            Self::parse(include_str!("../../assets/calendar/cn.ron")).expect("shipped calendar")
        })
    }

    /// Reads a calendar.
    ///
    /// # Errors
    ///
    /// [`CalendarError`], with the year and the day that contradict each other.
    pub fn parse(source: &str) -> Result<Self, CalendarError> {
        let years: Vec<Year> = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(source.strip_prefix('\u{feff}').unwrap_or(source))?;
        let mut calendar = Self { years, days: BTreeMap::new() };
        for at in 0..calendar.years.len() {
            calendar.index(at)?;
        }
        Ok(calendar)
    }

    fn index(&mut self, at: usize) -> Result<(), CalendarError> {
        let Year { year, source, holidays } = &self.years[at];
        let year = *year;
        if self.years[..at].iter().any(|other| other.year == year) {
            return Err(CalendarError::YearTwice(year));
        }
        if source.trim().is_empty() {
            return Err(CalendarError::EmptyText { year, what: "source" });
        }
        for (number, holiday) in holidays.iter().enumerate() {
            let Holiday { name, first, last, work } = holiday;
            if name.has_gap() {
                return Err(CalendarError::EmptyText { year, what: "name" });
            }
            if last < first {
                return Err(CalendarError::EndsBeforeItBegins { year, first: *first, last: *last });
            }
            // The New Year holiday may begin in the year before.
            for day in [first, last].into_iter().chain(work) {
                if (day.year() - year).abs() > 1 {
                    return Err(CalendarError::OtherYear { year, day: *day });
                }
            }
            let off: Vec<Date> =
                first.series(jiff::Span::new().days(1)).take_while(|day| day <= last).take(32).collect();
            if off.len() > 31 {
                return Err(CalendarError::TooLong { year, first: *first, last: *last });
            }
            if let Some(day) = work.iter().find(|day| !is_weekend(**day)) {
                return Err(CalendarError::NotAWeekend { year, day: *day });
            }
            let days = off.into_iter().map(|day| (day, false)).chain(work.iter().map(|day| (*day, true)));
            for (day, worked) in days {
                if self.days.insert(day, (at, number, worked)).is_some() {
                    return Err(CalendarError::DayTwice { year, day });
                }
            }
        }
        Ok(())
    }

    /// The years on file, in the order of the file.
    pub fn years(&self) -> &[Year] {
        &self.years
    }

    /// Whether the holidays of this year are on file.
    pub fn on_file(&self, year: i16) -> bool {
        self.years.iter().any(|held| held.year == year)
    }

    /// What kind of day it is. In a year that is not on file only weekends are known.
    pub fn day(&self, date: Date) -> Day<'_> {
        match self.days.get(&date) {
            Some((year, holiday, worked)) => {
                let holiday = &self.years[*year].holidays[*holiday];
                if *worked { Day::MakeUp(holiday) } else { Day::Holiday(holiday) }
            }
            None if is_weekend(date) => Day::Weekend,
            None => Day::Working,
        }
    }

    /// The holiday on which offices are closed that day.
    pub fn holiday(&self, date: Date) -> Option<&Holiday> {
        match self.day(date) {
            Day::Holiday(holiday) => Some(holiday),
            _ => None,
        }
    }

    /// Days off in order, those that follow one another for the same reason taken together.
    pub fn runs(&self, days: &[Date]) -> Vec<DaysOff<'_>> {
        let mut runs: Vec<DaysOff> = Vec::new();
        for day in days.iter().copied() {
            let holiday = self.holiday(day);
            match runs.last_mut() {
                Some(run) if run.holiday == holiday && run.last.tomorrow().is_ok_and(|next| next == day) => {
                    run.last = day
                }
                _ => runs.push(DaysOff { first: day, last: day, holiday }),
            }
        }
        runs
    }

    /// Whether offices are open on this day; where no notice has been read for its year, Monday to Friday.
    pub fn is_working(&self, date: Date) -> bool {
        self.day(date).is_working()
    }

    /// The first working day after this one.
    pub fn next_working(&self, after: Date) -> Option<Date> {
        let mut day = after;
        loop {
            day = day.tomorrow().ok()?;
            if self.is_working(day) {
                return Some(day);
            }
        }
    }

    /// The last day of a period, as [`Calendar::count`] finds it; `None` beyond the calendar.
    pub fn last_day(&self, from: Date, period: Period) -> Option<Date> {
        match period.unit {
            Unit::Calendar => from.checked_add(jiff::Span::new().days(period.days)).ok(),
            Unit::Working => (0..period.days).try_fold(from, |day, _| self.next_working(day)),
        }
    }

    /// Counts a period. The first day is not counted: fifteen days from the 1st end on the 16th.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`], where the period leaves the years that a date can have.
    pub fn count(&self, from: Date, period: Period) -> Result<Count, BeyondCalendar> {
        let beyond = |_| BeyondCalendar { from, period };
        let mut skipped = Vec::new();
        let mut due = from;
        match period.unit {
            Unit::Calendar => due = from.checked_add(jiff::Span::new().days(period.days)).map_err(beyond)?,
            Unit::Working => {
                let mut left = period.days;
                while left > 0 {
                    due = due.tomorrow().map_err(beyond)?;
                    if self.is_working(due) {
                        left -= 1;
                    } else {
                        skipped.push(due);
                    }
                }
            }
        }
        let moved_to = if self.is_working(due) { None } else { self.next_working(due) };
        // Calendar days need the holidays only where the last day falls.
        let first = match period.unit {
            Unit::Working if period.days > 0 => from.tomorrow().map_err(beyond)?.year(),
            _ => due.year(),
        };
        let last = moved_to.unwrap_or(due).year();
        let not_on_file = (first..=last).filter(|year| !self.on_file(*year)).collect();
        Ok(Count { from, period, due, moved_to, skipped, not_on_file })
    }
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}
