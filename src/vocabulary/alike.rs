//! Whether a word stands in what was said, asked in this one place by scenarios, sheets and the linter: letter case does
//! not count, and where words stand apart it must be a whole one (“art” was not said by who said “heart”).

use std::borrow::Cow;

/// A letter of a script that separates words: Latin, Cyrillic, Greek …; Chinese begins beyond.
fn of_a_word(c: char) -> bool {
    c.is_alphanumeric() && u32::from(c) < 0x2E80
}

/// Whether `word` stands in `text`, however either is written. An empty word stands everywhere.
pub fn says(text: &str, word: &str) -> bool {
    // Most people write the word as it was said.
    holds(text, word) || holds(&folded(text), &folded(word))
}

/// The same of what is already as [`folded`] gives it.
pub fn holds(text: &str, word: &str) -> bool {
    let (first, last) = (word.chars().next(), word.chars().next_back());
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let cut = |inside: Option<char>, outside: Option<char>| {
            inside.is_some_and(of_a_word) && outside.is_some_and(of_a_word)
        };
        !cut(first, before) && !cut(last, after)
    })
}

/// As texts are compared.
pub fn folded(text: &str) -> Cow<'_, str> {
    // Chinese has no case: nothing is copied.
    if !text.chars().any(|c| c == '’' || c.is_uppercase()) {
        return Cow::Borrowed(text);
    }
    // “I’m” and “I'm” are the same.
    Cow::Owned(text.to_lowercase().replace('’', "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_in_latin_script_and_parts_in_chinese() {
        assert!(says("I am heartsick. Really", "Heartsick") && says("HEARTSICK", "heartsick"));
        assert!(says("I’m fed up, again", "I'm fed up") && says("ÉPUISÉ!", "épuisé"));
        assert!(!says("heartless", "heart") && !says("apart", "art") && !says("it took 110 days", "10"));
        assert!(says("我真寒心啊", "寒心") && says("老ok了", "OK") && says("x", ""));
    }
}
