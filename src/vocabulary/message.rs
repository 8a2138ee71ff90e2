//! A sentence as data: which text, with what in it. Rooms that do not know the texts say so what they mean; a shell,
//! report or feedback says it in the reader's language with `locale`'s `Texts::say`.

use super::Locale;
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A text of `assets/locales` with its arguments.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Message {
    /// Fluent message, or `message.attribute`.
    pub id: Cow<'static, str>,
    /// By the names that the text uses.
    pub args: Vec<(&'static str, Value)>,
}

/// What stands in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// As it is in every language: a name, an id, a path.
    Text(String),
    /// Fluent chooses the plural by it.
    Number(f64),
    /// A day without its year.
    Day(Date),
    /// Said in the same language.
    Message(Message),
    /// Each, with the text `between` in the gaps.
    List {
        /// In their order.
        of: Vec<Value>,
        /// Id of the text that joins two of them.
        between: &'static str,
    },
    /// What somebody wrote in every language, by `Locale as usize`.
    Written([String; Locale::ALL.len()]),
}

impl Message {
    /// The text of this id, without arguments yet.
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), args: Vec::new() }
    }

    /// The same with an argument more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl Value {
    /// A value that is written in every language, e.g. an author's text.
    pub fn written(in_language: impl Fn(Locale) -> String) -> Self {
        Self::Written(Locale::ALL.map(in_language))
    }
}

/// As a program reads it: texts and numbers as they are, everything else by its ids.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(to),
            Self::Number(number) => number.serialize(to),
            Self::Day(day) => day.serialize(to),
            Self::Message(message) if message.args.is_empty() => message.id.serialize(to),
            Self::Message(message) => message.serialize(to),
            Self::List { of, .. } => to.collect_seq(of),
            Self::Written(texts) => to.collect_map(Locale::ALL.iter().map(Locale::to_string).zip(texts)),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}
impl From<usize> for Value {
    /// Exact up to 2^53, as every number of a text.
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}
impl From<u64> for Value {
    /// Exact up to 2^53, as every number of a text.
    fn from(number: u64) -> Self {
        Self::Number(number as f64)
    }
}
macro_rules! from_number {
    ($($number:ty),+) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Self::Number(f64::from(number))
            }
        }
    )+};
}
from_number!(u8, u16, u32, i32, f64);
