//! Filling a paper in a walk: not every combination of entries, only every outcome that something later can tell apart.
//!
//! Fields are taken one after the other. After each, what was written so far is kept as a class: the memory it leaves,
//! as far as anything reads it, and whether it is faultless. Two ways of filling that agree in both lead to the same
//! play, so ten fields of six entries come to a handful of classes and not to sixty million papers.

use super::memory::{Atom, WalkState};
use super::steps::Explorer;
use crate::procedure::{Form, FormEntry, FormField, Known, Progress};
use crate::scenario::desk_task::DeskTask;
use crate::scenario::model::Opt;
use indexmap::IndexSet;

impl Explorer<'_> {
    /// True if there was nowhere to return to, which ends the play.
    pub(super) fn fill(&mut self, state: &WalkState, task: &DeskTask) -> bool {
        let node = state.node();
        let mut classes: IndexSet<(WalkState, bool)> = IndexSet::new();
        classes.insert((state.clone(), true));
        for field in &task.form.fields {
            let mut next = IndexSet::new();
            for (state, clean) in &classes {
                for (at, entry) in task.form.entries_of(field) {
                    self.found.options[node.at()].grow_and_insert(usize::from(at));
                    let mut after = state.clone();
                    after.set(self.live, Atom::Chose(node, at));
                    self.act(&mut after, &entry.opt.acts);
                    let (right, wrong) = can_be(&task.form, field, entry, self.today(state), state.matter);
                    if right {
                        next.insert((after.clone(), *clean));
                    }
                    if wrong {
                        next.insert((after, false));
                    }
                }
            }
            classes = next;
        }
        let mut ended = false;
        for (mut after, clean) in classes {
            after.put(self.live, Atom::Clean(node), clean);
            self.act(&mut after, &task.acts);
            self.take(&mut after, task.step, state.day);
            self.apply(&mut after, &task.effects);
            let then = if clean { task.clean } else { task.faulty };
            if !state.in_hook() {
                let broken = self.scenario.hooks.nodes().filter_map(|hook| after.clone().break_in(hook, then));
                self.next.extend(broken);
            }
            ended |= self.go(after, then);
        }
        ended
    }

    fn today(&self, state: &WalkState) -> jiff::civil::Date {
        self.scenario.date(state.day)
    }
}

/// Whether an entry can be right, and whether it can be wrong. Which facts have been told is left open, as what people
/// feel is: so nothing that a trainee can bring about is left out.
fn can_be(
    form: &Form<Opt>,
    field: &FormField,
    entry: &FormEntry<Opt>,
    today: jiff::civil::Date,
    progress: Option<Progress>,
) -> (bool, bool) {
    let found = |told: bool| {
        form.found(field, entry, Known { told: &|_| told, today, progress: progress.as_ref(), whole: true })
    };
    let (known, unknown) = (found(true), found(false));
    (known.is_none() || unknown.is_none(), known.is_some() || unknown.is_some())
}
