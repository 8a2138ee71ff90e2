//! Gestures: whether one fits, and that none calms what has not been heard.

use super::appraisal::{ActContext, move_needs};
use super::mind::Mind;
use crate::vocabulary::ActKind;
use crate::vocabulary::{Bearing, BearingSet, Feeling, Manner, Misfit, Need};

/// Anger that shows from which on somebody is past being waited on: the share at which intake is all but shut.
const RAGE: f64 = 0.6;
/// Distress at which tears are near: below those that run by a little.
const TEARS: f64 = 0.3;
/// Fear that makes somebody shrink from being looked at: twice what a bad explanation stirs.
const FRIGHT: f64 = 0.35;
/// So many gestures without a word may come after each other, as a seat and a glass do; the next is fuss.
const ROW: u8 = 2;
/// Heat from which on there is something to calm: where information begins not to be taken in.
const STIRRED: f64 = 0.3;
/// What a gesture out of place does: a small slight, and being passed over. About what a half-listened-to "mm-hmm" takes.
const SLIGHT: [(Need, f64); 2] = [(Need::Voice, -0.15), (Need::Respect, -0.2)];
const SLIGHT_PRESSES: f64 = 0.03;

/// What a talk shows of somebody, beside their mind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scene {
    /// How they spoke last, since the trainee's last turn.
    pub manner: Option<Manner>,
    /// They asked something and it is open.
    pub asking: bool,
    /// A weapon or violence has been shown.
    pub armed: bool,
}

/// How somebody is now.
pub fn bearings(mind: &Mind, scene: Scene) -> BearingSet {
    let spoke = |manner| scene.manner == Some(manner);
    let all = [
        (Bearing::Shouting, spoke(Manner::Shouting) || mind.shown(Feeling::Anger) >= RAGE),
        (Bearing::InTears, spoke(Manner::Crying) || mind.feeling(Feeling::Distress) >= TEARS),
        (Bearing::Frightened, spoke(Manner::Trembling) || mind.feeling(Feeling::Fear) >= FRIGHT),
        (Bearing::Armed, scene.armed),
        (Bearing::Asking, scene.asking),
        (Bearing::SpokenTo, mind.spoken_to),
    ];
    all.into_iter().filter(|(_, is)| *is).map(|(bearing, _)| bearing).collect()
}

/// Why this act does not fit; words around a gesture carry it.
pub(super) fn misfit(act: &ActKind, moment: ActContext) -> Option<Misfit> {
    act.gesture.as_ref().filter(|_| moment.wordless)?;
    if moment.row >= ROW { Some(Misfit::Fuss) } else { act.fit.misfit(moment.bearings) }
}

/// A gesture out of place is met; `share`: of the one it was meant for, or of who looks on.
pub(super) fn slighted(mind: &mut Mind, share: f64) {
    move_needs(mind, &SLIGHT, 1.0, share);
    mind.press(SLIGHT_PRESSES * share);
}

/// Whether a gesture comes before anything that was said has been taken up: then it may be polite, and calms nothing.
pub(super) fn is_unheard(mind: &Mind, act: &ActKind, moment: ActContext) -> bool {
    act.gesture.is_some() && moment.wordless && (moment.pain_open || !mind.heard)
}

/// Whether there is anything in them that waits to be calmed.
pub(super) fn is_stirred(mind: &Mind) -> bool {
    mind.heat() >= STIRRED
}
