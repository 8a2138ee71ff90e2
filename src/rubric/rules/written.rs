//! `Written`: a field of a paper, or a part of a composed answer, was filled that bears on one of the `aspects`. Right is a
//! hit, slightly off half, otherwise a miss.

use super::{Observer, Of, RuleKind, Terms};
use crate::procedure::{Aspect, Found};
use crate::rubric::assessment::{Reason, Verdict};
use crate::rubric::error::RubricError;
use crate::rubric::findings::Better;
use crate::rubric::moment::Moment;
use crate::rubric::plan::PlannedNode;
use crate::rubric::reading::ActNames;
use crate::rubric::scoring::Scoring;
use crate::session::event::{Event, EventKind, EventSet};
use crate::vocabulary::NodeIx;
use enumset::{EnumSet, enum_set};
use serde::Deserialize;

/// What was written on a paper is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenRule {
    /// What of a paper it looks at.
    pub aspects: EnumSet<Aspect>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rubric) struct WrittenSource {
    aspects: Vec<Aspect>,
}

pub(super) fn read(source: WrittenSource, names: &ActNames) -> Result<Terms<WrittenRule>, RubricError> {
    let terms = Terms::without_acts(WrittenRule { aspects: source.aspects.into_iter().collect() });
    names.observable(terms, |terms| !terms.rule.aspects.is_empty())
}

/// No scenario needs papers, and no paper needs every kind of field.
impl RuleKind for WrittenRule {}

#[derive(Clone, Debug)]
pub(in crate::rubric) struct WrittenState;

impl Observer<Of<WrittenRule>> for WrittenState {
    const HEARS: EventSet = enum_set!(EventKind::Wrote);

    fn begin(_: &Of<WrittenRule>) -> Self {
        Self
    }

    fn event(&mut self, plan: &Of<WrittenRule>, event: &Event, on: &mut Scoring) {
        if let Event::Wrote { node, entry, right, fault, basis } = *event {
            wrote(plan, node, entry, right, fault.map(|fault| Found { fault, basis }), on);
        }
    }
}

fn wrote(plan: &Of<WrittenRule>, node: NodeIx, entry: u8, right: u8, found: Option<Found>, on: &mut Scoring) {
    let Some(PlannedNode::Desk { to, fields, .. }) = on.plan.nodes.get(node.at()) else { return };
    let (Some(turn), Some(kind)) = (&on.situation.turn, fields.get(usize::from(entry))) else { return };
    let moment = Moment { chosen: Some(entry), ..turn.moment.clone() };
    let fault = found.map(|found| found.fault);
    let verdict = match fault {
        None => Verdict::Hit,
        Some(fault) if fault.is_slight() => Verdict::Partial,
        Some(_) => Verdict::Miss,
    };
    let better = Better::Known(fault.map(|_| right).filter(|right| *right != entry));
    let to = to.or(on.situation.speaker);
    let aspect = Aspect::of(*kind, fault);
    for (criterion, _) in plan.iter().filter(|(_, rule)| rule.aspects.contains(aspect)) {
        on.note(*criterion, verdict, Reason::Wrote(found), &moment, better, to);
    }
}
