//! The text that is resolved: where a slice of it stands, and where the value at a path does.

use super::super::source::Str;
use super::super::syntax::{Kind, Step, Token, Tree, inside};
use crate::vocabulary::{LONGEST_TEXT, too_long};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::mem::replace;
use std::ops::Range;

pub(super) struct SourceText<'s> {
    pub text: &'s str,
    /// The files of the text; none where there is only one.
    parts: &'s [Range<usize>],
    tree: OnceCell<Tree>,
}

impl<'s> SourceText<'s> {
    pub const fn new(text: &'s str, parts: &'s [Range<usize>]) -> Self {
        Self { text, parts, tree: OnceCell::new() }
    }

    /// Where a slice of the text stands.
    pub fn slice(&self, slice: &str) -> Option<Range<usize>> {
        let start = (slice.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        (start + slice.len() <= self.text.len()).then(|| start..start + slice.len())
    }

    /// Where a string stands, with its quotes; one with escapes has no place of its own.
    pub fn string(&self, string: &Str) -> Option<Range<usize>> {
        let Cow::Borrowed(slice) = &string.0 else { return None };
        let span = self.slice(slice)?;
        let bytes = self.text.as_bytes();
        let quoted = span.start > 0 && bytes[span.start - 1] == b'"' && bytes.get(span.end) == Some(&b'"');
        Some(if quoted { span.start - 1..span.end + 1 } else { span })
    }

    /// Where the value at `path` stands, or the nearest thing around it. Only problems pay for the search.
    pub fn find(&self, path: &[Step]) -> Range<usize> {
        self.tree().find(self.text, path)
    }

    /// All of the value at `path`; nothing where there is none.
    pub fn whole(&self, path: &[Step]) -> Range<usize> {
        self.tree().get(path).map_or(0..0, |item| item.span())
    }

    /// Whether two strings stand in one file.
    pub fn same_file(&self, one: &str, other: &str) -> bool {
        let part =
            |slice| self.slice(slice).map(|span| self.parts.iter().filter(|part| part.start <= span.start).count());
        self.parts.is_empty() || part(one) == part(other)
    }

    /// Every text that has more characters than may stand in one, with their number: whatever field it stands in.
    pub fn too_long(&self) -> Vec<(Range<usize>, usize)> {
        // Between two quotation marks stands at least a byte for each character: an ordinary file is not read once more.
        let mut last = 0;
        let far_apart =
            memchr::memchr_iter(b'"', self.text.as_bytes()).any(|at| at - replace(&mut last, at) > LONGEST_TEXT);
        if !far_apart {
            return Vec::new();
        }
        let texts = self.tree().tokens.iter().filter(|token| matches!(token.kind, Kind::Text(_))).map(Token::span);
        texts
            .filter_map(|span| Some((span.clone(), too_long(&self.text[inside(self.text, &span)?], LONGEST_TEXT)?)))
            .collect()
    }

    fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| Tree::parse(self.text))
    }
}
