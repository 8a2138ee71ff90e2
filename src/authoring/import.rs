//! What instructors already have as scenarios, as far as a scenario can say it; what was left out is listed.
//!
//! Twee 3 stories (Twine) and Utrecht scenarios (UUDSL 4.x), as a file or in a ZIP archive; which it is shows from
//! the contents.

mod twee;
mod uudsl;

use super::format::format;
use crate::locale::shortened;
use crate::scenario::bundle::MAX_FILE_BYTES;
use crate::scenario::syntax::is_invisible;
use crate::scenario::zip;
use indexmap::{IndexMap, IndexSet};
use std::fmt::Write;
use strum::IntoStaticStr;
use twee::{Passage, Story};

/// Something that could not be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// From 1.
    pub line: usize,
    pub what: What,
    /// As it was written, shortened.
    pub text: String,
}

impl LeftOut {
    fn new(line: usize, what: What, text: &str) -> Self {
        let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { line, what, text: shortened(&one_line, 80) }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "import-", const_into_str)]
pub enum What {
    /// `<<set …>>`, `(if: …)`, `$variable`
    Macro,
    Html,
    Picture,
    /// A passage of script or style.
    Code,
    /// A link to a passage that is not there.
    #[strum(serialize = "no-passage")]
    Nowhere,
    /// The words of a passage's only link: one way on is no choice.
    OnlyLink,
    /// More links than a choice holds.
    #[strum(serialize = "too-many")]
    TooManyLinks,
    /// A score made of parameters.
    Score,
    /// A parameter of a type that no variable can hold.
    Parameter,
    /// Media, intents and whatever else an installation adds to statements.
    Property,
    Condition,
    Effect,
    /// Another subject could be taken up in the middle of one.
    JumpPoint,
    /// What the player says where there is nothing to choose: told instead.
    OnlyWay,
    /// The computer could have gone on instead of the player.
    Rival,
    /// Always the way where none of the others is.
    Otherwise,
    /// A way back to what came before it.
    Circle,
    Unreached,
    IdTwice,
    /// More subjects at a time than there are keys.
    TooManySubjects,
    /// Fewer visitors fit than there are characters.
    TooManyCharacters,
    /// A language that we have no texts in.
    Language,
    Unknown,
}

impl What {
    /// Fluent message, with the arguments `line` and `text`.
    pub const fn text_id(self) -> &'static str {
        self.into_str()
    }
}

/// Why nothing could be imported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("the file is not UTF-8")]
    NotUtf8,
    #[error("there is no passage and no statement in it")]
    Nothing,
    #[error("no statement in it can ever be said")]
    NothingSaid,
    #[error("line {line}: {cause}")]
    Xml { line: usize, cause: String },
    #[error("this XML is no Utrecht scenario")]
    NotUudsl,
    #[error("it is too large for one scenario")]
    TooLarge,
    #[error(transparent)]
    Zip(#[from] zip::ZipError),
}

#[derive(Clone, Debug)]
pub struct Imported {
    pub scenario: String,
    /// Passages that became nodes.
    pub passages: usize,
    /// Options that wait for their acts.
    pub options: usize,
    pub left_out: Vec<LeftOut>,
}

/// Words that the made file needs, in the author's language.
pub struct Words<'w> {
    pub language: &'w str,
    /// Above a scenario made of a Twee story.
    pub header: &'w str,
    /// Above one made of a Utrecht scenario.
    pub header_uudsl: &'w str,
    pub untitled: &'w str,
    pub visitor: &'w str,
    pub todo: &'w str,
    pub nowhere: &'w str,
    /// What the trainee says to open a subject.
    pub subject: &'w dyn Fn(&str) -> String,
    /// What the trainee says where there is nothing to choose, as narration.
    pub said: &'w dyn Fn(&str) -> String,
    /// To go on with a subject that may be left.
    pub go_on: &'w str,
    /// To leave it.
    pub leave: &'w str,
    pub over: &'w str,
}

/// Whatever it is, as a scenario.
pub fn import(bytes: &[u8], words: &Words) -> Result<Imported, ImportError> {
    let unpacked;
    let bytes = if zip::is_zip(bytes) {
        unpacked = story(bytes, MAX_FILE_BYTES as usize)?;
        unpacked.as_slice()
    } else {
        bytes
    };
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(ImportError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| ImportError::NotUtf8)?;
    if uudsl::is_uudsl(text) {
        return uudsl::uudsl(text, words);
    }
    twee(text, words).ok_or(ImportError::Nothing)
}

/// The first entry of an archive whose name ends like a scenario or a story.
fn story(bytes: &[u8], limit: usize) -> Result<Vec<u8>, zip::ZipError> {
    let entries = zip::directory(bytes)?;
    let ends = |entry: &&zip::ZipEntry, endings: &[&str]| {
        let name = entry.name.to_ascii_lowercase();
        !entry.is_hidden() && endings.iter().any(|ending| name.ends_with(ending))
    };
    let xml = entries.iter().find(|entry| ends(entry, &[".xml"]));
    let entry = xml.or_else(|| entries.iter().find(|entry| ends(entry, &[".twee", ".tw"])));
    zip::unpack(bytes, entry.ok_or(zip::ZipError::Empty)?, limit)
}

const MOST: usize = crate::scenario::model::MAX_OPTIONS;

/// The story as the text of a `scenario.ron`; `None` where there is no passage.
pub fn twee(text: &str, words: &Words) -> Option<Imported> {
    let mut story = Story::read(text);
    if let Some(start) = story.start_at() {
        let first = story.passages.remove(start);
        story.passages.insert(0, first);
    }
    if story.passages.is_empty() {
        return None;
    }
    let ids = ids(&story.passages);
    let mut writer =
        Writer { ids: &ids, words, out: String::new(), options: 0, left_out: story.left_out, astray: false };
    for (at, passage) in story.passages.iter().enumerate() {
        writer.passage(passage, at);
    }
    if writer.astray {
        let _ =
            writeln!(writer.out, "\"nowhere\": End(outcome: Unresolved, title: {0}, say: {0}),", quoted(words.nowhere));
    }
    let mut scenario = String::new();
    for line in words.header.lines() {
        let _ = writeln!(scenario, "// {line}");
    }
    let title = story.title.as_deref().unwrap_or(words.untitled);
    let _ = write!(
        scenario,
        "Scenario(\ntitle: {}, \nlanguage: {},\nplays_on: \"2026-01-05\",\nvisitors: {{ \"visitor\": (name: {}) }},\n\nnodes: {{\n{}}},\n)\n",
        quoted(title),
        quoted(words.language),
        quoted(words.visitor),
        writer.out,
    );
    let tidy = format(scenario.as_bytes()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    writer.left_out.sort_by_key(|one| one.line);
    Some(Imported {
        scenario: tidy.unwrap_or(scenario),
        passages: story.passages.len(),
        options: writer.options,
        left_out: writer.left_out,
    })
}

/// Passage name → id; names that are no ids are numbered.
fn ids(passages: &[Passage]) -> IndexMap<String, String> {
    let mut ids: IndexMap<String, String> = IndexMap::new();
    for (at, passage) in passages.iter().enumerate() {
        let slug: String = (passage.name.to_lowercase().chars())
            .map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' })
            .collect();
        let plain = passage.name.is_ascii() && slug.starts_with(|c: char| c.is_ascii_lowercase());
        let taken = |id: &String| ids.values().any(|known| known == id) || id == "return" || id == "nowhere";
        let id =
            if plain && !taken(&slug) && !slug.ends_with("_choice") { slug } else { format!("passage-{}", at + 1) };
        ids.entry(passage.name.clone()).or_insert(id);
    }
    ids
}

struct Writer<'a> {
    ids: &'a IndexMap<String, String>,
    words: &'a Words<'a>,
    out: String,
    options: usize,
    left_out: Vec<LeftOut>,
    /// Some link leads to a passage that is not there.
    astray: bool,
}

impl Writer<'_> {
    fn passage(&mut self, passage: &Passage, at: usize) {
        let Some(id) = self.ids.get(&passage.name).cloned() else { return };
        let text = if passage.text.is_empty() { &passage.name } else { &passage.text };
        let said = quoted(text);
        if at > 0 {
            self.out.push('\n');
        }
        let _ = writeln!(self.out, "// {}", comment_line(&passage.name));
        for link in passage.links.iter().skip(MOST) {
            self.left_out.push(LeftOut { line: passage.line, what: What::TooManyLinks, text: link.text.clone() });
        }
        match passage.links.as_slice() {
            [] => {
                let title = quoted(&passage.name);
                let _ = writeln!(self.out, "\"{id}\": End(\noutcome: Unresolved,\ntitle: {title},\nsay: {said},\n),");
            }
            [only] => {
                if !only.text.is_empty() && only.text != only.target {
                    self.left_out.push(LeftOut { line: passage.line, what: What::OnlyLink, text: only.text.clone() });
                }
                let to = self.target(&only.target, passage.line);
                let _ = writeln!(self.out, "\"{id}\": Line(\nwho: \"visitor\",\nsay: {said},\nthen: \"{to}\",\n),");
            }
            links => {
                let _ = writeln!(
                    self.out,
                    "\"{id}\": Line(\nwho: \"visitor\",\nsay: {said},\nthen: \"{id}_choice\",\n),\n// {}\n\"{id}_choice\": OrderedChoice([",
                    self.words.todo
                );
                for link in links.iter().take(MOST) {
                    let to = self.target(&link.target, passage.line);
                    let text = if link.text.is_empty() { &link.target } else { &link.text };
                    let _ = writeln!(self.out, "(say: {}, acts: [], then: \"{to}\"),", quoted(text));
                    self.options += 1;
                }
                self.out.push_str("]),\n");
            }
        }
    }

    fn target(&mut self, name: &str, line: usize) -> String {
        match self.ids.get(name) {
            Some(id) => id.clone(),
            None => {
                self.astray = true;
                self.left_out.push(LeftOut { line, what: What::Nowhere, text: name.to_owned() });
                "nowhere".to_owned()
            }
        }
    }
}

/// A name as an id: lower-case ASCII, and no other's.
fn slug(name: &str, otherwise: &str, used: &mut IndexSet<String>) -> String {
    const LONG: usize = 40;
    let ascii = name.to_lowercase();
    let ascii = ascii.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' });
    let plain: String = ascii.collect::<String>().trim_matches('_').chars().take(LONG).collect();
    let base = if plain.starts_with(|c: char| c.is_ascii_lowercase()) { plain } else { otherwise.to_owned() + &plain };
    let mut id = base.clone();
    let mut number = used.len();
    while id == "return" || used.contains(&id) {
        number += 1;
        id = format!("{base}-{number}");
    }
    used.insert(id.clone());
    id
}

/// A text in a comment of one line.
fn comment_line(text: &str) -> String {
    text.chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }).filter(|c| !is_invisible(*c)).collect()
}

/// A text as RON writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.trim().chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if is_invisible(c) => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
