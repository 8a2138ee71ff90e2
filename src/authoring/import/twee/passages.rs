//! The passages of Twee 3 files, with what the special ones say of the story.

use super::super::{LeftOut, What};
use indexmap::IndexMap;

#[derive(Clone, Debug, Default)]
pub struct Passage {
    pub name: String,
    /// Empty where the story is one file.
    pub file: String,
    /// Where its text begins, from 1.
    pub line: usize,
    pub source: String,
}

/// One file as it was read, line ends as `\n`.
pub struct File {
    /// Empty where the story is one file.
    pub name: String,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct Story {
    pub title: Option<String>,
    pub author: Option<String>,
    pub format: Option<String>,
    /// Name of the passage that it begins with.
    pub start: Option<String>,
    pub passages: IndexMap<String, Passage>,
    pub left_out: Vec<LeftOut>,
}

/// A passage as it stands in the file.
pub struct Raw {
    pub tags: Vec<String>,
    pub passage: Passage,
    /// Where it begins, from 1.
    pub head: usize,
}

/// Special passages of all formats and compilers; nobody says what stands in them.
const SPECIAL: [&str; 16] = [
    "StorySubtitle",
    "StoryMenu",
    "StoryCaption",
    "StoryBanner",
    "StoryInterface",
    "StoryShare",
    "StoryDisplayTitle",
    "StorySettings",
    "StoryIncludes",
    "PassageHeader",
    "PassageFooter",
    "PassageReady",
    "PassageDone",
    "MenuOptions",
    "MenuStory",
    "MenuShare",
];
/// Special passages that are code.
const CODE: [&str; 4] = ["StoryInit", "StoryScript", "StoryStylesheet", "ClickToPlay"];
/// Tags of passages that are code, or notes of the author, or part of each passage.
const SPECIAL_TAGS: [&str; 12] = [
    "header",
    "footer",
    "startup",
    "init",
    "annotation",
    "widget",
    "twine.private",
    "debug-header",
    "debug-footer",
    "debug-startup",
    "twine.twee",
    "twee.private",
];
const MEDIA_TAGS: [&str; 4] = ["twine.image", "twine.audio", "twine.video", "twine.vtt"];

impl Story {
    pub fn read(files: &[File]) -> Self {
        let mut story = Self::default();
        for file in files {
            let mut open: Option<Raw> = None;
            for (at, line) in file.text.lines().enumerate() {
                if let Some(header) = line.strip_prefix("::") {
                    story.take_over(open.take());
                    let (name, tags) = heading(header);
                    let passage = Passage { name, file: file.name.clone(), line: at + 2, source: String::new() };
                    open = Some(Raw { tags, passage, head: at + 1 });
                } else if let Some(Raw { passage, .. }) = &mut open {
                    // A line that would be a head is written with a backslash before it.
                    let line = if line.starts_with("\\::") { &line[1..] } else { line };
                    passage.source.push_str(line);
                    passage.source.push('\n');
                }
            }
            story.take_over(open);
        }
        story
    }

    /// Puts a passage where it belongs.
    pub fn take_over(&mut self, raw: Option<Raw>) {
        let Some(Raw { tags, passage, head }) = raw else { return };
        let tagged = |known: &[&str]| tags.iter().any(|tag| known.contains(&tag.to_ascii_lowercase().as_str()));
        let name = passage.name.as_str();
        let whole = || Some(passage.source.trim().to_owned()).filter(|text| !text.is_empty());
        let what = match name {
            "StoryTitle" => return self.title = whole(),
            "StoryAuthor" => return self.author = whole(),
            "StoryData" => return self.data(&passage),
            _ if tagged(&["script", "stylesheet"]) || CODE.contains(&name) => What::Code,
            _ if tagged(&MEDIA_TAGS) => What::Picture,
            _ if tagged(&SPECIAL_TAGS) || SPECIAL.contains(&name) => What::Special,
            _ => {
                if self.passages.contains_key(name) {
                    self.left_out.push(LeftOut::new(head, What::Twice, name).of(&passage.file));
                }
                // The later one takes the place of the earlier, as Tweego has it.
                self.passages.insert(name.to_owned(), passage);
                return;
            }
        };
        self.left_out.push(LeftOut::new(head, what, name).of(&passage.file));
    }

    fn data(&mut self, passage: &Passage) {
        match serde_json::from_str::<serde_json::Value>(&passage.source) {
            Ok(data) => {
                let text = |name: &str| data.get(name).and_then(|value| value.as_str()).map(str::to_owned);
                (self.start, self.format) = (text("start"), text("format"));
            }
            Err(error) => {
                let line = passage.line + error.line().max(1) - 1;
                let cause = format!("{}:{}", line, error.column());
                self.left_out.push(LeftOut::new(line, What::Data, &cause).of(&passage.file));
                // A comma too many should not cost the beginning.
                (self.start, self.format) = (written(&passage.source, "start"), written(&passage.source, "format"));
            }
        }
    }

    /// The passage it begins with, and what is to be said about it: `StoryData` says which, else `Start`, else the first.
    pub fn begin(&mut self) {
        let wanted = self.start.as_deref().unwrap_or("Start");
        if let Some(at) = self.passages.get_index_of(wanted) {
            return self.passages.move_index(at, 0);
        }
        let start = self.passages.get_index_of("Start").unwrap_or(0);
        if let Some((_, first)) = self.passages.get_index(start) {
            let text = format!("{wanted} → {}", first.name);
            let missing = LeftOut::new(first.line.saturating_sub(1), What::Start, &text).of(&first.file);
            self.left_out.push(missing);
            self.passages.move_index(start, 0);
        }
    }
}

/// The value of a name in JSON that cannot be read as such.
fn written(json: &str, name: &str) -> Option<String> {
    let (_, rest) = json.split_once(&format!("\"{name}\""))?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let end = rest.strip_prefix('"')?.find('"')? + 2;
    serde_json::from_str(&rest[..end]).ok()
}

/// `Name [tags] {…}` with backslashes before brackets that belong to the name.
fn heading(header: &str) -> (String, Vec<String>) {
    let mut name = String::new();
    let mut chars = header.char_indices();
    let mut tags = Vec::new();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => name.extend(chars.next().map(|(_, c)| c)),
            '[' => {
                let inside = header[at + 1..].split(']').next().unwrap_or_default();
                tags = inside.split_whitespace().map(str::to_owned).collect();
                break;
            }
            '{' => break,
            c => name.push(c),
        }
    }
    (name.trim().to_owned(), tags)
}
