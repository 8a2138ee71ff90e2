//! The signs of a text one by one: what is written in another way is reported and read as what was meant.

use super::Mend;
use super::reader::{Reader, write};
use super::signs::*;
use crate::scenario::diagnostic::Code;
use crate::scenario::repair::is_invisible;
use std::ops::Range;

/// After so many problems nobody reads on; neither does this.
const ENOUGH: usize = 200;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Open(u8),
    Close(u8),
    Comma,
    Colon,
    Text,
    Word,
    End,
}

impl Reader<'_> {
    /// The token at hand; wide signs are reported when they are first seen and read as what was meant.
    pub(super) fn peek(&mut self) -> (Token, Range<usize>) {
        if self.tree.problems.len() >= ENOUGH {
            self.at = self.text.len();
        }
        self.skip_blank();
        let start = self.at;
        let Some(first) = self.text[start..].chars().next() else {
            return (Token::End, start..start);
        };
        let end = start + first.len_utf8();
        if let Some(meant) = half_width(first) {
            if !self.known(start) {
                self.problem(Code::FullWidth, start..end, write(meant, start..end));
            }
            return match meant {
                "\"" => self.curly(start, end),
                "(" | "[" | "{" => (Token::Open(meant.as_bytes()[0]), start..end),
                ")" | "]" | "}" => (Token::Close(meant.as_bytes()[0]), start..end),
                "," => (Token::Comma, start..end),
                ":" => (Token::Colon, start..end),
                _ => (Token::Word, start..end),
            };
        }
        match first {
            '(' | '[' | '{' => (Token::Open(first as u8), start..end),
            ')' | ']' | '}' => (Token::Close(first as u8), start..end),
            ',' => (Token::Comma, start..end),
            ':' => (Token::Colon, start..end),
            ';' => {
                if !self.known(start) {
                    self.problem(Code::Syntax, start..end, write(",", start..end));
                    self.last(|problem| problem.hint = Some("hint-semicolon"));
                }
                (Token::Comma, start..end)
            }
            '"' => self.string(start),
            '“' | '”' | '‘' | '’' => {
                if !self.known(start) {
                    self.problem(Code::CurlyQuote, start..end, write("\"", start..end));
                }
                self.curly(start, end)
            }
            '\'' => self.single(start, end),
            'r' | 'b' if self.raw_string(start).is_some() => {
                (Token::Text, start..self.raw_string(start).unwrap_or(end))
            }
            _ => {
                let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-' | '#' | '!' | '＿');
                let length = self.text[start..].find(|c| !part(c)).unwrap_or(self.text.len() - start);
                let span = start..(start + length).max(end);
                if let Some(narrow) = half_width_word(&self.text[span.clone()])
                    && !self.known(start)
                {
                    self.problem(Code::FullWidth, span.clone(), write(narrow, span.clone()));
                }
                (Token::Word, span)
            }
        }
    }

    /// `r"…"`, `r#"…"#`, `b"…"`, `br"…"`: where it ends.
    fn raw_string(&self, start: usize) -> Option<usize> {
        raw_string_end(&self.text[start..]).map(|end| start + end)
    }

    fn string(&mut self, start: usize) -> (Token, Range<usize>) {
        let body = &self.text[start + 1..];
        if let Some(end) = string_end(body)
            && makes_sense(&body[end + 1..])
        {
            return (Token::Text, start..start + 1 + end + 1);
        }
        let line = line_of(body);
        let known = self.tree.problems.iter().rev().take(4).any(|problem| problem.span.start >= start);
        if let Some((end, inner)) = inner_quotes(line) {
            let places: Vec<Range<usize>> = inner.iter().map(|at| start + 1 + at..start + 2 + at).collect();
            if !known && let Some(first) = places.first() {
                let mends = places.iter().map(|place| Mend::Write(" ".into(), place.clone())).collect();
                self.problem(Code::InnerQuote, first.clone(), mends);
                let second = places.get(1).cloned();
                self.last(|problem| problem.label = second.map(|place| (place, "label-and-here")));
            }
            return (Token::Text, start..start + 1 + end + 1);
        }
        // The next quote belongs to another text: this one was not closed, or by a curly quote.
        let curly = line.match_indices(['”', '“']).find(|(at, sign)| {
            let after = line[at + sign.len()..].trim_start();
            after.is_empty() || after.starts_with([',', ')', ']', '}', '，', '）'])
        });
        if let Some((at, sign)) = curly {
            let span = start + 1 + at..start + 1 + at + sign.len();
            if !known {
                self.problem(Code::CurlyQuote, span.clone(), vec![Mend::WriteFirst("\"", span.clone())]);
            }
            return (Token::Text, start..span.end);
        }
        let end = start + 1 + likely_end(line);
        if let Some(at) = early_quote(line).map(|at| start + 1 + at).filter(|at| *at < end) {
            if !known {
                self.problem(Code::InnerQuote, at..at + 1, vec![Mend::Blank(start..end)]);
            }
            return (Token::Text, start..end);
        }
        if !known {
            self.problem(Code::StringNotClosed, start..start + 1, vec![Mend::Blank(start..end)]);
        }
        (Token::Text, start..end)
    }

    /// A text between curly (or full-width) quotes: both ends are one mistake.
    fn curly(&mut self, start: usize, end: usize) -> (Token, Range<usize>) {
        let body = &self.text[end..];
        let single = self.text[start..].starts_with(['‘', '’']);
        let closers: &[char] = if single { &['’', '‘', '\''] } else { &['”', '“', '"', '＂'] };
        let Some((at, sign)) = line_of(body).match_indices(closers).next() else {
            return (Token::Text, start..end);
        };
        let span = end + at..end + at + sign.len();
        let first = self.tree.problems.iter_mut().rev().take(4).find(|problem| problem.span.start == start);
        if let Some(first) = first.filter(|first| first.label.is_none() && sign != "\"") {
            first.label = Some((span.clone(), "label-and-here"));
            first.mends.push(Mend::WriteFirst("\"", span.clone()));
        }
        (Token::Text, start..span.end)
    }

    /// A text between single quotes.
    fn single(&mut self, start: usize, end: usize) -> (Token, Range<usize>) {
        let Some(close) = single_quoted_end(line_of(&self.text[end..])).map(|at| end + at) else {
            return (Token::Text, start..end);
        };
        if !self.known(start) {
            let mut mends = write("\"", start..end);
            mends.extend(write("\"", close..close + 1));
            self.problem(Code::Syntax, start..end, mends);
            self.last(|problem| {
                problem.hint = Some("hint-single-quote");
                problem.label = Some((close..close + 1, "label-and-here"));
            });
        }
        (Token::Text, start..close + 1)
    }

    fn skip_blank(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let blank = |c: char| c.is_whitespace() || is_invisible(c);
            let length = rest.find(|c| !blank(c)).unwrap_or(rest.len());
            if length > 0 {
                self.blanks(self.at..self.at + length);
            }
            self.at += length;
            let rest = &self.text[self.at..];
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                match closed_comment_end(rest) {
                    Some(end) => self.at += end,
                    None => self.remark(rest.find('\n').unwrap_or(rest.len()), 2, "hint-comment-open"),
                }
            } else if self.text[..self.at].ends_with('"') && rest.strip_prefix('"').is_some_and(ends_item) {
                let span = self.at..self.at + 1;
                self.problem(Code::Syntax, span.clone(), write(" ", span));
                self.last(|problem| problem.hint = Some("hint-extra-quote"));
                self.at += 1;
            } else if let Some(length) = foreign_comment(rest) {
                self.remark(length, rest.chars().next().map_or(1, char::len_utf8), "hint-comment");
            } else {
                return;
            }
        }
    }

    /// What was meant as a remark, so long, with a sign so long in front.
    fn remark(&mut self, length: usize, sign: usize, hint: &'static str) {
        let (start, end) = (self.at, self.at + length);
        self.problem(Code::BadComment, start..start + sign, write(" ", start..end));
        self.last(|problem| problem.hint = Some(hint));
        self.at = end;
    }

    /// Blanks that are none to RON: told once, mended everywhere.
    fn blanks(&mut self, span: Range<usize>) {
        let text = &self.text[span.clone()];
        if text.bytes().all(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')) {
            return;
        }
        for (at, c) in text.char_indices() {
            let place = span.start + at..span.start + at + c.len_utf8();
            let mend = Mend::Write(" ".into(), place.clone());
            if is_invisible(c) {
                self.tree.silent.push(mend);
            } else if is_strange_blank(c) {
                let Some(known) = self.blanks.map(|known| &mut self.tree.problems[known]) else {
                    self.blanks = Some(self.tree.problems.len());
                    self.problem(Code::FullWidth, place, vec![mend]);
                    self.last(|problem| problem.sign = "space".to_owned());
                    continue;
                };
                // Those in a row are one to the eye.
                known.more += usize::from(!text[..at].ends_with(is_strange_blank));
                known.mends.push(mend);
            }
        }
    }
}
