//! Which day it is and how far the matter has come, as the events tell: folded here and nowhere else.

use super::event::Event;
use crate::procedure::{Progress, Rules, days_after};
use crate::scenario::model::Scenario;
use jiff::civil::Date;

/// The case by the events so far.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseTold {
    /// The date on which the scenario plays.
    first: Date,
    /// Counted from that date.
    pub day: u16,
    /// Where the matter stands, where the scenario says anything of it.
    pub matter: Option<Progress>,
}

impl CaseTold {
    /// Before anything has happened.
    pub fn new(scenario: &Scenario) -> Self {
        let matter = scenario.matter.as_ref().map(|matter| matter.start);
        Self { first: scenario.plays_on, day: 0, matter }
    }

    /// Takes the next event. A step back cannot be followed from here.
    pub fn take(&mut self, event: &Event) {
        match *event {
            Event::VisitBegan { day, .. } => self.day = day,
            Event::TimePassed { days, .. } => self.day = self.day.saturating_add(days),
            Event::StepTaken { step, by, day, .. } => {
                let on = self.date(day);
                if let Some(matter) = &mut self.matter {
                    // The session has let it through.
                    let _ = matter.take(step, by, on, Rules::shipped());
                }
            }
            _ => {}
        }
    }

    /// The date of the day that has been reached.
    pub fn today(&self) -> Date {
        self.date(self.day)
    }

    /// The date of a day of the play, as [`Scenario::date`].
    pub fn date(&self, day: u16) -> Date {
        days_after(self.first, day)
    }
}
