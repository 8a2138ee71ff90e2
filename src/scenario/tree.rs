//! A forgiving reader of RON: only brackets, items and keys, but with places and for broken texts too.
//! Good files never need it; it finds where a problem stands and what can be left out to read on.

use super::diagnostic::Code;
use std::ops::Range;

/// One step from a whole to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'k> {
    Field(&'k str),
    Item(usize),
}

/// Brackets beyond this are skipped unread.
const DEEPEST: usize = 64;
/// After so many problems nobody reads on; neither does this.
const ENOUGH: usize = 200;
/// How far ahead a forgotten quote is looked for on its line.
const FAR: usize = 4096;

#[derive(Debug, Default)]
pub struct Tree {
    pub root: Vec<Item>,
    pub problems: Vec<Problem>,
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
    pub label: Option<Range<usize>>,
    pub sign: String,
    pub wanted: String,
    pub mend: Mend,
}

#[derive(Debug)]
pub enum Mend {
    /// Write this at the end of the range, blanks before it.
    Write(&'static str, Range<usize>),
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
        let mut reader = Reader { text, at: head(text), tree: Tree::default(), open: Vec::new() };
        let root = reader.items();
        reader.tree.root = root;
        reader.tree
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

struct Reader<'t> {
    text: &'t str,
    at: usize,
    tree: Tree,
    /// Brackets not closed yet, with their places.
    open: Vec<(u8, usize)>,
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Open(u8),
    Close(u8),
    Comma,
    Colon,
    Text,
    Word,
    End,
}

/// Signs of a Chinese keyboard that RON does not know.
pub fn half_width(sign: char) -> Option<&'static str> {
    Some(match sign {
        '（' => "(",
        '）' => ")",
        '［' | '【' | '〔' => "[",
        '］' | '】' | '〕' => "]",
        '｛' => "{",
        '｝' => "}",
        '，' | '、' | '；' => ",",
        '：' => ":",
        '＂' => "\"",
        '。' | '．' => ".",
        '－' | '—' => "-",
        _ => return None,
    })
}

impl Reader<'_> {
    fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        loop {
            let (token, span) = self.peek();
            match token {
                Token::End | Token::Close(_) => return items,
                Token::Comma => self.at = span.end,
                Token::Colon => {
                    self.problem(Code::Syntax, span.clone(), Mend::Write(" ", span.clone()), ":");
                    self.at = span.end;
                }
                _ => items.push(self.item()),
            }
        }
    }

    fn item(&mut self) -> Item {
        let mut item = self.value();
        if let (Token::Colon, colon) = self.peek() {
            self.at = colon.end;
            let key = self.text[item.value.clone()].trim_matches('"').to_owned();
            self.tree.keys.push(key);
            let key = (item.value.clone(), self.tree.keys.len() - 1);
            let (next, place) = self.peek();
            if matches!(next, Token::Comma | Token::Close(_) | Token::End | Token::Colon) {
                item = Item { key: Some(key.clone()), value: colon.clone(), group: None };
                let _ = place;
                self.problem(Code::Syntax, colon.clone(), Mend::Blank(key.0.start..colon.end), ":");
            } else {
                item = Item { key: Some(key), ..self.value() };
            }
        }
        let (next, place) = self.peek();
        match next {
            Token::Comma => self.at = place.end,
            Token::Close(_) | Token::End => {}
            _ => {
                let end = item.value.end;
                let name = item.key.is_none()
                    && item.group.is_none()
                    && self.text[item.value.clone()].starts_with(|c: char| c.is_ascii_lowercase());
                if name && !self.text[end..place.start].contains('\n') {
                    // `minutes 20`: a name and its value without the colon between them.
                    let whole = item.value.start..place.end;
                    self.problem(Code::Syntax, item.value.clone(), Mend::Blank(whole), ":");
                } else if place.start > end {
                    self.problem(Code::MissingComma, end..end, Mend::Write(",", end..end + 1), ",");
                } else {
                    self.problem(Code::MissingComma, end..end, Mend::Blank(place.clone()), ",");
                }
            }
        }
        item
    }

    fn value(&mut self) -> Item {
        let (token, span) = self.peek();
        match token {
            Token::Open(open) => {
                let group = self.group(open, span.start);
                Item { key: None, value: span.start..self.at, group }
            }
            Token::Word => {
                self.at = span.end;
                if let (Token::Open(b'('), place) = self.peek() {
                    let group = self.group(b'(', place.start);
                    return Item { key: None, value: span.start..self.at, group };
                }
                Item { key: None, value: span, group: None }
            }
            _ => {
                self.at = span.end.max(self.at);
                Item { key: None, value: span, group: None }
            }
        }
    }

    fn group(&mut self, open: u8, start: usize) -> Option<Group> {
        self.at = self.peek().1.end;
        if self.open.len() >= DEEPEST {
            self.skip_deep();
            let span = start..start + 1;
            self.problem(Code::TooDeep, span, Mend::Blank(start..self.at), "");
            return None;
        }
        self.open.push((open, start));
        let items = self.items();
        let (token, span) = self.peek();
        let wanted = closing(open);
        match token {
            Token::Close(close) if close == wanted => {
                self.at = span.end;
            }
            Token::Close(close) => {
                let outer = self.open[..self.open.len() - 1].iter().any(|(open, _)| closing(*open) == close);
                if outer {
                    // It closes something further out: this one was forgotten.
                    let gap = self.text[..span.start].ends_with([' ', '\n', '\t']);
                    let mend = if gap {
                        Mend::Write(written(wanted), span.start - 1..span.start)
                    } else {
                        Mend::Blank(start..span.start)
                    };
                    self.not_closed(start, span.clone(), wanted, mend);
                } else {
                    self.problem(Code::WrongBracket, span.clone(), Mend::Write(written(wanted), span.clone()), "");
                    self.last(|problem| problem.label = Some(start..start + 1));
                    self.last(|problem| problem.sign = (close as char).to_string());
                    self.last(|problem| problem.wanted = (wanted as char).to_string());
                    self.at = span.end;
                }
            }
            _ => {
                self.not_closed(start, span, wanted, Mend::Append(wanted));
            }
        }
        self.open.pop();
        Some(Group { open, items })
    }

    fn not_closed(&mut self, start: usize, end: Range<usize>, wanted: u8, mend: Mend) {
        self.tree.problems.push(Problem {
            code: Code::NotClosed,
            span: start..start + self.text[start..].chars().next().map_or(0, char::len_utf8),
            label: (!end.is_empty()).then_some(end),
            sign: self.text[start..].chars().take(1).collect(),
            wanted: (wanted as char).to_string(),
            mend,
        });
    }

    fn last(&mut self, change: impl FnOnce(&mut Problem)) {
        if let Some(problem) = self.tree.problems.last_mut() {
            change(problem);
        }
    }

    fn problem(&mut self, code: Code, span: Range<usize>, mend: Mend, wanted: &str) {
        let sign = self.text.get(span.clone()).unwrap_or_default().to_owned();
        self.tree.problems.push(Problem { code, span, label: None, sign, wanted: wanted.to_owned(), mend });
    }

    fn skip_deep(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            let (token, span) = self.peek();
            match token {
                Token::Open(_) => depth += 1,
                Token::Close(_) => depth -= 1,
                Token::End => return,
                _ => {}
            }
            self.at = span.end;
        }
    }

    /// The token at hand; wide signs are reported when they are first seen and read as what was meant.
    fn peek(&mut self) -> (Token, Range<usize>) {
        if self.tree.problems.len() >= ENOUGH {
            self.at = self.text.len();
        }
        self.skip_blank();
        let start = self.at;
        let Some(first) = self.text[start..].chars().next() else {
            return (Token::End, start..start);
        };
        let end = start + first.len_utf8();
        let known = |reader: &Self| {
            reader
                .tree
                .problems
                .iter()
                .rev()
                .take(4)
                .any(|problem| problem.span.start == start && problem.code != Code::MissingComma)
        };
        if let Some(meant) = half_width(first) {
            if !known(self) {
                self.problem(Code::FullWidth, start..end, Mend::Write(meant, start..end), meant);
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
            '"' => self.string(start),
            '“' | '”' | '‘' | '’' => {
                if !known(self) {
                    self.problem(Code::CurlyQuote, start..end, Mend::Write("\"", start..end), "\"");
                }
                self.curly(start, end)
            }
            '\'' => {
                let rest = &self.text[end..];
                let length = rest.char_indices().skip(1).find(|(_, c)| *c == '\'').map_or(0, |(at, _)| at + 1);
                (Token::Text, start..end + if length <= 12 { length } else { 0 })
            }
            'r' | 'b' if self.raw_string(start).is_some() => {
                (Token::Text, start..self.raw_string(start).unwrap_or(end))
            }
            _ => {
                let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-' | '#' | '!');
                let length = self.text[start..].find(|c| !part(c)).unwrap_or(self.text.len() - start);
                (Token::Word, start..(start + length).max(end))
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
        // The next quote belongs to another text: this one was not closed, or by a curly quote.
        let line = line_of(body);
        let known = self.tree.problems.iter().rev().take(4).any(|problem| problem.span.start >= start);
        let curly = line.match_indices(['”', '“']).find(|(at, sign)| {
            let after = line[at + sign.len()..].trim_start();
            after.is_empty() || after.starts_with([',', ')', ']', '}', '，', '）'])
        });
        if let Some((at, sign)) = curly {
            let span = start + 1 + at..start + 1 + at + sign.len();
            if !known {
                self.problem(Code::CurlyQuote, span.clone(), Mend::WriteFirst("\"", span.clone()), "\"");
            }
            return (Token::Text, start..span.end);
        }
        let end = start + 1 + likely_end(line);
        if !known {
            self.problem(Code::StringNotClosed, start..start + 1, Mend::Blank(start..end), "\"");
        }
        (Token::Text, start..end)
    }

    /// A text between curly (or full-width) quotes.
    fn curly(&mut self, start: usize, end: usize) -> (Token, Range<usize>) {
        let body = &self.text[end..];
        let line = line_of(body);
        let Some(close) = line.find(['”', '“', '"', '’', '‘', '＂']) else {
            return (Token::Text, start..end);
        };
        let at = end + close;
        let sign = self.text[at..].chars().next().unwrap_or('"');
        let span = at..at + sign.len_utf8();
        let known = self.tree.problems.iter().rev().take(4).any(|problem| problem.span == span);
        if sign != '"' && !known {
            let code = if sign == '＂' { Code::FullWidth } else { Code::CurlyQuote };
            self.problem(code, span.clone(), Mend::WriteFirst("\"", span.clone()), "\"");
        }
        (Token::Text, start..span.end)
    }

    fn skip_blank(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                self.at += comment_end(trimmed);
            } else {
                return;
            }
        }
    }
}

/// `r"…"`, `r#"…"#`, `b"…"`, `br"…"` at the beginning: where it ends.
pub fn raw_string_end(text: &str) -> Option<usize> {
    let body = text.trim_start_matches('b');
    let raw = body.strip_prefix('r').unwrap_or(body);
    let hashes = raw.len() - raw.trim_start_matches('#').len();
    let inner = raw[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    // One that is never closed reaches to the end.
    let at = inner.find(&close).unwrap_or(inner.len() - close.len().min(inner.len()));
    Some(text.len() - inner.len() + at + close.len())
}

/// What is left of the line, as far as it is worth looking.
fn line_of(body: &str) -> &str {
    let near = &body[..body.floor_char_boundary(FAR)];
    near.split('\n').next().unwrap_or_default().trim_end()
}

/// Where a comment that may hold comments ends.
pub fn comment_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0usize);
    while at + 1 < bytes.len() {
        match &bytes[at..at + 2] {
            b"/*" => {
                depth += 1;
                at += 2;
            }
            b"*/" => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    text.len()
}

/// Whether this can follow a text that ended here.
fn makes_sense(after: &str) -> bool {
    let next = after.trim_start();
    next.is_empty()
        || next.len() < after.len()
        || next.starts_with([',', ')', ']', '}', ':', '，', '）', '］', '】', '｝', '：', '/', '"', '“', '”'])
}

/// Where a text that nobody closed most likely ends: before `, name:` or before the brackets at the end of the line.
fn likely_end(line: &str) -> usize {
    let field = line.match_indices(',').find(|(at, _)| {
        let after = line[at + 1..].trim_start();
        let name = after.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_');
        name.len() < after.len() && name.trim_start().starts_with(':')
    });
    field.map_or_else(|| line.trim_end_matches([')', ']', '}', ',', ' ']).len(), |(at, _)| at)
}

/// Where the closing quote stands in what follows the opening one.
pub fn string_end(body: &str) -> Option<usize> {
    let bytes = body.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => return Some(at),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    None
}

/// Where the scenario begins, after `#![enable(…)]`.
fn head(text: &str) -> usize {
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with("#![") { text[start..].find(")]").map_or(start, |at| start + at + 2) } else { start }
}

/// Where the brackets that open after `from` are all closed again, in a text that is known to be sound.
pub fn balanced_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (from, 0usize);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at;
                }
            }
            b'"' => at += string_end(&text[at..]).map_or(0, |end| end + 1),
            b'/' if bytes.get(at) == Some(&b'/') => at += text[at..].find('\n').unwrap_or(text.len() - at),
            b'/' if bytes.get(at) == Some(&b'*') => at += comment_end(&text[at - 1..]) - 1,
            _ => {}
        }
    }
    from
}

fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

fn written(sign: u8) -> &'static str {
    match sign {
        b')' => ")",
        b']' => "]",
        _ => "}",
    }
}
