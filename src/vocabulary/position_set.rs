//! Sets of positions: of acts in the catalogue, of facts or nodes of a scenario, of criteria in a rubric.

use super::positions::{ActIx, ClaimIx, FactIx, NodeIx, PromiseIx};
use fixedbitset::FixedBitSet;
use std::marker::PhantomData;

/// Something that is told by its position in a list.
pub trait Position: Copy {
    /// Where it stands in its list, from 0.
    fn at(self) -> usize;
    /// The position at this place of the list.
    fn of(at: usize) -> Self;
}

macro_rules! positions {
    ($($name:ident),+ $(,)?) => {$(
        impl Position for $name {
            fn at(self) -> usize {
                self.at()
            }
            fn of(at: usize) -> Self {
                Self(at as u16)
            }
        }
    )+};
}

positions!(ActIx, ClaimIx, FactIx, NodeIx, PromiseIx);

/// A set of positions of one kind; it grows as it needs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionSet<P> {
    bits: FixedBitSet,
    of: PhantomData<P>,
}

impl<P: Position> PositionSet<P> {
    /// Puts it in; nothing happens where it is already.
    pub fn insert(&mut self, position: P) {
        self.bits.grow_and_insert(position.at());
    }

    /// Takes it out; nothing happens where it is not in it.
    pub fn remove(&mut self, position: P) {
        if self.contains(position) {
            self.bits.remove(position.at());
        }
    }

    /// Whether it is in it.
    #[inline]
    pub fn contains(&self, position: P) -> bool {
        self.bits.contains(position.at())
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.bits.is_clear()
    }

    /// Puts in all that the other holds.
    pub fn union_with(&mut self, other: &Self) {
        self.bits.union_with(&other.bits);
    }

    /// In the order of the list.
    pub fn iter(&self) -> impl Iterator<Item = P> {
        self.bits.ones().map(P::of)
    }
}

impl<P> Default for PositionSet<P> {
    fn default() -> Self {
        Self { bits: FixedBitSet::new(), of: PhantomData }
    }
}

impl<P: Position> FromIterator<P> for PositionSet<P> {
    fn from_iter<I: IntoIterator<Item = P>>(positions: I) -> Self {
        let mut set = Self::default();
        positions.into_iter().for_each(|position| set.insert(position));
        set
    }
}
