//! Handing in a paper or a composed answer: judged field by field against what is known, then felt like any turn.

use super::engine::{MoveError, Session};
use super::event::Event;
use crate::procedure::{Form, FormAnswer, Judgement, Known};
use crate::scenario::model::Scenario;
use crate::vocabulary::{FactIx, NodeIx};
use indexmap::IndexMap;
use jiff::civil::Date;
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

impl Session {
    /// Judges papers as this version of their judging did, see [`crate::logbook::catalogues::PAPERS_VERSION`].
    pub(crate) fn judge_papers_as(&mut self, version: &str) {
        self.papers_whole = version != "1";
    }

    /// The date of the visit at hand.
    pub fn today(&self) -> Date {
        let first = self.scenario.plays_on;
        first.checked_add(jiff::Span::new().days(self.world.day)).unwrap_or(first)
    }

    /// The form at hand as it should be filled now; `None` where none is.
    pub fn rightly(&self, node: NodeIx) -> Option<FormAnswer> {
        let told = |fact: FactIx| self.told(fact);
        Some(self.scenario.task(node)?.form.rightly(self.known(&told)))
    }

    /// What is known at this moment, for judging a form.
    fn known<'k>(&'k self, told: &'k dyn Fn(FactIx) -> bool) -> Known<'k> {
        Known { told, today: self.today(), progress: self.world.matter.as_ref(), whole: self.papers_whole }
    }

    /// Entries by the ids of their fields.
    pub(super) fn written_of(&self, node: NodeIx, entries: &IndexMap<String, String>) -> Result<FormAnswer, MoveError> {
        let task = self.scenario.task(node).ok_or(MoveError::NoPaper)?;
        let mut answer = FormAnswer::default();
        for (field, entry) in entries {
            let not_an_entry = || MoveError::NotAnEntry { field: field.clone(), entry: entry.clone() };
            let found = task.find(field, entry).ok_or_else(not_an_entry)?;
            if !task.form.write(&mut answer, found) {
                return Err(not_an_entry());
            }
        }
        match task.form.first_open(answer).and_then(|open| task.form.fields.get(open)) {
            Some(field) => Err(MoveError::FieldEmpty { field: field.id.clone() }),
            None => Ok(answer),
        }
    }

    /// The ids of what was written, in the order of the fields.
    pub(super) fn entries_of(&self, node: NodeIx, answer: FormAnswer) -> Option<IndexMap<String, String>> {
        let task = self.scenario.task(node)?;
        let named = |entry: u8| task.names(entry).map(|(field, entry)| (field.to_owned(), entry.to_owned()));
        answer.iter().map(named).collect()
    }

    pub(super) fn fill(
        &mut self,
        scenario: &Scenario,
        node: NodeIx,
        written: FormAnswer,
        wait_ms: u32,
        events: &mut Vec<Event>,
    ) {
        let Some(task) = scenario.task(node) else {
            return;
        };
        let to = task.to.or(self.floor.last_speaker()).or_else(|| self.present().first().copied());
        let cut = self.listen(wait_ms, false, events);
        self.turn += 1;
        events.push(Event::Filled { turn: self.turn, at_ms: self.clock_ms, node, written });

        let mut clean = true;
        let told = |fact: FactIx| self.told(fact);
        for Judgement { entry, right, found } in task.form.judge(written, self.known(&told)) {
            clean &= found.is_none();
            let (fault, basis) = (found.map(|found| found.fault), found.and_then(|found| found.basis));
            events.push(Event::Wrote { node, entry, right, fault, basis });
        }
        self.world.writes(node, written, clean);
        let acts = written.iter().filter_map(|entry| task.form.entry(entry)).flat_map(|entry| &entry.opt.acts);
        for act in acts.chain(&task.acts) {
            self.perform(*act, to, events);
        }
        self.take_step(node, task.step, events);
        let then = if clean { task.clean } else { task.faulty };
        self.close_turn(scenario, (&task.effects, None, then), cut, events);
    }
}

/// The entries of a field in the order in which a trainee finds them: what the author wrote is mixed by the seed,
/// what the engine made stands last in its usual order.
pub fn shown_order<O>(form: &Form<O>, node: NodeIx, field: usize, seed: u64) -> Vec<u8> {
    let Some(at_hand) = form.fields.get(field) else {
        return Vec::new();
    };
    let (usual, mixed): (Vec<_>, Vec<_>) = form.entries_of(at_hand).partition(|(_, entry)| entry.made);
    let positions = |entries: Vec<(u8, _)>| entries.into_iter().map(|(at, _)| at).collect::<Vec<u8>>();
    let mut mixed = positions(mixed);
    let place = (u64::from(node.0) << 8 | field as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed.shuffle(&mut ChaCha8Rng::seed_from_u64(seed ^ place));
    mixed.extend(positions(usual));
    mixed
}
