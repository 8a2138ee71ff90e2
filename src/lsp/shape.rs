//! What may stand where in a `scenario.ron`, as an editor asks it: what is in the brackets behind a name, and which
//! names go without quotes. It is said where the types of the text are declared ([`schema`](crate::scenario::schema)).

use crate::procedure;
use crate::scenario::entry_kinds::{ENTRY_KINDS, EntryTakes, entry_kind};
pub use crate::scenario::schema::{DeclaredKind, Keys, ValueShape};
use crate::scenario::schema::{KnownNames, Shaped, StructSchema, VariantContent, Variants, act_takes, cue_takes};
use crate::scenario::source::{KeepSource, MeanwhileSource, NodeSource, OptionSource, WhenSource};
use crate::vocabulary::{ActCatalogue, Cue};

/// What stands in the brackets of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Inside {
    Fields(&'static StructSchema),
    Entries(Keys, ValueShape),
    Items(ValueShape),
    /// One after the other, the last for all that follow.
    Row(Vec<ValueShape>),
}

/// What stands in the brackets of a value of this shape, after `name`.
pub fn enter(shape: ValueShape, name: &str, open: u8) -> Inside {
    match shape {
        ValueShape::Struct(of) => Inside::Fields(of),
        ValueShape::List(item) => Inside::Items(*item),
        ValueShape::Map(keys, value) => Inside::Entries(keys, *value),
        ValueShape::Keep => Inside::Fields(&KeepSource::SCHEMA),
        ValueShape::Node => variant::<NodeSource>(name),
        ValueShape::When => variant::<WhenSource>(name),
        ValueShape::Act | ValueShape::ActName => Inside::Row(vec![argument(name)]),
        ValueShape::Cue => Inside::Row(vec![cue_takes(Cue::takes(name)).unwrap_or(ValueShape::Free)]),
        ValueShape::Meanwhile if name.is_empty() => Inside::Fields(&MeanwhileSource::SCHEMA),
        ValueShape::Step | ValueShape::Meanwhile => Inside::Row(vec![ValueShape::Word(KnownNames::Actor)]),
        ValueShape::EntryIs => Inside::Row(vec![match entry_kind(name) {
            Some(EntryTakes::Fact) => ValueShape::Refer(DeclaredKind::Fact),
            Some(EntryTakes::Article(_) | EntryTakes::Lapsed) => ValueShape::Article,
            _ => ValueShape::Free,
        }]),
        _ if open == b'{' => Inside::Entries(Keys::Free, UNKNOWN),
        _ if open == b'[' => Inside::Items(UNKNOWN),
        _ => Inside::Fields(&StructSchema::UNKNOWN),
    }
}

const UNKNOWN: ValueShape = ValueShape::Struct(&StructSchema::UNKNOWN);

/// What stands in the brackets of one kind of something.
fn variant<T: Variants>(name: &str) -> Inside {
    match T::content(name) {
        Some(VariantContent::Fields(of)) => Inside::Fields(of),
        Some(VariantContent::Row(shapes)) => Inside::Row(shapes.to_vec()),
        None => Inside::Fields(&StructSchema::UNKNOWN),
    }
}

/// What an act takes in brackets.
fn argument(name: &str) -> ValueShape {
    let catalogue = ActCatalogue::shipped();
    catalogue.find(name).and_then(|act| act_takes(catalogue[act].takes)).unwrap_or(ValueShape::Free)
}

/// What is written without quotes where a value of this shape stands.
pub fn bare_words(shape: ValueShape) -> Vec<&'static str> {
    match shape {
        ValueShape::Word(words) => words.all(),
        ValueShape::Flag => vec!["true", "false"],
        ValueShape::Node => NodeSource::VARIANTS.iter().map(|variant| variant.name).collect(),
        ValueShape::EntryIs => ENTRY_KINDS.map(|(name, _)| name).into(),
        // The coming in begins every history by itself.
        ValueShape::Step | ValueShape::Meanwhile => {
            procedure::Step::ALL.iter().skip(1).map(|step| step.name()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether it is an option of a choice.
pub fn is_option(shape: ValueShape) -> bool {
    shape == OptionSource::SHAPE
}
