//! Desk tasks: a form to fill or an answer to compose, as a step of the play.

use super::{AsNode, Exit, Target, Why};
use crate::procedure::Form;
use crate::scenario::model::{Act, Effect, Opt, Taking};
use crate::vocabulary::{Text, VisitorIx};

/// A paper on the desk, or an answer that is put together.
#[derive(Clone, Debug)]
pub struct DeskTask {
    /// Whether a paper is filled or an answer put together.
    pub kind: TaskKind,
    /// The author's own heading; empty: the paper's.
    pub title: Text,
    /// What can be written, and what that is held against.
    pub form: Form<Opt>,
    /// Whom the answer is for; `None`: whoever spoke last.
    pub to: Option<VisitorIx>,
    /// What handing it in does, beside what is written in it.
    pub acts: Vec<Act>,
    /// How many of these, from the first, its author has written; the other follows from the paper.
    pub said: usize,
    /// The step that the matter takes when it is handed in, whatever is wrong with it.
    pub step: Option<Taking>,
    /// What happens to counters when it is handed in.
    pub effects: Vec<Effect>,
    /// Where the play goes on when nothing is wrong with it …
    pub clean: Target,
    /// … and when something is.
    pub faulty: Target,
}

/// Which of the two kinds of desk task it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskKind {
    /// Fields of a paper.
    Form,
    /// Parts of an answer: basis, way, time.
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

impl AsNode for DeskTask {
    fn kind_id(&self) -> &'static str {
        match self.kind {
            TaskKind::Form => "node-form",
            TaskKind::Compose => "node-compose",
        }
    }

    fn exits(&self) -> Vec<Exit<'_>> {
        if self.clean == self.faulty {
            return vec![Exit::new(self.clean, Why::HandedIn)];
        }
        vec![Exit::new(self.clean, Why::Clean), Exit::new(self.faulty, Why::Faulty)]
    }

    fn targets_mut(&mut self) -> Vec<&mut Target> {
        vec![&mut self.clean, &mut self.faulty]
    }

    fn asks(&self) -> bool {
        true
    }

    fn option(&self, at: u8) -> Option<&Opt> {
        Some(&self.form.entry(at)?.opt)
    }

    fn option_name(&self, at: u8) -> Option<String> {
        let (field, entry) = self.names(at)?;
        Some(format!("{field}.{entry}"))
    }

    fn texts(&self) -> Vec<&Text> {
        self.form.entries.iter().filter_map(|entry| entry.opt.text.author()).chain([&self.title]).collect()
    }

    fn texts_mut(&mut self) -> Vec<(String, &mut Text)> {
        let mut texts = vec![(".title".to_owned(), &mut self.title)];
        let printed = self.form.printed.iter_mut();
        texts.extend(printed.map(|printed| (format!(".printed-{}", printed.of.id()), &mut printed.text)));
        let mut entries = self.form.entries.iter_mut();
        // The entries stand field after field, so that each is come by once.
        for field in &mut self.form.fields {
            let written = entries.by_ref().take(field.entries.len()).filter(|entry| !entry.made);
            let written = written
                .filter_map(|entry| Some((format!(".{}-{}", field.id, entry.opt.id), entry.opt.text.author_mut()?)));
            let written: Vec<_> = written.collect();
            texts.extend(field.label.author_mut().map(|label| (format!(".{}", field.id), label)));
            texts.extend(written);
        }
        texts
    }
}
