//! Which words of a line hold a fact, so that the trainee can tap them into the notebook.

use crate::scenario::model::{Scenario, Variant};
use crate::vocabulary::Locale;
use crate::vocabulary::{Cue, FactIx};
use std::ops::Range;

/// A phrase of a line: a stretch between two marks of punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Bytes of the line's text, marks included.
    pub range: Range<usize>,
    /// The facts it tells.
    pub facts: Vec<FactIx>,
}

/// The phrases of `text`, with each fact at the phrase that says it best.
///
/// Authors only say which facts a line tells; where in the line is found by the characters they share.
pub fn phrases(text: &str, facts: &[(FactIx, &str)]) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    // English needs more letters than Chinese for the same.
    let chinese = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let (short_sentence, short_clause) =
        if chinese { (SHORT_SENTENCE, SHORT_CLAUSE) } else { (SHORT_SENTENCE * 2, SHORT_CLAUSE * 3 / 2) };
    // How wide the phrase is so far, and the strongest of the marks just before this character.
    let (mut from, mut width, mut strongest) = (0, 0, None);
    let mut depth = 0_usize;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let to = at + c.len_utf8();
        depth = match c {
            '（' | '(' => depth + 1,
            '）' | ')' => depth.saturating_sub(1),
            _ => depth,
        };
        // A stage direction in brackets is one piece.
        let mark = EndMark::of(c).filter(|_| depth == 0);
        let more_marks = letters.peek().is_some_and(|(_, next)| EndMark::of(*next).is_some() || is_closing(*next));
        width += if mark.is_some() || is_closing(c) || c.is_whitespace() { 0 } else { 1 + usize::from(!c.is_ascii()) };
        strongest = match (strongest, mark) {
            (Some(EndMark::Full), Some(_)) => Some(EndMark::Full),
            (before, None) if is_closing(c) => before,
            (_, mark) => mark,
        };
        let ends = match strongest {
            Some(EndMark::Full) => width >= short_sentence,
            Some(EndMark::Half) => width >= short_clause,
            None => false,
        };
        if ends && !more_marks {
            phrases.push(Phrase { range: from..to, facts: Vec::new() });
            (from, width) = (to, 0);
        }
    }
    if from < text.len() {
        match phrases.last_mut() {
            // A word left over at the end belongs to what stands before it.
            Some(last) if width < short_sentence => last.range.end = text.len(),
            _ => phrases.push(Phrase { range: from..text.len(), facts: Vec::new() }),
        }
    }
    if phrases.is_empty() && !text.is_empty() {
        phrases.push(Phrase { range: 0..text.len(), facts: Vec::new() });
    }
    for &(fact, fact_text) in facts {
        let best = phrases.iter_mut().max_by_key(|phrase| {
            let words = &text[phrase.range.clone()];
            // The first of equally good phrases wins, and a short one over a long one.
            (likeness(words, fact_text), std::cmp::Reverse(phrase.range.start))
        });
        if let Some(best) = best {
            best.facts.push(fact);
        }
    }
    phrases
}

/// The phrases of a variant in a language.
pub fn of_variant(scenario: &Scenario, variant: &Variant, locale: Locale) -> Vec<Phrase> {
    let facts: Vec<_> = variant
        .cues
        .iter()
        .filter_map(|cue| match *cue {
            Cue::Fact(fact) => Some((fact, scenario.facts.get(fact.at())?.text.get(locale))),
            _ => None,
        })
        .collect();
    phrases(variant.say.get(locale), &facts)
}

/// A shorter sentence or clause is told together with the next. A Chinese character counts two.
const SHORT_SENTENCE: usize = 8;
const SHORT_CLAUSE: usize = 14;

#[derive(Clone, Copy, PartialEq, Eq)]
enum EndMark {
    /// Ends a sentence.
    Full,
    /// Ends a clause.
    Half,
}

impl EndMark {
    const fn of(c: char) -> Option<Self> {
        match c {
            '。' | '！' | '？' | '；' | '.' | '!' | '?' | ';' | '\n' => Some(Self::Full),
            '，' | '…' | ',' | '—' | '：' | ':' => Some(Self::Half),
            _ => None,
        }
    }
}

const fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | ')' | '"')
}

/// How much two texts share: pairs of neighbouring characters, then single ones.
fn likeness(a: &str, b: &str) -> usize {
    let letters = |text: &str| -> Vec<char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (a, b) = (letters(a), letters(b));
    let pairs = a.windows(2).filter(|pair| b.windows(2).any(|other| other == *pair)).count();
    let single = a.iter().filter(|c| b.contains(c)).count();
    pairs * 4 + single
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<'a>(text: &'a str, phrases: &[Phrase]) -> Vec<&'a str> {
        phrases.iter().map(|phrase| &text[phrase.range.clone()]).collect()
    }

    #[test]
    fn a_line_falls_into_its_phrases_and_loses_no_character() {
        let text = "天天半夜拖桌子，我都快疯了！……找物业三回，没一个管的。";
        let found = phrases(text, &[]);
        assert_eq!(words(text, &found), ["天天半夜拖桌子，", "我都快疯了！……", "找物业三回，没一个管的。"]);
        assert_eq!(words(text, &found).concat(), text);
    }

    #[test]
    fn a_fact_is_found_in_the_phrase_that_says_it() {
        let text = "每天晚上十一点开始，要闹到一点才停，我上去说过两次，人家理都不理。";
        let facts = [(FactIx(0), "每晚十一点到一点"), (FactIx(1), "自己上楼说过两次")];
        let found = phrases(text, &facts);
        let where_is = |fact| {
            let phrase = found.iter().find(|phrase| phrase.facts.contains(&fact)).unwrap();
            &text[phrase.range.clone()]
        };
        assert_eq!(where_is(FactIx(0)), "每天晚上十一点开始，");
        assert_eq!(where_is(FactIx(1)), "我上去说过两次，");
        let english = "It starts at eleven every night, and I went up twice to talk.";
        let found = phrases(english, &[(FactIx(1), "Went upstairs to talk, twice")]);
        assert_eq!(found[1].facts, [FactIx(1)]);
    }

    #[test]
    fn noises_and_short_words_are_not_phrases_of_their_own() {
        let text = "夜里十一点，吱——咣！一直拖到一点。天天拖！她说：“算了吧，别闹了。”好。";
        let found = phrases(text, &[]);
        assert_eq!(
            words(text, &found),
            ["夜里十一点，吱——咣！", "一直拖到一点。", "天天拖！她说：“算了吧，", "别闹了。”好。"]
        );
    }

    #[test]
    fn every_fact_of_a_line_can_be_tapped_somewhere() {
        for text in ["嗯。", "……", "楼上的。"] {
            let found = phrases(text, &[(FactIx(0), "每晚十一点")]);
            assert!(found.iter().any(|phrase| phrase.facts == [FactIx(0)]), "{text}");
        }
    }
}
