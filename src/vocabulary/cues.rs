//! Cues: what in a line calls for an act.

use super::positions::{FactIx, WordIx};
use enumset::{EnumSet, EnumSetType};
use serde::{Deserialize, Serialize};

/// Something in a line that calls for an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// Conduct that Article 26 of the Regulation forbids, and to which one answers step by step.
    Conduct(Unruly),
}

/// Conduct towards the office that is no danger to anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Risk {
    Weapon,
    SelfHarm,
    Collapse,
    Violence,
    Infection,
}

/// What kind of cue a criterion listens for.
#[derive(Debug, Hash, EnumSetType, Serialize, Deserialize)]
pub enum CueKind {
    Feeling,
    Fact,
    Deflected,
    Question,
    Test,
    Interest,
    Privacy,
    Rambling,
    Papers,
    Vulnerable,
    Insult,
    TakeSides,
    Vent,
    Careless,
    Weapon,
    SelfHarm,
    Collapse,
    Violence,
    Infection,
    Gathering,
    Staying,
    Inciting,
    Disorder,
}

impl CueKind {
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
            Cue::Risk(Risk::Weapon) => Self::Weapon,
            Cue::Risk(Risk::SelfHarm) => Self::SelfHarm,
            Cue::Risk(Risk::Collapse) => Self::Collapse,
            Cue::Risk(Risk::Violence) => Self::Violence,
            Cue::Risk(Risk::Infection) => Self::Infection,
            Cue::Conduct(Unruly::Gathering) => Self::Gathering,
            Cue::Conduct(Unruly::Staying) => Self::Staying,
            Cue::Conduct(Unruly::Inciting) => Self::Inciting,
            Cue::Conduct(Unruly::Disorder) => Self::Disorder,
        }
    }

    /// Signs of danger.
    pub const RISKS: [Self; 5] = [Self::Weapon, Self::SelfHarm, Self::Collapse, Self::Violence, Self::Infection];

    pub const fn is_risk(self) -> bool {
        matches!(self, Self::Weapon | Self::SelfHarm | Self::Collapse | Self::Violence | Self::Infection)
    }
}

/// A set of kinds of cues.
pub type CueSet = EnumSet<CueKind>;
