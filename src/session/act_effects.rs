//! What an option's acts do to those who meet them and to the talk.

use super::event::Event;
use super::floor::Floor;
use super::people::People;
use super::told::ToldSoFar;
use crate::scenario::model::{Act, Arg};
use crate::visitor::Mind;
use crate::visitor::appraisal::{self, ActContext};
use crate::visitor::gestures::{self, Scene};
use crate::visitor::meets_colleague;
use crate::vocabulary::{ActEffect, ActKind, StaffIx, VisitorIx};

/// With what an act comes.
#[derive(Clone, Copy)]
pub(super) enum Beside {
    /// A gesture of the row, without a word, after so many since the last word.
    Nothing { row: u8 },
    /// The acts of an option or a paper: whether one takes up what was said, and whether one helps the matter on.
    Acts { take_up: bool, have_content: bool },
}

/// An act that is being done.
pub(super) struct Doing<'d> {
    pub act: Act,
    /// What the catalogue says of it.
    pub kind: &'d ActKind,
    /// The visitor it is meant for; `None`: everybody, or no visitor at all.
    pub to: Option<VisitorIx>,
    /// Which of our own people it is said to: then the visitors only hear it.
    pub aside: Option<StaffIx>,
    pub beside: Beside,
}

impl Doing<'_> {
    /// Lets everybody in hearing meet it, and what is open in the talk be answered by it.
    pub fn perform(&self, people: &mut People, floor: &mut Floor, told: &ToldSoFar, events: &mut Vec<Event>) {
        let Self { act, kind, to, aside, beside } = *self;
        let mut shown = ActEffect::Landed;
        people.each_who_hears(to, |who, mind| {
            let moment = self.moment((who, mind), floor, told);
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
        let in_a_row = matches!(beside, Beside::Nothing { .. });
        let landed = matches!(shown, ActEffect::Landed | ActEffect::NotTakenIn);
        if landed && !in_a_row && kind.answers_pain() {
            floor.soothe(to);
        }
    }

    /// The moment in which somebody meets it.
    fn moment(&self, (who, mind): (VisitorIx, &Mind), floor: &Floor, told: &ToldSoFar) -> ActContext {
        let Self { act, to, aside, beside, .. } = *self;
        let (wordless, row, empty) = match beside {
            Beside::Nothing { row } => (true, row, true),
            Beside::Acts { take_up, have_content } => (!take_up, 0, !have_content),
        };
        let asking = floor.question() && !floor.in_pain(who);
        let scene = Scene { manner: floor.manner_of(who), asking, armed: floor.is_armed() };
        ActContext {
            wordless,
            row,
            empty,
            bearings: gestures::bearings(mind, scene),
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
        let moment = ActContext { addressed, pain_open, question_open, word_said: true, ..ActContext::default() };
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
