//! `Cue`: a line gave such a cue, and an option with a `hit` act was on offer within `window` turns. Hit, partial or miss
//! at the first such act; a miss when the time is over.

use super::{LineSaid, Observer, Of, Rule, RuleKind, Terms};
use crate::rubric::assessment::{CriterionIx, Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::error::RubricError;
use crate::rubric::moment::Moment;
use crate::rubric::open_cues::{Half, OpenCue, WaitingCriterion};
use crate::rubric::reading::{ActNames, WrittenActs, in_range};
use crate::rubric::scoring::Scoring;
use crate::rubric::sets::ActSet;
use crate::rubric::turn::CompleteTurn;
use crate::scenario::model::Arg;
use crate::session::event::Event;
use crate::vocabulary::{ActIx, Cue, CueKind, CueSet, FactIx};
use serde::Deserialize;
use smallvec::SmallVec;

/// Most choices that a cue may wait for its answer: what comes later is none.
pub const MAX_WINDOW: u8 = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueRule {
    pub cues: CueSet,
    /// Choices within which it must be answered, 1–[`MAX_WINDOW`].
    pub window: u8,
    /// The act that writing a fact into the notebook is.
    pub noting: Option<ActIx>,
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
}

const fn one_turn() -> u8 {
    1
}

pub(super) fn read(source: CueSource, names: &ActNames) -> Result<Terms<CueRule>, RubricError> {
    let CueSource { window, .. } = source;
    in_range(&format!("{}.window", names.criterion), window.into(), 1..=MAX_WINDOW.into(), "1..4")?;
    let noting = source.noting.as_deref().map(|name| names.act(name)).transpose()?;
    let rule = CueRule { cues: source.cues.into_iter().collect(), window, noting };
    let terms = Terms {
        rule,
        hit: names.acts(&source.hit)?,
        partial: names.acts(&source.partial)?,
        miss: names.acts(&source.miss)?,
    };
    names.observable(terms, |terms| !terms.rule.cues.is_empty() && !terms.hit.is_empty())
}

impl RuleKind for CueRule {}

#[derive(Clone, Debug, Default)]
pub(in crate::rubric) struct CueState {
    /// Turns that have been evidence for a criterion: one turn is so once, however many cues it answered or left
    /// unanswered. Only such turns as an open cue can still be told of.
    charged: Vec<(u32, CriterionIx)>,
}

impl Observer<Of<CueRule>> for CueState {
    fn begin(_: &Of<CueRule>) -> Self {
        Self::default()
    }

    fn line(&mut self, plan: &Of<CueRule>, line: &LineSaid, on: &mut Scoring) {
        for cue in line.cues {
            let kind = CueKind::of(*cue);
            let waiting: SmallVec<[WaitingCriterion; 2]> = (plan.iter())
                .filter(|(_, rule)| rule.cues.contains(kind))
                .map(|(criterion, _)| WaitingCriterion { criterion: *criterion, offered: false, half: None })
                .collect();
            let danger = kind.is_risk();
            if danger || !waiting.is_empty() {
                let who = line.who;
                let open =
                    OpenCue { cue: *cue, who, turns: 0, waiting, danger, danger_answerable: false, chance: None };
                on.situation.open.open(open);
            }
        }
    }

    fn event(&mut self, _: &Of<CueRule>, event: &Event, on: &mut Scoring) {
        if let Event::FactNoted { fact, at_ms } = *event {
            noted(fact, at_ms, on);
        }
    }

    fn turn(&mut self, _: &Of<CueRule>, turn: &CompleteTurn, on: &mut Scoring) {
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

    fn choice_made(&mut self, plan: &Of<CueRule>, on: &mut Scoring) {
        for slot in 0..on.situation.open.len() {
            let turns = on.situation.open[slot].turns;
            self.expire(plan, slot, on, |rule| turns >= u32::from(rule.window));
        }
        let open = on.situation.open.iter().filter_map(|open| open.chance.as_ref());
        let oldest = open.map(|chance| chance.turn).min().unwrap_or(u32::MAX).min(on.situation.here.turn);
        self.charged.retain(|(turn, _)| *turn >= oldest);
    }

    fn visit_left(&mut self, plan: &Of<CueRule>, _: bool, on: &mut Scoring) {
        (0..on.situation.open.len()).for_each(|slot| self.expire(plan, slot, on, |_| true));
        self.charged.clear();
    }
}

impl CueState {
    fn answer(&mut self, turn: &CompleteTurn, on: &mut Scoring) {
        // Criteria that this turn has answered, wholly or by half.
        let mut answered: SmallVec<[CriterionIx; 4]> = SmallVec::new();
        for slot in (0..on.situation.open.len()).rev() {
            let OpenCue { cue, who, .. } = on.situation.open[slot];
            let asked: SmallVec<[CriterionIx; 4]> = (on.situation.open[slot].waiting.iter())
                .filter(|waiting| waiting.offered && turn.marks.touch(waiting.criterion))
                .filter(|waiting| !answered.contains(&waiting.criterion))
                .map(|waiting| waiting.criterion)
                .collect();
            for ix in asked {
                let Some((verdict, reason)) = verdict(turn, on.criterion(ix), cue) else { continue };
                answered.push(ix);
                if let (Verdict::Partial, Reason::Answered(_, act), true) = (verdict, reason, turn.is_gesture) {
                    let half = Half { act, turn: turn.moment.turn, at_ms: turn.moment.at_ms };
                    let mut waiting = on.situation.open[slot].waiting.iter_mut();
                    if let Some(waiting) = waiting.find(|waiting| waiting.criterion == ix) {
                        waiting.half.get_or_insert(half);
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
    fn expire(&mut self, plan: &Of<CueRule>, slot: usize, on: &mut Scoring, is_over: impl Fn(&CueRule) -> bool) {
        let over = |criterion: CriterionIx| plan.iter().any(|(ix, rule)| *ix == criterion && is_over(rule));
        let open = &mut on.situation.open[slot];
        let lapsed: SmallVec<[WaitingCriterion; 2]> =
            open.waiting.iter().filter(|waiting| over(waiting.criterion)).cloned().collect();
        if lapsed.is_empty() {
            return;
        }
        open.waiting.retain(|waiting| !over(waiting.criterion));
        let (cue, who, kind) = (open.cue, open.who, open.kind());
        let moment = on.situation.chance_of(&on.situation.open[slot]);
        for WaitingCriterion { criterion, offered, half } in lapsed {
            if !offered || self.charged.contains(&(moment.turn, criterion)) {
                continue;
            }
            match half {
                Some(Half { act, turn, at_ms }) => {
                    let moment = Moment { turn, at_ms, chosen: None, ..moment.clone() };
                    on.record(criterion, Verdict::Partial, Reason::Answered(cue, act), &moment, who);
                }
                None => {
                    on.record(criterion, Verdict::Miss, Reason::Unanswered(cue), &moment, who);
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
                || turn.offers(criterion)
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
        (Some(_), Some(wrong), _) | (Some(_), None, Some(wrong)) => (Verdict::Partial, Reason::Answered(cue, wrong)),
        (Some(act), None, None) if taken_in.is_none() => (Verdict::Partial, Reason::NotTakenIn(act)),
        (Some(act), None, None) => (Verdict::Hit, Reason::Answered(cue, act)),
        (None, Some(act), _) => (Verdict::Miss, Reason::Answered(cue, act)),
        (None, None, Some(act)) => (Verdict::Miss, Reason::NeverSaid(act)),
        (None, None, None) => (Verdict::Partial, Reason::Answered(cue, first(&criterion.partial)?)),
    })
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
