//! A published story: HTML that holds its passages as `tw-passagedata`.

use super::super::{LeftOut, What};
use super::html::{attribute, plain};
use super::passages::{File, Passage, Raw, Story};

/// Whether a file is HTML with a story of Twine 2 in it.
pub fn is_published(text: &str) -> bool {
    text.contains("<tw-storydata") && text.contains("<tw-passagedata")
}

/// Whether a file is HTML, with a story that can be read or without.
pub fn is_html(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(15).collect::<String>().to_ascii_lowercase();
    head.starts_with("<!doctype html") || head.starts_with("<html") || is_published(text)
}

/// The first story in the file; further ones, of an archive, are listed.
pub fn read(file: &File) -> Story {
    let mut story = Story::default();
    let Some(at) = file.text.find("<tw-storydata") else { return story };
    let (mut line, mut rest) = (1 + file.text[..at].matches('\n').count(), &file.text[at..]);
    let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
    story.title = attribute(tag, "name").filter(|name| !name.is_empty());
    story.format = attribute(tag, "format");
    let start = attribute(tag, "startnode");
    let end = rest.find("</tw-storydata>").unwrap_or(rest.len());
    if let Some(more) = rest[end..].find("<tw-storydata") {
        let further = &rest[end + more..];
        let tag = &further[..further.find('>').unwrap_or(further.len())];
        let line = line + rest[..end + more].matches('\n').count();
        let name = attribute(tag, "name").unwrap_or_default();
        story.left_out.push(LeftOut::new(line, What::File, &name).of(&file.name));
    }
    rest = &rest[..end];
    while let Some(at) = rest.find("<tw-passagedata") {
        line += rest[..at].matches('\n').count();
        rest = &rest[at..];
        let Some(open) = rest.find('>') else { break };
        let (tag, body) = rest.split_at(open + 1);
        let head = line;
        line += tag.matches('\n').count();
        let close = body.find("</tw-passagedata>").unwrap_or(body.len());
        let name = attribute(tag, "name").unwrap_or_default();
        let tags = attribute(tag, "tags").unwrap_or_default();
        if start.is_some() && attribute(tag, "pid") == start {
            story.start = Some(name.trim().to_owned());
        }
        let passage =
            Passage { name: name.trim().to_owned(), file: file.name.clone(), line, source: plain(&body[..close]) };
        story.take_over(Some(Raw { tags: tags.split_whitespace().map(str::to_owned).collect(), passage, head }));
        line += body[..close].matches('\n').count();
        rest = &body[close..];
    }
    story
}
