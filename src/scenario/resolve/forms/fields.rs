//! The fields of a form and the parts of an answer.

use super::super::acts::ActResolver;
use super::super::diagnostics::Diagnostics;
use super::checks::number_of_entries;
use super::entries::EntryList;
use super::frame::TaskFrame;
use super::names::parts;
use super::needs;
use crate::procedure::{FieldKind, FormEntry, FormField, MAX_FIELDS, PaperField};
use crate::scenario::diagnostic::Code;
use crate::scenario::model::{AnyText, Opt};
use crate::scenario::source::{self, FieldSource, Str, TaskSource};
use crate::scenario::syntax::Step::{self, Field as Named, Item};

/// The fields of a task as they come up, each with its entries.
pub(super) struct FieldList<'r, 's> {
    list: Vec<FormField>,
    entries: EntryList<'r, 's>,
}

impl<'r, 's> FieldList<'r, 's> {
    pub fn new(frame: &'r TaskFrame, acts: ActResolver<'r, 's>) -> Self {
        Self { list: Vec::new(), entries: EntryList { frame, acts, list: Vec::new() } }
    }

    pub fn finish(self) -> (Vec<FormField>, Vec<FormEntry<Opt>>) {
        (self.list, self.entries.list)
    }

    /// The fields that an author writes out.
    pub fn of_form(
        &mut self,
        written: &source::Entries<Str, FieldSource>,
        path: &[Step; 2],
        diagnostics: &mut Diagnostics,
    ) {
        let number = written.0.len();
        if !(1..=MAX_FIELDS).contains(&number) && !diagnostics.is_blanked_below(path) {
            let span = diagnostics.place(&[path[0], path[1], Named("fields")]);
            let problem =
                diagnostics.problem(Code::NumberOfFields, span).with("number", number).with("max", MAX_FIELDS);
            diagnostics.out.push(problem);
        }
        for (id, field) in written.0.iter().take(MAX_FIELDS) {
            let place = [path[0], path[1], Named("fields"), Named(id.as_str())];
            let span = diagnostics.span_or(id, &place);
            diagnostics.check_id(id, span.clone());
            if self.is_taken(id.as_str()) {
                diagnostics.report(Code::IdTwice, span).args.push(("name", id.as_str().into()));
            }
            let field = self.field(id.as_str(), field, &place, diagnostics);
            self.list.push(field);
        }
    }

    /// A translation knows `title`, fields and `field-entry` by these names.
    fn is_taken(&self, id: &str) -> bool {
        let taken = |field: &FormField| {
            let range = usize::from(field.entries.start)..usize::from(field.entries.end);
            let mut entries = self.entries.list.get(range).unwrap_or_default().iter();
            let entry = id.strip_prefix(field.id.as_str()).and_then(|rest| rest.strip_prefix('-'));
            field.id == id || entry.is_some_and(|entry| entries.any(|known| known.opt.id == entry))
        };
        id == "title" || self.list.iter().any(taken)
    }

    fn field(&mut self, id: &str, source: &FieldSource, place: &[Step], diagnostics: &mut Diagnostics) -> FormField {
        let kind = source.kind.or_else(|| source.of.first().map(|of| FieldKind::of(*of))).unwrap_or_default();
        // Where what is written decides a claim, that is what the field is for.
        let decides = kind == FieldKind::Text && source.entries.iter().any(|entry| !entry.decides.0.is_empty());
        let kind = if decides { FieldKind::Decision } else { kind };
        let of = self.fills(id, kind, source, place, diagnostics);
        let label = label(source, kind, place, diagnostics);
        let from = self.entries.list.len() as u8;
        match kind {
            FieldKind::IdNumber => self.entries.id_number(source, place, diagnostics),
            FieldKind::Class | FieldKind::Urgency | FieldKind::Route => {
                self.entries.kinds(source, kind, place, diagnostics);
            }
            kind => {
                needless(source, kind, place, diagnostics);
                number_of_entries(source.entries.len(), 1, place, diagnostics);
                let place = [place, &[Named("entries")]].concat();
                self.entries.written(&source.entries, kind, &place, diagnostics);
                self.entries.struck();
            }
        }
        let due = match kind {
            FieldKind::Time => self.entries.frame.limit(source.due, source.within, place, diagnostics),
            _ => None,
        };
        FormField { id: id.to_owned(), of, label, kind, entries: from..self.entries.list.len() as u8, due }
    }

    /// The three parts of an answer.
    pub fn of_answer(&mut self, source: &TaskSource, path: &[Step; 2], diagnostics: &mut Diagnostics) {
        let headings = source.headings.as_slice();
        if !headings.is_empty() && headings.len() != parts(source).len() {
            needs("hint-three-headings", &[path[0], path[1], Named("headings")], diagnostics);
        }
        for (n, (id, kind, written)) in parts(source).into_iter().enumerate() {
            if written.is_empty() {
                diagnostics.missing(id, path);
                continue;
            }
            let place = [path[0], path[1], Named(id)];
            let due = match kind {
                FieldKind::Time => self.entries.frame.limit(source.due, source.within, path, diagnostics),
                _ => None,
            };
            let from = self.entries.list.len() as u8;
            self.entries.written(written, kind, &place, diagnostics);
            number_of_entries(written.len(), 2, &place, diagnostics);
            let of = part_of_paper(kind).iter().copied().filter(|of| self.entries.frame.asks_for(*of)).collect();
            let heading = headings.get(n).map(|heading| {
                let at = [path[0], path[1], Named("headings"), Item(n)];
                diagnostics.text(Some(heading), "headings", &at).into()
            });
            let label = heading.unwrap_or_else(|| AnyText::own(kind.text_id()));
            let entries = from..self.entries.list.len() as u8;
            self.list.push(FormField { id: id.to_owned(), of, label, kind, entries, due });
        }
    }

    /// Which fields of the catalogue's paper it fills: as the author says, or by its name, or by its kind where that
    /// leaves no choice.
    fn fills(
        &self,
        id: &str,
        kind: FieldKind,
        source: &FieldSource,
        place: &[Step],
        diagnostics: &mut Diagnostics,
    ) -> Vec<PaperField> {
        let frame = self.entries.frame;
        if frame.paper_kind().is_none() {
            return Vec::new();
        }
        if !source.of.is_empty() {
            let span = diagnostics.place(&[place, &[Named("of")]].concat());
            for of in &source.of {
                frame.check_part(*of, span.clone(), diagnostics);
            }
            let fitting = |of: &PaperField| match FieldKind::of(*of) {
                FieldKind::Text => true,
                FieldKind::Path => kind == FieldKind::Path || kind.is_words(),
                own => own == kind || kind.is_words(),
            };
            if !source.of.iter().all(fitting) {
                needs("hint-of-and-kind", place, diagnostics);
            }
            return source.of.clone();
        }
        let named = PaperField::ALL.into_iter().find(|of| of.id() == id.replace('_', "-"));
        let named = named.filter(|of| FieldKind::of(*of) == kind || kind.is_words());
        named.or(kind.only()).filter(|of| frame.asks_for(*of)).into_iter().collect()
    }
}

/// The author's, or where the field can be only one thing, what that is called.
fn label(source: &FieldSource, kind: FieldKind, place: &[Step], diagnostics: &mut Diagnostics) -> AnyText {
    match (&source.label, kind) {
        (Some(label), _) => diagnostics.text(Some(label), "label", &[place, &[Named("label")]].concat()).into(),
        (None, _) if let [of] = source.of[..] => AnyText::Own(of.label()),
        (None, FieldKind::Text | FieldKind::Extra | FieldKind::Day) => {
            diagnostics.missing("label", place);
            AnyText::default()
        }
        (None, kind) => AnyText::own(kind.text_id()),
    }
}

/// Settings that mean nothing for a field whose entries are written out.
fn needless(source: &FieldSource, kind: FieldKind, place: &[Step], diagnostics: &mut Diagnostics) {
    let limits = source.due.is_some() || source.within.is_some();
    if source.number.is_some() || source.right.is_some() || (limits && kind != FieldKind::Time) {
        needs("hint-field-written-out", place, diagnostics);
    }
}

/// What a part of an answer is on the paper that it becomes.
const fn part_of_paper(kind: FieldKind) -> &'static [PaperField] {
    match kind {
        FieldKind::Basis => &[PaperField::Basis],
        FieldKind::Path => &[PaperField::Body, PaperField::Procedure],
        FieldKind::Time => &[PaperField::Deadline],
        _ => &[],
    }
}
