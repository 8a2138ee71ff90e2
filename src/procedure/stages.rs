//! The table of stages and steps, read from `assets/procedure/steps.ron`.

use super::law::{ArticleIx, CitationError, LawLibrary};
use super::limit::Limit;
use super::matter::{Class, Route};
use crate::vocabulary::Message;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $prefix:literal, { $($(#[$case:meta])* $variant:ident = $id:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$case])* $variant,)* }

        impl $name {
            pub const ALL: [Self; [$($id),*].len()] = [$(Self::$variant),*];

            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// As it is written in data: `PetitionOffice`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)* }
            }

            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.name() == name)
            }

            pub fn label(self) -> Message {
                Message::new(format!(concat!($prefix, "-{}"), self.id()))
            }
        }
    };
}

words! {
    /// Where a matter stands.
    Stage, "stage", {
        Received = "received",
        Registered = "registered",
        /// Told which body is competent.
        Redirected = "redirected",
        /// The same matter is being handled below within its time.
        NotAccepted = "not-accepted",
        Forwarded = "forwarded",
        /// The body it was forwarded to objected.
        Returned = "returned",
        Studied = "studied",
        Answered = "answered",
        /// With the disciplinary and supervisory organs.
        PassedOn = "passed-on",
        DealtWith = "dealt-with",
        /// A matter of litigation, with the political-legal organs.
        Separated = "separated",
        /// In the procedure it belongs to.
        LedAway = "led-away",
        Accepted = "accepted",
        Handling = "handling",
        Extended = "extended",
        Settled = "settled",
        Decided = "decided",
        ReviewAsked = "review-asked",
        Reviewed = "reviewed",
        ReReviewAsked = "re-review-asked",
        Final = "final",
    }
}

words! {
    /// What can be done with a matter.
    Step, "step", {
        /// The matter comes in: the beginning of every history.
        Receive = "receive",
        Register = "register",
        TellWhere = "tell-where",
        DeclineSame = "decline-same",
        Forward = "forward",
        Object = "object",
        ForwardAgain = "forward-again",
        Study = "study",
        AnswerSuggestion = "answer-suggestion",
        PassOn = "pass-on",
        DealWithAccusation = "deal-with-accusation",
        Separate = "separate",
        LeadInto = "lead-into",
        FulfilDuty = "fulfil-duty",
        Accept = "accept",
        Verify = "verify",
        Extend = "extend",
        Settle = "settle",
        Decide = "decide",
        AskReview = "ask-review",
        AnswerReview = "answer-review",
        AskReReview = "ask-re-review",
        AnswerReReview = "answer-re-review",
        Help = "help",
        ShowToAccused = "show-to-accused",
        Retaliate = "retaliate",
    }
}

words! {
    /// Who takes a step.
    Actor, "actor", {
        PetitionOffice = "petition-office",
        CompetentBody = "competent-body",
        HeadOfBody = "head-of-body",
        NextHigher = "next-higher",
        HigherStill = "higher-still",
        DisciplinaryOrgan = "disciplinary-organ",
        Visitor = "visitor",
    }
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageRow {
    pub step: Step,
    /// Empty where it is never taken.
    pub from: Vec<Stage>,
    /// `None`: the stage stays.
    pub to: Option<Stage>,
    pub by: Vec<Actor>,
    /// `None`: any.
    pub class: Option<Class>,
    /// Empty: any.
    pub routes: Vec<Route>,
    pub article: ArticleIx,
    /// The limit, and the step from whose day it runs.
    pub limit: Option<(Limit, Step)>,
    /// Whether the step can no longer be taken after the limit.
    pub bars: bool,
    /// Whether it is never allowed.
    pub never: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowSource {
    step: Step,
    #[serde(default)]
    from: Vec<Stage>,
    #[serde(default)]
    to: Option<Stage>,
    #[serde(default)]
    by: Vec<Actor>,
    #[serde(default)]
    class: Option<Class>,
    #[serde(default)]
    routes: Vec<Route>,
    article: String,
    #[serde(default)]
    limit: Option<Limit>,
    #[serde(default)]
    since: Option<Step>,
    #[serde(default)]
    bars: bool,
    #[serde(default)]
    never: bool,
}

/// All rows.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    pub rows: Vec<StageRow>,
    /// Positions of the rows by `Step as usize` and by `Stage as usize`, in the order of the table.
    by_step: Vec<Vec<usize>>,
    by_stage: Vec<Vec<usize>>,
}

/// Why a table of steps cannot be used.
#[derive(Clone, Debug, thiserror::Error, PartialEq)]
pub enum StepsError {
    #[error("steps: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    #[error("steps: {step:?}: {error}")]
    Article { step: Step, error: CitationError },
    #[error("steps: {step:?}: `limit` and `since` stand together or not at all")]
    HalfALimit { step: Step },
    #[error("steps: {step:?}: only a step that is never taken has no `from` and no `by`")]
    Nowhere { step: Step },
    #[error("steps: {step:?} has two rows for one matter and one actor at the stage {from:?}")]
    TwoRows { step: Step, from: Stage },
    #[error("steps: nothing leads to the stage {stage:?}")]
    Unreachable { stage: Stage },
    #[error("steps: no row for {step:?}")]
    NoRow { step: Step },
}

impl StageRow {
    /// Whether the row is for matters of this class and route.
    pub fn is_for(&self, class: Option<Class>, route: Option<Route>) -> bool {
        let class = self.class.is_none_or(|wanted| class == Some(wanted));
        class && (self.routes.is_empty() || route.is_some_and(|route| self.routes.contains(&route)))
    }

    /// Whether one matter could meet both rows in the same hands.
    fn meets(&self, other: &Self) -> bool {
        let class = self.class.is_none() || other.class.is_none() || self.class == other.class;
        let route = self.routes.is_empty()
            || other.routes.is_empty()
            || self.routes.iter().any(|route| other.routes.contains(route));
        class && route && (self.by == other.by || self.by.iter().any(|actor| other.by.contains(actor)))
    }
}

impl Steps {
    /// The table that ships with the program: the Regulation of 2022.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Steps> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            #[expect(clippy::expect_used, reason = "the embedded file is loaded by a test")]
            Self::parse(include_str!("../../assets/procedure/steps.ron"), LawLibrary::shipped()).expect("shipped steps")
        })
    }

    /// Reads a table whose articles are cited from `law`.
    ///
    /// # Errors
    ///
    /// [`StepsError`], the first thing that is wrong.
    pub fn parse(source: &str, law: &LawLibrary) -> Result<Self, StepsError> {
        let rows: Vec<RowSource> = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(source.strip_prefix('\u{feff}').unwrap_or(source))?;
        let mut table = Self {
            rows: Vec::with_capacity(rows.len()),
            by_step: vec![Vec::new(); Step::ALL.len()],
            by_stage: vec![Vec::new(); Stage::ALL.len()],
        };
        for RowSource { step, from, to, by, class, routes, article, limit, since, bars, never } in rows {
            let article = law.resolve(&article).map_err(|error| StepsError::Article { step, error })?;
            let limit = match (limit, since) {
                (Some(limit), Some(since)) => Some((limit, since)),
                (None, None) if !bars => None,
                _ => return Err(StepsError::HalfALimit { step }),
            };
            if never != (from.is_empty() && by.is_empty()) || (!never && (from.is_empty() || by.is_empty())) {
                return Err(StepsError::Nowhere { step });
            }
            let row = StageRow { step, from, to, by, class, routes, article, limit, bars, never };
            for other in table.of(step).filter(|other| other.meets(&row)) {
                if let Some(from) = row.from.iter().copied().find(|from| other.from.contains(from)) {
                    return Err(StepsError::TwoRows { step, from });
                }
            }
            let at = table.rows.len();
            table.by_step[step as usize].push(at);
            Stage::ALL.into_iter().filter(|stage| row.from.contains(stage)).for_each(|stage| {
                table.by_stage[stage as usize].push(at);
            });
            table.rows.push(row);
        }
        let reached = |stage: &Stage| *stage == Stage::Received || table.rows.iter().any(|row| row.to == Some(*stage));
        if let Some(stage) = Stage::ALL.into_iter().find(|stage| !reached(stage)) {
            return Err(StepsError::Unreachable { stage });
        }
        let has_row = |step: &Step| *step == Step::Receive || table.of(*step).next().is_some();
        match Step::ALL.into_iter().find(|step| !has_row(step)) {
            Some(step) => Err(StepsError::NoRow { step }),
            None => Ok(table),
        }
    }

    /// Who takes this step where nobody is named: this office if it is ever theirs to take, otherwise whoever it is due
    /// from.
    pub fn usual_actor(&self, step: Step, office: Actor) -> Actor {
        let mut rows = self.of(step);
        let first = rows.clone().find_map(|row| row.by.first());
        if rows.any(|row| row.by.contains(&office)) { office } else { first.copied().unwrap_or(office) }
    }

    /// The rows of a step.
    pub fn of(&self, step: Step) -> impl Iterator<Item = &StageRow> + Clone {
        self.by_step.get(step as usize).into_iter().flatten().filter_map(|at| self.rows.get(*at))
    }

    /// The rows that a matter of this class and route meets at this stage.
    pub fn open(&self, stage: Stage, class: Option<Class>, route: Option<Route>) -> impl Iterator<Item = &StageRow> {
        let here = self.by_stage.get(stage as usize).into_iter().flatten().filter_map(|at| self.rows.get(*at));
        here.filter(move |row| row.is_for(class, route))
    }
}
