//! Every byte of a text in a token, of broken texts too; what is written in another way is taken for what was meant.

use super::quotes::{ends_item, quoted, raw_text_end, single_quoted, wide_quoted};
use super::signs::{closed_comment_end, foreign_comment, half_width, is_blank};
use std::ops::Range;

/// After so many slips nobody reads on; neither does this.
pub(super) const ENOUGH: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of `(`, `[`, `{`, as it was meant.
    Open(u8),
    Close(u8),
    Comma,
    Colon,
    /// A name or a number, or a sign that has no meaning.
    Word,
    Text(Quotes),
    Blank,
    Comment,
    /// `#![enable(…)]` before everything else.
    Attribute,
    /// What was meant as a comment: as other languages write it, or never closed.
    Remark,
    /// A quotation mark too many behind a text.
    StrayQuote,
    /// What stands behind too many slips.
    Unread,
}

/// How a text is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// `"…"`, `r#"…"#`
    Sound,
    /// With the same marks inside of it.
    Inner,
    /// Closed by such a mark inside of it, so that nobody knows where it ends.
    Early,
    /// Opened by a straight mark, closed by a curly one.
    CurlyEnd,
    NotClosed,
    /// By curly or wide marks; without its other end only the mark itself.
    Wide,
    /// `'…'`
    Single,
    /// A single mark alone, or a raw text that never ends.
    Lone,
}

impl Kind {
    /// Nothing that a reader of values needs to see.
    pub fn is_trivia(self) -> bool {
        matches!(self, Self::Blank | Self::Comment | Self::Attribute | Self::Remark | Self::StrayQuote | Self::Unread)
    }

    /// What takes a look ahead to tell.
    fn is_slip(self) -> bool {
        match self {
            Self::Text(quotes) => !matches!(quotes, Quotes::Sound | Quotes::Lone),
            kind => matches!(kind, Self::Remark | Self::StrayQuote),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    /// Bytes; where one ends the next begins.
    pub start: usize,
    pub end: usize,
}

impl Token {
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The tokens of a text, one after the other, in time that grows with its length.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    slips: usize,
    /// Something was seen that is no trivia.
    begun: bool,
}

impl<'t> Tokens<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { text, at: 0, slips: 0, begun: false }
    }

    /// Those from a place between two tokens on.
    pub fn from(text: &'t str, at: usize) -> Self {
        Self { at, begun: true, ..Self::of(text) }
    }

    /// Kind and length of the token that begins with `first`.
    fn token(&self, first: char, rest: &str) -> (Kind, usize) {
        let one = |kind| (kind, first.len_utf8());
        match first {
            ' ' | '\n' | '\r' | '\t' => return (Kind::Blank, blank_length(rest)),
            '(' | '[' | '{' => return one(Kind::Open(first as u8)),
            ')' | ']' | '}' => return one(Kind::Close(first as u8)),
            ',' | ';' => return one(Kind::Comma),
            ':' => return one(Kind::Colon),
            '"' if self.text[..self.at].ends_with('"') && ends_item(&rest[1..]) => return one(Kind::StrayQuote),
            '"' => return text(quoted(rest)),
            '\'' => return text(single_quoted(rest)),
            'r' | 'b' => {
                if let Some(found) = raw_text_end(rest) {
                    return text(found);
                }
            }
            '/' | '#' | '<' | '-' | '＃' | '／' => {
                if let Some(found) = self.comment(rest) {
                    return found;
                }
            }
            c if is_blank(c) => return (Kind::Blank, blank_length(rest)),
            '“' | '”' | '‘' | '’' | '＂' => return text(wide_quoted(rest)),
            c => {
                if let Some(sign) = half_width(c).and_then(|sign| sign.bytes().next()) {
                    return one(match sign {
                        b'(' | b'[' | b'{' => Kind::Open(sign),
                        b')' | b']' | b'}' => Kind::Close(sign),
                        b',' => Kind::Comma,
                        b':' => Kind::Colon,
                        _ => Kind::Word,
                    });
                }
            }
        }
        (Kind::Word, word_length(rest).max(first.len_utf8()))
    }

    fn comment(&self, rest: &str) -> Option<(Kind, usize)> {
        let line = || rest.find('\n').unwrap_or(rest.len());
        if rest.starts_with("//") {
            return Some((Kind::Comment, line()));
        }
        if rest.starts_with("/*") {
            let closed = closed_comment_end(rest).map(|end| (Kind::Comment, end));
            return Some(closed.unwrap_or_else(|| (Kind::Remark, line())));
        }
        if !self.begun
            && rest.starts_with("#![")
            && let Some(end) = rest.find(")]")
        {
            return Some((Kind::Attribute, end + 2));
        }
        foreign_comment(rest).map(|length| (Kind::Remark, length))
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let start = self.at;
        let rest = &self.text[start..];
        let first = rest.chars().next()?;
        let (kind, length) = if self.slips < ENOUGH { self.token(first, rest) } else { (Kind::Unread, rest.len()) };
        self.slips += usize::from(kind.is_slip());
        self.begun |= !kind.is_trivia();
        self.at = start + length;
        Some(Token { kind, start, end: self.at })
    }
}

fn text((quotes, length): (Quotes, usize)) -> (Kind, usize) {
    (Kind::Text(quotes), length)
}

fn blank_length(rest: &str) -> usize {
    let plain = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
    let length = rest.bytes().position(|byte| !plain(&byte)).unwrap_or(rest.len());
    // Most blanks are plain ones.
    match rest.as_bytes().get(length) {
        Some(byte) if !byte.is_ascii_graphic() => rest.find(|c| !is_blank(c)).unwrap_or(rest.len()),
        _ => length,
    }
}

fn word_length(rest: &str) -> usize {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'+' | b'-' | b'#' | b'!');
    let length = rest.bytes().position(|byte| !plain(byte)).unwrap_or(rest.len());
    match rest.as_bytes().get(length) {
        Some(byte) if !byte.is_ascii() => {
            let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-' | '#' | '!' | '＿');
            rest.find(|c| !part(c)).unwrap_or(rest.len())
        }
        _ => length,
    }
}

/// Where the brackets that open after `from` are all closed again; `from` itself where they never are.
pub fn balanced_end(text: &str, from: usize) -> usize {
    let mut depth = 0usize;
    for token in Tokens::from(text, from) {
        match token.kind {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return token.end;
                }
            }
            _ => {}
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds(text: &str) -> Vec<(Kind, &str)> {
        let tokens = Tokens::of(text).filter(|token| token.kind != Kind::Blank);
        tokens.map(|token| (token.kind, &text[token.span()])).collect()
    }

    #[test]
    fn signs_are_what_they_were_meant_to_be() {
        use Kind::*;
        let text = "#![enable(x)] // a\nLine（who：\"w\"，say: “寒心”；n: r#\"\"\"#, 0.5，/* b /* c */ */'x'] # d";
        let wanted = [
            (Attribute, "#![enable(x)]"),
            (Comment, "// a"),
            (Word, "Line"),
            (Open(b'('), "（"),
            (Word, "who"),
            (Colon, "："),
            (Text(Quotes::Sound), "\"w\""),
            (Comma, "，"),
            (Word, "say"),
            (Colon, ":"),
            (Text(Quotes::Wide), "“寒心”"),
            (Comma, "；"),
            (Word, "n"),
            (Colon, ":"),
            (Text(Quotes::Sound), "r#\"\"\"#"),
            (Comma, ","),
            (Word, "0.5"),
            (Comma, "，"),
            (Comment, "/* b /* c */ */"),
            (Text(Quotes::Single), "'x'"),
            (Close(b']'), "]"),
            (Remark, "# d"),
        ];
        assert_eq!(kinds(text), wanted);
    }

    #[test]
    fn brackets_are_counted_outside_texts_and_comments() {
        let text = "x: A(\"(\", // (\n[/* { */ 1]), y: (";
        assert_eq!(&text[..balanced_end(text, 4)], "x: A(\"(\", // (\n[/* { */ 1])");
        assert_eq!(balanced_end("a(", 1), 1);
    }

    #[test]
    fn reading_stops_after_too_many_slips_and_leaves_out_no_byte() {
        let text = "# x\n".repeat(1_000);
        let tokens: Vec<Token> = Tokens::of(&text).collect();
        assert_eq!(tokens.iter().filter(|token| token.kind == Kind::Remark).count(), ENOUGH);
        assert_eq!(tokens.last().map(|token| (token.kind, token.end)), Some((Kind::Unread, text.len())));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_byte_stands_in_one_token(text in "([a-z(){}\\[\\],:;\"'“”‘’，：（） \\n/*#=%_\u{3000}\u{200b}寒r-]|\\PC){0,80}") {
            let tokens: Vec<Token> = Tokens::of(&text).collect();
            let joined: String = tokens.iter().map(|token| &text[token.span()]).collect();
            prop_assert_eq!(joined, text);
            prop_assert!(tokens.iter().all(|token| token.start < token.end));
        }
    }
}
