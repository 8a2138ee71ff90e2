//! `FirstWords`: among the trainee's first words of a visit comes a reason before an order, and the visitor's word before a
//! form of ours. What an act is there says the catalogue (`opening`).
//!
//! Rho et al., PNAS 2023: of 577 police stops those that escalated opened with an order about three times as often and
//! lacked a reason more than twice as often, within the first 45 words, which are about a hundred Chinese characters.

use super::{Observer, Of, RuleKind, Story, Terms};
use crate::rubric::assessment::{CriterionIx, Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::error::RubricError;
use crate::rubric::moment::Moment;
use crate::rubric::plan::PlannedOption;
use crate::rubric::reading::{ActNames, in_range};
use crate::rubric::scoring::Scoring;
use crate::rubric::sets::ActSet;
use crate::rubric::turn::CompleteTurn;
use crate::session::event::{Event, EventKind, EventSet};
use crate::vocabulary::acts::Opening;
use crate::vocabulary::{ActIx, VisitorIx};
use enumset::enum_set;
use serde::Deserialize;

/// A visit was opened with a reason before an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstWordsRule {
    /// How many characters are the first words, 1–1000, as [`crate::scenario::speech::characters`] counts.
    pub characters: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rubric) struct FirstWordsSource {
    characters: u32,
}

pub(super) fn read(source: FirstWordsSource, names: &ActNames) -> Result<Terms<FirstWordsRule>, RubricError> {
    let FirstWordsSource { characters } = source;
    in_range(&format!("{}.characters", names.criterion), characters.into(), 1..=1000, "1..1000")?;
    let (hit, miss) = (names.opening(|opening| !opening.demands()), names.opening(Opening::demands));
    let terms = Terms { rule: FirstWordsRule { characters }, hit, partial: ActSet::default(), miss };
    names.observable(terms, |terms| !terms.hit.is_empty() && !terms.miss.is_empty())
}

impl RuleKind for FirstWordsRule {
    /// To ask for something is a question of when, not of the act.
    const MISSES_OFFEND: bool = false;

    fn is_tested(&self, criterion: &Criterion, story: &Story) -> Option<bool> {
        Some(story.offers(&criterion.miss))
    }
}

/// How the visit at hand has opened, for each criterion.
#[derive(Clone, Debug)]
pub(in crate::rubric) struct FirstWordsState(Vec<Begun>);

#[derive(Clone, Debug)]
struct Begun {
    criterion: CriterionIx,
    limit: u32,
    /// Characters that the trainee has said.
    said: u32,
    reason: bool,
    their_word: bool,
    /// The first reason, or the first word of theirs.
    well: Option<Well>,
    /// An order or a form could have come first.
    tempted: bool,
    is_over: bool,
}

/// A reason, or a word of theirs, among the first words.
#[derive(Clone, Debug)]
struct Well {
    moment: Moment,
    act: ActIx,
    opening: Opening,
    to: Option<VisitorIx>,
    taken_in: bool,
}

impl Begun {
    fn anew(criterion: CriterionIx, limit: u32) -> Self {
        let (reason, their_word, well, tempted, is_over) = (false, false, None, false, false);
        Self { criterion, limit, said: 0, reason, their_word, well, tempted, is_over }
    }
}

impl Observer<Of<FirstWordsRule>> for FirstWordsState {
    const HEARS: EventSet = enum_set!(EventKind::VisitBegan);

    fn begin(plan: &Of<FirstWordsRule>) -> Self {
        Self(plan.iter().map(|(ix, rule)| Begun::anew(*ix, rule.characters)).collect())
    }

    fn event(&mut self, _: &Of<FirstWordsRule>, event: &Event, _: &mut Scoring) {
        if let Event::VisitBegan { .. } = event {
            self.0.iter_mut().for_each(|begun| *begun = Begun::anew(begun.criterion, begun.limit));
        }
    }

    fn turn(&mut self, _: &Of<FirstWordsRule>, turn: &CompleteTurn, on: &mut Scoring) {
        // Of a live talk nobody writes down how long the words were.
        if on.plan.free {
            return;
        }
        // What is done in silence says nothing, and a paper is judged as one.
        let Some(option) = turn.option.filter(|option| !option.silent && !turn.is_aside) else { return };
        for begun in self.0.iter_mut().filter(|begun| !begun.is_over) {
            begun.says(turn, option.characters, on);
        }
    }

    fn visit_left(&mut self, _: &Of<FirstWordsRule>, _: bool, on: &mut Scoring) {
        self.0.iter_mut().for_each(|begun| begun.close(on));
    }
}

impl Begun {
    fn says(&mut self, turn: &CompleteTurn, characters: u32, on: &mut Scoring) {
        let ix = self.criterion;
        if turn.is_authors(ix) {
            self.is_over = true;
            return;
        }
        self.tempted |= turn.on_offer.iter().any(|(_, option)| option.marks.misses.contains(ix));
        let openings: Vec<(ActIx, Opening)> =
            turn.real_acts().filter_map(|act| Some((act.kind, on.plan.act(act.kind).opening?))).collect();
        for (at, (act, opening)) in openings.iter().enumerate() {
            match opening.wants_first() {
                None => {
                    self.reason |= *opening == Opening::Reason;
                    self.their_word |= *opening == Opening::TheirWord;
                    let taken_in = turn.was_taken_in(*act);
                    // What was taken in tells more than what was not.
                    if self.well.as_ref().is_none_or(|well| taken_in && !well.taken_in) {
                        let (moment, act, opening, to) = (turn.moment.clone(), *act, *opening, turn.to);
                        self.well = Some(Well { moment, act, opening, to, taken_in });
                    }
                }
                Some(first) if !self.has(first) => {
                    let comes_after = openings[at..].iter().any(|(_, later)| *later == first);
                    let verdict = if comes_after { Verdict::Partial } else { Verdict::Miss };
                    self.is_over = true;
                    // Where nothing better could have been said, the trainee had no choice.
                    let may_better = |option: &PlannedOption| {
                        option.is_clean() && option.marks.hits.contains(ix) && !option.marks.misses.contains(ix)
                    };
                    if turn.on_offer.iter().any(|(_, option)| may_better(option)) {
                        on.record(ix, verdict, Reason::Opened(*act, *opening), turn.moment, turn.to);
                    }
                    return;
                }
                Some(_) => {}
            }
        }
        self.said = self.said.saturating_add(characters);
        if self.said >= self.limit {
            self.close(on);
        }
    }

    fn has(&self, opening: Opening) -> bool {
        match opening {
            Opening::Reason => self.reason,
            Opening::TheirWord => self.their_word,
            Opening::Order | Opening::OurForm => true,
        }
    }

    /// The first words have been said.
    fn close(&mut self, on: &mut Scoring) {
        if let (false, true, Some(Well { moment, act, opening, to, taken_in })) =
            (std::mem::replace(&mut self.is_over, true), self.tempted, self.well.take())
        {
            match taken_in {
                true => on.record(self.criterion, Verdict::Hit, Reason::Opened(act, opening), &moment, to),
                false => on.record(self.criterion, Verdict::Partial, Reason::NotTakenIn(act), &moment, to),
            }
        }
    }
}
