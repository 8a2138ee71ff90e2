//! Forms that cannot be filled.

use super::super::diagnostics::Diagnostics;
use crate::procedure::{EntryIs, FieldKind, Form, FormField, Known, MAX_ENTRIES};
use crate::scenario::diagnostic::Code;
use crate::scenario::model::Opt;
use crate::scenario::syntax::Step;

/// A field in which every entry is wrong cannot be filled.
pub(super) fn something_right(form: &Form<Opt>, field: &FormField, place: &[Step], diagnostics: &mut Diagnostics) {
    let known = Known { told: &|_| true, today: form.first_day, progress: None, whole: true };
    let unproven = Known { told: &|_| false, ..known };
    let mut entries = form.entries_of(field).map(|(_, entry)| entry);
    let found = match field.kind {
        // What is not known is struck out.
        FieldKind::Text | FieldKind::Extra | FieldKind::IdNumber => true,
        FieldKind::Class | FieldKind::Urgency | FieldKind::Route => true,
        // Another day of the play may be the right one.
        FieldKind::Day => entries.any(|entry| !matches!(entry.is, EntryIs::Struck | EntryIs::Empty)),
        FieldKind::Time => entries.any(|entry| {
            matches!(entry.is, EntryIs::Date(_) | EntryIs::Known) || form.found(field, entry, known).is_none()
        }),
        // What is not proven yet is left open.
        FieldKind::Decision => entries
            .any(|entry| form.found(field, entry, known).is_none() || form.found(field, entry, unproven).is_none()),
        FieldKind::Basis | FieldKind::Path | FieldKind::Remedy | FieldKind::Signatures => {
            entries.any(|entry| !matches!(entry.is, EntryIs::Struck) && form.found(field, entry, known).is_none())
        }
    };
    if !found && !diagnostics.unreadable.anything {
        let span = diagnostics.place(place);
        diagnostics.report(Code::NothingRight, span).args.push(("name", field.id.as_str().into()));
    }
}

/// At least so many entries of an author's in one field, and no more than fit.
pub(super) fn number_of_entries(number: usize, least: usize, place: &[Step], diagnostics: &mut Diagnostics) {
    if !(least..=MAX_ENTRIES).contains(&number) && !diagnostics.is_blanked_below(place) {
        let span = diagnostics.place(place);
        let problem = diagnostics.problem(Code::NumberOfEntries, span).with("number", number);
        diagnostics.out.push(problem.with("min", least).with("max", MAX_ENTRIES));
    }
}
