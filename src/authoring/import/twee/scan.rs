//! One passage read from its first sign to its last: what is said, where it leads, what is left out. What all formats
//! share stands here, in `links` and in `html`; a format adds its own grammar. Hooks are counted on a stack, nothing recurses.

use super::super::{LeftOut, What};
use super::code::{LONGEST_LINK, NEAR, ends, line};
use super::links::{link, parts_of_link, spoken};
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
    /// Words of a way that was lost.
    Lost(String),
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
    /// Where the next `]]` stands, as far as it was looked for.
    link_end: Option<usize>,
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
        source: passage.source.trim_end(),
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
        link_end: None,
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
            // The line goes on below, or goes on from above.
            b'\\' if rest.starts_with("\\\n") => {
                self.skip(2);
                true
            }
            b'\\' if grammars.sugarcube && self.at_line_start() => {
                self.skip(1);
                true
            }
            b'\'' | b'/' | b'*' | b'~' | b'^' if self.is_mark() => {
                self.skip(2);
                true
            }
            b'_' if grammars.harlowe || grammars.sugarcube => {
                let before = self.source.as_bytes()[..self.at].last().copied().unwrap_or(b' ');
                !(before.is_ascii_alphanumeric() || before == b'_') && self.variable("_")
            }
            // Every grammar begins with one of these; most signs are none of them.
            b'(' | b'|' | b'[' | b']' | b'$' | b'<' | b'{' | b'}' => {
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

    /// Whether a mark for bold, italic or the like stands here, which nobody hears.
    fn is_mark(&self) -> bool {
        let Grammars { harlowe, sugarcube, chapbook, snowman, .. } = self.grammars;
        match self.rest().as_bytes().get(..2) {
            Some(b"//") => (harlowe || sugarcube) && !self.source[..self.at].ends_with(':'),
            Some(b"''" | b"^^") => harlowe || sugarcube,
            Some(b"**") => harlowe || chapbook || snowman,
            Some(b"~~") => harlowe || sugarcube || chapbook || snowman,
            _ => false,
        }
    }

    pub fn at_line_start(&self) -> bool {
        self.at == 0 || self.source.as_bytes()[self.at - 1] == b'\n'
    }

    /// Whether brackets are hooks wherever they stand.
    pub fn only_harlowe(&self) -> bool {
        let Grammars { harlowe, sugarcube, chapbook, snowman, .. } = self.grammars;
        harlowe && !sugarcube && !chapbook && !snowman
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
        self.parts.push(Part::Lost(spoken(words)));
        self.skip(length);
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

    /// Whether a link could end before it is too long to be one. The next end is looked for once, not for each bracket.
    pub fn link_may_end(&mut self) -> bool {
        if self.link_end.is_none_or(|end| end < self.at) {
            self.link_end = Some(self.rest().find("]]").map_or(usize::MAX, |length| self.at + length));
        }
        self.link_end.is_some_and(|end| end - self.at <= LONGEST_LINK)
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
        let sign = end.as_bytes();
        // Where it stands nowhere there is nothing to be read: a row of beginnings asks for each of them.
        if memchr::memmem::find(rest[..window].get(first..)?, sign).is_none() {
            self.near = true;
            return None;
        }
        let length = ends(&rest[..window], first, sign, nest);
        // A quote that is never closed should not cost the rest of the passage.
        let plain = || {
            let end = rest[..window].iter().position(|byte| *byte == b'\n').unwrap_or(window);
            let line = &rest[first.min(end)..end];
            line.windows(sign.len()).position(|part| part == sign).map(|at| first + at + sign.len())
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
            let Some(length) = rest.bytes().take(LONGEST).position(|byte| byte == end || byte == b'\n') else {
                continue;
            };
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
