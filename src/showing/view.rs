//! What the visit screen shows, worked out from the events that have been shown so far.

use crate::procedure::FormAnswer;
use crate::scenario::model::{Scenario, Variant};
use crate::session::{Awaiting, Event, Offer, Projection, StepTold, effective};
use crate::vocabulary::ActIx;
use crate::vocabulary::{NodeIx, Somebody, VisitIx, VisitorIx};

/// A line of the conversation so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A visit began.
    VisitBegan {
        /// Which.
        visit: VisitIx,
        /// On which day, counted from day 0.
        day: u16,
    },
    /// Somebody spoke, or something was told.
    Line {
        /// The line.
        node: NodeIx,
        /// Which wording of it.
        variant: u8,
    },
    /// The trainee's words.
    Chosen {
        /// From 1.
        turn: u32,
        /// The choice.
        node: NodeIx,
        /// Which option, in the order of the author.
        option: u8,
    },
    /// A gesture of the trainee's.
    Gesture {
        /// From 1.
        turn: u32,
        /// Which.
        act: ActIx,
    },
    /// A paper or a composed answer was handed in.
    Filled {
        /// From 1.
        turn: u32,
        /// The paper.
        node: NodeIx,
        /// What was entered.
        written: FormAnswer,
    },
    /// The visitor was cut off with this share (in thousandths) unsaid.
    CutOff {
        /// Who was cut off.
        who: VisitorIx,
        /// In thousandths.
        unsaid: u16,
    },
    /// Somebody broke out.
    Outburst {
        /// Who.
        who: VisitorIx,
    },
    /// Days passed.
    Meanwhile {
        /// Where they do.
        node: NodeIx,
        /// How many.
        days: u16,
    },
    /// A step of the matter and what became of it.
    Step(StepTold),
}

/// The state of the stage and the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// What the events come to.
    pub now: Projection,
    /// The conversation, line by line.
    pub entries: Vec<Entry>,
    /// The session's clock when the visit at hand began.
    began_ms: Option<u64>,
}

impl View {
    /// Before anything has happened.
    pub fn blank(scenario: &Scenario) -> Self {
        Self { now: Projection::new(scenario), entries: Vec::new(), began_ms: None }
    }

    /// After these events, those that a step back undid left out.
    pub fn of(scenario: &Scenario, shown: &[Event]) -> Self {
        let mut view = Self::blank(scenario);
        for event in effective(shown) {
            view.now.take(scenario, &event);
            view.entries.extend(view.entry(&event));
            view.began_ms = match event {
                Event::VisitBegan { .. } => None,
                Event::Said { at_ms, .. } | Event::Offered { at_ms, .. } => view.began_ms.or(Some(at_ms)),
                _ => view.began_ms,
            };
        }
        view
    }

    /// Minutes since the visit at hand began, by the session's clock.
    pub fn minutes(&self, now_ms: u64) -> u16 {
        let passed = self.began_ms.map_or(0, |began| now_ms.saturating_sub(began) / 60_000);
        u16::try_from(passed).unwrap_or(u16::MAX)
    }

    /// What an event that has just been taken adds to the conversation.
    fn entry(&self, event: &Event) -> Option<Entry> {
        Some(match *event {
            Event::VisitBegan { visit, day } => Entry::VisitBegan { visit, day },
            Event::Said { node, variant, .. } => Entry::Line { node, variant },
            Event::Filled { turn, node, written, .. } => Entry::Filled { turn, node, written },
            Event::Interrupted { who, unsaid } => Entry::CutOff { who, unsaid },
            Event::Chose { turn, node, option, .. } => Entry::Chosen { turn, node, option },
            Event::Gestured { turn, act, .. } => Entry::Gesture { turn, act },
            Event::Outburst { who } => Entry::Outburst { who },
            Event::TimePassed { node, days } => Entry::Meanwhile { node, days },
            Event::StepTaken { .. } | Event::StepRefused { .. } | Event::StepOverdue { .. } => {
                Entry::Step(*self.now.last_step()?)
            }
            _ => return None,
        })
    }

    /// The choice at hand, once it has been shown.
    pub fn offer(&self) -> Option<(NodeIx, Offer)> {
        match self.now.asked? {
            Awaiting::Choice { node, offer } => Some((node, offer)),
            Awaiting::Desk { .. } | Awaiting::Ended { .. } => None,
        }
    }

    /// The form to fill or the answer to compose at hand.
    pub fn laid(&self) -> Option<NodeIx> {
        match self.now.asked? {
            Awaiting::Desk { node } => Some(node),
            Awaiting::Choice { .. } | Awaiting::Ended { .. } => None,
        }
    }
}

/// The spoken variant of a line node.
pub fn variant(scenario: &Scenario, node: NodeIx, variant: u8) -> Option<&Variant> {
    scenario.kind(node)?.speech()?.variants.get(usize::from(variant))
}

/// The visitor or the one of our own people who speaks at a node; `None`: narration.
pub fn speaker(scenario: &Scenario, node: NodeIx) -> Option<Somebody> {
    scenario.kind(node)?.speech()?.speaker()
}
