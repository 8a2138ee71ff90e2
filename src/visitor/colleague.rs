//! What one of our own people does, as a visitor meets it: it hurts or helps as the receiver's own act would, and the
//! receiver is trusted less or more for it only in passing.

use super::appraisal::{ActContext, appraise};
use super::mind::Mind;
use crate::vocabulary::ActKind;

/// Share of a change of trust that the receiver gets for a colleague's act: trust is in the one who sits there, and what a
/// colleague does says something of the house (as a careless sentence does, see [`super::appraisal::hears_careless`]).
const IN_PASSING: f64 = 0.3;
/// A position that no act has: a colleague's words do not wear out the receiver's.
const NOBODYS: usize = usize::MAX;

/// One visitor meets what a colleague of the receiver does.
pub fn meets_colleague(mind: &mut Mind, act: &ActKind, moment: ActContext) {
    let trust = mind.trust;
    appraise(mind, act, NOBODYS, moment);
    mind.trust = trust + IN_PASSING * (mind.trust - trust);
}
