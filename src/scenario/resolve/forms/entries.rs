//! What can be written in a field, and what each entry is.

use super::super::acts::ActResolver;
use super::super::claims::decides;
use super::super::dates::bad_date;
use super::super::diagnostics::Diagnostics;
use super::frame::TaskFrame;
use super::{carried, needs};
use crate::procedure::identity::{id_numbers, mask_id_number};
use crate::procedure::{Decider, EntryIs, FieldKind, FormEntry, MAX_ENTRIES, MatterKind};
use crate::scenario::desk_task::TaskKind;
use crate::scenario::diagnostic::{Code, Hint, suggest};
use crate::scenario::entry_kinds::{EntryTakes, entry_kind, possible_in, usual_in};
use crate::scenario::model::{Act, AnyText, Opt, OptionKind, Text};
use crate::scenario::source::{Call, CallArg, EntrySource, FieldSource};
use crate::scenario::syntax::Step::{self, Field as Named, Item};
use crate::vocabulary::ActIx;
use ron::value::RawValue;
use std::ops::Range;
use strum::VariantArray;

/// The entry that strikes a field out.
pub(super) const STRUCK: &str = "struck";

/// The id that an author gives an entry, or its place among those written.
pub(super) fn id_of(n: usize, entry: &EntrySource) -> String {
    entry.id.as_ref().map_or_else(|| (n + 1).to_string(), |id| id.as_str().to_owned())
}

/// The entries of a task as they come up, field by field.
pub(super) struct EntryList<'r, 's> {
    pub frame: &'r TaskFrame,
    pub acts: ActResolver<'r, 's>,
    pub list: Vec<FormEntry<Opt>>,
}

impl EntryList<'_, '_> {
    /// Those that an author writes out.
    pub fn written(&mut self, written: &[EntrySource], kind: FieldKind, place: &[Step], diagnostics: &mut Diagnostics) {
        let first = self.list.len();
        for (n, source) in written.iter().take(MAX_ENTRIES).enumerate() {
            let at = [place, &[Item(n)]].concat();
            let id = id_of(n, source);
            if let Some(id) = &source.id {
                let span = diagnostics.span_or(id, &[&at[..], &[Named("id")]].concat());
                diagnostics.check_id(id, span);
            }
            let reserved = self.frame.kind == TaskKind::Form && id == STRUCK;
            if reserved || self.list[first..].iter().any(|earlier| earlier.opt.id == id) {
                let span = diagnostics.place(&[&at[..], &[Named("id")]].concat());
                diagnostics.report(Code::IdTwice, span).args.push(("name", id.as_str().into()));
            }
            let entry = self.entry(id, source, kind, &at, diagnostics);
            self.list.push(entry);
        }
    }

    fn entry(
        &self,
        id: String,
        source: &EntrySource,
        kind: FieldKind,
        at: &[Step],
        diagnostics: &mut Diagnostics,
    ) -> FormEntry<Opt> {
        let (field, text, other) = match self.frame.kind {
            TaskKind::Form => ("write", &source.write, &source.say),
            TaskKind::Compose => ("say", &source.say, &source.write),
        };
        if other.is_some() {
            needs("hint-write-or-say", at, diagnostics);
        }
        let is = match source.is {
            Some(raw) => self.entry_is(raw, kind, diagnostics),
            None => usual_in(kind),
        };
        // What is left empty needs no words of an author's.
        let made = is == EntryIs::Empty && text.is_none();
        let text = match is.text_id().filter(|_| made) {
            Some(id) => AnyText::own(id),
            None => diagnostics.text(text.as_ref(), field, &[at, &[Named(field)]].concat()).into(),
        };
        let mut acts: Vec<Act> =
            source.acts.iter().filter_map(|act| self.acts.act(act.get_ron(), diagnostics)).collect();
        let said = acts.len();
        let own: Vec<ActIx> = acts.iter().map(|act| act.kind).collect();
        acts.extend(carried::implied(is, self.frame).filter(|act| !own.contains(&act.kind)));
        let decides = decides(&source.decides, at, self.acts.names, diagnostics);
        let kind = match self.frame.kind {
            TaskKind::Form => OptionKind::DeskAction,
            TaskKind::Compose => OptionKind::Response,
        };
        let mut entry = FormEntry::new(Opt { kind, decides, ..self.frame.opt(id, text, acts) }, is, made);
        entry.said = said;
        entry
    }

    /// An entry in the engine's own words.
    fn own(&mut self, id: &str, is: EntryIs) {
        let text = is.text_id().map(AnyText::own).unwrap_or_default();
        self.list.push(FormEntry::new(self.frame.opt(id.to_owned(), text, Vec::new()), is, true));
    }

    /// Striking the field out.
    pub fn struck(&mut self) {
        self.own(STRUCK, EntryIs::Struck);
    }

    /// One entry for each class or degree.
    pub fn kinds(&mut self, source: &FieldSource, kind: FieldKind, place: &[Step], diagnostics: &mut Diagnostics) {
        if !source.entries.is_empty() || source.number.is_some() || source.due.is_some() || source.within.is_some() {
            needs("hint-field-kinds", place, diagnostics);
        }
        let by_matter = self.frame.matter.right(kind);
        match (source.right, by_matter) {
            (None, None) => diagnostics.missing("right", place),
            (Some(right), _) if right.field() != kind => needs("hint-field-kinds", place, diagnostics),
            (Some(right), Some(by_matter)) if right != by_matter => needs("hint-right-not-matter", place, diagnostics),
            _ => {}
        }
        let right = source.right.or(by_matter);
        for offered in MatterKind::offered(kind) {
            self.own(offered.id(), EntryIs::Kind(offered, right == Some(offered)));
        }
    }

    /// The whole number, the masked one, and nothing.
    pub fn id_number(&mut self, source: &FieldSource, place: &[Step], diagnostics: &mut Diagnostics) {
        if !source.entries.is_empty() || source.right.is_some() || source.due.is_some() || source.within.is_some() {
            needs("hint-field-id-number", place, diagnostics);
        }
        let Some(number) = &source.number else {
            diagnostics.missing("number", place);
            return;
        };
        let shown = number.as_str().trim();
        let found = id_numbers(shown);
        let alone = matches!(found.as_slice(), [one] if one.span == (0..shown.len()));
        if !alone {
            let span = diagnostics.span_or(number, &[place, &[Named("number")]].concat());
            diagnostics.report(Code::BadIdNumber, span).args.push(("number", shown.into()));
        }
        let (in_full, masked) = carried::by_id_number(self.frame);
        let entries = [
            ("whole", shown.to_owned(), in_full, EntryIs::Whole),
            ("masked", mask_id_number(shown), masked, EntryIs::Masked),
        ];
        for (id, figures, act, is) in entries {
            let opt = self.frame.opt(id.to_owned(), Text::new(figures).into(), act.into_iter().collect());
            self.list.push(FormEntry::new(opt, is, true));
        }
        self.struck();
    }

    /// What an entry is, as its author says.
    fn entry_is(&self, raw: &RawValue, kind: FieldKind, diagnostics: &mut Diagnostics) -> EntryIs {
        let raw = raw.get_ron();
        let span = diagnostics.raw_span(raw);
        let otherwise = usual_in(kind);
        let Some(call) = Call::parse(raw) else {
            diagnostics.report(Code::WrongKind, span).hint = Some(Hint::Text("hint-entry-is-a-name"));
            return otherwise;
        };
        let possible = possible_in(kind);
        let Some(takes) = entry_kind(call.name).filter(|_| possible.contains(&call.name)) else {
            let hint = suggest(call.name, possible);
            let problem = (diagnostics.problem(Code::UnknownEntry, span).with("name", call.name))
                .with("known", possible.join(" "))
                .hint(hint);
            diagnostics.out.push(problem);
            return otherwise;
        };
        self.meant(&call, takes, span, diagnostics).unwrap_or(otherwise)
    }

    /// What a name and its brackets say.
    fn meant(
        &self,
        call: &Call,
        takes: EntryTakes,
        span: Range<usize>,
        diagnostics: &mut Diagnostics,
    ) -> Option<EntryIs> {
        let law = self.acts.law;
        match (takes, &call.arg) {
            (EntryTakes::Nothing(is), CallArg::None) => Some(is),
            (EntryTakes::Fact, CallArg::Text(fact)) => self.acts.names.fact(fact, span, diagnostics).map(EntryIs::Fact),
            (EntryTakes::Article(is), CallArg::Text(cited)) => law.article(cited, span, diagnostics).map(is),
            (EntryTakes::Lapsed, CallArg::Text(cited)) => law.lapsed(cited, span, diagnostics).map(EntryIs::Lapsed),
            (EntryTakes::Days(is), CallArg::Number(days @ 1..=3650)) => Some(is(*days as u16)),
            (EntryTakes::Remedy(remedy), CallArg::Number(days @ 1..=3650)) => {
                Some(EntryIs::Remedy(remedy, *days as u16, None))
            }
            (EntryTakes::Remedy(remedy), CallArg::NumberOf(days @ 1..=3650, name, _)) => {
                let Some(to) = Decider::named(name) else {
                    let known: Vec<&str> = Decider::VARIANTS.iter().map(|one| one.name()).collect();
                    let hint = suggest(name, &known);
                    let problem = (diagnostics.problem(Code::UnknownEntry, span).with("name", *name))
                        .with("known", known.join(" "))
                        .hint(hint);
                    diagnostics.out.push(problem);
                    return None;
                };
                Some(EntryIs::Remedy(remedy, *days as u16, Some(to)))
            }
            (EntryTakes::Number, CallArg::Number(number @ 0..=99)) => Some(EntryIs::Signed(*number as u8)),
            (EntryTakes::Date, CallArg::Text(date)) => match date.as_str().parse() {
                Ok(date) => Some(EntryIs::Date(date)),
                Err(_) => {
                    bad_date(date.as_str(), span, diagnostics);
                    None
                }
            },
            _ => {
                let hint = match takes {
                    EntryTakes::Nothing(_) => "hint-act-without-brackets",
                    EntryTakes::Fact => "hint-takes-fact",
                    EntryTakes::Article(_) | EntryTakes::Lapsed => "hint-takes-article",
                    EntryTakes::Days(_) => "hint-takes-days",
                    EntryTakes::Remedy(_) => "hint-takes-remedy",
                    EntryTakes::Number => "hint-takes-signed",
                    EntryTakes::Date => "hint-takes-date",
                };
                let problem = diagnostics.problem(Code::EntryArgument, span).with("name", call.name);
                diagnostics.out.push(problem.hint(Some(Hint::Text(hint))));
                None
            }
        }
    }
}
