//! Sets of acts and of kinds of cues, as bits: a turn is judged without allocating.

use crate::bits::bits;
use crate::procedure::Aspect;
use crate::vocabulary::ActIx;
use crate::vocabulary::acts::MAX_ACTS;
pub use crate::vocabulary::{CUE_KINDS, CueKind, CueSet};

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
