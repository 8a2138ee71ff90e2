//! The ids in a `<locale>.ftl`, line by line, so that a broken file still shows them.

use super::index::Name;
use super::shape::DeclaredKind;
use std::ops::Range;

/// An id of the scenario as a translation names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub name: Name,
    /// The id alone.
    pub span: Range<usize>,
}

/// A name under a node: whose it is only the scenario knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    pub node: String,
    pub name: String,
    pub span: Range<usize>,
}

/// A message or an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FtlEntry {
    /// `message` or `message.attribute`
    pub id: String,
    pub span: Range<usize>,
}

const PREFIXES: [(&str, DeclaredKind); 8] = [
    ("visitor-", DeclaredKind::Visitor),
    // Our own people share their names.
    ("staff-", DeclaredKind::Visitor),
    ("fact-", DeclaredKind::Fact),
    ("promise-", DeclaredKind::Promise),
    ("claim-", DeclaredKind::Claim),
    ("answers-", DeclaredKind::Answers),
    ("visit-", DeclaredKind::Visit),
    ("node-", DeclaredKind::Node),
];

/// How a translation calls an option: a Fluent name begins with a letter.
pub fn attribute_of(option: &str) -> String {
    if option.starts_with(|c: char| c.is_ascii_lowercase()) { option.to_owned() } else { format!("option-{option}") }
}

impl Attribute {
    /// Where it speaks of a name that belongs to its node; `others`: the fields of the node.
    pub fn speaks_of(&self, name: &Name, others: &[&str]) -> Option<Range<usize>> {
        if name.node.as_deref() != Some(&self.node) {
            return None;
        }
        let start = self.span.start;
        match name.kind {
            DeclaredKind::Option => {
                let own = attribute_of(&name.id);
                let rest = self.name.strip_prefix(own.as_str())?;
                matches!(rest, "" | "-why").then(|| start..start + own.len())
            }
            DeclaredKind::Field => {
                // `hours-told` is an entry of `hours`, unless there is a field of that name.
                let rest = self.name.strip_prefix(name.id.as_str())?;
                let entry = rest.starts_with('-') && !others.contains(&self.name.as_str());
                (rest.is_empty() || entry).then(|| start..start + name.id.len())
            }
            DeclaredKind::Entry => {
                let (field, entry) = name.id.split_once('/')?;
                let rest = self.name.strip_prefix(field)?.strip_prefix('-')?;
                (rest == entry && !others.contains(&self.name.as_str()))
                    .then(|| self.span.end - entry.len()..self.span.end)
            }
            _ => None,
        }
    }
}

fn name_end(text: &str) -> usize {
    text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(text.len())
}

#[derive(Debug, Default)]
pub struct Messages {
    pub entries: Vec<FtlEntry>,
    pub mentions: Vec<Mention>,
    pub attributes: Vec<Attribute>,
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
        self.entries.push(FtlEntry { id: id.to_owned(), span });
    }

    fn attribute(&mut self, message: &str, name: &str, span: Range<usize>, entry: bool) {
        if let Some(node) = message.strip_prefix("node-") {
            let (node, name) = (node.to_owned(), name.to_owned());
            self.attributes.push(Attribute { node, name, span: span.clone() });
        }
        if entry {
            self.entries.push(FtlEntry { id: format!("{message}.{name}"), span });
        }
    }

    pub fn entry_at(&self, offset: usize) -> Option<&FtlEntry> {
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
        let shown: Vec<(DeclaredKind, &str)> =
            messages.mentions.iter().map(|mention| (mention.name.kind, &text[mention.span.clone()])).collect();
        assert_eq!(shown, [(DeclaredKind::Node, "pick"), (DeclaredKind::Fact, "leak"), (DeclaredKind::Node, "pick_2")]);
        let under: Vec<&str> = messages.attributes.iter().map(|one| &text[one.span.clone()]).collect();
        assert_eq!(under, ["mirror", "option-2", "mirror", "option-2"]);
        let mirror = Name::option("pick", "mirror");
        assert_eq!(messages.attributes.iter().filter_map(|one| one.speaks_of(&mirror, &[])).count(), 2);
        let second = messages.attributes[1].speaks_of(&Name::option("pick", "2"), &[]);
        assert_eq!(second.map(|span| &text[span]), Some("option-2"));
        assert_eq!(messages.entries[1].id, "node-pick.mirror");
    }

    #[test]
    fn names_that_are_put_together_are_taken_apart_again() {
        let of = |name: &str| Attribute { node: "n".to_owned(), name: name.to_owned(), span: 10..10 + name.len() };
        let (field, longer) = (Name::within(DeclaredKind::Field, "n", "id"), ["id", "id-no"]);
        assert_eq!(of("id").speaks_of(&field, &longer), Some(10..12));
        assert_eq!(of("id-whole").speaks_of(&field, &longer), Some(10..12));
        assert_eq!(of("id-no").speaks_of(&field, &longer), None, "a field of that name");
        let entry = Name::within(DeclaredKind::Entry, "n", "id/whole");
        assert_eq!(of("id-whole").speaks_of(&entry, &longer), Some(13..18));
        assert_eq!(of("mirror-why").speaks_of(&Name::option("n", "mirror"), &[]), Some(10..16));
        assert_eq!(of("mirrors").speaks_of(&Name::option("n", "mirror"), &[]), None);
    }
}
