//! What may be written at a place, in a text that is half typed.

use super::index::root_shape;
use super::shape::{DeclaredKind, Inside, Keys, ValueShape, enter};
use crate::scenario::schema::StructSchema;
use crate::scenario::syntax::{Group, Item, Kind as Sign, Tree, inside};
use std::ops::Range;

/// What belongs at a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// The name of a field; those that are there already.
    Field(&'static StructSchema, Vec<String>),
    Key(Keys, Vec<String>),
    Value(ValueShape),
}

#[derive(Clone, Debug, PartialEq)]
pub struct CursorContext {
    pub wanted: Wanted,
    /// What is there already, without quotes.
    pub span: Range<usize>,
    /// Inside of quotes.
    pub quoted: bool,
    /// Something stands behind it that belongs to it: brackets, or the colon of a key.
    pub followed: bool,
    /// The texts before it in the same brackets.
    pub before: Vec<String>,
}

/// What may be written at `offset`; `None` where nothing is known, as in comments.
pub fn spot(text: &str, offset: usize) -> Option<CursorContext> {
    let tree = Tree::parse(text);
    let root = tree.root.first()?;
    let finder = Finder { text, tree: &tree, offset };
    finder.value(root, root_shape(text, root), Vec::new())
}

struct Finder<'t> {
    text: &'t str,
    tree: &'t Tree,
    offset: usize,
}

impl Finder<'_> {
    /// Whether the place is between the brackets.
    fn within(&self, group: &Group) -> bool {
        self.offset >= group.opener.end && group.closer.as_ref().is_none_or(|closer| self.offset <= closer.start)
    }

    fn value(&self, item: &Item, shape: ValueShape, before: Vec<String>) -> Option<CursorContext> {
        let word = item.word(self.text);
        if let Some(group) = item.group.as_ref().filter(|group| self.within(group)) {
            return self.group(group, &enter(shape, word, group.open));
        }
        let quoted = inside(self.text, &item.value).filter(|span| span.start <= self.offset);
        // Behind a text that is closed nothing belongs to it.
        if quoted.as_ref().is_some_and(|span| self.offset > span.end) {
            return None;
        }
        let span = match &quoted {
            Some(span) => span.clone(),
            None if self.text[item.value.clone()].starts_with('"') => return None,
            None => item.value.start..item.value.start + word.len(),
        };
        if self.offset > span.end {
            return None;
        }
        let followed = item.group.is_some();
        Some(CursorContext { wanted: Wanted::Value(shape), span, quoted: quoted.is_some(), followed, before })
    }

    fn group(&self, group: &Group, content: &Inside) -> Option<CursorContext> {
        let items = &group.items;
        let here = items.iter().position(|item| item.span().start <= self.offset && self.offset <= item.span().end);
        let Some(at) = here else { return self.between(group, content) };
        let item = &items[at];
        let Some(key) = &item.key else {
            return match content {
                Inside::Fields(_) | Inside::Entries(..) => {
                    // A text behind which one stands is done with.
                    let span = inside(self.text, &item.value).unwrap_or_else(|| item.value.clone());
                    (self.offset <= span.end).then(|| self.key(items, content, Some(item)))
                }
                _ => self.value(item, shape_at(content, at), self.before(&items[..at])),
            };
        };
        if self.offset <= key.span.end {
            let span = inside(self.text, &key.span).unwrap_or_else(|| key.span.clone());
            return (self.offset <= span.end).then(|| self.key(items, content, Some(item)));
        }
        if item.is_missing || self.offset < item.value.start {
            return self.behind_colon(item, content);
        }
        self.value(item, shape_of(item, content), Vec::new())
    }

    /// What belongs where nothing stands yet.
    fn between(&self, group: &Group, content: &Inside) -> Option<CursorContext> {
        let items = &group.items;
        if self.tree.in_comment(self.text, self.offset) {
            return None;
        }
        let next = items.partition_point(|item| item.span().end < self.offset);
        if let Some(last) = items[..next].last()
            && !self.is_between(last.span().end, Sign::Comma)
        {
            return if last.is_missing { self.behind_colon(last, content) } else { None };
        }
        match content {
            Inside::Fields(..) | Inside::Entries(..) => Some(self.key(items, content, None)),
            Inside::Items(_) | Inside::Row(_) => {
                Some(self.nothing_yet(shape_at(content, next), self.before(&items[..next])))
            }
        }
    }

    /// Whether such a sign stands between a place and the cursor.
    fn is_between(&self, from: usize, sign: Sign) -> bool {
        self.tree.tokens_in(from..self.offset).iter().any(|token| token.kind == sign)
    }

    /// The texts among these items.
    fn before(&self, items: &[Item]) -> Vec<String> {
        let texts = items.iter().filter_map(|item| inside(self.text, &item.value));
        texts.map(|span| self.text[span].to_owned()).collect()
    }

    fn nothing_yet(&self, shape: ValueShape, before: Vec<String>) -> CursorContext {
        let span = self.offset..self.offset;
        CursorContext { wanted: Wanted::Value(shape), span, quoted: false, followed: false, before }
    }

    /// A value that is not there yet.
    fn behind_colon(&self, item: &Item, content: &Inside) -> Option<CursorContext> {
        let key = item.key.as_ref().map_or(item.value.start, |key| key.span.end);
        let colon = self.is_between(key, Sign::Colon) && !self.tree.in_comment(self.text, self.offset);
        colon.then(|| self.nothing_yet(shape_of(item, content), Vec::new()))
    }

    fn key(&self, items: &[Item], content: &Inside, item: Option<&Item>) -> CursorContext {
        let others = items.iter().filter(|other| item.is_none_or(|item| !std::ptr::eq(*other, item)));
        let taken = others.filter_map(Item::name).map(str::to_owned).collect();
        let wanted = match content {
            Inside::Entries(keys, _) => Wanted::Key(*keys, taken),
            Inside::Fields(of) => Wanted::Field(of, taken),
            _ => Wanted::Value(ValueShape::Free),
        };
        let place = item.map(|item| item.key.as_ref().map_or(&item.value, |key| &key.span));
        let quoted = place.and_then(|place| inside(self.text, place));
        let span = quoted.clone().or(place.cloned()).unwrap_or(self.offset..self.offset);
        let followed = item.is_some_and(|item| item.key.is_some());
        CursorContext { wanted, span, quoted: quoted.is_some(), followed, before: Vec::new() }
    }
}

/// What the item at a position of a list or a row is.
fn shape_at(content: &Inside, at: usize) -> ValueShape {
    match content {
        Inside::Items(shape) => *shape,
        Inside::Row(shapes) => shapes.get(at).or(shapes.last()).copied().unwrap_or(ValueShape::Free),
        Inside::Fields(_) | Inside::Entries(..) => ValueShape::Free,
    }
}

/// What a field or an entry holds.
fn shape_of(item: &Item, content: &Inside) -> ValueShape {
    match content {
        Inside::Fields(of) => of.holds(item.name().unwrap_or_default()),
        Inside::Entries(_, value) => *value,
        Inside::Items(_) | Inside::Row(_) => ValueShape::Free,
    }
}

/// The kind of id that belongs at a place.
pub fn kind_of(wanted: &Wanted) -> Option<DeclaredKind> {
    match wanted {
        Wanted::Value(ValueShape::Refer(kind)) | Wanted::Key(Keys::Refer(kind), _) => Some(*kind),
        Wanted::Value(ValueShape::Target) => Some(DeclaredKind::Node),
        Wanted::Value(ValueShape::Keep) => Some(DeclaredKind::Promise),
        Wanted::Value(ValueShape::OptionOf) => Some(DeclaredKind::Option),
        Wanted::Value(ValueShape::FieldOf) => Some(DeclaredKind::Field),
        Wanted::Value(ValueShape::EntryOf) => Some(DeclaredKind::Entry),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::schema::{VariantContent, Variants};
    use crate::scenario::source::{NodeSource, ScenarioSource};

    /// What is wanted at the `|`, and what stands there.
    fn at(text: &str) -> Option<(Wanted, String)> {
        let offset = text.find('|').expect("a place");
        let text = text.replace('|', "");
        spot(&text, offset).map(|spot| (spot.wanted, text[spot.span].to_owned()))
    }

    fn value(text: &str) -> (ValueShape, String) {
        match at(text) {
            Some((Wanted::Value(shape), said)) => (shape, said),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn places_in_half_typed_texts_are_understood() {
        let target = |said: &str| (ValueShape::Target, said.to_owned());
        assert_eq!(value(r#"Scenario(nodes: { "a": Line(then: "b|c") })"#), target("bc"));
        assert_eq!(value("Scenario(nodes: { \"a\": Line(then: \"b|\n, say: \"x\") })"), target("b"));
        assert_eq!(value("Scenario(nodes: { \"a\": Line(then: | "), target(""));
        assert_eq!(value("Scenario(nodes: { \"a\": Line(then: |), \"b\": Line() })"), target(""));
        assert_eq!(value("Scenario(nodes: { \"a\": Choice([(acts: [Nod, Mir|])]) })"), (ValueShape::Act, "Mir".into()));
        assert_eq!(value("Scenario(nodes: { \"a\": Choice([(acts: [|"), (ValueShape::Act, String::new()));
        assert_eq!(value("Scenario(nodes: { \"a\": Li|"), (ValueShape::Node, "Li".into()));
        assert_eq!(
            value("Scenario(nodes: { \"a\": Branch(ways: [(when: Not(AtLeast(\"w\", Tr|"),
            (ValueShape::Word(crate::scenario::schema::KnownNames::Quantity), "Tr".into())
        );
        assert_eq!(value("Scenario(law: [\"xf2022\", \"n|\"])"), (ValueShape::Law, "n".into()));
    }

    #[test]
    fn names_of_fields_and_keys_know_what_is_there() {
        let text = "Scenario(nodes: { \"a\": Line(who: \"w\", sa|, then: \"b\") })";
        let Some(VariantContent::Fields(line)) = NodeSource::content("Line") else { panic!("a line has fields") };
        assert_eq!(at(text), Some((Wanted::Field(line, vec!["who".into(), "then".into()]), "sa".into())));
        let text = "Scenario(visitors: { \"w\": (needs: { Voice: 0.9, | }) })";
        let keys = Keys::Words(crate::scenario::schema::KnownNames::Need);
        assert_eq!(at(text), Some((Wanted::Key(keys, vec!["Voice".into()]), String::new())));
        assert_eq!(at("Scenario(|"), Some((Wanted::Field(&ScenarioSource::SCHEMA, vec![]), String::new())));
    }

    #[test]
    fn comments_and_texts_want_nothing() {
        assert_eq!(at("Scenario(title: \"a\", // the |\n)"), None);
        assert_eq!(at("Scenario(title: \"a\" |)"), None);
        assert_eq!(at("|"), None);
    }

    #[test]
    fn the_node_of_an_option_is_known() {
        let text = "Scenario(nodes: { \"a\": Branch(ways: [(when: Chose(\"pick\", \"";
        let spot = spot(text, text.len()).expect("a place");
        assert_eq!((spot.wanted, spot.before), (Wanted::Value(ValueShape::OptionOf), vec!["pick".to_owned()]));
    }
}
