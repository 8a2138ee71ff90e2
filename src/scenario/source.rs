//! The RON of a scenario as written: borrowed from the text, names still names, nothing checked yet.

mod call;
mod claims;
mod staff;
mod task;
mod variants;

use super::matter::Office;
use super::model::{Judged, Outcome};
use super::own_law::OwnLaw;
use crate::procedure::{Class, Route, Ruling};
use crate::visitor::Trait;
use crate::vocabulary::{Feeling, Need};
use crate::vocabulary::{Look, Manner, Place, Quantity};
use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use variants::Unwrapped;

pub use call::{Call, CallArg};
pub use claims::{AnswerSource, ClaimSource, EarlierAnswersSource};
pub use staff::StaffSource;
pub use task::{EntrySource, FieldSource, TaskSource};

/// The dialect: `implicit_some` and `unwrap_newtypes` without an author having to ask for them.
pub fn dialect() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
}

/// A string that knows where it stands: without escapes it is a slice of the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Str<'a>(pub Cow<'a, str>);

impl Str<'_> {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Str<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Chars)
    }
}

/// Takes a string as it lies in the source.
struct Chars;

impl<'de> Visitor<'de> for Chars {
    type Value = Str<'de>;
    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text in quotes")
    }
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Str(Cow::Borrowed(text)))
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Str(Cow::Owned(text.to_owned())))
    }
    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Str(Cow::Owned(text)))
    }
}

/// A map in the order of writing that keeps double keys, so that they can be reported.
#[derive(Clone, Debug)]
pub struct Entries<K, V>(pub Vec<(K, V)>);

impl<K, V> Default for Entries<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Entries<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map<K, V>(PhantomData<(K, V)>);
        impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for Map<K, V> {
            type Value = Entries<K, V>;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a list of `name: value` in curly brackets")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Map(PhantomData))
    }
}

/// `"CD0103": "reason"`.
pub type Allow<'a> = Entries<Str<'a>, Str<'a>>;

/// `{ "zhang": { Anger: -0.2 } }`: what an author sets by hand.
pub type Feel<'a> = Entries<Str<'a>, Entries<Quantity, f64>>;

/// What must be there is optional here, so that everything that is missing can be reported at once.
#[derive(Debug, Default, Deserialize)]
#[serde(rename = "Scenario", deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct ScenarioSource<'a> {
    /// Files whose people, facts, promises, counters and nodes belong to it.
    pub include: Vec<Str<'a>>,
    pub title: Option<Str<'a>>,
    pub language: Option<Str<'a>>,
    pub family: Option<Str<'a>>,
    pub difficulty: Option<i64>,
    pub minutes: Option<i64>,
    pub objectives: Vec<Str<'a>>,
    pub author: Option<Str<'a>>,
    pub plays_on: Option<Str<'a>>,
    pub law: Vec<Str<'a>>,
    pub briefing: Option<Str<'a>>,
    pub case_file: Vec<DocumentSource<'a>>,
    pub matter: Option<MatterSource<'a>>,
    pub personas: Entries<Str<'a>, PersonaSource<'a>>,
    pub visitors: Entries<Str<'a>, VisitorSource<'a>>,
    pub staff: Entries<Str<'a>, StaffSource<'a>>,
    pub facts: Entries<Str<'a>, Str<'a>>,
    pub promises: Entries<Str<'a>, PromiseSource<'a>>,
    pub claims: Entries<Str<'a>, ClaimSource<'a>>,
    pub earlier_answers: Entries<Str<'a>, EarlierAnswersSource<'a>>,
    pub vars: Entries<Str<'a>, VarSource>,
    pub visits: Entries<Str<'a>, VisitSource<'a>>,
    pub hooks: HooksSource<'a>,
    /// Smells that the author has seen and wants: code (and what it is about) → reason.
    pub allow: Allow<'a>,
    pub nodes: Entries<Str<'a>, NodeSource<'a>>,
    /// Read from files beside it.
    #[serde(skip)]
    pub own_law: OwnLaw,
}

/// What a file may hold that scenarios take in.
#[derive(Debug, Default, Deserialize)]
#[serde(rename = "Shared", deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct SharedSource<'a> {
    pub include: Vec<Str<'a>>,
    pub personas: Entries<Str<'a>, PersonaSource<'a>>,
    pub visitors: Entries<Str<'a>, VisitorSource<'a>>,
    pub staff: Entries<Str<'a>, StaffSource<'a>>,
    pub facts: Entries<Str<'a>, Str<'a>>,
    pub promises: Entries<Str<'a>, PromiseSource<'a>>,
    pub vars: Entries<Str<'a>, VarSource>,
    pub nodes: Entries<Str<'a>, NodeSource<'a>>,
}

impl<'a> ScenarioSource<'a> {
    /// Takes in what another file holds, behind what is there.
    pub fn take_in(&mut self, shared: SharedSource<'a>) {
        self.personas.0.extend(shared.personas.0);
        self.visitors.0.extend(shared.visitors.0);
        self.staff.0.extend(shared.staff.0);
        self.facts.0.extend(shared.facts.0);
        self.promises.0.extend(shared.promises.0);
        self.vars.0.extend(shared.vars.0);
        self.nodes.0.extend(shared.nodes.0);
    }
}

/// A preset of the scenario's own.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct PersonaSource<'a> {
    /// The presets it rests on.
    pub base: Option<Str<'a>>,
    pub needs: Entries<Need, f64>,
    pub traits: Entries<Trait, f64>,
    pub speech_rate: Option<f64>,
    pub expressiveness: Option<f64>,
    pub masking: Option<f64>,
    pub trust: Option<f64>,
    pub arrives_with: Entries<Feeling, f64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct DocumentSource<'a> {
    pub title: Option<Str<'a>>,
    pub text: Option<Str<'a>>,
}

/// `(step: Accept, after: 5)`; a bare `Accept` is taken on the last day.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct MeanwhileSource<'a> {
    pub step: Option<&'a RawValue>,
    pub after: Option<i64>,
    pub when: Option<WhenSource<'a>>,
}

/// The matter that the visitors bring, as the law sees it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct MatterSource<'a> {
    pub class: Option<Class>,
    pub route: Option<Route>,
    pub office: Office,
    pub received: Option<Str<'a>>,
    pub so_far: Vec<PastSource<'a>>,
}

/// A step that was taken before the first visit.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct PastSource<'a> {
    /// `Accept`, or `Accept(CompetentBody)` where it is not plain by whom.
    pub step: Option<&'a RawValue>,
    pub on: Option<Str<'a>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct VisitorSource<'a> {
    pub name: Option<Str<'a>>,
    pub role: Option<Str<'a>>,
    pub age: Option<i64>,
    pub persona: Option<Str<'a>>,
    pub needs: Entries<Need, f64>,
    pub traits: Entries<Trait, f64>,
    pub speech_rate: Option<f64>,
    pub expressiveness: Option<f64>,
    pub masking: Option<f64>,
    pub trust: Option<f64>,
    pub arrives_with: Entries<Feeling, f64>,
    pub look: Look,
    /// So many people like this one.
    pub count: Option<i64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct PromiseSource<'a> {
    pub text: Option<Str<'a>>,
    pub due_days: Option<i64>,
    pub beyond_authority: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VarSource {
    pub min: i64,
    pub max: Option<i64>,
    pub start: Option<i64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct VisitSource<'a> {
    pub title: Option<Str<'a>>,
    pub place: Place,
    pub present: Option<Vec<Str<'a>>>,
    pub start: Option<Str<'a>>,
    pub begins_at: Option<Str<'a>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct HooksSource<'a> {
    pub on_outburst: Option<Str<'a>>,
    pub on_silence: Option<Str<'a>>,
    pub on_interrupt: Option<Str<'a>>,
    pub on_risk: Option<Str<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub enum NodeSource<'a> {
    Line {
        #[serde(default)]
        who: Option<Str<'a>>,
        #[serde(default)]
        manner: Manner,
        #[serde(default)]
        say: Option<Str<'a>>,
        #[serde(default)]
        cues: Vec<&'a RawValue>,
        /// What one of our own people does by it.
        #[serde(default)]
        acts: Vec<&'a RawValue>,
        #[serde(default)]
        variants: Vec<VariantSource<'a>>,
        #[serde(default)]
        set: Entries<Str<'a>, i64>,
        #[serde(default)]
        add: Entries<Str<'a>, i64>,
        #[serde(default)]
        allow: Allow<'a>,
        #[serde(default)]
        then: Option<Str<'a>>,
    },
    Choice(Vec<OptionSource<'a>>),
    OrderedChoice(Vec<OptionSource<'a>>),
    #[serde(deserialize_with = "task::form")]
    Form(TaskSource<'a>),
    #[serde(deserialize_with = "task::answer")]
    Compose(TaskSource<'a>),
    Topics {
        #[serde(default)]
        topics: Entries<Str<'a>, TopicSource<'a>>,
        #[serde(default)]
        leave: Option<Box<OptionSource<'a>>>,
        #[serde(default)]
        allow: Allow<'a>,
        #[serde(default)]
        then: Option<Str<'a>>,
    },
    TimePasses {
        #[serde(default)]
        days: Option<i64>,
        #[serde(default)]
        say: Option<Str<'a>>,
        #[serde(default)]
        visit: Option<Str<'a>>,
        #[serde(default)]
        keeps: Vec<&'a RawValue>,
        #[serde(default)]
        steps: Vec<&'a RawValue>,
        #[serde(default)]
        allow: Allow<'a>,
    },
    Branch {
        #[serde(default)]
        ways: Vec<WaySource<'a>>,
        #[serde(default)]
        otherwise: Option<Str<'a>>,
        #[serde(default)]
        allow: Allow<'a>,
    },
    End {
        #[serde(default)]
        outcome: Option<Outcome>,
        #[serde(default)]
        title: Option<Str<'a>>,
        #[serde(default)]
        say: Option<Str<'a>>,
        #[serde(default)]
        allow: Allow<'a>,
    },
}

impl<'de: 'a, 'a> Deserialize<'de> for NodeSource<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(Unwrapped(deserializer))
    }
}

impl<'a> NodeSource<'a> {
    /// What the author has seen there and wants; options have lists of their own.
    pub fn allow(&self) -> Option<&Allow<'a>> {
        match self {
            Self::Choice(_) | Self::OrderedChoice(_) => None,
            Self::Line { allow, .. }
            | Self::Form(TaskSource { allow, .. })
            | Self::Compose(TaskSource { allow, .. })
            | Self::Topics { allow, .. }
            | Self::TimePasses { allow, .. }
            | Self::Branch { allow, .. }
            | Self::End { allow, .. } => Some(allow),
        }
    }

    /// All texts but those of options.
    pub fn texts(&self) -> Vec<&Str<'a>> {
        match self {
            Self::Line { say, variants, .. } => {
                say.iter().chain(variants.iter().filter_map(|variant| variant.say.as_ref())).collect()
            }
            Self::Form(TaskSource { title, fields, .. }) => {
                let fields = fields.0.iter().flat_map(|(_, field)| {
                    field.label.iter().chain(field.entries.iter().filter_map(|entry| entry.write.as_ref()))
                });
                title.iter().chain(fields).collect()
            }
            Self::Compose(TaskSource { title, basis, path, time, .. }) => {
                let said = basis.iter().chain(path).chain(time).filter_map(|entry| entry.say.as_ref());
                title.iter().chain(said).collect()
            }
            Self::TimePasses { say, .. } => say.iter().collect(),
            Self::End { title, say, .. } => title.iter().chain(say).collect(),
            Self::Choice(_) | Self::OrderedChoice(_) | Self::Topics { .. } | Self::Branch { .. } => Vec::new(),
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct VariantSource<'a> {
    pub when: Option<WhenSource<'a>>,
    pub say: Option<Str<'a>>,
    pub cues: Vec<&'a RawValue>,
    pub acts: Vec<&'a RawValue>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct OptionSource<'a> {
    pub id: Option<Str<'a>>,
    pub say: Option<Str<'a>>,
    pub gesture: Option<Str<'a>>,
    pub desk: Option<Str<'a>>,
    pub acts: Vec<&'a RawValue>,
    pub to: Option<Str<'a>>,
    pub when: Option<WhenSource<'a>>,
    pub set: Entries<Str<'a>, i64>,
    pub add: Entries<Str<'a>, i64>,
    pub step: Option<&'a RawValue>,
    pub decides: Entries<Str<'a>, Ruling>,
    /// The articles that put its words right, where they tell the law wrongly.
    pub law_says: Vec<Str<'a>>,
    pub feel: Feel<'a>,
    pub score: Entries<Str<'a>, Judged>,
    pub why: Option<Str<'a>>,
    pub allow: Allow<'a>,
    pub then: Option<Str<'a>>,
}

/// A subject of `Topics`: an option that may come up again or be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct TopicSource<'a> {
    pub say: Option<Str<'a>>,
    pub gesture: Option<Str<'a>>,
    pub desk: Option<Str<'a>>,
    pub acts: Vec<&'a RawValue>,
    pub to: Option<Str<'a>>,
    pub when: Option<WhenSource<'a>>,
    pub set: Entries<Str<'a>, i64>,
    pub add: Entries<Str<'a>, i64>,
    pub step: Option<&'a RawValue>,
    pub decides: Entries<Str<'a>, Ruling>,
    pub law_says: Vec<Str<'a>>,
    pub feel: Feel<'a>,
    pub score: Entries<Str<'a>, Judged>,
    pub why: Option<Str<'a>>,
    pub allow: Allow<'a>,
    /// The node with which it begins.
    pub start: Option<Str<'a>>,
    pub optional: bool,
    pub again: bool,
}

/// `(promise: "callback", when: …)`; a bare `"callback"` says the same without a condition.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct KeepSource<'a> {
    pub promise: Option<Str<'a>>,
    pub when: Option<WhenSource<'a>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct WaySource<'a> {
    pub when: Option<WhenSource<'a>>,
    pub then: Option<Str<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub enum WhenSource<'a> {
    All(Vec<WhenSource<'a>>),
    Any(Vec<WhenSource<'a>>),
    Not(Box<WhenSource<'a>>),
    Fact(Str<'a>),
    Noted(Str<'a>),
    Did(&'a RawValue),
    Chose(Str<'a>, Str<'a>),
    FormClean(Str<'a>),
    Wrote(Str<'a>, Str<'a>, Str<'a>),
    Visited(Str<'a>),
    AtLeast(Str<'a>, Quantity, f64),
    Below(Str<'a>, Quantity, f64),
    VarAtLeast(Str<'a>, i64),
    VarIs(Str<'a>, i64),
    Issued(Str<'a>),
    Promised(Str<'a>),
    Kept(Str<'a>),
    Broken(Str<'a>),
    Deflections(i64),
    Interruptions(i64),
    Outbursts(i64),
    DaysPassed(i64),
    StepTaken(&'a RawValue),
    Decided(Str<'a>, Ruling),
    Chance(f64),
}
