//! How long a line takes to say: by the original text only, so that every language plays alike.

use crate::vocabulary::Manner;

/// Characters a second of narration, read silently.
pub const NARRATION_RATE: f64 = 5.0;

/// Seconds that a stage direction within a line takes: it is seen, not said.
const DIRECTION_SECONDS: f64 = 0.8;

/// A piece of a line: words, or a stage direction between brackets, which nobody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinePiece<'a> {
    /// As written.
    pub text: &'a str,
    /// With its brackets.
    pub direction: bool,
}

/// The pieces of a line in order; together they are the line. A bracket that is never closed is no direction.
pub fn pieces(line: &str) -> Vec<LinePiece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = line;
    let mut add = |text, direction| {
        if !str::is_empty(text) {
            pieces.push(LinePiece { text, direction });
        }
    };
    while let Some(open) = rest.find(['（', '(']) {
        let Some(close) = rest[open..].find(['）', ')']).map(|at| open + at) else { break };
        let end = close + rest[close..].chars().next().map_or(0, char::len_utf8);
        add(&rest[..open], false);
        add(&rest[open..end], true);
        rest = &rest[end..];
    }
    add(rest, false);
    pieces
}

/// How many characters of a line are out when this share of it (0..1) has been said: a direction stands there whole as
/// soon as what comes before it has been said.
pub fn characters_out(line: &str, said: f32) -> usize {
    let pieces = pieces(line);
    let letters = |piece: &LinePiece| piece.text.chars().count();
    let spoken: usize = pieces.iter().filter(|piece| !piece.direction).map(letters).sum();
    let mut left = (spoken as f32 * said.clamp(0.0, 1.0)).ceil() as usize;
    let mut out = 0;
    for piece in &pieces {
        let most = if piece.direction { letters(piece) } else { letters(piece).min(left) };
        out += most;
        if !piece.direction {
            left -= most;
            if most < letters(piece) {
                break;
            }
        }
    }
    out
}

/// Milliseconds of a line at `rate` characters a second.
pub fn speech_ms(line: &str, rate: f64, manner: Manner) -> u32 {
    let seconds = |piece: LinePiece| {
        if piece.direction { DIRECTION_SECONDS } else { spoken_seconds(piece.text, rate, manner) }
    };
    (pieces(line).into_iter().map(seconds).sum::<f64>() * 1000.0).round() as u32
}

fn spoken_seconds(text: &str, rate: f64, manner: Manner) -> f64 {
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
    sounds / rate * pace(manner) + pauses
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

    #[test]
    fn a_stage_direction_is_seen_not_said() {
        let line = "（一巴掌拍在台面上）四个字啊。";
        assert_eq!(speech_ms(line, 4.0, Manner::Plain), 800 + speech_ms("四个字啊。", 4.0, Manner::Plain));
        assert_eq!(characters_out(line, 0.0), "（一巴掌拍在台面上）".chars().count());
        assert_eq!(characters_out(line, 0.5), "（一巴掌拍在台面上）四个字".chars().count());
        assert_eq!(characters_out("行。（坐下）", 0.4), 1);
        assert_eq!(characters_out("行。（坐下）", 1.0), 6);
        let directions = |line: &str| pieces(line).iter().filter(|piece| piece.direction).count();
        assert_eq!((directions("(softly) Yes (nods)"), directions("没关上（的括号")), (2, 0));
    }
}
