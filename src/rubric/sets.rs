//! Sets of acts and of criteria.

use super::assessment::CriterionIx;
use crate::vocabulary::{ActIx, Position, PositionSet};

impl Position for CriterionIx {
    fn at(self) -> usize {
        self.at()
    }
    fn of(at: usize) -> Self {
        Self(at as u16)
    }
}

/// A set of acts of the catalogue.
pub type ActSet = PositionSet<ActIx>;
/// A set of criteria of a rubric.
pub type CriterionSet = PositionSet<CriterionIx>;
