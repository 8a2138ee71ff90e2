//! What a form is: its fields, what can be written in them, and what that is held against.

use super::by_law::ByLaw;
use super::circumstances::Circumstances;
use super::field_kind::FieldKind;
use super::matter_kind::MatterKind;
use super::paper_kind::{PaperCatalogue, PaperIx, PaperKind};
use super::sheet::{Decider, PaperEntry, PaperField, Remedy};
use crate::procedure::claims::ClaimTerms;
use crate::procedure::law::{ArticleIx, LawLibrary};
use crate::procedure::limit::Limit;
use crate::vocabulary::{AnyText, FactIx, Text};
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// Most fields of one form; the loader reports more.
pub const MAX_FIELDS: usize = 10;
/// Most entries that an author writes for one field; the loader reports more. The engine may add the struck blank.
pub const MAX_ENTRIES: usize = 5;

/// A paper to fill, or an answer that is put together, every part of it by choosing. `O` is what
/// choosing an entry says and does beside filling the form; it has no part in what is right.
#[derive(Clone, Debug)]
pub struct Form<O> {
    /// The form that is filled, or the paper that the answer becomes; `None`: the answer is spoken.
    pub paper: Option<PaperIx>,
    /// Others than the office will read it: the other side, the accused, the wall of the village office.
    pub seen_by_others: bool,
    /// In the order of the paper, 1–[`MAX_FIELDS`].
    pub fields: Vec<FormField>,
    /// Of all fields, one field's after the other's.
    pub entries: Vec<FormEntry<O>>,
    /// What stands on the paper before anybody writes.
    pub printed: Vec<Printed>,
    /// The day of the first visit.
    pub first_day: Date,
    /// What is known of the matter that the paper is about.
    pub matter: Circumstances,
    /// The packs that its entries cite, where local rules are among them; `None`: those that ship.
    pub own_law: Option<Arc<LawLibrary>>,
    /// The claims of the scenario, by position: what its entries decide is held against them.
    pub claims: Arc<[ClaimTerms]>,
    /// What one may do against it, by the claims that it decides; empty: as the paper's kind says.
    pub remedies: Vec<Remedy>,
}

impl<O> Form<O> {
    /// The law packs that its entries cite.
    pub fn law(&self) -> &LawLibrary {
        self.own_law.as_deref().unwrap_or_else(|| LawLibrary::shipped())
    }
}

/// A field of the paper that is not for the trainee to fill.
#[derive(Clone, Debug)]
pub struct Printed {
    /// Which field of the catalogue's paper it is.
    pub of: PaperField,
    /// What is printed there.
    pub text: Text,
}

/// One field of a form, one part of an answer.
#[derive(Clone, Debug)]
pub struct FormField {
    /// Unique in its form; logs name it.
    pub id: String,
    /// Which fields of the catalogue's paper it fills; empty: it is the author's own.
    pub of: Vec<PaperField>,
    /// What stands before the field.
    pub label: AnyText,
    /// What it is for, and so how its entries are judged.
    pub kind: FieldKind,
    /// Its entries in [`Form::entries`].
    pub entries: Range<u8>,
    /// Until when, where the field names a time; `None`: any time that can be held to.
    pub due: Option<TimeLimit>,
}

/// The last day on which something is in time, counted from the day of the visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeLimit {
    /// What the law asks for.
    By(Limit),
    /// A limit of the author's, in calendar days.
    Within(u16),
}

/// Something that can be written in a field or said in a part.
#[derive(Clone, Debug)]
pub struct FormEntry<O> {
    /// What writing it says and does.
    pub opt: O,
    /// What the author says that it is.
    pub is: EntryIs,
    /// The engine's own, so nothing to translate.
    pub made: bool,
    /// How many of its acts, from the first, its author has written; the others follow from what it is.
    pub said: usize,
    /// What it is in each of the catalogue's fields that its field fills, unless that depends on the day.
    pub(super) on_paper: Vec<(PaperField, PaperEntry)>,
    pub(super) by_law: ByLaw,
}

impl<O> FormEntry<O> {
    /// An entry that has not been held against the law yet, see [`Form::ask_the_law`].
    pub const fn new(opt: O, is: EntryIs, made: bool) -> Self {
        Self { opt, is, made, said: 0, on_paper: Vec::new(), by_law: ByLaw::Fine }
    }
}

/// What an entry is: the author says no more, what is right follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EntryIs {
    /// None of all below: nobody said it and nothing supports it.
    #[default]
    Invented,
    /// What the visitor tells with this fact.
    Fact(FactIx),
    /// Right in any case: it stands in the case file, or on the clock.
    Known,
    /// What was meant, in the words of the desk.
    Reworded,
    /// A judgement about the visitor or the matter.
    Judged,
    /// Struck out.
    Struck,
    /// Left empty and not struck out.
    Empty,
    /// An ID number in full.
    Whole,
    /// … its first six and last four digits.
    Masked,
    /// Not to be collected.
    Extra,
    /// Who reported it, or a colleague: never for others to read.
    Source,
    /// One of the classes or degrees; right if it is the field's.
    Kind(MatterKind, bool),
    /// An article that fits, if it is in force.
    Article(ArticleIx),
    /// An article that is in force and does not fit.
    Unfit(ArticleIx),
    /// An article that is not in force on the day.
    Lapsed(ArticleIx),
    /// The act without its article.
    NoArticle,
    /// 有关规定.
    Vague,
    /// The body and the route that the matter takes.
    Route,
    /// Away with it.
    Elsewhere,
    /// To those whom the matter is about.
    Accused,
    /// So many calendar days from receipt.
    Days(u16),
    /// So many working days from receipt.
    WorkingDays(u16),
    /// A day by name.
    Date(jiff::civil::Date),
    /// 尽快.
    Soon,
    /// The day of the visit.
    Today,
    /// What one may do, within how many days, and of which body, where the author says.
    Remedy(Remedy, u16, Option<Decider>),
    /// So many have signed.
    Signed(u8),
}

impl EntryIs {
    /// Fluent message of an entry that is written in the engine's own words; `None` where words have to be given.
    pub fn text_id(self) -> Option<String> {
        match self {
            Self::Struck => Some("desk-entry-struck".to_owned()),
            Self::Empty => Some("desk-entry-empty".to_owned()),
            Self::Kind(kind, _) => Some(kind.text_id()),
            _ => None,
        }
    }
}

impl<O> Form<O> {
    /// The position of the field that has this entry.
    pub fn field_of(&self, entry: u8) -> Option<usize> {
        self.fields.iter().position(|field| field.entries.contains(&entry))
    }

    /// The entry at this position of [`Form::entries`]; `None`: there are fewer.
    pub fn entry(&self, entry: u8) -> Option<&FormEntry<O>> {
        self.entries.get(usize::from(entry))
    }

    /// The entries of a field, with their positions.
    pub fn entries_of(&self, field: &FormField) -> impl Iterator<Item = (u8, &FormEntry<O>)> {
        field.entries.clone().filter_map(|at| Some((at, self.entry(at)?)))
    }

    /// The catalogue's paper that is filled.
    pub fn paper_kind(&self) -> Option<&'static PaperKind> {
        PaperCatalogue::shipped().papers.get(self.paper?.at())
    }

    /// Whether the paper cannot do without what this field fills.
    pub fn requires(&self, field: &FormField) -> bool {
        self.paper_kind().is_some_and(|kind| field.of.iter().any(|of| kind.required.contains(of)))
    }

    /// The limit that a field is held against: the author's, or that of the paper's kind.
    pub fn limit(&self, field: &FormField) -> Option<TimeLimit> {
        let by_kind = || {
            let kind = self.paper_kind()?;
            match field.kind {
                FieldKind::Time => kind.states,
                FieldKind::Day if field.of.contains(&PaperField::SealDate) => kind.sealed_within,
                FieldKind::Remedy => match self.remedies[..] {
                    [] => kind.remedy?.limit(),
                    [one] => one.limit(),
                    // Each has its own.
                    _ => None,
                },
                _ => None,
            }
        };
        field.due.or_else(|| by_kind().map(TimeLimit::By))
    }

    /// Fields that the paper requires and the form neither asks for nor prints, in the order of the catalogue.
    pub fn missing(&self) -> Vec<PaperField> {
        let Some(kind) = self.paper_kind() else { return Vec::new() };
        let asked = self.fields.iter().flat_map(|field| field.of.iter().copied());
        let there: Vec<PaperField> = asked.chain(self.printed.iter().map(|printed| printed.of)).collect();
        super::paper_check::missing_from_sheet(kind, &there)
    }
}
