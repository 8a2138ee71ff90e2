//! Desk tasks as written: forms to fill and answers to compose.

use super::variants::SomeFields;
use super::{Allow, Entries, Str};
use crate::procedure::limit::Limit;
use crate::procedure::{FieldKind, MatterKind, PaperField, Ruling};
use ron::value::RawValue;
use serde::Deserialize;
use serde::de::Deserializer;

/// A form to fill or an answer to compose. `form` and `answer` know different fields of it, which stand at its two
/// ends.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct TaskSource<'a> {
    /// What is to be filled; only of a form.
    pub fields: Entries<Str<'a>, FieldSource<'a>>,
    pub paper: Option<Str<'a>>,
    pub title: Option<Str<'a>>,
    pub to: Option<Str<'a>>,
    pub seen_by_others: bool,
    pub printed: Entries<PaperField, Str<'a>>,
    pub acts: Vec<&'a RawValue>,
    pub step: Option<&'a RawValue>,
    pub set: Entries<Str<'a>, i64>,
    pub add: Entries<Str<'a>, i64>,
    pub allow: Allow<'a>,
    pub clean: Option<Str<'a>>,
    pub faulty: Option<Str<'a>>,
    pub then: Option<Str<'a>>,
    /// The parts of an answer, and until when its time is in time; only of an answer, from here on.
    pub basis: Vec<EntrySource<'a>>,
    pub path: Vec<EntrySource<'a>>,
    pub time: Vec<EntrySource<'a>>,
    pub due: Option<Limit>,
    pub within: Option<i64>,
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

/// A field of a form.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct FieldSource<'a> {
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
pub struct EntrySource<'a> {
    pub id: Option<Str<'a>>,
    pub write: Option<Str<'a>>,
    pub say: Option<Str<'a>>,
    pub is: Option<&'a RawValue>,
    pub decides: Entries<Str<'a>, Ruling>,
    pub acts: Vec<&'a RawValue>,
}
