//! What is wrong with a scenario, in the order in which it is found, and the checks that every value has to pass.

use super::super::bundle::SCENARIO_FILE;
use super::super::diagnostic::{Code, Diagnostic, Hint};
use super::super::model::Text;
use super::super::source::{Call, CallArg, Str};
use super::super::syntax::Step;
use super::super::syntax::is_invisible;
use super::super::unreadable::Unreadable;
use super::source_text::SourceText;
use crate::vocabulary::alike::says;
use crate::vocabulary::{LONGEST_NAME, LONGEST_TEXT, LONGEST_TITLE, Value, too_long};
use std::borrow::Cow;
use std::ops::Range;

/// Most characters of an id.
const LONGEST_ID: usize = 80;

/// Collects problems, each with its place.
pub(super) struct Diagnostics<'s> {
    pub written: SourceText<'s>,
    /// Where the part at hand begins, for what has no place of its own.
    pub here: Range<usize>,
    pub unreadable: &'s Unreadable,
    pub out: Vec<Diagnostic>,
    /// Lines whose feeling word is another than the cue says.
    pub misquoted: Vec<String>,
}

impl<'s> Diagnostics<'s> {
    pub fn new(written: SourceText<'s>, unreadable: &'s Unreadable) -> Self {
        Self { written, here: 0..0, unreadable, out: Vec::new(), misquoted: Vec::new() }
    }

    /// All that was found.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        // A word that was said, only marked wrongly, is told where it is marked and nowhere else.
        self.out.retain(|problem| {
            let said = problem.args.iter().any(|(name, value)| match value {
                Value::Text(word) => *name == "word" && self.misquoted.iter().any(|line| says(line, word)),
                _ => false,
            });
            problem.code != Code::WordNeverSaid || !said
        });
        self.out
    }

    pub fn problem(&self, code: Code, span: Range<usize>) -> Diagnostic {
        Diagnostic::new(code, SCENARIO_FILE, span)
    }

    pub fn report(&mut self, code: Code, span: Range<usize>) -> &mut Diagnostic {
        self.out.push(Diagnostic::new(code, SCENARIO_FILE, span));
        let last = self.out.len() - 1;
        &mut self.out[last]
    }

    /// Whether such a problem was found.
    pub fn has(&self, code: Code) -> bool {
        self.out.iter().any(|problem| problem.code == code)
    }

    /// The part at hand is the one with this name.
    pub fn mark(&mut self, name: &Str) {
        self.here = self.span(name);
    }

    /// Where a string stands, with its quotes; one with escapes stands somewhere in the part at hand.
    pub fn span(&self, string: &Str) -> Range<usize> {
        self.written.string(string).unwrap_or_else(|| self.here.clone())
    }

    /// The same; one with escapes stands where the value at `path` does.
    pub fn span_or(&self, string: &Str, path: &[Step]) -> Range<usize> {
        match string.0 {
            Cow::Borrowed(_) => self.span(string),
            Cow::Owned(_) => self.place(path),
        }
    }

    /// Where a slice of the text stands.
    pub fn slice_span(&self, slice: &str) -> Range<usize> {
        self.written.slice(slice).unwrap_or_else(|| self.here.clone())
    }

    /// Where a raw value stands, without the blanks around it.
    pub fn raw_span(&self, raw: &str) -> Range<usize> {
        self.slice_span(raw.trim())
    }

    /// Where that stands which a call has in its brackets, or the whole call.
    pub fn argument_span(&self, call: &Call, raw: &str) -> Range<usize> {
        let place = match &call.arg {
            CallArg::Text(text @ Str(Cow::Borrowed(_))) => return self.span(text),
            CallArg::Name(slice) | CallArg::Other(slice) | CallArg::NumberOf(_, _, slice) => self.written.slice(slice),
            _ => None,
        };
        place.unwrap_or_else(|| self.raw_span(raw))
    }

    /// Where the value at `path` stands, or the nearest thing around it.
    pub fn place(&self, path: &[Step]) -> Range<usize> {
        self.written.find(path)
    }

    pub fn check_id(&mut self, id: &Str, span: Range<usize>) {
        let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
        let reserved = id.as_str() == "return";
        // What nobody sees was told already where it stands as such; written `\u{…}` it is first seen here.
        if matches!(id.0, Cow::Borrowed(_)) && id.as_str().contains(is_invisible) {
            return;
        }
        let long = id.as_str().len() > LONGEST_ID;
        if id.as_str().is_empty() || !id.as_str().bytes().all(good) || reserved || long {
            let shown: String = id.as_str().chars().filter(|c| !is_invisible(*c)).take(LONGEST_ID).collect();
            let problem = self.problem(Code::BadId, span).with("name", shown).with("max", LONGEST_ID);
            let hint = match (reserved, long) {
                (true, _) => Some(Hint::Text("hint-return-reserved")),
                (_, true) => Some(Hint::Text("hint-id-long")),
                _ => None,
            };
            self.out.push(problem.hint(hint));
        }
    }

    /// The number if it lies in the range; reported otherwise.
    pub fn integer(&mut self, value: i64, min: i64, max: i64, path: &[Step]) -> i64 {
        if !(min..=max).contains(&value) {
            let span = self.place(path);
            self.out_of_range(span, value, min, max);
        }
        value.clamp(min, max)
    }

    pub fn number(&mut self, value: f64, min: f64, max: f64, path: &[Step]) -> f64 {
        if (min..=max).contains(&value) {
            return value;
        }
        let span = self.place(path);
        if value.is_finite() {
            self.out_of_range(span, value, min, max);
        } else {
            self.report(Code::NotFinite, span).args.push(("value", value.to_string().into()));
        }
        min
    }

    pub fn out_of_range<N: ToString>(&mut self, span: Range<usize>, value: N, min: N, max: N) {
        let args = [("value", value), ("min", min), ("max", max)];
        let args = args.map(|(name, number)| (name, number.to_string().into()));
        self.report(Code::OutOfRange, span).args.extend(args);
    }

    /// Reports every text that is too long to be one.
    pub fn lengths(&mut self) {
        for (span, number) in self.written.too_long() {
            self.report(Code::TextTooLong, span).args.extend([("number", number.into()), ("max", LONGEST_TEXT.into())]);
        }
    }

    /// A text that must not be empty.
    pub fn text(&mut self, text: Option<&Str>, field: &'static str, path: &[Step]) -> Text {
        let Some(text) = text else {
            self.missing(field, path);
            return Text::default();
        };
        if text.as_str().trim().is_empty() {
            let span = self.span_or(text, path);
            self.report(Code::EmptyText, span);
        }
        match field {
            "name" => self.short(text, LONGEST_NAME, field, path),
            "title" | "label" | "who" => self.short(text, LONGEST_TITLE, field, path),
            _ => Text::new(text.as_str()),
        }
    }

    /// A name, an office, a title; it may be left out.
    pub fn short_or_none(&mut self, text: Option<&Str>, most: usize, field: &'static str, path: &[Step]) -> Text {
        text.map_or_else(Text::default, |text| self.short(text, most, field, path))
    }

    fn short(&mut self, text: &Str, most: usize, field: &'static str, path: &[Step]) -> Text {
        // What is longer than any text may be is told as that.
        if let Some(number) = too_long(text.as_str(), most).filter(|number| *number <= LONGEST_TEXT) {
            let span = self.span_or(text, &[path, &[Step::Field(field)]].concat());
            let problem = self.problem(Code::TextTooLong, span);
            self.out.push(problem.with("number", number).with("max", most).hint(Some(Hint::Text("hint-title-long"))));
        }
        Text::new(text.as_str())
    }

    pub fn missing(&mut self, field: &'static str, path: &[Step]) {
        if !self.is_blanked(&[path, &[Step::Field(field)]].concat()) {
            let span = self.place(path);
            self.report(Code::MissingField, span).args.push(("field", field.into()));
        }
    }

    /// True if the value at `path` was left out because it could not be read.
    pub fn is_blanked(&self, path: &[Step]) -> bool {
        let Some((Step::Field(field), around)) = path.split_last().map(|(last, around)| (*last, around)) else {
            return false;
        };
        self.is_any_blanked(around, |key| key.is_some_and(|key| alike(key, field)))
    }

    /// True if something in the value at `path` was.
    pub fn is_blanked_below(&self, path: &[Step]) -> bool {
        self.is_any_blanked(path, |_| true)
    }

    fn is_any_blanked(&self, path: &[Step], wanted: impl Fn(Option<&str>) -> bool) -> bool {
        !self.unreadable.blanked.is_empty() && {
            let around = self.written.whole(path);
            let inside = |span: &Range<usize>| around.start <= span.start && span.end <= around.end;
            self.unreadable.blanked.iter().any(|(key, span)| wanted(key.as_deref()) && inside(span))
        }
    }
}

/// A misspelt key was reported as such; what it should have been is not missing as well.
fn alike(key: &str, field: &str) -> bool {
    strsim::jaro_winkler(key, field) > 0.8
}
