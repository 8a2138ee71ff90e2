//! Brackets that do not fit: which of them is wrong, and what was meant.

use super::reader::{Reader, write};
use super::signs::{closing, opening};
use super::token::Kind;
use super::{Item, Mend};
use crate::scenario::diagnostic::Code;
use std::borrow::Cow;
use std::ops::Range;

/// So many brackets ahead are looked at to judge one that does not fit.
const WINDOW: usize = 600;

/// What a closing bracket is that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StrayBracket {
    /// It closes something further out.
    NotClosed,
    /// It was to close this, but is of the wrong kind.
    Wrong,
    /// It closes nothing.
    Extra,
}

/// What the items of a bracket look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looks {
    Bare,
    /// `name: …`
    Named,
    /// `"id": …`
    Entry,
}

fn text_of(sign: u8) -> String {
    char::from(sign).to_string()
}

impl Reader<'_> {
    /// The end of a bracket whose items were read: the kind of bracket that was meant, where it is closed if it is,
    /// and where it ends; `called` with a name before it.
    pub(super) fn close(
        &mut self,
        open: u8,
        opener: Range<usize>,
        called: bool,
        items: &mut Vec<Item>,
    ) -> (u8, Option<Range<usize>>, usize) {
        let wanted = closing(open);
        loop {
            let (kind, span) = self.peek();
            let Some(Kind::Close(close)) = kind else {
                return (open, None, self.not_closed(opener, wanted, items, span));
            };
            let verdict = if close == wanted { None } else { Some(self.verdict(close, span.end)) };
            match verdict {
                None => {
                    self.at += 1;
                    return (open, Some(span.clone()), span.end);
                }
                Some(StrayBracket::NotClosed) => return (open, None, self.not_closed(opener, wanted, items, span)),
                Some(StrayBracket::Wrong) => {
                    self.at += 1;
                    let meant = self.wrong(opener, open, close, span.clone(), items);
                    return (meant, Some(span.clone()), span.end);
                }
                Some(StrayBracket::Extra) => {
                    self.extra(opener.clone(), close, span, called, items);
                    self.at += 1;
                    // The comma behind it belongs to the item before it.
                    if let (Some(Kind::Comma), _) = self.peek() {
                        self.at += 1;
                    }
                    items.extend(self.items());
                }
            }
        }
    }

    /// Reads what follows in each of the three ways; that which leaves the fewest brackets over is it.
    fn verdict(&mut self, close: u8, after: usize) -> StrayBracket {
        let stack = &self.open;
        let outer = stack[..stack.len() - 1].iter().rposition(|open| closing(*open) == close);
        let (popped, all) = (&stack[..stack.len() - 1], &stack[..]);
        let tokens = &self.tree.tokens;
        let brackets = self.brackets.get_or_insert_with(|| {
            let sign = |kind| match kind {
                Kind::Open(sign) | Kind::Close(sign) => Some(sign),
                _ => None,
            };
            tokens.iter().filter_map(|token| Some((sign(token.kind)?, token.start))).collect()
        });
        let rest = &brackets[brackets.partition_point(|(_, at)| *at < after)..];
        let closed = outer.map(|at| (stack.len() - 1 - at + strain(&stack[..at], rest), StrayBracket::NotClosed));
        let wrong = (1 + strain(popped, rest), StrayBracket::Wrong);
        let extra = (1 + strain(all, rest), StrayBracket::Extra);
        let best = closed.into_iter().chain([wrong, extra]).min_by_key(|(strain, _)| *strain);
        best.map_or(StrayBracket::Wrong, |(_, verdict)| verdict)
    }

    /// Nobody closed `opener`. Where its items change their looks, those behind belong further out.
    fn not_closed(&mut self, opener: Range<usize>, wanted: u8, items: &mut Vec<Item>, found: Range<usize>) -> usize {
        let odd = items.first().map(|first| self.looks(first)).and_then(|first| {
            let at = items.iter().position(|item| self.looks(item) != first)?;
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
            None if found.is_empty() => (found.start, None, Mend::Append(wanted)),
            None => {
                let gap = self.text[..found.start].ends_with([' ', '\n', '\t']);
                let mend = if gap {
                    Mend::Write(Cow::Owned(text_of(wanted)), found.start - 1..found.start)
                } else {
                    Mend::Blank(opener.start..found.start)
                };
                (found.start, Some(found), mend)
            }
        };
        let problem = self.problem(Code::NotClosed, opener, vec![mend]);
        problem.label = label.map(|label| (label, "label-missing-before"));
        problem.wanted = text_of(wanted);
        end
    }

    /// Opened with one kind, closed with another: which of the two is wrong shows from what is inside. The kind
    /// of bracket that was meant.
    fn wrong(&mut self, opener: Range<usize>, open: u8, close: u8, found: Range<usize>, items: &[Item]) -> u8 {
        let looks: Vec<Looks> = items.iter().map(|item| self.looks(item)).collect();
        let all = |wanted: Looks| !looks.is_empty() && looks.iter().all(|one| *one == wanted);
        let low = || items.iter().all(|item| self.text[item.span()].starts_with(|c: char| c.is_ascii_lowercase()));
        let meant = if all(Looks::Entry) || all(Looks::Named) && !low() {
            b'{'
        } else if all(Looks::Named) {
            b'('
        } else {
            open
        };
        if meant != open && meant == opening(close) {
            let problem = self.problem(Code::WrongBracket, opener.clone(), write(text_of(meant), opener));
            problem.label = Some((found, "label-closed-here"));
            problem.hint = Some("hint-wrong-opener");
            problem.wanted = text_of(meant);
            return meant;
        }
        let problem = self.problem(Code::WrongBracket, found.clone(), write(text_of(closing(open)), found));
        problem.label = Some((opener, "label-opened-here"));
        problem.wanted = text_of(closing(open));
        open
    }

    /// What has a name has round brackets.
    pub(super) fn called_wrongly(&mut self, open: u8, opener: Range<usize>, end: usize) {
        let mut mends = write("(", opener.clone());
        let closer = end.saturating_sub(1)..end;
        let closed = self.text.as_bytes().get(closer.start) == Some(&closing(open));
        if closed {
            mends.extend(write(")", closer.clone()));
        }
        let problem = self.problem(Code::WrongBracket, opener, mends);
        problem.label = closed.then_some((closer, "label-and-here"));
        problem.hint = Some("hint-round-brackets");
    }

    /// A bracket too many. In `Choice( … ])` its like is missing in front: then what is inside cannot be read.
    fn extra(&mut self, opener: Range<usize>, close: u8, found: Range<usize>, called: bool, items: &[Item]) {
        let missing = called && close == b']' && items.iter().all(|item| item.key.is_none());
        let first = items.first().map(|first| self.looks(first));
        let odd = items.iter().find(|item| Some(self.looks(item)) != first && self.looks(item) == Looks::Entry);
        let odd = odd.map(|item| item.span().start);
        let mut mends = write(" ", found.clone());
        if missing {
            mends.push(Mend::Blank(opener.clone()));
        } else if let Some(odd) = odd {
            mends = vec![Mend::Blank(odd..found.end)];
        }
        let problem = self.problem(Code::ExtraBracket, found, mends);
        problem.wanted = text_of(opening(close));
        if missing {
            problem.label = Some((opener, "label-opener-missing"));
        } else if let Some(odd) = odd {
            // What it was to close was closed before.
            problem.label = Some((odd..odd + 1, "label-outside"));
            problem.hint = Some("hint-closed-early");
        }
    }

    fn looks(&self, item: &Item) -> Looks {
        const MARKS: [char; 7] = ['"', '“', '”', '＂', '\'', '‘', '’'];
        match &item.key {
            None => Looks::Bare,
            Some(key) if self.text[key.span.clone()].starts_with(MARKS) => Looks::Entry,
            Some(_) => Looks::Named,
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
