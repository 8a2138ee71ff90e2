//! A forgiving reader of RON: only brackets, items and keys, but with places and for broken texts too.
//! Good files never need it; it finds where a problem stands and what can be left out to read on.

mod lexer;
mod reader;
mod signs;

use super::diagnostic::Code;
pub use signs::{balanced_end, comment_end, raw_string_end, string_end};
use std::borrow::Cow;
use std::ops::Range;

/// One step from a whole to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'k> {
    Field(&'k str),
    Item(usize),
}

#[derive(Debug, Default)]
pub struct Tree {
    pub root: Vec<Item>,
    pub problems: Vec<Problem>,
    /// What others report and has to be mended all the same.
    pub silent: Vec<Mend>,
    keys: Vec<String>,
}

/// `key: value` or a bare value.
#[derive(Debug, Default)]
pub struct Item {
    pub key: Option<(Range<usize>, usize)>,
    pub value: Range<usize>,
    /// What stands in the value's brackets.
    pub group: Option<Group>,
}

#[derive(Debug)]
pub struct Group {
    pub open: u8,
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
        self.key.as_ref().map_or(self.value.start, |(key, _)| key.start)..self.value.end
    }
}

impl Tree {
    pub fn parse(text: &str) -> Self {
        reader::read(text)
    }

    pub fn key(&self, item: &Item) -> Option<&str> {
        item.key.as_ref().and_then(|(_, key)| self.keys.get(*key)).map(String::as_str)
    }

    /// The value at `path` below `Scenario(…)`, or the nearest thing around it; one of several lines
    /// is shown by its beginning.
    pub fn find(&self, text: &str, path: &[Step]) -> Range<usize> {
        let Some(mut item) = self.root_of(path) else { return 0..0 };
        for step in path {
            match self.child(item, *step) {
                Some(inner) => item = inner,
                None => break,
            }
        }
        let many_lines = text.get(item.value.clone()).is_none_or(|value| value.contains('\n'));
        if many_lines { Self::head(item) } else { item.value.clone() }
    }

    pub fn get(&self, path: &[Step]) -> Option<&Item> {
        path.iter().try_fold(self.root_of(path)?, |item, step| self.child(item, *step))
    }

    /// Of several files one after the other, the one in which the path begins.
    fn root_of(&self, path: &[Step]) -> Option<&Item> {
        let begins = |root: &&Item| path.iter().take(2).try_fold(*root, |item, step| self.child(item, *step)).is_some();
        let first = self.root.first()?;
        if self.root.len() == 1 { Some(first) } else { self.root.iter().find(begins).or(Some(first)) }
    }

    /// A whole is shown by its beginning: a key, a name, or the first bracket.
    fn head(item: &Item) -> Range<usize> {
        if let Some((key, _)) = &item.key {
            return key.clone();
        }
        match &item.group {
            Some(_) => item.value.start..(item.value.start + 1).min(item.value.end),
            None => item.value.clone(),
        }
    }

    fn child<'t>(&'t self, item: &'t Item, step: Step) -> Option<&'t Item> {
        let mut items = &item.group.as_ref()?.items;
        // `Choice([…])`: the list inside stands for the whole.
        if let ([only], Step::Item(_)) = (items.as_slice(), step)
            && only.key.is_none()
            && let Some(inner) = only.group.as_ref().filter(|inner| inner.open == b'[')
        {
            items = &inner.items;
        }
        match step {
            Step::Field(name) => items.iter().find(|item| self.key(item) == Some(name)),
            Step::Item(n) => items.get(n),
        }
    }
}
