//! Whether a word stands in what was said: letter case does not count, and where words stand apart it must be a whole
//! one (“art” was not said by who said “heart”).

/// A letter of a script that separates words: Latin, Cyrillic, Greek …; Chinese begins beyond.
fn of_a_word(c: char) -> bool {
    c.is_alphanumeric() && u32::from(c) < 0x2E80
}

/// Whether `word` stands in `text`; both as [`folded`] gives them. An empty word stands everywhere.
pub(super) fn holds(text: &str, word: &str) -> bool {
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
pub(super) fn folded(text: &str) -> String {
    // “I’m” and “I'm” are the same.
    text.to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_in_latin_script_and_parts_in_chinese() {
        let said = |text: &str, word: &str| holds(&folded(text), &folded(word));
        assert!(said("I am heartsick. Really", "Heartsick") && said("HEARTSICK", "heartsick"));
        assert!(said("I’m fed up, again", "I'm fed up") && said("ÉPUISÉ!", "épuisé"));
        assert!(!said("heartless", "heart") && !said("apart", "art") && !said("it took 110 days", "10"));
        assert!(said("我真寒心啊", "寒心") && said("老ok了", "OK") && said("x", ""));
    }
}
