//! Every name of a `scenario.ron` with its place and what it means; of broken files what can be read.

use super::shape::{DeclaredKind, Inside, Keys, ValueShape, enter, is_option};
use crate::scenario::options::LEAVE;
use crate::scenario::schema::{Shaped, StructSchema};
use crate::scenario::source::{EntrySource, ScenarioSource, SharedSource};
use crate::scenario::syntax::{Item, Tree, inside};
use std::ops::Range;

/// An id, and for what belongs to a node the node in which it counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name {
    pub kind: DeclaredKind,
    pub id: String,
    pub node: Option<String>,
}

impl Name {
    pub fn new(kind: DeclaredKind, id: &str) -> Self {
        Self { kind, id: id.to_owned(), node: None }
    }
    pub fn option(node: &str, id: &str) -> Self {
        Self::within(DeclaredKind::Option, node, id)
    }
    pub fn within(kind: DeclaredKind, node: &str, id: &str) -> Self {
        Self { kind, id: id.to_owned(), node: Some(node.to_owned()) }
    }
    /// As it is written: of an entry only what stands behind its field.
    pub fn written(&self) -> &str {
        if self.kind == DeclaredKind::Entry { self.id.rsplit('/').next().unwrap_or_default() } else { &self.id }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndexedAs {
    Declares(Name),
    /// An option without an id is known by its position.
    Counted(Name),
    Refers(Name),
    Act(String),
    Cue(String),
    Condition(String),
    Article(String),
    Paper(String),
    Persona(String),
    Law(String),
    Criterion(String),
    /// Heading of the guide and name.
    Field(&'static str, String),
}

impl IndexedAs {
    pub fn name(&self) -> Option<&Name> {
        match self {
            Self::Declares(name) | Self::Counted(name) | Self::Refers(name) => Some(name),
            _ => None,
        }
    }
}

#[derive(Clone, Debug)]
pub struct IndexEntry {
    pub what: IndexedAs,
    /// Without quotes.
    pub span: Range<usize>,
}

#[derive(Debug, Default)]
pub struct Index {
    /// In the order of the text.
    pub marks: Vec<IndexEntry>,
}

impl Index {
    pub fn read(text: &str) -> Self {
        Self::of(text, &Tree::parse(text))
    }

    pub fn of(text: &str, tree: &Tree) -> Self {
        let mut walk = IndexBuilder { text, node: None, field: None, marks: Vec::new() };
        if let Some(root) = tree.root.first() {
            walk.value(root, root_shape(text, root), &mut Vec::new());
        }
        let mut marks = walk.marks;
        marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
        Self { marks }
    }

    /// The mark at a place, or one that ends there.
    pub fn at(&self, offset: usize) -> Option<&IndexEntry> {
        let here = self.marks.iter().filter(|mark| mark.span.start <= offset && offset <= mark.span.end);
        here.min_by_key(|mark| mark.span.len())
    }

    pub fn declaration(&self, name: &Name) -> Option<&IndexEntry> {
        self.marks.iter().find(|mark| match &mark.what {
            IndexedAs::Declares(known) | IndexedAs::Counted(known) => known == name,
            _ => false,
        })
    }
}

/// A scenario, or what scenarios take in.
pub fn root_shape(text: &str, root: &Item) -> ValueShape {
    if root.word(text) == "Shared" { SharedSource::SHAPE } else { ScenarioSource::SHAPE }
}

struct IndexBuilder<'t> {
    text: &'t str,
    /// The node that is being read.
    node: Option<String>,
    /// The field of a paper, or the part of an answer.
    field: Option<String>,
    marks: Vec<IndexEntry>,
}

impl IndexBuilder<'_> {
    fn push(&mut self, what: IndexedAs, span: Range<usize>) {
        self.marks.push(IndexEntry { what, span });
    }

    /// `before`: the texts that stand before this one in the same brackets.
    fn value(&mut self, item: &Item, shape: ValueShape, before: &mut Vec<String>) {
        let word = item.word(self.text);
        let word_span = item.value.start..item.value.start + word.len();
        match shape {
            ValueShape::Act | ValueShape::ActName if !word.is_empty() => {
                self.push(IndexedAs::Act(word.to_owned()), word_span);
            }
            ValueShape::Cue if !word.is_empty() => self.push(IndexedAs::Cue(word.to_owned()), word_span),
            ValueShape::When if !word.is_empty() => {
                self.push(IndexedAs::Condition(word.to_owned()), word_span);
            }
            ValueShape::Node if !word.is_empty() => {
                let row = IndexedAs::Field("", word.to_owned());
                self.push(row, word_span);
            }
            _ => {}
        }
        match &item.group {
            Some(group) => {
                self.group(&group.items, enter(shape, word, group.open));
            }
            None => {
                if let Some(span) = inside(self.text, &item.value) {
                    let said = self.text[span.clone()].to_owned();
                    self.string(&said, span, shape, before);
                    before.push(said);
                }
            }
        }
    }

    fn string(&mut self, said: &str, span: Range<usize>, shape: ValueShape, before: &[String]) {
        let what = match shape {
            ValueShape::Refer(kind) => IndexedAs::Refers(Name::new(kind, said)),
            ValueShape::Target if said != "return" => IndexedAs::Refers(Name::new(DeclaredKind::Node, said)),
            ValueShape::Keep => IndexedAs::Refers(Name::new(DeclaredKind::Promise, said)),
            ValueShape::Feeling => IndexedAs::Declares(Name::new(DeclaredKind::Word, said)),
            ValueShape::OptionOf | ValueShape::FieldOf | ValueShape::EntryOf => match (shape, before) {
                (ValueShape::OptionOf, [.., node]) => IndexedAs::Refers(Name::option(node, said)),
                (ValueShape::FieldOf, [.., node]) => IndexedAs::Refers(Name::within(DeclaredKind::Field, node, said)),
                (ValueShape::EntryOf, [.., node, field]) => {
                    IndexedAs::Refers(Name::within(DeclaredKind::Entry, node, &format!("{field}/{said}")))
                }
                _ => return,
            },
            ValueShape::Article => IndexedAs::Article(said.to_owned()),
            ValueShape::Paper => IndexedAs::Paper(said.to_owned()),
            ValueShape::Law => IndexedAs::Law(said.to_owned()),
            ValueShape::Persona => {
                let mut at = span.start;
                for part in said.split('/') {
                    let here = at..at + part.len();
                    self.push(IndexedAs::Persona(part.trim().to_owned()), here);
                    at += part.len() + 1;
                }
                return;
            }
            _ => return,
        };
        self.push(what, span);
    }

    fn group(&mut self, items: &[Item], inside: Inside) {
        match inside {
            Inside::Fields(of) => self.fields(items, of),
            Inside::Entries(keys, value) => {
                for item in items {
                    self.key(item, keys);
                    let outer = self.node.clone();
                    match keys {
                        Keys::Declare(DeclaredKind::Node) => self.node = item.name().map(str::to_owned),
                        Keys::Declare(DeclaredKind::Field) => self.field = item.name().map(str::to_owned),
                        _ => {}
                    }
                    if item.key.is_some() && !item.is_missing {
                        self.value(item, value, &mut Vec::new());
                    }
                    self.node = outer;
                }
            }
            Inside::Items(shape) => {
                for (at, item) in items.iter().enumerate() {
                    self.nameless(item, shape, &(at + 1).to_string());
                    self.value(item, shape, &mut Vec::new());
                }
            }
            Inside::Row(shapes) => {
                let mut before = Vec::new();
                for (at, item) in items.iter().enumerate() {
                    let shape = shapes.get(at).or(shapes.last()).copied().unwrap_or(ValueShape::Free);
                    if item.key.is_some() && shape == ValueShape::Free {
                        return self.fields(items, &StructSchema::UNKNOWN);
                    }
                    // `Choice([…])`: the list inside stands for the whole.
                    self.value(item, shape, &mut before);
                }
            }
        }
    }

    fn fields(&mut self, items: &[Item], of: &'static StructSchema) {
        for item in items {
            let Some(key) = &item.key else { continue };
            let shape = of.holds(&key.name);
            self.push(IndexedAs::Field(of.heading, key.name.clone()), key.span.clone());
            if item.is_missing {
                continue;
            }
            if shape == ValueShape::OptionId {
                if let (Some(span), Some(node)) = (inside(self.text, &item.value), &self.node) {
                    let name = Name::option(node, &self.text[span.clone()]);
                    self.push(IndexedAs::Declares(name), span);
                }
                continue;
            }
            if shape == ValueShape::EntryId {
                if let (Some(span), Some(node), Some(field)) = (inside(self.text, &item.value), &self.node, &self.field)
                {
                    let id = format!("{field}/{}", &self.text[span.clone()]);
                    self.push(IndexedAs::Declares(Name::within(DeclaredKind::Entry, node, &id)), span);
                }
                continue;
            }
            // The parts of an answer are its fields.
            if of.heading == "Compose" && shape == <Vec<EntrySource>>::SHAPE {
                self.field = Some(key.name.clone());
                if let Some(node) = &self.node {
                    self.push(IndexedAs::Counted(Name::within(DeclaredKind::Field, node, &key.name)), key.span.clone());
                }
            }
            if (of.heading, key.name.as_str()) == ("Topics", "leave") {
                self.nameless(item, shape, LEAVE);
            }
            self.value(item, shape, &mut Vec::new());
        }
    }

    /// An option that gives itself no id goes by its number, or by what the engine calls it.
    fn nameless(&mut self, item: &Item, shape: ValueShape, id: &str) {
        let (true, Some(_), Some(node)) = (is_option(shape), &item.group, &self.node) else { return };
        if item.field("id").is_some() {
            return;
        }
        let name = Name::option(node, id);
        let span = item.value.start..(item.value.start + 1).min(item.value.end);
        self.push(IndexedAs::Counted(name), span);
    }

    fn key(&mut self, item: &Item, keys: Keys) {
        // A key that waits for its colon is a bare value yet.
        let place = item.key.as_ref().map_or(&item.value, |key| &key.span);
        let Some(span) = inside(self.text, place) else { return };
        let said = self.text[span.clone()].to_owned();
        match keys {
            Keys::Declare(kind @ (DeclaredKind::Option | DeclaredKind::Field)) => {
                if let Some(node) = self.node.as_ref().filter(|_| item.key.is_some()) {
                    self.push(IndexedAs::Declares(Name::within(kind, node, &said)), span);
                }
            }
            Keys::Declare(kind) if item.key.is_some() => {
                self.push(IndexedAs::Declares(Name::new(kind, &said)), span);
            }
            Keys::Refer(kind) => self.push(IndexedAs::Refers(Name::new(kind, &said)), span),
            Keys::Criterion => self.push(IndexedAs::Criterion(said), span),
            Keys::Allow => {
                let kind = match said.split_whitespace().next() {
                    Some("CD0106") => DeclaredKind::Fact,
                    Some("CD0107") => DeclaredKind::Promise,
                    Some("CD0112") => DeclaredKind::Var,
                    Some("CD0175" | "CD0176") => DeclaredKind::Claim,
                    Some("CD0178") => DeclaredKind::Answers,
                    _ => return,
                };
                if let Some((_, about)) = said.split_once(' ')
                    && !about.trim().is_empty()
                {
                    let about = about.trim();
                    let start = span.start + said.rfind(about).unwrap_or(0);
                    let span = start..start + about.len();
                    self.push(IndexedAs::Refers(Name::new(kind, about)), span);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"Scenario(
    vars: { "asked": (max: 3) },
    facts: { "leak": "漏水" },
    allow: { "CD0106 leak": "后面才用" },
    nodes: {
        "arrive": Line(who: "zhang", say: "我寒心。", cues: [Feeling("寒心"), Fact("leak")], add: { "asked": 1 }),
        "pick": Choice([
            (id: "mirror", say: "…", acts: [MirrorWords("寒心"), CitePolicy("noise2022/70")], then: "arrive"),
            (say: "…", when: All([Chose("pick", "mirror"), Not(VarIs("asked", 2))]), then: "return"),
        ]),
    },
)"#;

    fn count(index: &Index, name: &Name) -> usize {
        index.marks.iter().filter(|mark| mark.what.name() == Some(name)).count()
    }

    #[test]
    fn every_mention_is_found_with_its_exact_place() {
        let index = Index::read(TEXT);
        assert_eq!(count(&index, &Name::new(DeclaredKind::Fact, "leak")), 3, "declared, allowed, told");
        assert_eq!(count(&index, &Name::new(DeclaredKind::Var, "asked")), 3);
        assert_eq!(count(&index, &Name::new(DeclaredKind::Word, "寒心")), 2);
        assert_eq!(count(&index, &Name::new(DeclaredKind::Node, "pick")), 2);
        assert_eq!(count(&index, &Name::option("pick", "mirror")), 2);
        assert_eq!(count(&index, &Name::option("pick", "2")), 1);
        for mark in &index.marks {
            let said = &TEXT[mark.span.clone()];
            match &mark.what {
                IndexedAs::Declares(name) | IndexedAs::Refers(name) => assert_eq!(said, name.id),
                IndexedAs::Counted(_) => assert_eq!(said, "("),
                IndexedAs::Act(name)
                | IndexedAs::Cue(name)
                | IndexedAs::Condition(name)
                | IndexedAs::Field(_, name) => {
                    assert_eq!(said, name);
                }
                IndexedAs::Article(name) => assert_eq!((said, name.as_str()), ("noise2022/70", "noise2022/70")),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn broken_texts_still_give_what_can_be_read() {
        let cut = &TEXT[..TEXT.find("CitePolicy").unwrap_or(0)];
        let index = Index::read(cut);
        assert!(index.declaration(&Name::new(DeclaredKind::Node, "pick")).is_some());
        assert!(index.declaration(&Name::option("pick", "mirror")).is_some());
        let half = TEXT.replace("then: \"arrive\"", "then: ");
        assert_eq!(count(&Index::read(&half), &Name::new(DeclaredKind::Var, "asked")), 3);
    }
}
