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
            /// In the order of declaration.
            pub const ALL: [Self; [$($id),*].len()] = [$(Self::$variant),*];

            /// As in text ids.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// As it is written in data: `PetitionOffice`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)* }
            }

            /// The one that data call so: the opposite of `name`.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.name() == name)
            }

            /// Its name in a person's language.
            pub fn label(self) -> Message {
                Message::new(format!(concat!($prefix, "-{}"), self.id()))
            }
        }
    };
}

words! {
    /// Where a matter stands.
    Stage, "stage", {
        /// It has come in.
        Received = "received",
        /// It stands in the register.
        Registered = "registered",
        /// Told which body is competent.
        Redirected = "redirected",
        /// The same matter is being handled below within its time.
        NotAccepted = "not-accepted",
        /// With the body that is competent, which has not said yet whether it takes it.
        Forwarded = "forwarded",
        /// The body it was forwarded to objected.
        Returned = "returned",
        /// A suggestion that has been looked into.
        Studied = "studied",
        /// A suggestion on which word was given: its end.
        Answered = "answered",
        /// With the disciplinary and supervisory organs.
        PassedOn = "passed-on",
        /// An accusation that has been dealt with: its end.
        DealtWith = "dealt-with",
        /// A matter of litigation, with the political-legal organs.
        Separated = "separated",
        /// In the procedure it belongs to.
        LedAway = "led-away",
        /// The body has said that it takes it.
        Accepted = "accepted",
        /// Facts are being verified.
        Handling = "handling",
        /// The time was extended, with its reason.
        Extended = "extended",
        /// Both sides agreed: its end.
        Settled = "settled",
        /// A written opinion was given.
        Decided = "decided",
        /// The visitor disagrees with it.
        ReviewAsked = "review-asked",
        /// The next higher body has answered.
        Reviewed = "reviewed",
        /// The visitor disagrees with that, too.
        ReReviewAsked = "re-review-asked",
        /// The answer to the re-review: the same facts and reasons are not taken up again.
        Final = "final",
    }
}

words! {
    /// What can be done with a matter.
    Step, "step", {
        /// The matter comes in: the beginning of every history.
        Receive = "receive",
        /// It is entered with what was said.
        Register = "register",
        /// The visitor hears which body is competent.
        TellWhere = "tell-where",
        /// Not taken, as the same matter is being handled elsewhere within its time.
        DeclineSame = "decline-same",
        /// It goes to the competent body.
        Forward = "forward",
        /// The body it went to says that it is not competent.
        Object = "object",
        /// It goes to another body after an objection.
        ForwardAgain = "forward-again",
        /// A suggestion is looked into.
        Study = "study",
        /// The visitor hears what becomes of a suggestion.
        AnswerSuggestion = "answer-suggestion",
        /// An accusation goes to the organ that deals with such.
        PassOn = "pass-on",
        /// That organ deals with it.
        DealWithAccusation = "deal-with-accusation",
        /// Litigation is separated from petition.
        Separate = "separate",
        /// The visitor is led into the procedure that the matter belongs to.
        LeadInto = "lead-into",
        /// The body does what it is bound to by law.
        FulfilDuty = "fulfil-duty",
        /// The body says in writing that it takes the matter.
        Accept = "accept",
        /// Facts are established.
        Verify = "verify",
        /// Its head approves a longer time.
        Extend = "extend",
        /// Both sides agree.
        Settle = "settle",
        /// The written opinion.
        Decide = "decide",
        /// The visitor asks the next higher body.
        AskReview = "ask-review",
        /// That body answers.
        AnswerReview = "answer-review",
        /// The visitor asks the body above that.
        AskReReview = "ask-re-review",
        /// The last answer.
        AnswerReReview = "answer-re-review",
        /// Help with a hardship, at any stage.
        Help = "help",
        /// The accused are shown who accused them: never.
        ShowToAccused = "show-to-accused",
        /// Somebody pays for having complained: never.
        Retaliate = "retaliate",
    }
}

words! {
    /// Who takes a step.
    Actor, "actor", {
        /// The desk where petitions come in.
        PetitionOffice = "petition-office",
        /// The body whose business the matter is.
        CompetentBody = "competent-body",
        /// Who approves an extension there.
        HeadOfBody = "head-of-body",
        /// The body above it: review.
        NextHigher = "next-higher",
        /// The body above that: re-review.
        HigherStill = "higher-still",
        /// With which accusations go.
        DisciplinaryOrgan = "disciplinary-organ",
        /// Whoever brought the matter.
        Visitor = "visitor",
    }
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageRow {
    /// What is done.
    pub step: Step,
    /// Empty where it is never taken.
    pub from: Vec<Stage>,
    /// `None`: the stage stays.
    pub to: Option<Stage>,
    /// Who takes it; empty where it is never taken.
    pub by: Vec<Actor>,
    /// `None`: any.
    pub class: Option<Class>,
    /// Empty: any.
    pub routes: Vec<Route>,
    /// The article it rests on.
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
    /// In the order of the file.
    pub rows: Vec<StageRow>,
    /// Positions of the rows by `Step as usize` and by `Stage as usize`, in the order of the table.
    by_step: Vec<Vec<usize>>,
    by_stage: Vec<Vec<usize>>,
}

/// Why a table of steps cannot be used.
#[derive(Clone, Debug, thiserror::Error, PartialEq)]
pub enum StepsError {
    /// No such RON.
    #[error("steps: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    /// An article that leads nowhere.
    #[error("steps: {step:?}: {error}")]
    Article {
        /// The step it stands under.
        step: Step,
        /// Why it leads nowhere.
        error: CitationError,
    },
    /// A limit that runs from nothing, or a beginning without a limit.
    #[error("steps: {step:?}: `limit` and `since` stand together or not at all")]
    HalfALimit {
        /// The step it stands under.
        step: Step,
    },
    /// A step that nobody can take and that is not forbidden.
    #[error("steps: {step:?}: only a step that is never taken has no `from` and no `by`")]
    Nowhere {
        /// The step in question.
        step: Step,
    },
    /// Two rows that would both hold at once.
    #[error("steps: {step:?} has two rows for one matter and one actor at the stage {from:?}")]
    TwoRows {
        /// The step in question.
        step: Step,
        /// The stage at which both hold.
        from: Stage,
    },
    /// A stage to which no step leads.
    #[error("steps: nothing leads to the stage {stage:?}")]
    Unreachable {
        /// The stage in question.
        stage: Stage,
    },
    /// A step that the table leaves out.
    #[error("steps: no row for {step:?}")]
    NoRow {
        /// The step in question.
        step: Step,
    },
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
