//! What is wrong with a scenario, as data: a stable code, a place, and what the texts need.

pub mod code;

pub use code::{Code, Severity};

use crate::vocabulary::{Message, Value};
use serde::Serialize;
use std::ops::Range;

/// One problem. The words are in `diagnostics.ftl`: message `CD0012`, its `.hint`, and the labels'.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnostic {
    /// What kind of problem it is.
    pub code: Code,
    /// As its code has it.
    pub severity: Severity,
    /// Name of the file in the bundle.
    pub file: String,
    /// Bytes in the file's text (a byte order mark is not counted).
    pub span: Range<usize>,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What stands in its texts, by the names that they use.
    pub args: Vec<(&'static str, Value)>,
    /// Other places that belong to it.
    pub labels: Vec<Label>,
    /// What to do, where the code's own hint does not say it.
    pub hint: Option<Hint>,
}

/// A second place that belongs to the problem, in the same file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Label {
    /// Byte range in the file.
    pub span: Range<usize>,
    /// Fluent message.
    pub text: &'static str,
}

/// What to do about a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Hint {
    /// “Did you mean …?”
    DidYouMean(String),
    /// These are the names there are.
    OneOf(Vec<String>),
    /// A Fluent message; it may take the problem's arguments.
    Text(&'static str),
}

impl Diagnostic {
    /// A problem at this byte range, without arguments; line and column come with [`finish`].
    pub fn new(code: Code, file: &str, span: Range<usize>) -> Self {
        Self {
            code,
            severity: code.severity(),
            file: file.to_owned(),
            span,
            line: 0,
            column: 0,
            args: Vec::new(),
            labels: Vec::new(),
            hint: None,
        }
    }
    /// The same with an argument of its texts more.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }
    /// The same with a second place, and the text that stands there.
    pub fn label(mut self, span: Range<usize>, text: &'static str) -> Self {
        self.labels.push(Label { span, text });
        self
    }
    /// The same with what to do about it; `None`: as the code's own hint says.
    pub fn hint(mut self, hint: Option<Hint>) -> Self {
        self.hint = hint;
        self
    }
    /// What is wrong.
    pub fn message(&self) -> Message {
        Message { id: self.code.text_id().into(), args: self.args.clone() }
    }
    /// What to do about it; of some codes there is no such text.
    pub fn advice(&self) -> Message {
        match &self.hint {
            Some(Hint::DidYouMean(name)) => Message::new("hint-did-you-mean").with("name", name),
            Some(Hint::OneOf(names)) => {
                let of = names.iter().map(Value::from).collect();
                Message::new("hint-one-of").with("names", Value::List { of, between: "hint-separator" })
            }
            Some(Hint::Text(id)) => Message { id: (*id).into(), args: self.args.clone() },
            None => Message { id: format!("{}.hint", self.code).into(), args: self.args.clone() },
        }
    }
    /// Whether the scenario cannot be played because of it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
    /// Whether it is probably not meant so.
    pub fn is_warning(&self) -> bool {
        self.severity == Severity::Warning
    }
}

/// Sorts by place and fills in lines and columns.
pub fn finish(diagnostics: &mut [Diagnostic], text_of: impl Fn(&str) -> String) {
    diagnostics
        .sort_by(|a, b| (&a.file, a.span.start, a.code, a.span.end).cmp(&(&b.file, b.span.start, b.code, b.span.end)));
    for of_file in diagnostics.chunk_by_mut(|a, b| a.file == b.file) {
        let text = text_of(&of_file[0].file);
        // Sorted by place: one walk through the text finds them all.
        let (mut at, mut line, mut column) = (0, 1, 1);
        for diagnostic in of_file {
            let start = floor(&text, diagnostic.span.start);
            diagnostic.span = start..floor(&text, diagnostic.span.end).max(start);
            for c in text[at..start].chars() {
                if c == '\n' {
                    line += 1;
                    column = 1;
                } else {
                    column += 1;
                }
            }
            at = start;
            (diagnostic.line, diagnostic.column) = (line, column);
            for label in &mut diagnostic.labels {
                let start = floor(&text, label.span.start);
                label.span = start..floor(&text, label.span.end).max(start);
            }
        }
    }
}

/// The nearest character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

/// The nearest of `names`, or all of them if they are few.
pub fn suggest<S: AsRef<str>>(wanted: &str, names: impl IntoIterator<Item = S>) -> Option<Hint> {
    const FEW: usize = 12;
    let mut best: Option<(f64, String)> = None;
    let mut few = Vec::new();
    let low = wanted.to_lowercase();
    for name in names {
        let name = name.as_ref();
        if few.len() <= FEW {
            few.push(name.to_owned());
        }
        let other = name.to_lowercase();
        // The beginning of a longer name is nearer than another of the same length.
        let begun = low.chars().count() >= 4 && other.starts_with(&low);
        let likeness = strsim::jaro_winkler(&low, &other) + f64::from(u8::from(begun)) / 4.0;
        let near = strsim::osa_distance(&low, &other) <= 1 + low.chars().count() / 4;
        if (near || likeness > 0.85) && best.as_ref().is_none_or(|(most, _)| likeness > *most) {
            best = Some((likeness, name.to_owned()));
        }
    }
    match best {
        Some((_, name)) => Some(Hint::DidYouMean(name)),
        None if (1..=FEW).contains(&few.len()) => Some(Hint::OneOf(few)),
        None => None,
    }
}
