//! Reads items and brackets, and says how to read on where the signs do not fit.

use super::lexer::Token;
use super::signs::*;
use super::{Group, Item, Mend, Problem, Tree};
use crate::scenario::diagnostic::Code;
use std::borrow::Cow;
use std::ops::Range;

/// Brackets beyond this are skipped unread.
const DEEPEST: usize = 64;
/// So many brackets ahead are looked at to judge one that does not fit.
const WINDOW: usize = 600;

pub fn read(text: &str) -> Tree {
    let mut reader = Reader {
        text,
        at: head(text),
        tree: Tree::default(),
        open: Vec::new(),
        spill: Vec::new(),
        brackets: None,
        blanks: None,
    };
    let root = reader.items();
    reader.tree.root = root;
    reader.tree
}

pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) tree: Tree,
    /// Brackets not closed yet, with their places.
    open: Vec<(u8, usize)>,
    /// Items that stand in a bracket that should have been closed before them.
    spill: Vec<Item>,
    /// All brackets of the text, once they are needed.
    brackets: Option<Vec<(u8, usize)>>,
    /// The problem that tells of strange blanks.
    pub(super) blanks: Option<usize>,
}

/// What a closing bracket is that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// It closes something further out.
    NotClosed,
    /// It was to close this, but is of the wrong kind.
    Wrong,
    /// It closes nothing.
    Extra,
}

/// What the items of a bracket look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Bare,
    /// `name: …`
    Named,
    /// `"id": …`
    Entry,
}

pub(super) fn write(sign: impl Into<Cow<'static, str>>, place: Range<usize>) -> Vec<Mend> {
    vec![Mend::Write(sign.into(), place)]
}

fn text_of(sign: u8) -> String {
    char::from(sign).to_string()
}

impl Reader<'_> {
    fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        loop {
            let (token, span) = self.peek();
            match token {
                Token::End | Token::Close(_) => return items,
                Token::Comma => {
                    if !self.known(span.start) {
                        self.problem(Code::Syntax, span.clone(), write(" ", span.clone()));
                        self.last(|problem| problem.hint = Some("hint-extra-comma"));
                    } else {
                        self.last(|problem| problem.mends = write(" ", span.clone()));
                    }
                    self.at = span.end;
                }
                Token::Colon => {
                    self.problem(Code::Syntax, span.clone(), write(" ", span.clone()));
                    self.at = span.end;
                }
                _ => {
                    let item = self.item();
                    items.push(item);
                    items.append(&mut self.spill);
                }
            }
        }
    }

    fn item(&mut self) -> Item {
        let mut item = self.value();
        let (next, place) = self.peek();
        let equals = next == Token::Word && item.group.is_none() && &self.text[place.clone()] == "=";
        if equals {
            self.problem(Code::Syntax, place.clone(), write(":", place.clone()));
            self.last(|problem| problem.hint = Some("hint-equals"));
        }
        if equals || next == Token::Colon {
            self.at = place.end;
            let key = self.text[item.value.clone()].trim_matches('"').to_owned();
            self.tree.keys.push(key);
            let key = (item.value.clone(), self.tree.keys.len() - 1);
            let (next, _) = self.peek();
            if matches!(next, Token::Comma | Token::Close(_) | Token::End | Token::Colon) {
                item = Item { key: Some(key.clone()), value: place.clone(), group: None };
                let nothing = Mend::Blank(key.0.start..place.end);
                if equals {
                    self.last(|problem| problem.mends = vec![nothing]);
                } else {
                    self.problem(Code::Syntax, place, vec![nothing]);
                }
            } else {
                item = Item { key: Some(key), ..self.value() };
            }
        }
        self.item_end(&item);
        item
    }

    /// The comma behind an item, or what stands there in its stead.
    fn item_end(&mut self, item: &Item) {
        let (next, place) = self.peek();
        match next {
            Token::Comma => self.at = place.end,
            Token::Close(_) | Token::End => {}
            Token::Word if &self.text[place.clone()] == "%" => {
                self.problem(Code::Syntax, place.clone(), vec![Mend::Blank(item.span().start..place.end)]);
                self.last(|problem| problem.hint = Some("hint-percent"));
                self.at = place.end;
                self.item_end(item);
            }
            _ => {
                let end = item.value.end;
                let name = item.key.is_none()
                    && item.group.is_none()
                    && self.text[item.value.clone()].starts_with(|c: char| c.is_ascii_lowercase());
                if name && !self.text[end..place.start].contains('\n') {
                    // `minutes 20`: a name and its value without the colon between them.
                    let whole = item.value.start..place.end;
                    self.problem(Code::Syntax, item.value.clone(), vec![Mend::Blank(whole)]);
                } else if place.start > end {
                    self.problem(Code::MissingComma, end..end, write(",", end..end + 1));
                } else {
                    self.problem(Code::MissingComma, end..end, vec![Mend::Blank(place.clone())]);
                    self.last(|problem| problem.wanted = ",".to_owned());
                }
            }
        }
    }

    fn value(&mut self) -> Item {
        let (token, span) = self.peek();
        match token {
            Token::Open(open) => {
                let (group, end) = self.group(open, span.start, false);
                Item { key: None, value: span.start..end, group }
            }
            Token::Word => {
                self.at = span.end;
                match self.peek() {
                    (Token::Open(b'('), place) => {
                        let (group, end) = self.group(b'(', place.start, true);
                        return Item { key: None, value: span.start..end, group };
                    }
                    // `Line{ … }`
                    (Token::Open(open), place) if place.start == span.end => {
                        let (group, end) = self.group(open, place.start, true);
                        self.called_wrongly(open, place, end);
                        let group = group.map(|group| Group { open: b'(', ..group });
                        return Item { key: None, value: span.start..end, group };
                    }
                    _ => {}
                }
                Item { key: None, value: span, group: None }
            }
            _ => {
                self.at = span.end.max(self.at);
                Item { key: None, value: span, group: None }
            }
        }
    }

    /// What stands in brackets, and where it ends; `called` with a name before it.
    fn group(&mut self, open: u8, start: usize, called: bool) -> (Option<Group>, usize) {
        self.at = self.peek().1.end;
        if self.open.len() >= DEEPEST {
            self.skip_deep();
            self.problem(Code::TooDeep, start..start + 1, vec![Mend::Blank(start..self.at)]);
            return (None, self.at);
        }
        self.open.push((open, start));
        let mut items = self.items();
        let wanted = closing(open);
        let opener = start..start + self.text[start..].chars().next().map_or(0, char::len_utf8);
        let (group, end) = loop {
            let (token, span) = self.peek();
            match token {
                Token::Close(close) if close == wanted => {
                    self.at = span.end;
                    break (open, self.at);
                }
                Token::Close(close) => match self.verdict(close, span.end) {
                    Verdict::NotClosed => break (open, self.not_closed(opener, wanted, &mut items, span)),
                    Verdict::Wrong => {
                        self.at = span.end;
                        break (self.wrong(opener, open, close, span, &items), self.at);
                    }
                    Verdict::Extra => {
                        self.extra(opener.clone(), close, span.clone(), called, &items);
                        self.at = span.end;
                        // The comma behind it belongs to the item before it.
                        if let (Token::Comma, comma) = self.peek() {
                            self.at = comma.end;
                        }
                        items.extend(self.items());
                    }
                },
                _ => break (open, self.not_closed(opener, wanted, &mut items, span)),
            }
        };
        self.open.pop();
        (Some(Group { open: group, items }), end)
    }

    /// Reads what follows in each of the three ways; that which leaves the fewest brackets over is it.
    fn verdict(&mut self, close: u8, after: usize) -> Verdict {
        let stack: Vec<u8> = self.open.iter().map(|(open, _)| *open).collect();
        let outer = stack[..stack.len() - 1].iter().rposition(|open| closing(*open) == close);
        let (popped, all) = (&stack[..stack.len() - 1], &stack[..]);
        let text = self.text;
        let brackets = self.brackets.get_or_insert_with(|| brackets(text));
        let rest = &brackets[brackets.partition_point(|(_, at)| *at < after)..];
        let closed = outer.map(|at| (stack.len() - 1 - at + strain(&stack[..at], rest), Verdict::NotClosed));
        let wrong = (1 + strain(popped, rest), Verdict::Wrong);
        let extra = (1 + strain(all, rest), Verdict::Extra);
        let best = closed.into_iter().chain([wrong, extra]).min_by_key(|(strain, _)| *strain);
        best.map_or(Verdict::Wrong, |(_, verdict)| verdict)
    }

    /// Nobody closed `opener`. Where its items change their looks, those behind belong further out.
    fn not_closed(&mut self, opener: Range<usize>, wanted: u8, items: &mut Vec<Item>, found: Range<usize>) -> usize {
        let odd = items.first().map(|first| self.shape(first)).and_then(|first| {
            let at = items.iter().position(|item| self.shape(item) != first)?;
            Some((at, items[at - 1].value.end, items[at].span().start))
        });
        let (end, label, mend) = match odd {
            Some((at, end, next)) => {
                self.spill = items.split_off(at);
                let comma = self.text[end..next].find(',').map(|comma| end + comma);
                let room = |comma: &usize| self.text[comma + 1..].starts_with([' ', '\n', '\r', '\t']);
                // It reaches as far as what closes it will be written.
                let (reach, mend) = match comma.filter(room) {
                    Some(comma) => {
                        let close = Cow::Owned(format!("{},", char::from(wanted)));
                        (comma + 1, Mend::Write(close, comma..comma + 2))
                    }
                    None => (comma.unwrap_or(next), Mend::Blank(opener.start..end)),
                };
                (reach, Some(next..next + self.text[next..].chars().next().map_or(0, char::len_utf8)), mend)
            }
            None if found.is_empty() => (self.at, None, Mend::Append(wanted)),
            None => {
                let gap = self.text[..found.start].ends_with([' ', '\n', '\t']);
                let mend = if gap {
                    Mend::Write(Cow::Owned(text_of(wanted)), found.start - 1..found.start)
                } else {
                    Mend::Blank(opener.start..found.start)
                };
                (self.at, Some(found), mend)
            }
        };
        self.problem(Code::NotClosed, opener, vec![mend]);
        self.last(|problem| {
            problem.label = label.map(|label| (label, "label-missing-before"));
            problem.wanted = text_of(wanted);
        });
        end
    }

    /// Opened with one kind, closed with another: which of the two is wrong shows from what is inside. The kind
    /// of bracket that was meant.
    fn wrong(&mut self, opener: Range<usize>, open: u8, close: u8, found: Range<usize>, items: &[Item]) -> u8 {
        let shapes: Vec<Shape> = items.iter().map(|item| self.shape(item)).collect();
        let all = |shape: Shape| !shapes.is_empty() && shapes.iter().all(|one| *one == shape);
        let low = || items.iter().all(|item| self.text[item.span()].starts_with(|c: char| c.is_ascii_lowercase()));
        let meant = if all(Shape::Entry) || all(Shape::Named) && !low() {
            b'{'
        } else if all(Shape::Named) {
            b'('
        } else {
            open
        };
        if meant != open && meant == opening(close) {
            self.problem(Code::WrongBracket, opener.clone(), write(text_of(meant), opener));
            self.last(|problem| {
                problem.label = Some((found, "label-closed-here"));
                problem.hint = Some("hint-wrong-opener");
                problem.wanted = text_of(meant);
            });
            return meant;
        }
        self.problem(Code::WrongBracket, found.clone(), write(text_of(closing(open)), found));
        self.last(|problem| {
            problem.label = Some((opener, "label-opened-here"));
            problem.wanted = text_of(closing(open));
        });
        open
    }

    /// What has a name has round brackets.
    fn called_wrongly(&mut self, open: u8, opener: Range<usize>, end: usize) {
        let mut mends = write("(", opener.clone());
        let closer = end.saturating_sub(1)..end;
        let closed = self.text.as_bytes().get(closer.start) == Some(&closing(open));
        if closed {
            mends.extend(write(")", closer.clone()));
        }
        self.problem(Code::WrongBracket, opener, mends);
        self.last(|problem| {
            problem.label = closed.then_some((closer, "label-and-here"));
            problem.hint = Some("hint-round-brackets");
        });
    }

    /// A bracket too many. In `Choice( … ])` its like is missing in front: then what is inside cannot be read.
    fn extra(&mut self, opener: Range<usize>, close: u8, found: Range<usize>, called: bool, items: &[Item]) {
        let missing = called && close == b']' && items.iter().all(|item| item.key.is_none());
        let first = items.first().map(|first| self.shape(first));
        let odd = items.iter().find(|item| Some(self.shape(item)) != first && self.shape(item) == Shape::Entry);
        let odd = odd.map(|item| item.span().start);
        let mut mends = write(" ", found.clone());
        if missing {
            mends.push(Mend::Blank(opener.clone()));
        } else if let Some(odd) = odd {
            mends = vec![Mend::Blank(odd..found.end)];
        }
        self.problem(Code::ExtraBracket, found, mends);
        self.last(|problem| {
            problem.wanted = text_of(opening(close));
            if missing {
                problem.label = Some((opener, "label-opener-missing"));
            } else if let Some(odd) = odd {
                // What it was to close was closed before.
                problem.label = Some((odd..odd + 1, "label-outside"));
                problem.hint = Some("hint-closed-early");
            }
        });
    }

    fn shape(&self, item: &Item) -> Shape {
        match &item.key {
            None => Shape::Bare,
            Some((key, _)) if self.text[key.clone()].starts_with(['"', '“', '”', '＂', '\'', '‘', '’']) => {
                Shape::Entry
            }
            Some(_) => Shape::Named,
        }
    }

    pub(super) fn last(&mut self, change: impl FnOnce(&mut Problem)) {
        if let Some(problem) = self.tree.problems.last_mut() {
            change(problem);
        }
    }

    pub(super) fn problem(&mut self, code: Code, span: Range<usize>, mends: Vec<Mend>) {
        let sign = self.text.get(span.clone()).unwrap_or_default().to_owned();
        let wanted = match mends.first() {
            Some(Mend::Write(sign, _)) => sign.clone().into_owned(),
            Some(Mend::WriteFirst(sign, _)) => (*sign).to_owned(),
            _ => String::new(),
        };
        self.tree.problems.push(Problem { code, span, label: None, sign, wanted, hint: None, more: 0, mends });
    }

    /// Whether something was said of this place already.
    pub(super) fn known(&self, start: usize) -> bool {
        let mut latest = self.tree.problems.iter().rev().take(4);
        latest.any(|problem| problem.span.start == start && problem.code != Code::MissingComma)
    }

    fn skip_deep(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            let (token, span) = self.peek();
            match token {
                Token::Open(_) => depth += 1,
                Token::Close(_) => depth -= 1,
                Token::End => return,
                _ => {}
            }
            self.at = span.end;
        }
    }
}

/// How many brackets are left over where `open` are open and `rest` follows.
fn strain(open: &[u8], rest: &[(u8, usize)]) -> usize {
    let mut open = open.to_vec();
    let mut strain = 0;
    for (sign, _) in rest.iter().take(WINDOW) {
        if matches!(sign, b'(' | b'[' | b'{') {
            open.push(*sign);
        } else if open.last().is_some_and(|last| closing(*last) == *sign) {
            open.pop();
        } else if let Some(at) = open.iter().rposition(|one| closing(*one) == *sign) {
            strain += open.len() - 1 - at;
            open.truncate(at);
        } else {
            strain += 1;
        }
    }
    if rest.len() <= WINDOW { strain + open.len() } else { strain }
}
