//! Events as a log keeps them: every position written as the id it stands for, and back.

use super::names::unknown;
pub use super::names::{NameKind, Names, RecordError};
use crate::procedure::{Actor, Fault, Objection, Ruling, Step, Timeliness};
use crate::scenario::model::{Act, MAX_OPTIONS};
use crate::session::{Event, Offer, StepBackMark};
use crate::vocabulary::Snapshot;
use crate::vocabulary::{ActEffect, Pause};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// An event with ids in place of positions, so that it can be read by a person and by later versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recorded {
    /// [`Event::VisitBegan`].
    VisitBegan {
        /// Id of the visit.
        visit: String,
        /// Days since day 0.
        day: u16,
    },
    /// [`Event::Said`].
    Said {
        /// Id of the node.
        node: String,
        /// Which of its variants, from 0.
        variant: u8,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
        /// Milliseconds.
        speech_ms: u32,
    },
    /// [`Event::Offered`].
    Offered {
        /// Id of the node.
        node: String,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
        /// Ids in the order shown.
        options: Vec<String>,
    },
    /// [`Event::Laid`].
    Laid {
        /// Id of the node.
        node: String,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
    },
    /// [`Event::Interrupted`].
    Interrupted {
        /// Id of the visitor.
        who: String,
        /// Thousandths.
        unsaid: u16,
    },
    /// [`Event::Skipped`].
    Skipped {
        /// Id of the visitor.
        who: String,
        /// Thousandths.
        unheard: u16,
    },
    /// [`Event::Paused`].
    Paused {
        /// Milliseconds.
        ms: u32,
        /// What kind of silence it was.
        kind: Pause,
    },
    /// [`Event::Chose`].
    Chose {
        /// From 1.
        turn: u32,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
        /// Id of the node.
        node: String,
        /// Id of the option within its choice.
        option: String,
    },
    /// [`Event::Gestured`].
    Gestured {
        /// From 1.
        turn: u32,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
        /// Id of the node.
        node: String,
        /// Name of the act.
        act: String,
    },
    /// [`Event::Filled`].
    Filled {
        /// From 1.
        turn: u32,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
        /// Id of the node.
        node: String,
        /// Entry by field.
        entries: IndexMap<String, String>,
    },
    /// [`Event::Wrote`].
    Wrote {
        /// Id of the node.
        node: String,
        /// Id of the field.
        field: String,
        /// Id of what was written.
        entry: String,
        /// Id of what would have been right.
        right: String,
        /// What is wrong with it; left out: nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fault: Option<Fault>,
        /// As cited: `xf2022/23`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<String>,
    },
    /// [`Event::Decided`].
    Decided {
        /// Id of the node.
        node: String,
        /// Id of the claim.
        claim: String,
        /// What was decided; left out: it was passed over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ruling: Option<Ruling>,
        /// What would have been right.
        right: Ruling,
        /// What is wrong with it; left out: nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fault: Option<Fault>,
    },
    /// [`Event::Acted`].
    Acted {
        /// Name of the act.
        act: String,
        /// What stood in brackets after the act; left out: nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        arg: Option<RecordedArg>,
        /// Id of the visitor; left out: nobody in particular.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
        /// Whether it landed.
        effect: ActEffect,
    },
    /// [`Event::ActedToStaff`].
    ActedToStaff {
        /// Name of the act.
        act: String,
        /// What stood in brackets after the act; left out: nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        arg: Option<RecordedArg>,
        /// Id of the one of our own people.
        to: String,
    },
    /// [`Event::StaffActed`].
    StaffActed {
        /// Id of the one of our own people.
        who: String,
        /// Name of the act.
        act: String,
        /// What stood in brackets after the act; left out: nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        arg: Option<RecordedArg>,
    },
    /// [`Event::Felt`].
    Felt {
        /// Id of the visitor.
        who: String,
        /// All of it, in thousandths.
        state: Snapshot,
    },
    /// [`Event::Outburst`].
    Outburst {
        /// Id of the visitor.
        who: String,
    },
    /// [`Event::FactTold`].
    FactTold {
        /// Id of the fact.
        fact: String,
    },
    /// [`Event::FactNoted`].
    FactNoted {
        /// Id of the fact.
        fact: String,
        /// Instant of the session clock, milliseconds.
        at_ms: u64,
    },
    /// [`Event::PaperIssued`].
    PaperIssued {
        /// Id of the kind of paper.
        paper: String,
    },
    /// [`Event::PromiseMade`].
    PromiseMade {
        /// Id of the promise.
        promise: String,
        /// Days since day 0.
        due_day: u16,
    },
    /// [`Event::PromiseKept`].
    PromiseKept {
        /// Id of the promise.
        promise: String,
    },
    /// [`Event::PromiseBroken`].
    PromiseBroken {
        /// Id of the promise.
        promise: String,
    },
    /// [`Event::TimePassed`].
    TimePassed {
        /// Id of the node.
        node: String,
        /// How many.
        days: u16,
    },
    /// [`Event::VarSet`].
    VarSet {
        /// Id of the counter.
        var: String,
        /// Its value now.
        value: i32,
    },
    /// [`Event::StepTaken`].
    StepTaken {
        /// Id of the node.
        node: String,
        /// Which step.
        step: Step,
        /// Who took it, or would have.
        by: Actor,
        /// Days since day 0.
        day: u16,
        /// What is to be said of its limit; left out: it has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        time: Option<Timeliness>,
    },
    /// [`Event::StepRefused`].
    StepRefused {
        /// Id of the node.
        node: String,
        /// Which step.
        step: Step,
        /// Who took it, or would have.
        by: Actor,
        /// What stands against it.
        why: Objection,
    },
    /// [`Event::StepOverdue`].
    StepOverdue {
        /// Which step.
        step: Step,
        /// Days past its last day, at least 1.
        late: u16,
    },
    /// [`Event::HookTaken`].
    HookTaken {
        /// Id of the node.
        node: String,
    },
    /// [`Event::SteppedBack`].
    SteppedBack {
        /// Number of the first turn that no longer counts.
        turn: u32,
    },
    /// [`Event::Ended`].
    Ended {
        /// Id of the node.
        node: String,
    },
}

/// What stood in brackets after an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecordedArg {
    /// The feeling word in the author's language.
    Word(String),
    /// Id of the fact.
    Fact(String),
    /// As cited: `noise2022/70`.
    Article(String),
    /// Id of the kind of paper.
    Paper(String),
    /// Id of the promise.
    Promise(String),
    /// Id of the visitor.
    Visitor(String),
}

impl Recorded {
    /// The event in ids.
    pub fn of(event: &Event, names: &Names) -> Self {
        match *event {
            Event::VisitBegan { visit, day } => Self::VisitBegan { visit: names.visit(visit), day },
            Event::Said { node, variant, at_ms, speech_ms } => {
                Self::Said { node: names.node(node), variant, at_ms, speech_ms }
            }
            Event::Offered { node, at_ms, options } => Self::Offered {
                node: names.node(node),
                at_ms,
                options: options.as_slice().iter().map(|&option| names.option(node, option)).collect(),
            },
            Event::Laid { node, at_ms } => Self::Laid { node: names.node(node), at_ms },
            Event::Interrupted { who, unsaid } => Self::Interrupted { who: names.visitor(who), unsaid },
            Event::Skipped { who, unheard } => Self::Skipped { who: names.visitor(who), unheard },
            Event::Paused { ms, kind } => Self::Paused { ms, kind },
            Event::Chose { turn, at_ms, node, option } => {
                Self::Chose { turn, at_ms, node: names.node(node), option: names.option(node, option) }
            }
            Event::Gestured { turn, at_ms, node, act } => {
                Self::Gestured { turn, at_ms, node: names.node(node), act: names.act(act) }
            }
            Event::Filled { turn, at_ms, node, written } => Self::Filled {
                turn,
                at_ms,
                node: names.node(node),
                entries: written.iter().map(|entry| names.entry(node, entry)).collect(),
            },
            Event::Wrote { node, entry, right, fault, basis } => {
                let (field, entry) = names.entry(node, entry);
                let (right, basis) = (names.entry(node, right).1, basis.map(|article| names.article(article)));
                Self::Wrote { node: names.node(node), field, entry, right, fault, basis }
            }
            Event::Decided { node, claim, ruling, right, fault } => {
                Self::Decided { node: names.node(node), claim: names.claim(claim), ruling, right, fault }
            }
            Event::Acted { act, to, effect } => Self::Acted {
                act: names.act(act.kind),
                arg: names.arg(act.arg),
                to: to.map(|who| names.visitor(who)),
                effect,
            },
            Event::ActedToStaff { act, to } => {
                Self::ActedToStaff { act: names.act(act.kind), arg: names.arg(act.arg), to: names.staff(to) }
            }
            Event::StaffActed { who, act } => {
                Self::StaffActed { who: names.staff(who), act: names.act(act.kind), arg: names.arg(act.arg) }
            }
            Event::Felt { who, state } => Self::Felt { who: names.visitor(who), state },
            Event::Outburst { who } => Self::Outburst { who: names.visitor(who) },
            Event::FactTold { fact } => Self::FactTold { fact: names.fact(fact) },
            Event::FactNoted { fact, at_ms } => Self::FactNoted { fact: names.fact(fact), at_ms },
            Event::PaperIssued { paper } => Self::PaperIssued { paper: names.paper(paper) },
            Event::PromiseMade { promise, due_day } => Self::PromiseMade { promise: names.promise(promise), due_day },
            Event::PromiseKept { promise } => Self::PromiseKept { promise: names.promise(promise) },
            Event::PromiseBroken { promise } => Self::PromiseBroken { promise: names.promise(promise) },
            Event::TimePassed { node, days } => Self::TimePassed { node: names.node(node), days },
            Event::VarSet { var, value } => Self::VarSet { var: names.var(var), value },
            Event::StepTaken { node, step, by, day, time } => {
                Self::StepTaken { node: names.node(node), step, by, day, time }
            }
            Event::StepRefused { node, step, by, why } => Self::StepRefused { node: names.node(node), step, by, why },
            Event::StepOverdue { step, late } => Self::StepOverdue { step, late },
            Event::HookTaken { node } => Self::HookTaken { node: names.node(node) },
            Event::SteppedBack { turn } => Self::SteppedBack { turn },
            Event::Ended { node } => Self::Ended { node: names.node(node) },
        }
    }

    /// What it is to a step back.
    pub const fn step_back_mark(&self) -> StepBackMark {
        match self {
            Self::Chose { turn, .. } | Self::Gestured { turn, .. } | Self::Filled { turn, .. } => {
                StepBackMark::Turn(*turn)
            }
            Self::Interrupted { .. } | Self::Paused { .. } => StepBackMark::Timing,
            Self::SteppedBack { turn } => StepBackMark::Back(*turn),
            _ => StepBackMark::Other,
        }
    }

    /// The event in positions.
    ///
    /// # Errors
    ///
    /// [`RecordError`], where a name in it is none of the scenario.
    pub fn resolve(&self, names: &Names) -> Result<Event, RecordError> {
        Ok(match self {
            Self::VisitBegan { visit, day } => Event::VisitBegan { visit: names.find_visit(visit)?, day: *day },
            Self::Said { node, variant, at_ms, speech_ms } => {
                let at = names.find_node(node)?;
                let speech = names.scenario.kind(at).and_then(|kind| kind.speech());
                if speech.is_some_and(|speech| usize::from(*variant) >= speech.variants.len()) {
                    return Err(unknown(NameKind::Node, &format!("{node}.variant-{variant}")));
                }
                Event::Said { node: at, variant: *variant, at_ms: *at_ms, speech_ms: *speech_ms }
            }
            Self::Offered { node, at_ms, options } => {
                let at = names.find_node(node)?;
                if let Some(extra) = options.get(MAX_OPTIONS) {
                    return Err(unknown(NameKind::Option, extra));
                }
                let mut offer = Offer::default();
                for option in options {
                    offer.push(names.find_option(at, option)?);
                }
                Event::Offered { node: at, at_ms: *at_ms, options: offer }
            }
            Self::Laid { node, at_ms } => Event::Laid { node: names.find_node(node)?, at_ms: *at_ms },
            Self::Interrupted { who, unsaid } => Event::Interrupted { who: names.find_visitor(who)?, unsaid: *unsaid },
            Self::Skipped { who, unheard } => Event::Skipped { who: names.find_visitor(who)?, unheard: *unheard },
            Self::Paused { ms, kind } => Event::Paused { ms: *ms, kind: *kind },
            Self::Chose { turn, at_ms, node, option } => {
                let node = names.find_node(node)?;
                Event::Chose { turn: *turn, at_ms: *at_ms, node, option: names.find_option(node, option)? }
            }
            Self::Gestured { turn, at_ms, node, act } => {
                Event::Gestured { turn: *turn, at_ms: *at_ms, node: names.find_node(node)?, act: names.find_act(act)? }
            }
            Self::Filled { turn, at_ms, node, entries } => {
                let node = names.find_node(node)?;
                Event::Filled { turn: *turn, at_ms: *at_ms, node, written: names.find_answer(node, entries)? }
            }
            Self::Wrote { node, field, entry, right, fault, basis } => {
                let node = names.find_node(node)?;
                let entry = names.find_entry(node, field, entry)?;
                let basis = basis.as_deref().map(|article| names.find_article(article)).transpose()?;
                Event::Wrote { node, entry, right: names.find_entry(node, field, right)?, fault: *fault, basis }
            }
            Self::Decided { node, claim, ruling, right, fault } => Event::Decided {
                node: names.find_node(node)?,
                claim: names.find_claim(claim)?,
                ruling: *ruling,
                right: *right,
                fault: *fault,
            },
            Self::Acted { act, arg, to, effect } => Event::Acted {
                act: Act { kind: names.find_act(act)?, arg: names.find_arg(arg.as_ref())? },
                to: to.as_deref().map(|who| names.find_visitor(who)).transpose()?,
                effect: *effect,
            },
            Self::ActedToStaff { act, arg, to } => Event::ActedToStaff {
                act: Act { kind: names.find_act(act)?, arg: names.find_arg(arg.as_ref())? },
                to: names.find_staff(to)?,
            },
            Self::StaffActed { who, act, arg } => Event::StaffActed {
                who: names.find_staff(who)?,
                act: Act { kind: names.find_act(act)?, arg: names.find_arg(arg.as_ref())? },
            },
            Self::Felt { who, state } => Event::Felt { who: names.find_visitor(who)?, state: *state },
            Self::Outburst { who } => Event::Outburst { who: names.find_visitor(who)? },
            Self::FactTold { fact } => Event::FactTold { fact: names.find_fact(fact)? },
            Self::FactNoted { fact, at_ms } => Event::FactNoted { fact: names.find_fact(fact)?, at_ms: *at_ms },
            Self::PaperIssued { paper } => Event::PaperIssued { paper: names.find_paper(paper)? },
            Self::PromiseMade { promise, due_day } => {
                Event::PromiseMade { promise: names.find_promise(promise)?, due_day: *due_day }
            }
            Self::PromiseKept { promise } => Event::PromiseKept { promise: names.find_promise(promise)? },
            Self::PromiseBroken { promise } => Event::PromiseBroken { promise: names.find_promise(promise)? },
            Self::TimePassed { node, days } => Event::TimePassed { node: names.find_node(node)?, days: *days },
            Self::VarSet { var, value } => Event::VarSet { var: names.find_var(var)?, value: *value },
            Self::StepTaken { node, step, by, day, time } => {
                Event::StepTaken { node: names.find_node(node)?, step: *step, by: *by, day: *day, time: *time }
            }
            Self::StepRefused { node, step, by, why } => {
                Event::StepRefused { node: names.find_node(node)?, step: *step, by: *by, why: *why }
            }
            Self::StepOverdue { step, late } => Event::StepOverdue { step: *step, late: *late },
            Self::HookTaken { node } => Event::HookTaken { node: names.find_node(node)? },
            Self::SteppedBack { turn } => Event::SteppedBack { turn: *turn },
            Self::Ended { node } => Event::Ended { node: names.find_node(node)? },
        })
    }
}
