//! `Decision`: a claim of the scenario was decided, by a paper, a composed answer or in words; or a paper that has to hold
//! a result could have decided it rightly and none ever did. What facts and law support is a hit; right by luck, or refused without a word on what
//! one can do against it, half; anything else a miss. On what decides a claim, a wrong remedy, body or date is a miss, too.

use super::{Observer, Of, RuleKind, Story, Terms};
use crate::procedure::{ClaimTerms, Decision, Fault, FieldKind, Found, Ruling};
use crate::rubric::assessment::{CriterionIx, DecisionReason, Reason, Verdict};
use crate::rubric::criteria::Criterion;
use crate::rubric::error::RubricError;
use crate::rubric::findings::Better;
use crate::rubric::marks::Marks;
use crate::rubric::moment::Moment;
use crate::rubric::plan::{Plan, PlannedNode};
use crate::rubric::reading::ActNames;
use crate::rubric::scoring::Scoring;
use crate::rubric::turn::CompleteTurn;
use crate::scenario::model::Scenario;
use crate::session::event::{Event, EventKind, EventSet};
use crate::vocabulary::{ClaimIx, FactIx, NodeIx, PositionSet};
use enumset::enum_set;

/// A claim was decided as facts and law have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecisionRule;

pub(super) fn read(_: &ActNames) -> Result<Terms<DecisionRule>, RubricError> {
    Ok(Terms::without_acts(DecisionRule))
}

impl RuleKind for DecisionRule {
    fn is_tested(&self, _: &Criterion, story: &Story) -> Option<bool> {
        // A scenario need not say what is asked for.
        story.claims.then_some(story.decided)
    }
}

/// Each criterion, with the claims of the scenario.
#[derive(Debug)]
pub(in crate::rubric) struct DecisionPlan {
    criteria: Vec<CriterionIx>,
    claims: Vec<ClaimTerms>,
}

impl DecisionPlan {
    pub fn of(criteria: Of<DecisionRule>, scenario: &Scenario) -> Self {
        Self {
            criteria: criteria.into_iter().map(|(criterion, _)| criterion).collect(),
            claims: scenario.claims.iter().map(|claim| claim.terms.clone()).collect(),
        }
    }

    /// What an option counts for by what it decides, where every fact that counts is known. What is left open although it
    /// can be proven counts for nothing: whether that is right depends on what has been told.
    pub(in crate::rubric) fn mark(&self, decides: &[Decision], marks: &mut Marks) {
        let terms = decides.iter().filter_map(|one| Some((self.claims.get(one.claim.at())?, one.ruling)));
        let faults = terms.map(|(terms, ruling)| terms.judge_proven(ruling));
        let wrong: Vec<bool> =
            faults.filter(|fault| *fault != Some(Fault::PutOff)).map(|fault| fault.is_some()).collect();
        for criterion in self.criteria.iter().filter(|_| !wrong.is_empty()) {
            if wrong.contains(&true) {
                marks.misses.insert(*criterion);
            } else {
                marks.hits.insert(*criterion);
            }
        }
    }
}

/// What a turn decided, until all of its acts are known.
#[derive(Clone, Copy, Debug)]
struct Decided {
    claim: ClaimIx,
    ruling: Option<Ruling>,
    right: Ruling,
    fault: Option<Fault>,
}

#[derive(Clone, Debug)]
pub(in crate::rubric) struct DecisionState {
    told: PositionSet<FactIx>,
    /// Of the turn under way.
    decided: Vec<Decided>,
    /// The paper under way says rightly where one can go.
    way_out: bool,
    /// Claims on which something was said.
    settled: PositionSet<ClaimIx>,
    /// By claim: where it could last have been decided rightly.
    chances: Vec<Option<Moment>>,
}

impl Observer<DecisionPlan> for DecisionState {
    const HEARS: EventSet = enum_set!(EventKind::FactTold | EventKind::Decided | EventKind::Wrote);

    fn begin(plan: &DecisionPlan) -> Self {
        Self {
            told: PositionSet::default(),
            decided: Vec::new(),
            way_out: false,
            settled: PositionSet::default(),
            chances: vec![None; plan.claims.len()],
        }
    }

    fn event(&mut self, plan: &DecisionPlan, event: &Event, on: &mut Scoring) {
        match *event {
            Event::FactTold { fact } => self.told.insert(fact),
            Event::Decided { claim, ruling, right, fault, .. } => {
                self.decided.push(Decided { claim, ruling, right, fault });
            }
            Event::Wrote { node, entry, right, fault, basis } => {
                self.wrote(plan, node, entry, right, fault.map(|fault| Found { fault, basis }), on);
            }
            _ => {}
        }
    }

    fn turn(&mut self, plan: &DecisionPlan, turn: &CompleteTurn, on: &mut Scoring) {
        if plan.claims.is_empty() || plan.criteria.is_empty() {
            return;
        }
        self.note_chances(plan, turn);
        let told = turn.acts.iter().any(|act| on.plan.act(act.kind).shows_remedy);
        let way_out = std::mem::take(&mut self.way_out) || told;
        for one in std::mem::take(&mut self.decided) {
            self.settled.insert(one.claim);
            for &criterion in &plan.criteria {
                let refused = one.fault.is_none() && one.ruling.is_some_and(Ruling::refuses);
                let fault = one.fault.or((refused && !way_out).then_some(Fault::NoWayOut));
                self.note(criterion, Decided { fault, ..one }, turn.moment, on);
            }
        }
    }

    fn visit_left(&mut self, plan: &DecisionPlan, session_ends: bool, on: &mut Scoring) {
        if !session_ends {
            return;
        }
        for at in 0..self.chances.len() {
            let claim = ClaimIx(at as u16);
            let Some(moment) = self.chances[at].take().filter(|_| !self.settled.contains(claim)) else { continue };
            let right = plan.claims[at].judge(None, &|fact| self.told.contains(fact)).right;
            let left = Decided { claim, ruling: None, right, fault: Some(Fault::ClaimLeftOut) };
            for &criterion in &plan.criteria {
                self.note(criterion, left, &moment, on);
            }
        }
    }

    fn foresee(&mut self, plan: &DecisionPlan, node: NodeIx, option: u8, on: &mut Scoring) {
        let Some(planned) = on.plan.option(node, option) else { return };
        for decision in &planned.decides {
            let Some(terms) = plan.claims.get(decision.claim.at()) else { continue };
            let found = terms.judge(Some(decision.ruling), &|fact| self.told.contains(fact));
            let (claim, ruling) = (decision.claim, Some(decision.ruling));
            let moment = on.situation.here.clone();
            for &criterion in &plan.criteria {
                self.note(criterion, Decided { claim, ruling, right: found.right, fault: found.fault }, &moment, on);
            }
        }
    }
}

impl DecisionState {
    /// A field of what decides: where one can go, and until when, is part of the decision.
    fn wrote(
        &mut self,
        plan: &DecisionPlan,
        node: NodeIx,
        entry: u8,
        right: u8,
        found: Option<Found>,
        on: &mut Scoring,
    ) {
        let Some(PlannedNode::Desk { to, fields, options, leads, shows_remedy, .. }) = on.plan.nodes.get(node.at())
        else {
            return;
        };
        let (Some(turn), Some(kind)) = (&on.situation.turn, fields.get(usize::from(entry))) else { return };
        self.way_out |= *shows_remedy || found.is_none() && leads.get(usize::from(entry)) == Some(&true);
        let leads = matches!(kind, FieldKind::Remedy | FieldKind::Path | FieldKind::Time);
        let Some(found) = found.filter(|found| leads && found.fault.leads_astray()) else { return };
        if options.iter().all(|option| option.decides.is_empty()) {
            return;
        }
        let moment = Moment { chosen: Some(entry), ..turn.moment.clone() };
        let better = Better::Known(Some(right).filter(|right| *right != entry));
        let to = to.or(on.situation.speaker);
        for criterion in &plan.criteria {
            on.note(*criterion, Verdict::Miss, Reason::LedAstray(found), &moment, better, to);
        }
    }

    /// Where a claim can be decided rightly by what has to hold a result; in a talk nothing need be decided.
    fn note_chances(&mut self, plan: &DecisionPlan, turn: &CompleteTurn) {
        for (_, option) in turn.on_offer.iter().filter(|(_, option)| option.concludes) {
            for decision in &option.decides {
                let at = decision.claim.at();
                let Some(terms) = plan.claims.get(at) else { continue };
                if terms.judge(Some(decision.ruling), &|fact| self.told.contains(fact)).fault.is_none() {
                    self.chances[at] = Some(turn.moment.clone());
                }
            }
        }
    }

    fn note(&self, criterion: CriterionIx, one: Decided, moment: &Moment, on: &mut Scoring) {
        let Decided { claim, ruling, right, fault } = one;
        let plan = on.plan;
        // The entry that says it; where nothing does, none.
        let says =
            |entry: &u8| plan.option(moment.node, *entry).is_some_and(|option| option.decides_on(claim).is_some());
        let chosen = moment.chosen.or_else(|| moment.written.iter().find(says));
        let moment = Moment { chosen, ..moment.clone() };
        if plan.is_authors(&moment, criterion) {
            return;
        }
        let verdict = match fault {
            None => Verdict::Hit,
            Some(fault) if fault.is_slight() => Verdict::Partial,
            Some(_) => Verdict::Miss,
        };
        let better = (verdict != Verdict::Hit).then(|| better(plan, &moment, claim, right)).flatten();
        let reason = Reason::Decided(DecisionReason { claim, ruling, right, fault });
        on.note(criterion, verdict, reason, &moment, Better::Known(better), on.situation.speaker);
    }
}

/// What decides the claim rightly there and offends against nothing.
fn better(plan: &Plan, moment: &Moment, claim: ClaimIx, right: Ruling) -> Option<u8> {
    (plan.on_offer(moment))
        .filter(|(at, option)| Some(*at) != moment.chosen && option.decides_on(claim) == Some(right))
        .filter(|(_, option)| option.is_clean())
        .max_by_key(|(at, option)| (option.worth, std::cmp::Reverse(*at)))
        .map(|(at, _)| at)
}
