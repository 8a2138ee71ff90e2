//! `HeardOut`: a visitor was speaking: heard to the end, or cut off, which earns what a line without its end counts for
//! ([`heard`](crate::rubric::assessment::heard)). Listening as a whole scores no more than what counts as heard of all speech. What was skipped is no observation. `coded` is what an
//! observer of a live talk writes down for it; there it is no observation that nothing was written down, except where the observer
//! says that the moment was a test. No score where time is not measured.

use super::{LineSaid, Observer, Of, RuleKind, Story, Terms};
use crate::rubric::assessment::{CriterionIx, Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::error::RubricError;
use crate::rubric::reading::{ActNames, WrittenActs, in_range};
use crate::rubric::scoring::Scoring;
use crate::rubric::sets::ActSet;
use crate::rubric::turn::CompleteTurn;
use crate::session::event::{Event, EventKind, EventSet};
use enumset::enum_set;
use serde::Deserialize;
use smallvec::SmallVec;

/// A visitor could finish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeardOutRule {
    /// Below this share of the line left unsaid, in thousandths, being cut off is told as half done.
    pub partial_below: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rubric) struct HeardOutSource {
    partial_below: u16,
    /// What an observer writes down where nobody measures.
    #[serde(default)]
    coded: WrittenActs,
}

pub(super) fn read(source: HeardOutSource, names: &ActNames) -> Result<Terms<HeardOutRule>, RubricError> {
    let HeardOutSource { partial_below, coded } = source;
    in_range(&format!("{}.partial_below", names.criterion), partial_below.into(), 0..=1000, "0..1000")?;
    let none = ActSet::default();
    let miss = names.acts(&coded)?;
    Ok(Terms { rule: HeardOutRule { partial_below }, hit: none.clone(), partial: none, miss })
}

impl RuleKind for HeardOutRule {
    const TAKES_MARKS: bool = true;

    fn is_tested(&self, _: &Criterion, story: &Story) -> Option<bool> {
        Some(story.spoken)
    }
}

/// Since the turn before.
#[derive(Clone, Debug, Default)]
pub(in crate::rubric) struct HeardOutState {
    spoken_to: bool,
    /// How long it takes to say, in milliseconds.
    speech_ms: u64,
    /// The share of it that was cut off, in thousandths.
    unsaid: Option<u16>,
    skipped: bool,
    /// What an observer says is put to the test by the next turn.
    called: SmallVec<[CriterionIx; 1]>,
}

impl Observer<Of<HeardOutRule>> for HeardOutState {
    const HEARS: EventSet = enum_set!(EventKind::Interrupted | EventKind::Skipped);

    fn begin(_: &Of<HeardOutRule>) -> Self {
        Self::default()
    }

    fn line(&mut self, _: &Of<HeardOutRule>, line: &LineSaid, _: &mut Scoring) {
        self.spoken_to |= line.who.is_some();
        self.speech_ms += line.who.map_or(0, |_| u64::from(line.speech_ms));
    }

    fn event(&mut self, _: &Of<HeardOutRule>, event: &Event, _: &mut Scoring) {
        match *event {
            Event::Interrupted { unsaid, .. } => self.unsaid = Some(unsaid),
            Event::Skipped { .. } => self.skipped = true,
            _ => {}
        }
    }

    fn turn(&mut self, plan: &Of<HeardOutRule>, turn: &CompleteTurn, on: &mut Scoring) {
        // Whoever nods has not answered yet.
        if turn.is_gesture {
            return;
        }
        let Self { spoken_to, speech_ms, unsaid, skipped, called } = std::mem::take(self);
        // Who skips and then cuts in has cut in; what was skipped was not let be said.
        let waited_out = skipped && unsaid.is_none();
        // In a live talk what counts was written down, whoever spoke, and who only nods where it is hard has heard out.
        let silent = turn.option.is_some_and(|option| option.silent);
        if !on.timed || !on.plan.free && (!spoken_to || silent) || waited_out {
            return;
        }
        // Nobody measured a live talk.
        if !plan.is_empty() && !on.plan.free {
            on.score.let_speak(speech_ms, if skipped { 1000 } else { unsaid.unwrap_or_default() });
        }
        for (ix, HeardOutRule { partial_below }) in plan {
            let coded = &on.criterion(*ix).miss;
            let cut_in = turn.acts.iter().map(|act| act.kind).find(|act| on.plan.free && coded.contains(*act));
            let (verdict, reason) = match (unsaid, cut_in) {
                (None, Some(act)) => (Verdict::Miss, Reason::Did(act)),
                (None, None) if on.plan.free && !called.contains(ix) => continue,
                (None, None) => (Verdict::Hit, Reason::Heard),
                (Some(share), _) if share < *partial_below => (Verdict::Partial, Reason::CutOff(share)),
                (Some(share), _) => (Verdict::Miss, Reason::CutOff(share)),
            };
            on.record(*ix, verdict, reason, turn.moment, on.situation.speaker.or(turn.to));
        }
    }

    fn visit_left(&mut self, _: &Of<HeardOutRule>, _: bool, _: &mut Scoring) {
        *self = Self::default();
    }

    fn called_for(&mut self, plan: &Of<HeardOutRule>, criterion: CriterionIx, _: &mut Scoring) {
        if plan.iter().any(|(ix, _)| *ix == criterion) {
            self.called.push(criterion);
        }
    }
}
