//! The RON of a scenario as written: borrowed from the text, names still names, nothing checked yet.

mod call;
mod claims;
mod staff;
mod task;
mod variants;

use super::matter::Office;
use super::model::{Judged, Outcome};
use super::own_law::OwnLaw;
use super::schema::{DeclaredKind, Keys, Shaped, ValueShape, schema};
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
    /// What was written, without quotation marks.
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

schema! {
/// What must be there is optional here, so that everything that is missing can be reported at once.
#[derive(Debug, Default, Deserialize)]
#[serde(rename = "Scenario", deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct ScenarioSource<'a> as "Scenario" {
    /// Files whose people, facts, promises, counters and nodes belong to it.
    pub include: Vec<Str<'a>>,
    pub title: Option<Str<'a>>,
    pub language: Option<Str<'a>> = Language,
    pub family: Option<Str<'a>>,
    pub difficulty: Option<i64>,
    pub minutes: Option<i64>,
    pub objectives: Vec<Str<'a>>,
    pub author: Option<Str<'a>>,
    pub plays_on: Option<Str<'a>>,
    pub law: Vec<Str<'a>> = List(&Law),
    pub briefing: Option<Str<'a>>,
    pub case_file: Vec<DocumentSource<'a>>,
    pub matter: Option<MatterSource<'a>>,
    pub personas: Entries<Str<'a>, PersonaSource<'a>> = Map(Keys::Declare(DeclaredKind::Persona), &PersonaSource::SHAPE),
    pub visitors: Entries<Str<'a>, VisitorSource<'a>> = Map(Keys::Declare(Visitor), &VisitorSource::SHAPE),
    pub staff: Entries<Str<'a>, StaffSource<'a>> = Map(Keys::Declare(Visitor), &StaffSource::SHAPE),
    pub facts: Entries<Str<'a>, Str<'a>> = Map(Keys::Declare(Fact), &Free),
    pub promises: Entries<Str<'a>, PromiseSource<'a>> = Map(Keys::Declare(Promise), &PromiseSource::SHAPE),
    pub claims: Entries<Str<'a>, ClaimSource<'a>> = Map(Keys::Declare(Claim), &ClaimSource::SHAPE),
    pub earlier_answers: Entries<Str<'a>, EarlierAnswersSource<'a>> = Map(Keys::Declare(Answers), &EarlierAnswersSource::SHAPE),
    pub vars: Entries<Str<'a>, VarSource> = Map(Keys::Declare(Var), &VarSource::SHAPE),
    pub visits: Entries<Str<'a>, VisitSource<'a>> = Map(Keys::Declare(Visit), &VisitSource::SHAPE),
    pub hooks: HooksSource<'a>,
    /// Smells that the author has seen and wants: code (and what it is about) → reason.
    pub allow: Allow<'a> = Map(Keys::Allow, &Free),
    pub nodes: Entries<Str<'a>, NodeSource<'a>> = Map(Keys::Declare(DeclaredKind::Node), &ValueShape::Node),
    ..
    /// Read from files beside it.
    #[serde(skip)]
    pub own_law: OwnLaw,
}

/// What a file may hold that scenarios take in.
#[derive(Debug, Default, Deserialize)]
#[serde(rename = "Shared", deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct SharedSource<'a> as "Shared" {
    pub include: Vec<Str<'a>>,
    pub personas: Entries<Str<'a>, PersonaSource<'a>> = Map(Keys::Declare(DeclaredKind::Persona), &PersonaSource::SHAPE),
    pub visitors: Entries<Str<'a>, VisitorSource<'a>> = Map(Keys::Declare(Visitor), &VisitorSource::SHAPE),
    pub staff: Entries<Str<'a>, StaffSource<'a>> = Map(Keys::Declare(Visitor), &StaffSource::SHAPE),
    pub facts: Entries<Str<'a>, Str<'a>> = Map(Keys::Declare(Fact), &Free),
    pub promises: Entries<Str<'a>, PromiseSource<'a>> = Map(Keys::Declare(Promise), &PromiseSource::SHAPE),
    pub vars: Entries<Str<'a>, VarSource> = Map(Keys::Declare(Var), &VarSource::SHAPE),
    pub nodes: Entries<Str<'a>, NodeSource<'a>> = Map(Keys::Declare(DeclaredKind::Node), &ValueShape::Node),
}
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

schema! {
/// A preset of the scenario's own.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct PersonaSource<'a> as "personas" {
    /// The presets it rests on.
    pub base: Option<Str<'a>> = ValueShape::Persona,
    pub needs: Entries<Need, f64>,
    pub traits: Entries<Trait, f64>,
    pub speech_rate: Option<f64>,
    pub expressiveness: Option<f64>,
    pub masking: Option<f64>,
    pub trust: Option<f64>,
    pub arrives_with: Entries<Feeling, f64>,
}

/// A paper of the case file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct DocumentSource<'a> as "case_file" {
    pub title: Option<Str<'a>>,
    pub text: Option<Str<'a>>,
}

/// `(step: Accept, after: 5)`; a bare `Accept` is taken on the last day.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct MeanwhileSource<'a> as "steps" {
    pub step: Option<&'a RawValue> = Step,
    pub after: Option<i64>,
    pub when: Option<WhenSource<'a>>,
}

/// The matter that the visitors bring, as the law sees it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct MatterSource<'a> as "matter" {
    pub class: Option<Class>,
    pub route: Option<Route>,
    pub office: Office,
    pub received: Option<Str<'a>>,
    pub so_far: Vec<PastSource<'a>>,
}

/// A step that was taken before the first visit.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct PastSource<'a> as "so_far" {
    /// `Accept`, or `Accept(CompetentBody)` where it is not plain by whom.
    pub step: Option<&'a RawValue> = Step,
    pub on: Option<Str<'a>>,
}

/// A visitor.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct VisitorSource<'a> as "visitors" {
    pub name: Option<Str<'a>>,
    pub role: Option<Str<'a>>,
    pub age: Option<i64>,
    pub persona: Option<Str<'a>> = ValueShape::Persona,
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

/// Something that an option can promise.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct PromiseSource<'a> as "promises" {
    pub text: Option<Str<'a>>,
    pub due_days: Option<i64>,
    pub beyond_authority: bool,
}

/// A counter of the author's own.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VarSource as "vars" {
    pub min: i64,
    pub max: Option<i64>,
    pub start: Option<i64>,
}

/// One meeting on one day.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct VisitSource<'a> as "visits" {
    pub title: Option<Str<'a>>,
    pub place: Place,
    pub present: Option<Vec<Str<'a>>> = List(&Refer(Visitor)),
    pub start: Option<Str<'a>> = Refer(DeclaredKind::Node),
    pub begins_at: Option<Str<'a>>,
}

/// What breaks into a visit.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct HooksSource<'a> as "hooks" {
    pub on_outburst: Option<Str<'a>> = Refer(DeclaredKind::Node),
    pub on_silence: Option<Str<'a>> = Refer(DeclaredKind::Node),
    pub on_interrupt: Option<Str<'a>> = Refer(DeclaredKind::Node),
    pub on_risk: Option<Str<'a>> = Refer(DeclaredKind::Node),
}

/// One step of a visit.
#[derive(Debug, Deserialize)]
#[serde(remote = "Self", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub enum NodeSource<'a> is Node {
    Line {
        #[serde(default)]
        who: Option<Str<'a>> = Refer(Visitor),
        #[serde(default)]
        manner: Manner,
        #[serde(default)]
        say: Option<Str<'a>>,
        #[serde(default)]
        cues: Vec<&'a RawValue> = List(&Cue),
        /// What one of our own people does by it.
        #[serde(default)]
        acts: Vec<&'a RawValue> = List(&Act),
        #[serde(default)]
        variants: Vec<VariantSource<'a>>,
        #[serde(default)]
        set: Entries<Str<'a>, i64> = Map(Keys::Refer(Var), &Number),
        #[serde(default)]
        add: Entries<Str<'a>, i64> = Map(Keys::Refer(Var), &Number),
        #[serde(default)]
        allow: Allow<'a> = Map(Keys::Allow, &Free),
        #[serde(default)]
        then: Option<Str<'a>> = Target,
    },
    Choice(Vec<OptionSource<'a>>),
    OrderedChoice(Vec<OptionSource<'a>>),
    #[serde(deserialize_with = "task::form")]
    Form(TaskSource<'a>) as task::FORM,
    #[serde(deserialize_with = "task::answer")]
    Compose(TaskSource<'a>) as task::ANSWER,
    Topics {
        #[serde(default)]
        topics: Entries<Str<'a>, TopicSource<'a>> = Map(Keys::Declare(DeclaredKind::Option), &TopicSource::SHAPE),
        #[serde(default)]
        leave: Option<Box<OptionSource<'a>>>,
        #[serde(default)]
        allow: Allow<'a> = Map(Keys::Allow, &Free),
        #[serde(default)]
        then: Option<Str<'a>> = Target,
    },
    TimePasses {
        #[serde(default)]
        days: Option<i64>,
        #[serde(default)]
        say: Option<Str<'a>>,
        #[serde(default)]
        visit: Option<Str<'a>> = Refer(Visit),
        #[serde(default)]
        keeps: Vec<&'a RawValue> = List(&Keep),
        #[serde(default)]
        steps: Vec<&'a RawValue> = List(&Meanwhile),
        #[serde(default)]
        allow: Allow<'a> = Map(Keys::Allow, &Free),
    },
    Branch {
        #[serde(default)]
        ways: Vec<WaySource<'a>>,
        #[serde(default)]
        otherwise: Option<Str<'a>> = Target,
        #[serde(default)]
        allow: Allow<'a> = Map(Keys::Allow, &Free),
    },
    End {
        #[serde(default)]
        outcome: Option<Outcome>,
        #[serde(default)]
        title: Option<Str<'a>>,
        #[serde(default)]
        say: Option<Str<'a>>,
        #[serde(default)]
        allow: Allow<'a> = Map(Keys::Allow, &Free),
    },
}
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

schema! {
/// What is said instead, under a condition.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct VariantSource<'a> as "variants" {
    pub when: Option<WhenSource<'a>>,
    pub say: Option<Str<'a>>,
    pub cues: Vec<&'a RawValue> = List(&Cue),
    pub acts: Vec<&'a RawValue> = List(&Act),
}

/// An option of a choice.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct OptionSource<'a> as "Choice" {
    pub id: Option<Str<'a>> = OptionId,
    pub say: Option<Str<'a>>,
    pub gesture: Option<Str<'a>>,
    pub desk: Option<Str<'a>>,
    pub acts: Vec<&'a RawValue> = List(&Act),
    pub to: Option<Str<'a>> = Refer(Visitor),
    pub when: Option<WhenSource<'a>>,
    pub set: Entries<Str<'a>, i64> = Map(Keys::Refer(Var), &Number),
    pub add: Entries<Str<'a>, i64> = Map(Keys::Refer(Var), &Number),
    pub step: Option<&'a RawValue> = Step,
    pub decides: Entries<Str<'a>, Ruling> = Map(Keys::Refer(Claim), &Ruling::SHAPE),
    /// The articles that put its words right, where they tell the law wrongly.
    pub law_says: Vec<Str<'a>> = List(&Article),
    pub feel: Feel<'a> = Map(Keys::Refer(Visitor), &<Entries<Quantity, f64>>::SHAPE),
    pub score: Entries<Str<'a>, Judged> = Map(Keys::Criterion, &Judged::SHAPE),
    pub why: Option<Str<'a>>,
    pub allow: Allow<'a> = Map(Keys::Allow, &Free),
    pub then: Option<Str<'a>> = Target,
}

/// A subject of `Topics`: an option that may come up again or be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct TopicSource<'a> as "topics" {
    pub say: Option<Str<'a>>,
    pub gesture: Option<Str<'a>>,
    pub desk: Option<Str<'a>>,
    pub acts: Vec<&'a RawValue> = List(&Act),
    pub to: Option<Str<'a>> = Refer(Visitor),
    pub when: Option<WhenSource<'a>>,
    pub set: Entries<Str<'a>, i64> = Map(Keys::Refer(Var), &Number),
    pub add: Entries<Str<'a>, i64> = Map(Keys::Refer(Var), &Number),
    pub step: Option<&'a RawValue> = Step,
    pub decides: Entries<Str<'a>, Ruling> = Map(Keys::Refer(Claim), &Ruling::SHAPE),
    pub law_says: Vec<Str<'a>> = List(&Article),
    pub feel: Feel<'a> = Map(Keys::Refer(Visitor), &<Entries<Quantity, f64>>::SHAPE),
    pub score: Entries<Str<'a>, Judged> = Map(Keys::Criterion, &Judged::SHAPE),
    pub why: Option<Str<'a>>,
    pub allow: Allow<'a> = Map(Keys::Allow, &Free),
    /// The node with which it begins.
    pub start: Option<Str<'a>> = Refer(DeclaredKind::Node),
    pub optional: bool,
    pub again: bool,
}

/// `(promise: "callback", when: …)`; a bare `"callback"` says the same without a condition.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct KeepSource<'a> as "keeps" {
    pub promise: Option<Str<'a>> = Refer(Promise),
    pub when: Option<WhenSource<'a>>,
}

/// A way of a `Branch`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "'de: 'a"))]
pub struct WaySource<'a> as "ways" {
    pub when: Option<WhenSource<'a>>,
    pub then: Option<Str<'a>> = Target,
}

/// A condition.
#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub enum WhenSource<'a> is When {
    All(Vec<WhenSource<'a>>),
    Any(Vec<WhenSource<'a>>),
    Not(Box<WhenSource<'a>>),
    Fact(Str<'a> = Refer(Fact)),
    Noted(Str<'a> = Refer(Fact)),
    Did(&'a RawValue = ActName),
    Chose(Str<'a> = Refer(DeclaredKind::Node), Str<'a> = OptionOf),
    FormClean(Str<'a> = Refer(DeclaredKind::Node)),
    Wrote(Str<'a> = Refer(DeclaredKind::Node), Str<'a> = FieldOf, Str<'a> = EntryOf),
    Visited(Str<'a> = Refer(DeclaredKind::Node)),
    AtLeast(Str<'a> = Refer(Visitor), Quantity, f64),
    Below(Str<'a> = Refer(Visitor), Quantity, f64),
    VarAtLeast(Str<'a> = Refer(Var), i64),
    VarIs(Str<'a> = Refer(Var), i64),
    Issued(Str<'a> = Paper),
    Promised(Str<'a> = Refer(Promise)),
    Kept(Str<'a> = Refer(Promise)),
    Broken(Str<'a> = Refer(Promise)),
    Deflections(i64),
    Interruptions(i64),
    Outbursts(i64),
    DaysPassed(i64),
    StepTaken(&'a RawValue = Step),
    Decided(Str<'a> = Refer(Claim), Ruling),
    Chance(f64),
}
}
