//! What lies on the desk, as text: the talk so far, the calendar, the handbook, the case file.

use super::told::{Passage, gesture};
use crate::args;
use crate::feedback::form_words;
use crate::figure::Hour;
use crate::locale::Texts;
use crate::procedure::calendar::Day;
use crate::procedure::{ArticleIx, Calendar, Deadline, LawLibrary, Limit, Reckoner, Rules, StepFate};
use crate::scenario::model::{Outcome, Scenario};
use crate::session::{Fate, StepTold};
use crate::showing::{Entry, View, speaker, variant};
use crate::vocabulary::{ActCatalogue, Locale, Somebody};
use jiff::civil::Date;
use serde::Serialize;

/// The pack whose limits hold for every matter, whatever it is about.
const COMMON: &str = "xf2022";

/// A heading of the calendar with what stands under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CalendarPart {
    /// Which stretch of it.
    pub heading: String,
    /// Said of all of it.
    pub lead: Option<String>,
    /// Each with its small print.
    pub rows: Vec<(String, Vec<String>)>,
}

/// A pack of the handbook: its title, and its articles by citation and text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HandbookPart {
    /// The law's title.
    pub title: String,
    /// Its articles, in their order.
    pub articles: Vec<Article>,
}

/// An article to be looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Article {
    /// As it is cited.
    pub citation: String,
    /// In the pack's own words.
    pub text: String,
    /// Its wording has not been held against the official text.
    pub unverified: bool,
}

/// How an ending is called.
pub const fn outcome_id(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Resolved => "outcome-resolved",
        Outcome::Partial => "outcome-partial",
        Outcome::Unresolved => "outcome-unresolved",
        Outcome::Lost => "outcome-lost",
    }
}

/// Date and time of a visit.
pub fn at_hour(scenario: &Scenario, day: u16, hour: Hour, locale: Locale) -> String {
    let date = scenario.date(day).strftime(locale.text("date-pattern").as_ref()).to_string();
    format!("{date} {:02}:{:02}", hour.0 / 60 % 24, hour.0 % 60)
}

/// The talk so far, line by line.
pub fn talk(scenario: &Scenario, view: &View, locale: Locale) -> Vec<Passage> {
    let name = |who| scenario.called(who).map_or_else(String::new, |name| name.get(locale).to_owned());
    let aside = |text: String| Passage { kind: "aside", who: None, text };
    let mine = |text: String| Passage { kind: "you", who: Some(locale.text("visit-you").into_owned()), text };
    let entry = |entry: &Entry| {
        Some(match *entry {
            Entry::VisitBegan { visit, .. } => Passage {
                kind: "visit",
                who: None,
                text: scenario.visits.get(visit.at())?.title.get(locale).to_owned(),
            },
            Entry::Line { node, variant: said } => {
                let text = variant(scenario, node, said)?.say.get(locale).to_owned();
                match speaker(scenario, node) {
                    Some(who) => Passage { kind: "line", who: Some(name(who)), text },
                    None => aside(text),
                }
            }
            Entry::Chosen { node, option, .. } => mine(locale.words(&scenario.option(node, option)?.text).into_owned()),
            Entry::Filled { node, written, .. } => mine(form_words::handed_in(scenario.task(node)?, written, locale)),
            Entry::Gesture { act, .. } => {
                let id = ActCatalogue::shipped()[act].gesture.as_deref().unwrap_or_default();
                mine(locale.text_with("history-gesture", &args!("gesture" => gesture(id, locale))).into_owned())
            }
            Entry::CutOff { who, .. } => broken("history-cut-off", name(Somebody::Visitor(who)), locale),
            Entry::Outburst { who } => broken("history-outburst", name(Somebody::Visitor(who)), locale),
            Entry::Step(StepTold { step, by, day, fate, .. }) => {
                let args = args!("step" => locale.say(&step.label()), "by" => locale.say(&by.label()),
                                 "day" => locale.day(scenario.date(day)), "fate" => locale.say(&fate.message()));
                let id = match fate {
                    StepFate::Taken(_) => "history-step",
                    StepFate::Refused(_) | StepFate::Overdue { .. } => "history-step-not",
                };
                aside(locale.text_with(id, &args).into_owned())
            }
            Entry::Meanwhile { days, .. } => aside(locale.text_with("days-later", &args!("n" => days)).into_owned()),
        })
    };
    view.entries.iter().filter_map(entry).collect()
}

fn broken(id: &str, who: String, locale: Locale) -> Passage {
    Passage { kind: "broken", who: None, text: locale.text_with(id, &args!("who" => who)).into_owned() }
}

/// What day it is, what is owed to the matter, what has been promised, and by when the law wants what begins today.
pub fn calendar(scenario: &Scenario, view: &View, locale: Locale) -> Vec<CalendarPart> {
    let today = view.now.case.today();
    let law = LawLibrary::shipped();
    let kind = match Calendar::shipped().day(today) {
        Day::Working => None,
        Day::Weekend => Some(locale.text("calendar-weekend").into_owned()),
        Day::Holiday(holiday) => Some(holiday.name.get(locale).to_owned()),
        Day::MakeUp(holiday) => {
            let args = args!("name" => holiday.name.get(locale).to_owned());
            Some(locale.text_with("calendar-make-up", &args).into_owned())
        }
    };
    let mut parts = vec![CalendarPart { heading: named(today, locale), lead: kind, rows: Vec::new() }];
    if let Some(matter) = view.now.case.matter {
        let stage = args!("stage" => locale.say(&matter.stage().label()));
        parts.push(CalendarPart {
            heading: locale.text("calendar-matter").into_owned(),
            lead: Some(locale.text_with("calendar-stage", &stage).into_owned()),
            rows: matter
                .limits(Rules::shipped())
                .into_iter()
                .map(|running| (locale.say(&running.message(today)), vec![law.citation(running.row.article, locale)]))
                .collect(),
        });
    }
    let promises = view.now.promises.iter().filter_map(|made| {
        let promise = scenario.promises.get(made.promise.at())?.text.get(locale).to_owned();
        let fate = match made.fate {
            Fate::Open => "calendar-open",
            Fate::Kept { .. } => "calendar-kept",
            Fate::Broken { .. } => "calendar-broken",
        };
        let by = args!("day" => named(scenario.date(made.due_day), locale));
        Some((promise, vec![locale.text(fate).into_owned(), locale.text_with("calendar-by", &by).into_owned()]))
    });
    let promises: Vec<_> = promises.collect();
    parts.push(CalendarPart {
        heading: locale.text("calendar-promised").into_owned(),
        lead: promises.is_empty().then(|| locale.text("calendar-nothing-promised").into_owned()),
        rows: promises,
    });
    let bears = |deadline: &Deadline| {
        let pack = &law.pack_of(deadline.article).id;
        pack == COMMON || scenario.law.contains(pack)
    };
    let deadlines = Limit::ALL.iter().filter_map(|limit| Reckoner::shipped().deadline(*limit, today).ok());
    let row = |deadline: Deadline| {
        let args = args!("day" => named(deadline.due(), locale),
                         "period" => locale.say(&deadline.count.period.label()),
                         "from" => locale.say(&deadline.limit.runs_from()));
        let mut small =
            vec![locale.text_with("calendar-due", &args).into_owned(), law.citation(deadline.article, locale)];
        small.extend(deadline.notes().iter().map(|note| locale.say(note)));
        (locale.say(&deadline.limit.label()), small)
    };
    parts.push(CalendarPart {
        heading: locale.text("calendar-by-law").into_owned(),
        lead: Some(locale.text("calendar-by-law-explained").into_owned()),
        rows: deadlines.filter(bears).map(row).collect(),
    });
    parts
}

/// A day with its weekday.
fn named(date: Date, locale: Locale) -> String {
    let day = date.strftime(locale.text("date-pattern").as_ref()).to_string();
    let weekday = locale.text(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
    locale.text_with("deadline-day", &args!("day" => day, "weekday" => weekday)).into_owned()
}

/// The articles of the scenario's law packs.
pub fn handbook(scenario: &Scenario, locale: Locale) -> Vec<HandbookPart> {
    let law = scenario.library();
    let mut parts = Vec::new();
    for pack in scenario.law.iter().filter_map(|id| law.packs.iter().find(|pack| pack.id == *id)) {
        let article = |at: u16| {
            let article = law.articles.get(usize::from(at))?;
            Some(Article {
                citation: law.citation(ArticleIx(at), locale),
                text: article.text.get(locale).to_owned(),
                unverified: article.unverified,
            })
        };
        let articles = pack.articles.clone().filter_map(article).collect();
        parts.push(HandbookPart { title: pack.title.get(locale).to_owned(), articles });
    }
    parts
}
