//! Rows of names that the engine knows, as the types say themselves that read them.

use super::{FieldSchema, Shaped, StructSchema, ValueShape};
use crate::procedure::limit::Limit;
use crate::procedure::{Actor, Class, FieldKind, Holds, MatterKind, PaperField, Remedy, Route, Ruling};
use crate::scenario::matter::Office;
use crate::scenario::model::{Judged, Outcome};
use crate::scenario::source::dialect;
use crate::visitor::Trait;
use crate::vocabulary::{Build, Carries, Hair, HairColour, Look, Top};
use crate::vocabulary::{Feeling, Impropriety, Manner, Need, Place, Quantity, Risk, Unruly};
use serde::Deserialize;
use strum::VariantArray;

/// Names each row after its type.
macro_rules! rows {
    ($($row:ident: $ty:ty),* $(,)?) => {
        /// A row of names that the engine knows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
        pub enum KnownNames {
            $(
                #[doc = concat!("All that [`", stringify!($ty), "`] has.")]
                $row,
            )*
        }

        impl KnownNames {
            /// As the type itself knows them.
            pub fn all(self) -> Vec<&'static str> {
                match self {
                    $(Self::$row => known::<$ty>(),)*
                }
            }
        }

        $(impl Shaped for $ty {
            const SHAPE: ValueShape = ValueShape::Word(KnownNames::$row);
        })*
    };
}

rows! {
    Manner: Manner,
    Outcome: Outcome,
    Place: Place,
    Quantity: Quantity,
    Need: Need,
    Trait: Trait,
    Feeling: Feeling,
    Build: Build,
    Hair: Hair,
    HairColour: HairColour,
    Top: Top,
    Carries: Carries,
    Risk: Risk,
    Judged: Judged,
    FieldKind: FieldKind,
    PaperField: PaperField,
    Right: MatterKind,
    Limit: Limit,
    Class: Class,
    Route: Route,
    Office: Office,
    Actor: Actor,
    Unruly: Unruly,
    Holds: Holds,
    Ruling: Ruling,
    Remedy: Remedy,
    Impropriety: Impropriety,
}

/// The names that a type knows, as it says itself when it is given another one.
fn known<'de, T: Deserialize<'de>>() -> Vec<&'static str> {
    match dialect().from_str::<T>("Zzz").map_err(|error| error.code) {
        Err(ron::Error::NoSuchEnumVariant { expected, .. }) => expected.to_vec(),
        _ => Vec::new(),
    }
}

/// What a type of another room holds; the compiler sees that no field is left out.
macro_rules! look_schema {
    ($($field:ident: $ty:ty),* $(,)?) => {
        /// Each field as it is declared.
        #[allow(dead_code)]
        fn each_is_one_of_look(Look { $($field),* }: Look) -> ($($ty,)*) {
            ($($field,)*)
        }

        const LOOK: StructSchema = StructSchema {
            heading: "look",
            fields: &[$(FieldSchema { name: stringify!($field), holds: <$ty as Shaped>::SHAPE },)*],
        };
    };
}

look_schema! { build: Build, hair: Hair, hair_colour: HairColour, glasses: bool, top: Top, carries: Carries }

impl Shaped for Look {
    const SHAPE: ValueShape = ValueShape::Struct(&LOOK);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_words_is_known() {
        for words in KnownNames::VARIANTS {
            assert!(words.all().len() > 1, "{words:?}");
        }
    }
}
