//! What happened in a session, turn by turn, derived from its events: the screen and the printed page show this.

use super::debrief_builder as walk;
use super::form_words;
use super::questions::{self, Question};
use super::thought::Thought;
use super::to_change::{self, ToChange};
use super::turning::{self, TurningPoint};
use crate::procedure::{ArticleIx, Fault, FormAnswer, PaperIx};
use crate::rubric::assessment::{Assessment, Evidence, Verdict};
use crate::rubric::{Rubric, assess};
use crate::scenario::model::{Act, Opt, Scenario, Speech, Variant};
use crate::session::{ClaimDecided, Event, FactFate, PaperIssued, PromiseFate, StepTold, effective};
use crate::vocabulary::Locale;
use crate::vocabulary::Snapshot;
use crate::vocabulary::{ActCatalogue, ActIx};
use crate::vocabulary::{ActEffect, Pause};
use crate::vocabulary::{FactIx, NodeIx, PromiseIx, StaffIx, VisitIx, VisitorIx};

/// A session, told.
#[derive(Clone, Debug)]
pub struct Debrief {
    /// Everything in its order.
    pub story: Vec<Passage>,
    /// In the order of the session; what a step back undid is left out.
    pub turns: Vec<Turn>,
    /// One for each visitor who appeared.
    pub curves: Vec<Curve>,
    /// The three to five largest changes of tension, in the order of the turns.
    pub turning_points: Vec<TurningPoint>,
    /// Every fact of the scenario.
    pub facts: Vec<FactFate>,
    /// In the order in which they were given out.
    pub papers: Vec<PaperIssued>,
    /// In the order in which they were made.
    pub promises: Vec<PromiseFate>,
    /// Steps of the matter.
    pub steps: Vec<StepTold>,
    /// What was decided on claims last.
    pub decided: Vec<ClaimDecided>,
    /// How often somebody's pressure broke; a crowd's counts once.
    pub outbursts: u32,
    /// `None`: not played to an end.
    pub ending: Option<NodeIx>,
    /// On the session clock, milliseconds.
    pub duration_ms: u64,
    /// Scores, evidence and failures of the same events.
    pub assessment: Assessment,
    /// What went well: positions in the assessment's evidence.
    pub plus: Vec<usize>,
    /// What weighs most first.
    pub to_change: Vec<ToChange>,
    /// Gather, analyse, summarise.
    pub questions: Vec<Question>,
}

/// One thing after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    /// A visit begins.
    Visit {
        /// Which.
        visit: VisitIx,
        /// Days since day 0.
        day: u16,
    },
    /// A line, or what is told.
    Said(Heard),
    /// Position in `turns`.
    Turn(usize),
    /// Whose pressure broke.
    Outburst(VisitorIx),
    /// Days went by.
    TimePassed {
        /// The node that says so.
        node: NodeIx,
        /// How many.
        days: u16,
    },
    /// What was promised has come.
    PromiseKept(PromiseIx),
    /// What was promised has not come.
    PromiseBroken(PromiseIx),
    /// Position in `steps`: what others did meanwhile, what could not be done, what was not done in time.
    Step(usize),
    /// The end that was reached.
    Ended(NodeIx),
}

/// A line as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The line, or the end.
    pub node: NodeIx,
    /// Which of its variants, from 0.
    pub variant: u8,
    /// When it began, on the session clock, milliseconds.
    pub at_ms: u64,
}

impl Heard {
    /// The line and the variant of it that was said.
    pub fn line<'s>(&self, scenario: &'s Scenario) -> Option<(Speech<'s>, &'s Variant)> {
        let speech = scenario.kind(self.node)?.speech()?;
        Some((speech, speech.variants.get(usize::from(self.variant))?))
    }
}

/// What the trainee did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// An option, by its position in the choice.
    Chose(u8),
    /// A gesture.
    Gestured(ActIx),
    /// A paper or a composed answer was handed in.
    Filled(FormAnswer),
}

/// An act as the visitor met it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landed {
    /// What was done.
    pub act: Act,
    /// Whom it was said to; `None`: nobody in particular.
    pub to: Option<VisitorIx>,
    /// Which of our own people it was said to; then the visitors only heard it.
    pub aside: Option<StaffIx>,
    /// Whether it landed, and if not, why.
    pub effect: ActEffect,
}

/// What one of our own people did by what they said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaffDid {
    /// Who did it.
    pub who: StaffIx,
    /// What they did.
    pub act: Act,
}

/// A visitor before and after a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which visitor.
    pub who: VisitorIx,
    /// Their feelings before the turn …
    pub before: Snapshot,
    /// … and after it.
    pub after: Snapshot,
}

impl Change {
    /// Change of tension, in thousandths.
    pub fn tension(&self) -> i32 {
        i32::from(self.after.tension()) - i32::from(self.before.tension())
    }
}

/// One turn of the trainee with what led to it and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// From 1.
    pub number: u32,
    /// When it was taken, on the session clock, milliseconds.
    pub at_ms: u64,
    /// The visit it was taken in.
    pub visit: VisitIx,
    /// Days since day 0.
    pub day: u16,
    /// The choice or desk task.
    pub node: NodeIx,
    /// Lines since the turn before.
    pub before: Vec<Heard>,
    /// The line that this turn answers, a visitor's or one of our own people's, said in this turn or earlier.
    pub answers: Option<Heard>,
    /// Facts noted since the turn before.
    pub noted: Vec<FactIx>,
    /// Who was cut off, with how much unsaid (thousandths).
    pub interrupted: Vec<(VisitorIx, u16)>,
    /// Milliseconds of each silence, and what kind it was.
    pub pauses: Vec<(u32, Pause)>,
    /// What was chosen, shown or handed in.
    pub action: Action,
    /// Field by field, where it was a paper or an answer.
    pub wrote: Vec<Wrote>,
    /// What it did, in the order of doing.
    pub acts: Vec<Landed>,
    /// What our own people had done since the turn before.
    pub staff: Vec<StaffDid>,
    /// Every visitor whose feelings were shown during this turn.
    pub changes: Vec<Change>,
    /// Whose pressure broke by it.
    pub outbursts: Vec<VisitorIx>,
    /// Facts that were told by its answer for the first time.
    pub told: Vec<FactIx>,
    /// Kinds of papers that were given out with it.
    pub papers: Vec<PaperIx>,
    /// What was promised with it.
    pub promises: Vec<PromiseIx>,
    /// What was kept by it.
    pub kept: Vec<PromiseIx>,
    /// Positions in the assessment's lists.
    pub evidence: Vec<usize>,
    /// Positions in [`Assessment::self_regulation`].
    pub self_regulation: Vec<usize>,
    /// Positions in [`Assessment::critical`].
    pub critical: Vec<usize>,
    /// A better option that was on offer here, by its position in the choice.
    pub better: Option<u8>,
    /// What the visitor thinks of it.
    pub thought: Option<Thought>,
}

/// What one field of a paper came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrote {
    /// Position of what was written in the form's entries.
    pub entry: u8,
    /// Position of what would have been right, in the same entries.
    pub right: u8,
    /// What is wrong with it; `None`: nothing.
    pub fault: Option<Fault>,
    /// The article that wants it otherwise; `None` where no article says it.
    pub basis: Option<ArticleIx>,
}

impl Turn {
    /// The option chosen; `None` for a gesture.
    pub fn option<'s>(&self, scenario: &'s Scenario) -> Option<&'s Opt> {
        match self.action {
            Action::Chose(option) => option_at(scenario, self.node, option),
            Action::Gestured(_) | Action::Filled(_) => None,
        }
    }

    /// The paper or the answer, in words; `None` for anything else.
    pub fn handed_in(&self, scenario: &Scenario, locale: Locale) -> Option<String> {
        match self.action {
            Action::Filled(written) => Some(form_words::handed_in(scenario.task(self.node)?, written, locale)),
            Action::Chose(_) | Action::Gestured(_) => None,
        }
    }
}

/// An option by its position in the choice at `node`, or an entry of the desk task there.
pub fn option_at(scenario: &Scenario, node: NodeIx, option: u8) -> Option<&Opt> {
    scenario.option(node, option)
}

/// A visitor's feelings over the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// Whose feelings.
    pub who: VisitorIx,
    /// In the order of time.
    pub points: Vec<Point>,
}

/// A visitor's feelings at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// On the session clock, milliseconds.
    pub at_ms: u64,
    /// The last turn taken; 0 before the first.
    pub turn: u32,
    /// All of them, in thousandths.
    pub state: Snapshot,
    /// `Snapshot::tension`, 0..1000.
    pub tension: i16,
}

impl Debrief {
    /// Tells a session from its events (steps back included) and assesses it.
    pub fn of(scenario: &Scenario, rubric: &Rubric, acts: &ActCatalogue, timed: bool, events: &[Event]) -> Self {
        Self::with(scenario, acts, assess(rubric, scenario, timed, events), events)
    }

    /// Tells a session from its events and what the rubric found in them.
    pub fn with(scenario: &Scenario, acts: &ActCatalogue, assessment: Assessment, events: &[Event]) -> Self {
        let mut debrief = walk::walk(scenario, &effective(events), assessment);
        debrief.lay_evidence();
        for at in 0..debrief.turns.len() {
            debrief.turns[at].thought = Thought::at(scenario, acts, &debrief.turns[at]);
        }
        debrief.turning_points = turning::points(scenario, acts, &debrief.turns);
        debrief.plus = debrief.went_well();
        debrief.to_change = to_change::of(scenario, acts, &debrief);
        debrief.questions = questions::of(scenario, &debrief);
        debrief
    }

    /// The turn with this number.
    pub fn turn(&self, number: u32) -> Option<&Turn> {
        // Numbers ascend, so that a search is right even where a step back left a gap.
        self.turns.binary_search_by_key(&number, |turn| turn.number).ok().map(|at| &self.turns[at])
    }

    /// Ties evidence and failures to their turns.
    fn lay_evidence(&mut self) {
        let find = |turns: &[Turn], number: u32| turns.binary_search_by_key(&number, |turn| turn.number).ok();
        for (at, evidence) in self.assessment.evidence.iter().enumerate() {
            if let Some(turn) = find(&self.turns, evidence.turn) {
                self.turns[turn].evidence.push(at);
                if evidence.verdict != Verdict::Hit && self.turns[turn].better.is_none() {
                    self.turns[turn].better = evidence.better;
                }
            }
        }
        for (at, evidence) in self.assessment.self_regulation.iter().enumerate() {
            if let Some(turn) = find(&self.turns, evidence.turn) {
                self.turns[turn].self_regulation.push(at);
            }
        }
        for (at, failure) in self.assessment.critical.iter().enumerate() {
            if let Some(turn) = find(&self.turns, failure.turn) {
                self.turns[turn].critical.push(at);
                self.turns[turn].better = failure.better.or(self.turns[turn].better);
            }
        }
    }

    /// Up to three hits, each of another criterion and, where there is one, of another turn; the commonest criterion first.
    /// Nothing is praised that was a miss or a failure by any other measure.
    fn went_well(&self) -> Vec<usize> {
        let evidence = &self.assessment.evidence;
        let mut groups = self.by_criterion(Verdict::Hit);
        for group in &mut groups {
            group.retain(|at| self.is_without_fault(evidence[*at].turn));
        }
        groups.retain(|group| !group.is_empty());
        groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group[0]));
        let mut picked: Vec<usize> = Vec::new();
        for group in groups.iter().take(3) {
            let told = |at: &usize| picked.iter().any(|one| evidence[*one].turn == evidence[*at].turn);
            let best = group.iter().copied().min_by_key(|at| (told(at), *at));
            picked.extend(best);
        }
        picked
    }

    /// Whether nothing of this turn was a miss or a failure.
    fn is_without_fault(&self, turn: u32) -> bool {
        let Assessment { evidence, self_regulation, critical, .. } = &self.assessment;
        let missed = |one: &Evidence| one.turn == turn && one.verdict == Verdict::Miss;
        !evidence.iter().chain(self_regulation).any(missed) && critical.iter().all(|one| one.turn != turn)
    }

    /// Observations of this verdict at turns that are told, by their criterion.
    pub(super) fn by_criterion(&self, verdict: Verdict) -> Vec<Vec<usize>> {
        let evidence = &self.assessment.evidence;
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (at, one) in evidence.iter().enumerate() {
            if one.verdict != verdict || self.turn(one.turn).is_none() {
                continue;
            }
            match groups.iter_mut().find(|group| evidence[group[0]].criterion == one.criterion) {
                Some(group) => group.push(at),
                None => groups.push(vec![at]),
            }
        }
        groups
    }
}
