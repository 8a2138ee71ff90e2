//! One matter on its way: steps taken, steps refused and why, time limits that are running.

use super::deadline::{Deadline, Reckoner, Timeliness};
use super::law::{ArticleIx, LawLibrary};
use super::limit::Limit;
use super::matter::{Class, Route};
use super::stages::{Actor, Row, Stage, Step, Steps};
use crate::args;
use crate::locale::Locale;
use jiff::civil::Date;

/// A matter and what has been done with it.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    steps: &'a Steps,
    reckoner: Reckoner<'a>,
    stage: Stage,
    class: Option<Class>,
    route: Option<Route>,
    taken: Vec<Taken>,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub step: Step,
    pub by: Actor,
    pub on: Date,
    /// The stage it led to.
    pub to: Stage,
    /// The article it rests on; `None` for the coming in.
    pub article: Option<ArticleIx>,
    /// Its limit, and whether it was kept.
    pub time: Option<(Deadline, Timeliness)>,
}

/// A step that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub step: Step,
    pub stage: Stage,
    pub why: Why,
    /// The article that stands against it, or that the step rests on; `None` for a second coming in.
    pub article: Option<ArticleIx>,
    /// What can be done at this stage instead, and by whom.
    pub instead: Vec<(Step, Vec<Actor>)>,
}

/// Why a step cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Never, by nobody.
    Never,
    /// Not at this stage.
    NotNow,
    /// Somebody else takes it.
    NotYours { by: Vec<Actor> },
    /// Nobody has said of which class or route the matter is.
    NotClassified,
    /// Matters of another class.
    OtherClass { class: Class },
    /// Matters that go another way.
    OtherRoute { route: Route },
    /// The time for it is over.
    TooLate { limit: Limit, due: Date },
    /// Before the step that was taken last.
    Backwards { last: Date },
    /// After the re-review the same facts and reasons are not taken up again.
    Exhausted,
}

impl Course<'static> {
    /// A matter received on this day, by the table, the law packs and the calendar that ship.
    pub fn new(received: Date) -> Self {
        Self::with(Steps::shipped(), Reckoner::shipped(), received)
    }
}

impl<'a> Course<'a> {
    /// A matter received on this day.
    pub fn with(steps: &'a Steps, reckoner: Reckoner<'a>, received: Date) -> Self {
        let received = Taken {
            step: Step::Receive,
            by: Actor::Visitor,
            on: received,
            to: Stage::Received,
            article: None,
            time: None,
        };
        Self { steps, reckoner, stage: Stage::Received, class: None, route: None, taken: vec![received] }
    }

    /// Says of which class the matter is and, for a petition for remedy, which way it goes. Until it is forwarded or
    /// accepted that may still be corrected; afterwards `false` comes back and nothing changes.
    pub fn classify(&mut self, class: Class, route: Option<Route>) -> bool {
        let open = matches!(self.stage, Stage::Received | Stage::Registered | Stage::Returned);
        if open {
            self.class = Some(class);
            self.route = route.filter(|_| class == Class::Remedy);
        }
        open
    }

    pub const fn stage(&self) -> Stage {
        self.stage
    }

    pub const fn class(&self) -> Option<Class> {
        self.class
    }

    pub const fn route(&self) -> Option<Route> {
        self.route
    }

    /// Everything that was done, the coming in first.
    pub fn taken(&self) -> &[Taken] {
        &self.taken
    }

    /// The day on which this step was taken last.
    pub fn day_of(&self, step: Step) -> Option<Date> {
        self.taken.iter().rev().find(|taken| taken.step == step).map(|taken| taken.on)
    }

    /// What can be done now, and by whom.
    pub fn open(&self) -> Vec<(Step, Vec<Actor>)> {
        self.steps.open(self.stage, self.class, self.route).map(|row| (row.step, row.by.clone())).collect()
    }

    /// The limits that are running at this stage, the nearest first.
    pub fn running(&self) -> Vec<(Step, Deadline)> {
        let mut running: Vec<(Step, Deadline)> = (self.steps.open(self.stage, self.class, self.route))
            .filter_map(|row| Some((row.step, self.deadline(row)?)))
            .collect();
        running.sort_by_key(|(step, deadline)| (deadline.due(), *step));
        running
    }

    fn deadline(&self, row: &Row) -> Option<Deadline> {
        let (limit, since) = row.limit?;
        self.reckoner.deadline(limit, self.day_of(since)?).ok()
    }

    /// Takes a step, or says why it cannot be taken. What is late but still owed is taken and marked late.
    pub fn take(&mut self, step: Step, by: Actor, on: Date) -> Result<&Taken, Refusal> {
        let row = self.row(step, by, on)?;
        let time = self.deadline(row).map(|deadline| {
            let kept = deadline.timeliness(on);
            (deadline, kept)
        });
        self.stage = row.to.unwrap_or(self.stage);
        let taken = Taken { step, by, on, to: self.stage, article: Some(row.article), time };
        self.taken.push(taken);
        let last = self.taken.len() - 1;
        Ok(&self.taken[last])
    }

    /// The row of a step that can be taken.
    fn row(&self, step: Step, by: Actor, on: Date) -> Result<&'a Row, Refusal> {
        let rows = || self.steps.rows.iter().filter(move |row| row.step == step);
        let refuse = |why, row: Option<&Row>| Refusal {
            step,
            stage: self.stage,
            why,
            article: row.or_else(|| rows().next()).map(|row| row.article),
            instead: self.open(),
        };
        if let Some(row) = rows().find(|row| row.never) {
            return Err(refuse(Why::Never, Some(row)));
        }
        let here: Vec<&Row> = rows().filter(|row| row.from.contains(&self.stage)).collect();
        let Some(row) = here.iter().copied().find(|row| row.is_for(self.class, self.route)) else {
            let why = match (here.first(), self.class, self.route) {
                (None, ..) if self.stage == Stage::Final => Why::Exhausted,
                (None, ..) => Why::NotNow,
                (Some(_), None, _) => Why::NotClassified,
                (Some(_), Some(class), _) if here.iter().all(|row| row.class.is_some_and(|wanted| wanted != class)) => {
                    Why::OtherClass { class }
                }
                (Some(_), Some(_), Some(route)) => Why::OtherRoute { route },
                (Some(_), Some(_), None) => Why::NotClassified,
            };
            let finality = self.steps.rows.iter().find(|row| why == Why::Exhausted && row.step == Step::AnswerReReview);
            return Err(refuse(why, finality.or(here.first().copied())));
        };
        if !row.by.contains(&by) {
            return Err(refuse(Why::NotYours { by: row.by.clone() }, Some(row)));
        }
        if let Some(last) = self.taken.last().map(|taken| taken.on).filter(|last| on < *last) {
            return Err(refuse(Why::Backwards { last }, Some(row)));
        }
        if row.bars
            && let Some(deadline) = self.deadline(row)
            && let Timeliness::Late { .. } = deadline.timeliness(on)
        {
            return Err(refuse(Why::TooLate { limit: deadline.limit, due: deadline.due() }, Some(row)));
        }
        Ok(row)
    }
}

impl Refusal {
    /// What cannot be done, and why, in one sentence.
    pub fn text(&self, locale: Locale) -> String {
        let mut args = args!("step" => self.step.label(locale), "stage" => self.stage.label(locale));
        let id = match &self.why {
            Why::Never => "never",
            Why::NotNow => "not-now",
            Why::NotYours { by } => {
                args.set("by", actors(by, locale));
                "not-yours"
            }
            Why::NotClassified => "not-classified",
            Why::OtherClass { class } => {
                args.set("right", class.label(locale));
                "other-class"
            }
            Why::OtherRoute { route } => {
                args.set("right", route.label(locale));
                "other-route"
            }
            Why::TooLate { due, .. } => {
                args.set("day", due.to_string());
                "too-late"
            }
            Why::Backwards { last } => {
                args.set("day", last.to_string());
                "backwards"
            }
            Why::Exhausted => "exhausted",
        };
        locale.text_with(&format!("refused-{id}"), &args).into_owned()
    }

    /// The article that stands against it.
    pub fn article(&self, law: &LawLibrary, locale: Locale) -> Option<String> {
        self.article.map(|article| law.citation(article, locale))
    }

    /// What can be done instead, each with who does it.
    pub fn instead(&self, locale: Locale) -> Vec<String> {
        let line = |(step, by): &(Step, Vec<Actor>)| {
            let args = args!("step" => step.label(locale), "by" => actors(by, locale));
            locale.text_with("refused-instead", &args).into_owned()
        };
        self.instead.iter().map(line).collect()
    }
}

fn actors(by: &[Actor], locale: Locale) -> String {
    let names: Vec<String> = by.iter().map(|actor| actor.label(locale)).collect();
    names.join(&locale.text("actor-or"))
}
