//! `<locale>.ftl` kept up with its scenario: what is new is added to be filled in, what has gone stale is marked,
//! what people wrote stays as it is.
//!
//! Above each message a comment keeps the source text it was made from: `# source: …`, `# source.mirror: …`. When
//! the source changes, `# stale: …` keeps the old one until somebody has mended the translation and deletes it.

use super::model::Scenario;
use super::texts::{TextRole, each_text};
use super::translation_limits::too_deep;
use fluent_syntax::ast::{
    Attribute, Comment, Entry, Expression, Identifier, InlineExpression, Message, Pattern, PatternElement, Resource,
};
use fluent_syntax::parser::parse;
use fluent_syntax::serializer::serialize;
use indexmap::IndexMap;

/// What the comments above a message say about one of its texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// The text it was translated from.
    pub source: Option<String>,
    /// The text it was translated from before the source changed.
    pub stale: Option<String>,
}

impl Notes {
    /// By `message` or `message.attribute`.
    pub fn read<S: AsRef<str>>(message: &str, comment: &[S]) -> IndexMap<String, Self> {
        let mut all: IndexMap<String, Self> = IndexMap::new();
        for (kind, attribute, text) in comment.iter().filter_map(|line| note(line.as_ref())) {
            let of = all.entry(format!("{message}{attribute}")).or_default();
            match kind {
                "source" => of.source = Some(text.to_owned()),
                _ => of.stale = Some(text.to_owned()),
            }
        }
        all
    }

    /// Those of a whole file. The parser that a translation is played with drops comments, and this is quicker.
    pub fn scan(text: &str) -> IndexMap<String, Self> {
        let mut all = IndexMap::new();
        let mut comment: Vec<&str> = Vec::new();
        for line in text.lines() {
            if let Some(line) = line.strip_prefix("# ") {
                comment.push(line);
                continue;
            }
            if let Some((name, _)) = line.split_once('=').filter(|_| !comment.is_empty()) {
                all.extend(Self::read(name.trim(), &comment));
            }
            comment.clear();
        }
        all
    }

    /// Whether the translation was made from another text.
    pub fn is_stale(&self, original: &str) -> bool {
        let now = on_one_line(original);
        let other = |text: &String| *text != now;
        self.stale.as_ref().is_some_and(other) || self.stale.is_none() && self.source.as_ref().is_some_and(other)
    }
}

/// `source.mirror: text` → kind, `.mirror`, text.
fn note(line: &str) -> Option<(&'static str, &str, &str)> {
    let (head, text) = line.trim().split_once(':')?;
    let kind = ["source", "stale"].into_iter().find(|kind| head.starts_with(kind))?;
    let attribute = &head[kind.len()..];
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let fits = attribute.is_empty() || attribute.strip_prefix('.').is_some_and(|name| name.chars().all(plain));
    fits.then_some((kind, attribute, text.trim()))
}

/// A text as a comment holds it.
fn on_one_line(text: &str) -> String {
    let lines: Vec<&str> = text.trim().split('\n').map(str::trim).collect();
    lines.join(" ⏎ ").trim().to_owned()
}

/// A text that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// `message` or `message.attribute`.
    pub id: String,
    /// The author's text.
    pub original: String,
    /// The source text before it changed; `None`: not translated yet.
    pub before: Option<String>,
}

/// A translation file, kept up.
#[derive(Clone, Debug, Default)]
pub struct Update {
    /// The file as it should be now.
    pub text: String,
    /// How many texts the scenario has.
    pub texts: usize,
    /// Without a translation, in the order of the scenario.
    pub missing: Vec<Waiting>,
    /// Translated from a text that has changed, in the order of the scenario.
    pub stale: Vec<Waiting>,
    /// Messages of the file that the scenario does not ask for.
    pub unused: Vec<String>,
}

/// Why a translation file was not kept up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UpdateError {
    /// What people wrote there would be lost.
    #[error("the translation file cannot be read; `check` says where")]
    Broken,
}

struct WantedText {
    /// Empty for the message itself, else `.name`.
    attribute: String,
    original: String,
}

/// The file as it should be. `header` explains a new file to the translator.
///
/// # Errors
///
/// [`UpdateError::Broken`], where the file there is cannot be read; nothing in it is lost that way.
pub fn update(scenario: &Scenario, existing: Option<&str>, header: &str) -> Result<Update, UpdateError> {
    let wanted = wanted(scenario);
    let mut body = match existing {
        Some(text) if too_deep(text).is_some() => return Err(UpdateError::Broken),
        Some(text) => parse(text.to_owned()).map_err(|_| UpdateError::Broken)?.body,
        None => vec![Entry::ResourceComment(Comment { content: header.lines().map(str::to_owned).collect() })],
    };
    let before = patterns(&body);
    let mut update = Update { texts: wanted.values().map(Vec::len).sum(), ..Update::default() };
    let known = |id: &str| wanted.contains_key(id) || id.starts_with("visit-");
    update.unused = ids(&body).filter(|id| !known(id)).map(str::to_owned).collect();
    let mut last = None;
    for (id, texts) in &wanted {
        let found = body.iter().position(|entry| matches!(entry, Entry::Message(message) if message.id.name == *id));
        let at = found.unwrap_or_else(|| {
            let first = body.iter().position(|entry| matches!(entry, Entry::Message(_))).unwrap_or(body.len());
            let at = last.map_or(first, |last: usize| last + 1);
            let id = Identifier { name: id.clone() };
            body.insert(at, Entry::Message(Message { id, value: None, attributes: Vec::new(), comment: None }));
            at
        });
        last = Some(at);
        if let Entry::Message(message) = &mut body[at] {
            refresh(message, texts, &mut update);
        }
    }
    update.text = written(body);
    // What people wrote must have come through whole.
    let after = parse(update.text.clone()).map_err(|_| UpdateError::Broken)?;
    let after = patterns(&after.body);
    let kept = before.iter().all(|(id, pattern)| after.get(id) == Some(pattern));
    if kept { Ok(update) } else { Err(UpdateError::Broken) }
}

/// The texts of the scenario by message, in order.
fn wanted(scenario: &Scenario) -> IndexMap<String, Vec<WantedText>> {
    let mut wanted: IndexMap<String, Vec<WantedText>> = IndexMap::new();
    each_text(&mut scenario.clone(), &mut |id, text, role| {
        let untitled = matches!(role, TextRole::VisitTitle { whole } if whole.original == text.original);
        if text.original.trim().is_empty() || untitled {
            return;
        }
        let (message, attribute) = id.split_at(id.find('.').unwrap_or(id.len()));
        let text = WantedText { attribute: attribute.to_owned(), original: text.original.clone() };
        wanted.entry(message.to_owned()).or_default().push(text);
    });
    wanted
}

/// Adds what is missing and brings the comment up to date.
fn refresh(message: &mut Message<String>, texts: &[WantedText], update: &mut Update) {
    let lines = message.comment.take().map(|comment| comment.content).unwrap_or_default();
    let mut notes = Notes::read(&message.id.name, &lines);
    let mut comment: Vec<String> = lines.into_iter().filter(|line| note(line).is_none()).collect();
    for text in texts {
        let id = format!("{}{}", message.id.name, text.attribute);
        let notes = notes.swap_remove(&id).unwrap_or_default();
        let now = on_one_line(&text.original);
        let waiting = |before| Waiting { id: id.clone(), original: text.original.clone(), before };
        comment.push(format!("source{}: {now}", text.attribute));
        if is_blank(place(message, &text.attribute)) {
            update.missing.push(waiting(None));
        } else if notes.is_stale(&text.original)
            && let Some(before) = notes.stale.or(notes.source)
        {
            comment.push(format!("stale{}: {before}", text.attribute));
            update.stale.push(waiting(Some(before)));
        }
    }
    message.comment = Some(Comment { content: comment });
}

/// Where the text stands; made and left to be filled in where it does not.
fn place<'m>(message: &'m mut Message<String>, attribute: &str) -> &'m Pattern<String> {
    let Some(name) = attribute.strip_prefix('.') else {
        return message.value.get_or_insert_with(blank);
    };
    let at = message.attributes.iter().position(|known| known.id.name == name).unwrap_or_else(|| {
        let id = Identifier { name: name.to_owned() };
        message.attributes.push(Attribute { id, value: blank() });
        message.attributes.len() - 1
    });
    &message.attributes[at].value
}

/// `{ "" }`
fn blank() -> Pattern<String> {
    let expression = Expression::Inline(InlineExpression::StringLiteral { value: String::new() });
    Pattern { elements: vec![PatternElement::Placeable { expression }] }
}

fn is_blank(pattern: &Pattern<String>) -> bool {
    pattern.elements.iter().all(|element| match element {
        PatternElement::TextElement { value } => value.trim().is_empty(),
        PatternElement::Placeable { expression } => {
            matches!(expression, Expression::Inline(InlineExpression::StringLiteral { value }) if value.trim().is_empty())
        }
    })
}

fn ids(body: &[Entry<String>]) -> impl Iterator<Item = &str> {
    body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name.as_str()),
        _ => None,
    })
}

/// Every text that somebody wrote.
fn patterns(body: &[Entry<String>]) -> IndexMap<String, String> {
    let mut all = IndexMap::new();
    let mut add = |id: String, pattern: &Pattern<String>| {
        // Only what is said counts, not how it is cut into pieces.
        let said = pattern.elements.iter().map(|element| match element {
            PatternElement::TextElement { value } => value.clone(),
            PatternElement::Placeable { expression } => format!("{expression:?}"),
        });
        all.insert(id, said.collect::<String>().replace("\r\n", "\n"));
    };
    for entry in body {
        if let Entry::Message(message) = entry {
            if let Some(value) = &message.value {
                add(message.id.name.clone(), value);
            }
            for attribute in &message.attributes {
                add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
            }
        }
    }
    all
}

/// Entry by entry, with a blank line between any two.
fn written(body: Vec<Entry<String>>) -> String {
    let entries = body.into_iter().map(|entry| serialize(&Resource { body: vec![entry] }).trim_end().to_owned() + "\n");
    let text = entries.collect::<Vec<_>>().join("\n");
    // The serializer indents empty lines too.
    text.lines().map(|line| if line.trim().is_empty() { "\n".to_owned() } else { format!("{line}\n") }).collect()
}
