//! Follows a session's events and keeps the score: what happens goes into the shared situation and to the rules.

use super::assessment::{
    Assessment, CriterionIx, CriterionScore, CriticalFailure, Evidence, Milli, Reason, Totals, Verdict,
};
use super::criteria::Rubric;
use super::findings::Findings;
use super::marks::Marks;
use super::plan::{Plan, PlannedNode};
use super::rules::{LineSaid, States};
use super::score::Score;
use super::scoring::Scoring;
use super::seen::Seen;
use super::situation::Situation;
use super::turn::{CompleteTurn, OpenTurn};
use crate::scenario::model::{Act, Arg, Scenario};
use crate::session::effective;
use crate::session::event::{Event, EventKind, EventSet, Offer};
use crate::vocabulary::{ActCatalogue, ActEffect, ActIx, Cue, CueKind, CueSet, NodeIx};
use enumset::enum_set;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::Arc;

/// What no rule is told of. Acts go to the turn under way; what visitors feel and what is kept of the matter is no
/// evidence, and a paper goes out in the middle of a turn.
pub(super) const NEVER_TOLD: EventSet = enum_set!(
    EventKind::Acted
        | EventKind::ActedToStaff
        | EventKind::Felt
        | EventKind::Outburst
        | EventKind::VarSet
        | EventKind::HookTaken
        | EventKind::PaperIssued
        | EventKind::SteppedBack
);
/// What is told while the acts of a turn are still coming in.
const WITHIN_A_TURN: EventSet =
    enum_set!(EventKind::Wrote | EventKind::Decided | EventKind::PromiseMade | EventKind::PromiseKept);

/// Keeps the score of one session. Cheap to clone: what is worked out once is shared.
#[derive(Clone, Debug)]
pub struct Assessor {
    plan: Arc<Plan>,
    timed: bool,
    situation: Situation,
    rules: States,
    score: Score,
    findings: Findings,
}

impl Assessor {
    /// Begins with nothing seen. Where `timed` is false, what depends on time has no score.
    pub fn new(rubric: &Rubric, scenario: &Scenario, catalogue: &ActCatalogue, timed: bool) -> Self {
        Self::of(Arc::new(Plan::new(rubric, scenario, catalogue)), timed)
    }

    /// For many sessions of one scenario.
    pub fn of(plan: Arc<Plan>, timed: bool) -> Self {
        let (rules, score) = (States::begin(&plan.rules), Score::new(plan.criteria.len()));
        Self { plan, timed, situation: Situation::new(), rules, score, findings: Findings::default() }
    }

    /// Takes the next event of the session. A step back cannot be followed from here:
    /// assess the events anew with [`assess`].
    pub fn observe(&mut self, event: &Event) {
        if let (Event::Acted { act, effect, to }, Some(turn)) = (event, &mut self.situation.turn) {
            turn.acted(act.kind, *effect, *to);
        }
        if let (Event::ActedToStaff { act, .. }, Some(turn)) = (event, &mut self.situation.turn) {
            turn.acted(act.kind, ActEffect::Landed, None);
        }
        let kind = EventKind::from(event);
        if !NEVER_TOLD.contains(kind) {
            self.tell(event, kind);
        }
    }

    fn tell(&mut self, event: &Event, kind: EventKind) {
        // The acts of a turn follow it one by one; what else is told of the trainee says that they are complete.
        if !WITHIN_A_TURN.contains(kind) {
            self.settle();
        }
        match *event {
            Event::VisitBegan { .. } => self.leave_visit(false),
            Event::Ended { .. } => return self.leave_visit(true),
            Event::Said { node, variant, speech_ms, .. } => return self.said(node, variant, speech_ms),
            Event::Offered { node, at_ms, options } => self.situation.here.comes_to(node, at_ms, options),
            Event::Laid { node, at_ms } => self.situation.here.comes_to(node, at_ms, Offer::nothing()),
            Event::Chose { turn, at_ms, node, option } => self.begin_turn(turn, at_ms, node, Some(option), None),
            Event::Gestured { turn, at_ms, node, act } => self.begin_turn(turn, at_ms, node, None, Some(act)),
            Event::Filled { turn, at_ms, node, written } => {
                self.begin_turn(turn, at_ms, node, None, None);
                if let Some(turn) = &mut self.situation.turn {
                    turn.moment.written = written;
                }
            }
            Event::Wrote { entry, fault: Some(fault), .. } if !fault.is_slight() => {
                if let Some(turn) = &mut self.situation.turn {
                    turn.wrong.push(entry);
                }
            }
            _ => {}
        }
        if States::hear(kind) {
            self.ask(|rules, on| rules.event(event, kind, on));
        }
    }

    /// An observer of a live talk says that the turn that comes is a chance for this.
    pub fn called_for(&mut self, criterion: CriterionIx) {
        self.settle();
        self.ask(|rules, on| rules.called_for(criterion, on));
    }

    /// What has been found so far.
    pub fn assessment(&self) -> Assessment {
        let now = self.settled();
        let Self { plan, situation, score, findings, .. } = now.as_ref();
        let mut evidence: Vec<Evidence> = findings.evidence(plan, &situation.words).collect();
        let seen = now.seen();
        let Totals { dimensions, uncapped, total, let_speak, heard, dimension_caps, critical: _ } =
            score.totals(&plan.criteria, &seen);
        evidence.sort_by_key(|evidence| evidence.turn);
        let (self_regulation, evidence): (Vec<Evidence>, Vec<Evidence>) =
            evidence.into_iter().partition(|e| plan.criteria[e.criterion.at()].dimension.is_none());
        let mut critical: Vec<CriticalFailure> = findings.critical(plan, &situation.words).collect();
        critical.sort_by_key(|failure| failure.turn);
        let criteria = score.criteria.clone();
        Assessment {
            dimensions,
            total_uncapped: uncapped,
            total,
            let_speak,
            heard,
            dimension_caps,
            criteria,
            seen,
            evidence,
            critical,
            self_regulation,
        }
    }

    /// What the points so far come to.
    pub fn totals(&self) -> Totals {
        let now = self.settled();
        now.score.totals(&now.plan.criteria, &now.seen())
    }

    /// What was seen of a live talk, by `Dimension as usize`.
    fn seen(&self) -> [Option<Seen>; 3] {
        match self.plan.free {
            true => Seen::of(&self.plan.criteria, &self.score.criteria, &self.situation.variety),
            false => [None; 3],
        }
    }

    /// As it stands once the turn under way is judged.
    fn settled(&self) -> Cow<'_, Self> {
        if self.situation.turn.is_none() {
            return Cow::Borrowed(self);
        }
        let mut now = self.clone();
        now.settle();
        Cow::Owned(now)
    }

    /// What the rubric would give (weighted hits less misses, in thousandths) for choosing this option now.
    pub fn expected(&self, node: NodeIx, option: u8) -> Milli {
        let ahead = self.ahead(node, option);
        Milli(ahead.score.gain(&self.plan.criteria))
    }

    /// Whether choosing this option now is no miss in any scored dimension and no critical failure: what it does, what it
    /// leaves unanswered, and where it comes too early.
    pub fn is_clean_now(&self, node: NodeIx, option: u8) -> bool {
        self.plan.is_clean(node, option)
            && !self
                .ahead(node, option)
                .findings
                .offend(|criterion| self.plan.criteria[criterion.at()].dimension.is_some())
    }

    /// What choosing this option now would add, and nothing of what was before.
    fn ahead(&self, node: NodeIx, option: u8) -> Self {
        let nothing_yet = || (Score::new(self.plan.criteria.len()), Findings::default());
        let (score, findings) = nothing_yet();
        let (plan, situation, rules) = (Arc::clone(&self.plan), self.situation.clone(), self.rules.clone());
        let mut ahead = Self { plan, timed: false, situation, rules, score, findings };
        ahead.settle();
        (ahead.score, ahead.findings) = nothing_yet();
        let (turn, at_ms) = (ahead.situation.here.turn + 1, ahead.situation.here.at_ms);
        ahead.begin_turn(turn, at_ms, node, Some(option), None);
        let words = &ahead.situation.words;
        let never_said = (self.plan.option(node, option).into_iter().flat_map(|planned| &planned.acts))
            .find(|act| matches!(act.arg, Arg::Word(word) if self.plan.act(act.kind).mirrors && !words.contains(word)))
            .map(|act| act.kind);
        if let Some(turn) = &mut ahead.situation.turn {
            turn.never_said = never_said;
        }
        ahead.settle();
        ahead.ask(|rules, on| rules.foresee(node, option, on));
        ahead
    }

    /// The option on offer now that the rubric would give most for; the hint of practice mode.
    pub fn hint(&self) -> Option<u8> {
        let here = &self.situation.here;
        (here.offer.as_slice().iter())
            .map(|option| (self.expected(here.node, *option), Reverse(*option)))
            .max()
            .map(|(_, option)| option.0)
    }

    /// What a criterion has earned so far.
    pub fn score(&self, criterion: CriterionIx) -> CriterionScore {
        self.score.criteria.get(criterion.at()).copied().unwrap_or_default()
    }

    /// Lets the rules look at something.
    fn ask(&mut self, what: impl FnOnce(&mut States, &mut Scoring)) {
        let Self { plan, timed, situation, rules, score, findings } = self;
        what(rules, &mut Scoring { plan, situation, score, findings, timed: *timed });
    }

    fn said(&mut self, node: NodeIx, variant: u8, speech_ms: u32) {
        self.ask(|rules, on| {
            let Some(PlannedNode::Line { who, staff, variants }) = on.plan.nodes.get(node.at()) else { return };
            on.situation.speaker = who.or(on.situation.speaker);
            let cues = variants.get(usize::from(variant)).map_or(&[][..], |cues| cues);
            for cue in cues {
                if let Cue::Feeling(word) = cue {
                    on.situation.words.say(*word);
                }
            }
            rules.line(&LineSaid { who: *who, staff: *staff, speech_ms, cues }, on);
            on.situation.here.asked.extend(cues.iter().map(|cue| CueKind::of(*cue)));
            // What comes up again can be charged again.
            cues.iter().for_each(|cue| _ = on.situation.charged.remove(CueKind::of(*cue)));
        });
    }

    fn begin_turn(&mut self, turn: u32, at_ms: u64, node: NodeIx, chosen: Option<u8>, gesture: Option<ActIx>) {
        let duties = self.situation.duties();
        let here = &mut self.situation.here;
        (here.turn, here.at_ms, here.node, here.chosen) = (turn, at_ms, node, chosen);
        here.duties = duties;
        self.situation.turn = Some(OpenTurn::new(here.clone(), gesture));
        // What comes next answers what is said next; a gesture leaves it to be answered.
        if gesture.is_none() {
            self.situation.here.asked = CueSet::empty();
        }
    }

    /// The acts of the turn are all known.
    fn settle(&mut self) {
        if let Some(turn) = self.situation.turn.take() {
            self.ask(|rules, on| judge(&turn, rules, on));
        }
    }

    /// A visit is over: what was left open has no more time.
    fn leave_visit(&mut self, session_ends: bool) {
        self.ask(|rules, on| rules.visit_left(session_ends, on));
        self.situation.leave_visit();
    }
}

/// Lets the rules look at a turn all of whose acts are known.
fn judge(turn: &OpenTurn, rules: &mut States, on: &mut Scoring) {
    let plan = on.plan;
    let OpenTurn { ref moment, gesture, to, never_said, ref not_taken_in, ref out_of_place, ref wrong } = *turn;
    let option = moment.chosen.and_then(|option| plan.option(moment.node, option));
    let made = gesture.map(|kind| [Act { kind, arg: Arg::None }]);
    let is_aside = option.is_some_and(|option| option.aside);
    let is_paper = option.is_none() && gesture.is_none() && moment.is_filled();
    let (handed_in, in_vain) =
        if is_paper { plan.handed_in(moment.node, moment.written, wrong) } else { (Vec::new(), Vec::new()) };
    let of_paper = Marks::of(handed_in.iter().map(|act| &plan.act(act.kind).marks));
    let said: Vec<Act> = if is_paper { plan.said_of(moment.node, moment.written).collect() } else { Vec::new() };
    let said_marks = Marks::of(said.iter().map(|act| &plan.act(act.kind).marks));
    let (acts, marks) = match (option, gesture, &made) {
        (Some(option), ..) => (&option.acts[..], &option.marks),
        (None, Some(kind), Some(made)) => (&made[..], &plan.act(kind).marks),
        _ => (&handed_in[..], &of_paper),
    };
    let turn = CompleteTurn {
        moment,
        option,
        acts,
        marks,
        said: if is_paper { &said } else { acts },
        said_marks: if is_paper { &said_marks } else { marks },
        is_gesture: gesture.is_some(),
        is_paper,
        on_offer: plan.on_offer(moment).collect(),
        fulfils: plan.fulfils(moment.node),
        to: (to.or(option.and_then(|option| option.to)))
            .or_else(|| plan.addressed(moment.node))
            .or(on.situation.speaker)
            .filter(|_| !is_aside),
        is_aside,
        never_said,
        not_taken_in,
        out_of_place,
        in_vain: &in_vain,
    };
    if plan.free && !turn.is_gesture {
        on.situation.variety.turn(turn.real_acts());
    }
    follow_author(&turn, on);
    rules.turn(&turn, on);
    // A word to one's own people is no turn of the visitor's.
    if !turn.is_gesture && !turn.is_aside {
        on.situation.open.grow_older();
        rules.choice_made(on);
    }
    on.situation.open.drop_settled();
}

/// What the author judges by hand is judged so; see that the rules leave it alone.
fn follow_author(turn: &CompleteTurn, on: &mut Scoring) {
    for (criterion, judged) in turn.option.into_iter().flat_map(|option| &option.judged) {
        if let Some(verdict) = Verdict::by_hand(*judged) {
            on.record(*criterion, verdict, Reason::Author, turn.moment, turn.to);
        }
    }
}

/// Assesses a whole session from its events; what a step back undid does not count.
pub fn assess(rubric: &Rubric, scenario: &Scenario, timed: bool, events: &[Event]) -> Assessment {
    let mut assessor = Assessor::new(rubric, scenario, ActCatalogue::shipped(), timed);
    effective(events).iter().for_each(|event| assessor.observe(event));
    assessor.assessment()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// It would wait for ever.
    #[test]
    fn no_rule_listens_for_what_is_never_told() {
        let in_vain: Vec<EventKind> = NEVER_TOLD.iter().filter(|kind| States::hear(*kind)).collect();
        assert!(in_vain.is_empty(), "{in_vain:?}");
    }
}
