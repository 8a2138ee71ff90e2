//! What may stand where in a `scenario.ron`, as far as names go: fields, ids, acts, cues, articles.

use super::guide;
use crate::procedure::{self, limit::Limit};
use crate::scenario::entry_kinds::{ENTRY_KINDS, EntryTakes, entry_kind};
use crate::scenario::matter::Office;
use crate::scenario::model;
use crate::scenario::model::Outcome;
use crate::scenario::source::{NodeSource, dialect};
use crate::visitor::Trait;
use crate::vocabulary::ActCatalogue;
use crate::vocabulary::acts::Takes;
use crate::vocabulary::{Feeling, Need};
use crate::vocabulary::{Manner, Place, Quantity};
use serde::Deserialize;

/// What is declared in a scenario under an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Node,
    Visitor,
    Fact,
    Promise,
    Var,
    Visit,
    /// Of a choice; its id counts within the node.
    Option,
    /// A feeling word that a line says.
    Word,
    /// A preset of the scenario's own.
    Persona,
    /// Of a paper to be filled; its id counts within the node.
    Field,
    /// Of a field, or of a part of an answer: `field/entry` within the node.
    Entry,
}

/// A row of names that the engine knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    Manner,
    Outcome,
    Place,
    Quantity,
    Need,
    Trait,
    Feeling,
    Build,
    Hair,
    HairColour,
    Top,
    Carries,
    Risk,
    Judged,
    FieldKind,
    PaperField,
    Right,
    Limit,
    Class,
    Route,
    Office,
    Actor,
    Unruly,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Texts, numbers, and what is not known here.
    Free,
    Flag,
    Language,
    Refer(Kind),
    /// A node, or `return`.
    Target,
    /// The id that an option gives itself.
    OptionId,
    /// The second name of `Chose(node, option)`.
    OptionOf,
    /// The id that an entry gives itself.
    EntryId,
    /// The second and third name of `Wrote(node, field, entry)`.
    FieldOf,
    EntryOf,
    EntryIs,
    /// A feeling word where it is said.
    Feeling,
    Persona,
    Law,
    Article,
    Paper,
    Word(Words),
    Node,
    Act,
    ActName,
    /// `Forward` or `Extend(HeadOfBody)`.
    Step,
    Cue,
    When,
    Keep,
    /// Fields in round brackets, by the heading of the guide; empty where it is not known.
    Struct(&'static str),
    List(&'static Shape),
    Map(Keys, &'static Shape),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Keys {
    Free,
    Declare(Kind),
    Refer(Kind),
    Words(Words),
    /// Of the rubric.
    Criterion,
    /// `CD0106 hours`
    Allow,
}

/// What stands in the brackets of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Inside {
    Fields(&'static str),
    Entries(Keys, Shape),
    Items(Shape),
    /// One after the other, the last for all that follow.
    Row(Vec<Shape>),
}

impl Shape {
    /// What stands in the brackets after `name`.
    pub fn enter(self, name: &str, open: u8) -> Inside {
        match self {
            Self::Struct(of) => Inside::Fields(of),
            Self::List(item) => Inside::Items(*item),
            Self::Map(keys, value) => Inside::Entries(keys, *value),
            Self::Keep => Inside::Fields("keeps"),
            Self::Node => match name {
                "Choice" | "OrderedChoice" => Inside::Row(vec![Self::List(&Self::Struct("Choice"))]),
                other => Inside::Fields(guide::heading(other).unwrap_or_default()),
            },
            Self::Act | Self::ActName => Inside::Row(vec![argument(name)]),
            Self::Cue => Inside::Row(vec![match name {
                "Feeling" => Self::Feeling,
                "Fact" => Self::Refer(Kind::Fact),
                "Risk" => Self::Word(Words::Risk),
                "Conduct" => Self::Word(Words::Unruly),
                _ => Self::Free,
            }]),
            Self::Step if name.is_empty() => Inside::Fields("steps"),
            Self::Step => Inside::Row(vec![Self::Word(Words::Actor)]),
            Self::EntryIs => Inside::Row(vec![match entry_kind(name) {
                Some(EntryTakes::Fact) => Self::Refer(Kind::Fact),
                Some(EntryTakes::Article(_) | EntryTakes::Lapsed) => Self::Article,
                _ => Self::Free,
            }]),
            Self::When => Inside::Row(condition(name)),
            _ if open == b'{' => Inside::Entries(Keys::Free, Self::Struct("")),
            _ if open == b'[' => Inside::Items(Self::Struct("")),
            _ => Inside::Fields(""),
        }
    }

    /// What is written without quotes here.
    pub fn bare_words(self) -> Vec<&'static str> {
        match self {
            Self::Word(words) => words.all(),
            Self::Flag => vec!["true", "false"],
            Self::Node => known::<NodeSource>(),
            Self::EntryIs => ENTRY_KINDS.map(|(name, _)| name).into(),
            // The coming in begins every history by itself.
            Self::Step => procedure::Step::ALL.iter().skip(1).map(|step| step.name()).collect(),
            _ => Vec::new(),
        }
    }
}

/// What an act takes in brackets.
fn argument(name: &str) -> Shape {
    let catalogue = ActCatalogue::shipped();
    match catalogue.find(name).map(|act| catalogue[act].takes) {
        Some(Takes::Word) => Shape::Refer(Kind::Word),
        Some(Takes::MaybeVisitor) => Shape::Refer(Kind::Visitor),
        Some(Takes::MaybeFact) => Shape::Refer(Kind::Fact),
        Some(Takes::Article | Takes::MaybeArticle) => Shape::Article,
        Some(Takes::Paper) => Shape::Paper,
        Some(Takes::Promise | Takes::MaybePromise) => Shape::Refer(Kind::Promise),
        _ => Shape::Free,
    }
}

fn condition(name: &str) -> Vec<Shape> {
    use Shape::*;
    match name {
        "All" | "Any" => vec![List(&When)],
        "Not" => vec![When],
        "Fact" | "Noted" => vec![Refer(Kind::Fact)],
        "Did" => vec![ActName],
        "Chose" => vec![Refer(Kind::Node), OptionOf],
        "Visited" | "FormClean" => vec![Refer(Kind::Node)],
        "Wrote" => vec![Refer(Kind::Node), FieldOf, EntryOf],
        "AtLeast" | "Below" => vec![Refer(Kind::Visitor), Word(Words::Quantity), Free],
        "VarAtLeast" | "VarIs" => vec![Refer(Kind::Var), Free],
        "Issued" => vec![Paper],
        "StepTaken" => vec![Step],
        "Promised" | "Kept" | "Broken" => vec![Refer(Kind::Promise)],
        _ => vec![Free],
    }
}

/// What a field holds. A field means the same wherever it stands, but for the few named with their struct.
pub fn field(of: &str, name: &str) -> Shape {
    use Shape::*;
    // What is shared is written as in the scenario itself.
    let of = if of == "Shared" { "Scenario" } else { of };
    match (of, name) {
        ("Scenario", "personas") => Map(Keys::Declare(Kind::Persona), &Struct("personas")),
        ("personas", "base") => Persona,
        ("Form", "fields") => Map(Keys::Declare(Kind::Field), &Struct("fields")),
        ("fields", "entries") | ("Compose", "basis" | "path" | "time") => List(&Struct("entries")),
        ("entries", "id") => EntryId,
        ("entries", "is") => EntryIs,
        ("Form" | "Compose", "printed") => Map(Keys::Words(Words::PaperField), &Free),
        ("fields", "of") => List(&Word(Words::PaperField)),
        ("fields", "kind") => Word(Words::FieldKind),
        ("fields", "right") => Word(Words::Right),
        ("fields" | "Compose", "due") => Word(Words::Limit),
        ("Scenario", "visitors") => Map(Keys::Declare(Kind::Visitor), &Struct("visitors")),
        ("Scenario", "facts") => Map(Keys::Declare(Kind::Fact), &Free),
        ("Scenario", "promises") => Map(Keys::Declare(Kind::Promise), &Struct("promises")),
        ("Scenario", "vars") => Map(Keys::Declare(Kind::Var), &Struct("vars")),
        ("Scenario", "visits") => Map(Keys::Declare(Kind::Visit), &Struct("visits")),
        ("Scenario", "nodes") => Map(Keys::Declare(Kind::Node), &Node),
        ("Scenario", "case_file") => List(&Struct("case_file")),
        ("Scenario", "matter") => Struct("matter"),
        ("matter", "class") => Word(Words::Class),
        ("matter", "route") => Word(Words::Route),
        ("matter", "office") => Word(Words::Office),
        ("matter", "so_far") => List(&Struct("so_far")),
        (_, "step") => Step,
        (_, "steps") => List(&Step),
        ("Scenario", "hooks") => Struct("hooks"),
        ("Scenario", "law") => List(&Law),
        ("Scenario", "language") => Language,
        ("visits", "start") => Refer(Kind::Node),
        ("Choice", "id") => OptionId,
        ("Topics", "topics") => Map(Keys::Declare(Kind::Option), &Struct("topics")),
        ("Topics", "leave") => Struct("Choice"),
        ("topics", "start") => Refer(Kind::Node),
        (_, "on_outburst" | "on_silence" | "on_interrupt" | "on_risk") => Refer(Kind::Node),
        (_, "then" | "otherwise" | "clean" | "faulty") => Target,
        (_, "when") => When,
        (_, "ways") => List(&Struct("ways")),
        (_, "keeps") => List(&Keep),
        (_, "promise") => Refer(Kind::Promise),
        (_, "acts") => List(&Act),
        (_, "cues") => List(&Cue),
        (_, "variants") => List(&Struct("variants")),
        (_, "set" | "add") => Map(Keys::Refer(Kind::Var), &Free),
        (_, "feel") => Map(Keys::Refer(Kind::Visitor), &Map(Keys::Words(Words::Quantity), &Free)),
        (_, "score") => Map(Keys::Criterion, &Word(Words::Judged)),
        (_, "law_says") => List(&Article),
        (_, "who" | "to") => Refer(Kind::Visitor),
        (_, "present") => List(&Refer(Kind::Visitor)),
        (_, "visit") => Refer(Kind::Visit),
        (_, "persona") => Persona,
        (_, "allow") => Map(Keys::Allow, &Free),
        (_, "paper") => Paper,
        (_, "manner") => Word(Words::Manner),
        (_, "outcome") => Word(Words::Outcome),
        (_, "place") => Word(Words::Place),
        (_, "needs") => Map(Keys::Words(Words::Need), &Free),
        (_, "traits") => Map(Keys::Words(Words::Trait), &Free),
        (_, "arrives_with") => Map(Keys::Words(Words::Feeling), &Free),
        (_, "look") => Struct("look"),
        ("look", "build") => Word(Words::Build),
        ("look", "hair") => Word(Words::Hair),
        ("look", "hair_colour") => Word(Words::HairColour),
        ("look", "top") => Word(Words::Top),
        ("look", "carries") => Word(Words::Carries),
        (_, "glasses" | "beyond_authority" | "optional" | "again" | "seen_by_others") => Flag,
        _ => Free,
    }
}

impl Words {
    /// As the type itself knows them.
    pub fn all(self) -> Vec<&'static str> {
        match self {
            Self::Manner => known::<Manner>(),
            Self::Outcome => known::<Outcome>(),
            Self::Place => known::<Place>(),
            Self::Quantity => known::<Quantity>(),
            Self::Need => known::<Need>(),
            Self::Trait => known::<Trait>(),
            Self::Feeling => known::<Feeling>(),
            Self::Build => known::<model::Build>(),
            Self::Hair => known::<model::Hair>(),
            Self::HairColour => known::<model::HairColour>(),
            Self::Top => known::<model::Top>(),
            Self::Carries => known::<model::Carries>(),
            Self::Risk => known::<model::Risk>(),
            Self::Judged => known::<model::Judged>(),
            Self::FieldKind => known::<procedure::FieldKind>(),
            Self::PaperField => known::<procedure::PaperField>(),
            Self::Right => known::<procedure::MatterKind>(),
            Self::Limit => known::<Limit>(),
            Self::Class => known::<procedure::Class>(),
            Self::Route => known::<procedure::Route>(),
            Self::Office => known::<Office>(),
            Self::Actor => known::<procedure::Actor>(),
            Self::Unruly => known::<model::Unruly>(),
        }
    }
}

/// The names that a type knows, as it says itself when it is given another one.
fn known<'de, T: Deserialize<'de>>() -> Vec<&'static str> {
    match dialect().from_str::<T>("Zzz").map_err(|error| error.code) {
        Err(ron::Error::NoSuchEnumVariant { expected, .. }) => expected.to_vec(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_words_is_known() {
        use Words::*;
        for words in [
            Manner, Outcome, Place, Quantity, Need, Trait, Feeling, Build, Hair, HairColour, Top, Carries, Risk,
            Judged, Class, Route, Office, Actor, Unruly,
        ] {
            assert!(words.all().len() > 2, "{words:?}");
        }
        assert!(Shape::Node.bare_words().contains(&"OrderedChoice"));
    }

    #[test]
    fn what_an_entry_can_be_is_what_the_guide_lists() {
        let guide = include_str!("../../docs/authoring.en.md");
        let listed = guide.split("### entries").nth(1).and_then(|rest| rest.split("### ").next()).unwrap_or_default();
        for (name, _) in ENTRY_KINDS {
            assert!(listed.contains(&format!("`{name}")), "{name}");
        }
    }

    #[test]
    fn every_heading_named_here_is_one_of_the_guide() {
        let headings = [
            "Scenario",
            "visitors",
            "promises",
            "vars",
            "visits",
            "case_file",
            "hooks",
            "matter",
            "so_far",
            "steps",
            "ways",
            "variants",
            "Choice",
            "keeps",
            "look",
            "Line",
            "Topics",
            "topics",
            "TimePasses",
            "Branch",
            "End",
            "Shared",
            "personas",
            "Form",
            "fields",
            "entries",
            "Compose",
            "Conditions",
            "Cues",
        ];
        for heading in headings {
            assert_eq!(guide::heading(heading), Some(heading));
        }
    }
}
