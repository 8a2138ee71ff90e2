//! What is wrong with a token by itself: signs of another keyboard, quotation marks, remarks of other languages.

use super::quotes::{curly_end, early_quote, inner_quotes, line_of};
use super::reader::{Reader, write};
use super::signs::{half_width, half_width_word, is_invisible, is_strange_blank};
use super::token::{Kind, Quotes, Token};
use super::{Mend, Problem};
use crate::scenario::diagnostic::Code;
use std::ops::Range;

impl Reader<'_> {
    /// Says what is wrong with a token, once.
    pub(super) fn tell(&mut self, token: Token) {
        let text = &self.text[token.span()];
        let Some(first) = text.chars().next() else { return };
        let sign = token.start..token.start + first.len_utf8();
        match token.kind {
            Kind::Blank => self.blanks(token.span(), text),
            Kind::Remark if text.starts_with("/*") => {
                self.remark(token, token.start..token.start + 2, "hint-comment-open");
            }
            Kind::Remark => self.remark(token, sign, "hint-comment"),
            Kind::StrayQuote => {
                self.problem(Code::Syntax, sign.clone(), write(" ", sign)).hint = Some("hint-extra-quote");
            }
            Kind::Text(quotes) => self.quotes(quotes, token, text, sign),
            Kind::Comma if first == ';' => {
                self.problem(Code::Syntax, sign.clone(), write(",", sign)).hint = Some("hint-semicolon");
            }
            Kind::Word if sign.end < token.end || half_width(first).is_none() => {
                if let Some(narrow) = half_width_word(text) {
                    self.problem(Code::FullWidth, token.span(), write(narrow, token.span()));
                }
            }
            Kind::Open(_) | Kind::Close(_) | Kind::Comma | Kind::Colon | Kind::Word => {
                if let Some(meant) = half_width(first) {
                    self.problem(Code::FullWidth, sign.clone(), write(meant, sign));
                }
            }
            Kind::Comment | Kind::Attribute | Kind::Unread => {}
        }
    }

    /// What was meant as a remark; its `sign` is wrong.
    fn remark(&mut self, token: Token, sign: Range<usize>, hint: &'static str) {
        self.problem(Code::BadComment, sign, write(" ", token.span())).hint = Some(hint);
    }

    /// How a text is quoted; `sign` is its first mark.
    fn quotes(&mut self, quotes: Quotes, token: Token, text: &str, sign: Range<usize>) {
        match quotes {
            Quotes::Sound | Quotes::Lone => {}
            Quotes::Inner => {
                let line = line_of(&self.text[sign.end..]);
                let inner = inner_quotes(line).map(|(_, inner)| inner).unwrap_or_default();
                let mut places = inner.iter().map(|at| sign.end + at..sign.end + at + 1);
                let mends = places.clone().map(|place| Mend::Write(" ".into(), place)).collect();
                if let Some(first) = places.next() {
                    self.problem(Code::InnerQuote, first, mends).label = places.next().map(also);
                }
            }
            Quotes::Early => {
                let early = early_quote(line_of(&self.text[sign.end..])).unwrap_or_default();
                let place = sign.end + early..sign.end + early + 1;
                self.problem(Code::InnerQuote, place, vec![Mend::Blank(token.span())]);
            }
            Quotes::CurlyEnd => {
                let end = curly_end(line_of(&self.text[sign.end..])).unwrap_or_default();
                let place = sign.end + end.start..sign.end + end.end;
                self.problem(Code::CurlyQuote, place.clone(), vec![Mend::WriteFirst("\"", place)]);
            }
            Quotes::NotClosed => {
                self.problem(Code::StringNotClosed, sign, vec![Mend::Blank(token.span())]);
            }
            Quotes::Wide => {
                let code = if text.starts_with('＂') { Code::FullWidth } else { Code::CurlyQuote };
                let last = text.char_indices().next_back().map_or(token.start, |(at, _)| token.start + at);
                let closed = last > token.start && !text.ends_with('"');
                // Both ends are one mistake.
                let problem = self.problem(code, sign.clone(), write("\"", sign));
                if closed {
                    let end = last..token.end;
                    problem.mends.push(Mend::WriteFirst("\"", end.clone()));
                    problem.label = Some(also(end));
                }
            }
            Quotes::Single => {
                let end = token.end - 1..token.end;
                let mends = [write("\"", sign.clone()), write("\"", end.clone())].concat();
                let problem = self.problem(Code::Syntax, sign, mends);
                problem.hint = Some("hint-single-quote");
                problem.label = Some(also(end));
            }
        }
    }

    /// Blanks that are none to RON: told once, mended everywhere.
    fn blanks(&mut self, span: Range<usize>, text: &str) {
        if text.bytes().all(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')) {
            return;
        }
        for (at, c) in text.char_indices() {
            let place = span.start + at..span.start + at + c.len_utf8();
            let mend = Mend::Write(" ".into(), place.clone());
            if is_invisible(c) {
                self.tree.silent.push(mend);
            } else if is_strange_blank(c) {
                let Some(known) = self.blanks.and_then(|known| self.tree.problems.get_mut(known)) else {
                    self.blanks = Some(self.tree.problems.len());
                    self.problem(Code::FullWidth, place, vec![mend]).sign = "space".to_owned();
                    continue;
                };
                // Those in a row are one to the eye.
                known.more += usize::from(!text[..at].ends_with(is_strange_blank));
                known.mends.push(mend);
            }
        }
    }

    /// Notes a problem; what more is to be said of it is up to the caller.
    pub(super) fn problem(&mut self, code: Code, span: Range<usize>, mends: Vec<Mend>) -> &mut Problem {
        let sign = self.text.get(span.clone()).unwrap_or_default().to_owned();
        let wanted = match mends.first() {
            Some(Mend::Write(sign, _)) => sign.clone().into_owned(),
            Some(Mend::WriteFirst(sign, _)) => (*sign).to_owned(),
            _ => String::new(),
        };
        let problem = Problem { code, span, label: None, sign, wanted, hint: None, more: 0, mends };
        self.tree.problems.push_mut(problem)
    }
}

/// The second place of the same.
fn also(place: Range<usize>) -> (Range<usize>, &'static str) {
    (place, "label-and-here")
}
