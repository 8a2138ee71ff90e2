//! What an author is told of each field, condition and cue: the texts of `guide.ftl`, of which the tables of the author's
//! guide are made, too.

use crate::locale::Texts;
use crate::scenario::schema::{FieldSchema, StructSchema, ValueShape, VariantContent, Variants, field_text_id};
use crate::scenario::source::NodeSource;
use crate::vocabulary::Locale;

/// What is said of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideRow {
    /// What may be written.
    pub what: String,
    /// What goes without it; `None` where that needs no word.
    pub otherwise: Option<String>,
}

/// What is said of a field, by the heading of its brackets; of a condition under `Conditions`, of a cue under `Cues`.
pub fn field(of: &str, name: &str, locale: Locale) -> Option<GuideRow> {
    let id = field_text_id(of, name);
    let what = locale.find(&id, None)?.into_owned();
    Some(GuideRow { what, otherwise: locale.find(&format!("{id}.otherwise"), None).map(Into::into) })
}

/// What can stand in the brackets of this kind of node; of a choice, in those of each option.
pub fn inside(kind: &str) -> Option<&'static [FieldSchema]> {
    let of = match NodeSource::content(kind)? {
        VariantContent::Fields(of) => of,
        VariantContent::Row(shapes) => shapes.iter().find_map(|shape| options(*shape))?,
    };
    Some(of.fields)
}

/// What stands in each of a list of options.
fn options(shape: ValueShape) -> Option<&'static StructSchema> {
    match shape {
        ValueShape::List(&ValueShape::Struct(of)) => Some(of),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_told_with_what_goes_without_it() {
        let said = |of, name| field(of, name, Locale::ZhCn).map(|row| (row.what, row.otherwise));
        assert_eq!(said("Line", "who"), Some(("谁说".to_owned(), Some("旁白".to_owned()))));
        assert_eq!(said("Line", "nothing"), None);
    }

    #[test]
    fn both_kinds_of_choices_show_what_an_option_holds() {
        for name in ["Choice", "OrderedChoice"] {
            assert!(inside(name).is_some_and(|fields| fields.iter().any(|field| field.name == "acts")), "{name}");
        }
        assert!(inside("Line").is_some_and(|fields| fields.len() > 5) && inside("Nothing").is_none());
    }
}
