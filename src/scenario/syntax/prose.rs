//! Lines that an author wrote to themselves and forgot to mark as a comment.

use super::reader::{Reader, write};
use super::token::Kind;
use crate::scenario::diagnostic::Code;
use std::ops::Range;

impl Reader<'_> {
    /// Skips such lines where an item is expected, and says that their `//` is missing.
    pub(super) fn skip_prose(&mut self) {
        while let Some(line) = self.prose() {
            let sign = line.start..line.start + self.text[line.start..].chars().next().map_or(0, char::len_utf8);
            let end = line.end;
            self.problem(Code::BadComment, sign, write(" ", line)).hint = Some("hint-comment-none");
            self.skip_to(end);
        }
    }

    /// The line that begins with the token at hand, where it can only be meant for people: Chinese words or a bullet
    /// in front, no sign in it by which a value could be known.
    fn prose(&mut self) -> Option<Range<usize>> {
        const BULLETS: [char; 7] = ['•', '·', '●', '◆', '■', '※', '*'];
        const SIGNS: [char; 19] =
            [':', '：', '(', '（', ')', '）', '[', ']', '【', '】', '{', '}', '｛', '｝', '"', '“', '”', '＂', '='];
        let (Some(Kind::Word), span) = self.peek() else { return None };
        let rest = &self.text[span.start..];
        let first = rest.chars().next()?;
        let of_people = BULLETS.contains(&first) || !first.is_ascii() && first.is_alphabetic();
        if !of_people || self.open.is_empty() || !self.is_first_of_line() {
            return None;
        }
        let line = rest.split('\n').next()?.trim_end();
        if line.contains(SIGNS) || line.contains("/*") || line.ends_with([',', '，', ';', '；']) {
            return None;
        }
        let line = span.start..span.start + line.len();
        self.stands_alone(line.end).then_some(line)
    }

    fn is_first_of_line(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.tree.tokens.get(at));
        before.is_none_or(|token| token.kind == Kind::Blank && self.text[token.span()].contains('\n'))
    }

    /// Whether what stands around the line at hand, which ends at `end`, makes a value there unlikely: texts in a list
    /// and the one thing in a bracket may only lack their quotes.
    fn stands_alone(&self, end: usize) -> bool {
        let tokens = &self.tree.tokens;
        let sign = |kind: &Kind| !kind.is_trivia() && *kind != Kind::Comma;
        let before = tokens[..self.at].iter().rev().map(|token| token.kind).find(sign);
        let behind = tokens.partition_point(|token| token.start < end);
        let after = tokens[behind..].iter().map(|token| token.kind).find(sign);
        let (opens, closes) = (|kind| matches!(kind, Kind::Open(_)), |kind| matches!(kind, Kind::Close(_)));
        if self.open.last() == Some(&b'[') {
            before.is_some_and(closes) || after.is_some_and(opens)
        } else {
            !(before.is_some_and(opens) && after.is_some_and(closes))
        }
    }
}
