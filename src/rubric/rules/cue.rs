//! `Cue`: a line gave such a cue, and an option with a `hit` act was on offer within `window` turns. Hit, partial or miss
//! at the first such act; a miss when the time is over.

use super::{LineSaid, Observer, Of, Rule, RuleKind, Terms};
use crate::rubric::assessment::{CriterionIx, Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::cue_index::CueIndex;
use crate::rubric::error::RubricError;
use crate::rubric::moment::Moment;
use crate::rubric::open_cues::{OpenCue, WaitingCriterion};
use crate::rubric::reading::{ActNames, WrittenActs, in_range};
use crate::rubric::scoring::Scoring;
use crate::rubric::sets::ActSet;
use crate::rubric::turn::CompleteTurn;
use crate::scenario::model::{Arg, Scenario};
use crate::session::event::{Event, EventKind, EventSet};
use crate::vocabulary::{ActIx, Cue, CueKind, CueSet, FactIx, Misfit};
use enumset::enum_set;
use serde::Deserialize;
use smallvec::SmallVec;

/// Most choices that a cue may wait for its answer: what comes later is none.
pub const MAX_WINDOW: u8 = 4;

/// A cue was answered in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueRule {
    /// Which cues it is about.
    pub cues: CueSet,
    /// Choices within which it must be answered, 1–[`MAX_WINDOW`].
    pub window: u8,
    /// The act that writing a fact into the notebook is.
    pub noting: Option<ActIx>,
    /// A gesture among these acts that did not fit is a miss, unless something better comes in time.
    pub misfit_is_miss: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rubric) struct CueSource {
    cues: Vec<CueKind>,
    hit: WrittenActs,
    #[serde(default)]
    partial: WrittenActs,
    #[serde(default)]
    miss: WrittenActs,
    #[serde(default = "one_turn")]
    window: u8,
    #[serde(default)]
    noting: Option<String>,
    #[serde(default)]
    misfit_is_miss: bool,
}

const fn one_turn() -> u8 {
    1
}

pub(super) fn read(source: CueSource, names: &ActNames) -> Result<Terms<CueRule>, RubricError> {
    let CueSource { window, misfit_is_miss, .. } = source;
    in_range(&format!("{}.window", names.criterion), window.into(), 1..=MAX_WINDOW.into(), "1..4")?;
    let noting = source.noting.as_deref().map(|name| names.act(name)).transpose()?;
    let rule = CueRule { cues: source.cues.into_iter().collect(), window, noting, misfit_is_miss };
    let terms = Terms {
        rule,
        hit: names.acts(&source.hit)?,
        partial: names.acts(&source.partial)?,
        miss: names.acts(&source.miss)?,
    };
    names.observable(terms, |terms| !terms.rule.cues.is_empty() && !terms.hit.is_empty())
}

impl RuleKind for CueRule {}

/// Which criteria wait for an answer to which cues.
#[derive(Debug)]
pub(in crate::rubric) struct CuePlan(CueIndex<WaitingCriterion>);

impl CuePlan {
    pub(super) fn of(criteria: Of<CueRule>, _: &Scenario) -> Self {
        Self(CueIndex::of(
            &criteria,
            |rule| rule.cues,
            |criterion, rule| WaitingCriterion { criterion, window: rule.window, offered: false },
        ))
    }
}

#[derive(Clone, Debug, Default)]
pub(in crate::rubric) struct CueState {
    /// Turns that have been evidence for a criterion: one turn is so once, however many cues it answered or left
    /// unanswered. Only such turns as an open cue can still be told of.
    charged: Vec<(u32, CriterionIx)>,
    /// Gestures that answered by half; words may still answer wholly.
    halves: Vec<HalfAnswer>,
}

/// A gesture that answered a cue by half.
#[derive(Clone, Copy, Debug)]
struct HalfAnswer {
    /// The number of the cue.
    cue: u32,
    criterion: CriterionIx,
    act: ActIx,
    turn: u32,
    at_ms: u64,
    /// It was meant so, but did not fit: then it is no half, and says why the cue was missed.
    misfit: Option<Misfit>,
}

impl Observer<CuePlan> for CueState {
    const HEARS: EventSet = enum_set!(EventKind::FactNoted);

    fn begin(_: &CuePlan) -> Self {
        Self::default()
    }

    fn line(&mut self, plan: &CuePlan, line: &LineSaid, on: &mut Scoring) {
        let open = &mut on.situation.open;
        let mut is_first = true;
        for cue in line.cues {
            let kind = CueKind::of(*cue);
            let (waiting, danger) = (plan.0.listening(kind), kind.is_risk());
            if danger || !waiting.is_empty() {
                if std::mem::take(&mut is_first) {
                    open.drop_settled();
                }
                open.open(*cue, line.who, danger, waiting);
            }
        }
    }

    fn event(&mut self, _: &CuePlan, event: &Event, on: &mut Scoring) {
        if let Event::FactNoted { fact, at_ms } = *event {
            noted(fact, at_ms, on);
        }
    }

    fn turn(&mut self, _: &CuePlan, turn: &CompleteTurn, on: &mut Scoring) {
        if on.situation.open.is_empty() {
            return;
        }
        put_on_offer(turn, on);
        if turn.option.is_some_and(|option| !option.judged.is_empty()) {
            for open in on.situation.open.iter_mut() {
                open.waiting.retain(|waiting| !turn.is_authors(waiting.criterion));
            }
        }
        if !turn.is_aside {
            self.answer(turn, on);
        }
    }

    fn choice_made(&mut self, _: &CuePlan, on: &mut Scoring) {
        for slot in 0..on.situation.open.len() {
            let turns = on.situation.open[slot].turns;
            self.expire(slot, on, |waiting| turns >= u32::from(waiting.window));
        }
        let open = on.situation.open.iter().filter_map(|open| open.chance.as_ref());
        let oldest = open.map(|chance| chance.turn).min().unwrap_or(u32::MAX).min(on.situation.here.turn);
        self.charged.retain(|(turn, _)| *turn >= oldest);
        if !self.halves.is_empty() {
            self.halves.retain(|half| on.situation.open.iter().any(|open| open.number == half.cue));
        }
    }

    fn visit_left(&mut self, _: &CuePlan, _: bool, on: &mut Scoring) {
        (0..on.situation.open.len()).for_each(|slot| self.expire(slot, on, |_| true));
        self.charged.clear();
        self.halves.clear();
    }
}

impl CueState {
    /// The gesture that answered this cue by half.
    fn half(&self, cue: u32, criterion: CriterionIx) -> Option<HalfAnswer> {
        self.halves.iter().find(|half| (half.cue, half.criterion) == (cue, criterion)).copied()
    }

    fn answer(&mut self, turn: &CompleteTurn, on: &mut Scoring) {
        // Criteria that this turn has answered, wholly or by half.
        let mut answered: SmallVec<[CriterionIx; 4]> = SmallVec::new();
        for slot in (0..on.situation.open.len()).rev() {
            let OpenCue { number, cue, who, .. } = on.situation.open[slot];
            let is_asked = |waiting: &&WaitingCriterion| {
                waiting.offered && turn.marks.touch(waiting.criterion) && !answered.contains(&waiting.criterion)
            };
            let asked: SmallVec<[CriterionIx; 4]> =
                on.situation.open[slot].waiting.iter().filter(is_asked).map(|waiting| waiting.criterion).collect();
            for ix in asked {
                let Some((verdict, reason)) = verdict(turn, on.criterion(ix), cue) else { continue };
                answered.push(ix);
                let Moment { turn: number_of_turn, at_ms, .. } = *turn.moment;
                let half =
                    |act, misfit| HalfAnswer { cue: number, criterion: ix, act, turn: number_of_turn, at_ms, misfit };
                let half = match (verdict, reason) {
                    (Verdict::Partial, Reason::Answered(_, act)) => Some(half(act, None)),
                    (_, Reason::OutOfPlace(act, why)) => Some(half(act, Some(why))),
                    _ => None,
                };
                if let Some(half) = half.filter(|_| turn.is_gesture) {
                    match self.half(number, ix) {
                        // A half answer stands; what did not fit gives way to what comes later.
                        Some(first) if first.misfit.is_none() => {}
                        _ => {
                            self.halves.retain(|known| (known.cue, known.criterion) != (number, ix));
                            self.halves.push(half);
                        }
                    }
                    continue;
                }
                on.record(ix, verdict, reason, turn.moment, who.or(turn.to));
                self.charged.push((turn.moment.turn, ix));
                on.situation.open.settle(ix, who);
            }
        }
    }

    /// Time is over for a cue where a rule says so. One omission is charged once: of several cues that the same answer
    /// would have met, of one kind or of several, of one person or of several who spoke at once, one is.
    fn expire(&mut self, slot: usize, on: &mut Scoring, is_over: impl Fn(&WaitingCriterion) -> bool) {
        let mut place = 0;
        while let Some(WaitingCriterion { criterion, offered, .. }) =
            on.situation.open[slot].waiting.get(place).copied()
        {
            let open = &mut on.situation.open[slot];
            if !is_over(&open.waiting[place]) {
                place += 1;
                continue;
            }
            open.waiting.remove(place);
            // Nobody is blamed for what was not to be had.
            if !offered {
                continue;
            }
            let (number, cue, who, kind) = (open.number, open.cue, open.who, open.kind());
            let moment = on.situation.chance_of(&on.situation.open[slot]);
            if self.charged.contains(&(moment.turn, criterion)) {
                continue;
            }
            match self.half(number, criterion) {
                Some(HalfAnswer { act, turn, at_ms, misfit: None, .. }) => {
                    let moment = Moment { turn, at_ms, chosen: None, ..moment.clone() };
                    on.record(criterion, Verdict::Partial, Reason::Answered(cue, act), &moment, who);
                }
                missed => {
                    let (reason, moment) = match missed {
                        Some(HalfAnswer { act, turn, at_ms, misfit: Some(why), .. }) => {
                            (Reason::OutOfPlace(act, why), Moment { turn, at_ms, chosen: None, ..moment.clone() })
                        }
                        _ => (Reason::Unanswered(cue), moment.clone()),
                    };
                    on.record(criterion, Verdict::Miss, reason, &moment, who);
                    // What is only shown and not added charges nothing.
                    if on.criterion(criterion).dimension.is_some() {
                        on.situation.charged.insert(kind);
                    }
                }
            }
            self.charged.push((moment.turn, criterion));
        }
    }
}

/// Which open cues the options on offer could have answered.
fn put_on_offer(turn: &CompleteTurn, on: &mut Scoring) {
    let plan = on.plan;
    for open in on.situation.open.iter_mut() {
        for waiting in open.waiting.iter_mut().filter(|waiting| !waiting.offered) {
            let criterion = waiting.criterion;
            waiting.offered = plan.free
                || plan.by_gesture.contains(criterion)
                || turn.may_fulfil(criterion)
                    && turn.on_offer.iter().any(|(_, option)| plan.answers(option, criterion, open.cue));
        }
        // What was left undone is told of the first choice at which it could have been done.
        if open.chance.is_none() && !turn.is_gesture && open.waiting.iter().any(|waiting| waiting.offered) {
            open.chance = Some(turn.moment.clone());
        }
    }
}

/// What a turn makes of a cue that waits.
fn verdict(turn: &CompleteTurn, criterion: &Criterion, cue: Cue) -> Option<(Verdict, Reason)> {
    let fitting = || turn.real_acts().filter(|act| fits(act.arg, cue)).map(|act| act.kind);
    let first = |acts: &ActSet| fitting().find(|act| acts.contains(*act));
    let taken_in = fitting().find(|act| criterion.hit.contains(*act) && turn.was_taken_in(*act));
    let hit = taken_in.or_else(|| first(&criterion.hit));
    let miss = first(&criterion.miss);
    let never = turn.meant(&criterion.hit, &criterion.partial);
    Some(match (hit, miss, never) {
        // Of a paper the field that is right is what answers by half; the other is judged as what it is.
        (Some(right), Some(_), _) if turn.is_paper => (Verdict::Partial, Reason::Answered(cue, right)),
        (Some(_), Some(wrong), _) | (Some(_), None, Some(wrong)) => (Verdict::Partial, Reason::Answered(cue, wrong)),
        (Some(act), None, None) if taken_in.is_none() => (Verdict::Partial, Reason::NotTakenIn(act)),
        (Some(act), None, None) => (Verdict::Hit, Reason::Answered(cue, act)),
        (None, Some(act), _) => (Verdict::Miss, Reason::Answered(cue, act)),
        (None, None, Some(act)) => (Verdict::Miss, Reason::NeverSaid(act)),
        (None, None, None) => match first(&criterion.partial) {
            Some(act) => (Verdict::Partial, Reason::Answered(cue, act)),
            None => misplaced(turn, criterion)?,
        },
    })
}

/// A gesture out of place, where the criterion says that this is a miss.
fn misplaced(turn: &CompleteTurn, criterion: &Criterion) -> Option<(Verdict, Reason)> {
    let Rule::Cue(CueRule { misfit_is_miss: true, .. }) = criterion.rule else { return None };
    let (act, why) = turn.misplaced(&criterion.hit, &criterion.partial)?;
    Some((Verdict::Miss, Reason::OutOfPlace(act, why)))
}

/// A fact went into the notebook: one way of having listened.
fn noted(fact: FactIx, at_ms: u64, on: &mut Scoring) {
    for slot in 0..on.situation.open.len() {
        let OpenCue { cue, who, .. } = on.situation.open[slot];
        if cue != Cue::Fact(fact) {
            continue;
        }
        let waiting: SmallVec<[CriterionIx; 4]> =
            on.situation.open[slot].waiting.iter().map(|waiting| waiting.criterion).collect();
        for criterion in waiting {
            if let Rule::Cue(CueRule { noting: Some(act), .. }) = on.criterion(criterion).rule {
                // What is noted belongs to the turn that is being prepared.
                let here = &on.situation.here;
                let moment = Moment { turn: here.turn + 1, at_ms, chosen: None, ..here.clone() };
                on.record(criterion, Verdict::Hit, Reason::Answered(cue, act), &moment, who);
                on.situation.open.settle(criterion, who);
            }
        }
    }
}

/// Whether an act with this in brackets can answer a cue: one that names a word or a fact answers only that.
pub fn fits(arg: Arg, cue: Cue) -> bool {
    match (arg, cue) {
        (Arg::Word(word), Cue::Feeling(said)) => word == said,
        (Arg::Fact(fact), Cue::Fact(told)) => fact == told,
        _ => true,
    }
}
