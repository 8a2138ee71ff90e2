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
pub enum DeclaredKind {
    Node,
    Visitor,
    Fact,
    Promise,
    Var,
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

/// A row of names that the engine knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownNames {
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
    Holds,
    Ruling,
    Remedy,
    Impropriety,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueShape {
    /// Texts, numbers, and what is not known here.
    Free,
    Flag,
    Language,
    Refer(DeclaredKind),
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
    Word(KnownNames),
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
    List(&'static ValueShape),
    Map(Keys, &'static ValueShape),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Keys {
    Free,
    Declare(DeclaredKind),
    Refer(DeclaredKind),
    Words(KnownNames),
    /// Of the rubric.
    Criterion,
    /// `CD0106 hours`
    Allow,
}

/// What stands in the brackets of a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Inside {
    Fields(&'static str),
    Entries(Keys, ValueShape),
    Items(ValueShape),
    /// One after the other, the last for all that follow.
    Row(Vec<ValueShape>),
}

impl ValueShape {
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
                "Fact" => Self::Refer(DeclaredKind::Fact),
                "TwoAnswers" => Self::Refer(DeclaredKind::Answers),
                "Risk" => Self::Word(KnownNames::Risk),
                "Conduct" => Self::Word(KnownNames::Unruly),
                "Improper" => Self::Word(KnownNames::Impropriety),
                _ => Self::Free,
            }]),
            Self::Step if name.is_empty() => Inside::Fields("steps"),
            Self::Step => Inside::Row(vec![Self::Word(KnownNames::Actor)]),
            Self::EntryIs => Inside::Row(vec![match entry_kind(name) {
                Some(EntryTakes::Fact) => Self::Refer(DeclaredKind::Fact),
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
fn argument(name: &str) -> ValueShape {
    let catalogue = ActCatalogue::shipped();
    match catalogue.find(name).map(|act| catalogue[act].takes) {
        Some(Takes::Word) => ValueShape::Refer(DeclaredKind::Word),
        Some(Takes::MaybeVisitor) => ValueShape::Refer(DeclaredKind::Visitor),
        Some(Takes::MaybeFact) => ValueShape::Refer(DeclaredKind::Fact),
        Some(Takes::Article | Takes::MaybeArticle) => ValueShape::Article,
        Some(Takes::Paper) => ValueShape::Paper,
        Some(Takes::Promise | Takes::MaybePromise) => ValueShape::Refer(DeclaredKind::Promise),
        _ => ValueShape::Free,
    }
}

fn condition(name: &str) -> Vec<ValueShape> {
    use ValueShape::*;
    match name {
        "All" | "Any" => vec![List(&When)],
        "Not" => vec![When],
        "Fact" | "Noted" => vec![Refer(DeclaredKind::Fact)],
        "Did" => vec![ActName],
        "Chose" => vec![Refer(DeclaredKind::Node), OptionOf],
        "Visited" | "FormClean" => vec![Refer(DeclaredKind::Node)],
        "Wrote" => vec![Refer(DeclaredKind::Node), FieldOf, EntryOf],
        "AtLeast" | "Below" => vec![Refer(DeclaredKind::Visitor), Word(KnownNames::Quantity), Free],
        "VarAtLeast" | "VarIs" => vec![Refer(DeclaredKind::Var), Free],
        "Issued" => vec![Paper],
        "StepTaken" => vec![Step],
        "Decided" => vec![Refer(DeclaredKind::Claim), Word(KnownNames::Ruling)],
        "Promised" | "Kept" | "Broken" => vec![Refer(DeclaredKind::Promise)],
        _ => vec![Free],
    }
}

/// What a field holds. A field means the same wherever it stands, but for the few named with their struct.
pub fn field(of: &str, name: &str) -> ValueShape {
    // What is shared is written as in the scenario itself.
    let of = if of == "Shared" { "Scenario" } else { of };
    let row = |heading: &str| FIELDS.iter().find(|(known, field, _)| *known == heading && *field == name);
    row(of).or_else(|| row(ANYWHERE)).map_or(ValueShape::Free, |(_, _, shape)| *shape)
}

/// Instead of the heading of a struct: wherever the field stands.
const ANYWHERE: &str = "";

/// Heading of the guide, field, and what the field holds; those not named here hold texts and numbers.
const FIELDS: &[(&str, &str, ValueShape)] = {
    use ValueShape::*;
    &[
        ("Scenario", "language", Language),
        ("Scenario", "law", List(&Law)),
        ("Scenario", "case_file", List(&Struct("case_file"))),
        ("Scenario", "matter", Struct("matter")),
        ("Scenario", "personas", Map(Keys::Declare(DeclaredKind::Persona), &Struct("personas"))),
        ("Scenario", "visitors", Map(Keys::Declare(DeclaredKind::Visitor), &Struct("visitors"))),
        ("Scenario", "staff", Map(Keys::Declare(DeclaredKind::Visitor), &Struct("staff"))),
        ("Scenario", "facts", Map(Keys::Declare(DeclaredKind::Fact), &Free)),
        ("Scenario", "promises", Map(Keys::Declare(DeclaredKind::Promise), &Struct("promises"))),
        ("Scenario", "claims", Map(Keys::Declare(DeclaredKind::Claim), &Struct("claims"))),
        ("Scenario", "earlier_answers", Map(Keys::Declare(DeclaredKind::Answers), &Struct("earlier_answers"))),
        ("Scenario", "vars", Map(Keys::Declare(DeclaredKind::Var), &Struct("vars"))),
        ("Scenario", "visits", Map(Keys::Declare(DeclaredKind::Visit), &Struct("visits"))),
        ("Scenario", "hooks", Struct("hooks")),
        ("Scenario", "nodes", Map(Keys::Declare(DeclaredKind::Node), &Node)),
        ("claims", "holds", Word(KnownNames::Holds)),
        ("claims", "facts", List(&Refer(DeclaredKind::Fact))),
        ("claims", "law", List(&Article)),
        ("claims", "remedy", Word(KnownNames::Remedy)),
        ("earlier_answers", "answers", List(&Struct("answers"))),
        ("answers", "who", Free),
        ("personas", "base", Persona),
        ("matter", "class", Word(KnownNames::Class)),
        ("matter", "route", Word(KnownNames::Route)),
        ("matter", "office", Word(KnownNames::Office)),
        ("matter", "so_far", List(&Struct("so_far"))),
        ("look", "build", Word(KnownNames::Build)),
        ("look", "hair", Word(KnownNames::Hair)),
        ("look", "hair_colour", Word(KnownNames::HairColour)),
        ("look", "top", Word(KnownNames::Top)),
        ("look", "carries", Word(KnownNames::Carries)),
        ("visits", "start", Refer(DeclaredKind::Node)),
        ("Choice", "id", OptionId),
        ("Topics", "topics", Map(Keys::Declare(DeclaredKind::Option), &Struct("topics"))),
        ("Topics", "leave", Struct("Choice")),
        ("topics", "start", Refer(DeclaredKind::Node)),
        ("Form", "fields", Map(Keys::Declare(DeclaredKind::Field), &Struct("fields"))),
        ("fields", "of", List(&Word(KnownNames::PaperField))),
        ("fields", "kind", Word(KnownNames::FieldKind)),
        ("fields", "right", Word(KnownNames::Right)),
        ("fields", "entries", List(&Struct("entries"))),
        ("entries", "id", EntryId),
        ("entries", "is", EntryIs),
        ("Compose", "basis", List(&Struct("entries"))),
        ("Compose", "path", List(&Struct("entries"))),
        ("Compose", "time", List(&Struct("entries"))),
        (ANYWHERE, "printed", Map(Keys::Words(KnownNames::PaperField), &Free)),
        (ANYWHERE, "due", Word(KnownNames::Limit)),
        (ANYWHERE, "step", Step),
        (ANYWHERE, "steps", List(&Step)),
        (ANYWHERE, "on_outburst", Refer(DeclaredKind::Node)),
        (ANYWHERE, "on_silence", Refer(DeclaredKind::Node)),
        (ANYWHERE, "on_interrupt", Refer(DeclaredKind::Node)),
        (ANYWHERE, "on_risk", Refer(DeclaredKind::Node)),
        (ANYWHERE, "then", Target),
        (ANYWHERE, "otherwise", Target),
        (ANYWHERE, "clean", Target),
        (ANYWHERE, "faulty", Target),
        (ANYWHERE, "when", When),
        (ANYWHERE, "ways", List(&Struct("ways"))),
        (ANYWHERE, "keeps", List(&Keep)),
        (ANYWHERE, "promise", Refer(DeclaredKind::Promise)),
        (ANYWHERE, "acts", List(&Act)),
        (ANYWHERE, "cues", List(&Cue)),
        (ANYWHERE, "variants", List(&Struct("variants"))),
        (ANYWHERE, "set", Map(Keys::Refer(DeclaredKind::Var), &Free)),
        (ANYWHERE, "add", Map(Keys::Refer(DeclaredKind::Var), &Free)),
        (ANYWHERE, "feel", Map(Keys::Refer(DeclaredKind::Visitor), &Map(Keys::Words(KnownNames::Quantity), &Free))),
        (ANYWHERE, "score", Map(Keys::Criterion, &Word(KnownNames::Judged))),
        (ANYWHERE, "decides", Map(Keys::Refer(DeclaredKind::Claim), &Word(KnownNames::Ruling))),
        (ANYWHERE, "law_says", List(&Article)),
        (ANYWHERE, "who", Refer(DeclaredKind::Visitor)),
        (ANYWHERE, "to", Refer(DeclaredKind::Visitor)),
        (ANYWHERE, "present", List(&Refer(DeclaredKind::Visitor))),
        (ANYWHERE, "visit", Refer(DeclaredKind::Visit)),
        (ANYWHERE, "persona", Persona),
        (ANYWHERE, "allow", Map(Keys::Allow, &Free)),
        (ANYWHERE, "paper", Paper),
        (ANYWHERE, "manner", Word(KnownNames::Manner)),
        (ANYWHERE, "outcome", Word(KnownNames::Outcome)),
        (ANYWHERE, "place", Word(KnownNames::Place)),
        (ANYWHERE, "needs", Map(Keys::Words(KnownNames::Need), &Free)),
        (ANYWHERE, "traits", Map(Keys::Words(KnownNames::Trait), &Free)),
        (ANYWHERE, "arrives_with", Map(Keys::Words(KnownNames::Feeling), &Free)),
        (ANYWHERE, "look", Struct("look")),
        (ANYWHERE, "glasses", Flag),
        (ANYWHERE, "beyond_authority", Flag),
        (ANYWHERE, "optional", Flag),
        (ANYWHERE, "again", Flag),
        (ANYWHERE, "seen_by_others", Flag),
    ]
};

impl KnownNames {
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
            Self::Holds => known::<procedure::Holds>(),
            Self::Ruling => known::<procedure::Ruling>(),
            Self::Remedy => known::<procedure::Remedy>(),
            Self::Impropriety => known::<model::Impropriety>(),
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
    use ValueShape::{List, Map, Struct};

    #[test]
    fn every_row_of_words_is_known() {
        use KnownNames::*;
        for words in [
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
            Class,
            Route,
            Office,
            Actor,
            Unruly,
            Holds,
            Ruling,
            Remedy,
            Impropriety,
        ] {
            assert!(words.all().len() > 2, "{words:?}");
        }
        assert!(ValueShape::Node.bare_words().contains(&"OrderedChoice"));
    }

    #[test]
    fn what_an_entry_can_be_is_what_the_guide_lists() {
        let guide = include_str!("../../docs/authoring.en.md");
        let listed = guide.split("### entries").nth(1).and_then(|rest| rest.split("### ").next()).unwrap_or_default();
        for (name, _) in ENTRY_KINDS {
            assert!(listed.contains(&format!("`{name}")), "{name}");
        }
    }

    /// The guide's tables are held to the types of the loader by `tests/guide.rs`; so these are, too.
    #[test]
    fn every_field_named_here_is_one_of_the_guide() {
        for (of, name, shape) in FIELDS {
            let headings = guide::headings().filter(|heading| *of == ANYWHERE || heading == of);
            let known = headings.filter(|heading| guide::field(heading, name, crate::vocabulary::Locale::En).is_some());
            assert!(known.count() > 0, "{of} {name}");
            let mut inner = *shape;
            while let List(of) | Map(_, of) = inner {
                inner = *of;
            }
            if let Struct(of) = inner {
                assert_eq!(guide::heading(of), Some(of), "{name}");
            }
        }
    }

    #[test]
    fn every_heading_named_here_is_one_of_the_guide() {
        let headings = [
            "Scenario",
            "visitors",
            "staff",
            "promises",
            "vars",
            "visits",
            "case_file",
            "hooks",
            "claims",
            "earlier_answers",
            "answers",
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
