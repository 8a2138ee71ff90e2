//! What an option's acts do to those who meet them and to the talk.

use super::event::Event;
use super::floor::Floor;
use super::people::People;
use super::told::ToldSoFar;
use crate::scenario::model::{Act, Arg};
use crate::visitor::appraisal::{self, ActContext};
use crate::visitor::meets_colleague;
use crate::vocabulary::acts::Mechanic;
use crate::vocabulary::{ActEffect, ActKind, Need, StaffIx, VisitorIx};

/// An act that is being done.
pub(super) struct Doing<'d> {
    pub act: Act,
    /// What the catalogue says of it.
    pub kind: &'d ActKind,
    /// The visitor it is meant for; `None`: everybody, or no visitor at all.
    pub to: Option<VisitorIx>,
    /// Which of our own people it is said to: then the visitors only hear it.
    pub aside: Option<StaffIx>,
}

impl Doing<'_> {
    /// Lets everybody in hearing meet it, and what is open in the talk be answered by it.
    pub fn perform(&self, people: &mut People, floor: &mut Floor, told: &ToldSoFar, events: &mut Vec<Event>) {
        let Self { act, kind, to, aside } = *self;
        let mut shown = ActEffect::Landed;
        people.each_who_hears(to, |who, mind| {
            let moment = self.moment(who, floor, told);
            let effect = appraisal::appraise(mind, kind, act.kind.at(), moment);
            if moment.addressed {
                shown = effect;
            }
        });
        if let Arg::Visitor(whose) = act.arg {
            people.told_on(whose, to);
        }
        if kind.answers_risk {
            floor.see_to_risk();
        }
        people.rearrange(kind.mechanic, to);
        events.push(match aside {
            Some(to) => Event::ActedToStaff { act, to },
            None => Event::Acted { act, to, effect: shown },
        });
        if shown != ActEffect::NeverSaid && answers_pain(kind) {
            floor.soothe(to);
        }
    }

    /// The moment in which somebody meets it.
    fn moment(&self, who: VisitorIx, floor: &Floor, told: &ToldSoFar) -> ActContext {
        let Self { act, to, aside, .. } = *self;
        ActContext {
            addressed: match act.arg {
                // A secret hits whose it is, whoever it is told to.
                Arg::Visitor(whose) => whose == who,
                _ => aside.is_none() && to.is_none_or(|to| to == who),
            },
            pain_open: floor.in_pain(who),
            question_open: floor.question(),
            word_said: matches!(act.arg, Arg::Word(word) if told.has_said(who, word)),
            booked: matches!(act.arg, Arg::Promise(_)),
        }
    }
}

/// One of our own people does this by what they have just said: it is met by those who hear it, and it is theirs. It
/// books nothing, hands out nothing and sees to nothing: that is the trainee's to do.
pub(super) fn staff_acts(
    who: StaffIx,
    act: Act,
    kind: &ActKind,
    people: &mut People,
    floor: &mut Floor,
    events: &mut Vec<Event>,
) {
    let to = floor.last_speaker();
    let hurts = kind.pressure > 0.0;
    people.each_who_hears(to, |visitor, mind| {
        let addressed = match act.arg {
            Arg::Visitor(whose) => whose == visitor,
            _ => to.is_none_or(|to| to == visitor),
        };
        // Nobody's words are given back, nothing is booked.
        let (pain_open, question_open) = (floor.in_pain(visitor), floor.question());
        let moment = ActContext { addressed, pain_open, question_open, word_said: true, booked: false };
        meets_colleague(mind, kind, moment);
        if hurts && addressed {
            floor.hurt(visitor);
        }
    });
    if let Arg::Visitor(whose) = act.arg {
        people.told_on(whose, to);
    }
    events.push(Event::StaffActed { who, act });
}

/// An act answers a shown feeling if it gives it room or a name.
fn answers_pain(kind: &ActKind) -> bool {
    kind.needs[Need::Voice as usize] >= 0.25
        || matches!(
            kind.mechanic,
            Some(
                Mechanic::Silence
                    | Mechanic::Rename
                    | Mechanic::Comfort
                    | Mechanic::Tissue
                    | Mechanic::Repair
                    | Mechanic::QuietRoom
            )
        )
}
