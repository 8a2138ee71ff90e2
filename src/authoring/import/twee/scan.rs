//! One passage read from its first sign to its last: what is said, where it leads, what is left out. What all formats
//! share stands here (and in `html`); a format adds its own grammar. Hooks are counted on a stack, nothing recurses.

use super::super::{LeftOut, What};
use super::{chapbook, harlowe, html, snowman, sugarcube};
use indexmap::IndexSet;

/// Which grammars a story is read by: that of its format, or those that show in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grammars {
    pub harlowe: bool,
    pub sugarcube: bool,
    pub chapbook: bool,
    pub snowman: bool,
    /// `StoryData` says so.
    pub declared: bool,
}

/// A part of a passage.
#[derive(Clone, Debug)]
pub enum Part {
    Text(String),
    /// Words that lead on; `to` is empty where they only show more.
    Words {
        words: String,
        to: Option<To>,
    },
    /// Another passage is shown here.
    Include(To),
}

/// A passage that is named somewhere.
#[derive(Clone, Debug)]
pub struct To {
    pub name: String,
    pub line: usize,
}

/// What is open around the place that is read.
#[derive(Debug)]
pub enum Hook {
    /// Its brackets are signs.
    Plain,
    /// Its brackets are read aloud.
    Bracket,
    /// Words that may turn out to lead on: their part.
    Link(usize),
}

/// How far the end of code is looked for after one was not found.
const NEAR: usize = 256;

pub struct Scan<'s> {
    source: &'s str,
    at: usize,
    line: usize,
    file: &'s str,
    grammars: Grammars,
    /// Names of all passages.
    names: &'s IndexSet<String>,
    pub hooks: Vec<Hook>,
    parts: Vec<Part>,
    left_out: Vec<LeftOut>,
    mentioned: IndexSet<usize>,
    /// Ends that do not come any more.
    gone: Vec<&'static str>,
    near: bool,
}

/// What came of a passage.
#[derive(Debug, Default)]
pub struct Scanned {
    pub parts: Vec<Part>,
    pub left_out: Vec<LeftOut>,
    /// Passages whose names stand in code that was left out.
    pub mentioned: IndexSet<usize>,
}

pub fn scan(passage: &super::passages::Passage, grammars: Grammars, names: &IndexSet<String>) -> Scanned {
    let mut scan = Scan {
        source: &passage.source,
        at: 0,
        line: passage.line,
        file: &passage.file,
        grammars,
        names,
        hooks: Vec::new(),
        parts: Vec::new(),
        left_out: Vec::new(),
        mentioned: IndexSet::new(),
        gone: Vec::new(),
        near: false,
    };
    if grammars.chapbook {
        chapbook::variables(&mut scan);
    }
    while let Some(first) = scan.rest().chars().next() {
        if !scan.take() {
            let length = first.len_utf8();
            let here = &scan.rest()[..length];
            scan.text(here);
            scan.skip(length);
        }
    }
    Scanned { parts: scan.parts, left_out: scan.left_out, mentioned: scan.mentioned }
}

impl<'s> Scan<'s> {
    /// Takes what is no plain sign; `false` where it is one.
    fn take(&mut self) -> bool {
        let grammars = self.grammars;
        let rest = self.rest();
        let comments = grammars.sugarcube || !grammars.declared;
        match rest.as_bytes()[0] {
            b'[' if link(self) => true,
            b'/' if comments && (self.comment("/*", "*/") || self.comment("/%", "%/")) => true,
            b'<' | b'&' | b'!' | b'd' if html::take(self) => true,
            // The line goes on below.
            b'\\' if rest.starts_with("\\\n") => {
                self.skip(2);
                true
            }
            // Every grammar begins with one of these; most signs are none of them.
            b'(' | b'|' | b'[' | b']' | b'$' | b'<' | b'{' | b'_' => {
                (grammars.snowman && snowman::take(self))
                    || (grammars.chapbook && chapbook::take(self))
                    || (grammars.sugarcube && sugarcube::take(self))
                    || (grammars.harlowe && harlowe::take(self))
            }
            _ => false,
        }
    }

    pub fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    pub fn at_line_start(&self) -> bool {
        self.at == 0 || self.source.as_bytes()[self.at - 1] == b'\n'
    }

    /// Whether brackets are hooks wherever they stand.
    pub fn only_harlowe(&self) -> bool {
        self.grammars.harlowe && self.grammars.declared
    }

    pub fn skip(&mut self, length: usize) {
        self.line += self.source[self.at..self.at + length].matches('\n').count();
        self.at += length;
    }

    pub fn text(&mut self, text: &str) {
        match self.parts.last_mut() {
            Some(Part::Text(before)) => before.push_str(text),
            _ => self.parts.push(Part::Text(text.to_owned())),
        }
    }

    fn to(&self, name: &str) -> To {
        To { name: name.trim().to_owned(), line: self.line }
    }

    pub fn way(&mut self, length: usize, words: &str, to: &str) {
        let to = Some(self.to(to));
        self.parts.push(Part::Words { words: spoken(words), to });
        self.skip(length);
    }

    /// Words that lead on only if something in their hook does; the number of their part.
    pub fn words(&mut self, length: usize, words: &str) -> usize {
        self.parts.push(Part::Words { words: spoken(words), to: None });
        self.skip(length);
        self.parts.len() - 1
    }

    /// Leads on by itself, or by the words around it.
    pub fn goto(&mut self, length: usize, name: &str) {
        const FAR: usize = 64;
        let here = Some(self.to(name));
        let link = self.hooks.iter().rev().take(FAR).find_map(|hook| match hook {
            Hook::Link(at) => Some(*at),
            _ => None,
        });
        let words = link.and_then(|at| match &mut self.parts[at] {
            Part::Words { words, to: to @ None } => {
                *to = here.clone();
                Some(words)
            }
            _ => None,
        });
        if words.is_none() {
            self.parts.push(Part::Words { words: String::new(), to: here });
        }
        self.skip(length);
    }

    pub fn include(&mut self, length: usize, name: &str) {
        let to = self.to(name);
        self.parts.push(Part::Include(to));
        self.skip(length);
    }

    /// A way whose end is worked out while the story is played. Its words stay.
    pub fn dynamic(&mut self, length: usize, words: &str) {
        let code = &self.rest()[..length];
        self.mention(code);
        let code = if length == 0 { words } else { code };
        self.left_out.push(LeftOut::new(self.line, What::WorkedOut, code).of(self.file));
        self.words(length, words);
    }

    pub fn leave_out(&mut self, length: usize, what: What) {
        let code = &self.rest()[..length];
        if !code.trim().is_empty() {
            self.left_out.push(LeftOut::new(self.line, what, code).of(self.file));
            if matches!(what, What::Macro | What::Code) {
                self.mention(code);
            }
        }
        self.skip(length);
    }

    /// Code that does not end: what is left of its line, up to a link.
    pub fn broken(&mut self, what: What) {
        let line = line(self.rest());
        let first = line.chars().next().map_or(0, char::len_utf8);
        let length = line[first..].find("[[").map_or(line.len(), |at| at + first);
        self.leave_out(length.max(first), what);
    }

    /// A variable of a program, which stands for what nobody knows here.
    pub fn variable(&mut self, sign: &str) -> bool {
        let Some(name) = self.rest().strip_prefix(sign) else { return false };
        if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
            return false;
        }
        let length = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(name.len());
        // `$a.b` and `$a[0]` are one value.
        let mut all = length;
        let bytes = name.as_bytes();
        loop {
            let more = &bytes[all..];
            if more.first() == Some(&b'.') && more.get(1).is_some_and(u8::is_ascii_alphabetic) {
                all += 1 + more[1..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
            } else if more.first() == Some(&b'[')
                && more.get(1) != Some(&b'[')
                && let Some(end) = more.iter().take(64).position(|byte| *byte == b']')
                && more[1..end].iter().all(|byte| byte.is_ascii_alphanumeric() || b"_$\"'".contains(byte))
            {
                all += end + 1;
            } else {
                break;
            }
        }
        self.leave_out(sign.len() + all, What::Macro);
        true
    }

    fn comment(&mut self, begin: &str, end: &'static str) -> bool {
        if !self.rest().starts_with(begin) {
            return false;
        }
        let Some(length) = self.until(end) else { return false };
        self.leave_out(length, What::Comment);
        true
    }

    /// How far it is to the end of `end`. What is not there is not looked for again.
    pub fn until(&mut self, end: &'static str) -> Option<usize> {
        if self.gone.contains(&end) {
            return None;
        }
        let found = self.rest().find(end).map(|at| at + end.len());
        if found.is_none() {
            self.gone.push(end);
        }
        found
    }

    /// How long code is that begins here and ends with `end` outside of quotes, links and inner brackets.
    pub fn code_end(&mut self, first: usize, end: &str, nest: Option<(u8, u8)>) -> Option<usize> {
        let rest = self.rest().as_bytes();
        let window = if self.near { rest.len().min(NEAR) } else { rest.len() };
        let length = ends(&rest[..window], first, end.as_bytes(), nest);
        // A quote that is never closed should not cost the rest of the passage.
        let line = rest[..window].iter().position(|byte| *byte == b'\n').unwrap_or(window);
        let plain = || {
            let line = &self.rest().as_bytes()[first..line.max(first)];
            line.windows(end.len()).position(|part| part == end.as_bytes()).map(|at| first + at + end.len())
        };
        let found = length.or_else(plain);
        self.near |= length.is_none();
        found
    }

    /// Notes which passages code names: by its quoted texts and links.
    fn mention(&mut self, code: &str) {
        let mut rest = code;
        while let Some(at) = rest.find(['"', '\'', '[']) {
            let sign = rest.as_bytes()[at];
            rest = &rest[at + 1..];
            let end = if sign == b'[' { b']' } else { sign };
            // No name is longer.
            const LONGEST: usize = 200;
            let Some(length) = rest.bytes().take(LONGEST).position(|byte| byte == end || byte == b'\n') else { continue };
            let inside = rest[..length].trim_start_matches('[');
            let (_, to) = parts_of_link(inside);
            for name in [inside, &to] {
                self.mentioned.extend(self.names.get_index_of(name.trim()));
            }
            if rest.as_bytes()[length] == end && self.names.contains(inside.trim()) {
                rest = &rest[length + 1..];
            }
        }
    }
}

/// Position behind the end of code, its beginning left out.
fn ends(code: &[u8], first: usize, end: &[u8], nest: Option<(u8, u8)>) -> Option<usize> {
    let (mut at, mut depth) = (first, 0usize);
    let mut quote = None;
    while at < code.len() {
        let byte = code[at];
        match quote {
            Some(_) if byte == b'\\' => at += 1,
            Some(sign) if byte == sign => quote = None,
            Some(_) => {}
            // `$list's 1st` is no quote.
            None if byte == b'"' || (byte == b'\'' && !code[..at].last().is_some_and(u8::is_ascii_alphanumeric)) => {
                quote = Some(byte);
            }
            None => match nest {
                Some((open, _)) if byte == open => depth += 1,
                Some((_, close)) if byte == close => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return Some(at + 1);
                    }
                }
                None if code[at..].starts_with(end) => return Some(at + end.len()),
                // What stands in a link is a name.
                None if code[at..].starts_with(b"[[") => {
                    if let Some(length) = code[at..].windows(2).take(NEAR).position(|pair| pair == b"]]") {
                        at += length + 1;
                    }
                }
                _ => {}
            },
        }
        at += 1;
    }
    None
}

/// The line that a text begins with, or as much of it as a link may be long.
pub fn line(text: &str) -> &str {
    const LONGEST: usize = 2000;
    let near = &text[..text.floor_char_boundary(LONGEST)];
    &near[..near.find('\n').unwrap_or(near.len())]
}

/// `[[target]]`, `[[text|target]]`, `[[text->target]]`, `[[target<-text]]`, with or without `[$setter]`.
fn link(scan: &mut Scan) -> bool {
    let rest = scan.rest();
    // A hook whose first sign is a link: `[[[name]]]`.
    if rest.starts_with("[[[") {
        return false;
    }
    if rest.starts_with("[img[") || rest.starts_with("[<img[") || rest.starts_with("[>img[") {
        return picture(scan);
    }
    let Some(inside) = rest.strip_prefix("[[") else { return false };
    let line = line(inside);
    let Some(end) = line.find("]]") else { return false };
    let whole = line[..end].split("][").next().unwrap_or_default();
    let setter = whole.len() < end;
    // A setter may end with a bracket of its own.
    let more = usize::from(setter && line[end + 2..].starts_with(']'));
    let (words, to) = parts_of_link(whole);
    if to.is_empty() {
        scan.leave_out(end + 4, What::Nowhere);
        return true;
    }
    scan.way(end + 4 + more, &words, &to);
    true
}

/// `[img[title|source]]`, perhaps with `[target]`.
fn picture(scan: &mut Scan) -> bool {
    let line = line(scan.rest());
    let Some(end) = line.find("]]") else { return false };
    let mut parts = line[..end].split("][");
    let words = parts.next().unwrap_or_default().rsplit('[').next().unwrap_or_default();
    let target = parts.next().map(|target| parts_of_link(target).1);
    let words = words.split_once('|').map_or("", |(words, _)| words).to_owned();
    scan.leave_out(end + 2, What::Picture);
    if let Some(to) = target {
        scan.way(0, &words, &to);
    }
    true
}

/// Words and target of what stands in a link.
pub fn parts_of_link(whole: &str) -> (String, String) {
    let (words, to) = if let Some((words, to)) = whole.rsplit_once("->") {
        (words, to)
    } else if let Some((to, words)) = whole.split_once("<-") {
        (words, to)
    } else {
        whole.rsplit_once('|').unwrap_or((whole, whole))
    };
    let words = if words.trim().is_empty() { to } else { words };
    (words.trim().to_owned(), to.trim().to_owned())
}

/// The text that code writes in quotes, if it is nothing else.
pub fn literal(code: &str) -> Option<String> {
    let code = code.trim();
    let sign = code.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let inside = code[1..].strip_suffix(sign)?;
    let mut out = String::new();
    let mut chars = inside.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next().map(|c| if c == 'n' { '\n' } else { c })),
            c if c == sign => return None,
            c => out.push(c),
        }
    }
    Some(out)
}

/// Arguments of code, cut at commas outside of quotes and brackets.
pub fn split(code: &str) -> Vec<&str> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0usize);
    let (mut quote, mut escaped, mut before) = (None, false, ' ');
    for (at, c) in code.char_indices() {
        match (quote, c) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(sign), c) if c == sign => quote = None,
            (Some(_), _) => {}
            (None, '"') => quote = Some(c),
            (None, '\'') if !before.is_ascii_alphanumeric() => quote = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 0 => {
                parts.push(&code[from..at]);
                from = at + 1;
            }
            _ => {}
        }
        before = c;
    }
    parts.push(&code[from..]);
    parts
}

/// The text that a function of JavaScript is called with.
pub fn called_with(code: &str, function: &str) -> Option<String> {
    let (_, after) = code.split_once(function)?;
    let sign = after.trim_start().chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let inside = &after.trim_start()[1..];
    Some(inside[..inside.find(sign)?].to_owned())
}

pub fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic()) && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// Words of a link as they are heard: without pictures and marks of HTML.
fn spoken(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>');
        match end {
            Some(end) if rest[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
                out.push_str(&rest[..at]);
                rest = &rest[at + end + 1..];
            }
            _ => {
                out.push_str(&rest[..=at]);
                rest = &rest[at + 1..];
            }
        }
    }
    out.push_str(rest);
    html::plain(out.trim())
}
