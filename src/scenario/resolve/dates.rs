//! Days and times of day as an author writes them.

use super::super::diagnostic::{Code, Hint};
use super::super::source::Str;
use super::super::syntax::Step;
use super::diagnostics::Diagnostics;
use jiff::civil::Date;
use std::ops::Range;

/// A date as it is written; reported where it is none.
pub(super) fn day(written: &Str, path: &[Step], diagnostics: &mut Diagnostics) -> Option<Date> {
    let date = written.as_str().parse::<Date>().ok().filter(|_| written.as_str().len() == 10);
    if date.is_none() {
        let span = diagnostics.span_or(written, path);
        bad_date(written.as_str(), span, diagnostics);
    }
    date
}

/// A date that is none: how it is written, or that there is no such day.
pub(super) fn bad_date(written: &str, span: Range<usize>, diagnostics: &mut Diagnostics) {
    let numbers: Vec<i16> = written
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| (1..=4).contains(&digits.len()))
        .filter_map(|digits| digits.parse().ok())
        .collect();
    let problem = diagnostics.problem(Code::BadDate, span).with("value", written);
    let problem = match numbers.as_slice() {
        &[year, month @ 1..=12, day] if year >= 1000 && day < 100 => match Date::new(year, month as i8, day as i8) {
            Ok(date) => problem.with("date", date.to_string()).hint(Some(Hint::Text("hint-write-date"))),
            Err(_) => problem.hint(Some(Hint::Text("hint-no-such-day"))),
        },
        _ => problem,
    };
    diagnostics.out.push(problem);
}

/// Minutes after midnight of `09:12`.
pub(super) fn clock(time: &str) -> Option<u16> {
    let (hours, minutes) = time.split_once(':')?;
    let digits = |text: &str| text.len() <= 2 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}
