//! `calmdesk deadline`: by which day the law wants something done.

use super::terminal;
use super::{Done, Failure};
use crate::args;
use crate::locale::Texts;
use crate::procedure::calendar::DaysOff;
use crate::procedure::{Calendar, Deadline, DeadlineError, LawLibrary, Limit, Reckoner, Unit};
use crate::vocabulary::Locale;
use clap::ArgMatches;
use jiff::civil::Date;
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

pub fn run(given: &ArgMatches, locale: Locale) -> Done {
    let text = |name: &str| given.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let from: Date = text("DATE").parse().map_err(|_| {
        Failure::Usage(locale.text_with("deadline-no-date", &args!("given" => text("DATE").to_owned())).into_owned())
    })?;
    let hearing = given.get_one::<u16>("hearing").copied().unwrap_or(0);
    let json = text("format") == "json";
    let limits = match given.get_one::<String>("LIMIT") {
        Some(id) => vec![Limit::from_id(id).ok_or_else(|| unknown(id, locale))?],
        None => Limit::ALL.to_vec(),
    };
    let reckoner = Reckoner::shipped();
    let mut deadlines = Vec::new();
    for limit in &limits {
        match reckoner.deadline_with_hearing(*limit, from, hearing) {
            Ok(deadline) => deadlines.push(deadline),
            // In the list of all limits those that no law set on that day are left out.
            Err(DeadlineError::NoLaw { .. }) if limits.len() > 1 => {}
            Err(error) => return Err(Failure::Problem(problem(&error, locale))),
        }
    }
    if deadlines.is_empty() {
        let error = DeadlineError::NoLaw { limit: Limit::Notice, on: from };
        return Err(Failure::Problem(problem(&error, locale)));
    }
    let mut out = terminal::out();
    match (json, &deadlines[..]) {
        (true, all) => {
            let rows: Vec<LimitRow> = all.iter().map(|deadline| LimitRow::of(deadline, locale)).collect();
            let mut out = terminal::json();
            serde_json::to_writer_pretty(&mut out, &rows).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        (false, [one]) => write!(out, "{}", whole(one, locale))?,
        (false, all) => {
            let heading = locale.text_with("deadline-list", &args!("day" => day(from, locale)));
            writeln!(out, "{heading}")?;
            for deadline in all {
                writeln!(out, "{}", line(deadline, locale))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn unknown(id: &str, locale: Locale) -> Failure {
    let ids = Limit::ALL.map(Limit::id);
    let nearest = ids
        .iter()
        .min_by_key(|known| strsim::damerau_levenshtein(id, known))
        .filter(|known| strsim::damerau_levenshtein(id, known) <= 3);
    let mut text = locale.text_with("deadline-unknown-limit", &args!("given" => id.to_owned())).into_owned();
    match nearest {
        Some(meant) => text.push_str(&locale.text_with("cli-did-you-mean", &args!("meant" => (*meant).to_owned()))),
        None => {
            let values = super::joined("cli-list", &ids, locale);
            text.push_str(&locale.text_with("cli-valid-values", &args!("values" => values)));
        }
    }
    Failure::Usage(text)
}

fn problem(error: &DeadlineError, locale: Locale) -> String {
    match error {
        DeadlineError::NoLaw { on, .. } => {
            locale.text_with("deadline-no-law", &args!("day" => on.to_string())).into_owned()
        }
        DeadlineError::Beyond(_) => locale.text("deadline-beyond").into_owned(),
    }
}

/// A day with its weekday.
fn day(date: Date, locale: Locale) -> String {
    let weekday = locale.text(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
    locale.text_with("deadline-day", &args!("day" => date.to_string(), "weekday" => weekday)).into_owned()
}

/// One limit among many.
fn line(deadline: &Deadline, locale: Locale) -> String {
    let args = args!(
        "due" => deadline.due().to_string(),
        "id" => deadline.limit.id(),
        "what" => locale.say(&deadline.limit.label()),
        "period" => locale.say(&deadline.count.period.label()),
    );
    locale.text_with("deadline-line", &args).into_owned()
}

/// Everything about one limit.
fn whole(deadline: &Deadline, locale: Locale) -> String {
    let mut text = format!("{}\n", locale.say(&deadline.limit.label()));
    let mut put = |id: &str, value: String| {
        text.push_str(&locale.text_with(id, &args!("value" => value)));
        text.push('\n');
    };
    let from = args!("day" => day(deadline.count.from, locale), "from" => locale.say(&deadline.limit.runs_from()));
    put("deadline-from", locale.text_with("deadline-from-value", &from).into_owned());
    put("deadline-period", locale.say(&deadline.count.period.label()));
    put("deadline-due", day(deadline.due(), locale));
    put("deadline-basis", LawLibrary::shipped().citation(deadline.article, locale));
    for over in skipped(deadline, locale) {
        put("deadline-skipped", over);
    }
    for note in deadline.notes() {
        put("deadline-note", locale.say(&note));
    }
    text
}

/// What a count of working days went over: each holiday, then the weekends together.
fn skipped(deadline: &Deadline, locale: Locale) -> Vec<String> {
    let runs = Calendar::shipped().runs(&deadline.count.skipped);
    let mut lines: Vec<String> = (runs.iter())
        .filter_map(|DaysOff { first, last, holiday }| {
            let args = args!(
                "first" => first.to_string(),
                "last" => last.to_string(),
                "days" => if first == last { "one" } else { "many" },
                "name" => (*holiday)?.name.get(locale).to_owned(),
            );
            Some(locale.text_with("deadline-holiday", &args).into_owned())
        })
        .collect();
    let weekends = deadline.count.skipped.iter().filter(|day| Calendar::shipped().holiday(**day).is_none()).count();
    if weekends > 0 {
        lines.push(locale.text_with("deadline-weekends", &args!("days" => weekends)).into_owned());
    }
    lines
}

/// A limit for a program.
#[derive(Serialize)]
struct LimitRow {
    limit: &'static str,
    what: String,
    from: Date,
    days: u16,
    unit: &'static str,
    due: Date,
    /// The next working day where `due` is a day off; that it counts is not verified.
    moved_to_unverified: Option<Date>,
    hearing_days: u16,
    article: String,
    citation: String,
    article_unverified: bool,
    skipped: Vec<Date>,
    holidays_not_on_file: Vec<i16>,
    notes: Vec<String>,
}

impl LimitRow {
    fn of(deadline: &Deadline, locale: Locale) -> Self {
        let law = LawLibrary::shipped();
        let Deadline { limit, article, count, hearing_days, unverified } = deadline;
        Self {
            limit: limit.id(),
            what: locale.say(&limit.label()),
            from: count.from,
            days: count.period.days,
            unit: if count.period.unit == Unit::Working { "working" } else { "calendar" },
            due: count.due,
            moved_to_unverified: count.moved_to,
            hearing_days: *hearing_days,
            article: format!("{}/{}", law.pack_of(*article).id, law[*article].number),
            citation: law.citation(*article, locale),
            article_unverified: *unverified,
            skipped: count.skipped.clone(),
            holidays_not_on_file: count.not_on_file.clone(),
            notes: deadline.notes().iter().map(|note| locale.say(note)).collect(),
        }
    }
}
