//! Items into lines.

use super::signs::Sign;
use crate::scenario::syntax::{Item, Kind};
use unicode_width::UnicodeWidthStr;

/// Longest line that closes up, where a text counts as at most `TEXT`.
const WIDTH: usize = 136;
const TEXT: usize = 16;
const INDENT: usize = 4;

/// A comment on a line of its own.
#[derive(Debug)]
struct Note<'t> {
    text: &'t str,
    blank_before: bool,
}

/// An item with the comments that belong to it.
#[derive(Debug)]
struct Piece<'t> {
    notes: Vec<Note<'t>>,
    blank_before: bool,
    key: Option<&'t str>,
    value: ItemValue<'t>,
    /// Comments on the line of its end.
    trailing: Vec<&'t str>,
}

#[derive(Debug)]
struct ItemValue<'t> {
    word: &'t str,
    brackets: Option<Brackets<'t>>,
}

#[derive(Debug)]
struct Brackets<'t> {
    open: &'t str,
    pieces: Vec<Piece<'t>>,
    /// Comments before the closing bracket.
    last_notes: Vec<Note<'t>>,
    opened_onto_line: bool,
}

pub struct FileLayout<'t> {
    pieces: Vec<Piece<'t>>,
    last_notes: Vec<Note<'t>>,
}

/// Gives each item the comments that stand around it.
struct Gatherer<'g, 't> {
    signs: &'g [Sign<'t>],
    at: usize,
    /// Comments that wait for the next item.
    waiting: Vec<Note<'t>>,
}

/// `None` where the signs are more than the items.
pub fn gather<'t>(signs: &[Sign<'t>], items: &[Item]) -> Option<FileLayout<'t>> {
    let mut gatherer = Gatherer { signs, at: 0, waiting: Vec::new() };
    let pieces = gatherer.pieces(items)?;
    gatherer.comments();
    let end = items.last().map_or(0, |item| item.span().end);
    let more = signs.iter().rev().take_while(|sign| sign.start >= end).any(|sign| !sign.is_comment());
    (gatherer.at == signs.len() && !more).then_some(FileLayout { pieces, last_notes: gatherer.waiting })
}

impl<'t> Gatherer<'_, 't> {
    fn peek(&self) -> Option<Sign<'t>> {
        self.signs.get(self.at).copied()
    }

    fn comment(&mut self) -> Option<Sign<'t>> {
        let comment = self.peek().filter(Sign::is_comment)?;
        self.at += 1;
        Some(comment)
    }

    /// Takes the comments that stand here.
    fn comments(&mut self) {
        while let Some(sign) = self.comment() {
            self.waiting.push(Note { text: sign.text, blank_before: sign.breaks > 1 });
        }
    }

    /// Takes the one sign that is no comment; comments before it move before the item.
    fn sign(&mut self, notes: &mut Vec<Note<'t>>) -> Option<&'t str> {
        while let Some(sign) = self.comment() {
            notes.push(Note { text: sign.text, blank_before: false });
        }
        self.at += 1;
        self.signs.get(self.at - 1).map(|sign| sign.text)
    }

    fn pieces(&mut self, items: &[Item]) -> Option<Vec<Piece<'t>>> {
        items.iter().map(|item| self.piece(item)).collect()
    }

    fn piece(&mut self, item: &Item) -> Option<Piece<'t>> {
        self.comments();
        let blank_before = self.peek()?.breaks > 1;
        let mut notes = std::mem::take(&mut self.waiting);
        let mut key = None;
        if item.key.is_some() {
            key = self.sign(&mut notes);
            // A key in brackets is none.
            self.sign(&mut notes).filter(|sign| *sign == ":")?;
        }
        let value = self.value(item, &mut notes)?;
        let mut piece = Piece { notes, blank_before, key, value, trailing: Vec::new() };
        self.trailing(&mut piece);
        if self.peek().is_some_and(|sign| sign.kind == Kind::Comma) {
            self.at += 1;
            if self.waiting.is_empty() {
                self.trailing(&mut piece);
            }
        }
        Some(piece)
    }

    fn value(&mut self, item: &Item, notes: &mut Vec<Note<'t>>) -> Option<ItemValue<'t>> {
        let Some(group) = &item.group else {
            return Some(ItemValue { word: self.sign(notes)?, brackets: None });
        };
        let word = if item.value.start < group.opener.start { self.sign(notes)? } else { "" };
        let open = self.sign(notes)?;
        let opened_onto_line = self.peek().is_some_and(|next| next.breaks > 0);
        // A comment beside the opening bracket belongs to the first item.
        let pieces = self.pieces(&group.items)?;
        self.comments();
        let last_notes = std::mem::take(&mut self.waiting);
        self.at += 1;
        Some(ItemValue { word, brackets: Some(Brackets { open, pieces, last_notes, opened_onto_line }) })
    }

    /// Comments on the same line belong to the item; those on lines of their own to the next.
    fn trailing(&mut self, piece: &mut Piece<'t>) {
        while let Some(sign) = self.peek().filter(Sign::is_comment) {
            let ended = piece.trailing.last().is_some_and(|last| last.starts_with("//"));
            if sign.breaks > 0 || ended {
                break;
            }
            piece.trailing.push(sign.text);
            self.at += 1;
        }
        // What stands before the comma on lines of its own waits for the next item.
        let comma = self.signs[self.at..].iter().find(|sign| !sign.is_comment());
        if comma.is_some_and(|sign| sign.kind == Kind::Comma) {
            self.comments();
        }
    }
}

pub fn write(whole: &FileLayout) -> String {
    let mut out = String::new();
    for (at, piece) in whole.pieces.iter().enumerate() {
        lead(&mut out, piece, 0, at == 0);
        value(&mut out, &piece.value, 0, 0);
        trail(&mut out, piece);
    }
    let first = whole.pieces.is_empty();
    last(&mut out, &whole.last_notes, 0, first);
    out
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n(' ', depth * INDENT));
}

/// The comments before an item, and its indentation.
fn lead(out: &mut String, piece: &Piece, depth: usize, first: bool) {
    for (at, note) in piece.notes.iter().enumerate() {
        if note.blank_before && !(first && at == 0) {
            out.push('\n');
        }
        indent(out, depth);
        out.push_str(note.text);
        out.push('\n');
    }
    if piece.blank_before && !(first && piece.notes.is_empty()) {
        out.push('\n');
    }
    indent(out, depth);
}

fn trail(out: &mut String, piece: &Piece) {
    for comment in &piece.trailing {
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
fn value(out: &mut String, what: &ItemValue, depth: usize, column: usize) {
    out.push_str(what.word);
    let Some(brackets) = &what.brackets else { return };
    if is_flat(brackets) && column + width_of(what) < WIDTH {
        return flat(out, brackets);
    }
    // `Choice([…])`: both brackets open and close together.
    if let Some(inner) = only_list(brackets) {
        out.push_str(brackets.open);
        broken(out, inner, depth);
        out.push_str(closing(brackets.open));
        return;
    }
    broken(out, brackets, depth);
}

fn broken(out: &mut String, brackets: &Brackets, depth: usize) {
    out.push_str(brackets.open);
    if brackets.pieces.is_empty() && brackets.last_notes.is_empty() {
        out.push_str(closing(brackets.open));
        return;
    }
    out.push('\n');
    // `Not(…)` with its one part takes no comma.
    let single = brackets.open == "(" && matches!(brackets.pieces.as_slice(), [only] if only.key.is_none());
    for (at, piece) in brackets.pieces.iter().enumerate() {
        lead(out, piece, depth + 1, at == 0);
        let mut column = (depth + 1) * INDENT;
        if let Some(key) = piece.key {
            out.push_str(key);
            out.push_str(": ");
            column += cap(key) + 2;
        }
        value(out, &piece.value, depth + 1, column);
        if !single {
            out.push(',');
        }
        trail(out, piece);
    }
    last(out, &brackets.last_notes, depth + 1, brackets.pieces.is_empty());
    indent(out, depth);
    out.push_str(closing(brackets.open));
}

fn flat(out: &mut String, brackets: &Brackets) {
    let gap = if brackets.open == "{" && !brackets.pieces.is_empty() { " " } else { "" };
    out.push_str(brackets.open);
    out.push_str(gap);
    for (at, piece) in brackets.pieces.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        if let Some(key) = piece.key {
            out.push_str(key);
            out.push_str(": ");
        }
        out.push_str(piece.value.word);
        if let Some(inner) = &piece.value.brackets {
            flat(out, inner);
        }
    }
    out.push_str(gap);
    out.push_str(closing(brackets.open));
}

/// Nothing in it asks for a line of its own.
fn is_flat(brackets: &Brackets) -> bool {
    let quiet = |piece: &Piece| {
        piece.notes.is_empty() && piece.trailing.is_empty() && piece.value.brackets.as_ref().is_none_or(is_flat)
    };
    (!brackets.opened_onto_line || brackets.pieces.is_empty())
        && brackets.last_notes.is_empty()
        && brackets.pieces.iter().all(quiet)
}

fn only_list<'g, 't>(brackets: &'g Brackets<'t>) -> Option<&'g Brackets<'t>> {
    let [piece] = brackets.pieces.as_slice() else { return None };
    let quiet = brackets.last_notes.is_empty() && piece.notes.is_empty() && piece.trailing.is_empty();
    let bare = piece.key.is_none() && piece.value.word.is_empty();
    piece.value.brackets.as_ref().filter(|_| brackets.open == "(" && quiet && bare)
}

fn width_of(what: &ItemValue) -> usize {
    let inside = what.brackets.as_ref().map_or(0, |brackets| {
        let widths =
            brackets.pieces.iter().map(|piece| piece.key.map_or(0, |key| cap(key) + 2) + width_of(&piece.value) + 2);
        widths.sum::<usize>() + 2
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
