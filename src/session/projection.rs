//! What the events so far come to. The one projection of events: window, terminal and debrief read this and add only
//! what they show of it.

use super::case_told::CaseTold;
use super::cursor::Awaiting;
use super::event::Event;
use crate::procedure::{Actor, Fault, PaperIx, Ruling, Step, StepFate};
use crate::scenario::model::Scenario;
use crate::visitor::Saying;
use crate::vocabulary::{ClaimIx, FactIx, NodeIx, PromiseIx, Snapshot, VisitIx, VisitorIx};

/// A promise that was made and what became of it. Days are counted from day 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PromiseFate {
    /// Which promise.
    pub promise: PromiseIx,
    /// The turn in which it was made.
    pub turn: u32,
    /// Day on which it was made.
    pub made_day: u16,
    /// Day by which it is to be kept.
    pub due_day: u16,
    /// What became of it so far.
    pub fate: Fate,
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Not due yet.
    Open,
    /// It was kept.
    Kept {
        /// On this day.
        day: u16,
    },
    /// It was not.
    Broken {
        /// The day on which that came out.
        day: u16,
    },
}

/// A step of the matter and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepTold {
    /// Which step.
    pub step: Step,
    /// Who took it, or would have.
    pub by: Actor,
    /// Day of the play, from 0.
    pub day: u16,
    /// The turn in which it happened; 0 before the first.
    pub turn: u32,
    /// Taken, refused or overdue.
    pub fate: StepFate,
}

/// A paper that was written and handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperIssued {
    /// Which kind of paper.
    pub paper: PaperIx,
    /// The turn in which it was; 0 before the first.
    pub turn: u32,
    /// The session clock, in milliseconds.
    pub at_ms: u64,
    /// Counted from day 0.
    pub day: u16,
}

/// What was decided on a claim last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimDecided {
    /// Which claim.
    pub claim: ClaimIx,
    /// The turn in which it was decided.
    pub turn: u32,
    /// `None`: a paper that had to decide it passed over it.
    pub ruling: Option<Ruling>,
    /// What is wrong with it; `None`: nothing.
    pub fault: Option<Fault>,
}

/// What became of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactFate {
    /// Which fact.
    pub fact: FactIx,
    /// Turn and clock; turn 0 is before the first.
    pub told: Option<(u32, u64)>,
    /// Instant of the session clock, milliseconds; `None`: not noted.
    pub noted_at_ms: Option<u64>,
}

/// Where a session stands, by its events.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// The visit that is going on, or was last.
    pub visit: VisitIx,
    /// Day and matter.
    pub case: CaseTold,
    /// Number of the last turn; 0 before the first.
    pub turn: u32,
    /// What is asked for, once it has been shown: `None` while the trainee cannot act.
    pub asked: Option<Awaiting>,
    /// The session clock at the last event that bears a time, in milliseconds.
    pub clock_ms: u64,
    /// By `FactIx`.
    pub facts: Vec<FactFate>,
    /// In the order of noting.
    pub noted: Vec<FactIx>,
    /// In the order in which they went out.
    pub papers: Vec<PaperIssued>,
    /// In the order in which they were made.
    pub promises: Vec<PromiseFate>,
    /// In the order of time.
    pub steps: Vec<StepTold>,
    /// Each claim on which something was decided, once, in the order in which it first was.
    pub decided: Vec<ClaimDecided>,
    /// By `VisitorIx`; `None` for who has not appeared yet.
    pub feelings: Vec<Option<Snapshot>>,
    /// By `VisitorIx`: the line, and which wording of it, they said last since the trainee's last turn.
    said: Vec<Option<(NodeIx, u8)>>,
    /// Outbursts so far; a crowd's counts for each who bursts out.
    pub outbursts: u32,
}

impl Projection {
    /// Before anything has happened.
    pub fn new(scenario: &Scenario) -> Self {
        Self {
            visit: VisitIx(0),
            case: CaseTold::new(scenario),
            turn: 0,
            asked: None,
            clock_ms: 0,
            facts: (0..scenario.facts.len())
                .map(|at| FactFate { fact: FactIx(at as u16), told: None, noted_at_ms: None })
                .collect(),
            noted: Vec::new(),
            papers: Vec::new(),
            promises: Vec::new(),
            steps: Vec::new(),
            decided: Vec::new(),
            feelings: vec![None; scenario.visitors.len()],
            said: vec![None; scenario.visitors.len()],
            outbursts: 0,
        }
    }

    /// Takes the next event. A step back cannot be followed from here: begin anew with the events that
    /// [`effective`](super::effective) leaves.
    pub fn take(&mut self, scenario: &Scenario, event: &Event) {
        self.case.take(event);
        self.clock_ms = self.clock_ms.max(event.at_ms().unwrap_or(0));
        match *event {
            Event::VisitBegan { visit, .. } => {
                self.visit = visit;
                self.said.fill(None);
            }
            Event::Said { node, variant, .. } => {
                let who = scenario.kind(node).and_then(|kind| kind.speech()?.who);
                if let Some(said) = who.and_then(|who| self.said.get_mut(who.at())) {
                    *said = Some((node, variant));
                }
            }
            Event::Offered { node, options, .. } => self.asked = Some(Awaiting::Choice { node, offer: options }),
            Event::Laid { node, .. } => self.asked = Some(Awaiting::Desk { node }),
            Event::Ended { node } => self.asked = Some(Awaiting::Ended { node }),
            Event::Chose { turn, .. } | Event::Filled { turn, .. } => {
                (self.turn, self.asked) = (turn, None);
                self.said.fill(None);
            }
            // What is on offer stays on offer.
            Event::Gestured { turn, .. } => self.turn = turn,
            Event::Felt { who, state } => {
                if let Some(feelings) = self.feelings.get_mut(who.at()) {
                    *feelings = Some(state);
                }
            }
            Event::Outburst { .. } => self.outbursts += 1,
            Event::FactTold { fact } => {
                let now = (self.turn, self.clock_ms);
                if let Some(fate) = self.facts.get_mut(fact.at()) {
                    fate.told.get_or_insert(now);
                }
            }
            Event::FactNoted { fact, at_ms } if !self.noted.contains(&fact) => {
                self.noted.push(fact);
                if let Some(fate) = self.facts.get_mut(fact.at()) {
                    fate.noted_at_ms = Some(at_ms);
                }
            }
            Event::PaperIssued { paper } => {
                let (turn, at_ms, day) = (self.turn, self.clock_ms, self.case.day);
                self.papers.push(PaperIssued { paper, turn, at_ms, day });
            }
            Event::PromiseMade { promise, due_day } => {
                let (turn, made_day) = (self.turn, self.case.day);
                self.promises.push(PromiseFate { promise, turn, made_day, due_day, fate: Fate::Open });
            }
            Event::PromiseKept { promise } => self.settle(promise, Fate::Kept { day: self.case.day }),
            Event::PromiseBroken { promise } => self.settle(promise, Fate::Broken { day: self.case.day }),
            Event::Decided { claim, ruling, fault, .. } => {
                let now = ClaimDecided { claim, turn: self.turn, ruling, fault };
                match self.decided.iter_mut().find(|known| known.claim == claim) {
                    Some(known) => *known = now,
                    None => self.decided.push(now),
                }
            }
            Event::StepTaken { .. } | Event::StepRefused { .. } | Event::StepOverdue { .. } => {
                self.step(scenario, event);
            }
            _ => {}
        }
    }

    /// What a promise came to holds for every time that it was made.
    fn settle(&mut self, promise: PromiseIx, fate: Fate) {
        for made in self.promises.iter_mut().filter(|made| made.promise == promise && made.fate == Fate::Open) {
            made.fate = fate;
        }
    }

    fn step(&mut self, scenario: &Scenario, event: &Event) {
        let office = scenario.matter.as_ref().map_or(Actor::PetitionOffice, |matter| matter.office);
        let (step, by, day, fate) = match *event {
            Event::StepTaken { step, by, day, time, .. } => (step, by, day, StepFate::Taken(time)),
            Event::StepRefused { step, by, why, .. } => (step, by, self.case.day, StepFate::Refused(why)),
            Event::StepOverdue { step, late } => (step, office, self.case.day, StepFate::Overdue { late }),
            _ => return,
        };
        self.steps.push(StepTold { step, by, day, turn: self.turn, fate });
    }

    /// Whether this has been told.
    pub fn has_told(&self, fact: FactIx) -> bool {
        self.facts.get(fact.at()).is_some_and(|fate| fate.told.is_some())
    }

    /// The step that the last event brought; `None` before the first.
    pub fn last_step(&self) -> Option<&StepTold> {
        self.steps.last()
    }

    /// What is felt by one of the visitors: nothing yet by who has not appeared.
    pub fn felt(&self, who: VisitorIx) -> Option<Snapshot> {
        self.feelings.get(who.at()).copied().flatten()
    }

    /// What this visitor is saying, or has just said and nobody has answered yet: it stays in their face.
    pub fn saying<'s>(&self, scenario: &'s Scenario, who: VisitorIx) -> Option<Saying<'s>> {
        let (node, variant) = self.said.get(who.at()).copied().flatten()?;
        let line = scenario.kind(node)?.speech()?;
        Some(Saying { manner: line.manner, cues: &line.variants.get(usize::from(variant))?.cues })
    }

    /// The tension a bystander would sense: that of the most tense of those present, 0..1000.
    pub fn tension(&self, scenario: &Scenario) -> i16 {
        let present = scenario.visits.get(self.visit.at()).map_or(&[][..], |visit| &visit.present);
        present.iter().map(|who| self.felt(*who).unwrap_or_default().tension()).max().unwrap_or(0)
    }
}
