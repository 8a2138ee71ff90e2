//! One of our own people as written.

use super::Str;
use crate::scenario::schema::schema;
use crate::vocabulary::Look;
use ron::value::RawValue;
use serde::Deserialize;

schema! {
/// What only visitors have is read, too, so that it can be said that it is theirs.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct StaffSource<'a> as "staff" {
    pub name: Option<Str<'a>>,
    pub role: Option<Str<'a>>,
    pub age: Option<i64>,
    pub speech_rate: Option<f64>,
    pub look: Look,
    ..
    needs: Option<&'a RawValue>,
    traits: Option<&'a RawValue>,
    persona: Option<&'a RawValue>,
    expressiveness: Option<&'a RawValue>,
    masking: Option<&'a RawValue>,
    trust: Option<&'a RawValue>,
    arrives_with: Option<&'a RawValue>,
    count: Option<&'a RawValue>,
}
}

impl StaffSource<'_> {
    /// The fields that only visitors have.
    pub const OF_VISITORS: [&'static str; 8] =
        ["needs", "traits", "persona", "expressiveness", "masking", "trust", "arrives_with", "count"];

    /// Those of them that are written, in that order.
    pub fn of_visitors(&self) -> impl Iterator<Item = &'static str> {
        let Self { needs, traits, persona, expressiveness, masking, trust, arrives_with, count, .. } = self;
        let written = [needs, traits, persona, expressiveness, masking, trust, arrives_with, count];
        Self::OF_VISITORS.into_iter().zip(written).filter(|(_, written)| written.is_some()).map(|(field, _)| field)
    }
}
