//! What the fields and entries of a desk task are called, for the conditions that ask what was written.

use super::super::diagnostics::Diagnostics;
use super::entries::{STRUCK, id_of};
use crate::procedure::{FieldKind, MAX_ENTRIES, MAX_FIELDS, MatterKind, Ruling};
use crate::scenario::diagnostic::{Code, suggest};
use crate::scenario::source::{Entries, EntrySource, FieldSource, NodeSource, Str, TaskSource};
use crate::scenario::syntax::Step;

/// The ids of the entries by field, as they will stand in the form.
pub(in super::super) struct EntryNames<'s> {
    node: &'s str,
    fields: Vec<(&'s str, Vec<String>)>,
}

impl<'s> EntryNames<'s> {
    /// `None` where the node is no desk task.
    pub fn of(id: &'s Str, node: &'s NodeSource) -> Option<Self> {
        let fields = match node {
            NodeSource::Form(task) => {
                let fields = task.fields.0.iter().take(MAX_FIELDS);
                fields.map(|(id, field)| (id.as_str(), of_field(field))).collect()
            }
            NodeSource::Compose(task) => {
                let parts = parts(task).into_iter().filter(|(_, _, entries)| !entries.is_empty());
                parts.map(|(id, _, entries)| (id, written(entries))).collect()
            }
            _ => return None,
        };
        Some(Self { node: id.as_str(), fields })
    }

    /// The position of an entry among all of the form; reported where there is none.
    pub fn position(&self, field: &Str, entry: &Str, path: &[Step], diagnostics: &mut Diagnostics) -> Option<u8> {
        let Some(at) = self.fields.iter().position(|(known, _)| *known == field.as_str()) else {
            self.unknown(field, self.fields.iter().map(|(known, _)| *known), path, diagnostics);
            return None;
        };
        let (before, entries) = (&self.fields[..at], &self.fields[at].1);
        let Some(found) = entries.iter().position(|known| known == entry.as_str()) else {
            self.unknown(entry, entries.iter().map(String::as_str), path, diagnostics);
            return None;
        };
        let before: usize = before.iter().map(|(_, entries)| entries.len()).sum();
        u8::try_from(before + found).ok()
    }

    /// The positions of the entries that decide what is asked for.
    pub fn that(&self, node: &NodeSource, decides: impl Fn(&Entries<Str, Ruling>) -> bool) -> Vec<u8> {
        let written: Vec<&[EntrySource]> = match node {
            NodeSource::Form(task) => task.fields.0.iter().map(|(_, field)| &field.entries[..]).collect(),
            NodeSource::Compose(task) => {
                parts(task).into_iter().map(|(_, _, entries)| entries).filter(|entries| !entries.is_empty()).collect()
            }
            _ => Vec::new(),
        };
        let (mut found, mut first) = (Vec::new(), 0);
        for ((_, ids), entries) in self.fields.iter().zip(written) {
            let those = entries.iter().take(MAX_ENTRIES).enumerate().filter(|(_, entry)| decides(&entry.decides));
            found.extend(those.filter_map(|(n, _)| u8::try_from(first + n).ok()));
            first += ids.len();
        }
        found
    }

    fn unknown<'n>(
        &self,
        name: &Str,
        known: impl Iterator<Item = &'n str>,
        path: &[Step],
        diagnostics: &mut Diagnostics,
    ) {
        let hint = suggest(name.as_str(), known);
        let span = diagnostics.span_or(name, path);
        let problem = diagnostics.problem(Code::UnknownDeskTask, span).with("name", name.as_str());
        diagnostics.out.push(problem.with("node", self.node).hint(hint));
    }
}

/// The parts of an answer, in their order.
pub(super) fn parts<'s, 'a>(task: &'s TaskSource<'a>) -> [(&'static str, FieldKind, &'s [EntrySource<'a>]); 3] {
    [
        ("basis", FieldKind::Basis, &task.basis),
        ("path", FieldKind::Path, &task.path),
        ("time", FieldKind::Time, &task.time),
    ]
}

fn of_field(field: &FieldSource) -> Vec<String> {
    let kind = field.kind.or_else(|| field.of.first().map(|of| FieldKind::of(*of)));
    match kind.unwrap_or_default() {
        FieldKind::IdNumber => ["whole", "masked", STRUCK].map(str::to_owned).to_vec(),
        kind @ (FieldKind::Class | FieldKind::Urgency | FieldKind::Route) => {
            MatterKind::offered(kind).map(|offered| offered.id().to_owned()).collect()
        }
        _ => written(&field.entries).into_iter().chain([STRUCK.to_owned()]).collect(),
    }
}

fn written(entries: &[EntrySource]) -> Vec<String> {
    entries.iter().take(MAX_ENTRIES).enumerate().map(|(n, entry)| id_of(n, entry)).collect()
}
