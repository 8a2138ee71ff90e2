//! Sets of acts and of kinds of cues, as bits: a turn is judged without allocating.

use super::acts::{ActIx, MAX_ACTS};
use crate::bits::bits;
use crate::scenario::desk_faults::Aspect;
use crate::scenario::model::{Cue, Risk, Unruly};
use serde::{Deserialize, Serialize};

const WORDS: usize = MAX_ACTS.div_ceil(64);

/// A set of acts of the catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ActSet([u64; WORDS]);

impl ActSet {
    pub fn insert(&mut self, act: ActIx) {
        if let Some(word) = self.0.get_mut(act.at() / 64) {
            *word |= 1 << (act.at() % 64);
        }
    }

    pub fn contains(self, act: ActIx) -> bool {
        self.0.get(act.at() / 64).is_some_and(|word| word >> (act.at() % 64) & 1 == 1)
    }

    pub fn is_empty(self) -> bool {
        self.0 == [0; WORDS]
    }

    pub fn without(self, other: Self) -> Self {
        let mut left = self.0;
        left.iter_mut().zip(other.0).for_each(|(mine, theirs)| *mine &= !theirs);
        Self(left)
    }

    pub fn iter(self) -> impl Iterator<Item = ActIx> {
        let words = self.0.into_iter().enumerate();
        words.flat_map(|(at, word)| bits(word).map(move |bit| ActIx((at * 64 + bit) as u16)))
    }
}

impl FromIterator<ActIx> for ActSet {
    fn from_iter<I: IntoIterator<Item = ActIx>>(acts: I) -> Self {
        let mut set = Self::default();
        acts.into_iter().for_each(|act| set.insert(act));
        set
    }
}

/// What kind of cue a criterion listens for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

pub const CUE_KINDS: usize = 23;

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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CueSet(u32);

impl CueSet {
    pub const fn contains(self, kind: CueKind) -> bool {
        self.0 >> kind as u32 & 1 == 1
    }
    pub const fn insert(&mut self, kind: CueKind) {
        self.0 |= 1 << kind as u32;
    }
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl FromIterator<CueKind> for CueSet {
    fn from_iter<I: IntoIterator<Item = CueKind>>(kinds: I) -> Self {
        let mut set = Self::default();
        kinds.into_iter().for_each(|kind| set.insert(kind));
        set
    }
}

/// A set of what papers and answers are judged by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AspectSet(u8);

impl AspectSet {
    pub const fn contains(self, aspect: Aspect) -> bool {
        self.0 >> aspect as u8 & 1 == 1
    }
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Aspect> for AspectSet {
    fn from_iter<I: IntoIterator<Item = Aspect>>(aspects: I) -> Self {
        Self(aspects.into_iter().fold(0, |set, aspect| set | 1 << aspect as u8))
    }
}
