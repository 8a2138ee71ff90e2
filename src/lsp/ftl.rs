//! The ids in a `<locale>.ftl`, line by line, so that a broken file still shows them.

use super::index::Name;
use super::shape::Kind;
use std::ops::Range;

/// An id of the scenario as a translation names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub name: Name,
    /// The id alone; of an option the whole name of the attribute.
    pub span: Range<usize>,
}

/// A message or an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// `message` or `message.attribute`
    pub id: String,
    pub span: Range<usize>,
}

const PREFIXES: [(&str, Kind); 5] = [
    ("visitor-", Kind::Visitor),
    ("fact-", Kind::Fact),
    ("promise-", Kind::Promise),
    ("visit-", Kind::Visit),
    ("node-", Kind::Node),
];

/// How a translation calls an option: a Fluent name begins with a letter.
pub fn attribute_of(option: &str) -> String {
    if option.starts_with(|c: char| c.is_ascii_lowercase()) { option.to_owned() } else { format!("option-{option}") }
}

fn option_of(attribute: &str) -> &str {
    let bare = attribute.strip_prefix("option-");
    bare.filter(|id| !id.starts_with(|c: char| c.is_ascii_lowercase())).unwrap_or(attribute)
}

fn name_end(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(text.len())
}

#[derive(Debug, Default)]
pub struct Messages {
    pub entries: Vec<Entry>,
    pub mentions: Vec<Mention>,
}

impl Messages {
    pub fn read(text: &str) -> Self {
        let mut found = Self::default();
        let mut message = String::new();
        // Attributes that the comments above a message speak of.
        let mut comments: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            if let Some(note) = line.strip_prefix("# ") {
                let body = note.strip_prefix("source.").or_else(|| note.strip_prefix("stale."));
                if let Some(body) = body {
                    let from = start + line.len() - body.len();
                    let end = name_end(body);
                    if body[end..].starts_with(':') {
                        comments.push(from..from + end);
                    }
                }
                continue;
            }
            let blank = line.len() - line.trim_start_matches([' ', '\t']).len();
            let rest = &line[blank..];
            let dot = rest.starts_with('.') && blank > 0;
            let body = if dot { &rest[1..] } else { rest };
            let end = name_end(body);
            let named = end > 0 && body[end..].trim_start().starts_with('=');
            let from = start + line.len() - body.len();
            if named && dot && !message.is_empty() {
                found.attribute(&message, &body[..end], from..from + end, true);
            } else if named && blank == 0 {
                body[..end].clone_into(&mut message);
                found.message(&message, from..from + end);
                for span in comments.drain(..) {
                    found.attribute(&message, &text[span.clone()], span, false);
                }
            }
            comments.clear();
        }
        found
    }

    fn message(&mut self, id: &str, span: Range<usize>) {
        if let Some((prefix, kind)) = PREFIXES.iter().find(|(prefix, _)| id.starts_with(prefix)) {
            let bare = &id[prefix.len()..];
            let span = span.start + prefix.len()..span.end;
            self.mentions.push(Mention { name: Name::new(*kind, bare), span });
        }
        self.entries.push(Entry { id: id.to_owned(), span });
    }

    fn attribute(&mut self, message: &str, name: &str, span: Range<usize>, entry: bool) {
        if let Some(node) = message.strip_prefix("node-") {
            let name = Name::option(node, option_of(name));
            self.mentions.push(Mention { name, span: span.clone() });
        }
        if entry {
            self.entries.push(Entry { id: format!("{message}.{name}"), span });
        }
    }

    pub fn at(&self, offset: usize) -> Option<&Mention> {
        self.mentions.iter().find(|mention| mention.span.start <= offset && offset <= mention.span.end)
    }

    pub fn entry_at(&self, offset: usize) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.span.start <= offset && offset <= entry.span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stand_where_they_are_written() {
        let text = "# source.mirror: 原话\n# source.option-2: …\nnode-pick =\n    .mirror = said\n    .option-2 = two\n\nfact-leak = it leaks\nbroken line\nnode-pick_2 = {\n";
        let messages = Messages::read(text);
        let shown: Vec<(Kind, &str, &str)> = (messages.mentions.iter())
            .map(|mention| (mention.name.kind, mention.name.id.as_str(), &text[mention.span.clone()]))
            .collect();
        assert_eq!(
            shown,
            [
                (Kind::Node, "pick", "pick"),
                (Kind::Option, "mirror", "mirror"),
                (Kind::Option, "2", "option-2"),
                (Kind::Option, "mirror", "mirror"),
                (Kind::Option, "2", "option-2"),
                (Kind::Fact, "leak", "leak"),
                (Kind::Node, "pick_2", "pick_2"),
            ]
        );
        assert_eq!(messages.entries[1].id, "node-pick.mirror");
    }
}
