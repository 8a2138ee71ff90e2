//! What stands where in a scenario's text, said once, where a type of [`source`](super::source) is declared: the
//! loader reads by it, an editor offers by it, the guide's tables are held to it.
//!
//! `schema!` declares a type as it stands and notes its fields. What a field holds follows from its type; a text that
//! means something (an id, an act, an article) says so behind it: `pub then: Option<Str<'a>> = Target`.

mod words;

pub use words::KnownNames;

use super::source::{Entries, Str};
use crate::vocabulary::CueTakes;
use crate::vocabulary::acts::Takes;

/// What is declared in a scenario under an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DeclaredKind {
    /// A step of a visit.
    Node,
    /// A visitor.
    Visitor,
    /// A fact worth noting.
    Fact,
    /// A promise.
    Promise,
    /// A counter of the author's own.
    Var,
    /// One meeting on one day.
    Visit,
    /// Of a choice; its id counts within the node.
    Option,
    /// One thing that is asked for.
    Claim,
    /// Earlier answers that do not agree.
    Answers,
    /// A feeling word that a line says.
    Word,
    /// A preset of the scenario's own.
    Persona,
    /// Of a paper to be filled; its id counts within the node.
    Field,
    /// Of a field, or of a part of an answer: `field/entry` within the node.
    Entry,
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueShape {
    /// Texts, and what is not known here.
    Free,
    /// A number, whole or not.
    Number,
    /// `true` or `false`.
    Flag,
    /// The tag of a language: `zh-CN`.
    Language,
    /// The id of something that is declared elsewhere.
    Refer(DeclaredKind),
    /// A node, or `return`.
    Target,
    /// The id that an option gives itself.
    OptionId,
    /// The second name of `Chose(node, option)`.
    OptionOf,
    /// The id that an entry gives itself.
    EntryId,
    /// The second name of `Wrote(node, field, entry)`.
    FieldOf,
    /// The third name of `Wrote(node, field, entry)`.
    EntryOf,
    /// What an entry is: `Fact("hours")`.
    EntryIs,
    /// A feeling word where it is said.
    Feeling,
    /// Presets, joined by `/`.
    Persona,
    /// The id of a law pack.
    Law,
    /// `noise2022/70`
    Article,
    /// The id of a paper.
    Paper,
    /// One of a row of names that the engine knows.
    Word(KnownNames),
    /// A node: a kind with its fields.
    Node,
    /// An act with what it takes.
    Act,
    /// An act without what it takes.
    ActName,
    /// `Forward` or `Extend(HeadOfBody)`.
    Step,
    /// A step, or one with its day in round brackets.
    Meanwhile,
    /// A cue with what it takes.
    Cue,
    /// A condition.
    When,
    /// The id of a promise, or one with its condition in round brackets.
    Keep,
    /// Fields in round brackets.
    Struct(&'static StructSchema),
    /// Any number of these, in square brackets.
    List(&'static ValueShape),
    /// Any number of these, each under a name.
    Map(Keys, &'static ValueShape),
}

/// What the names on the left of a map are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Keys {
    /// Whatever the author likes.
    Free,
    /// Ids that are declared by standing there.
    Declare(DeclaredKind),
    /// Ids that are declared elsewhere.
    Refer(DeclaredKind),
    /// Names that the engine knows.
    Words(KnownNames),
    /// Of the rubric.
    Criterion,
    /// `CD0106 hours`
    Allow,
}

/// What stands in round brackets under one heading of the guide.
#[derive(Debug, PartialEq)]
pub struct StructSchema {
    /// The heading of the guide's table; empty where it is not known.
    pub heading: &'static str,
    /// In the order of the declaration.
    pub fields: &'static [FieldSchema],
}

/// A field of a struct.
#[derive(Debug, PartialEq)]
pub struct FieldSchema {
    /// As it is written.
    pub name: &'static str,
    /// What stands behind the colon.
    pub holds: ValueShape,
}

/// A name with something in brackets: a kind of node, a condition.
#[derive(Debug, PartialEq)]
pub struct VariantSchema {
    /// As it is written.
    pub name: &'static str,
    /// What stands in its brackets.
    pub content: VariantContent,
}

/// What stands in the brackets of a variant.
#[derive(Debug, PartialEq)]
pub enum VariantContent {
    /// Fields by name.
    Fields(StructSchema),
    /// One after the other.
    Row(&'static [ValueShape]),
}

/// The text that tells an author what a field is for, by the heading of its brackets: `guide-Line-who`. Its `.otherwise`
/// tells what goes where the field is left out.
pub fn field_text_id(heading: &str, name: &str) -> String {
    format!("guide-{heading}-{name}")
}

impl StructSchema {
    /// Where it is not known what belongs there.
    pub const UNKNOWN: Self = Self { heading: "", fields: &[] };

    /// What the field of this name holds; [`ValueShape::Free`] where there is none.
    pub fn holds(&self, name: &str) -> ValueShape {
        self.fields.iter().find(|field| field.name == name).map_or(ValueShape::Free, |field| field.holds)
    }
}

/// Types whose values have a shape of their own.
pub trait Shaped {
    /// What a value of this type is.
    const SHAPE: ValueShape;
}

/// Kinds of something that is written as a name with brackets.
pub trait Variants {
    /// In the order of the declaration.
    const VARIANTS: &'static [VariantSchema];

    /// What stands in the brackets behind this name.
    fn content(name: &str) -> Option<&'static VariantContent> {
        Self::VARIANTS.iter().find(|variant| variant.name == name).map(|variant| &variant.content)
    }
}

impl Shaped for Str<'_> {
    const SHAPE: ValueShape = ValueShape::Free;
}

impl Shaped for i64 {
    const SHAPE: ValueShape = ValueShape::Number;
}

impl Shaped for f64 {
    const SHAPE: ValueShape = ValueShape::Number;
}

impl Shaped for bool {
    const SHAPE: ValueShape = ValueShape::Flag;
}

impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: ValueShape = T::SHAPE;
}

impl<T: Shaped> Shaped for Box<T> {
    const SHAPE: ValueShape = T::SHAPE;
}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: ValueShape = ValueShape::List(&T::SHAPE);
}

impl<K: Shaped, V: Shaped> Shaped for Entries<K, V> {
    const SHAPE: ValueShape = ValueShape::Map(
        match K::SHAPE {
            ValueShape::Word(names) => Keys::Words(names),
            _ => Keys::Free,
        },
        &V::SHAPE,
    );
}

/// What stands in the brackets of an act that takes this.
pub const fn act_takes(takes: Takes) -> Option<ValueShape> {
    Some(match takes {
        Takes::Nothing => return None,
        Takes::Word => ValueShape::Refer(DeclaredKind::Word),
        Takes::MaybeVisitor => ValueShape::Refer(DeclaredKind::Visitor),
        Takes::MaybeFact => ValueShape::Refer(DeclaredKind::Fact),
        Takes::Article | Takes::MaybeArticle => ValueShape::Article,
        Takes::Paper => ValueShape::Paper,
        Takes::Promise | Takes::MaybePromise => ValueShape::Refer(DeclaredKind::Promise),
    })
}

/// What stands in the brackets of a cue that takes this.
pub const fn cue_takes(takes: CueTakes) -> Option<ValueShape> {
    Some(match takes {
        CueTakes::Nothing => return None,
        CueTakes::Word => ValueShape::Feeling,
        CueTakes::Fact => ValueShape::Refer(DeclaredKind::Fact),
        CueTakes::Times => ValueShape::Number,
        CueTakes::Risk => ValueShape::Word(KnownNames::Risk),
        CueTakes::Conduct => ValueShape::Word(KnownNames::Unruly),
        CueTakes::Impropriety => ValueShape::Word(KnownNames::Impropriety),
        CueTakes::MaybeAnswers => ValueShape::Refer(DeclaredKind::Answers),
    })
}

/// What a field or an argument holds: what is said behind its type, else what follows from the type.
macro_rules! shape_of {
    ($ty:ty, $shape:expr) => {{
        #[allow(unused_imports)]
        use $crate::scenario::schema::{DeclaredKind::*, ValueShape::*};
        $shape
    }};
    ($ty:ty) => {
        <$ty as $crate::scenario::schema::Shaped>::SHAPE
    };
}
pub(super) use shape_of;

/// Declares types of [`source`](super::source) as they stand and notes what they hold. A struct names its heading in the guide
/// (`as "visits"`); what stands behind `..` is not to be written.
macro_rules! schema {
    () => {};
    (
        $(#[$meta:meta])*
        pub struct $name:ident $(<$life:lifetime>)? as $heading:literal {
            $($(#[$about:meta])* pub $field:ident: $ty:ty $(= $shape:expr)?,)*
            $(.. $($(#[$besides:meta])* $vis:vis $beside:ident: $of:ty,)*)?
        }
        $($rest:tt)*
    ) => {
        $(#[$meta])*
        pub struct $name $(<$life>)? {
            $(
                $(#[$about])*
                #[doc = concat!("\n\nWhat an author writes as `", stringify!($field), "`; `guide.ftl` says what it is for.")]
                pub $field: $ty,
            )*
            $($($(#[$besides])* $vis $beside: $of,)*)?
        }
        impl $(<$life>)? $name $(<$life>)? {
            /// What is written in its brackets.
            pub const SCHEMA: $crate::scenario::schema::StructSchema = $crate::scenario::schema::StructSchema {
                heading: $heading,
                fields: &[$($crate::scenario::schema::FieldSchema {
                    name: stringify!($field),
                    holds: $crate::scenario::schema::shape_of!($ty $(, $shape)?),
                },)*],
            };
        }
        impl $(<$life>)? $crate::scenario::schema::Shaped for $name $(<$life>)? {
            const SHAPE: $crate::scenario::schema::ValueShape = $crate::scenario::schema::ValueShape::Struct(&Self::SCHEMA);
        }
        $crate::scenario::schema::schema! { $($rest)* }
    };
    (
        $(#[$meta:meta])*
        pub enum $name:ident<$life:lifetime> is $all:ident {
            $(
                $(#[$above:meta])*
                $variant:ident
                $({ $($(#[$about:meta])* $field:ident: $ty:ty $(= $shape:expr)?,)* })?
                $(($($arg:ty $(= $holds:expr)?),*))?
                $(as $schema:expr)?,
            )*
        }
        $($rest:tt)*
    ) => {
        $(#[$meta])*
        pub enum $name<$life> {
            $(
                $(#[$above])*
                #[doc = concat!("\n\n`", stringify!($variant), "(…)`, as an author writes it; `guide.ftl` says what it is for.")]
                $variant $({
                    $(
                        $(#[$about])*
                        #[doc = concat!("\n\nWhat stands there as `", stringify!($field), "`.")]
                        $field: $ty,
                    )*
                })? $(($($arg),*))?,
            )*
        }
        impl<$life> $crate::scenario::schema::Variants for $name<$life> {
            const VARIANTS: &'static [$crate::scenario::schema::VariantSchema] = &[
                $($crate::scenario::schema::VariantSchema {
                    name: stringify!($variant),
                    content: $crate::scenario::schema::variant_content!(
                        $variant
                        $({ $($field: $ty $(= $shape)?,)* })?
                        $(($($arg $(= $holds)?),*))?
                        $(as $schema)?
                    ),
                },)*
            ];
        }
        impl<$life> $crate::scenario::schema::Shaped for $name<$life> {
            const SHAPE: $crate::scenario::schema::ValueShape = $crate::scenario::schema::ValueShape::$all;
        }
        $crate::scenario::schema::schema! { $($rest)* }
    };
}
pub(super) use schema;

/// What stands in the brackets of one variant.
macro_rules! variant_content {
    ($variant:ident { $($field:ident: $ty:ty $(= $shape:expr)?,)* }) => {
        $crate::scenario::schema::VariantContent::Fields($crate::scenario::schema::StructSchema {
            heading: stringify!($variant),
            fields: &[$($crate::scenario::schema::FieldSchema {
                name: stringify!($field),
                holds: $crate::scenario::schema::shape_of!($ty $(, $shape)?),
            },)*],
        })
    };
    ($variant:ident ($($arg:ty $(= $holds:expr)?),*)) => {
        $crate::scenario::schema::VariantContent::Row(&[$($crate::scenario::schema::shape_of!($arg $(, $holds)?)),*])
    };
    ($variant:ident ($($arg:ty),*) as $schema:expr) => {
        $crate::scenario::schema::VariantContent::Fields($schema)
    };
}
pub(super) use variant_content;
