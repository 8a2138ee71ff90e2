//! `SpeaksUp`: somebody in the room threatens, tells what was confided, offers what the law does not allow: one of our own
//! people by one of the `acts`, anybody by one of the `cues`. A right sentence at the next choice where one is on offer is a
//! hit; to let it stand is a miss, and a critical failure where the deed itself is one.

use super::{LineSaid, Observer, Of, RuleKind, Terms};
use crate::rubric::assessment::{CriterionIx, Reason, Verdict, Wrong, WrongDone};
use crate::rubric::error::RubricError;
use crate::rubric::plan::Plan;
use crate::rubric::reading::{ActNames, WrittenActs};
use crate::rubric::scoring::Scoring;
use crate::rubric::turn::CompleteTurn;
use crate::session::event::{Event, EventKind, EventSet};
use crate::vocabulary::{Critical, Cue, CueKind, CueSet, Somebody};
use enumset::enum_set;
use serde::Deserialize;
use smallvec::SmallVec;

/// Choices within which a right sentence must come on offer: what nobody could answer by then has passed.
pub const SPEAK_UP_WINDOW: u8 = 2;

/// What must not be let stand was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeaksUpRule {
    /// Cues that tell of it, whoever says them.
    pub cues: CueSet,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rubric) struct SpeaksUpSource {
    /// What of our own people must not be let stand.
    acts: WrittenActs,
    #[serde(default)]
    cues: Vec<CueKind>,
    hit: WrittenActs,
    #[serde(default)]
    partial: WrittenActs,
}

pub(super) fn read(source: SpeaksUpSource, names: &ActNames) -> Result<Terms<SpeaksUpRule>, RubricError> {
    let rule = SpeaksUpRule { cues: source.cues.into_iter().collect() };
    let (hit, partial) = (names.acts(&source.hit)?, names.acts(&source.partial)?);
    // Who does the same has not answered it.
    let terms = Terms { rule, hit, partial, miss: names.acts(&source.acts)? };
    names.observable(terms, |terms| !(terms.hit.is_empty() || terms.miss.is_empty() && terms.rule.cues.is_empty()))
}

/// No scenario needs somebody who goes wrong.
impl RuleKind for SpeaksUpRule {
    /// What one of the acts offends against says another criterion.
    const MISSES_OFFEND: bool = false;
}

#[derive(Clone, Debug, Default)]
pub(in crate::rubric) struct SpeaksUpState {
    /// What has been done and waits for a word, oldest first.
    open: SmallVec<[Waiting; 1]>,
}

#[derive(Clone, Copy, Debug)]
struct Waiting {
    criterion: CriterionIx,
    wrong: Wrong,
    /// Choices since, at none of which a right sentence was on offer.
    choices: u8,
}

impl Observer<Of<SpeaksUpRule>> for SpeaksUpState {
    const HEARS: EventSet = enum_set!(EventKind::StaffActed);

    fn begin(_: &Of<SpeaksUpRule>) -> Self {
        Self::default()
    }

    fn line(&mut self, plan: &Of<SpeaksUpRule>, line: &LineSaid, on: &mut Scoring) {
        let by = line.who.map(Somebody::Visitor).or(line.staff.map(Somebody::Staff));
        for cue in line.cues {
            let (kind, wrong) = (CueKind::of(*cue), Wrong { by, what: WrongDone::Cue(*cue) });
            plan.iter().filter(|(_, rule)| rule.cues.contains(kind)).for_each(|(ix, _)| self.waits(*ix, wrong, on));
        }
    }

    fn event(&mut self, plan: &Of<SpeaksUpRule>, event: &Event, on: &mut Scoring) {
        if let Event::StaffActed { who, act } = *event {
            let wrong = Wrong { by: Some(Somebody::Staff(who)), what: WrongDone::Act(act.kind) };
            let obliged = plan.iter().filter(|(ix, _)| on.plan.criteria[ix.at()].miss.contains(act.kind));
            obliged.for_each(|(ix, _)| self.waits(*ix, wrong, on));
        }
    }

    fn turn(&mut self, plan: &Of<SpeaksUpRule>, turn: &CompleteTurn, on: &mut Scoring) {
        // A nod, a glass of water, a paper come before the word or after it; they are none.
        if self.open.is_empty() || turn.is_gesture || turn.is_paper {
            return;
        }
        for (ix, _) in plan {
            self.judge(*ix, turn, on);
        }
        on.situation.must_speak = !self.open.is_empty();
    }

    fn visit_left(&mut self, _: &Of<SpeaksUpRule>, _: bool, on: &mut Scoring) {
        self.open.clear();
        on.situation.must_speak = false;
    }
}

impl SpeaksUpState {
    fn waits(&mut self, criterion: CriterionIx, wrong: Wrong, on: &mut Scoring) {
        self.open.push(Waiting { criterion, wrong, choices: 0 });
        on.situation.must_speak = true;
    }

    fn judge(&mut self, ix: CriterionIx, turn: &CompleteTurn, on: &mut Scoring) {
        let waits = |one: &&Waiting| one.criterion == ix;
        let Some(Waiting { wrong, .. }) = self.open.iter().find(waits).copied() else { return };
        let criterion = on.criterion(ix);
        let on_offer = on.plan.free || turn.on_offer.iter().any(|(_, option)| option.speaks_up(ix));
        if turn.is_authors(ix) {
            self.open.retain(|one| one.criterion != ix);
        } else if !on_offer {
            self.open.iter_mut().filter(|one| one.criterion == ix).for_each(|one| one.choices += 1);
            self.open.retain(|one| one.choices < SPEAK_UP_WINDOW);
        } else {
            let (hit, half) = (turn.did_say_heard(&criterion.hit), turn.did(&criterion.partial));
            match (hit, half) {
                (Some((act, heard)), _) => {
                    let verdict = if heard { Verdict::Hit } else { Verdict::Partial };
                    on.record(ix, verdict, Reason::SpokeUp(wrong, act), turn.moment, turn.to);
                }
                (None, Some(act)) => on.record(ix, Verdict::Partial, Reason::SpokeUp(wrong, act), turn.moment, turn.to),
                (None, None) => {
                    on.record(ix, Verdict::Miss, Reason::LetStand(wrong), turn.moment, turn.to);
                    self.fail(ix, turn, on);
                }
            }
            self.open.retain(|one| one.criterion != ix);
        }
    }

    /// What was let stand is a failure where the deed is one, each kind once; who does the same fails by doing it.
    fn fail(&self, ix: CriterionIx, turn: &CompleteTurn, on: &mut Scoring) {
        let plan = on.plan;
        let done = |kind: Critical| turn.acts.iter().any(|act| plan.act(act.kind).critical == Some(kind));
        let mut failed: SmallVec<[Critical; 2]> = SmallVec::new();
        for waiting in self.open.iter().filter(|one| one.criterion == ix) {
            if let Some(kind) = critical(plan, waiting.wrong.what).filter(|kind| !failed.contains(kind) && !done(*kind))
            {
                failed.push(kind);
                on.fail_by_silence(kind, turn.moment, waiting.wrong, ix);
            }
        }
    }
}

fn critical(plan: &Plan, what: WrongDone) -> Option<Critical> {
    match what {
        WrongDone::Act(act) => plan.act(act).critical,
        WrongDone::Cue(Cue::Improper(what)) => Some(what.critical()),
        WrongDone::Cue(_) => None,
    }
}
