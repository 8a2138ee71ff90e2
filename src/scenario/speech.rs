//! How long a line takes to say: by the original text only, so that every language plays alike.

use crate::vocabulary::Manner;

/// Characters a second of narration, read silently.
pub const NARRATION_RATE: f64 = 5.0;

/// Milliseconds of a text at `rate` characters a second.
pub fn speech_ms(text: &str, rate: f64, manner: Manner) -> u32 {
    let mut sounds = 0.0;
    let mut pauses = 0.0;
    let mut in_word = false;
    let mut last_pause = 0.0;
    for c in text.chars() {
        let pause = match c {
            '，' | ',' | '、' | '：' | ':' => 0.25,
            '；' | ';' => 0.35,
            '。' | '！' | '？' | '…' | '.' | '!' | '?' | '—' => 0.45,
            _ => 0.0,
        };
        if pause > 0.0 {
            // Of “？！” or “……” only the longest counts: a mark said twice is still one breath.
            pauses += f64::max(pause - last_pause, 0.0);
            last_pause = f64::max(last_pause, pause);
            in_word = false;
        } else if c.is_alphanumeric() {
            last_pause = 0.0;
            if c.is_ascii_alphabetic() {
                // A Latin letter is a third of a syllable, a word at least one.
                sounds += if in_word { 1.0 / 3.0 } else { 1.0 };
                in_word = true;
            } else {
                sounds += 1.0;
                in_word = false;
            }
        } else {
            in_word = false;
        }
    }
    ((sounds / rate * pace(manner) + pauses) * 1000.0).round() as u32
}

/// How long a text is in Chinese characters: a Latin word or a number counts for two, punctuation for nothing, so that a
/// hundred are about 45 to 50 words of English.
pub fn characters(text: &str) -> u32 {
    let (mut count, mut in_word) = (0, false);
    for c in text.chars() {
        let latin = c.is_ascii_alphanumeric();
        count += match (latin, in_word) {
            (true, false) => 2,
            (true, true) => 0,
            (false, _) => u32::from(c.is_alphanumeric()),
        };
        // An apostrophe does not end a word.
        in_word = latin || in_word && matches!(c, '\'' | '’');
    }
    count
}

/// How much longer (or shorter) the sounds last in this manner.
fn pace(manner: Manner) -> f64 {
    match manner {
        Manner::Plain => 1.0,
        Manner::Loud => 0.95,
        Manner::Shouting => 0.85,
        Manner::Quiet => 1.1,
        Manner::Fast => 0.75,
        Manner::Slow => 1.35,
        Manner::Crying => 1.3,
        Manner::Trembling => 1.15,
        Manner::Sarcastic => 1.1,
        Manner::Sighing => 1.2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_characters_are_half_as_many_words() {
        assert_eq!(characters("您坐，慢慢说。"), 5);
        assert_eq!(characters("Sit down, I'll listen."), 8);
        assert_eq!(characters("12345 热线"), 4);
    }

    #[test]
    fn punctuation_makes_pauses_and_manner_bends_the_pace() {
        assert_eq!(speech_ms("八个字八个字吧了", 4.0, Manner::Plain), 2000);
        assert_eq!(speech_ms("四个字，四个字。", 4.0, Manner::Plain), 2200);
        assert_eq!(speech_ms("八个字八个字吧了", 4.0, Manner::Slow), 2700);
        assert_eq!(speech_ms("唉……", 4.0, Manner::Plain), speech_ms("唉…", 4.0, Manner::Plain));
        assert_eq!(speech_ms("", 4.0, Manner::Plain), 0);
    }
}
