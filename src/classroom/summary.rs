//! What a log comes to, so that a class's page need not play a thousand logs again: worked out once, by replay, when it is
//! handed in.

use crate::feedback::debrief::{Action, Debrief};
use crate::logbook::recording::Opened;
use crate::rubric::assessment::{Milli, Verdict};
use crate::rubric::{Rubric, Standing};
use crate::session::Event;
use crate::vocabulary::ActCatalogue;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a session came to. All scores in thousandths.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// `id/version` of the rubric.
    pub rubric: String,
    /// The hash of the scenario that was played.
    pub hash: String,
    /// As programs read it: `passed`, `not-passed`, `unfinished`, `unscored`.
    pub standing: String,
    /// After critical failures capped it.
    pub total: Option<i64>,
    /// By `Dimension as usize`.
    pub dimensions: [Option<i64>; 3],
    /// Ids of the critical failures, in their order.
    pub critical: Vec<String>,
    /// The id of the ending's outcome; `None`: none was reached.
    pub outcome: Option<String>,
    /// The id of the ending.
    pub ending: Option<String>,
    /// By id of the criterion: the share of its opportunities that was taken. One without an opportunity is not there.
    pub criteria: BTreeMap<String, i64>,
    /// What was chosen, in order; what a step back undid is not there.
    pub taken: Vec<Taken>,
    /// Session clock.
    pub duration_ms: u64,
    /// What the trainee did.
    pub turns: u32,
    /// How often the visitor burst out.
    pub outbursts: u32,
    /// Steps back.
    pub steps_back: u32,
}

/// An option taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Which turn.
    pub turn: u32,
    /// The choice, by its id.
    pub node: String,
    /// The option, by its id.
    pub option: String,
    /// The line that it answers: the id of its node, and which wording of it.
    pub heard: Option<(String, u8)>,
    /// Mean of what its evidence earned; `None`: nothing was scored there.
    pub points: Option<i64>,
    /// A better one was on offer, and this one missed something: a wrong turn.
    pub wrong: bool,
}

/// Works it out.
pub fn summary(opened: &Opened, rubric: &Rubric) -> Summary {
    let scenario = &opened.scenario;
    let debrief = Debrief::of(scenario, rubric, ActCatalogue::shipped(), opened.head.settings.timed, &opened.events);
    let found = &debrief.assessment;
    let ending = debrief.ending.and_then(|at| scenario.nodes.get(at.at()));
    let outcome = ending.and_then(|node| node.kind.as_end()).map(|end| <&str>::from(end.outcome).to_owned());
    let standing = Standing::of(rubric.pass, debrief.ending.is_some(), !found.critical.is_empty(), found.dimensions)
        .doubted(opened.how.doubts(&opened.head.settings));
    let id_of = |at: crate::vocabulary::NodeIx| scenario.nodes.get(at.at()).map(|node| node.id.clone());
    let taken = debrief.turns.iter().filter_map(|turn| {
        let Action::Chose(_) = turn.action else { return None };
        let evidence: Vec<_> = turn.evidence.iter().filter_map(|&at| found.evidence.get(at)).collect();
        let earned: i64 = evidence.iter().map(|one| one.points().0).sum();
        let missed = evidence.iter().any(|one| one.verdict == Verdict::Miss) || !turn.critical.is_empty();
        Some(Taken {
            turn: turn.number,
            node: id_of(turn.node)?,
            option: turn.option(scenario)?.id.clone(),
            heard: turn.answers.and_then(|heard| Some((id_of(heard.node)?, heard.variant))),
            points: i64::try_from(evidence.len()).ok().filter(|count| *count > 0).map(|count| earned / count),
            wrong: missed && turn.better.is_some(),
        })
    });
    let share = |(ix, criterion): (crate::rubric::assessment::CriterionIx, &crate::rubric::Criterion)| {
        let share = found.criteria.get(ix.at())?.share()?;
        Some((criterion.id.clone(), share.0))
    };
    Summary {
        rubric: format!("{}/{}", rubric.id, rubric.version),
        hash: scenario.hash.clone(),
        standing: standing.id().to_owned(),
        total: found.total.map(|Milli(total)| total),
        dimensions: found.dimensions.map(|score| score.map(|Milli(score)| score)),
        critical: found.critical.iter().map(|failure| <&str>::from(failure.kind).to_owned()).collect(),
        outcome,
        ending: ending.map(|node| node.id.clone()),
        criteria: rubric.iter().filter_map(share).collect(),
        taken: taken.collect(),
        duration_ms: debrief.duration_ms,
        turns: u32::try_from(debrief.turns.len()).unwrap_or(u32::MAX),
        outbursts: debrief.outbursts,
        steps_back: u32::try_from(opened.how.steps_back.len()).unwrap_or(u32::MAX),
    }
}

/// The session's clock at an event that tells it.
pub(super) const fn at_ms(event: &Event) -> Option<u64> {
    match event {
        Event::Said { at_ms, .. }
        | Event::Offered { at_ms, .. }
        | Event::Laid { at_ms, .. }
        | Event::Chose { at_ms, .. }
        | Event::Gestured { at_ms, .. }
        | Event::Filled { at_ms, .. }
        | Event::FactNoted { at_ms, .. } => Some(*at_ms),
        _ => None,
    }
}
