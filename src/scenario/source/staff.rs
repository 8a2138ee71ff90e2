//! One of our own people as written.

use super::Str;
use crate::vocabulary::Look;
use ron::value::RawValue;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct StaffSource<'a> {
    pub name: Option<Str<'a>>,
    pub role: Option<Str<'a>>,
    pub age: Option<i64>,
    pub speech_rate: Option<f64>,
    pub look: Look,
    // What only visitors have: read, so that it can be said that it is theirs.
    needs: Option<&'a RawValue>,
    traits: Option<&'a RawValue>,
    persona: Option<&'a RawValue>,
    expressiveness: Option<&'a RawValue>,
    masking: Option<&'a RawValue>,
    trust: Option<&'a RawValue>,
    arrives_with: Option<&'a RawValue>,
    count: Option<&'a RawValue>,
}

impl StaffSource<'_> {
    /// The fields that only visitors have, in the order of their declaration.
    pub fn of_visitors(&self) -> impl Iterator<Item = &'static str> {
        let fields = [
            (self.needs, "needs"),
            (self.traits, "traits"),
            (self.persona, "persona"),
            (self.expressiveness, "expressiveness"),
            (self.masking, "masking"),
            (self.trust, "trust"),
            (self.arrives_with, "arrives_with"),
            (self.count, "count"),
        ];
        fields.into_iter().filter(|(written, _)| written.is_some()).map(|(_, field)| field)
    }
}
