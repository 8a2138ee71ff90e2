//! What may be written at a place, in a text that is half typed.

use super::index::{inner, is_missing, root_shape, word_of};
use super::shape::{Inside, Keys, Kind, Shape, field};
use crate::scenario::tree::{Item, Tree};
use std::ops::Range;

/// What belongs at a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// The name of a field, by the heading of the guide; those that are there already.
    Field(&'static str, Vec<String>),
    Key(Keys, Vec<String>),
    Value(Shape),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
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
pub fn spot(text: &str, offset: usize) -> Option<Spot> {
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
    /// Where the brackets of a value open.
    fn opening(&self, item: &Item) -> usize {
        let word = word_of(self.text, item);
        let from = item.value.start + word.len();
        self.text[from..item.value.end].find(['(', '[', '{', '（', '【', '［', '｛']).map_or(from, |at| from + at)
    }

    /// Whether the place is between the brackets.
    fn within(&self, item: &Item, open: u8) -> bool {
        let close = match open {
            b'(' => [')', '）', ')', ')'],
            b'[' => [']', '］', '】', '〕'],
            _ => ['}', '｝', '}', '}'],
        };
        let closed = self.text[..item.value.end].ends_with(close);
        self.offset > self.opening(item) && (self.offset < item.value.end || !closed)
    }

    fn value(&self, item: &Item, shape: Shape, before: Vec<String>) -> Option<Spot> {
        let word = word_of(self.text, item);
        if let Some(group) = &item.group
            && self.within(item, group.open)
        {
            let inside = shape.enter(word, group.open);
            return self.group(item, &group.items, inside);
        }
        let quoted = inner(self.text, &item.value).filter(|span| span.start <= self.offset);
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
        Some(Spot { wanted: Wanted::Value(shape), span, quoted: quoted.is_some(), followed, before })
    }

    fn group(&self, around: &Item, items: &[Item], inside: Inside) -> Option<Spot> {
        let here = items.iter().position(|item| item.span().start <= self.offset && self.offset <= item.span().end);
        let earlier = items.iter().rposition(|item| item.span().end < self.offset);
        let shape_at = |at: usize| match &inside {
            Inside::Items(shape) => *shape,
            Inside::Row(shapes) => shapes.get(at).or(shapes.last()).copied().unwrap_or(Shape::Free),
            Inside::Fields(_) | Inside::Entries(..) => Shape::Free,
        };
        let before = |until: usize| {
            let texts = items[..until].iter().filter_map(|item| inner(self.text, &item.value));
            texts.map(|span| self.text[span].to_owned()).collect::<Vec<_>>()
        };
        let Some(at) = here else {
            let from = earlier.map_or_else(|| self.opening(around) + 1, |at| items[at].span().end);
            let gap = self.text.get(from..self.offset)?;
            if in_comment(gap) {
                return None;
            }
            let separated = earlier.is_none() || without_comments(gap).contains([',', '，']);
            if !separated {
                let last = &items[earlier?];
                return if is_missing(self.text, last) { self.behind_colon(last, &inside) } else { None };
            }
            return match &inside {
                Inside::Fields(..) | Inside::Entries(..) => Some(self.key(items, &inside, None)),
                Inside::Items(_) | Inside::Row(_) => {
                    let at = earlier.map_or(0, |at| at + 1);
                    let span = self.offset..self.offset;
                    let wanted = Wanted::Value(shape_at(at));
                    Some(Spot { wanted, span, quoted: false, followed: false, before: before(at) })
                }
            };
        };
        let item = &items[at];
        let Some((key, _)) = &item.key else {
            return match &inside {
                Inside::Fields(_) | Inside::Entries(..) => {
                    // A text behind which one stands is done with.
                    let span = inner(self.text, &item.value).unwrap_or_else(|| item.value.clone());
                    (self.offset <= span.end).then(|| self.key(items, &inside, Some(item)))
                }
                _ => self.value(item, shape_at(at), before(at)),
            };
        };
        if self.offset <= key.end {
            let span = inner(self.text, key).unwrap_or_else(|| key.clone());
            return (self.offset <= span.end).then(|| self.key(items, &inside, Some(item)));
        }
        if is_missing(self.text, item) || self.offset < item.value.start {
            return self.behind_colon(item, &inside);
        }
        self.value(item, self.shape_of(item, &inside), Vec::new())
    }

    fn shape_of(&self, item: &Item, inside: &Inside) -> Shape {
        match inside {
            Inside::Fields(of) => field(of, self.tree.key(item).unwrap_or_default()),
            Inside::Entries(_, value) => *value,
            _ => Shape::Free,
        }
    }

    /// A value that is not there yet.
    fn behind_colon(&self, item: &Item, inside: &Inside) -> Option<Spot> {
        let key = item.key.as_ref().map_or(item.value.start, |(key, _)| key.end);
        let gap = self.text.get(key..self.offset)?;
        if in_comment(gap) || !without_comments(gap).contains([':', '：']) {
            return None;
        }
        let span = self.offset..self.offset;
        let wanted = Wanted::Value(self.shape_of(item, inside));
        Some(Spot { wanted, span, quoted: false, followed: false, before: Vec::new() })
    }

    fn key(&self, items: &[Item], inside: &Inside, item: Option<&Item>) -> Spot {
        let others = items.iter().filter(|other| item.is_none_or(|item| !std::ptr::eq(*other, item)));
        let taken = others.filter_map(|other| self.tree.key(other)).map(str::to_owned).collect();
        let wanted = match inside {
            Inside::Entries(keys, _) => Wanted::Key(*keys, taken),
            Inside::Fields(of) => Wanted::Field(of, taken),
            _ => Wanted::Value(Shape::Free),
        };
        let place = item.map(|item| item.key.as_ref().map_or(&item.value, |(key, _)| key));
        let inner = place.and_then(|place| inner(self.text, place));
        let span = inner.clone().or(place.cloned()).unwrap_or(self.offset..self.offset);
        let followed = item.is_some_and(|item| item.key.is_some());
        Spot { wanted, span, quoted: inner.is_some(), followed, before: Vec::new() }
    }
}

/// Whether a comment that begins in the gap is still open at its end.
fn in_comment(gap: &str) -> bool {
    let mut rest = gap;
    while let Some(at) = rest.find("//").into_iter().chain(rest.find("/*")).min() {
        let tail = &rest[at..];
        let end = if tail.starts_with("//") { tail.find('\n') } else { tail.find("*/").map(|end| end + 2) };
        match end {
            Some(end) => rest = &tail[end..],
            None => return true,
        }
    }
    false
}

fn without_comments(gap: &str) -> String {
    let mut out = String::new();
    let mut rest = gap;
    while let Some(at) = rest.find("//").into_iter().chain(rest.find("/*")).min() {
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        let end = if tail.starts_with("//") { tail.find('\n') } else { tail.find("*/").map(|end| end + 2) };
        rest = end.map_or("", |end| &tail[end..]);
    }
    out + rest
}

/// The kind of id that belongs at a place.
pub fn kind_of(wanted: &Wanted) -> Option<Kind> {
    match wanted {
        Wanted::Value(Shape::Refer(kind)) | Wanted::Key(Keys::Refer(kind), _) => Some(*kind),
        Wanted::Value(Shape::Target) => Some(Kind::Node),
        Wanted::Value(Shape::Keep) => Some(Kind::Promise),
        Wanted::Value(Shape::OptionOf) => Some(Kind::Option),
        Wanted::Value(Shape::FieldOf) => Some(Kind::Field),
        Wanted::Value(Shape::EntryOf) => Some(Kind::Entry),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wanted at the `|`, and what stands there.
    fn at(text: &str) -> Option<(Wanted, String)> {
        let offset = text.find('|').expect("a place");
        let text = text.replace('|', "");
        spot(&text, offset).map(|spot| (spot.wanted, text[spot.span].to_owned()))
    }

    fn value(text: &str) -> (Shape, String) {
        match at(text) {
            Some((Wanted::Value(shape), said)) => (shape, said),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn places_in_half_typed_texts_are_understood() {
        let target = |said: &str| (Shape::Target, said.to_owned());
        assert_eq!(value(r#"Scenario(nodes: { "a": Line(then: "b|c") })"#), target("bc"));
        assert_eq!(value("Scenario(nodes: { \"a\": Line(then: \"b|\n, say: \"x\") })"), target("b"));
        assert_eq!(value("Scenario(nodes: { \"a\": Line(then: | "), target(""));
        assert_eq!(value("Scenario(nodes: { \"a\": Line(then: |), \"b\": Line() })"), target(""));
        assert_eq!(value("Scenario(nodes: { \"a\": Choice([(acts: [Nod, Mir|])]) })"), (Shape::Act, "Mir".into()));
        assert_eq!(value("Scenario(nodes: { \"a\": Choice([(acts: [|"), (Shape::Act, String::new()));
        assert_eq!(value("Scenario(nodes: { \"a\": Li|"), (Shape::Node, "Li".into()));
        assert_eq!(
            value("Scenario(nodes: { \"a\": Branch(ways: [(when: Not(AtLeast(\"w\", Tr|"),
            (Shape::Word(super::super::shape::Words::Quantity), "Tr".into())
        );
        assert_eq!(value("Scenario(law: [\"xf2022\", \"n|\"])"), (Shape::Law, "n".into()));
    }

    #[test]
    fn names_of_fields_and_keys_know_what_is_there() {
        let text = "Scenario(nodes: { \"a\": Line(who: \"w\", sa|, then: \"b\") })";
        assert_eq!(at(text), Some((Wanted::Field("Line", vec!["who".into(), "then".into()]), "sa".into())));
        let text = "Scenario(visitors: { \"w\": (needs: { Voice: 0.9, | }) })";
        let keys = Keys::Words(super::super::shape::Words::Need);
        assert_eq!(at(text), Some((Wanted::Key(keys, vec!["Voice".into()]), String::new())));
        assert_eq!(at("Scenario(|"), Some((Wanted::Field("Scenario", vec![]), String::new())));
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
        assert_eq!((spot.wanted, spot.before), (Wanted::Value(Shape::OptionOf), vec!["pick".to_owned()]));
    }
}
