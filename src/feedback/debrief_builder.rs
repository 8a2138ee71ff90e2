//! Goes through a session's events once and sorts them into turns, curves, facts, papers and promises.

use super::debrief::{Action, Change, Curve, Debrief, Heard, Landed, Passage, Point, StaffDid, Turn, Wrote};
use crate::rubric::assessment::Assessment;
use crate::scenario::model::Scenario;
use crate::session::{Event, Projection};
use crate::vocabulary::Snapshot;
use crate::vocabulary::{ActEffect, Pause};
use crate::vocabulary::{FactIx, NodeIx, VisitorIx};

/// Everything but thoughts, turning points and questions.
pub(super) fn walk(scenario: &Scenario, events: &[Event], assessment: Assessment) -> Debrief {
    let mut walk = Walk::new(scenario, assessment);
    for event in events {
        walk.take(event);
    }
    walk.close();
    let now = walk.now;
    walk.out.duration_ms = now.clock_ms;
    walk.out.facts = now.facts;
    (walk.out.promises, walk.out.steps, walk.out.outbursts) = (now.promises, now.steps, now.outbursts);
    (walk.out.papers, walk.out.decided) = (now.papers, now.decided);
    walk.out
}

struct Walk<'s> {
    scenario: &'s Scenario,
    out: Debrief,
    /// What the events come to.
    now: Projection,
    /// Feelings when the turn at hand began.
    base: Vec<Option<Snapshot>>,
    /// True while consequences belong to the last turn.
    open: bool,
    /// What the last turn changed is known; what is told after it stirs by itself.
    settled: bool,
    /// Something was said since the last turn: what it stirs is seen in the next one.
    told: bool,
    /// Gathered for the turn to come.
    before: Vec<Heard>,
    answers: Option<Heard>,
    noted: Vec<FactIx>,
    interrupted: Vec<(VisitorIx, u16)>,
    pauses: Vec<(u32, Pause)>,
    staff: Vec<StaffDid>,
    /// True once something was said or offered after the last turn.
    heard_since: bool,
}

impl<'s> Walk<'s> {
    fn new(scenario: &'s Scenario, assessment: Assessment) -> Self {
        Self {
            scenario,
            out: Debrief {
                story: Vec::new(),
                turns: Vec::new(),
                curves: Vec::new(),
                turning_points: Vec::new(),
                facts: Vec::new(),
                papers: Vec::new(),
                promises: Vec::new(),
                steps: Vec::new(),
                decided: Vec::new(),
                outbursts: 0,
                ending: None,
                duration_ms: 0,
                assessment,
                plus: Vec::new(),
                to_change: Vec::new(),
                questions: Vec::new(),
            },
            now: Projection::new(scenario),
            base: vec![None; scenario.visitors.len()],
            open: false,
            settled: false,
            told: false,
            before: Vec::new(),
            answers: None,
            noted: Vec::new(),
            interrupted: Vec::new(),
            pauses: Vec::new(),
            staff: Vec::new(),
            heard_since: true,
        }
    }

    fn take(&mut self, event: &Event) {
        // What a turn did is closed by what was felt up to it, and a turn begins with what was so before it.
        match *event {
            Event::VisitBegan { .. } | Event::TimePassed { .. } | Event::Ended { .. } => self.close(),
            Event::Chose { turn, at_ms, node, option } => self.begin(turn, at_ms, node, Action::Chose(option)),
            Event::Gestured { turn, at_ms, node, act } => self.begin(turn, at_ms, node, Action::Gestured(act)),
            Event::Filled { turn, at_ms, node, written } => self.begin(turn, at_ms, node, Action::Filled(written)),
            _ => {}
        }
        self.now.take(self.scenario, event);
        match *event {
            Event::VisitBegan { visit, day } => {
                (self.answers, self.told) = (None, false);
                self.out.story.push(Passage::Visit { visit, day });
            }
            Event::Said { node, variant, at_ms, .. } => {
                // What is told next stirs by itself; the turn did not do that.
                self.settle();
                self.told = true;
                self.heard_since = true;
                self.said(Heard { node, variant, at_ms });
            }
            Event::Offered { .. } | Event::Laid { .. } => self.heard_since = true,
            Event::Interrupted { who, unsaid } => match self.of_turn_at_hand() {
                Some(turn) => turn.interrupted.push((who, unsaid)),
                None => self.interrupted.push((who, unsaid)),
            },
            Event::Paused { ms, kind } => match self.of_turn_at_hand() {
                Some(turn) => turn.pauses.push((ms, kind)),
                None => self.pauses.push((ms, kind)),
            },
            Event::Acted { act, to, effect } => {
                if let Some(turn) = self.out.turns.last_mut() {
                    turn.acts.push(Landed { act, to, aside: None, effect });
                }
            }
            Event::ActedToStaff { act, to } => {
                if let Some(turn) = self.out.turns.last_mut() {
                    turn.acts.push(Landed { act, to: None, aside: Some(to), effect: ActEffect::Landed });
                }
            }
            // It works on those who hear it until the trainee's next turn shows what they feel.
            Event::StaffActed { who, act } => self.staff.push(StaffDid { who, act }),
            Event::Felt { who, state } => self.felt(who, state),
            Event::Outburst { who } => {
                self.out.story.push(Passage::Outburst(who));
                if self.open
                    && let Some(turn) = self.out.turns.last_mut()
                {
                    turn.outbursts.push(who);
                }
            }
            Event::FactTold { fact } => {
                if self.open
                    && let Some(turn) = self.out.turns.last_mut()
                {
                    turn.told.push(fact);
                }
            }
            Event::FactNoted { fact, .. } => self.noted.push(fact),
            Event::PaperIssued { paper } => {
                if self.open
                    && let Some(turn) = self.out.turns.last_mut()
                {
                    turn.papers.push(paper);
                }
            }
            Event::PromiseMade { promise, .. } => {
                if self.open
                    && let Some(turn) = self.out.turns.last_mut()
                {
                    turn.promises.push(promise);
                }
            }
            Event::PromiseKept { promise } => {
                self.out.story.push(Passage::PromiseKept(promise));
                if self.open
                    && let Some(turn) = self.out.turns.last_mut()
                {
                    turn.kept.push(promise);
                }
            }
            Event::PromiseBroken { promise } => self.out.story.push(Passage::PromiseBroken(promise)),
            Event::TimePassed { node, days } => self.out.story.push(Passage::TimePassed { node, days }),
            Event::StepTaken { node, .. } => {
                // A step of the trainee's own is told with the turn that took it.
                if self.scenario.kind(node).is_some_and(|kind| kind.as_time_passes().is_some()) {
                    self.tell_step();
                }
            }
            Event::StepRefused { .. } | Event::StepOverdue { .. } => self.tell_step(),
            Event::Ended { node } => {
                self.out.ending = Some(node);
                self.out.story.push(Passage::Ended(node));
            }
            Event::Wrote { entry, right, fault, basis, .. } => {
                if let Some(turn) = self.out.turns.last_mut() {
                    turn.wrote.push(Wrote { entry, right, fault, basis });
                }
            }
            Event::Chose { .. }
            | Event::Gestured { .. }
            | Event::Filled { .. }
            | Event::Decided { .. }
            | Event::VarSet { .. }
            | Event::HookTaken { .. }
            | Event::Skipped { .. }
            | Event::SteppedBack { .. } => {}
        }
    }

    fn said(&mut self, heard: Heard) {
        // Only lines are talk; what passes between the visits and the ending have events of their own.
        let Some(speech) = self.scenario.kind(heard.node).and_then(|kind| kind.speech()) else {
            return;
        };
        self.out.story.push(Passage::Said(heard));
        self.before.push(heard);
        if speech.speaker().is_some() {
            self.answers = Some(heard);
        }
    }

    /// The turn that an interruption or a pause belongs to when it is reported after the choice.
    fn of_turn_at_hand(&mut self) -> Option<&mut Turn> {
        if self.heard_since {
            // What is felt from here on belongs to the turn to come.
            self.close();
            return None;
        }
        self.out.turns.last_mut()
    }

    fn begin(&mut self, number: u32, at_ms: u64, node: NodeIx, action: Action) {
        self.close();
        self.out.story.push(Passage::Turn(self.out.turns.len()));
        self.out.turns.push(Turn {
            number,
            at_ms,
            visit: self.now.visit,
            day: self.now.case.day,
            node,
            before: std::mem::take(&mut self.before),
            answers: self.answers,
            noted: std::mem::take(&mut self.noted),
            interrupted: std::mem::take(&mut self.interrupted),
            pauses: std::mem::take(&mut self.pauses),
            action,
            wrote: Vec::new(),
            acts: Vec::new(),
            staff: std::mem::take(&mut self.staff),
            changes: Vec::new(),
            outbursts: Vec::new(),
            told: Vec::new(),
            papers: Vec::new(),
            promises: Vec::new(),
            kept: Vec::new(),
            evidence: Vec::new(),
            self_regulation: Vec::new(),
            critical: Vec::new(),
            better: None,
            thought: None,
        });
        (self.open, self.settled, self.told) = (true, false, false);
        self.heard_since = false;
    }

    /// What is felt from here on is not of the last turn any more.
    fn close(&mut self) {
        self.settle();
        self.open = false;
    }

    /// What the last turn changed is known now.
    fn settle(&mut self) {
        if self.open && !self.settled {
            let changes = (self.now.feelings.iter().zip(&self.base).enumerate())
                .filter_map(|(at, (now, base))| {
                    let after = (*now)?;
                    Some(Change { who: VisitorIx(at as u16), before: base.unwrap_or(after), after })
                })
                .collect();
            if let Some(turn) = self.out.turns.last_mut() {
                turn.changes = changes;
            }
            self.settled = true;
            self.base.clone_from(&self.now.feelings);
        }
        // Between turns the next one has not begun to work yet, unless it was heard coming (an interruption, a silence),
        // which is reported before the choice itself, or something sore has been told, which it answers.
        if !self.told && self.interrupted.is_empty() && self.pauses.is_empty() {
            self.base.clone_from(&self.now.feelings);
        }
    }

    fn felt(&mut self, who: VisitorIx, state: Snapshot) {
        let point = Point { at_ms: self.now.clock_ms, turn: self.now.turn, state, tension: state.tension() };
        let curve = match self.out.curves.iter().position(|curve| curve.who == who) {
            Some(at) => &mut self.out.curves[at],
            None => {
                self.out.curves.push(Curve { who, points: Vec::new() });
                let last = self.out.curves.len() - 1;
                &mut self.out.curves[last]
            }
        };
        match curve.points.last_mut() {
            // Several feelings at one instant are one point, the last; but a peak that happened stays.
            Some(last) if last.at_ms == point.at_ms && last.turn == point.turn && last.tension == point.tension => {
                *last = point;
            }
            _ => curve.points.push(point),
        }
    }

    /// The step that has just been taken, or has not, as a passage of its own.
    fn tell_step(&mut self) {
        self.out.story.push(Passage::Step(self.now.steps.len().saturating_sub(1)));
    }
}
