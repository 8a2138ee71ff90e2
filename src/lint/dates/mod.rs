//! Days in the texts: a weekday that is not that of its date, a promise whose words and `due_days` name different days.

mod named_days;

use super::inspected::Inspected;
use super::smells::{SmellPlace, Smells};
use crate::procedure::{Calendar, Period};
use crate::scenario::diagnostic::Code;
use crate::scenario::flow::{reach, ways, within_visit};
use crate::scenario::model::*;
use crate::vocabulary::{ActCatalogue, acts::Mechanic};
use jiff::civil::Date;
use named_days::{Found, Named, named_days, nearest};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

pub(super) fn dates(on: &Inspected, smells: &mut Smells) {
    weekdays(on, smells);
    if !on.scenario.promises.is_empty() {
        promises(on, smells);
    }
}

/// A date and a weekday side by side that do not belong together.
fn weekdays(on: &Inspected, smells: &mut Smells) {
    let scenario = on.scenario;
    let title = on.title();
    let case = scenario.case_file.iter().flat_map(|paper| [&paper.title, &paper.text]);
    let whole = [&scenario.briefing].into_iter().chain(&scenario.objectives).chain(case);
    let visits = scenario.visits.iter().map(|visit| &visit.title);
    let promises = scenario.promises.iter().map(|promise| &promise.text);
    for text in whole.chain(visits).chain(promises) {
        weekday_of(on, smells, text, (title.clone(), SmellPlace::WHOLE));
    }
    for (at, node) in (0..=u16::MAX).map(NodeIx).zip(&scenario.nodes) {
        if let Some(choice) = node.kind.as_choice() {
            for (n, text) in
                choice.options.iter().enumerate().filter_map(|(n, option)| Some((n, option.text.author()?)))
            {
                weekday_of(on, smells, text, (on.option_span(at, n), SmellPlace::option(at, n)));
            }
        } else {
            node.kind
                .texts()
                .into_iter()
                .for_each(|text| weekday_of(on, smells, text, (on.key(at), SmellPlace::node(at))));
        }
    }
}

/// Signs that may stand between a date and its weekday.
const BETWEEN: usize = 7;

fn weekday_of(on: &Inspected, smells: &mut Smells, text: &Text, (span, place): (Range<usize>, SmellPlace)) {
    for text in std::iter::once(&text.original).chain(text.translated.iter().flatten()) {
        // Few texts name a weekday, and a date beside it.
        let chinese = || text.contains('月') && ["期", "周", "礼拜"].iter().any(|word| text.contains(word));
        let english = || text.contains("day") && text.bytes().any(|byte| byte.is_ascii_digit());
        if !chinese() && !english() {
            continue;
        }
        for pair in named_days(text).windows(2) {
            let ((Named::Date { month, day }, Named::Weekday { day: weekday, .. })
            | (Named::Weekday { day: weekday, .. }, Named::Date { month, day })) = (pair[0].named, pair[1].named)
            else {
                continue;
            };
            let near = pair[1].start.saturating_sub(pair[0].end) <= BETWEEN;
            let Some(date) = nearest(month, day, on.scenario.plays_on).filter(|date| near && date.weekday() != weekday)
            else {
                continue;
            };
            let smell = smells.smell(Code::WeekdayWrong, span.clone(), place);
            let said = text[pair[0].start..pair[1].end].to_owned();
            let is = crate::vocabulary::Message::new(format!("weekday-{}", date.weekday().to_monday_one_offset()));
            smell.diagnostic.args.extend([("said", said.into()), ("date", date.to_string().into()), ("is", is.into())]);
        }
    }
}

/// Most days on which a visit can lie, by the ways that lead to it, before nothing is said of it.
const MOST_DAYS: usize = 16;
/// Most ways between visits that are followed; of more nothing is said of any day.
const MOST_WAYS: usize = 100_000;

/// By visit, the nodes of it.
fn nodes_of_visits(scenario: &Scenario) -> Vec<Rc<Vec<NodeIx>>> {
    let within = ways(scenario, within_visit);
    let mut known: BTreeMap<NodeIx, Rc<Vec<NodeIx>>> = BTreeMap::new();
    let of = |start: NodeIx| {
        let there = reach(&within, [start]);
        let nodes = (0..=u16::MAX).map(NodeIx).zip(there).filter(|(_, there)| *there);
        Rc::new(nodes.map(|(at, _)| at).collect())
    };
    scenario.visits.iter().map(|visit| Rc::clone(known.entry(visit.start).or_insert_with(|| of(visit.start)))).collect()
}

/// By visit, the days on which it may begin; empty where they are too many to say.
fn days_of_visits(scenario: &Scenario, nodes: &[Rc<Vec<NodeIx>>]) -> Vec<BTreeSet<u16>> {
    let mut days = vec![BTreeSet::new(); scenario.visits.len()];
    let (mut open, mut followed) = (vec![(0usize, 0u16)], 0);
    while let Some((visit, day)) = open.pop() {
        let (Some(known), Some(nodes)) = (days.get_mut(visit), nodes.get(visit)) else { continue };
        if known.len() > MOST_DAYS || !known.insert(day) {
            continue;
        }
        let passes = nodes.iter().filter_map(|at| scenario.kind(*at)?.as_time_passes());
        open.extend(passes.map(|time| (time.visit.at(), day.saturating_add(time.days))));
        followed += nodes.len();
        if followed > MOST_WAYS {
            return vec![BTreeSet::new(); scenario.visits.len()];
        }
    }
    days.iter_mut().filter(|days| days.len() > MOST_DAYS).for_each(BTreeSet::clear);
    days
}

/// What is promised where, and on which dates.
type Spoken = BTreeMap<(NodeIx, u8), Vec<(PromiseIx, BTreeSet<Date>)>>;

/// What a promise says of its day against `due_days`, counted from the days on which it can be made.
fn promises(on: &Inspected, smells: &mut Smells) {
    let scenario = on.scenario;
    let acts = ActCatalogue::shipped();
    let nodes = nodes_of_visits(scenario);
    let days = days_of_visits(scenario, &nodes);
    let mut made: Vec<BTreeSet<Date>> = vec![BTreeSet::new(); scenario.promises.len()];
    let mut spoken = Spoken::new();
    for (nodes, days) in nodes.iter().zip(&days).filter(|(_, days)| !days.is_empty()) {
        let dates: BTreeSet<Date> = days.iter().map(|day| scenario.date(*day)).collect();
        for (at, kind) in nodes.iter().filter_map(|at| Some((*at, scenario.kind(*at)?))) {
            for (n, option) in (0..=u8::MAX).zip(kind.options()) {
                for act in &option.acts {
                    let Arg::Promise(promise) = act.arg else { continue };
                    if acts[act.kind].mechanic == Some(Mechanic::KeepPromise) {
                        continue;
                    }
                    made[promise.at()].extend(&dates);
                    let here = spoken.entry((at, n)).or_default();
                    match here.iter_mut().find(|(known, _)| *known == promise) {
                        Some((_, known)) => known.extend(&dates),
                        None => here.push((promise, dates.clone())),
                    }
                }
            }
        }
    }
    let met: BTreeSet<Date> = days.iter().flatten().map(|day| scenario.date(*day)).collect();
    for (at, promise) in scenario.promises.iter().enumerate() {
        let Some(said) = disagrees(&promise.text, promise.due_days, &made[at], &met) else { continue };
        let id = on.source.promises.0.get(at).map(|(id, _)| on.span(id, on.title()));
        report(on, smells, id.unwrap_or_else(|| on.title()), SmellPlace::WHOLE, (at, said));
    }
    for ((at, n), promises) in &spoken {
        let Some(text) = scenario.option(*at, *n).and_then(|option| option.text.author()) else { continue };
        let said = |(promise, dates): &(PromiseIx, BTreeSet<Date>)| {
            disagrees(text, scenario.promises[promise.at()].due_days, dates, &met).map(|said| (promise.at(), said))
        };
        // Of several promises in one breath, the day may be that of another.
        let all: Option<Vec<_>> = promises.iter().map(said).collect();
        for found in all.into_iter().flatten() {
            let n = usize::from(*n);
            report(on, smells, on.option_span(*at, n), SmellPlace::option(*at, n), found);
        }
    }
}

fn report(
    on: &Inspected,
    smells: &mut Smells,
    span: Range<usize>,
    place: SmellPlace,
    (at, said): (usize, (String, i32)),
) {
    let promise = &on.scenario.promises[at];
    let smell = smells.smell(Code::DateAgainstDue, span, place);
    smell.about = Some(promise.id.clone());
    smell.diagnostic.args.extend([
        ("name", promise.id.as_str().into()),
        ("said", said.0.into()),
        ("days", usize::try_from(said.1).unwrap_or_default().into()),
        ("due", usize::from(promise.due_days).into()),
    ]);
}

/// The only day that a text names, and in how many days it comes, if on no day on which it can be said that is what is
/// due. `met`: the days of visits.
fn disagrees(text: &Text, due: u16, said_on: &BTreeSet<Date>, met: &BTreeSet<Date>) -> Option<(String, i32)> {
    let first = said_on.first()?;
    // Of several days one cannot say which is the promise's; what the author named so, a translation names so, too.
    if named_days(&text.original).len() > 1 {
        return None;
    }
    for text in std::iter::once(&text.original).chain(text.translated.iter().flatten()) {
        let [one] = named_days(text)[..] else { continue };
        if !said_on.iter().any(|today| agrees(one, due, *today, met)) {
            let days = one.named.days_from(*first).or_else(|| in_calendar(one.named, *first)).unwrap_or_default();
            return Some((text[one.start..one.end].to_owned(), days));
        }
    }
    None
}

fn agrees(found: Found, due: u16, today: Date, met: &BTreeSet<Date>) -> bool {
    let Some(days) = found.named.days_from(today).or_else(|| in_calendar(found.named, today)) else { return true };
    // Who is met on the very day must have it by then: it is due on the day before.
    let early = found.before || met.contains(&today.saturating_add(jiff::Span::new().days(days)));
    // What is over is another thing than the promise, and so is the weekday on which one speaks.
    let other = days < 0 || (days == 0 && matches!(found.named, Named::Weekday { .. }));
    other || days == i32::from(due) || (early && days == i32::from(due) + 1)
}

/// Working days as days of the calendar; none where it does not reach so far.
fn in_calendar(named: Named, today: Date) -> Option<i32> {
    let Named::WorkingDays(days) = named else { return None };
    let last = Calendar::shipped().last_day(today, Period::working_days(days))?;
    Some((last - today).get_days())
}
