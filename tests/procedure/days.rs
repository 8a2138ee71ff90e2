//! Due dates against a reference that counts one day at a time and knows nothing of the engine.

use calmdesk::locale::Texts;
use calmdesk::procedure::calendar::{CalendarError, Day};
use calmdesk::procedure::{
    Calendar, DeadlineError, LawLibrary, Limit, Period, PromiseVerdict, PromisedTime, Reckoner, Timeliness, Unit,
};
use calmdesk::vocabulary::Locale;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::HashMap;

/// A day of the reference: year, month, day, all reckoned here.
type Ymd = (i16, i8, i8);

fn leap(year: i16) -> bool {
    year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
}

fn next((y, m, d): Ymd) -> Ymd {
    let long = match m {
        2 if leap(y) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    match (d < long, m < 12) {
        (true, _) => (y, m, d + 1),
        (false, true) => (y, m + 1, 1),
        (false, false) => (y + 1, 1, 1),
    }
}

/// 0 for a Sunday (Sakamoto's rule).
fn weekday((y, m, d): Ymd) -> i32 {
    const T: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let y = i32::from(if m < 3 { y - 1 } else { y });
    (y + y / 4 - y / 100 + y / 400 + T[m as usize - 1] + i32::from(d)) % 7
}

/// Days off and days made up, read from the words of the file with no help of the engine's parser.
fn told() -> HashMap<Ymd, bool> {
    let text = include_str!("../../assets/calendar/cn.ron");
    let ymd = |text: &str| -> Ymd {
        let mut parts = text.split('-');
        let mut part = || parts.next().unwrap().parse::<i16>().unwrap();
        (part(), part() as i8, part() as i8)
    };
    let mut days = HashMap::new();
    for line in text.lines().filter(|line| line.contains("first: ")) {
        let dates: Vec<Ymd> =
            line.split('"').filter(|word| word.len() == 10 && word.starts_with("20")).map(ymd).collect();
        let (first, last, worked) = (dates[0], dates[1], &dates[2..]);
        let mut day = first;
        loop {
            days.insert(day, false);
            if day == last {
                break;
            }
            day = next(day);
        }
        days.extend(worked.iter().map(|day| (*day, true)));
    }
    days
}

fn works(told: &HashMap<Ymd, bool>, day: Ymd) -> bool {
    told.get(&day).copied().unwrap_or_else(|| !matches!(weekday(day), 0 | 6))
}

fn ymd(day: Date) -> Ymd {
    (day.year(), day.month(), day.day())
}

fn any_day() -> impl Strategy<Value = Date> {
    let near = (2022i16..=2026, 1i8..=12, 1i8..=31);
    let edges = prop_oneof![
        Just(date(2023, 12, 31)),
        Just(date(2024, 2, 28)),
        Just(date(2024, 2, 29)),
        Just(date(2025, 12, 30)),
        Just(date(2026, 9, 24)),
        Just(date(2026, 2, 13)),
    ];
    let far = (1950i16..=2150, 1i8..=12, 1i8..=31);
    prop_oneof![
        4 => near.prop_filter_map("a day", |(y, m, d)| Date::new(y, m, d).ok()),
        1 => edges,
        1 => far.prop_filter_map("a day", |(y, m, d)| Date::new(y, m, d).ok()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_period_ends_where_counting_the_days_one_by_one_ends(from in any_day(), days in 0u16..200, working: bool) {
        let told = told();
        let unit = if working { Unit::Working } else { Unit::Calendar };
        let count = Calendar::shipped().count(from, Period { days, unit }).unwrap();
        let (mut day, mut left, mut over) = (ymd(from), days, Vec::new());
        while left > 0 {
            day = next(day);
            if !working || works(&told, day) { left -= 1 } else { over.push(day) }
        }
        prop_assert_eq!(ymd(count.due), day);
        prop_assert_eq!(count.skipped.iter().copied().map(ymd).collect::<Vec<_>>(), over);
        let moved = (!works(&told, day)).then(|| {
            let mut day = next(day);
            while !works(&told, day) {
                day = next(day);
            }
            day
        });
        prop_assert_eq!(count.moved_to.map(ymd), moved);
        for year in &count.not_on_file {
            prop_assert!(!(2022..=2026).contains(year));
        }
        if !(2022..=2026).contains(&count.due.year()) {
            prop_assert!(count.not_on_file.contains(&count.due.year()));
        }
    }

    #[test]
    fn a_deadline_is_kept_up_to_its_day_and_missed_after(from in any_day(), at in 0..Limit::ALL.len(), off in -400i64..400) {
        let limit = Limit::ALL[at];
        let Ok(deadline) = Reckoner::shipped().deadline(limit, from) else {
            let first = if limit == Limit::AskReconsideration { date(2024, 1, 1) } else { date(2022, 5, 1) };
            prop_assert!(from < first);
            return Ok(());
        };
        let done = deadline.due().checked_add(jiff::Span::new().days(off)).unwrap();
        match deadline.timeliness(done) {
            Timeliness::InTime { spare } => prop_assert_eq!(i64::from(spare), -off),
            Timeliness::Late { days } => prop_assert_eq!(i64::from(days), off),
            Timeliness::OnlyIfMoved => {
                prop_assert!(off > 0 && done <= deadline.count.moved_to.unwrap());
            }
        }
        let told = Reckoner::shipped().judge(&deadline, &PromisedTime::On(done));
        let days = off.unsigned_abs() as u32;
        let right = match off {
            _ if done < from => PromiseVerdict::BeforeItBegins,
            0 => PromiseVerdict::AsTheLaw,
            ..0 if limit.is_the_visitors() => PromiseVerdict::CutsShort { days },
            ..0 => PromiseVerdict::Earlier { days },
            _ if limit.is_the_visitors() => PromiseVerdict::Misleads { days },
            _ => PromiseVerdict::Later { days },
        };
        prop_assert_eq!(told, right);
    }

    #[test]
    fn hearing_days_push_the_re_review_and_nothing_else(from in any_day(), at in 0..Limit::ALL.len(), days in 0u16..60) {
        let (reckoner, limit) = (Reckoner::shipped(), Limit::ALL[at]);
        if let Ok(plain) = reckoner.deadline(limit, from) {
            let heard = reckoner.deadline_with_hearing(limit, from, days).unwrap();
            let pushed = if limit == Limit::ReReview { i32::from(days) } else { 0 };
            prop_assert_eq!((heard.due() - plain.due()).get_days(), pushed);
            prop_assert_eq!(heard.count.period, plain.count.period);
        }
    }
}

fn due(limit: Limit, from: Date) -> Date {
    Reckoner::shipped().deadline(limit, from).unwrap().due()
}

#[test]
fn the_time_line_of_the_handbook() {
    let received = date(2026, 3, 9);
    assert_eq!(due(Limit::Notice, received), date(2026, 3, 24));
    assert_eq!(due(Limit::Forward, received), date(2026, 3, 24));
    assert_eq!(due(Limit::Decision, date(2026, 3, 24)), date(2026, 5, 23));
    assert_eq!(due(Limit::ExtendedDecision, date(2026, 3, 24)), date(2026, 6, 22));
    assert_eq!(due(Limit::AskReview, date(2026, 5, 23)), date(2026, 6, 22));
    assert_eq!(due(Limit::Review, date(2026, 6, 22)), date(2026, 7, 22));
}

#[test]
fn five_working_days_go_over_the_autumn_holidays_and_back_for_the_day_made_up() {
    let deadline = Reckoner::shipped().deadline(Limit::Objection, date(2026, 9, 24)).unwrap();
    // Mid-Autumn 25–27; 28, 29, 30 work; National Day 1–7 October; 8 and 9 work.
    assert_eq!(deadline.due(), date(2026, 10, 9));
    assert_eq!(deadline.count.skipped.len(), 10);
    assert!(deadline.count.not_on_file.is_empty());
    // Saturday 10 October is worked.
    let next = Reckoner::shipped().deadline(Limit::Objection, date(2026, 9, 28)).unwrap();
    assert_eq!(next.due(), date(2026, 10, 10));
}

#[test]
fn a_year_without_holidays_on_file_is_said_and_a_last_day_off_too() {
    let reckoner = Reckoner::shipped();
    let deadline = reckoner.deadline(Limit::Objection, date(2026, 12, 29)).unwrap();
    assert_eq!(deadline.count.not_on_file, [2027]);
    for locale in Locale::ALL {
        let notes: Vec<String> = deadline.notes().iter().map(|note| locale.say(note)).collect();
        assert!(notes.len() == 1 && notes[0].contains("2027"), "{notes:?}");
    }
    // No days at all still fall into a year.
    let none = Calendar::shipped().count(date(2027, 12, 31), Period::working_days(0)).unwrap();
    assert_eq!(none.not_on_file, [2027]);
    let sunday = reckoner.deadline(Limit::Notice, date(2026, 3, 7)).unwrap();
    assert_eq!((sunday.due(), sunday.count.moved_to), (date(2026, 3, 22), Some(date(2026, 3, 23))));
    assert_eq!(sunday.timeliness(date(2026, 3, 23)), Timeliness::OnlyIfMoved);
    assert!(Locale::ZhCn.say(&sunday.notes()[0]).contains("没有核实到依据"));
    assert!(Locale::En.say(&sunday.notes()[0]).contains("not verified"));
}

#[test]
fn units_are_not_mixed_up() {
    let reckoner = Reckoner::shipped();
    let objection = reckoner.deadline(Limit::Objection, date(2026, 3, 9)).unwrap();
    let wrong = |unit| PromiseVerdict::WrongUnit { right: unit };
    assert_eq!(reckoner.judge(&objection, &PromisedTime::Within(Period::days(5))), wrong(Unit::Working));
    assert_eq!(reckoner.judge(&objection, &PromisedTime::Within(Period::working_days(5))), PromiseVerdict::AsTheLaw);
    let notice = reckoner.deadline(Limit::Notice, date(2026, 3, 9)).unwrap();
    assert_eq!(reckoner.judge(&notice, &PromisedTime::Within(Period::working_days(15))), wrong(Unit::Calendar));
    assert_eq!(
        reckoner.judge(&notice, &PromisedTime::Within(Period::working_days(5))),
        PromiseVerdict::Earlier { days: 8 }
    );
    assert_eq!(reckoner.judge(&notice, &PromisedTime::Vague), PromiseVerdict::Vague);
}

#[test]
fn an_article_nobody_has_seen_is_marked_in_its_deadline() {
    let reckoner = Reckoner::shipped();
    let appraisal = reckoner.deadline(Limit::AskSecondAppraisal, date(2026, 3, 9)).unwrap();
    assert!(appraisal.unverified && Locale::ZhCn.say(&appraisal.notes()[0]).contains("没有核实"));
    assert!(!reckoner.deadline(Limit::Notice, date(2026, 3, 9)).unwrap().unverified);
}

#[test]
fn no_limit_without_a_law_in_force_and_no_panic_at_the_end_of_time() {
    let reckoner = Reckoner::shipped();
    let on = date(2022, 4, 30);
    assert_eq!(reckoner.deadline(Limit::Notice, on), Err(DeadlineError::NoLaw { limit: Limit::Notice, on }));
    for limit in Limit::ALL {
        assert!(matches!(reckoner.deadline(limit, Date::MAX), Err(DeadlineError::Beyond(_))), "{limit:?}");
        let deadline = reckoner.deadline(limit, date(2026, 3, 9)).unwrap_or_else(|error| panic!("{error}"));
        for unit in [Unit::Calendar, Unit::Working] {
            let endless = PromisedTime::Within(Period { days: u16::MAX, unit });
            assert!(!reckoner.judge(&deadline, &endless).is_right());
        }
    }
}

#[test]
fn every_limit_has_its_article_and_its_words_in_both_languages() {
    let law = LawLibrary::shipped();
    for limit in Limit::ALL {
        let rule = law.limit_on(limit, date(2026, 3, 9)).unwrap_or_else(|| panic!("{limit:?}"));
        assert!(law.in_force(rule.article, date(2026, 3, 9)));
        assert_eq!(Limit::from_id(limit.id()), Some(limit));
        for locale in Locale::ALL {
            assert!(
                !locale.say(&limit.label()).starts_with("limit-")
                    && !locale.say(&limit.runs_from()).starts_with("limit-")
            );
        }
    }
    let representatives = law.representatives_on(date(2026, 3, 9)).unwrap();
    assert_eq!((representatives.collective_threshold, representatives.max_representatives), (5, 5));
}

#[test]
fn the_shipped_calendar_is_whole_and_says_where_it_was_read() {
    let calendar = Calendar::shipped();
    let years: Vec<i16> = calendar.years().iter().map(|year| year.year).collect();
    assert_eq!(years, [2022, 2023, 2024, 2025, 2026]);
    for year in calendar.years() {
        assert!(year.source.contains("gov.cn") && year.source.contains("not compared"), "{}", year.source);
        assert!(year.holidays.len() >= 6, "{}", year.year);
        for holiday in &year.holidays {
            assert!(matches!(calendar.day(holiday.first), Day::Holiday(held) if held == holiday));
            for day in &holiday.work {
                assert!(matches!(calendar.day(*day), Day::MakeUp(held) if held == holiday));
                assert!(calendar.is_working(*day));
            }
        }
    }
    assert!(matches!(calendar.day(date(2027, 2, 6)), Day::Weekend) && !calendar.on_file(2027));
}

#[test]
fn a_broken_calendar_is_refused_with_its_fault() {
    let year = |holidays: &str| format!("[(year: 2026, source: \"a test\", holidays: [{holidays}])]");
    let holiday = |first: &str, last: &str, work: &str| {
        format!("(name: (zh: \"元旦\", en: \"New Year\"), first: \"{first}\", last: \"{last}\", work: [{work}])")
    };
    let error = |text: &str| Calendar::parse(text).unwrap_err();
    let good = holiday("2026-01-01", "2026-01-03", "\"2026-01-04\"");
    assert!(Calendar::parse(&year(&good)).is_ok());
    assert!(matches!(error(&year(&format!("{good}, {good}"))), CalendarError::DayTwice { .. }));
    assert!(matches!(error(&year(&holiday("2026-01-03", "2026-01-01", ""))), CalendarError::EndsBeforeItBegins { .. }));
    assert!(matches!(error(&year(&holiday("2026-01-01", "2026-03-01", ""))), CalendarError::TooLong { .. }));
    assert!(matches!(
        error(&year(&holiday("2026-01-01", "2026-01-01", "\"2026-01-05\""))),
        CalendarError::NotAWeekend { .. }
    ));
    assert!(matches!(error(&year(&holiday("2023-01-01", "2023-01-02", ""))), CalendarError::OtherYear { .. }));
    assert!(matches!(error("[(year: 2026, source: \" \", holidays: [])]"), CalendarError::EmptyText { .. }));
    let twice = "[(year: 2026, source: \"x\", holidays: []), (year: 2026, source: \"x\", holidays: [])]";
    assert_eq!(error(twice), CalendarError::YearTwice(2026));
    assert!(matches!(error("oops"), CalendarError::Syntax(_)));
}
