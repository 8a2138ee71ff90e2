//! `Ladder`: something went on that the response ladder (`assets/procedure/ladder.ron`) is about. A measure in its order is
//! a hit, a rung jumped or what was needed at once left out a miss.

use super::{LineSaid, Observer, Of, RuleKind, Terms};
use crate::procedure::{Conduct, Ladder, LadderVerdict, Ladders, Measure};
use crate::rubric::assessment::{Reason, Verdict};
use crate::rubric::better::best_clean;
use crate::rubric::error::RubricError;
use crate::rubric::findings::Better;
use crate::rubric::moment::Moment;
use crate::rubric::plan::{Plan, PlannedOption};
use crate::rubric::reading::ActNames;
use crate::rubric::scoring::Scoring;
use crate::rubric::turn::CompleteTurn;
use crate::session::event::EventSet;
use crate::vocabulary::{CueKind, VisitorIx};
use enumset::enum_set;
use smallvec::SmallVec;

/// Choices for which it is taken to go on after the line that showed it; longer only if it shows again.
const WINDOW: u32 = 2;

/// What went on was met in the order of the response ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LadderRule;

pub(super) fn read(_: &ActNames) -> Result<Terms<LadderRule>, RubricError> {
    Ok(Terms::without_acts(LadderRule))
}

/// No scenario needs unrest.
impl RuleKind for LadderRule {}

/// What goes on at the desk, or has gone on in this visit, in the order in which it began.
#[derive(Clone, Debug, Default)]
pub(in crate::rubric) struct LadderState(Vec<Unrest>);

/// One kind of conduct, by whomever.
#[derive(Clone, Debug)]
struct Unrest {
    cue: CueKind,
    conduct: Conduct,
    who: Option<VisitorIx>,
    live: bool,
    /// Choices since it last showed.
    turns: u32,
    /// What has been done about it in this visit, in order.
    taken: SmallVec<[Measure; 4]>,
    /// Something that is needed at once has been done since it last showed.
    acted: bool,
    /// Leaving it has already been charged here.
    charged: bool,
    /// The first choice at which what is needed at once could have been done.
    chance: Option<Moment>,
}

/// What a measure is worth.
#[derive(Clone, Copy)]
enum Worth {
    Right(Conduct),
    /// May be done at any time; no rung and no evidence.
    Beside,
    Wrong(Conduct, LadderVerdict),
    /// It has nothing to do with what goes on.
    Nothing,
}

/// What is to be said of one kind of conduct.
struct ConductFinding {
    conduct: Conduct,
    verdict: Verdict,
    found: LadderVerdict,
    /// `None`: nothing was done.
    measure: Option<Measure>,
}

impl Observer<Of<LadderRule>> for LadderState {
    const HEARS: EventSet = enum_set!();

    fn begin(_: &Of<LadderRule>) -> Self {
        Self::default()
    }

    fn line(&mut self, plan: &Of<LadderRule>, line: &LineSaid, on: &mut Scoring) {
        if plan.is_empty() {
            return;
        }
        for cue in line.cues.iter().map(|cue| CueKind::of(*cue)) {
            if let Some(conduct) = conduct_of(cue) {
                self.arises(cue, conduct, line.who, on);
            }
        }
    }

    fn turn(&mut self, plan: &Of<LadderRule>, turn: &CompleteTurn, on: &mut Scoring) {
        if turn.is_paper || self.live().next().is_none() {
            return;
        }
        let at_hand =
            |measure: Measure| on.plan.free || turn.on_offer.iter().any(|(_, option)| does(on.plan, option, measure));
        for one in self.0.iter_mut().filter(|one| one.live && one.chance.is_none()) {
            if one.ladder().at_once.iter().any(|measure| at_hand(*measure)) {
                one.chance = Some(turn.moment.clone());
            }
        }
        let Some(told) = self.judge(turn, on.plan, at_hand) else { return };
        let mut who = None;
        for one in self.0.iter_mut().filter(|one| one.conduct == told.conduct) {
            one.charged |= told.verdict != Verdict::Hit;
            who = one.who;
        }
        note(plan, &told, turn.moment, who.or(turn.to), on);
    }

    fn choice_made(&mut self, plan: &Of<LadderRule>, on: &mut Scoring) {
        for one in self.0.iter_mut().filter(|one| one.live) {
            one.turns += 1;
            if one.turns >= WINDOW {
                one.calm(plan, on);
            }
        }
    }

    fn visit_left(&mut self, plan: &Of<LadderRule>, _: bool, on: &mut Scoring) {
        for mut one in std::mem::take(&mut self.0) {
            if one.live {
                one.calm(plan, on);
            }
        }
    }
}

impl LadderState {
    fn live(&self) -> impl Iterator<Item = &Unrest> {
        self.0.iter().filter(|one| one.live)
    }

    /// A line has shown it, for the first time or again.
    fn arises(&mut self, cue: CueKind, conduct: Conduct, who: Option<VisitorIx>, on: &Scoring) {
        let known = self.0.iter().position(|one| one.conduct == conduct);
        let mut anew = Unrest {
            cue,
            conduct,
            who,
            live: true,
            turns: 0,
            taken: SmallVec::new(),
            acted: false,
            charged: false,
            chance: None,
        };
        let Some(at) = known else { return self.0.push(anew) };
        let before = &mut self.0[at];
        anew.taken = std::mem::take(&mut before.taken);
        // It has gone on without a break: what could have been done before is still to be told of.
        if before.live && !before.acted && !before.is_charged(on) {
            anew.chance = before.chance.take();
        }
        *before = anew;
    }

    /// What is to be said of the measures of a turn, each of which is then taken.
    fn judge(&mut self, turn: &CompleteTurn, plan: &Plan, at_hand: impl Fn(Measure) -> bool) -> Option<ConductFinding> {
        let measures = turn.acts.iter().filter_map(|act| plan.act(act.kind).measure);
        let measures: SmallVec<[Measure; 4]> = measures.filter(|measure| !measure.is_forbidden()).collect();
        let (mut right, mut wrong) = (None, None);
        // What is needed at once counts before what was said along with it.
        for first in [true, false] {
            for measure in measures.iter().copied() {
                if self.live().any(|one| one.ladder().at_once.contains(&measure)) != first {
                    continue;
                }
                match self.weigh(measure, &at_hand) {
                    Worth::Right(conduct) => {
                        right.get_or_insert((conduct, LadderVerdict::InOrder, measure));
                    }
                    Worth::Wrong(conduct, verdict) => {
                        wrong.get_or_insert((conduct, verdict, measure));
                    }
                    Worth::Beside | Worth::Nothing => {}
                }
                self.0.iter_mut().filter(|one| one.live).for_each(|one| one.take(measure));
            }
        }
        let (conduct, found, measure) = wrong.or(right)?;
        let verdict = match (right, wrong) {
            (Some(_), Some(_)) => Verdict::Partial,
            (None, Some(_)) => Verdict::Miss,
            _ => Verdict::Hit,
        };
        Some(ConductFinding { conduct, verdict, found, measure: Some(measure) })
    }

    /// Of all that goes on, what speaks for a measure decides.
    fn weigh(&self, measure: Measure, at_hand: impl Fn(Measure) -> bool) -> Worth {
        let mut worth = Worth::Nothing;
        for one in self.live() {
            let ladder = one.ladder();
            let verdict = ladder.judge(&one.taken, Some(measure));
            let told = match verdict {
                LadderVerdict::InOrder if ladder.at_once.contains(&measure) || ladder.rungs.contains(&measure) => {
                    return Worth::Right(one.conduct);
                }
                LadderVerdict::InOrder => Worth::Beside,
                LadderVerdict::Jumped { .. } => Worth::Wrong(one.conduct, verdict),
                // Nobody is blamed for what was not to be had.
                LadderVerdict::ShouldHaveActed { measure: due } if at_hand(due) => Worth::Wrong(one.conduct, verdict),
                LadderVerdict::NotCalledFor if measure.is_sharp() => Worth::Wrong(one.conduct, verdict),
                _ => Worth::Nothing,
            };
            worth = match (worth, told) {
                (Worth::Beside, _) | (_, Worth::Beside) => Worth::Beside,
                (Worth::Wrong(..), _) => worth,
                (_, told) => told,
            };
        }
        worth
    }
}

impl Unrest {
    fn ladder(&self) -> &'static Ladder {
        Ladders::shipped().of(self.conduct)
    }

    fn take(&mut self, measure: Measure) {
        self.taken.push(measure);
        self.acted |= self.ladder().at_once.contains(&measure);
    }

    /// Leaving it has already been charged, here or elsewhere in the rubric.
    fn is_charged(&self, on: &Scoring) -> bool {
        self.charged || on.situation.charged.contains(self.cue)
    }

    /// It is over. An emergency in which nothing that it needs was done is charged, unless it has been already.
    fn calm(&mut self, plan: &Of<LadderRule>, on: &mut Scoring) {
        self.live = false;
        let Some(measure) = self.ladder().due(&self.taken) else { return };
        if self.acted || self.is_charged(on) || !self.ladder().at_once.contains(&measure) {
            return;
        }
        let Some(moment) = &self.chance else { return };
        let found = LadderVerdict::ShouldHaveActed { measure };
        let told = ConductFinding { conduct: self.conduct, verdict: Verdict::Miss, found, measure: None };
        note(plan, &told, moment, self.who, on);
    }
}

fn note(plan: &Of<LadderRule>, told: &ConductFinding, moment: &Moment, who: Option<VisitorIx>, on: &mut Scoring) {
    let better = match told.found {
        LadderVerdict::Jumped { first: due } | LadderVerdict::ShouldHaveActed { measure: due } => {
            best_clean(on.plan, moment, |acts| acts.iter().any(|act| on.plan.act(act.kind).measure == Some(due)))
        }
        _ => None,
    };
    let reason = Reason::Ladder { conduct: told.conduct, verdict: told.found, measure: told.measure };
    for (criterion, _) in plan {
        if !on.plan.is_authors(moment, *criterion) {
            on.note(*criterion, told.verdict, reason, moment, Better::Known(better), who);
        }
    }
}

fn does(plan: &Plan, option: &PlannedOption, measure: Measure) -> bool {
    option.acts.iter().any(|act| plan.act(act.kind).measure == Some(measure))
}

/// What a cue shows; most show nothing that there is a ladder for.
const fn conduct_of(kind: CueKind) -> Option<Conduct> {
    Some(match kind {
        CueKind::Vent => Conduct::Shouting,
        CueKind::Insult => Conduct::Insult,
        CueKind::Weapon => Conduct::Weapon,
        CueKind::Violence => Conduct::Violence,
        CueKind::SelfHarm => Conduct::SelfHarm,
        CueKind::Collapse => Conduct::Collapse,
        CueKind::Infection => Conduct::Infection,
        CueKind::Gathering => Conduct::Gathering,
        CueKind::Staying => Conduct::Staying,
        CueKind::Inciting => Conduct::Inciting,
        CueKind::Disorder => Conduct::Disorder,
        _ => return None,
    })
}
