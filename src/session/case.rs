//! The case: which day it is, how far the matter has come, which papers have gone out, what was promised.

use super::event::Event;
use super::promises::Promises;
use crate::procedure::{Objection, PaperIx, Progress, Rules, Step};
use crate::scenario::model::{Matter, Scenario, Taking};
use crate::vocabulary::NodeIx;

/// The case of a play-through.
#[derive(Clone, Debug)]
pub(super) struct Case {
    /// Counted from the date on which the scenario plays.
    day: u16,
    /// Where the matter stands, if the scenario says anything of it.
    matter: Option<Progress>,
    /// Steps whose limit has run out and been told of.
    overdue: Vec<Step>,
    papers: Vec<PaperIx>,
    promises: Promises,
}

impl Case {
    pub fn begin(scenario: &Scenario) -> Self {
        Self {
            day: 0,
            matter: scenario.matter.as_ref().map(|matter| matter.start),
            overdue: Vec::new(),
            papers: Vec::new(),
            promises: Promises::none_made(scenario.promises.len()),
        }
    }

    pub fn day(&self) -> u16 {
        self.day
    }

    pub fn pass(&mut self, days: u16) {
        self.day = self.day.saturating_add(days);
    }

    pub fn matter(&self) -> Option<&Progress> {
        self.matter.as_ref()
    }

    pub fn promises(&self) -> &Promises {
        &self.promises
    }

    pub fn promises_mut(&mut self) -> &mut Promises {
        &mut self.promises
    }

    /// A paper goes out; true the first time.
    pub fn issue(&mut self, paper: PaperIx) -> bool {
        let is_new = !self.has_issued(paper);
        if is_new {
            self.papers.push(paper);
        }
        is_new
    }

    pub fn has_issued(&self, paper: PaperIx) -> bool {
        self.papers.contains(&paper)
    }

    /// What the trainee has chosen or handed in takes the matter a step on today, or would.
    pub fn take(&mut self, node: NodeIx, taking: Taking, scenario: &Scenario, events: &mut Vec<Event>) {
        if let Some(Err(why)) = self.take_on(self.day, node, taking, scenario, events) {
            events.push(Event::StepRefused { node, step: taking.step, by: taking.by, why });
        }
    }

    /// A step on this day, told of if it can be taken; `None` where there is no matter.
    pub fn take_on(
        &mut self,
        day: u16,
        node: NodeIx,
        Taking { step, by }: Taking,
        scenario: &Scenario,
        events: &mut Vec<Event>,
    ) -> Option<Result<(), Objection>> {
        let on = scenario.date(day);
        let taken = self.matter.as_mut()?.take(step, by, on, Rules::shipped());
        Some(taken.map(|due| {
            let time = due.map(|due| due.timeliness(on));
            events.push(Event::StepTaken { node, step, by, day, time });
        }))
    }

    /// Tells of each limit of the trainee's own office that has run out, once.
    pub fn limits_run_out(&mut self, scenario: &Scenario, events: &mut Vec<Event>) {
        let (Some(Matter { office, .. }), Some(matter)) = (&scenario.matter, &self.matter) else { return };
        let (today, rules) = (scenario.date(self.day), Rules::shipped());
        for row in matter.pressing(rules).filter(|row| row.by.contains(office) && !row.bars) {
            if self.overdue.contains(&row.step) {
                continue;
            }
            if let Some(due) = matter.due(row, rules).filter(|due| due.is_over(today)) {
                self.overdue.push(row.step);
                let late = u16::try_from((today - due.day).get_days()).unwrap_or(u16::MAX);
                events.push(Event::StepOverdue { step: row.step, late });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixty_fifth_paper_of_the_catalogue_goes_out_like_the_first() {
        let mut case =
            Case { day: 0, matter: None, overdue: Vec::new(), papers: Vec::new(), promises: Promises::none_made(0) };
        let paper = PaperIx(64);
        assert!(case.issue(paper) && !case.issue(paper) && case.has_issued(paper));
        assert!(!case.has_issued(PaperIx(0)));
    }
}
