//! Reads items and brackets, and says how to read on where the signs do not fit.

use super::token::{ENOUGH, Kind, Tokens};
use super::{Group, Item, Key, Mend, Tree};
use crate::scenario::diagnostic::Code;
use std::borrow::Cow;
use std::ops::Range;

/// Brackets deeper than this are skipped unread.
pub const DEEPEST: usize = 64;

pub fn read(text: &str) -> Tree {
    let tree = Tree { tokens: Tokens::of(text).collect(), ..Tree::default() };
    let mut reader =
        Reader { text, at: 0, told: 0, tree, open: Vec::new(), spill: Vec::new(), brackets: None, blanks: None };
    reader.tree.root = reader.items();
    reader.tree
}

pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    /// Position of the token at hand.
    pub(super) at: usize,
    /// What is wrong with the tokens before this one was told.
    told: usize,
    pub(super) tree: Tree,
    /// Brackets not closed yet.
    pub(super) open: Vec<u8>,
    /// Items that stand in a bracket that should have been closed before them.
    pub(super) spill: Vec<Item>,
    /// All brackets of the text, once they are needed.
    pub(super) brackets: Option<Vec<(u8, usize)>>,
    /// The problem that tells of strange blanks.
    pub(super) blanks: Option<usize>,
}

pub(super) fn write(sign: impl Into<Cow<'static, str>>, place: Range<usize>) -> Vec<Mend> {
    vec![Mend::Write(sign.into(), place)]
}

impl Reader<'_> {
    /// The token at hand and its place, past blanks and comments; `None` at the end.
    pub(super) fn peek(&mut self) -> (Option<Kind>, Range<usize>) {
        if self.tree.problems.len() >= ENOUGH {
            self.at = self.tree.tokens.len();
        }
        while let Some(token) = self.tree.tokens.get(self.at).copied() {
            if self.told <= self.at {
                self.told = self.at + 1;
                self.tell(token);
            }
            if !token.kind.is_trivia() {
                return (Some(token.kind), token.span());
            }
            self.at += 1;
        }
        (None, self.text.len()..self.text.len())
    }

    /// Leaves out the tokens before `end`; nothing more is said of them.
    pub(super) fn skip_to(&mut self, end: usize) {
        self.at = self.tree.tokens.partition_point(|token| token.start < end);
        self.told = self.told.max(self.at);
    }

    pub(super) fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        loop {
            self.skip_prose();
            let (kind, span) = self.peek();
            match kind {
                None | Some(Kind::Close(_)) => return items,
                Some(Kind::Comma) => {
                    self.extra_comma(span);
                    self.at += 1;
                }
                Some(Kind::Colon) => {
                    self.problem(Code::Syntax, span.clone(), write(" ", span));
                    self.at += 1;
                }
                Some(_) => {
                    let item = self.item();
                    items.push(item);
                    items.append(&mut self.spill);
                }
            }
        }
    }

    fn extra_comma(&mut self, span: Range<usize>) {
        let mends = write(" ", span.clone());
        // One that is a slip by itself is taken away with it.
        match self.tree.problems.last_mut().filter(|last| last.span == span) {
            Some(known) => known.mends = mends,
            None => self.problem(Code::Syntax, span, mends).hint = Some("hint-extra-comma"),
        }
    }

    fn item(&mut self) -> Item {
        let mut item = self.value();
        let (next, place) = self.peek();
        let equals = next == Some(Kind::Word) && item.group.is_none() && &self.text[place.clone()] == "=";
        if equals {
            self.problem(Code::Syntax, place.clone(), write(":", place.clone())).hint = Some("hint-equals");
        }
        if equals || next == Some(Kind::Colon) {
            self.at += 1;
            let name = self.text[item.value.clone()].trim_matches('"').to_owned();
            let key = Key { span: item.value, name };
            let (next, _) = self.peek();
            item = match next {
                None | Some(Kind::Comma | Kind::Close(_) | Kind::Colon) => {
                    self.missing(key.span.start..place.end, place.clone(), equals);
                    Item { value: place, is_missing: true, ..Item::default() }
                }
                Some(_) => self.value(),
            };
            item.key = Some(key);
        }
        self.item_end(&item);
        item
    }

    /// Nothing stands behind the colon at `place`.
    fn missing(&mut self, whole: Range<usize>, place: Range<usize>, told: bool) {
        let mends = vec![Mend::Blank(whole)];
        match self.tree.problems.last_mut().filter(|_| told) {
            Some(known) => known.mends = mends,
            None => {
                self.problem(Code::Syntax, place, mends);
            }
        }
    }

    /// The comma behind an item, or what stands there in its stead.
    fn item_end(&mut self, item: &Item) {
        self.skip_prose();
        let (next, place) = self.peek();
        let end = item.value.end;
        match next {
            Some(Kind::Comma) => self.at += 1,
            None | Some(Kind::Close(_)) => {}
            Some(Kind::Word) if &self.text[place.clone()] == "%" => {
                let whole = item.span().start..place.end;
                self.problem(Code::Syntax, place, vec![Mend::Blank(whole)]).hint = Some("hint-percent");
                self.at += 1;
                self.item_end(item);
            }
            Some(_) if self.is_name(item) && !self.text[end..place.start].contains('\n') => {
                // `minutes 20`: a name and its value without the colon between them.
                let whole = item.value.start..place.end;
                self.problem(Code::Syntax, item.value.clone(), vec![Mend::Blank(whole)]);
            }
            Some(_) if place.start > end => {
                self.problem(Code::MissingComma, end..end, write(",", end..end + 1));
            }
            Some(_) => {
                self.problem(Code::MissingComma, end..end, vec![Mend::Blank(place)]).wanted = ",".to_owned();
            }
        }
    }

    /// A word that could be the name of a field.
    fn is_name(&self, item: &Item) -> bool {
        let word = &self.text[item.value.clone()];
        item.key.is_none() && item.group.is_none() && word.starts_with(|c: char| c.is_ascii_lowercase())
    }

    fn value(&mut self) -> Item {
        let (kind, span) = self.peek();
        let bare = |value| Item { value, ..Item::default() };
        match kind {
            Some(Kind::Open(open)) => self.group(open, span.clone(), span.start),
            Some(Kind::Word) => {
                self.at += 1;
                match self.peek() {
                    (Some(Kind::Open(b'(')), place) => self.group(b'(', place, span.start),
                    // `Line{ … }`
                    (Some(Kind::Open(open)), place) if place.start == span.end => {
                        let mut item = self.group(open, place.clone(), span.start);
                        self.called_wrongly(open, place, item.value.end);
                        item.group.iter_mut().for_each(|group| group.open = b'(');
                        item
                    }
                    _ => bare(span),
                }
            }
            Some(_) => {
                self.at += 1;
                bare(span)
            }
            None => bare(span),
        }
    }

    /// A value with what stands in its brackets; `start` is where it begins, with its name where it has one.
    fn group(&mut self, open: u8, opener: Range<usize>, start: usize) -> Item {
        self.at += 1;
        if self.open.len() >= DEEPEST {
            let end = self.skip_deep();
            let whole = opener.start..end;
            self.problem(Code::TooDeep, opener, vec![Mend::Blank(whole)]);
            return Item { value: start..end, ..Item::default() };
        }
        self.open.push(open);
        let mut items = self.items();
        let (open, closer, end) = self.close(open, opener.clone(), start < opener.start, &mut items);
        self.open.pop();
        Item { value: start..end, group: Some(Group { open, opener, closer, items }), ..Item::default() }
    }

    /// Skips what stands in a bracket; where that ends.
    fn skip_deep(&mut self) -> usize {
        let mut depth = 1;
        loop {
            let (kind, span) = self.peek();
            match kind {
                Some(Kind::Open(_)) => depth += 1,
                Some(Kind::Close(_)) => depth -= 1,
                Some(_) => {}
                None => return span.end,
            }
            self.at += 1;
            if depth == 0 {
                return span.end;
            }
        }
    }
}
