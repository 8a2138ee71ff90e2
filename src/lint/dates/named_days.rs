//! Days that a text names: 三月十二日, 星期五, 三天内, “12 March”, “Friday”, “within three days”.

use jiff::civil::{Date, Weekday};

/// A day, or a time until then, as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Date {
        month: i8,
        day: i8,
    },
    Weekday {
        day: Weekday,
        next_week: bool,
    },
    /// So many days from now.
    Days(u16),
    WorkingDays(u16),
}

/// Where it stands, in bytes, and whether it is a limit before which something is due (星期五前, “before Friday”).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub named: Named,
    pub start: usize,
    pub end: usize,
    pub before: bool,
}

/// All that a text names, in its order.
pub(super) fn named_days(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    // Few texts name any day.
    if ["月", "星期", "周", "礼拜", "天", "日", "明早", "今晚"].iter().any(|sign| text.contains(sign)) {
        chinese(text, &mut found);
    }
    if text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        english(text, &mut found);
    }
    found
}

impl Named {
    /// Days from `today` until the day that is named; none where it is a number of working days.
    pub fn days_from(self, today: Date) -> Option<i32> {
        let until = |date: Date| (date - today).get_days();
        Some(match self {
            Self::Days(days) => i32::from(days),
            Self::WorkingDays(_) => return None,
            Self::Date { month, day } => until(nearest(month, day, today)?),
            Self::Weekday { day, next_week: false } => {
                i32::from((day.to_monday_zero_offset() - today.weekday().to_monday_zero_offset()).rem_euclid(7))
            }
            Self::Weekday { day, next_week: true } => {
                7 + i32::from(day.to_monday_zero_offset()) - i32::from(today.weekday().to_monday_zero_offset())
            }
        })
    }
}

/// The date of that name that lies nearest.
pub(super) fn nearest(month: i8, day: i8, to: Date) -> Option<Date> {
    let years = [to.year() - 1, to.year(), to.year() + 1];
    let dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    dates.min_by_key(|date| (*date - to).get_days().abs())
}

fn chinese(text: &str, found: &mut Vec<Found>) {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let at = |n: usize| signs.get(n).map(|(_, sign)| *sign);
    let is = |n: usize, word: &str| word.chars().enumerate().all(|(k, sign)| at(n + k) == Some(sign));
    let byte = |n: usize| signs.get(n).map_or(text.len(), |(byte, _)| *byte);
    let mut n = 0;
    while n < signs.len() {
        let day = number(&signs, n)
            .and_then(|(value, len)| with_number(value, n + len, &is, &signs))
            .or_else(|| weekday(n, &is, &at))
            .or_else(|| by_name(n, &is));
        match day {
            Some((named, end)) => {
                let before = is(end, "前") || is(end, "之前") || is(end, "以前");
                found.push(Found { named, start: byte(n), end: byte(end), before });
                n = end;
            }
            None => n += number(&signs, n).map_or(1, |(_, len)| len),
        }
    }
}

type Day = (Named, usize);

/// What follows a number that ends at `n`: a month and its day, or days until then.
fn with_number(value: u16, n: usize, is: &impl Fn(usize, &str) -> bool, signs: &[(usize, char)]) -> Option<Day> {
    if is(n, "月") {
        let (day, len) = number(signs, n + 1)?;
        let end = n + 1 + len;
        let named = Named::Date { month: i8::try_from(value).ok()?, day: i8::try_from(day).ok()? };
        return (is(end, "日") || is(end, "号")).then_some((named, end + 1));
    }
    let within = |end: usize| ["内", "之内", "以内", "后", "之后", "以后"].into_iter().find(|word| is(end, word));
    for unit in ["个工作日", "工作日"] {
        if is(n, unit) {
            return Some((Named::WorkingDays(value), n + unit.chars().count()));
        }
    }
    for (unit, days) in [("天", 1), ("日", 1), ("个星期", 7), ("星期", 7), ("周", 7), ("个礼拜", 7)] {
        let end = n + unit.chars().count();
        if is(n, unit)
            && let Some(word) = within(end)
        {
            return Some((Named::Days(value.saturating_mul(days)), end + word.chars().count()));
        }
    }
    None
}

fn weekday(n: usize, is: &impl Fn(usize, &str) -> bool, at: &impl Fn(usize) -> Option<char>) -> Option<Day> {
    let word = ["星期", "礼拜", "周"].into_iter().find(|word| is(n, word))?;
    let day = n + word.chars().count();
    let place = "一二三四五六".chars().position(|sign| at(day) == Some(sign));
    let place = place.or_else(|| matches!(at(day), Some('日' | '天')).then_some(6))?;
    // 每周三 comes again and again, 一周三次 is a number, 上周 is over.
    let before = n.checked_sub(1).and_then(at);
    if matches!(before, Some('每' | '上')) || before.is_some_and(|sign| "一二两三四五六七八九十几".contains(sign))
    {
        return None;
    }
    // 周日用品, 周天: a word goes on; 星期一到星期五: a span, not a day.
    if matches!(at(day + 1), Some('到' | '至' | '用' | '次' | '岁' | '年')) {
        return None;
    }
    let named = Weekday::from_monday_zero_offset(place as i8).ok()?;
    let next_week = before == Some('下') || (before == Some('个') && n.checked_sub(2).and_then(at) == Some('下'));
    Some((Named::Weekday { day: named, next_week }, day + 1))
}

fn by_name(n: usize, is: &impl Fn(usize, &str) -> bool) -> Option<Day> {
    [("大后天", 3), ("后天", 2), ("明天", 1), ("明早", 1), ("今天", 0), ("今晚", 0)]
        .into_iter()
        .find(|(word, _)| is(n, word))
        .map(|(word, days)| (Named::Days(days), n + word.chars().count()))
}

/// A number below a hundred that begins at `n`, in figures or numerals, and how many signs it has.
fn number(signs: &[(usize, char)], n: usize) -> Option<(u16, usize)> {
    let at = |n: usize| signs.get(n).map(|(_, sign)| *sign);
    let figures = (n..).map_while(|n| at(n)?.to_digit(10)).take(4).collect::<Vec<_>>();
    if !figures.is_empty() {
        let value = figures.iter().fold(0, |value, figure| 10 * value + *figure);
        return Some((u16::try_from(value).ok()?, figures.len()));
    }
    let unit = |n: usize| match at(n)? {
        '两' => Some(2),
        sign => "零一二三四五六七八九".chars().position(|known| known == sign).map(|value| value as u16),
    };
    match (unit(n), at(n), at(n + 1)) {
        (Some(tens), _, Some('十')) => match unit(n + 2) {
            Some(ones) => Some((10 * tens + ones, 3)),
            None => Some((10 * tens, 2)),
        },
        (None, Some('十'), _) => match unit(n + 1) {
            Some(ones) => Some((10 + ones, 2)),
            None => Some((10, 1)),
        },
        (Some(value), ..) => Some((value, 1)),
        _ => None,
    }
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const NUMBERS: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

fn english(text: &str, found: &mut Vec<Found>) {
    let words: Vec<(usize, &str)> = text
        .split_inclusive(|c: char| !c.is_ascii_alphanumeric())
        .scan(0, |at, piece| {
            let start = *at;
            *at += piece.len();
            Some((start, piece.trim_end_matches(|c: char| !c.is_ascii_alphanumeric())))
        })
        .filter(|(_, word)| !word.is_empty())
        .collect();
    let small: Vec<String> = words.iter().map(|(_, word)| word.to_ascii_lowercase()).collect();
    let low = |n: usize| small.get(n).map_or("", String::as_str);
    let value = |n: usize| -> Option<u16> {
        let word = low(n);
        let figures = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        match figures.parse() {
            Ok(value) if word.len() - figures.len() <= 2 => Some(value),
            _ if word == "a" => Some(1),
            _ => NUMBERS.iter().position(|known| *known == word).map(|value| value as u16),
        }
    };
    let month = |n: usize| {
        // “May” and “march” are words of their own in small letters.
        let capital = words.get(n).is_some_and(|(_, word)| word.starts_with(|c: char| c.is_ascii_uppercase()));
        MONTHS.iter().position(|known| capital && *known == low(n)).map(|at| at as i8 + 1)
    };
    let day = |n: usize| value(n).filter(|day| (1..=31).contains(day) && low(n) != "a").map(|day| day as i8);
    let mut n = 0;
    while n < words.len() {
        let previous = n.checked_sub(1).map(low).unwrap_or_default();
        let date = match (month(n), day(n)) {
            (Some(month), _) => day(n + 1).map(|day| (Named::Date { month, day }, 2)),
            (None, Some(day)) => month(n + 1)
                .or_else(|| month(n + 2).filter(|_| low(n + 1) == "of"))
                .map(|month| (Named::Date { month, day }, if low(n + 1) == "of" { 3 } else { 2 })),
            _ => None,
        };
        let until = || {
            let value = value(n).filter(|_| matches!(previous, "within" | "in"))?;
            match (low(n + 1), low(n + 2)) {
                ("working", "days" | "day") => Some((Named::WorkingDays(value), 3)),
                ("days" | "day", _) => Some((Named::Days(value), 2)),
                ("weeks" | "week", _) => Some((Named::Days(value.saturating_mul(7)), 2)),
                _ => None,
            }
        };
        let weekday = || {
            let place = WEEKDAYS.iter().position(|known| *known == low(n))?;
            // “every Friday”, “last Friday”, “Fridays”, “Monday to Friday”.
            if matches!(previous, "every" | "last" | "each" | "to") || low(n + 1) == "to" {
                return None;
            }
            let day = Weekday::from_monday_zero_offset(place as i8).ok()?;
            // “Thursday of next week”, “Thursday next week”.
            let of = usize::from(low(n + 1) == "of");
            let of_next = low(n + 1 + of) == "next" && low(n + 2 + of) == "week";
            let len = if of_next { 3 + of } else { 1 };
            Some((Named::Weekday { day, next_week: of_next || previous == "next" }, len))
        };
        let by_name = || match low(n) {
            "day" if low(n + 1) == "after" && low(n + 2) == "tomorrow" => Some((Named::Days(2), 3)),
            "tomorrow" => Some((Named::Days(1), 1)),
            "today" | "tonight" => Some((Named::Days(0), 1)),
            _ => None,
        };
        match date.or_else(until).or_else(weekday).or_else(by_name) {
            Some((named, len)) => {
                let (start, _) = words[n];
                let (last, word) = words[n + len - 1];
                found.push(Found { named, start, end: last + word.len(), before: matches!(previous, "before" | "by") });
                n += len;
            }
            None => n += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Named> {
        named_days(text).into_iter().map(|found| found.named).collect()
    }

    const fn weekday(day: Weekday) -> Named {
        Named::Weekday { day, next_week: false }
    }

    #[test]
    fn days_are_read_in_both_languages_and_what_only_looks_like_one_is_not() {
        let date = |month, day| Named::Date { month, day };
        for (text, wanted) in [
            ("三月十二日星期四给您回话", vec![date(3, 12), weekday(Weekday::Thursday)]),
            ("3月12号，周四", vec![date(3, 12), weekday(Weekday::Thursday)]),
            ("下周一前", vec![Named::Weekday { day: Weekday::Monday, next_week: true }]),
            ("三天内回电话，五个工作日", vec![Named::Days(3), Named::WorkingDays(5)]),
            ("一星期后各打一次", vec![Named::Days(7)]),
            ("六十日内办结", vec![Named::Days(60)]),
            ("每周三，一周三次，上周五，周到得很，星期一到星期五", vec![weekday(Weekday::Friday)]),
            ("来了三天，等了二十年", vec![]),
            ("by Thursday, 12 March", vec![weekday(Weekday::Thursday), date(3, 12)]),
            ("on March 12th, or the 5th of May", vec![date(3, 12), date(5, 5)]),
            ("within three days, in a week", vec![Named::Days(3), Named::Days(7)]),
            ("I may march every Friday for three days", vec![]),
            ("on Thursday of next week", vec![Named::Weekday { day: Weekday::Thursday, next_week: true }]),
            ("the day after tomorrow, not tomorrow", vec![Named::Days(2), Named::Days(1)]),
            ("within 15 working days", vec![Named::WorkingDays(15)]),
        ] {
            assert_eq!(of(text), wanted, "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_the_day_on_which_it_is_said() {
        // A Monday.
        let today = jiff::civil::date(2026, 3, 9);
        for (text, days) in
            [("星期四前", 3), ("下周一", 7), ("三月十二日", 3), ("明天", 1), ("周一", 0), ("下星期四", 10)]
        {
            assert_eq!(of(text)[0].days_from(today), Some(days), "{text}");
        }
    }
}
