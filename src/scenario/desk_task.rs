//! Desk tasks: a form to fill or an answer to compose, as a step of the play.

use super::model::{Act, Effect, Opt, Taking, Target};
use crate::procedure::Form;
use crate::vocabulary::{Text, VisitorIx};

/// A paper on the desk, or an answer that is put together.
#[derive(Clone, Debug)]
pub struct DeskTask {
    pub kind: TaskKind,
    /// The author's own heading; empty: the paper's.
    pub title: Text,
    /// What can be written, and what that is held against.
    pub form: Form<Opt>,
    /// Whom the answer is for; `None`: whoever spoke last.
    pub to: Option<VisitorIx>,
    /// What handing it in does, beside what is written in it.
    pub acts: Vec<Act>,
    /// The step that the matter takes when it is handed in, whatever is wrong with it.
    pub step: Option<Taking>,
    pub effects: Vec<Effect>,
    /// Where the play goes on when nothing is wrong with it …
    pub clean: Target,
    /// … and when something is.
    pub faulty: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskKind {
    Form,
    Compose,
}

impl DeskTask {
    /// The ids of an entry's field and of the entry.
    pub fn names(&self, entry: u8) -> Option<(&str, &str)> {
        let field = self.form.fields.get(self.form.field_of(entry)?)?;
        Some((&field.id, &self.form.entry(entry)?.opt.id))
    }

    /// The position of an entry, by the ids of its field and of itself.
    pub fn find(&self, field: &str, entry: &str) -> Option<u8> {
        let field = self.form.fields.iter().find(|known| known.id == field)?;
        self.form.entries_of(field).find(|(_, known)| known.opt.id == entry).map(|(at, _)| at)
    }
}
