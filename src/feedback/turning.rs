//! Where the feelings turned, and what turned them.

use super::debrief::{Change, Landed, Turn};
use crate::scenario::model::{Act, Scenario};
use crate::visitor::Persona;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::{ActEffect, Pause};
use crate::vocabulary::{Cue, VisitorIx};

/// Most turning points that are named.
const MOST: usize = 5;
/// So many are named even if small, unless nothing moved at all.
const LEAST: usize = 3;
/// A change of tension that is always worth naming, in thousandths.
const LARGE: i32 = 60;
/// Below this nothing has moved.
const SMALL: i32 = 15;

/// A turn at which the tension changed most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurningPoint {
    /// Counted from 1 in the order of the turns: the number on the curve.
    pub number: u32,
    /// Position in the debrief's turns.
    pub turn: usize,
    /// Whose feelings turned.
    pub who: VisitorIx,
    /// Tension, 0..1000.
    pub before: i16,
    /// Tension after the turn, 0..1000.
    pub after: i16,
    /// What turned them.
    pub cause: Cause,
    /// Whether their pressure broke.
    pub outburst: bool,
}

impl TurningPoint {
    /// Whether it was for the worse.
    pub fn rose(&self) -> bool {
        self.after > self.before
    }
}

/// What made the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Position in the turn's acts.
    Act(usize),
    /// They were cut off.
    Interruption,
    /// They were left waiting.
    Silence,
    /// They were given time.
    Time,
    /// A colleague's careless sentence.
    Colleague,
    /// What one of our own people did: position in the turn's `staff`.
    Staff(usize),
    /// Their own telling stirred or relieved them.
    Telling,
}

/// The largest changes of tension, one for each turn at most, in the order of the turns.
pub(super) fn points(scenario: &Scenario, acts: &ActCatalogue, turns: &[Turn]) -> Vec<TurningPoint> {
    let mut largest: Vec<(usize, &Change)> = turns
        .iter()
        .enumerate()
        .filter_map(|(at, turn)| {
            let sharpest = turn.changes.iter().min_by_key(|change| -change.tension().abs())?;
            (sharpest.tension().abs() >= SMALL).then_some((at, sharpest))
        })
        .collect();
    largest.sort_by_key(|(at, change)| (-change.tension().abs(), *at));
    let large = largest.iter().filter(|(_, change)| change.tension().abs() >= LARGE).count();
    largest.truncate(large.clamp(LEAST, MOST));
    largest.sort_by_key(|(at, _)| *at);
    (1..)
        .zip(largest)
        .map(|(number, (at, change))| TurningPoint {
            number,
            turn: at,
            who: change.who,
            before: change.before.tension(),
            after: change.after.tension(),
            cause: cause(scenario, acts, &turns[at], change.who, change.tension() > 0),
            outburst: turns[at].outbursts.contains(&change.who),
        })
        .collect()
}

/// What in this turn made things worse (or better) for `who`.
pub(super) fn cause(scenario: &Scenario, acts: &ActCatalogue, turn: &Turn, who: VisitorIx, worse: bool) -> Cause {
    let persona = &scenario.visitors[who.at()].persona;
    let weighed = turn
        .acts
        .iter()
        .enumerate()
        .filter(|(_, landed)| landed.to.is_none_or(|to| to == who))
        .map(|(at, landed)| (at, weight(acts, persona, landed)));
    let strongest = strongest(weighed, worse);
    // What our own people did is theirs, unless the trainee did more in the same direction.
    let of_staff = turn.staff.iter().map(|did| did_weight(acts, persona, did.act)).enumerate();
    if let Some((at, theirs)) = self::strongest(of_staff, worse)
        && strongest.is_none_or(|(_, own)| own.abs() < theirs.abs())
    {
        return Cause::Staff(at);
    }
    let cut_off = turn.interrupted.iter().any(|&(whom, _)| whom == who);
    // Narration, for that is where a colleague speaks; a visitor who tells of one is telling.
    let careless = turn.before.iter().any(|heard| {
        heard.line(scenario).is_some_and(|(line, said)| line.who.is_none() && said.cues.contains(&Cue::Careless))
    });
    let waited = |kind: Pause| turn.pauses.iter().any(|&(_, pause)| pause == kind);
    match strongest {
        _ if worse && cut_off && strongest.is_none_or(|(_, weight)| weight > -1.0) => Cause::Interruption,
        _ if worse && careless && strongest.is_none_or(|(_, weight)| weight > -1.0) => Cause::Colleague,
        Some((at, _)) => Cause::Act(at),
        None if worse && (waited(Pause::AfterPain) || waited(Pause::Hesitation)) => Cause::Silence,
        None if !worse && (waited(Pause::AfterQuestion) || waited(Pause::Breath)) => Cause::Time,
        None => Cause::Telling,
    }
}

/// What weighs most in this direction.
fn strongest(weighed: impl Iterator<Item = (usize, f64)>, worse: bool) -> Option<(usize, f64)> {
    match worse {
        true => weighed.filter(|&(_, weight)| weight < 0.0).min_by(|a, b| a.1.total_cmp(&b.1)),
        false => weighed.filter(|&(_, weight)| weight > 0.0).max_by(|a, b| a.1.total_cmp(&b.1)),
    }
}

/// How good (above 0) or bad an act is for a person like this, roughly: only its sign and order are used.
fn did_weight(acts: &ActCatalogue, persona: &Persona, act: Act) -> f64 {
    let kind = &acts[act.kind];
    let needs: f64 = kind.needs.iter().zip(&persona.needs).map(|(congruence, weight)| congruence * weight).sum();
    needs - kind.pressure + kind.trust - kind.arousal
}

/// The same of an act as it was met.
fn weight(acts: &ActCatalogue, persona: &Persona, landed: &Landed) -> f64 {
    let whole = did_weight(acts, persona, landed.act);
    match landed.effect {
        ActEffect::Landed => whole,
        ActEffect::NeverSaid => -whole.abs() / 2.0,
        ActEffect::NotTakenIn if whole > 0.0 => -0.05,
        ActEffect::WornOut if whole > 0.0 => whole * 0.1,
        // It is a small slight, whatever it would have been worth.
        ActEffect::OutOfPlace(_) => -0.1,
        ActEffect::TooSoon => whole * 0.1,
        ActEffect::NotTakenIn | ActEffect::WornOut => whole,
    }
}
