//! The slow path for broken files: names every broken part, leaves it out, and reads on with the rest,
//! so that one report holds everything.

use super::bundle::SCENARIO_FILE;
use super::diagnostic::{Code, Diagnostic, Hint, suggest};
use super::source::*;
use super::syntax::{DEEPEST, Item, Kind, Mend, Problem, Tree, is_invisible};
use super::unreadable::Unreadable;
use ron::error::{Error, SpannedError};
use std::ops::Range;

/// Most problems of one part that are named one by one.
const ENOUGH: usize = 40;

/// Most problems of a file after which its parts are no longer looked into.
const MOST: usize = 200;

/// How often a part is read again: less often the larger it is, so that no file takes for ever.
fn rounds(bytes: usize) -> usize {
    ((16 << 20) / (bytes + 1)).clamp(4, ENOUGH)
}

/// Signs that nobody sees but that change what others read.
pub fn invisible(file: &str, text: &str, out: &mut Vec<Diagnostic>) {
    let strange = text.char_indices().filter(|(_, c)| is_invisible(*c));
    for (at, c) in strange.take(ENOUGH) {
        let problem = Diagnostic::new(Code::Invisible, file, at..at + c.len_utf8());
        out.push(problem.with("sign", format!("U+{:04X}", c as u32)));
    }
}

/// A text that can be read after all: what was broken is overwritten, every byte stays at its place.
pub struct Mended {
    pub text: String,
    pub left_out: Unreadable,
}

/// Reports everything that is wrong with a text that `ron` refuses, and mends it as far as it can.
pub fn mend(file: &str, text: &str, out: &mut Vec<Diagnostic>) -> Option<Mended> {
    let tree = Tree::parse(text);
    let report = |code, span| Diagnostic::new(code, file, span);
    let shared = file != SCENARIO_FILE;
    let Some(root) = tree.root.first() else {
        out.push(report(Code::Empty, 0..0));
        return None;
    };
    let name_end = root.group.as_ref().map_or(root.value.end, |group| group.opener.start);
    let name = text[root.value.start..name_end].trim();
    let called = if shared { "Shared" } else { "Scenario" };
    if root.group.is_none() || root.key.is_some() || !(name.is_empty() || name == called) {
        let end = root.value.start + name.len().max(1);
        let code = if shared { Code::NotShared } else { Code::NotAScenario };
        out.push(report(code, root.span().start..end));
        return None;
    }
    let mut repair =
        Repair { file, tree: &tree, buffer: text.as_bytes().to_vec(), left_out: Unreadable::default(), out };
    let end = root.span().end;
    for problem in tree.problems.iter().filter(|problem| problem.span.start < end) {
        repair.sign(problem);
    }
    tree.silent.iter().for_each(|mend| repair.apply(mend));
    repair.after(end, text);
    repair.parts(root);
    repair.whole();
    let Repair { buffer, left_out, .. } = repair;
    let text = String::from_utf8(buffer).ok()?;
    read_file(file, &text).ok()?;
    Some(Mended { text, left_out })
}

/// Whether a whole file can be read.
fn read_file(file: &str, text: &str) -> Result<(), SpannedError> {
    if file == SCENARIO_FILE { read::<ScenarioSource>(text) } else { read::<SharedSource>(text) }
}

struct Repair<'t, 'o> {
    file: &'t str,
    tree: &'t Tree,
    /// The text with the broken parts overwritten: every byte stays at its place.
    buffer: Vec<u8>,
    left_out: Unreadable,
    out: &'o mut Vec<Diagnostic>,
}

impl<'t> Repair<'t, '_> {
    fn sign(&mut self, problem: &Problem) {
        self.out.push(of_sign(self.file, problem));
        self.left_out.anything = true;
        problem.mends.iter().for_each(|mend| self.apply(mend));
    }

    fn apply(&mut self, mend: &Mend) {
        match mend {
            Mend::Write(sign, place) => {
                self.blank(place.clone());
                self.buffer[place.end - sign.len()..place.end].copy_from_slice(sign.as_bytes());
            }
            Mend::WriteFirst(sign, place) => {
                self.blank(place.clone());
                self.buffer[place.start..place.start + sign.len()].copy_from_slice(sign.as_bytes());
            }
            Mend::Blank(span) => {
                let item =
                    self.innermost(span.start).map(|path| path.iter().map(|item| item.span()).collect::<Vec<_>>());
                match item.as_deref() {
                    Some([.., last]) if last.start <= span.start && span.end <= last.end => self.leave_out(span.start),
                    _ => {
                        self.left_out.blanked.push((None, span.clone()));
                        self.lose_names(span);
                        self.blank_with_comma(span.clone());
                    }
                }
            }
            Mend::Append(sign) => self.buffer.push(*sign),
        }
    }

    /// What stands behind the end of the whole.
    fn after(&mut self, end: usize, text: &str) {
        let comment = |kind| matches!(kind, Kind::Blank | Kind::Comment);
        let Some(first) = self.tree.tokens_in(end..text.len()).iter().find(|token| !comment(token.kind)) else {
            return;
        };
        let start = first.start;
        let line = text[start..].split('\n').next().unwrap_or_default().trim_end();
        let problem = Diagnostic::new(Code::Syntax, self.file, start..start + line.len());
        self.out.push(problem.hint(Some(Hint::Text("hint-after-end"))).label(end - 1..end, "label-closed-here"));
        self.left_out.anything = true;
        self.blank(start..text.len());
    }

    /// Every part by itself: what is wrong in one does not hide what is wrong in another.
    fn parts(&mut self, root: &'t Item) {
        for field in root.items() {
            let Some(name) = field.name() else { continue };
            let entries = || field.group.iter().filter(|group| group.open == b'{').flat_map(|group| &group.items);
            match name {
                "personas" => entries().for_each(|entry| self.part(entry, |text| read::<PersonaSource>(text))),
                "include" => self.part(field, |text| read::<Vec<Str>>(text)),
                "visitors" => entries().for_each(|entry| self.part(entry, |text| read::<VisitorSource>(text))),
                "staff" => entries().for_each(|entry| self.part(entry, |text| read::<StaffSource>(text))),
                "facts" => entries().for_each(|entry| self.part(entry, |text| read::<Str>(text))),
                "promises" => entries().for_each(|entry| self.part(entry, |text| read::<PromiseSource>(text))),
                "vars" => entries().for_each(|entry| self.part(entry, |text| read::<VarSource>(text))),
                "visits" => entries().for_each(|entry| self.part(entry, |text| read::<VisitSource>(text))),
                "nodes" => entries().for_each(|entry| self.part(entry, |text| read::<NodeSource>(text))),
                "title" | "language" | "family" | "author" | "plays_on" | "briefing" => {
                    self.part(field, |text| read::<Str>(text))
                }
                "difficulty" | "minutes" => self.part(field, |text| read::<i64>(text)),
                "objectives" | "law" => self.part(field, |text| read::<Vec<Str>>(text)),
                "case_file" => self.part(field, |text| read::<Vec<DocumentSource>>(text)),
                "matter" => self.part(field, |text| read::<MatterSource>(text)),
                "hooks" => self.part(field, |text| read::<HooksSource>(text)),
                _ => {}
            }
        }
    }

    fn part(&mut self, item: &Item, read: impl Fn(&str) -> Result<(), SpannedError>) {
        for _ in 0..rounds(item.value.len()) {
            if self.out.len() > MOST {
                return;
            }
            let span = item.value.clone();
            let Some(Ok(text)) = self.buffer.get(span.clone()).map(str::from_utf8) else { return };
            if text.trim().is_empty() {
                return;
            }
            let Err(error) = read(text) else { return };
            let at = place(text, &error, span.start);
            self.explain(&error.code, at);
        }
        // Too much to name it all.
        self.leave_out(item.span().start);
    }

    /// What is wrong between the parts: unknown and double fields, things after the end.
    fn whole(&mut self) {
        for _ in 0..rounds(self.buffer.len()) {
            let Ok(text) = str::from_utf8(&self.buffer) else { return };
            let Err(error) = read_file(self.file, text) else { return };
            let at = place(text, &error, 0);
            let before = self.left_out.blanked.len();
            self.explain(&error.code, at);
            if self.left_out.blanked.len() == before {
                return;
            }
        }
    }

    /// Says what `ron` stumbled over between `at.start` and `at.end`, and leaves that part out.
    fn explain(&mut self, error: &Error, at: Range<usize>) {
        let consumed = matches!(
            error,
            Error::NoSuchStructField { .. }
                | Error::NoSuchEnumVariant { .. }
                | Error::DuplicateStructField { .. }
                | Error::IntegerOutOfBounds
                | Error::InvalidValueForType { .. }
                | Error::ExpectedDifferentLength { .. }
        );
        let point = if consumed { at.end.saturating_sub(1) } else { at.end };
        let Some(path) = self.innermost(point).or_else(|| self.innermost(at.start)) else {
            self.out.push(Diagnostic::new(Code::Syntax, self.file, point..point + 1));
            return;
        };
        let Some(item) = path.last() else { return };
        let (item_span, value, key) = (item.span(), item.value.clone(), item.key.as_ref());
        // Nothing new: something in here was left out, and now the rest does not fit. In a row without
        // names that goes for the neighbours too.
        let row = match path.as_slice() {
            [.., around, _] if key.is_none() => around.value.clone(),
            _ => item_span,
        };
        let hollow = (self.left_out.blanked.iter()).any(|(key, blank)| {
            (key.is_none() || row.start == value.start) && row.start <= blank.start && blank.end <= row.end
        });
        let name_at = |found: &str| at.end.saturating_sub(found.len())..at.end;
        let head = value.start..value.end.min(value.start + 60);
        let one_line = {
            let text = String::from_utf8_lossy(&self.buffer[head.clone()]).into_owned();
            head.start..head.start + text.find('\n').unwrap_or(head.len()).max(1)
        };
        let problem = |code, span| Diagnostic::new(code, self.file, span);
        let diagnostic = match error {
            Error::NoSuchStructField { expected, found, .. } => {
                let span = key.map_or(name_at(found), |key| key.span.clone());
                Some(problem(Code::UnknownField, span).with("name", found.as_str()).hint(suggest(found, *expected)))
            }
            Error::DuplicateStructField { field, .. } => {
                let span = key.map_or(name_at(field), |key| key.span.clone());
                Some(problem(Code::FieldTwice, span).with("name", *field))
            }
            Error::NoSuchEnumVariant { expected, found, .. } => {
                let hint = suggest(found, *expected);
                Some(problem(Code::UnknownWord, name_at(found)).with("name", found.as_str()).hint(hint))
            }
            Error::ExpectedIdentifier
                if key.is_some_and(|key| self.buffer[key.span.start] == b'"' && at.start < key.span.end) =>
            {
                let span = key.map_or(head.clone(), |key| key.span.clone());
                let name = String::from_utf8_lossy(&self.buffer[span.clone()]).trim_matches('"').to_owned();
                let hint = Some(Hint::Text("hint-name-unquoted"));
                Some(problem(Code::WrongKind, span).with("wanted", "").with("name", name).hint(hint))
            }
            Error::ExpectedString if key.is_some_and(|key| at.start < key.span.end) => {
                let span = key.map_or(head.clone(), |key| key.span.clone());
                let name = String::from_utf8_lossy(&self.buffer[span.clone()]).into_owned();
                let hint = Some(Hint::Text("hint-id-quoted"));
                Some(problem(Code::WrongKind, span).with("wanted", "").with("name", name).hint(hint))
            }
            Error::ExpectedIdentifier if matches!(path.as_slice(), [_, section, _] if section.name() == Some("nodes")) => {
                Some(problem(Code::WrongKind, one_line).with("wanted", "").hint(Some(Hint::Text("hint-wants-node"))))
            }
            Error::ExceededRecursionLimit => Some(problem(Code::TooDeep, one_line).with("deep", path.len())),
            Error::InvalidEscape(_) => Some(problem(Code::Syntax, one_line).hint(Some(Hint::Text("hint-backslash")))),
            _ if hollow => None,
            other => {
                let hint = wanted(other).map(Hint::Text);
                Some(problem(Code::WrongKind, one_line).with("wanted", "").hint(hint))
            }
        };
        self.left_out.anything = true;
        if let Some(diagnostic) = diagnostic
            && !(self.out.iter().rev().take(ENOUGH))
                .any(|earlier| earlier.code == diagnostic.code && earlier.span == diagnostic.span)
        {
            self.out.push(diagnostic);
        }
        self.leave_out(point);
    }

    /// The items around a place, outermost first; what was left out already does not count.
    fn innermost(&self, at: usize) -> Option<Vec<&'t Item>> {
        let mut path: Vec<&'t Item> = Vec::new();
        let mut items: &'t [Item] = &self.tree.root;
        // Items stand in the order of the text.
        while let Some(item) = items[..items.partition_point(|item| item.span().start <= at)].last() {
            let span = item.span();
            let gone =
                (self.left_out.blanked.iter()).any(|(_, blank)| blank.start <= span.start && span.end <= blank.end);
            if at >= span.end || gone {
                break;
            }
            path.push(item);
            items = item.items();
        }
        // A text is never left out as a whole.
        (path.len() > 1).then_some(path)
    }

    fn leave_out(&mut self, at: usize) {
        let Some(path) = self.innermost(at) else { return };
        let Some(item) = path.last() else { return };
        let span = item.span();
        let key = item.name().map(str::to_owned);
        // Where a whole section is gone, none of its names can be called unknown.
        let (section, lost) = match path[..] {
            [_, section, _] => (section.name(), key.clone().into_iter().collect()),
            [_, section] => {
                (section.name(), section.items().iter().filter_map(|item| item.name().map(str::to_owned)).collect())
            }
            _ => (None, Vec::new()),
        };
        if let Some(names) = section.and_then(|name| self.left_out.section(name)) {
            names.extend(lost);
        }
        self.left_out.anything = true;
        self.left_out.blanked.push((key, span.clone()));
        self.blank_with_comma(span);
    }

    /// What stood in no section any more may have been any of its names.
    fn lose_names(&mut self, span: &Range<usize>) {
        let items = self.tree.root.iter().flat_map(Item::items);
        let lost = items.filter(|item| span.start <= item.span().start && item.span().end <= span.end);
        for name in lost.filter_map(|item| item.name()) {
            for (_, names) in self.left_out.sections() {
                names.insert(name.to_owned());
            }
        }
    }

    fn blank_with_comma(&mut self, span: Range<usize>) {
        self.blank(span.clone());
        let after = self.buffer[span.end.min(self.buffer.len())..].iter().position(|byte| !byte.is_ascii_whitespace());
        if let Some(at) = after.map(|offset| span.end + offset)
            && self.buffer[at] == b','
        {
            self.buffer[at] = b' ';
        }
    }

    fn blank(&mut self, span: Range<usize>) {
        let end = span.end.min(self.buffer.len());
        for byte in &mut self.buffer[span.start.min(end)..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
}

/// What is wrong with a sign of a file.
pub(super) fn of_sign(file: &str, problem: &Problem) -> Diagnostic {
    let diagnostic = Diagnostic::new(problem.code, file, problem.span.clone())
        .with("sign", problem.sign.as_str())
        .with("wanted", problem.wanted.as_str())
        .with("more", problem.more)
        .hint(problem.hint.map(Hint::Text));
    let diagnostic = if problem.code == Code::TooDeep { diagnostic.with("deep", DEEPEST + 1) } else { diagnostic };
    match &problem.label {
        Some((label, text)) => diagnostic.label(label.clone(), text),
        None => diagnostic,
    }
}

/// Whether a slice of the source can be read.
fn read<'x, T: serde::Deserialize<'x>>(text: &'x str) -> Result<(), SpannedError> {
    dialect().from_str::<T>(text).map(|_| ())
}

/// What should have stood there.
pub(super) fn wanted(error: &Error) -> Option<&'static str> {
    Some(match error {
        Error::ExpectedString | Error::ExpectedStringEnd => "hint-wants-text",
        Error::IntegerOutOfBounds => "hint-too-large",
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => "hint-wants-whole",
        Error::ExpectedFloat | Error::FloatUnderscore => "hint-wants-number",
        Error::ExpectedBoolean => "hint-wants-bool",
        Error::ExpectedArray | Error::ExpectedArrayEnd => "hint-wants-list",
        Error::ExpectedMap | Error::ExpectedMapColon | Error::ExpectedMapEnd => "hint-wants-map",
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedStructLikeEnd
        | Error::ExpectedDifferentStructName { .. }
        | Error::ExpectedStructName(_) => "hint-wants-struct",
        Error::ExpectedIdentifier => "hint-wants-name",
        Error::ExpectedComma => "hint-wants-whole",
        Error::TrailingCharacters => "hint-trailing",
        _ => return None,
    })
}

/// The place of an error in bytes of the whole text.
pub(super) fn place(text: &str, error: &SpannedError, base: usize) -> Range<usize> {
    let offset = |line: usize, column: usize| {
        let mut start = 0;
        for _ in 1..line {
            start += text[start..].find('\n').map_or(0, |at| at + 1);
        }
        let rest = &text[start..];
        base + start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
    };
    let end = offset(error.span.end.line, error.span.end.col);
    offset(error.span.start.line, error.span.start.col).min(end)..end
}
