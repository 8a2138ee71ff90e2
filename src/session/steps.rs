//! The way of the matter in a play-through: steps the trainee takes, steps others take meanwhile, limits that run out.

use super::engine::Session;
use super::event::Event;
use crate::procedure::{Objection, Progress, Rules};
use crate::scenario::model::{Matter, Meanwhile, Scenario, Taking};
use crate::vocabulary::NodeIx;
use jiff::civil::Date;

impl Session {
    /// Where the matter stands; `None` where the scenario says nothing of it.
    pub fn progress(&self) -> Option<Progress> {
        self.world.matter
    }

    fn date_of(&self, day: u16) -> Date {
        let first = self.scenario.plays_on;
        first.checked_add(jiff::Span::new().days(day)).unwrap_or(first)
    }

    /// What the trainee has chosen or handed in takes the matter a step on, or would.
    pub(super) fn take_step(&mut self, node: NodeIx, taking: Option<Taking>, events: &mut Vec<Event>) {
        let Some(Taking { step, by }) = taking else { return };
        let day = self.world.day;
        match self.matter_takes(node, Taking { step, by }, day, events) {
            None | Some(Ok(())) => {}
            Some(Err(why)) => events.push(Event::StepRefused { node, step, by, why }),
        }
    }

    fn matter_takes(
        &mut self,
        node: NodeIx,
        Taking { step, by }: Taking,
        day: u16,
        events: &mut Vec<Event>,
    ) -> Option<Result<(), Objection>> {
        let on = self.date_of(day);
        let matter = self.world.matter.as_mut()?;
        Some(matter.take(step, by, on, Rules::shipped()).map(|due| {
            let time = due.map(|due| due.timeliness(on));
            events.push(Event::StepTaken { node, step, by, day, time });
        }))
    }

    /// What others do while days pass: what cannot be done then is not done, and nobody is blamed for it.
    pub(super) fn steps_meanwhile(&mut self, node: NodeIx, steps: &[Meanwhile], from: u16, events: &mut Vec<Event>) {
        for Meanwhile { step, by, after, when } in steps {
            let holds = match when {
                Some(when) => self.world.holds(when, &self.minds, &mut self.rng),
                None => true,
            };
            if holds {
                let _ = self.matter_takes(node, Taking { step: *step, by: *by }, from.saturating_add(*after), events);
            }
        }
    }

    /// Tells of each limit of the trainee's own office that has run out, once.
    pub(super) fn limits_run_out(&mut self, scenario: &Scenario, events: &mut Vec<Event>) {
        let (Some(Matter { office, .. }), Some(matter)) = (&scenario.matter, self.world.matter) else { return };
        let (today, rules) = (self.date_of(self.world.day), Rules::shipped());
        for row in matter.pressing(rules).filter(|row| row.by.contains(office) && !row.bars) {
            let bit = 1u32 << (row.step as usize);
            if self.world.overdue & bit != 0 {
                continue;
            }
            if let Some(due) = matter.due(row, rules).filter(|due| due.is_over(today)) {
                self.world.overdue |= bit;
                let late = u16::try_from((today - due.day).get_days()).unwrap_or(u16::MAX);
                events.push(Event::StepOverdue { step: row.step, late });
            }
        }
    }
}
