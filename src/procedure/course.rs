//! One matter on its way: steps taken, steps refused and why, time limits that are running.

use super::deadline::{Deadline, Reckoner, Timeliness};
use super::law::{ArticleIx, LawLibrary};
use super::limit::Limit;
use super::matter::{Class, Route};
use super::progress::{Objection, Progress, Rules};
use super::stages::{Actor, Stage, StageRow, Step, Steps};
use crate::vocabulary::{Locale, Message, Value};
use jiff::civil::Date;
use strum::IntoStaticStr;

/// A matter and what has been done with it.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    steps: &'a Steps,
    reckoner: Reckoner<'a>,
    progress: Progress,
    taken: Vec<Taken>,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What was done.
    pub step: Step,
    /// Who did it.
    pub by: Actor,
    /// On which day.
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
    /// What was to be done.
    pub step: Step,
    /// Where the matter stood.
    pub stage: Stage,
    /// What stands against it.
    pub why: RefusalReason,
    /// The article that stands against it, or that the step rests on; `None` for a second coming in.
    pub article: Option<ArticleIx>,
    /// What can be done at this stage instead, and by whom.
    pub instead: Vec<(Step, Vec<Actor>)>,
}

/// Why a step cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "refused-")]
pub enum RefusalReason {
    /// Never, by nobody.
    Never,
    /// Not at this stage.
    NotNow,
    /// Somebody else takes it.
    NotYours {
        /// Who may take it, at least one.
        by: Vec<Actor>,
    },
    /// Nobody has said of which class or route the matter is.
    NotClassified,
    /// Matters of another class.
    OtherClass {
        /// The class that the step is for.
        class: Class,
    },
    /// Matters that go another way.
    OtherRoute {
        /// The way that the step belongs to.
        route: Route,
    },
    /// The time for it is over.
    TooLate {
        /// The limit that ran out.
        limit: Limit,
        /// Its last day.
        due: Date,
    },
    /// Before the step that was taken last.
    Backwards {
        /// The day of the step that was taken last.
        last: Date,
    },
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
        let progress = Progress::new(received);
        let first = Taken {
            step: Step::Receive,
            by: Actor::Visitor,
            on: received,
            to: progress.stage(),
            article: None,
            time: None,
        };
        Self { steps, reckoner, progress, taken: vec![first] }
    }

    /// Says of which class the matter is and, for a petition for remedy, which way it goes. Until it is forwarded or
    /// accepted that may still be corrected; afterwards `false` comes back and nothing changes.
    pub fn classify(&mut self, class: Class, route: Option<Route>) -> bool {
        self.progress.classify(class, route)
    }

    /// Where it stands, as plain data.
    pub const fn progress(&self) -> Progress {
        self.progress
    }

    /// Where the matter stands after the last step that was taken.
    pub const fn stage(&self) -> Stage {
        self.progress.stage()
    }

    /// The class, once it has been said.
    pub const fn class(&self) -> Option<Class> {
        self.progress.class()
    }

    /// The way that Article 31 sends it, once it has been said.
    pub const fn route(&self) -> Option<Route> {
        self.progress.route()
    }

    /// Everything that was done, the coming in first.
    pub fn taken(&self) -> &[Taken] {
        &self.taken
    }

    /// The day on which this step was taken last.
    pub const fn day_of(&self, step: Step) -> Option<Date> {
        self.progress.day_of(step)
    }

    /// What can be done now, and by whom.
    pub fn open(&self) -> Vec<(Step, Vec<Actor>)> {
        by_step(self.progress.open(self.rules()))
    }

    /// The limits that are running at this stage, the nearest first.
    pub fn running(&self) -> Vec<(Step, Deadline)> {
        let mut running: Vec<(Step, Deadline)> =
            (self.progress.open(self.rules())).filter_map(|row| Some((row.step, self.deadline(row)?))).collect();
        running.sort_by_key(|(step, deadline)| (deadline.due(), *step));
        running
    }

    fn deadline(&self, row: &StageRow) -> Option<Deadline> {
        let (limit, since) = row.limit?;
        self.reckoner.deadline(limit, self.day_of(since)?).ok()
    }

    /// Takes a step, or says why it cannot be taken. What is late but still owed is taken and marked late.
    ///
    /// # Errors
    ///
    /// [`Refusal`]: why not, by which article, and what can be done instead; nothing changed.
    pub fn take(&mut self, step: Step, by: Actor, on: Date) -> Result<&Taken, Refusal> {
        let rules = self.rules();
        let row = self.progress.weigh(step, by, on, rules).map_err(|(why, row)| self.refusal(step, why, row))?;
        let time = self.deadline(row).map(|deadline| {
            let kept = deadline.timeliness(on);
            (deadline, kept)
        });
        // It has just been weighed and lets through.
        let _ = self.progress.take(step, by, on, rules);
        let taken = Taken { step, by, on, to: self.stage(), article: Some(row.article), time };
        self.taken.push(taken);
        let last = self.taken.len() - 1;
        Ok(&self.taken[last])
    }

    fn rules(&self) -> Rules<'a> {
        Rules::of(self.steps, self.reckoner)
    }

    fn refusal(&self, step: Step, why: Objection, row: Option<&StageRow>) -> Refusal {
        Refusal::of(&self.progress, step, why, row, self.rules())
    }
}

impl Refusal {
    /// What stands against a step, in full: `row` is the one that [`Progress::weigh`] names.
    pub fn of(progress: &Progress, step: Step, why: Objection, row: Option<&StageRow>, rules: Rules<'_>) -> Self {
        let limit = || Some((row?.limit?.0, progress.due(row?, rules)?.day));
        let why = match why {
            Objection::Never => RefusalReason::Never,
            Objection::NotNow => RefusalReason::NotNow,
            Objection::NotYours => RefusalReason::NotYours { by: progress.whose(step, rules) },
            Objection::NotClassified => RefusalReason::NotClassified,
            Objection::OtherClass => {
                progress.class().map_or(RefusalReason::NotClassified, |class| RefusalReason::OtherClass { class })
            }
            Objection::OtherRoute => {
                progress.route().map_or(RefusalReason::NotClassified, |route| RefusalReason::OtherRoute { route })
            }
            Objection::TooLate => {
                limit().map_or(RefusalReason::NotNow, |(limit, due)| RefusalReason::TooLate { limit, due })
            }
            Objection::Backwards => RefusalReason::Backwards { last: progress.last() },
            Objection::Exhausted => RefusalReason::Exhausted,
        };
        let instead = by_step(progress.open(rules));
        Self { step, stage: progress.stage(), why, article: row.map(|row| row.article), instead }
    }
}

impl RefusalReason {
    /// The Fluent message; it takes `step`, `stage` and, as the case may be, `by`, `right` or `day`.
    pub fn text_id(&self) -> &'static str {
        self.into()
    }
}

impl Refusal {
    /// What cannot be done, and why, in one sentence.
    pub fn message(&self) -> Message {
        Message { id: self.why.text_id().into(), args: self.args() }
    }

    /// What the texts about it may name: `step`, `stage` and, as the case may be, `by`, `right` or `day`.
    pub fn args(&self) -> Vec<(&'static str, Value)> {
        let mut args = vec![("step", self.step.label().into()), ("stage", self.stage.label().into())];
        match &self.why {
            RefusalReason::NotYours { by } => args.push(("by", actors(by))),
            RefusalReason::OtherClass { class } => args.push(("right", class.label().into())),
            RefusalReason::OtherRoute { route } => args.push(("right", route.label().into())),
            RefusalReason::TooLate { due, .. } => args.push(("day", due.to_string().into())),
            RefusalReason::Backwards { last } => args.push(("day", last.to_string().into())),
            RefusalReason::Never | RefusalReason::NotNow | RefusalReason::NotClassified | RefusalReason::Exhausted => {}
        }
        args
    }

    /// The article that stands against it.
    pub fn article(&self, law: &LawLibrary, locale: Locale) -> Option<String> {
        self.article.map(|article| law.citation(article, locale))
    }

    /// What can be done instead, each with who does it.
    pub fn instead(&self) -> Vec<Message> {
        let line = |(step, by): &(Step, Vec<Actor>)| {
            Message::new("refused-instead").with("step", step.label()).with("by", actors(by))
        };
        self.instead.iter().map(line).collect()
    }
}

/// Each step once, with all who may take it.
fn by_step<'r>(rows: impl Iterator<Item = &'r StageRow>) -> Vec<(Step, Vec<Actor>)> {
    let mut steps: Vec<(Step, Vec<Actor>)> = Vec::new();
    for row in rows {
        match steps.iter_mut().find(|(step, _)| *step == row.step) {
            Some((_, by)) => by.extend(&row.by),
            None => steps.push((row.step, row.by.clone())),
        }
    }
    steps
}

/// One of these.
pub(super) fn actors(by: &[Actor]) -> Value {
    Value::List { of: by.iter().map(|actor| actor.label().into()).collect(), between: "actor-or" }
}
