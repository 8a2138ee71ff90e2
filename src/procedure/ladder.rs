//! The response ladder: dissuade, criticise and educate, call the police; and emergencies, where both jumping and
//! never acting lose. Read from `assets/procedure/ladder.ron`.

use super::law::{CitationError, LawLibrary};
use crate::vocabulary::{Measure, Message, Value, all};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// What happens at the desk.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumCount,
    VariantArray,
    IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Conduct {
    /// Loud, in tears, bitter: lawful.
    Shouting,
    /// Unlawful gathering, blocking, stopping cars.
    Gathering,
    /// Dangerous goods, controlled knives.
    Weapon,
    /// Insults, threats in words.
    Insult,
    /// Beating, restricting liberty, breaking things.
    Violence,
    /// Staying on, making trouble in the hall.
    Staying,
    /// Somebody who cannot look after themselves is left behind.
    AbandonedDependant,
    /// Inciting others, stringing them together.
    Inciting,
    /// Other disturbance of the order.
    Disorder,
    /// Somebody is about to collapse.
    Collapse,
    /// Somebody has a disease that others may catch.
    Infection,
    /// Somebody speaks of dying or shows that they might.
    SelfHarm,
}

impl Conduct {
    /// In the order of declaration.
    pub const ALL: [Self; Self::COUNT] = all(Self::VARIANTS);

    /// Its name in a person's language.
    pub fn label(self) -> Message {
        Message::new(format!("conduct-{}", <&'static str>::from(self)))
    }
}

/// How a measure, or doing nothing, stands to the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum LadderVerdict {
    /// What the ladder calls for now.
    InOrder,
    /// A rung, or all of them, was left out; this one comes first.
    Jumped {
        /// What should have come before.
        first: Measure,
    },
    /// It was time for this.
    ShouldHaveActed {
        /// What was called for.
        measure: Measure,
    },
    /// It does not belong to what is happening.
    NotCalledFor,
    /// Unlawful, whatever is happening.
    Forbidden,
}

impl LadderVerdict {
    /// Whether nothing is wrong with it.
    pub const fn is_right(self) -> bool {
        matches!(self, Self::InOrder)
    }
}

/// What one kind of conduct calls for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// What it answers.
    pub conduct: Conduct,
    /// As cited: `xf2022/26(2)`; `None` for an emergency that is no conduct of anybody.
    #[serde(default)]
    pub article: Option<String>,
    /// The item of the reception handbook.
    pub handbook: String,
    /// What is needed before anything else, in this order; empty unless somebody is in danger.
    #[serde(default)]
    pub at_once: Vec<Measure>,
    /// Steps to be taken one after the other.
    #[serde(default)]
    pub rungs: Vec<Measure>,
    /// Measures that are right at any time.
    #[serde(default)]
    pub beside: Vec<Measure>,
    /// How many measures beside are borne with before what is needed at once.
    #[serde(default)]
    pub patience: usize,
    /// Whether saying nothing for a while is all right.
    #[serde(default)]
    pub may_wait: bool,
    /// Whether a rung may be left out where it is safer so: the last may be called for at any time.
    #[serde(default)]
    pub may_jump: bool,
}

/// Times a rung may be tried before the next is due.
const TRIES: usize = 2;

/// All ladders.
#[derive(Clone, Debug, Default)]
pub struct Ladders {
    ladders: Vec<Ladder>,
}

/// Why ladders cannot be used.
#[derive(Clone, Debug, thiserror::Error, PartialEq)]
pub enum LadderError {
    /// No such RON.
    #[error("ladder: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    /// A conduct without a ladder, or with two.
    #[error("ladder: {conduct:?} stands there {times} times; it must stand there once")]
    NotOnce {
        /// The conduct in question.
        conduct: Conduct,
        /// How often it stands there; never 1.
        times: usize,
    },
    /// A basis that leads nowhere.
    #[error("ladder: {conduct:?}: {error}")]
    Article {
        /// The conduct it stands under.
        conduct: Conduct,
        /// Why it leads nowhere.
        error: CitationError,
    },
    /// A ladder without any measure.
    #[error("ladder: {conduct:?} calls for nothing")]
    Empty {
        /// The conduct it stands under.
        conduct: Conduct,
    },
    /// One measure twice on a ladder.
    #[error("ladder: {conduct:?}: {measure:?} stands there twice")]
    MeasureTwice {
        /// The conduct it stands under.
        conduct: Conduct,
        /// The measure in question.
        measure: Measure,
    },
    /// A measure that [`Measure::is_forbidden`].
    #[error("ladder: {conduct:?}: {measure:?} is unlawful and no measure")]
    Forbidden {
        /// The conduct it stands under.
        conduct: Conduct,
        /// The measure in question.
        measure: Measure,
    },
}

impl Ladders {
    /// The ladders that ship with the program.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Ladders> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            #[expect(clippy::expect_used, reason = "the embedded file is loaded by a test")]
            Self::parse(include_str!("../../assets/procedure/ladder.ron"), LawLibrary::shipped())
                .expect("shipped ladders")
        })
    }

    /// Reads ladders; every kind of conduct has exactly one.
    ///
    /// # Errors
    ///
    /// [`LadderError`], the first thing that is wrong.
    pub fn parse(source: &str, law: &LawLibrary) -> Result<Self, LadderError> {
        let ladders: Vec<Ladder> = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(source.strip_prefix('\u{feff}').unwrap_or(source))?;
        for conduct in Conduct::ALL {
            let times = ladders.iter().filter(|ladder| ladder.conduct == conduct).count();
            if times != 1 {
                return Err(LadderError::NotOnce { conduct, times });
            }
        }
        for Ladder { conduct, article, at_once, rungs, beside, .. } in &ladders {
            let conduct = *conduct;
            if let Some(article) = article {
                law.resolve(article).map_err(|error| LadderError::Article { conduct, error })?;
            }
            if at_once.is_empty() && rungs.is_empty() {
                return Err(LadderError::Empty { conduct });
            }
            let measures: Vec<Measure> = at_once.iter().chain(rungs).chain(beside).copied().collect();
            for (at, measure) in measures.iter().copied().enumerate() {
                if measure.is_forbidden() {
                    return Err(LadderError::Forbidden { conduct, measure });
                }
                if measures[..at].contains(&measure) {
                    return Err(LadderError::MeasureTwice { conduct, measure });
                }
            }
        }
        Ok(Self { ladders })
    }

    /// What this conduct calls for.
    pub fn of(&self, conduct: Conduct) -> &Ladder {
        // The parser has made sure that every kind of conduct is there.
        let at = self.ladders.iter().position(|ladder| ladder.conduct == conduct).unwrap_or_default();
        &self.ladders[at]
    }
}

impl Ladder {
    /// Judges the next measure, or doing nothing more (`None`), while the conduct goes on. `taken` are the measures
    /// since it began, in order.
    pub fn judge(&self, taken: &[Measure], next: Option<Measure>) -> LadderVerdict {
        if next.is_some_and(Measure::is_forbidden) {
            return LadderVerdict::Forbidden;
        }
        if let Some(measure) = self.at_once.iter().copied().find(|measure| !taken.contains(measure)) {
            return self.judge_at_once(taken, next, measure);
        }
        match next {
            None => match self.due(taken) {
                Some(measure) if !self.may_wait => LadderVerdict::ShouldHaveActed { measure },
                _ => LadderVerdict::InOrder,
            },
            Some(next) if self.at_once.contains(&next) || self.beside.contains(&next) => LadderVerdict::InOrder,
            Some(next) => self.judge_rung(taken, next),
        }
    }

    fn judge_at_once(&self, taken: &[Measure], next: Option<Measure>, measure: Measure) -> LadderVerdict {
        match next {
            Some(next) if self.at_once.contains(&next) => LadderVerdict::InOrder,
            Some(next) if self.beside.contains(&next) || (self.may_jump && self.rungs.contains(&next)) => {
                let spent = taken.iter().filter(|taken| !self.at_once.contains(taken)).count();
                if spent < self.patience { LadderVerdict::InOrder } else { LadderVerdict::ShouldHaveActed { measure } }
            }
            Some(next) if self.rungs.contains(&next) => LadderVerdict::Jumped { first: measure },
            Some(_) => LadderVerdict::NotCalledFor,
            None => LadderVerdict::ShouldHaveActed { measure },
        }
    }

    fn judge_rung(&self, taken: &[Measure], next: Measure) -> LadderVerdict {
        let reached = self.reached(taken);
        let Some(rung) = self.rungs.iter().position(|rung| *rung == next) else {
            // Sharper than anything this calls for.
            return match self.rungs.first() {
                Some(first) if next.is_sharp() && !self.may_jump => LadderVerdict::Jumped { first: *first },
                _ => LadderVerdict::NotCalledFor,
            };
        };
        if rung > reached && !self.may_jump {
            return LadderVerdict::Jumped { first: self.rungs[reached] };
        }
        // Trying a lower rung once more is patience; trying it again and again is never acting.
        let tried = taken.iter().filter(|taken| **taken == next).count();
        match self.rungs.get(reached) {
            Some(measure) if rung < reached && tried >= TRIES && !self.may_wait => {
                LadderVerdict::ShouldHaveActed { measure: *measure }
            }
            _ => LadderVerdict::InOrder,
        }
    }

    /// How many rungs have been taken one after the other; where they may be left out, up to the highest taken.
    fn reached(&self, taken: &[Measure]) -> usize {
        if self.may_jump {
            return self.rungs.iter().rposition(|rung| taken.contains(rung)).map_or(0, |highest| highest + 1);
        }
        taken
            .iter()
            .fold(0, |reached, measure| if self.rungs.get(reached) == Some(measure) { reached + 1 } else { reached })
    }

    /// What is due while the conduct goes on and nothing is done: `None` where all has been done.
    pub fn due(&self, taken: &[Measure]) -> Option<Measure> {
        let at_once = self.at_once.iter().find(|measure| !taken.contains(measure));
        at_once.or_else(|| self.rungs.get(self.reached(taken))).copied()
    }

    /// A verdict on `next` in one sentence.
    pub fn message(&self, verdict: LadderVerdict, next: Option<Measure>) -> Message {
        let message = match verdict {
            LadderVerdict::InOrder if next.is_none() => Message::new("ladder-in-order-waiting"),
            LadderVerdict::InOrder => Message::new("ladder-in-order"),
            LadderVerdict::Jumped { first } => Message::new("ladder-jumped").with("first", first.label()),
            LadderVerdict::ShouldHaveActed { measure } => {
                Message::new("ladder-should-have-acted").with("first", measure.label())
            }
            LadderVerdict::NotCalledFor => Message::new("ladder-not-called-for"),
            LadderVerdict::Forbidden => Message::new("ladder-forbidden"),
        };
        let measure = next.map_or_else(|| String::new().into(), |measure| Value::Message(measure.label()));
        message.with("conduct", self.conduct.label()).with("measure", measure)
    }
}
