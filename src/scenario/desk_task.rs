//! Desk tasks: a form to fill or an answer to compose, every part of it by choosing.

use super::desk_paper::{ByLaw, Circumstances};
use super::model::{Act, Effect, Opt, Taking, Target, Text};
use crate::bits::bits;
use crate::procedure::limit::Limit;
use crate::procedure::{self as paper, ArticleIx, PaperIx, Remedy};
use crate::vocabulary::{FactIx, VisitorIx};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Most fields of one paper.
pub const MAX_FIELDS: usize = 10;
/// Most entries an author writes for one field; the engine may add the struck blank.
pub const MAX_ENTRIES: usize = 5;
/// Most entries of one task, over all its fields: what was written is kept as bits of a word.
pub const MAX_TASK_ENTRIES: usize = 64;

/// A paper on the desk, or an answer that is put together.
#[derive(Clone, Debug)]
pub struct DeskTask {
    pub kind: TaskKind,
    /// The form that is filled, or the paper that the answer becomes; `None`: the answer is spoken.
    pub paper: Option<PaperIx>,
    /// The author's own heading; empty: the paper's.
    pub title: Text,
    /// Whom the answer is for; `None`: whoever spoke last.
    pub to: Option<VisitorIx>,
    /// Others than the office will read it: the other side, the accused, the wall of the village office.
    pub seen_by_others: bool,
    /// In the order of the paper, 1–[`MAX_FIELDS`].
    pub fields: Vec<Field>,
    /// Of all fields, one field's after the other's.
    pub entries: Vec<Entry>,
    /// What stands on the paper before anybody writes.
    pub printed: Vec<Printed>,
    /// What is known of the matter that the paper is about.
    pub matter: Circumstances,
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

/// A field of the paper that is not for the trainee to fill.
#[derive(Clone, Debug)]
pub struct Printed {
    pub of: paper::Field,
    pub text: Text,
}

/// One field of a paper, one part of an answer.
#[derive(Clone, Debug)]
pub struct Field {
    pub id: String,
    /// Which fields of the catalogue's paper it fills; empty: it is the author's own.
    pub of: Vec<paper::Field>,
    pub label: Text,
    /// False where the label is the engine's own.
    pub labelled: bool,
    pub kind: FieldKind,
    /// Its entries in [`DeskTask::entries`].
    pub entries: Range<u8>,
    /// Until when, where the field names a time; `None`: any time that can be held to.
    pub due: Option<Due>,
}

impl Field {
    /// Its entries as bits.
    fn mask(&self) -> u64 {
        let below = |end: u8| -> u64 { if end < 64 { (1 << end) - 1 } else { u64::MAX } };
        below(self.entries.end) & !below(self.entries.start)
    }
}

/// What a field is for; it decides what is wrong with an entry and which criterion it bears on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FieldKind {
    /// Something the visitor says or the office knows.
    #[default]
    Text,
    /// First six and last four digits, no more.
    IdNumber,
    /// Suggestion, accusation or petition for remedy.
    Class,
    Urgency,
    /// Nothing that this paper may ask for: right is to strike it.
    Extra,
    /// Law and article.
    Basis,
    /// Who handles it, and how.
    Path,
    /// Until when.
    Time,
    /// Which of the six ways of Article 31.
    Route,
    /// A date that is written down: beside the seal, of receipt.
    Day,
    /// What one may do who disagrees, and within what time.
    Remedy,
    /// How many have signed.
    Signatures,
}

impl FieldKind {
    pub const ALL: [Self; 12] = [
        Self::Text,
        Self::IdNumber,
        Self::Class,
        Self::Urgency,
        Self::Extra,
        Self::Basis,
        Self::Path,
        Self::Time,
        Self::Route,
        Self::Day,
        Self::Remedy,
        Self::Signatures,
    ];

    /// Fluent message of its usual label.
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::Text => "desk-field-text",
            Self::IdNumber => "desk-field-id-number",
            Self::Class => "desk-field-class",
            Self::Urgency => "desk-field-urgency",
            Self::Extra => "desk-field-extra",
            Self::Basis => "desk-field-basis",
            Self::Path => "desk-field-path",
            Self::Time => "desk-field-time",
            Self::Route => "desk-field-route",
            Self::Day => "desk-field-day",
            Self::Remedy => "desk-field-remedy",
            Self::Signatures => "desk-field-signatures",
        }
    }

    /// How a field of the catalogue is filled where the author does not say.
    pub const fn of(field: paper::Field) -> Self {
        use paper::Field as Of;
        match field {
            Of::IdNumber => Self::IdNumber,
            Of::Class => Self::Class,
            Of::Urgency => Self::Urgency,
            Of::Route => Self::Route,
            Of::Basis => Self::Basis,
            Of::Body => Self::Path,
            Of::Deadline => Self::Time,
            Of::SealDate | Of::ReceivedOn => Self::Day,
            Of::Remedy => Self::Remedy,
            Of::Signatures => Self::Signatures,
            _ => Self::Text,
        }
    }

    /// The field of the catalogue that such a field can only be.
    pub const fn only(self) -> Option<paper::Field> {
        use paper::Field as Of;
        match self {
            Self::IdNumber => Some(Of::IdNumber),
            Self::Class => Some(Of::Class),
            Self::Urgency => Some(Of::Urgency),
            Self::Route => Some(Of::Route),
            Self::Basis => Some(Of::Basis),
            Self::Path => Some(Of::Body),
            Self::Time => Some(Of::Deadline),
            Self::Remedy => Some(Of::Remedy),
            Self::Signatures => Some(Of::Signatures),
            Self::Text | Self::Extra | Self::Day => None,
        }
    }
}

/// What can be right in a field whose entries the engine makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    Suggestion,
    Accusation,
    Petition,
    Ordinary,
    Urgent,
    Litigation,
    Arbitration,
    PartyAppeal,
    OtherProcedure,
    StatutoryDuty,
    Opinion,
}

impl Kind {
    pub const CLASSES: [Self; 3] = [Self::Suggestion, Self::Accusation, Self::Petition];
    pub const URGENCIES: [Self; 2] = [Self::Ordinary, Self::Urgent];
    pub const ROUTES: [Self; 6] = [
        Self::Litigation,
        Self::Arbitration,
        Self::PartyAppeal,
        Self::OtherProcedure,
        Self::StatutoryDuty,
        Self::Opinion,
    ];

    /// The entry's id; with `desk-entry-` before it its Fluent message.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Suggestion => "suggestion",
            Self::Accusation => "accusation",
            Self::Petition => "petition",
            Self::Ordinary => "ordinary",
            Self::Urgent => "urgent",
            Self::Litigation => "litigation",
            Self::Arbitration => "arbitration",
            Self::PartyAppeal => "party-appeal",
            Self::OtherProcedure => "other-procedure",
            Self::StatutoryDuty => "statutory-duty",
            Self::Opinion => "opinion",
        }
    }
}

/// The last day on which something is in time, counted from the day of the visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Due {
    /// What the law asks for.
    By(Limit),
    /// A limit of the author's, in calendar days.
    Within(u16),
}

/// Something that can be written in a field or said in a part.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id, words and acts, as an option has them.
    pub opt: Opt,
    pub is: EntryIs,
    /// The engine's own, so nothing to translate.
    pub made: bool,
    /// What the catalogue of papers and the law say of it.
    pub by_law: ByLaw,
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
    Kind(Kind, bool),
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
    Days(u16),
    WorkingDays(u16),
    Date(jiff::civil::Date),
    /// 尽快.
    Soon,
    /// The day of the visit.
    Today,
    /// What one may do, and within how many days.
    Remedy(Remedy, u16),
    /// So many have signed.
    Signed(u8),
}

impl DeskTask {
    pub fn field_of(&self, entry: u8) -> Option<usize> {
        self.fields.iter().position(|field| field.entries.contains(&entry))
    }

    /// The ids of an entry's field and of the entry.
    pub fn names(&self, entry: u8) -> Option<(&str, &str)> {
        let field = self.fields.get(self.field_of(entry)?)?;
        Some((&field.id, &self.entry(entry)?.opt.id))
    }

    pub fn entry(&self, entry: u8) -> Option<&Entry> {
        self.entries.get(usize::from(entry))
    }

    /// Field and entry by their ids.
    pub fn find(&self, field: &str, entry: &str) -> Option<(usize, u8)> {
        let at = self.fields.iter().position(|known| known.id == field)?;
        let found = self.fields[at].entries.clone().find(|n| self.entries[usize::from(*n)].opt.id == entry)?;
        Some((at, found))
    }

    /// Whether `written` holds exactly one entry of each field.
    pub fn fits(&self, written: Written) -> bool {
        written.0 >> self.entries.len().min(63) >> 1 == 0
            && self.fields.iter().all(|field| (written.0 & field.mask()).count_ones() == 1)
            && written.0.count_ones() as usize == self.fields.len()
    }
}

/// What stands in a paper: one entry of each field, as bits over [`DeskTask::entries`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Written(pub u64);

impl Written {
    pub fn set(&mut self, field: &Field, entry: u8) {
        self.0 = self.0 & !field.mask() | 1 << (entry % 64);
    }

    pub fn contains(self, entry: u8) -> bool {
        self.0 >> (entry % 64) & 1 == 1
    }

    /// All entries, in the order of the fields.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        bits(self.0).map(|entry| entry as u8)
    }

    /// What stands in this field.
    pub fn of(self, field: &Field) -> impl Iterator<Item = u8> + use<> {
        Self(self.0 & field.mask()).iter()
    }
}

impl FromIterator<u8> for Written {
    fn from_iter<I: IntoIterator<Item = u8>>(entries: I) -> Self {
        Self(entries.into_iter().fold(0, |bits, entry| bits | 1 << (entry % 64)))
    }
}
