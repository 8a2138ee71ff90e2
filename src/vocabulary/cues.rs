//! Cues: what in a line calls for an act.

use super::acts::Critical;
use super::positions::{AnswersIx, FactIx, WordIx};
use enumset::{EnumSet, EnumSetType};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// Something in a line that calls for an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
pub enum Cue {
    /// A feeling word, as the visitor says it.
    Feeling(WordIx),
    /// A fact worth noting is told.
    Fact(FactIx),
    /// They say they have been turned away this many times.
    Deflected(u8),
    /// A sign of danger to somebody.
    Risk(Risk),
    /// A direct question that wants an answer.
    Question,
    /// They test whether a word counts.
    Test,
    /// The interest behind the position shows for a moment.
    Interest,
    /// Worry about being exposed or getting into trouble.
    Privacy,
    /// They repeat themselves or wander.
    Rambling,
    /// They bring papers.
    Papers,
    /// Old, ill, disabled, in need.
    Vulnerable,
    /// Abuse aimed at the receiver.
    Insult,
    /// One party asks the receiver to take a side.
    TakeSides,
    /// They need to let it out.
    Vent,
    /// A colleague's careless sentence: said in front of those present (narration), or told of by the one it hit.
    Careless,
    /// Two desks have answered the same question otherwise, and they say so; `None`: the scenario does not tell which.
    TwoAnswers(Option<AnswersIx>),
    /// Conduct that Article 26 of the Regulation forbids, and to which one answers step by step.
    Conduct(Unruly),
    /// Something is said in the room that must not be let stand.
    Improper(Impropriety),
}

/// What stands in brackets after a cue's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueTakes {
    /// No brackets.
    Nothing,
    /// A feeling word of the line.
    Word,
    /// The id of a fact.
    Fact,
    /// How often.
    Times,
    /// The name of a [`Risk`].
    Risk,
    /// The name of an [`Unruly`] conduct.
    Conduct,
    /// The name of an [`Impropriety`].
    Impropriety,
    /// The id of earlier answers; it may also stand alone.
    MaybeAnswers,
}

impl CueTakes {
    /// Whether the cue may also stand alone.
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::Nothing | Self::MaybeAnswers)
    }
}

impl Cue {
    /// What stands in brackets after this name of a cue.
    pub fn takes(name: &str) -> CueTakes {
        match name {
            "Feeling" => CueTakes::Word,
            "Fact" => CueTakes::Fact,
            "Deflected" => CueTakes::Times,
            "Risk" => CueTakes::Risk,
            "Conduct" => CueTakes::Conduct,
            "Improper" => CueTakes::Impropriety,
            "TwoAnswers" => CueTakes::MaybeAnswers,
            _ => CueTakes::Nothing,
        }
    }

    /// As an author writes it: `TakeSides`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What nobody who hears it may let stand. What our own people do of this kind is told by the acts of their line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
pub enum Impropriety {
    /// Somebody is threatened.
    Threat,
    /// What was confided is told.
    Leak,
    /// A deal outside the law is offered.
    Deal,
}

impl Impropriety {
    /// The failure that it is to let it stand.
    pub const fn critical(self) -> Critical {
        match self {
            Self::Threat => Critical::Threat,
            Self::Leak => Critical::Leak,
            Self::Deal => Critical::IllegalPromise,
        }
    }
}

impl Cue {
    /// Whether it counts whoever says it: facts, dangers, what happens in the room. Feelings, questions and interests are a
    /// visitor's to show.
    pub const fn is_anybodys(self) -> bool {
        matches!(self, Self::Fact(_) | Self::Risk(_) | Self::Conduct(_) | Self::Improper(_) | Self::Careless)
    }
}

/// Conduct towards the office that is no danger to anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
pub enum Unruly {
    /// Unlawful gathering, blocking, stopping cars: 26(1).
    Gathering,
    /// Staying on, making trouble in the hall: 26(4).
    Staying,
    /// Inciting, stringing others together: 26(5).
    Inciting,
    /// Other disturbance: 26(6).
    Disorder,
}

/// A sign of danger; the response ladder says what each calls for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
pub enum Risk {
    /// Something to strike, cut or burn with.
    Weapon,
    /// They speak of dying or show that they might.
    SelfHarm,
    /// Ill, about to fall.
    Collapse,
    /// About to hit out.
    Violence,
    /// A disease that others may catch.
    Infection,
}

/// What kind of cue a criterion listens for; in the order of the observer's card.
#[derive(Debug, Hash, EnumSetType, Serialize, Deserialize, EnumString, IntoStaticStr, VariantArray)]
pub enum CueKind {
    /// A feeling word of theirs: [`Cue::Feeling`].
    Feeling,
    /// They need to let it out.
    Vent,
    /// They repeat themselves or wander.
    Rambling,
    /// The interest behind the position shows.
    Interest,
    /// A fact worth noting is told.
    Fact,
    /// They bring papers.
    Papers,
    /// A direct question.
    Question,
    /// They test whether a word counts.
    Test,
    /// They have been turned away before.
    Deflected,
    /// A colleague's careless sentence.
    Careless,
    /// Two desks have answered the same question otherwise.
    TwoAnswers,
    /// Worry about being exposed.
    Privacy,
    /// Old, ill, disabled, in need.
    Vulnerable,
    /// One party asks for a side to be taken.
    TakeSides,
    /// Abuse aimed at the receiver.
    Insult,
    /// [`Risk::Weapon`].
    Weapon,
    /// [`Risk::Violence`].
    Violence,
    /// [`Risk::SelfHarm`].
    SelfHarm,
    /// [`Risk::Collapse`].
    Collapse,
    /// [`Risk::Infection`].
    Infection,
    /// [`Unruly::Gathering`].
    Gathering,
    /// [`Unruly::Staying`].
    Staying,
    /// [`Unruly::Inciting`].
    Inciting,
    /// [`Unruly::Disorder`].
    Disorder,
    /// [`Impropriety::Threat`].
    ThreatMade,
    /// [`Impropriety::Leak`].
    SecretTold,
    /// [`Impropriety::Deal`].
    DealOffered,
}

impl CueKind {
    /// The kind of this cue: dangers, conduct and improprieties each by what they are of.
    pub const fn of(cue: Cue) -> Self {
        match cue {
            Cue::Feeling(_) => Self::Feeling,
            Cue::Fact(_) => Self::Fact,
            Cue::Deflected(_) => Self::Deflected,
            Cue::Question => Self::Question,
            Cue::Test => Self::Test,
            Cue::Interest => Self::Interest,
            Cue::Privacy => Self::Privacy,
            Cue::Rambling => Self::Rambling,
            Cue::Papers => Self::Papers,
            Cue::Vulnerable => Self::Vulnerable,
            Cue::Insult => Self::Insult,
            Cue::TakeSides => Self::TakeSides,
            Cue::Vent => Self::Vent,
            Cue::Careless => Self::Careless,
            Cue::TwoAnswers(_) => Self::TwoAnswers,
            Cue::Risk(Risk::Weapon) => Self::Weapon,
            Cue::Risk(Risk::SelfHarm) => Self::SelfHarm,
            Cue::Risk(Risk::Collapse) => Self::Collapse,
            Cue::Risk(Risk::Violence) => Self::Violence,
            Cue::Risk(Risk::Infection) => Self::Infection,
            Cue::Conduct(Unruly::Gathering) => Self::Gathering,
            Cue::Conduct(Unruly::Staying) => Self::Staying,
            Cue::Conduct(Unruly::Inciting) => Self::Inciting,
            Cue::Conduct(Unruly::Disorder) => Self::Disorder,
            Cue::Improper(Impropriety::Threat) => Self::ThreatMade,
            Cue::Improper(Impropriety::Leak) => Self::SecretTold,
            Cue::Improper(Impropriety::Deal) => Self::DealOffered,
        }
    }

    /// The cue of this kind, where nothing stands in brackets behind it.
    pub const fn alone(self) -> Option<Cue> {
        Some(match self {
            Self::Vent => Cue::Vent,
            Self::Rambling => Cue::Rambling,
            Self::Interest => Cue::Interest,
            Self::Papers => Cue::Papers,
            Self::Question => Cue::Question,
            Self::Test => Cue::Test,
            Self::Careless => Cue::Careless,
            Self::TwoAnswers => Cue::TwoAnswers(None),
            Self::Privacy => Cue::Privacy,
            Self::Vulnerable => Cue::Vulnerable,
            Self::TakeSides => Cue::TakeSides,
            Self::Insult => Cue::Insult,
            Self::Weapon => Cue::Risk(Risk::Weapon),
            Self::Violence => Cue::Risk(Risk::Violence),
            Self::SelfHarm => Cue::Risk(Risk::SelfHarm),
            Self::Collapse => Cue::Risk(Risk::Collapse),
            Self::Infection => Cue::Risk(Risk::Infection),
            Self::Gathering => Cue::Conduct(Unruly::Gathering),
            Self::Staying => Cue::Conduct(Unruly::Staying),
            Self::Inciting => Cue::Conduct(Unruly::Inciting),
            Self::Disorder => Cue::Conduct(Unruly::Disorder),
            Self::ThreatMade => Cue::Improper(Impropriety::Threat),
            Self::SecretTold => Cue::Improper(Impropriety::Leak),
            Self::DealOffered => Cue::Improper(Impropriety::Deal),
            Self::Feeling | Self::Fact | Self::Deflected => return None,
        })
    }

    /// As observers write it: `TakeSides`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// As in text ids: `take-sides`.
    pub fn id(self) -> String {
        kebab(self.name())
    }

    /// Whether it is a sign of danger.
    pub const fn is_risk(self) -> bool {
        matches!(self.alone(), Some(Cue::Risk(_)))
    }

    /// The signs of danger.
    pub fn risks() -> CueSet {
        Self::VARIANTS.iter().copied().filter(|kind| kind.is_risk()).collect()
    }
}

/// A set of kinds of cues.
pub type CueSet = EnumSet<CueKind>;

/// `TakeSides` → `take-sides`: a name as text ids have it.
pub fn kebab(name: &str) -> String {
    let mut id = String::with_capacity(name.len() + 2);
    for (at, letter) in name.char_indices() {
        if letter.is_ascii_uppercase() && at > 0 {
            id.push('-');
        }
        id.push(letter.to_ascii_lowercase());
    }
    id
}
