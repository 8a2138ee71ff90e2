//! Handing in a paper or a composed answer: judged field by field against what is known, then felt like any turn.

use super::engine::{MoveError, Session};
use super::event::Event;
use crate::scenario::desk_faults::{Fault, Found, Known};
use crate::scenario::desk_task::{DeskTask, Field, Written};
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

    /// The desk task at hand as it should be filled now; `None` where none is.
    pub fn rightly(&self, node: NodeIx) -> Option<Written> {
        let told = |fact: FactIx| self.told(fact);
        Some(self.scenario.task(node)?.rightly(Known {
            told: &told,
            today: self.today(),
            progress: self.world.matter.as_ref(),
            whole: self.papers_whole,
        }))
    }

    /// Entries by the ids of their fields.
    pub(super) fn written_of(&self, node: NodeIx, entries: &IndexMap<String, String>) -> Result<Written, MoveError> {
        let task = self.scenario.task(node).ok_or(MoveError::NoPaper)?;
        let mut written = Written::default();
        for (field, entry) in entries {
            let not_an_entry = || MoveError::NotAnEntry { field: field.clone(), entry: entry.clone() };
            let (at, found) = task.find(field, entry).ok_or_else(not_an_entry)?;
            written.set(&task.fields[at], found);
        }
        match task.fields.iter().find(|field| written.of(field).next().is_none()) {
            Some(field) => Err(MoveError::FieldEmpty { field: field.id.clone() }),
            None => Ok(written),
        }
    }

    /// The ids of what was written, in the order of the fields.
    pub(super) fn entries_of(&self, node: NodeIx, written: Written) -> Option<IndexMap<String, String>> {
        let task = self.scenario.task(node)?;
        let named = |entry: u8| {
            let field = task.fields.get(task.field_of(entry)?)?;
            Some((field.id.clone(), task.entry(entry)?.opt.id.clone()))
        };
        written.iter().map(named).collect()
    }

    pub(super) fn fill(
        &mut self,
        scenario: &Scenario,
        node: NodeIx,
        written: Written,
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
        let known =
            Known { told: &told, today: self.today(), progress: self.world.matter.as_ref(), whole: self.papers_whole };
        // On a day on which nothing is right any more, nothing is held up as right.
        let stands = |found: Option<Found>| found.is_none_or(|found| found.fault == Fault::NotAsked);
        let held_up = |field: &Field| {
            let right = task.right(field, known);
            let any = !known.whole || task.entry(right).is_some_and(|e| stands(task.found(field, e, known)));
            any.then_some(right)
        };
        for field in &task.fields {
            for entry in written.of(field) {
                let found = task.entry(entry).and_then(|e| task.found(field, e, known));
                clean &= found.is_none();
                // What is right may be right in more than one way.
                let right = found.and_then(|_| held_up(field)).unwrap_or(entry);
                let (fault, basis) = found.map_or((None, None), |Found { fault, basis }| (Some(fault), basis));
                events.push(Event::Wrote { node, entry, right, fault, basis });
            }
        }
        self.world.writes(node, written, clean);
        let acts = written.iter().filter_map(|entry| task.entry(entry)).flat_map(|entry| &entry.opt.acts);
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
pub fn shown_order(task: &DeskTask, node: NodeIx, field: usize, seed: u64) -> Vec<u8> {
    let Some(entries) = task.fields.get(field).map(|field| field.entries.clone()) else {
        return Vec::new();
    };
    let made = |entry: &u8| task.entry(*entry).is_some_and(|entry| entry.made);
    let (usual, mut mixed): (Vec<u8>, Vec<u8>) = entries.partition(made);
    let place = (u64::from(node.0) << 8 | field as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed.shuffle(&mut ChaCha8Rng::seed_from_u64(seed ^ place));
    mixed.extend(usual);
    mixed
}
