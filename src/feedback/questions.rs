//! Questions for the talk afterwards, made from what happened: gather, analyse, summarise.

use super::debrief::Debrief;
use super::turning::{Cause, TurningPoint};
use crate::rubric::assessment::{CriterionIx, Verdict};
use crate::scenario::model::Scenario;
use crate::session::Fate;
use crate::vocabulary::{Cue, FactIx, PromiseIx};

/// A question of the debriefing talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Which part of the talk it belongs to.
    pub stage: Stage,
    /// What it asks about.
    pub about: About,
}

/// The three parts of a debriefing talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What happened, and how it felt.
    Gather,
    /// Why it went so.
    Analyse,
    /// What to do next time.
    Summarise,
}

/// What a question is about. Turns are positions in the debrief's turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What did you notice when they said this?
    Noticed {
        /// The turn after which it was said.
        turn: usize,
    },
    /// How did the whole visit feel?
    Overall,
    /// What did you see just before the outburst?
    BeforeOutburst {
        /// The turn that broke it.
        turn: usize,
    },
    /// Which words let the feelings overflow?
    Heated {
        /// The turn that heated.
        turn: usize,
    },
    /// Which words calmed, and why?
    Calmed {
        /// The turn that calmed.
        turn: usize,
    },
    /// You cut in: what was still to come?
    CutOff {
        /// The turn that cut in.
        turn: usize,
    },
    /// So often there was an occasion, and it was not taken.
    Missed {
        /// Which line of the rubric.
        criterion: CriterionIx,
        /// How often, at least 1.
        misses: u32,
    },
    /// This was told and did not reach the notebook.
    NotNoted {
        /// What was told.
        fact: FactIx,
    },
    /// This was promised and not kept.
    BrokenPromise {
        /// What was promised.
        promise: PromiseIx,
    },
    /// This failure caps the result.
    Critical {
        /// Position in [`Assessment::critical`](crate::rubric::Assessment::critical).
        failure: usize,
    },
    /// Next time, before …, I will first …
    NextTime {
        /// The turn to begin with; `None`: no turn in particular.
        turn: Option<usize>,
    },
    /// A sentence to use from tomorrow.
    OneSentence,
    /// What does this visitor still need from you?
    StillOpen,
}

/// At most three in each stage.
pub(super) fn of(scenario: &Scenario, debrief: &Debrief) -> Vec<Question> {
    if debrief.turns.is_empty() {
        return Vec::new();
    }
    let mut questions = Vec::new();
    let mut ask = |stage, list: Vec<About>| {
        questions.extend(list.into_iter().take(3).map(|about| Question { stage, about }));
    };
    ask(Stage::Gather, gather(debrief, scenario));
    ask(Stage::Analyse, analyse(debrief));
    ask(Stage::Summarise, summarise(debrief));
    questions
}

fn gather(debrief: &Debrief, scenario: &Scenario) -> Vec<About> {
    let mut list = vec![About::Overall];
    let says_feeling = |turn: &crate::feedback::debrief::Turn| {
        turn.answers
            .and_then(|heard| heard.line(scenario))
            .is_some_and(|(_, variant)| variant.cues.iter().any(|cue| matches!(cue, Cue::Feeling(_) | Cue::Interest)))
    };
    list.extend(debrief.turns.iter().position(says_feeling).map(|turn| About::Noticed { turn }));
    list.extend(debrief.turns.iter().position(|t| !t.outbursts.is_empty()).map(|turn| About::BeforeOutburst { turn }));
    list
}

fn analyse(debrief: &Debrief) -> Vec<About> {
    let mut list = Vec::new();
    if !debrief.assessment.critical.is_empty() {
        list.push(About::Critical { failure: 0 });
    }
    let points = &debrief.turning_points;
    list.extend(hottest(debrief).map(|turn| About::Heated { turn }));
    list.extend(broken(debrief).map(|promise| About::BrokenPromise { promise }));
    let calmed = |p: &&TurningPoint| !p.rose() && matches!(p.cause, Cause::Act(_));
    let calmest = points.iter().filter(calmed).min_by_key(|p| i32::from(p.after) - i32::from(p.before));
    list.extend(calmest.map(|point| About::Calmed { turn: point.turn }));
    list.extend(most_missed(debrief));
    list.extend(debrief.turns.iter().position(|t| !t.interrupted.is_empty()).map(|turn| About::CutOff { turn }));
    let lost = debrief.facts.iter().find(|fact| fact.told.is_some() && fact.noted_at_ms.is_none());
    list.extend(lost.map(|fact| About::NotNoted { fact: fact.fact }));
    list
}

fn summarise(debrief: &Debrief) -> Vec<About> {
    let mut list = vec![About::NextTime { turn: hottest(debrief) }, About::OneSentence];
    if debrief.promises.iter().any(|promise| promise.fate == Fate::Open) {
        list.push(About::StillOpen);
    }
    list
}

/// The turn whose act heated most.
fn hottest(debrief: &Debrief) -> Option<usize> {
    let heated = debrief.turning_points.iter().filter(|p| p.rose() && matches!(p.cause, Cause::Act(_)));
    heated.min_by_key(|p| i32::from(p.before) - i32::from(p.after)).map(|point| point.turn)
}

fn broken(debrief: &Debrief) -> Option<PromiseIx> {
    debrief.promises.iter().find(|one| matches!(one.fate, Fate::Broken { .. })).map(|one| one.promise)
}

/// The criterion missed most often; the first of equals.
fn most_missed(debrief: &Debrief) -> Option<About> {
    let mut misses = vec![0u32; debrief.assessment.criteria.len()];
    for evidence in debrief.assessment.evidence.iter().filter(|one| one.verdict == Verdict::Miss) {
        if let Some(count) = misses.get_mut(evidence.criterion.at()) {
            *count += 1;
        }
    }
    let (at, &count) = misses.iter().enumerate().min_by_key(|(_, count)| std::cmp::Reverse(**count))?;
    (count > 0).then_some(About::Missed { criterion: CriterionIx(at as u16), misses: count })
}
