//! Twee 3: passages with their text and links.

use super::{LeftOut, What};

#[derive(Debug, Default)]
pub struct Passage {
    pub name: String,
    /// Where it begins, from 1.
    pub line: usize,
    pub text: String,
    pub links: Vec<Link>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Link {
    pub text: String,
    pub target: String,
}

#[derive(Debug, Default)]
pub struct Story {
    pub title: Option<String>,
    start: Option<String>,
    pub passages: Vec<Passage>,
    pub left_out: Vec<LeftOut>,
}

impl Story {
    pub fn read(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let mut story = Self::default();
        let mut open: Option<(String, Vec<String>, usize, String)> = None;
        for (at, line) in text.lines().enumerate() {
            if let Some(header) = line.strip_prefix("::") {
                story.close(open.take());
                let (name, tags) = heading(header);
                open = Some((name, tags, at + 1, String::new()));
            } else if let Some((.., body)) = &mut open {
                body.push_str(line);
                body.push('\n');
            }
        }
        story.close(open);
        story
    }

    /// Position of the passage it begins with: `StoryData` says which, else `Start`.
    pub fn start_at(&self) -> Option<usize> {
        let name = self.start.as_deref().unwrap_or("Start");
        self.passages.iter().position(|passage| passage.name == name)
    }

    fn close(&mut self, open: Option<(String, Vec<String>, usize, String)>) {
        let Some((name, tags, line, body)) = open else { return };
        if name == "StoryTitle" {
            self.title = Some(body.trim().to_owned()).filter(|title| !title.is_empty());
        } else if name == "StoryData" {
            let data: serde_json::Value = serde_json::from_str(&body).unwrap_or_default();
            self.start = data.get("start").and_then(|start| start.as_str()).map(str::to_owned);
        } else if tags.iter().any(|tag| tag == "script" || tag == "stylesheet")
            || name.starts_with("Story") && body.contains("<<")
        {
            self.left_out.push(LeftOut { line, what: What::Code, text: name });
        } else if !self.passages.iter().any(|passage| passage.name == name) {
            let mut passage = Passage { name, line, ..Passage::default() };
            self.body(&mut passage, &body);
            self.passages.push(passage);
        }
    }

    fn body(&mut self, passage: &mut Passage, body: &str) {
        let mut rest = body;
        let mut text = String::new();
        let mut line = passage.line + 1;
        while let Some(first) = rest.chars().next() {
            let piece = link(rest).map(|(length, link)| (length, Err(link)));
            let piece = piece.or_else(|| left_out(rest).map(|(length, what)| (length, Ok(what))));
            let length = match piece {
                Some((length, Err(link))) => {
                    passage.links.push(link);
                    length
                }
                Some((length, Ok(what))) => {
                    let shown: String = rest[..length].chars().take(40).collect();
                    self.left_out.push(LeftOut { line, what, text: shown.replace('\n', " ") });
                    length
                }
                None => {
                    text.push(first);
                    first.len_utf8()
                }
            };
            line += rest[..length].matches('\n').count();
            rest = &rest[length..];
        }
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let mut joined = lines.join("\n");
        while joined.contains("\n\n\n") {
            joined = joined.replace("\n\n\n", "\n\n");
        }
        joined.trim().clone_into(&mut passage.text);
    }
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

/// `[[target]]`, `[[text|target]]`, `[[text->target]]`, `[[target<-text]]`, with or without `[$setter]`.
fn link(rest: &str) -> Option<(usize, Link)> {
    let inside = rest.strip_prefix("[[")?;
    let end = inside.find("]]")?;
    let whole = inside[..end].split("][").next()?;
    if whole.contains('\n') {
        return None;
    }
    let (text, target) = if let Some((text, target)) = whole.rsplit_once("->") {
        (text, target)
    } else if let Some((target, text)) = whole.split_once("<-") {
        (text, target)
    } else {
        whole.rsplit_once('|').unwrap_or((whole, whole))
    };
    let link = Link { text: text.trim().to_owned(), target: target.trim().to_owned() };
    Some((end + 4, link))
}

/// What a scenario cannot say: how long it is and what it is.
fn left_out(rest: &str) -> Option<(usize, What)> {
    let until = |end: &str, what| rest.find(end).map(|at| (at + end.len(), what));
    if rest.starts_with("<<") {
        return until(">>", What::Macro);
    }
    if rest.starts_with("[img[") {
        return until("]]", What::Picture);
    }
    if rest.starts_with("<!--") {
        return until("-->", What::Html);
    }
    let tag = rest.strip_prefix('<').is_some_and(|tag| tag.starts_with(|c: char| c == '/' || c.is_ascii_alphabetic()));
    if tag {
        return until(">", What::Html).filter(|(length, _)| !rest[..*length].contains('\n'));
    }
    let name = rest.strip_prefix('(').and_then(|inside| inside.split_once(':')).map(|(name, _)| name);
    if name.is_some_and(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')) {
        return until(")", What::Macro).filter(|(length, _)| !rest[..*length].contains('\n'));
    }
    let variable =
        rest.strip_prefix('$').filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_'))?;
    let length = variable.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(variable.len());
    Some((length + 1, What::Macro))
}
