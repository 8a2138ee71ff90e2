//! What the visit screen shows, worked out from the events that have been shown so far.

use crate::procedure::{Actor, Progress, Rules, Step, StepFate};
use crate::scenario::desk_task::Written;
use crate::scenario::model::{NodeKind, Scenario, Variant};
use crate::session::{Event, Offer, effective};
use crate::vocabulary::ActIx;
use crate::vocabulary::Snapshot;
use crate::vocabulary::{FactIx, NodeIx, PromiseIx, VisitIx, VisitorIx};

/// A line of the conversation so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    VisitBegan {
        visit: VisitIx,
        day: u16,
    },
    Line {
        node: NodeIx,
        variant: u8,
    },
    /// The trainee's words.
    Chosen {
        turn: u32,
        node: NodeIx,
        option: u8,
    },
    Gesture {
        turn: u32,
        act: ActIx,
    },
    /// A paper or a composed answer was handed in.
    Filled {
        turn: u32,
        node: NodeIx,
        written: Written,
    },
    /// The visitor was cut off with this share (in thousandths) unsaid.
    CutOff {
        who: VisitorIx,
        unsaid: u16,
    },
    Outburst {
        who: VisitorIx,
    },
    Meanwhile {
        node: NodeIx,
        days: u16,
    },
    /// A step of the matter and what became of it.
    Step {
        step: Step,
        by: Actor,
        day: u16,
        fate: StepFate,
    },
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vow {
    Open,
    Kept,
    Broken,
}

/// The state of the stage and the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub visit: VisitIx,
    pub day: u16,
    /// The choice at hand, once it has been shown.
    pub offer: Option<(NodeIx, Offer)>,
    /// The form to fill or the answer to compose at hand.
    pub laid: Option<NodeIx>,
    pub entries: Vec<Entry>,
    /// In the order of noting.
    pub noted: Vec<FactIx>,
    pub told: Vec<FactIx>,
    /// What has been promised, the day by which it is due, and what became of it.
    pub vows: Vec<(PromiseIx, u16, Vow)>,
    /// Where the matter stands, where the scenario says anything of it.
    pub matter: Option<Progress>,
    /// By `VisitorIx`.
    pub feelings: Vec<Snapshot>,
    /// Turns taken.
    pub turn: u32,
    pub ended: Option<NodeIx>,
}

impl View {
    /// Before anything has happened.
    pub fn blank(scenario: &Scenario) -> Self {
        Self {
            visit: VisitIx(0),
            day: 0,
            offer: None,
            laid: None,
            entries: Vec::new(),
            noted: Vec::new(),
            told: Vec::new(),
            vows: Vec::new(),
            matter: scenario.matter.as_ref().map(|matter| matter.start),
            feelings: vec![Snapshot::default(); scenario.visitors.len()],
            turn: 0,
            ended: None,
        }
    }

    pub fn of(scenario: &Scenario, shown: &[Event]) -> Self {
        let mut view = Self::blank(scenario);
        for event in effective(shown) {
            view.take(&event);
            view.step(scenario, &event);
        }
        view
    }

    fn take(&mut self, event: &Event) {
        match *event {
            Event::VisitBegan { visit, day } => {
                (self.visit, self.day) = (visit, day);
                self.entries.push(Entry::VisitBegan { visit, day });
            }
            Event::Said { node, variant, .. } => self.entries.push(Entry::Line { node, variant }),
            Event::Offered { node, options, .. } => (self.offer, self.laid) = (Some((node, options)), None),
            Event::Laid { node, .. } => (self.offer, self.laid) = (None, Some(node)),
            Event::Filled { turn, node, written, .. } => {
                (self.turn, self.laid) = (turn, None);
                self.entries.push(Entry::Filled { turn, node, written });
            }
            Event::Interrupted { who, unsaid } => self.entries.push(Entry::CutOff { who, unsaid }),
            Event::Chose { turn, node, option, .. } => {
                (self.turn, self.offer) = (turn, None);
                self.entries.push(Entry::Chosen { turn, node, option });
            }
            Event::Gestured { turn, act, .. } => {
                self.turn = turn;
                self.entries.push(Entry::Gesture { turn, act });
            }
            Event::Felt { who, state } => {
                if let Some(feelings) = self.feelings.get_mut(who.at()) {
                    *feelings = state;
                }
            }
            Event::Outburst { who } => self.entries.push(Entry::Outburst { who }),
            Event::FactTold { fact } => self.told.push(fact),
            Event::FactNoted { fact, .. } => self.noted.push(fact),
            Event::PromiseMade { promise, due_day } => self.vows.push((promise, due_day, Vow::Open)),
            Event::PromiseKept { promise } => self.settle(promise, Vow::Kept),
            Event::PromiseBroken { promise } => self.settle(promise, Vow::Broken),
            Event::TimePassed { node, days } => self.entries.push(Entry::Meanwhile { node, days }),
            Event::Ended { node } => (self.ended, self.offer, self.laid) = (Some(node), None, None),
            _ => {}
        }
    }

    /// The matter goes on, or does not.
    fn step(&mut self, scenario: &Scenario, event: &Event) {
        let office = scenario.matter.as_ref().map_or(Actor::PetitionOffice, |matter| matter.office);
        let (step, by, day, fate) = match *event {
            Event::StepTaken { step, by, day, time, .. } => (step, by, day, StepFate::Taken(time)),
            Event::StepRefused { step, by, why, .. } => (step, by, self.day, StepFate::Refused(why)),
            Event::StepOverdue { step, late } => (step, office, self.day, StepFate::Overdue { late }),
            _ => return,
        };
        if let (Some(matter), StepFate::Taken(_)) = (&mut self.matter, fate) {
            let on = scenario.plays_on.checked_add(jiff::Span::new().days(day)).unwrap_or(scenario.plays_on);
            // The session has let it through.
            let _ = matter.take(step, by, on, Rules::shipped());
        }
        self.entries.push(Entry::Step { step, by, day, fate });
    }

    fn settle(&mut self, promise: PromiseIx, vow: Vow) {
        for (_, _, state) in self.vows.iter_mut().filter(|(made, _, state)| *made == promise && *state == Vow::Open) {
            *state = vow;
        }
    }

    /// The tension a bystander would sense: that of the most tense of those present, 0..1000.
    pub fn tension(&self, scenario: &Scenario) -> i16 {
        let present = scenario.visits.get(self.visit.at()).map_or(&[][..], |visit| &visit.present);
        present.iter().filter_map(|who| self.feelings.get(who.at())).map(Snapshot::tension).max().unwrap_or(0)
    }
}

/// The spoken variant of a line node.
pub fn variant(scenario: &Scenario, node: NodeIx, variant: u8) -> Option<&Variant> {
    match &scenario.nodes.get(node.at())?.kind {
        NodeKind::Line(line) => line.variants.get(usize::from(variant)),
        _ => None,
    }
}

/// Who speaks at a node; `None`: narration.
pub fn speaker(scenario: &Scenario, node: NodeIx) -> Option<VisitorIx> {
    match &scenario.nodes.get(node.at())?.kind {
        NodeKind::Line(line) => line.who,
        _ => None,
    }
}
