//! The shape of a RON text, lossless and forgiving: tokens that hold every byte, items over them, and what is wrong.
//! Good files are read by `ron` alone; this finds where something stands, what can be left out to read on, how a file
//! is laid out, and what an editor has under its cursor.

mod brackets;
mod prose;
mod quotes;
mod reader;
mod signs;
mod slips;
mod token;

use super::diagnostic::Code;
pub use quotes::inside;
pub use reader::DEEPEST;
pub use signs::{is_invisible, made_visible};
use std::borrow::Cow;
use std::ops::Range;
pub use token::{Kind, Quotes, Token, Tokens, balanced_end};

/// One step from a whole to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'k> {
    Field(&'k str),
    Item(usize),
}

#[derive(Debug, Default)]
pub struct Tree {
    /// Every byte of the text, in its order.
    pub tokens: Vec<Token>,
    pub root: Vec<Item>,
    pub problems: Vec<Problem>,
    /// What others report and has to be mended all the same.
    pub silent: Vec<Mend>,
}

/// A field, an entry of a map, an item of a list, or an argument: `key: value` or a bare value.
#[derive(Debug, Default)]
pub struct Item {
    pub key: Option<Key>,
    /// Where there is none behind a colon: the place of the colon.
    pub value: Range<usize>,
    /// What stands in the value's brackets.
    pub group: Option<Group>,
    /// Nothing stands behind the colon.
    pub is_missing: bool,
}

#[derive(Debug)]
pub struct Key {
    pub span: Range<usize>,
    /// Without quotes.
    pub name: String,
}

/// What stands in brackets: a struct or a call `(…)`, a list `[…]`, a map `{…}`.
#[derive(Debug)]
pub struct Group {
    /// The kind of bracket that was meant.
    pub open: u8,
    /// The bracket that opens it.
    pub opener: Range<usize>,
    /// The bracket that closes it, if one does.
    pub closer: Option<Range<usize>>,
    pub items: Vec<Item>,
}

/// Something wrong with the signs themselves, and how to read on.
#[derive(Debug)]
pub struct Problem {
    pub code: Code,
    pub span: Range<usize>,
    /// A second place and its Fluent message.
    pub label: Option<(Range<usize>, &'static str)>,
    pub sign: String,
    pub wanted: String,
    /// A Fluent message where the code's own hint does not fit.
    pub hint: Option<&'static str>,
    /// Further places of the same, which are mended with it.
    pub more: usize,
    pub mends: Vec<Mend>,
}

#[derive(Clone, Debug)]
pub enum Mend {
    /// Write this at the end of the range, blanks before it.
    Write(Cow<'static, str>, Range<usize>),
    /// Write this at the beginning of the range, blanks after it.
    WriteFirst(&'static str, Range<usize>),
    /// Leave the item out.
    Blank(Range<usize>),
    /// Close what is open at the end of the text.
    Append(u8),
}

impl Item {
    pub fn span(&self) -> Range<usize> {
        self.key.as_ref().map_or(self.value.start, |key| key.span.start)..self.value.end
    }

    /// The name of a field or the id of an entry.
    pub fn name(&self) -> Option<&str> {
        self.key.as_ref().map(|key| key.name.as_str())
    }

    /// The word with which the value begins: `Line` of `Line(…)`.
    pub fn word<'t>(&self, text: &'t str) -> &'t str {
        let value = text.get(self.value.clone()).unwrap_or_default();
        let end = value.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(value.len());
        &value[..end]
    }

    /// The items in its brackets; none where it has no brackets.
    pub fn items(&self) -> &[Item] {
        self.group.as_ref().map_or(&[], |group| &group.items)
    }

    /// The field or entry of that name.
    pub fn field(&self, name: &str) -> Option<&Item> {
        self.items().iter().find(|item| item.name() == Some(name))
    }

    fn child(&self, step: Step) -> Option<&Item> {
        match step {
            Step::Field(name) => self.field(name),
            Step::Item(n) => self.whole().items().get(n),
        }
    }

    /// `Choice([…])`: the list inside stands for the whole.
    fn whole(&self) -> &Item {
        match self.items() {
            [only] if only.key.is_none() && only.group.as_ref().is_some_and(|inner| inner.open == b'[') => only,
            _ => self,
        }
    }

    /// A whole is shown by its beginning: a key, a name, or the first bracket.
    fn head(&self) -> Range<usize> {
        match (&self.key, &self.group) {
            (Some(key), _) => key.span.clone(),
            (None, Some(_)) => self.value.start..(self.value.start + 1).min(self.value.end),
            (None, None) => self.value.clone(),
        }
    }
}

impl Tree {
    pub fn parse(text: &str) -> Self {
        reader::read(text)
    }

    /// The value at `path` below `Scenario(…)`, or the nearest thing around it; one of several lines
    /// is shown by its beginning.
    pub fn find(&self, text: &str, path: &[Step]) -> Range<usize> {
        let Some(mut item) = self.root_of(path) else { return 0..0 };
        for step in path {
            match item.child(*step) {
                Some(inner) => item = inner,
                None => break,
            }
        }
        let many_lines = text.get(item.value.clone()).is_none_or(|value| value.contains('\n'));
        if many_lines { item.head() } else { item.value.clone() }
    }

    pub fn get(&self, path: &[Step]) -> Option<&Item> {
        path.iter().try_fold(self.root_of(path)?, |item, step| item.child(*step))
    }

    /// Of several files one after the other, the one in which the path begins.
    fn root_of(&self, path: &[Step]) -> Option<&Item> {
        let begins = |root: &&Item| path.iter().take(2).try_fold(*root, |item, step| item.child(*step)).is_some();
        let first = self.root.first()?;
        if self.root.len() == 1 { Some(first) } else { self.root.iter().find(begins).or(Some(first)) }
    }

    /// The tokens that begin in a range.
    pub fn tokens_in(&self, range: Range<usize>) -> &[Token] {
        let first = self.tokens.partition_point(|token| token.start < range.start);
        let last = self.tokens.partition_point(|token| token.start < range.end);
        &self.tokens[first..last.max(first)]
    }

    /// Whether a comment goes on at `offset`, also one that was only meant as such.
    pub fn in_comment(&self, text: &str, offset: usize) -> bool {
        let before = self.tokens[..self.tokens.partition_point(|token| token.start < offset)].last();
        before.is_some_and(|token| match token.kind {
            // One of a line ends with it.
            Kind::Comment if text[token.span()].starts_with("//") => offset <= token.end,
            Kind::Comment => offset < token.end,
            Kind::Remark => offset <= token.end,
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = r#"// top
Scenario(title: "t", nodes: { "a": Choice([(say: "x"), (say: "y", then: )]), "b": End() })"#;

    #[test]
    fn every_part_is_found_by_its_path() {
        use Step::{Field, Item};
        let tree = Tree::parse(TEXT);
        let shown = |path: &[Step]| &TEXT[tree.find(TEXT, path)];
        assert_eq!(shown(&[Field("title")]), "\"t\"");
        assert_eq!(shown(&[Field("nodes"), Field("a"), Item(1), Field("say")]), "\"y\"");
        assert_eq!(shown(&[Field("nodes"), Field("b"), Field("title")]), "End()", "the nearest thing around it");
        let option = tree.get(&[Field("nodes"), Field("a"), Item(1)]);
        assert!(option.and_then(|option| option.field("then")).is_some_and(|then| then.is_missing));
    }

    #[test]
    fn comments_are_known_while_they_are_typed() {
        let text = "Scenario(title: \"a\", // the \n/* b */ /* c";
        let tree = Tree::parse(text);
        let inside = |sign: &str| tree.in_comment(text, text.find(sign).unwrap_or(0) + sign.len());
        assert!(inside("// the ") && inside("/* b") && inside("/* c"));
        assert!(!inside("\"a\",") && !inside("*/"));
    }

    #[test]
    fn brackets_without_end_are_read_to_a_depth_and_told() {
        let tree = Tree::parse(&"([{".repeat(100_000));
        assert!(tree.problems.iter().any(|problem| problem.code == Code::TooDeep));
    }

    fn in_order(items: &[Item], around: Range<usize>) -> bool {
        let mut at = around.start;
        items.iter().all(|item| {
            let span = item.span();
            let fits = at <= span.start && span.start <= span.end && span.end <= around.end;
            at = span.end;
            fits && in_order(item.items(), span)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_text_of_any_signs_keeps_every_byte_and_its_items_stand_in_order(
            text in "([a-z(){}\\[\\],:;\"'“”（），： \\n/*#=%\u{3000}寒]|\\PC){0,120}"
        ) {
            let tree = Tree::parse(&text);
            let joined: String = tree.tokens.iter().map(|token| &text[token.span()]).collect();
            prop_assert_eq!(&joined, &text);
            prop_assert!(in_order(&tree.root, 0..text.len()), "{:?}", tree.root);
        }
    }
}
