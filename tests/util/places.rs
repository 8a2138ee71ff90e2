//! Every pair of brackets that a scenario can have, found by walking the schema from `Scenario(…)` down.

use calmdesk::scenario::schema::{Shaped, StructSchema, ValueShape, VariantContent, Variants};
use calmdesk::scenario::source::{
    KeepSource, MeanwhileSource, NodeSource, OptionSource, ScenarioSource, SharedSource, WhenSource,
};

/// What stands before the fields of a struct, and the struct; each heading once.
pub fn places() -> Vec<(String, &'static StructSchema)> {
    let mut found = Vec::new();
    enter("Scenario", ScenarioSource::SHAPE, &mut found);
    enter("Shared", SharedSource::SHAPE, &mut found);
    assert!(OptionSource::SCHEMA.fields.len() > 10 && found.iter().any(|(_, of)| **of == OptionSource::SCHEMA));
    found
}

fn enter(before: &str, shape: ValueShape, found: &mut Vec<(String, &'static StructSchema)>) {
    match shape {
        ValueShape::Struct(of) => fields(&format!("{before}("), of, found),
        ValueShape::List(item) => enter(&format!("{before}["), *item, found),
        ValueShape::Map(_, value) => enter(&format!("{before}{{ \"x\": "), *value, found),
        ValueShape::Keep => fields(&format!("{before}("), &KeepSource::SCHEMA, found),
        ValueShape::Meanwhile => fields(&format!("{before}("), &MeanwhileSource::SCHEMA, found),
        ValueShape::Node => variants::<NodeSource>(before, found),
        // It holds itself.
        ValueShape::When if !before.contains("when: ") => variants::<WhenSource>(&format!("{before}when: "), found),
        _ => {}
    }
}

fn variants<T: Variants>(before: &str, found: &mut Vec<(String, &'static StructSchema)>) {
    for variant in T::VARIANTS {
        let before = format!("{before}{}(", variant.name);
        match &variant.content {
            VariantContent::Fields(of) => fields(&before, of, found),
            VariantContent::Row(shapes) => shapes.iter().for_each(|shape| enter(&before, *shape, found)),
        }
    }
}

fn fields(before: &str, of: &'static StructSchema, found: &mut Vec<(String, &'static StructSchema)>) {
    if found.iter().any(|(_, known)| known.heading == of.heading) {
        return;
    }
    found.push((before.to_owned(), of));
    for field in of.fields {
        enter(&format!("{before}{}: ", field.name), field.holds, found);
    }
}
