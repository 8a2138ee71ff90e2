//! `Representatives`: more people came with one matter than may speak for all, and asking them to choose was on offer. The
//! figure is the law pack's.

use super::{Observer, Of, RuleKind, Terms};
use crate::procedure::{Collective, LawLibrary};
use crate::rubric::assessment::{Reason, Verdict};
use crate::rubric::better::best_clean;
use crate::rubric::error::RubricError;
use crate::rubric::findings::Better;
use crate::rubric::moment::Moment;
use crate::rubric::reading::ActNames;
use crate::rubric::scoring::Scoring;
use crate::rubric::turn::CompleteTurn;
use crate::scenario::model::{Act, Scenario};
use crate::session::event::{Event, EventKind, EventSet};
use crate::vocabulary::{VisitIx, VisitorIx};
use enumset::enum_set;

/// Many who come with one matter were asked to choose a few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepresentativesRule;

pub(super) fn read(_: &ActNames) -> Result<Terms<RepresentativesRule>, RubricError> {
    Ok(Terms::without_acts(RepresentativesRule))
}

/// No scenario needs a crowd.
impl RuleKind for RepresentativesRule {}

#[derive(Debug)]
pub(in crate::rubric) struct RepresentativesPlan {
    criteria: Of<RepresentativesRule>,
    /// By visit: more people than may represent a matter, by the law packs of the day on which it plays.
    crowds: Box<[Option<ExcessPeople>]>,
}

/// More people than may represent a matter, and how many may.
#[derive(Clone, Copy, Debug)]
struct ExcessPeople {
    people: u16,
    most: u16,
}

impl RepresentativesPlan {
    pub(super) fn of(criteria: Of<RepresentativesRule>, scenario: &Scenario) -> Self {
        let figures = Collective::on(LawLibrary::shipped(), scenario.plays_on);
        let crowd = |people: u16| {
            let (Collective { max_representatives: most, .. }, _) = figures?;
            (people > most).then_some(ExcessPeople { people, most })
        };
        let people = scenario.visits.iter().map(|visit| u16::try_from(visit.present.len()).unwrap_or(u16::MAX));
        Self { criteria, crowds: people.map(crowd).collect() }
    }

    fn crowd(&self, visit: VisitIx) -> Option<ExcessPeople> {
        self.crowds.get(visit.at()).copied().flatten().filter(|_| !self.criteria.is_empty())
    }

    fn note(
        &self,
        verdict: Verdict,
        crowd: ExcessPeople,
        moment: &Moment,
        better: Option<u8>,
        to: Option<VisitorIx>,
        on: &mut Scoring,
    ) {
        let reason = Reason::Representatives { people: crowd.people, most: crowd.most };
        for (criterion, _) in &self.criteria {
            if !on.plan.is_authors(moment, *criterion) {
                on.note(*criterion, verdict, reason, moment, Better::Known(better), to);
            }
        }
    }
}

#[derive(Clone, Debug)]
pub(in crate::rubric) struct RepresentativesState {
    visit: VisitIx,
    /// They have been asked to choose who speaks in this visit.
    asked: bool,
    /// Where they could first have been asked.
    chance: Option<Moment>,
}

impl Observer<RepresentativesPlan> for RepresentativesState {
    const HEARS: EventSet = enum_set!(EventKind::VisitBegan);

    fn begin(_: &RepresentativesPlan) -> Self {
        Self { visit: VisitIx(0), asked: false, chance: None }
    }

    fn event(&mut self, _: &RepresentativesPlan, event: &Event, _: &mut Scoring) {
        if let Event::VisitBegan { visit, .. } = *event {
            self.visit = visit;
        }
    }

    fn turn(&mut self, plan: &RepresentativesPlan, turn: &CompleteTurn, on: &mut Scoring) {
        let Some(crowd) = plan.crowd(self.visit).filter(|_| !self.asked && !turn.is_paper) else { return };
        if elects(turn.acts, on) {
            self.asked = true;
            plan.note(Verdict::Hit, crowd, turn.moment, None, turn.to, on);
        } else if !turn.is_gesture
            && self.chance.is_none()
            && turn.on_offer.iter().any(|(_, option)| elects(&option.acts, on))
        {
            self.chance = Some(turn.moment.clone());
        }
    }

    fn visit_left(&mut self, plan: &RepresentativesPlan, _: bool, on: &mut Scoring) {
        let (asked, chance) = (std::mem::take(&mut self.asked), self.chance.take());
        if let (Some(crowd), Some(moment), false) = (plan.crowd(self.visit), chance, asked) {
            let better = best_clean(on.plan, &moment, |acts| elects(acts, on));
            plan.note(Verdict::Miss, crowd, &moment, better, None, on);
        }
    }
}

fn elects(acts: &[Act], on: &Scoring) -> bool {
    acts.iter().any(|act| on.plan.act(act.kind).elects)
}
