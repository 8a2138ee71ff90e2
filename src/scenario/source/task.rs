//! Desk tasks as written: forms to fill and answers to compose.

use super::variants::SomeFields;
use super::{Allow, Entries, Str};
use crate::procedure::limit::Limit;
use crate::procedure::{FieldKind, MatterKind, PaperField, Ruling};
use crate::scenario::schema::{FieldSchema, Keys, Shaped, StructSchema, schema};
use ron::value::RawValue;
use serde::Deserialize;
use serde::de::Deserializer;

schema! {
/// A form to fill or an answer to compose. `form` and `answer` know different fields of it, which stand at its two
/// ends.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct TaskSource<'a> as "" {
    /// What is to be filled; only of a form.
    pub fields: Entries<Str<'a>, FieldSource<'a>> = Map(Keys::Declare(Field), &FieldSource::SHAPE),
    pub paper: Option<Str<'a>> = Paper,
    pub title: Option<Str<'a>>,
    pub to: Option<Str<'a>> = Refer(Visitor),
    pub seen_by_others: bool,
    pub printed: Entries<PaperField, Str<'a>>,
    pub acts: Vec<&'a RawValue> = List(&Act),
    pub step: Option<&'a RawValue> = Step,
    pub set: Entries<Str<'a>, i64> = Map(Keys::Refer(Var), &Number),
    pub add: Entries<Str<'a>, i64> = Map(Keys::Refer(Var), &Number),
    pub allow: Allow<'a> = Map(Keys::Allow, &Free),
    pub clean: Option<Str<'a>> = Target,
    pub faulty: Option<Str<'a>> = Target,
    pub then: Option<Str<'a>> = Target,
    /// The parts of an answer, and until when its time is in time; only of an answer, from here on.
    pub basis: Vec<EntrySource<'a>>,
    pub path: Vec<EntrySource<'a>>,
    pub time: Vec<EntrySource<'a>>,
    pub headings: Vec<Str<'a>>,
    pub due: Option<Limit>,
    pub within: Option<i64>,
}
}

/// What stands in the brackets of a task.
const TASK: &[FieldSchema] = TaskSource::SCHEMA.fields;

/// What a form may say.
pub(super) const FORM: StructSchema = StructSchema { heading: "Form", fields: TASK.split_at(place("basis")).0 };

/// What an answer may say.
pub(super) const ANSWER: StructSchema =
    StructSchema { heading: "Compose", fields: TASK.split_at(place("fields") + 1).1 };

/// Where a field stands among those of a task; worked out when the program is compiled.
const fn place(name: &str) -> usize {
    let mut at = 0;
    while !is_same(TASK[at].name.as_bytes(), name.as_bytes()) {
        at += 1;
    }
    at
}

const fn is_same(a: &[u8], b: &[u8]) -> bool {
    match (a, b) {
        ([], []) => true,
        ([a, more @ ..], [b, others @ ..]) => *a == *b && is_same(more, others),
        _ => false,
    }
}

/// Reads what a form may say.
pub(super) fn form<'de: 'a, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<TaskSource<'a>, D::Error> {
    TaskSource::deserialize(SomeFields {
        of: deserializer,
        known: |all| all.split(|field| *field == "basis").next().unwrap_or(all),
    })
}

/// Reads what an answer may say.
pub(super) fn answer<'de: 'a, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<TaskSource<'a>, D::Error> {
    TaskSource::deserialize(SomeFields {
        of: deserializer,
        known: |all| all.split(|field| *field == "fields").next_back().unwrap_or(all),
    })
}

schema! {
/// A field of a form.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct FieldSource<'a> as "fields" {
    pub label: Option<Str<'a>>,
    pub of: Vec<PaperField>,
    pub kind: Option<FieldKind>,
    pub entries: Vec<EntrySource<'a>>,
    pub number: Option<Str<'a>>,
    pub right: Option<MatterKind>,
    pub due: Option<Limit>,
    pub within: Option<i64>,
}

/// An entry of a field (`write`) or a part of an answer (`say`).
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct EntrySource<'a> as "entries" {
    pub id: Option<Str<'a>> = EntryId,
    pub write: Option<Str<'a>>,
    pub say: Option<Str<'a>>,
    pub is: Option<&'a RawValue> = EntryIs,
    pub decides: Entries<Str<'a>, Ruling> = Map(Keys::Refer(Claim), &Ruling::SHAPE),
    pub acts: Vec<&'a RawValue> = List(&Act),
}
}
