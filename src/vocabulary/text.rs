//! Texts of a scenario: what a person wrote, in as many languages as it has, and what stands there without an author.

use super::language::Locale;
use super::message::Message;
use std::borrow::Cow;

/// A text in the author's language and, where there is one, its translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// As its author wrote it, in the scenario's own language.
    pub original: String,
    /// By `Locale as usize`; `None` where the text is not translated.
    pub translated: [Option<String>; Locale::ALL.len()],
}

impl Text {
    /// A text without a translation yet.
    pub fn new(original: impl Into<String>) -> Self {
        Self { original: original.into(), translated: Default::default() }
    }
    /// The text in `locale`, or the author's own words where there is no translation.
    pub fn get(&self, locale: Locale) -> &str {
        self.translated[locale as usize].as_deref().unwrap_or(&self.original)
    }
}

/// An author's text, or one of the engine's own, which whoever shows it says in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub enum AnyText {
    /// Written in the scenario, and translated with it.
    Author(Text),
    /// A text of `assets/locales`.
    Own(Message),
}

impl AnyText {
    /// The engine's text of this id.
    pub fn own(id: impl Into<Cow<'static, str>>) -> Self {
        Self::Own(Message::new(id))
    }

    /// The author's text, where it is one.
    pub const fn author(&self) -> Option<&Text> {
        match self {
            Self::Author(text) => Some(text),
            Self::Own(_) => None,
        }
    }

    /// The same, to be translated.
    pub const fn author_mut(&mut self) -> Option<&mut Text> {
        match self {
            Self::Author(text) => Some(text),
            Self::Own(_) => None,
        }
    }

    /// The author's own words; nothing where there are none.
    pub fn original(&self) -> &str {
        match self {
            Self::Author(text) => &text.original,
            Self::Own(_) => "",
        }
    }
}

impl Default for AnyText {
    fn default() -> Self {
        Self::Author(Text::default())
    }
}

impl From<Text> for AnyText {
    fn from(text: Text) -> Self {
        Self::Author(text)
    }
}
