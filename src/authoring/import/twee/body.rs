//! What a passage comes to: its text, and the ways out of it, with what it shows of other passages.

use super::super::{LeftOut, What};
use super::scan::{Part, Scanned, To};
use indexmap::{IndexMap, IndexSet};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub words: String,
    /// Position of the passage; `None` where there is none of that name.
    pub to: Option<usize>,
    /// As it is written.
    pub name: String,
    pub line: usize,
    pub file: String,
    /// Its words stay in the sentence that they belong to.
    pub in_text: bool,
}

#[derive(Debug, Default)]
pub struct Body {
    pub text: String,
    pub ways: Vec<Way>,
    /// Passages that code names which was left out.
    pub mentioned: IndexSet<usize>,
}

/// Passages by name, with their files and what was read of them.
pub struct Read<'s> {
    pub names: &'s IndexSet<String>,
    pub files: Vec<&'s str>,
    pub scanned: &'s [Scanned],
}

/// Passages shown in one, all in all, and one inside another.
const MOST_SHOWN: usize = 64;
const DEEPEST: usize = 8;
/// Text of a passage from which on no other is shown in it, in bytes.
const LONG: usize = 64 << 10;

impl Read<'_> {
    /// The position of the passage of a name, which may be written with backslashes.
    pub fn find(&self, name: &str) -> Option<usize> {
        let plain = || name.chars().filter(|c| *c != '\\').collect::<String>();
        self.names.get_index_of(name).or_else(|| self.names.get_index_of(plain().trim()))
    }

    pub fn body(&self, at: usize, left_out: &mut Vec<LeftOut>) -> Body {
        let mut body = Body::default();
        let mut lines = Lines::default();
        let mut shown = 0;
        // The parts that are still to come, of the passage and of those shown in it.
        let mut open = vec![(at, self.scanned[at].parts.iter())];
        body.mentioned.extend(&self.scanned[at].mentioned);
        while let Some((passage, parts)) = open.last_mut() {
            let passage = *passage;
            let Some(part) = parts.next() else {
                open.pop();
                continue;
            };
            match part {
                Part::Text(text) => lines.text(text),
                Part::Words { words, to: None } => lines.text(words),
                Part::Lost(words) => lines.leads(words),
                Part::Words { words, to: Some(to) } => lines.way(words, self.way(words, to, self.files[passage])),
                Part::Include(to) => {
                    let known = self.find(&to.name);
                    let fits = shown < MOST_SHOWN && open.len() < DEEPEST && lines.length < LONG;
                    match known.filter(|inner| fits && !open.iter().any(|(outer, _)| outer == inner)) {
                        Some(inner) => {
                            shown += 1;
                            body.mentioned.extend(&self.scanned[inner].mentioned);
                            open.push((inner, self.scanned[inner].parts.iter()));
                        }
                        None => {
                            let what = if known.is_some() { What::Shown } else { What::Nowhere };
                            left_out.push(LeftOut::new(to.line, what, &to.name).of(self.files[passage]));
                        }
                    }
                }
            }
        }
        (body.text, body.ways) = lines.finish();
        body
    }

    fn way(&self, words: &str, to: &To, file: &str) -> Way {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Way {
            words,
            to: self.find(&to.name),
            name: to.name.clone(),
            line: to.line,
            file: file.to_owned(),
            in_text: false,
        }
    }
}

/// A text line by line: on a line that says something, words that lead on are part of it; else they only lead on.
#[derive(Default)]
struct Lines {
    done: String,
    /// The line with the words of its links, and whether it says anything without them.
    line: String,
    says: bool,
    /// Whether any way begins on the line, and how many were known before it.
    leads: bool,
    before: usize,
    ways: IndexMap<(String, String), Way>,
    length: usize,
}

impl Lines {
    fn text(&mut self, text: &str) {
        self.length += text.len();
        for (at, part) in text.split('\n').enumerate() {
            if at > 0 {
                self.end_line();
            }
            self.line.push_str(part);
            self.says |= part.chars().any(char::is_alphabetic);
        }
    }

    fn way(&mut self, words: &str, way: Way) {
        self.leads(words);
        self.ways.entry((way.words.clone(), way.name.clone())).or_insert(way);
    }

    /// Words that lead somewhere else, known or not.
    fn leads(&mut self, words: &str) {
        self.length += words.len();
        self.line.push_str(&words.replace('\n', " "));
        self.leads = true;
    }

    fn end_line(&mut self) {
        if self.says || !self.leads {
            let words: Vec<&str> = self.line.split([' ', '\t']).filter(|word| !word.is_empty()).collect();
            self.done.push_str(words.join(" ").trim());
            self.ways.values_mut().skip(self.before).for_each(|way| way.in_text = true);
            self.done.push('\n');
        }
        self.line.clear();
        (self.says, self.leads, self.before) = (false, false, self.ways.len());
    }

    fn finish(mut self) -> (String, Vec<Way>) {
        self.end_line();
        let mut text = String::new();
        let mut blank = 0;
        for line in self.done.trim().lines() {
            blank = if line.trim().is_empty() { blank + 1 } else { 0 };
            // One line stays free between paragraphs.
            if blank < 2 {
                text.push_str(line);
                text.push('\n');
            }
        }
        (text.trim().to_owned(), self.ways.into_values().collect())
    }
}
