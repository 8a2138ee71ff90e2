//! What is wrong with a time that is named.

use super::fault::Fault;
use super::form::{EntryIs, TimeLimit};
use crate::procedure::calendar::{Calendar, Period};
use crate::procedure::deadline::{PromiseVerdict, PromisedTime, Reckoner};
use crate::procedure::limit::Limit;
use jiff::civil::Date;

/// What is wrong with a time that is named today for something due.
pub(super) fn time_fault(is: EntryIs, due: Option<TimeLimit>, today: Date) -> Option<Fault> {
    let promise = match is {
        EntryIs::Known => return None,
        EntryIs::Struck | EntryIs::Empty => return Some(Fault::NoTime),
        EntryIs::Soon => PromisedTime::Vague,
        EntryIs::Days(days) => PromisedTime::Within(Period::days(days)),
        EntryIs::WorkingDays(days) => PromisedTime::Within(Period::working_days(days)),
        EntryIs::Date(date) => PromisedTime::On(date),
        _ => return Some(Fault::WrongTime),
    };
    match due {
        Some(TimeLimit::By(limit)) => of_law(limit, &promise, today),
        Some(TimeLimit::Within(days)) => of_author(Some(days), &promise, today),
        None => of_author(None, &promise, today),
    }
}

impl Fault {
    /// A time held against a limit of the law; `None`: it is in time.
    pub(super) fn of_time(verdict: &PromiseVerdict) -> Option<Self> {
        Some(match *verdict {
            PromiseVerdict::AsTheLaw | PromiseVerdict::Earlier { .. } => return None,
            PromiseVerdict::Later { days } => Self::Late { days: whole(days) },
            PromiseVerdict::CutsShort { days } => Self::CutShort { days: whole(days) },
            PromiseVerdict::Misleads { days } => Self::Misleading { days: whole(days) },
            PromiseVerdict::WrongUnit { .. } => Self::WrongUnit,
            PromiseVerdict::BeforeItBegins => Self::WrongTime,
            PromiseVerdict::Vague => Self::VagueTime,
        })
    }
}

/// Days as a fault tells them; so many that nobody counts them are the most that can be told.
pub(super) fn whole(days: u32) -> u16 {
    u16::try_from(days).unwrap_or(u16::MAX)
}

fn of_law(limit: Limit, promise: &PromisedTime, today: Date) -> Option<Fault> {
    let reckoner = Reckoner::shipped();
    let Ok(deadline) = reckoner.deadline(limit, today) else {
        // The loader has asked for the law of that day; a date beyond the calendar is nobody's deadline.
        return of_author(None, promise, today);
    };
    Fault::of_time(&reckoner.judge(&deadline, promise))
}

/// Against a limit of the author's, or any time that can be held to.
fn of_author(within: Option<u16>, promise: &PromisedTime, today: Date) -> Option<Fault> {
    let last = |period| Calendar::shipped().count(today, period).ok().map(|count| count.due);
    let named = match promise {
        PromisedTime::Vague => return Some(Fault::VagueTime),
        PromisedTime::On(date) => Some(*date),
        PromisedTime::Within(period) => last(*period),
    };
    let Some(named) = named.filter(|named| *named >= today) else {
        return Some(Fault::WrongTime);
    };
    let late = (named - last(Period::days(within?))?).get_days();
    u16::try_from(late).ok().filter(|days| *days > 0).map(|days| Fault::Late { days })
}
