//! Several people with one matter: whether they were asked to choose who speaks. The figure is the law pack's.

use super::assessment::{Reason, Verdict};
use super::judge::Judge;
use super::state::{Better, Place, Turn};
use crate::bits::bits;
use crate::procedure::{Collective, LawLibrary};
use crate::scenario::model::{Act, Scenario};
use crate::vocabulary::VisitorIx;

/// More people than may represent a matter, and how many may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Crowd {
    pub people: u16,
    pub most: u16,
}

/// By visit: the crowd that is there, by the law packs of the day on which it plays.
pub(super) fn crowds(scenario: &Scenario) -> Box<[Option<Crowd>]> {
    let figures = Collective::on(LawLibrary::shipped(), scenario.plays_on);
    let crowd = |people: u16| {
        let (Collective { max_representatives: most, .. }, _) = figures?;
        (people > most).then_some(Crowd { people, most })
    };
    scenario.visits.iter().map(|visit| crowd(u16::try_from(visit.present.len()).unwrap_or(u16::MAX))).collect()
}

impl Judge<'_> {
    pub(super) fn judge_representatives(&mut self, turn: &Turn, acts: &[Act], to: Option<VisitorIx>) {
        let plan = self.plan;
        let Some(crowd) = plan.crowds.get(self.state.visit.at()).copied().flatten() else { return };
        if plan.representative_rules == 0 || self.state.represented {
            return;
        }
        let elects = |acts: &[Act]| acts.iter().any(|act| plan.act(act.kind).elects);
        if elects(acts) {
            self.state.represented = true;
            self.note_representatives(Verdict::Hit, crowd, &turn.place, None, to);
        } else if turn.gesture.is_none() {
            let place = turn.place;
            if plan.on_offer(&place).any(|(_, option)| elects(&option.acts)) {
                self.state.unrepresented.get_or_insert(place);
            }
        }
    }

    /// The visit is over.
    pub(super) fn leave_representatives(&mut self) {
        let plan = self.plan;
        let crowd = plan.crowds.get(self.state.visit.at()).copied().flatten();
        if let (Some(crowd), Some(place), false) = (crowd, self.state.unrepresented, self.state.represented) {
            let better = (plan.on_offer(&place))
                .filter(|(at, option)| {
                    plan.is_clean(place.node, *at) && option.acts.iter().any(|act| plan.act(act.kind).elects)
                })
                .max_by_key(|(at, option)| (option.worth, std::cmp::Reverse(*at)))
                .map(|(at, _)| at);
            self.note_representatives(Verdict::Miss, crowd, &place, better, None);
        }
        self.state.represented = false;
        self.state.unrepresented = None;
    }

    fn note_representatives(
        &mut self,
        verdict: Verdict,
        crowd: Crowd,
        place: &Place,
        better: Option<u8>,
        to: Option<VisitorIx>,
    ) {
        let reason = Reason::Representatives { people: crowd.people, most: crowd.most };
        for bit in bits(self.plan.representative_rules & !self.plan.own(place)) {
            self.note(bit, verdict, reason, place, Better::Known(better), to);
        }
    }
}
