//! What an option's acts do to those who meet them and to the talk.

use super::event::Event;
use super::floor::Floor;
use super::people::People;
use super::told::ToldSoFar;
use crate::scenario::model::{Act, Arg};
use crate::visitor::Mind;
use crate::visitor::appraisal::{self, ActContext};
use crate::visitor::gestures::{self, Scene};
use crate::vocabulary::{ActEffect, ActKind, VisitorIx};

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
    /// Whom it is meant for; `None`: everybody.
    pub to: Option<VisitorIx>,
    pub beside: Beside,
}

impl Doing<'_> {
    /// Lets everybody in hearing meet it, and what is open in the talk be answered by it.
    pub fn perform(&self, people: &mut People, floor: &mut Floor, told: &ToldSoFar, events: &mut Vec<Event>) {
        let Self { act, kind, to, beside } = *self;
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
        events.push(Event::Acted { act, to, effect: shown });
        let in_a_row = matches!(beside, Beside::Nothing { .. });
        let landed = matches!(shown, ActEffect::Landed | ActEffect::NotTakenIn);
        if landed && !in_a_row && kind.answers_pain() {
            floor.soothe(to);
        }
    }

    /// The moment in which somebody meets it.
    fn moment(&self, (who, mind): (VisitorIx, &Mind), floor: &Floor, told: &ToldSoFar) -> ActContext {
        let Self { act, to, beside, .. } = *self;
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
                _ => to.is_none_or(|to| to == who),
            },
            pain_open: floor.in_pain(who),
            question_open: floor.question(),
            word_said: matches!(act.arg, Arg::Word(word) if told.has_said(who, word)),
            booked: matches!(act.arg, Arg::Promise(_)),
        }
    }
}
