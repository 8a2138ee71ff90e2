//! Signs into items, items into lines.

use super::tokens::Token;
use unicode_width::UnicodeWidthStr;

/// Longest line that closes up, where a text counts as at most `TEXT`.
const WIDTH: usize = 136;
const TEXT: usize = 16;
const INDENT: usize = 4;
/// Brackets deeper than this are no scenario.
const DEEPEST: usize = 128;

/// A comment on a line of its own.
#[derive(Debug)]
struct Note<'t> {
    text: &'t str,
    blank_before: bool,
}

#[derive(Debug, Default)]
pub struct Item<'t> {
    notes: Vec<Note<'t>>,
    blank_before: bool,
    key: Option<&'t str>,
    value: Value<'t>,
    /// Comments on the line of its end.
    trailing: Vec<&'t str>,
}

#[derive(Debug, Default)]
struct Value<'t> {
    word: &'t str,
    group: Option<Group<'t>>,
}

#[derive(Debug)]
struct Group<'t> {
    open: &'t str,
    items: Vec<Item<'t>>,
    /// Comments before the closing bracket.
    last_notes: Vec<Note<'t>>,
    opened_onto_line: bool,
}

pub struct Whole<'t> {
    items: Vec<Item<'t>>,
    last_notes: Vec<Note<'t>>,
}

struct Parser<'p, 't> {
    tokens: &'p [Token<'t>],
    at: usize,
    depth: usize,
    /// Comments that wait for the next item.
    waiting: Vec<Note<'t>>,
}

pub fn parse<'t>(tokens: &[Token<'t>]) -> Option<Whole<'t>> {
    let mut parser = Parser { tokens, at: 0, depth: 0, waiting: Vec::new() };
    let items = parser.items(true)?;
    (parser.at == tokens.len()).then_some(Whole { items, last_notes: parser.waiting })
}

impl<'t> Parser<'_, 't> {
    fn peek(&self) -> Option<Token<'t>> {
        self.tokens.get(self.at).copied()
    }

    /// Takes the comments that stand here.
    fn comments(&mut self) {
        while let Some(token) = self.peek().filter(Token::is_comment) {
            self.waiting.push(Note { text: token.text, blank_before: token.breaks > 1 });
            self.at += 1;
        }
    }

    /// Items up to a closing bracket or the end; comments left over stay waiting.
    fn items(&mut self, outermost: bool) -> Option<Vec<Item<'t>>> {
        let mut items = Vec::new();
        loop {
            self.comments();
            match self.peek() {
                None => return outermost.then_some(items),
                Some(Token { text: ")" | "]" | "}", .. }) => return (!outermost).then_some(items),
                Some(Token { text: "," | ":", .. }) => return None,
                Some(token) => items.push(self.item(token, outermost)?),
            }
        }
    }

    fn item(&mut self, first: Token<'t>, outermost: bool) -> Option<Item<'t>> {
        let mut item =
            Item { notes: std::mem::take(&mut self.waiting), blank_before: first.breaks > 1, ..Item::default() };
        item.value = self.value(&mut item.notes)?;
        self.between(&mut item.notes, ":");
        if self.peek().is_some_and(|token| token.text == ":") {
            if item.value.group.is_some() {
                return None;
            }
            item.key = Some(item.value.word);
            self.at += 1;
            self.inner(&mut item.notes);
            item.value = self.value(&mut item.notes)?;
        }
        self.trailing(&mut item);
        match self.peek() {
            Some(Token { text: ",", .. }) if !outermost => {
                self.at += 1;
                if self.waiting.is_empty() {
                    self.trailing(&mut item);
                }
            }
            Some(Token { text: ")" | "]" | "}", .. }) if !outermost => {}
            None => {}
            // `#![enable(…)]` stands before the scenario without a comma.
            Some(_) if outermost && item.value.word.starts_with("#!") => {}
            Some(token) if token.is_comment() => {}
            Some(_) => return None,
        }
        Some(item)
    }

    fn value(&mut self, notes: &mut Vec<Note<'t>>) -> Option<Value<'t>> {
        let token = self.peek()?;
        let mut value = Value::default();
        match token.text {
            "(" | "[" | "{" => {}
            ")" | "]" | "}" | "," | ":" => return None,
            word => {
                value.word = word;
                self.at += 1;
                self.between(notes, "(");
                let named = self.peek().is_some_and(|next| next.text == "(");
                if !named || word.starts_with(['"', '\'', '#']) {
                    return Some(value);
                }
            }
        }
        let open = self.peek()?.text;
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        self.at += 1;
        let opened_onto_line = self.peek().is_some_and(|next| next.breaks > 0);
        // A comment beside the opening bracket belongs to the first item.
        let items = self.items(false)?;
        let last_notes = std::mem::take(&mut self.waiting);
        let close = self.peek()?.text;
        if !matches!((open, close), ("(", ")") | ("[", "]") | ("{", "}")) {
            return None;
        }
        self.at += 1;
        self.depth -= 1;
        value.group = Some(Group { open, items, last_notes, opened_onto_line });
        Some(value)
    }

    /// Comments in the middle of an item, where `sign` follows: they move before the item.
    fn between(&mut self, notes: &mut Vec<Note<'t>>, sign: &str) {
        let next = self.tokens[self.at..].iter().find(|token| !token.is_comment());
        if next.is_some_and(|token| token.text == sign) {
            self.inner(notes);
        }
    }

    fn inner(&mut self, notes: &mut Vec<Note<'t>>) {
        while let Some(token) = self.peek().filter(Token::is_comment) {
            notes.push(Note { text: token.text, blank_before: false });
            self.at += 1;
        }
    }

    /// Comments on the same line belong to the item; those on lines of their own to the next.
    fn trailing(&mut self, item: &mut Item<'t>) {
        while let Some(token) = self.peek().filter(Token::is_comment) {
            let ended = item.trailing.last().is_some_and(|last| last.starts_with("//"));
            if token.breaks > 0 || ended {
                break;
            }
            item.trailing.push(token.text);
            self.at += 1;
        }
        // What stands before the comma on lines of its own waits for the next item.
        let comma = self.tokens[self.at..].iter().find(|token| !token.is_comment());
        if comma.is_some_and(|token| token.text == ",") {
            self.comments();
        }
    }
}

pub fn write(whole: &Whole) -> String {
    let mut out = String::new();
    for (at, item) in whole.items.iter().enumerate() {
        lead(&mut out, item, 0, at == 0);
        value(&mut out, &item.value, 0, 0);
        trail(&mut out, item);
    }
    let first = whole.items.is_empty();
    last(&mut out, &whole.last_notes, 0, first);
    out
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n(' ', depth * INDENT));
}

/// The comments before an item, and its indentation.
fn lead(out: &mut String, item: &Item, depth: usize, first: bool) {
    for (at, note) in item.notes.iter().enumerate() {
        if note.blank_before && !(first && at == 0) {
            out.push('\n');
        }
        indent(out, depth);
        out.push_str(note.text);
        out.push('\n');
    }
    if item.blank_before && !(first && item.notes.is_empty()) {
        out.push('\n');
    }
    indent(out, depth);
}

fn trail(out: &mut String, item: &Item) {
    for comment in &item.trailing {
        out.push(' ');
        out.push_str(comment);
    }
    out.push('\n');
}

fn last(out: &mut String, notes: &[Note], depth: usize, first: bool) {
    for (at, note) in notes.iter().enumerate() {
        if note.blank_before && !(first && at == 0) {
            out.push('\n');
        }
        indent(out, depth);
        out.push_str(note.text);
        out.push('\n');
    }
}

/// Writes a value that begins at `column`; its lines are indented by `depth`.
fn value(out: &mut String, what: &Value, depth: usize, column: usize) {
    out.push_str(what.word);
    let Some(group) = &what.group else { return };
    if is_flat(group) && column + width_of(what) < WIDTH {
        return flat(out, group);
    }
    // `Choice([…])`: both brackets open and close together.
    if let Some(inner) = only_list(group) {
        out.push_str(group.open);
        broken(out, inner, depth);
        out.push_str(closing(group.open));
        return;
    }
    broken(out, group, depth);
}

fn broken(out: &mut String, group: &Group, depth: usize) {
    out.push_str(group.open);
    if group.items.is_empty() && group.last_notes.is_empty() {
        out.push_str(closing(group.open));
        return;
    }
    out.push('\n');
    // `Not(…)` with its one part takes no comma.
    let single = group.open == "(" && matches!(group.items.as_slice(), [only] if only.key.is_none());
    for (at, item) in group.items.iter().enumerate() {
        lead(out, item, depth + 1, at == 0);
        let mut column = (depth + 1) * INDENT;
        if let Some(key) = item.key {
            out.push_str(key);
            out.push_str(": ");
            column += cap(key) + 2;
        }
        value(out, &item.value, depth + 1, column);
        if !single {
            out.push(',');
        }
        trail(out, item);
    }
    last(out, &group.last_notes, depth + 1, group.items.is_empty());
    indent(out, depth);
    out.push_str(closing(group.open));
}

fn flat(out: &mut String, group: &Group) {
    let gap = if group.open == "{" && !group.items.is_empty() { " " } else { "" };
    out.push_str(group.open);
    out.push_str(gap);
    for (at, item) in group.items.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        if let Some(key) = item.key {
            out.push_str(key);
            out.push_str(": ");
        }
        out.push_str(item.value.word);
        if let Some(inner) = &item.value.group {
            flat(out, inner);
        }
    }
    out.push_str(gap);
    out.push_str(closing(group.open));
}

/// Nothing in it asks for a line of its own.
fn is_flat(group: &Group) -> bool {
    let quiet = |item: &Item| {
        item.notes.is_empty() && item.trailing.is_empty() && item.value.group.as_ref().is_none_or(is_flat)
    };
    (!group.opened_onto_line || group.items.is_empty()) && group.last_notes.is_empty() && group.items.iter().all(quiet)
}

fn only_list<'g, 't>(group: &'g Group<'t>) -> Option<&'g Group<'t>> {
    let [item] = group.items.as_slice() else { return None };
    let quiet = group.last_notes.is_empty() && item.notes.is_empty() && item.trailing.is_empty();
    let bare = item.key.is_none() && item.value.word.is_empty();
    item.value.group.as_ref().filter(|_| group.open == "(" && quiet && bare)
}

fn width_of(what: &Value) -> usize {
    let inside = what.group.as_ref().map_or(0, |group| {
        let items = group.items.iter().map(|item| item.key.map_or(0, |key| cap(key) + 2) + width_of(&item.value) + 2);
        items.sum::<usize>() + 2
    });
    cap(what.word) + inside
}

/// A text counts only so much: editors wrap it anyway.
fn cap(word: &str) -> usize {
    let width = UnicodeWidthStr::width(word);
    if word.ends_with(['"', '#']) { width.min(TEXT) } else { width }
}

fn closing(open: &str) -> &'static str {
    match open {
        "(" => ")",
        "[" => "]",
        _ => "}",
    }
}
