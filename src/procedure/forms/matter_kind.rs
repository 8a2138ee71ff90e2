//! What a form asks about the matter itself: its class, its degree of urgency, the route it takes.

use super::field_kind::FieldKind;
use super::sheet::PaperEntry;
use crate::procedure::matter::{Class, Route, Urgency};
use serde::de::{Deserialize, Deserializer, EnumAccess, Error, VariantAccess, Visitor};
use std::fmt;

/// What can be right in a field whose entries the engine makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MatterKind {
    /// Which of the three classes.
    Class(Class),
    /// Which degree of urgency.
    Urgency(Urgency),
    /// Which way of Article 31.
    Route(Route),
}

/// Those that a form offers, in its order, as an author writes them.
const OFFERED: [(&str, MatterKind); 11] = [
    ("Suggestion", MatterKind::Class(Class::Suggestion)),
    ("Accusation", MatterKind::Class(Class::Accusation)),
    ("Petition", MatterKind::Class(Class::Remedy)),
    ("Ordinary", MatterKind::Urgency(Urgency::Ordinary)),
    ("Urgent", MatterKind::Urgency(Urgency::Urgent)),
    ("Litigation", MatterKind::Route(Route::Litigation)),
    ("Arbitration", MatterKind::Route(Route::Arbitration)),
    ("PartyAppeal", MatterKind::Route(Route::PartyAppeal)),
    ("OtherProcedure", MatterKind::Route(Route::OtherProcedure)),
    ("StatutoryDuty", MatterKind::Route(Route::StatutoryDuty)),
    ("Opinion", MatterKind::Route(Route::Opinion)),
];

const NAMES: [&str; OFFERED.len()] = {
    let mut names = [""; OFFERED.len()];
    let mut at = 0;
    while at < OFFERED.len() {
        names[at] = OFFERED[at].0;
        at += 1;
    }
    names
};

impl MatterKind {
    /// What a field of this kind offers, in the order of the form; nothing where an author writes the entries out.
    pub fn offered(kind: FieldKind) -> impl Iterator<Item = Self> {
        OFFERED.into_iter().map(|(_, offered)| offered).filter(move |offered| offered.field() == kind)
    }

    /// The kind of field that asks for it.
    pub const fn field(self) -> FieldKind {
        match self {
            Self::Class(_) => FieldKind::Class,
            Self::Urgency(_) => FieldKind::Urgency,
            Self::Route(_) => FieldKind::Route,
        }
    }

    /// The id of the entry that says it.
    pub fn id(self) -> &'static str {
        match self {
            // A person at the desk calls it by what it is.
            Self::Class(Class::Remedy) => "petition",
            Self::Class(class) => class.id(),
            Self::Urgency(urgency) => urgency.id(),
            Self::Route(route) => route.id(),
        }
    }

    /// Fluent message of the entry that says it.
    pub fn text_id(self) -> String {
        match self {
            Self::Route(_) => format!("route-{}", self.id()),
            Self::Class(_) | Self::Urgency(_) => format!("desk-entry-{}", self.id()),
        }
    }

    /// As it stands on a paper.
    pub(super) const fn on_paper(self) -> PaperEntry {
        match self {
            Self::Class(class) => PaperEntry::Class(class),
            Self::Urgency(urgency) => PaperEntry::Urgency(urgency),
            Self::Route(route) => PaperEntry::Route(route),
        }
    }
}

impl<'de> Deserialize<'de> for MatterKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("Kind", &NAMES, Named)
    }
}

/// Finds what a name stands for: as a value, and as the name alone.
struct Named;

impl<'de> Visitor<'de> for Named {
    type Value = MatterKind;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a class, a degree of urgency or a route")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<MatterKind, A::Error> {
        let (found, rest) = data.variant_seed(self)?;
        rest.unit_variant()?;
        Ok(found)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<MatterKind, E> {
        let found = OFFERED.iter().find(|(known, _)| *known == name);
        found.map(|(_, kind)| *kind).ok_or_else(|| E::unknown_variant(name, &NAMES))
    }
}

impl<'de> serde::de::DeserializeSeed<'de> for Named {
    type Value = MatterKind;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<MatterKind, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}
