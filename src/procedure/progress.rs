//! Where a matter stands, as plain data: what a course, a play-through and a judge decide the next step by.

use super::calendar::Calendar;
use super::deadline::{Reckoner, Timeliness};
use super::law::LawLibrary;
use super::limit::Limit;
use super::matter::{Class, Route};
use super::stages::{Actor, Stage, StageRow, Step, Steps};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// A matter, as far as it decides what may come next. Copied and compared at no cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Progress {
    stage: Stage,
    class: Option<Class>,
    route: Option<Route>,
    last: Date,
    /// By `Step as usize`: the day on which it was taken last.
    on: [Option<Date>; Step::ALL.len()],
}

/// Why a step cannot be taken; [`super::course::RefusalReason`] says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "step-refused-")]
pub enum Objection {
    /// Never, by nobody.
    Never,
    /// Not at this stage.
    NotNow,
    /// Somebody else takes it.
    NotYours,
    /// Nobody has said of which class or route the matter is.
    NotClassified,
    /// Matters of another class.
    OtherClass,
    /// Matters that go another way.
    OtherRoute,
    /// The time for it is over.
    TooLate,
    /// Before the step that was taken last.
    Backwards,
    /// After the re-review the same facts and reasons are not taken up again.
    Exhausted,
}

impl Objection {
    /// The Fluent message that says it in a few words.
    pub fn text_id(self) -> &'static str {
        self.into()
    }
}

/// The last day of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The limit that it is the last day of.
    pub limit: Limit,
    /// By the count itself.
    pub day: Date,
    /// The first working day after it, where it is a day off.
    pub moved_to: Option<Date>,
}

impl Due {
    /// Whether what was done on this day was done in time.
    pub fn timeliness(&self, done: Date) -> Timeliness {
        Timeliness::of(self.day, self.moved_to, done)
    }

    /// Whether it is late on this day, however a last day off is seen.
    pub fn is_over(&self, today: Date) -> bool {
        matches!(self.timeliness(today), Timeliness::Late { .. })
    }
}

/// The tables by which a step is weighed.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// Which step may follow which stage.
    pub steps: &'a Steps,
    /// The packs that set the limits.
    pub law: &'a LawLibrary,
    /// Which days are worked.
    pub calendar: &'a Calendar,
}

impl Rules<'static> {
    /// Those that ship with the program.
    pub fn shipped() -> Self {
        Self::of(Steps::shipped(), Reckoner::shipped())
    }
}

impl<'a> Rules<'a> {
    /// This table of steps, with the law and the calendar of a reckoner.
    pub const fn of(steps: &'a Steps, reckoner: Reckoner<'a>) -> Self {
        Self { steps, law: reckoner.law, calendar: reckoner.calendar }
    }
}

impl Progress {
    /// A matter that came in on this day.
    pub fn new(received: Date) -> Self {
        let mut on = [None; Step::ALL.len()];
        on[Step::Receive as usize] = Some(received);
        Self { stage: Stage::Received, class: None, route: None, last: received, on }
    }

    /// A matter of which only this is known: it weighs steps, but no days.
    pub const fn standing(stage: Stage, class: Option<Class>, route: Option<Route>) -> Self {
        Self { stage, class, route, last: Date::MIN, on: [None; Step::ALL.len()] }
    }

    /// As [`super::Course::classify`].
    pub fn classify(&mut self, class: Class, route: Option<Route>) -> bool {
        let open = matches!(self.stage, Stage::Received | Stage::Registered | Stage::Returned);
        if open {
            self.class = Some(class);
            self.route = route.filter(|_| class == Class::Remedy);
        }
        open
    }

    /// Where the matter stands.
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// Its class, once it has been said.
    pub const fn class(&self) -> Option<Class> {
        self.class
    }

    /// Its way of Article 31, once it has been said.
    pub const fn route(&self) -> Option<Route> {
        self.route
    }

    /// The day of the last step.
    pub const fn last(&self) -> Date {
        self.last
    }

    /// The day on which this step was taken last.
    pub const fn day_of(&self, step: Step) -> Option<Date> {
        self.on[step as usize]
    }

    /// The rows that can be taken now, whoever takes them.
    pub fn open<'r>(&self, rules: Rules<'r>) -> impl Iterator<Item = &'r StageRow> + use<'r> {
        rules.steps.open(self.stage, self.class, self.route)
    }

    /// The rows whose limits run now, whoever they bind. They run from receipt whether or not the matter has been
    /// registered.
    pub fn pressing<'r>(&self, rules: Rules<'r>) -> impl Iterator<Item = &'r StageRow> + use<'r> {
        let stage = if self.stage == Stage::Received { Stage::Registered } else { self.stage };
        rules.steps.open(stage, self.class, self.route).filter(|row| row.limit.is_some())
    }

    /// The limits that run now.
    pub fn running<'r>(&self, rules: Rules<'r>) -> impl Iterator<Item = (&'r StageRow, Due)> + use<'r> {
        let here = *self;
        self.pressing(rules).filter_map(move |row| Some((row, here.due(row, rules)?)))
    }

    /// The limit of a row that can be taken now; `None` where it has none that the law of the day knows.
    pub fn due(&self, row: &StageRow, rules: Rules<'_>) -> Option<Due> {
        let (limit, since) = row.limit?;
        let from = self.day_of(since)?;
        let rule = rules.law.limit_on(limit, from)?;
        let day = rules.calendar.last_day(from, rule.period)?;
        let moved_to = if rules.calendar.is_working(day) { None } else { rules.calendar.next_working(day) };
        Some(Due { limit, day, moved_to })
    }

    /// The row of a step that can be taken, or what stands against it and the row that says so.
    ///
    /// # Errors
    ///
    /// What stands against the step, and the row that says so where one does.
    pub fn weigh<'r>(
        &self,
        step: Step,
        by: Actor,
        on: Date,
        rules: Rules<'r>,
    ) -> Result<&'r StageRow, (Objection, Option<&'r StageRow>)> {
        let rows = || rules.steps.of(step);
        if let Some(row) = rows().find(|row| row.never) {
            return Err((Objection::Never, Some(row)));
        }
        let here = || rows().filter(|row| row.from.contains(&self.stage));
        let mut fitting = here().filter(|row| row.is_for(self.class, self.route));
        let theirs = fitting.clone().find(|row| row.by.contains(&by));
        let Some(row) = theirs.or_else(|| fitting.next()) else {
            let other = |class: Class| here().all(|row| row.class.is_some_and(|wanted| wanted != class));
            let why = match (here().next(), self.class, self.route) {
                (None, ..) if self.stage == Stage::Final => Objection::Exhausted,
                (None, ..) => Objection::NotNow,
                (Some(_), None, _) => Objection::NotClassified,
                (Some(_), Some(class), _) if other(class) => Objection::OtherClass,
                (Some(_), Some(_), Some(_)) => Objection::OtherRoute,
                (Some(_), Some(_), None) => Objection::NotClassified,
            };
            let finality = || rules.steps.of(Step::AnswerReReview).next();
            let row = if why == Objection::Exhausted { finality() } else { here().next() };
            return Err((why, row.or_else(|| rows().next())));
        };
        if !row.by.contains(&by) {
            return Err((Objection::NotYours, Some(row)));
        }
        if on < self.last {
            return Err((Objection::Backwards, Some(row)));
        }
        if row.bars && self.due(row, rules).is_some_and(|due| due.is_over(on)) {
            return Err((Objection::TooLate, Some(row)));
        }
        Ok(row)
    }

    /// Who may take a step of this matter where it stands.
    pub fn whose(&self, step: Step, rules: Rules<'_>) -> Vec<Actor> {
        let fits = |row: &&StageRow| row.from.contains(&self.stage) && row.is_for(self.class, self.route);
        rules.steps.of(step).filter(fits).flat_map(|row| row.by.iter().copied()).collect()
    }

    /// Takes a step, and says by when it was due; what stands against it changes nothing. What is late but still owed is taken.
    ///
    /// # Errors
    ///
    /// The [`Objection`]; nothing changed.
    pub fn take(&mut self, step: Step, by: Actor, on: Date, rules: Rules<'_>) -> Result<Option<Due>, Objection> {
        let row = self.weigh(step, by, on, rules).map_err(|(why, _)| why)?;
        let due = self.due(row, rules);
        self.stage = row.to.unwrap_or(self.stage);
        self.on[step as usize] = Some(on);
        self.last = on;
        Ok(due)
    }
}
