//! Desk tasks: forms and composed answers, with the entries that the engine makes itself.

use super::super::desk_task::TaskKind;
use super::super::diagnostic::{Code, Hint, suggest};
use super::super::model::*;
use super::super::source::{Entries, EntrySource, FieldSource, NodeSource, Str, TaskSource};
use super::super::tree::Step::{self, Field as Named};
use super::Resolver;
use super::desk_entries::{act_called, in_all, label_of, made};
use crate::procedure::deadline::Reckoner;
use crate::procedure::identity::{id_numbers, mask_id_number};
use crate::procedure::limit::Limit;
use crate::procedure::{
    Circumstances, EntryIs, FieldKind, Form, FormEntry, FormField, Known, MAX_ENTRIES, MAX_FIELDS, MatterKind,
    PaperCatalogue, PaperField, PaperIx, PaperKind, Printed, TimeLimit,
};
use crate::vocabulary::{ActCatalogue, ActIx};

/// Paper that registers a matter: filling it is registering.
const REGISTRATION: &str = "registration-form";

/// What stands in a field before its entries are known.
pub(super) struct Sheet {
    pub(super) kind: TaskKind,
    pub(super) paper: Option<PaperIx>,
    pub(super) seen_by_others: bool,
    pub(super) matter: Circumstances,
    /// Where the play goes on: the acts of an entry belong to no way of their own.
    pub(super) then: Target,
}

impl<'s, 'a> Resolver<'s, 'a> {
    pub(super) fn desk_task(
        &mut self,
        kind: TaskKind,
        source: &'s TaskSource<'a>,
        next: Option<Target>,
        path: &[Step; 2],
    ) -> NodeKind {
        if kind == TaskKind::Form && source.paper.is_none() {
            self.missing("paper", path);
        }
        let paper = source.paper.as_ref().and_then(|id| {
            let span = self.span_or(id, &[path[0], path[1], Named("paper")]);
            self.paper(id, span)
        });
        let to = source.to.as_ref().and_then(|name| {
            let span = self.span_or(name, &[path[0], path[1], Named("to")]);
            self.visitor(name, span)
        });
        // Where both outcomes have a way of their own, nothing needs to follow.
        let next = next.or_else(|| {
            (source.clean.is_some() && source.faulty.is_some() && source.then.is_none())
                .then_some(Target::Node(super::nodes::NOWHERE))
        });
        let then = self.target(source.then.as_ref(), next, "then", path);
        let clean = self.target(source.clean.as_ref(), Some(then), "clean", path);
        let faulty = self.target(source.faulty.as_ref(), Some(then), "faulty", path);
        let printed = self.printed(&source.printed, paper, path);
        let sheet = Sheet { kind, paper, seen_by_others: source.seen_by_others, matter: self.circumstances, then };
        let (mut fields, mut entries) = (Vec::new(), Vec::new());
        match kind {
            TaskKind::Form => self.form_fields(&source.fields, &sheet, path, &mut fields, &mut entries),
            TaskKind::Compose => {
                let parts = [
                    ("basis", FieldKind::Basis, &source.basis),
                    ("path", FieldKind::Path, &source.path),
                    ("time", FieldKind::Time, &source.time),
                ];
                for (id, kind, written) in parts {
                    let place = [path[0], path[1], Named(id)];
                    if written.is_empty() {
                        self.missing(id, path);
                        continue;
                    }
                    let limit = if kind == FieldKind::Time { self.due(source.due, source.within, path) } else { None };
                    let from = entries.len() as u8;
                    self.entries(written, kind, &sheet, &place, &mut entries);
                    let range = from..entries.len() as u8;
                    self.number_of_entries(written.len(), 2, &place);
                    let field = FormField {
                        id: id.to_owned(),
                        of: sheet.paper_kind().map_or_else(Vec::new, |paper| composed(kind, paper)),
                        label: made(kind.text_id(), self.author()),
                        labelled: false,
                        kind,
                        entries: range,
                        due: limit,
                    };
                    fields.push(field);
                }
            }
        }
        let mut done: Vec<Act> = source.acts.iter().filter_map(|act| self.act(act.get_ron())).collect();
        if let Some(paper) = paper {
            let own: Vec<ActIx> = done.iter().map(|act| act.kind).collect();
            done.extend(handed_in(paper).filter(|act| !own.contains(&act.kind)));
        }
        let effects = self.effects(&source.set, &source.add, path);
        let step = self.taking(source.step);
        let title = source.title.as_ref().map_or_else(Text::default, |title| Text::new(title.as_str()));
        let mut form = Form {
            paper,
            seen_by_others: source.seen_by_others,
            fields,
            entries,
            printed,
            first_day: self.plays_on.unwrap_or_default(),
            matter: sheet.matter,
        };
        form.ask_the_law(|opt: &Opt| &opt.text.original);
        for field in &form.fields {
            let place = match kind {
                TaskKind::Form => vec![path[0], path[1], Named("fields"), Named(&field.id)],
                TaskKind::Compose => vec![path[0], path[1], Named(&field.id)],
            };
            self.something_right(&form, field, &place);
        }
        NodeKind::Desk(DeskTask { kind, title, form, to, acts: done, step, effects, clean, faulty })
    }

    /// What stands on the paper beforehand.
    fn printed(
        &mut self,
        written: &'s Entries<PaperField, Str<'a>>,
        paper: Option<PaperIx>,
        path: &[Step; 2],
    ) -> Vec<Printed> {
        let mut printed: Vec<Printed> = Vec::new();
        for (of, text) in &written.0 {
            let span = self.span_or(text, &[path[0], path[1], Named("printed")]);
            if printed.iter().any(|earlier| earlier.of == *of) {
                self.report(Code::FieldTwice, span.clone()).args.push(("name", format!("{of:?}").into()));
            }
            self.on_the_paper(*of, paper, span.clone());
            if text.as_str().trim().is_empty() {
                self.report(Code::EmptyText, span).args.push(("field", "printed".into()));
            }
            printed.push(Printed { of: *of, text: Text::new(text.as_str()) });
        }
        printed
    }

    /// A field that this paper does not have can be no part of it.
    fn on_the_paper(&mut self, of: PaperField, paper: Option<PaperIx>, span: std::ops::Range<usize>) {
        let Some(kind) = paper.and_then(|paper| PaperCatalogue::shipped().papers.get(paper.at())) else { return };
        let known = kind.required.contains(&of) || kind.optional.contains(&of);
        if !known && !of.is_needless() && of != PaperField::Other {
            let names = |fields: &[PaperField]| fields.iter().map(|of| format!("{of:?}")).collect::<Vec<_>>();
            let known = [names(&kind.required), names(&kind.optional)].concat();
            let hint = suggest(&format!("{of:?}"), &known);
            let problem = (self.problem(Code::NotOnThePaper, span).with("name", format!("{of:?}")))
                .with("paper", kind.id.as_str())
                .with("known", known.join(" "))
                .hint(hint);
            self.out.push(problem);
        }
    }

    fn form_fields(
        &mut self,
        written: &'s Entries<Str<'a>, FieldSource<'a>>,
        sheet: &Sheet,
        path: &[Step; 2],
        fields: &mut Vec<FormField>,
        entries: &mut Vec<FormEntry<Opt>>,
    ) {
        let number = written.0.len();
        if !(1..=MAX_FIELDS).contains(&number) && !self.is_blanked_below(path) {
            let span = self.place(&[path[0], path[1], Named("fields")]);
            let problem = self.problem(Code::NumberOfFields, span).with("number", number).with("max", MAX_FIELDS);
            self.out.push(problem);
        }
        for (id, source) in written.0.iter().take(MAX_FIELDS) {
            let place = [path[0], path[1], Named("fields"), Named(id.as_str())];
            let span = self.span_or(id, &place);
            self.check_id(id, span.clone());
            // A translation knows `title`, fields and `field-entry` by these names.
            let taken = |field: &FormField| {
                let range = usize::from(field.entries.start)..usize::from(field.entries.end);
                let entries = entries.get(range).unwrap_or_default().iter();
                field.id == id.as_str()
                    || id
                        .as_str()
                        .strip_prefix(field.id.as_str())
                        .and_then(|rest| rest.strip_prefix('-'))
                        .is_some_and(|rest| entries.clone().any(|entry| entry.opt.id == rest))
            };
            if id.as_str() == "title" || fields.iter().any(taken) {
                self.report(Code::IdTwice, span).args.push(("name", id.as_str().into()));
            }
            let kind = source.kind.or_else(|| source.of.first().map(|of| FieldKind::of(*of))).unwrap_or_default();
            let of = self.fills(id.as_str(), kind, source, sheet, &place);
            let label = match (&source.label, kind) {
                (Some(label), _) => self.text(Some(label), "label", &[&place[..], &[Named("label")]].concat()),
                (None, _) if let [of] = source.of[..] => label_of(of, self.author()),
                (None, FieldKind::Text | FieldKind::Extra | FieldKind::Day) => {
                    self.missing("label", &place);
                    Text::default()
                }
                (None, kind) => made(kind.text_id(), self.author()),
            };
            let from = entries.len() as u8;
            match kind {
                FieldKind::IdNumber => self.id_number(source, sheet, &place, entries),
                FieldKind::Class | FieldKind::Urgency | FieldKind::Route => {
                    self.kinds(source, kind, sheet, &place, entries);
                }
                kind => {
                    self.needless(source, kind, &place);
                    self.number_of_entries(source.entries.len(), 1, &place);
                    self.entries(&source.entries, kind, sheet, &[&place[..], &[Named("entries")]].concat(), entries);
                    entries.push(self.made_entry("struck", EntryIs::Struck, sheet));
                }
            }
            let due = match kind {
                FieldKind::Time => self.due(source.due, source.within, &place),
                _ => None,
            };
            fields.push(FormField {
                id: id.as_str().to_owned(),
                of,
                label,
                labelled: source.label.is_some(),
                kind,
                entries: from..entries.len() as u8,
                due,
            });
        }
    }

    /// Which fields of the catalogue's paper it fills: as the author says, or by its name, or by its kind where that
    /// leaves no choice.
    fn fills(
        &mut self,
        id: &str,
        kind: FieldKind,
        source: &FieldSource,
        sheet: &Sheet,
        place: &[Step],
    ) -> Vec<PaperField> {
        let Some(paper) = sheet.paper_kind() else { return Vec::new() };
        if !source.of.is_empty() {
            let span = self.place(&[place, &[Named("of")]].concat());
            for of in &source.of {
                self.on_the_paper(*of, sheet.paper, span.clone());
            }
            let fitting = |of: &PaperField| match FieldKind::of(*of) {
                FieldKind::Text => true,
                FieldKind::Path => matches!(kind, FieldKind::Path | FieldKind::Text),
                own => own == kind || kind == FieldKind::Text,
            };
            if !source.of.iter().all(fitting) {
                self.needs("hint-of-and-kind", place);
            }
            return source.of.clone();
        }
        let asked = |of: &PaperField| paper.required.contains(of) || paper.optional.contains(of);
        let named = PaperField::ALL.into_iter().find(|of| of.id() == id.replace('_', "-"));
        let named = named.filter(|of| FieldKind::of(*of) == kind || kind == FieldKind::Text);
        named.or(kind.only()).filter(asked).into_iter().collect()
    }

    /// The whole number, the masked one, and nothing.
    fn id_number(
        &mut self,
        source: &'s FieldSource<'a>,
        sheet: &Sheet,
        place: &[Step],
        entries: &mut Vec<FormEntry<Opt>>,
    ) {
        if !source.entries.is_empty() || source.right.is_some() || source.due.is_some() || source.within.is_some() {
            self.needs("hint-field-id-number", place);
        }
        let Some(number) = &source.number else {
            self.missing("number", place);
            return;
        };
        let shown = number.as_str().trim();
        let found = id_numbers(shown);
        let alone = matches!(found.as_slice(), [one] if one.span == (0..shown.len()));
        if !alone {
            let span = self.span_or(number, &[place, &[Named("number")]].concat());
            self.report(Code::BadIdNumber, span).args.push(("number", shown.into()));
        }
        let opt = |id: &str, text: String, acts: Vec<Act>| sheet.opt(id.to_owned(), in_all(&text), acts);
        let leak = if sheet.seen_by_others { act_called("Leak") } else { None };
        let masked = opt("masked", mask_id_number(shown), act_called("MaskIdentity").into_iter().collect());
        let whole = opt("whole", shown.to_owned(), leak.into_iter().collect());
        entries.push(FormEntry::new(whole, EntryIs::Whole, true));
        entries.push(FormEntry::new(masked, EntryIs::Masked, true));
        entries.push(self.made_entry("struck", EntryIs::Struck, sheet));
    }

    /// One entry for each class or degree.
    fn kinds(
        &mut self,
        source: &'s FieldSource<'a>,
        kind: FieldKind,
        sheet: &Sheet,
        place: &[Step],
        entries: &mut Vec<FormEntry<Opt>>,
    ) {
        if !source.entries.is_empty() || source.number.is_some() || source.due.is_some() || source.within.is_some() {
            self.needs("hint-field-kinds", place);
        }
        let by_matter = sheet.matter.right(kind);
        match (source.right, by_matter) {
            (None, None) => self.missing("right", place),
            (Some(right), _) if right.field() != kind => self.needs("hint-field-kinds", place),
            (Some(right), Some(by_matter)) if right != by_matter => self.needs("hint-right-not-matter", place),
            _ => {}
        }
        let right = source.right.or(by_matter);
        for offered in MatterKind::offered(kind) {
            entries.push(self.made_entry(offered.id(), EntryIs::Kind(offered, right == Some(offered)), sheet));
        }
    }

    /// Settings that mean nothing for a field whose entries are written out.
    fn needless(&mut self, source: &'s FieldSource<'a>, kind: FieldKind, place: &[Step]) {
        let limits = source.due.is_some() || source.within.is_some();
        if source.number.is_some() || source.right.is_some() || (limits && kind != FieldKind::Time) {
            self.needs("hint-field-written-out", place);
        }
    }

    pub(super) fn needs(&mut self, hint: &'static str, place: &[Step]) {
        let span = self.place(place);
        self.report(Code::FieldNeeds, span).hint = Some(Hint::Text(hint));
    }

    fn due(&mut self, due: Option<Limit>, within: Option<i64>, path: &[Step]) -> Option<TimeLimit> {
        match (due, within) {
            (Some(_), Some(_)) => {
                self.needs("hint-due-or-within", path);
                None
            }
            (Some(limit), None) => {
                let today = self.plays_on.unwrap_or_default();
                if self.plays_on.is_some() && Reckoner::shipped().deadline(limit, today).is_err() {
                    self.needs("hint-due-without-law", path);
                }
                Some(TimeLimit::By(limit))
            }
            (None, Some(days)) => {
                let days = self.integer(days, 0, 3650, &[path, &[Named("within")]].concat());
                Some(TimeLimit::Within(days as u16))
            }
            (None, None) => None,
        }
    }

    fn number_of_entries(&mut self, number: usize, least: usize, place: &[Step]) {
        if !(least..=MAX_ENTRIES).contains(&number) && !self.is_blanked_below(place) {
            let span = self.place(place);
            let problem = (self.problem(Code::NumberOfEntries, span).with("number", number))
                .with("min", least)
                .with("max", MAX_ENTRIES);
            self.out.push(problem);
        }
    }

    /// A field in which every entry is wrong cannot be filled.
    fn something_right(&mut self, form: &Form<Opt>, field: &FormField, place: &[Step]) {
        let today = self.plays_on.unwrap_or_default();
        let known = Known { told: &|_| true, today, progress: None, whole: true };
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
            FieldKind::Basis | FieldKind::Path | FieldKind::Remedy | FieldKind::Signatures => {
                entries.any(|entry| !matches!(entry.is, EntryIs::Struck) && form.found(field, entry, known).is_none())
            }
        };
        if !found && !self.unreadable.anything {
            let span = self.place(place);
            self.report(Code::NothingRight, span).args.push(("name", field.id.as_str().into()));
        }
    }

    /// Field and entry of a desk task named in a condition.
    pub(super) fn written(&mut self, node: NodeIx, field: &Str, entry: &Str, path: &[Step]) -> Option<u8> {
        let ids = self.entry_ids(node)?;
        let id = self.source.nodes.0[node.at()].0.as_str();
        let Some((_, entries)) = ids.iter().find(|(known, _)| known == field.as_str()) else {
            let hint = suggest(field.as_str(), ids.iter().map(|(known, _)| known));
            let span = self.span_or(field, path);
            self.out.push(
                self.problem(Code::UnknownDeskTask, span).with("name", field.as_str()).with("node", id).hint(hint),
            );
            return None;
        };
        let before: usize = ids.iter().take_while(|(known, _)| known != field.as_str()).map(|(_, e)| e.len()).sum();
        let Some(at) = entries.iter().position(|known| known == entry.as_str()) else {
            let hint = suggest(entry.as_str(), entries);
            let span = self.span_or(entry, path);
            self.out.push(
                self.problem(Code::UnknownDeskTask, span).with("name", entry.as_str()).with("node", id).hint(hint),
            );
            return None;
        };
        u8::try_from(before + at).ok()
    }

    /// Whether a condition on a desk task names one.
    pub(super) fn is_desk_task(&mut self, node: NodeIx, name: &Str, path: &[Step]) -> bool {
        let found = matches!(self.source.nodes.0[node.at()].1, NodeSource::Form(_) | NodeSource::Compose(_));
        if !found {
            let span = self.span_or(name, path);
            let problem =
                self.problem(Code::UnknownDeskTask, span).with("name", "Form, Compose").with("node", name.as_str());
            self.out.push(problem.hint(Some(Hint::Text("hint-not-a-desk-task"))));
        }
        found
    }

    /// Ids of the entries by field, as [`Self::desk_task`] makes them.
    fn entry_ids(&self, node: NodeIx) -> Option<Vec<(String, Vec<String>)>> {
        let of = |entries: &[EntrySource]| -> Vec<String> {
            let ids = entries.iter().take(MAX_ENTRIES).enumerate();
            ids.map(|(n, e)| e.id.as_ref().map_or_else(|| (n + 1).to_string(), |id| id.as_str().to_owned())).collect()
        };
        Some(match &self.source.nodes.0[node.at()].1 {
            NodeSource::Form(task) => (task.fields.0.iter().take(MAX_FIELDS))
                .map(|(id, field)| {
                    let kind = field.kind.or_else(|| field.of.first().map(|of| FieldKind::of(*of)));
                    let ids = match kind.unwrap_or_default() {
                        FieldKind::IdNumber => ["whole", "masked", "struck"].map(str::to_owned).to_vec(),
                        kind @ (FieldKind::Class | FieldKind::Urgency | FieldKind::Route) => {
                            MatterKind::offered(kind).map(|offered| offered.id().to_owned()).collect()
                        }
                        _ => of(&field.entries).into_iter().chain(["struck".to_owned()]).collect(),
                    };
                    (id.as_str().to_owned(), ids)
                })
                .collect(),
            NodeSource::Compose(task) => [("basis", &task.basis), ("path", &task.path), ("time", &task.time)]
                .into_iter()
                .filter(|(_, entries)| !entries.is_empty())
                .map(|(id, entries)| (id.to_owned(), of(entries)))
                .collect(),
            _ => return None,
        })
    }
}

/// What handing in a paper does: a registration form registers, any other paper is issued.
fn handed_in(paper: PaperIx) -> impl Iterator<Item = Act> {
    let registers = PaperCatalogue::shipped()[paper].id == REGISTRATION;
    let act = match registers {
        true => act_called("Register"),
        false => ActCatalogue::shipped().find("IssuePaper").map(|kind| Act { kind, arg: Arg::Paper(paper) }),
    };
    act.into_iter()
}

impl Sheet {
    /// What writing something there does: it is a part of the task and leads nowhere by itself.
    pub(super) fn opt(&self, id: String, text: Text, acts: Vec<Act>) -> Opt {
        Opt {
            id,
            kind: OptionKind::DeskAction,
            text,
            acts,
            when: None,
            to: None,
            effects: Vec::new(),
            step: None,
            then: self.then,
            own: None,
        }
    }

    fn paper_kind(&self) -> Option<&'static PaperKind> {
        PaperCatalogue::shipped().papers.get(self.paper?.at())
    }
}

/// What a part of a composed answer is on the paper that it becomes.
fn composed(kind: FieldKind, paper: &PaperKind) -> Vec<PaperField> {
    let of: &[PaperField] = match kind {
        FieldKind::Basis => &[PaperField::Basis],
        FieldKind::Path => &[PaperField::Body, PaperField::Procedure],
        FieldKind::Time => &[PaperField::Deadline],
        _ => &[],
    };
    of.iter().copied().filter(|of| paper.required.contains(of) || paper.optional.contains(of)).collect()
}
