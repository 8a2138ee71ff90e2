//! A text that a person wrote, in as many languages as it has.

use super::language::Locale;

/// A text in the author's language and, where there is one, its translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pub original: String,
    /// By `Locale as usize`; `None` where the text is not translated.
    pub translated: [Option<String>; Locale::ALL.len()],
}

impl Text {
    pub fn new(original: impl Into<String>) -> Self {
        Self { original: original.into(), translated: Default::default() }
    }
    /// The text in `locale`, or the author's own words where there is no translation.
    pub fn get(&self, locale: Locale) -> &str {
        self.translated[locale as usize].as_deref().unwrap_or(&self.original)
    }
}
